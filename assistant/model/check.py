"""Whether a sentence stands in the passages it cites: the last word on every model's answer.

In order: it cites a key, the key exists; its numbers, days, document numbers, places, names and
agencies stand in the cited passages, in the headings above them or among the facts of their plan;
its figures are of what it says they are of; it does not turn a passage round; its words and its
meaning are near enough. The check knows nothing of the question and of the model.

Thresholds were chosen on half of the labelled pairs in `evals/statements/` (sentences that are true
to their passages, and such as are not) and reported on the other half; see `evals/README.md`.
Left out: what follows from two passages together, and irony.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.agency import agency_keys
from assistant.glossary import translate_terms
from assistant.model.binding import misplaced_figure, misplaced_time
from assistant.model.counts import cut_range, misplaced_count
from assistant.model.grounds import Ground, of_keys
from assistant.model.names import check_names
from assistant.model.sentences import Sentence
from assistant.model.support import (
    CLOSE,
    ENOUGH_ENGLISH,
    ENOUGH_WORDS,
    SOME_WORDS,
    closeness,
    turned_round,
    words_share,
)
from assistant.model.values import (
    dates_of,
    days_of,
    digitise,
    document_numbers,
    misdated_document,
    numbers_of,
    quantities_of,
    small_counts,
    years_of,
)
from assistant.model.verdict import HOLDS, Verdict
from corpus.embedding import Embedder
from corpus.vietnamese import fold, has_diacritics


class Checker:
    """Checks sentences against numbered evidence."""

    def __init__(self, grounds: Sequence[Ground], embedder: Embedder) -> None:
        self._grounds = tuple(grounds)
        self._embedder = embedder
        self._known = {ground.key for ground in grounds}

    def invented(self, sentence: Sentence) -> int:
        """Return how many of a sentence's keys do not exist."""
        return sum(key not in self._known for key in sentence.keys)

    def check(self, sentence: Sentence) -> Verdict:
        """Return whether a sentence is borne out by the passages it cites."""
        if not sentence.keys:
            return Verdict("no_key")
        if self.invented(sentence):
            wrong = next(key for key in sentence.keys if key not in self._known)
            return Verdict("no_such_key", str(wrong))
        for said, keys in sentence.parts:
            verdict = check_facts(said, of_keys(self._grounds, keys or sentence.keys))
            if not verdict.holds:
                return verdict
        grounds = of_keys(self._grounds, sentence.keys)
        verdict = check_whole(sentence.text, grounds)
        if not verdict.holds or sentence.form == "lead":
            return verdict
        return self._supported(sentence.text, grounds)

    def _supported(self, text: str, grounds: Sequence[Ground]) -> Verdict:
        english = reads_english(text)
        share = words_share(text, english, grounds)
        if share >= (ENOUGH_ENGLISH if english else ENOUGH_WORDS):
            return HOLDS
        if share >= SOME_WORDS and closeness(text, grounds, self._embedder) >= CLOSE:
            return HOLDS
        return Verdict("support", f"{share:.2f}")


def reads_english(text: str) -> bool:
    """Tell whether a sentence is English: most of its words are, names aside."""
    words = [w for w in re.findall(r"[^\W\d_]+", text) if w[0].islower()]
    plain = sum(not has_diacritics(word) for word in words)
    return bool(words) and plain > 0.85 * len(words)


