"""Turns the entries of an export into payments: money in from others on our account, or what a customer's account paid us."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from agent.extract.exports.columns import Table
from agent.extract.exports.entries import Entry
from agent.extract.reading.direction import is_ours
from agent.extract.text.currencies import CURRENCIES
from agent.facts.documents import Cell, Span
from agent.facts.readings import Method, PaymentRead
from agent.money import exponent
from agent.rules.exports import ExportRules, Role
from agent.rules.vocabulary import Vocabulary

_SIGN: Final = re.compile(r"[¥￥$€£]")
_CODE: Final = re.compile(r"(?<![A-Z])[A-Z]{3}(?![A-Z])")
_LEAST_ACCOUNT: Final = 5  # digits
_LONGEST: Final = 500  # characters of a cell that are kept
_LONGEST_METHOD: Final = 30
_ONE_CURRENCY: Final = {"€": "EUR", "£": "GBP"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One table's entries to payments."""

    table: Table
    part: str
    rules: ExportRules
    vocabulary: Vocabulary
    own_names: Sequence[str]
    currency: str | None  # as said above the table
    is_wallet: bool

    def receipt(self, entry: Entry) -> PaymentRead:
        """Money in, from the other party."""
        return self._payment(entry, self.name(entry, Role.PAYER, Role.PARTY), Role.PAYER_ACCOUNT)

    def paid_to_us(self, entry: Entry, holder: Cell | None) -> PaymentRead:
        """Money out of the account of `holder`, to us."""
        return self._payment(entry, self.name(entry, Role.PAYER, Role.OWN_NAME) or holder, None)

    def name(self, entry: Entry, *roles: Role) -> Cell | None:
        """The cell of a name; signs that stand where there is none are no name."""
        cell = self.table.cell(entry.row, *roles)
        return cell if cell and sum(one.isalpha() for one in cell.text) > 1 else None

    def is_with_us(self, entry: Entry) -> bool:
        """True where the other party of an entry is ourselves."""
        role = Role.PAYER if entry.is_in else Role.PAYEE
        cell = self.name(entry, role, Role.PARTY)
        return cell is not None and is_ours(cell.text, self.own_names, unknown=False)

    def begins(self, entry: Entry, key: str) -> str | None:
        """The cell of kind or text that begins with one of these words."""
        cells = [*self.table.cells(entry.row, Role.KIND), *self.table.cells(entry.row, Role.TEXT)]
        return next((cell.text for cell in cells if self.rules.begins("entries", key, cell.text)), None)

    def _payment(self, entry: Entry, payer: Cell | None, account_role: Role | None) -> PaymentRead:
        table, row = self.table, entry.row
        numbers = [
            cell
            for role in (Role.ENTRY_NUMBER, Role.NUMBER)
            for cell in table.cells(row, role)
            if _is_number(cell)
        ]
        account = table.cell(row, account_role, Role.PARTY_ACCOUNT) if account_role else None
        texts = [cell for cell in table.cells(row, Role.TEXT) if any(one.isalnum() for one in cell.text)]
        method, method_cell = self._method(entry)
        currency, sign = self._currency(entry)
        account_number = _account(account)
        spans = [
            ("amount", entry.amount_cell), ("date", entry.day_cell), ("reference", numbers[0] if numbers else None),
            ("payer", payer), ("payer_account", account if account_number else None), ("method", method_cell),
            *(("text", cell) for cell in texts),
        ]  # fmt: skip
        others = dict.fromkeys(cell.text.strip() for cell in numbers[1:])
        return PaymentRead(
            amount=_placed(entry.amount, currency), currency=currency, currency_sign=sign, paid_on=entry.day,
            method=method, reference=numbers[0].text.strip() if numbers else None,
            payer=payer.text.strip() if payer else None, payer_account=account_number,
            other_references=tuple(others), text="  ".join(dict.fromkeys(cell.text.strip()[:_LONGEST] for cell in texts)),
            evidence=tuple(self._span(name, cell) for name, cell in spans if cell),
        )  # fmt: skip

    def _span(self, name: str, cell: Cell) -> Span:
        page = self.table.below[0].page
        return Span(field=name, part=self.part, page=page, box=cell.box, text=cell.text.strip()[:_LONGEST])

    def _method(self, entry: Entry) -> tuple[Method | None, Cell | None]:
        """A wallet's export is of the wallet; else what the entry's kind says, or its text begins with."""
        if self.is_wallet:
            return Method.WALLET, None
        for role in (Role.KIND, Role.TEXT):
            for cell in self.table.cells(entry.row, role):
                hits = self.vocabulary.find(cell.text[:_LONGEST_METHOD]).section("methods")
                told = [hit for hit in hits if role is Role.KIND or not cell.text[: hit.start].strip()]
                if told:
                    return Method(told[0].key), cell
        return None, None

    def _currency(self, entry: Entry) -> tuple[str | None, str | None]:
        """The row's own, the headings', what stands above, or beside the amount; a bare sign where that is all."""
        cell = self.table.cell(entry.row, Role.CURRENCY)
        said = currency_of(cell.text, self.vocabulary) if cell else None
        code = next((one for one in _CODE.findall(entry.amount_cell.text) if one in CURRENCIES), None)
        sign = _SIGN.search(entry.amount_cell.text)
        mark = sign[0].replace("￥", "¥") if sign else None
        return said or code or _ONE_CURRENCY.get(mark or "") or self.table.currency or self.currency, mark


def currency_of(text: str, vocabulary: Vocabulary) -> str | None:
    """The one currency that a cell names, as a code or in words."""
    codes = {"CNY" if one == "RMB" else one for one in _CODE.findall(text.upper()) if one in CURRENCIES}
    named = codes or {hit.key for hit in vocabulary.find(text[:100]).section("currencies")}
    return named.pop() if len(named) == 1 else None


def _is_number(cell: Cell) -> bool:
    text = cell.text.strip()
    return 3 <= len(text) <= 64 and any(one.isdigit() for one in text) and bool(text.strip("0 -/"))


def _account(cell: Cell | None) -> str | None:
    """The other account; a masked one is none, as it can't be compared."""
    text = cell.text.strip() if cell else ""
    digits = sum(one.isdigit() for one in text)
    return (
        text
        if digits >= _LEAST_ACCOUNT and not set(text) & set("*＊Xx…") - set("Xx") and len(text) <= 42
        else None
    )


def _placed(value: Decimal, currency: str | None) -> Decimal:
    """With the places of its currency, as amounts are written."""
    placed = value.quantize(Decimal(1).scaleb(-exponent(currency or "")))
    return placed if placed == value else value


def moved(table: Table, entries: Sequence[Entry], rules: ExportRules) -> tuple[list[Entry], list[str]]:
    """The entries whose money moved, as their state says; and warnings of states that are not known."""
    done, warnings = [], []
    for entry in entries:
        cell = table.cell(entry.row, Role.STATE)
        if cell is None or rules.begins("states", "done", cell.text):
            done.append(entry)
        elif not rules.begins("states", "open", cell.text):
            warnings.append(f"row {entry.number}: the state {cell.text[:30]!r} is not known: not read")
    return done, warnings


def holders(
    table: Table, around: Sequence[tuple[str, str, Cell]], entries: Sequence[Entry], rules: ExportRules
) -> Iterator[Cell]:
    """Whose account it is: as said above, or in a column of its own."""
    for label, value, cell in around:
        if rules.has("account", "holder", label) and sum(one.isalpha() for one in value) > 1:
            yield Cell(text=value, box=cell.box)
    for entry in entries[:1]:
        yield from table.cells(entry.row, Role.OWN_NAME)
