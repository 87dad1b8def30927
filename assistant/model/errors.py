"""What can go wrong with a language model, each in one sentence that never holds a key.

ModelError
├── NotInstalled      the package of the provider is not installed
├── WrongSetting      the model is not named as provider:name, or its key file cannot be read
├── NoServer          nothing answers at the address
├── WrongName         the server does not know the model
├── KeyRefused        the server refuses the key, or wants one
├── ContextTooSmall   the model cannot take in a question with its evidence
├── TooSlow           no whole answer within the time allowed
├── Resting           the server did not answer of late, and is left alone for a while
├── Endless           an answer that does not come to an end
├── NoWords           an answer without words
└── BrokenAnswer      an answer that breaks off, or that is none of the protocol
"""

from __future__ import annotations

from corpus.errors import PlanAssistantError


class ModelError(PlanAssistantError):
    """A language model that cannot be used; the extracts are answered with instead."""


class NotInstalled(ModelError):
    """The package of the provider is not installed; the message names it."""


class WrongSetting(ModelError):
    """The model is not named as provider:name, or its key file cannot be read."""


class NoServer(ModelError):
    """Nothing answers at the address; start the server or mend ASSISTANT_MODEL_URL."""


class WrongName(ModelError):
    """The server does not know the model; mend ASSISTANT_MODEL."""


class KeyRefused(ModelError):
    """The server refuses the key, or wants one; mend ASSISTANT_MODEL_KEY."""


class ContextTooSmall(ModelError):
    """The model cannot take in a question with its evidence; give it a larger context."""


class TooSlow(ModelError):
    """No whole answer within ASSISTANT_MODEL_SECONDS."""


class Resting(ModelError):
    """The server did not answer of late; it is tried again by itself, in a minute or a few."""


class Endless(ModelError):
    """An answer that goes on beyond all that could be asked for."""


class NoWords(ModelError):
    """An answer without words."""


class BrokenAnswer(ModelError):
    """An answer that breaks off, or that is none of the protocol."""
