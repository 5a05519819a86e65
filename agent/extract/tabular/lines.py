"""Turns a table of items into the ways in which it can be read: which column is what was paid, net of what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import permutations
from typing import Final

from agent.extract.tabular.items import ItemRow, ItemTable, NumberColumn, is_zero
from agent.extract.text.numbers import Amount
from agent.extract.text.references import Reference
from agent.extract.text.script import Script, within
from agent.facts.documents import Span
from agent.rules.vocabulary import Column, Cue, Status

ZERO: Final = Decimal("0.00")
_PRIORITY: Final = {Column.PAID: 5, Column.AMOUNT: 4, None: 3, Column.GROSS: 2, Column.CREDIT: 1}
_CENT: Final = Decimal("0.01")
_SPLIT: Final = 3.5
_WITHHELD: Final = (Column.DISCOUNT, Column.DEDUCTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One document with what is paid against it, before it is settled; repeated documents are joined."""

    reference: Reference
    amount: Decimal | None
    row: int = 0  # of the document that names it
    gross: Decimal | None = None
    discount: Decimal = ZERO
    deduction: Decimal = ZERO
    reason: str | None = None
    payment: str | None = None  # reference of the payment that the row belongs to
    paid_on: date | None = None  # day of that payment
    evidence: tuple[Span, ...] = ()


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
    found += _debit_and_credit(script, table)
    return sorted(filter(_is_plausible, _distinct(found)), key=lambda one: -one.priority)


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
            yield replace(own, priority=_SPLIT, own_totals=tuple(totals), is_unnamed=False)


def _paid_columns(table: ItemTable) -> list[NumberColumn]:
    """The columns that may be what was paid: not what was paid before, where another one is this payment."""
    paid = [column for column in table.columns if column.role is Column.PAID]
    current = [column for column in paid if column.status is Status.CURRENT]
    earlier = [column for column in paid if column.status is Status.EARLIER]
    passed = [column for column in paid if current and column.status is not Status.CURRENT] or (
        earlier if len(earlier) < len(paid) else []
    )
    return [column for column in table.columns if column not in passed]


def _is_filled(table: ItemTable, column: NumberColumn) -> bool:
    return any(not is_zero(row.values.get(column.index)) for row in table.items)


def _readings(script: Script, table: ItemTable, column: NumberColumn) -> Iterator[Candidate]:
    """A column as it stands, and with its credits turned negative where it shows them positive."""
    plain = [_line(script, table, row, column) for row in table.items]
    lines = [line for line in plain if line is not None]
    if not lines:
        return
    yield _candidate(script, table, column, lines, 0.0)
    credits = {row.reference.start for row in table.items if row.is_credit and row.reference}
    if any(line.reference.start in credits and (line.amount or ZERO) > 0 for line in lines):
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
    gross = _value_of(table, row, Column.GROSS)
    discount, deduction, reason = _withheld(script, table, row, column)
    spans = [script.span("line.invoice", row.reference.start, row.reference.end)]
    if shown is not None:
        spans.append(script.span("line.amount", shown.start, shown.end))
    return Line(
        reference=row.reference, amount=value, row=row.row, gross=gross, discount=discount, deduction=deduction,
        reason=reason or (row.reason if value < 0 else None),
        payment=row.payment, paid_on=row.paid_on, evidence=tuple(spans),
    )  # fmt: skip


def _credit(table: ItemTable, row: ItemRow) -> tuple[Decimal | None, Amount | None]:
    for column in table.columns:
        amount = row.values.get(column.index)
        if column.role is Column.CREDIT and amount is not None and amount.value:
            return -abs(amount.value), amount
    return None, None


def _value_of(table: ItemTable, row: ItemRow, role: Column) -> Decimal | None:
    for column in table.columns:
        if column.role is role and (amount := row.values.get(column.index)) is not None:
            return amount.value
    return None


def _withheld(
    script: Script, table: ItemTable, row: ItemRow, paid: NumberColumn
) -> tuple[Decimal, Decimal, str | None]:
    """Discount, deduction and its reason as the row's own columns, or its words, say."""
    discount = deduction = ZERO
    reason = None
    for column in table.columns:
        amount = row.values.get(column.index)
        if amount is None or not amount.value or column is paid:
            continue
        role = column.role or _role_by_words(script, row, amount)
        if role is Column.DISCOUNT:
            discount += abs(amount.value)
        elif role is Column.DEDUCTION:
            deduction += abs(amount.value)
            reason = row.reason or _reason(script, column) or column.text or None
    return discount, deduction, reason


def _role_by_words(script: Script, row: ItemRow, amount: Amount) -> Column | None:
    """What the words before an amount in a list say of it: less discount 20.00."""
    previous = max((one.end for one in row.amounts if one.end <= amount.start), default=row.start)
    cues = script.hits
    if within(cues.cues(Cue.DISCOUNT), previous, amount.start):
        return Column.DISCOUNT
    if within(cues.section("reasons"), previous, amount.start) or within(
        cues.cues(Cue.DEDUCTION), previous, amount.start
    ):
        return Column.DEDUCTION
    return None


def _reason(script: Script, column: NumberColumn) -> str | None:
    if not column.text:
        return None
    reasons = within(script.hits.section("reasons"), column.start, column.start + len(column.text) + 1)
    return reasons[0].key if reasons else None


