"""The sentences of a model that hold → an answer with its sources, if it says what it must."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.agency import agency_keys
from assistant.answer import Claim
from assistant.answering.compose import RESTORED
from assistant.answering.draft import Draft, References, succession
from assistant.answering.finding import Statement, quote_passage
from assistant.model.grounds import Ground, of_keys
from assistant.model.sentences import Sentence
from assistant.model.values import days_of, digitise, quantities_of
from assistant.model.verdict import Verdict
from assistant.query import Query
from corpus.plan import Plan
from corpus.vietnamese import fold

OPENING = re.compile(r"^\s*(Có|Đúng|Không(?: đúng)?|Yes|No)\b\s*[,;:.]\s*", re.IGNORECASE)


@dataclass
class Work:
    """The sentences of one answer as they are judged."""

    sentences: list[Sentence]
    verdicts: list[Verdict]
    repaired: dict[int, str] = field(default_factory=dict)
    """Why a sentence that was repaired had failed, by its place."""

    def failed(self) -> list[int]:
        return [at for at, verdict in enumerate(self.verdicts) if not verdict.holds]

    def claims(self) -> tuple[Claim, ...]:
        told = []
        for at, (sentence, verdict) in enumerate(zip(self.sentences, self.verdicts, strict=True)):
            if not verdict.holds:
                told.append(Claim(sentence.text, "dropped", str(verdict.fault)))
            elif at in self.repaired:
                told.append(Claim(sentence.text, "repaired", self.repaired[at]))
            else:
                told.append(Claim(sentence.text, "verified"))
        return tuple(told)


def compose_kept(
    query: Query, extract: Draft, plans: Sequence[Plan], grounds: Sequence[Ground], work: Work
) -> Draft | None:
    """Put the sentences that hold together; None where the core of the answer fell."""
    kept = [s for s, v in zip(work.sentences, work.verdicts, strict=True) if v.holds]
    if not kept or not work.verdicts[0].holds or all(one.form == "lead" for one in kept):
        return None
    short = "\n".join(f"- {s.text}" if s.form in ("item", "row") else s.text for s in kept)
    if not _says_all(query, extract.short_answer, short):
        return None
    references = References()
    lines: list[str] = []
    for at, one in enumerate(kept):
        quotes = tuple(quote_passage(g.plan, g.passage) for g in of_keys(grounds, one.keys))
        marks = "" if one.form == "lead" else references.marks([Statement(one.text, quotes)])
        said = f"**{one.text}**{marks}" if at == 0 and one.form == "prose" else one.text + marks
        if one.form in ("item", "row"):
            lines.append(f"- {said}")
        elif lines and not lines[-1].startswith("- ") and at > 1:
            lines[-1] += f" {said}"
        else:
            lines += ["", said] if lines else [said]
    cited = {citation.plan_id for citation in references.citations}
    used = [plan for plan in plans if plan.id in cited]
    notes = [note for plan in used for note in succession(plan, plans, query.language)]
    if any(citation.restored is not None for citation in references.citations):
        notes.append(RESTORED[query.language])
    text = "\n\n".join(filter(None, ["\n".join(lines), *notes, references.labels()]))
    return replace(extract, answer=text, short_answer=short, citations=references.citations)


def _says_all(query: Query, extract: str, short: str) -> bool:
    """Tell whether an answer says the figures, days and agencies of the extracts, and no less.

    Of a list of many things a short text cannot say all; there it must agree where it speaks.
    """
    opening, own = OPENING.match(extract), OPENING.match(short)
    if query.ask == "yes_no" and opening:
        said = {True: "yes", False: "no"}
        denies = [fold(m[1]).startswith(("khong", "no")) if m else None for m in (opening, own)]
        if denies[1] is None or said[bool(denies[0])] != said[bool(denies[1])]:
            return False
    if "\n" in extract:
        return True
    told, wanted = digitise(short), digitise(extract)
    if days_of(wanted) - days_of(told) or quantities_of(wanted) - quantities_of(told):
        return False
    if query.kind == "agency" and query.language == "vi":
        return not set(agency_keys(extract)) - set(agency_keys(short))
    return True
