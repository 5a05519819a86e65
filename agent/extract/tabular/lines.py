"""Turns a table of items into the ways in which it can be read: which column is what was paid, net of what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import permutations
from typing import Final

from agent.extract.tabular.items import ItemRow, ItemTable, NumberColumn, is_zero
from agent.extract.tabular.line import ZERO, Line, join
from agent.extract.tabular.withheld import (
    WITHHELD,
    are_net,
    unbalanced,
    value_of,
    with_rows_of_deductions,
    withheld_of,
    without_own_fees,
)
from agent.extract.text.numbers import Amount
from agent.extract.text.script import Script
from agent.facts.documents import Span
from agent.rules.vocabulary import Column, Status

_PRIORITY: Final = {Column.PAID: 5, Column.AMOUNT: 4, None: 3, Column.GROSS: 2, Column.CREDIT: 1}
_CENT: Final = Decimal("0.01")
_SPLIT: Final = 3.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One way to read a table or a list."""

    lines: tuple[Line, ...]
    total: Decimal  # what the lines sum to
    priority: float  # how well the words say that this is what was paid
    is_unnamed: bool = False  # no heading says what its column is
    own_totals: tuple[Decimal, ...] = ()  # the table's own total row says so
    is_net: bool = False  # gross less discount and deduction is the amount, in every line
    currency: str | None = None
    sign: str | None = None
    proofs: tuple[Span, ...] = ()  # of the totals
    is_paid: bool = False  # its heading says that it is what was paid
    is_taxed: bool = False  # a column of taxes stands beside it
    denied_by: Decimal | None = None  # what its own total row says instead
    unread: tuple[str, ...] = ()  # documents whose amounts can't be read
    unbalanced: tuple[str, ...] = ()  # documents of which gross less what is withheld is not what was paid
    ahead: Decimal = ZERO  # of the total: what rows of their own say is on account
    has_unpaid: bool = False  # a row says that 0.00 of it is paid


def candidates(script: Script, table: ItemTable) -> list[Candidate]:
    """All ways to read the table that its headings allow, the likeliest first."""
    found: list[Candidate] = []
    paid = [
        column
        for column in table.columns
        if column.role is Column.PAID and column.status is not Status.EARLIER
    ]
    if paid and not any(_is_filled(table, column) for column in paid):
        return []  # nothing of it is paid, whatever else the rows show
    for column in _paid_columns(table):
        if column.role in _PRIORITY and _is_filled(table, column):
            found += _readings(script, table, column)
    found += list(_netted(table, found))
    sides = list(_debit_and_credit(script, table))
    whole = max((len(one.lines) for one in sides), default=0)  # one side alone leaves documents out
    found = [*(one for one in found if len(one.lines) >= whole), *sides]
    found = [_from_their_side(one) for one in found]
    kept = [
        one for one in _distinct(found) if _is_plausible(one) or one.unbalanced
    ]  # what was paid denies others
    kept += list(_with_what_is_ahead(table, kept))
    return sorted(_under_its_total(table, kept), key=lambda one: -one.priority)


