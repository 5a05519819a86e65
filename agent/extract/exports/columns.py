"""Turns the tables of a document into those that a bank or a wallet exported: which column holds what, and what stands around."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from agent.extract.text.currencies import CURRENCIES
from agent.facts.documents import Cell, Document, Row
from agent.rules.exports import ExportRules, Role, SavedMapping, plain

MOST_ABOVE: Final = 60  # rows above the headings
_LEAST_KNOWN: Final = 0.6  # of the headings
_LEAST_COLUMNS: Final = 3
_IN_BRACKETS: Final = re.compile(r"[(\[（【](?P<word>[^()\[\]（）【】]{1,12})[)\]）】]")
_SIGNS: Final = {"€": "EUR", "£": "GBP"}
_YUAN: Final = ("元", "人民币", "人民币元", "元人民币", "RMB")
_WHAT: Final = frozenset(
    {Role.PARTY, Role.PAYER, Role.PAYEE, Role.TEXT, Role.KIND, Role.PARTY_ACCOUNT, Role.ENTRY_NUMBER}
)
_MONEY: Final = frozenset({Role.MONEY_IN, Role.CREDIT, Role.AMOUNT})
_SIDES: Final = (frozenset({Role.MONEY_IN, Role.MONEY_OUT}), frozenset({Role.CREDIT, Role.DEBIT}))
_SIDES_SAID: Final = ("in", "out", "credit", "debit")
_TELLING: Final = frozenset({Role.BALANCE, Role.FLAG, Role.STATE, Role.OWN_ACCOUNT})
# What only a bank's or a wallet's own table has: a customer's list of payments, or a ledger, does not number the bank's entries.
_OF_BANKS: Final = frozenset(
    {Role.PARTY, Role.PARTY_ACCOUNT, Role.ENTRY_NUMBER, Role.STATE, Role.MONEY_IN, Role.OWN_ACCOUNT}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One exported table: its rows of headings, of entries, and what stands above and below."""

    above: tuple[Row, ...]
    below: tuple[Row, ...]  # entries, and the footers after them
    headings: tuple[tuple[str, Role], ...]
    columns: Mapping[Role, tuple[float, ...]]  # left edges
    currency: str | None  # as the headings or the saved mapping say
    saved: SavedMapping | None

    @property
    def is_of_bank(self) -> bool:
        """True for headings that no ledger and no list of payments has."""
        return self.saved is not None or bool(self.columns.keys() & _OF_BANKS)

    def cells(self, row: Row, role: Role) -> Iterator[Cell]:
        """The cells of a row that hold something in such columns, in the order in which the rules name them."""
        for edge in self.columns.get(role, ()):
            yield from (cell for cell in row.cells if cell.box[0] == edge and cell.text.strip())

    def cell(self, row: Row, *roles: Role) -> Cell | None:
        """The first of these cells."""
        return next((cell for role in roles for cell in self.cells(row, role)), None)


def find_tables(document: Document, rules: ExportRules) -> list[Table]:
    """The exported tables of a document; none where it is something else."""
    found = []
    if not rules.headings and not rules.saved:
        return []
    for number, group in groupby(document.rows, key=lambda row: (row.page, row.table)):
        if number[1] is not None:
            table = _table(tuple(group), rules)
            if table is not None:
                found.append(table)
    return found


def _table(rows: Sequence[Row], rules: ExportRules) -> Table | None:
    for at, row in enumerate(rows[:MOST_ABOVE]):
        headings = {cell.box[0]: cell.text for cell in row.cells if cell.text.strip()}
        if len(headings) < _LEAST_COLUMNS:
            continue
        stacked = _stacked(headings, rows[at + 1], rules) if at + 1 < len(rows) else None
        if stacked and (table := _headed(rows, at, at + 2, stacked, rules)):
            return table
        if table := _headed(rows, at, at + 1, headings, rules):
            return table
    return None


def _stacked(upper: dict[float, str], lower: Row, rules: ExportRules) -> dict[float, str] | None:
    """Headings of two rows, "发生额" above "借方" and "贷方": the lower one counts."""
    below = {cell.box[0]: cell.text for cell in lower.cells if cell.text.strip()}
    known = sum(rules.role_of(text) is not None for text in upper.values())
    is_stack = below and all(map(rules.role_of, below.values())) and known * 2 > len(upper)
    return upper | below if is_stack else None


def _headed(
    rows: Sequence[Row], at: int, start: int, headings: Mapping[float, str], rules: ExportRules
) -> Table | None:
    saved = next(
        (one for one in rules.saved if one.columns.keys() <= {plain(text) for text in headings.values()}),
        None,
    )
    roles = {
        edge: role
        for edge, text in headings.items()
        if (role := saved.columns.get(plain(text)) if saved else rules.role_of(text))
    }
    roles = _with_flag(roles, rows[start:], rules)
    if not saved and not _is_export(headings, set(roles.values())):
        return None
    columns: dict[Role, list[float]] = {}
    for edge, role in roles.items():
        columns.setdefault(role, []).append(edge)
    order = {text: rank for rank, text in enumerate(rules.headings)}
    return Table(
        above=tuple(rows[:at]),
        below=tuple(row for row in rows[start:] if not _is_same(row, rows[start - 1])),
        headings=tuple((headings[edge], role) for edge, role in roles.items()),
        columns={
            role: tuple(sorted(edges, key=lambda edge: (order.get(_bare(headings[edge]), 0), edge)))
            for role, edges in columns.items()
        },
        currency=saved.currency if saved and saved.currency else _currency(headings, roles),
        saved=saved,
    )


def _with_flag(roles: dict[float, Role], rows: Sequence[Row], rules: ExportRules) -> dict[float, Role]:
    """A column of kinds is the flag of the direction where it holds nothing else: 来账, 往账."""
    if Role.FLAG in roles.values() or Role.AMOUNT not in roles.values():
        return roles
    for edge in (edge for edge, role in roles.items() if role is Role.KIND):
        said = {cell.text.strip() for row in rows for cell in row.cells if cell.box[0] == edge} - {""}
        if said and all(any(rules.has("flags", key, text) for key in _SIDES_SAID) for text in said):
            return roles | {edge: Role.FLAG}
    return roles


def _bare(heading: str) -> str:
    return plain(_IN_BRACKETS.sub("", heading))


def _is_same(row: Row, other: Row) -> bool:
    """True for the headings repeated on a new page."""
    return [cell.text for cell in row.cells] == [cell.text for cell in other.cells]


def _is_export(headings: Mapping[float, str], roles: set[Role]) -> bool:
    known = len([text for text in headings.values() if text])
    if Role.DAY not in roles and Role.VALUE_DAY not in roles:
        return False
    if not (roles & _MONEY and roles & _WHAT):
        return False
    if not (roles & _TELLING or any(side <= roles for side in _SIDES)):
        return False
    return len(roles) >= _LEAST_COLUMNS and len(roles) >= _LEAST_KNOWN * min(known, 12)


def _currency(headings: Mapping[float, str], roles: Mapping[float, Role]) -> str | None:
    """The currency that the headings of money say: 金额(元), Amount (USD)."""
    money = (*_MONEY, Role.MONEY_OUT, Role.DEBIT, Role.BALANCE)
    said: set[str] = set()
    for edge, role in roles.items():
        for match in _IN_BRACKETS.finditer(headings[edge]) if role in money else ():
            word = match["word"].strip("+-± :：单位")
            code = "CNY" if word in _YUAN else _SIGNS.get(word, word)
            said |= {code} if code in CURRENCIES else set()
    return said.pop() if len(said) == 1 else None
