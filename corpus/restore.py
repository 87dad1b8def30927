"""Gives accents back: to plans garbled by an OCR model without Vietnamese, and to bare questions.

A noisy channel (`channel.py`) says which syllables a piece of debris may stand for, a trigram model
(`language_model.py`) which of them fits the sentence, and a search (`viterbi.py`) which reading is
likeliest. The channel is learned without pairs: the garbled plans are decoded, the decisions
counted, the channel estimated anew. Only words change: spaces, punctuation, numbers, labels and the
digits of codes stay, so token i of the result restores token i of the text. A figure that is
likelier a word is marked, `[12?]`; names from abroad stay as printed (`foreign.py`). Left out:
whether a text needs restoring (`ingest/legibility.py`); on clean text the decoder does harm.
"""

from __future__ import annotations

import importlib.util
import json
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from corpus.capitals import (
    KNOWN_ABBREVIATIONS,
    KNOWN_CODES,
    capitalise,
    code_letters,
    count_capitals,
    is_numbered,
    is_roman,
    mend_capitals,
    spells_nothing,
)
from corpus.channel import Channel
from corpus.foreign import BEFORE_FOREIGN, WORLD_NAMES, looks_foreign
from corpus.language_model import CODE, NUMBER, START, UNKNOWN, LanguageModel
from corpus.lexicon import Lexicon
from corpus.phrases import FIELD_PHRASES, OFFICIAL_PHRASES, PLAN_PHRASES, QUESTION_PHRASES
from corpus.pieces import Kind, Piece, find_pieces
from corpus.places import PROVINCES
from corpus.syllables import count_vietnamese_letters, is_syllable
from corpus.vietnamese import early_tone, fold, has_diacritics, nfc
from corpus.viterbi import Reading, find_best

WORD_WEIGHT = 0.03
"""How loud a word of the word list speaks against one occurrence in a plan: louder, its rare
syllables crowd out the common ones; .01 and .1 read pages of another field worse."""
PHRASE_WEIGHT = 1.0
"""How loud a set phrase or a name speaks; from .3 up it makes no difference."""
CANDIDATES = 20
"""Readings of one piece that the search weighs; twelve lose two words in a thousand."""
MODEL_WEIGHT = 0.75
"""How much what fits the sentence counts beside the look of the word: a handful of plans say too
surely what follows what. From .65 to .85 reads alike, 1.0 a law of another field worse by one word
in a hundred."""
ROUNDS = 2
"""Rounds of self-training; a third changes one word in a thousand."""
KEEP_COST = 14.0
"""Cost of leaving a word as it stands: dearer than any likely reading, cheaper than a wild one;
anything from 10 to 18 reads the same."""
FOREIGN_COST = 5.0
"""Cost of leaving a word that looks foreign: debris of that look mostly reads at 3 or less, foreign
names at 7 or more."""
FOREIGN_WEIGHT = 0.3
"""How loud each word that foreign names follow says that one may follow."""
LONGEST_DEBRIS = 14
"""Characters of a word beyond which it is left alone: twice the longest syllable, `nghiêng`."""
SURE = 4.0
"""A bare word of a question that has accents elsewhere is changed at odds of e⁴, fifty to one."""
ENGLISH_SHARE = 0.3
"""A question is left alone when so many of its words are none that Vietnamese could have."""


LETTERS_LIKE = {
    "6": ("co", "so", "o"),
    "10": ("lo",),
    "16": ("lo",),
    "12": ("la",),
    "14": ("la",),
    "18": ("le", "la"),
}
"""Figures that an English OCR model makes of short words, and the letters of those words: `củng 6`
(cố), `16 trình` (lộ), `nhất 12` (là), `tuần 18` (lễ)."""
FIGURE_COST = 2.5
"""Cost of taking a figure for a word, since most figures are figures. A figure that reads likelier
as a word even so is marked as doubtful; it is never changed."""
CROWDED = 9.0
"""What speaks for it when another figure follows after a space alone: `6 20 máy`, có 20 máy."""

