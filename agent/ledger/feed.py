"""Rows of an import file to customers and invoices; a bad row is named and nothing of the file is taken."""

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from agent.dates import Terms
from agent.errors import AgentError
from agent.facts.books import Books
from agent.facts.events import CustomerAdded, CustomerChanged, Event, InvoiceAdded
from agent.facts.ledger import Customer, Item
from agent.ids import folded
from agent.ledger.differences import changes, missing
from agent.ledger.list_cells import CellFault
from agent.ledger.lists import Listed, read_list
from agent.ledger.merge import with_merged
from agent.money import Money
from agent.rules.feeds import FeedRules

Rows = Sequence[Sequence[str]]
Found = list[tuple[str, Event]]  # (subject, event)
_T = TypeVar("_T")

CUSTOMER_COLUMNS: Final = {
    "customer_id": True, "name": True, "aliases": False, "emails": False, "bank_accounts": False,
    "language": False, "currency": False, "terms": False, "credit_limit": False, "parent_id": False,
    "time_zone": False, "country": False, "dunning_emails": False, "sales_emails": False, "ladder": False,
}  # fmt: skip
INVOICE_COLUMNS: Final = {
    "invoice_no": True, "customer_id": True, "issue_date": True, "due_date": True, "currency": True,
    "amount": True, "open_amount": False, "po_no": False, "terms": False,
}  # fmt: skip

_ADDRESS: Final = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?\Z"
)
_CURRENCY: Final = re.compile(r"[A-Z]{3}\Z")
_COUNTRY: Final = re.compile(r"[A-Z]{2}\Z")
_LANGUAGE: Final = re.compile(r"[a-z]{2}\Z")
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Fed:
    """What a file brings: the events that it calls for, and what an operator should know of it."""

    events: tuple[tuple[str, Event], ...]
    rows: int
    items: tuple[Item, ...] = ()  # the invoices, as the file says
    left_out: tuple[tuple[str, str], ...] = ()  # number or name, and the status for which it is not taken
    notes: tuple[str, ...] = ()


def read_table(
    rows: Rows,
    *,
    what: str,
    file: str,
    rules: FeedRules | None,
    books: Books,
    home_currency: Callable[[], str],
) -> Listed:
    """The rows by the contract's columns, of a plain file or of a bookkeeping program's list. AgentError where neither."""
    columns = CUSTOMER_COLUMNS if what == "customers" else INVOICE_COLUMNS
    if rules and not _is_plain(rows, columns):
        listed = read_list(rows, what=what, file=file, rules=rules, books=books, home_currency=home_currency)
        if listed is not None:
            return listed
    return _plain(rows, file=file, columns=columns)


def customers(table: Listed, *, file: str, books: Books) -> Fed:
    """Events that bring the books to what the file says. AgentError names the bad row."""
    seen: dict[str, Customer] = {}

    def read(cells: Mapping[str, str]) -> None:
        customer = _customer(cells)
        if customer.customer_id in seen:
            raise CellFault("customer_id", f"{customer.customer_id} stands twice in the file")
        seen[customer.customer_id] = customer

    _each_row(table, file=file, read=read)
    for customer in seen.values():
        parent = books.survivor(customer.parent_id or "")
        if parent and parent not in seen and parent not in books.customers:
            raise AgentError(
                f"{file}: customer {customer.customer_id}: parent_id {customer.parent_id} is no customer"
            )
    found: Found = []
    for customer in with_merged(seen, books):
        known = books.customers.get(customer.customer_id)
        if known is None:
            found.append((customer.customer_id, CustomerAdded(customer=customer)))
        elif known != customer:
            found.append((customer.customer_id, CustomerChanged(customer=customer)))
    return _fed(found, table, merged=[name for name in seen if name in books.merged], books=books)


