"""Turns the amounts of a table's rows into columns, and gives each column the heading above it."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from agent.extract.tabular.column_places import by_cell, by_order, by_place, join_under_one, under_headings
from agent.extract.tabular.column_proofs import prove_columns, proven_total
from agent.extract.tabular.columns import MONEY, NUMBERED, Header, Heading, nearest
from agent.extract.tabular.items import ItemRow, ItemTable, NumberColumn, TotalRow
from agent.extract.text.numbers import Amount
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Column, Cue, Status

ZERO: Final = Decimal(0)
_OF_WORDS: Final = (Column.INVOICE, Column.DESCRIPTION, Column.DATE)


def settle_columns(script: Script, table: ItemTable) -> None:
    """Columns of the items' amounts, by order where all rows have as many, else by their places."""
    rows = [*table.items, *table.others]
    is_format = (
        table.header.table is not None if table.header else script.rows[table.first_row].table is not None
    )
    is_even = len({len(row.amounts) for row in table.items}) == 1
    folded = _second_half(table) if is_format else {}
    if is_format:
        table.columns = by_cell(script, rows)
        _fold(table, folded)
    elif is_even and (table.header is None or len({row.row for row in table.items}) < len(table.items)):
        table.columns = by_order(script, table)
    else:
        table.columns = under_headings(by_place(script, rows), rows, table.header)
    if table.header:
        _name_columns(script, table, table.header)
        join_under_one(table, rows)
    for remark in table.others:
        if _is_explained(script, table, remark):
            remark.amounts, remark.values = [], {}
    told = {column.index for column in table.columns if says_paid(script, column)}
    _settle_paid(script, table)
    prove_columns(table.columns, table.items, told)
    _place_totals(script, table, is_format, folded)
    is_bare = table.header is None or not table.totals
    if is_bare and len(table.items) > 1 and (found := proven_total(script, table)):
        table.totals.append(found)


def _place_totals(script: Script, table: ItemTable, is_format: bool, folded: Mapping[int, int]) -> None:
    """Each sum in a row of totals under its column; where two stand under one, each is of a list of its own."""
    beside: list[TotalRow] = []
    for total in table.totals:
        placed = [(_column_of(script, table, amount, is_format), amount) for amount in total.values.values()]
        total.values = {}
        for column, amount in placed:
            if column and column.index in total.values:  # of two lists side by side
                beside.append(replace(total, values={column.index: amount}))
            elif column:
                total.values[column.index] = amount
        _move_to_its_column(table, total)
    table.totals = [one for total in (*table.totals, *beside) for one in _halves(total, folded) if one.values]


def _second_half(table: ItemTable) -> dict[int, int]:
    """Of a table whose headings come twice, two lists side by side: each column of the second with that of the first."""
    headings = table.header.headings if table.header else ()
    half = len(headings) // 2
    roles = [heading.role for heading in headings]
    if (
        len(headings) % 2
        or roles[:half] != roles[half:]
        or len({row.row for row in table.items}) == len(table.items)
    ):
        return {}
    return {two.column: one.column for one, two in zip(headings[:half], headings[half:], strict=True)}


def _fold(table: ItemTable, folded: Mapping[int, int]) -> None:
    """Puts the amounts of a second list under the first one's columns."""
    for row in table.items:
        row.values = {folded.get(index, index): amount for index, amount in row.values.items()}


def _halves(total: TotalRow, folded: Mapping[int, int]) -> list[TotalRow]:
    """A row of totals of two lists side by side, as one of each, which are parts of the whole."""
    left = {index: amount for index, amount in total.values.items() if index not in folded}
    right = {folded[index]: amount for index, amount in total.values.items() if index in folded}
    if not left or not right:
        return [replace(total, values=left or right)]
    return [replace(total, values=values, is_part=True) for values in (left, right)]


def _is_explained(script: Script, table: ItemTable, remark: ItemRow) -> bool:
    """True for a remark that says again what a column of the row above holds back: 42.40 | 600.00, "less 42.40 for tins".

    Such a column without a heading is one of deductions.
    """
    above = max((row for row in table.items if row.row < remark.row), key=lambda row: row.row, default=None)
    kept = abs(remark.amounts[-1].value) if remark.amounts else ZERO
    if above is None or not kept or len(above.values) < 2:
        return False
    for column in table.columns:
        amount = above.values.get(column.index)
        if amount and abs(amount.value) == kept and column.role in (None, Column.DISCOUNT, Column.DEDUCTION):
            is_discount = within(script.hits.cues(Cue.DISCOUNT), remark.start, remark.end)
            column.role = column.role or (Column.DISCOUNT if is_discount else Column.DEDUCTION)
            _name_net(table, above, kept)
            above.reason = above.reason or remark.reason
            return True
    return False


def _name_net(table: ItemTable, row: ItemRow, kept: Decimal) -> None:
    """The only column without a role is what was paid, where it is what the ledger has less what was held back."""
    rest = [column for column in table.columns if column.role is None and column.index in row.values]
    item = row.reference.item if row.reference else None
    if not item or len(rest) != 1 or any(column.role is Column.PAID for column in table.columns):
        return
    if row.values[rest[0].index].value + kept in (item.open.decimal, item.billed.decimal):
        rest[0].role = Column.PAID


def _move_to_its_column(table: ItemTable, total: TotalRow) -> None:
    """A total set apart, that is not under its column: the only one that it is the sum of, paid before others."""
    if len(total.values) != 1 or total.is_part:
        return
    [(index, amount)] = total.values.items()
    sums = {
        column.index: sum(
            (row.values[column.index].value for row in table.items if column.index in row.values), ZERO
        )
        for column in table.columns
    }
    if sums[index] == amount.value:
        return
    fitting = [column for column in table.columns if sums[column.index] == amount.value]
    fitting = [column for column in fitting if column.role is Column.PAID] or fitting
    if len(fitting) == 1:
        total.values = {fitting[0].index: amount}


