"""What a question asks for: its language, its kind, which facts, whose role, whether it is so.

Decided by the wording (`wording.py`) of the folded question, never by a model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Language
from assistant.claim import Ask, days_of, find_ask
from assistant.english_dictionary import is_dictionary_word
from assistant.shorthand import could_be_syllable, spell_out
from assistant.wording import (
    DAY_CALLED,
    DAYS_LISTED,
    EITHER_OR,
    ENGLISH,
    FACTS,
    HELD_AGAINST,
    KINDS,
    LEADS,
    NAMED_DAY,
    NUMBER_ASKED,
    OTHER_DOCUMENT,
    PARTAKES,
    SILENT_PLAN,
    STRONG,
    STRONG_DOCUMENT,
    WHICH_PLAN,
    WITH_WHOM,
    DocumentFact,
    Kind,
    Role,
)
from corpus.vietnamese import fold


def find_language(question: str) -> Language:
    """Tell English from Vietnamese, typed with or without marks.

    English shows in words that frame an English question and in words that no Vietnamese syllable
    looks like; two of them, and two in five of all words, make the question English. So do one or
    two words alone that stand in the dictionary and are no syllable: `library`.
    """
    words = [w for w in re.findall(r"[^\W\d_]+", fold(spell_out(question))) if len(w) > 1]
    if 0 < len(words) <= TOPIC and all(map(_only_english, words)):
        return "en"
    english = sum(w in ENGLISH or (len(w) > 3 and not could_be_syllable(w)) for w in words)
    return "en" if english >= max(2, 0.4 * len(words)) else "vi"


TOPIC = 2
"""Words of a topic typed alone."""


def _only_english(word: str) -> bool:
    return len(word) > 3 and not could_be_syllable(word) and is_dictionary_word(word)


_PLAN = re.compile(r"\b(ke hoach|plan|can cu|based? on|bas[ei]s)\b|van ban (nay|do)")
_CODE = re.compile(
    r"\b\d+-(?:kh|nq|kl|ct)/tu\b"
    r"|\b(quyet dinh|nghi dinh|thong tu|nghi quyet|ket luan)( so)? \d+\S*(?!.*\b(can cu|ky)\b)"
)
"""A question about a document by its number, other than a plan."""

_OBJECT_ASKED = re.compile(
    r"\b(?:khen thuong|bieu duong|ton vinh|phuc vu|ho tro|boi duong|dao tao|tap huan|uu tien|danh)"
    r" (?:cho )?(?:nhung )?(?:ai|doi tuong nao)\W*$"
)
"""A question for those whom something is done for: `khen thưởng ai` asks for no agency."""


_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
"""`the date of Lai Chau's plan` is the date of the Lai Chau plan."""

_OBJECTIVES = re.compile(r"\b(?:may|bao nhieu|nhung|cac) muc tieu cu the\b(?!.*(?:%|20\d\d))")
"""A question for the specific objectives (mục tiêu cụ thể) as such, not for their figures."""


_DUE = re.compile(
    r"\bcham nhat\b|\bhan (?:chot|cuoi)\b|\btruoc ngay nao\b"
    r"|\b(?:yeu cau|chi dao|de nghi) (?:cac )?(?:huyen|xa|so|don vi|dia phuong|co quan)\b"
    r".{0,60}\b(?:khi|luc|ngay|thang|nam) nao\b"
)
"""When something is to be issued by others, and no question for the day of the plan itself."""


def find_kind(folded: str) -> tuple[Kind, tuple[DocumentFact, ...]]:
    """Return the kind of a folded question, and for document facts which ones."""
    folded = _POSSESSIVE.sub("", folded)
    if _OBJECT_ASKED.search(folded) or _OBJECTIVES.search(folded):
        return "general", ()
    if DAYS_LISTED.search(folded) or (days_of(folded) and DAY_CALLED.search(folded)):
        return "general", ()
    if NAMED_DAY.search(folded) or (_CODE.search(folded) and not STRONG_DOCUMENT.search(folded)):
        return "general", ()
    kinds = dict(KINDS)
    strong = next(((kind, p.pattern) for kind, p in STRONG if p.search(folded)), None)
    if strong:
        kinds = dict([strong])
    for kind, pattern in kinds.items():
        if re.search(pattern, folded):
            if kind == "document" and OTHER_DOCUMENT.search(folded) and not _PLAN.search(folded):
                return "general", ()
            if kind == "document" and _DUE.search(folded):
                return "deadline", ()  # of something to be issued, not of the plan's own issue
            facts = tuple(name for name, words in FACTS if re.search(words, folded))
            return kind, facts if kind == "document" else ()
    return "general", ()


def find_role(folded: str) -> Role | None:
    """Return whether a folded question asks for who leads (chủ trì) or co-ordinates (phối hợp)."""
    leads, partakes = bool(LEADS.search(folded)), bool(PARTAKES.search(folded))
    if WITH_WHOM.search(folded) or (leads and partakes):
        return "both"
    return "lead" if leads else "coordinate" if partakes else None


def asks_silent(folded: str) -> bool:
    """Tell whether a question asks which plans do not state something."""
    return bool(SILENT_PLAN.search(folded) and WHICH_PLAN.search(folded))


_APART = re.compile(
    r"\d\D*, (?!(?:co )?(?:dung|phai|chinh xac|that)|co hay|hay|khong\b|ko\b)"
    r"[^,\d]{8,}\b(?:khong|ko)\W*$"
)
"""A figure, and after a comma a question of its own: `…, tính cả sách luân chuyển không?`"""


def which_of_them(folded: str) -> bool:
    """Tell whether a question with several figures asks which of them is so."""
    return bool(EITHER_OR.search(folded) or NUMBER_ASKED.search(folded.replace("%", "")))


def find_wanted(
    folded: str, language: Language, everywhere: bool, figures: Sequence[object]
) -> Ask:
    """Return what is wanted; a comparison shows the values, and then whether it is so."""
    ask = find_ask(folded, language == "en")
    claims = bool(figures) or bool(days_of(folded))
    if ask == "yes_no" and figures and _APART.search(folded):
        return "value"  # the figure is taken for granted, another thing is asked
    if len(figures) > 1 and which_of_them(folded):
        return "value"  # which of them, not whether
    compared = everywhere or HELD_AGAINST.search(folded)
    return "value" if ask == "yes_no" and compared and not claims else ask
