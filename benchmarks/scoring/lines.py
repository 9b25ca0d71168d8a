"""Line ends, broken words, noise lines and the languages of blocks, by the entries of the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from journal.report import Entry

from .gold import Gold
from .gold import Row as GoldRow
from .reading import Reading
from .rows import Miss, Row, count, share

SIGNS = '.,;:!?«»“”"()[]'


def line_rows(gold: Gold, reading: Reading) -> list[Row]:
    hyphens = [row for row in gold.hyphens if not row.get("uncertain")]
    breaks = [row for row in gold.breaks if not row.get("uncertain") and row.get("kind") in (None, "split")]
    noise = [row for row in gold.noise if row.get("drop") and _has_text(row, reading)]
    blocks = [row for row in gold.blocks if row["lang"] and row["kind"] != "noise"]
    wrong = list(_wrong_languages(blocks, reading))
    chars = sum(row["chars"] for row, _ in wrong)
    total = sum(row["chars"] for row in blocks)
    return [
        share("line-end hyphens decided right", len(hyphens), list(_wrong_hyphens(hyphens, reading)), 0.99),
        share("broken words healed", len(breaks), list(_not_healed(breaks, reading)), 0.92),
        count("words healed wrongly", list(_wrongly_healed(gold, reading)), 3),
        share("noise lines dropped", len(noise), list(_not_dropped(noise, reading)), 0.97),
        count("text lines dropped", list(_text_dropped(gold, reading))),
        share("block language right", len(blocks), [miss for _, miss in wrong], 0.995),
        Row("block language right, by characters", total - chars, total, 0.995, tuple(miss for _, miss in wrong)),
    ]


def _wrong_hyphens(rows: Iterable[GoldRow], reading: Reading) -> Iterator[Miss]:
    """A hyphen that stays before a space is `none` in gold, and in the report a `keep` with a space."""
    ends = [entry for entry in reading.of("join", "keep") if re.search(r"\S\|\S", entry.before)]
    made = {(entry.file, entry.line): "none" if " " in entry.after else entry.kind for entry in ends}
    for row in rows:
        here = made.get((row["file"], row["line"]), "none")
        if here != row["decision"]:
            yield Miss(row["file"], row["line"], f"{row['left']}|{row['right']}: {here}, not {row['decision']}")


def _healed(reading: Reading) -> Iterator[tuple[Entry, str]]:
    """Repairs that took a space out of a word, with the word."""
    for entry in reading.of("repair"):
        if " " in entry.before and entry.before.replace(" ", "") == entry.after and "-" not in entry.after:
            yield entry, _core(entry.after)


def _core(word: str) -> str:
    return word.strip(SIGNS).casefold()


def _not_healed(rows: Iterable[GoldRow], reading: Reading) -> Iterator[Miss]:
    """By a repair of its lines, or by a hyphen's."""
    made = {(e.file, e.line, _core(e.after)) for e in reading.of("repair", "join")}
    for row in rows:
        lines = range(min(row["lines"]), max(row["lines"]) + 1)
        if not any((row["file"], line, _core(row["repaired"])) in made for line in lines):
            yield Miss(row["file"], row["line"], f"{row['broken']} not healed")


def _wrongly_healed(gold: Gold, reading: Reading) -> Iterator[Miss]:
    right = {(row["file"], _core(row["repaired"])) for row in gold.breaks}
    for entry, word in _healed(reading):
        if gold.covers(entry.file, entry.line) and (entry.file, word) not in right:
            yield Miss(entry.file, entry.line, f"{entry.before} -> {entry.after}")


def _has_text(row: GoldRow, reading: Reading) -> bool:
    return bool(reading.lines[row["file"]][row["line"] - 1].text)


def _not_dropped(rows: Iterable[GoldRow], reading: Reading) -> Iterator[Miss]:
    gone = {(entry.file, entry.line) for entry in reading.of("drop")}
    for row in rows:
        if (row["file"], row["line"]) not in gone:
            yield Miss(row["file"], row["line"], f"{row['kind']} not dropped")


def _text_dropped(gold: Gold, reading: Reading) -> Iterator[Miss]:
    noise = {(row["file"], row["line"]) for row in gold.noise if row.get("drop")}
    for entry in reading.of("drop"):
        text = any(map(str.isalnum, entry.before))  # a line of a Markdown table is none
        if text and gold.covers(entry.file, entry.line) and (entry.file, entry.line) not in noise:
            yield Miss(entry.file, entry.line, f"dropped as {entry.why}")


def _wrong_languages(blocks: Iterable[GoldRow], reading: Reading) -> Iterator[tuple[GoldRow, Miss]]:
    told: dict[tuple[str, int], str] = {}
    for entry in reading.of("language"):
        lines = range(entry.line, (entry.last or entry.line) + 1)
        told |= {(entry.file, line): entry.after for line in lines}
    for row in blocks:
        here = told.get((row["file"], row["start"]))
        if here != row["lang"]:
            yield row, Miss(row["file"], row["start"], f"{row['kind']} in {row['lang']}, told as {here}")
