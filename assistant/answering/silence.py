"""What is said where the plans are silent: what was looked at, and the nearest thing they do say.

Nothing here states a figure: a number beside a silence would be taken for the answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.draft import Draft, References, clip, issuer_of, issuers_of
from assistant.answering.finding import Statement, quote_passage
from assistant.answering.general import led_by
from assistant.answering.material import SENTENCE, Material
from assistant.evidence import text_terms
from assistant.query import Query
from corpus.places import CITIES, MERGED_INTO, PROVINCES, former_districts, level_since
from corpus.plan import Passage, Plan

NEAREST = 0.5
"""The share of a question's words below which a passage is not near enough to be shown."""

NEAREST_ANYWHERE = 0.75
"""The same where the question names no place: it may be about something else altogether."""

NEAREST_WORDS = 30
"""Words of it that are shown."""


def no_such_plan(query: Query, plans: Sequence[Plan]) -> Draft:
    """Say that the corpus has no plan of a place or number, and what became of the place."""
    english = query.language == "en"
    places = ", ".join(query.missing)
    of_place = not query.missing[0].startswith("số ")
    if english:
        short = f"There is no plan {'of ' if of_place else ''}{places} in the collection."
    else:
        short = f"Trong kho không có kế hoạch {'nào của ' if of_place else ''}{places}."
    notes = [note for place in query.missing for note in _merged(place, plans, english)]
    notes += [note for place in query.missing for note in _mentioned(place, plans, english)]
    held = "It holds plans of the" if english else "Kho hiện có kế hoạch của"
    text = " ".join([short, *notes, f"{held}: {issuers_of(plans, query.language)}."])
    return Draft(text, short, (), True, "no_such_plan")


def _merged(place: str, plans: Sequence[Plan], english: bool) -> list[str]:
    """Say which province a place has become part of, and that the plans are older than that."""
    into = next((new for new, parts in MERGED_INTO.items() if place in parts[1:]), None)
    if into is None:
        return _abolished(place, english)
    theirs = [plan for plan in plans if plan.place.value == into]
    if english:
        note = f"{place} is now part of {into} {level_since(into)[1]}"
        return [
            f"{note}; the plan of {into} was issued before the merger." if theirs else f"{note}."
        ]
    note = f"{place} nay thuộc {level_since(into)[0]} {into}"
    since = f"kế hoạch của {into} trong kho ban hành trước khi hợp nhất"
    return [f"{note}; {since}." if theirs else f"{note}."]


def _abolished(place: str, english: bool) -> list[str]:
    """Say that a district is one no more, and in which province it was."""
    of_name = [d for d in former_districts().values() if d.name == place]
    if len(of_name) != 1 or place in PROVINCES:
        return []
    [district] = of_name
    within = district.provinces[0] if len(district.provinces) == 1 else ""
    if english:
        where = f" of {within}" if within else ""
        return [f"{place} was a district{where}; there are no districts any more."]
    where = f" thuộc {'thành phố' if within in CITIES else 'tỉnh'} {within}" if within else ""
    whole = f"{district.level[0].upper()}{district.level[1:]} {place}"
    return [f"{whole}{where}; nay không còn cấp huyện."]


def _mentioned(place: str, plans: Sequence[Plan], english: bool) -> list[str]:
    """Name the plans of other places that speak of a place, such as the city above a district."""
    speaking = [plan for plan in plans if place in plan.text]
    if not speaking or place.startswith("số "):
        return []
    named = issuers_of(speaking, "en" if english else "vi")
    return [f"{place} is mentioned by: {named}." if english else f"{named} có nhắc đến {place}."]


