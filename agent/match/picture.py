"""(a payment read from a picture, what it would settle, the books) to the reasons why that is not proved.

One digit that was misread must never book anything. What the document proves by itself is in `PaymentRead.unproved`;
here the ledger must bear out the rest: each item named is there, is the payer's, is settled to the cent, and could not
have been another one.
"""

from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import Levenshtein

from agent.facts.ledger import Item
from agent.facts.payments import Match, Status
from agent.ids import folded
from agent.match.question import Question
from agent.match.standing import Standing

NEAR: Final = 2  # letters in which two numbers differ that may be misread for each other
LONG_AGO_DAYS: Final = 92  # before its mail: of a payment told so late a year or a month may be misread
NEAR_PAID: Final = 1  # where the other one is paid already


def unproved(
    question: Question, settled: Match, settled_that_day: Match, standing: Standing
) -> tuple[str, ...]:
    """Why it must not be booked; empty where documents and ledger prove it.

    `settled_that_day`: what it would settle if it was paid on the day of its mail, the latest that it can be.
    """
    return tuple(dict.fromkeys(_reasons(question, settled, settled_that_day, standing)))


def _reasons(
    question: Question, settled: Match, settled_that_day: Match, standing: Standing
) -> Iterator[str]:
    read = question.read
    yield from read.unproved
    if read.paid_on and read.paid_on > question.today:
        yield f"its date, {read.paid_on}, is still to come"
    if read.paid_on and (question.paid_default - read.paid_on).days > LONG_AGO_DAYS:
        yield f"its date, {read.paid_on}, is long before its mail"
    if settled.status is not Status.APPLIED or settled.differences:
        yield "what it names is not what is open"
    if settled.applications != settled_that_day.applications:
        yield f"its discount depends on its date, {question.paid_on}"
    for application in settled.applications:
        item = standing.item(application.invoice)
        if item is None or application.write_off or application.taken != item.open:
            yield f"{application.invoice} would not be settled to the cent"
        elif twin := _twin(item, question):
            yield f"{item.invoice_no} may be {twin.invoice_no}, whose amount is the same"


def _twin(item: Item, question: Question) -> Item | None:
    """An item that is not named, has this one's amount, and a number that is misread for this one's."""
    number = folded(item.invoice_no)
    for other in question.books.items.values():
        if other.invoice_no in question.named or item.open not in (other.open, other.billed):
            continue
        near = NEAR if other.open == item.open else NEAR_PAID
        if Levenshtein.distance(number, folded(other.invoice_no), score_cutoff=near) <= near:
            return other
    return None
