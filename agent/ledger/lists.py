"""A bookkeeping program's list of customers or invoices to rows in the contract's columns, or to what is wrong with it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Literal

from agent.errors import AgentError
from agent.facts.books import Books
from agent.ledger import written
from agent.ledger.list_cells import CellFault, Cells, Columns, Customers, Style, customer_cells, invoice_cells
from agent.ledger.list_groups import Groups
from agent.ledger.list_heads import Head, Rows, find_head
from agent.rules.feeds import FeedRules, Field

_SUMMED: Final = (
    Field.AMOUNT, Field.AMOUNT_PLAIN, Field.AMOUNT_HOME, Field.OPEN_AMOUNT, Field.OPEN_HOME, Field.PAID_AMOUNT,
)  # fmt: skip
_MONEY: Final = (*_SUMMED, Field.CREDIT_LIMIT)
_DAYS: Final = (Field.ISSUE_DATE, Field.DUE_DATE)
_NEEDED: Final = (
    Field.INVOICE_NO, Field.NAME, Field.ISSUE_DATE, Field.AMOUNT, Field.AMOUNT_PLAIN, Field.AMOUNT_HOME,
    Field.OPEN_AMOUNT,
)  # fmt: skip
_COUNTED: Final = re.compile(r"\(\d+\)\Z")  # Odoo: a group and how many rows it has


@dataclass(slots=True, kw_only=True)
class Listed:
    """What a list says, by the contract's columns."""

    lines: list[tuple[int, Columns | CellFault]] = field(default_factory=list)
    headings: Mapping[str, str] = field(default_factory=dict)  # the list's own, by column
    left_out: list[tuple[str, str]] = field(default_factory=list)  # number or name, and its status
    notes: list[str] = field(default_factory=list)
    rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    number: int  # from 1, as a sheet shows it
    kind: Literal["document", "total"]
    cells: Cells
    since: int | None = None  # of a subtotal: the row of its heading


def read_list(
    rows: Rows, *, what: str, file: str, rules: FeedRules, books: Books, home_currency: Callable[[], str]
) -> Listed | None:
    """None where no row has the headings of a list. AgentError where the list as a whole can be read in two ways."""
    head = find_head(rows, what, rules, file=file)
    if head is None:
        return None
    body = list(_body(rows, head, rules, file=file))
    documents = list(_documents(body))
    style = _style(documents, head, rules, file=file, home_currency=home_currency)
    listed = Listed(headings=head.headings(), rows=len(documents))
    customers = Customers(books)
    for row in documents:
        try:
            if what == "customers":
                columns, status = customer_cells(row.cells, style)
            else:
                columns, status = invoice_cells(row.cells, style, customers)
        except CellFault as fault:
            listed.lines.append((row.number, fault))
            continue
        if columns is None:
            listed.left_out.append((row.cells[Field.INVOICE_NO] or row.cells[Field.NAME], status))
        else:
            listed.lines.append((row.number, columns))
    if not any(isinstance(line, CellFault) for _, line in listed.lines):
        totals = [row for row in body if row.kind == "total"]
        _check_totals(totals, documents, head, style, file=file)
    listed.notes += [f"{text} ({count} rows)" for text, count in style.notes.items()]
    return listed


def _body(rows: Rows, head: Head, rules: FeedRules, *, file: str) -> Iterator[_Row]:
    """Documents and totals; blank rows, subtotals, rows of articles and what stands below the totals are none."""
    has_ended = False
    groups = Groups(dict(head.places), rows[head.row + 1 :], rules)
    for number, row in enumerate(rows[head.row + 1 :], start=head.row + 2):
        texts = [cell.strip() for cell in row]
        filled = [text for text in texts if text]
        if not filled:
            continue
        cells = _cells(texts, head)
        kind = _kind(filled[0], cells, head, rules)
        if kind != "document" and (since := groups.closed_by(filled[0])) is not None:
            yield _Row(number=number, kind="total", cells=cells, since=since)
        elif kind == "totals":
            has_ended = True
            yield _Row(number=number, kind="total", cells=cells)
        elif (
            kind == "subtotals"
            or groups.opened_by(texts, number)
            or not any(cells[field] for field in _NEEDED)
            or (has_ended and len(filled) == 1)
        ):
            continue
        elif any(texts[len(head.texts) :]):
            raise AgentError(
                f"{file}: row {number}: has more cells than the row of headings; quote cells that hold a comma"
            )
        else:
            yield _Row(number=number, kind="document", cells=_of_group(cells, groups))


