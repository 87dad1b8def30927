"""What programs may ask of the plans, as plain values; JSON endpoint and MCP server share it."""

from __future__ import annotations

from typing import Any

from assistant.answer import Hit, Turn
from assistant.answer_json import answer_json
from assistant.chain import Assistant
from assistant.citation import cite, plan_label
from corpus.errors import PlanAssistantError
from corpus.names import signer_of, with_signer
from corpus.plan import Plan, Section

MAX_HITS = 10
"""Passages that a search finds at most, as many as an answer is made from."""


class NotThere(PlanAssistantError):
    """There is no such plan or section; the message names what was asked for."""


class Library:
    """The plans of an assistant, for programs. Threads may share it."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def ask(self, question: str, history: tuple[Turn, ...] = ()) -> dict[str, Any]:
        """Return an answer, as `python -m assistant --json` prints it."""
        return answer_json(self._assistant.ask(question.strip(), history))

    def plans(self) -> dict[str, Any]:
        """Return what is in the collection."""
        return {"plans": [plan_values(plan) for plan in self._assistant.plans]}

    def search(self, words: str, limit: int = MAX_HITS) -> dict[str, Any]:
        """Return the passages nearest to a question or some words, best first."""
        hits = self._assistant.retrieve(words.strip())[:limit]
        plans = self._assistant.reader.generation().by_id
        found = [
            hit_values(hit, plans[hit.passage.plan_id])
            for hit in hits
            if hit.passage.plan_id in plans
        ]
        return {"query": words, "hits": found}

    def outline(self, plan_id: str) -> dict[str, Any]:
        """Return a plan with the labels and headings of its sections. Raises NotThere."""
        plan = self._plan(plan_id)
        sections = self._assistant.reader.sections(plan.id)
        return {**plan_values(plan), "sections": [heading_values(one) for one in sections]}

    def section(self, plan_id: str, path: str) -> dict[str, Any]:
        """Return the very words of a section, such as `IV.3`. Raises NotThere."""
        plan, wanted = self._plan(plan_id), path.strip(" ./").replace("/", ".")
        sections = self._assistant.reader.sections(plan.id)
        found = [one for one in sections if ".".join(one.path).casefold() == wanted.casefold()]
        if not found:
            raise NotThere(
                f"{plan_label(plan)} không có mục “{path}”; GET /api/plans/{plan.id} cho biết các "
                "mục.",
                f"The plan has no section “{path}”; GET /api/plans/{plan.id} lists its sections.",
            )
        return {"plan": plan_values(plan), "sections": [section_values(s, plan) for s in found]}

    def _plan(self, plan_id: str) -> Plan:
        """Return the plan of an id, or of a number such as 76/KH-UBND that only one plan has."""
        plans = self._assistant.plans
        found = [plan for plan in plans if plan.id == plan_id] or [
            plan for plan in plans if plan.number.value == plan_id
        ]
        if len(found) != 1:
            raise NotThere(
                f"Kho không có kế hoạch “{plan_id}”; GET /api/plans cho biết các kế hoạch.",
                f"There is no plan “{plan_id}”; GET /api/plans lists the plans.",
            )
        return found[0]


def plan_values(plan: Plan) -> dict[str, Any]:
    """Return what a plan says of itself; null where it is blank or corrupt.

    The signer is given as read; `signer_printed` has the words of a print that reads otherwise.
    """
    names = ("number", "issuer", "place", "date", "title", "programme")
    signer = signer_of(plan)
    pages = max((page.number for page in plan.pages if page.number), default=None)
    return {
        "id": plan.id,
        "document": plan.file,
        "label": plan_label(plan),
        **{name: getattr(plan, name).value for name in names},
        "signer": signer,
        "signer_printed": plan.signer.value if plan.signer.value != signer else None,
        "pages": pages,
        "damaged": plan.damaged,
        "superseded_by": plan.superseded_by,
    }


def hit_values(hit: Hit, plan: Plan) -> dict[str, Any]:
    passage = hit.passage
    citation = cite(hit.rank, plan, passage.path, passage.span, None)
    return {
        "rank": hit.rank,
        "score": round(hit.score, 6),
        "plan": plan.id,
        "document": plan.file,
        "label": citation.label,
        "section": citation.section,
        "page": citation.page,
        "text": passage.text,
        "reading": with_signer(plan, passage.span, passage.reading),
        "start": passage.span.start,
        "end": passage.span.end,
    }


def heading_values(section: Section) -> dict[str, Any]:
    return {
        "path": ".".join(section.path),
        "heading": section.heading,
        "start": section.span.start,
        "end": section.span.end,
    }


def section_values(section: Section, plan: Plan) -> dict[str, Any]:
    pages = plan.pages_of(section.span)
    return {
        **heading_values(section),
        "label": cite(1, plan, section.path, section.span, None).label,
        "pages": [page.number for page in pages if page.number],
        "damaged": any(page.damaged for page in pages),
        "text": plan.text[section.span.start : section.span.end],
    }
