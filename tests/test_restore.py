"""The decoder on the two garbled plans, on questions without accents, and on any text at all."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.agencies import NAMES
from corpus.foreign import looks_foreign
from corpus.pieces import Kind, find_pieces
from corpus.places import PROVINCES
from corpus.restore import Restorer, word_list
from corpus.syllables import is_syllable
from corpus.vietnamese import early_tone, fold, nfc

PLANS = Path(__file__).parents[1] / "corpus" / "plans"
DOCUMENTS = Path(__file__).parents[2] / "shared" / "documents" / "ocr-pairs"


def plan(name: str) -> str:
    """Return the text of the plan whose file begins so."""
    return nfc(next(PLANS.glob(f"{name}*")).read_text(encoding="utf-8"))


CLEAN = tuple(map(plan, ("huyen-cat-hai", "tinh-hung-yen", "tinh-tuyen-quang")))
GARBLED = tuple(map(plan, ("tinh-lai-chau_154", "tinh-lai-chau_4084")))


@pytest.fixture(scope="module")
def restorer() -> Restorer:
    """Return what the five plans, the word list and the gazetteer teach."""
    return Restorer.train(CLEAN, GARBLED, word_list(), [*NAMES, *PROVINCES, "UBND", "BVHTTDL"])


# damaged text


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        (
            "Thi twéng Chinh phii vé viéc phé duyét Pé an Chwong trinh “Pay manh",
            "Thủ tướng Chính phủ về việc phê duyệt Đề án Chương trình “Đẩy mạnh",
        ),
        (
            "cac hoat @dng phuc vu hoc tap sudt doi trong thw vién, bao tang,",
            "các hoạt động phục vụ học tập suốt đời trong thư viện, bảo tàng,",
        ),
        (
            "trung tAim vin héa dén nim 2030” trén dia ban tinh Lai Chau",
            "trung tâm văn hóa đến năm 2030” trên địa bàn tỉnh Lai Châu",
        ),
        ("I. MUC PICH, YEU CAU", "I. MỤC ĐÍCH, YÊU CẦU"),
        ("VI. CHE PQ BAO CAO", "VI. CHẾ ĐỘ BÁO CÁO"),
        ("1. S& Vin héa, Thé thao va Du lich", "1. Sở Văn hóa, Thể thao và Du lịch"),
        (
            "3. B6 CHQS tinh, BCH Bién phong tinh, Cong an tinh",
            "3. Bộ CHQS tỉnh, BCH Biên phòng tỉnh, Công an tỉnh",
        ),
        ("- Vu Thu vién - BVHTTDL;", "- Vụ Thư viện - BVHTTDL;"),
        ("- Luu: VT, VX3.", "- Lưu: VT, VX3."),
        (
            "thu vién cong cong cép x4, 90% thu vién va ta sach chuyén nganh, 80% thu vién",
            "thư viện công cộng cấp xã, 90% thư viện và tủ sách chuyên ngành, 80% thư viện",
        ),
        ("cho ngudi sir dung thu vién. S6 luot", "cho người sử dụng thư viện. Số lượt"),
        ("- Co quan quan 1y Nha nudc", "- Cơ quan quản lý Nhà nước"),
        ("k¥ nang thong tin: 01 16p/ nam.", "kỹ năng thông tin: 01 lớp/ năm."),
        ("111. KINH PHI", "111. KINH PHÍ"),
        ("Quyét dinh s6 1520/QP-TTg", "Quyết định số 1520/QĐ-TTg"),
        ("Nghi dinh sé 93/2020/ND-CP ngay 18/8/2020", "Nghị định số 93/2020/NĐ-CP ngày 18/8/2020"),
    ],
)
def test_lines_of_the_garbled_plans(restorer: Restorer, garbled: str, meant: str) -> None:
    """Lines as they stand in the two plans, with their words, names, numbers and labels."""
    assert any(garbled in text for text in GARBLED)
    assert restorer.restore(garbled) == meant


@pytest.mark.parametrize("garbled", GARBLED)
def test_a_whole_plan(restorer: Restorer, garbled: str) -> None:
    """Spaces, numbers, labels and the digits of codes stay; nearly every word is a syllable."""
    restored = restorer.restore(garbled)
    assert re.findall(r"\s+", restored) == re.findall(r"\s+", garbled)
    assert kept(restored) == kept(garbled)
    words = re.findall(r"[^\W\d_]{2,}", restored)
    assert sum(is_syllable(word) or word.isupper() for word in words) >= 0.99 * len(words)


def kept(text: str) -> list[str]:
    """Return the numbers and labels of a text and the digits of its codes."""
    spoken = (Kind.WORD, Kind.QUOTE)
    pieces = [piece for piece in find_pieces(text) if piece.kind not in spoken]
    return [
        re.sub(r"[^\W\d_]", "", piece.text) if piece.kind is Kind.CODE else piece.text
        for piece in pieces
    ]


# names from abroad


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        ("do Quy Ford tai tro", "do Quỹ Ford tài trợ"),
        ("phan mém Koha cta thu vién", "phần mềm Koha của thư viện"),
        ("cua Microsoft va Samsung", "của Microsoft và Samsung"),
        ("Quy Carnegie Mellon hd tro", "Quỹ Carnegie Mellon hỗ trợ"),
        ("Hoi dong Anh, Quy Chau A", "Hội đồng Anh, Quỹ Châu Á"),
        ("cac nudc Thuy Dién, Phap, Nhat Ban", "các nước Thụy Điển, Pháp, Nhật Bản"),
    ],
)
def test_names_from_abroad(restorer: Restorer, garbled: str, meant: str) -> None:
    """What a scan prints rightly stays; countries are known in their Vietnamese spelling."""
    assert restorer.restore(garbled) == meant


@pytest.mark.parametrize("word", ["Sida", "Gates", "Melinda", "Goethe", "Stockholm", "Koica"])
def test_what_looks_foreign(word: str) -> None:
    """No Vietnamese syllable, and letters as European languages join them."""
    assert looks_foreign(word)


@pytest.mark.parametrize(
    "word", ["Thw", "Chwong", "Ciing", "Phwong", "Lao", "Bién", "UBND", "viec", "Xy", "S6"]
)
def test_what_does_not_look_foreign(word: str) -> None:
    """Debris, Vietnamese syllables without marks, abbreviations, small letters."""
    assert not looks_foreign(word)


# figures that are the debris of words


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        ("Cung 6 mang ludi thu vién", "Củng [6?] mạng lưới thư viện"),
        (
            "theo 16 trinh, nhat 12 cac doanh nghiép",
            "theo [16?] trình, nhất [12?] các doanh nghiệp",
        ),
        ("6 20 may tinh", "[6?] 20 máy tính"),
    ],
)
def test_a_figure_that_is_likelier_a_word_is_marked(
    restorer: Restorer, garbled: str, meant: str
) -> None:
    """It stays as printed, since numbers are never changed, but not as if it were certain."""
    assert restorer.restore(garbled) == meant


@pytest.mark.parametrize(
    "garbled",
    [
        "dat 10 dau bao",
        "ngay 12 thang 6 nam 2025",
        "16 huyén, 6 x4",
        "6 000 ban sach",
        "gdm 6 thu vién",
    ],
)
def test_a_true_figure_is_not_marked(restorer: Restorer, garbled: str) -> None:
    """Of dates, of what is counted, and groups of thousands."""
    assert "?" not in restorer.restore(garbled)


@pytest.mark.parametrize("clean", CLEAN)
def test_no_figure_of_a_clean_plan_is_marked(restorer: Restorer, clean: str) -> None:
    """All their figures are true."""
    assert not re.search(r"\[\d+\?\]", restorer.restore(clean))


def test_a_closing_quotation_mark_read_as_a_figure(restorer: Restorer) -> None:
    """Only after a year, within an open quotation that nothing else closes."""
    opened = "“chuyén d6i s6 dén nam 20307 trén dia ban"
    assert restorer.restore(opened) == "“chuyển đổi số đến năm 2030” trên địa bàn"
    assert "20307" in restorer.restore(opened + "”")
    assert "20307" in restorer.restore(opened[1:])
    assert "20307" in restorer.restore("“gdm 20307 ban sach")


def test_the_title_agrees_with_the_plans_that_share_it(restorer: Restorer) -> None:
    """The garbled plan cites the programme whose name the clean plans give in full."""
    title = "Đẩy mạnh các hoạt động phục vụ học tập suốt đời trong thư viện, bảo tàng"
    restored = " ".join(restorer.restore(GARBLED[0]).split())
    assert restored.count(title) == 4
    assert title in " ".join(CLEAN[0].split())


@pytest.mark.parametrize("clean", CLEAN)
def test_clean_text_is_left_alone(restorer: Restorer, clean: str) -> None:
    """Words with letters that the English model has not were not damaged by it."""
    pairs = zip(early_tone(clean).split(), early_tone(restorer.restore(clean)).split(), strict=True)
    changed = [pair for pair in pairs if pair[0] != pair[1]]
    assert len(changed) <= 0.001 * len(clean.split())


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="no ../shared/documents/ocr-pairs here")
def test_pages_of_other_documents(restorer: Restorer) -> None:
    """A directive on science and a customs law, garbled alike, which no plan resembles."""
    right = total = 0
    for page in sorted(DOCUMENTS.glob("*.truth.txt")):
        garbled = page.with_name(page.name.replace(".truth.", ".tess-eng-200dpi."))
        truth = early_tone(nfc(page.read_text(encoding="utf-8"))).lower().split()
        restored = early_tone(restorer.restore(nfc(garbled.read_text(encoding="utf-8"))))
        found = set(pairs_of(restored.lower().split()))
        pairs = pairs_of(truth)
        right += sum(pair in found for pair in pairs)
        total += len(pairs)
    assert right >= 0.84 * total  # pairs: both words right; .13 of them before restoring


def pairs_of(words: list[str]) -> list[tuple[str, str]]:
    """Return neighbouring words, which need no alignment to be compared."""
    return list(pairwise(words))


TOKENS = st.sampled_from(
    [*sorted(set(GARBLED[0].split()))[::3], "12%", "1.000", "60", "m2", "21/4", "(10", "3D", "a)"]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(TOKENS, st.sampled_from([" ", "\n", "  ", "\n\n", "\t"]))).map(
        lambda parts: "".join(map("".join, parts))
    )
)
def test_tokens_stay_one_to_one(restorer: Restorer, text: str) -> None:
    """In any order of debris: the same spaces, as many tokens, the same numbers, marked or not."""
    restored = restorer.restore(text)
    assert re.findall(r"\s+", restored) == re.findall(r"\s+", text)
    for before, after in zip(text.split(), restored.split(), strict=True):
        if not re.search(r"[^\W\d_]|[@&¢§¥£€$|]", before):
            assert re.sub(r"\[(\d+)\?\]", r"\1", after) == before


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_restored_in_place(restorer: Restorer, text: str) -> None:
    """No text is refused, and spaces and bare digits come back in order."""
    restored = restorer.restore(text)
    assert re.findall(r"\s+", restored) == re.findall(r"\s+", text)
    assert re.findall(r"\s+", restorer.accent(text)) == re.findall(r"\s+", nfc(text))


@pytest.mark.parametrize(
    ("token", "kinds"),
    [
        ("16p/nam", [Kind.WORD, Kind.WORD]),
        ("1a", [Kind.WORD]),
        ("S6", [Kind.WORD]),
        ("23/11với", [Kind.NUMBER, Kind.NUMBER, Kind.WORD]),
        ("60m2", [Kind.NUMBER]),
        ("12-15%;", [Kind.NUMBER]),
        ("3D", [Kind.NUMBER]),
        ("1520/QP-TTg,", [Kind.CODE]),
        ("/KH-UBND", [Kind.CODE]),
        ("Cong/Trang", [Kind.WORD, Kind.WORD]),
        ("–", []),
    ],
)
def test_what_may_change_and_what_stays(token: str, kinds: list[Kind]) -> None:
    """Digits among letters are a word's only where letters have their shape."""
    assert [piece.kind for piece in find_pieces(f"theo {token}")[1:]] == kinds


