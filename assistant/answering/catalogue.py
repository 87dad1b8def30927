"""Which of the plans: the first or the last issued, those of a year, of a level, signed by whom,
and those that leave their number or their date blank.

These questions are about the plans as documents, so they are answered from what the ingest read of
each, never by search. Only a question that says nothing else is one of them: `kế hoạch nào ban hành
năm 2023` is, `kế hoạch nào đạt 80% năm 2025` is not. A date that is partly illegible still tells a
plan from others where all its possible days do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answering.compose import compose
from assistant.answering.document import position_of
from assistant.answering.draft import Draft, name_of
from assistant.answering.finding import Finding
from assistant.answering.issued import issued_between
from assistant.query import Query
from assistant.wording import HELD, KIND_OF_PLAN, DocumentFact
from corpus.names import readings_of
from corpus.plan import Plan
from corpus.vietnamese import fold, tokens


@dataclass(frozen=True)
class Listing:
    """The plans that a question asks for, and the fact that shows it of each."""

    plans: tuple[Plan, ...]
    fact: DocumentFact
    undecided: tuple[Plan, ...] = ()
    """Plans of which it cannot be told."""
    counted: bool = False
    """How many there are is told first, not which."""


def listing(query: Query, plans: Sequence[Plan]) -> Listing | None:
    """Return the plans that a question asks for by what they are; None for any other question."""
    if HELD.search(fold(query.question)):
        return Listing(query.plans if query.scoped else tuple(plans), "title", counted=True)
    words, among = _of_place(" ".join(tokens(query.own)), query, plans)
    for pattern, choose in _WAYS:
        found = pattern.fullmatch(words)
        if found:
            return choose({k: v for k, v in found.groupdict().items() if v}, among)
    return None


def _of_place(words: str, query: Query, plans: Sequence[Plan]) -> tuple[str, tuple[Plan, ...]]:
    """Leave out the one place of a question whose plans it asks about, and what they are called.

    `which of Lai Chau's two library plans is the older one` → `which of two plans is the older
    one`, to be told among the plans of Lai Châu.
    """
    numbered = _NUMBERED.sub(lambda m: "plans" if m["english"] else "ke hoach nao", words)
    if numbered != words:
        words, plans = numbered, query.plans
    if len(query.places) != 1 or len(query.plans) < 2:
        return words, tuple(plans)
    place = " ".join(tokens(query.places[0]))
    before = r"(?:\b(?:cua|o|tai|thuoc|do|of|in|from|for) )?(?:\b(?:ubnd|tinh|huyen) )*"
    plain = KIND_OF_PLAN.sub("", re.sub(rf"{before}\b{place}\b(?: s\b)?", "", words))
    return " ".join(plain.split()), query.plans


_NUMBERED = re.compile(
    r"^(?:giua |trong |so )*(?:ke hoach|kh) (?:so )?\d+"
    r" (?:va|hay|voi|hoac) (?:ke hoach |kh )?(?:so )?\d+"
    r"(?: cua (?:tinh )?\w+ \w+)?(?: thi)? (?:ban|cai|ke hoach) nao"
    r"|(?:the )?(?P<english>plans?) \d+ (?:and|or) (?:plan )?\d+"
)
"""Two plans by number, of which one is asked for: `kế hoạch 4084 và 154, bản nào mới hơn`."""


def tell_listing(query: Query, asked: Listing, findings: Sequence[Finding]) -> Draft:
    """Name the plans of a listing, then what shows it of each, with its source."""
    english = query.language == "en"
    if not findings:
        lead = (
            "There is no such plan in the collection."
            if english
            else "Kho không có kế hoạch như vậy."
        )
        return Draft(lead, lead, (), True, "no_such_plan")
    names = [name_of(finding.plan, query.language) for finding in findings]
    if asked.counted:
        many = f"{len(names)} plan{'s' if len(names) > 1 else ''}"
        lead = f"The collection holds {many}:" if english else f"Kho có {len(names)} kế hoạch:"
    else:
        lead = "; ".join(names)
    notes = []
    if asked.undecided:
        others = "; ".join(name_of(plan, query.language) for plan in asked.undecided)
        notes = [
            f"It cannot be told of: {others}." if english else f"Chưa xác định được: {others}."
        ]
    query = replace(query, question="", own="")  # its words are answered; none of them compares
    if len(findings) == 1 and not asked.counted:
        [finding] = findings
        return compose(query, [replace(finding, short=f"{lead}: {finding.short}")], (), notes)
    draft = compose(query, findings, (), notes)
    answer = f"**{lead}**\n\n{draft.answer}"
    return replace(draft, short_answer=f"{lead}\n{draft.short_answer}", answer=answer)


# the day of issue


def _by_age(asked: dict[str, str], plans: tuple[Plan, ...]) -> Listing:
    dated = [(plan, span) for plan in plans if (span := issued_between(plan))]
    if "last" in asked:
        latest = max((low for _, (low, _) in dated), default=date.min)
        kept = tuple(plan for plan, (_, high) in dated if high >= latest)
    else:
        earliest = min((high for _, (_, high) in dated), default=date.max)
        kept = tuple(plan for plan, (low, _) in dated if low <= earliest)
    return Listing(kept, "date", tuple(p for p in plans if issued_between(p) is None))


def _by_year(asked: dict[str, str], plans: tuple[Plan, ...]) -> Listing:
    year = int(asked["year"])
    kept = tuple(p for p in plans if (span := issued_between(p)) and span[0].year == year)
    return Listing(kept, "date", tuple(p for p in plans if issued_between(p) is None))


# what they are of, who signed, what is blank


def _by_level(asked: dict[str, str], plans: tuple[Plan, ...]) -> Listing:
    """Keep the plans of People's Committees (UBND) of a level: tỉnh, huyện, xã."""
    level = _LEVELS.get(asked["level"], asked["level"])
    of_level = re.compile(rf"\b(?:ubnd|uy ban nhan dan) {level}\b")
    kept = tuple(p for p in plans if of_level.search(" ".join(tokens(p.issuer.value or ""))))
    return Listing(kept, "title")


