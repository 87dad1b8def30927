"""Every kind of bad file gets its own kind of error, and the process that reads goes on."""

from __future__ import annotations

import io
import struct
import subprocess
import threading
import time
import zipfile
import zlib
from pathlib import Path

import docx
import psutil
import pypdf
import pytest
import render
from PIL import Image
from prints import Print, content, has_data
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from support import CAT_HAI, PLANS, TUYEN_QUANG, plan_text

from corpus import errors
from corpus.vietnamese import fold
from ingest.read.child import YIELDING
from ingest.read.isolated import Reader, read_file
from ingest.read.limits import Limits

PLAN = plan_text(TUYEN_QUANG)
ENGLISH = (
    "The library shall provide lifelong learning services to every reader of the province, and "
    "report to the department of culture, sports and tourism once a year before the first of May. "
) * 5


def pdf_of(pages: int = 1, text: str = "", path: Path | None = None) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for _ in range(pages):
        for number, line in enumerate(text.split(". ")):
            canvas.drawString(60, 780 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def png_header(width: int, height: int) -> bytes:
    """Return a PNG that claims a size and packs its emptiness well: a bomb."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + crc

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    rows = zlib.compress(bytes((width // 8 + 1) * 100))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def png_bytes() -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((800, 1000), 80).save(buffer, "PNG")
    return buffer.getvalue()


def word_bytes(text: str = "Kế hoạch của Ủy ban nhân dân tỉnh") -> bytes:
    document, buffer = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(buffer)
    return buffer.getvalue()


def word_bomb() -> bytes:
    source, buffer = zipfile.ZipFile(io.BytesIO(word_bytes())), io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bomb:
        for entry in source.infolist():
            bomb.writestr(entry, source.read(entry))
        bomb.writestr("word/media/image1.bin", bytes(300_000_000))
    return buffer.getvalue()


def pdf_bomb() -> bytes:
    """Return a PDF whose page unpacks to 300 MB of blanks and operators."""
    packed = zlib.compress(b"q Q " * 75_000_000, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed + b"\nendstream",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj" % number + item + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(body)
    return (
        body
        + b"xref\n0 5\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start
    )


def encrypted(user: str, owner: str, algorithm: str) -> bytes:
    writer, buffer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_of(1, ENGLISH))), io.BytesIO()
    writer.encrypt(user, owner, algorithm=algorithm)
    writer.write(buffer)
    return buffer.getvalue()


BAD = [
    ("trong.txt", b"", errors.EmptyFile),
    ("trang.txt", b" \n\n ", errors.EmptyFile),
    ("trong.pdf", b"", errors.EmptyFile),
    ("cut.pdf", pdf_of(3, ENGLISH)[:-900], errors.BrokenFile),
    ("nua.pdf", pdf_of(3, ENGLISH)[:1500], errors.BrokenFile),
    ("hong.pdf", b"%PDF-1.7\n" + b"khong phai pdf " * 99 + b"\n%%EOF", errors.BrokenFile),
    ("khoa.pdf", encrypted("mat-khau", "chu", "AES-256"), errors.EncryptedFile),
    ("khoa-rc4.pdf", encrypted("mat-khau", "chu", "RC4-128"), errors.EncryptedFile),
    ("trang-web.pdf", b"<!DOCTYPE html><html><body>404</body></html>", errors.WrongFormat),
    ("hai-nghin.pdf", pdf_of(2000), errors.TooLarge),
    ("bom.pdf", pdf_bomb(), errors.TooLarge),
    ("trang-trang.pdf", pdf_of(3), errors.EmptyFile),
    ("bom.png", png_header(60_000, 60_000), errors.TooLarge),
    ("to.png", png_header(20_000, 20_000), errors.TooLarge),
    ("cut.png", png_bytes()[:4000], errors.BrokenFile),
    ("cut.jpg", b"\xff\xd8\xff\xe0" + bytes(40), errors.BrokenFile),
    ("bom.docx", word_bomb(), errors.TooLarge),
    ("cut.docx", word_bytes()[:-2000], errors.BrokenFile),
    ("trong.docx", word_bytes(""), errors.EmptyFile),
    ("chuong-trinh.pdf", b"MZ\x90\x00\x03" + bytes(500), errors.WrongFormat),
    ("nen.docx", b"Rar!\x1a\x07\x00" + bytes(500), errors.WrongFormat),
    ("la.dat", bytes(range(256)) * 9, errors.WrongFormat),
    ("nul.txt", PLAN.encode()[:4000] + b"\x00\x00", errors.BadEncoding),
    ("nua-chu.txt", "Kế hoạch ".encode() + b"\xed\xa0\x80" + b" tinh", errors.BadEncoding),
    ("nua-chu-16.txt", "Kế hoạch".encode("utf-16") + b"\x00\xd8a\x00", errors.BadEncoding),
    ("ma-la.txt", "Kế hoạch số 5 của tỉnh".encode() + b"\xff\xfe\xc3" * 9, errors.BadEncoding),
    ("english.txt", ENGLISH.encode(), errors.NotVietnamese),
    ("english.pdf", pdf_of(1, ENGLISH), errors.NotVietnamese),
    ("english.docx", word_bytes(ENGLISH), errors.NotVietnamese),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "kind"), BAD, ids=[name for name, _, _ in BAD])
def test_each_bad_file_has_its_error(
    name: str, data: bytes, kind: type[errors.UnreadableFile], tmp_path: Path, reader: Reader
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(errors.UnreadableFile) as raised:
        reader.read(tmp_path / name)
    assert type(raised.value) is kind, raised.value
    assert name in str(raised.value) and name in raised.value.english
    assert str(raised.value).endswith(".")


def test_limits_are_named_with_their_values(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "dai.pdf").write_bytes(pdf_of(2000))
    with pytest.raises(errors.TooLarge, match=r"2000 trang.*1000 trang"):
        reader.read(tmp_path / "dai.pdf")


def test_a_missing_file_and_a_folder(tmp_path: Path, reader: Reader) -> None:
    for path in (tmp_path / "khong-co.pdf", tmp_path):
        with pytest.raises(errors.MissingFile):
            reader.read(path)


def test_a_pdf_named_docx_is_read_with_a_note(
    tmp_path: Path, printed: Print, reader: Reader
) -> None:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(printed(CAT_HAI, "reportlab").read_bytes())
    document = reader.read(path)
    assert document.pages[0].way == "pdf"
    assert document.pages[0].notes == ("Tệp mang đuôi .docx nhưng nội dung là PDF.",)


def test_a_password_against_changes_does_not_hinder_reading(
    tmp_path: Path, printed: Print, reader: Reader
) -> None:
    for algorithm in ("RC4-128", "AES-128", "AES-256"):
        writer = pypdf.PdfWriter(clone_from=str(printed(CAT_HAI, "reportlab")))
        writer.encrypt("", "chu", algorithm=algorithm)
        writer.write(str(tmp_path / "khoa-sua.pdf"))
        assert "HUYỆN CÁT HẢI" in reader.read(tmp_path / "khoa-sua.pdf").pages[0].text


def test_a_plan_typed_without_marks_is_vietnamese(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "khong-dau.txt").write_text(fold(PLAN), encoding="utf-8")
    assert "tuyen quang" in reader.read(tmp_path / "khong-dau.txt").pages[0].text


def test_a_slow_file_ends_and_the_next_one_is_read(tmp_path: Path, printed: Print) -> None:
    pages = 300
    path = tmp_path / "cham.pdf"
    path.write_bytes(pdf_of(pages, "Ke hoach " * 40))
    with Reader(Limits(file_seconds=0.3, page_seconds=0.2)) as reader:
        started = time.monotonic()
        with pytest.raises(errors.TooSlow, match=r"giây"):
            for _ in range(20):  # the first reads include the start of the process
                reader.read(path)
        assert time.monotonic() - started < 60
    with Reader() as reader:
        assert reader.read(PLANS / CAT_HAI).pages


def test_nothing_runs_on_after_a_file_was_too_slow(tmp_path: Path) -> None:
    path = tmp_path / "cham.pdf"
    path.write_bytes(pdf_of(300, "Ke hoach " * 40))
    before = set(_readers())
    with Reader(Limits(file_seconds=0.2)) as reader:
        with pytest.raises(errors.TooSlow):
            reader.read(path)
        assert set(_readers()) <= before


def _by_session() -> bool:
    """Tell whether Linux gives a new session a share of the cores of its own (sched(7))."""
    command = ["cat", "/proc/self/autogroup"]
    told = subprocess.run(command, start_new_session=True, capture_output=True, check=False)
    return bool(told.stdout)


@pytest.mark.skipif(not _by_session(), reason="cores are not shared out by session")
def test_a_reader_gives_way_with_its_whole_session() -> None:
    before = set(_readers())
    with Reader() as reader:
        reader.read(PLANS / CAT_HAI)
        [pid] = set(_readers()) - before
        mine, its = (  # nothing stands there for a session older than the setting
            Path(f"/proc/{one}/autogroup").read_text(encoding="ascii").partition(" ")
            for one in ("self", pid)
        )
        assert its[0] != mine[0], "of one session: the nice value of the process would do"
        assert (psutil.Process(pid).nice(), its[-1].strip()) == (YIELDING, f"nice {YIELDING}")


def _readers() -> list[int]:
    children = psutil.Process().children(recursive=True)
    return [child.pid for child in children if "ingest.read" in _line(child)]


def _line(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""


@pytest.mark.skipif(not has_data(), reason="vie.traineddata is not installed")
def test_memory_has_a_limit(tmp_path: Path) -> None:
    Image.new("L", (9000, 9000), 255).save(tmp_path / "lon.png")
    limits = Limits(memory_bytes=250_000_000)
    with Reader(limits) as reader, pytest.raises(errors.TooMuchMemory, match=r"0\.2 GB"):
        reader.read(tmp_path / "lon.png")


def test_one_process_reads_many_files(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.txt" for n in range(200)]
    for path in paths:
        path.write_text("Kế hoạch của Ủy ban nhân dân tỉnh về thư viện.", encoding="utf-8")
    before = set(_readers())
    with Reader() as reader:
        begun = set()
        for path in paths:
            assert reader.read(path).pages
            begun |= set(_readers()) - before
    assert len(begun) == 1


def test_it_reads_from_a_thread(tmp_path: Path) -> None:
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(read_file(PLANS / CAT_HAI).sha256))
    thread.start()
    thread.join(120)
    assert found


def test_the_reader_s_process_loads_no_models() -> None:
    import subprocess
    import sys

    code = (
        "import sys; import ingest.read.child\n"
        "assert not {'torch', 'chromadb', 'gradio', 'PIL', 'pypdf'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=PLANS.parents[1])


def test_content_is_printed_whole() -> None:
    """The prints hold what the plan's text holds: no paragraph is lost on the way to paper."""
    for plan in (TUYEN_QUANG, CAT_HAI):
        words = render.joined_words(plan_text(plan))
        assert render.joined_words(content(plan).text) >= words * 0.98
