"""Rows of an import file to customers and invoices; a bad row is named and nothing of the file is taken."""

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final, TypeVar

from agent.dates import Terms
from agent.errors import AgentError
from agent.facts.books import Books
from agent.facts.events import CustomerAdded, CustomerChanged, Event, InvoiceAdded, InvoiceDiffered
from agent.facts.ledger import Customer, Item
from agent.ids import folded
from agent.money import Money

Rows = Sequence[Sequence[str]]
_T = TypeVar("_T")

CUSTOMER_COLUMNS: Final = {
    "customer_id": True, "name": True, "aliases": False, "emails": False, "bank_accounts": False,
    "language": False, "currency": False, "terms": False, "credit_limit": False, "parent_id": False,
    "time_zone": False,
}  # fmt: skip
INVOICE_COLUMNS: Final = {
    "invoice_no": True, "customer_id": True, "issue_date": True, "due_date": True, "currency": True,
    "amount": True, "open_amount": False, "po_no": False, "terms": False,
}  # fmt: skip

_ADDRESS: Final = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?\Z"
)
_CURRENCY: Final = re.compile(r"[A-Z]{3}\Z")
_LANGUAGE: Final = re.compile(r"[a-z]{2}\Z")
_LONGEST: Final = 200


class _Fault(Exception):
    """What is wrong with one cell."""

    def __init__(self, column: str, problem: str) -> None:
        super().__init__(problem)
        self.column = column


def customers(rows: Rows, *, file: str, books: Books) -> list[tuple[str, Event]]:
    """Events (subject, event) that bring the books to what the file says. AgentError names the bad row."""
    seen: dict[str, Customer] = {}

    def read(cells: Mapping[str, str]) -> None:
        customer = _customer(cells)
        if customer.customer_id in seen:
            raise _Fault("customer_id", f"{customer.customer_id} stands twice in the file")
        seen[customer.customer_id] = customer

    _each_row(rows, file=file, columns=CUSTOMER_COLUMNS, read=read)
    for customer in seen.values():
        if (
            customer.parent_id
            and customer.parent_id not in seen
            and customer.parent_id not in books.customers
        ):
            raise AgentError(
                f"{file}: customer {customer.customer_id}: parent_id {customer.parent_id} is no customer"
            )
    result: list[tuple[str, Event]] = []
    for customer in seen.values():
        known = books.customers.get(customer.customer_id)
        if known is None:
            result.append((customer.customer_id, CustomerAdded(customer=customer)))
        elif known != customer:
            result.append((customer.customer_id, CustomerChanged(customer=customer)))
    return result


def invoices(rows: Rows, *, file: str, books: Books) -> list[tuple[str, Event]]:
    """Events (subject, event) for invoices not seen before, and for what differs from the books."""
    seen: dict[str, Item] = {}
    spellings: dict[str, str] = {}

    def read(cells: Mapping[str, str]) -> None:
        item = _item(cells, books)
        number = folded(item.invoice_no)
        known = books.anchors.number(item.invoice_no)
        other = spellings.get(number) or (known.invoice_no if known else None)
        if item.invoice_no in seen:
            raise _Fault("invoice_no", f"{item.invoice_no} stands twice in the file")
        if other is not None and other != item.invoice_no:
            is_older = " (its older number; see: remitd learnt)" if folded(other) != number else ""
            raise _Fault("invoice_no", f"{item.invoice_no} can't be told apart from {other}{is_older}")
        spellings[number] = item.invoice_no
        seen[item.invoice_no] = item

    _each_row(rows, file=file, columns=INVOICE_COLUMNS, read=read)
    result: list[tuple[str, Event]] = []
    for item in seen.values():
        old = books.items.get(item.invoice_no)
        if old is None:
            result.append((item.invoice_no, InvoiceAdded(item=item)))
        else:
            result += [(item.invoice_no, event) for event in _differences(old, item)]
    return result


def _differences(ours: Item, theirs: Item) -> list[InvoiceDiffered]:
    pairs = (
        ("customer_id", ours.customer_id, theirs.customer_id),
        ("amount", str(ours.billed), str(theirs.billed)),
        ("issue_date", ours.issued_on.isoformat(), theirs.issued_on.isoformat()),
        ("due_date", ours.due_on.isoformat(), theirs.due_on.isoformat()),
    )
    found = [
        InvoiceDiffered(invoice=ours.invoice_no, field=field, ours=our, theirs=their)
        for field, our, their in pairs
        if our != their
    ]
    # The file that was imported first says nothing new, although payments have been applied since.
    if theirs.open not in (ours.open, ours.open_at_import):
        found.append(
            InvoiceDiffered(
                invoice=ours.invoice_no, field="open_amount", ours=str(ours.open), theirs=str(theirs.open)
            )
        )
    return found


