"""Reading the tables: language knowledge is data, kept beside this file in `tables/`.

In: TOML and TSV files, UTF-8, NFC, invisible characters written as escapes.
Out: plain dicts and tuples. A fault in a table is a `TableError` that names path and line,
because whoever edits a table is not a programmer.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "tables"


class TableError(ValueError):
    """A table cannot be used; the message is one sentence with `path:line`."""


def checked_text(path: Path) -> str:
    """The text of a table: valid UTF-8, NFC, without characters that an editor does not show."""
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise TableError(f"{path}:{line}: not UTF-8") from error
    for number, line_text in enumerate(text.split("\n"), 1):
        check_line(line_text, f"{path}:{number}")
    return text


def check_line(text: str, where: str) -> None:
    """Raise `TableError` for a line that is not NFC or holds an invisible character but the tab."""
    if not unicodedata.is_normalized("NFC", text):
        raise TableError(f"{where}: not in Unicode form NFC")
    if text.replace("\t", "").isprintable():  # so nearly always, and told at once
        return
    for character in text:
        if character != "\t" and unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp"):
            raise TableError(f"{where}: invisible character U+{ord(character):04X}, write it as an escape")


@cache
def toml_table(name: str, folder: Path = FOLDER) -> dict[str, Any]:
    """The TOML table `name`, parsed once."""
    path = folder / name
    try:
        return tomllib.loads(checked_text(path))
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"{path}:{_line_of(error)}: {error}") from error


def _line_of(error: tomllib.TOMLDecodeError) -> str:
    """The line number that tomllib writes into its message, "1" where it gives none."""
    _, _, tail = str(error).partition("at line ")
    return tail.split(",")[0] or "1"


def tsv_rows(name: str, folder: Path = FOLDER) -> Iterator[tuple[str, list[str]]]:
    """Rows of a TSV table as (`path:line`, fields); `#` begins a comment line, blank lines are skipped."""
    path = folder / name
    for number, line in enumerate(checked_text(path).split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield f"{path}:{number}", line.split("\t")


def form_table(name: str, folder: Path = FOLDER) -> dict[str, str]:
    """A table `lemma<TAB>form form …` as form -> lemma; a lemma is its own form where no row says otherwise.

    A form that two rows claim is an error: the table is curated, so the editor must choose.
    """
    lemmas: dict[str, str] = {}
    for where, fields in tsv_rows(name, folder):
        if len(fields) != 2:
            raise TableError(f"{where}: wants two fields with a tab between them, has {len(fields)}")
        lemma, forms = fields
        for form in forms.split():
            if lemmas.setdefault(form, lemma) != lemma:
                raise TableError(f"{where}: form '{form}' is given to both '{lemmas[form]}' and '{lemma}'")
    return {lemma: lemma for lemma in lemmas.values()} | lemmas


@cache
def word_list(name: str, key: str, folder: Path = FOLDER) -> frozenset[str]:
    """The words of one multi-line string of a TOML table, separated by blanks; parted once."""
    return frozenset(str(toml_table(name, folder)[key]).split())
