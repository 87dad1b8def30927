"""Which agencies are charged with what is asked, what an agency is charged with, and with whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.agency import agency_keys, find_agencies
from assistant.answering.charges import (
    IMPLEMENTATION,
    Charge,
    find_charges,
    of_agency,
    state,
    with_agency,
)
from assistant.answering.finding import Finding, Statement, quote_passage
from assistant.answering.general import answer_general, best_part
from assistant.answering.material import NEAR, SENTENCE, SUPPORT, Material
from assistant.evidence import text_terms
from assistant.facets import INSTITUTIONS, facets_of, levels_agree
from assistant.query import Query, keep_phrases
from assistant.wording import EVERY_AGENCY, EXCEPT, KINDS, ORGANISATIONS, PARTNERS, SEVERAL_AGENCIES
from corpus.places import LEVELS
from corpus.vietnamese import CAPITALS, fold, tokens

NAMED = 0.5
"""The share of a question's words that an agency's name must meet to be the one asked about."""

IMPLEMENTED = 0.1
"""What an agency with duties in the part on implementation has before one named elsewhere."""

WHOLE_NAME = 0.8
"""The share of the words of an agency's name that make it named, whatever else is asked."""

SUPPORT_LIMIT = 280
"""Characters of a duty that are told beside the agencies."""

SAME_DUTY = 0.8
"""A duty that meets so much of what the best one meets in words is the same duty of another, where
the question asks for several agencies."""

AGENCY_SHARE = 0.5
"""The share of a question's words that a duty must meet, however close its meaning."""

RIVAL = 0.35
"""A duty may meet a question for who leads a whole plan so much less than the best one."""

WHOLE, SAME_WORDS = 0.9, 0.02
"""Duties that meet nearly all the words of a question, and by as much, all belong to the answer."""

OTHER_INSTITUTION = 0.06
"""What a duty loses for each kind of institution that is not asked for: a little more than `NEAR`,
so that schools are not answered by vocational schools."""

OTHER_ONLY = 4
"""How often a duty that is only about other kinds of institution loses as much again."""

OWN_DUTY = 0.55
"""The share of the words beside an agency's name that a duty must meet to be the one meant."""

_GENERIC = frozenset("uy ban tinh huyen thanh pho thi xa tran va cac de nghi viet nam".split())


def charges_of(material: Material) -> tuple[Charge, ...]:
    return find_charges(material.facts, material.passages)


def answer_agency(material: Material) -> Finding | None:
    """Which agencies are charged with what is asked: all whose duty meets it best."""
    if aside := _set_aside(material.query):
        material = material.put(_without_aside(material.query))
    query = material.query
    charges = tuple(c for c in charges_of(material) if not aside & set(c.keys))
    asks_partners = query.role != "both" and bool(PARTNERS.search(fold(query.question)))
    if asks_partners:
        partners = _answer_partners(material, charges)
        if partners:
            return partners
    if _asks_requested(query):
        requested = [charge for charge in charges if _is_requested(charge)]
        if requested:
            return _listed(material, requested, 1.0)
    if charges and asks_every_agency(query):
        leading = [c for c in charges if c.leads and _LEADS.search(fold(c.duty))]
        chosen = leading if query.role == "lead" and leading else charges
        return _listed(material, chosen, 1.0)
    if _MEDIA.search(fold(query.own)):
        media = [c for c in charges if c.keys and set(c.keys) <= _OF_MEDIA]
        if media and names_no_duty(query, _without_media(query.terms)):
            return _listed(material, media, 1.0)
    chosen, strength = find_responsible(material, charges)
    if chosen and _kinds_asked(query) and not any(charge.keys for charge in chosen):
        return None  # `phòng nào`: "các cơ quan, ban, ngành" are none
    if chosen and query.agencies and all(_all_named(c, query) for c in chosen):
        if asks_partners:
            return None  # whom it works with is asked, not whether it does
        if _OBJECT.search(fold(query.own)):  # those whom it guides, in the words of its duty
            statements = tuple(state(material.plan, charge) for charge in chosen)
            return Finding(
                material.plan,
                best_part(material, chosen[0].duty, SUPPORT_LIMIT),
                statements,
                strength,
            )
    if not chosen:
        if _TIED.search(fold(query.own)):
            return answer_general(material)
        if ORGANISATIONS.search(fold(query.own)):
            return answer_organisations(material)
        part = FUNDED if _FUNDING.search(fold(query.own)) else IMPLEMENTATION
        return None if query.role else answer_general(material.within(part))
    return _tell(material, chosen, strength)


