"""Taking plans in and out → HTML: how far it is, the receipt, what is asked before a removal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.window import words_views as w
from assistant.window.markup import escape
from assistant.window.naming import note_name
from assistant.window.tables import button
from assistant.window.words import Tongue

Steps = Mapping[str, tuple[int, int]]
"""Step → units done and units in all, in the order in which the steps began."""

NO_NAMES: Mapping[str, str] = {}
"""Where it is not told which plan a file holds."""


def render_progress(steps: Steps, tongue: Tongue) -> str:
    """Return the steps of a run so far, each with a bar."""
    if not steps:
        return f'<p class="pending waiting" role="status">{w.RECEIVED(tongue)}</p>'
    bars = "".join(
        f"<li><label>{escape(_step_name(name, tongue))} {done}/{total}"
        f'<progress max="{max(total, 1)}" value="{done}"></progress></label></li>'
        for name, (done, total) in steps.items()
    )
    return f'<ul class="steps" role="status">{bars}</ul>'


def _step_name(name: str, tongue: Tongue) -> str:
    if name in w.STEPS:
        return w.STEPS[name](tongue)
    file, colon, kind = name.rpartition(": ")
    return w.READING_PAGES(tongue, file=file) if colon and kind == "trang" else name


def render_receipt(
    receipt: Mapping[str, Any],
    tongue: Tongue,
    removal: bool = False,
    named: Mapping[str, str] = NO_NAMES,
) -> str:
    """Return what a run did with every file, and what a person should look at.

    `named` says of a file which plan was read in it.
    """
    rows = [
        (name(tongue), f"{line} → {named[line]}" if line in named else line)
        for kind, name in w.ROWS.items()
        for line in _lines(kind, receipt.get(kind, ()), tongue)
    ]
    flags = [
        (
            w.LOOK_AGAIN(tongue),
            f"{one['file']}: {note_name(one['what'], tongue)}" + _printed(one["printed"]),
        )
        for one in receipt.get("flags", ())
    ]
    items = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(line)}</dd></div>" for name, line in rows + flags
    )
    count, seconds = receipt.get("passages", 0), f"{receipt.get('seconds', 0.0):.1f}"
    seconds = seconds if tongue == "en" else seconds.replace(".", ",")
    said = w.PASSAGES_TAKEN(tongue, n=count, s=seconds) if count else ""
    title = w.REMOVAL(tongue) if removal else w.RECEIPT(tongue)
    return (
        f'<section class="receipt" role="status"><h3>{title}</h3><dl class="about">{items}</dl>'
        f'<p class="hint">{said}</p></section>'
    )


def _lines(kind: str, told: Sequence[Any], tongue: Tongue) -> list[str]:
    if kind == "failed":
        return [one["english"] if tongue == "en" else one["vietnamese"] for one in told]
    if kind == "same":
        return [w.KEPT_READING(tongue, file=one["file"], taken=one["taken"]) for one in told]
    if kind in ("renamed", "superseded"):
        return [f"{one['old']} → {one['new']}" for one in told]
    return list(told)


def _printed(words: str) -> str:
    return f" (“{words}”)" if words else ""


def render_sure(plan_id: str, name: str, tongue: Tongue) -> str:
    """Return the question before a removal, with its two answers."""
    yes = button("removed", w.REMOVE_YES(tongue), plan_id, kind="warn")
    no = button("plan", w.REMOVE_NO(tongue), plan_id)
    return (
        f'<div class="sure" role="alertdialog" aria-label="{w.REMOVE(tongue)}" tabindex="-1" '
        f"data-focus><p>{escape(w.REMOVE_SURE(tongue, plan=name))}</p>"
        f'<div class="actions">{yes}{no}</div></div>'
    )
