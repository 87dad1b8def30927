"""The plans of the corpus → a table, and one plan → its outline, facts and warnings."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.citation import printed
from assistant.english_indicators import figure_in_english
from assistant.english_times import in_english_time
from assistant.window import words
from assistant.window import words_views as w
from assistant.window.comparison import figure_of
from assistant.window.markup import escape
from assistant.window.naming import (
    agency_name,
    day_name,
    indicator_name,
    issuer_name,
    note_name,
    plan_name,
    short_name,
    subject_name,
)
from assistant.window.tables import button, place_button, render_table
from assistant.window.words import Both, Tongue
from corpus.facts import Facts, Target
from corpus.names import signer_of
from corpus.plan import Field, Plan, Section, Span


def render_plans(plans: Sequence[Plan], tongue: Tongue) -> str:
    """Return the table of the plans."""
    if not plans:
        return f'<p class="hint">{w.NO_PLANS(tongue)}</p>'
    names = (w.PLACE, w.NUMBER, w.DATE, w.PROGRAMME, w.PAGES, w.HOW_READ, w.LEGIBILITY)
    columns = [*(name(tongue) for name in names), w.SUPERSEDED(tongue), w.OPEN(tongue)]
    by_id = {plan.id: plan for plan in plans}
    rows = [_row(plan, by_id, tongue) for plan in plans]
    table = render_table(w.PLANS_TITLE(tongue, n=len(plans)), columns, rows, "plans")
    return f'{table}<p class="hint">{w.NONE(tongue)}</p>'


def _row(plan: Plan, by_id: dict[str, Plan], tongue: Tongue) -> list[str]:
    newer = by_id.get(plan.superseded_by or "")
    name = plan_name(plan, tongue)
    return [
        escape(issuer_name(plan.issuer.value or plan.place.value or words.UNKNOWN.vi, tongue)),
        f'<span class="nowrap">{_value(plan.number, tongue)}</span>',
        f'<span class="nowrap">{_value(plan.date, tongue)}</span>',
        escape(plan.programme.value) if plan.programme.value else _not_stated(tongue),
        str(len(plan.pages)) if plan.pages and plan.pages[0].number else "–",
        how_read(plan, tongue),
        legibility(plan, tongue),
        escape(short_name(newer, tongue)) if newer else "–",
        button("plan", w.OPEN(tongue), plan.id, name),
    ]


def _not_stated(tongue: Tongue) -> str:
    return f'<span class="hint">{w.NOT_STATED(tongue)}</span>'


def _value(field: Field, tongue: Tongue) -> str:
    if field.value:
        return escape(day_name(field.value, tongue))
    return f'<span class="hint">{words.UNKNOWN(tongue)}</span>'


def how_read(plan: Plan, tongue: Tongue) -> str:
    ways = dict.fromkeys(page.way for page in plan.pages)
    return escape(", ".join(w.WAYS[way](tongue) if way in w.WAYS else way for way in ways))


def legibility(plan: Plan, tongue: Tongue) -> str:
    """Return whether the words can be read as they are, or how many pages are damaged."""
    damaged = sum(page.damaged for page in plan.pages)
    if not damaged:
        return w.LEGIBLE(tongue)
    if len(plan.pages) == 1:
        return f'<span class="badge">{w.DAMAGED_FILE(tongue)}</span>'
    said = w.DAMAGED_PAGES(tongue, n=damaged, all=len(plan.pages))
    return f'<span class="badge">{said}</span>'


def render_one_plan(
    plan: Plan,
    sections: Sequence[Section],
    facts: Facts,
    by_id: dict[str, Plan],
    tongue: Tongue,
    removable: bool = False,
) -> str:
    """Return what one plan states: of itself, its parts, its facts, and what to be careful of."""
    whole = f'<button type="button" data-open="{escape(plan.id)}">{w.READ_ALL(tongue)}</button>'
    remove = button("remove", w.REMOVE(tongue), plan.id, kind="warn") if removable else ""
    return (
        f'<div class="actions">{button("list", w.BACK_TO_PLANS(tongue))}{whole}{remove}</div>'
        f'<h2 data-focus tabindex="-1">{escape(plan_name(plan, tongue))}</h2>'
        f"{_warnings(plan, facts, by_id, tongue)}{_about(plan, tongue)}"
        f"{_outline(plan, sections, tongue)}{_facts(plan, facts, tongue)}"
    )


def _about(plan: Plan, tongue: Tongue) -> str:
    single = [
        (w.ISSUER, plan.issuer),
        (w.NUMBER, plan.number),
        (w.DATE, plan.date),
        (w.TITLE_OF, plan.title),
        (w.PROGRAMME, plan.programme),
        (w.SIGNER, plan.signer),
    ]
    rows = [(name, _said(name, field.value, plan, tongue)) for name, field in single if field.value]
    rows.append((w.HOW_READ, f"{how_read(plan, tongue)} · {legibility(plan, tongue)}"))
    for name, fields in ((w.BASES, plan.bases), (w.RECIPIENTS, plan.recipients)):
        values = [escape(field.value) for field in fields if field.value]
        if values:
            rows.append((name, values[0] if len(values) == 1 else _folded(values, tongue)))
    rows.append((w.FILE, escape(plan.file)))
    said = "".join(f"<div><dt>{name(tongue)}</dt><dd>{value}</dd></div>" for name, value in rows)
    return f'<dl class="about">{said}</dl>'


def _said(name: Both, value: str, plan: Plan, tongue: Tongue) -> str:
    """Return what a plan states of itself; a name out of a damaged scan is told to be one."""
    if name is w.ISSUER:
        return escape(issuer_name(value, tongue))
    if name is w.DATE:
        return escape(day_name(value, tongue))
    return _signer(value, plan, tongue) if name is w.SIGNER else escape(value)


def _signer(printed_name: str, plan: Plan, tongue: Tongue) -> str:
    """Return who signed as the answers and the API read it, with the print where it is damaged."""
    read = signer_of(plan) or printed_name
    if not plan.damaged:
        return escape(read)
    said = w.NAME_IN_PRINT(tongue, printed=printed_name) if read != printed_name else ""
    return f'{escape(read)} <span class="hint">{escape(said or w.AS_PRINTED(tongue))}</span>'


def _folded(values: Sequence[str], tongue: Tongue) -> str:
    items = "".join(f"<li>{value}</li>" for value in values)
    count = w.SHOW_ALL(tongue, n=len(values))
    return f"<details><summary>{count}</summary><ul>{items}</ul></details>"


def warnings_of(plan: Plan, facts: Facts, by_id: dict[str, Plan], tongue: Tongue) -> list[str]:
    """Return what a reader should be careful of: blank fields, damaged words, a newer plan."""
    found: list[str] = []
    newer = by_id.get(plan.superseded_by or "")
    if newer:
        found.append(w.REPLACED_BY(tongue, plan=plan_name(newer, tongue)))
    if plan.damaged:
        found.append(words.DAMAGED_WHY(tongue))
    stated = [(w.NUMBER, plan.number), (w.DATE, plan.date), (w.ISSUER, plan.issuer)]
    for name, field in [*stated, (w.SIGNER, plan.signer)]:
        if field.value is None:
            words_printed = printed(plan, field)
            template = w.PRINTED_AS if words_printed else w.NOT_STATED_FIELD
            found.append(template(tongue, field=name(tongue), printed=words_printed))
    for page in plan.pages:
        number = page.number or 1
        found += [
            w.PAGE_NOTE(tongue, n=number, note=note_name(note, tongue)) for note in page.notes
        ]
    left_out = sum(count for _, count in facts.left_out)
    return found + ([w.LEFT_OUT(tongue, n=left_out)] if left_out else [])


def _warnings(plan: Plan, facts: Facts, by_id: dict[str, Plan], tongue: Tongue) -> str:
    found = warnings_of(plan, facts, by_id, tongue)
    if not found:
        return ""
    items = "".join(f"<li>{escape(one)}</li>" for one in found)
    return f'<div class="warnings"><h3>{w.WARNINGS(tongue)}</h3><ul>{items}</ul></div>'


def _outline(plan: Plan, sections: Sequence[Section], tongue: Tongue) -> str:
    items = "".join(
        f'<li class="level-{min(len(one.path), 4)}">'
        f"{place_button(plan, one.path, one.heading_span, tongue)} {escape(one.heading)}</li>"
        for one in sections
        if one.path and (one.heading or len(one.path) < 3)
    )
    if not items:
        return ""
    return (
        f'<details class="facts" open><summary>{w.OUTLINE(tongue)} ({len(sections)})</summary>'
        f'<ul class="outline" lang="vi">{items}</ul></details>'
    )


def _facts(plan: Plan, facts: Facts, tongue: Tongue) -> str:
    """Return the facts as tables that open, each row with the way to its place."""

    def at(path: tuple[str, ...], span: Span) -> str:
        return place_button(plan, path, span, tongue)

    def agencies(names: Sequence[str]) -> str:
        return escape("; ".join(agency_name(name, tongue) for name in names))

    def time_of(said: str) -> str:
        return escape(in_english_time(said) if tongue == "en" else said)

    duties = [
        [at(a.path, a.span), agencies(a.agencies), w.ROLES[a.role](tongue), escape(a.duty)]
        for a in facts.assignments
    ]
    targets = [[at(t.path, t.span), *_target(t, tongue)] for t in facts.targets]
    deadlines = [
        [at(d.path, d.span), agencies(d.who), escape(d.what), agencies(d.to), time_of(d.by)]
        for d in facts.deadlines
    ]
    funding = [[at(f.path, f.span), escape(f.source), escape(f.purpose)] for f in facts.funding]
    tables: list[tuple[Both, tuple[Both, ...], list[list[str]]]] = [
        (w.ASSIGNMENTS, (w.WHERE, w.AGENCIES, w.ROLE, w.DUTY), duties),
        (w.TARGETS, (w.WHERE, w.SUBJECT, w.INDICATOR, w.YEAR, w.LEVEL), targets),
        (w.DEADLINES, (w.WHERE, w.WHO, w.WHAT, w.TO, w.BY), deadlines),
        (w.FUNDING, (w.WHERE, w.SOURCE_OF_MONEY, w.PURPOSE), funding),
    ]
    return "".join(
        f'<details class="facts"><summary>{name(tongue)} ({len(rows)})</summary>'
        f"{render_table(name(tongue), [c(tongue) for c in columns], rows)}</details>"
        for name, columns, rows in tables
        if rows
    )


def _target(target: Target, tongue: Tongue) -> list[str]:
    """Return subject, indicator, year and figure of a target as cells."""
    figure = (target.comparator, target.value, target.unit, target.per)
    english = figure_in_english(*figure) if tongue == "en" else None
    cells = (
        subject_name(target.subject, tongue),
        indicator_name(target.indicator, tongue),
        target.year,
        english or figure_of(target),
    )
    return [escape(cell) for cell in cells]