def check_facts(said: str, grounds: Sequence[Ground]) -> Verdict:
    """Check what can be pointed at: numbers, days, documents, places, names, agencies."""
    text, english = digitise(said), reads_english(said)
    held = " . ".join(f"{ground.text} . {ground.about}" for ground in grounds)
    stated = " . ".join(ground.text for ground in grounds)
    wrong = dates_of(text) - dates_of(held)
    for day, month, year in sorted(wrong):
        if english and (day, month) in days_of(held) and year in years_of(held):
            continue
        return Verdict("date", f"{day}/{month}/{year}")
    if misdated := misdated_document(text, held):
        return Verdict("date", misdated)
    for day, month in sorted(days_of(text) - days_of(held)):
        return Verdict("date", f"{day}/{month}")
    for code in sorted(document_numbers(text) - document_numbers(held) - _plan_numbers(grounds)):
        return Verdict("document", code)
    for number in sorted(quantities_of(text) - quantities_of(held) - _fractions(text, held)):
        return Verdict("number", number)
    for number in sorted(numbers_of(text) - numbers_of(held) - _fractions(text, held)):
        return Verdict("number", number)
    for year in sorted(years_of(text) - years_of(stated)):
        if not _of_document(text, year, held):
            return Verdict("number", str(year))
    for count, _ in small_counts(text):
        if not _counts(count, said, held, grounds):
            return Verdict("number", str(count))
    return check_names(said, english, grounds)


def _plan_numbers(grounds: Sequence[Ground]) -> frozenset[str]:
    return frozenset(ground.plan.bare_number for ground in grounds)


def _fractions(text: str, held: str) -> frozenset[str]:
    """Return the numbers of a fraction that is near a percentage: two thirds of 66.7%."""
    found = set[str]()
    for part, whole in re.findall(r"(?<![\d/])(\d)/(\d)(?![\d/])", text):
        share = 100 * int(part) / max(1, int(whole))
        if any(abs(float(n) - share) <= 1 for n in numbers_of(held) if float(n) <= 100):
            found |= {part, whole}
    return frozenset(found)


def _of_document(text: str, year: int, held: str) -> bool:
    """Tell whether a year stands in the name or the date of a document: `Chương trình … 2030`."""
    folded = fold(text)
    named = rf"(?:chuong trinh|ke hoach|quyet dinh|ban hanh|programme?|plan|decision|issued)\b[^.;]*?{year}"
    return year in years_of(held) and bool(re.search(named, folded)) and "%" not in text


_COUNT_WORDS = {
    2: "hai|two", 3: "ba|three", 4: "bon|four", 5: "nam|five", 6: "sau|six", 7: "bay|seven",
    8: "tam|eight", 9: "chin|nine",
}  # fmt: skip


def _counts(count: int, said: str, held: str, grounds: Sequence[Ground]) -> bool:
    """Tell whether a small number is stated, or is how many agencies are listed or charged."""
    listed = 1 + len(re.findall(r",|;|\bvà\b|\band\b", said))
    charged = (len(ground.charged) for ground in grounds)
    if count in (len(set(agency_keys(said))), listed, *charged) or str(count) in numbers_of(held):
        return True
    return bool(re.search(rf"\b(?:{_COUNT_WORDS[count]})\b", fold(held)))


def check_whole(text: str, grounds: Sequence[Ground]) -> Verdict:
    """Check what takes the whole sentence: of what its figures are, and that nothing is reversed."""
    said, english = digitise(text), reads_english(text)
    local = in_vietnamese(said) if english else said
    apart = in_vietnamese(said, " . ") if english else said
    wrong = (
        misplaced_figure(said, apart, grounds)
        or misplaced_time(local, grounds)
        or cut_range(said, grounds)
        or misplaced_count(local, grounds)
    )
    if wrong:
        return Verdict("binding", wrong)
    stated = " . ".join(f"{ground.text} . {ground.about}" for ground in grounds)
    word = turned_round(text if not english else f"{text} . {local}", stated)
    return Verdict("reversed", word) if word else HOLDS


_DAY = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?(January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b"
)
_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def in_vietnamese(text: str, gap: str = " ") -> str:
    """Return the Vietnamese terms of an English sentence, numbers and stops in their places."""
    text = _DAY.sub(lambda m: f"{m[1]}/{_MONTHS.index(m[2]) + 1}", text)
    told, at = [], 0
    for match in re.finditer(
        r"\d+(?:[/.,]\d+)*(?: - \d+(?:[.,]\d+)*)?%?|[,;:.](?!\d)|\band\b", text
    ):
        told += [*translate_terms(text[at : match.start()])[0], match.group()]
        at = match.end()
    told += translate_terms(text[at:])[0]
    return gap.join(told)
