"""Turns the amounts of a table's rows into columns: by their cells, by their order, or by their places under the headings."""

from collections.abc import Sequence
from itertools import pairwise

from agent.extract.tabular.columns import MONEY, Header
from agent.extract.tabular.items import ItemRow, ItemTable, NumberColumn
from agent.extract.text.script import Script


def by_cell(script: Script, rows: Sequence[ItemRow]) -> list[NumberColumn]:
    """One column for each of the format's own that holds amounts."""
    columns: dict[int, NumberColumn] = {}
    for row in rows:
        for amount in row.amounts:
            place = script.place_of(amount.start)
            if place is None:
                continue
            column = columns.setdefault(
                place.column, NumberColumn(index=place.column, left=place.box[0], right=place.box[2])
            )
            row.values.setdefault(column.index, amount)
    return [columns[index] for index in sorted(columns)]


def by_order(script: Script, table: ItemTable) -> list[NumberColumn]:
    """The first amount of each row is one column, and so on: all rows have as many."""
    count = len(table.items[0].amounts)
    columns = []
    for index in range(count):
        edges = [script.extent(row.amounts[index].start, row.amounts[index].end) for row in table.items]
        columns.append(
            NumberColumn(
                index=index, left=min(edge[0] for edge in edges), right=max(edge[1] for edge in edges)
            )
        )
    for row in (*table.items, *table.others):
        row.values = dict(enumerate(row.amounts[:count]))
    return columns


def by_place(script: Script, rows: Sequence[ItemRow]) -> list[NumberColumn]:
    """Amounts whose places overlap are one column."""
    placed = [
        (*script.extent(amount.start, amount.end), amount, row) for row in rows for amount in row.amounts
    ]
    placed.sort(key=lambda one: (one[0] + one[1], one[0]))
    columns: list[NumberColumn] = []
    for left, right, amount, row in placed:
        column = columns[-1] if columns else None
        if column is None or left >= column.right - 0.2 * (right - left):
            column = NumberColumn(index=len(columns), left=left, right=right)
            columns.append(column)
        column.left, column.right = min(column.left, left), max(column.right, right)
        row.values.setdefault(column.index, amount)
    return columns


def under_headings(
    columns: list[NumberColumn], rows: Sequence[ItemRow], header: Header | None
) -> list[NumberColumn]:
    """Columns side by side of which each row fills one are one, where the headings are too few for them.

    A font that the PDF does not hold moves the ends of short numbers and of long ones apart.
    """
    if header is None:
        return columns
    money = sum(heading.role in MONEY for heading in header.headings)
    while len(columns) > money > 1:
        pairs = [
            (other.left - one.right, one, other)
            for one, other in pairwise(columns)
            if other.left - one.right < max(one.right - one.left, other.right - other.left)
            and not any(one.index in row.values and other.index in row.values for row in rows)
        ]
        if not pairs:
            break
        _, one, other = min(pairs, key=lambda pair: pair[0])
        one.left, one.right = min(one.left, other.left), max(one.right, other.right)
        for row in rows:
            if other.index in row.values:
                row.values[one.index] = row.values.pop(other.index)
        columns.remove(other)
    return columns


def join_under_one(table: ItemTable, rows: Sequence[ItemRow]) -> None:
    """Columns that one heading names are one, where each row fills one of them: cells parted by a sign, and ragged."""
    for column in list(table.columns):
        first = next(one for one in table.columns if one.role is column.role and one.start == column.start)
        is_one = column.role is not None and first is not column
        if is_one and not any(first.index in row.values and column.index in row.values for row in rows):
            first.left, first.right = min(first.left, column.left), max(first.right, column.right)
            for row in rows:
                if column.index in row.values:
                    row.values[first.index] = row.values.pop(column.index)
            table.columns.remove(column)
