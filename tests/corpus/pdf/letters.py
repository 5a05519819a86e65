"""A minimal .docx: paragraphs and tables, as a word processor takes them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from html import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>'
)


def paragraph(text: str, *, font: str, bold: bool = False, size: int = 11, side: str = "left") -> str:
    runs = "<w:r><w:br/></w:r>".join(
        f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/>{"<w:b/>" if bold else ""}'
        f'<w:sz w:val="{size * 2}"/></w:rPr><w:t xml:space="preserve">{escape(line)}</w:t></w:r>'
        for line in text.split("\n")
    )
    return f'<w:p><w:pPr><w:spacing w:after="120"/><w:jc w:val="{side}"/></w:pPr>{runs}</w:p>'


def grid(rows: Sequence[Sequence[str]], widths: Sequence[int], *, font: str, right: int) -> str:
    """A ruled table; columns from `right` on are set to the right; widths in twentieths of a point."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    text = f"<w:tbl><w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr><w:tblGrid>"
    text += "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + "</w:tblGrid>"
    for n, cells in enumerate(rows):
        text += "<w:tr>"
        for k, cell in enumerate(cells):
            side = "right" if k >= right else "left"
            text += (
                f'<w:tc><w:tcPr><w:tcW w:w="{widths[k]}" w:type="dxa"/></w:tcPr>'
                + paragraph(cell, font=font, bold=not n, size=10, side=side)
                + "</w:tc>"
            )
        text += "</w:tr>"
    return text + "</w:tbl>"


def docx(body: Sequence[str]) -> bytes:
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W}><w:body>{"".join(body)}<w:sectPr>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1300" w:right="1300" w:bottom="1000" w:left="1300"/></w:sectPr>'
        "</w:body></w:document>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/document.xml", document),
        ):
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 16, 8, 0, 0)), text)
    return buffer.getvalue()
