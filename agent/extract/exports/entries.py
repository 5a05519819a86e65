"""Turns the rows of an exported table into entries: day, money in or out, balance; what can't be read is told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from agent.extract.exports.columns import Table
from agent.facts.documents import Cell, Row
from agent.rules.exports import ExportRules, Role
from agent.rules.vocabulary import Vocabulary

MOST_ENTRIES: Final = 50_000
MOST_TOLD: Final = 5  # rows that warnings of one sort name
_AMOUNT: Final = re.compile(
    r"(?P<open>\()?(?P<sign>[+\-−])?\s*(?:[¥￥$€£]|[A-Z]{3}|RMB|人民币)?\s*(?P<more>[+\-−])?"
    r"(?P<digits>\d[\d.,'’  ]*|[.,]\d+)\s*(?:元|€|[A-Z]{3})?\s*(?P<end>[)\-−+]|CR|DR|Cr|Dr|C|D|S|H|贷|借)?\Z"
)
_POINT: Final = re.compile(r"\d\.\d{1,2}\Z|,\d{3}\.|\d,\d{3},\d{3}\Z")
_COMMA: Final = re.compile(r"\d,\d{1,2}\Z|\.\d{3},|\d\.\d{3}\.\d{3}\Z")
_ONE_MARK: Final = re.compile(r"\d{1,3}[.,]\d{3}\Z")
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?!\d)")
_RUN: Final = re.compile(r"(20\d\d)(\d\d)(\d\d)(?:\s*\d{4}|\s*\d{6}|\s+[\d:.]+)?\Z")
_YEAR_LAST: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_NAMED: Final = re.compile(
    r"(\d{1,2})[ .-]+([^\W\d_]{3,10})\.?[ .,-]+(\d{4}|\d{2})(?!\d)|([^\W\d_]{3,10}) (\d{1,2}),? (\d{4})"
)
_SERIAL: Final = re.compile(r"(\d{5})(?:\.\d+)?\Z")
_EPOCH: Final = date(
    1899, 12, 30
)  # ECMA-376 part 1, 18.17.4.1: day 0 of the 1900 date system after its 29 February
_SERIALS: Final = range(36_526, 73_051)  # 2000 to 2099
_OUT_ENDS: Final = frozenset(("-", "−", ")", "DR", "Dr", "D", "S", "借"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of an account's movements."""

    row: Row
    number: int  # of the row or line, for people
    day: date
    day_cell: Cell
    amount: Decimal  # above nothing
    amount_cell: Cell
    is_in: bool
    balance: Decimal | None
    is_weak: (
        bool  # only 借/贷, or an amount without a sign, says the side: ledgers of ours say them the other way
    )
    is_back: bool = False  # money in with a minus, which takes back what came in before (红字)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """The entries of a table in its order, and what of it could not be read."""

    entries: tuple[Entry, ...]
    footers: tuple[Row, ...]  # rows without a day
    style: str  # the decimal sign
    warnings: tuple[str, ...]


def read_entries(table: Table, rules: ExportRules, vocabulary: Vocabulary) -> Entries:
    """The entries of a table; money that has no certain side or day is none, and is told."""
    days, order_known = _days(table, vocabulary)
    style = _style(table)
    entries: list[Entry] = []
    footers: list[Row] = []
    unread: list[tuple[int, str]] = []
    for row in table.below:
        number = _number_of(row)
        day_cell = table.cell(row, Role.VALUE_DAY, Role.DAY)
        day = days.get(day_cell.text) if day_cell else None
        moved = _moved(table, row, rules, style)
        if day_cell is None or (day is None and (not moved or _is_footer(row, rules))):
            footers.append(row)
        elif day is None:
            unread.append((number, f"its day {day_cell.text[:20]!r} can't be read"))
        elif moved is None:
            unread += (
                [(number, "its amount or its direction can't be read")]
                if _has_money(table, row, rules)
                else []
            )
        elif len(entries) < MOST_ENTRIES and moved[0]:
            balance = table.cell(row, Role.BALANCE)
            entries.append(
                Entry(
                    row=row, number=number, day=day, day_cell=day_cell, amount=abs(moved[0]), amount_cell=moved[1],
                    is_in=moved[0] > 0, balance=value_of(balance.text, style) if balance else None, is_weak=moved[2],
                    is_back=moved[0] < 0 and _is_on_the_side_of_money_in(table, row, moved[1], rules),
                )
            )  # fmt: skip
    if _is_signed(table) and any(not entry.is_in for entry in entries):
        entries = [replace(entry, is_weak=False) for entry in entries]
    warnings = [f"row {number}: {why}" for number, why in unread[:MOST_TOLD]]
    if len(unread) > MOST_TOLD:
        warnings.append(f"{len(unread) - MOST_TOLD} more rows can't be read")
    if not order_known:
        warnings.append("whether its days say the day or the month first is not told")
    return Entries(entries=tuple(entries), footers=tuple(footers), style=style, warnings=tuple(warnings))