NEWSPAPERS = tuple(f"Báo {province}" for province in PROVINCES)
"""The newspaper of each province, which every plan gives a duty to."""


def word_list() -> tuple[str, ...]:
    """Return the words of the pyvi package's list (MIT), lower case, those of several syllables.

    Reads its file without importing the package. Raises ModuleNotFoundError without pyvi.
    """
    spec = importlib.util.find_spec("pyvi")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("Không thấy gói pyvi; hãy cài pyvi==0.1.1 (danh sách từ).")
    path = Path(spec.submodule_search_locations[0], "models", "words.txt")
    lines = nfc(path.read_text(encoding="utf-8")).lower().splitlines()
    words = map(str.strip, lines)
    return tuple(w for w in words if " " in w and w.replace(" ", "").isalpha())


class Restorer:
    """What was learned from clean plans, garbled plans, words and names; immutable."""

    def __init__(
        self,
        model: LanguageModel,
        channel: Channel,
        abbreviations: Iterable[str],
        codes: Iterable[str],
    ) -> None:
        """Take the learned parts; use `train` or `from_bytes`."""
        self._model = model
        self._channel = channel
        self._codes = tuple(sorted(set(codes)))
        self._abbreviations = {short.lower(): short for short in sorted(set(abbreviations))}
        words = [w for w in model.vocabulary if w.isalpha() and w not in self._abbreviations]
        self._lexicon = Lexicon(words, channel)
        self._bare: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(words, key=lambda word: (-model.count(word), word)):
            self._bare[fold(word)].append(word)
        self._found: dict[tuple[str, int], list[tuple[float, str]]] = {}

    @property
    def model(self) -> LanguageModel:
        """What stands beside what, in the clean plans, the word list and the set phrases."""
        return self._model

    # learning

    @classmethod
    def train(
        cls,
        texts: Iterable[str],
        damaged: Iterable[str] = (),
        words: Iterable[str] = (),
        names: Iterable[str] = (),
    ) -> Restorer:
        """Learn from clean texts, garbled texts, a word list and names in correct spelling.

        The words of the list are letters and spaces alone.

        Without garbled texts the channel is the one written down, which errs a quarter more often.
        """
        clean, named = [nfc(text) for text in texts], [nfc(name) for name in names]
        runs: list[tuple[Sequence[str], float]] = []
        for text in clean:
            runs += [(run, 1.0) for run in _sentences(text)]
        general = (*QUESTION_PHRASES, *OFFICIAL_PHRASES, *FIELD_PHRASES, *PLAN_PHRASES)
        phrases = (*general, *WORLD_NAMES, *NEWSPAPERS, *named)
        runs += [(_words(phrase), PHRASE_WEIGHT) for phrase in phrases]
        runs += [([*_words(before), UNKNOWN, UNKNOWN], FOREIGN_WEIGHT) for before in BEFORE_FOREIGN]
        runs += [(list(map(_known_form, word.split())), WORD_WEIGHT) for word in words]
        pieces = [piece for text in (*clean, *named) for piece in find_pieces(text)]
        abbreviations = [p.text for p in pieces if p.kind is Kind.WORD and spells_nothing(p.text)]
        codes = [code_letters(p.text) for p in pieces if p.kind is Kind.CODE]
        known = (*KNOWN_ABBREVIATIONS, *abbreviations)
        first = cls(LanguageModel.learn(runs), Channel(), known, (*KNOWN_CODES, *codes))
        return first._taught_by([nfc(text) for text in damaged])

    def _taught_by(self, damaged: Sequence[str]) -> Restorer:
        """Return the restorer whose channel agrees with its own readings of the garbled texts."""
        taught = self
        for _ in range(ROUNDS if damaged else 0):
            seen: Counter[tuple[str, str]] = Counter()
            for text in damaged:
                pieces = find_pieces(text)
                for piece, reading in zip(pieces, taught._read(pieces), strict=True):
                    if piece.kind is Kind.WORD and reading.known != UNKNOWN:
                        word = capitalise(reading.known, count_capitals(piece.text))
                        seen[word, piece.text.lower()] += 1
            channel = taught._channel.learn((w, debris, n) for (w, debris), n in seen.items())
            taught = Restorer(self._model, channel, self._abbreviations.values(), self._codes)
        return taught

    # damaged text

    def restore(self, text: str) -> str:
        """Return the likeliest reading of a garbled text, token for token.

        `Thi twéng Chinh phii` → `Thủ tướng Chính phủ`.
        """
        pieces = find_pieces(text)
        return _rewrite(text, pieces, self._read(pieces))

    def _read(self, pieces: Sequence[Piece]) -> list[Reading]:
        readings = [self._readings(piece) for piece in pieces]
        for i, (piece, after) in enumerate(pairwise(pieces)):
            in_row = i > 0 and pieces[i - 1].kind is Kind.NUMBER
            if _is_crowded(piece, after) and not in_row:
                figure, *doubts = readings[i]
                readings[i] = [figure, *(d._replace(score=d.score + CROWDED) for d in doubts)]
        return find_best(self._model, pieces, readings, MODEL_WEIGHT)

    def _readings(self, piece: Piece) -> list[Reading]:
        """Return the readings of a piece that the search weighs."""
        seen = piece.text
        if piece.kind is Kind.NUMBER:
            return [Reading(0.0, NUMBER, seen), *self._doubts(seen)]
        if piece.kind is Kind.LABEL or piece.kind is Kind.QUOTE:
            return [Reading(0.0, NUMBER, "”" if piece.kind is Kind.QUOTE else seen)]
        if piece.kind is Kind.CODE:
            letters = code_letters(seen)
            digits = seen[: len(seen) - len(letters)]
            return [Reading(0.0, CODE, digits + (mend_capitals(letters, self._codes) or letters))]
        if count_vietnamese_letters(seen) and is_syllable(seen):  # no English model wrote this
            return [Reading(0.0, _known_form(seen), seen)]
        short = mend_capitals(seen, self._abbreviations.values()) if seen.isupper() else None
        if short is not None:
            return [Reading(0.0, short.lower(), short)]
        if is_numbered(seen) or len(seen) > LONGEST_DEBRIS:
            return [Reading(0.0, UNKNOWN, seen)]
        capitals = count_capitals(seen)
        readings = [
            Reading(-cost, word, capitalise(word, 0 if _is_small_l(seen, word) else capitals))
            for cost, word in self._candidates(seen.lower(), capitals)
        ]
        stands = is_roman(seen) or spells_nothing(seen)
        cost = 0.0 if stands else FOREIGN_COST if looks_foreign(seen) else KEEP_COST
        return [*readings, Reading(-cost, UNKNOWN, seen)]

    def _doubts(self, figure: str) -> list[Reading]:
        """Return the words that a figure may be the debris of; it stays, marked: `[12?]`, là."""
        return [
            Reading(-FIGURE_COST, word, f"[{figure}?]")
            for letters in LETTERS_LIKE.get(figure, ())
            for word in self._bare[letters][:CANDIDATES]
        ]

    def _candidates(self, seen: str, capitals: int) -> list[tuple[float, str]]:
        """Return (cost, word), the best by channel and frequency together."""
        key = (seen, capitals)
        found = self._found.get(key)
        if found is None:
            logp = self._model.logp
            found = self._lexicon.search(seen, capitals)
            # frequency a little softened, since what stands around may speak for a rare word
            found.sort(key=lambda entry: (entry[0] - 0.7 * logp("", "", entry[1]), entry[1]))
            found = self._found[key] = found[:CANDIDATES]
        return found

    # questions

    def accent(self, question: str) -> str:
        """Return a question with the accents it was typed without; abbreviations and English stay.

        `thu vien tinh co nhiem vu gi` → `thư viện tỉnh có nhiệm vụ gì`. Where the question has
        accents, a bare word changes only when the odds are overwhelming.
        """
        question = nfc(question)
        pieces = find_pieces(question)
        words = [piece.text for piece in pieces if piece.kind is Kind.WORD]
        if sum(map(self._is_foreign, words)) > ENGLISH_SHARE * len(words):
            return question
        doubt = SURE if has_diacritics(question) else 0.0
        readings = [self._accented(piece, doubt) for piece in pieces]
        return _rewrite(question, pieces, find_best(self._model, pieces, readings))

    def _accented(self, piece: Piece, doubt: float) -> list[Reading]:
        """Return the words that lose their accents to become this piece, commonest first."""
        typed = piece.text
        if piece.kind is not Kind.WORD:
            return [Reading(0.0, CODE if piece.kind is Kind.CODE else NUMBER, typed)]
        known = _known_form(typed)
        bare = self._bare.get(known, [])
        if not bare or known in self._abbreviations:
            return [Reading(0.0, known if known in self._model.vocabulary else UNKNOWN, typed)]
        capitals = count_capitals(typed)
        return [
            Reading(0.0 if word == known else -doubt, word, capitalise(word, capitals))
            for word in bare[:CANDIDATES]
        ]

    def _is_foreign(self, word: str) -> bool:
        """Tell a word that no Vietnamese word loses its accents to become; abbreviations apart."""
        known = _known_form(word)
        return (
            known not in self._model.vocabulary
            and fold(word) not in self._bare
            and not word.isupper()
            and any(letter in "aeiouy" for letter in fold(word))
        )

    # keeping

    def to_bytes(self) -> bytes:
        """Return all that was learned as compressed JSON."""
        learned = {
            "runs": self._model.runs(),
            "channel": [[*key, round(n, 4)] for key, n in sorted(self._channel.counts.items())],
            "abbreviations": list(self._abbreviations.values()),
            "codes": self._codes,
        }
        return zlib.compress(json.dumps(learned, ensure_ascii=False).encode())

    @classmethod
    def from_bytes(cls, stored: bytes) -> Restorer:
        """Return the restorer that `to_bytes` kept."""
        learned = json.loads(zlib.decompress(stored))
        return cls(
            LanguageModel.from_runs(learned["runs"]),
            Channel({(letter, seen): n for letter, seen, n in learned["channel"]}),
            learned["abbreviations"],
            learned["codes"],
        )


