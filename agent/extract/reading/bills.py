"""Turns lists of bills of exchange, and one sum paid partly by bill and partly by transfer, into the parts that were paid."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final

from agent.extract.speech.acts import Act
from agent.extract.speech.sentence import Sentence
from agent.extract.tabular.line import ZERO
from agent.extract.text.numbers import Amount
from agent.extract.text.reference import Reference
from agent.extract.text.script import Script, within
from agent.facts.readings import Method
from agent.rules.vocabulary import Label

MOST_BILLS: Final = 200
MOST_WAYS: Final = 4  # of paying one sum
_NUMBER: Final = re.compile(r"(?<!\d)\d{30}(?!\d)")  # of an electronic bill


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidPart:
    """A bill, or what was paid in one way."""

    amount: Amount
    method: Method
    number: str | None = None  # of the bill
    number_at: tuple[int, int] | None = None
    due_on: date | None = None
    due_at: tuple[int, int] | None = None


def bills(script: Script) -> tuple[PaidPart, ...]:
    """The bills of a list, each in a row of its own; none where one of them is not sure, or a total denies them."""
    found: list[PaidPart] = []
    for match in list(_NUMBER.finditer(script.text))[: MOST_BILLS + 1]:
        start, end = script.row_span(script.row_of(match.start()))
        amount = _amount(script, start, end)
        if amount is None or len(set(_NUMBER.findall(script.text, start, end))) > 1:
            return ()
        days = [day for day in script.days_in(start, end) if day.value]
        last = max(days, key=lambda day: day.value or date.min, default=None)
        found.append(
            PaidPart(
                amount=amount, method=Method.DRAFT, number=match[0], number_at=match.span(),
                due_on=last.value if last else None, due_at=(last.start, last.end) if last else None,
            )
        )  # fmt: skip
    is_list = 1 < len(found) == len({one.number for one in found}) <= MOST_BILLS
    return tuple(found) if is_list and not _is_denied(script, found) else ()


def _amount(script: Script, start: int, end: int) -> Amount | None:
    """The only amount of a row; of several, or of bare digits, the one under a heading that says amount."""
    amounts = script.amounts_in(start, end)
    money = [one for one in amounts if not one.is_plain]
    if len({one.value for one in money}) == 1:
        return money[0]
    labels = (hit for hit in script.hits.labels(Label.AMOUNT) if hit.end <= start)
    heads = (script.place_of(hit.start) for hit in labels)
    table = script.rows[script.row_of(start)].table
    columns = {
        head.column for head in heads if head and table is not None and script.rows[head.row].table == table
    }
    under = [one for one in amounts if (place := script.place_of(one.start)) and place.column in columns]
    return under[0] if len({one.value for one in under}) == 1 else None


def _is_denied(script: Script, found: Sequence[PaidPart]) -> bool:
    """True where a total, in figures or in words, is something else than what the bills make."""
    said = [one.amount.value for one in found]
    whole = sum(said, ZERO)
    totals = {
        amount.value
        for hit in script.hits.labels(Label.TOTAL)
        for amount in script.amounts_in(hit.end, script.row_span(script.row_of(hit.start))[1])
        if not amount.is_plain or amount.value > len(found)  # how many they are
    }
    return bool((totals | {value for _, _, value in script.capitals}) - {whole, *said})


def ways(script: Script, sentences: Sequence[Sentence]) -> tuple[PaidPart, ...]:
    """The parts of a sum that a sentence pays in several ways: 共480000元，其中电汇180000元，银行承兑汇票300000元; the way may stand behind."""
    for sentence in sentences:
        if sentence.act is not Act.PAYS:
            continue
        amounts = [one for one in script.amounts_in(sentence.start, sentence.end) if _is_money(one)]
        if not 2 < len(amounts) <= MOST_WAYS + 1:
            continue
        whole, *rest = amounts
        if sum((one.value for one in rest), ZERO) != whole.value:
            continue
        ends = [*(one.start for one in rest[1:]), sentence.end]
        before = [_method(script, one.end, other.start, -1) for one, other in pairwise(amounts)]
        behind = [_method(script, one.end, end, 0) for one, end in zip(rest, ends, strict=True)]
        for methods in (before, behind):
            told = [method for method in methods if method is not None]
            if 1 < len(set(told)) == len(rest):
                parts = zip(rest, told, strict=True)
                return tuple(_part(script, sentence, one, method) for one, method in parts)
    return ()


def _is_money(amount: Amount) -> bool:
    return not amount.is_plain


def _method(script: Script, start: int, end: int, place: int) -> Method | None:
    """The last or the first way of payment between two amounts."""
    hits = within(script.hits.section("methods"), start, end)
    return Method(hits[place].key) if hits else None


def _part(script: Script, sentence: Sentence, amount: Amount, method: Method) -> PaidPart:
    """A part, with the number and the maturity of the only bill of the sentence where it was paid by bill."""
    if method is not Method.DRAFT:
        return PaidPart(amount=amount, method=method)
    numbers = list(_NUMBER.finditer(script.text, sentence.start, sentence.end))
    number = numbers[0] if len(numbers) == 1 else None
    labels = within(script.hits.labels(Label.MATURITY), sentence.start, sentence.end)
    days = script.days_in(labels[0].end, sentence.end)[:1] if len(labels) == 1 else []
    due = next((day for day in days if day.value), None)
    return PaidPart(
        amount=amount, method=method, number=number[0] if number else None, number_at=number.span() if number else None,
        due_on=due.value if due else None, due_at=(due.start, due.end) if due else None,
    )  # fmt: skip


def shared(parts: Sequence[PaidPart], references: Sequence[Reference]) -> list[Reference | None]:
    """For each part the document that it pays: the only one named, or the only one of just its amount."""
    if len(references) == 1:
        return [references[0]] * len(parts)
    owed: dict[Decimal, list[Reference]] = {}
    for one in references:
        if one.item:
            owed.setdefault(one.item.open.decimal, []).append(one)
    found = [owed.get(part.amount.value, []) for part in parts]
    amounts = {part.amount.value for part in parts}
    if len(amounts) < len(parts) or any(len(one) != 1 for one in found) or len(references) != len(parts):
        return [None] * len(parts)
    return [one[0] for one in found]
