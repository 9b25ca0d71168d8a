"""Sets an article as a journal does: front part in the body's language, body, references, the other languages."""

from __future__ import annotations

import re

from .clean import Clean
from .press import Press
from .record import Row
from .style import ABSTRACT, KEYWORDS, LANGS, REFERENCES, Lost

KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def print_article(press: Press, clean: Clean, lost: Lost | None = None) -> None:
    """The article without the `lost` parts; its gold row goes into the press's record."""
    lost = lost or Lost()
    row = press.record.article(clean.number, clean.lang)
    before = len(press.record.blocks)
    press.fresh = bool(press.lines)
    _front(press, clean, clean.lang, lost, row)
    _body(press, clean, row)
    if clean.references:
        _references(press, clean, row)
    for lang in LANGS:
        if lang != clean.lang:
            press.fresh = True
            _front(press, clean, lang, lost, row)
    blocks = press.record.blocks[before:]
    row["sources"].append(press.record.place(blocks[0]["start"], blocks[-1]["end"]))


def _front(press: Press, clean: Clean, lang: str, lost: Lost, row: Row) -> None:
    if lang == "en" and lost.has("authors"):
        _authors(press, clean, row)
        press.blank()
    if lost.has(f"title.{lang}"):
        lines, text = press.title(clean.one(f"title.{lang}"), lang), clean.one(f"title.{lang}").upper()
        place = {"file": press.record.file, "lines": [lines[0], lines[-1]], "in_file": True}
        row["titles"][lang] = {"text": text, **place}
        press.blank()
    abstract: Row = {"file": press.record.file, "heading_line": None}
    if lost.has(f"label.{lang}"):
        label = lost.labels.get(f"abstract.{lang}", ABSTRACT[lang])
        abstract["heading_line"] = press.label(label, "heading", lang)[0]
    if lost.has(f"abstract.{lang}"):
        lines = press.paragraph(clean.one(f"abstract.{lang}"), "para", lang)
        finished = clean.one(f"abstract.{lang}").endswith(".")
        row["abstracts"][lang] = {**abstract, "start": lines[0], "end": lines[-1], "status": _status(finished)}
    if lost.has(f"keywords.{lang}"):
        press.blank()
        _keywords(press, clean, lang, lost, row)


def _status(finished: bool) -> str:
    return "full" if finished else "truncated"


def _keywords(press: Press, clean: Clean, lang: str, lost: Lost, row: Row) -> None:
    text, label = clean.one(f"keywords.{lang}"), lost.labels.get(f"keywords.{lang}", KEYWORDS[lang])
    lines = press.paragraph(f"{label}: " + text.replace("; ", ", ") + ".", "keywords", lang)
    row["keywords"][lang] = text.split("; ")
    if row["abstracts"][lang]:
        row["abstracts"][lang]["keywords_lines"] = [lines[0], lines[-1]]


def _authors(press: Press, clean: Clean, row: Row) -> None:
    """As journals set them: name with a mark, degree, e-mail, ORCID, then the numbered affiliations."""
    emails, orcids, degrees = (clean.numbered(name) for name in ("email", "orcid", "degree.en"))
    names = []
    for number, value in enumerate(clean.fields.get("author.en", []), 1):
        name, _, mark = (part.strip() for part in value.partition("|"))
        names.append(name)
        press.label(f"{name.upper()},{'*' if number == 1 else ''}{mark}", "authors", None)
        press.blank()
        for text in (degrees.get(str(number), ""), emails.get(str(number), ""), orcids.get(str(number), "")):
            if text:
                prefix = "e-mail: " if "@" in text else "ORCID ID: " if re.match(r"\d{4}-", text) else ""
                press.label(prefix + text + ("." if not prefix else ""), "authors", None if prefix else "en")
        press.blank()
    for value in clean.fields.get("affil.en", []):
        mark, _, text = value.partition(" ")
        press.paragraph(mark + text, "authors", "en")
    row["authors"]["en"] = names or None


def _body(press: Press, clean: Clean, row: Row) -> None:
    printed: list[int] = []
    rows: list[str] = []
    for text in [*clean.body, ""]:
        if text.startswith("|"):
            rows += [cell.strip() for cell in text.strip("|").split("|")]
            continue
        if rows:
            press.blank()
            printed += press.cells(rows, clean.lang)
            press.blank()
            rows = []
        if text:
            printed += _block(press, text, clean.lang, row)
    row["body"] = press.record.place(printed[0], printed[-1])


def _block(press: Press, text: str, lang: str, row: Row) -> list[int]:
    if text.startswith("=="):
        press.blank()
        heading = text.lstrip("= ")
        lines = press.label(heading, "heading", lang)
        row["sections"].append({"line": lines[0], "level": len(text) - len(text.lstrip("=")), "text": heading})
        press.blank()
        return lines
    if text.startswith("- "):
        return press.paragraph(text[2:], "item", lang, press.style.bullet)
    lines = press.paragraph(text, "para", lang)
    if press.chance.random() < 0.6:
        press.blank()
    return lines


def _references(press: Press, clean: Clean, row: Row) -> None:
    press.blank()
    press.label(REFERENCES[clean.lang], "heading", clean.lang)
    press.blank()
    lines = [press.paragraph(text, "reference", reference_lang(text)) for text in clean.references]
    row["references"] = {"style": "numeric", "max": len(lines), "list_in_file": True}
    row["references"] |= {"lines": [lines[0][0], lines[-1][-1]]}


def reference_lang(text: str) -> str:
    """By the letters of the work, without where it appeared; read by eye for all references of the sample."""
    work = re.split(" – | // ", text)[0]
    if KAZAKH.search(work):
        return "kk"
    return "ru" if CYRILLIC.search(work) else "en"
