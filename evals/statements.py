"""Sentences that are true to a passage and sentences that are not, to choose and to test checks.

The true ones are paraphrases: 74 by hand (`statements/true.jsonl`), the others put together from
the facts of the plans in several word orders, with numbers in words, with synonyms, in English. The
false ones turn true ones false, one thing at a time; 30 subtle ones are by hand. Everything comes
out the same on every run; a hash of the sentence puts it into the half for choosing or the other.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from assistant.english import in_english_subject, in_english_time, name_in_english
from assistant.model.grounds import Ground
from corpus.facts import Facts, Target
from corpus.plan import Passage, Plan, Span
from corpus.vietnamese import fold

FOLDER = Path(__file__).parent / "statements"
SEED = 7

OTHER_PROVINCES = ("Cao Bằng", "Nghệ An", "Cần Thơ", "Bắc Giang", "Đồng Nai", "Quảng Trị")
OTHER_AGENCIES = (
    "Sở Y tế", "Sở Xây dựng", "Sở Công Thương", "Kho bạc Nhà nước tỉnh", "Hội Nông dân tỉnh",
    "Sở Tư pháp", "Cục Hải quan tỉnh", "Sở Ngoại vụ",
)  # fmt: skip


class Corpus(Protocol):
    """What is needed of the plans."""

    def passages_of(self, plan_id: str) -> tuple[Passage, ...]: ...

    def facts_of(self, plan_id: str) -> Facts: ...


@dataclass(frozen=True)
class Statement:
    """A sentence, the passages it cites by number, and whether they bear it out."""

    text: str
    grounds: tuple[Ground, ...]
    cites: int
    true: bool
    kind: str
    """How it was made; of a false one, what is wrong with it."""

    @property
    def cited(self) -> str:
        return f"{self.text.rstrip('.')} [{self.cites}]."

    @property
    def for_choosing(self) -> bool:
        return hashlib.sha256(self.text.encode()).digest()[0] % 2 == 0


def by_hand(corpus: Corpus, plans: Sequence[Plan], name: str) -> Iterator[Statement]:
    """Yield the sentences of a file, each with the passage its words are found in."""
    by_file = {plan.file: plan for plan in plans}
    for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        plan = by_file[told["plan"]]
        wanted = _plain(told["words"])
        passages = corpus.passages_of(plan.id)
        # words copied from the print of a damaged plan stand in its text, not in its reading
        home = next(p for p in passages if wanted in _plain(p.reading) or wanted in _plain(p.text))
        grounds = _among_others(plan, home, passages)
        true = name.endswith("true")
        yield Statement(told["text"], grounds, 1, true, told.get("fault", "by hand"))


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9%/]+", " ", fold(text)).strip()


def _among_others(plan: Plan, home: Passage, passages: Sequence[Passage]) -> tuple[Ground, ...]:
    """Number a passage 1 and put three others of its plan beside it."""
    others = [p for p in passages if p.id != home.id and p.headings]
    start = int(hashlib.sha256(home.id.encode()).hexdigest(), 16) % max(1, len(others) - 3)
    chosen = [home, *others[start : start + 3]]
    return tuple(Ground(key, plan, passage) for key, passage in enumerate(chosen, start=1))


def made_true(corpus: Corpus, plans: Sequence[Plan]) -> tuple[Statement, ...]:
    """Return the paraphrases put together from the facts of the plans, in a fixed order."""
    found: list[Statement] = []
    for plan in sorted(plans, key=lambda plan: plan.file):
        passages, facts = corpus.passages_of(plan.id), corpus.facts_of(plan.id)
        for at, (span, kind, text) in enumerate(_told(plan, facts)):
            home = _home(passages, span)
            if home is None or "[" in text or len(text) > 400:
                continue
            grounds = _among_others(plan, home, passages)
            found.append(Statement(text, grounds, 1, True, f"{kind} {at % 4}"))
    unique = {one.text: one for one in found}
    return tuple(unique.values())


def _home(passages: Sequence[Passage], span: Span) -> Passage | None:
    return next((p for p in passages if p.span.start <= span.start < p.span.end), None)


def _told(plan: Plan, facts: Facts) -> Iterator[tuple[Span, str, str]]:
    place = plan.place.value or ""
    for at, target in enumerate(facts.targets):
        text = _target(target, place, at)
        if text:
            yield target.span, "target", text
    for at, duty in enumerate(facts.assignments):
        if len(duty.agencies) != 1 or duty.role != "lead":
            continue
        words = re.split(r"[;.]|, (?=trong đó)", duty.duty)[0].strip()
        if not 4 < len(words.split()) < 45 or fold(words).startswith("la co quan"):
            continue
        agency = duty.agencies[0]
        told = words[:1].lower() + words[1:]
        yield (
            duty.span,
            "duty",
            (
                f"Theo kế hoạch, {agency} có trách nhiệm {told}.",
                f"Việc {told} được giao cho {agency}.",
                f"{agency} được giao {told}.",
                f"Ở {place}, {agency} sẽ {told}.",
            )[at % 4],
        )
    for at, deadline in enumerate(facts.deadlines):
        yield deadline.span, "deadline", _deadline(deadline.what, deadline.by, at)
    for at, fund in enumerate(facts.funding):
        said = fund.source[:1].lower() + fund.source[1:]
        yield (
            fund.span,
            "funding",
            (f"Kinh phí lấy một phần từ {said}.", f"Kế hoạch được chi từ {said}.")[at % 2],
        )


_WORDS = {
    "10%": "mười phần trăm", "20%": "hai mươi phần trăm", "30%": "ba mươi phần trăm",
    "40%": "bốn mươi phần trăm", "50%": "một nửa", "60%": "60 phần trăm",
    "70%": "bảy mươi phần trăm",
    "80%": "tám mươi phần trăm", "85%": "tám mươi lăm phần trăm", "90%": "chín mươi phần trăm",
    "100%": "một trăm phần trăm",
}  # fmt: skip


def _target(target: Target, place: str, at: int) -> str:
    subject = target.subject[:1].lower() + target.subject[1:]
    if not target.subject or not target.indicator or len(target.indicator.split()) > 40:
        return ""
    years = re.findall(r"20\d\d", target.year)
    year = years[0] if len(years) == 1 else ""
    indicator = target.indicator[:1].lower() + target.indicator[1:]
    value = f"{target.value} {target.unit}" if target.unit not in ("%", "") else target.value
    if target.per or not value.endswith("%"):
        when = f" vào năm {year}" if year else ""
        return (
            f"Chỉ tiêu của {place} là {indicator} {value} {target.per}{when}.",
            f"Với {subject}, mức đặt ra{when} là {value}: {indicator}.",
        )[at % 2].replace("  ", " ")
    english = in_english_subject(target.subject).split(" (")[0]
    if at % 4 == 3 and year and english != target.subject:
        return f"By {year}, the target for {english} in {place} is {target.value}."
    when = f"Đến năm {year}, " if year else ""
    after = f" vào năm {year}" if year else ""
    return (
        f"{when}{_WORDS.get(target.value, target.value)} {subject} {indicator}.",
        f"Tỷ lệ {subject} {indicator} là {target.value}{after}.",
        f"Ở {place}, {target.value} {subject} {indicator}{after}.",
        f"{when}{place} đạt {target.value} {subject} {indicator}.",
    )[at % 4]


def _deadline(what: str, by: str, at: int) -> str:
    told = what[:1].lower() + what[1:]
    english = in_english_time(by)
    if at % 3 == 2 and english != by and "báo cáo" in told:
        return f"Reports are due {english}."
    return (f"Thời hạn {told} là {by}.", f"Việc {told} phải xong {by}.")[at % 2]


def made_false(true: Sequence[Statement], plans: Sequence[Plan], each: int) -> list[Statement]:
    """Turn true sentences false, so many of each of the six sorts, chosen by a fixed seed."""
    rng = random.Random(SEED)
    found: list[Statement] = []
    for make in (
        _wrong_figure,
        _wrong_year,
        _wrong_place,
        _wrong_agency,
        _more_numbers,
        _wrong_key,
    ):
        shuffled = list(true)
        rng.shuffle(shuffled)
        made = (lie for one in shuffled if (lie := make(one, rng, plans)))
        found += [lie for _, lie in zip(range(each), made, strict=False)]
    return found


def _lie(one: Statement, text: str, kind: str) -> Statement | None:
    return replace(one, text=text, true=False, kind=kind) if text != one.text else None


_PERCENT = re.compile(r"\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+)?\s?%")
_QUANTITY = re.compile(r"\d+(?:\.\d{3})+|(?<![\d/.])\d{2,3}(?![\d/.%])")


def _wrong_figure(one: Statement, rng: random.Random, _plans: Sequence[Plan]) -> Statement | None:
    """Put another figure, every other time one that stands in the same passage."""
    found = _PERCENT.search(one.text) or _QUANTITY.search(one.text)
    if found is None:
        return None
    ground = one.grounds[one.cites - 1]
    beside = [f.value for f in ground.figures if f.value.endswith("%")]
    mine = _numbers(found.group())
    subject = {f.subject for f in ground.figures if _numbers(f.value) == mine}
    years = {y for f in ground.figures if _numbers(f.value) == mine for y in f.years}
    other = [
        f.value
        for f in ground.figures
        if _numbers(f.value) != mine
        and f.value.endswith("%") == found.group().endswith("%")
        and not (f.subject in subject and set(f.years) & years)
        and len(subject) == 1
        and beside.count(f.value) == 1
    ]
    if other and rng.random() < 0.6:
        value = rng.choice(other)
    else:
        value = re.sub(
            r"\d+", lambda m: str(int(m.group()) + rng.choice((3, 7, 11))), found.group(), count=1
        )
    return _lie(one, one.text[: found.start()] + value + one.text[found.end() :], "figure")


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", text))


def _wrong_year(one: Statement, rng: random.Random, _plans: Sequence[Plan]) -> Statement | None:
    found = re.search(r"20[23]\d", one.text)
    if found is None:
        return None
    others = [y for y in ("2024", "2025", "2027", "2030", "2035") if y != found.group()]
    text = one.text[: found.start()] + rng.choice(others) + one.text[found.end() :]
    return _lie(one, text, "year")


def _wrong_place(one: Statement, rng: random.Random, plans: Sequence[Plan]) -> Statement | None:
    place = one.grounds[0].plan.place.value or ""
    known = [p.place.value for p in plans if p.place.value and p.place.value != place]
    other = rng.choice([*OTHER_PROVINCES, *known])
    if place and place in one.text:
        return _lie(one, one.text.replace(place, other), "place")
    if one.text.isascii():
        return None
    return _lie(one, f"Ở {other}, {one.text[:1].lower()}{one.text[1:]}", "place")


def _wrong_agency(one: Statement, rng: random.Random, _plans: Sequence[Plan]) -> Statement | None:
    """Put another agency where the heading's stands, an English one into an English sentence."""
    ground = one.grounds[one.cites - 1]
    heading = ground.passage.headings[-1] if ground.passage.headings else ""
    if heading not in one.text or not one.kind.startswith("duty"):
        return None
    named = [g.passage.headings[-1] for g in one.grounds[1:] if g.passage.headings]
    other = rng.choice(
        [*OTHER_AGENCIES, *(n for n in named if n.startswith("Sở") and n != heading)]
    )
    text = one.text.replace(heading, other)
    english = name_in_english(other)
    if english and rng.random() < 0.3:
        text = f"The {english} is charged with this: {one.text}"
    return _lie(one, text, "agency")


