"""The dumps of a folder: which files they are, what lies beside them, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from .errors import JournalError
from .persons.people import FILE
from .reading.formats import SUFFIXES
from .report import Report

UNREAD = (".doc", ".odt", ".rtf", ".djvu", ".epub", ".pages", ".tex")  # formats of texts that no module reads


class CorpusError(Exception):
    """The corpus cannot be built; each of `errors` is one sentence with its file."""

    def __init__(self, errors: Sequence[JournalError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(str(error) for error in errors))


def dump_paths(folder: Path) -> list[Path]:
    """The dumps below `folder`, in the order of their paths; hidden files and folders are left alone."""
    if not folder.is_dir():
        raise CorpusError([JournalError(str(folder), 0, "there is no such folder of dumps")])
    visible = [
        path for path in sorted(folder.rglob("*")) if not any(p.startswith(".") for p in path.relative_to(folder).parts)
    ]
    paths = [path for path in visible if path.is_file() and path.suffix.lower() in SUFFIXES]
    if not paths:
        raise CorpusError([JournalError(str(folder), 0, f"no dumps here: put {' or '.join(SUFFIXES)} files into it")])
    _check_companions([path for path in visible if path != folder / FILE], paths)
    return paths


def tell_unread(folder: Path, report: Report) -> None:
    """Texts in formats that we cannot read: an editor may think that they are in."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in UNREAD:
            report.warn(path.name, 0, "not read: save it as .docx, .pdf or .txt")


def is_companion(path: Path, dumps: Sequence[Path]) -> bool:
    """Does a TOML correct the dump of its name?"""
    return path.with_suffix("") in {dump.with_suffix("") for dump in dumps}


def _check_companions(visible: Iterable[Path], dumps: Sequence[Path]) -> None:
    """A correction without its dump, and two dumps that would share one, are errors."""
    stems = {path.with_suffix("") for path in dumps}
    errors = [
        JournalError(path.name, 0, "there is no dump of this name beside it")
        for path in visible
        if path.suffix == ".toml" and path.with_suffix("") not in stems
    ]
    names: dict[str, Path] = {}
    for path in dumps:
        other = names.setdefault(path.stem.casefold(), path)
        if other != path:
            told = f"another dump has this name ({other.name}); ids, corrections and reports need different ones"
            errors.append(JournalError(path.name, 0, told))
    if errors:
        raise CorpusError(errors)