def _kind(first: str, cells: Cells, head: Head, rules: FeedRules) -> str | None:
    """Totals or subtotals by the first word, unless the row has a number and a day of its own."""
    is_document = all(cells[one] not in ("", first) for one in (Field.INVOICE_NO, Field.ISSUE_DATE))
    if is_document or Field.INVOICE_NO not in head.places:
        return "document"
    is_counted = _COUNTED.search(first) and not (cells[Field.CUSTOMER_NAME] or cells[Field.ISSUE_DATE])
    return "subtotals" if is_counted else rules.kind("rows", first)


def _of_group(cells: Cells, groups: Groups) -> Cells:
    """A row that names no customer is that of the heading it stands under."""
    if cells[Field.CUSTOMER_NAME] or cells[Field.CUSTOMER_ID]:
        return cells
    return Cells(at={**cells.at, Field.CUSTOMER_NAME: groups.customer}, statuses=cells.statuses)


def _cells(texts: Sequence[str], head: Head) -> Cells:
    def at(place: int) -> str:
        return texts[place] if place < len(texts) else ""

    return Cells(
        at={one: next(filter(None, map(at, places)), "") for one, places in head.places.items()},
        statuses=tuple(map(at, head.places.get(Field.STATUS, ()))),
    )


def _documents(body: Sequence[_Row]) -> Iterator[_Row]:
    """Each once: lists with a row for each article repeat the cells of the invoice."""
    seen: set[tuple[object, ...]] = set()
    for row in body:
        known = (*row.cells.at.values(), row.cells.statuses)
        if row.kind == "document" and (known not in seen or not row.cells[Field.INVOICE_NO]):
            seen.add(known)
            yield row


def _style(
    documents: Sequence[_Row], head: Head, rules: FeedRules, *, file: str, home_currency: Callable[[], str]
) -> Style:
    mapping = head.mapping
    days = [row.cells[one] for row in documents for one in _DAYS if row.cells[one]]
    order = (mapping.date_order if mapping else None) or written.day_order(days)
    if order is None:
        heading, example = next(
            (head.heading(one), row.cells[one])
            for row in documents
            for one in _DAYS
            if written.is_open_day(row.cells[one])
        )
        raise AgentError(
            f"{file}: column {heading}: {example!r} may be the day or the month first; say it as date_order in a "
            f"[[mapping]] of {rules.path}"
        )
    figures = list(_figures(documents))
    codes = {row.cells[Field.CURRENCY].upper() for row in documents}
    mark = (mapping.decimal if mapping else None) or written.decimal_mark(figures, codes)
    if mark is None:
        example = next(one.text for one in figures if set(one.digits) & set(".,"))
        heading = next(head.heading(one) for one in _MONEY if one in head.places)
        raise AgentError(
            f"{file}: column {heading}: amounts such as {example!r} can be read in two ways; say the decimal sign as "
            f"decimal in a [[mapping]] of {rules.path}"
        )
    return Style(
        rules=rules,
        date_order=order,
        decimal_mark=mark,
        currency=mapping.currency if mapping else None,
        home_currency=home_currency,
    )


def _figures(rows: Sequence[_Row]) -> Iterator[written.Figure]:
    """The amounts that are some; the others are found when their row is read."""
    for row in rows:
        for one in _MONEY:
            if row.cells[one]:
                try:
                    yield written.figure(row.cells[one])
                except ValueError:
                    continue


def _check_totals(
    totals: Sequence[_Row], documents: Sequence[_Row], head: Head, style: Style, *, file: str
) -> None:
    """A row of totals is a control total, of what is left out too. AgentError where a column does not sum to it.

    A subtotal is one of what stands between its heading and itself.
    """
    for total in totals:
        own = [row for row in documents if total.since is None or total.since < row.number < total.number]
        for one in _SUMMED:
            said = _decimal(total.cells[one], style)
            if said is None:
                continue
            found = [(_decimal(row.cells[one], style) or Decimal(0), row) for row in own]
            as_written = sum((value for value, _ in found), Decimal(0))
            with_sides = sum((_sided(value, row, style) for value, row in found), Decimal(0))
            if said not in (as_written, with_sides):
                raise AgentError(
                    f"{file}: row {total.number}, column {head.heading(one)}: the total is {said} and the rows sum to "
                    f"{as_written}; export the list again, whole; nothing of the file was imported"
                )


def _decimal(text: str, style: Style) -> Decimal | None:
    """None for what is no amount: its row is refused by itself."""
    try:
        return written.decimal(written.figure(text), style.decimal_mark)
    except ValueError:
        return None


def _sided(value: Decimal, row: _Row, style: Style) -> Decimal:
    """A credit note that is written without its sign comes off."""
    is_credit = style.rules.kind("types", row.cells[Field.TYPE]) == "credit_note"
    is_credit |= style.rules.kind("flags", row.cells[Field.IS_CREDIT]) == "yes"
    return -abs(value) if is_credit else value
