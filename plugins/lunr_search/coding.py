"""Strings as the search files hold them: in JavaScript's order, and front-coded."""

from __future__ import annotations

from collections.abc import Iterable

BMP = 0xFFFF  # letters beyond it are two units of UTF-16
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def utf16(text: str) -> bytes:
    """Sort key of JavaScript's string order: lunr.js wants its terms so."""
    return text.encode("utf-16-be", "surrogatepass")


def front_coded(terms: Iterable[str]) -> str:
    """Terms joined by line feeds, each with the units it shares with the one before as one digit of base 36.

    Units are UTF-16, as JavaScript counts them; the two halves of one letter are never parted.
    """
    coded: list[str] = []
    before = ""
    for term in terms:
        shared = units = 0
        for one, other in zip(term, before, strict=False):
            width = 1 + (ord(one) > BMP)
            if one != other or units + width >= len(DIGITS):
                break
            shared, units = shared + 1, units + width
        coded.append(DIGITS[units] + term[shared:])
        before = term
    return "\n".join(coded)