def _is_signed(table: Table) -> bool:
    """True where a sign says which way an amount went."""
    split = {Role.MONEY_IN, Role.MONEY_OUT, Role.CREDIT, Role.DEBIT, Role.FLAG}
    return not table.columns.keys() & split


def _number_of(row: Row) -> int:
    return int(row.cells[0].box[1]) if row.cells else 0


def _is_footer(row: Row, rules: ExportRules) -> bool:
    first = next((cell.text for cell in row.cells if cell.text.strip()), "")
    return rules.begins("entries", "footers", first.lstrip("#-＃ ")) or rules.begins(
        "entries", "opening", first
    )


def _has_money(table: Table, row: Row, rules: ExportRules) -> bool:
    """True where a row that is no entry should be one: it has an amount, and no flag says that nothing moved."""
    flag = table.cell(row, Role.FLAG)
    if flag and rules.has("flags", "neither", flag.text):
        return False
    money = (Role.MONEY_IN, Role.CREDIT, Role.AMOUNT, Role.MONEY_OUT, Role.DEBIT)
    return any(
        any(one in "123456789" for one in cell.text) for role in money for cell in table.cells(row, role)
    )


def _moved(table: Table, row: Row, rules: ExportRules, style: str) -> tuple[Decimal, Cell, bool] | None:
    """The amount, positive for money in, its cell, and whether only a bookkeeper's word or a sign says the side."""
    for into, out, is_weak in ((Role.MONEY_IN, Role.MONEY_OUT, False), (Role.CREDIT, Role.DEBIT, True)):
        found = []
        for role, sign in ((into, 1), (out, -1)):
            cell = table.cell(row, role)
            value = value_of(cell.text, style) if cell else None
            if cell and value is None and any(one.isdigit() for one in cell.text):
                return None
            # A column of money out may write its amounts with a minus: "-200.00" there went out all the same.
            if cell and value:
                found.append((sign * (abs(value) if sign < 0 else value), cell))
        if len(found) == 1:
            return *found[0], is_weak
        if found:
            return None
    cell = table.cell(row, Role.AMOUNT)
    value = value_of(cell.text, style) if cell else None
    if cell is None or not value:
        return None
    if Role.FLAG not in table.columns:
        return value, cell, True
    flag = table.cell(row, Role.FLAG)
    side, is_weak = _side(flag.text if flag else "", rules)
    if not side:
        return None
    return value if value < 0 else side * value, cell, is_weak


def _is_on_the_side_of_money_in(table: Table, row: Row, amount: Cell, rules: ExportRules) -> bool:
    """True where the column of an amount, or the flag beside it, says that it is money in."""
    flag = table.cell(row, Role.FLAG)
    by_flag = amount in table.cells(row, Role.AMOUNT) and flag and _side(flag.text, rules)[0] > 0
    return bool(by_flag) or amount in (*table.cells(row, Role.MONEY_IN), *table.cells(row, Role.CREDIT))


def _side(flag: str, rules: ExportRules) -> tuple[int, bool]:
    """1 for money in, -1 for out, 0 where the flag does not tell; and whether it is a bookkeeper's word."""
    for key, side, is_weak in (
        ("in", 1, False),
        ("out", -1, False),
        ("credit", 1, True),
        ("debit", -1, True),
    ):
        if rules.has("flags", key, flag):
            return side, is_weak
    return 0, False


