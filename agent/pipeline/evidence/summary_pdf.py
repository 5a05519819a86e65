"""A pack's tables to the same summary on paper: A4 across, the same summary always gives the same bytes."""

from collections.abc import Iterator, Sequence
from datetime import UTC
from typing import Any, Final

from fpdf import FPDF
from fpdf.enums import TableBordersLayout, XPos, YPos
from fpdf.fonts import FontFace

from agent.outbox.clean import clean
from agent.outbox.page import INK, QUIET, RULE, SHADE
from agent.outbox.paper import Fonts
from agent.pipeline.evidence.summary import Summary

_MARGIN: Final = 14.0  # mm
_WIDTH: Final = 297 - 2 * _MARGIN
_RIGHT: Final = frozenset({"billed", "open", "amount", "days_overdue", "line"})

Table = tuple[str, tuple[tuple[str, int], ...], list[tuple[str, ...]]]
"""A heading's word, columns (word and share of the width), rows."""


class _Sheet(FPDF):
    """A page with what it is about and its number in the foot."""

    def __init__(self, summary: Summary, fonts: Fonts) -> None:
        super().__init__(orientation="landscape", unit="mm", format="A4")
        self.foot = (
            f"{summary.word('title', what=summary.asked.what)}   {summary.asked.as_of}   {summary.head}"
        )
        self.add_font("text", "", fonts.regular, collection_font_number=fonts.face)
        self.add_font("text", "B", fonts.bold, collection_font_number=fonts.face)
        self.set_margins(_MARGIN, 12)
        self.set_auto_page_break(auto=True, margin=16)
        self.set_creation_date(summary.asked.made_at.astimezone(UTC))
        self.set_title(summary.word("title", what=summary.asked.what))
        self.set_author(summary.asked.company.name)
        self.set_lang(summary.asked.words.code)
        self.alias_nb_pages("{pages}")

    def footer(self) -> None:
        """What it is about, the journal's head, page n of m."""
        self.set_y(-11)
        self.set_font("text", "", 7)
        self.set_text_color(*QUIET)
        self.cell(_WIDTH, 4, f"{self.foot}   {self.page_no()} / {{pages}}")

    def said(self, text: str, size: float, *, style: str = "", color: tuple[int, int, int] = INK) -> None:
        """A paragraph."""
        self.set_font("text", style, size)
        self.set_text_color(*color)
        self.multi_cell(_WIDTH, size * 0.5, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def as_pdf(summary: Summary, fonts: Fonts) -> bytes:
    """What the page says, for a file of paper."""
    asked, their, word = summary.asked, summary.their, summary.word
    sheet = _Sheet(summary, fonts)
    sheet.add_page()
    sheet.said(word("title", what=asked.what), 15, style="B")
    sheet.ln(1)
    sheet.said(word("says", company=asked.company.name, customer=their.customer.name), 9)
    sheet.ln(2)
    for key, value in (
        ("customer", f"{their.customer.name} ({', '.join(their.ids)})"),
        ("as_of", asked.wording.day(asked.as_of)),
        ("made_at", f"{asked.made_at.astimezone(UTC).isoformat(timespec='seconds')}, remitd {asked.version}"),
        ("open", " · ".join(summary.open_totals()) or word("nothing")),
        ("journal", f"{word('journal_says', lines=summary.count)} {summary.head}"),
    ):
        sheet.said(f"{word(key)}: {clean(value, 300)}", 9)
    for heading, columns, rows in _tables(summary):
        _table(sheet, summary, heading, columns, rows)
        if heading == "limitation" and rows:
            sheet.said(word("no_advice"), 7.5, color=QUIET)
    sheet.ln(2)
    sheet.said(word("times_are_utc"), 7.5, color=QUIET)
    return bytes(sheet.output())


def _table(
    sheet: _Sheet,
    summary: Summary,
    heading: str,
    columns: Sequence[tuple[str, int]],
    rows: Sequence[Sequence[str]],
) -> None:
    if sheet.will_page_break(26):
        sheet.add_page()
    sheet.ln(5)
    sheet.said(summary.word(heading), 11, style="B")
    sheet.ln(1)
    if not rows:
        sheet.said(summary.word("nothing"), 8, color=QUIET)
        return
    sheet.set_font("text", "", 7.5)
    sheet.set_text_color(*INK)
    sheet.set_draw_color(*RULE)
    sheet.set_line_width(0.15)
    with sheet.table(
        width=_WIDTH,
        col_widths=tuple(share for _, share in columns),
        text_align=tuple("RIGHT" if name in _RIGHT else "LEFT" for name, _ in columns),
        line_height=4,
        padding=(0.4, 0.9),
        headings_style=FontFace(emphasis="BOLD", color=QUIET, fill_color=SHADE),
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
    ) as table:
        table.row([summary.word(name) for name, _ in columns])
        for row in rows:
            table.row([clean(cell, 200) for cell in row])


def _tables(it: Summary) -> Iterator[Table]:
    """The same tables as in summary.html, in the same order."""
    columns: tuple[tuple[str, int], ...]
    columns = (("invoice", 24), ("issued", 12), ("due", 12), ("billed", 18), ("open", 18), ("days_overdue", 12), ("paid_by", 40))  # fmt: skip
    yield "account", columns, [
        (line["invoice"], line["issue_date"], line["due_date"], it.money(line["amount"], line["currency"]),
         it.money(line["open_amount"], line["currency"]), str(line["days_overdue"] or ""), ", ".join(line["payments"]))
        for line in it.account
    ]  # fmt: skip
    columns = (
        ("date", 11),
        ("what", 16),
        ("invoice", 22),
        ("amount", 16),
        ("told", 50),
        ("source", 22),
        ("line", 10),
    )
    yield "agreements", columns, [
        (line["date"][:10], it.word(line["what"]), line["invoice"] or "", it.money(line["amount"], line["currency"]),
         line["told"], line["message"] or line["recorded_by"], str(line["journal_line"]))
        for line in it.agreements
    ]  # fmt: skip
    columns = (("invoice", 24), ("due", 12), ("law", 8), ("started", 14), ("interrupted", 14), ("ground", 40), ("line", 12), ("expires", 14))  # fmt: skip
    yield "limitation", columns, [
        (line["invoice"], line["due_date"], line["law"], line["started"] or it.word("not_counted"),
         line["interrupted"] or "", f"{it.word('ground_' + line['by'])} ({line['record']})" if line["by"] else "",
         str(line["journal_line"] or ""), line["expires"] or "")
        for line in it.limitation
    ]  # fmt: skip
    columns = (("date", 12), ("payment", 22), ("amount", 18), ("reference", 24), ("status", 22), ("settles", 48), ("source", 22))  # fmt: skip
    yield "payments", columns, [
        (line["date"] or "", line["payment_id"], it.money(line["amount"], line["currency"]), line["reference"] or "",
         it.asked.words.word("statuses", line["status"]), ", ".join(line["applied"]), line["message"])
        for line in it.payments
    ]  # fmt: skip
    columns = (
        ("date", 12),
        ("amount", 18),
        ("payment", 22),
        ("reference", 24),
        ("statement", 50),
        ("line", 12),
    )
    yield "bank", columns, [
        (line["booked_on"] or "", it.money(line["amount"], line["currency"]), line["payment_id"], line["reference"] or "",
         f"{line['statement']} {line['place'] or ''}".strip(), str(line["journal_line"]))
        for line in it.bank
    ]  # fmt: skip
    columns = (("date", 20), ("what", 22), ("correspondent", 32), ("subject", 40), ("invoices", 30), ("delivered", 28), ("file", 11))  # fmt: skip
    yield "contacts", columns, [_contact(it, line) for line in it.contacts]


def _contact(it: Summary, line: dict[str, Any]) -> tuple[str, ...]:
    way, who = ("→", ", ".join(line["to"])) if line["direction"] == "out" else ("←", line["from"])
    arrived = ""
    if line["delivered"]:
        arrived = it.word(f"delivery_{line['delivered']}")
    elif line["authenticated"] is not None:
        arrived = it.word("authenticated" if line["authenticated"] else "not_authenticated")
    at, file = line["date"][:16].replace("T", " "), (line["file"] or "").partition("_")[0]
    return f"{at} {way}", it.what(line), who, line["subject"], ", ".join(line["invoices"]), arrived, file
