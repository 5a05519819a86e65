"""The cells of a row of a list to those of the contract's columns: who, how much, open, due, and whether it counts at all."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Final

from agent.dates import Terms
from agent.facts.books import Books
from agent.ledger import written
from agent.rules.exports import plain
from agent.rules.feeds import FeedRules, Field

Columns = dict[str, str]
_BETWEEN: Final = re.compile(r"[;,，；、\s]+")
_LANGUAGE: Final = re.compile(r"([a-z]{2})(?:[_-].*)?\Z", re.IGNORECASE)
_CODE: Final = re.compile(r"[A-Z]{3}\Z")
_SIGNS: Final = {"€": "EUR", "£": "GBP", "US$": "USD", "HK$": "HKD", "元": "CNY"}  # ¥ and $ are several


class CellFault(Exception):
    """What is wrong with one cell."""

    def __init__(self, column: str, problem: str) -> None:
        super().__init__(problem)
        self.column = column


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """A row's cells by what their columns are; "" where there is none."""

    at: Mapping[Field, str]
    statuses: tuple[str, ...] = ()

    def __getitem__(self, field: Field) -> str:
        return self.at.get(field, "")


@dataclass(slots=True, kw_only=True)
class Style:
    """How a list writes, and what it leaves unsaid."""

    rules: FeedRules
    date_order: str
    decimal_mark: str
    currency: str | None  # of a list that does not say it, by its mapping
    home_currency: Callable[[], str]
    notes: dict[str, int] = field(default_factory=dict)  # what an operator should know, and of how many rows

    def note(self, text: str) -> None:
        """Count one more row of which this is so."""
        self.notes[text] = self.notes.get(text, 0) + 1


