"""How far the words and the meaning of a sentence stand in what it cites.

The share of its words is weighed by how rare a word is in the plan; the closeness of meaning is the
cosine of multilingual-e5, all of which lie near .85, so it only decides where words alone do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np

from assistant.glossary import translate_terms
from assistant.model.english_words import wordings_of
from assistant.model.grounds import Ground, marked_words, rarity, spelled
from assistant.model.values import digitise
from assistant.synonyms import alternatives
from corpus.embedding import Embedder
from corpus.vietnamese import fold, tokens

ENOUGH_WORDS = 0.76
"""The share of a sentence's words that is support enough."""

ENOUGH_ENGLISH = 0.65
"""The same of an English sentence, whose words are translated one by one and whose meaning the
model places no nearer to its passage than to another: chosen on the choosing half, where lies that
only the words tell from the passage reach .52 and true sentences start at .74."""

SOME_WORDS = 0.48
"""The share that is support where the meaning is close as well."""

CLOSE = 0.863
"""The cosine from which a meaning is close. The three were chosen on the choosing half of the
labelled pairs (116 true, 17 of another passage): of these they drop one and let one pass."""

UNKNOWN_WORD = 0.3
"""Weight of an English word the glossary lacks: more often another wording than another subject."""

KNOWN_WORD = 0.5
"""Weight of one that may be put in several ways (`english_words.py`)."""

_STOP = frozenset(
    "la co cac nhung mot va cua cho voi trong tren duoi theo thi ma se duoc do nay do rang "
    "de o tai ve tu den vao phai can cung nhu khi neu hoac hay bang boi dat it nhat muc tieu "
    "giao nhiem ke hoach chuong trinh quy dinh neu ghi dat ra nam ngay thang moi cu the gom "
    "bao gio nham viec thuc hien to chuc trien khai noi dung don vi co quan dia ban uy nhan "
    "dan ubnd phan tram so trach nhiem phu trach ra sao la dong thoi hang lan luot cung voi "
    "con rieng da dang viec dam nhan duoc lo chiu danh toi xong han hoan thanh lay chi tien "
    "thuoc linh vuc vai tro giu dip nhieu ky vong".split()
)
"""Folded words that say little: links, frames, and what every plan says everywhere."""

_STOP_ENGLISH = frozenset(
    "the a an of in on to and or is are be was were will shall must should by for with at as that "
    "this these those it its their from each per plan plans according sets states set target "
    "reach have has had been which who what when year years end under them they all not than "
    "people s committee province provincial district out also into aims goal do does before after "
    "due every get go goes sent submitted january february march april may june july august "
    "september october november december one two three four five six seven eight nine ten or must "
    "expected hold holds held no cent between up about during through both while where ones "
    "namely such including include includes then there".split()
)


def words_share(text: str, english: bool, grounds: Sequence[Ground]) -> float:
    """Return which share of a sentence's words stands in the passages it cites, 0 to 1."""
    held = frozenset[str]().union(*(ground.words for ground in grounds))
    plan = grounds[0].plan
    weights: list[tuple[float, bool]] = []
    if english:
        joined = " ".join(ground.joined for ground in grounds)
        terms, unknown = translate_terms(text)
        for term in terms:
            weights += [(rarity(w, plan), fold(w) in held) for w in _content(marked_words(term))]
        for word in unknown:
            if word in _STOP_ENGLISH or word.isdigit():
                continue
            wordings = wordings_of(word)
            found = word in held or any(f" {wording} " in joined for wording in wordings)
            weights.append((KNOWN_WORD if wordings else UNKNOWN_WORD, found))
    else:
        text = spelled(digitise(text))
        other = _other_wordings(text, grounds)
        weights = [
            (rarity(word, plan), fold(word) in held or fold(word) in other)
            for word in _content(marked_words(text))
        ]
    whole = sum(weight for weight, _ in weights)
    return sum(weight for weight, found in weights if found) / whole if whole else 1.0


def _content(words: Iterable[str]) -> list[str]:
    return [word for word in words if not word.isdigit() and fold(word) not in _STOP]


def _other_wordings(text: str, grounds: Sequence[Ground]) -> frozenset[str]:
    """Return the words of a sentence for which the passages have another wording."""
    phrase = " ".join(tokens(text))
    joined = " ".join(ground.joined for ground in grounds)
    return frozenset(
        word
        for asked, written in alternatives((phrase,))
        if f" {' '.join(written)} " in joined
        for word in asked
    )


def closeness(text: str, grounds: Sequence[Ground], embedder: Embedder) -> float:
    """Return the cosine of a sentence with the nearest passage it cites."""
    told = embedder.embed_question(text)
    rows = embedder.embed_passages([ground.passage.reading for ground in grounds])
    return float(np.max(rows @ told))


