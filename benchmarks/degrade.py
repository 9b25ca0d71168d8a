"""Clean articles -> raw dumps with the defects of real ones: the way our sample in content/dumps was made.

The defects are those of text extracted from PDF: tabs for spaces, hyphens at line ends, words broken by a space,
running heads and page numbers inside sentences, page breaks that show as one leading space, capital titles over
several lines with a blank line inside, lost bullets, letters of the wrong script, double spacing, tables flattened
to one cell a line. All chance comes from a seeded generator, so the same clean text gives the same dump, byte for
byte.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

VOWELS = "аәеёиоөуұүыіэюяaeiouy"
LOOKALIKES = str.maketrans("аосерхАОСЕРХНКМТВ", "aocepxAOCEPXHKMTB")
SYLLABLE = re.compile(
    rf"(?<=[{VOWELS}])(?=[^\W\d_{VOWELS}][{VOWELS}])|(?<=[{VOWELS}][^\W\d_{VOWELS}])(?=[^\W\d_{VOWELS}]+[{VOWELS}])",
    re.IGNORECASE,
)


@dataclass
class Clean:
    """One article of tests/gold/sample: fields by name (`title.kk`), lists where a field repeats, body and
    references by line."""

    fields: dict[str, list[str]] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)

    def one(self, name: str) -> str:
        return self.fields.get(name, [""])[0]

    @property
    def lang(self) -> str:
        return self.one("lang")


def read_clean(path: Path) -> Clean:
    """Read a clean article; its format is described in tests/gold/sample/README.md."""
    clean = Clean()
    target: list[str] | None = None
    for line in path.read_text("utf-8").splitlines():
        if line in ("@body", "@references", "@end"):
            target = {"@body": clean.body, "@references": clean.references}.get(line)
        elif target is not None:
            if line.strip():
                target.append(line.strip())
        elif line.startswith("@"):
            name, _, value = line[1:].partition(" ")
            clean.fields.setdefault(name, []).append(value.strip())
    return clean


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


class Press:
    """Prints clean text as damaged lines, page after page."""

    def __init__(self, style: Style, seed: int, head: str = "", first_page: int = 1, foot: bool = False) -> None:
        self.style, self.head, self.page, self.foot = style, head, first_page, foot
        self.chance = random.Random(seed)
        self.lines: list[str] = []
        self.on_page = 0
        self.fresh = False  # the next line of text starts a page

    def text(self) -> str:
        if self.foot:
            self.lines += ["", "", "", str(self.page), ""]
        return "\n".join(self.lines) + "\n"

    def blank(self) -> None:
        if self.lines and self.lines[-1] != "":
            self.lines.append("")

    def new_page(self) -> None:
        """A page break; every few pages, or always at the foot, with its number and the running head."""
        every = 1 if self.foot else self.style.head_every
        if every and self.page % every == 0:
            self.lines += ["", "", "", str(self.page), "", self.head, ""]
            self.fresh = False
        else:
            self.fresh = True
        self.page += 1
        self.on_page = 0

    def line(self, text: str) -> None:
        if self.on_page >= self.style.page_lines:
            self.new_page()
        self.lines.append((" " if self.fresh else "") + text)
        if self.style.double:
            self.lines.append("")
        self.fresh = False
        self.on_page += 1

    def paragraph(self, text: str, opening: str = "") -> None:
        wrapped = list(self.wrap(self._damaged(text)))
        for i, line in enumerate(wrapped):
            shown = line.replace(" ", "\t") if self.style.tabs and re.search("[а-я]", line) else line
            self.line((opening if i == 0 else "") + shown + (" " if self.chance.random() < 0.2 else ""))
            if (
                i == 0
                and len(wrapped) > 3
                and self.chance.random() < self.style.blank_after_first
                and not self.style.double
            ):
                self.lines.append("")

    def title(self, text: str) -> None:
        """Capitals over short lines, one blank line among them."""
        wrapped = list(self.wrap(text.upper(), width=44, hyphenate=False))
        for i, line in enumerate(wrapped):
            self.line(line + (" " if self.chance.random() < 0.5 else ""))
            if (i == len(wrapped) // 2 and 0 < i < len(wrapped) - 1) or (len(wrapped) > 2 and i == 1):
                self.blank()

    def _damaged(self, text: str) -> str:
        return " ".join(self._damage(word) for word in text.split(" "))

    def _damage(self, word: str) -> str:
        core = word.strip(".,;:«»()")
        if len(core) > 8 and core.isalpha() and self.chance.random() < self.style.broken:
            points = [match.start() for match in SYLLABLE.finditer(core)]
            if points:
                at = word.index(core) + self.chance.choice(points)
                return word[:at] + " " + word[at:]
        if len(core) > 4 and re.fullmatch("[а-яА-Я]+", core) and self.chance.random() < self.style.lookalike:
            return word[:1].translate(LOOKALIKES) + word[1:]
        return word

    def wrap(self, text: str, width: int = 0, hyphenate: bool = True) -> Iterator[str]:
        """Lines of at most `width`; where a word does not fit, a part of it may, with a hyphen."""
        width = width or self.style.width
        line = ""
        for word in text.split(" "):
            if not line or len(line) + 1 + len(word) <= width:
                line = f"{line} {word}".strip()
                continue
            head, tail = self._parted(word, width - len(line) - 2) if hyphenate else ("", word)
            yield f"{line} {head}-" if head else line
            line = tail
        yield line

    def _parted(self, word: str, room: int) -> tuple[str, str]:
        if "-" in word[1:-1] and word.index("-", 1) <= room and word.replace("-", "").isalpha():
            at = word.index("-", 1)
            return word[:at], word[at + 1 :]
        points = [m.start() for m in SYLLABLE.finditer(word) if 2 <= m.start() <= min(room, len(word) - 3)]
        whole = re.fullmatch(r"[^\W\d_]+[.,;:]?", word)
        if not (points and whole) or self.chance.random() > self.style.hyphenate:
            return "", word
        return word[: points[-1]], word[points[-1] :]


# --- what a journal prints ---------------------------------------------------------------------------------------

ABSTRACT = {"kk": "Аңдатпа", "ru": "Аннотация", "en": "Abstract"}
KEYWORDS = {"kk": "Тірек сөздер", "ru": "Ключевые слова", "en": "Key words"}
REFERENCES = {"kk": "Әдебиеттер", "ru": "Литература", "en": "References"}


@dataclass(frozen=True)
class Lost:
    """Parts that a dump lost: names like `title.ru`, `keywords.kk`, `abstract.en`."""

    parts: frozenset[str] = frozenset()
    labels: dict[str, str] = field(default_factory=dict)  # other spellings: {"keywords.kk": "Кілт сөздер"}


def print_article(press: Press, clean: Clean, lost: Lost | None = None) -> None:
    """Front part in the body's language, body, references, then the other languages' title, abstract and keywords."""
    lost = lost or Lost()
    press.fresh = bool(press.lines)
    print_front(press, clean, clean.lang, lost)
    print_body(press, clean)
    if clean.references:
        press.blank()
        press.line(REFERENCES[clean.lang])
        press.blank()
        for reference in clean.references:
            press.paragraph(reference)
    for lang in ("kk", "ru", "en"):
        if lang != clean.lang:
            press.fresh = True
            print_front(press, clean, lang, lost)


def print_front(press: Press, clean: Clean, lang: str, lost: Lost) -> None:
    if lang == "en" and "authors" not in lost.parts:
        print_authors(press, clean)
        press.blank()
    if f"title.{lang}" not in lost.parts:
        press.title(clean.one(f"title.{lang}"))
        press.blank()
    if f"label.{lang}" not in lost.parts:
        press.line(lost.labels.get(f"abstract.{lang}", ABSTRACT[lang]))
    if f"abstract.{lang}" not in lost.parts:
        press.paragraph(clean.one(f"abstract.{lang}"))
    if f"keywords.{lang}" not in lost.parts:
        press.blank()
        label = lost.labels.get(f"keywords.{lang}", KEYWORDS[lang])
        press.paragraph(f"{label}: " + clean.one(f"keywords.{lang}").replace("; ", ", ") + ".")


def print_authors(press: Press, clean: Clean) -> None:
    """As journals set them: name with a mark, degree, e-mail, ORCID, then the numbered affiliations."""
    emails = dict(value.split(" ", 1) for value in clean.fields.get("email", []))
    orcids = dict(value.split(" ", 1) for value in clean.fields.get("orcid", []))
    degrees = dict(value.split(" ", 1) for value in clean.fields.get("degree.en", []))
    for number, value in enumerate(clean.fields.get("author.en", []), 1):
        name, _, mark = (part.strip() for part in value.partition("|"))
        press.line(f"{name.upper()},{'*' if number == 1 else ''}{mark}")
        press.blank()
        for text in (degrees.get(str(number), ""), emails.get(str(number), ""), orcids.get(str(number), "")):
            if text:
                prefix = "e-mail: " if "@" in text else "ORCID ID: " if re.match(r"\d{4}-", text) else ""
                press.line(prefix + text + ("." if not prefix else ""))
        press.blank()
    for value in clean.fields.get("affil.en", []):
        mark, _, text = value.partition(" ")
        press.paragraph(mark + text)


def print_body(press: Press, clean: Clean) -> None:
    rows: list[str] = []
    for text in clean.body:
        if text.startswith("|"):
            rows.append(text)
            continue
        _print_table(press, rows)
        rows = []
        if text.startswith("=="):
            press.blank()
            press.line(text.lstrip("= "))
            press.blank()
        elif text.startswith("- "):
            press.paragraph(text[2:], press.style.bullet)
        else:
            press.paragraph(text)
            if press.chance.random() < 0.6:
                press.blank()
    _print_table(press, rows)


def _print_table(press: Press, rows: list[str]) -> None:
    if not rows:
        return
    press.blank()
    for row in rows:
        for cell in row.strip("|").split("|"):
            for line in press.wrap(cell.strip(), width=24, hyphenate=False):
                press.line(line)
            press.lines += [""]
    press.blank()
