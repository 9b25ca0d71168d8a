"""Whether a hyphen at a line's end belongs to the word.

`іс-|қимыл` keeps it, `қа-|дамның` loses it. Asked in this order: which of the two forms stands whole elsewhere in the
corpus; is only the hyphenated one a known word; is it a compound or a derivation of tables/compounds.toml; is the
joined form a known word; are both halves words of their own; else it is joined, since line ends break many more words
than they meet compounds.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from journal.signs.evidence import Evidence, is_adjective

MIN_HALF = 4  # letters: shorter halves that happen to be words (`ал`, `по`) prove nothing
NO_EVIDENCE = "no evidence for a compound"
NO_WORDS = "neither half is a word"


@dataclass(frozen=True, slots=True)
class Decision:
    """`text` is the word as healed; `why` is for the report."""

    kind: Literal["join", "keep"]
    text: str
    why: str


def decide(left: str, right: str, evidence: Evidence) -> Decision:
    """`left` and `right` are the letters before and after the hyphen, without it."""
    return (
        _by_signs(left, right, evidence)
        or _by_corpus(left, right, evidence)
        or _by_dictionary(left, right, evidence)
        or _by_parts(left, right, evidence)
        or _by_words(left, right, evidence)
        or Decision("join", left + right, NO_EVIDENCE if _may_be_two(left, right, evidence) else NO_WORDS)
    )


def _by_signs(left: str, right: str, evidence: Evidence) -> Decision | None:
    rests = evidence.count(left + right) or evidence.in_dictionary(f"{left}-{right}")
    if right.casefold() in table()["suspended"]["before"] and not rests:
        return Decision("keep", f"{left}- {right}", "a suspended hyphen before a conjunction")
    if left[-1:].isalpha() and right[:1].isalpha():
        return None
    return Decision("keep", f"{left}-{right}", "beside a digit or a sign")


def _by_corpus(left: str, right: str, evidence: Evidence) -> Decision | None:
    joined, hyphenated = left + right, f"{left}-{right}"
    whole, parted = evidence.count(joined), evidence.compound(left, right)
    why = f"corpus: {whole} joined, {parted} hyphenated"
    if whole == parted:
        return None
    return Decision("join", joined, why) if whole > parted else Decision("keep", hyphenated, why)


def _by_dictionary(left: str, right: str, evidence: Evidence) -> Decision | None:
    """`что-то`, `из-за`: only the hyphenated word is one."""
    hyphenated = f"{left}-{right}"
    if evidence.known(left + right) or not evidence.in_dictionary(hyphenated):
        return None
    return Decision("keep", hyphenated, "a known word")


def _by_parts(left: str, right: str, evidence: Evidence) -> Decision | None:
    hyphenated = f"{left}-{right}"
    if right[0].isupper():
        return Decision("keep", hyphenated, "a capital follows")
    if len(left) > 1 and left.isupper():
        return Decision("keep", hyphenated, "an abbreviation with its ending")
    if _is_pair(left, right):
        return Decision("keep", hyphenated, "a paired word")
    if _is_derivation(left, right, evidence):
        return Decision("join", left + right, "a derivation")
    return None


def _by_words(left: str, right: str, evidence: Evidence) -> Decision | None:
    hyphenated = f"{left}-{right}"
    if evidence.known(left + right):
        return Decision("join", left + right, "a known word")
    if _is_combining(left) and is_adjective(right):
        return Decision("keep", hyphenated, "a combining form before an adjective")
    if _are_adjectives(left, right, evidence):
        return Decision("keep", hyphenated, "two adjectives")
    if is_word(right, evidence) and (is_word(left, evidence) or evidence.opens_compounds(left)):
        return Decision("keep", hyphenated, "both halves are words")
    return None


def _may_be_two(left: str, right: str, evidence: Evidence) -> bool:
    return is_word(left, evidence) or is_word(right, evidence)


def is_word(half: str, evidence: Evidence) -> bool:
    return len(half) >= MIN_HALF and (evidence.count(half) > 0 or evidence.known(half))


def _is_pair(left: str, right: str) -> bool:
    """`әл-ауқатын`, `бір-біріне`, `один-два`: a pair of the table or one word twice, whatever its ending; numerals."""
    first, second = left.casefold(), right.casefold()
    pairs, numerals = table()["pairs"], table()["numerals"]["words"]
    twice = len(first) > 2 and second.startswith(first)
    return twice or second.startswith(tuple(pairs.get(first, ()))) or (first in numerals and second in numerals)


def _is_derivation(left: str, right: str, evidence: Evidence) -> bool:
    """`құқық|танудың`: a word and a root that makes one word with it."""
    roots = table()["derivation"]["roots"]
    return is_word(left, evidence) and right.casefold().startswith(tuple(roots))


def _are_adjectives(left: str, right: str, evidence: Evidence) -> bool:
    """`стратегиялық-|инвестициялық`: Kazakh, by their endings; the first is a word of the corpus."""
    endings = tuple(table()["adjectives"]["kk"])
    long = len(right) > 6 and right.casefold().endswith(endings) and left.casefold().endswith(endings)
    return long and evidence.count(left) > 0


def _is_combining(left: str) -> bool:
    """`эколого`: the stem of a Russian adjective with the vowel that joins stems."""
    low, parts = left.casefold(), table()["combining"]
    if low in parts["forms"]:
        return True
    return low.endswith(tuple(parts["vowels"])) and any(is_adjective(low[:-1] + end) for end in parts["adjectives"])


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    return tomllib.loads((files("journal") / "tables" / "compounds.toml").read_text("utf-8"))