def _each_row(
    rows: Rows, *, file: str, columns: Mapping[str, bool], read: Callable[[Mapping[str, str]], None]
) -> None:
    """Call `read` with each row's cells by column; AgentError names the first bad row and counts the others."""
    header = [cell.strip() for cell in rows[0]] if rows else []
    missing = [column for column, is_required in columns.items() if is_required and column not in header]
    for column in header:
        near = difflib.get_close_matches(column, columns, n=1, cutoff=0.8)
        if column not in columns and near and near[0] not in header:
            raise AgentError(f"{file}: column {column} is unknown; did you mean {near[0]}?")
    if len(header) == 1 and any(mark in header[0] for mark in ";\t"):
        raise AgentError(
            f"{file}: its columns are not divided by commas; save it as CSV with commas, or as XLSX"
        )
    if missing:
        raise AgentError(
            f"{file}: column {missing[0]} is missing; the first row must name the columns: {', '.join(columns)}"
        )
    if len(header) != len(set(header)):
        raise AgentError(f"{file}: a column stands twice in the first row; name each once")
    faults: list[str] = []
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        try:
            read(_cells(row, header, columns))
        except _Fault as fault:
            faults.append(f"row {number}, column {fault.column}: {fault}")
    if faults:
        others = f" (and {len(faults) - 1} more bad rows)" if len(faults) > 1 else ""
        raise AgentError(f"{file}: {faults[0]}{others}; nothing of the file was imported")


def _cells(row: Sequence[str], header: list[str], columns: Mapping[str, bool]) -> dict[str, str]:
    """A row's cells by column, "" for those that are not there."""
    if len(row) > len(header):
        raise _Fault(
            f"{len(row)}", "the row has more cells than the first row; quote cells that hold a comma"
        )
    cells = dict.fromkeys(columns, "") | {
        column: cell.strip() for column, cell in zip(header, row, strict=False) if column in columns
    }
    for column, is_required in columns.items():
        if is_required and not cells[column]:
            raise _Fault(column, "is empty")
        if len(cells[column]) > _LONGEST * 10:
            raise _Fault(column, "is too long")
    return cells


def _customer(cells: Mapping[str, str]) -> Customer:
    emails = tuple(address.lower() for address in _list(cells["emails"]))
    for address in emails:
        if not _ADDRESS.match(address):
            raise _Fault("emails", f"{address!r} is no mail address")
    if cells["terms"]:
        _checked("terms", cells["terms"], Terms.parse)
    currency = _optional(cells, "currency", _CURRENCY, "an ISO 4217 code such as USD")
    if cells["credit_limit"]:
        _checked("credit_limit", cells["credit_limit"], lambda text: Money.of(text, currency or "USD"))
    return Customer(
        customer_id=_short(cells, "customer_id"),
        name=_short(cells, "name"),
        aliases=_list(cells["aliases"]),
        emails=emails,
        bank_accounts=_list(cells["bank_accounts"]),
        language=_optional(cells, "language", _LANGUAGE, "a code such as en, zh or de"),
        currency=currency,
        terms=cells["terms"] or None,
        credit_limit=cells["credit_limit"] or None,
        parent_id=cells["parent_id"] or None,
        time_zone=cells["time_zone"] or None,
    )


def _item(cells: Mapping[str, str], books: Books) -> Item:
    if cells["customer_id"] not in books.customers:
        raise _Fault("customer_id", f"{cells['customer_id']!r} is no customer; import customers first")
    if not _CURRENCY.match(cells["currency"]):
        raise _Fault("currency", f"{cells['currency']!r}: expected an ISO 4217 code such as USD")
    amount = _checked("amount", cells["amount"], lambda text: Money.of(text, cells["currency"]))
    left = amount
    if cells["open_amount"]:
        left = _checked("open_amount", cells["open_amount"], lambda text: Money.of(text, cells["currency"]))
    if not amount:
        raise _Fault("amount", "is zero")
    if abs(left) > abs(amount) or left.minor * amount.minor < 0:
        raise _Fault("open_amount", f"{left.amount} is not between 0 and the amount {amount.amount}")
    if cells["terms"]:
        _checked("terms", cells["terms"], Terms.parse)
    return Item(
        invoice_no=_short(cells, "invoice_no"),
        customer_id=cells["customer_id"],
        issued_on=_checked("issue_date", cells["issue_date"], _day),
        due_on=_checked("due_date", cells["due_date"], _day),
        billed=amount,
        open=left,
        open_at_import=left,
        po_no=cells["po_no"] or None,
        terms=cells["terms"] or books.customers[cells["customer_id"]].terms,
    )


def _checked(column: str, text: str, parse: Callable[[str], _T]) -> _T:
    try:
        return parse(text)
    except ValueError as error:
        raise _Fault(column, str(error)) from error


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r}: expected a date like 2026-11-20") from None


def _optional(cells: Mapping[str, str], column: str, pattern: re.Pattern[str], expected: str) -> str | None:
    if cells[column] and not pattern.match(cells[column]):
        raise _Fault(column, f"{cells[column]!r}: expected {expected}")
    return cells[column] or None


def _short(cells: Mapping[str, str], column: str) -> str:
    text = cells[column]
    if len(text) > _LONGEST or not text.isprintable():
        raise _Fault(column, "is too long or holds control characters")
    return text


def _list(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))