def _rewrite(text: str, pieces: Sequence[Piece], readings: Sequence[Reading]) -> str:
    """Return the text with every piece as it was read and everything between them untouched."""
    parts: list[str] = []
    end = 0
    for piece, reading in zip(pieces, readings, strict=True):
        parts += text[end : piece.start], reading.written
        end = piece.end
    return "".join([*parts, text[end:]])


def _known_form(word: str) -> str:
    """Return a word as the model knows it: lower case, tone early."""
    return early_tone(nfc(word)).lower()


def _is_small_l(seen: str, word: str) -> bool:
    """Tell an l that was read as a capital I: `Iuot`, lượt."""
    return seen[0] == "I" and word[0] == "l" and count_capitals(seen) == 1


def _is_crowded(piece: Piece, after: Piece) -> bool:
    """Tell a figure that another follows with nothing but a space between, where no figure stands.

    Not before a group of three digits, `6 000`, nor before a year, `tháng 6 2025`.
    """
    return (
        piece.kind is Kind.NUMBER
        and piece.text in LETTERS_LIKE
        and after.kind is Kind.NUMBER
        and after.start == piece.end + 1
        and re.match(r"\d{3}(?!\d)|(?:19|20)\d\d(?!\d)", after.text) is None
    )


def _words(phrase: str) -> list[str]:
    return [_known_form(piece.text) for piece in find_pieces(phrase) if piece.kind is Kind.WORD]


def _sentences(text: str) -> Iterable[list[str]]:
    """Yield the sentences of a text as the model counts them, each opened by two `START`s."""
    run = [START, START]
    for piece in find_pieces(text):
        if piece.kind is not Kind.LABEL and piece.kind is not Kind.QUOTE:
            stand_in = {Kind.NUMBER: NUMBER, Kind.CODE: CODE}.get(piece.kind)
            run.append(stand_in or _known_form(piece.text))
        if piece.ends and len(run) > 2:
            yield run
            run = [START, START]
    if len(run) > 2:
        yield run
