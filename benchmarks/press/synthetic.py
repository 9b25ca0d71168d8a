"""Dumps that the reader was not made on: the clean texts shuffled, wrapped, hyphenated and paged anew."""

from __future__ import annotations

import random
from collections.abc import Sequence

from .clean import Clean, read_all
from .issue import print_article
from .press import Press
from .style import Style

SEEDS = range(10)
HEAD = "Dala Review No. 3 2031"


def style(chance: random.Random) -> Style:
    """Any way of setting a dump, within what dumps are like."""
    return Style(
        width=chance.choice([62, 76, 84, 98, 110]),
        tabs=chance.random() < 0.4,
        hyphenate=chance.choice([0.3, 0.7, 1.0]),
        broken=chance.choice([0, 0.004, 0.008]),
        blank_after_first=chance.choice([0, 0.2]),
        bullet=chance.choice([" \ufffd\t", "\uf0b7 ", "• ", "- "]),
        double=chance.random() < 0.25,
        page_lines=chance.choice([28, 40, 52]),
        head_every=chance.choice([0, 1, 3]),
    )


def printed(seed: int, dumps: int = 1, of: int | None = None) -> dict[str, Press]:
    """`dumps` dumps with all clean articles between them, or `of` of them, in any order; by file name."""
    chance = random.Random(seed)
    texts = read_all()[:-1]  # the last one is a thesis
    chance.shuffle(texts)
    texts = texts[:of]
    return {
        f"dump{number}.txt": _dump(texts[number::dumps], style(chance), seed * 10 + number, f"dump{number}.txt")
        for number in range(dumps)
    }


def _dump(texts: Sequence[Clean], how: Style, seed: int, file: str) -> Press:
    press = Press(how, seed, head=HEAD, first_page=5, file=file)
    for text in texts:
        print_article(press, text)
    return press
