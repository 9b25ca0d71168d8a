"""Text -> clean lines.

Cleaning is what needs no judgement: tabs, exotic spaces, invisible characters, Unicode form, bullets.
Every cleaned line keeps its number; what was done is summed up in the report, a line for each kind.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from journal.records import Line
from journal.report import Report
from journal.signs.shapes import split_lines

from .dashes import report_dashes
from .scripts import mend_scripts

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b\x0e-\x1f\x7f]")
SPACES = re.compile(r"[^\S\n]+")
# What a symbol font's bullet became (a private character, U+FFFD, in a code page `?`), and bullets by name.
BULLET = re.compile("^[?\ufffd\ue000-\uf8ff•▪▫◦●○■□‣⁃∙➢➤✓✔](?=\\s)\\s*")
ACCENTS = 8  # over one letter


def clean_lines(text: str, name: str, report: Report) -> tuple[Line, ...]:
    """One `Line` for each line of `text`, blank ones too."""
    raw = split_lines(text)
    lines = tuple(_clean(number, line, name, report) for number, line in enumerate(raw, 1))
    _sum_up(raw, lines, name, report)
    return lines


def _clean(number: int, raw: str, name: str, report: Report) -> Line:
    if not raw:
        return Line(number, "")
    report_dashes(raw, number, name, report)
    text = SPACES.sub(" ", _composed(INVISIBLE.sub("", raw), number, name, report))
    page_start = raw.startswith("\f") or (text[:1] == " " and raw[1:2].strip() != "")
    text = text.strip()
    bullet = BULLET.match(text)
    if bullet:
        report.add(name, number, "clean", before=bullet[0].strip(), after="•", why="a bullet of a symbol font")
        text, page_start = text[bullet.end() :], raw.startswith("\f")
    elif "\ufffd" in text:
        report.warn(name, number, "a character that the dump lost", before=text[:80])
    return Line(number, mend_scripts(text, number, name, report), page_start, bullet is not None)


def _composed(text: str, number: int, name: str, report: Report) -> str:
    """Unicode's composed form. Heaps of accents are cut: they show nothing, and putting them in order is quadratic."""
    if unicodedata.is_normalized("NFC", text):
        return text
    fewer, heaps = _heap().subn(r"\1", text)
    if heaps:
        report.add(name, number, "clean", why=f"more than {ACCENTS} accents over one letter, {heaps} times")
    return unicodedata.normalize("NFC", fewer)


@lru_cache(maxsize=1)
def _heap() -> re.Pattern[str]:
    accents = "".join(sign for sign in map(chr, range(0x300, 0x1F000)) if unicodedata.combining(sign))
    return re.compile(f"([{accents}]{{{ACCENTS}}})[{accents}]+")


def _sum_up(raw: Iterable[str], lines: tuple[Line, ...], name: str, report: Report) -> None:
    """Tabs and spaces are so many that one entry counts them all."""
    touched = [line.number for line, before in zip(lines, raw, strict=True) if before.strip() and "\t" in before]
    if touched:
        report.add(name, touched[0], "clean", before="tab", after="space", why=f"in {len(touched)} lines")
