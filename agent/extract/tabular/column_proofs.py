"""Says by arithmetic what columns of amounts are that no heading names: running totals, gross and net."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, combinations, permutations
from typing import Final

from agent.extract.tabular.items import ItemRow, ItemTable, NumberColumn, TotalRow
from agent.extract.text.numbers import Amount
from agent.extract.text.script import Script
from agent.rules.vocabulary import Column, Status

LEAST_RUN: Final = 3  # rows that a running total takes to be told from chance
MOST_COLUMNS: Final = 7
WITHHELD: Final = (Column.DISCOUNT, Column.DEDUCTION)
MOST_BELOW: Final = 4  # rows between a list and its total
MOST_WITHHELD: Final = Decimal(
    "0.3"
)  # of a gross amount: else what is kept and what is paid can't be told apart


def proven_total(script: Script, table: ItemTable) -> TotalRow | None:
    """The row below a list without headings of which every amount is the sum of one of the list's columns."""
    sums = {column.index: sum(_values(column, table.items), Decimal(0)) for column in table.columns}
    for row in range(table.last_row + 1, min(table.last_row + MOST_BELOW, len(script.row_starts))):
        start, end = script.row_span(row)
        amounts = [amount for amount in script.amounts_in(start, end) if amount.value and not amount.is_plain]
        values: dict[int, Amount] = {}
        for amount in amounts:
            index = next(
                (one for one, total in sums.items() if total == amount.value and one not in values), None
            )
            if index is not None:
                values[index] = amount
        if amounts and len(values) == len(amounts) and not script.references_in(start, end):
            return TotalRow(row=row, values=values, is_labelled=True, is_part=False)
    return None


def prove_columns(
    columns: Sequence[NumberColumn], rows: Sequence[ItemRow], said: Collection[int] = ()
) -> None:
    """Gives a role to columns without one, where every row that has them agrees; those that are `said` to be paid are."""
    if len(columns) > MOST_COLUMNS or not rows:
        return
    for column in _running(columns, rows):
        column.role = Column.BALANCE
    for column, tax in _before_tax(columns, rows):
        if column.index in said:  # Gross | Tax | Net paid: withheld
            tax.role = Column.DEDUCTION
        else:
            column.role = Column.TAX
    _name_gross(columns, rows)
    _name_part_paid(columns, rows)
    if any(column.role is Column.PAID for column in columns):
        _name_withheld(columns, rows)
        return
    found = {(gross.index, net.index): (gross, net) for gross, net in _net(columns, rows)}
    if len(found) == 1:
        [(gross, net)] = found.values()
        gross.role = gross.role or Column.GROSS
        net.role = Column.PAID


def _before_tax(
    columns: Sequence[NumberColumn], rows: Sequence[ItemRow]
) -> list[tuple[NumberColumn, NumberColumn]]:
    """Columns called net, and those of taxes that make another one with them: Net | VAT | Gross tells no payment of the net."""
    values = {column.index: _values(column, rows) for column in columns}
    return [
        (net, tax)
        for net in columns
        if net.role is Column.PAID
        for whole in columns
        if whole is not net
        for tax in columns
        if tax.role is Column.TAX
        and any(values[tax.index])
        and [one + other for one, other in zip(values[net.index], values[tax.index], strict=True)]
        == values[whole.index]
    ]


def _name_gross(columns: Sequence[NumberColumn], rows: Sequence[ItemRow]) -> None:
    """Of two columns called paid the one that is the other and all that is withheld: 结算金额 | 扣款 | 返利 | 实付金额."""
    withheld = [column for column in columns if column.role in (Column.DISCOUNT, Column.DEDUCTION)]
    kept = [
        sum(map(abs, each), Decimal(0))
        for each in zip(*(_values(one, rows) for one in withheld), strict=True)
    ]
    for gross, net in permutations([column for column in columns if column.role is Column.PAID], 2):
        if kept and _is_net(_values(gross, rows), kept, _values(net, rows)):
            gross.role = Column.GROSS
    _name_claimed(columns, rows)


def _name_claimed(columns: Sequence[NumberColumn], rows: Sequence[ItemRow]) -> None:
    """A column called a deduction is gross, where it is what was paid and all others of them: Claim | Retained | We pay."""
    paid = [column for column in columns if column.role is Column.PAID]
    withheld = [column for column in columns if column.role in WITHHELD]
    if len(paid) != 1 or len(withheld) < 2 or any(column.role is Column.GROSS for column in columns):
        return
    for one in withheld:
        others = [_values(other, rows) for other in withheld if other is not one]
        kept = [sum(map(abs, each), Decimal(0)) for each in zip(*others, strict=True)]
        if any(kept) and _is_net(_values(one, rows), kept, _values(paid[0], rows)):
            one.role = Column.GROSS
            return


