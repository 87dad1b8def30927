"""Gives accents back: to plans garbled by an OCR model without Vietnamese, and to bare questions.

A noisy channel (`channel.py`) says which syllables a piece of debris may stand for, a trigram model
(`language_model.py`) which of them fits the sentence; Viterbi search finds the likeliest reading.
The channel is learned without pairs: the garbled plans are decoded, the decisions counted, and the
channel estimated anew. Only words change: spaces, punctuation, numbers, labels and the digits of
codes stay, so token i of the result restores token i of the text. Left out: whether a text needs
restoring (`ingest/legibility.py`); on clean text the decoder does harm.
"""

from __future__ import annotations

import importlib.util
import json
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.channel import Channel
from corpus.language_model import CODE, NUMBER, START, UNKNOWN, LanguageModel
from corpus.lexicon import Lexicon
from corpus.pieces import Kind, Piece, find_pieces
from corpus.syllables import is_syllable
from corpus.vietnamese import early_tone, fold, has_diacritics, nfc

WORD_WEIGHT = 0.1
"""How loud a word of the word list speaks against one occurrence in a plan."""
NAME_WEIGHT = 3.0
"""How loud a name of the gazetteer speaks: it is to win against chance neighbours in the plans."""
CANDIDATES = 12
"""Readings of one piece that the search weighs; more changed nothing."""
BEAM = 16
"""States kept between pieces; more changed nothing."""
ROUNDS = 3
"""Rounds of self-training; the fourth changes fewer than one word in a thousand."""
KEEP_COST = 14.0
"""Cost of leaving a word as it stands: dearer than any likely reading, cheaper than a wild one."""
KEEP_CODE_COST = 1.0
"""Cost of leaving capitals that spell no syllable (`CHQS`, `VX3`) as they stand."""
SURE = 4.0
"""A bare word of a question that has accents elsewhere is changed at odds of e⁴, fifty to one."""
ENGLISH_SHARE = 0.3
"""A question is left alone when so many of its words are none that Vietnamese could have."""

QUESTION_PHRASES = tuple(
    """
    là gì|những gì|làm gì|gồm những gì|có những gì|nhiệm vụ gì|bao nhiêu|là bao nhiêu|đạt bao nhiêu
    ai|do ai|của ai|cho ai|ai ký|ai chịu trách nhiệm|cơ quan nào|đơn vị nào|sở nào|tỉnh nào
    huyện nào|xã nào|nơi nào|ngành nào|văn bản nào|quyết định nào|kế hoạch nào|chương trình nào
    khi nào|lúc nào|năm nào|ngày nào|tháng nào|đến khi nào|vào ngày nào|trước ngày nào
    ở đâu|từ đâu|lấy từ đâu|như thế nào|thế nào|ra sao|vì sao|tại sao|có phải|phải không
    hay không|được không|có không|có những|mấy|hãy nêu|hãy cho biết|cho biết|cho tôi biết
    cho hỏi|xin hỏi|tôi muốn biết|tôi muốn hỏi|liệt kê|tóm tắt|so sánh|giải thích|trình bày
    nêu rõ|khác nhau|giống nhau|khác gì|còn|thì sao|theo kế hoạch|trong kế hoạch|được giao
    được ban hành|ban hành ngày|ban hành khi nào|ký ngày|hạn chót|thời hạn|khi nào xong
    """.replace("\n", "|").split("|")
)
"""How questions are put, which no plan shows: the common question words and their neighbours."""

_UPPER_SHARE = 0.7
"""A piece with so many capitals is all capitals: OCR mistakes one in a heading (`MUC PiCH`)."""

State = tuple[str, str]
Option = tuple[float, str, str]
"""Log chance of the piece given the reading, the reading as the model knows it, as written."""


def word_list() -> tuple[str, ...]:
    """Return the words of the pyvi package's list (MIT), lower case, those of several syllables.

    Reads its file without importing the package. Raises ModuleNotFoundError without pyvi.
    """
    spec = importlib.util.find_spec("pyvi")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("Không thấy gói pyvi; hãy cài pyvi==0.1.1 (danh sách từ).")
    path = Path(spec.submodule_search_locations[0], "models", "words.txt")
    lines = nfc(path.read_text(encoding="utf-8")).lower().splitlines()
    return tuple(word for word in map(str.strip, lines) if " " in word)