# questions


@pytest.mark.parametrize(
    "question",
    [
        "Sở Văn hóa, Thể thao và Du lịch tỉnh Lai Châu có nhiệm vụ gì?",
        "đến năm 2025 bao nhiêu % thư viện cấp huyện có ứng dụng công nghệ thông tin",
        "kế hoạch của Tuyên Quang do ai ký",
        "kinh phí thực hiện lấy từ đâu",
        "Hưng Yên đặt mục tiêu gì cho bảo tàng đến năm 2030?",
        "ubnd huyện Cát Hải giao việc gì cho vhttdl",
        "LAI CHÂU CÓ BAO NHIÊU THƯ VIỆN",
    ],
)
def test_a_bare_question_gets_its_accents(restorer: Restorer, question: str) -> None:
    """Typed without accents it comes back whole; typed with them it is left alone."""
    bare = "".join(
        plain.upper() if letter.isupper() else plain
        for letter, plain in zip(question, fold(question), strict=True)
    )
    assert restorer.accent(bare) == question
    assert restorer.accent(question) == question


def test_a_half_accented_question(restorer: Restorer) -> None:
    """Only the bare words change, and only where there is no doubt."""
    assert restorer.accent("thư viện tinh lai chau") == "thư viện tỉnh lai châu"


@pytest.mark.parametrize(
    "question",
    ["", "?!", "2030", "UBND, BVHTTDL?", "Which department leads the plan of Lai Chau?", "hello"],
)
def test_what_is_not_vietnamese_stays(restorer: Restorer, question: str) -> None:
    """English, numbers and abbreviations."""
    assert restorer.accent(question) == question


# keeping


def test_bytes_hold_all_that_was_learned(restorer: Restorer) -> None:
    """A restorer read back decides alike and is stored alike."""
    stored = restorer.to_bytes()
    again = Restorer.from_bytes(stored)
    assert again.to_bytes() == stored
    assert again.restore(GARBLED[0][:3000]) == restorer.restore(GARBLED[0][:3000])
    assert again.accent("thu vien tinh") == "thư viện tỉnh"


def test_training_is_deterministic() -> None:
    """The same texts teach the same, to the byte."""
    first, second = (Restorer.train(CLEAN[:1], [GARBLED[0][:2000]]) for _ in range(2))
    assert first.to_bytes() == second.to_bytes()


def test_nothing_to_learn_from() -> None:
    """Without any text there are still the set phrases, and no failure."""
    restorer = Restorer.train([])
    assert restorer.restore("thu vién 2025\n") == "thư viện 2025\n"
    assert restorer.accent("bao nhieu") == "bao nhiêu"


def test_the_word_list() -> None:
    """Words of several syllables, in one form."""
    words = word_list()
    assert "thư viện" in words and "học tập" in words
    assert all(word == nfc(word).lower() and " " in word for word in words)
