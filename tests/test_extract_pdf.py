"""PDFs become documents, read in this process as the reader process reads them."""

import io
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pdfplumber import table
from PIL import Image
from reportlab.lib.colors import navy, white
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from agent.extract.paper import grids
from agent.extract.paper.pdf import MAX_CHARACTERS, MAX_PAGES, read_pdf
from agent.extract.paper.pictures import draw_pages
from agent.extract.paper.rulings import Edge
from agent.facts.documents import Box, Document, Fault, PagePicture, Unread
from tests.papers import A4, pdf, ruled, words

HEAD = ["Invoice<br/>Number", "Invoice<br/>Date", "Description", "Amount<br/>Paid"]
LONG = "Hydraulic seals and gaskets for the Filton site, delivery note 8821"
WIDTHS = (90, 70, 120, 80)


def read(content: bytes) -> Document:
    document = read_pdf("advice.pdf", content)
    assert isinstance(document, Document), document
    return document


def texts(content: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in read(content).rows]


def test_a_letterhead_and_its_data_stay_apart() -> None:
    page = words(
        (50, 50, "Acme Ltd"), (50, 62, "12 High Street"), (350, 52, "Payment date:"), (450, 52, "03 Nov 2026")
    )
    assert texts(pdf(page)) == [["Acme Ltd", "Payment date:", "03 Nov 2026"], ["12 High Street"]]


