"""A conversation → its HTML: each question, how it was understood, its answer, what to do with it.

The same conversation gives the same page.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer, Citation, Partial
from assistant.answering.compose import RESTORED
from assistant.window import words
from assistant.window.claims import render_claims
from assistant.window.conversation import Conversation, Exchange, Session, example_questions
from assistant.window.markup import escape, link_markers, plain_text, render_markdown
from assistant.window.naming import citation_name
from assistant.window.words import Tongue
from corpus.plan import Plan


def render_session(session: Session, plans: Sequence[Plan], tongue: Tongue) -> str:
    """Return the open conversation, and above it the way to the earlier ones."""
    page = render_conversation(session.conversation, plans, tongue)
    return _earlier(session, tongue) + page


def _earlier(session: Session, tongue: Tongue) -> str:
    others = [
        (number, one)
        for number, one in enumerate(session.conversations)
        if one and number != session.current
    ]
    if not others:
        return ""
    buttons = "".join(
        f'<li><button type="button" data-conversation="{number}">{escape(one[0].question)}</button>'
        for number, one in reversed(others)
    )
    title = words.EARLIER(tongue, n=len(others))
    return f'<details class="earlier"><summary>{title}</summary><ul>{buttons}</ul></details>'


def render_welcome(plans: Sequence[Plan], tongue: Tongue = "vi") -> str:
    """Return what stands in the conversation before the first question."""
    return (
        f'<div class="welcome"><h2>{words.WELCOME(tongue)}</h2>'
        f"<p>{words.WELCOME_MORE(tongue)}</p>"
        f'<p class="hint">{words.EXAMPLES(tongue)}</p>'
        f'<ul class="examples">{_questions(example_questions(plans, tongue))}</ul></div>'
    )


def _questions(questions: Sequence[str]) -> str:
    return "".join(
        f'<li><button type="button" data-question="{escape(one)}">{escape(one)}</button></li>'
        for one in questions
    )


def render_conversation(
    conversation: Conversation, plans: Sequence[Plan], tongue: Tongue = "vi"
) -> str:
    """Return the exchanges in order, each question with its answer."""
    if not conversation:
        return render_welcome(plans, tongue)
    return "".join(_exchange(turn, one, tongue) for turn, one in enumerate(conversation, start=1))


def _exchange(turn: int, exchange: Exchange, tongue: Tongue) -> str:
    if exchange.answer:
        body = _answer(turn, exchange, exchange.answer, tongue)
    elif exchange.failure:
        said = exchange.failure_english if tongue == "en" else exchange.failure
        body = f'<p class="failure" role="alert">{escape(said or exchange.failure)}</p>'
    elif exchange.stopped:
        body = f'<p class="pending stopped">{words.STOPPED(tongue)}</p>{_mend(exchange, tongue)}'
    else:
        body = _draft(exchange.draft, tongue)
    return (
        f'<section class="exchange" id="hoi-{turn}" '
        f'aria-label="{words.QUESTION_N(tongue, n=turn)}">'
        f'<p class="question"><span class="unseen">{words.QUESTION_SAID(tongue)}</span>'
        f"{escape(exchange.question)}</p>{body}</section>"
    )


def _draft(draft: Partial | None, tongue: Tongue) -> str:
    """Return the stage of the work, and what is written so far as something not yet checked."""
    stage = words.STAGES[draft.stage if draft else "searching"](tongue)
    said = f'<p class="pending waiting">{stage}</p>'
    if draft is None or not draft.text.strip():
        return said
    text = render_markdown(draft.text, words.MORE_ITEMS(tongue))
    note = f'<p class="hint">{words.UNCHECKED(tongue)}</p>'
    return f'{said}<div class="draft">{note}<div class="words">{text}</div></div>'


def _answer(turn: int, exchange: Exchange, answer: Answer, tongue: Tongue) -> str:
    labels = {one.key: citation_name(one, tongue) for one in answer.citations}
    told = sources_named(answer.answer, answer.citations, tongue)
    text = render_markdown(told, words.MORE_ITEMS(tongue))
    text = link_markers(text, turn, labels)
    note = ""
    if unmarked(answer):
        note = f'<p class="restored-note">{words.DAMAGED_ANSWER(tongue)}</p>'
    note += render_claims(answer, tongue)
    below = note + _choices(answer) + _actions(turn, exchange, tongue)
    return (
        f'<div class="answer{" abstained" if answer.abstained else ""}">'
        f"{_understood(answer, tongue)}"
        f'<div class="words" lang="{answer.language}">{text}</div>{below}</div>'
    )


def sources_named(told: str, citations: Sequence[Citation], tongue: Tongue) -> str:
    """Return an answer whose lines of sources are said in the language of the window."""
    if tongue == "vi":
        return told
    for one in sorted(citations, key=lambda one: -len(one.label)):
        told = told.replace(one.label, citation_name(one, tongue))
    return told


def _understood(answer: Answer, tongue: Tongue) -> str:
    """Say how the question was read, where that is not as it was typed."""
    asked, read = answer.question.strip(), answer.understood.strip()
    if not read or read == asked:
        return ""
    added = read.removeprefix(asked).strip()
    template = words.UNDERSTOOD if added == read else words.SEARCHED
    return (
        f'<p class="understood">{escape(template(tongue, words=added))} '
        f'<button type="button" class="mend" data-mend="{escape(read)}" '
        f'title="{words.MEND_WHY(tongue)}">{words.MEND(tongue)}</button></p>'
    )


def _mend(exchange: Exchange, tongue: Tongue) -> str:
    return (
        f'<button type="button" data-mend="{escape(exchange.question)}" '
        f'title="{words.MEND_WHY(tongue)}">{words.MEND_ASKED(tongue)}</button>'
    )


def _choices(answer: Answer) -> str:
    """Return the questions to choose from where the one that was put fits several plans."""
    if not answer.choices:
        return ""
    label = words.CHOOSE(answer.language)
    return f'<ul class="examples choices" aria-label="{label}">{_questions(answer.choices)}</ul>'


def _actions(turn: int, exchange: Exchange, tongue: Tongue) -> str:
    """Return the row below an answer: copy it, change the question, say whether it is right."""
    assert exchange.answer is not None
    copied = escape(copied_text(exchange.answer, tongue))
    return (
        f'<div class="actions"><button type="button" class="copy" data-copy="{copied}" '
        f'data-done="{words.COPIED(tongue)}">{words.COPY(tongue)}</button>'
        f"{_mend(exchange, tongue)}{_feedback(turn, exchange, tongue)}</div>"
    )


def _feedback(turn: int, exchange: Exchange, tongue: Tongue) -> str:
    """Return the buttons that rate an answer, or what was said of it and the way to take it back.

    "Not right" opens the reasons, each a button of its own.
    """
    verdict = exchange.verdict
    if verdict is not None:
        what = words.RIGHT(tongue) if verdict.right else words.WRONG(tongue)
        if verdict.reason in words.REASONS:
            what += f" – {words.REASONS[verdict.reason](tongue).lower()}"
        return (
            f'<div class="feedback" role="status" tabindex="-1">'
            f"<span>{words.NOTED(tongue, what=what)}</span> "
            f'<button type="button" data-rate="undo" data-turn="{turn}">'
            f"{words.UNDO(tongue)}</button></div>"
        )
    reasons = "".join(
        f'<button type="button" data-rate="{name}" data-turn="{turn}">{reason(tongue)}</button>'
        for name, reason in words.REASONS.items()
    )
    return (
        f'<div class="feedback" role="group" tabindex="-1" aria-label="{words.RATE(tongue)}">'
        f'<button type="button" data-rate="right" data-turn="{turn}">{words.RIGHT(tongue)}</button>'
        f'<details class="wrong"><summary>{words.WRONG(tongue)}</summary>'
        f'<div class="reasons" role="group" aria-label="{words.WHY_WRONG(tongue)}">'
        f"<p>{words.WHY_WRONG(tongue)}</p>{reasons}</div></details></div>"
    )


def copied_text(answer: Answer, tongue: Tongue = "vi") -> str:
    """Return an answer to paste into a document, with its sources in office form."""
    text = plain_text(answer.answer)
    unnamed = [one for one in answer.citations if one.label not in text]
    sources = "\n".join(f"[{one.key}] {one.label}" for one in unnamed)
    note = words.DAMAGED_ANSWER(tongue) if unmarked(answer) else ""
    return "\n\n".join(filter(None, (text, sources, note)))


def unmarked(answer: Answer) -> bool:
    """Tell whether an answer rests on restored words and does not say so itself."""
    restored = any(citation.restored is not None for citation in answer.citations)
    return restored and not any(mark in answer.answer for mark in RESTORED.values())
