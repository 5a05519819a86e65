"""A statement on paper to a PDF: A4, as many pages as it takes; the same paper always gives the same bytes."""

from collections.abc import Iterable, Sequence
from typing import Final

from fpdf.enums import TableBordersLayout, XPos, YPos
from fpdf.fonts import FontFace

from agent.money import Money
from agent.outbox.page import INK, MARGIN, QUIET, RED, RULE, SHADE, WIDTH, Fonts, Page
from agent.outbox.paper import CASH_COLUMNS, ITEM_COLUMNS, LINE_COLUMNS, Cell, Paper
from agent.outbox.slip import SLIP_HEIGHT, draw_slip

_RIGHT: Final = frozenset({"late", "debit", "credit", "balance", "billed", "open", "amount"})
_GIVING: Final = frozenset({"type", "flag", "po"})  # are broken into lines where room is short
_LEAST_WIDTH: Final = 15.0  # mm, of a column that gives way
_PADDING: Final = 0.9  # mm, at both sides of a cell
_PLAIN: Final = FontFace(fill_color=(255, 255, 255))
_STRONG: Final = FontFace(emphasis="BOLD", fill_color=(255, 255, 255))
_SIZES: Final = tuple(8 - step / 4 for step in range(15))


def statement_pdf(paper: Paper, fonts: Fonts) -> bytes:
    """A file that people print and programs read: the text is text, the fonts are its own."""
    page = Page(paper, fonts)
    page.add_page()
    _head(page)
    _strip(page)
    _section(page, "movements")
    if paper.statement.lines:
        forward = _forward(paper, "brought_forward", paper.statement.opening)
        last = _forward(paper, "carried_forward", paper.statement.closing)
        _table(page, LINE_COLUMNS, [forward, *paper.lines(), last], bold=(0, -1))
    else:
        _note(page, paper.word("paper", "nothing_moved"))
    _section(page, "items")
    if paper.statement.items:
        total = ("", "", None, None, None, None, paper.statement.open_total, "")
        _table(page, ITEM_COLUMNS, [*paper.items(), total], bold=(-1,))
    else:
        _note(page, paper.word("paper", "nothing_open"))
    if paper.statement.cash:
        _section(page, "cash")
        _table(page, CASH_COLUMNS, list(paper.cash()), bold=())
    if paper.statement.items:
        _section(page, "aging")
        _aging(page)
    _note(page, paper.word("paper", "note"))
    _guide(page)
    if page.will_page_break(SLIP_HEIGHT):
        page.add_page()
    draw_slip(page, paper)
    return bytes(page.output())


def _forward(paper: Paper, key: str, amount: Money) -> tuple[Cell, ...]:
    return None, paper.word("paper", key), None, None, None, None, None, None, amount


