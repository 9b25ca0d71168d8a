"""ORCID: four groups of four digits, the last of them a check digit by ISO 7064, 11-2."""

from __future__ import annotations

from .shapes import ORCID

CYRILLIC_X = str.maketrans("хХx", "XXX")  # typed on a Cyrillic keyboard, or in lower case
HYPHENS = str.maketrans("‐‑–", "---")


def orcid_in(text: str) -> str | None:
    """The first ORCID of `text`, bare and in Latin letters, whatever its check digit; None where there is none."""
    found = ORCID.search(text)
    return found[0].translate(HYPHENS).translate(CYRILLIC_X) if found else None


def checks(orcid: str) -> bool:
    """Is the last sign of a bare ORCID the one that the others ask for?"""
    total = 0
    for digit in orcid.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == orcid[-1]


def valid_orcid(text: str | None) -> str | None:
    """The bare ORCID of an address or a number, if it checks; None otherwise."""
    orcid = orcid_in(text or "")
    return orcid if orcid and checks(orcid) else None
