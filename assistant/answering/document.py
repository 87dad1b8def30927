"""Facts of a plan about itself: number, date, signer, issuer, title, legal bases, recipients.

They are answered from the fields that the ingest read, never by search: a number that is printed
in some passage is not the number of the plan.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace

from assistant.agency import agency_keys
from assistant.answering.cited import codes_of, untitled
from assistant.answering.draft import issuer_of
from assistant.answering.finding import Finding, Quote, Statement
from assistant.answering.general import answer_general
from assistant.answering.material import Material
from assistant.citation import UNKNOWN, printed
from assistant.claim import plan_numbers
from assistant.english import in_english
from assistant.query import Query
from assistant.shorthand import spell_out
from assistant.wording import WHICH_PLAN, DocumentFact
from corpus.agencies import part_heads
from corpus.names import signer_of
from corpus.places import PROVINCES
from corpus.plan import Field, Plan, Span
from corpus.vietnamese import fold, tokens

_OFFICES = {"Phó Chủ tịch": "Vice Chairman", "Chủ tịch": "Chairman"}
"""Offices of those who sign, in English."""

_SIGNATURE = ("Chữ ký",)
"""What the place of a signature is called in a citation."""

SIGNATURE = 900
"""Characters at the end of a plan where the recipients and the signature stand."""

_NAMES: dict[DocumentFact, tuple[str, str]] = {
    "number": ("Số", "Number"),
    "date": ("Ngày ban hành", "Date of issue"),
    "signer": ("Người ký", "Signed by"),
    "issuer": ("Cơ quan ban hành", "Issued by"),
    "title": ("Tên kế hoạch", "Title"),
    "bases": ("Căn cứ", "Legal bases"),
    "recipients": ("Nơi nhận", "Recipients"),
    "replaces": ("Thay thế", "Replaces"),
}


def answer_document(material: Material) -> Finding | None:
    """State the facts asked for, each as printed; a blank or corrupt one as `chưa rõ`."""
    query, plan = material.query, material.plan
    facts = query.facts or ("number", "date", "issuer")
    if "replaces" in facts:
        facts = ("replaces",)
        if not plan.replaces:
            return None
    if "bases" in facts:  # the number and the day are then those of what the plan rests on
        facts = ("bases",)
        if lacks_basis(material):
            return None
        if len(_kinds_of(query.own)) == 1 and not _of_kind(plan.bases, query.own):
            return answer_general(material)  # of a document that the plan names elsewhere
    above = _of_another_place(material)
    if above and not {"bases", "replaces"} & set(facts):
        facts = ("bases",)
    elif plan_numbers(fold(query.own)) - {plan.bare_number} and not query.scoped:
        return None  # a plan that is not in the corpus, and that this one does not cite
    english = query.language == "en"
    parts: list[str] = []
    statements: list[Statement] = []
    for fact in facts:
        fields = _fields(plan, fact)
        if fact == "bases":
            named = law_named(query)
            if named and (query.ask == "yes_no" or WHICH_PLAN.search(fold(query.own))):
                fields = tuple(f for f in fields if fold(f.value or "").startswith(named))
                if not fields:
                    return None
            asked = above or _of_code(fields, query.own) or _of_kind(fields, query.own)
            fields = asked or fields
        if fact == "recipients":
            fields = _of_body(fields, query.own) or fields
        words = signer_of(plan) if fact == "signer" else None
        words = words or _state(plan, fields, english)
        if fact == "issuer" and english and plan.issuer.value:
            words = f"{issuer_of(plan, 'en')} ({words})"
        if above and fact == "bases":
            words = "; ".join(untitled(field.value or "") for field in above)
        position = position_of(plan) if fact == "signer" and plan.signer.value else None
        if position and plan.signer.value:
            office = _OFFICES[position.value or ""] if english else ""
            words += f", {office} ({position.value})" if english else f", {position.value}"
            words += _name_in_print(plan, english)
            fields = (position, *fields)
        label = _NAMES[fact][1 if english else 0]
        parts.append(words if len(facts) == 1 else f"{label}: {words}")
        quotes = _quotes(plan, fact, fields)
        if len(facts) == 1 and fact in ("bases", "recipients") and not above:
            statements += _one_by_one(_values(plan, fields, english), quotes)
        else:
            statements.append(Statement(f"{label}: {words}", quotes))
    return Finding(plan, "; ".join(parts), tuple(statements), 1.0)


def state_facts(material: Material, *facts: DocumentFact) -> Finding | None:
    """State facts of the plan whatever the question says."""
    return answer_document(
        material.put(replace(material.query, kind="document", facts=facts, own="", ask="value"))
    )


def _of_another_place(material: Material) -> tuple[Field, ...]:
    """Return the bases issued by another place that a question names: the city above a district."""
    plan, folded = material.plan, fold(material.query.own)
    own = fold(plan.place.value or "")
    asked = plan_numbers(folded) - {plan.bare_number}
    others = [fold(p) for p in PROVINCES if fold(p) in folded and fold(p) != own]

    def is_meant(words: str) -> bool:
        by_number = any(re.search(rf"\b{n}\s?/", words) for n in asked)
        return by_number or any(place in words for place in others)

    return tuple(field for field in plan.bases if field.value and is_meant(fold(field.value)))


def position_of(plan: Plan) -> Field | None:
    """Return the office of the signer, which is printed in capitals near the name."""
    tail = max(0, len(plan.text) - SIGNATURE)
    capitals = [
        (fold(m.group()), Span(tail + m.start(), tail + m.end()))
        for m in re.finditer(r"[^\W\d_a-z]{2,}(?:[ .]+[^\W\d_a-z]{2,}){1,2}", plan.text[tail:])
    ]
    deputy = next((span for words, span in capitals if words.startswith("pho chu")), None)
    if deputy:
        return Field("Phó Chủ tịch", deputy)
    acting = any(words.startswith("kt") for words, _ in capitals)  # KT.: signed for the chair
    chair = next((span for words, span in capitals if words == "chu tich"), None)
    return Field("Chủ tịch", chair) if chair and not acting else None


def _name_in_print(plan: Plan, english: bool) -> str:
    """Say that a name is damaged in print, and how it stands there."""
    if not plan.damaged:
        return ""
    shown = plan.signer.value
    if shown == signer_of(plan):
        return " (as printed, marks lost)" if english else " (chữ in bị hỏng dấu)"
    if english:
        return f" (restored by machine; printed: “{shown}”)"
    return f" (khôi phục tự động; bản in ghi “{shown}”)"


def _fields(plan: Plan, fact: DocumentFact) -> tuple[Field, ...]:
    if fact == "bases":
        return plan.bases
    if fact == "recipients":
        return plan.recipients
    if fact == "replaces":
        return plan.replaces
    return (getattr(plan, fact),)


def _one_by_one(values: list[str], quotes: tuple[Quote, ...]) -> list[Statement]:
    """Return a statement a value: each of its own quote, or all of the one they stand in."""
    if len(quotes) == 1:
        return [Statement(value, quotes) for value in values] or [Statement("", quotes)]
    return [Statement(value, (quote,)) for value, quote in zip(values, quotes, strict=True)]


_ASIDE = re.compile(r"\s*(?:\([^()]*\)|:.*)$")
"""What stands behind a recipient and names nobody: `(để b/c)`, `: U1, U2`."""


def _values(plan: Plan, fields: tuple[Field, ...], english: bool) -> list[str]:
    """Return the values as they are told; in English the bodies of a list of recipients too."""
    values = [field.value for field in fields if field.value]
    if plan.damaged:
        values = list(map(part_heads, values))
    if english and fields and fields[0] in plan.recipients:
        return [in_english(_ASIDE.sub("", value)) if _is_body(value) else value for value in values]
    return values


def _is_body(recipient: str) -> bool:
    return not fold(recipient).startswith("luu")  # the archive: `Lưu: VT`


def _state(plan: Plan, fields: tuple[Field, ...], english: bool) -> str:
    values = _values(plan, fields, english)
    if values:
        return "; ".join(values)
    shown = next((printed(plan, field) for field in fields if field.span), None)
    if shown is None:
        return f"not stated ({UNKNOWN})" if english else f"{UNKNOWN}, kế hoạch không ghi"
    legible = _legible(shown, english)
    if english:
        state = "blank" if _is_blank(shown) else "illegible"
        return (
            f"left {state} ({UNKNOWN}{legible}); printed: “{shown}”"
            if state == "blank"
            else (f"{state} ({UNKNOWN}{legible}); printed: “{shown}”")
        )
    blank = " (để trống)" if _is_blank(shown) else ""
    return f"{UNKNOWN}{blank}{legible}, bản in ghi “{shown}”"


def _is_blank(shown: str) -> bool:
    """Tell whether the place of a number or a day is empty: `Số: /KH-UBND`, `ngày tháng 3`."""
    if "UBND" in shown:
        return not re.search(r"\d", shown)
    return bool(re.search(r"ng[àa]y\s+th[áa]ng", shown))


def _legible(shown: str, english: bool) -> str:
    """Return the month and the year of a date whose other parts are blank or impossible."""
    match = re.search(r"\D(\d{1,2})?\D+(20\d\d)$", shown)
    if not match:
        return ""
    month = int(match.group(1) or 0)
    if not 1 <= month <= 12:
        return f"; year {match.group(2)}" if english else f" ngày tháng, năm {match.group(2)}"
    if english:
        return f"; {calendar.month_name[month]} {match.group(2)}"
    return f" ngày, tháng {month} năm {match.group(2)}"


_NAMED_LAW = re.compile(r"\bluat (?!(?:nao|gi|so|cua|nhung|cac|ve|la)\b)\w+(?: \w+)?")
"""A law by its name: `Luật Thư viện`."""


def law_named(query: Query) -> str:
    """Return the folded name of the law that a question speaks of; empty where it names none."""
    found = _NAMED_LAW.search(" . ".join([fold(query.own), *query.terms]))
    return found.group() if found else ""


_KINDS = re.compile(
    r"\b(luat|nghi dinh|quyet dinh|thong tu|nghi quyet|ket luan|chi thi|ke hoach)\b"
)


def _of_kind(fields: tuple[Field, ...], asked: str) -> tuple[Field, ...]:
    """Keep the legal bases of the kind that a question names: `nghị định nào` is no law."""
    kinds = _kinds_of(asked)
    if len(kinds) > 1:  # laws and decisions: whatever it rests on
        return fields
    return tuple(f for f in fields if any(fold(f.value or "").startswith(k) for k in kinds))


_RESTS = re.compile(
    r"\bcan cu\b|\bco so phap ly\b|\bdua (?:vao|tren)\b"
    r"|\blegal bas|\bbased on\b|\b(?:rel|rest)(?:y|ies|s|ied|ed|ing)? on\b"
)
"""Words that ask for what a plan rests on, and not for whatever document it names."""


def lacks_basis(material: Material) -> bool:
    """Tell whether a question asks on which law, say, a plan rests that rests on none."""
    own, bases = fold(material.query.own), material.plan.bases
    kinds = _kinds_of(own)
    if len(kinds) != 1 or not bases or not _RESTS.search(own) or _of_kind(bases, own):
        return False
    numbered = re.compile(rf"\b{min(kinds)}(?: so)? \d")  # one that it names in another part
    return not any(numbered.search(fold(p.reading)) for p in material.passages)


def kinds_of_bases(material: Material) -> str:
    """Name the kinds of document that a plan rests on, without their numbers."""
    found: dict[str, str] = {}
    for field in material.plan.bases:
        if match := _KINDS.match(fold(field.value or "")):
            found[match.group()] = (field.value or "")[: match.end()]
    if material.query.language == "en":
        english = {"ke hoach": "plan"} | {v: k for k, v in reversed(_ENGLISH_KINDS.items())}
        return ", ".join(english[kind] for kind in found)
    return ", ".join(found.values())


_BODY = re.compile(r"\b(?P<body>bo|vu|so|cuc|ban|hoi|phong|thu vien|bao tang)(?: khac)? nao\b")
_MINISTRY = re.compile(r"\bministr(?:y|ies)\b")


def _of_body(fields: tuple[Field, ...], asked: str) -> tuple[Field, ...]:
    """Keep the recipients of the kind that a question names: `gửi cho Bộ nào`."""
    found = _BODY.search(fold(asked))
    body = found.group("body") if found else "bo" if _MINISTRY.search(fold(asked)) else ""
    return tuple(f for f in fields if body and fold(f.value or "").split()[:1] == body.split()[:1])


_GIVEN_TO = re.compile(r"\bco(?= (?:so|bo|phong|ban|hoi|ubnd|uy|vu|thuong)\b)")
"""The `có` of `có Bộ Văn hóa không`, before which `cơ` is no agency's word."""
_EVERY = {"so": "cac so", "phong": "cac phong", "ubnd": "ubnd cac", "hoi": "doan the"}
"""How recipients take in all bodies of a kind, by the word that a body's key begins with."""