def _head(page: Page) -> None:
    paper, one = page.paper, page.paper.statement
    page.say(paper.us, size=14, bold=True, width=WIDTH * 0.6)
    page.say(paper.word("paper", "title"), size=14, width=WIDTH * 0.4, align="R")
    page.ln(9)
    page.set_draw_color(*INK)
    page.set_line_width(0.4)
    page.line(MARGIN, page.get_y(), MARGIN + WIDTH, page.get_y())
    page.ln(3)
    top = page.get_y()
    facts = [
        ("customer_no", one.customer_id),
        ("reference", paper.token),
        ("period", paper.days),
        ("as_of", paper.known_at),
        ("currency", one.currency),
    ]
    for key, value in facts:
        page.set_x(MARGIN + WIDTH * 0.5)
        page.say(paper.word("paper", key), size=8.5, color=QUIET, width=WIDTH * 0.18)
        page.say(value, size=8.5, width=WIDTH * 0.32)
        page.ln(4.6)
    bottom = page.get_y()
    page.set_xy(MARGIN, top)
    page.say(paper.word("paper", "to"), size=8.5, color=QUIET)
    page.ln(4.6)
    page.set_font("text", "B", 10.5)
    page.set_text_color(*INK)
    page.multi_cell(WIDTH * 0.46, 5, paper.customer.name, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    page.set_y(max(bottom, page.get_y()) + 3)


def _strip(page: Page) -> None:
    """Opening to closing in one look."""
    paper, top = page.paper, page.get_y()
    sums = list(paper.strip())
    width = WIDTH / len(sums)
    page.set_fill_color(*SHADE)
    page.rect(MARGIN, top, WIDTH, 15, style="F")
    for number, (label, amount) in enumerate(sums):
        is_last = number == len(sums) - 1
        page.set_xy(MARGIN + number * width + 2, top + 2)
        page.say(label, size=8, color=QUIET, width=width - 4)
        page.set_xy(MARGIN + number * width + 2, top + 7.5)
        page.say(paper.wording.figures(amount), size=11, bold=is_last, width=width - 4)
    page.set_xy(MARGIN, top + 17)
    said = f"{paper.word('paper', 'in_words')}{'：' if _is_han(paper) else ': '}{paper.in_words}"
    page.say(said if paper.in_words else "", size=9, width=WIDTH * 0.62)
    if paper.statement.overdue.minor > 0:
        overdue = paper.wording.figures(paper.statement.overdue)
        page.say(
            f"{paper.word('strip', 'overdue')} {overdue}", size=9, color=RED, width=WIDTH * 0.38, align="R"
        )
    page.ln(3)


def _is_han(paper: Paper) -> bool:
    return paper.wording.language.code == "zh"


def _section(page: Page, key: str) -> None:
    """A heading, with room for two rows below it."""
    if page.will_page_break(24):
        page.add_page()
    page.ln(4)
    page.say(page.paper.word("paper", key), size=10, bold=True)
    page.ln(6)


def _note(page: Page, text: str) -> None:
    page.ln(1.5)
    page.set_font("text", "", 8)
    page.set_text_color(*QUIET)
    page.multi_cell(WIDTH, 4, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _table(
    page: Page, columns: Sequence[str], rows: Sequence[Sequence[Cell]], *, bold: Iterable[int]
) -> None:
    """Rows below headings that each page repeats; a column without anything in it is left out."""
    paper, strong = page.paper, {index % len(rows) for index in bold}
    texts = [[paper.text(cell) for cell in row] for row in rows]
    kept = [place for place, name in enumerate(columns) if name in _RIGHT or any(row[place] for row in texts)]
    names = [columns[place] for place in kept]
    headings = [paper.word("columns", name) for name in names]
    body = [[row[place] for place in kept] for row in texts]
    size, widths = _fitted(page, names, headings, body)
    _set(page, [headings, *body], widths, names, size=size, strong={number + 1 for number in strong})


def _fitted(
    page: Page, names: Sequence[str], headings: Sequence[str], body: Sequence[Sequence[str]]
) -> tuple[float, list[float]]:
    """The largest size at which no number, day or amount is broken, and what each column gets of the width."""
    for size in _SIZES:
        page.set_font("text", "B", size)
        natural = [
            max(map(page.get_string_width, {row[place] for row in body}), default=0)
            for place in range(len(names))
        ]
        least = [
            min(width, _LEAST_WIDTH) if name in _GIVING else width
            for name, width in zip(names, natural, strict=True)
        ]
        heads = [max(map(page.get_string_width, _pieces(heading)), default=0) for heading in headings]
        widths = [max(pair) + 2 * _PADDING for pair in zip(least, heads, strict=True)]
        left = WIDTH - sum(widths)
        if left >= 0 or size == _SIZES[-1]:
            break
    wanting = [max(0.0, want + 2 * _PADDING - width) for want, width in zip(natural, widths, strict=True)]
    share = min(1.0, max(0.0, left) / sum(wanting)) if sum(wanting) else 0.0
    widths = [width + want * share for width, want in zip(widths, wanting, strict=True)]
    spread = WIDTH / sum(widths)
    return size, [width * spread for width in widths]


def _pieces(heading: str) -> list[str]:
    """What of a heading is not broken: a word, or two wide characters."""
    return heading.split() if heading.isascii() or " " in heading else [heading[:4]]


def _set(
    page: Page,
    rows: Sequence[Sequence[str]],
    widths: Sequence[float] | None,
    names: Sequence[str],
    *,
    size: float,
    strong: Iterable[int],
) -> None:
    """The first row is the headings."""
    page.set_font("text", "", size)
    page.set_text_color(*INK)
    page.set_draw_color(*RULE)
    page.set_line_width(0.15)
    strong = set(strong)
    with page.table(
        width=WIDTH,
        col_widths=tuple(widths) if widths else None,
        text_align=tuple("RIGHT" if name in _RIGHT else "LEFT" for name in names),
        line_height=size * 0.54,
        padding=(0.5, _PADDING),
        headings_style=FontFace(emphasis="BOLD", color=QUIET, fill_color=SHADE),
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
    ) as table:
        for number, row in enumerate(rows):
            table.row(row, style=_STRONG if number in strong else _PLAIN if number else None)


def _aging(page: Page) -> None:
    cells = list(page.paper.aging())
    rows = [[label for label, _ in cells], [page.paper.wording.figures(amount) for _, amount in cells]]
    _set(page, rows, None, ["amount"] * len(cells), size=8, strong=())


def _guide(page: Page) -> None:
    """Where to pay, as remitd.toml has it."""
    paper = page.paper
    if not paper.guide:
        return
    if page.will_page_break(8 + 4.4 * len(paper.guide)):
        page.add_page()
    page.ln(3)
    page.say(paper.guide_caption, size=10, bold=True)
    page.ln(6)
    for label, value in paper.guide:
        page.say(label, size=8.5, color=QUIET, width=WIDTH * 0.2)
        page.say(value, size=8.5, width=WIDTH * 0.8)
        page.ln(4.4)
