"""Documents that a plan cites: laws, decrees, decisions, by their number or by what they are about.

"Quyết định về chuyển đổi số ngành thư viện là số mấy?" asks for one of several documents that stand
in one paragraph; each is told with its number, its day and who issued it, as the plan prints them.
Left out: the legal bases as a list, which are fields of the plan (`document.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.answering.finding import Finding, Statement, quote_passage
from assistant.answering.material import NEAR, SUPPORT, Material
from assistant.evidence import text_terms
from assistant.query import Query
from assistant.wording import PLAN_NUMBER, WHICH_PLAN
from corpus.plan import Passage, Plan
from corpus.vietnamese import fold

ABOUT_SHARE = 0.5
"""The share of a question's words that a cited document must meet to be the one it is about."""

ALIKE = 0.25
"""Documents of a list meet a question less alike than rival answers to one do."""

_KIND = r"(?:Luật|Nghị định|Quyết định|Thông tư|Nghị [Qq]uyết|Kết luận|Kế hoạch|Chỉ thị|Công văn)"

_NUMBERED = (
    _KIND + r"\s[^,;.“\"]{{0,20}}?"
    r"\b{code}(?:/\d{{4}})?\s?[-/]\s?(?=[^\W\d_])[^,;“\"]*?"
    r"(?=\s+(?:về|phê duyệt|quy định|ban hành|phê chuẩn|thực hiện)\b"
    r"|\s+và\s+" + _KIND + r"|[,;“\"]|\.\s|\.?$)"
)
"""A document by its number, with its day and who issued it, up to what it is about."""

_DOCUMENT = re.compile(
    rf"{_KIND}\s(?:số\s)?[^\W_]*\d[^;]*?(?=;|\.\s|\.?$|,?\s(?:và\s)?{_KIND}\s(?:số\s)?\d)"
    rf"|Luật [A-ZĐ]\w+(?: \w+)? ngày [\d/]+"
)
"""A document with its number, up to the next one or the end of the clause."""

_ABOUT = re.compile(
    r"\b(?:quyet dinh|nghi dinh|thong tu|nghi quyet|luat|ket luan|chi thi)(?: so)?(?: nao)?"
    r" (?:cua \w+(?: \w+){0,3} )?(?:noi )?(?:ve|phe duyet|quy dinh|lien quan)\b"
    r"|\b(?:nghi quyet|nghi dinh|thong tu|luat|ket luan)(?: so)? (?:nao|may|bao nhieu) (?:cua|do)\b"
    r"|\b(?:decision|decree|circular|resolution|law|conclusion)s?\b"
    r"(?: (?!rel|bas|rest|draw)\w+){0,2}? "
    r"(?:on|about|approv\w+|deals? with|dealing with|concern\w*|cover\w*|regulat\w*)\b"
)
"""A question for a document by what it is about."""

_SUBJECT_ASKED = re.compile(
    r"\b(?:noi|quy dinh|phe duyet|ban hanh)? ?ve"
    r" (?:viec |van de |noi dung |chuong trinh |de an |linh vuc )?(?:gi|nao|cai gi)\b"
    r"|\bnoi dung (?:la )?gi\b|\b(?:phe duyet|thuc hien) (?:cai |viec )?gi\b|\bten (?:la )?gi\b"
    r"|\bwhat\b.{0,60}\b(?:about|approve|deal with|concern|cover)\b"
)
"""A question for what a document is about."""

_TITLE = re.compile(r"\s+(?:về|phê duyệt|quy định|ban hành|phê chuẩn|thực hiện)\b")


def untitled(document: str) -> str:
    """Return a document by its number, its day and its issuer, without what it is about."""
    return _TITLE.split(document)[0]


_KINDS = {
    "luat": "luat",
    "nghi dinh": "nghi dinh",
    "quyet dinh": "quyet dinh",
    "thong tu": "thong tu",
    "nghi quyet": "nghi quyet",
    "ket luan": "ket luan",
    "chi thi": "chi thi",
    "law": "luat",
    "decree": "nghi dinh",
    "decision": "quyet dinh",
    "circular": "thong tu",
    "resolution": "nghi quyet",
    "conclusion": "ket luan",
}
"""Words for kinds of document, folded Vietnamese or English, and the word that plans print."""


