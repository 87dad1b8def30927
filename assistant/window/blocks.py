"""The window as a whole: its views as tabs, its language, and how it is served."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gradio as gr
from fastapi import FastAPI
from gradio.blocks import Block
from starlette.requests import Request

from assistant.window import words
from assistant.window.ask_view import AskView
from assistant.window.compare_view import CompareView
from assistant.window.deadlines_view import DeadlinesView
from assistant.window.first_script import FirstScript
from assistant.window.frame import HERE, QUIET, Renewing, View, panel
from assistant.window.parts import Parts
from assistant.window.plans_view import PlansView
from assistant.window.quality_view import QualityView
from assistant.window.reader import Reader
from assistant.window.words import Both, tongue_of

Who = Callable[[Request], str | None]

_FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Arial", "sans-serif")
"""Fonts that office machines have and that hold every Vietnamese letter."""

UPLOADS = (3600, 3600)
"""Seconds between two clearings of uploaded files, and their age then: each was copied by then."""

_LANGUAGE = f"(/(?:^|; ){words.LANGUAGE_COOKIE}=(\\w+)/.exec(document.cookie)?.[1] ?? 'vi')"
_RECALL = f"() => [{_LANGUAGE}, sessionStorage.getItem('conversations') ?? '']"
_REMEMBER_LANGUAGE = f"""(language) => {{
  document.cookie = `{words.LANGUAGE_COOKIE}=${{language}}; path=/; max-age=31536000; samesite=lax`;
  document.documentElement.lang = language;
}}"""
_TURN_DARK = """() => {
  const dark = document.body.classList.toggle('dark');
  localStorage.setItem('dark', dark ? 'yes' : 'no');
}"""
_AT_START = f"""() => {{
  document.documentElement.lang = {_LANGUAGE};
  const dark = localStorage.getItem('dark');
  if (dark) document.body.classList.toggle('dark', dark === 'yes');
}}"""


def _title(tongue: words.Tongue) -> str:
    return f"<h1>{words.TITLE(tongue)}</h1>"


class Window:
    """The components of one window; made within `gr.Blocks`."""

    def __init__(self, parts: Parts) -> None:
        with gr.Row(elem_id="head"):
            self.title = gr.HTML(
                _title("vi"), elem_id="title", js_on_load=None, apply_default_css=False
            )
            self.language = gr.Radio(
                [("Tiếng Việt", "vi"), ("English", "en")],
                value="vi",
                label="Ngôn ngữ · Language",
                elem_id="language",
            )
            self.dark = gr.Button(words.DARK.vi, size="sm", elem_id="dark")
            self.account = gr.HTML(
                visible=False, elem_id="account", js_on_load=None, apply_default_css=False
            )
        self._account_of = parts.account
        self.tabs: list[tuple[Both, gr.Tab]] = []
        self.views: list[View] = []
        self.download = panel("download")
        with gr.Tabs(selected="ask", overflow_behavior="wrap", elem_id="tabs"):
            self._build(parts)
        self.reader = Reader(parts.shelf, self.language)
        self._wire()

    def _build(self, parts: Parts) -> None:
        """Make the views, each within its tab."""
        with self._tab(words.TAB_ASK, "ask"):
            self.ask = AskView(parts, self.language, self.download)
        with self._tab(words.TAB_PLANS, "plans"):
            plans = PlansView(parts, self.language)
        with self._tab(words.TAB_COMPARE, "compare"):
            compare = CompareView(parts, self.language, self.download)
        with self._tab(words.TAB_DEADLINES, "deadlines"):
            deadlines = DeadlinesView(parts, self.language, self.download)
        with self._tab(words.TAB_QUALITY, "quality"):
            quality = QualityView(parts, self.language)
        self.renewing: list[Renewing] = [plans, compare, deadlines, quality]
        self.views += [self.ask, *self.renewing]

    def _tab(self, name: Both, key: str) -> gr.Tab:
        tab = gr.Tab(name.vi, id=key, elem_id=f"tab-{key}", render_children=True)
        self.tabs.append((name, tab))
        return tab

    def _wire(self) -> None:
        drawn: list[Block] = [self.title, self.dark, self.account, *(tab for _, tab in self.tabs)]
        for view in self.views:
            drawn += view.components
        talk = [self.ask.session, self.ask.talk, self.ask.sources]
        inputs = [self.language, self.ask.memory]
        # the request is passed by its annotation, so these stand as functions of their own
        self.window_load = (self._begin, inputs, [self.language, *talk, *drawn])
        self.language.input(
            self._speak, [self.language, self.ask.session], [*talk[1:], *drawn], **QUIET
        )
        self.language.change(None, [self.language], None, js=_REMEMBER_LANGUAGE, **QUIET)
        for (_, tab), view in zip(self.tabs[1:], self.renewing, strict=True):
            tab.select(view.renewed, [*view.shown], [*view.renews], **QUIET)
        self.dark.click(None, js=_TURN_DARK, **QUIET)

    def _begin(self, language: object, memory: object, request: gr.Request) -> list[Any]:
        """Draw everything for a visitor who comes or comes back."""
        tongue = tongue_of(language)
        return [tongue, *self.ask.events.begin(memory, language), *self._drawn(tongue, request)]

    def _speak(self, language: object, session: Any, request: gr.Request) -> list[Any]:
        """Draw everything anew in the other language."""
        tongue = tongue_of(language)
        return [*self.ask.events.drawn(session, tongue), *self._drawn(tongue, request)]

    def _drawn(self, tongue: words.Tongue, request: gr.Request) -> list[Any]:
        updates: list[Any] = [_title(tongue), gr.Button(words.DARK(tongue))]
        account = self._account_of(request, tongue)
        updates.append(gr.HTML(account, visible=bool(account)))
        updates += [gr.Tab(name(tongue)) for name, _ in self.tabs]
        for view in self.views:
            updates += view.drawn(tongue, request)
        return updates


def build_window(parts: Parts) -> gr.Blocks:
    """Return the window, not yet launched. History lives in the visitor's session only."""
    blocks = gr.Blocks(
        title=words.TITLE.vi, analytics_enabled=False, fill_width=True, delete_cache=UPLOADS
    )
    with blocks:
        window = Window(parts)
        function, inputs, outputs = window.window_load
        blocks.load(function, inputs, outputs, js=_RECALL, **QUIET)
    return blocks


def mount_window(app: FastAPI, window: gr.Blocks, head: str = "", who: Who | None = None) -> None:
    """Serve the window at the root of an application; what it serves already goes first.

    `head` goes into the head of the page; `who` names who sends a request where users sign in.
    """
    app.add_middleware(FirstScript, script=(HERE / "frames.js").read_text(encoding="utf-8"))
    fonts = [gr.themes.Font(name) for name in _FONTS]
    gr.mount_gradio_app(
        app,
        window,
        path="/",
        theme=gr.themes.Base(primary_hue="blue", neutral_hue="slate", font=fonts),
        css_paths=HERE / "window.css",
        js=_AT_START,
        head=head,
        favicon_path=str(HERE / "icon.svg"),
        auth_dependency=who,
        footer_links=[],
        run_history=False,
        max_file_size="300mb",  # as ingest.read.limits has it
        show_error=True,
        ssr_mode=False,
        mcp_server=False,
        enable_monitoring=False,
    )