_LEVELS = {
    "province": "tinh",
    "provinces": "tinh",
    "provincial": "tinh",
    "district": "huyen",
    "districts": "huyen",
    "commune": "xa",
    "communes": "xa",
    "city": "thanh pho",
    "cities": "thanh pho",
    "municipal": "thanh pho",
}


def _by_blank(asked: dict[str, str], plans: tuple[Plan, ...]) -> Listing:
    """Keep the plans whose number or date is blank or illegible."""
    fact: DocumentFact = "number" if _NUMBER.match(asked["blank"]) else "date"
    return Listing(tuple(p for p in plans if not getattr(p, fact).value), fact)


def _by_given(asked: dict[str, str], plans: tuple[Plan, ...]) -> Listing:
    """Keep the plans that have a number, a date, or both."""
    facts: list[DocumentFact] = []
    facts += ["number"] if re.search(r"\bso\b", asked["given"]) else []
    facts += ["date"] if re.search(r"\bngay\b", asked["given"]) else []
    kept = tuple(p for p in plans if all(getattr(p, fact).value for fact in facts))
    return Listing(kept, facts[0])


_NUMBER = re.compile(r"so\b|number|code")


def _by_office(asked: dict[str, str], plans: tuple[Plan, ...]) -> Listing:
    """Keep the plans signed by the chair or by a deputy."""
    deputy = asked["office"].startswith(("pho", "vice", "deputy"))
    of_office = {p: field.value for p in plans if (field := position_of(p))}
    kept = tuple(p for p, office in of_office.items() if (office == "Phó Chủ tịch") == deputy)
    return Listing(kept, "signer", tuple(p for p in plans if p not in of_office))


def _by_signer(asked: dict[str, str], plans: tuple[Plan, ...]) -> Listing | None:
    """Keep the plans signed by a person of that name, as printed or as its surname is restored."""
    kept = tuple(plan for plan in plans if asked["name"] in readings_of(plan.signer.value or ""))
    return Listing(kept, "signer") if kept else None


# how it is asked; matched against the folded words of a question, one space between them