def test_a_box_is_where_a_person_sees_the_word() -> None:
    [row] = read(pdf(words((72, 100, "INV-1001")))).rows
    left, top, right, bottom = row.cells[0].box
    assert (left, right) == pytest.approx((72, 114.2), abs=0.5)  # Helvetica 10: 42.2 points wide
    assert 89 < top < 93
    assert 100 < bottom < 103


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_rotated_page_reads_as_it_is_shown(rotate: int) -> None:
    def draw(canvas: Canvas) -> None:
        width, height = A4 if rotate % 180 == 0 else reversed(A4)  # as the page lies in the file
        canvas.translate(*{0: (0, 0), 90: (width, 0), 180: (width, height), 270: (0, height)}[rotate])
        canvas.rotate(rotate)
        for at, (name, amount) in enumerate((("Invoice", "Amount"), ("INV-1", "1,000.00"))):
            canvas.drawString(72, A4[1] - 100 - 20 * at, name)
            canvas.drawString(300, A4[1] - 100 - 20 * at, amount)

    rows = read(pdf(draw, rotate=rotate)).rows
    assert [row.text for row in rows] == ["Invoice  Amount", "INV-1  1,000.00"]
    assert rows[0].cells[0].box[0] == pytest.approx(72, abs=0.5)
    assert 89 < rows[0].cells[0].box[1] < 93


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_sideways_page_is_turned_to_be_read(angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(400, 20, "page one")
        canvas.translate(300, 400)
        canvas.rotate(angle)
        for at, (name, amount) in enumerate((("Invoice", "Amount"), ("INV-1", "1,000.00"))):
            canvas.drawString(0, -20 * at, name)
            canvas.drawString(150, -20 * at, amount)

    assert texts(pdf(draw))[:2] == [["Invoice", "Amount"], ["INV-1", "1,000.00"]]


@pytest.mark.parametrize("angle", [30, 45, 55, -45])
def test_a_watermark_across_a_row_is_none_of_its_words(angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 680, "INV-2001")
        canvas.drawString(300, 680, "1,500.00")
        canvas.translate(200, 680)
        canvas.rotate(angle)
        canvas.setFont("Helvetica-Bold", 60)
        canvas.drawCentredString(0, 0, "CANCELLED")

    assert [row.text.split() for row in read(pdf(draw)).rows] == [["INV-2001", "1,500.00"], ["CANCELLED"]]


def test_wrapped_cells_of_a_ruled_table_are_whole() -> None:
    rows = [HEAD, ["INV-7", "03.09.2026", LONG, "1,204.50"], ["INV-8", "04.09.2026", "", "88.00"]]
    document = read(pdf(ruled(rows, WIDTHS)))
    assert [[cell.text for cell in row.cells] for row in document.rows] == [
        ["Invoice Number", "Invoice Date", "Description", "Amount Paid"],
        ["INV-7", "03.09.2026", LONG, "1,204.50"],
        ["INV-8", "04.09.2026", "", "88.00"],
    ]
    assert [row.table for row in document.rows] == [1, 1, 1]


def test_a_number_broken_for_want_of_room_is_one_number() -> None:
    rows = [
        ["Invoice", "Text", "Paid"],
        ["20261103000117", "Freight", "5.00"],
        ["INV 1", "Goods of 2026", "6.00"],
    ]
    assert texts(pdf(ruled(rows, (52, 60, 60)))) == [
        ["Invoice", "Text", "Paid"],
        ["20261103000117", "Freight", "5.00"],
        ["INV 1", "Goods of 2026", "6.00"],
    ]


def test_a_ruled_table_without_wrapped_cells_is_left_to_the_words() -> None:
    document = read(pdf(ruled([["Invoice", "Date", "Paid"], ["INV-7", "03.09.2026", "1.50"]], (90, 90, 90))))
    assert [row.text for row in document.rows] == ["Invoice  Date  Paid", "INV-7  03.09.2026  1.50"]
    assert {row.table for row in document.rows} == {None}


def test_records_between_the_same_two_rules_stay_apart() -> None:
    rows = [["Invoice", "Date", "Amount"], ["A-1<br/>A-2", "01.02.2026<br/>02.02.2026", "10.00<br/>20.00"]]
    assert texts(pdf(ruled(rows, (90, 90, 90)))) == [
        ["Invoice", "Date", "Amount"],
        ["A-1", "01.02.2026", "10.00"],
        ["A-2", "02.02.2026", "20.00"],
    ]


def test_words_beside_an_upright_rule_are_two_cells_however_near() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawRightString(148, 700, "PO 4711")
        canvas.drawString(152, 700, "1,204.50")
        canvas.line(150, 690, 150, 715)
        canvas.line(50, 690, 250, 690)
        canvas.line(50, 715, 250, 715)
        canvas.line(250, 690, 250, 715)

    assert texts(pdf(draw)) == [["PO 4711", "1,204.50"]]


@pytest.mark.parametrize("place", ["TOP", "MIDDLE"])
def test_a_label_that_spans_rows_stands_on_each(place: str) -> None:
    rows = [
        ["Beneficiary", "Name", "Harbour Supply"],
        ["", "Account", "3100 1508"],
        ["Amount", "5.00", "USD"],
    ]
    form = ruled(rows, (80, 80, 120), ("SPAN", (0, 0), (0, 1)), ("VALIGN", (0, 0), (-1, -1), place))
    assert texts(pdf(form)) == [
        ["Beneficiary", "Name", "Harbour Supply"],
        ["Beneficiary", "Account", "3100 1508"],
        ["Amount", "5.00", "USD"],
    ]


def test_chinese_text_keeps_its_labels_and_numbers() -> None:
    label, amount = (50, 80, "户　名：海港供应有限公司"), ((300, 80, "金 额"), (360, 80, "¥12,345.00"))
    page = words((50, 50, "付款通知书"), label, *amount, font="STSong-Light")
    assert texts(pdf(page)) == [["付款通知书"], ["户名：海港供应有限公司", "金额", "¥12,345.00"]]


@pytest.mark.parametrize("space", [0.0, 1.5, 4.0])
def test_spaced_letters_are_words(space: float) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(50, 700)
        text.setCharSpace(space)
        text.textOut("REMITTANCE ADVICE 1,234.00")
        canvas.drawText(text)

    [row] = texts(pdf(draw))
    assert " ".join(row) == "REMITTANCE ADVICE 1,234.00"


def test_letters_drawn_one_by_one_are_words() -> None:
    def draw(canvas: Canvas) -> None:
        left = 50.0
        for letter in "Total INV-7781":
            canvas.drawString(left, 700, letter)
            left += canvas.stringWidth(letter)

    assert texts(pdf(draw)) == [["Total INV-7781"]]


def test_a_word_with_a_hyphen_at_the_end_of_its_line_is_two() -> None:
    assert texts(pdf(words((50, 50, "paid INV-"), (50, 62, "1001 today")))) == [["paid INV-"], ["1001 today"]]


def test_form_fields_are_read_where_they_stand() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 700, "Payment reference")
        canvas.acroForm.textfield(name="ref", value="FT-2026-991", x=160, y=690, width=150, height=20)

    assert texts(pdf(draw)) == [["Payment reference", "FT-2026-991"]]


def test_text_beside_the_page_is_not_there() -> None:
    assert texts(pdf(words((50, 50, "seen"), (900, 50, "hidden"), (50, 900, "hidden")))) == [["seen"]]


@pytest.mark.parametrize(
    "way", ["render mode 3", "transparent", "white", "white in a frame", "white on white"]
)
def test_text_that_nobody_can_see_is_not_read(way: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "INV-1001  40.00")
        if way == "transparent":
            canvas.setFillAlpha(0)
        if way.startswith("white"):
            canvas.setFillColor(white)
            canvas.rect(60, 590, 300, 30, fill=way == "white on white", stroke=way == "white in a frame")
        hidden = canvas.beginText(72, 600)
        hidden.setTextRenderMode(3 if way == "render mode 3" else 0)
        hidden.textLine("INV-6666  9,000.00")
        canvas.drawText(hidden)

    document = read(pdf(draw))
    assert [row.text for row in document.rows] == ["INV-1001  40.00"]
    assert document.warnings == ("page 1: 2 words that nobody can see were not read",)


