"""Says by the rows above a sum what it is: of rows that are not paid, or of what was withheld and what was sent."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from agent.extract.speech.acts import Act
from agent.extract.speech.meaning import Meaning
from agent.extract.speech.sentence import Sentence
from agent.extract.speech.stated import Stated
from agent.extract.text.script import Script, within
from agent.facts.documents import Source
from agent.rules.vocabulary import Column, Cue, Status

MOST_MEANS: Final = 8  # rows that say how an order was paid
LEAST_BILL: Final = 3  # rows above what is left of a bill
_UNPAID: Final = (Act.INTENDS, Act.OBJECTS, Act.REFUSES)


def by_rows(script: Script, sentences: Sequence[Sentence], stated: Sequence[Stated]) -> list[Stated]:
    """Stated sums, without those of rows that are not paid; what an order withholds is taken off its total."""
    unpaid = _of_unpaid(script, sentences)
    kept = [one for one in stated if one.meaning is not Meaning.TOTAL or one.amount.value != unpaid]
    alone = _alone(script, kept)
    for total in (one for one in kept if one.meaning is Meaning.TOTAL):
        if means := _means(script, total, alone):
            return [_as_means(script, one, total, means) for one in kept]
    for row, rest in alone.items():
        if bill := _bill(script, row, rest, alone):
            return [_as_bill(one, rest, bill) for one in kept]
    return kept


def _bill(script: Script, row: int, rest: Stated, alone: Mapping[int, Stated]) -> list[Stated]:
    """The rows right above one of which the first, less what all others take off, makes it: final bill, less instalments."""
    if rest.meaning not in (Meaning.TOTAL, Meaning.UNSAID) or rest.amount.value <= 0:
        return []
    rows: list[Stated] = []
    taken = Decimal(0)
    for above in range(row - 1, max(-1, row - 1 - MOST_MEANS), -1):
        one = alone.get(above)
        if one is None:
            return []
        if within(script.hits.of("statuses", Status.CURRENT), *script.row_span(above)):
            return []  # less this payment
        rows.append(one)
        if not _is_taken_off(script, one):
            is_rest = one.amount.value - taken == rest.amount.value
            return rows if is_rest and len(rows) >= LEAST_BILL else []
        taken += abs(one.amount.value)
    return []


def _is_taken_off(script: Script, one: Stated) -> bool:
    start, end = script.row_span(script.row_of(one.amount.start))
    return one.amount.value < 0 or bool(within(script.hits.cues(Cue.LESS, Cue.DEDUCTION), start, end))


def _as_bill(one: Stated, rest: Stated, bill: Sequence[Stated]) -> Stated:
    """What a bill leaves is the payment, its first sum gross; what was paid before is nothing of this payment."""
    if one is rest:
        return replace(one, meaning=Meaning.TOTAL, rank=0)
    if one is bill[-1]:
        return replace(one, meaning=Meaning.GROSS, rank=9)
    is_taken = any(one is each for each in bill)
    return replace(one, meaning=Meaning.OTHER, rank=9) if is_taken and one.meaning is Meaning.TOTAL else one


def _of_unpaid(script: Script, sentences: Sequence[Sentence]) -> Decimal | None:
    """What the rows of a file make that each say of a document of ours that it is not paid: INV-1 Scheduled 864.00."""
    if script.document.source is Source.BODY:
        return None
    rows = [
        script.amounts_in(one.start, one.end)
        for one in sentences
        if one.act in _UNPAID and any(named.item for named in script.references_in(one.start, one.end))
    ]
    shown = [amounts[-1].value for amounts in rows if amounts]
    return sum(shown, Decimal(0)) if shown else None


def _alone(script: Script, stated: Sequence[Stated]) -> dict[int, Stated]:
    """The sums that are the only ones of their rows."""
    shown = Counter(script.row_of(amount.start) for amount in script.amounts if not amount.is_plain)
    rows = ((script.row_of(one.amount.start), one) for one in stated)
    return {row: one for row, one in rows if shown[row] == 1 and not one.amount.is_plain}


def _means(script: Script, total: Stated, alone: Mapping[int, Stated]) -> list[Stated]:
    """The rows right above a total that make it, each of what was withheld or of a way to pay, and both are there."""
    row = script.row_of(total.amount.start)
    rows: list[Stated] = []
    for one in _above(script, row, alone) if row in alone else ():
        rows.append(one)
        if sum((each.amount.value for each in rows), Decimal(0)) == total.amount.value:
            kinds = {_is_withheld(script, each) for each in rows}
            return rows if kinds == {True, False} else []
    return []


def _above(script: Script, row: int, alone: Mapping[int, Stated]) -> Iterator[Stated]:
    """The sums of the rows above one, as long as they say what they are."""
    for above in range(row - 1, max(-1, row - 1 - MOST_MEANS), -1):
        one = alone.get(above)
        if one is None or not (_is_withheld(script, one) or _is_sent(script, one)):
            return
        yield one


def _is_withheld(script: Script, one: Stated) -> bool:
    start, end = script.row_span(script.row_of(one.amount.start))
    hits = within(script.hits.cues(Cue.DEDUCTION), start, end)
    return bool(hits or within(script.hits.of("columns", Column.DEDUCTION), start, end))


def _is_sent(script: Script, one: Stated) -> bool:
    return bool(within(script.hits.section("methods"), *script.row_span(script.row_of(one.amount.start))))


def _as_means(script: Script, one: Stated, total: Stated, means: Sequence[Stated]) -> Stated:
    """The total of an order is gross, what was sent is the payment, and the rest was withheld.

    Not where what was sent is what is open on a document: the rest came on top, for the bank.
    """
    sent = sum((each.amount.value for each in means if not _is_withheld(script, each)), Decimal(0))
    items = [named.item for named in script.references if named.item]
    is_on_top = any(sent in (item.open.decimal, item.billed.decimal) for item in items)
    if one.amount.value == total.amount.value:
        return replace(one, meaning=Meaning.OTHER if is_on_top else Meaning.GROSS, rank=9)
    if not any(one is each for each in means):
        return one
    if _is_withheld(script, one):
        return replace(one, meaning=Meaning.OTHER if is_on_top else Meaning.DEDUCTION, rank=9)
    return replace(one, meaning=Meaning.TOTAL, rank=0)
