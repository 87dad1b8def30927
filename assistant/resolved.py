"""A query as those who call the assistant read it: what was understood, in a few plain words."""

from __future__ import annotations

from assistant.facets import named_institutions, named_levels
from assistant.query import Query
from assistant.wording import SEVERAL_AGENCIES
from corpus.vietnamese import fold

ANSWER_TYPES = {
    "agency": "agencies",
    "duties": "list",
    "target": "figure",
    "deadline": "date",
    "document": "field",
    "funding": "sources",
    "general": "text",
}
"""What the answer to a kind of question is made of."""


def resolved(query: Query) -> dict[str, object]:
    """Return the parts of a query by name, ready for JSON."""
    asked = " . ".join(query.terms)
    answer_type = ANSWER_TYPES[query.kind]
    if query.every_place:
        answer_type = "table"
    elif query.ask != "value":
        answer_type = query.ask
    elif query.kind == "agency" and SEVERAL_AGENCIES.search(fold(query.question)):
        answer_type = "list"
    return {
        "understood": query.own if query.base == query.own else f"{query.base} → {query.own}",
        "language": query.language,
        "intent": query.kind,
        "answer_type": answer_type,
        "places": list(query.places),
        "missing": list(query.missing),
        "plans": [plan.file for plan in query.plans] if query.scoped else [],
        "years": list(query.years),
        "levels": sorted(named_levels(asked)),
        "institutions": sorted(named_institutions(asked)),
        "agencies": [mention.name for mention in query.agencies],
        "role": query.role,
        "facts": list(query.facts),
        "terms": list(query.terms),
    }