class Customers:
    """Customers by id, by the id of one that was merged away, or by a name that only one of them has."""

    def __init__(self, books: Books) -> None:
        self._books = books

    @cached_property
    def _by_name(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for customer in self._books.customers.values():
            for name in (customer.name, *customer.aliases):
                found.setdefault(_folded(name), set()).add(customer.customer_id)
        return found

    def of(self, customer_id: str, name: str) -> str:
        """Whose row it is. CellFault where nobody, or more than one, has the name."""
        said = customer_id or name
        if said and self._books.survivor(said) in self._books.customers:
            return said
        known = self._named(name) if not customer_id else set()
        if len(known) == 1:
            return next(iter(known))
        if known:
            raise CellFault(
                "customer_id",
                f"{name!r} is the name of {' and '.join(sorted(known))}; export the customer's number too",
            )
        if not said:
            raise CellFault("customer_id", "is empty")
        person = self._by_name.get(_folded(name.rpartition(",")[0]), set())
        also = f", or add the name to the aliases of {' or '.join(sorted(person))}" if person else ""
        raise CellFault("customer_id", f"{said!r} is no customer; import customers first{also}")

    def _named(self, name: str) -> set[str]:
        """Of "Acme:Store 5" whoever is called so, else a child of Acme's that is called Store 5, else Acme; a stranger
        called Store 5 makes it two.
        """
        known = self._by_name.get(_folded(name), set())
        outer, separator, inner = name.rpartition(":")
        if known or not separator:
            return known
        above, called = self._named(outer), self._by_name.get(_folded(inner), set())
        return {one for one in called if self._books.customers[one].parent_id in above} or above | called

    def billed(self, invoice_no: str) -> Decimal | None:
        """What an invoice of the books is billed at."""
        item = self._books.items.get(invoice_no)
        return item.billed.decimal if item else None

    def currency(self, customer_id: str) -> str | None:
        """The customer's own currency."""
        return self._books.customers[self._books.survivor(customer_id)].currency


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def status_of(cells: Cells, style: Style) -> tuple[str, str]:
    """(taken, paid or not_taken; the word that says so). CellFault where a status is not known."""
    decided = ("taken", "")
    for said in cells.statuses:
        kind = style.rules.kind("statuses", said) if said else "taken"
        if kind is None:
            raise CellFault(
                "status",
                f"{said!r} is not known; say in [statuses] of {style.rules.path} what becomes of such rows",
            )
        if kind == "not_taken":
            return kind, said
        if kind == "paid":
            decided = (kind, said)
    return decided


def customer_cells(cells: Cells, style: Style) -> tuple[Columns | None, str]:
    """A customer in the contract's columns, or None and the status for which it is left out."""
    kind, said = status_of(cells, style)
    if kind == "not_taken":
        return None, said
    currency = _currency_code(cells[Field.CURRENCY], style)
    limit = cells[Field.CREDIT_LIMIT]
    value = _decimal(cells, Field.CREDIT_LIMIT, style) if limit else Decimal(0)
    language = _LANGUAGE.match(cells[Field.LANGUAGE])
    return {
        "customer_id": cells[Field.CUSTOMER_ID] or cells[Field.NAME],
        "name": cells[Field.NAME],
        "aliases": cells[Field.ALIASES] if cells[Field.ALIASES] != cells[Field.NAME] else "",
        "emails": ";".join(part for part in _BETWEEN.split(cells[Field.EMAILS]) if part),
        "bank_accounts": cells[Field.BANK_ACCOUNTS],
        "language": language[1].lower() if language else "",
        "currency": currency,
        "terms": _terms(cells[Field.TERMS], style),
        "credit_limit": written.plain(value, currency or style.home_currency()) if value else "",
        "parent_id": "",
        "time_zone": "",
        "country": "",
        "dunning_emails": "",
        "sales_emails": "",
        "ladder": "",
    }, ""


def invoice_cells(cells: Cells, style: Style, customers: Customers) -> tuple[Columns | None, str]:
    """An invoice in the contract's columns, or None and the status or type for which it is left out."""
    kind, said = status_of(cells, style)
    document = style.rules.kind("types", cells[Field.TYPE]) if cells[Field.TYPE] else "invoice"
    if document is None:
        raise CellFault(
            "type",
            f"{cells[Field.TYPE]!r} is not known; say in [types] of {style.rules.path} what such rows are",
        )
    if _flag(cells, Field.IS_VOID, style):
        kind, said = "not_taken", "void"
    if document == "not_taken":
        kind, said = "not_taken", cells[Field.TYPE]
    if kind == "not_taken":
        return None, said
    if not cells[Field.INVOICE_NO]:
        raise CellFault("invoice_no", "is empty")
    customer_id = customers.of(cells[Field.CUSTOMER_ID], cells[Field.CUSTOMER_NAME])
    currency = _currency(cells, style, customers.currency(customer_id))
    is_credit = document == "credit_note" or _flag(cells, Field.IS_CREDIT, style)
    amount = _amount(cells, style, currency, customers)
    amount = -abs(amount) if is_credit else amount
    left = _open(cells, style, currency, amount, is_paid=kind == "paid")
    return {
        "invoice_no": cells[Field.INVOICE_NO],
        "customer_id": customer_id,
        "issue_date": _day(cells, Field.ISSUE_DATE, style),
        "due_date": _due(cells, style),
        "currency": currency,
        "amount": written.plain(amount, currency),
        "open_amount": "" if left is None else written.plain(left, currency),
        "po_no": cells[Field.PO_NO],
        "terms": _terms(cells[Field.TERMS], style),
    }, ""


def _flag(cells: Cells, field: Field, style: Style) -> bool:
    said = cells[field]
    kind = style.rules.kind("flags", said) if said else "no"
    if kind is None:
        raise CellFault(field, f"{said!r} is neither yes nor no; say in [flags] of {style.rules.path} which")
    return kind == "yes"


def _currency_code(text: str, style: Style) -> str:
    return (
        style.rules.currencies.get(plain(text), text.upper() if _CODE.match(text.upper()) else text)
        if text
        else ""
    )


def _currency(cells: Cells, style: Style, customers_own: str | None) -> str:
    """The row's own, else the mapping's, else ours, unless the customer is billed in another."""
    beside = _named_beside(cells)
    said = _currency_code(cells[Field.CURRENCY], style) or style.currency or beside
    if beside and said != beside:
        raise CellFault("amount", f"is in {beside}, and the row in {said}")
    if said:
        return said
    ours = style.home_currency()
    if customers_own and customers_own != ours:
        raise CellFault(
            "currency",
            f"is not said, and the customer is billed in {customers_own}; export the currency, or say it in a "
            f"[[mapping]] of {style.rules.path}",
        )
    style.note(f"no currency is said: taken as {ours}")
    return ours


def _named_beside(cells: Cells) -> str | None:
    """A currency that stands in the cell of the amount."""
    for place in (Field.AMOUNT, Field.AMOUNT_PLAIN, Field.OPEN_AMOUNT):
        if cells[place]:
            try:
                sign = written.figure(cells[place]).currency
            except ValueError:
                return None
            return _SIGNS.get(
                sign or "", {"RMB": "CNY"}.get(sign or "", sign if sign and sign.isalpha() else None)
            )
    return None


def _decimal(cells: Cells, field: Field, style: Style) -> Decimal:
    try:
        return written.decimal(written.figure(cells[field]), style.decimal_mark)
    except ValueError as error:
        raise CellFault(field, str(error)) from error


def _at_home(field: Field, style: Style, currency: str) -> None:
    if currency != style.home_currency():
        raise CellFault(
            field,
            f"is in {style.home_currency()}, and the invoice in {currency}; export it in the invoice's currency",
        )


def _amount(cells: Cells, style: Style, currency: str, customers: Customers) -> Decimal:
    """What is billed; of a list that says only what is open, what the books say, else that."""
    for place in (Field.AMOUNT, Field.AMOUNT_PLAIN, Field.AMOUNT_HOME):
        if cells[place]:
            if place is Field.AMOUNT_HOME:
                _at_home(place, style, currency)
            return _decimal(cells, place, style)
    if cells[Field.OPEN_AMOUNT]:
        left, billed = _decimal(cells, Field.OPEN_AMOUNT, style), customers.billed(cells[Field.INVOICE_NO])
        style.note("no amount is said: as in the books, else what is open is taken for it")
        return billed if billed is not None else left
    raise CellFault("amount", "is empty")


def _open(cells: Cells, style: Style, currency: str, amount: Decimal, *, is_paid: bool) -> Decimal | None:
    """What is open, with the amount's side; None where the list does not say."""
    left: Decimal | None = None
    if cells[Field.OPEN_AMOUNT]:
        left = _decimal(cells, Field.OPEN_AMOUNT, style)
    elif cells[Field.OPEN_HOME]:
        _at_home(Field.OPEN_HOME, style, currency)
        left = _decimal(cells, Field.OPEN_HOME, style)
    elif cells[Field.PAID_AMOUNT]:
        left = abs(amount) - abs(_decimal(cells, Field.PAID_AMOUNT, style))
    if is_paid and left:
        raise CellFault("open_amount", f"{left} is open, and the status says that it is paid")
    if is_paid:
        return Decimal(0)
    return -left if left is not None and amount < 0 < left else left


def _day(cells: Cells, field: Field, style: Style) -> str:
    if not cells[field]:
        raise CellFault(field, "is empty")
    try:
        return written.day(cells[field], style.date_order).isoformat()
    except ValueError as error:
        raise CellFault(field, str(error)) from error


def _due(cells: Cells, style: Style) -> str:
    """The day said; "" where none is: the books or the terms know it."""
    if cells[Field.DUE_DATE]:
        return _day(cells, Field.DUE_DATE, style)
    style.note("no due date is said: as in the books, else counted by the terms")
    return ""


def _terms(text: str, style: Style) -> str:
    """Terms in the contract's form; none where they can't be read, for they only give discounts and due dates."""
    if not text:
        return ""
    known = style.rules.terms_of(text)
    try:
        Terms.parse(known)
    except ValueError:
        style.note(f"terms {text!r} can't be read and were left out")
        return ""
    return known
