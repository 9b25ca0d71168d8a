"""Whether a hyphen at a line's end belongs to the word.

`іс-|қимыл` keeps it, `қа-|дамның` loses it. Asked in this order: which of the two forms stands whole elsewhere in the
corpus; is the joined form a known word; are both halves words of their own; else it is joined, since line ends break
many more words than they meet compounds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .evidence import Evidence

MIN_HALF = 4  # letters: shorter halves that happen to be words (`ал`, `по`) prove nothing
SUSPENDED = frozenset(["және", "немесе", "и", "или", "либо", "and", "or"])  # `аудио- және бейнежазба`


@dataclass(frozen=True, slots=True)
class Decision:
    """`text` is the word as healed; `why` is for the report."""

    kind: Literal["join", "keep"]
    text: str
    why: str


def decide(left: str, right: str, evidence: Evidence) -> Decision:
    """`left` and `right` are the letters before and after the hyphen, without it."""
    joined, hyphenated = left + right, f"{left}-{right}"
    whole, parted = evidence.count(joined), evidence.compound(left, right)
    if right.casefold() in SUSPENDED and not whole:
        return Decision("keep", f"{left}- {right}", "a suspended hyphen before a conjunction")
    if not (left[-1:].isalpha() and right[:1].isalpha()):
        return Decision("keep", hyphenated, "beside a digit or a sign")
    if whole != parted:
        why = f"corpus: {whole} joined, {parted} hyphenated"
        return Decision("join", joined, why) if whole > parted else Decision("keep", hyphenated, why)
    if right[0].isupper():
        return Decision("keep", hyphenated, "a capital follows")
    if evidence.known(joined):
        return Decision("join", joined, "a known word")
    if _is_word(right, evidence) and (_is_word(left, evidence) or evidence.opens_compounds(left)):
        return Decision("keep", hyphenated, "both halves are words")
    return Decision("join", joined, "no evidence for a compound")


def _is_word(half: str, evidence: Evidence) -> bool:
    return len(half) >= MIN_HALF and (evidence.count(half) > 0 or evidence.known(half))
