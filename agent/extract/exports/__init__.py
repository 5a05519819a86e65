"""Documents that a bank or a wallet exported (CSV, workbooks, HTML tables) into payments, where the direction is proved."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from agent.extract.exports.checks import check_balance, check_totals, pairs
from agent.extract.exports.columns import Table, find_tables
from agent.extract.exports.entries import Entry, read_entries
from agent.extract.exports.payments import Reader, currency_of, holders, moved
from agent.extract.reading.direction import is_ours
from agent.facts.documents import Cell, Document
from agent.facts.mail import Sort
from agent.facts.readings import Kind, PaymentRead, StructuredRead
from agent.rules.exports import ExportRules, Role
from agent.rules.vocabulary import Vocabulary

_LEAST_ACCOUNT: Final = 8  # digits of the number of an account at a bank
_SIDES: Final = {
    Role.FLAG,
    Role.BALANCE,
    Role.MONEY_IN,
    Role.MONEY_OUT,
    Role.CREDIT,
    Role.DEBIT,
    Role.OWN_NAME,
}
_MONEY: Final = re.compile(r"\d[.,]\d\d(?!\d)")
_READ: Final = (Kind.BANK_STATEMENT, Kind.REMITTANCE)
_LEAST_READ: Final = 0.5  # of the rows below the headings that have a day


@dataclass(frozen=True, slots=True, kw_only=True)
class Exports:
    """What the exports among a mail's documents say, and the documents that are none."""

    reads: tuple[StructuredRead, ...]  # bank statements of ours, and customers' accounts (remittances)
    rest: tuple[Document, ...]
    warnings: tuple[str, ...]


def read_exports(
    documents: Sequence[Document], sort: Sort, *, rules: ExportRules, vocabulary: Vocabulary, own_names: Sequence[str]
) -> Exports:  # fmt: skip
    """Documents by what they are. One whose account or direction is not proved is read as nothing, with a warning."""
    reads: list[StructuredRead] = []
    rest: list[Document] = []
    warnings: list[str] = []
    for document in documents:
        tables = find_tables(document, rules)
        found = [_Export(table, document.part, sort, rules, vocabulary, own_names) for table in tables]
        found = [export for export in found if export.is_one]
        if not found:
            rest.append(document)
            continue
        for export in found:  # what a statement says against itself goes with it
            told = export.warnings[:1] if export.kind in _READ else export.warnings
            warnings += (f"{document.part}: {warning}" for warning in told)
        for kind in _READ:
            payments = tuple(
                payment for export in found if export.kind is kind for payment in export.payments
            )
            denied = tuple(
                f"{document.part}: {warning}"
                for export in found
                if export.kind is kind
                for warning in export.warnings[1:]
            )
            if any(export.kind is kind for export in found):
                reads.append(
                    StructuredRead(part=document.part, kind=kind, payments=payments, warnings=denied)
                )
    return Exports(reads=tuple(reads), rest=tuple(rest), warnings=tuple(warnings))


def _currency(
    around: Sequence[tuple[str, str, Cell]], rules: ExportRules, vocabulary: Vocabulary
) -> str | None:
    """The currency that is said above or below a table: by a label, else by the sums there (支出：3笔 2318.50元)."""
    for label, value, _ in around:
        if rules.has("account", "currency", label) and (code := currency_of(value, vocabulary)):
            return code
    said = {currency_of(value, vocabulary) for _, value, _ in around if _MONEY.search(value)} - {None}
    return said.pop() if len(said) == 1 else None


