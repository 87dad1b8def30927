"""A question for a whole plan: what it aims at, its targets, its tasks, whether there is one.

Such a question names a plan or its place, one of these, and nothing else; so it stands by itself
after whatever was asked before. Left out: the parts of a plan by their numbers (`parts.py`).
"""

from __future__ import annotations

import re
from typing import Literal

from assistant.query import Query
from assistant.wording import EVERY_AGENCY
from corpus.vietnamese import fold, tokens

Whole = Literal[
    "objective",
    "purpose",
    "grounds",
    "targets",
    "tasks",
    "held",
    "issuer",
    "leader",
    "period",
    "times",
    "about",
    "plan",
]
"""What of it: mục tiêu, mục đích, why it was issued, chỉ tiêu, nhiệm vụ; is there one; whose; who
leads; for which years; when; what it is about; all."""

_HELD = re.compile(
    r"\bco (?:ban |van ban |mot )?ke hoach (?:nao )?(?:khong|chua|ko|k|hay khong|hay chua)\b"
    r"|\b(?:da |co )ban hanh ke hoach (?:chua|khong|ko)\b"
    r"|^(?:does|do|did|has|have|is|was)\b.{0,40}\b(?:have|has|issued?|there)\b.{0,20}\bplan\b"
    r"|\bplan\b.{0,40}\bexist"
)
_ABOUT = re.compile(
    r"\b(?:noi|ban|viet) ve (?:cai |viec |van de |noi dung )?gi\W*$"
    r"|\bve (?:viec |van de |noi dung )gi\W*$|\bwhat\b.{0,60}\bplan\b.{0,30}\babout\W*$"
)
_ISSUER = re.compile(
    r"\b(?:cua|thuoc|do) (?:tinh|huyen|dia phuong|noi|ai|don vi|co quan|ubnd)"
    r"(?: nao)?(?: ban hanh)?\W*$"
    r"|\bwhich (?:province|district|place|locality|committee)\b|\bwhose\b"
)
_PERIOD = re.compile(
    r"\b(?:den|toi) (?:het )?(?:nam (?:nao|may)|bao gio|khi nao)\W*$"
    r"|\b(?:trong |cho )?(?:giai doan|nhung nam) nao\b"
    r"|\b(?:until|up to|through) (?:when|(?:which|what) year)\b|\b(?:which|what) (?:period|years)\b"
    r"|\b(?:which|what) year does .*\b(?:run|last|go|end)\b|\bhow long does .*\b(?:run|last)\b"
)
_SPECIFIC = re.compile(r"\bchi tieu\b|\bquantitative \w+|\btargets?\b")
_OBJECTIVE = re.compile(
    r"\bmuc tieu\b(?! cu the)|\bnham (?:muc dich )?gi\b|\b(?:goal|objective|aim)\w*\b"
)
_PURPOSE = re.compile(r"\bmuc dich\b|\bde lam gi\b|\bpurpose\b")
_GROUNDS = re.compile(
    r"\b(?:vi sao|tai sao|ly do|why|reasons?)\b.*"
    r"\b(?:ban hanh|xay dung|lap|ra doi|issue|adopt|draw|prepare|make|made|need)"
)
_TASKS = re.compile(r"\b(?:nhiem vu|giai phap)\b|\b(?:tasks|measures|solutions|activities)\b")
_LEADER = re.compile(
    r"\b(?:chiu trach nhiem|phu trach|dau moi|chu tri|lo) (?:chinh|chung|ca)?\b"
    r"|\b(?:lead|mainly|overall|primarily|in charge|coordinating)\b"
)
_ASKED = frozenset(
    "ke hoach muc tieu dich chung tong quat the cu chi nhiem vu giai phap chinh chu yeu co gi nao "
    "la cua nham de lam khong ban hanh chua dau moi trach nhiem phu tri chiu ca thoi han chuong "
    "trinh so tinh huyen dat ra duoc neu nhung cac noi viet".split()
)
_ASKED_ENGLISH = frozenset(
    "aim aims aimed goal goals objective objectives purpose overall general specific main mainly "
    "key lead leading leads target targets tasks exist exists issued issue whose there trying "
    "quantitative deadline deadlines primarily measures solutions activities".split()
)


_RUNS = frozenset("thuc hien trien khai keo dai ap dung hieu luc den toi het".split())
_RUNS_ENGLISH = frozenset(
    "until run runs last lasts cover covers end ends period long go goes".split()
)
"""Words of how long a plan runs."""

