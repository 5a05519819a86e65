"""Says where the list of the next payment begins under headings that are the same as those of the list before it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from agent.extract.tabular.items import ItemTable, TotalRow, column_sums
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Column, Cue, Label

_NUMBER: Final = re.compile(r"(?<![\w.,/-])[A-Za-z]{0,6}[-/]?\d[\w/-]{3,}(?![\w/]|[.,]\d)")


def begins_payment(script: Script, tables: Sequence[ItemTable], following: ItemTable) -> bool:
    """True where a list that follows stands below the number and the day of another payment than the last list so far."""
    number = _number_of_payment(script, range(tables[-1].last_row + 1, following.first_row))
    if number is None:
        return False
    start = tables[-2].last_row + 1 if len(tables) > 1 else 0
    above = _number_of_payment(script, range(start, tables[-1].first_row))
    return above not in (None, number) and _is_paid(tables[-1]) and _is_paid(following)


def are_payments(script: Script, tables: Sequence[ItemTable]) -> bool:
    """True where each list stands below a day and a number of a payment, and no two below the same number."""
    starts = [0, *(table.last_row + 1 for table in tables)]
    numbers = [
        _number_of_payment(script, range(start, table.first_row))
        for start, table in zip(starts, tables, strict=False)
    ]
    return None not in numbers and len(set(numbers)) == len(numbers) > 1 and all(map(_is_paid, tables))


def _is_paid(table: ItemTable) -> bool:
    """False for a list of credit notes: it is no payment."""
    return sum(item.amounts[-1].value for item in table.items if item.amounts) > 0


def _number_of_payment(script: Script, rows: Iterable[int]) -> str | None:
    """The number in the last of these rows that tells a payment's day and its number, one of them behind its label."""
    found = None
    for row in rows:
        start, end = script.row_span(row)
        days = [day for day in script.days_in(start, end) if day.is_said]
        if not days or not _tells_payment(script, start, end):
            continue
        taken = [(day.start, day.end) for day in days]
        taken += [(one.start, one.end) for one in script.amounts_in(start, end) if not one.is_plain]
        for number in _NUMBER.finditer(script.text, start, end):
            if not any(number.start() < stop and begin < number.end() for begin, stop in taken):
                found = number[0]
                break
    return found


def _tells_payment(script: Script, start: int, end: int) -> bool:
    """True for a row that speaks of a payment: a branch, a contract or a posting has a number and a day, too."""
    hits = script.hits
    told = (
        hits.cues(Cue.PAID, Cue.PAYMENT_NOUN),
        hits.labels(Label.REFERENCE_BANK, Label.REFERENCE_WEAK),
        hits.of("columns", Column.PAYMENT_DATE),
        hits.section("methods"),
    )
    is_other = within(hits.labels(Label.OTHER_REFERENCE), start, end)  # a contract, a delivery
    return not is_other and any(within(one, start, end) for one in told)


def own_totals(table: ItemTable) -> list[TotalRow]:
    """The totals of a list that is a payment's own: a subtotal that its items make is all of it, the sum of several is none."""
    made = column_sums(table.items)
    return [
        replace(total, is_part=False)
        for total in table.totals
        if any(amount.value in made for amount in total.values.values())
    ]
