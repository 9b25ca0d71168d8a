"""The parts of a Word document that hold text, checked before anything is made of them.

A document is a zip of XML files. Pictures are left out; fields and formulas, whose text mammoth would leave out, are
made plain text.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from lxml import etree

from journal.errors import JournalError

MOST = 40_000_000  # bytes of all XML, unpacked; a book of 1,000 pages has half of that
PARTS = (".xml", ".rels")
BROKEN = "this is no Word document (.docx) that can be read, or a damaged one: open it in Word and save it anew"
LOCKED = "the document is locked by a password, or is an old .doc: save it from Word as .docx, without a password"
LARGE = f"the document unpacks to more than {MOST // 1_000_000} MB of text: split it"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what a locked document and an old .doc begin with
DECLARED = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E")  # no document has one; it may define entities
REWRITTEN = re.compile(rb"oMath|fldSimple")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def text_parts(data: bytes, name: str) -> tuple[BytesIO, int]:
    """A document of nothing but its XML, and how many formulas became plain text in it.

    Raises:
        JournalError: it is locked, damaged or too large.
    """
    if data.startswith(OLE):
        raise JournalError(name, 0, LOCKED)
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = [part for part in package.infolist() if part.filename.lower().endswith(PARTS)]
            if any(part.flag_bits & 1 for part in parts):
                raise JournalError(name, 0, LOCKED)
            if sum(part.file_size for part in parts) > MOST:
                raise JournalError(name, 0, LARGE)
            return _rewritten({part.filename: package.read(part) for part in parts})
    except JournalError:
        raise
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, OSError, NotImplementedError, EOFError, ValueError):
        raise JournalError(name, 0, BROKEN) from None


def _rewritten(parts: dict[str, bytes]) -> tuple[BytesIO, int]:
    document, formulas = BytesIO(), 0
    with zipfile.ZipFile(document, "w") as package:
        for path, xml in parts.items():
            if DECLARED.search(xml):
                raise ValueError(path)
            if not REWRITTEN.search(xml):
                package.writestr(path, xml)
                continue
            root = etree.fromstring(xml, PARSER)
            formulas += _plain(root)
            package.writestr(path, etree.tostring(root))
    document.seek(0)
    return document, formulas


def _plain(root: etree._Element) -> int:
    """Fields become their text, formulas a run of all their letters in order; the number of formulas."""
    for field in root.iter(f"{WORD}fldSimple", f"{MATH}oMathPara"):
        field.tag = f"{WORD}smartTag"  # what mammoth reads for its contents
    formulas = [each for each in root.iter(f"{MATH}oMath") if each.getparent() is not None]
    for formula in formulas:
        text = "".join(letters.text or "" for letters in formula.iter(f"{MATH}t"))
        tail = formula.tail
        formula.clear()
        formula.tag, formula.tail = f"{WORD}r", tail
        etree.SubElement(formula, f"{WORD}t").text = text
    return len(formulas)