def _style(table: Table) -> str:
    """The decimal sign of all amounts; a point where nothing tells."""
    money = (Role.MONEY_IN, Role.CREDIT, Role.AMOUNT, Role.MONEY_OUT, Role.DEBIT, Role.BALANCE)
    texts = [cell.text for row in table.below for role in money for cell in table.cells(row, role)]
    bare = [_digits(text) for text in texts]
    points, commas = (
        sum(bool(_POINT.search(one)) for one in bare),
        sum(bool(_COMMA.search(one)) for one in bare),
    )
    if not points and not commas and any(_ONE_MARK.match(one) for one in bare):
        return "?"
    return "," if commas and not points else ("." if not commas else "?")


def _digits(text: str) -> str:
    match = _AMOUNT.match(text.strip())
    return re.sub(r"['’  ]", "", match["digits"]) if match else ""


def value_of(text: str, style: str) -> Decimal | None:
    """An amount as an export writes it; None where it is none, or where the decimal sign is not sure."""
    match = _AMOUNT.match(text.strip())
    if not match:
        return None
    digits = re.sub(r"['’  ]", "", match["digits"])
    if style == "?":
        style = "." if _POINT.search(digits) else ("," if _COMMA.search(digits) else "")
        if not style and not digits.isdigit():
            return None
    group = "," if style == "." else "."
    whole, _, part = digits.partition(style) if style else (digits, "", "")
    if not re.fullmatch(
        rf"\d{{0,15}}|\d{{1,3}}(?:\{group}\d{{3}})*|\d{{1,3}}(?:\{group}\d\d)*\{group}\d{{3}}", whole
    ):
        return None
    if part and not re.fullmatch(r"\d{1,6}", part):
        return None
    value = Decimal(f"{whole.replace(group, '') or '0'}.{part or '0'}")
    is_out = (
        bool(match["open"])
        or "-" in f"{match['sign']}{match['more']}".replace("−", "-")
        or match["end"] in _OUT_ENDS
    )
    return -value if is_out else value


def _days(table: Table, vocabulary: Vocabulary) -> tuple[dict[str, date], bool]:
    """The day that each text in the columns of days is; and whether the order of day and month was told."""
    cells = [
        cell for row in table.below for role in (Role.VALUE_DAY, Role.DAY) for cell in table.cells(row, role)
    ]
    order = _order([cell.text for cell in cells])
    read = {text: _day(text.strip(), order, vocabulary) for text in {cell.text for cell in cells}}
    found = {text: day for text, day in read.items() if day is not None}
    slashed = any((match := _YEAR_LAST.match(cell.text.strip())) and match[2] != "." for cell in cells)
    return found, bool(order) or not slashed


def _order(texts: Sequence[str]) -> str:
    """ "dm" or "md", where a day above 12 tells it for the whole column; "" where nothing or both do."""
    first = second = False
    for text in texts:
        if (match := _YEAR_LAST.match(text.strip())) and match[2] != ".":
            first |= int(match[1]) > 12
            second |= int(match[3]) > 12
    return "" if first == second else ("dm" if first else "md")


def _day(text: str, order: str, vocabulary: Vocabulary) -> date | None:
    if match := _YEAR_FIRST.match(text) or _RUN.match(text):
        return _date(match[1], match[2], match[3])
    if match := _YEAR_LAST.match(text):
        if match[2] == ".":
            return _date(match[4], match[3], match[1])
        if not order:
            return _date(match[4], match[1], match[3]) if match[1] == match[3] else None
        month, day = (match[3], match[1]) if order == "dm" else (match[1], match[3])
        return _date(match[4], month, day)
    if match := _NAMED.match(text):
        month = next((hit.key for hit in vocabulary.find(match[2] or match[4]).section("months")), "0")
        return _date(match[3] or match[6], month, match[1] or match[5])
    if (match := _SERIAL.match(text)) and int(match[1]) in _SERIALS:
        return _EPOCH + timedelta(days=int(match[1]))
    return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None
