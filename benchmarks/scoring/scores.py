"""The scores that the project keeps: our sample, dumps printed anew, any corpus with gold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.press.clean import FOLDER, read_all
from benchmarks.press.synthetic import SEEDS, printed
from benchmarks.press.written import gold as gold_files

from .gold import FILES, Gold, gold_of, read_gold
from .lines import line_rows
from .pages import page_rows
from .parts import part_rows
from .reading import Reading, read
from .rows import Row, added
from .texts import Pair, pairs_of, text_rows

ROOT = Path(__file__).resolve().parents[2]
DUMPS = ROOT / "content" / "dumps"
SHARED = ROOT.parent / "shared"
OF = 7  # articles of a synthetic dump: half of the clean ones
BROKEN, ANYWHERE = "broken words healed", 0.75  # broken at any syllable: where both pieces are words, nothing tells


@cache
def sample() -> Reading:
    return read(DUMPS)


@cache
def sample_pairs() -> tuple[Pair, ...]:
    return tuple(pairs_of(read_all(), read_gold(FOLDER), sample()))


def sample_score() -> list[Row]:
    """All rows but those of the written pages."""
    return [*gold_rows(read_gold(FOLDER), sample()), *text_rows(sample_pairs())]


def gold_rows(gold: Gold, reading: Reading) -> list[Row]:
    return [*part_rows(gold, reading), *line_rows(gold, reading)]


def synthetic_score(seeds: Iterable[int] = SEEDS, dumps: int = 1, of: int | None = OF) -> list[Row]:
    """Each seed's dumps are a corpus of their own; the rows are added up."""
    scores = []
    for seed in seeds:
        with synthetic(seed, dumps, of) as (gold, reading):
            scores.append([*gold_rows(gold, reading), *text_rows(pairs_of(read_all(), gold, reading))])
    return [replace(row, bar=ANYWHERE) if row.name == BROKEN else row for row in added(scores)]


@contextmanager
def synthetic(seed: int, dumps: int = 1, of: int | None = OF) -> Iterator[tuple[Gold, Reading]]:
    """Dumps printed for this seed, read."""
    presses = printed(seed, dumps, of)
    with TemporaryDirectory() as name:
        for file, press in presses.items():
            (Path(name) / file).write_text(press.text(), "utf-8", newline="\n")
        texts = gold_files(press.record for press in presses.values())
        yield gold_of(*(json.loads(texts[file]) for file in FILES)), read(Path(name))


def page_score(folder: Path, reading: Reading | None = None) -> list[Row]:
    """Builds the site of a corpus aside and compares its pages with the dumps."""
    from publishing.build import build_site  # noqa: PLC0415  Pelican, which the other scores do without
    from publishing.places import Places  # noqa: PLC0415  Pelican, which the other scores do without

    with TemporaryDirectory() as name:
        site = Path(name) / "site"
        build_site(Places(folder.resolve(), site), say=lambda _: None)
        return page_rows(reading or read(folder), site)
