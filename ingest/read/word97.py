"""Word 97–2003 (.doc, and RTF that goes by that name): LibreOffice makes a .docx of it.

LibreOffice runs without window, with a profile of its own in a temporary folder, so that it meets
no other instance; macros are not run in headless conversion. The reader's process ends it when it
takes too long, by ending the process group.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from corpus.errors import BrokenFile, ReaderMissing
from ingest.read.document import ReadPage
from ingest.read.limits import Limits
from ingest.read.word import read_pages as read_docx


def read_pages(content: bytes, name: str, limits: Limits) -> tuple[ReadPage, ...]:
    """Return the one page of a Word 97 file. Raises ReaderMissing or BrokenFile."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise ReaderMissing(
            f"Tệp {name} là Word 97–2003 (.doc), cần LibreOffice để đọc; hãy cài LibreOffice, "
            "hoặc mở tệp bằng Word và lưu thành .docx.",
            f"{name} is Word 97–2003, which LibreOffice reads; install it, or save it as .docx.",
        )
    with tempfile.TemporaryDirectory(prefix="doc-") as folder:
        return read_docx(_converted(office, content, name, Path(folder), limits), name, limits)


def _converted(office: str, content: bytes, name: str, folder: Path, limits: Limits) -> bytes:
    source = folder / "source.doc"
    source.write_bytes(content)
    command = [
        office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--norestore", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder),
        str(source),
    ]  # fmt: skip
    try:
        subprocess.run(
            command, check=True, capture_output=True, timeout=limits.page_seconds,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        return (folder / "source.docx").read_bytes()
    except (subprocess.SubprocessError, OSError) as error:
        raise BrokenFile(
            f"LibreOffice không đọc được tệp {name}; hãy mở bằng Word và lưu thành .docx.",
            f"LibreOffice cannot read {name}; open it in Word and save it as .docx.",
        ) from error
