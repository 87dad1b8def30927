"""A page of a plan as a picture with the quoted words marked → HTML."""

from __future__ import annotations

import base64

from assistant.window import words
from assistant.window.markup import escape
from assistant.window.parts import PageView
from assistant.window.words import Tongue


def render_page_view(view: PageView | None, page: int, file: str, tongue: Tongue) -> str:
    """Return the picture with a box over each line of the quote, or why there is none."""
    if view is None:
        return f'<p class="hint page-view">{words.NO_PAGE_PICTURE(tongue)}</p>'
    content = base64.b64encode(view.picture).decode("ascii")
    boxes = "".join(
        f'<span class="region" style="left:{left:.2%};top:{top:.2%};'
        f'width:{right - left:.2%};height:{bottom - top:.2%}"></span>'
        for left, top, right, bottom in view.boxes
    )
    note = "" if view.boxes else f'<p class="hint">{words.NO_REGION(tongue)}</p>'
    caption = escape(words.PAGE_PICTURE(tongue, n=page, file=file))
    return (
        f'<figure class="page-view"><div class="page"><img alt="{caption}" '
        f'src="data:{view.media_type};base64,{content}">{boxes}</div>'
        f"<figcaption>{caption}</figcaption>{note}</figure>"
    )
