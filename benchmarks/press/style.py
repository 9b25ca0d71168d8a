"""How a dump is set and damaged, what it lost, and the words that journals print over the parts of an article."""

from __future__ import annotations

from dataclasses import dataclass, field

ABSTRACT = {"kk": "Аңдатпа", "ru": "Аннотация", "en": "Abstract"}
KEYWORDS = {"kk": "Тірек сөздер", "ru": "Ключевые слова", "en": "Key words"}
REFERENCES = {"kk": "Әдебиеттер", "ru": "Литература", "en": "References"}
LANGS = ("kk", "ru", "en")


@dataclass(frozen=True)
class Style:
    """How a dump was damaged; shares are chances from 0 to 1."""

    width: int = 92  # characters of a line
    tabs: bool = False  # tabs between the words of Cyrillic paragraphs
    hyphenate: float = 0.5  # of the line ends where a word would have fitted in part
    broken: float = 0.004  # words broken by a space
    lookalike: float = 0.002  # words with one letter of the other script
    blank_after_first: float = 0.15  # paragraphs with a blank line after their first line
    bullet: str = " \ufffd\t"
    double: bool = False  # a blank line after every line
    page_lines: int = 46
    head_every: int = 3  # pages between two running heads with a page number; 0: none


@dataclass(frozen=True)
class Lost:
    """Parts that a dump lost: names like `title.ru`, `keywords.kk`, `abstract.en`, `authors`."""

    parts: frozenset[str] = frozenset()
    labels: dict[str, str] = field(default_factory=dict)  # other spellings: {"keywords.kk": "Кілт сөздер"}

    def has(self, part: str) -> bool:
        return part not in self.parts