def _more_numbers(one: Statement, rng: random.Random, _plans: Sequence[Plan]) -> Statement | None:
    n = rng.choice((3, 7, 12, 45, 250))
    more: tuple[str, ...] = (
        f", với kinh phí {n} tỷ đồng", f" theo Quyết định số {n + 900}/QĐ-UBND",
        f", trong đó có {n} lớp tập huấn", f" từ ngày {n % 27 + 1}/{n % 12 + 1}",
    )  # fmt: skip
    if one.text.isascii():
        more = (f", at a cost of {n} billion dong", f" under Decision No. {n + 900}/QĐ-UBND")
    return _lie(one, one.text.rstrip(".") + rng.choice(more) + ".", "invented number")


def _wrong_key(one: Statement, rng: random.Random, _plans: Sequence[Plan]) -> Statement | None:
    """Cite another passage, one that does not repeat the words of the first."""
    own = set(fold(one.grounds[0].passage.reading).split())
    far = [
        g.key
        for g in one.grounds[1:]
        if len(own & set(fold(g.passage.reading).split())) < 0.5 * len(own)
    ]
    if not far or one.kind.startswith("funding"):
        return None
    return replace(one, cites=rng.choice(far), true=False, kind="key")


_MAKERS = (_wrong_figure, _wrong_year, _wrong_place, _wrong_agency, _more_numbers, _wrong_key)


def halves(statements: Iterable[Statement]) -> tuple[list[Statement], list[Statement]]:
    """Return the half for choosing and the half for reporting."""
    choose: list[Statement] = []
    report: list[Statement] = []
    for one in statements:
        (choose if one.for_choosing else report).append(one)
    return choose, report
