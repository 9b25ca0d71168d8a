"""Dump bytes -> text.

The encodings that editors' dumps come in are few and told apart by what is certain first: a byte order mark, then
the high bytes of UTF-16 (Cyrillic UTF-16 may be valid UTF-8 too), then valid UTF-8, then the Windows code pages.
KZ-1048 is windows-1251 with the Kazakh letters in the places of Serbian, Macedonian, Ukrainian and Belarusian ones, so
a text whose words use those places is KZ-1048 (RFC-registered 2006, Unicode's KZ1048.TXT; Python's codec `kz1048`).
"""

from __future__ import annotations

import codecs
import re

from journal.errors import JournalError
from journal.report import Report
from journal.signs.shapes import split_lines

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
KAZAKH_PLACES = re.compile(rb"[\xa2\xa3\xaa\xaf\xb3\xb4\xba\xbc\xbd\xbe\xbf\x8d\x8e\x9d\x9e\xa1\xa5\xb2]")
CYRILLIC = re.compile("[а-яёәғқңөұүһі]", re.IGNORECASE)
MARK = "\udfff"  # no decoder gives a lone surrogate: it stands for an undecodable run until its line is known
UTF16_SHARE = 0.8  # of the high bytes are 00 or 04 in Latin and Cyrillic UTF-16; UTF-8 and code pages have hardly any
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")


def decode(data: bytes, name: str, report: Report) -> str:
    """The text of a dump.

    Undecodable bytes become U+FFFD and are reported with their line.

    Raises:
        JournalError: the file is empty or is no text (a picture, an archive, a program).
    """
    if not data.strip():
        raise JournalError(name, 0, "the file is empty")
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _checked(_lossy(data[len(bom) :], encoding, name, report), name)
    encoding = _guess(data)
    if encoding != "utf-8":
        report.add(name, 0, "clean", after=encoding, why="encoding told by its bytes")
    return _checked(_lossy(data, encoding, name, report), name)


def _guess(data: bytes) -> str:
    for encoding, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        if high.count(0) + high.count(4) > UTF16_SHARE * len(high):
            return encoding
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        return _code_page(data) if _mostly_single_bytes(data) else "utf-8"


def _mostly_single_bytes(data: bytes) -> bool:
    """A damaged UTF-8 file stays UTF-8: most of its non-ASCII bytes still form valid sequences."""
    text = data.decode("utf-8", "replace")
    return text.count("\ufffd") > 0.2 * max(1, sum(ord(c) > 127 for c in text))


def _code_page(data: bytes) -> str:
    kazakh = len(KAZAKH_PLACES.findall(data))
    high = sum(byte > 127 for byte in data)
    return "kz1048" if kazakh > 0.02 * high else "windows-1251"


def _lossy(data: bytes, encoding: str, name: str, report: Report) -> str:
    """Decode in one pass; each undecodable run becomes U+FFFD and a warning with its line."""
    bad: list[bytes] = []

    def mark(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        bad.append(error.object[error.start : error.end])
        return MARK, error.end

    codecs.register_error("izdeu.mark", mark)
    text = data.decode(encoding, "izdeu.mark")
    if bad:
        lines = (number for number, line in enumerate(split_lines(text), 1) for _ in range(line.count(MARK)))
        for line, run in zip(lines, bad, strict=False):
            report.warn(name, line, f"bytes that are no {encoding} text", before=run.hex(" "))
    return text.replace(MARK, "\ufffd")


def _checked(text: str, name: str) -> str:
    controls = len(CONTROLS.findall(text))
    if controls > 0.01 * len(text) or (controls and text.count("\ufffd") > 0.1 * len(text)):
        raise JournalError(name, 0, "this is not a text file (it holds control characters throughout)")
    if not re.search(r"\w", text):
        raise JournalError(name, 0, "there is no word in the file")
    return text
