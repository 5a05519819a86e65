"""Builds small PDFs and workbooks for the tests: real files in layouts of their own."""

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import pypdfium2
import xlsxwriter
import xlwt
from reportlab.lib import colors
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table

A4 = (595.27, 841.89)
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

Draw = Callable[[Canvas], None]


def pdf(
    *pages: Draw,
    size: tuple[float, float] = A4,
    rotate: int = 0,
    encryption: StandardEncryption | None = None,
) -> bytes:
    """A PDF of these pages; drawing starts in Helvetica 10."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, encrypt=encryption, invariant=1)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        canvas.setPageRotation(rotate)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def words(*lines: tuple[float, float, str], font: str = "Helvetica", size: float = 10) -> Draw:
    """A page of texts at x and distance from the top, of an A4 page."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for x, top, text in lines:
            canvas.drawString(x, A4[1] - top, text)

    return draw


def ruled(rows: Sequence[Sequence[str]], widths: Sequence[float], *style: Any, top: float = 100) -> Draw:
    """A page with a ruled table whose cells wrap in their columns."""
    look = ParagraphStyle("cell", fontName="Helvetica", fontSize=9, leading=11, splitLongWords=True)
    cells = [[Paragraph(text, look) for text in row] for row in rows]

    def draw(canvas: Canvas) -> None:
        table = Table(cells, colWidths=widths, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), *style])
        _, height = table.wrapOn(canvas, 1000, 1000)
        table.drawOn(canvas, 50, A4[1] - top - height)

    return draw


def xlsx(*sheets: tuple[str, Sequence[Sequence[Any]]], hidden: Sequence[str] = ()) -> bytes:
    """A workbook of sheets with a name and rows of values."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    for name, rows in sheets:
        sheet = book.add_worksheet(name)
        if name in hidden:
            sheet.hide()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    book.close()
    return out.getvalue()


def xls(name: str, rows: Sequence[Sequence[Any]]) -> bytes:
    """A workbook of Excel 97."""
    book = xlwt.Workbook()
    sheet = book.add_sheet(name)
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write(at, column, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods(name: str, rows: Sequence[Sequence[str | float]]) -> bytes:
    """An OpenDocument workbook of one sheet."""

    def cell(value: str | float) -> str:
        if isinstance(value, str):
            return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'

    body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
        for prefix in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="{name}">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    return zipped(
        ("mimetype", kind.encode()),
        ("content.xml", content.encode()),
        ("META-INF/manifest.xml", manifest.encode()),
    )


def zipped(*entries: tuple[str, bytes]) -> bytes:
    """A zip archive; the first entry is stored as it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for at, (name, content) in enumerate(entries):
            archive.writestr(name, content, zipfile.ZIP_DEFLATED if at else zipfile.ZIP_STORED)
    return out.getvalue()


def raw_pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalog."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(
        out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    )


def stream(dictionary: bytes, content: bytes) -> bytes:
    """A stream object."""
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (dictionary, len(content), content)


def doubling_pdf(depth: int = 25) -> bytes:
    """A page whose form XObjects each draw the next one twice: 2 ** depth drawings in a few KB."""
    forms = []
    for level in range(depth):
        number = 5 + level + 1
        inner = b"/F Do /F Do" if level < depth - 1 else b"BT /T 9 Tf (x) Tj ET"
        names = b"/XObject<</F %d 0 R>>" % number if level < depth - 1 else b"/Font<</T 4 0 R>>"
        forms.append(stream(b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<<%s>>" % names, inner))
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R/Resources<</XObject<</F 5 0 R>>>>>>"
    )
    pages = b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (5 + depth)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", pages, stream(b"", b"/F Do"), font, *forms, page)


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(body: str, *, main: str = "word/document.xml", **others: str) -> bytes:
    """A DOCX whose main part has this body; `styles`, `header1`, `footnotes` ... are parts related to it."""

    def part(content: str, name: str) -> bytes:
        names = (
            f'xmlns:w="{_WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
            ' xmlns:v="urn:schemas-microsoft-com:vml"'
            ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        )
        return f'<?xml version="1.0"?><w:{name} {names}>{content}</w:{name}>'.encode()

    def relations(targets: Sequence[tuple[str, str]]) -> bytes:
        each = "".join(
            f'<Relationship Id="r{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
            for at, (kind, target) in enumerate(targets)
        )
        return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{each}</Relationships>'.encode()

    folder, _, name = main.rpartition("/")
    roots = {"header": "hdr", "footer": "ftr"}
    kinds = [(other.rstrip("0123456789"), other) for other in others]
    return zipped(
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", relations([("officeDocument", main)])),
        (f"{folder}/_rels/{name}.rels", relations([(kind, f"{other}.xml") for kind, other in kinds])),
        (main, part(f"<w:body>{body}</w:body>", "document")),
        *((f"{folder}/{other}.xml", part(others[other], roots.get(kind, kind))) for kind, other in kinds),
    )


def paragraph(*runs: str) -> str:
    """A DOCX paragraph; what does not begin with `<` is text."""
    made = (run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return f"<w:p>{''.join(made)}</w:p>"


def odt(body: str, styles: str = "") -> bytes:
    """An ODT with this text and these automatic styles."""
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("table", "table"),
            ("text", "text"),
            ("style", "style"),
            ("draw", "drawing"),
        )
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped(("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.encode()))


def with_files(content: bytes, *files: tuple[str, bytes]) -> bytes:
    """A PDF with these files attached."""
    document = pypdfium2.PdfDocument(content)
    for name, data in files:
        document.new_attachment(name).set_data(data)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()
