"""Plain text and Markdown: UTF-8 as it stands, and the code pages that old offices still send.

The text of a UTF-8 file is its characters in normal form C, nothing else changed. Another code page
is taken only when its reading is plainly Vietnamese; otherwise the file is refused, never guessed.
Left out: Markdown is not interpreted; its marks are dropped where lines are viewed.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from corpus.errors import BadEncoding, EmptyFile, MissingFile
from corpus.vietnamese import nfc
from ingest.legibility import MIN_VALID, MIN_VIEX, legibility
from ingest.read import legacy
from ingest.read.document import ReadPage

_BOMS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_MIN_SIGNS = 20
"""Characters below which the share of zero bytes says nothing of UTF-16."""


def read_text(path: Path) -> tuple[str, bytes]:
    """Return a text file as NFC text together with its bytes.

    Raises UnreadableFile where the file cannot be opened, is empty or is not text.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or error
        raise MissingFile(
            f"Không mở được tệp {path.name}: {reason}.", f"Cannot open {path.name}: {reason}."
        ) from error
    return read_pages(content, path.name)[0].text, content


def read_pages(content: bytes, name: str) -> tuple[ReadPage, ...]:
    """Return the one page of a text file.

    Raises EmptyFile, or BadEncoding naming the first byte that cannot be read.
    """
    decoded = _unicode(content, name)
    converted = _code_page(content, name) if decoded is None else legacy.convert(decoded)
    way, text = ("text", nfc(decoded or "")) if converted is None else ("legacy", nfc(converted))
    if not text.strip().strip("\ufeff"):
        raise EmptyFile(
            f"Tệp {name} trống; hãy kiểm tra lại tệp.", f"{name} is empty; check the file."
        )
    if "\x00" in text:
        raise _bad(name, "chứa ký tự NUL, không phải văn bản", "holds NUL characters")
    notes = ("Tệp dùng bảng mã cũ; đã chuyển sang Unicode.",) if way == "legacy" else ()
    return (ReadPage(None, text, way, notes),)


def _unicode(content: bytes, name: str) -> str | None:
    """Decode UTF-8 or UTF-16; None where it is neither. A lone UTF-16 half is refused."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strict(content[len(bom) :], encoding, name)
    bare = _bare_utf16(content)
    if bare:
        return _strict(content, bare, name)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    raise _bad(name, "chứa nửa ký tự UTF-16", "holds halves of UTF-16 characters")


def _strict(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        where = f"{encoding.upper()}, byte {error.start + 1}"
        raise _bad(name, f"có ký tự hỏng ({where})", f"has a broken character ({where})") from error


def _bare_utf16(content: bytes) -> str | None:
    """Recognise UTF-16 without a mark: space, digits and Latin letters have a zero byte.

    Such characters make up two thirds of Vietnamese, so a third of one half is asked for, and
    nearly none of the other.
    """
    if len(content) < 2 * _MIN_SIGNS or len(content) % 2:
        return None
    half = len(content) // 2
    even, odd = content[0::2].count(0) / half, content[1::2].count(0) / half
    if odd > 0.33 and even < 0.01:
        return "utf-16-le"
    return "utf-16-be" if even > 0.33 and odd < 0.01 else None


def _code_page(content: bytes, name: str) -> str:
    """Read a single-byte code page: Windows-1258, TCVN3 or VNI, whichever is Vietnamese."""
    readings = [content.decode("cp1258", "replace")]
    western = content.decode("cp1252", "ignore")
    readings += [legacy.from_tcvn3(western), legacy.from_vni(western)]
    best = max(map(nfc, readings), key=lambda reading: legibility(reading))
    valid, viex = legibility(best)
    if valid >= MIN_VALID and viex >= MIN_VIEX and "\ufffd" not in best:
        return best
    at = _first_fault(content)
    raise _bad(name, f"không phải UTF-8 (byte thứ {at})", f"is not UTF-8 (byte {at})")


def _first_fault(content: bytes) -> int:
    """Return the place, from 1, of the first byte that is not UTF-8."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start + 1
    raise ValueError("the content is UTF-8")


def _bad(name: str, vietnamese: str, english: str) -> BadEncoding:
    return BadEncoding(
        f"Tệp {name} {vietnamese}; hãy lưu lại tệp với bảng mã UTF-8 rồi nạp lại.",
        f"{name} {english}; save it as UTF-8 and hand it in again.",
    )