def tell_recipient(material: Material, above: frozenset[str]) -> Finding | None:
    """State the recipient that a question names, or the group it is one of; None for no such one.

    `Bộ VH,TT&DL` is the Ministry of Culture, and `Các sở, ban, ngành` take in any department.
    `above` are the keys of who issued the plan.
    """
    plan = material.plan
    said = tuple(mention.key for mention in material.query.agencies) or agency_keys(
        _GIVEN_TO.sub(",", fold(spell_out(material.query.own)))
    )
    asked = tuple(key for key in said if key not in above)[:1] or said[:1]
    own = f" {' '.join(tokens(' '.join((material.query.own, *material.query.terms))))} "
    several = [term for term in material.query.terms if " " in term]
    for field in plan.recipients:
        printed_name = part_heads(field.value or "") if plan.damaged else field.value or ""
        named = f" {' '.join(tokens(printed_name))} "
        head = f" {' '.join(tokens(re.split(r' [-–(]', printed_name)[0]))} "
        keys = agency_keys(fold(spell_out(printed_name)))[:1]
        of_group = not asked and any(f" {term} " in named for term in several)
        if asked == keys if asked and keys else of_group or (len(head.split()) > 1 and head in own):
            return _tell_recipient(material, field)
    group = _EVERY.get(asked[0].split()[0]) if asked else None
    taken_in = (f for f in plan.recipients if group and group in fold(f.value or ""))
    found = next(taken_in, None)
    return _tell_recipient(material, found) if found else None


