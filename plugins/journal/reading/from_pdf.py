"""A PDF -> its printed lines, page by page, in reading order.

Only what is drawn as text is taken; the document's properties (title, author, date) are not: programs fill them in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from journal.errors import JournalError
from journal.report import Report

from .pdf_gaps import printed_lines
from .pdf_order import in_order, with_blanks
from .pdf_signs import main_turn, page_signs
from .received import Received, Sheet

PAGE = "\f"
SAYS = {
    pdfium.FPDF_ERR_PASSWORD: "the PDF is locked by a password: save it without one",
    pdfium.FPDF_ERR_SECURITY: "the PDF is locked in a way that cannot be read: save it without protection",
}
BROKEN = "this is no PDF that can be read, or a damaged one: print or export it anew"
NO_TEXT = "the PDF holds no text, only pictures of pages: let a text recognition program (OCR) write the text into it"


def from_pdf(data: bytes, name: str, report: Report) -> Received:
    """The text of a PDF; each page begins with a form feed. A page that shows only a picture is told of.

    Raises:
        JournalError: the PDF is locked, damaged or without text.
    """
    with _opened(data, name) as document:
        pages = list(_pages(document, name))
        labels = [document.get_page_label(i).strip() for i in range(len(document))]
        pictures = [i for i, page in enumerate(pages) if not any(page) and _has_picture(document, i)]
    if not any(any(page) for page in pages):
        raise JournalError(name, 0, NO_TEXT)
    lines: list[str] = []
    sheets: list[Sheet] = []
    for page, label in zip(pages, labels, strict=True):
        sheets.append(Sheet(len(lines) + 1, label))
        lines += [PAGE + page[0], *page[1:], ""] if page else [PAGE]
    for i in pictures:
        report.warn(name, sheets[i].first, f"page {i + 1} of the PDF holds a picture and no text")
    return Received("\n".join(lines), sheets=tuple(sheets))


def _opened(data: bytes, name: str) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        says = SAYS.get(error.err_code or 0, BROKEN) if b"/Encrypt" in data else BROKEN
        raise JournalError(name, 0, says) from None


def _pages(document: Any, name: str) -> Iterator[list[str]]:
    for i in range(len(document)):
        try:
            page = document[i]
        except pypdfium2.PdfiumError:
            raise JournalError(name, 0, f"page {i + 1} of the PDF is damaged: print or export it anew") from None
        signs = page_signs(page)
        turns = main_turn(signs)
        left, foot, right, head = page.get_cropbox()
        yield with_blanks(in_order(printed_lines(signs), turns, right - left if turns % 2 else head - foot))
        page.close()


def _has_picture(document: Any, i: int) -> bool:
    return any(True for _ in document[i].get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]))
