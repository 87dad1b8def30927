"""Conversation, sources and a plan → the HTML of the window; the same input, the same page."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer, Citation
from assistant.answering.compose import RESTORED
from assistant.citation import plan_label
from assistant.window.conversation import Conversation, Exchange, example_questions
from assistant.window.markup import (
    card_id,
    escape,
    link_markers,
    marked,
    plain_text,
    render_markdown,
    verbatim,
)
from corpus.plan import Plan

DAMAGED = "Khôi phục tự động"
DAMAGED_ANSWER = "Có chữ khôi phục tự động từ bản quét hỏng; hãy đối chiếu nguồn trước khi dùng."
DAMAGED_WHY = "Bản quét của kế hoạch này bị hỏng chữ; hãy đối chiếu bản giấy trước khi trích dẫn."


def render_welcome(plans: Sequence[Plan]) -> str:
    """Return what stands in the conversation before the first question."""
    examples = "".join(
        f'<li><button type="button" data-question="{escape(question)}">{escape(question)}</button>'
        for question in example_questions(plans)
    )
    return (
        '<div class="welcome"><h2>Hỏi về các kế hoạch của UBND</h2>'
        "<p>Câu trả lời nêu ngay kết luận, kèm nguyên văn trong kế hoạch. "
        "Điều kế hoạch không nêu thì trợ lý nói rõ là không nêu. "
        "Gõ có dấu, không dấu hay tiếng Anh đều được.</p>"
        f'<p class="hint">Ví dụ:</p><ul class="examples">{examples}</ul></div>'
    )


def render_conversation(conversation: Conversation, plans: Sequence[Plan]) -> str:
    """Return the exchanges in order, each question with its answer."""
    if not conversation:
        return render_welcome(plans)
    return "".join(_exchange(turn, one) for turn, one in enumerate(conversation, start=1))


def _exchange(turn: int, exchange: Exchange) -> str:
    if exchange.answer:
        body = _answer(turn, exchange.answer)
    elif exchange.failure:
        body = f'<p class="failure" role="alert">{escape(exchange.failure)}</p>'
    else:
        body = '<p class="pending">Đang tìm trong các kế hoạch…</p>'
    return (
        f'<section class="exchange" aria-label="Câu hỏi {turn}">'
        f'<p class="question"><span class="unseen">Câu hỏi: </span>{escape(exchange.question)}</p>'
        f"{body}</section>"
    )


def _answer(turn: int, answer: Answer) -> str:
    asked, read = answer.question.strip(), answer.understood.strip()
    understood = ""
    if read and read != asked:
        added = read.removeprefix(asked).strip()
        words = f"Hiểu câu hỏi là: {read}" if added == read else f"Tìm theo: {added}"
        understood = (
            f'<p class="understood">{escape(words)} <button type="button" class="mend" '
            f'data-mend="{escape(read)}" title="Đưa câu này vào ô câu hỏi để sửa">'
            "Sửa lại</button></p>"
        )
    labels = {citation.key: citation.label for citation in answer.citations}
    text = link_markers(render_markdown(answer.answer), turn, labels)
    note = f'<p class="restored-note">{DAMAGED_ANSWER}</p>' if _unmarked(answer) else ""
    return (
        f'<div class="answer{" abstained" if answer.abstained else ""}">{understood}'
        f'<div class="words" lang="{answer.language}">{text}</div>{note}{_choices(answer)}'
        f'<button type="button" class="copy" data-copy="{escape(copied_text(answer))}">'
        "Sao chép</button></div>"
    )


def _choices(answer: Answer) -> str:
    """Return the questions to choose from where the one that was put fits several plans."""
    if not answer.choices:
        return ""
    buttons = "".join(
        f'<li><button type="button" data-question="{escape(one)}">{escape(one)}</button></li>'
        for one in answer.choices
    )
    label = "Which one?" if answer.language == "en" else "Chọn một câu hỏi"
    return f'<ul class="examples choices" aria-label="{label}">{buttons}</ul>'


def copied_text(answer: Answer) -> str:
    """Return an answer to paste into a document, with its sources in office form."""
    text = plain_text(answer.answer)
    unnamed = [one for one in answer.citations if one.label not in text]
    sources = "\n".join(f"[{one.key}] {one.label}" for one in unnamed)
    note = DAMAGED_ANSWER if _unmarked(answer) else ""
    return "\n\n".join(filter(None, (text, sources, note)))


def _unmarked(answer: Answer) -> bool:
    """Tell whether an answer rests on restored words and does not say so itself."""
    return _restored(answer) and not any(mark in answer.answer for mark in RESTORED.values())


def _restored(answer: Answer) -> bool:
    return any(citation.restored is not None for citation in answer.citations)


def render_sources(
    conversation: Conversation, plans: Sequence[Plan], focus: str | None = None
) -> str:
    """Return the cards of the newest answer, those of earlier ones folded under it.

    `focus` is the id of the card to bring into view.
    """
    cited = [
        (turn, one)
        for turn, one in enumerate(conversation, start=1)
        if one.answer and one.answer.citations
    ]
    if not conversation:
        return _library(plans)
    newest = len(conversation)
    now = [_cards(turn, one, focus) for turn, one in cited if turn == newest]
    if not now and conversation[-1].answer:
        now = ['<p class="hint">Câu trả lời này không dẫn kế hoạch nào.</p>']
    earlier = [
        f"<details{_opened(turn, focus)}><summary>Nguồn của câu hỏi {turn}: "
        f"{escape(one.question)}</summary>{_cards(turn, one, focus)}</details>"
        for turn, one in reversed(cited)
        if turn != newest
    ]
    return "<h2>Nguồn</h2>" + "".join(now + earlier)


def _opened(turn: int, focus: str | None) -> str:
    return " open" if focus and focus.startswith(card_id(turn, 0)[:-1]) else ""


def _cards(turn: int, exchange: Exchange, focus: str | None) -> str:
    citations = exchange.answer.citations if exchange.answer else ()
    return "".join(render_card(turn, citation, focus) for citation in citations)


def render_card(turn: int, citation: Citation, focus: str | None = None) -> str:
    """Return one citation: where it stands, its words verbatim, the way into the plan."""
    name = card_id(turn, citation.key)
    quote = f'<blockquote class="verbatim">{verbatim(citation.quote)}</blockquote>'
    if citation.restored is not None:
        quote = (
            f'<p class="badge" title="{DAMAGED_WHY}">{DAMAGED}</p>'
            f'<p class="restored">{escape(citation.restored)}</p>'
            f'<p class="hint">Nguyên văn trong tệp (bản quét hỏng chữ):</p>{quote}'
        )
    return (
        f'<article class="card" id="{name}" tabindex="-1" aria-labelledby="{name}-ten"'
        f"{' data-focus' if name == focus else ''}>"
        f'<h3 id="{name}-ten"><span class="key">[{citation.key}]</span> {escape(citation.label)}'
        f'</h3><p class="file">{escape(citation.document)}</p>{quote}'
        f'<button type="button" data-turn="{turn}" data-key="{citation.key}">'
        f'Xem trong kế hoạch<span class="unseen"> (nguồn {citation.key})</span></button></article>'
    )


def _library(plans: Sequence[Plan]) -> str:
    cards = "".join(
        f'<article class="card"><h3>{escape(plan_label(plan))}</h3>'
        f"<p>{escape(plan.title.value or '')}</p>"
        f'<p class="file">{escape(plan.file)}</p>{_badge(plan)}'
        f'<button type="button" data-plan="{escape(plan.id)}">Đọc kế hoạch'
        f'<span class="unseen"> {escape(plan.file)}</span></button></article>'
        for plan in plans
    )
    return f"<h2>Các kế hoạch trong kho ({len(plans)})</h2>{cards}"


def render_plan(plan: Plan | None, citation: Citation | None = None, card: str = "") -> str:
    """Return the whole plan, with the cited words marked and in view.

    `card` is the id of the card to return to.
    """
    back = _bar(card, citation.restored if citation else None)
    if plan is None:
        return f'{back}<p class="failure">Kế hoạch này không còn trong kho.</p>'
    if citation:
        attributes = 'id="trich-dan" tabindex="-1" data-focus'
        text = marked(plan.text, citation.start, citation.end, attributes)
    else:
        text = verbatim(plan.text)
    heading = citation.label if citation else plan_label(plan)
    return (
        f"{back}<h2>{escape(heading)}</h2>"
        f'<p class="file">{escape(plan.file)}</p>{_badge(plan)}'
        f'<div class="plan verbatim" tabindex="0" role="region" aria-label="Toàn văn kế hoạch">'
        f"{text}</div>"
    )


def _bar(card: str, restored: str | None) -> str:
    """Return what stays in view above a plan: the way back, and how damaged words are read."""
    reading = f"<p>{DAMAGED}: {escape(restored)}</p>" if restored else ""
    return (
        f'<div class="bar"><button type="button" data-back="{card}">Đóng kế hoạch, trở lại</button>'
        f"{reading}</div>"
    )


def _badge(plan: Plan) -> str:
    return f'<p class="hint">{DAMAGED_WHY}</p>' if plan.damaged else ""
