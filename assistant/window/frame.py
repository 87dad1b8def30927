"""What the views of the window share: how a panel is made, and what an event may carry."""

from __future__ import annotations

import base64
import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import gradio as gr
from gradio.blocks import Block
from gradio.components import Component

from assistant.window.markup import escape
from assistant.window.words import Tongue

HERE = Path(__file__).parent

AT_ONCE = 4
"""Questions answered at the same time; the others wait. Two a core of a common office machine."""

QUIET: dict[str, Any] = {
    "api_visibility": "private",
    "show_progress": "hidden",
    "show_progress_on": [],  # else every output has a clock that runs with each frame, unseen
    "concurrency_limit": AT_ONCE,
}
"""How the events of the window run: no endpoint of their own, no veil over what is being read."""

_COUNT = itertools.count()


class View(Protocol):
    """One view: the components that a change of language draws anew, and what they become."""

    @property
    def components(self) -> Sequence[Block]: ...

    def drawn(self, tongue: Tongue, request: gr.Request | None) -> Sequence[Any]: ...


class Renewing(View, Protocol):
    """A view that shows the collection, which may change while another view is open.

    When it is opened again it is drawn anew only where it would show something else: what a reader
    has chosen or typed in it stays, and what he clicks at once is not drawn over.
    """

    @property
    def shown(self) -> Sequence[Component]:
        """What `renewed` is given."""

    @property
    def renews(self) -> Sequence[Component]:
        """What `renewed` returns; or it returns one `gr.skip()` for all."""

    @property
    def renewed(self) -> Callable[..., Any]: ...


def panel(elem_id: str, value: str = "") -> gr.HTML:
    """Return a panel whose content is HTML of ours and whose buttons speak to Python."""
    script = (HERE / "window.js").read_text(encoding="utf-8")
    return gr.HTML(value, elem_id=elem_id, js_on_load=script, apply_default_css=False)


def data_of(event: gr.EventData) -> dict[str, Any]:
    """Return what a click carries: the data attributes of the button, as text."""
    data = event._data
    return data if isinstance(data, dict) else {}


def number_in(data: dict[str, Any], name: str) -> int:
    """Return a number that a click carries; -1 where it carries none."""
    text = str(data.get(name, ""))
    return int(text) if text.isdecimal() and len(text) < 10 else -1


def offer_file(name: str, media_type: str, content: bytes) -> str:
    """Return what makes the browser save a file; no copy of it stays on the server."""
    encoded = base64.b64encode(content).decode("ascii")
    return (
        f'<span data-download="{next(_COUNT)}" data-name="{escape(name)}" '
        f'data-type="{escape(media_type)}" data-content="{encoded}"></span>'
    )
