"""Says where the list of the next payment begins under headings that are the same as those of the list before it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from agent.extract.tabular.items import ItemTable, TotalRow
from agent.extract.text.numbers import Amount
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Column, Cue, Label

_MOST_COLUMNS: Final = 8
_NUMBER: Final = re.compile(r"(?<![\w.,/-])[A-Za-z]{0,6}[-/]?\d[\w/-]{3,}(?![\w/]|[.,]\d)")


def are_payments(script: Script, tables: Sequence[ItemTable]) -> bool:
    """True where each list stands below a day and a number of a payment, and no two below the same number."""
    numbers = []
    last = 0
    if any(sum(item.amounts[-1].value for item in table.items if item.amounts) <= 0 for table in tables):
        return False  # a list of credit notes is no payment
    for table in tables:
        numbers.append(_number_of_payment(script, range(last, table.first_row)))
        last = max(table.rows()) + 1
    return None not in numbers and len(set(numbers)) == len(numbers) > 1


def _number_of_payment(script: Script, rows: Iterable[int]) -> str | None:
    """The number in the last of these rows that tells a payment's day and its number, one of them behind its label."""
    found = None
    for row in rows:
        start, end = script.row_span(row)
        days = [day for day in script.days_in(start, end) if day.is_said]
        if not days or not _is_of_payment(script, start, end):
            continue
        taken = [(day.start, day.end) for day in days]
        taken += [(one.start, one.end) for one in script.amounts_in(start, end) if not one.is_plain]
        for number in _NUMBER.finditer(script.text, start, end):
            if not any(number.start() < stop and begin < number.end() for begin, stop in taken):
                found = number[0]
                break
    return found


def _is_of_payment(script: Script, start: int, end: int) -> bool:
    """True for a row that speaks of a payment: a branch, a contract or a posting has a number and a day, too."""
    hits = script.hits
    told = (
        hits.cues(Cue.PAID, Cue.PAYMENT_NOUN),
        hits.labels(Label.REFERENCE_BANK, Label.REFERENCE_WEAK),
        hits.of("columns", Column.PAYMENT_DATE),
        hits.section("methods"),
    )
    return any(within(one, start, end) for one in told)


def own_totals(table: ItemTable) -> list[TotalRow]:
    """The totals of a list that is a payment's own: a subtotal that its items make is all of it, the sum of several is none."""
    columns = [[item.values.get(at) for item in table.items] for at in range(_MOST_COLUMNS)]
    made = {
        sum(amount.value for amount in each if amount) for each in (*columns, _amounts(table)) if any(each)
    }
    return [
        replace(total, is_part=False)
        for total in table.totals
        if any(amount.value in made for amount in total.values.values())
    ]


def _amounts(table: ItemTable) -> list[Amount | None]:
    """The only amount of each item; none where one has more."""
    return [item.amounts[0] if len(item.amounts) == 1 else None for item in table.items]
