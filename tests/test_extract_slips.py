"""Slips of Chinese banks and wallets, and advices beside them: payer and payee apart, 小写 against 大写, what did not go through."""

from dataclasses import replace
from typing import Any, Final

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table

from agent.extract.files.plain import read_plain
from agent.extract.files.sheets import read_sheets
from agent.extract.files.sniff import Format
from agent.extract.paper.pdf import read_pdf
from agent.extract.read import read_mail
from agent.facts.documents import Document, Unread
from agent.facts.mail import Body, Part
from agent.facts.readings import PaymentRead
from agent.markup import blocks
from tests.papers import A4, Draw, pdf, xlsx
from tests.structured_reads import told
from tests.test_extract_read import LOADED, OWN_NAMES, _mail

LEDGER, VOCABULARY = LOADED
LOOK: Final = ParagraphStyle("cell", fontName="STSong-Light", fontSize=9, leading=12, wordWrap="CJK")


def _form(rows: list[list[str]], widths: list[float], spans: list[list[int]]) -> Draw:
    """A ruled form whose cells wrap in their columns; spans are column, row to column, row."""
    cells = [[Paragraph(text, LOOK) for text in row] for row in rows]
    style = [("SPAN", (a, b), (c, d)) for a, b, c, d in spans]

    def draw(canvas: Canvas) -> None:
        grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
        table = Table(cells, colWidths=widths, style=[*grid, *style])
        _, height = table.wrapOn(canvas, 1000, 1000)
        table.drawOn(canvas, 40, A4[1] - 120 - height)
        canvas.setFont("STSong-Light", 14)
        canvas.drawString(220, A4[1] - 80, "网上银行电子回单")

    return draw


def _documents(case: dict[str, Any]) -> tuple[Document, ...]:
    found: list[Document | Unread | None] = []
    if "html" in case:
        part = Part(name="slip.html", content_type="", content=case["html"].encode())
        found.append(read_plain(part, Format.HTML))
    if "form" in case:
        found.append(read_pdf("slip.pdf", pdf(_form(case["form"], case["widths"], case["spans"]))))
    if "sheet" in case:
        found.append(read_sheets("slip.xlsx", xlsx(("Sheet1", case["sheet"]))))
    assert all(isinstance(one, Document) for one in found), found
    return tuple(one for one in found if isinstance(one, Document))


def _shown(payment: PaymentRead, wanted: dict[str, Any]) -> dict[str, Any]:
    plain = {"due": f"{payment.due_on or ''}", "words": f"{payment.words_amount or ''}"}
    rest = {name: value for name, value in wanted.items() if name not in plain}
    return {**told(payment, rest), **{name: plain[name] for name in wanted if name in plain}}


def test_slips(case: dict[str, Any]) -> None:
    mail = _mail({"sent": "2026-11-09T10:00:00+08:00", **case})
    if "grid_html" in case:
        mail = replace(mail, body=Body(own=blocks(case["grid_html"]), quoted=()))
    reading = read_mail(
        mail, _documents(case), (), (), ledger=LEDGER, senders=("HUAXIN",), vocabulary=VOCABULARY, own_names=OWN_NAMES
    )  # fmt: skip
    wanted = case.get("payments", [])
    got = [_shown(payment, want) for payment, want in zip(reading.payments, wanted, strict=False)]
    assert (got, len(reading.payments)) == (wanted, len(wanted)), reading.warnings
    assert reading.kind == ("remittance" if wanted else "other")


def test_lines_of_a_forms_cell_are_one_text_only_where_room_ran_out() -> None:
    rows = [
        ["用途", "发票24502000000088112318及24502000000088112325货款"],
        ["备注", "电话0512-88110022<br/>传真0512-88110023"],
    ]
    document = read_pdf("slip.pdf", pdf(_form(rows, [60, 180], [])))
    assert isinstance(document, Document)
    texts = [[cell.text for cell in row.cells] for row in document.rows][1:]
    assert texts == [
        ["用途", "发票24502000000088112318及 24502000000088112325货款"],
        ["电话0512-88110022"],
        ["备注"],
        ["传真0512-88110023"],
    ]