_ISSUED = frozenset("vi sao tai ly do xay dung lap ra doi can phai".split())
_ISSUED_ENGLISH = frozenset(
    "issue adopt adopted draw drew drawn prepare prepared make made need "
    "needed reason reasons".split()
)
"""Words of how a plan came to be."""


def asks_whole(query: Query) -> Whole | None:
    """Return what of a whole plan a question asks for; None where it asks for anything in it."""
    said = {word for term in query.terms for word in term.split()}
    if not query.scoped or query.missing or query.figures or query.facts:
        return None
    words = fold(query.own)
    alone = said <= _ASKED and set(query.unknown) <= _ASKED_ENGLISH
    if query.years:  # the one thing of a whole plan that is told apart by years
        asked = _SPECIFIC.search(words) or _OBJECTIVE.search(words)
        return "targets" if asked and alone and not query.agencies else None
    if query.role == "lead" and _LEADS_PLAN.search(words) and _says_title(query, said):
        return "leader"
    if _PERIOD.search(words) and said <= _ASKED | _RUNS and set(query.unknown) <= _RUNS_ENGLISH:
        return "period"
    if (
        _GROUNDS.search(words)
        and said <= _ASKED | _ISSUED
        and set(query.unknown) <= _ISSUED_ENGLISH
    ):
        return "grounds"
    if not alone:
        return None
    if _HELD.search(words):
        return "held"
    if _ABOUT.search(words):
        return "about"
    if query.agencies and not _names_only_plan(query):
        return None
    if not query.places and _ISSUER.search(words):
        return "issuer"
    if query.kind == "agency":
        leads = query.role == "lead" or bool(_LEADER.search(words))
        return "leader" if leads and not EVERY_AGENCY.search(words) else None
    for whole, pattern in _KINDS:
        if pattern.search(words):
            return whole
    if query.kind == "deadline" and not _TO_ISSUE.search(words):
        return "times"
    return "plan" if len(query.plans) == 1 and _names_only_plan(query) else None


_TO_ISSUE = re.compile(r"\b(?:ban hanh|xay dung|lap)\b.{0,30}\bke hoach\b")
"""What others are to draw up, of whose time only the plan's own words can tell."""

_LEADS_PLAN = re.compile(
    r"\bchu tri (?:trien khai |thuc hien |viec )*(?:ke hoach|kh|chuong trinh)\b"
    r"|\blead(?:s|ing)? (?:on )?(?:the |its |their )?(?:\w+ ){0,3}(?:plan|programme|program)\b"
)


def _says_title(query: Query, said: set[str]) -> bool:
    """Tell whether all that is said beside is of the title of a plan: `kế hoạch về thư viện`."""
    titles = {word for plan in query.plans for word in tokens(plan.title.value or "")}
    return said <= titles | _ASKED and not query.agencies


_KINDS: tuple[tuple[Whole, re.Pattern[str]], ...] = (
    ("targets", _SPECIFIC),
    ("objective", _OBJECTIVE),
    ("purpose", _PURPOSE),
    ("tasks", _TASKS),
)


def _names_only_plan(query: Query) -> bool:
    """Tell whether a question is a plan's number, or the word plan and a place, alone."""
    words = fold(query.own)
    return query.kind == "general" and bool(_PLAN_ALONE.fullmatch(words.strip(" ?.")))


_PLAN_ALONE = re.compile(
    r"(?:(?:ke hoach|kh|van ban)(?: so)? )?\d+(?:/kh-ubnd)?"
    r"(?: (?:cua )?(?:(?:ubnd|tinh|huyen) )*[a-z]+ [a-z]+)?"
    r"|(?:ke hoach|kh) (?:cua )?(?:(?:ubnd|tinh|huyen) )*[a-z]+ [a-z]+"
    r"|(?:the )?plan(?: \d+)? of [a-z]+ [a-z]+|[a-z]+ [a-z]+(?: s)? plan(?: \d+)?|plan \d+"
)


def stands_alone(query: Query) -> bool:
    """Tell whether a question for a whole plan leans on no question before it."""
    return asks_whole(query) in (
        "objective",
        "purpose",
        "grounds",
        "targets",
        "tasks",
        "held",
        "issuer",
        "period",
    )
