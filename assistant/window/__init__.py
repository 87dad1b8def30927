"""The chat window: the conversation beside the sources it rests on, and the other views."""

from assistant.window.blocks import build_window, mount_window
from assistant.window.conversation import Assistant
from assistant.window.parts import Parts, StoredShelf

__all__ = ["Assistant", "Parts", "StoredShelf", "build_window", "mount_window"]
