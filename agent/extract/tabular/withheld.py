"""What a row, or rows of their own below it, say was kept back of a document, and whether it adds up."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from agent.extract.tabular.items import ItemRow, ItemTable, NumberColumn
from agent.extract.tabular.line import ZERO, Line
from agent.extract.text.numbers import Amount
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Column, Cue, Label, Status

_BARE_SHARE: Final = re.compile(
    r"[\d.,]+\s?%[^a-z]*\d"
)  # "less 2% = 980.00" says of no other reason than terms
WITHHELD: Final = (Column.DISCOUNT, Column.DEDUCTION)
MOST_DISCOUNT: Final = Decimal("0.05")
_HALF_A_CENT: Final = Decimal("0.0051")
_MINUS: Final = re.compile(r"(?<!\S)(?:[-–−]|\./\.)(?!\S)")
_ANY_RATE: Final = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?)\s?%")
_RATE: Final = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?)\s?%\s*\Z")


def value_of(table: ItemTable, row: ItemRow, role: Column) -> Decimal | None:
    """What the row has in the first column of this role."""
    for column in table.columns:
        if column.role is role and (amount := row.values.get(column.index)) is not None:
            return amount.value
    return None


def withheld_of(
    script: Script, table: ItemTable, row: ItemRow, paid: NumberColumn
) -> tuple[Decimal, Decimal, str | None]:
    """Discount, deduction and its reason as the row's own columns, or its words, say."""
    discount = deduction = ZERO
    reason = None
    for column in table.columns:
        amount = row.values.get(column.index)
        if amount is None or not amount.value or column is paid:
            continue
        role = column.role or _role_by_words(script, row, amount, row.values.get(paid.index))
        if role is Column.DISCOUNT:
            discount += abs(amount.value)
        elif role is Column.DEDUCTION:
            deduction += abs(amount.value)
            reason = row.reason or _reason(script, column) or column.text or reason
    credit = _credited(table, row, paid, discount + deduction)
    if credit is not None:
        return discount, deduction + abs(row.values[credit.index].value), reason or credit.text
    return discount, deduction, reason


def without_own_fees(table: ItemTable, lines: Sequence[Line | None]) -> list[Line | None]:
    """The lines of a table's rows; a fee beside a document that is paid whole is the payer's own.

    Whole: its gross amount, all that is open of it and what was paid are one. A total must say what the fees sum to, so
    that no digit of them is misread.
    """
    fees = [column for column in table.columns if column.role is Column.DEDUCTION]
    paid = [column for column in table.columns if column.role is Column.PAID]
    if not fees or not all(_is_summed(table, column) for column in (*fees, *paid)):
        return list(lines)
    return [
        replace(line, deduction=ZERO, reason=None)
        if line and line.deduction and _is_whole(table, row)
        else line
        for row, line in zip(table.items, lines, strict=True)
    ]


def _is_whole(table: ItemTable, row: ItemRow) -> bool:
    item = row.reference.item if row.reference else None
    sides = {value_of(table, row, role) for role in (Column.GROSS, Column.PAID)}
    return item is not None and sides == {item.open.decimal}


def _is_summed(table: ItemTable, column: NumberColumn) -> bool:
    """True where a total says what a column sums to."""
    shown = [row.values[column.index].value for row in table.items if column.index in row.values]
    said = [one.values[column.index].value for one in table.totals if column.index in one.values]
    return sum(shown, ZERO) in said


def _credited(table: ItemTable, row: ItemRow, paid: NumberColumn, withheld: Decimal) -> NumberColumn | None:
    """The column of credits that is taken off a row, too: gross less what is withheld less the credit is what was paid."""
    gross, net = value_of(table, row, Column.GROSS), row.values.get(paid.index)
    if gross is None or net is None or not withheld:
        return None
    rest = gross - withheld - net.value
    credits = (one for one in table.columns if one.role is Column.CREDIT and one.index in row.values)
    return next((one for one in credits if rest and abs(row.values[one.index].value) == rest), None)


def _role_by_words(script: Script, row: ItemRow, amount: Amount, paid: Amount | None) -> Column | None:
    """What the words before an amount in a list say of it: less discount 20.00; or a sign, where what is paid is the rest."""
    previous = max((one.end for one in row.amounts if one.end <= amount.start), default=row.start)
    cues = script.hits
    if within(cues.cues(Cue.DISCOUNT), previous, amount.start):
        return Column.DISCOUNT
    whole = row.amounts[0].value
    if within(cues.section("reasons"), previous, amount.start):
        return Column.DEDUCTION
    if within(cues.cues(Cue.DEDUCTION), previous, amount.start):
        return Column.DISCOUNT if _is_said_share(script, amount, whole) else Column.DEDUCTION
    following = min((one.start for one in row.amounts if one.start > amount.start), default=row.end)
    is_named_behind = within(cues.cues(Cue.DISCOUNT), amount.end, following)
    if is_named_behind and previous > row.start and is_taken_off(script, previous, amount):
        return Column.DISCOUNT  # 1,500.00 - 30.00 discount
    if paid is None or abs(whole) - abs(amount.value) != abs(paid.value) or previous == row.start:
        return None
    if not is_taken_off(script, previous, amount):
        return None
    return Column.DISCOUNT if _is_share(script, previous, amount, whole) else Column.DEDUCTION


