"""Tells the rows of a list that are sums of others from its documents: the payment's own posting, "3 items", sums of a month."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise, permutations
from typing import Final

from agent.extract.tabular.items import ItemRow, ItemTable, NumberColumn, TotalRow
from agent.rules.vocabulary import Column

_LEAST_ROWS: Final = 3  # two documents and their sum
_LEAST_PARTS: Final = 2
ZERO: Final = Decimal(0)


def set_aside_sums(table: ItemTable) -> None:
    """The first or last row, where the ledger has all its documents but that one, which all the others make: it is a total."""
    unknown = [row for row in table.items if row.reference and row.reference.item is None]
    if (
        len(table.items) < _LEAST_ROWS
        or len(unknown) != 1
        or len({row.row for row in table.items}) < len(table.items)
    ):
        return
    [one] = unknown
    others = [row for row in table.items if row is not one]
    if one in (table.items[0], table.items[-1]) and _is_sum(one, others):
        table.items = others
        values = dict(enumerate(one.amounts))
        table.totals.append(TotalRow(row=one.row, values=values, is_labelled=True, is_part=False))


def _is_sum(one: ItemRow, others: Sequence[ItemRow]) -> bool:
    """True where each amount of a row is what the other rows make in its place, their credits taken or not."""
    if any(len(row.amounts) != len(one.amounts) for row in others) or not any(
        amount.value for amount in one.amounts
    ):
        return False
    return all(abs(amount.value) in _sums(at, others) for at, amount in enumerate(one.amounts))


def _sums(at: int, rows: Sequence[ItemRow]) -> set[Decimal]:
    shown = [(row.amounts[at].value, row.is_credit) for row in rows]
    plain = sum((value for value, _ in shown), ZERO)
    signed = sum((-abs(value) if is_credit else abs(value) for value, is_credit in shown), ZERO)
    return {abs(plain), abs(signed)}


def name_parts(table: ItemTable) -> None:
    """Rows of totals that share all documents out among them, each the sum of those since the last one, are subtotals."""
    totals = [total for total in table.totals if not total.is_part]
    if len(totals) < _LEAST_PARTS:
        return
    starts = [table.first_row - 1, *(total.row for total in totals)]
    shares = [[row for row in table.items if first < row.row < last] for first, last in pairwise(starts)]
    of_all = totals[-1] if not shares[-1] and len(totals) > _LEAST_PARTS else None
    parts = [(total, share) for total, share in zip(totals, shares, strict=True) if total is not of_all]
    is_whole = sum(len(share) for _, share in parts) == len(table.items)
    if is_whole and all(share and _is_sum_of(total, share) for total, share in parts):
        for total, _ in parts:
            total.is_part = True


def share_payments(table: ItemTable) -> None:
    """Rows below one that tells a payment's number or day are of that payment too, where its sum stands there and they make it.

    So HTML and workbooks show a cell that spans the rows of a payment.
    """
    starts = [at for at, row in enumerate(table.items) if row.payment or row.paid_on]
    if not starts or starts[0] != 0 or len(starts) == len(table.items):
        return
    ends = [*starts[1:], len(table.items)]
    groups = [table.items[first:last] for first, last in zip(starts, ends, strict=True)]
    for sums, paid in permutations(table.columns, 2):
        if all(_is_headed_by_sum(group, sums, paid) for group in groups):
            sums.role = Column.BALANCE  # it is none of a row's own
            for first, *others in groups:
                for row in others:
                    row.payment, row.paid_on = first.payment, first.paid_on
            return


def name_group_sums(table: ItemTable) -> None:
    """A column that only the last row of a group fills, with what another column makes of the group, is none of a row's own."""
    for sums, paid in permutations(table.columns, 2):
        if sums.role in (None, Column.AMOUNT, Column.PAID) and _is_closed_by_sums(table.items, sums, paid):
            sums.role = Column.BALANCE
            return


def _is_closed_by_sums(rows: Sequence[ItemRow], sums: NumberColumn, paid: NumberColumn) -> bool:
    """True where each amount of one column is what the other one makes since the last, and of some group more than one row."""
    made, count, longest = ZERO, 0, 0
    for row in rows:
        own, whole = row.values.get(paid.index), row.values.get(sums.index)
        if own is None:
            return False
        made, count = made + own.value, count + 1
        if whole is not None:
            if whole.value != made:
                return False
            longest = max(longest, count)
            made, count = ZERO, 0
    return longest >= _LEAST_PARTS and count == 0


def _is_headed_by_sum(rows: Sequence[ItemRow], sums: NumberColumn, paid: NumberColumn) -> bool:
    """True for rows of which the first alone has an amount in one column, that all of the other one make."""
    first, *others = rows
    own = [row.values.get(paid.index) for row in rows]
    whole = first.values.get(sums.index)
    if whole is None or any(one is None for one in own) or any(sums.index in row.values for row in others):
        return False
    return sum((one.value for one in own if one), ZERO) == whole.value


def _is_sum_of(total: TotalRow, rows: Sequence[ItemRow]) -> bool:
    made = {
        index: sum((row.values[index].value for row in rows if index in row.values), ZERO)
        for index in total.values
    }
    return any(amount.value for amount in total.values.values()) and all(
        made[index] == amount.value for index, amount in total.values.items()
    )
