"""Turns one payment into the several of one sum that its sentence counts: "two transfers of 1,963.50 each"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from agent.extract.reading.choice import Choice
from agent.extract.reading.findings import Findings
from agent.extract.speech.acts import Act
from agent.extract.speech.sentence import Sentence
from agent.extract.text.numbers import Amount
from agent.extract.text.script import Script, within
from agent.facts.readings import Check, PaymentRead
from agent.rules.vocabulary import Cue

COUNTS: Final = {Cue.TWO_PAYMENTS: 2, Cue.THREE_PAYMENTS: 3}
CLOSE: Final = 6  # characters between a sum and the word that says that it is each one's


def alike(parts: Sequence[Findings], choice: Choice, payment: PaymentRead) -> list[PaymentRead]:
    """As many as are counted, each for the one document or each for one of as many; the payment alone where none are counted."""
    for part in parts:
        for sentence in part.sentences if part.is_body and choice.total else ():
            count = _count(part.script, sentence, choice)
            if count > 1 and len(choice.lines) in (0, 1, count):
                return _repeated(payment, count, _days(part.script, sentence))
    return [payment]


def _count(script: Script, sentence: Sentence, choice: Choice) -> int:
    """How many payments of the chosen sum a sentence tells; 1 where it doesn't say that it is the sum of each."""
    if sentence.act is not Act.PAYS or choice.total is None:
        return 1
    amounts = [one for one in script.amounts_in(sentence.start, sentence.end) if not one.is_plain]
    if len(amounts) != 1 or amounts[0].value != choice.total.value or not _is_of_each(script, amounts[0]):
        return 1
    said = [n for key, n in COUNTS.items() if within(script.hits.cues(key), sentence.start, sentence.end)]
    return said[0] if len(said) == 1 else 1


def _is_of_each(script: Script, amount: Amount) -> bool:
    hits = script.hits.cues(Cue.EACH)
    return any(0 <= amount.start - hit.end <= CLOSE or 0 <= hit.start - amount.end <= CLOSE for hit in hits)


def _days(script: Script, sentence: Sentence) -> list[date]:
    return [day.value for day in script.days_in(sentence.start, sentence.end) if day.value]


def _repeated(payment: PaymentRead, count: int, days: Sequence[date]) -> list[PaymentRead]:
    checks = tuple(one for one in payment.checks if one not in (Check.SUM, Check.OPEN))
    found = []
    for index in range(count):
        lines = payment.lines[index : index + 1] if len(payment.lines) == count else payment.lines
        own = tuple(replace(line, amount=payment.amount) for line in lines)
        paid_on = days[index] if len(days) == count else payment.paid_on
        found.append(replace(payment, lines=own, paid_on=paid_on, checks=checks, lines_total=None))
    return found
