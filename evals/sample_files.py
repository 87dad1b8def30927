"""One plan in each kind of file that plans come in, made anew so that speeds can be compared.

Word by python-docx; PDF printed from it by LibreOffice; a scan is its pages as pictures. A kind
whose program is not installed is left out and named.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from docx import Document

from ingest.read.pdfium import Pdfium

SCANNED = 3
"""Pages of the scan: recognising one takes seconds."""

DPI = 200
"""As office scanners are set."""


def write_samples(plan: Path, folder: Path) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Write a plan as text, Word, PDF and scan; return the files and the kinds left out."""
    text = folder / "plan.txt"
    shutil.copy(plan, text)
    word = folder / "plan.docx"
    document = Document()
    for line in plan.read_text(encoding="utf-8").splitlines():
        document.add_paragraph(line)
    document.save(str(word))
    printed = print_pdf(word, folder)
    if printed is None:
        return (text, word), ("PDF", "scan")
    return (text, word, printed, *scan(printed, folder)), ()


def print_pdf(word: Path, folder: Path) -> Path | None:
    """Print a Word file with LibreOffice; None where it is not installed or fails."""
    program = shutil.which("soffice")
    if program is None:
        return None
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    words = [program, profile, "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*words, str(folder), str(word)], capture_output=True, timeout=120, check=False)
    printed = folder / f"{word.stem}.pdf"
    return printed if printed.is_file() else None


def scan(printed: Path, folder: Path) -> tuple[Path, ...]:
    """Write the first pages of a PDF as one picture file, as a scanner does."""
    with Pdfium(printed.read_bytes(), printed.name) as pdf:
        count = min(SCANNED, pdf.page_count)
        pages = [pdf.render(number, 40_000_000, DPI) for number in range(1, count + 1)]
    path = folder / "scan.tiff"
    grey = [page.convert("L") for page in pages]
    grey[0].save(path, save_all=True, append_images=grey[1:], dpi=(DPI, DPI))
    return (path,)