def invoices(table: Listed, *, file: str, books: Books, is_full: bool) -> Fed:
    """Events for invoices not seen before, for corrections, for what is missing, and for what differs from the books.

    `is_full`: the file has all that is open; what is open here and is not in it is asked about.
    """
    seen: dict[str, Item] = {}
    spellings: dict[str, str] = {}
    merged: dict[str, None] = {}

    def read(cells: Mapping[str, str]) -> None:
        if cells["customer_id"] in books.merged:
            merged[cells["customer_id"]] = None
        item = _item(cells, books)
        number = folded(item.invoice_no)
        known = books.anchors.number(item.invoice_no)
        other = spellings.get(number) or (known.invoice_no if known else None)
        if item.invoice_no in seen:
            raise CellFault("invoice_no", f"{item.invoice_no} stands twice in the file")
        if other is not None and other != item.invoice_no:
            is_older = " (its older number; see: remitd learnt)" if folded(other) != number else ""
            raise CellFault("invoice_no", f"{item.invoice_no} can't be told apart from {other}{is_older}")
        spellings[number] = item.invoice_no
        seen[item.invoice_no] = item

    _each_row(table, file=file, read=read)
    found: Found = []
    for item in seen.values():
        old = books.items.get(item.invoice_no)
        if old is None:
            found.append((item.invoice_no, InvoiceAdded(item=item)))
        else:
            found += [(item.invoice_no, event) for event in changes(old, item)]
    found += missing(books, seen, left_out=table.left_out, file=Path(file).name, is_full=is_full)
    return _fed(found, table, merged=list(merged), books=books, items=tuple(seen.values()))


def _fed(
    found: Found, table: Listed, *, merged: list[str], books: Books, items: tuple[Item, ...] = ()
) -> Fed:
    notes = [f"{name} was merged into {books.survivor(name)}: its rows count for that" for name in merged]
    return Fed(
        events=tuple(found),
        rows=table.rows,
        items=items,
        left_out=tuple(table.left_out),
        notes=(*table.notes, *notes),
    )


def _is_plain(rows: Rows, columns: Mapping[str, bool]) -> bool:
    """True for a first row that names the contract's columns, or means to: then every strict rule holds."""
    header = [cell.strip() for cell in rows[0]] if rows else []
    if any(column in header for column in ("customer_id", "invoice_no", "issue_date")):
        return True
    if header and all(column in columns for column in header):
        return True
    own = [column for column in columns if "_" in column]
    return any(
        "_" in column and column not in own and difflib.get_close_matches(column, own, cutoff=0.8)
        for column in header
    )


def _plain(rows: Rows, *, file: str, columns: Mapping[str, bool]) -> Listed:
    """The rows under the contract's own columns. AgentError where the first row does not name them."""
    header = [cell.strip() for cell in rows[0]] if rows else []
    missing_columns = [
        column for column, is_required in columns.items() if is_required and column not in header
    ]
    for column in header:
        near = difflib.get_close_matches(column, columns, n=1, cutoff=0.8)
        if column not in columns and near and near[0] not in header:
            raise AgentError(f"{file}: column {column} is unknown; did you mean {near[0]}?")
    if len(header) == 1 and any(mark in header[0] for mark in ";\t"):
        raise AgentError(
            f"{file}: its columns are not divided by commas; save it as CSV with commas, or as XLSX"
        )
    if missing_columns:
        raise AgentError(
            f"{file}: column {missing_columns[0]} is missing; the first row must name the columns: {', '.join(columns)}"
        )
    if len(header) != len(set(header)):
        raise AgentError(f"{file}: a column stands twice in the first row; name each once")
    listed = Listed()
    for number, row in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in row):
            listed.rows += 1
            try:
                listed.lines.append((number, _cells(row, header, columns)))
            except CellFault as fault:
                listed.lines.append((number, fault))
    return listed


def _each_row(table: Listed, *, file: str, read: Callable[[Mapping[str, str]], None]) -> None:
    """Call `read` with each row's cells by column; AgentError names the first bad row and counts the others."""
    faults: list[str] = []
    for number, cells in table.lines:
        try:
            if isinstance(cells, CellFault):
                raise cells
            read(cells)
        except CellFault as fault:
            faults.append(f"row {number}, column {table.headings.get(fault.column, fault.column)}: {fault}")
    if faults:
        others = f" (and {len(faults) - 1} more bad rows)" if len(faults) > 1 else ""
        raise AgentError(f"{file}: {faults[0]}{others}; nothing of the file was imported")


def _cells(row: Sequence[str], header: list[str], columns: Mapping[str, bool]) -> dict[str, str]:
    """A row's cells by column, "" for those that are not there."""
    if len(row) > len(header):
        raise CellFault(
            f"{len(row)}", "the row has more cells than the first row; quote cells that hold a comma"
        )
    cells = dict.fromkeys(columns, "") | {
        column: cell.strip() for column, cell in zip(header, row, strict=False) if column in columns
    }
    for column, is_required in columns.items():
        if is_required and not cells[column]:
            raise CellFault(column, "is empty")
        if len(cells[column]) > _LONGEST * 10:
            raise CellFault(column, "is too long")
    return cells