_TIED = re.compile(r"\b(?:lien ket|gan ket|hop tac|giao luu)\b.{0,20}\bvoi\b")
"""What a question asks with whom, of others than agencies with duties."""

_MEDIA = re.compile(
    r"\b(?:co quan|don vi|to chuc) (?:bao chi|truyen thong|bao dai|thong tan)\b.{0,20}\bnao\b"
    r"|\b(?:bao|bao chi|bao dai|dai) nao\b"
    r"|\b(?:which|what) (?:\w+ ){0,2}?(?:media|press|news)\b"
)
"""A question for newspapers and broadcasters."""
_OF_MEDIA = frozenset({"bao", "dai"})


def _without_media(terms: Iterable[str]) -> list[str]:
    return [term for term in terms if not re.search(r"\b(?:truyen thong|bao chi|bao|dai)\b", term)]


_REQUESTED = re.compile(
    r"\bduoc de nghi\b|\bde nghi (?:nhung |cac )?(?:ai|(?:co quan|don vi|to chuc) nao)\b"
    r"|\b(?:asked|requested|invited) to\b"
)
"""A question for agencies that a plan cannot charge and requests (đề nghị) to do something."""


_CHARGED = re.compile(r"\b(?:giao|phan cong)\b|\b(?:assigned|charged|given)\b")


def _asks_requested(query: Query) -> bool:
    """Tell whether a question asks for the requested alone, and not also for the charged."""
    own = fold(query.own)
    requested = _REQUESTED.search(own) and not _CHARGED.search(own)
    of_whom = query.kind == "agency" and not query.agencies and not query.unknown
    return bool(requested) and of_whom and names_no_duty(query, query.terms)


def _is_requested(charge: Charge) -> bool:
    named = (charge.passage.reading, *charge.passage.headings)
    return any(re.match(r"\W*(?:\d+\W*)?de nghi\b", fold(words)) for words in named)


_LEADS = re.compile(r"\bchu tri\b")
_OBJECT = re.compile(
    r"\b(?:chi dao|huong dan|quan ly|kiem tra|giam sat|ho tro|giup)"
    r" (?:nhung |cac )?(?:ai|(?:don vi|co quan|noi|phong|trung tam|truong)[^.?]{0,20} nao)\b"
    r"|\b(?:which|what) (?:\w+ )?(?:institutions|units|bodies|houses)\b.{3,60}"
    r"\b(?:direct|guide|manage|supervise|inspect|support)\b"
)
"""A question for those whom an agency does something for: `Sở A hướng dẫn những đơn vị nào`."""

_WHOLE_PLAN = frozenset(
    "chu tri trien khai thuc hien to chuc ke hoach chuong trinh nay viec".split()
)
"""Words of a question for who carries out a plan as a whole."""


def _all_named(charge: Charge, query: Query) -> bool:
    """Tell whether a question itself names those who are charged."""
    return any(_is_named(", ".join(charge.agencies), [m.key]) for m in query.agencies)


def answer_organisations(material: Material) -> Finding | None:
    """Which funds, donors or other organisations: only a passage that lists names tells."""
    listed = answer_general(material)
    return listed if listed and _NAMES.search(listed.short) else None


_NAMES = re.compile(rf"\b(?:như|gồm|bao gồm|là)[: ]\s*[{CAPITALS}]")
"""Words that begin a list of names."""

_FUNDING = re.compile(dict(KINDS)["funding"] + r"|\bvon\b")
FUNDED = re.compile(rf"{IMPLEMENTATION.pattern}|kinh phi")
"""Where those who give money stand: among the agencies, or in the part on funding."""

_NOT_A_DUTY = frozenset(
    "viec nhiem vu trach nhiem chu tri phoi hop tham gia giao duoc de nghi neu ten co mat phan "
    "cong ho he thong to chuc thuc hien trien khai lien quan cac nhung so phong trung tam huyen "
    "tinh yeu cau rieng cu the truc tiep chinh duoi cap muc phan chuyen mon".split()
)
"""Words that say that agencies have duties, and not which."""


