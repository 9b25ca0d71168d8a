"""Dashes that a dump lost or doubled: only reported, since no rule knows which sign stood there.

In: a raw line, before its spaces are cleaned. A lost dash shows as one wide gap behind a short term that opens the line
(`Smart hive  A hive that …`); in a line with several wide gaps they are the justification's.
"""

from __future__ import annotations

import re

from journal.report import Report

DOUBLED = re.compile(r"(?<=\w)\s?(?:--|[–—]{2}|[-–—]\s[-–—])\s?(?=\w)")
WIDE = re.compile(r"(?<=\S) {2,}(?=\S)")
TERM = re.compile(r"[^\W\d_][^.:;!?,()\[\]]{2,40}")  # what a definition defines
MOST_WORDS = 4
AROUND = 30  # characters of the line that the report shows to either side


def report_dashes(raw: str, number: int, name: str, report: Report) -> None:
    """A warning for each doubled dash of the line, and for one that seems to be lost."""
    for match in DOUBLED.finditer(raw):
        report.warn(name, number, "a doubled dash", before=_around(raw, match.start(), match.end()))
    gaps = list(WIDE.finditer(raw.strip()))
    if len(gaps) == 1 and _defines(raw.strip(), gaps[0]):
        place = _around(raw.strip(), gaps[0].start(), gaps[0].end())
        report.warn(name, number, "a wide space where a dash may have been lost", before=place)


def _defines(line: str, gap: re.Match[str]) -> bool:
    """A short term with a capital, and behind the gap the beginning of what it is."""
    term, rest = line[: gap.start()], line[gap.end() :]
    if not TERM.fullmatch(term) or len(term.split()) > MOST_WORDS or len(rest.split()) <= MOST_WORDS:
        return False
    return term[0].isupper() and rest[0].isupper() and not rest.isupper()


def _around(line: str, start: int, end: int) -> str:
    return line[max(0, start - AROUND) : end + AROUND].strip()
