"""DOCX and ODT become rows: what a reader sees, in its order; what is deleted, hidden or struck out is not there."""

import time
from pathlib import Path

import pytest

from agent.extract.files.archive import MAX_XML
from agent.extract.files.docx import read_docx
from agent.extract.files.odt import read_odt
from agent.extract.files.sniff import Format, sniff
from agent.extract.files.typed import DEEPEST
from agent.facts.documents import Document, Fault, Source, Unread
from agent.facts.mail import Part
from agent.markup import MOST_ROWS, MOST_TEXT
from tests.papers import docx, odt, paragraph, zipped

CORPUS = Path(__file__).parent / "corpus" / "typed"
TABLE = [["LC-40021", "300.00"], ["LC-40022", "450.00"], ["Total", "750.00"]]


def read(content: bytes) -> Document:
    format = sniff(Part(name="x", content_type="application/octet-stream", content=content))
    document = {Format.DOCX: read_docx, Format.ODT: read_odt}[format]("letter", content)
    assert isinstance(document, Document), document
    assert document.source is Source.TEXT
    return document


def texts(content: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in read(content).rows]


@pytest.mark.parametrize(
    "path", sorted(CORPUS.glob("*.docx")) + sorted(CORPUS.glob("*.odt")), ids=lambda path: path.name
)
def test_letters_of_other_programs_read_alike(path: Path) -> None:
    document = read(path.read_bytes())
    table = [[row.cells[0].text, row.cells[2].text] for row in document.rows if row.table == 1]
    assert table == [["Invoice", "Amount paid"], *TABLE]
    said = " ".join(row.text for row in document.rows)
    assert "AUR-5519" in said
    assert "Aurelio Refrigeration Ltd" in said
    assert "9,999.00" not in said  # hidden
    assert "5,000.00" not in said  # struck out


BOLD = "<w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r>"


