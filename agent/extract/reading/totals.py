"""Turns the sums that documents state into what was paid in all, the clearest words first."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from agent.extract.reading.choice import Total
from agent.extract.reading.findings import Findings
from agent.extract.speech.meaning import Meaning
from agent.extract.speech.stated import Stated, sums, worth
from agent.extract.tabular.line import ZERO
from agent.extract.text.reference import Reference

MOST_SHOWN: Final = 20  # amounts, bare digits too, of a slip that shows one sum


def owed_on(references: Sequence[Reference]) -> Decimal | None:
    """What is open on documents, credit notes taken; None where one is not of the ledger, or they differ in currency."""
    items = [one.item for one in references if one.item]
    if len(items) < len(references) or len({item.open.currency for item in items}) != 1:
        return None
    return sum((item.open.decimal for item in items), ZERO)


def owed_total(references: Sequence[Reference], stated: Sequence[Stated]) -> Total | None:
    """An amount whose words say nothing, or something else, that is just what is open on all that is named."""
    owed = owed_on(references)
    one = next((one for one in stated if owed and one.amount.value == owed), None)
    if one is None:
        return None
    span = one.script.span("amount", one.amount.start, one.amount.end)
    return Total(
        value=one.amount.value, rank=1, currency=one.amount.currency, sign=one.amount.sign, span=span
    )


def totals_of(parts: Sequence[Findings], stated: Sequence[Stated]) -> Iterator[Total]:
    """The amounts that may be the whole payment; amounts in words where no figures say so."""
    said = [one for one in sums(stated, Meaning.TOTAL, Meaning.UNSAID) if _may_be_paid(one, parts)]
    for one in [one for one in said if one.amount.value] or said:  # "Total payment 0.00" denies its lines
        amount = one.amount
        rank = one.rank + (1 if one.meaning is Meaning.UNSAID else 0)
        yield Total(
            value=abs(amount.value), rank=rank, currency=amount.currency, sign=amount.sign,
            span=one.script.span("amount", amount.start, amount.end),
        )  # fmt: skip
    if not any(one.meaning is Meaning.TOTAL for one in stated):
        for part in parts:
            for start, end, value in part.capitals:
                figures = part.script.amounts_in(*part.script.row_span(part.script.row_of(start)))
                if len(figures) == 1 and not figures[0].is_plain:
                    start, end, value = figures[0].start, figures[0].end, figures[0].value
                yield Total(
                    value=value, rank=1, currency=None, sign=None, span=part.script.span("amount", start, end)
                )


def _may_be_paid(one: Stated, parts: Sequence[Findings]) -> bool:
    """True for a sum above nothing; for nothing only where a label calls it the total."""
    amount = one.amount
    if one.meaning is Meaning.UNSAID and not amount.is_plain and _is_shown(one, parts):
        return True
    if amount.value <= 0:
        return not amount.value and not amount.is_plain and one.meaning is Meaning.TOTAL and one.rank == 0
    return one.meaning is Meaning.TOTAL or (not amount.is_plain and _may_be_total(one, parts))


def _may_be_total(unsaid: Stated, parts: Sequence[Findings]) -> bool:
    """True for an amount in a sentence that pays; or the only one, with a currency, on a slip."""
    if unsaid.rank <= 2:
        return True
    part = next(part for part in parts if part.script is unsaid.script)
    alone = {one.amount.value for one in part.stated} == {unsaid.amount.value}
    return alone and part.advises and not part.is_body and bool(unsaid.amount.currency or unsaid.amount.sign)


def _is_shown(unsaid: Stated, parts: Sequence[Findings]) -> bool:
    """True for the only amount of a slip, attached or pasted, alone on its line as apps show it: -54,320.00."""
    script, amount = unsaid.script, unsaid.amount
    if len(script.amounts) > MOST_SHOWN:
        return False
    part = next(part for part in parts if part.script is script)
    start, end = script.row_span(script.row_of(amount.start))
    around = script.text[start : amount.start] + script.text[amount.end : end]
    is_credit = amount.value < 0 and part.is_body  # nobody pastes the sign
    if is_credit or any(one.isalnum() for one in around) or not (part.pays or part.advises):
        return False
    return {abs(one.value) for one in script.amounts if not one.is_plain} == {abs(amount.value)}


def best_total(totals: Sequence[Total], stated: Sequence[Stated]) -> tuple[Total | None, tuple[str, ...]]:
    """The total that the words say best; none where two differ and nothing decides."""
    if not totals:
        return None, ()
    rank = min(total.rank for total in totals)
    best = [total for total in totals if total.rank == rank]
    values = {total.value for total in best}
    kept = worth([one for one in stated if one.meaning in (Meaning.DEDUCTION, Meaning.DISCOUNT)])
    if len(values) == 1:
        less = (other for other in totals if kept and other.value == best[0].value - kept and other.rank < 2)
        return next(less, best[0]), ()
    gross = {abs(one.amount.value) for one in stated}
    proven = [total for total in best if kept and total.value + kept in gross]
    if len({total.value for total in proven}) == 1:
        return proven[0], ()
    repeated = {value for value in values if sum(total.value == value for total in totals) > 1}
    if len(repeated) == 1:
        return next(total for total in best if total.value in repeated), ()
    shown = ", ".join(format(value, "f") for value in sorted(values))
    return None, (f"several amounts could be the payment: {shown}",)