_LEVELS = frozenset(map(fold, LEVELS))
"""Words of a level alone, which say of whom a duty is, and not what it is."""


def asks_every_agency(query: Query) -> bool:
    """Tell whether a question asks for all agencies of a plan: it names no duty of theirs."""
    if not EVERY_AGENCY.search(fold(query.own)):
        return False
    return query.kind == "agency" and names_no_duty(query, query.terms) and not query.unknown


def names_no_duty(query: Query, terms: Iterable[str]) -> bool:
    """Tell whether phrases only say that there are duties, or name the plan by its title."""
    titles = {word for plan in query.plans for word in tokens(plan.title.value or "")}
    words = {word for phrase in terms for word in phrase.split()}
    return words <= titles | _NOT_A_DUTY


def find_responsible(
    material: Material, charges: Sequence[Charge]
) -> tuple[tuple[Charge, ...], float]:
    """Return the charges that meet a question best, and how well; none where none meets it."""
    role = material.query.role
    scored = [(_support(material, c), c) for c in charges if _fits(c, role)]
    best = max((score for score, _ in scored), default=0.0)
    if best < SUPPORT:
        return (), best
    scored = _of_kind_asked(scored, material.query)
    best = max(score for score, _ in scored)
    near = [(score, charge) for score, charge in scored if score >= best - NEAR]
    said = {word for term in material.query.terms for word in term.split()}
    if role == "lead" and said and said <= _WHOLE_PLAN:
        whole = _leading([c for score, c in scored if score >= best - RIVAL])
        return tuple(whole[:1]) or tuple(c for _, c in near[:1]), best
    words = {charge: share_of_charge(material, charge) for _, charge in scored}
    if max(words[charge] for _, charge in near) < AGENCY_SHARE:
        return (), best
    fullest = max(words.values())
    told = max(near, key=lambda item: item[0])[1]
    all_met = fullest >= WHOLE and words[told] >= fullest - SAME_WORDS
    if all_met and material.query.role is None:  # no word tells these duties apart
        alike = [c for s, c in scored if words[c] >= fullest - SAME_WORDS and s >= SUPPORT]
        return tuple(alike), best
    if SEVERAL_AGENCIES.search(fold(material.query.question)):
        enough = SAME_DUTY * max(words[charge] for _, charge in near)
        return tuple(c for s, c in scored if s >= SUPPORT and words[c] >= enough), best
    return tuple(charge for _, charge in near if charge.agencies == told.agencies), best


_OF_PLAN = re.compile(r"\bke hoach\b")


def _leading(charges: Iterable[Charge]) -> list[Charge]:
    """Keep the duties to carry out the plan as a whole."""
    return [c for c in charges if c.leads and _implements(c) and _OF_PLAN.search(fold(c.duty))]


def leader_of(material: Material) -> Finding | None:
    """Who is charged with the plan as a whole: the first told to carry it out or to watch it."""
    charges = [c for c in charges_of(material) if c.leads and _implements(c) and c.keys]
    whole = [c for c in charges if _CARRIED_OUT.search(fold(c.duty))]
    return _tell(material, whole[:1], SUPPORT) if whole else None


_CARRIED_OUT = re.compile(
    r"\b(?:trien khai|to chuc thuc hien|tong hop|theo doi|giam sat)\b.{0,60}"
    r"\b(?:ke hoach|chuong trinh)\b"
)


def _set_aside(query: Query) -> frozenset[str]:
    """Return the agencies beside which others are asked for: `ngoài UBND huyện thì sở nào`."""
    told = EXCEPT.search(fold(query.own))
    who = frozenset(agency_keys(told.group("what"))) if told else frozenset()
    return who & {mention.key for mention in query.agencies}


def _without_aside(query: Query) -> Query:
    """Return a question without the agencies that it sets aside."""
    rest = keep_phrases(query.remaining, lambda term: term != "ngoai")
    return replace(query, terms=rest[0], spoken=rest[1], remaining=rest, agencies=())


def _fits(charge: Charge, role: str | None) -> bool:
    return bool(charge.partners) or not charge.leads if role == "coordinate" else True


