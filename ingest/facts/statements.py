"""The figures of one paragraph as targets: what each is a figure of, its year, what is said of it.

A figure that is a share stands before what it counts, often in a list that shares its end (`60% thư
viện A, 20% thư viện B có …`); a count stands after it. What a sentence names holds on for those
after it. Numbers are never changed, only found. A figure whose year or subject the words leave open
is left out and counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.facts import Target
from corpus.vietnamese import early_tone
from corpus.view import View
from ingest.facts.clauses import clauses, masked, sentences
from ingest.facts.figures import Figure, find_figures
from ingest.facts.phrases import ACTIONS, MEASURES, PLACES, NounPhrase, after_figure, before_figure
from ingest.facts.years import find_years, year_of

_REFERS_BACK = re.compile(
    r"(?:tỷ lệ|tỉ lệ|chỉ tiêu|con số|mức|số) (?:này|trên|đó|tương ứng)(?![^\W_])", re.IGNORECASE
)
_MEASURE = re.compile(rf"(?:trong đó,? )?(?:phấn đấu )?{MEASURES}", re.IGNORECASE)
_ANOTHER = re.compile(
    rf",\s+(?=(?:trong đó,? [^\d,;]+(?<![^\W_])(?:chiếm|đạt|là|còn)|(?:và )?{MEASURES}[^\d,;]*"
    r"(?<![^\W_])(?:chiếm|đạt|là|còn|tăng|giảm|lên))(?![^\W_])[^\d,;]*\d)",
    re.IGNORECASE,
)
"""The comma before a figure that has words of its own: `…, trong đó khách quốc tế chiếm 8%`."""
_NEXT_ACTION = re.compile(
    rf"(?:,| và)\s+(?={ACTIONS}[^,;:%\d]*\d[\d.,]*+(?!\s?(?:%|[-–]|/)))", re.IGNORECASE
)
"""What leads to a count that something else is done to: `nâng cấp 14 km đê và lắp đặt 45 trạm`."""
_CHANGES = re.compile(
    r"(?:(?:kéo )?giảm|tăng)(?: thêm| từ| ít nhất| tối thiểu| khoảng| trên| bình quân| trung bình)*"
    r"\s*$",
    re.IGNORECASE,
)
"""A share that these lead to says how much, not of whom: `Giảm 30% số người chết`."""
_OWN_GROUP = re.compile(
    r",\s+(?:và )?(?!(?:phấn đấu|tương ứng|bình quân|trung bình)(?![^\W_]))[^,;:()\d]*?[^\W\d_]\s+"
    r"(?:đạt|là|còn|chiếm)(?: từ| trên| dưới| ít nhất| tối thiểu| khoảng)*\s*$",
    re.IGNORECASE,
)
"""Words between two shares by which the second is of others: `… cấp huyện đạt 95%, cấp xã đạt`."""
_APART = re.compile(r"riêng(?![^\W_])", re.IGNORECASE)
_OF_WHICH = re.compile(r"trong đó,?(?: (?:có|ít nhất|tối thiểu|trên|khoảng))*\s*$", re.IGNORECASE)
"""What leads to a share of those just named, who are not named again: `trong đó 70% được …`."""
_PLACE = re.compile(rf"ở (?:{PLACES})(?![^\W_])")
"""A lone mark of a scan that is read as ở is certain only before a place."""
_NOTHING = NounPhrase("", "")


@dataclass(frozen=True)
class Setting:
    """What stands above a paragraph: its path, the institution and the year headings name."""

    plan_id: str
    text: str
    """Of the plan."""
    path: tuple[str, ...]
    institution: str = ""
    year: str = ""


def read_paragraph(
    view: View, lead: View | None, setting: Setting, left_out: Counter[str]
) -> Iterator[Target]:
    """Yield the targets of a paragraph; `lead` is the bullet whose sub-bullet it is."""
    said = before_figure(lead.text.rstrip(" :")) if lead else _NOTHING
    earlier = find_years(masked(lead.text)) if lead else []
    for sentence in sentences(view):
        parts = [part for clause in clauses(sentence) for part in _statements(clause)]
        for at, part in enumerate(parts):
            statement = _Statement(part, sentence, setting)
            if statement.begins_anew(first=at == 0 and lead is None):
                said = _NOTHING
            said = statement.said_before(said)
            yield from statement.targets(said, earlier, left_out)
        earlier += [year for year in find_years(masked(sentence.text)) if year not in earlier]


def _statements(clause: View) -> Iterator[View]:
    """Divide a clause where another measure, or a part of the whole, gets a figure of its own."""
    said = early_tone(clause.text)
    cuts = [match.end() for match in _ANOTHER.finditer(said)]
    cuts += [m.end() for m in _NEXT_ACTION.finditer(said) if re.search(r"\d", said[: m.start()])]
    cuts = sorted(set(cuts))
    for start, end in zip([0, *cuts], [*cuts, len(clause)], strict=True):
        yield clause.slice(start, end)


@dataclass(frozen=True)
class _Statement:
    """Words with figures, and where they stand."""

    view: View
    sentence: View
    setting: Setting

    @property
    def figures(self) -> tuple[Figure, ...]:
        return find_figures(self.view.text)

    def begins_anew(self, first: bool) -> bool:
        """Tell whether nothing that was named before holds on: it names its own, or measures."""
        if _MEASURE.match(early_tone(self.view.text)):
            return True
        named = self.said_before(_NOTHING)
        return first and (not self.figures or named != _NOTHING)

    def said_before(self, said: NounPhrase) -> NounPhrase:
        """Return what the words before the first figure name and say, else what held before."""
        figures = self.figures
        own = before_figure(self.view.text[: figures[0].start] if figures else self.view.text)
        predicate = own.predicate if figures else ""
        return NounPhrase(own.subject or said.subject, predicate or said.predicate)

    def targets(
        self, said: NounPhrase, earlier: Sequence[str], left_out: Counter[str]
    ) -> Iterator[Target]:
        figures = self.figures
        start = self.sentence.text.find(self.view.text)
        phrases = self._phrases(figures)
        for index, (figure, phrase) in enumerate(zip(figures, phrases, strict=True)):
            year = year_of(masked(self.sentence.text), start, start + figure.start, earlier)
            who, what = self._who_and_what(figure, phrase, said)
            fault = self._fault(figure, phrase, year, who, what)
            if not fault and self._is_of_others(figures, index, phrase):
                fault = "target without a certain subject"
            if fault:
                left_out[fault] += 1
            else:
                yield self._target(figure, who, what, year or self.setting.year)

    def _is_of_others(self, figures: Sequence[Figure], index: int, phrase: NounPhrase) -> bool:
        """Tell whether a share is of a group whose words only those of another figure complete."""
        figure = figures[index]
        if not figure.share or phrase.subject:
            return False
        if _OF_WHICH.search(early_tone(self.view.text[: figure.start])):
            return True
        if index == 0:
            return _APART.match(self.view.text) is not None and not phrase.predicate
        between = self.view.text[figures[index - 1].end : figure.start]
        return _OWN_GROUP.search(early_tone(between)) is not None

    def _phrases(self, figures: Sequence[Figure]) -> list[NounPhrase]:
        """Return what follows each figure; of a list, the last one says it for those before it."""
        phrases: list[NounPhrase] = []
        shared, counted = _NOTHING, ""
        for index in reversed(range(len(figures))):
            own = self._after(figures, index)
            inside = self._in_bracket(figures[index])
            if inside:
                shared = NounPhrase(shared.subject, own.predicate or shared.predicate)
                phrases.append(NounPhrase(inside, own.predicate))
            elif figures[index].share:
                shared = NounPhrase(
                    own.subject or shared.subject, own.predicate or shared.predicate
                )
                phrases.append(shared)
            else:
                counted = own.predicate or counted
                phrases.append(NounPhrase("", counted))
        return phrases[::-1]

    def _after(self, figures: Sequence[Figure], index: int) -> NounPhrase:
        end = figures[index + 1].start if index + 1 < len(figures) else len(self.view)
        return after_figure(self.view.text[figures[index].end : end], figures[index].share)

    def _in_bracket(self, figure: Figure) -> str:
        """Return who a figure in brackets is of: `85% người … (học sinh, sinh viên là 95%)`."""
        before = self.view.text[: figure.start]
        opened = before.rfind("(")
        closes = self.view.text[figure.end :].lstrip().startswith(")")
        if not (figure.share and closes and opened > before.rfind(")")):
            return ""
        return re.sub(
            r"(?:[\s\d]|\[\d+\?\])+$|\s+(?:là|đạt|khoảng)\s*$", "", before[opened + 1 :].rstrip()
        )

    def _who_and_what(
        self, figure: Figure, phrase: NounPhrase, said: NounPhrase
    ) -> tuple[str, str]:
        if figure.share and phrase.subject:
            change = _CHANGES.search(early_tone(self.view.text[: figure.start]))
            if change:
                words = (said.predicate or change.group().strip(), phrase.subject, phrase.predicate)
                return said.subject or self.setting.institution, " ".join(filter(None, words))
            return phrase.subject, phrase.predicate or said.predicate
        what = " ".join(filter(None, (said.predicate, phrase.predicate)))
        return said.subject or self.setting.institution, what

    def _fault(
        self, figure: Figure, phrase: NounPhrase, year: str | None, who: str, what: str
    ) -> str:
        """Return why a figure is not read with certainty; empty where it is."""
        if year is None:
            return "target without a certain year"
        if _REFERS_BACK.search(f"{who} {what}"):
            return "target that refers back"
        if not (who or what) or (figure.share and phrase.subject and not what):
            return "target without a certain subject"
        return "target of damaged words" if self._is_unsure(figure, phrase.subject) else ""

    def _is_unsure(self, figure: Figure, subject: str) -> bool:
        """Tell whether a word of the subject stands on marks that are no letters (`¢` for có)."""
        start = self.view.text.find(subject, figure.end) if subject else -1
        if start < 0:
            return False
        for word in re.finditer(r"[^\W_]+", subject):
            first, last = start + word.start(), start + word.end() - 1
            printed = self.setting.text[self.view.starts[first] : self.view.ends[last]]
            if not any(map(str.isalnum, printed)) and not _PLACE.match(subject, word.start()):
                return True
        return False

    def _target(self, figure: Figure, who: str, what: str, year: str) -> Target:
        value = self.view.slice(figure.start, figure.value_end)
        return Target(
            plan_id=self.setting.plan_id,
            path=self.setting.path,
            span=self.sentence.span,
            value=value.text,
            value_span=value.span,
            subject=who,
            indicator=what,
            year=year,
            unit=figure.unit,
            per=figure.per,
            comparator=figure.comparator,
        )