def _candidate(
    script: Script, table: ItemTable, column: NumberColumn, lines: Sequence[Line], bonus: float
) -> Candidate:
    joined = join(lines)
    total = sum((line.amount or ZERO for line in joined), ZERO)
    shown = [row.values[column.index] for row in table.items if column.index in row.values]
    totals = [
        one.values[column.index] for one in table.totals if column.index in one.values and not one.is_part
    ]
    joined, total = _with_others(script, table, column, joined, total)
    own = tuple(dict.fromkeys(one.value for one in totals))
    return Candidate(
        lines=tuple(joined), total=total, priority=_PRIORITY[column.role] + bonus,
        is_unnamed=column.role is None, own_totals=own, is_net=_holds(joined),
        currency=_currency(table, column, shown), sign=next((one.sign for one in shown if one.sign), None),
        proofs=tuple(script.span("amount", one.start, one.end) for one in totals), is_paid=column.role is Column.PAID,
        unread=tuple(table.unread),
        is_taxed=any(other.role is Column.TAX for other in table.columns),
        denied_by=own[-1] if own and total not in own else None,
        unbalanced=_unbalanced(table, lines) if column.role is Column.PAID else (),
    )  # fmt: skip


def _with_others(
    script: Script, table: ItemTable, column: NumberColumn, lines: list[Line], total: Decimal
) -> tuple[list[Line], Decimal]:
    """Deductions in rows of their own are those of the paid document above them."""
    kept: dict[int, list[tuple[ItemRow, Amount]]] = {}
    for row in table.others:
        amount = row.values.get(column.index) or (row.amounts[-1] if row.amounts else None)
        above = [
            index for index, line in enumerate(lines) if (line.amount or ZERO) > 0 and line.row <= row.row
        ]
        if amount is not None and amount.value and above:
            kept.setdefault(above[-1], []).append((row, amount))
    for owner, rows in kept.items():
        line = lines[owner]
        for row, amount in rows:
            lines[owner] = _without(script, lines[owner], row, amount)
        if _explains(line, lines[owner]):
            lines[owner] = replace(lines[owner], amount=line.amount)
        total += (lines[owner].amount or ZERO) - (line.amount or ZERO)
    return lines, total


def _explains(line: Line, less: Line) -> bool:
    """True where the rows below a line only say why it is less than its gross amount."""
    if line.gross is None or line.amount is None:
        return False
    return less.discount + less.deduction > line.discount + line.deduction and (
        line.gross - less.discount - less.deduction == line.amount
    )


def _without(script: Script, line: Line, row: ItemRow, amount: Amount) -> Line:
    """A line less a discount or deduction that a row of its own states."""
    value = abs(amount.value)
    is_discount = row.reason is None and bool(within(script.hits.cues(Cue.DISCOUNT), row.start, row.end))
    words = script.text[row.start : amount.start].strip(" :-\n") or None
    return replace(
        line,
        amount=(line.amount or ZERO) - value,
        gross=line.gross or line.amount,
        discount=line.discount + (value if is_discount else ZERO),
        deduction=line.deduction + (ZERO if is_discount else value),
        reason=line.reason if is_discount else row.reason or words,
        evidence=(*line.evidence, script.span("line.deduction", amount.start, amount.end)),
    )


def _unbalanced(table: ItemTable, lines: Sequence[Line]) -> tuple[str, ...]:
    """Documents whose row does not add up, in a table of gross, what is withheld and net alone where others do."""
    roles = {column.role for column in table.columns}
    others = {None, Column.AMOUNT, Column.TAX, Column.CREDIT, Column.BALANCE}  # what may make the difference
    if Column.GROSS not in roles or not roles & set(_WITHHELD) or roles & others:
        return ()
    wrong = tuple(line.reference.number for line in lines if not _adds_up(line))
    return wrong if len(wrong) < max(len(lines), 2) else ()


def _adds_up(line: Line) -> bool:
    """True where some signs of discount and deduction lead from gross to net; and for what is paid in part."""
    if line.gross is None or line.amount is None or not (line.discount or line.deduction):
        return True
    nets = (line.gross + one * line.discount + other * line.deduction for one in (-1, 1) for other in (-1, 1))
    return abs(line.amount) in {abs(net) for net in nets}


def _holds(lines: Sequence[Line]) -> bool:
    """True where gross less discount and deduction is the amount, in every line that has them."""
    told = [line for line in lines if line.gross is not None and (line.discount or line.deduction)]
    return bool(told) and all(
        line.gross is not None
        and line.amount is not None
        and line.gross - line.discount - line.deduction == line.amount
        for line in told
    )


def _currency(table: ItemTable, column: NumberColumn, shown: Sequence[Amount]) -> str | None:
    said = {amount.currency for amount in shown if amount.currency} or {
        row.currency for row in table.items if row.currency
    }
    if len(said) == 1:
        return said.pop()
    headed = {other.currency for other in table.columns if other.currency}
    return column.currency or (headed.pop() if len(headed) == 1 else None)


def join(lines: Iterable[Line]) -> list[Line]:
    """One line for each document: rows that name it again are added."""
    joined: dict[tuple[str, str | None], Line] = {}
    for line in lines:
        number = (line.reference.number, line.payment)
        earlier = joined.get(number)
        joined[number] = _added(earlier, line) if earlier else line
    return list(joined.values())


def _added(one: Line, other: Line) -> Line:
    amount = None if one.amount is None or other.amount is None else one.amount + other.amount
    deduction, reason, gross = one.deduction + other.deduction, one.reason or other.reason, one.gross
    if other.reason and other.amount is not None and other.amount < 0 < (one.amount or ZERO):
        deduction, gross = one.deduction - other.amount, one.gross or one.amount
    return replace(
        one, amount=amount, gross=gross, discount=one.discount + other.discount, deduction=deduction, reason=reason,
        evidence=(*one.evidence, *other.evidence),
    )  # fmt: skip


def _netted(table: ItemTable, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Gross less its discount and deduction columns, where no column shows the net."""
    roles = {column.role for column in table.columns}
    if not roles & set(_WITHHELD) or Column.PAID in roles:
        return
    for one in found:
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