def _tell_recipient(material: Material, field: Field) -> Finding:
    words = _state(material.plan, (field,), material.query.language == "en")
    quotes = _quotes(material.plan, "recipients", (field,))
    return Finding(material.plan, words, (Statement(words, quotes),), 1.0)


def _of_code(fields: tuple[Field, ...], asked: str) -> tuple[Field, ...]:
    """Keep the legal bases whose number a question names."""
    codes = codes_of(asked)
    return tuple(f for f in fields if any(re.search(rf"\b{c}\s?/", f.value or "") for c in codes))


def _kinds_of(asked: str) -> frozenset[str]:
    """Return the kinds of document that a question asks for: `nghị định nào`, which decree."""
    folded = re.sub(r"\bke hoach\b(?! so (?:may|nao|bao))", "", fold(asked))
    english = {
        _ENGLISH_KINDS[word] for word in re.findall(r"[a-z]+", folded) if word in _ENGLISH_KINDS
    }
    return (
        frozenset(re.findall(rf"{_KINDS.pattern}(?= (?:so )?(?:nao|may|gi|bao)\b)", folded))
        | english
    )


_ENGLISH_KINDS = {
    "law": "luat",
    "laws": "luat",
    "decree": "nghi dinh",
    "decrees": "nghi dinh",
    "decision": "quyet dinh",
    "decisions": "quyet dinh",
    "circular": "thong tu",
    "circulars": "thong tu",
    "resolution": "nghi quyet",
    "resolutions": "nghi quyet",
    "conclusion": "ket luan",
    "conclusions": "ket luan",
    "directive": "chi thi",
    "directives": "chi thi",
}


