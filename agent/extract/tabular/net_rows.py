"""Turns rows of a list that say gross, what is taken off and what that leaves into their gross and what is taken off."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from agent.extract.tabular.withheld import is_taken_off
from agent.extract.text.numbers import Amount
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Cue

ALIGNED: Final = 2.0  # points
_RATE: Final = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?)\s?%")
_HALF_A_CENT: Final = Decimal("0.0051")


def netted(script: Script, listed: Mapping[int, Sequence[Amount]]) -> dict[int, list[Amount]]:
    """By row what is taken off of its gross, where arithmetic and words say so.

    154,000 -1,540 152,460; 1.190,00 abzgl. 2 % Skonto 23,80 = 1.166,20; 2,600.00 less 2% = 2,548.00. "Invoice 500, paid
    200, open 300" takes nothing off. Amounts of all rows in one column are read as columns, where not each row tells its share.
    """
    ends = [script.extent(amounts[-1].start, amounts[-1].end)[1] for amounts in listed.values()]
    is_aligned = len(ends) > 1 and max(ends) - min(ends) <= ALIGNED
    has_single = any(len(amounts) == 1 for amounts in listed.values())
    shares = {row: _by_share(script, *amounts) for row, amounts in listed.items() if len(amounts) == 2}
    is_told = len(shares) == len(listed) and all(
        shares[row] or amounts[0].value == amounts[1].value for row, amounts in listed.items()
    )
    found = shares if has_single or not is_aligned or is_told else {}
    for row, amounts in listed.items():
        if len(amounts) > 2:
            found[row] = _between(script, amounts, is_aligned=is_aligned)
    return {row: less for row, less in found.items() if less}


def gross(amounts: Sequence[Amount]) -> Amount:
    """What is billed, where what is paid stands: the place of a row's amount in its column."""
    return replace(amounts[-1], value=amounts[0].value)


def _between(script: Script, amounts: Sequence[Amount], *, is_aligned: bool) -> list[Amount]:
    """The amounts between gross and net, where these are what is left."""
    less = amounts[1:-1]
    if amounts[0].value - sum(abs(one.value) for one in less) != amounts[-1].value:
        return []
    is_marked = not is_aligned and all(one.value > 0 for one in less) and _marks(script, amounts[0], less[-1])
    return list(less) if is_marked or all(one.value < 0 for one in less) else []


def _by_share(script: Script, whole: Amount, net: Amount) -> list[Amount]:
    """What a share of a gross amount is, where it leaves the net one."""
    rates = list(_RATE.finditer(script.text, whole.end, net.start))
    if len(rates) != 1 or not _marks(script, whole, net):
        return []
    left = whole.value * (1 - Decimal(rates[0][1].replace(",", ".")) / 100)
    start, end = rates[0].span()
    less = replace(whole, start=start, end=end, value=whole.value - net.value)
    return [less] if abs(left - net.value) < _HALF_A_CENT else []


def _marks(script: Script, first: Amount, last: Amount) -> bool:
    """True where words or a sign between two amounts take something off."""
    said = within(script.hits.cues(Cue.DEDUCTION, Cue.DISCOUNT), first.end, last.start)
    return bool(said) or is_taken_off(script, first.end, last)