_WHICH = (
    r"(?:(?:cho (?:toi )?(?:biet|hoi)|liet ke|ke ten|ke ra|neu ten) )?"
    r"(?:trong (?:kho|cac ke hoach|nhung ke hoach|so cac ke hoach)(?: nay| do| tren)? )?"
    r"(?:co )?(?:(?:cac|nhung|ban|may) )*(?:ke hoach|van ban)"
    r"(?: trong kho)?(?: nao)?(?: (?:la|da|duoc))*"
)
_WHICH_ENGLISH = (
    r"(?:(?:please |can you )?(?:list|name|show me|tell me) )?(?:which|what|all)(?: one)?(?: of)?"
    r"(?: (?:the|these|those|your|all|two|three|four|five))* ?(?:(?:plans?|documents?|ones?) ?)?"
    r"(?:(?:that|which|is|are|was|were|has|have|been|does|do) )*"
)
_NAME = r"\w+(?: \w+){1,4}"
_PEOPLE = r"(?:(?:ubnd|uy ban nhan dan|people s committees?) )?"
_FIRST = (
    r"(?:som nhat|truoc nhat|lau nhat|cu nhat|xua nhat|dau tien|truoc tien|truoc het|truoc|som hon"
    r"|cu hon|lau hon)"
)
_LAST = (
    r"(?:moi nhat|gan day nhat|gan nhat|muon nhat|tre nhat|sau nhat|sau cung|cuoi cung|moi hon"
    r"|gan day hon|muon hon|sau)"
)
_FIRST_ENGLISH = r"(?:the )?(?:first|earliest|oldest|earlier|older)"
_LAST_ENGLISH = r"(?:the )?(?:last|latest|newest|most recent(?:ly)?|later|newer|more recent(?:ly)?)"
_ISSUED = r"(?:(?:da|duoc|co|ban hanh|ra doi|ra|ky|lap|xay dung) )*"
_ISSUED_ENGLISH = r"(?:(?:issued|signed|dated|published|adopted|approved|made|came out) )?"
_OF_PLAN = (
    r"(?:so(?: hieu| ky hieu| ke hoach| van ban)?|ngay(?: thang)?(?: nam)?)"
    r"(?: ban hanh| ky| van ban)*(?: va (?:so|ngay))?"
)
_NAMED_BLANK = (
    r"(?:issue |issuing |plan |document )?(?:numbers?|dates?|code)(?: of issue| of signing)?"
)
_ENDS = r"(?: (?:the|vay|khong|a|day|trong kho|hien co))*"