def _name_columns(script: Script, table: ItemTable, header: Header) -> None:
    """Each column of amounts gets the heading above it; a heading names one column."""
    if header.table is not None:
        for column in table.columns:
            heading = next((one for one in header.headings if one.column == column.index), None)
            if heading:
                _name(script, column, heading)
        return
    money = [
        heading for heading in header.headings if heading.role in MONEY or heading.role is Column.QUANTITY
    ]
    if table.columns and len(money) == 2 * len(table.columns):  # two tables side by side
        money = money[: len(table.columns)]
    if len(money) == len(table.columns):
        for column, heading in zip(table.columns, money, strict=True):
            _name(script, column, heading)
        return
    if named := _headings_by_cell(script, table, header):
        for column in table.columns:
            if heading := named.get(column.index):
                _name(script, column, heading)
        return
    _name_by_place(script, table, header)


def _name_by_place(script: Script, table: ItemTable, header: Header) -> None:
    left = list(header.headings)
    ranked = sorted(table.columns, key=lambda column: -_overlap(column, left))
    for column in ranked:
        heading = nearest(left, column.left, column.right)
        if heading and heading.role not in _OF_WORDS:
            _name(script, column, heading)
            left.remove(heading)


def _headings_by_cell(script: Script, table: ItemTable, header: Header) -> dict[int, Heading]:
    """The heading of each column, where all rows have as many cells as the headings' row, some in words nobody knows."""
    if header.next_row - header.row > 1:
        return {}
    heads = [place.start for place in script.places_of_row(header.row) if place.end > place.start]
    known = {at: heading for heading in header.headings for at in [bisect_right(heads, heading.start) - 1]}
    columns: dict[int, set[int]] = {}
    for row in table.items:
        cells = [place.start for place in script.places_of_row(row.row) if place.end > place.start]
        if len(cells) != len(heads):
            return {}
        for index, amount in row.values.items():
            columns.setdefault(index, set()).add(bisect_right(cells, amount.start) - 1)
    if any(len(at) > 1 for at in columns.values()):
        return {}
    named = {index: known[at] for index, (at,) in columns.items() if at in known}
    return {index: heading for index, heading in named.items() if heading.role not in _OF_WORDS}


def _overlap(column: NumberColumn, headings: Sequence[Heading]) -> float:
    return max((min(column.right, one.right) - max(column.left, one.left) for one in headings), default=0.0)


def _name(script: Script, column: NumberColumn, heading: Heading) -> None:
    role = (
        None if heading.role in NUMBERED else heading.role
    )  # "Invoices" over amounts is no column of numbers
    column.role, column.text, column.currency, column.start = (
        role,
        heading.text,
        heading.currency,
        heading.start,
    )
    if role is Column.PAYMENT_DATE and _status(script, heading) is Status.EARLIER:
        column.role = role = Column.PAID  # "advance paid on 15/10" over amounts
    if role is Column.PAID:
        column.status = _status(script, heading)


def _settle_paid(script: Script, table: ItemTable) -> None:
    """Of columns called paid the one that says "actually paid", and is nowhere more, is it: 实付金额 beside 结算金额."""
    paid = [column for column in table.columns if column.role is Column.PAID and column.status is None]
    actual = [column for column in paid if _says(script, column, Cue.NET)]
    others = [column for column in paid if column not in actual]
    is_sure = all(
        _says(script, column, Cue.PAYMENT_NOUN) or not _says(script, column, Cue.PAID) for column in others
    )
    if len(actual) == 1 and is_sure and all(_is_less(table, actual[0], column) for column in others):
        for column in others:
            column.role = Column.GROSS


def _is_less(table: ItemTable, one: NumberColumn, other: NumberColumn) -> bool:
    """True where a column has in no row more than another one."""
    pairs = [(row.values.get(one.index), row.values.get(other.index)) for row in table.items]
    return all(less and more and abs(less.value) <= abs(more.value) for less, more in pairs)


def _says(script: Script, column: NumberColumn, cue: Cue) -> bool:
    return bool(column.text) and bool(
        within(script.hits.cues(cue), column.start, column.start + len(column.text))
    )


def says_paid(script: Script, column: NumberColumn) -> bool:
    """True for a heading with a verb of payment: "Net paid", not "Net"."""
    return _says(script, column, Cue.PAID)


def _status(script: Script, heading: Heading) -> Status | None:
    """Whether a heading of what was paid says that it is this payment: 本次付款, already paid, 计划付款."""
    place = script.place_of(heading.start)
    start, end = (place.start, place.end) if place else (heading.start, heading.start + len(heading.text))
    for status in (Status.PLANNED, Status.CURRENT, Status.EARLIER):
        if within(script.hits.of("statuses", status), start, end):
            return status
    return None


def _column_of(script: Script, table: ItemTable, amount: Amount, is_format: bool) -> NumberColumn | None:
    place = script.place_of(amount.start)
    if is_format and place is not None:
        return next((column for column in table.columns if column.index == place.column), None)
    left, right = script.extent(amount.start, amount.end)
    near = [column for column in table.columns if column.left < right and left < column.right]
    if not near and len(table.columns) == 1:  # a sum in larger letters, set apart
        return table.columns[0]
    return max(near, key=lambda column: min(right, column.right) - max(left, column.left), default=None)
