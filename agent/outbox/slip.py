"""The slip below a statement that its reader signs, scans or answers by mail: boxes to tick, and a QR code that writes."""

from typing import Final
from urllib.parse import quote

import segno

from agent.outbox.page import INK, MARGIN, QUIET, RULE, WIDTH, Page
from agent.outbox.paper import Paper

SLIP_HEIGHT: Final = 82.0  # mm
_CODE: Final = 30.0  # mm, of the QR code's side


def answer_link(paper: Paper) -> str:
    """A mail to us that says the balance agrees (RFC 6068)."""
    subject, body = paper.answer
    text = body.replace("\n", "\r\n")
    return f"mailto:{paper.company.address}?subject={quote(subject)}&body={quote(text)}"


def draw_slip(page: Page, paper: Paper) -> None:
    """At the place where the page stands; SLIP_HEIGHT must be free below it."""
    page.ln(5)
    top = page.get_y()
    page.set_draw_color(*QUIET)
    page.set_line_width(0.2)
    page.set_dash_pattern(dash=1.5, gap=1.2)
    page.line(MARGIN, top, MARGIN + WIDTH, top)
    page.set_dash_pattern()
    page.set_xy(MARGIN, top + 3)
    page.say(paper.word("slip", "title"), size=12, bold=True, width=100)
    page.say(f"{paper.us}  {paper.company.address}", size=8, color=QUIET, width=80, align="R")
    page.ln(7)
    asked = (
        paper.word("slip", "ask").format(day=paper.wording.day(paper.answer_on))
        if paper.answer_on
        else paper.word("slip", "ask_undated")
    )
    left = WIDTH - _CODE - 8
    for line, color in ((asked, INK), (paper.word("slip", "remark"), QUIET)):
        page.say(line, size=8.5, color=color, width=left)
        page.ln(4.8)
    page.ln(1)
    one = paper.statement
    balance = paper.word("slip", "balance").format(day=paper.wording.day(one.last_on))
    page.say(f"{paper.token}   {balance}", size=9, width=left - 36)
    page.say(paper.wording.money(one.closing), size=10, bold=True, width=36, align="R")
    page.ln(7)
    _box(page, paper.word("slip", "agrees"), left)
    _box(page, paper.word("slip", "differs"), left, is_open=True)
    page.say(paper.word("slip", "reason"), size=8.5, color=QUIET, width=left)
    page.ln(5)
    page.set_draw_color(*RULE)
    for _ in range(2):
        page.ln(5)
        page.line(MARGIN, page.get_y(), MARGIN + left, page.get_y())
    page.ln(3)
    _signed(page, paper, left)
    _code(page, paper, MARGIN + WIDTH - _CODE, top + 11)


def _box(page: Page, text: str, width: float, *, is_open: bool = False) -> None:
    """A box to tick, its text, and a line to write an amount on."""
    x, y = page.get_x(), page.get_y()
    page.set_draw_color(*INK)
    page.set_line_width(0.3)
    page.rect(x, y + 0.3, 3.6, 3.6)
    page.set_x(x + 6)
    page.say(text, size=9, width=width - 6 - (40 if is_open else 0))
    if is_open:
        page.set_font("text", "", 9)
        start = x + 8 + page.get_string_width(text)
        page.set_draw_color(*RULE)
        page.line(min(start, x + width - 30), y + 4.2, x + width, y + 4.2)
    page.ln(6.2)


def _signed(page: Page, paper: Paper, width: float) -> None:
    """Name, date, and room for a stamp."""
    y = page.get_y()
    page.set_draw_color(*RULE)
    for number, key in enumerate(("name", "date")):
        page.set_xy(MARGIN, y + number * 8)
        page.say(paper.word("slip", key), size=8.5, color=QUIET, width=22)
        page.line(MARGIN + 22, y + number * 8 + 4.5, MARGIN + 70, y + number * 8 + 4.5)
    page.rect(MARGIN + 76, y - 1, width - 76, 18)
    page.set_xy(MARGIN + 78, y)
    page.say(paper.word("slip", "stamp"), size=8, color=QUIET, width=width - 80)
    page.set_xy(MARGIN, y + 18)


def _code(page: Page, paper: Paper, x: float, y: float) -> None:
    """The QR code (ISO/IEC 18004) as dark squares, each row's runs together, and a link for those who click."""
    link = answer_link(paper)
    matrix = [bytes(row) for row in segno.make_qr(link, error="l", boost_error=False).matrix]
    side = _CODE / len(matrix)
    page.set_fill_color(0, 0, 0)
    for row, cells in enumerate(matrix):
        start = 0
        while (start := cells.find(1, start)) >= 0:
            end = cells.find(0, start)
            end = len(cells) if end < 0 else end
            page.rect(x + start * side, y + row * side, (end - start) * side, side + 0.02, style="F")
            start = end
    page.link(x, y, _CODE, _CODE, link)
    page.set_xy(x - 4, y + _CODE + 1)
    page.say(paper.word("slip", "scan"), size=7.5, color=QUIET, width=_CODE + 4, align="R")
