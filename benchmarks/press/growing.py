"""Articles without end, made of the sample's: their vocabulary grows as that of real texts does (Heaps' law).

Each clean article comes again and again with words exchanged for invented ones, which keep the endings of those they
stand for; so many that no two are copies of one another to the reader.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import cycle

from .clean import Clean, read_all
from .issue import print_article
from .press import Press
from .style import Style

HEAPS = 3.2, 0.75  # n words of text have 3.2 * n ** 0.75 different ones
AGAIN = 0.3  # of the words are invented ones that came before
WORD = re.compile(r"[^\W\d_]{4,}")
TOKEN = re.compile(r"\w+")
SENTENCE = re.compile(r"(?<=[.!?…])\s+")
ENDING = 3  # letters that a word keeps
CYRILLIC, LATIN = ("бгдзклмнпрстшжқ", "аеиоұыі"), ("bcdfgklmnprstvz", "aeiou")  # consonants, vowels
RUSSIAN = "бвгдзклмнпрстчш", "аеиоуыя"


class Growing:
    """Endless articles; the same seed gives the same ones. At most `most` words of a script are invented."""

    cyrillic = CYRILLIC

    def __init__(self, seed: int, most: int = 10**9) -> None:
        self.chance, self.most = random.Random(seed), most
        self.invented: dict[bool, list[str]] = {True: [], False: []}  # Latin, Cyrillic
        self.count = 0

    def articles(self) -> Iterator[Clean]:
        for number, clean in enumerate(cycle(read_all()[:-1]), 1):
            fields = {name: self._values(name, values) for name, values in clean.fields.items()}
            body = [self._exchanged(text) for text in clean.body]
            yield Clean(f"{number:06d}", fields, body, [self._exchanged(text) for text in clean.references])

    def _values(self, name: str, values: list[str]) -> list[str]:
        return [self._exchanged(value) for value in values] if name.startswith(("title", "abstract", "key")) else values

    def _exchanged(self, text: str) -> str:
        return WORD.sub(lambda match: self._word(match[0]), text)

    def _word(self, word: str) -> str:
        """`word`, an invented one, or one that was invented before: those of old come oftener."""
        self.count += 1
        scale, power = HEAPS
        dice, known = self.chance.random(), self.invented[word.isascii()]
        if dice < scale * power * self.count ** (power - 1) and len(known) < self.most:
            known.append(self._new(word))
            return known[-1]
        if dice > 1 - AGAIN and known:
            return known[int(len(known) * self.chance.random() ** 3)]
        return word

    def _new(self, word: str) -> str:
        consonants, vowels = LATIN if word.isascii() else self.cyrillic
        syllables = (self.chance.choice(consonants) + self.chance.choice(vowels) for _ in range(3))
        return "".join(syllables) + word[-ENDING:].lower()


class Sentences(Growing):
    """Endless sentences of one language, those of the sample in ever another order, with words exchanged.

    Here all words count, not those alone that may be exchanged, and a new one is invented whenever the text has fewer
    different ones than the law says. Before the sample is read through, its own words may be more.
    """

    def __init__(self, lang: str, seed: int) -> None:
        super().__init__(seed)
        self.cyrillic = RUSSIAN if lang == "ru" else CYRILLIC
        self.sentences, self.waiting = sentences(lang), list[str]()
        self.seen: set[str] = set()

    @property
    def law(self) -> float:
        """How many different words a text of so many words should have."""
        return HEAPS[0] * self.count ** HEAPS[1]

    def take(self, words: int) -> list[str]:
        """Sentences of at least so many words together."""
        start, taken = self.count, list[str]()
        while self.count < start + words:
            if not self.waiting:
                self.waiting = self.chance.sample(self.sentences, len(self.sentences))
            taken.append(self._exchanged(self.waiting.pop()))
        return taken

    def _exchanged(self, text: str) -> str:
        return TOKEN.sub(lambda match: self._counted(match[0]), text)

    def _counted(self, word: str) -> str:
        self.count += 1
        word = self._word(word) if WORD.fullmatch(word) else word
        self.seen.add(word.lower())
        return word

    def _word(self, word: str) -> str:
        known = self.invented[word.isascii()]
        if len(self.seen) < self.law:
            known.append(self._new(word))
            return known[-1]
        if known and self.chance.random() < AGAIN:
            return known[int(len(known) * self.chance.random() ** 3)]
        return word


def sentences(lang: str) -> list[str]:
    """The sentences of one language in the sample's bodies and abstracts, in their order, each once."""
    texts = (text for clean in read_all() for text in _texts(clean, lang))
    return list(dict.fromkeys(part for text in texts for part in SENTENCE.split(text) if len(part.split()) > 3))


def _texts(clean: Clean, lang: str) -> list[str]:
    body = [text for text in clean.body if not text.startswith(("=", "|", "!"))] if clean.lang == lang else []
    return clean.fields.get(f"abstract.{lang}", []) + [text.removeprefix("- ") for text in body]


def dumps(size: int, seed: int = 1, most: int = 10**9) -> Iterator[str]:
    """Dumps of about `size` bytes each in UTF-8, one behind the other."""
    articles = Growing(seed, most).articles()
    for number in range(1, 1_000_000):
        press = Press(Style(), seed=number, head=f"Samal Law Journal No. {number} 2024", file=f"{number:04d}.txt")
        written = done = 0
        while written < size:
            print_article(press, next(articles))
            written += sum(len(line.encode()) + 1 for line in press.lines[done:])
            done = len(press.lines)
        yield press.text()