class Restorer:
    """What was learned from clean plans, garbled plans, words and names; immutable."""

    def __init__(
        self, model: LanguageModel, channel: Channel, abbreviations: dict[str, str],
        codes: Iterable[str],
    ) -> None:  # fmt: skip
        """Take the learned parts; use `train` or `from_bytes`."""
        self._model = model
        self._channel = channel
        self._abbreviations = dict(abbreviations)
        self._codes = tuple(sorted(set(codes)))
        words = [word for word in model.vocabulary if word.isalpha()]
        self._lexicon = Lexicon(words, channel)
        self._bare: dict[str, list[str]] = defaultdict(list)
        for word in sorted(words, key=lambda w: (-model.count(w), w)):
            self._bare[fold(word)].append(word)
        self._found: dict[tuple[str, int], list[tuple[float, str]]] = {}

    # learning

    @classmethod
    def train(
        cls,
        texts: Iterable[str],
        damaged: Iterable[str] = (),
        words: Iterable[str] = (),
        names: Iterable[str] = (),
    ) -> Restorer:
        """Learn from clean texts, garbled texts, a word list and names in correct spelling."""
        runs: list[tuple[Sequence[str], float]] = []
        abbreviations: dict[str, str] = {}
        codes: set[str] = set()
        clean = [nfc(text) for text in texts]
        for text in [*clean, *map(nfc, names)]:
            for piece in find_pieces(text):
                if piece.kind is Kind.WORD and _is_abbreviation(piece.text):
                    abbreviations[piece.text.lower()] = piece.text
                elif piece.kind is Kind.CODE:
                    codes.add(_code_tail(piece.text))
        for text in clean:
            runs += [(run, 1.0) for run in _sentences(text)]
        for listed, weight in ((words, WORD_WEIGHT), (QUESTION_PHRASES, WORD_WEIGHT),
                               (names, NAME_WEIGHT)):  # fmt: skip
            for entry in listed:
                run = [_known_form(p.text) for p in find_pieces(nfc(entry)) if p.kind is Kind.WORD]
                runs.append((run, weight))
        restorer = cls(LanguageModel.learn(runs), Channel(), abbreviations, codes)
        return restorer._taught_by([nfc(text) for text in damaged])

    def _taught_by(self, damaged: Sequence[str]) -> Restorer:
        """Return the restorer whose channel agrees with its own readings of the garbled texts."""
        taught = self
        for _ in range(ROUNDS if damaged else 0):
            readings: Counter[tuple[str, str]] = Counter()
            for text in damaged:
                for piece, (_, known, _) in taught._read(find_pieces(text)):
                    if piece.kind is Kind.WORD and known != UNKNOWN:
                        readings[_cased(known, _capitals(piece.text)), piece.text.lower()] += 1
            channel = taught._channel.learn((w, seen, n) for (w, seen), n in readings.items())
            taught = Restorer(self._model, channel, self._abbreviations, self._codes)
        return taught

    # decoding

    def restore(self, text: str) -> str:
        """Return the likeliest reading of a garbled text, token for token.

        `Thi twéng Chinh phii` → `Thủ tướng Chính phủ`.
        """
        pieces = find_pieces(text)
        parts: list[str] = []
        end = 0
        for piece, (_, _, written) in self._read(pieces):
            parts += text[end : piece.start], written
            end = piece.end
        return "".join([*parts, text[end:]])

    def _read(self, pieces: Sequence[Piece]) -> list[tuple[Piece, Option]]:
        """Return each piece with the reading that the likeliest path through all gives it."""
        return self._best_path(pieces, [self._options(piece) for piece in pieces])

    def _best_path(
        self, pieces: Sequence[Piece], options: Sequence[Sequence[Option]]
    ) -> list[tuple[Piece, Option]]:
        """Find the likeliest path by Viterbi search with a beam (Viterbi 1967)."""
        logp = self._model.logp
        scores: dict[State, float] = {(START, START): 0.0}
        trail: list[dict[State, tuple[State, Option]]] = []
        for piece, choices in zip(pieces, options, strict=True):
            reached: dict[State, float] = {}
            came: dict[State, tuple[State, Option]] = {}
            for (before, last), score in scores.items():
                for option in choices:
                    known = option[1]
                    total = score + option[0]
                    state = (last, known)
                    if piece.kind is Kind.LABEL:
                        state = (START, START)
                    else:
                        total += logp(before, last, known)
                        if piece.ends:
                            state = (START, START)
                    if total > reached.get(state, -1e18):
                        reached[state] = total
                        came[state] = ((before, last), option)
            if len(reached) > BEAM:
                kept = sorted(reached, key=lambda s: (-reached[s], s))[:BEAM]
                reached = {state: reached[state] for state in kept}
            scores = reached
            trail.append(came)
        state = max(scores, key=lambda s: (scores[s], s))
        path: list[tuple[Piece, Option]] = []
        for piece, came in zip(reversed(pieces), reversed(trail), strict=True):
            state, option = came[state]
            path.append((piece, option))
        return path[::-1]

    def _options(self, piece: Piece) -> list[Option]:
        """Return the readings of a piece that the search weighs."""
        if piece.kind is Kind.LABEL or piece.kind is Kind.NUMBER:
            return [(0.0, NUMBER, piece.text)]
        if piece.kind is Kind.CODE:
            return [(0.0, CODE, self._mend_code(piece.text))]
        seen = piece.text
        capitals = _capitals(seen)
        options = []
        for cost, word in self._candidates(seen.lower(), capitals):
            short = self._abbreviations.get(word)
            if short is None:
                options.append((-cost, word, _cased(word, capitals)))
            elif capitals == len(seen):
                options.append((-cost, word, short))
        code = capitals == len(seen) > 1 and not is_syllable(seen) and fold(seen) not in self._bare
        options.append((-KEEP_CODE_COST if code else -KEEP_COST, UNKNOWN, seen))
        return options

    def _candidates(self, seen: str, capitals: int) -> list[tuple[float, str]]:
        """Return (cost, word), the best by channel and frequency together."""
        key = (seen, capitals)
        found = self._found.get(key)
        if found is None:
            logp = self._model.logp
            found = self._lexicon.search(seen, capitals)
            found.sort(key=lambda entry: (entry[0] - 0.7 * logp("", "", entry[1]), entry[1]))
            found = self._found[key] = found[:CANDIDATES]
        return found

    def _mend_code(self, code: str) -> str:
        """Give a document's number its Đ back where a plan has the like: `QP-TTg` → `QĐ-TTg`."""
        tail = _code_tail(code)
        for known in self._codes:
            if len(known) == len(tail) and all(map(_same_code_letter, known, tail)):
                return code[: len(code) - len(tail)] + known
        return code

    # questions

    def accent(self, question: str) -> str:
        """Return a question with the accents it was typed without; abbreviations and English stay.

        `thu vien tinh co nhiem vu gi` → `thư viện tỉnh có nhiệm vụ gì`. Where the question has
        accents, a bare word changes only when the odds are overwhelming.
        """
        question = nfc(question)
        pieces = find_pieces(question)
        words = [piece.text for piece in pieces if piece.kind is Kind.WORD]
        foreign = [word for word in words if self._is_foreign(word)]
        if len(foreign) > ENGLISH_SHARE * len(words):
            return question
        doubt = SURE if has_diacritics(question) else 0.0
        parts: list[str] = []
        end = 0
        options = [self._accented(piece, doubt) for piece in pieces]
        for piece, (_, _, written) in self._best_path(pieces, options):
            parts += question[end : piece.start], written
            end = piece.end
        return "".join([*parts, question[end:]])

    def _accented(self, piece: Piece, doubt: float) -> list[Option]:
        """Return the words that lose their accents to become this piece."""
        typed = piece.text
        if piece.kind is not Kind.WORD:
            return [(0.0, CODE if piece.kind is Kind.CODE else NUMBER, typed)]
        known = _known_form(typed)
        bare = self._bare.get(known, [])
        if has_diacritics(typed) or not bare or known in self._abbreviations:
            return [(0.0, known if known in self._model.vocabulary else UNKNOWN, typed)]
        capitals = _capitals(typed)
        return [
            (0.0 if word == known else -doubt, word, _cased(word, capitals))
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
            "abbreviations": self._abbreviations,
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


def _known_form(word: str) -> str:
    """Return a word as the model knows it: lower case, tone early."""
    return early_tone(nfc(word)).lower()


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and word.isupper() and not is_syllable(word) and word.isalpha()


def _code_tail(code: str) -> str:
    """Return a code from its first letter on: `93/2020/NĐ-CP` → `NĐ-CP`."""
    return re.sub(r"^[\d/-]+", "", code)


def _same_code_letter(known: str, seen: str) -> bool:
    return fold(known) == fold(seen) or (known == "Đ" and seen in "PB")


def _sentences(text: str) -> Iterable[list[str]]:
    """Yield the sentences of a text as the model counts them, each opened by two `START`s."""
    run = [START, START]
    for piece in find_pieces(text):
        if piece.kind is not Kind.LABEL:
            stand_in = {Kind.NUMBER: NUMBER, Kind.CODE: CODE}.get(piece.kind)
            run.append(stand_in or _known_form(piece.text))
        if piece.ends and len(run) > 2:
            yield run
            run = [START, START]
    if len(run) > 2:
        yield run


def _capitals(seen: str) -> int:
    """Return how many letters of the reading are capitals: none, the first, or all of them."""
    letters = [character for character in seen if character.isalpha()]
    upper = sum(map(str.isupper, letters))
    if len(letters) > 1 and upper >= _UPPER_SHARE * len(letters):
        return len(seen)
    return 1 if letters and seen[0].isupper() else 0


def _cased(word: str, capitals: int) -> str:
    """Write a word with its first letter, or all of them, as capitals."""
    return word.upper() if capitals > 1 else word[:capitals].upper() + word[capitals:]
