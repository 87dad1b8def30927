"""Word files (.docx): paragraphs and tables in their order, labels of lists as Word prints them.

The only importer of lxml. A paragraph is a line; what was deleted with changes tracked is gone,
what was inserted is there. Macros, links and pictures are never followed. Left out: page numbers
(Word files have no pages until printed), comments, footnotes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from corpus.errors import BrokenFile, EmptyFile, TooLarge
from corpus.vietnamese import fold
from ingest.read.document import ReadPage
from ingest.read.limits import Limits
from ingest.read.lines import clean
from ingest.read.numbering import Numbering, W
from ingest.rows import CELL

_LAYOUT = re.compile(
    r"(cong hoa xa hoi|doc lap|\bso\s?:|noi nhan|tm\.|kt\.|tl\.|chu tich|giam doc)"
)
"""Words of the head and of the end of a document, which are set in tables without borders."""
_PARSED = re.compile(r"(document|numbering|styles)\.xml$")


def read_pages(content: bytes, name: str, limits: Limits) -> tuple[ReadPage, ...]:
    """Return the one page of a Word file. Raises TooLarge, BrokenFile or EmptyFile."""
    body, numbering = _open(content, name, limits)
    text = clean("\n".join(_blocks(body, numbering, depth=0)))
    if not any(map(str.isalnum, text)):
        raise EmptyFile(
            f"Tệp {name} không có chữ nào; hãy kiểm tra lại tệp.", f"{name} has no words; check it."
        )
    return (ReadPage(None, text, "word"),)


def _open(content: bytes, name: str, limits: Limits) -> tuple[Any, Numbering]:
    """Return the body of the document and its lists, having checked what it unpacks to."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
            if unpacked > limits.unpacked_bytes:
                raise TooLarge(
                    f"Tệp {name} bung ra {unpacked / 1e6:.0f} MB, vượt giới hạn "
                    f"{limits.unpacked_bytes / 1e6:.0f} MB; hãy bỏ ảnh nặng rồi lưu lại.",
                    f"{name} unpacks to {unpacked / 1e6:.0f} MB, more than the limit of "
                    f"{limits.unpacked_bytes / 1e6:.0f} MB; take heavy pictures out.",
                )
            parts = {entry: _parse(archive, entry) for entry in _parsed(archive)}
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, KeyError) as error:
        raise _broken(name) from error
    body = parts["word/document.xml"].find(f"{W}body")
    if body is None:
        raise _broken(name)
    return body, Numbering(parts.get("word/numbering.xml"), parts.get("word/styles.xml"))


def _parsed(archive: zipfile.ZipFile) -> list[str]:
    wanted = ("word/document.xml", "word/numbering.xml", "word/styles.xml")
    return [entry for entry in wanted if entry in archive.namelist()]


def _parse(archive: zipfile.ZipFile, entry: str) -> Any:
    """Parse a part of the file; entities are not resolved, nothing outside is fetched."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    with archive.open(entry) as stream:
        declared = archive.getinfo(entry).file_size
        content = stream.read(declared + 1)
    if len(content) > declared:
        raise zipfile.BadZipFile(f"{entry} is larger than declared")
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error


def _broken(name: str) -> BrokenFile:
    return BrokenFile(
        f"Tệp {name} bị cắt cụt hoặc hỏng, không mở được như tệp Word; hãy xin lại tệp.",
        f"{name} is truncated or corrupt and does not open as a Word file; ask for it anew.",
    )


def _blocks(parent: Any, numbering: Numbering, depth: int) -> Iterator[str]:
    """Yield the paragraphs and tables of a body or a cell as lines."""
    for block in parent:
        if block.tag == f"{W}p":
            yield from _paragraph(block, numbering, depth)
        elif block.tag == f"{W}tbl":
            yield from _table(block, numbering, depth)
        elif block.tag == f"{W}sdt":
            content = block.find(f"{W}sdtContent")
            yield from _blocks(content, numbering, depth) if content is not None else ()
        elif block.tag in (f"{W}ins", f"{W}moveTo", f"{W}smartTag", f"{W}customXml"):
            yield from _blocks(block, numbering, depth)


def _paragraph(paragraph: Any, numbering: Numbering, depth: int) -> Iterator[str]:
    """Yield a paragraph with its label, and after it the paragraphs of its text boxes."""
    label = numbering.label(paragraph)
    text = "".join(_runs(paragraph))
    if text.strip():
        yield f"{label} {text.lstrip()}" if label else text
    for box in _boxes(paragraph):
        yield from _blocks(box, numbering, depth + 1)


_SKIPPED = {f"{W}{tag}" for tag in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr",
            "drawing", "pict", "object", "fldData")}  # fmt: skip
_FIELDS = {"NUMPAGES", "PAGE"}


def _runs(element: Any) -> Iterator[str]:
    """Yield the words of a paragraph's runs, tabs as spaces, breaks as lines."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _SKIPPED:
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in (f"{W}tab", f"{W}ptab"):
            yield " "
        elif child.tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        elif child.tag == f"{W}sym":
            yield "-" if child.get(f"{W}char", "").upper() in ("F02D", "F0B7", "F0A7") else ""
        elif child.tag.endswith("}AlternateContent"):
            continue
        else:
            yield from _runs(child)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Yield the contents of text boxes once: newer files hold each in two ways."""
    boxes = list(paragraph.iter(f"{W}txbxContent"))
    seen: set[str] = set()
    for box in boxes:
        words = "".join(box.itertext())
        if words.strip() and words not in seen:
            seen.add(words)
            yield box


def _table(table: Any, numbering: Numbering, depth: int) -> Iterator[str]:
    """Yield a table by rows; one that only sets columns side by side, by its cells."""
    rows = [[list(_blocks(cell, numbering, depth + 1)) for cell in _cells(row)]
            for row in table.iter(f"{W}tr") if _owner(row) is table]  # fmt: skip
    if _is_layout(table, rows):
        for column in range(max(map(len, rows), default=0)):
            for row in rows:
                yield from row[column] if column < len(row) else ()
        return
    for row in rows:
        cells = [" ".join(" ".join(cell).split()) for cell in row]
        if any(cells):
            yield CELL.join(cells)


def _owner(row: Any) -> Any:
    parent = row.getparent()
    while parent is not None and parent.tag != f"{W}tbl":
        parent = parent.getparent()
    return parent


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag == f"{W}sdt":
            yield from child.iter(f"{W}tc")


def _is_layout(table: Any, rows: list[list[list[str]]]) -> bool:
    """Tell a head or an end in two columns from a table of figures."""
    if max(map(len, rows), default=0) > 3 or len(rows) > 4:
        return False
    words = fold("\n".join(line for row in rows for cell in row for line in cell))
    return bool(_LAYOUT.search(words)) and not _is_ruled(table)


def _is_ruled(table: Any) -> bool:
    """Tell whether a table draws the lines between its cells."""
    style = table.find(f"{W}tblPr/{W}tblStyle")
    borders = table.find(f"{W}tblPr/{W}tblBorders")
    drawn = [] if borders is None else [
        edge for edge in borders if edge.get(f"{W}val") not in (None, "nil", "none")
    ]  # fmt: skip
    grid = style is not None and "grid" in (style.get(f"{W}val") or "").lower()
    inside = {f"{W}insideH", f"{W}insideV"}
    return any(edge.tag in inside for edge in drawn) or (grid and borders is None)