def share_of_charge(material: Material, charge: Charge) -> float:
    """The share of the question that a duty meets in words, its headings and agencies included."""
    heads = [term for heading in charge.passage.headings for term in text_terms(heading)]
    words = text_terms(f"{', '.join(charge.agencies)}: {charge.duty}")
    return material.demand.share([*words, *heads])


def _support(material: Material, charge: Charge) -> float:
    support = material.weigh(share_of_charge(material, charge), charge.passage)
    return support - OTHER_INSTITUTION * _others(material, charge)


def _others(material: Material, charge: Charge) -> int:
    """Count the kinds of institution a duty is about beside those that are asked for.

    One that is about other kinds only counts several times.
    """
    asked = facets_of(" . ".join(material.query.terms))[INSTITUTIONS]
    said = facets_of(f"{', '.join(charge.agencies)} {charge.duty}")[INSTITUTIONS]
    if not asked or not said:
        return 0
    return len(said - asked) + (0 if said & asked else OTHER_ONLY)


def _tell(material: Material, chosen: Sequence[Charge], strength: float) -> Finding:
    query = material.query
    doers = unique(name for charge in chosen if (name := _doer(material, charge)))
    charged = doers or unique(name for charge in chosen for name in charge.agencies)
    partners = unique(name for charge in chosen for name in charge.partners)
    idle = unique(n for c in chosen if not c.leads and not c.partners for n in c.agencies)
    statements = tuple(state(material.plan, charge) for charge in chosen)
    if query.role == "coordinate":
        named = any(map(agency_keys, partners))  # else they are "the agencies concerned"
        told_to = unique(n for c in chosen if co_ordinates(material, c) for n in c.agencies)
        names = (partners if named or not told_to else told_to) or idle or charged
    elif query.role == "both":
        led = material.name_all(charged)
        labels = ("Lead", "co-ordinating") if query.language == "en" else ("Chủ trì", "phối hợp")
        short = f"{labels[0]}: {led}"
        if partners:
            short += f"; {labels[1]}: {material.name_all(partners)}"
        return Finding(material.plan, short, statements, strength)
    else:
        names = charged
    if len(chosen) > 2 and SEVERAL_AGENCIES.search(fold(query.question)):
        return _listed(material, chosen, strength)
    support = duty_line(material, best_part(material, chosen[0].duty, SUPPORT_LIMIT))
    return Finding(material.plan, material.name_all(names), statements, strength, support)


def duty_line(material: Material, duty: str) -> str:
    """Put before a duty what it is."""
    return material.words("Nhiệm vụ: ", "Duty, in the plan's words: ") + duty


def _doer(material: Material, charge: Charge) -> str:
    """Return the agency inside a duty that does what is asked: `gửi Sở Tài chính thẩm định`.

    Empty where it is not another's: who is charged with the duty then does it.
    """
    asked = {" ".join(term.split()[:2]) for term in material.query.terms if len(term.split()) > 1}
    asked -= _LEVELS  # `báo cáo Sở Văn hóa và Thể thao thành phố`: whose it is, not what it does
    for mention in find_agencies(charge.duty):
        after = " ".join(tokens(charge.duty[mention.end :])[:4]).removeprefix("de ")
        before = fold(charge.duty[: mention.start]).rstrip()
        handed = before.endswith(("gui", "trinh", "bao cao", "giao", "de nghi"))
        handed = handed and charge.duty[mention.end :].lstrip()[:1] not in (".", ";")
        known = {*charge.keys, *(one.key for one in material.query.agencies)}
        if handed and mention.key not in known and any(after.startswith(a) for a in asked):
            return mention.name
    handed_on = _HANDED_ON.search(charge.duty)
    said = {word for term in material.query.terms for word in term.split()}
    if handed_on and said & set(tokens(handed_on.group("verb"))):
        return handed_on.group("who").strip()
    return ""


def co_ordinates(material: Material, charge: Charge) -> bool:
    """Tell whether the sentence of a duty that is asked about is itself to co-ordinate."""
    sentences = SENTENCE.split(charge.duty)
    asked = max(sentences, key=lambda s: material.demand.share(text_terms(s)))
    return fold(asked).lstrip(" -+").startswith("phoi hop")


