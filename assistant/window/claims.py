"""What the check made of a language model's sentences, below its answer: which are verified."""

from __future__ import annotations

from assistant.answer import Answer, Claim
from assistant.window import words
from assistant.window.markup import escape
from assistant.window.words import Tongue


def render_claims(answer: Answer, tongue: Tongue) -> str:
    """Return the notice and the list of sentences; empty where no model was asked."""
    notice = f'<p class="hint notice">{escape(answer.notice)}</p>' if answer.notice else ""
    if not answer.claims:
        return notice
    counted = {state: sum(one.state == state for one in answer.claims) for state in words.CLAIMS}
    shown = [f"{words.CLAIMS[state](tongue)}: {count}" for state, count in counted.items() if count]
    if answer.invented_keys:
        shown.append(words.INVENTED(tongue, n=answer.invented_keys))
    items = "".join(_item(one, tongue) for one in answer.claims)
    summary = f"{words.CHECKED(tongue)} {' · '.join(shown)}"
    return f'{notice}<details class="claims"><summary>{summary}</summary><ul>{items}</ul></details>'


def _item(claim: Claim, tongue: Tongue) -> str:
    """Return one sentence with its mark; one that was dropped is struck out, with the reason."""
    state = words.CLAIMS[claim.state](tongue)
    why = f" – {words.FAULTS[claim.reason](tongue)}" if claim.reason in words.FAULTS else ""
    said = escape(claim.text)
    told = f"<s>{said}</s>" if claim.state == "dropped" else said
    return f'<li class="{claim.state}"><b>{state}</b>{why}: {told}</li>'
