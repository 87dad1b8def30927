"""Citations and plans → the HTML beside the conversation; the same input, the same page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answer import Citation
from assistant.window import words
from assistant.window.conversation import Conversation, Exchange
from assistant.window.markup import card_id, escape, marked, verbatim
from assistant.window.naming import citation_name, day_name, part_name, plan_name
from assistant.window.plan_text import Block, plan_text
from assistant.window.words import Tongue
from corpus.plan import Plan, Span

AROUND = 1500
"""Characters of a section that are shown before and after a quote; most sections are shorter."""


def _no_context(_citation: Citation) -> Span | None:
    return None


def _no_page(_citation: Citation) -> bool:
    return False


@dataclass(frozen=True)
class Shown:
    """What the cards show beside the citations: what is open, and where more is to be had."""

    tongue: Tongue = "vi"
    focus: str | None = None
    """The id of the card to bring into view."""
    picture: str = ""
    """The picture of a page, as HTML, for the card in focus."""
    section_of: Callable[[Citation], Span | None] = _no_context
    """The section around a quote."""
    has_page: Callable[[Citation], bool] = _no_page
    """Whether the page of a citation can be shown as a picture."""


def render_sources(
    conversation: Conversation, plans: Sequence[Plan], shown: Shown | None = None
) -> str:
    """Return the cards of the newest answer, those of earlier ones folded under it."""
    shown = shown or Shown()
    if not conversation:
        return _library(plans, shown.tongue)
    cited = [
        (turn, one)
        for turn, one in enumerate(conversation, start=1)
        if one.answer and one.answer.citations
    ]
    newest = len(conversation)
    texts = {plan.id: plan for plan in plans}
    now = [_cards(turn, one, texts, shown) for turn, one in cited if turn == newest]
    if not now and conversation[-1].answer:
        now = [f'<p class="hint">{words.NO_SOURCES(shown.tongue)}</p>']
    earlier = [
        f"<details{_opened(turn, shown.focus)}><summary>"
        f"{escape(words.SOURCES_OF(shown.tongue, n=turn, question=one.question))}</summary>"
        f"{_cards(turn, one, texts, shown)}</details>"
        for turn, one in reversed(cited)
        if turn != newest
    ]
    return f"<h2>{words.SOURCES(shown.tongue)}</h2>" + "".join(now + earlier)


def _opened(turn: int, focus: str | None) -> str:
    return " open" if focus and focus.startswith(card_id(turn, 0)[:-1]) else ""


def _cards(turn: int, exchange: Exchange, plans: dict[str, Plan], shown: Shown) -> str:
    citations = exchange.answer.citations if exchange.answer else ()
    return "".join(render_card(turn, one, plans.get(one.plan_id), shown) for one in citations)


def render_card(
    turn: int, citation: Citation, plan: Plan | None = None, shown: Shown | None = None
) -> str:
    """Return one citation: where it stands, its words verbatim, the ways to see more of it."""
    shown = shown or Shown()
    tongue, name = shown.tongue, card_id(turn, citation.key)
    focused = name == shown.focus
    return (
        f'<article class="card" id="{name}" tabindex="-1" aria-labelledby="{name}-ten"'
        f"{' data-focus' if focused else ''}>"
        f'<h3 id="{name}-ten"><span class="key">[{citation.key}]</span> '
        f"{escape(citation_name(citation, tongue))}</h3>"
        f"{_place(citation, tongue)}{_quote(citation, tongue)}"
        f"{_context(citation, plan, shown)}"
        f"{shown.picture if focused else ''}{_card_actions(turn, citation, shown)}</article>"
    )


def _place(citation: Citation, tongue: Tongue) -> str:
    """Return number, date, section, page and file as a line of named values."""
    stated = [
        (words.NUMBER, citation.number),
        (words.DATE, day_name(citation.date, tongue)),
        (words.SECTION, part_name(citation.section, tongue)),
        (words.PAGE, str(citation.page or "")),
        (words.FILE, citation.document),
    ]
    named = "".join(
        f"<div><dt>{name(tongue)}</dt><dd>{escape(_known(value, tongue))}</dd></div>"
        for name, value in stated
        if value
    )
    return f'<dl class="place">{named}</dl>'


def _known(value: str, tongue: Tongue) -> str:
    return words.UNKNOWN(tongue) if value == words.UNKNOWN.vi else value


def _quote(citation: Citation, tongue: Tongue) -> str:
    quote = f'<blockquote class="verbatim" lang="vi">{verbatim(citation.quote)}</blockquote>'
    if citation.restored is None:
        return quote
    return (
        f'<p class="badge" title="{words.DAMAGED_WHY(tongue)}">{words.DAMAGED(tongue)}</p>'
        f'<div class="two"><div><p class="hint">{words.RESTORED_SIDE(tongue)}</p>'
        f'<p class="restored" lang="vi">{escape(citation.restored)}</p></div>'
        f'<div><p class="hint">{words.ORIGINAL(tongue)}</p>{quote}</div></div>'
    )


def _context(citation: Citation, plan: Plan | None, shown: Shown) -> str:
    """Return the section that surrounds a quote, with the quote marked in it."""
    span = shown.section_of(citation)
    if plan is None or span is None or (span.start, span.end) == (citation.start, citation.end):
        return ""
    start = max(span.start, citation.start - AROUND)
    end = min(span.end, citation.end + AROUND)
    text = marked(plan.text[start:end], citation.start - start, citation.end - start, "")
    before, after = "… " * (start > span.start), " …" * (end < span.end)
    return (
        f'<details class="context"><summary>{words.CONTEXT(shown.tongue)}</summary>'
        f'<div class="verbatim" lang="vi">{before}{text}{after}</div></details>'
    )


def _card_actions(turn: int, citation: Citation, shown: Shown) -> str:
    tongue = shown.tongue
    unseen = f'<span class="unseen"> {words.SOURCE_N(tongue, n=citation.key)}</span>'
    where = f'data-turn="{turn}" data-key="{citation.key}"'
    page = ""
    if shown.has_page(citation):
        label = words.SEE_PAGE(tongue, n=citation.page)
        page = f'<button type="button" data-page {where}>{label}{unseen}</button>'
    return (
        f'<div class="actions"><button type="button" {where}>{words.SEE_IN_PLAN(tongue)}{unseen}'
        f'</button><button type="button" data-copy="{escape(citation.label)}" '
        f'data-done="{words.COPIED(tongue)}">{words.COPY_LABEL(tongue)}{unseen}</button>'
        f"{page}</div>"
    )


def _library(plans: Sequence[Plan], tongue: Tongue) -> str:
    cards = "".join(
        f'<article class="card"><h3>{escape(plan_name(plan, tongue))}</h3>'
        f"<p>{escape(plan.title.value or '')}</p>"
        f'<p class="file">{escape(plan.file)}</p>{_badge(plan, tongue)}'
        f'<button type="button" data-plan="{escape(plan.id)}">{words.READ_PLAN(tongue)}'
        f'<span class="unseen"> {escape(plan.file)}</span></button></article>'
        for plan in plans
    )
    return f"<h2>{words.IN_LIBRARY(tongue, n=len(plans))}</h2>{cards}"


def render_plan(
    plan: Plan | None,
    citation: Citation | None = None,
    card: str = "",
    tongue: Tongue = "vi",
    blocks: Sequence[Block] = (),
) -> str:
    """Return the whole plan, with the cited words marked and in view.

    `card` is the id of the card to return to; `blocks` set a damaged plan beside its reading.
    """
    back = _bar(card, citation.restored if citation and not blocks else None, tongue)
    if plan is None:
        return f'{back}<p class="failure">{words.PLAN_GONE(tongue)}</p>'
    heading = citation_name(citation, tongue) if citation else plan_name(plan, tongue)
    span = citation.span if citation else None
    return (
        f"{back}<h2>{escape(heading)}</h2>"
        f'<p class="file">{escape(plan.file)}</p>{_badge(plan, tongue)}'
        f"{plan_text(plan, span, tongue, blocks)}"
    )


def _bar(card: str, restored: str | None, tongue: Tongue) -> str:
    """Return what stays in view above a plan: the way back, and how damaged words are read."""
    reading = f"<p>{words.DAMAGED(tongue)}: {escape(restored)}</p>" if restored else ""
    return (
        f'<div class="bar"><button type="button" data-back="{card}">'
        f"{words.BACK_TO_SOURCES(tongue)}</button>{reading}</div>"
    )


def _badge(plan: Plan, tongue: Tongue) -> str:
    return f'<p class="hint">{words.DAMAGED_WHY(tongue)}</p>' if plan.damaged else ""
