"""What can go wrong at the gate, each in one sentence.

AccessError
├── NoAccounts         the window would be open to other machines and nobody has an account
├── AccountsUnusable   the file of accounts cannot be read or written
├── BadAccount         a name, password or role that is not taken, or an account that is not there
├── SignInRefused      wrong name, password or token
└── TooManyTries       too many of those; wait
"""

from __future__ import annotations

from corpus.errors import PlanAssistantError


class AccessError(PlanAssistantError):
    """Anything that keeps somebody out."""


class NoAccounts(AccessError):
    """Other machines would reach the window and there is no account; says how to make one."""


class AccountsUnusable(AccessError):
    """The file of accounts cannot be read or written; the message says why."""


class BadAccount(AccessError):
    """What was asked of an account cannot be done; the message says what is expected."""


class SignInRefused(AccessError):
    """Name and password, or the token, are not those of an account. Never says which."""


class TooManyTries(AccessError):
    """Too many wrong tries; no other is looked at for some seconds."""

    def __init__(self, seconds: int) -> None:
        super().__init__(
            f"Sai quá nhiều lần; hãy thử lại sau {seconds} giây.",
            f"Too many wrong tries; try again in {seconds} seconds.",
        )
        self.seconds = seconds
