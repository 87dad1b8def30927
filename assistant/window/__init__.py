"""The chat window: the conversation beside the sources it rests on."""

from assistant.window.blocks import build_window, open_window
from assistant.window.conversation import Assistant

__all__ = ["Assistant", "build_window", "open_window"]