_HANDED_ON = re.compile(
    r"\b(?:trình|gửi) (?P<who>cấp (?:có )?thẩm quyền|các cấp có thẩm quyền|"
    r"(?:Chủ tịch )?(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân) (?:tỉnh|huyện)) (?:xem xét,? )?"
    r"(?P<verb>phê duyệt|thẩm định|ban hành|quyết định)\b"
)
"""Who, by no name, does the last step of a duty: `trình cấp có thẩm quyền phê duyệt`."""


def _listed(material: Material, chosen: Sequence[Charge], strength: float) -> Finding:
    """List the agencies one by one, each with the duties that make it part of the answer."""
    by_agencies: dict[tuple[str, ...], list[Charge]] = {}
    of_kind = set(_of_kind(unique(n for c in chosen for n in c.agencies), material.query))
    for charge in chosen:
        if of_kind & set(charge.agencies):
            by_agencies.setdefault(charge.agencies, []).append(charge)
    named = sorted(by_agencies.items(), key=lambda item: not any(map(agency_keys, item[0])))
    items = tuple(  # "các cơ quan, đơn vị" after those it names
        Statement(material.name_all(names), state(material.plan, group[0]).quotes)
        for names, group in named
    )
    head = material.words("Các cơ quan", "Agencies") + _count(material, list(by_agencies))
    return Finding(
        material.plan, "\n- ".join([f"{head}:", *(s.text for s in items)]), items, strength
    )


def _count(material: Material, listed: Sequence[tuple[str, ...]]) -> str:
    """Return how many agencies are listed by name, where that is asked; else nothing."""
    if not re.search(r"\bbao nhieu\b|\bhow many\b", fold(material.query.own)):
        return ""
    names = {name for group in listed for name in group}
    named = sum(bool(agency_keys(name)) for name in names)
    if named == len(names):
        return f" ({named})"
    return material.words(f" ({named} gọi tên)", f" ({named} by name)")


def _answer_partners(material: Material, charges: Sequence[Charge]) -> Finding | None:
    """Whom the agency that the question names works with, in the words of its duties."""
    keys = [mention.key for mention in material.query.agencies]
    keyed = [charge for key in keys for charge in of_agency(charges, key)]
    shared = [charge for key in keys for charge in with_agency(charges, key)]
    if not keyed and not shared:
        found = _partners_in_passage(material)
        if found:
            return found
    own = [charge for charge in _named_agency(material, charges) if charge.partners]
    group = [*own, *shared]
    met = [c for c in group if _remaining_share(material, c) >= OWN_DUTY]
    group = met or own
    if not group:
        return None
    beside = [n for c in group for n in ((*c.agencies, *c.partners) if c in met else c.partners)]
    names = _of_kind(unique(name for name in beside if not _is_named(name, keys)), material.query)
    if not names:
        return None
    statements = tuple(state(material.plan, charge) for charge in group)
    return Finding(material.plan, material.name_all(names), statements, SUPPORT)


def _of_kind_asked(scored: list[tuple[float, Charge]], query: Query) -> list[tuple[float, Charge]]:
    """Keep the duties of the kind of agency a question names (sở nào), if near enough."""
    best, asked = max(score for score, _ in scored), _kinds_asked(query)
    own = [(s, c) for s, c in scored if any(_is_of(name, asked) for name in c.agencies)]
    enough = max((score for score, _ in own), default=0.0) >= max(SUPPORT, best - RIVAL)
    return own if enough else scored


_KIND = r"(?:so|phong|hoi|ban|bo|trung tam)"
_KIND_ASKED = re.compile(rf"\b(?P<kinds>{_KIND}(?:(?:,| va) (?:cac |nhung )?{_KIND})*) nao\b")
_KIND_COUNTED = re.compile(r"\bbao nhieu (?P<kind>so|phong|hoi)\b|\bhow many departments\b")
_DEPARTMENTS = frozenset({"so", "phong"})
"""Departments of a province (sở) and of a district (phòng)."""


def _kinds_asked(query: Query) -> frozenset[str]:
    words = fold(query.own)
    if counted := _KIND_COUNTED.search(words):
        return frozenset({counted["kind"]}) if counted["kind"] else _DEPARTMENTS
    asked = _KIND_ASKED.finditer(words)
    return frozenset(kind for match in asked for kind in re.findall(_KIND, match["kinds"]))


def _is_of(name: str, kinds: frozenset[str]) -> bool:
    """Tell whether an agency is of one of some kinds: Sở Tài chính is of `so`."""
    return any(fold(name).startswith(f"{kind} ") for kind in kinds)