def not_stated(query: Query, plans: Sequence[Plan], told: str = "") -> Draft:
    """Say that the plans in scope do not state what is asked; `told` says more of it."""
    if query.language == "en":
        short = "The plans do not state this."
        text = f"{short} {told}".rstrip() + (
            f" Searched: the plans of the {issuers_of(plans, query.language)}."
        )
    else:
        short = "Kế hoạch không nêu nội dung này."
        text = f"{short} {told}".rstrip() + (
            f" Đã tra trong kế hoạch của: {issuers_of(plans, query.language)}."
        )
    return Draft(text, short, (), True, "not_stated")


def not_amended(query: Query, plans: Sequence[Plan]) -> Draft:
    """Say that nothing in the corpus amends or replaces the plans asked about."""
    if query.language == "en":
        return not_stated(query, plans, "No document here amends or replaces it.")
    return not_stated(query, plans, "Trong kho không có văn bản nào sửa đổi hay thay thế.")


def no_contradiction(query: Query) -> str:
    """Say that no target was found for which a plan gives two figures."""
    if query.language == "en":
        return "No target was found for which it gives two different figures."
    return "Không thấy chỉ tiêu nào mà kế hoạch ghi hai con số khác nhau."


def with_bases(draft: Draft, bases: Draft) -> Draft:
    """Add to a silence what the plan does rest on, where it is asked for a basis it has not."""
    text = f"{draft.answer}\n\n{bases.answer}"
    return replace(
        bases, answer=text, short_answer=draft.short_answer, abstained=True, reason=draft.reason
    )


def uncharged(query: Query) -> str:
    """Say that an agency is charged with nothing."""
    if query.language == "en":
        return "It assigns no duty to the agency asked about."
    names = ", ".join(in_capitals(mention.name) for mention in query.agencies)
    return f"Kế hoạch không giao nhiệm vụ cho {names}."


_HEAD = re.compile(r"^(?:sở|phòng|ban|bộ|hội|ủy ban|uỷ ban) \w")


def in_capitals(name: str) -> str:
    """Write the name of an agency typed in small letters as it is printed: sở y tế → Sở Y tế."""
    if name != name.lower():
        return name
    return _HEAD.sub(lambda m: m.group()[:-1].capitalize() + m.group()[-1].upper(), name)


def denied(query: Query, plans: Sequence[Plan], told: str) -> Draft:
    """Say no to a question about an agency that no plan in scope names."""
    lead, where = ("No", "Searched") if query.language == "en" else ("Không", "Đã tra")
    of = "the plans of the" if query.language == "en" else "trong kế hoạch của"
    short = f"{lead}. {told}"
    return Draft(f"{short} {where}: {of} {issuers_of(plans, query.language)}.", short, (), False)


def with_nearest(draft: Draft, materials: Sequence[Material]) -> Draft:
    """Add to a silence the nearest thing a plan does say, labelled as such, with its source."""
    best: tuple[float, Material, Passage] | None = None
    for material in materials:
        for score, passage in material.ranked():
            needed = NEAREST if material.query.scoped else NEAREST_ANYWHERE
            near = passage.headings and material.demand.coverage(passage) >= needed
            if near and (best is None or score > best[0]):
                best = (score, material, passage)
    if best is None:
        return draft
    _, material, passage = best
    part = _plain_part(material, passage)
    if not part:
        return draft
    references = References()
    references.marks([Statement(part, (quote_passage(material.plan, passage),))])
    issuer = issuer_of(material.plan, material.query.language)
    label = material.words(
        f"Nội dung gần nhất (không phải câu trả lời) trong kế hoạch của {issuer}",
        f"The nearest thing stated (not an answer), in the plan of the {issuer}",
    )
    words = led_by(passage, clip(part, NEAREST_WORDS))
    text = f"{draft.answer}\n\n{label}: “{words}”"
    return Draft(text, draft.short_answer, references.citations, True, draft.reason, draft.strength)


def _plain_part(material: Material, passage: Passage) -> str:
    """Return the sentence without a digit that meets the question best; empty for none."""
    sentences = [s for s in SENTENCE.split(passage.reading) if not re.search(r"\d", s)]
    share = {s: material.demand.share(text_terms(s)) for s in sentences}
    return max(sentences, key=lambda s: share[s], default="")


