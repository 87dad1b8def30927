"""Findings → the answer an official reads: the short answer first, its sources numbered below.

One plan gives one line or a list; several plans that are compared give a table with one row a plan,
where a silent one is said to be silent; several that merely fit are said apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Language
from assistant.answering.compared import conclude
from assistant.answering.draft import Draft, References, clip, name_of, succession
from assistant.answering.finding import Finding
from assistant.query import Query
from assistant.wording import SILENT_PLAN, WHICH_PLAN
from corpus.plan import Plan
from corpus.vietnamese import fold

SUPPORT_WORDS = 40
"""Words of the sentence that is added to a short answer; its source holds the rest."""

STRUNG, LONG_SHORT = 3, 120
"""Things strung together, and characters, from which a short answer is set out as a list: more
than two lines of the window."""

RESTORED = {
    "vi": "(Có chữ khôi phục từ bản quét hỏng; hãy đối chiếu bản in.)",
    "en": "(Partly restored from a damaged scan; check the print.)",
}
"""What marks an answer whose source a machine had to restore."""

CELL_WORDS = 60
"""Words of a cell of a comparison."""


def compose(
    query: Query, findings: Sequence[Finding], plans: Sequence[Plan], notes: Sequence[str] = ()
) -> Draft:
    """Put the findings of one or more plans together, with notes below them."""
    references = References()
    silent = _silent(query, findings)
    if len(findings) + len(silent) == 1:
        [finding] = findings
        which = WHICH_PLAN.search(fold(f"{query.question} . {query.own}"))
        if which and len(query.plans) > 1:
            finding = _with_plan(finding, query.language)
        lead, short = _alone(finding, references), finding.short
    elif query.every_place:
        lead, short = _table(query, findings, references)
    else:
        lead, short = _apart(query.language, findings, references)
    notes = [*notes]
    notes += [note for f in findings for note in succession(f.plan, plans, query.language)]
    if any(citation.restored is not None for citation in references.citations):
        notes.append(RESTORED[query.language])
    text = "\n\n".join(filter(None, [lead, *notes, references.labels()]))
    strength = max(finding.strength for finding in findings)
    return Draft(text, short, references.citations, strength=strength)


def _with_plan(finding: Finding, language: Language) -> Finding:
    """Put the name of its plan before what it states, where the question asks which plan it is."""
    return replace(finding, short=f"{name_of(finding.plan, language)}: {finding.short}")


def _alone(finding: Finding, references: References) -> str:
    """Return the short answer in bold with its marks, and a sentence of support below it."""
    first, *items = finding.short.split("\n")
    if not items and (strung := _set_out(finding, references)):
        return strung
    first = first[:1].upper() + first[1:]
    if not items:
        line = f"**{first}**{references.marks(finding.statements)}"
        support = clip(finding.support, SUPPORT_WORDS)
        return f"{line}\n\n{support}" if support and support not in first else line
    told = {statement.text: statement for statement in finding.statements}
    lines = [f"**{first}**"]
    for item in items:
        statement = told.pop(item.removeprefix("- "), None)
        lines.append(item + (references.marks([statement]) if statement else ""))
    lines[0] += references.marks(list(told.values()))
    return "\n".join(lines)


def _set_out(finding: Finding, references: References) -> str:
    """Return a short answer that strings many things together as a list; empty for another one.

    Ten lines in bold cannot be read; one thing a line can. Each has the marks of its own source
    where it is a statement of its own, else the last has them all.
    """
    items = finding.short.split("; ")
    if len(items) < STRUNG or len(finding.short) < LONG_SHORT:
        return ""
    own = {statement.text: statement for statement in finding.statements}
    if own.keys() >= {*items}:
        return "\n".join(f"- {item}{references.marks([own[item]])}" for item in items)
    items[-1] += references.marks(finding.statements)
    return "\n".join(f"- {item}" for item in items)


def _apart(
    language: Language, findings: Sequence[Finding], references: References
) -> tuple[str, str]:
    """Say what each of several plans states, one after the other."""
    parts, shorts = [], []
    said = {" ".join(finding.short.split()) for finding in findings}
    if len(said) == 1 and "\n" not in findings[0].short:  # they all say the same
        statements = [one for finding in findings for one in finding.statements]
        short = findings[0].short
        return f"**{short}**{references.marks(statements)}", short
    for finding in findings:
        name = name_of(finding.plan, language)
        first, *items = finding.short.split("\n")
        if items:
            listed = _alone(finding, references).split("\n")
            parts.append("\n".join([f"**{name}: {first}**", *listed[1:]]))
        else:
            parts.append(f"**{name}: {first}**{references.marks(finding.statements)}")
        shorts.append(f"{name}: {finding.short}")
    return "\n\n".join(parts), "\n".join(shorts)


def _table(query: Query, findings: Sequence[Finding], references: References) -> tuple[str, str]:
    """Set the plans side by side, each cell with its sources; say which is higher where asked."""
    english = query.language == "en"
    nothing = "not stated" if english else "không nêu"
    by_plan = {finding.plan.id: finding for finding in findings}
    rows = ["| Plan | What it states |" if english else "| Kế hoạch | Nội dung |", "|---|---|"]
    shorts = []
    for plan in query.plans:
        name, finding = name_of(plan, query.language), by_plan.get(plan.id)
        if finding is None:
            rows.append(f"| {name} | {nothing} |")
            shorts.append(f"{name}: {nothing}")
            continue
        items = [line.removeprefix("- ") for line in finding.short.split("\n")]
        words = items[0] if len(items) == 1 else f"{items[0]} " + "; ".join(items[1:])
        cell = clip(words.replace("|", "/"), CELL_WORDS)
        rows.append(f"| {name} | {cell}{references.marks(finding.statements)} |")
        shorts.append(f"{name}: {' '.join(words.split())}")
    verdict = _which_are_silent(query, findings) or conclude(query, findings)
    table = "\n".join(rows)
    if verdict:
        return f"**{verdict}**\n\n{table}", "\n".join([verdict, *shorts])
    return table, "\n".join(shorts)


def _which_are_silent(query: Query, findings: Sequence[Finding]) -> str:
    """Name the plans that do not state what is asked, where the question asks for those."""
    if not SILENT_PLAN.search(fold(query.question)):
        return ""
    silent = [name_of(plan, query.language) for plan in _silent(query, findings)]
    if query.language == "en":
        return f"Not stated by: {', '.join(silent)}" if silent else "All of them state it"
    return f"Không nêu: {', '.join(silent)}" if silent else "Các kế hoạch đều nêu"


def _silent(query: Query, findings: Sequence[Finding]) -> list[Plan]:
    """Return the plans that a comparison asked about and that do not answer."""
    answered = [finding.plan for finding in findings]
    return [p for p in query.plans if p not in answered] if query.every_place else []
