"""Words and lines as dumps have them: words broken by a space, letters of the wrong script, hyphens at line ends.

All chance comes from the generator that is passed in, so the same text and seed give the same damage.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from .style import Style

VOWELS = "аәеёиоөуұүыіэюяaeiouy"
LOOKALIKES = str.maketrans("аосерхАОСЕРХНКМТВ", "aocepxAOCEPXHKMTB")
SYLLABLE = re.compile(
    rf"(?<=[{VOWELS}])(?=[^\W\d_{VOWELS}][{VOWELS}])|(?<=[{VOWELS}][^\W\d_{VOWELS}])(?=[^\W\d_{VOWELS}]+[{VOWELS}])",
    re.IGNORECASE,
)
SIGNS = ".,;:«»()"  # around a word, no part of it


def damaged(word: str, style: Style, chance: random.Random) -> str:
    """`word`; now and then with a space inside it, or with its first letter in the other script."""
    core = word.strip(SIGNS)
    if len(core) > 8 and core.isalpha() and chance.random() < style.broken:
        points = [match.start() for match in SYLLABLE.finditer(core)]
        if points:
            at = word.index(core) + chance.choice(points)
            return word[:at] + " " + word[at:]
    if len(core) > 4 and re.fullmatch("[а-яА-Я]+", core) and chance.random() < style.lookalike:
        return word[:1].translate(LOOKALIKES) + word[1:]
    return word


def wrap(text: str, width: int, style: Style, chance: random.Random, hyphenate: bool = True) -> Iterator[str]:
    """Lines of at most `width`; where a word does not fit, a part of it may, with a hyphen."""
    line = ""
    for word in text.split(" "):
        if not line or len(line) + 1 + len(word) <= width:
            line = f"{line} {word}".strip()
            continue
        head, tail = _parted(word, width - len(line) - 2, style, chance) if hyphenate else ("", word)
        yield f"{line} {head}-" if head else line
        line = tail
    yield line


def _parted(word: str, room: int, style: Style, chance: random.Random) -> tuple[str, str]:
    """What of `word` fits into `room`, without its hyphen, and the rest."""
    if "-" in word[1:-1] and word.index("-", 1) <= room and word.replace("-", "").isalpha():
        at = word.index("-", 1)
        return word[:at], word[at + 1 :]
    points = [m.start() for m in SYLLABLE.finditer(word) if 2 <= m.start() <= min(room, len(word) - 3)]
    whole = re.fullmatch(r"[^\W\d_]+[.,;:]?", word)
    if not (points and whole) or chance.random() > style.hyphenate:
        return "", word
    return word[: points[-1]], word[points[-1] :]