def is_taken_off(script: Script, start: int, amount: Amount) -> bool:
    """True for an amount behind a minus sign of its own, or a word such as less: 1.190,00 ./. 3 % 35,70."""
    less = within(script.hits.cues(Cue.LESS), start, amount.start)
    return bool(less) or _MINUS.search(script.text, start, amount.start) is not None


def _is_share(script: Script, start: int, amount: Amount, whole: Decimal) -> bool:
    """True for as many per cent as terms allow, right before what they make, where no word of a deduction stands."""
    rate = _RATE.search(script.text, start, amount.start)
    share = Decimal(rate[1].replace(",", ".")) / 100 if rate else ZERO
    is_so_much = ZERO < share <= MOST_DISCOUNT and abs(abs(whole) * share - abs(amount.value)) < _HALF_A_CENT
    return is_so_much and not script.hits.cues(Cue.DEDUCTION)


def _is_said_share(script: Script, amount: Amount, whole: Decimal) -> bool:
    """True for as many per cent as terms allow, the only rate that the text says: "we took our 2 %: 3,250.00 minus 65.00"."""
    rates = _said_rates(script.text)
    is_other = script.hits.section("reasons") or script.hits.of(
        "columns", Column.TAX
    )  # 2 % of the goods were damaged
    if len(rates) != 1 or is_other or abs(amount.value) >= abs(whole):
        return False
    [rate] = rates
    share = Decimal(rate.replace(",", ".")) / 100
    return ZERO < share <= MOST_DISCOUNT and abs(abs(whole) * share - abs(amount.value)) < _HALF_A_CENT


@lru_cache(maxsize=2)
def _said_rates(text: str) -> frozenset[str]:
    """The rates in a text, kept for its other rows."""
    return frozenset(_ANY_RATE.findall(text))


def _reason(script: Script, column: NumberColumn) -> str | None:
    if not column.text:
        return None
    reasons = within(script.hits.section("reasons"), column.start, column.start + len(column.text) + 1)
    return reasons[0].key if reasons else None


def with_rows_of_deductions(
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
    if _come_on_top(script, total, [amount for rows in kept.values() for _, amount in rows]):
        return lines, total
    for owner, rows in kept.items():
        line = lines[owner]
        for row, amount in rows:
            lines[owner] = _without(script, lines[owner], row, amount)
        if _explains(line, lines[owner]):
            lines[owner] = replace(lines[owner], amount=line.amount)
        total += (lines[owner].amount or ZERO) - (line.amount or ZERO)
    return lines, total


def _come_on_top(script: Script, total: Decimal, kept: Sequence[Amount]) -> bool:
    """True where a total that is said holds such rows beside the lines: 2,280.00 and a bank fee of 20.00, 2,300.00 in all."""
    worth = sum((abs(amount.value) for amount in kept), ZERO)
    totals = script.hits.labels(Label.TOTAL) if worth else ()
    rows = ((hit.end, script.row_span(script.row_of(hit.start))[1]) for hit in totals)
    said = {amount.value for row in rows for amount in script.amounts_in(*row)}
    return total + worth in said and total - worth not in said


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
    is_discount = row.reason is None and (
        bool(_BARE_SHARE.match(script.text, amount.start, row.end))
        or bool(within(script.hits.cues(Cue.DISCOUNT), row.start, row.end))
        or _is_share(script, row.start, amount, line.amount or ZERO)
    )
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


def unbalanced(table: ItemTable, lines: Sequence[Line]) -> tuple[str, ...]:
    """Documents whose row does not add up, in a table of gross, what is withheld and net alone where others do."""
    roles = {column.role for column in table.columns}
    others = {None, Column.AMOUNT, Column.TAX, Column.CREDIT, Column.BALANCE}  # what may make the difference
    paid = [column.status for column in table.columns if column.role is Column.PAID]
    is_rest = (
        len(paid) > 1 and Status.EARLIER in paid
    )  # of what was paid before; alone it is this payment: 已付
    if Column.GROSS not in roles or not roles & set(WITHHELD) or roles & others or is_rest:
        return ()
    wrong = tuple(line.reference.number for line in lines if not _adds_up(line))
    return wrong if len(wrong) < max(len(lines), 2) else ()


def _adds_up(line: Line) -> bool:
    """True where some signs of discount and deduction lead from gross to net; and for what is paid in part."""
    if line.gross is None or line.amount is None or not (line.discount or line.deduction):
        return True
    nets = (line.gross + one * line.discount + other * line.deduction for one in (-1, 1) for other in (-1, 1))
    return abs(line.amount) in {abs(net) for net in nets}


def are_net(lines: Sequence[Line]) -> bool:
    """True where gross less discount and deduction is the amount, in every line that has them."""
    told = [line for line in lines if line.gross is not None and (line.discount or line.deduction)]
    return bool(told) and all(
        line.gross is not None
        and line.amount is not None
        and line.gross - line.discount - line.deduction == line.amount
        for line in told
    )
