"""Whether a hyphen at a line's end belongs to the word.

`іс-|қимыл` keeps it, `қа-|дамның` loses it. Asked in this order: which of the two forms stands whole elsewhere in the
corpus; is the joined form a Russian dictionary word; are both halves words of their own; else it is joined, since
line ends break many more words than they meet compounds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .evidence import Evidence

MIN_HALF = 4  # letters: shorter halves that happen to be words (`ал`, `по`) prove nothing
SUSPENDED = frozenset(
    ["және", "мен", "бен", "пен", "не", "немесе", "и", "или", "либо", "and", "or"]
)  # `аудио- және бейнежазба`
MIN_COUNT = 2  # a piece of a word broken by a space is attested once


@dataclass(frozen=True, slots=True)
class Decision:
    """`text` is the word as healed; `why` is for the report."""

    kind: Literal["join", "keep"]
    text: str
    why: str


def decide(left: str, right: str, evidence: Evidence) -> Decision:
    """`left` and `right` are the letters before and after the hyphen, without it."""
    joined, hyphenated = left + right, f"{left}-{right}"
    if right.casefold() in SUSPENDED:
        return Decision("keep", f"{left}- {right}", "a suspended hyphen before a conjunction")
    if not (left[-1:].isalpha() and right[:1].isalpha()):
        return Decision("keep", hyphenated, "beside a digit or a sign")
    whole, parted = evidence.count(joined), evidence.count(hyphenated)
    if whole != parted:
        winner: Literal["join", "keep"] = "join" if whole > parted else "keep"
        return Decision(
            winner, joined if winner == "join" else hyphenated, f"corpus: {whole} joined, {parted} hyphenated"
        )
    if right[0].isupper():
        return Decision("keep", hyphenated, "a capital follows")
    if evidence.known(joined):
        return Decision("join", joined, "a dictionary word")
    if _is_word(left, evidence) and _is_word(right, evidence):
        return Decision("keep", hyphenated, "both halves are words of the corpus")
    return Decision("join", joined, "no evidence for a compound")


def _is_word(half: str, evidence: Evidence) -> bool:
    return len(half) >= MIN_HALF and evidence.count(half) >= MIN_COUNT
