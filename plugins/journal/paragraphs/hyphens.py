"""Whether a hyphen at a line's end belongs to the word.

`іс-|қимыл` keeps it, `қа-|дамның` loses it. Asked in this order: which of the two forms stands whole elsewhere in the
corpus; is only the hyphenated one a known word; is it a compound or a derivation of tables/compounds.toml; is the
joined form a known word; are both halves words of their own; else it is joined, since line ends break many more words
than they meet compounds.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from journal.signs.evidence import Evidence, is_adjective, is_small

MIN_HALF = 4  # letters: shorter halves that happen to be words (`ал`, `по`) prove nothing
NO_EVIDENCE = "no evidence for a compound"
GAP = re.compile(r"(?<![\w-])(?P<left>[^\W_]+)(?P<mark> ?[-–] | [-–])(?P<right>[^\W_]+(?:-[^\W\d_]+)?)(?!\w)")
YEARS = range(400)  # what lies between the ends of a range of years or pages


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
        or Decision("join", left + right, NO_EVIDENCE)
    )


def _by_signs(left: str, right: str, evidence: Evidence) -> Decision | None:
    rests = evidence.count(left + right) or evidence.in_dictionary(f"{left}-{right}")
    if right.casefold() in _table()["suspended"]["before"] and not rests:
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
    if _is_word(right, evidence) and (_is_word(left, evidence) or evidence.opens_compounds(left)):
        return Decision("keep", hyphenated, "both halves are words")
    return None


def _is_word(half: str, evidence: Evidence) -> bool:
    return len(half) >= MIN_HALF and (evidence.count(half) > 0 or evidence.known(half))


def _is_pair(left: str, right: str) -> bool:
    """`әл-ауқатын`, `бір-біріне`, `один-два`: a pair of the table or one word twice, whatever its ending; numerals."""
    first, second = left.casefold(), right.casefold()
    pairs, numerals = _table()["pairs"], _table()["numerals"]["words"]
    twice = len(first) > 2 and second.startswith(first)
    return twice or second.startswith(tuple(pairs.get(first, ()))) or (first in numerals and second in numerals)


def _is_derivation(left: str, right: str, evidence: Evidence) -> bool:
    """`құқық|танудың`: a word and a root that makes one word with it."""
    roots = _table()["derivation"]["roots"]
    return _is_word(left, evidence) and right.casefold().startswith(tuple(roots))


def _are_adjectives(left: str, right: str, evidence: Evidence) -> bool:
    """`стратегиялық-|инвестициялық`: Kazakh, by their endings; the first is a word of the corpus."""
    endings = tuple(_table()["adjectives"]["kk"])
    long = len(right) > 6 and right.casefold().endswith(endings) and left.casefold().endswith(endings)
    return long and evidence.count(left) > 0


def _is_combining(left: str) -> bool:
    """`эколого`: the stem of a Russian adjective with the vowel that joins stems."""
    low, table = left.casefold(), _table()["combining"]
    if low in table["forms"]:
        return True
    return low.endswith(tuple(table["vowels"])) and any(is_adjective(low[:-1] + end) for end in table["adjectives"])


def close_gaps(text: str, evidence: Evidence) -> tuple[str, list[tuple[str, str]], list[str]]:
    """(text, what was closed, what is doubtful): spaces beside the hyphens of compounds and ranges.

    `Сон - дай-ақ`, `қарым- қатынас`, `2024– 2026` close where the corpus has the word or the numbers are a range.
    """
    closed: list[tuple[str, str]] = []
    doubts: list[str] = []

    def close(match: re.Match[str]) -> str:
        whole = _closed(match["left"], match["mark"], match["right"], evidence)
        if whole:
            closed.append((match[0], whole))
        elif match["mark"] == "- " and _is_doubtful(match["left"], match["right"]):
            doubts.append(match[0])
        return whole or match[0]

    return (GAP.sub(close, text) if " -" in text or "- " in text or "– " in text else text), closed, doubts


def _closed(left: str, mark: str, right: str, evidence: Evidence) -> str | None:
    sign, tight = mark.strip(), f"{left}{mark.strip()}{right}"
    if left.isdigit() and right.isdigit():
        return tight if mark.count(" ") == 1 and _is_range(left, right) else None
    if sign != "-" or not right[0].islower() or right.casefold() in _table()["suspended"]["before"]:
        return None
    if left.isdigit():
        return tight if mark == "- " and not is_small(right) and evidence.compound("0", right) else None
    if evidence.count(left + right) > 1 and not evidence.known(right) and not evidence.count(right) > 1:
        return left + right
    if evidence.count(tight) > 1:
        return tight
    attested = evidence.compound(left, right) or (evidence.closes_compounds(right) and _is_word(left, evidence))
    return tight if mark == "- " and not is_small(right) and attested else None


def _is_range(left: str, right: str) -> bool:
    return len(left) > 1 and len(left) == len(right) and int(right) - int(left) in YEARS


def _is_doubtful(left: str, right: str) -> bool:
    return left.isalpha() and right[0].islower() and right.casefold() not in _table()["suspended"]["before"]


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads((files("journal") / "tables" / "compounds.toml").read_text("utf-8"))