def _of_kind(names: tuple[str, ...], query: Query) -> tuple[str, ...]:
    """Keep of several the agencies of the kind a question names (sở nào), where there are some."""
    asked = _kinds_asked(query)
    return tuple(n for n in names if _is_of(n, asked)) or names


_WITH = re.compile(
    r"[Pp]hối hợp(?: chặt chẽ)? (?:với|cùng) (.{4,160}?)(?=[;.:]|,? (?:trong|triển khai|thực hiện|"
    r"hướng dẫn|tổ chức|tham mưu|xây dựng|rà soát|chỉ đạo|tích cực|tổng hợp|xác định|cân đối|"
    r"đề xuất|nghiên cứu|hợp tác|để|có liên quan tham|tuyên truyền)\b)"
)
"""Whom something is done with outside the assignments: up to the verb of what is done."""


def _partners_in_passage(material: Material) -> Finding | None:
    """Whom something is done with, in the passage that speaks of it best."""
    for score, passage in material.ranked()[:3]:
        names = [name.strip(" ,") for name in _WITH.findall(passage.reading)]
        if score >= SUPPORT and names:
            statement = Statement(passage.reading, (quote_passage(material.plan, passage),))
            short = material.name_all(unique(names))
            return Finding(material.plan, short, (statement,), score)
    return None


def answer_duties(material: Material) -> Finding | None:
    """Every duty of the agency that the question names, in the order of the plan."""
    charges = charges_of(material)
    group = _named_agency(material, charges)
    if not group:
        return _tell_shared(material, charges) or answer_agency(material)
    keyed = {mention.key for mention in material.query.agencies} & {
        k for c in group for k in c.keys
    }
    about = [c for c in group if keyed and _remaining_share(material, c) >= OWN_DUTY]
    group = about or group
    own = min((charge.agencies for charge in group), key=len)  # the heading names it, and fewest
    names = unique(name for charge in group for name in charge.agencies)
    if any(_is_named(", ".join(own), [key]) for key in keyed):
        names = unique(own)
    group = sorted(group, key=lambda charge: charge.agencies != own)
    tasks = [_task(material, charge, own) for charge in group]
    duties = tuple(
        Statement(task, state(material.plan, charge).quotes)
        for task, charge in zip(tasks, group, strict=True)
    )
    short = "\n- ".join([f"{material.name_all(names)}:", *tasks])
    return Finding(material.plan, short, duties, SUPPORT)


def _task(material: Material, charge: Charge, own: tuple[str, ...]) -> str:
    """Say a duty; one that others are charged with as well names them all before it."""
    duty = f"{charge.duty[0].upper()}{charge.duty[1:]}"
    shared = len(charge.agencies) > len(own) and set(unique(charge.agencies)) != set(unique(own))
    return f"{material.name_all(unique(charge.agencies))}: {duty}" if shared else duty


def answer_role(material: Material) -> Finding | None:
    """Whether the agency that the question names leads or co-ordinates, duty by duty."""
    charges = charges_of(material)
    keys = [mention.key for mention in material.query.agencies]
    own = [c for key in keys for c in of_agency(charges, key) if len(c.passage.path) > 1]
    shared = [c for key in keys for c in with_agency(charges, key)]
    roles = [(material.words("Chủ trì", "Leads"), [c for c in own if c.leads])]
    beside = [c for c in own if not c.leads] + shared
    roles.append((material.words("Phối hợp", "Co-ordinates"), beside))
    told = [(role, group) for role, group in roles if group]
    if not told:
        return None
    items = {
        f"{role}: {best_part(material, charge.duty, SUPPORT_LIMIT)}": state(material.plan, charge)
        for role, group in told
        for charge in group
    }
    if len(items) == 1:
        [(words, statement)] = items.items()
        role = told[0][0]
        return Finding(material.plan, role, (statement,), SUPPORT, words)
    statements = tuple(Statement(words, one.quotes) for words, one in items.items())
    lead = "; ".join(role for role, _ in told)
    return Finding(material.plan, "\n- ".join([f"{lead}:", *items]), statements, SUPPORT)