_DENIAL = re.compile(
    r"\b(?:không(?! gian| chỉ| những| ngừng| chuyên| thường xuyên| quá)|chưa|chẳng"
    r"|miễn(?! phí)|trừ|nghiêm cấm|cấm(?! lưu)|not|no longer|never|without|except|none)\b"
    r"|n't\b|\bno\b(?! \d|\.)",
    re.IGNORECASE,
)
_OPPOSITES: tuple[tuple[str, str], ...] = (
    (r"\btăng\b|\bincrease|\brise\b|\bgrow", r"\bgiảm\b|\bdecrease|\breduc|\bfall\b|\bdecline"),
    (r"\bít nhất\b|\btối thiểu\b|\bat least\b|\bminimum\b",
     r"\bnhiều nhất\b|\btối đa\b|\bat most\b|\bmaximum\b|\bkhông quá\b"),
    (r"\btrước (?:ngày|tháng|năm)\b|\bbefore\b|\bby \d", r"\bsau (?:ngày|tháng|năm)\b|\bafter\b"),
    (r"\bchủ trì\b|\bleads?\b|\bpresides?\b|\bin charge\b|\bphụ trách\b",
     r"\bphối hợp\b|\bco-?ordinat|\bcooperat"),
    (r"\bcao hơn\b|\bhigher\b", r"\bthấp hơn\b|\blower\b"),
    (r"\bhằng năm\b|\bhàng năm\b|\bmỗi năm\b|\bannual|\bevery year\b|\beach year\b|\byearly\b",
     r"\bhằng (?:quý|tháng|tuần)\b|\bhàng (?:quý|tháng|tuần)\b|\bmỗi (?:quý|tháng|tuần)\b"
     r"|\bquarterly\b|\bmonthly\b|\bweekly\b|\bevery (?:month|quarter|week)\b"),
    (r"\bkhuyến khích\b|\bencourage", r"\bhạn chế\b|\bdiscourage"),
    (r"\bcông lập\b", r"\btư nhân\b"),
)  # fmt: skip
"""Words of which a sentence must not have one where its passage has only the other."""

_STRONG = (
    (r"\bduy nhất\b|\bonly\b|\bsolely\b|\bexclusively\b|\bchỉ (?:có|riêng|giao|do)\b",
     r"\bduy nhất\b|\bchỉ (?:có|riêng|giao|do)\b"),
    (r"\bbắt buộc\b|\bcompulsory\b|\bmandatory\b", r"\bbắt buộc\b"),
    (r"\bmiễn phí\b|\bfree of charge\b|\bfor free\b", r"\bmiễn phí\b"),
    (r"\btoàn quốc\b|\bnationwide\b|\bcả nước\b", r"\btoàn quốc\b|\bcả nước\b|\bquốc gia\b"),
    (r"\bxử phạt\b|\bkỷ luật\b|\bpunish|\bfined?\b", r"\bxử phạt\b|\bkỷ luật\b"),
    (r"\bbãi bỏ\b|\bhủy bỏ\b|\bchấm dứt\b|\babolish|\bcancel|\brevok", r"\bbãi bỏ\b|\bhủy bỏ\b"),
    (r"\btạm dừng\b|\bhoãn\b|\bdừng\b|\bsuspend|\bpostpone|\bstop", r"\bdừng\b|\bhoãn\b"),
    (r"\b(?:cắt giảm|cắt|thu hẹp|giảm bớt)\b|\bcuts?\b|\bnarrow|\bshrink|\bdownsiz",
     r"\b(?:cắt|thu hẹp|giảm)\b"),
    (r"\bgiữ kín\b|\bche giấu\b|\bgiấu\b|\bconceal|\bwithh[eo]ld|\bhid(?:e|es|den)\b|\bsecret",
     r"\bkín\b|\bgiấu\b|\bbí mật\b"),
    (r"\btừ chối\b|\bphản đối\b|\brefus|\breject|\boppos", r"\btừ chối\b|\bphản đối\b"),
    (r"\b(?:loại|gạt|xóa)? ?bỏ\b(?= .*\b(?:khỏi|ra)\b)|\bloại trừ\b|\bxóa\b"
     r"|\bexclud|\bremov|\bdrop(?:s|ped)?\b",
     r"\bbỏ\b|\bloại trừ\b|\bxóa\b"),
    (r"\bngừng\b|\bthôi (?=không|làm|giao)|\bngăn\b|\bcản trở\b"
     r"|\bprevent|\bban(?:s|ned)\b|\bfails? to\b|\brefrain",
     r"\bngừng\b|\bngăn\b|\bcản trở\b"),
)  # fmt: skip
"""Words that no sentence may have unless its passage has them (in Vietnamese)."""


def turned_round(text: str, said: str) -> str:
    """Return the word by which a sentence says the opposite of a passage, or more than it."""
    text, said = text.lower(), said.lower()
    denial, denied = _DENIAL.search(text), _denied(text, said)
    if bool(denial) is not bool(denied):
        return denial.group() if denial else denied
    for pair in _OPPOSITES:
        for one, other in (pair, pair[::-1]):
            found_here = re.search(one, text)
            if (
                found_here
                and not re.search(one, said)
                and re.search(other, said)
                and not re.search(other, text)
            ):
                return found_here.group()
    for words, plan_words in _STRONG:
        found_here = re.search(words, text)
        if found_here and not re.search(plan_words, said):
            return found_here.group()
    return ""


def _denied(text: str, said: str) -> str:
    """Return the denial in the sentence of the passage that a sentence is nearest to."""
    words = set(marked_words(text))
    sentences = re.split(r"(?<=[.;:])\s+", said)
    best = max(sentences, key=lambda one: len(words & set(marked_words(one))), default="")
    found = _DENIAL.search(best)
    return found.group() if found else ""