@pytest.mark.parametrize(
    ("runs", "seen"),
    [
        ((BOLD, " and plain"), ["bold and plain"]),
        (("<w:r><w:t>INV-1</w:t><w:tab/><w:t>5.00</w:t></w:r>",), ["INV-1", "5.00"]),
        (("<w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>3</w:t></w:r>",), ["12-3"]),
        (("paid ", "<w:del><w:r><w:delText>5.00</w:delText></w:r></w:del>", "<w:ins><w:r><w:t>6.00</w:t></w:r></w:ins>"), ["paid 6.00"]),
        (("a", "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>", "<w:moveTo><w:r><w:t>here</w:t></w:r></w:moveTo>"), ["ahere"]),
        (("seen ", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"), ["seen"]),
        (("seen ", '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>too</w:t></w:r>'), ["seen too"]),
        (("seen ", "<w:r><w:rPr><w:strike/></w:rPr><w:t>struck</w:t></w:r>"), ["seen"]),
        (("seen ", '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>white</w:t></w:r>'), ["seen"]),
        (("seen ", '<w:r><w:rPr><w:color w:val="FFFFFF"/><w:shd w:fill="000080"/></w:rPr><w:t>on blue</w:t></w:r>'), ["seen on blue"]),
        (("seen ", '<w:r><w:rPr><w:rStyle w:val="Derived"/></w:rPr><w:t>hidden</w:t></w:r>'), ["seen"]),
        (('<w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink>',), ["linked"]),
        (('<w:fldSimple w:instr="DATE"><w:r><w:t>9.11.</w:t></w:r></w:fldSimple>',), ["9.11."]),
        (('<w:r><w:instrText>MERGEFIELD total 7.00</w:instrText></w:r>', "5.00"), ["5.00"]),
        (("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>filled in</w:t></w:r></w:sdtContent></w:sdt>",), ["filled in"]),
        (("&lt;table&gt;&amp;nbsp;",), ["<table>&nbsp;"]),
    ],
)  # fmt: skip
def test_a_paragraph_says_what_a_reader_sees(runs: tuple[str, ...], seen: list[str]) -> None:
    styles = (
        '<w:style w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Derived"><w:basedOn w:val="Hidden"/></w:style>'
    )
    assert texts(docx(paragraph(*runs).replace("<w:t>", '<w:t xml:space="preserve">'), styles=styles)) == [
        seen
    ]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_merged_cells_say_their_text_once_and_deleted_rows_nothing() -> None:
    body = "<w:tbl>" + "".join((
        row(cell("Invoice"), cell("Amount paid", '<w:gridSpan w:val="2"/>')),
        row(cell("A-1", '<w:vMerge w:val="restart"/>'), cell("5.00"), cell("USD")),
        row(cell("copied", "<w:vMerge/>"), cell("6.00"), cell("USD")),
        row(cell("A-2"), cell("7.00"), cell("USD"), properties="<w:del/>"),
        row(cell("8.00"), cell("USD"), properties='<w:gridBefore w:val="1"/>'),
    )) + "</w:tbl>"  # fmt: skip
    assert texts(docx(body)) == [
        ["Invoice", "Amount paid", ""],
        ["A-1", "5.00", "USD"],
        ["", "6.00", "USD"],
        ["", "8.00", "USD"],
    ]


def test_white_words_on_a_shaded_cell_or_in_a_styled_table_are_seen() -> None:
    white = '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Paid</w:t></w:r>'
    plain = "<w:tbl>" + row(cell("A"), cell(white)) + row(cell("1"), cell("2")) + "</w:tbl>"
    shaded = plain.replace("<w:tcPr></w:tcPr>", '<w:tcPr><w:shd w:fill="1F3864"/></w:tcPr>')
    styled = plain.replace("<w:tbl>", '<w:tbl><w:tblPr><w:tblStyle w:val="GridTable5Dark"/></w:tblPr>')
    assert [texts(docx(body))[0] for body in (plain, shaded, styled)] == [
        ["A", ""],
        ["A", "Paid"],
        ["A", "Paid"],
    ]


def test_a_table_in_a_table_lays_out_a_page() -> None:
    inner = "<w:tbl>" + row(cell("A-1"), cell("5.00")) + row(cell("A-2"), cell("6.00")) + "</w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{paragraph('Advice')}{inner}{paragraph('end')}</w:tc></w:tr></w:tbl>"
    assert texts(docx(body)) == [["Advice"], ["A-1", "5.00"], ["A-2", "6.00"], ["end"]]


def test_lines_set_with_the_same_tabs_are_a_table() -> None:
    lines = [paragraph(*("<w:r><w:t>" + "</w:t><w:tab/><w:t>".join(one) + "</w:t></w:r>",)) for one in (("Invoice", "Text", "Paid"), ("A-1", "a very long description of goods", "5.00"), ("A-2", "x", "6.00"))]  # fmt: skip
    document = read(docx("".join(lines) + paragraph("end")))
    assert [[one.text for one in row.cells] for row in document.rows][1:] == [
        ["A-1", "a very long description of goods", "5.00"],
        ["A-2", "x", "6.00"],
        ["end"],
    ]
    assert [row.table for row in document.rows] == [1, 1, 1, None]


def test_a_text_box_is_read_once_after_its_paragraph_and_headers_last() -> None:
    box = f"<w:txbxContent>{paragraph('in the box')}</w:txbxContent>"
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    content = docx(
        paragraph("before", drawing) + paragraph("after"),
        header1=paragraph("letterhead"),
        header2=paragraph("letterhead"),
        footer1=paragraph("bank details"),
        footnotes=f'<w:footnote w:type="separator">{paragraph("---")}</w:footnote><w:footnote>{paragraph("note")}</w:footnote>',
    )
    assert [row.text for row in read(content).rows] == [
        "before",
        "in the box",
        "after",
        "note",
        "letterhead",
        "bank details",
    ]


def test_the_main_part_is_found_by_its_relation() -> None:
    assert texts(docx(paragraph("here"), main="word/document2.xml")) == [["here"]]


def test_what_is_embedded_and_not_read_is_told() -> None:
    document = read(docx(paragraph("see") + "<w:altChunk/>"))
    assert document.warnings == ("it holds an embedded part that was not read",)


ODT = """
<text:tracked-changes><text:p>deleted 9.99</text:p></text:tracked-changes>
<text:h>Advice</text:h><text:p>paid<text:s text:c="3"/>by wire<text:span text:style-name="H"> hidden</text:span></text:p>
<text:p text:style-name="H">hidden too</text:p>
<text:section text:display="none"><text:p>hidden as well</text:p></text:section>
<text:p>A<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note> B<text:tab/>C</text:p>
<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Invoice</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>Paid</text:p></table:table-cell></table:table-row></table:table-header-rows>
<table:table-row><table:table-cell><text:p>A-1</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"><text:p>5.00</text:p></table:table-cell></table:table-row></table:table>
<text:list><text:list-item><text:p>last</text:p></text:list-item></text:list>
"""


def test_an_odt_says_what_a_reader_sees() -> None:
    style = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    assert texts(odt(ODT, style)) == [
        ["Advice"],
        ["paid", "by wire"],
        ["A B", "C"],
        ["note"],
        ["Invoice", "", "Paid"],
        ["A-1", "5.00", "5.00"],
        ["last"],
    ]


DEEP = "<w:sdt>" * (DEEPEST + 2) + paragraph("x") + "</w:sdt>" * (DEEPEST + 2)
ROWS = row(cell("A"), cell("1"))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (docx(""), Fault.NO_TEXT),
        (docx(paragraph("x"))[:-30], Fault.BROKEN),
        (docx(paragraph("x") + "<w:p>"), Fault.BROKEN),
        (zipped(("word/document.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')), Fault.BROKEN),
        (zipped(("word/documentary.xml", b"<x/>")), Fault.BROKEN),
        (docx(DEEP), Fault.TOO_LARGE),
        (docx("<w:tbl>" + ROWS * (MOST_ROWS + 1) + "</w:tbl>"), Fault.TOO_LARGE),
        (docx(paragraph("x" * (MOST_TEXT + 1))), Fault.TOO_LARGE),
        (zipped(("x", b""), ("word/document.xml", b" " * (MAX_XML + 1))), Fault.TOO_LARGE),
        (zipped(("x", b""), ("word/document.xml", b" " * 250_000_000)), Fault.TOO_LARGE),
    ],
    ids=["empty", "cut", "open tag", "dtd", "no main part", "deep", "rows", "characters", "entry", "bomb"],
)  # fmt: skip
def test_a_letter_that_cannot_be_read_says_why(content: bytes, fault: Fault) -> None:
    started = time.perf_counter()
    unread = read_docx("letter.docx", content)
    assert time.perf_counter() - started < 5
    assert isinstance(unread, Unread), unread
    assert unread.fault is fault


def test_as_many_rows_as_allowed_are_read() -> None:
    assert len(read(docx("<w:tbl>" + ROWS * MOST_ROWS + "</w:tbl>")).rows) == MOST_ROWS


def test_an_odt_with_a_password_is_encrypted() -> None:
    manifest = b"<manifest><file-entry><encryption-data/></file-entry></manifest>"
    unread = read_odt(
        "x", zipped(("mimetype", b"x"), ("content.xml", b"\x01"), ("META-INF/manifest.xml", manifest))
    )
    assert isinstance(unread, Unread)
    assert unread.fault is Fault.ENCRYPTED
