"""Spaces beside a hyphen that belongs to the word: `Сон - дай-ақ`, `қарым- қатынас`, `2024– 2026`."""

from __future__ import annotations

import re

from journal.signs.evidence import Evidence, is_small

from .hyphens import is_word, table

GAP = re.compile(r"(?<![\w-])(?P<left>[^\W_]+)(?P<mark> ?[-–] | [-–])(?P<right>[^\W_]+(?:-[^\W\d_]+)?)(?!\w)")
YEARS = range(400)  # what lies between the ends of a range of years or pages


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
    if sign != "-" or not right[0].islower() or right.casefold() in table()["suspended"]["before"]:
        return None
    if left.isdigit():
        return tight if mark == "- " and not is_small(right) and evidence.compound("0", right) else None
    if evidence.count(left + right) > 1 and not evidence.known(right) and not evidence.count(right) > 1:
        return left + right
    if evidence.count(tight) > 1:
        return tight
    attested = evidence.compound(left, right) or (evidence.closes_compounds(right) and is_word(left, evidence))
    return tight if mark == "- " and not is_small(right) and attested else None


def _is_range(left: str, right: str) -> bool:
    return len(left) > 1 and len(left) == len(right) and int(right) - int(left) in YEARS


def _is_doubtful(left: str, right: str) -> bool:
    return left.isalpha() and right[0].islower() and right.casefold() not in table()["suspended"]["before"]