def _customer(cells: Mapping[str, str]) -> Customer:
    if cells["terms"]:
        _checked("terms", cells["terms"], Terms.parse)
    currency = _optional(cells, "currency", _CURRENCY, "an ISO 4217 code such as USD")
    if cells["credit_limit"]:
        _checked("credit_limit", cells["credit_limit"], lambda text: Money.of(text, currency or "USD"))
    return Customer(
        customer_id=_short(cells, "customer_id"),
        name=_short(cells, "name"),
        aliases=_list(cells["aliases"]),
        emails=_addresses(cells, "emails"),
        bank_accounts=_list(cells["bank_accounts"]),
        language=_optional(cells, "language", _LANGUAGE, "a code such as en, zh or de"),
        currency=currency,
        terms=cells["terms"] or None,
        credit_limit=cells["credit_limit"] or None,
        parent_id=cells["parent_id"] or None,
        time_zone=cells["time_zone"] or None,
        country=_optional(cells, "country", _COUNTRY, "an ISO 3166 code such as CN or DE"),
        dunning_emails=_addresses(cells, "dunning_emails"),
        sales_emails=_addresses(cells, "sales_emails"),
        ladder=cells["ladder"] or None,
    )


def _addresses(cells: Mapping[str, str], column: str) -> tuple[str, ...]:
    addresses = tuple(address.lower() for address in _list(cells[column]))
    for address in addresses:
        if not _ADDRESS.match(address):
            raise CellFault(column, f"{address!r} is no mail address")
    return addresses


def _item(cells: Mapping[str, str], books: Books) -> Item:
    customer_id = books.survivor(cells["customer_id"])
    if customer_id not in books.customers:
        raise CellFault("customer_id", f"{cells['customer_id']!r} is no customer; import customers first")
    if not _CURRENCY.match(cells["currency"]):
        raise CellFault("currency", f"{cells['currency']!r}: expected an ISO 4217 code such as USD")
    amount = _checked("amount", cells["amount"], lambda text: Money.of(text, cells["currency"]))
    left = amount
    if cells["open_amount"]:
        left = _checked("open_amount", cells["open_amount"], lambda text: Money.of(text, cells["currency"]))
    if not amount:
        raise CellFault("amount", "is zero")
    if abs(left) > abs(amount) or left.minor * amount.minor < 0:
        raise CellFault("open_amount", f"{left.amount} is not between 0 and the amount {amount.amount}")
    if cells["terms"]:
        _checked("terms", cells["terms"], Terms.parse)
    issued_on = _checked("issue_date", cells["issue_date"], _day)
    terms = cells["terms"] or books.customers[customer_id].terms
    return Item(
        invoice_no=_short(cells, "invoice_no"),
        customer_id=customer_id,
        issued_on=issued_on,
        due_on=_due_on(cells, issued_on, terms, books),
        billed=amount,
        open=left,
        open_at_import=left,
        po_no=cells["po_no"] or None,
        terms=terms,
    )


def _due_on(cells: Mapping[str, str], issued_on: date, terms: str | None, books: Books) -> date:
    """The day said, else the one in the books: a list without due dates corrects none; else by the terms."""
    if cells["due_date"]:
        return _checked("due_date", cells["due_date"], _day)
    known = books.items.get(cells["invoice_no"])
    if known:
        return known.due_on
    if not terms:
        raise CellFault("due_date", "is empty, and there are no terms to count it by")
    return Terms.parse(terms).due_on(issued_on)


def _checked(column: str, text: str, parse: Callable[[str], _T]) -> _T:
    try:
        return parse(text)
    except ValueError as error:
        raise CellFault(column, str(error)) from error


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r}: expected a date like 2026-11-20") from None


def _optional(cells: Mapping[str, str], column: str, pattern: re.Pattern[str], expected: str) -> str | None:
    if cells[column] and not pattern.match(cells[column]):
        raise CellFault(column, f"{cells[column]!r}: expected {expected}")
    return cells[column] or None


def _short(cells: Mapping[str, str], column: str) -> str:
    text = cells[column]
    if len(text) > _LONGEST or not text.isprintable():
        raise CellFault(column, "is too long or holds control characters")
    return text


def _list(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))
