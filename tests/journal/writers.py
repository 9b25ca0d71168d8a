"""Writes the smallest Word documents and PDFs that hold given texts, so that the tests need no files of others.

The PDFs name no font to look at: each letter is half as wide as it is high and says which letter it is. That is all
that reading takes.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = {"Heading1": "heading 1", "Heading2": "heading 2", "Heading3": "heading 3", "Title": "Title"}


def run(text: str, raised: bool = False, bold: bool = False) -> str:
    """A run of a Word paragraph."""
    properties = '<w:vertAlign w:val="superscript"/>' * raised + "<w:b/>" * bold
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(*runs: str, style: str = "", number: int = 0) -> str:
    """A Word paragraph; `number` 1 is an item with a bullet, 2 one with a number."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def cells(rows: Sequence[Sequence[str]]) -> str:
    """A Word table."""
    lines = ("".join(f"<w:tc>{para(run(cell))}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def note(number: int) -> str:
    """The mark of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def docx(*body: str, notes: Mapping[int, str] | None = None, more: Mapping[str, bytes] | None = None) -> bytes:
    """A Word document; `more` are further files of its package, or others in place of its own."""
    parts = {"styles": _styles(), "numbering": _numbering(), "footnotes": _footnotes(notes or {})}
    links = "".join(
        f'<Relationship Id="r{i}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for i, name in enumerate(parts)
    )
    document = f'<w:document xmlns:w="{WORD}" xmlns:m="{MATH}"><w:body>{"".join(body)}</w:body></w:document>'
    files: dict[str, bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        f'ContentType="{TYPES}.document.main+xml"/></Types>'.encode(),
        "_rels/.rels": _relationships(
            f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": _relationships(links),
        "word/document.xml": document.encode(),
        **{f"word/{name}.xml": xml.encode() for name, xml in parts.items()},
        **(more or {}),
    }
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return written.getvalue()


def _relationships(links: str) -> bytes:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'.encode()


def _styles() -> str:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in STYLES.items()
    )
    return f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>'


def _numbering() -> str:
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{i}"><w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/></w:lvl></w:abstractNum>'
        for i, kind in ((1, "bullet"), (2, "decimal"))
    )
    numbers = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in (1, 2))
    return f'<w:numbering xmlns:w="{WORD}">{kinds}{numbers}</w:numbering>'


def _footnotes(notes: Mapping[int, str]) -> str:
    inside = "".join(f'<w:footnote w:id="{i}">{para(run(text))}</w:footnote>' for i, text in notes.items())
    return f'<w:footnotes xmlns:w="{WORD}">{inside}</w:footnotes>'


@dataclass(frozen=True)
class Put:
    """A text on a page: its beginning in points from the left and the foot; `turned` by 90 degrees it runs upwards."""

    x: float
    y: float
    text: str
    size: float = 10
    turned: bool = False


def column(lines: Sequence[str], x: float = 60, y: float = 740, size: float = 10, leading: float = 12) -> list[Put]:
    """Lines one under the other; an empty one leaves a gap."""
    return [Put(x, y - i * leading, line, size) for i, line in enumerate(lines) if line]


def pdf(pages: Sequence[Sequence[Put]], labels: str = "", trailer: str = "", picture: bool = False) -> bytes:
    """A PDF of A4 pages; `labels` is the array of its page labels, `picture` puts one on each page."""
    signs = sorted({sign for page in pages for put in page for sign in put.text})
    letters = "\n".join(f"<{i:04x}> <{sign.encode('utf-16-be').hex()}>" for i, sign in enumerate(signs, 1))
    codes = {sign: f"{i:04x}" for i, sign in enumerate(signs, 1)}
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def "
        "1 begincodespacerange <0000> <ffff> endcodespacerange "
        f"{len(signs)} beginbfchar\n{letters}\nendbfchar endcmap end end"
    )
    kids = " ".join(f"{7 + 2 * i} 0 R" for i in range(len(pages)))
    font = (
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 500 /CIDSystemInfo << /Registry (Adobe) "
        "/Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /A /Flags 4 "
        "/FontBBox [0 -200 500 800] /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /ItalicAngle 0 >> >>"
    )
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {f'/PageLabels << /Nums [{labels}] >>' if labels else ''} >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        "<</Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R>>",
        font,
        _stream(cmap),
        _stream("\0", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"),
    ]
    for i, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {8 + 2 * i} 0 R "
            "/Resources << /Font << /F 3 0 R >> /XObject << /I 6 0 R >> >> >>"
        )
        drawn = [_drawn(put, codes) for put in page] + ["q 200 0 0 200 100 400 cm /I Do Q"] * picture
        objects.append(_stream("\n".join(drawn)))
    return _file(objects, trailer)


def _drawn(put: Put, codes: Mapping[str, str]) -> str:
    matrix = "0 1 -1 0" if put.turned else "1 0 0 1"
    hexed = "".join(codes[sign] for sign in put.text)
    return f"BT /F {put.size} Tf {matrix} {put.x} {put.y} Tm <{hexed}> Tj ET"


def _stream(text: str, entries: str = "") -> str:
    return f"<< {entries} /Length {len(text)} >> stream\n{text}\nendstream"


def _file(objects: Sequence[str], trailer: str) -> bytes:
    written, places = "%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj {text} endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    written += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    written += (
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{written.index('xref')}\n%%EOF"
    )
    return written.encode("latin-1")
