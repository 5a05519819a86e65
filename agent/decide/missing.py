"""(books, rules, today) to the told payments whose money should have been seen at the bank by now and was not."""

from datetime import date
from zoneinfo import ZoneInfo

from agent.dates import Workday, add_workdays
from agent.facts.books import Books
from agent.facts.payments import Payment, Status
from agent.facts.readings import Method
from agent.rules.matching import MatchingRules


def missing_money(
    books: Books, rules: MatchingRules, *, today: date, zone: ZoneInfo, is_workday: Workday
) -> list[Payment]:
    """Payments to ask about, each once. What was only advised lapses by the calendar, for it holds dunning back.

    What was applied on an advice is missed only where the bank's statements reach as far: without statements
    nothing is known of it.
    """
    found = []
    for payment_id in books.unshown:
        payment = books.payments[payment_id]
        expected_on = _expected_on(payment, books, zone)
        if expected_on is None or expected_on >= today:
            continue
        last = add_workdays(expected_on, rules.advice_hold_days, is_workday)
        seen_on = today if payment.status is Status.ADVISED else books.bank_seen_on
        if seen_on is not None and last < min(today, seen_on):
            found.append((expected_on, payment.payment_id, payment))
    return [payment for _, _, payment in sorted(found, key=lambda one: one[:2])]


def _expected_on(payment: Payment, books: Books, zone: ZoneInfo) -> date | None:
    """The day its money is sent: a draft's at its maturity, else as told, else the day its mail came."""
    claim = payment.claim
    if claim.method is Method.DRAFT and claim.due_on:
        return claim.due_on
    if claim.paid_on:
        return claim.paid_on
    message = books.messages.get(payment.mail_id)
    return message.received_at.astimezone(zone).date() if message and message.received_at else None