class _Export:
    """One exported table, read."""

    def __init__(
        self, table: Table, part: str, sort: Sort, rules: ExportRules, vocabulary: Vocabulary, own_names: Sequence[str]
    ) -> None:  # fmt: skip
        self.table, self.sort, self.rules = table, sort, rules
        self.own_names = [name for name in own_names if name.strip()]
        read = read_entries(table, rules, vocabulary)
        if sort is Sort.CORRESPONDENT and _is_one_payers(table, read.entries, self.own_names):
            read = replace(read, entries=tuple(replace(entry, is_in=False) for entry in read.entries))
        self.done, unknown = moved(table, read.entries, rules)
        around = list(pairs((*table.above, *read.footers)))
        self.balance = check_balance(table, read, rules)
        self.reader = Reader(
            table=table, part=part, rules=rules, vocabulary=vocabulary, own_names=self.own_names,
            currency=_currency(around, rules, vocabulary),
            is_wallet=_is_wallet(table, part, rules),
        )  # fmt: skip
        self.holders = list(holders(table, around, read.entries, rules))
        self.has_number = any(
            rules.has("account", "number", label) and sum(one.isdigit() for one in value) >= _LEAST_ACCOUNT
            for label, value, _ in around
        )
        self.entries = read.entries
        whose = self._whose()
        self.kind = Kind.OTHER
        self.payments: list[PaymentRead] = []
        self.is_one = self._is_one(len(table.below) - len(read.footers))
        self.warnings = [_columns_told(table), *read.warnings, *unknown, *self.balance.warnings]
        self.warnings += check_totals(table, read, self.done, rules)
        match whose:
            case "ours":
                self._ours()
            case "theirs":
                self._theirs()
            case _:
                self.warnings.append("whose account it is, or which side is money in, is not said: not read")

    def _is_one(self, rows: int) -> bool:
        """True for what surely is an export: a ledger, or a list of payments, of the same headings is none."""
        if len(self.entries) < _LEAST_READ * rows or (not self.entries and rows):
            return False
        if self.balance.rises is False and self._whose() != "theirs":
            return self.sort is Sort.BANK
        # A customer's ledger of us names us too, and its balance rises with our invoices.
        is_account = self.has_number and self.balance.rises is True and self._is_named(unknown=False)
        return self.table.is_of_bank or self.sort is Sort.BANK or is_account

    def _is_named(self, *, unknown: bool) -> bool:
        return any(is_ours(cell.text, self.own_names, unknown=unknown) for cell in self.holders)

    def _whose(self) -> str | None:
        """ "ours", "theirs", None where it is not proved."""
        is_bank = self.sort is Sort.BANK
        if self._is_named(unknown=is_bank):
            return "ours"
        if self.holders and not all(is_ours(cell.text, self.own_names) for cell in self.holders):
            return "theirs"
        names = [
            (entry, self.reader.name(entry, Role.PAYEE if entry.is_in else Role.PAYER))
            for entry in self.entries
        ]
        own = [is_ours(cell.text, self.own_names, unknown=False) for _, cell in names if cell]
        if own and all(own):
            return "ours"
        if is_bank:
            return "ours"
        if any(self.reader.is_with_us(entry) and not self._is_in(entry) for entry in self.entries):
            return None if self.sort is Sort.STAFF_DOCUMENT else "theirs"
        is_proved = self.balance.rises or not any(entry.is_weak for entry in self.entries)
        return "ours" if self.sort is Sort.STAFF_DOCUMENT and self.table.is_of_bank and is_proved else None

    def _is_in(self, entry: Entry) -> bool:
        """By the balance, where it tells otherwise than the headings."""
        return entry.is_in is not (self.balance.rises is False)

    def _ours(self) -> None:
        if self.balance.rises is False:
            self.warnings.append(
                "its balance falls where money should come in: a ledger, no bank's export: not read"
            )
            return
        self.kind = Kind.BANK_STATEMENT
        for entry in self.done:
            returned, other = (
                self.reader.begins(entry, "returned"),
                self.reader.begins(entry, "not_from_others"),
            )
            payer = self.reader.name(entry, Role.PAYER, Role.PARTY)
            if returned or entry.is_back:
                undone = "an earlier entry is undone"
                self.warnings.append(
                    f"row {entry.number}: {(returned or entry.amount_cell.text)[:40]}: {undone}"
                )
                if not entry.is_in:
                    self.payments.append(replace(self.reader.receipt(entry), is_returned=True))
            elif entry.is_in and other and payer:
                self.warnings.append(f"row {entry.number}: {other[:40]} from {payer.text[:60]}: not read")
            elif entry.is_in and not other and not self._is_from_us(entry):
                self.payments.append(self.reader.receipt(entry))

    def _is_from_us(self, entry: Entry) -> bool:
        name = self.reader.name(entry, Role.PAYER, Role.PARTY)
        return self.reader.is_with_us(entry) or (
            name is not None and any(name.text.strip() == holder.text.strip() for holder in self.holders)
        )

    def _theirs(self) -> None:
        paid = [entry for entry in self.done if not self._is_in(entry)]
        to_us = [entry for entry in paid if self.reader.is_with_us(replace(entry, is_in=False))]
        holder = next(iter(self.holders), None)
        if to_us:
            self.kind = Kind.REMITTANCE
            self.payments = [self.reader.paid_to_us(entry, holder) for entry in to_us]
        else:
            name = holder.text[:60] if holder else "somebody else"
            self.warnings.append(f"it is the account of {name} and shows no payment to us: not read")


def _is_one_payers(table: Table, entries: Sequence[Entry], own_names: Sequence[str]) -> bool:
    """True for a list of transfers, each from the same other firm: the payer's own, that says of no side what it is."""
    if Role.PAYEE not in table.columns or table.columns.keys() & _SIDES:
        return False
    is_named = Role.PAYER in table.columns
    role = Role.PAYER if is_named else Role.PAYER_ACCOUNT
    payers = {cell.text.strip() for entry in entries for cell in table.cells(entry.row, role)}
    return len(payers) == 1 and not (is_named and any(is_ours(name, own_names) for name in payers))


def _is_wallet(table: Table, part: str, rules: ExportRules) -> bool:
    said = [
        part,
        *(cell.text for row in table.above for cell in row.cells),
        *(text for text, _ in table.headings),
    ]
    return any(
        word.casefold() in text.casefold()
        for text in said
        for word in rules.words.get(("wallets", "words"), ())
    )


def _columns_told(table: Table) -> str:
    """How the columns were read, for who looks whether that is right."""
    told = ", ".join(
        f"{text.strip()} = {role.value}" for text, role in table.headings if role is not Role.IGNORED
    )
    by = f" by the saved mapping {table.saved.name}" if table.saved else ""
    return f"columns read{by} as: {told}"