def _with_what_is_ahead(table: ItemTable, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Readings with what is paid on account below, where the table's own total says that it is a part of the payment."""
    ahead = sum((row.amounts[0].value for row in table.ahead), ZERO)
    for one in found if ahead else ():
        if one.total + ahead in one.own_totals:
            yield replace(one, total=one.total + ahead, ahead=ahead, denied_by=None)


def _under_its_total(table: ItemTable, found: Sequence[Candidate]) -> Sequence[Candidate]:
    """Readings, denied by the table's labelled total where it stands under a column that none of them reads or makes."""
    said = [
        amount.value
        for total in table.totals
        if total.is_labelled and not total.is_part
        for amount in total.values.values()
        if amount.value
    ]
    if not said or any(one.own_totals or one.total in said for one in found):
        return found
    return [replace(one, denied_by=said[-1]) for one in found]


def _from_their_side(one: Candidate) -> Candidate:
    """A list of their own ledger with its signs turned: our invoices are negative there, for what is open on them."""
    billed = [
        line
        for line in one.lines
        if line.amount and not (line.reference.item and line.reference.item.is_credit)
    ]
    if one.total >= 0 or not billed or any((line.amount or ZERO) >= 0 for line in billed):
        return one
    whole = [line for line in billed if line.amount and -line.amount in _owed(line)]
    if 2 * len(whole) < len(billed):
        return one
    lines = tuple(
        replace(line, amount=-line.amount) if line.amount is not None else line for line in one.lines
    )
    own = tuple(-value for value in one.own_totals if value < 0)
    denied_by = -one.denied_by if one.denied_by is not None and one.denied_by < 0 else None
    return replace(one, lines=lines, total=-one.total, own_totals=own, denied_by=denied_by, is_net=False)


def _owed(line: Line) -> tuple[Decimal, ...]:
    item = line.reference.item
    return (item.open.decimal, item.billed.decimal) if item else ()


def _is_plausible(one: Candidate) -> bool:
    """False where half of a line or more is withheld and no gross amount proves it: a column of something else."""
    return all(
        line.amount is None
        or (withheld := line.discount + line.deduction) < max(abs(line.amount), _CENT)
        or (line.amount and line.gross == line.amount + withheld)
        for line in one.lines
    )


def _debit_and_credit(script: Script, table: ItemTable) -> Iterator[Candidate]:
    """Two columns of which each row fills one: what stands in the one is taken from what stands in the other."""
    of_money = [column for column in table.columns if column.role in _PRIORITY]
    for plus, minus in permutations(of_money, 2):
        both = [(row.values.get(plus.index), row.values.get(minus.index)) for row in table.items]
        is_split = all(is_zero(debit) != is_zero(credit) for debit, credit in both)
        if (
            not is_split
            or all(is_zero(debit) for debit, _ in both)
            or all(is_zero(credit) for _, credit in both)
        ):
            continue
        plain = [(_line(script, table, row, plus), _line(script, table, row, minus)) for row in table.items]
        lines = [
            _signed(one, 1) if one and not is_zero(debit) else _signed(other, -1) if other else None
            for (one, other), (debit, _) in zip(plain, both, strict=True)
        ]
        if all(lines):
            own = _candidate(script, table, plus, [line for line in lines if line], 0.0)
            totals = dict.fromkeys(amount.value for total in table.totals for amount in total.values.values())
            sides = [total.values for total in table.totals if not total.is_part]
            totals |= dict.fromkeys(
                side[plus.index].value - abs(side[minus.index].value)
                for side in sides
                if plus.index in side and minus.index in side
            )
            is_made = own.total in totals or own.denied_by == own.total + _side(table, minus)
            if is_made:  # what stands on the one side makes the sum of that side
                totals[own.total] = None
            yield replace(
                own, priority=_SPLIT, own_totals=tuple(totals), is_unnamed=False,
                denied_by=None if is_made else own.denied_by,
            )  # fmt: skip


def _side(table: ItemTable, column: NumberColumn) -> Decimal:
    """What stands on one of two sides."""
    shown = (row.values.get(column.index) for row in table.items)
    return sum((abs(amount.value) for amount in shown if amount), ZERO)


def _paid_columns(table: ItemTable) -> list[NumberColumn]:
    """The columns that may be what was paid: not what was paid before, where another one is this payment."""
    paid = [column for column in table.columns if column.role is Column.PAID]
    current = [column for column in paid if column.status is Status.CURRENT]
    earlier = [column for column in paid if column.status in (Status.EARLIER, Status.PLANNED)]
    passed = [column for column in paid if current and column.status is not Status.CURRENT] or (
        earlier if len(earlier) < len(paid) else []
    )
    return [column for column in table.columns if column not in passed]


def _has_zeros(table: ItemTable, column: NumberColumn) -> bool:
    shown = (row.values.get(column.index) for row in table.items)
    return any(amount is not None and not amount.value for amount in shown)


def _is_filled(table: ItemTable, column: NumberColumn) -> bool:
    return any(not is_zero(row.values.get(column.index)) for row in table.items)


def _readings(script: Script, table: ItemTable, column: NumberColumn) -> Iterator[Candidate]:
    """A column as it stands, and with its credits turned negative where it shows them positive."""
    plain = without_own_fees(table, [_line(script, table, row, column) for row in table.items])
    lines = [line for line in plain if line is not None]
    if not lines:
        return
    yield _candidate(script, table, column, lines, 0.0)
    credits = {row.reference.start for row in table.items if row.is_credit and row.reference}
    shown = [(line.reference.start in credits, line.amount) for line in lines if line.amount]
    is_theirs = not all(is_credit for is_credit, _ in shown) and all(
        is_credit == (amount > 0) for is_credit, amount in shown
    )  # the signs say it already
    if not is_theirs and any(is_credit and amount > 0 for is_credit, amount in shown):
        turned = [_signed(line, -1) if line.reference.start in credits else line for line in lines]
        yield _candidate(script, table, column, turned, 0.1)
    if any((line.amount or ZERO) < 0 for line in lines):
        bracketed = [line if line.reference.start in credits else _signed(line, 1) for line in lines]
        if bracketed != lines:
            yield _candidate(script, table, column, bracketed, -1.0)


def _signed(line: Line, sign: int) -> Line:
    return replace(line, amount=sign * abs(line.amount)) if line.amount is not None else line


def _line(script: Script, table: ItemTable, row: ItemRow, column: NumberColumn) -> Line | None:
    """A row read by one column; None where nothing is paid in it."""
    amount = row.values.get(column.index)
    if row.reference is None:
        return None
    value, shown = (amount.value, amount) if amount is not None else (None, None)
    if value is None or value == 0:
        value, shown = _credit(table, row)
        if value is None:
            return None
    gross = value_of(table, row, Column.GROSS)
    discount, deduction, reason = withheld_of(script, table, row, column)
    spans = [script.span("line.invoice", row.reference.start, row.reference.end)]
    if shown is not None:
        spans.append(script.span("line.amount", shown.start, shown.end))
    return Line(
        reference=row.reference, amount=value, beside=row.beside, row=row.row, gross=gross, discount=discount, deduction=deduction,
        reason=reason or (row.reason if value < 0 else None),
        payment=row.payment, paid_on=row.paid_on, evidence=tuple(spans),
        currency=(shown.currency if shown else None) or column.currency or row.currency,
    )  # fmt: skip


def _credit(table: ItemTable, row: ItemRow) -> tuple[Decimal | None, Amount | None]:
    for column in table.columns:
        amount = row.values.get(column.index)
        if column.role is Column.CREDIT and amount is not None and amount.value:
            return -abs(amount.value), amount
    return None, None


def _candidate(
    script: Script, table: ItemTable, column: NumberColumn, lines: Sequence[Line], bonus: float
) -> Candidate:
    joined = join(lines)
    total = sum((line.amount or ZERO for line in joined), ZERO)
    shown = [row.values[column.index] for row in table.items if column.index in row.values]
    totals = [
        one.values[column.index] for one in table.totals if column.index in one.values and not one.is_part
    ]
    whole = total
    joined, total = with_rows_of_deductions(script, table, column, joined, total)
    own = tuple(dict.fromkeys(one.value for one in totals))
    return Candidate(
        lines=tuple(joined), total=total, priority=_PRIORITY[column.role] + bonus,
        is_unnamed=column.role is None, own_totals=own, is_net=are_net(joined),
        currency=_currency(table, column, shown), sign=next((one.sign for one in shown if one.sign), None) or _heading_sign(table, column),
        proofs=tuple(script.span("amount", one.start, one.end) for one in totals),
        is_paid=column.role is Column.PAID and column.status is not Status.EARLIER,
        unread=tuple(table.unread),
        is_taxed=any(other.role is Column.TAX for other in table.columns),
        denied_by=own[-1] if own and not {total, whole} & set(own) else None,
        unbalanced=unbalanced(table, lines) if column.role is Column.PAID else (),
        has_unpaid=column.role is Column.PAID and _has_zeros(table, column),
    )  # fmt: skip


def _heading_sign(table: ItemTable, column: NumberColumn) -> str | None:
    """The bare sign of a column's own heading."""
    headings = table.header.headings if table.header else ()
    return next((one.sign for one in headings if one.start == column.start and one.sign), None)


def _currency(table: ItemTable, column: NumberColumn, shown: Sequence[Amount]) -> str | None:
    said = {amount.currency for amount in shown if amount.currency} or {
        row.currency for row in table.items if row.currency
    }
    if len(said) == 1:
        return said.pop()
    headed = {other.currency for other in table.columns if other.currency}
    return column.currency or (headed.pop() if len(headed) == 1 else None)


def _netted(table: ItemTable, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Gross less its discount and deduction, of columns or of the row's words, where no column shows the net."""
    roles = {column.role for column in table.columns}
    is_by_words = roles == {None} and table.header is None
    if not (roles & set(WITHHELD) or is_by_words) or Column.PAID in roles:
        return
    for one in found:
        if is_by_words and any(line.gross is not None for line in one.lines):
            continue
        lines = [
            replace(line, gross=line.amount, amount=line.amount - line.discount - line.deduction)
            for line in one.lines
            if line.amount is not None
        ]
        if any(line.discount or line.deduction for line in lines):
            total = sum((line.amount or ZERO for line in lines), ZERO)
            yield replace(
                one, lines=tuple(lines), total=total, priority=4.5, own_totals=(), is_net=True, proofs=()
            )


def _distinct(found: Iterable[Candidate]) -> list[Candidate]:
    """Without those that read the same; the best words are kept."""
    kept: dict[tuple[tuple[str, Decimal | None], ...], Candidate] = {}
    for one in found:
        key = tuple((line.reference.number, line.amount) for line in one.lines)
        known = kept.get(key)
        if known is None or one.priority > known.priority:
            better, other = one, known
        else:
            better, other = known, one
        totals = tuple(dict.fromkeys((*better.own_totals, *(other.own_totals if other else ()))))
        detailed = max((better, other), key=lambda each: _detail(each)) if other else better
        kept[key] = replace(
            better, lines=detailed.lines, is_net=detailed.is_net, own_totals=totals,
            currency=better.currency or (other.currency if other else None),
            sign=better.sign or (other.sign if other else None),
            proofs=better.proofs or (other.proofs if other else ()),
        )  # fmt: skip
    return list(kept.values())


def _detail(one: Candidate | None) -> int:
    return sum(bool(line.discount) + bool(line.deduction) for line in one.lines) if one else -1