def codes_of(question: str) -> tuple[str, ...]:
    """Return the numbers of documents that a question names: `93/2020/NĐ-CP`, `quyết định 1520`."""
    named = re.findall(
        r"\b(?:quyet dinh|nghi dinh|thong tu|nghi quyet|ket luan|chi thi|decision|decree|circular"
        r"|resolution)(?: so| no)? (\d+)",
        fold(question),
    )
    printed = re.findall(
        r"(?<![/\d])\d+(?=(?:/\d{4})?\s?/\s?[^\W\d_]|-[A-ZĐ]{2,}/)", question
    )  # and no day: 19/4
    return tuple(dict.fromkeys([*printed, *named]))


def other_codes(material: Material) -> list[str]:
    """Return the numbers of documents that a question names beside the plan's own."""
    return [c for c in codes_of(material.query.own) if c != material.plan.bare_number]


def prints_code(text: str, code: str) -> bool:
    """Tell whether a text has the number of a document: `18-NQ/TU`, and not the day `18/8/2020`."""
    return bool(_printed(code).search(text))


def prints_any(plan: Plan, codes: Iterable[str]) -> bool:
    """Tell whether a plan has the number of one of some documents."""
    return any(prints_code(plan.text, code) for code in codes)


def _printed(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\d/]){re.escape(code)}(?:/\d{{4}})?\s?[-/]\s?(?=[^\W\d_])")


def cited_by_number(
    material: Material, passages: Sequence[Passage], codes: Sequence[str]
) -> Finding | None:
    """What a plan says of a document that it cites by number: its day and who issued it."""
    about = _SUBJECT_ASKED.search(fold(material.query.own))
    kinds = _kinds_in(fold(material.query.own))
    subject: Finding | None = None
    for passage in passages:
        whole = [m.group() for m in _DOCUMENT.finditer(passage.reading)]
        whole = [w for w in whole if not kinds or any(fold(w).startswith(k) for k in kinds)]
        named = [words for words in whole if prints_code(words, codes[0])]
        if about and named:
            told = _told_whole(material, named[0], passage)
            if _TITLE.search(named[0]):
                return told
            subject = subject or told  # elsewhere it may say more
            continue
        found = re.search(_NUMBERED.format(code=re.escape(codes[0])), passage.reading)
        of_kind = found and (not kinds or any(fold(found.group()).startswith(k) for k in kinds))
        if found and of_kind and re.search(r"ngày|\d/\d", found.group()):
            return subject or tell_passage(material, found.group(), passage)
    return subject


def named_document(material: Material, codes: Sequence[str]) -> Finding | None:
    """Return the first document with one of these numbers, with its title, as the plan cites it."""
    for words, passage in _documents(material.passages):
        if _number(words).split("/")[0] in codes:
            return _told_whole(material, words, passage)
    return None


_REST = re.compile(r"[^;]*?(?=;|\.\s|\.?$)")


def _with_title(text: str, document: str) -> str:
    """Return a document with all of its title, which may name another one.

    `Kết luận 76-KL/TW … về tiếp tục thực hiện Nghị quyết số 33-NQ/TW …`
    """
    if not re.search(r"(?:thực hiện|triển khai|theo)\s*$", document):
        return document
    rest = _REST.match(text, text.index(document) + len(document))
    return document + (rest.group() if rest else "")


_LAW_NAMED = re.compile(
    r"\bluat (?!(?:nao|gi|so|cua|nhung|cac|ve|la|duoc)\b|\d)(?P<name>\w+ \w+|\w+)"
)
_DAY_ASKED = re.compile(
    r"\b(?:ngay|hom|nam|khi|thang) (?:nao|may|bao nhieu)\b|\bbao gio\b|\bwhen\b|\bdate\b"
)


def asks_day_of(material: Material) -> bool:
    """Tell whether a question asks of what day a law is, or a document by its number."""
    own = fold(material.query.own)
    named = bool(_LAW_NAMED.search(own)) or bool(other_codes(material))
    return named and bool(_DAY_ASKED.search(own)) and not WHICH_PLAN.search(own)


def day_of_named(material: Material) -> Finding | None:
    """The law, or the document, with its day, as the plan cites it; None where it does not."""
    codes = other_codes(material)
    if codes:
        return cited_by_number(material, material.passages, codes)
    law = _LAW_NAMED.search(fold(material.query.own))
    name = law.group("name") if law else ""
    for size in range(len(name.split()), 0, -1):
        words = " ".join(name.split()[:size])
        dated = re.compile(rf"\bluat {words}\b[^;.]{{0,40}}?\bngay \d{{1,2}}/\d{{1,2}}/\d{{4}}")
        for passage in material.passages:
            found = dated.search(fold(passage.reading))
            if found:
                return tell_passage(material, passage.reading[found.start() : found.end()], passage)
    return None