def _quotes(plan: Plan, fact: DocumentFact, fields: tuple[Field, ...]) -> tuple[Quote, ...]:
    """Quote every field; the recipients, who stand in one list, as one."""
    printed_fields = [field for field in fields if field.span is not None]
    if fact == "signer" and len(printed_fields) == 2:
        return _quote_signature(plan, printed_fields)
    if fact != "recipients" or len(printed_fields) < 2:
        return tuple(_quote(plan, fact, field) for field in printed_fields)
    starts, ends = zip(*(field.span for field in printed_fields if field.span), strict=True)
    reading = "; ".join(field.value or "" for field in printed_fields)
    return (Quote(plan, ("Nơi nhận",), Span(min(starts), max(ends)), reading),)


def _quote_signature(plan: Plan, fields: list[Field]) -> tuple[Quote, ...]:
    """Quote the office and the name as one where only space stands between them."""
    office, name = (field.span for field in fields)
    assert office is not None and name is not None
    if office.end <= name.start and not plan.text[office.end : name.start].strip():
        reading = f"{signer_of(plan)}, {fields[0].value}"
        return (Quote(plan, _SIGNATURE, Span(office.start, name.end), reading),)
    return tuple(_quote(plan, "signer", field) for field in fields)


def _quote(plan: Plan, fact: DocumentFact, field: Field) -> Quote:
    assert field.span is not None
    path = {"signer": _SIGNATURE, "recipients": ("Nơi nhận",)}.get(fact, ("Mở đầu",))
    value = signer_of(plan) if field is plan.signer else field.value
    return Quote(plan, path, field.span, value or printed(plan, field) or "")
