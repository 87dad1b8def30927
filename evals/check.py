"""Prove the questions against the plans: that every gold says what a plan says.

Left out: whether a section label exists, which a test asks of the outline.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from corpus.vietnamese import has_diacritics, nfc
from evals.measures import holds, words_of
from evals.question import Question
from evals.run import lacking

_SECTION = re.compile(r"[IVX]+(\.\d+)*(\.[a-zđ])?")
_SHORTEST_QUOTE = 2
"""Words; a name is the shortest thing quoted."""


def read_plan_texts(plans_dir: Path) -> dict[str, str]:
    """Return the NFC text of every plan in a folder, by file name."""
    return {
        path.name: nfc(path.read_text(encoding="utf-8")) for path in sorted(plans_dir.glob("*.txt"))
    }


def find_faults(questions: Sequence[Question], texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return what is wrong with the questions, one sentence each; nothing when all holds."""
    counts = Counter(question.id for question in questions)
    faults = [f"{name}: the id stands {n} times" for name, n in counts.items() if n > 1]
    asked = Counter((question.question, question.history) for question in questions)
    faults += [f"asked {n} times: {text}" for (text, _), n in asked.items() if n > 1]
    for question in questions:
        faults += [f"{question.id}: {fault}" for fault in _faults(question, texts)]
    return tuple(faults)


def _faults(question: Question, texts: Mapping[str, str]) -> Iterator[str]:
    yield from _wording_faults(question)
    yield from _place_faults(question, texts)
    yield from _answer_faults(question) if question.answerable else _decline_faults(question)


def _wording_faults(question: Question) -> Iterator[str]:
    if not question.question.strip():
        yield "the question is empty"
    if question.language == "vi" and not has_diacritics(question.question):
        yield "vi without a diacritic is vi-plain"
    if question.language == "vi-plain" and not question.question.isascii():
        yield "vi-plain must be typed in ASCII"
    texts = (question.question, question.short_answer, question.gold_quote, *question.forbidden)
    if any(text != nfc(text) for text in texts):
        yield "text is not in normal form C"


def _place_faults(question: Question, texts: Mapping[str, str]) -> Iterator[str]:
    for name in question.plans:
        if name not in texts:
            yield f"no such plan: {name}"
    for place in question.sections:
        if place.document not in question.plans:
            yield f"section of a plan not named: {place.document}"
        if not _SECTION.fullmatch(place.section):
            yield f"section label {place.section!r} is not of the form IV.3 or II.2.a"
    if not question.gold_quote:
        return
    count = texts.get(question.plans[0], "").count(question.gold_quote) if question.plans else 0
    if count != 1:
        yield f"the gold quote stands {count} times in its plan"
    if len(words_of(question.gold_quote)) < _SHORTEST_QUOTE:
        yield "the gold quote is too short to be found"


def _answer_faults(question: Question) -> Iterator[str]:
    if question.reason not in (None, "unclear"):
        yield f"answerable, yet the reason is {question.reason}"
    if not (question.required and question.gold_quote and question.plans):
        yield "answerable without required statements, gold quote or plan"
    yield from _required_faults(question)


def _required_faults(question: Question) -> Iterator[str]:
    if any(not words_of(wording) for wordings in question.required for wording in wordings):
        yield "a required wording has no words"
    if any(not wordings for wordings in question.required):
        yield "a required statement has no wording"
        return
    for statement in lacking(question, question.short_answer, question.short_answer):
        yield f"its own short answer does not hold {statement!r}"
    for words in question.forbidden:
        if holds(question.short_answer, words):
            yield f"its own short answer holds the forbidden {words!r}"


def _decline_faults(question: Question) -> Iterator[str]:
    if question.reason is None:
        yield "unanswerable without a reason"
    corrects = question.kind in ("premise", "silence")
    stated = (question.required, question.short_answer, question.gold_quote, question.sections)
    if any(stated) and not corrects:
        yield "unanswerable, yet it has an answer, a quote or a section"
    if question.reason == "false_premise" and not (question.required and question.gold_quote):
        yield "a false premise without what corrects it, and the quote that does"
    if (question.kind == "premise") != (question.reason == "false_premise"):
        yield "a premise question is one with the reason false_premise, and no other"
    if (question.reason == "no_such_plan") == bool(question.plans):
        yield "no_such_plan names no plan; any other reason names the plan that is silent"
    yield from _required_faults(question)
