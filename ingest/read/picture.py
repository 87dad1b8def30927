"""Pictures of pages: opened within the limits, upright, grey, at the size that recognition wants.

The only module that opens picture files. Stamps are red and signatures blue: the red channel sees
through the stamp.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from corpus.errors import BrokenFile, TooLarge
from ingest.read.limits import Limits

DPI = 200
"""What a picture is brought to; see `pdfium.DPI`."""

_A4_INCHES = 8.27
"""The short side of a page, for pictures that do not say how large their paper is."""
_PAPER_INCHES = (5.0, 30.0)
"""Short side of A5 to long side of A2: a resolution that makes other paper is not believed."""
_KEPT = (0.9, 1.15)
"""Pictures of about the right size are not scaled: scaling blurs."""
_COLOURED = 6.0
"""Mean difference of the channels, of 255; grey scans stay below 2, stamped pages rise above 10
somewhere. Measured on blocks, so a small stamp on a large page counts."""


def open_frames(content: bytes, name: str, limits: Limits) -> Iterator[tuple[int, Image.Image]]:
    """Yield the pages of a picture file, from 1, ready for recognition.

    Raises TooLarge (pixels or pages, before anything is unpacked) or BrokenFile.
    """
    count = frame_count(content, name, limits)
    for number in range(1, count + 1):
        yield number, _frame(content, name, number)


def frame_count(content: bytes, name: str, limits: Limits) -> int:
    """Return how many pages a picture file holds, having checked the size of each."""
    Image.MAX_IMAGE_PIXELS = None  # the limit is ours, and names file and value
    try:
        with Image.open(io.BytesIO(content)) as picture:
            count = int(getattr(picture, "n_frames", 1))
            if count > limits.pages:
                raise TooLarge(
                    f"Tệp {name} có {count} trang, vượt giới hạn {limits.pages} trang; "
                    "hãy chia tệp thành nhiều phần.",
                    f"{name} has {count} pages, more than the limit of {limits.pages}; divide it.",
                )
            for index in range(count):
                picture.seek(index)
                _check_size(picture.size, name, index + 1, limits)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise _broken(name) from error
    return count


def _check_size(size: tuple[int, int], name: str, number: int, limits: Limits) -> None:
    width, height = size
    if width * height > limits.pixels:
        most = limits.pixels / 1e6
        raise TooLarge(
            f"Tệp {name}, trang {number}: ảnh {width}×{height} điểm vượt giới hạn "
            f"{most:.0f} triệu điểm; hãy quét lại ở 200–300 dpi.",
            f"{name}, page {number}: a picture of {width}×{height} exceeds {most:.0f} million "
            "pixels; scan it anew at 200–300 dpi.",
        )


def _frame(content: bytes, name: str, number: int) -> Image.Image:
    try:
        with Image.open(io.BytesIO(content)) as picture:
            picture.seek(number - 1)
            dpi = picture.info.get("dpi", (0, 0))[0]
            return fitted(grey(ImageOps.exif_transpose(picture)), float(dpi))
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise _broken(name, number) from error


def grey(picture: Image.Image) -> Image.Image:
    """Return a picture in grey; of a coloured one the red channel, on white paper."""
    if picture.mode in ("1", "L"):
        return picture.convert("L")
    if picture.mode.startswith("I"):
        values = np.asarray(picture, dtype=np.float32)
        return Image.fromarray((values / max(1.0, float(values.max())) * 255).astype(np.uint8))
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture.convert("RGBA"))
    colours = picture.convert("RGB")
    return colours.getchannel("R") if _is_coloured(colours) else colours.convert("L")


def _is_coloured(picture: Image.Image) -> bool:
    small = np.asarray(picture.resize((64, 64), Image.Resampling.BOX), dtype=np.int16)
    return bool((small.max(axis=2) - small.min(axis=2)).max() > _COLOURED)


def fitted(picture: Image.Image, dpi: float = 0.0) -> Image.Image:
    """Scale a picture to about 200 dpi, by its own word or taking it for a page of A4."""
    short, long = sorted(picture.size)
    believed = dpi >= 100 and _PAPER_INCHES[0] <= short / dpi and long / dpi <= _PAPER_INCHES[1]
    factor = DPI / dpi if believed else DPI * _A4_INCHES / short
    if _KEPT[0] <= factor <= _KEPT[1]:
        return picture
    factor = min(factor, 4.0)
    size = (max(1, round(picture.width * factor)), max(1, round(picture.height * factor)))
    return picture.resize(size, Image.Resampling.LANCZOS)


def _broken(name: str, number: int | None = None) -> BrokenFile:
    where, there = (f", trang {number}", f", page {number}") if number else ("", "")
    return BrokenFile(
        f"Tệp ảnh {name}{where} bị cắt cụt hoặc hỏng; hãy quét hoặc xin lại tệp.",
        f"{name}{there} is truncated or corrupt; scan it or ask for it anew.",
    )