def asks_subject(query: Query) -> bool:
    """Tell whether a question names a document by its number and asks what it is about."""
    return bool(codes_of(query.own) and _SUBJECT_ASKED.search(fold(query.own)))


def asks_by_subject(query: Query) -> bool:
    """Tell whether a question asks for a document by what it is about."""
    asked = PLAN_NUMBER.sub(" ", fold(query.own))
    return bool(_ABOUT.search(asked)) and not codes_of(asked)


def cited_by_subject(material: Material) -> Finding | None:
    """The document that a question asks for by what it is about; None where none is cited."""
    kinds = _kinds_in(fold(material.query.own))
    scored = [
        (material.demand.share(text_terms(words)), words, passage)
        for words, passage in _documents(material.passages)
        if any(fold(words).startswith(kind) for kind in kinds)
    ]
    best = max((share for share, _, _ in scored), default=0.0)
    if best < ABOUT_SHARE:
        return None
    several = bool(_SEVERAL.search(fold(material.query.own)))
    near = {  # the first of one number prints it in full
        _number(words): (words, passage)
        for share, words, passage in reversed(scored)
        if share >= best - (ALIKE if several else NEAR)
    }
    told = list(reversed(near.values()))
    if not several or len(told) < 2:
        return tell_passage(material, *told[0])
    statements = tuple(Statement(w, (quote_passage(material.plan, p),)) for w, p in told)
    return Finding(material.plan, "; ".join(words for words, _ in told), statements, SUPPORT)


_ISSUERS = {
    "quoc hoi": r"^luat|\bqh\d|\bquoc hoi\b",
    "thu tuong": r"\bthu tuong\b|\bttg\b",
    "chinh phu": r"(?<!thu tuong )\bchinh phu\b|\bnd-cp\b",
    "bo chinh tri": r"\bbo chinh tri\b",
    "ban bi thu": r"\bban bi thu\b",
    "trung uong": r"\btrung uong\b|/tw\b",
    "tinh uy": r"\btinh uy\b|/tu\b",
    "thanh uy": r"\bthanh uy\b|/tu\b",
    "huyen uy": r"\bhuyen uy\b|/hu\b",
    "hoi dong nhan dan": r"\bhoi dong nhan dan\b|\bhdnd\b",
    "thanh pho": r"\bthanh pho\b",
}
"""Those whose documents plans cite, folded, and how a document shows that it is theirs."""

_BY = re.compile(
    r"\b(?:van ban|quyet dinh|nghi dinh|thong tu|nghi quyet|luat|ket luan|chi thi)"
    r"(?: (?:so|nao|gi|may))* (?:cua|do) (?P<who>[^,.?]+)"
    r"|\b(?:documents?|decisions?|decrees?|circulars?|resolutions?|laws?|conclusions?)\b"
    r"[^?]*\b(?:of|by|from)\b (?P<english>[^,.?]+)"
)
"""A question for the documents of someone."""


def asks_by_issuer(query: Query) -> str:
    """Return the folded issuer whose documents a question asks for; empty where it names none."""
    asked = _BY.search(fold(query.own))
    told = codes_of(query.own) or _TOLD_BY.search(fold(query.own))
    if asked is None or told or not _WANTED.search(fold(query.own)):
        return ""
    who = asked.group("who") or " . ".join(query.terms)
    return next((issuer for issuer in _ISSUERS if issuer in who), "")


_TOLD_BY = re.compile(
    r"\b(?:ve|phe duyet|quy dinh|lien quan|about|approv\w+|concern\w*|regulat\w*)\b"
)
"""Words for what a document is about, which then tells it, whoever issued it."""

_WANTED = re.compile(r"\b(?:nao|gi|may|nhung|cac|liet ke|which|what|list)\b")


def cited_by_issuer(material: Material, issuer: str) -> Finding | None:
    """Every document of an issuer that a plan cites, each once; None where it cites none."""
    return _each_once(material, re.compile(_ISSUERS[issuer]))