def _name_withheld(columns: Sequence[NumberColumn], rows: Sequence[ItemRow]) -> None:
    """The column without a role that is what is withheld, or the two that are that and the gross amount, where one way alone fits."""
    paid = [
        column for column in columns if column.role is Column.PAID and column.status is not Status.EARLIER
    ]
    gross = [column for column in columns if column.role is Column.GROSS] or [
        column for column in columns if column.role is Column.AMOUNT
    ]
    rest = [column for column in columns if column.role is None]
    pairs = [(one, other) for one in gross or rest for other in rest if one is not other]
    if len(paid) != 1 or len(gross) > 1 or (not gross and len(rest) != 2):
        return
    known = [column for column in columns if column.role in WITHHELD]
    found = [pair for pair in pairs if _makes(pair[0], [*known, pair[1]], paid[0], columns, rows)]
    if len(found) == 1 and any(_values(found[0][1], rows)):
        found[0][0].role = found[0][0].role or Column.GROSS
        found[0][1].role = Column.DEDUCTION


def _name_part_paid(columns: Sequence[NumberColumn], rows: Sequence[ItemRow]) -> None:
    """A column that is only called amount is what was paid, where it is gross less what is withheld and what is left open."""
    gross, amount, left = (
        [column for column in columns if column.role is role]
        for role in (Column.GROSS, Column.AMOUNT, Column.BALANCE)
    )
    withheld = [column for column in columns if column.role in WITHHELD]
    is_left = len(gross) == len(amount) == len(left) == 1 and any(_values(left[0], rows))
    if is_left and _makes(gross[0], withheld, amount[0], columns, rows):
        amount[0].role = Column.PAID


def _makes(
    gross: NumberColumn, withheld: Sequence[NumberColumn], net: NumberColumn,
    columns: Sequence[NumberColumn], rows: Sequence[ItemRow],
) -> bool:  # fmt: skip
    """True where gross less what is withheld is net in every row; or less what is left open as well."""
    sides = [_values(column, rows) for column in withheld]
    kept = [sum((abs(side[at]) for side in sides), Decimal(0)) for at in range(len(rows))]
    shown, whole = _values(net, rows), _values(gross, rows)
    left = [_values(column, rows) for column in columns if column.role is Column.BALANCE]
    opens = [whole, *([one - rest for one, rest in zip(whole, side, strict=True)] for side in left)]
    return any(
        all(
            abs(one) - less == abs(paid) and less <= MOST_WITHHELD * abs(one)
            for one, less, paid in zip(part, kept, shown, strict=True)
        )
        for part in opens
    )


def _values(column: NumberColumn, rows: Sequence[ItemRow]) -> list[Decimal]:
    return [row.values[column.index].value if column.index in row.values else Decimal(0) for row in rows]


def _running(columns: Sequence[NumberColumn], rows: Sequence[ItemRow]) -> Iterator[NumberColumn]:
    """Columns that show the sum of another one's values so far."""
    if len(rows) < LEAST_RUN:
        return
    values = {column.index: _values(column, rows) for column in columns}
    sums = [(index, list(accumulate(shown))) for index, shown in values.items()]
    for column in columns:
        if column.role is None and any(
            index != column.index and values[column.index] == total for index, total in sums
        ):
            yield column


def _net(
    columns: Sequence[NumberColumn], rows: Sequence[ItemRow]
) -> Iterator[tuple[NumberColumn, NumberColumn]]:
    """Pairs of columns of which the second is the first less one or two others."""
    values = {column.index: _values(column, rows) for column in columns}
    for gross, net in permutations(columns, 2):
        if net.role not in (None, Column.AMOUNT) or gross.role not in (None, Column.GROSS, Column.AMOUNT):
            continue
        others = [
            column for column in columns if column not in (gross, net) and column.role is not Column.TAX
        ]
        for count in (1, 2):
            for withheld in combinations(others, count):
                kept = [
                    sum((abs(values[one.index][at]) for one in withheld), Decimal(0))
                    for at in range(len(rows))
                ]
                if _is_net(values[gross.index], kept, values[net.index]):
                    yield gross, net


def _is_net(gross: Sequence[Decimal], kept: Sequence[Decimal], net: Sequence[Decimal]) -> bool:
    rows = list(zip(gross, kept, net, strict=True))
    return any(kept) and all(
        abs(whole) - less == abs(paid) and less <= MOST_WITHHELD * abs(whole) for whole, less, paid in rows
    )