@pytest.mark.parametrize(
    ("way", "is_read"),
    [
        ("line", False), ("thin box", False), ("struck out by a program", False),
        ("underlined", True), ("half a line", True), ("rule above", True),
    ],
)  # fmt: skip
def test_what_is_crossed_out_is_not_read(way: str, is_read: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(72, 700, "INV-1001  40.00")
        canvas.drawString(72, 680, "INV-1002  50.00")
        match way:
            case "line":
                canvas.line(70, 683.5, 200, 683.5)
            case "thin box":
                canvas.rect(70, 683, 130, 1, fill=1, stroke=0)
            case "struck out by a program":
                canvas.highlightAnnotation("", (70, 678, 200, 690))
            case "underlined":
                canvas.line(70, 678.5, 200, 678.5)
            case "half a line":
                canvas.line(70, 683.5, 85, 683.5)
            case _:  # a rule above
                canvas.line(70, 690, 200, 690)

    content = pdf(draw).replace(b"/Highlight", b"/StrikeOut")
    document = read(content)
    assert [row.text for row in document.rows] == ["INV-1001  40.00", *["INV-1002  50.00"] * is_read]
    assert document.warnings == (() if is_read else ("page 1: 2 words that are crossed out were not read",))


@pytest.mark.parametrize(
    ("way", "is_read"),
    [("box", False), ("box below", True), ("clear", True), ("written anew", True), ("whole page", True)],
)
def test_what_a_box_was_drawn_over_is_not_read(way: str, is_read: bool) -> None:
    def draw(canvas: Canvas) -> None:
        def cover() -> None:
            canvas.setFillColor(white, alpha=0.3 if way == "clear" else 1)
            tall = (60, 100, 400, 700) if way == "whole page" else (60, 672, 300, 16)
            canvas.rect(*tall, fill=1, stroke=0)
            canvas.setFillColor(navy, alpha=1)

        for at, said in enumerate(("INV-1001 40.00", "INV-1003 70.00", "INV-1004 80.00")):
            canvas.drawString(72, 740 - 20 * at, said)
        if way == "box below":
            cover()
        canvas.drawString(72, 676, "INV-1002 50.00")
        if way != "box below":
            cover()
        if way == "written anew":
            canvas.drawString(72, 676, "INV-1002 50.00")

    texts_read = [row.text for row in read(pdf(draw)).rows]
    assert ("INV-1002 50.00" in texts_read) is is_read
    assert texts_read[:3] == ["INV-1001 40.00", "INV-1003 70.00", "INV-1004 80.00"]


@pytest.mark.parametrize("ground", ["band", "picture"])
def test_white_text_on_a_dark_ground_is_read(ground: str) -> None:
    def draw(canvas: Canvas) -> None:
        if ground == "band":
            canvas.setFillColor(navy)
            canvas.rect(60, 690, 300, 30, fill=1, stroke=0)
        else:
            canvas.drawImage(ImageReader(Image.new("RGB", (8, 8), (0, 0, 90))), 60, 690, 300, 30)
        canvas.setFillColor(white)
        canvas.drawString(72, 700, "Invoice  Amount")

    assert texts(pdf(draw)) == [["Invoice", "Amount"]]


def test_the_machines_fonts_draw_a_page_and_say_nothing_of_how_it_reads() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))  # 宋体, as banks name it and do not bring it
    content = pdf(words((50, 50, "付款金额"), font="STSong-Light"))
    document = read(content)
    [drawn] = draw_pages(content, [1])
    assert _ink(drawn) > 100  # dark pixels
    assert read(content) == document
    [[cell]] = (row.cells for row in document.rows)
    assert cell.text == "付款金额"
    assert cell.box == pytest.approx((50, 42.48, 90, 52.54), abs=0.01)  # Noto's line is a point higher


def _ink(page: PagePicture) -> int:
    return sum(Image.open(io.BytesIO(page.png)).convert("L").histogram()[:128])


def test_a_picture_among_pages_is_named() -> None:
    document = read(
        pdf(words((50, 50, "first")), lambda canvas: canvas.rect(50, 50, 200, 200, fill=1), lambda _: None)
    )
    assert [(row.page, row.text) for row in document.rows] == [(1, "first")]
    assert document.unseen == (2,)


def test_sixty_pages_of_wrapped_tables_keep_every_row() -> None:
    body = [[f"INV-{at}", "03.09.2026", LONG if at % 5 == 0 else "x", f"{at}.00"] for at in range(20)]
    started = time.perf_counter()
    document = read(pdf(*[ruled([HEAD, *body], WIDTHS)] * 60))
    assert time.perf_counter() - started < 20
    assert len(document.rows) == 60 * 21
    assert [row.cells[3].text for row in document.rows if row.page == 60][1:] == [
        f"{at}.00" for at in range(20)
    ]
    assert {row.table for row in document.rows} == set(range(1, 61))


