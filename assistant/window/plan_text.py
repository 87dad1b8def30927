"""The text of a plan → HTML; out of a damaged scan, print and restored reading side by side.

The words of the plan stand in it to the last character, in their order; what is restored stands
beside them in boxes of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.window import words
from assistant.window.markup import escape, marked, verbatim
from assistant.window.parts import Shelf
from assistant.window.words import Tongue
from corpus.names import with_signer
from corpus.plan import Plan, Span


@dataclass(frozen=True)
class Block:
    """Some words of a plan and how they are read; the blocks of a plan cover its text."""

    span: Span
    reading: str
    cited: bool = False


def blocks_of(shelf: Shelf, plan: Plan, quote: Span | None, restored: str | None) -> list[Block]:
    """Return a damaged plan as blocks, the quote within one of them; none of a legible plan.

    `restored` is how the quote is read; it counts where the quote lies outside of all passages.
    """
    if not plan.damaged or not shelf.passages(plan.id):
        return []
    blocks = list(_blocks(shelf, plan))
    return _gathered(blocks, quote, restored or "") if quote else blocks


def _blocks(shelf: Shelf, plan: Plan) -> Iterator[Block]:
    """Yield the passages with what stands between them: headings, and words left as printed."""
    headings = [(one.heading_span, one.heading) for one in shelf.sections(plan.id)]
    at = 0
    for passage in sorted(shelf.passages(plan.id), key=lambda one: one.span):
        start = passage.span.start
        if start < at:
            continue
        if plan.text[at:start].strip():
            yield Block(Span(at, start), _read(plan.text, Span(at, start), headings))
            at = start
        reading = with_signer(plan, passage.span, passage.reading)
        yield Block(Span(at, passage.span.end), reading)
        at = passage.span.end
    if at < len(plan.text):
        yield Block(Span(at, len(plan.text)), _read(plan.text, Span(at, len(plan.text)), headings))


def _read(text: str, span: Span, headings: Sequence[tuple[Span, str]]) -> str:
    """Return the words between two passages with their headings restored; empty without any."""
    inside = sorted(h for h in headings if span.start <= h[0].start and h[0].end <= span.end)
    if not inside:
        return ""
    read, at = "", span.start
    for heading, said in inside:
        read += text[at : heading.start] + (said or text[heading.start : heading.end])
        at = heading.end
    return (read + text[at : span.end]).strip()


def _gathered(blocks: Sequence[Block], quote: Span, restored: str) -> list[Block]:
    """Make one block of all that the quote touches, so that it stands in one piece."""
    touched = [b for b in blocks if b.span.start < quote.end and quote.start < b.span.end]
    if not touched:
        return list(blocks)
    reading = "\n".join(b.reading for b in touched if b.reading) or restored
    whole = Span(touched[0].span.start, touched[-1].span.end)
    before = [b for b in blocks if b.span.end <= whole.start]
    after = [b for b in blocks if b.span.start >= whole.end]
    return [*before, Block(whole, reading, True), *after]


def plan_text(plan: Plan, span: Span | None, tongue: Tongue, blocks: Sequence[Block] = ()) -> str:
    """Return the text of a plan, with the words of a span marked and to be brought into view."""
    if blocks:
        text = "".join(_pair(plan, block, span, tongue) for block in blocks)
        kind = "plan pairs"
    else:
        text, kind = _marked(plan, Span(0, len(plan.text)), span), "plan verbatim"
    legend = "" if not blocks or any(block.cited for block in blocks) else _legend(tongue)
    return (
        f'{legend}<div class="{kind}" lang="vi" tabindex="0" role="region" '
        f'aria-label="{words.WHOLE_TEXT(tongue)}">{text}</div>'
    )


def _legend(tongue: Tongue) -> str:
    """Return what is said above a plan that is opened at no place: which side is which."""
    return (
        f'{_badge(tongue)}<div class="two legend"><p class="restored">'
        f'{words.RESTORED_SIDE(tongue)}</p><p class="printed">{words.ORIGINAL(tongue)}</p></div>'
    )


def _badge(tongue: Tongue) -> str:
    why = words.DAMAGED_WHY(tongue)
    return f'<p class="badge" lang="{tongue}" title="{why}">{words.DAMAGED(tongue)}</p>'


def _pair(plan: Plan, block: Block, span: Span | None, tongue: Tongue) -> str:
    """Return a block: how it is read, beside it the words of the print; the cited one says so."""
    said = escape(block.reading) or f'<span class="hint">{words.AS_IN_PRINT(tongue)}</span>'
    if not block.cited:
        printed = _marked(plan, block.span, None)
        return (
            f'<div class="two pair"><p class="restored">{said}</p>'
            f'<div class="printed verbatim">{printed}</div></div>'
        )
    printed = _marked(plan, block.span, span)
    return (
        f'<div class="pair cited">{_badge(tongue)}<div class="two">'
        f'<div>{_side(words.RESTORED_SIDE(tongue), tongue)}<p class="restored">{said}</p></div>'
        f"<div>{_side(words.ORIGINAL(tongue), tongue)}"
        f'<div class="printed verbatim">{printed}</div></div></div></div>'
    )


def _side(name: str, tongue: Tongue) -> str:
    return f'<p class="hint" lang="{tongue}">{name}</p>'


def _marked(plan: Plan, shown: Span, quote: Span | None) -> str:
    """Return a part of the plan verbatim, with the words of the quote in a <mark>."""
    text = plan.text[shown.start : shown.end]
    if quote is None:
        return verbatim(text)
    start, end = quote.start - shown.start, quote.end - shown.start
    return marked(text, start, end, 'tabindex="-1" data-focus')