def _tell_shared(material: Material, charges: Sequence[Charge]) -> Finding | None:
    """The duties of others that are to be carried out with the agency that the question names."""
    keys = [mention.key for mention in material.query.agencies]
    shared = [charge for key in keys for charge in with_agency(charges, key)]
    if not shared:
        return None
    word = material.words("phối hợp cùng", "works with")
    items = tuple(
        Statement(
            f"{word} {material.name_all(c.agencies)}: {_clause(c, keys)}",
            state(material.plan, c).quotes,
        )
        for c in shared
    )
    names = [n for c in shared for n in c.partners if _is_named(n, keys)]
    short = "\n- ".join([f"{material.name_all(unique(names))}:", *(item.text for item in items)])
    return Finding(material.plan, short, items, SUPPORT)


def _clause(charge: Charge, keys: Sequence[str]) -> str:
    """Return the clause of a duty that names one of the agencies."""
    clauses = re.split(r"(?<=[.;])\s+", charge.duty)
    return next((c.rstrip(" ;") for c in clauses if _is_named(c, keys)), charge.duty)


def _is_named(name: str, keys: Sequence[str]) -> bool:
    return bool(set(agency_keys(name)) & set(keys))


def _named_agency(material: Material, charges: Sequence[Charge]) -> list[Charge]:
    """Return the duties of the agency that the question names, by its key or by its words."""
    for mention in material.query.agencies:
        own = of_agency(charges, mention.key)
        closing = [charge for charge in own if len(charge.passage.path) > 1]
        if own:
            return closing or list(own)
    if any(with_agency(charges, mention.key) for mention in material.query.agencies):
        return []
    governed = _LEVEL_ALONE.fullmatch(" ".join(material.query.terms))
    if governed and not material.query.agencies:
        own = of_agency(charges, f"ubnd {'huyen' if governed.group('district') else 'xa'}")
        if own:
            return list(own)
    groups: dict[tuple[str, ...], list[Charge]] = {}
    for charge in charges:
        groups.setdefault(charge.agencies, []).append(charge)
    asked = set(tokens(material.query.own)) | {w for t in material.query.terms for w in t.split()}
    about = " . ".join(material.query.terms)
    kinds = {mention.key.split()[0] for mention in material.query.agencies}
    groups = {  # an agency of another kind is not found by words
        a: group
        for a, group in groups.items()
        if levels_agree(about, ", ".join(a))
        and (not kinds or not group[0].keys or kinds & {k.split()[0] for k in group[0].keys})
    }
    scored = {
        a: max(_met_by(material, a), _spelled_out(a, asked))
        + (IMPLEMENTED if any(_implements(charge) for charge in group) else 0.0)
        for a, group in groups.items()
    }
    best = max(scored, key=lambda agencies: scored[agencies], default=())
    return groups[best] if best and scored[best] >= NAMED else []


_LEVEL_ALONE = re.compile(
    r"(?:cac |nhung |cap )*(?:(?P<district>huyen(?: thi xa)?(?: thanh pho)?)"
    r"|xa|cap xa|xa phuong|xa phuong thi tran|xa thi tran)(?: duoc)?"
)
"""The communes or the districts themselves, which are charged through their committees."""


def _implements(charge: Charge) -> bool:
    """Tell a duty of the part on implementation from one that stands elsewhere."""
    headings = charge.passage.headings
    return bool(headings) and bool(IMPLEMENTATION.search(fold(headings[0])))


def _remaining_share(material: Material, charge: Charge) -> float:
    """The share of what the question says beside the agency's name that a duty meets."""
    terms = tuple(term for term in material.query.remaining[0] if term not in _LEVELS)
    return material.demand.share_of(terms, text_terms(charge.duty)) if terms else 0.0


def _met_by(material: Material, agencies: tuple[str, ...]) -> float:
    """The share of the question that the names of agencies meet."""
    return material.demand.share(text_terms(", ".join(agencies)))


def _spelled_out(agencies: tuple[str, ...], asked: set[str]) -> float:
    """The share of an agency's name that the question spells out, where that is nearly all."""
    names = [set(tokens(agency)) - _GENERIC for agency in agencies]
    best = max((len(name & asked) / len(name) for name in names if len(name) > 1), default=0.0)
    return best if best >= WHOLE_NAME else 0.0


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Return names in order, each once, however it is spelled."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(" ".join(tokens(name)), name)
    return tuple(kept.values())
