"""(a bank entry, the advised payments that no bank has shown) to the one whose money it is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final

from agent.facts.books import Books
from agent.facts.payments import LIVE, Origin, Payment, Rejected, Rule, Status
from agent.facts.readings import Method, PaymentRead
from agent.ids import folded
from agent.match.question import Question, day_of, items_of, telling_references
from agent.money import total

_SHORTEST_IN_TEXT: Final = 5  # characters of a reference that is looked for inside an entry's text
_WORDS: Final = re.compile(r"[\w./-]+")
_MOST_WORDS: Final = 200
_MOST_TOGETHER: Final = 20  # advised payments that one entry may be the sum of


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The advised payment that an entry shows, or why a person must say; `payment` None: none or several."""

    payment: Payment | None = None
    others: tuple[
        Payment, ...
    ] = ()  # more of them, where the entry is the sum of all that share its reference
    why: str = ""
    rule: Rule = Rule.FOR_A_PERSON
    is_tie: bool = False  # several fit alike
    rejected: tuple[Rejected, ...] = ()


def by_reference(question: Question) -> Link | None:
    """The uncleared payment whose reference the entry has, or whose items it names, with the same amount.

    Where only the amounts differ: by no more than the tolerance below, banks kept it; else a person must look.
    """
    candidates = list(_uncleared(question))
    referred = [payment for payment in candidates if is_referred_to(question.read, payment, question.books)]
    same = [payment for payment in referred if payment.amount == question.amount]
    if len(same) == 1:
        why = f"the entry has the reference and the amount of {same[0].payment_id}"
        return Link(payment=same[0], why=why, rule=Rule.BANK_BY_REFERENCE)
    if same:
        return _several(question, same)
    naming = [
        payment
        for payment in candidates
        if payment.amount == question.amount and question.named and question.named <= items_of(payment)
    ]
    if len(naming) == 1:
        why = f"the entry names the items and the amount of {naming[0].payment_id}"
        return Link(payment=naming[0], why=why, rule=Rule.BANK_BY_ITEMS)
    return _other_amount(question, referred)


def by_date(question: Question) -> Link | None:
    """The only uncleared payment of the payer with the entry's amount, if its date is at most so many days before."""
    same = [payment for payment in _uncleared(question) if payment.amount == question.amount]
    near = [payment for payment in same if _is_near(question, payment) and _agrees(question, payment)]
    if len(near) > 1:
        return _several(question, near)
    if len(near) == 1:
        day = _expected_on(near[0], question)
        why = f"{near[0].payment_id} of {day} has the entry's amount and payer, and no other does"
        return Link(payment=near[0], why=why, rule=Rule.BANK_BY_DATE)
    return _sum_of_several(question)


def _sum_of_several(question: Question) -> Link | None:
    """One entry may be the money of several advices: a person must say, for it clears each of them."""
    near = [payment for payment in _uncleared(question) if _is_near(question, payment)][:_MOST_TOGETHER]
    for count in (2, 3):
        for several in combinations(near, count):
            amounts = [payment.amount for payment in several if payment.amount]
            if question.amount and total(amounts, question.amount.currency) == question.amount:
                ids = ", ".join(payment.payment_id for payment in several)
                return Link(why=f"the entry is the sum of {ids}: one entry for several payments")
    return None


def _several(question: Question, payments: list[Payment]) -> Link:
    ids = ", ".join(payment.payment_id for payment in payments)
    why = f"{question.amount} may be the money of any of {ids}"
    rejected = tuple(
        Rejected(what=payment.payment_id, why="not the only one that fits") for payment in payments
    )
    return Link(why=why, rule=Rule.BANK_TIE, is_tie=True, rejected=rejected)


def _uncleared(question: Question) -> Iterator[Payment]:
    """Advised payments that no bank has shown: the payer's; of an unknown payer those that the entry's words find."""
    found = (
        question.standing_payments()
        if question.payer.customer_id is not None
        else found_by_words(question.read, question.books)
    )
    for payment in found:
        is_open = payment.origin is Origin.ADVICE and not payment.cleared and payment.status in LIVE
        if (
            is_open
            and payment.amount
            and question.amount
            and payment.amount.currency == question.amount.currency
        ):
            yield payment


def found_by_words(read: PaymentRead, books: Books) -> list[Payment]:
    """Payments whose reference an entry has or whose items it names, whoever its payer is."""
    words: Iterable[str] = _WORDS.findall(read.text)[:_MOST_WORDS]
    keys = [folded(text) for text in (read.reference, *read.other_references, *words) if text]
    ids = [one for key in keys for one in books.payments_by_reference.get(key, ())]
    ids += [one for line in read.lines for one in books.payments_by_invoice.get(line.invoice, ())]
    return [books.payments[payment_id] for payment_id in dict.fromkeys(ids)]


def is_referred_to(read: PaymentRead, payment: Payment, books: Books) -> bool:
    """True where an entry has a reference that tells this payment from others, by itself or within its text."""
    theirs, text = telling_references(payment.claim, books), folded(read.text)
    if theirs & telling_references(read, books):
        return True
    return any(len(reference) >= _SHORTEST_IN_TEXT and reference in text for reference in theirs)


def _other_amount(question: Question, referred: list[Payment]) -> Link | None:
    """The entry has a payment's reference and another amount."""
    assert question.amount is not None
    if not referred:
        return None
    ids = ", ".join(payment.payment_id for payment in referred)
    told = total((payment.amount for payment in referred if payment.amount), question.amount.currency)
    if len(referred) == 1:
        lacks = told - question.amount
        limit = question.rules.tolerance(told, referred[0].customer_id or "")
        is_fee = question.rules.is_bank_fee(
            lacks, told, referred[0].claim.method, referred[0].customer_id or "", is_said=False
        )
        if lacks.minor > 0 and (lacks <= limit or is_fee):
            why = f"the entry has the reference of {ids}; banks kept {lacks} of {told}"
            return Link(payment=referred[0], why=why, rule=Rule.BANK_BY_REFERENCE)
    if told == question.amount:
        why = f"the entry is the sum of {ids}, which share its reference"
        if any(payment.status is Status.ADVISED for payment in referred):
            return Link(why=why)  # each would have to be settled by a part of the entry
        return Link(payment=referred[0], others=tuple(referred[1:]), why=why, rule=Rule.BANK_BY_REFERENCE)
    return Link(
        why=f"the entry has the reference of {ids}, but {question.amount} is not the amount told: {told}"
    )


def _is_near(question: Question, payment: Payment) -> bool:
    day = _expected_on(payment, question)
    return day is not None and 0 <= (question.paid_on - day).days <= question.rules.link_days


def _expected_on(payment: Payment, question: Question) -> date | None:
    """When its money is sent: a draft's at its maturity."""
    if payment.claim.method is Method.DRAFT and payment.claim.due_on:
        return payment.claim.due_on
    return day_of(payment, question.books)


def _agrees(question: Question, payment: Payment) -> bool:
    """False where the entry names items and none of them is the payment's."""
    return not question.named or not items_of(payment) or bool(question.named & items_of(payment))
