"""Plain text: strict UTF-8, normal form C, nothing else."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.vietnamese import nfc

SUFFIXES = frozenset({".txt"})


def read_text(path: Path) -> tuple[str, bytes]:
    """Return a text file as NFC text together with its bytes.

    Raises UnreadableFile where the file cannot be opened, is empty or is not UTF-8.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or error
        raise UnreadableFile(f"Không mở được tệp {path.name}: {reason}.") from error
    try:
        text = nfc(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"Tệp {path.name} không phải UTF-8 (byte thứ {error.start + 1}); "
            "hãy lưu lại tệp với bảng mã UTF-8 rồi nạp lại."
        ) from error
    if not text.strip():
        raise UnreadableFile(f"Tệp {path.name} trống; hãy kiểm tra lại tệp.")
    if "\x00" in text:
        raise UnreadableFile(
            f"Tệp {path.name} chứa ký tự NUL, không phải văn bản; hãy xuất lại dạng văn bản."
        )
    return text, content