def _each_once(material: Material, theirs: re.Pattern[str], laws: bool = False) -> Finding | None:
    """Tell each document of the kinds asked for whose folded name shows that it is theirs."""
    kinds = _kinds_in(fold(material.query.own))
    found: dict[str, tuple[str, Passage]] = {}
    for words, passage in _documents(material.passages):
        own, of_kind = fold(untitled(words)), any(fold(words).startswith(kind) for kind in kinds)
        if theirs.search(own) and (of_kind or not kinds):
            found.setdefault(_number(words).split("/")[0], (untitled(words).strip(" ,"), passage))
    if laws and (not kinds or "luat" in kinds):
        told = " . ".join(words for words, _ in found.values())
        for passage in material.passages:
            for law in _LAW.findall(passage.reading):
                if law not in told:
                    found.setdefault(law, (law, passage))
    if not found:
        return None
    statements = tuple(
        Statement(words, (quote_passage(material.plan, passage),))
        for words, passage in found.values()
    )
    return Finding(material.plan, "; ".join(one.text for one in statements), statements, SUPPORT)


_CITES = r"(?:dan|vien dan|trich dan|nhac|nhac den|nhac toi|neu ten|de cap|de cap den|dan chieu)"
_PAPERS = r"(?:van ban|quyet dinh|nghi dinh|thong tu|nghi quyet|ket luan|chi thi|luat)"
_ALL_CITED = re.compile(
    rf"\b{_PAPERS}(?: \w+)? (?:nao|gi)\b.{{0,30}}\b{_CITES}\b"
    rf"|\b{_CITES} (?:den |toi |ra )?(?:nhung |cac |bao nhieu |may )?(?:loai )?{_PAPERS}\b"
    rf"|\b(?:nhung|cac|liet ke|ke|may|bao nhieu) (?:\w+ )?{_PAPERS}\b.{{0,30}}"
    rf"\b(?:duoc|co) {_CITES}\b"
    r"|\b(?:documents?|texts?|decisions?|decrees?|circulars?|resolutions?|laws?)\b.{0,40}"
    r"\b(?:cite[sd]?|mention(?:s|ed)?|refer(?:s|red)?(?: to)?|quote[sd]?|named)\b"
    r"|\b(?:cite|mention|refer to|quote|name)s?\b.{0,10}\b(?:documents|texts|decisions|decrees"
    r"|circulars|resolutions|laws)\b"
)
"""A question for the documents that a plan cites, whatever they are about."""


def asks_all_cited(query: Query) -> bool:
    """Tell whether a question asks which documents a plan cites, and not of one of them."""
    own = fold(query.own)
    told = codes_of(query.own) or _TOLD_BY.search(own) or _LAW_NAMED.search(own)
    return bool(_ALL_CITED.search(PLAN_NUMBER.sub(" ", own))) and not told


def all_cited(material: Material) -> Finding | None:
    """Every document of the kinds asked for that a plan cites by number, and every law, once."""
    return _each_once(material, re.compile(""), laws=True)


_LAW = re.compile(
    r"Luật [A-ZĐ]\w+(?: (?!(?:và|trên|theo|của|quy|ngày|trong|năm|được|có|cho|về|số|sửa)\b)"
    r"[^\W\d]+){0,3}"
)
"""A law by its name alone: `Luật Ngân sách nhà nước`."""


def _kinds_in(asked: str) -> frozenset[str]:
    """Return the kinds of document that folded words of a question name."""
    plain = PLAN_NUMBER.sub(" ", asked)
    return frozenset(kind for word, kind in _KINDS.items() if re.search(rf"\b{word}s?\b", plain))


_SEVERAL = re.compile(r"\b(?:nhung|cac)\b|\b(?:decisions|decrees|circulars|resolutions|laws)\b")


def _number(document: str) -> str:
    """Return the number of a document, or its words where it has none."""
    found = re.search(r"\d+(?:/\d{4})?(?=\s?[-/])", document)
    return found.group() if found else document


def _documents(passages: Sequence[Passage]) -> Iterator[tuple[str, Passage]]:
    for passage in passages:
        for found in _DOCUMENT.finditer(passage.reading):
            yield found.group().strip(" ,"), passage


def _told_whole(material: Material, document: str, passage: Passage) -> Finding:
    """Tell a document with all of its title."""
    return tell_passage(material, _with_title(passage.reading, document).strip(" ,"), passage)


def tell_passage(material: Material, words: str, passage: Passage) -> Finding:
    """Tell some words, with the whole passage that they are from as what is cited."""
    statement = Statement(passage.reading, (quote_passage(material.plan, passage),))
    return Finding(material.plan, words, (statement,), SUPPORT)