_WAYS: tuple[
    tuple[re.Pattern[str], Callable[[dict[str, str], tuple[Plan, ...]], Listing | None]], ...
] = tuple(
    (re.compile(pattern), choose)
    for pattern, choose in (
        (rf"{_WHICH} {_ISSUED}(?:(?P<first>{_FIRST})|(?P<last>{_LAST})){_ENDS}", _by_age),
        (
            rf"{_WHICH_ENGLISH}{_ISSUED_ENGLISH}"
            rf"(?:(?P<first>{_FIRST_ENGLISH})|(?P<last>{_LAST_ENGLISH}))"
            r"(?: plans?| one)?(?: issued| signed| of all| in the (?:corpus|collection|library))*",
            _by_age,
        ),
        (
            r"(?:tinh|noi|dia phuong|huyen|ubnd(?: tinh)?) nao (?:da )?(?:ban hanh|ra|ky|lap|co) "
            rf"ke hoach (?:(?P<first>{_FIRST})|(?P<last>{_LAST})){_ENDS}",
            _by_age,
        ),
        (
            r"which (?:province|place|committee|locality) (?:was the |issued |signed |adopted )"
            r"(?:its |the |their )?(?:plan )?"
            rf"(?:(?P<first>{_FIRST_ENGLISH})|(?P<last>{_LAST_ENGLISH}))"
            r"(?: plan)?(?: to (?:issue|sign|adopt)(?: its| a| the)? plan)?",
            _by_age,
        ),
        (rf"{_WHICH} {_ISSUED}(?:trong |vao |tu )?(?:nam )?(?P<year>20\d\d){_ENDS}", _by_year),
        (
            rf"{_WHICH_ENGLISH}(?:the (?:one|plan) )?"
            r"(?:issued|signed|dated|dates|published|adopted|approved|made|from|of|came out)"
            r"(?: in| from| back to)*(?: the year)? (?P<year>20\d\d)",
            _by_year,
        ),
        (
            rf"{_WHICH} (?:(?:cua|thuoc|do|o) )*{_PEOPLE}(?:cap |mot )*"
            rf"(?P<level>tinh|huyen|xa|thanh pho)(?: ban hanh| lap| xay dung)?{_ENDS}",
            _by_level,
        ),
        (
            rf"{_WHICH_ENGLISH}(?:(?:a|an|at|about|for|of|from|by|the|issued|made|drawn up) )*"
            rf"{_PEOPLE}(?:(?:of|a|at) )*"
            r"(?P<level>province|provincial|district|commune|city|municipal)s?"
            r"(?: (?:level|plans?|ones?|people s committees?))*",
            _by_level,
        ),
        (
            rf"{_WHICH} (?:(?:bi|con|dang|de|khong|chua|thieu|trong|bo|khuyet|mat|co|ghi|neu|in|ro|"
            rf"dien|danh|phan|cho|muc) )*(?:khong|chua|thieu|trong|khuyet|mat)"
            r"(?: (?:co|ghi|neu|in|ro|dien|danh|duoc|phan|cho|muc|de))*"
            rf" (?P<blank>{_OF_PLAN}){_ENDS}",
            _by_blank,
        ),
        (
            rf"{_WHICH} (?:(?:co|ghi|neu|in|du|day|ro|ca) )+(?P<given>{_OF_PLAN}){_ENDS}",
            _by_given,
        ),
        (
            rf"{_WHICH} (?P<blank>{_OF_PLAN}) (?:(?:bi|con|dang|de|bo) )*"
            rf"(?:trong|khong ro|chua ro|khong co|de trong|bo trong|thieu){_ENDS}",
            _by_blank,
        ),
        (
            rf"{_WHICH_ENGLISH}(?:with no|without|no|not have|not give|not state|not show|"
            r"lacks?|missing|leaves?(?: out)?)"
            rf"(?: (?:an?|its|their|the|any))? ?(?P<blank>{_NAMED_BLANK})(?: blank| empty| out)?",
            _by_blank,
        ),
        (
            rf"{_WHICH_ENGLISH}(?:an? |its |the )?"
            r"(?:blank|empty|illegible|missing|unclear|unreadable)"
            rf" (?P<blank>{_NAMED_BLANK})",
            _by_blank,
        ),
        (
            rf"{_WHICH} (?:(?:do|duoc|boi|mot|cac) )*(?P<office>pho chu tich|chu tich)"
            rf"(?: ubnd| uy ban nhan dan)?(?: tinh| huyen)? ky(?: ban hanh)?{_ENDS}",
            _by_office,
        ),
        (
            rf"{_WHICH_ENGLISH}signed by (?:the |an? )?"
            r"(?P<office>(?:vice |deputy )?chair(?:man|men|s|person|persons)?)",
            _by_office,
        ),
        (
            rf"{_WHICH} (?:(?:do|duoc|boi|ong|ba|dong chi) )+"
            rf"(?P<name>{_NAME}) ky{_ENDS}",
            _by_signer,
        ),
        (rf"{_WHICH_ENGLISH}signed by (?:mr |ms |mrs )?(?P<name>{_NAME})", _by_signer),
        (
            rf"(?:(?:ong|ba|dong chi) )?(?P<name>{_NAME}) (?:(?:da|la nguoi|co) )*ky"
            r" (?:(?:nhung|cac|ban) )*(?:ke hoach|van ban) (?:nao|gi|so may|so nao|so bao nhieu)",
            _by_signer,
        ),
        (
            rf"(?:(?:ong|ba|dong chi) )?(?P<name>{_NAME})"
            r" (?:la ai|la gi|giu chuc (?:vu )?gi|(?:co )?chuc (?:vu|danh) (?:la )?gi)",
            _by_signer,
        ),
        (rf"ai la (?:(?:ong|ba|dong chi) )?(?P<name>{_NAME})", _by_signer),
        (rf"who (?:is|was) (?:mr |ms |mrs )?(?P<name>{_NAME})", _by_signer),
        (
            rf"(?:which|what) (?:plans?|documents?) (?:did|has|have|was|were) (?:mr |ms |mrs )?"
            rf"(?P<name>{_NAME}) (?:sign|signed)",
            _by_signer,
        ),
    )
)
