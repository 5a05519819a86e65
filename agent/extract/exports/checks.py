"""Checks an export against itself: the running balance, which also proves which side is money in, and control totals."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from agent.extract.exports.columns import Table
from agent.extract.exports.entries import MOST_TOLD, Entries, Entry, value_of
from agent.facts.documents import Cell, Row
from agent.rules.exports import ExportRules, Role, plain

_PIECES: Final = re.compile(r"\s{2,}|[\t;；,，|](?=\D)|(?<=[\]】])\s*")
_PAIR: Final = re.compile(r"(?P<label>[^:：=]{1,40})[:：=]\s*(?P<value>.+)", re.DOTALL)
_COUNTED: Final = re.compile(r"(?P<count>\d{1,7})\s*笔")
_MONEY: Final = re.compile(r"(?<![\d.])\d[\d,.]*[.,]\d\d(?!\d)")
_AROUND: Final = " \t[]【】()（）#\"'`：:-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What the running balance says; `rises` None: nothing, False: it falls where money should have come in."""

    rises: bool | None
    warnings: tuple[str, ...]


def pairs(rows: Iterable[Row]) -> Iterator[tuple[str, str, Cell]]:
    """What stands as "label: value" around a table, in one cell or in two."""
    for row in rows:
        cells = [cell for cell in row.cells if cell.text.strip(_AROUND)]
        for at, cell in enumerate(cells):
            pieces = [
                match for piece in _PIECES.split(cell.text) if (match := _PAIR.match(piece.strip(_AROUND)))
            ]
            for match in pieces:
                yield match["label"].strip(_AROUND), match["value"].strip(_AROUND), cell
            if not pieces and at + 1 < len(cells):
                yield cell.text.strip(_AROUND), cells[at + 1].text.strip(_AROUND), cells[at + 1]


def check_balance(table: Table, entries: Entries, rules: ExportRules) -> Balance:
    """Each balance is the one before it and the amount; the order is that of the days, else the one that fits."""
    opening = _opening(table, entries, rules)
    accounts = _accounts(table, entries.entries)
    found: dict[bool, tuple[int, list[Entry]]] = {}
    for rises in (True, False):
        checked = [
            max(
                (_held(order, opening if len(accounts) == 1 else None, rises=rises) for order in _orders(account)),
                key=lambda held: held[0], default=(0, []),
            )
            for account in accounts
        ]  # fmt: skip
        found[rises] = sum(held for held, _ in checked), [entry for _, broken in checked for entry in broken]
    if found[True][0] == found[False][0]:
        return Balance(rises=None, warnings=())
    rises = found[True][0] > found[False][0]
    held, broken = found[rises]
    if held < len(broken):
        return Balance(rises=None, warnings=("the running balance does not hold",))
    told = [
        f"row {entry.number}: the balance {entry.balance} is not the one before it and the amount"
        for entry in broken
    ]
    more = (
        [f"the balance does not hold in {len(told) - MOST_TOLD} more rows"] if len(told) > MOST_TOLD else []
    )
    return Balance(rises=rises, warnings=(*told[:MOST_TOLD], *more))


def _accounts(table: Table, entries: Sequence[Entry]) -> list[list[Entry]]:
    """The entries of each account and currency: each has a balance of its own."""
    found: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        cells = (table.cell(entry.row, role) for role in (Role.OWN_ACCOUNT, Role.CURRENCY))
        found.setdefault(tuple(cell.text if cell else "" for cell in cells), []).append(entry)
    return list(found.values())


def _held(order: Sequence[Entry], opening: Decimal | None, *, rises: bool) -> tuple[int, list[Entry]]:
    """How many balances are the one before and the amount, and the entries whose are not."""
    befores = [opening, *(entry.balance for entry in order[:-1])]
    known = [(before, entry) for before, entry in zip(befores, order, strict=True) if before is not None]
    broken = [entry for before, entry in known if entry.balance != before + _signed(entry, rises=rises)]
    return len(known) - len(broken), broken


def _signed(entry: Entry, *, rises: bool) -> Decimal:
    return entry.amount if entry.is_in is rises else -entry.amount


def _orders(entries: Sequence[Entry]) -> list[list[Entry]]:
    """The entries with a balance, oldest first, in each order in which the table may stand."""
    known = [entry for entry in entries if entry.balance is not None]
    days = [entry.day for entry in known]
    orders = []
    if all(one <= other for one, other in pairwise(days)):
        orders.append(known)
    if all(one >= other for one, other in pairwise(days)):
        orders.append(known[::-1])
    return (orders or [known, known[::-1]]) if known else []


def _opening(table: Table, entries: Entries, rules: ExportRules) -> Decimal | None:
    """The balance before the first entry, where it is said."""
    for label, value, _ in pairs((*table.above, *entries.footers)):
        if rules.has("account", "opening", label) and (money := _MONEY.search(value)):
            return value_of(money[0], entries.style)
    for row in table.below:
        if any(rules.begins("entries", "opening", cell.text) for cell in row.cells):
            cell = table.cell(row, Role.BALANCE)
            return value_of(cell.text, entries.style) if cell else None
    return None


def check_totals(table: Table, entries: Entries, done: Sequence[Entry], rules: ExportRules) -> list[str]:
    """What control totals of money in say otherwise than the entries; `done` are those whose money moved."""
    warnings = []
    sums = [
        (len(each), sum((entry.amount for entry in each), Decimal(0)))
        for each in (
            [entry for entry in entries.entries if entry.is_in],
            [entry for entry in done if entry.is_in],
        )
    ]
    for count, total, where in _told(table, entries, rules):
        if total is not None and all(total != value for _, value in sums):
            warnings.append(f"{where}: the total of money in is {total}, the entries make {sums[0][1]}")
        elif count is not None and all(count != number for number, _ in sums):
            warnings.append(f"{where}: {count} entries of money in are said, {sums[0][0]} are there")
    return warnings


def _told(
    table: Table, entries: Entries, rules: ExportRules
) -> Iterator[tuple[int | None, Decimal | None, str]]:
    """Count and total of money in, as footers or the lines above say them."""
    for label, value, cell in pairs((*table.above, *entries.footers)):
        if rules.has("account", "in_total", label):
            counted, money = _COUNTED.search(value), _MONEY.search(value)
            total = value_of(money[0], entries.style) if money else None
            yield int(counted["count"]) if counted else None, total, f"row {int(cell.box[1])}"
    for row in [row for row in entries.footers if rules.begins("entries", "totals", _first(row))][-1:]:
        summed = table.cell(row, Role.MONEY_IN, Role.CREDIT)
        if summed is not None:
            yield None, value_of(summed.text, entries.style), f"row {int(summed.box[1])}"
    for titles, values in pairwise(entries.footers):
        named = {cell.box[0]: plain(cell.text) for cell in titles.cells}
        below = (cell for cell in values.cells if _is_in_total(named.get(cell.box[0], ""), rules))
        for one in below:
            yield None, value_of(one.text, entries.style), f"row {int(one.box[1])}"


def _first(row: Row) -> str:
    return next((cell.text for cell in row.cells if cell.text.strip()), "").lstrip("#-＃ ")


def _is_in_total(heading: str, rules: ExportRules) -> bool:
    """True for a heading of two lines of totals below the entries."""
    is_count = any(word in heading for word in rules.words.get(("entries", "count_words"), ()))
    return not is_count and heading in rules.words.get(("account", "in_total"), ())
