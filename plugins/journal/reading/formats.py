"""A file as an editor has it -> its text, by the format that its name says."""

from __future__ import annotations

from pathlib import Path

from journal.report import Report
from journal.signs.labels import Labels

from .decode import decode
from .from_docx import from_docx
from .from_html import from_html
from .from_pdf import from_pdf
from .received import Received

SUFFIXES = (".txt", ".md", ".docx", ".pdf", ".html", ".htm")


def receive(path: Path, labels: Labels, report: Report) -> Received:
    """The text of a file, whatever its format; what the format could not give is told of.

    Raises:
        JournalError: the file is locked, damaged or holds no text.
        OSError: it cannot be opened.
    """
    data, name, suffix = path.read_bytes(), path.name, path.suffix.lower()
    if suffix == ".docx":
        return from_docx(data, name, labels, report)
    if suffix == ".pdf":
        return from_pdf(data, name, report)
    if suffix in (".html", ".htm"):
        return from_html(data, name, labels, report)
    return Received(decode(data, name, report))
