"""One page of a PDF -> its signs, in the order in which the PDF draws them, each with its place.

PDFium gives the signs, the spaces between words that no sign stands for, and where each sign stands. Its own line
breaks are not used: it breaks a line at every superscript and swallows the break after a hyphen.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

LOST = "\ufffd"  # a sign whose font does not say which letter it is
HYPHENS = {0x02, 0xFFFE}  # what PDFium gives for a hyphen at the end of a line
HIGH, LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)  # the halves of a letter beyond U+FFFF
QUARTER = math.pi / 2


@dataclass(frozen=True, slots=True)
class Sign:
    """One character. Places are in points, `base` (of the line it stands on) from the foot of the page upwards.

    Of text that runs upwards they are those on the page turned by `turns` quarters, so that it runs to the right.
    `guessed`: a space that the PDF does not hold, but leaves room for; it has no place.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    turns: int = 0
    guessed: bool = False


SPACE = Sign(" ", 0, 0, 0, 0, guessed=True)


def page_signs(page: Any) -> list[Sign]:
    """The signs of a page of `pypdfium2`, whatever PDFium gives for a line break left out."""
    text = page.get_textpage()
    try:
        return list(_signs(text.raw, page.get_cropbox()))
    finally:
        text.close()


def main_turn(signs: list[Sign]) -> int:
    """By how many quarters most of the text is turned; 0 for a page without text."""
    turns = Counter(sign.turns for sign in signs if not sign.guessed)
    return turns.most_common(1)[0][0] if turns else 0


def _signs(text: Any, crop: tuple[float, float, float, float]) -> Iterator[Sign]:
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    for i in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, i)
        if code in LOW:
            continue
        if code in HIGH:
            code = 0x10000 + (code - HIGH.start) * 0x400 + pdfium.FPDFText_GetUnicode(text, i + 1) - LOW.start
        guessed = bool(pdfium.FPDFText_IsGenerated(text, i)) and code not in HYPHENS
        if guessed:
            if chr(code) == " ":
                yield SPACE
            continue
        pdfium.FPDFText_GetLooseCharBox(text, i, box)
        pdfium.FPDFText_GetCharOrigin(text, i, x, y)
        pdfium.FPDFText_GetMatrix(text, i, matrix)
        size = pdfium.FPDFText_GetFontSize(text, i) * math.hypot(matrix.c, matrix.d)
        turns = round(math.atan2(matrix.b, matrix.a) / QUARTER) % 4
        left, right, base = _turned(box, x.value, y.value, turns, crop)
        yield Sign(_letter(code), left, right, base, size or 1.0, turns)


def _turned(
    box: Any, x: float, y: float, turns: int, crop: tuple[float, float, float, float]
) -> tuple[float, float, float]:
    """(left, right, base) of a sign as they are when the page is turned so that its text runs from left to right."""
    if turns == 1:
        return box.bottom, box.top, crop[2] - x
    if turns == 2:
        return -box.right, -box.left, crop[3] - y
    if turns == 3:
        return -box.top, -box.bottom, x - crop[0]
    return box.left, box.right, y - crop[1]


def _letter(code: int) -> str:
    if code in HYPHENS:
        return "-"
    return chr(code) if 0 < code < 0x110000 and code not in LOW else LOST