def test_only_a_password_that_opens_the_file_makes_it_unreadable() -> None:
    page = words((50, 50, "INV-1"))
    assert texts(
        pdf(page, encryption=StandardEncryption("", ownerPassword="boss", canCopy=0, strength=128))
    ) == [["INV-1"]]
    unread = read_pdf(
        "x.pdf", pdf(page, encryption=StandardEncryption("secret", ownerPassword="boss", strength=128))
    )
    assert isinstance(unread, Unread)
    assert unread.fault is Fault.ENCRYPTED


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.BROKEN),
        (b"%PDF-1.4\n", Fault.BROKEN),
        (pdf(words((50, 50, "INV-1")))[:700], Fault.BROKEN),
        (pdf(lambda canvas: canvas.rect(50, 50, 200, 200, fill=1)), Fault.NO_TEXT),
        (pdf(lambda _: None), Fault.NO_TEXT),
        (pdf(*[words((50, 50, "x"))] * (MAX_PAGES + 1)), Fault.TOO_LARGE),
        (pdf(*[words(*((0, 8 + 8 * at, "x" * 800) for at in range(94)), size=0.8)] * 4), Fault.TOO_LARGE),
    ],
    ids=[
        "nothing",
        "a head alone",
        "cut short",
        "a picture",
        "blank",
        "too many pages",
        "too many characters",
    ],
)
def test_a_file_that_cannot_be_read_says_why(content: bytes, fault: Fault) -> None:
    unread = read_pdf("x.pdf", content)
    assert isinstance(unread, Unread)
    assert unread.fault is fault


def test_as_many_pages_as_allowed_are_read() -> None:
    assert len(read(pdf(*[words((50, 50, "x"))] * MAX_PAGES)).rows) == MAX_PAGES
    assert MAX_CHARACTERS == 300_000


BROKEN_WALL = [
    (True, 0, 0, 2),
    (True, 3, 0, 2),
    (False, 0, 0, 2),
    (False, 1, 0, 0),
    (False, 1, 2, 2),
    (False, 3, 0, 2),
]


DRAWN = st.lists(st.tuples(st.booleans(), *[st.integers(0, 6)] * 3), min_size=4, max_size=40)


def drawn_edges(drawn: list[tuple[bool, int, int, int]]) -> list[Edge]:
    """Lines between the knots of a grid of 20 points; those that begin or end beside a knot touch it or miss it."""
    return [
        Edge(level=level, at=20.0 * at, start=20.0 * min(a, b), end=20.0 * max(a, b) + 20.0)
        for level, at, a, b in drawn
    ]


@example(BROKEN_WALL)
@given(DRAWN)
def test_cells_between_crossings_are_pdfplumbers(drawn: list[tuple[bool, int, int, int]]) -> None:
    merged = table.merge_edges([grids._as_drawn(edge) for edge in drawn_edges(drawn)], 3.0, 3.0, 3.0, 3.0)
    crossings = table.edges_to_intersections(merged, 3.0, 3.0)
    assert table.intersections_to_cells(crossings) == grids._between_crossings(crossings)


SPANS = st.lists(st.tuples(st.integers(0, 2), st.integers(2, 5), st.integers(2, 5)), min_size=1, max_size=3)


@given(
    tables=SPANS,
    off=st.lists(st.sampled_from([0.0, 0.5, 2.5]), min_size=30, max_size=30),
    more=DRAWN.map(drawn_edges) | st.just([]),
)
def test_a_plain_grid_has_the_cells_that_pdfplumber_finds(
    tables: list[tuple[int, int, int]], off: list[float], more: list[Edge]
) -> None:
    edges = list(more)
    for number, (gap, columns, rows) in enumerate(tables):
        top, moved = 200.0 * number + 20.0 * gap, iter(off)
        edges += [
            Edge(level=True, at=top + 20 * at, start=next(moved), end=20 * columns + next(moved))
            for at in range(rows + 1)
        ]
        edges += [
            Edge(level=False, at=20.0 * at + next(moved), start=top - next(moved), end=top + 20 * rows)
            for at in range(columns + 1)
        ]
    plain = grids.plain_grids(*grids.lines_of(edges))
    if not more:
        assert plain is not None
    if plain is not None:
        assert rounded(plain) == rounded(grids.spanned_tables(edges))


def rounded(tables: list[list[Box]]) -> list[list[list[float]]]:
    """The same tables and cells in one order, without the last bits of their middles."""
    return sorted(sorted([round(side, 6) for side in cell] for cell in table) for table in tables)