def unclear(query: Query) -> Draft:
    """Ask what is meant; of a place with questions to choose from."""
    choices: tuple[str, ...] = ()
    if query.scoped:
        choices = choose_plan(query) if len(query.plans) > 1 else choose_matter(query)
    if query.language == "en":
        text = (
            "Please say what you would like to know about the plans: an agency, a target, a date."
        )
    else:
        text = (
            "Xin nêu rõ hơn điều cần hỏi về kế hoạch, ví dụ cơ quan phụ trách, chỉ tiêu, thời hạn "
            "báo cáo hoặc kinh phí."
        )
    return Draft(text, text, (), True, "unclear", choices=choices)


def ask_back(query: Query, plans: Sequence[Plan]) -> Draft:
    """Ask which of many plans is meant, each as a whole question to choose."""
    text = (
        "Several plans answer this question; which one do you mean?"
        if query.language == "en"
        else "Có nhiều kế hoạch nêu nội dung này; anh/chị hỏi kế hoạch nào?"
    )
    choices = tuple(f"{query.question.rstrip(' ?.')} – {_choice(p, query)}?" for p in plans)
    return Draft(text, text, (), True, "unclear", choices=choices)


def ask_what(query: Query, plans: Sequence[Plan]) -> Draft:
    """Ask what of a topic is meant, with questions to choose from: its targets, or one plan."""
    topic = (query.question if query.language == "en" else query.text).strip(" ?.")
    if query.language == "en":
        text = (
            f"The plans speak of “{topic}” in many places. What would you like to know of it: "
            "targets, agencies, duties, deadlines? Or choose:"
        )
        first = f"Compare the targets for {topic} of all plans"
    else:
        text = (
            f"Các kế hoạch nêu “{topic}” ở nhiều chỗ. Anh/chị muốn biết điều gì: chỉ tiêu, cơ quan "
            "phụ trách, nhiệm vụ hay thời hạn? Hoặc chọn:"
        )
        first = f"So sánh chỉ tiêu về {topic} của các kế hoạch"
    choices = (first, *(f"{topic} – {_choice(plan, query)}?" for plan in plans))
    return Draft(text, text, (), True, "unclear", choices=choices)


def choose_plan(query: Query) -> tuple[str, ...]:
    """Return a question for each plan in scope, of what it is for."""
    asked = "What is the general objective of" if query.language == "en" else "Mục tiêu chung của"
    return tuple(f"{asked} {_choice(plan, query)}?" for plan in query.plans)


def choose_matter(query: Query) -> tuple[str, ...]:
    """Return what is most often asked of the one plan in scope."""
    english = query.language == "en"
    return tuple(
        f"{asked} {_choice(plan, query)}?"
        for plan in query.plans
        for asked in (_MATTERS_ENGLISH if english else _MATTERS)
    )


_MATTERS = (
    "Cơ quan nào chủ trì thực hiện",
    "Các đơn vị gửi báo cáo khi nào theo",
    "Kinh phí lấy từ nguồn nào trong",
)
_MATTERS_ENGLISH = (
    "Which agency leads the",
    "When are reports due under the",
    "Where does the money come from in the",
)


def _choice(plan: Plan, query: Query) -> str:
    number = f" {plan.number.value}" if plan.number.value else ""
    issuer = issuer_of(plan, query.language)
    return (
        f"plan{number} of the {issuer}"
        if query.language == "en"
        else f"kế hoạch{number} của {issuer}"
    )


def empty(query: Query) -> Draft:
    """Say that the corpus holds no plan yet."""
    if query.language == "en":
        text = "There is no plan in the collection yet."
    else:
        text = "Kho chưa có kế hoạch nào; hãy nạp kế hoạch trước khi hỏi."
    return Draft(text, text, (), True, "no_such_plan")
