"""(books, rules, today) to the told payments whose money should have been seen at the bank by now and was not."""

from datetime import date, timedelta
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
    found, days = [], rules.advice_hold_days
    latest = _latest(today, days, is_workday)
    latest_seen = _latest(min(today, books.bank_seen_on), days, is_workday) if books.bank_seen_on else None
    for payment_id in books.unshown:
        payment = books.payments[payment_id]
        limit = latest if payment.status is Status.ADVISED else latest_seen
        if limit is None:
            continue
        expected_on = _expected_on(payment, books, zone)
        if expected_on is not None and expected_on <= limit:
            found.append((expected_on, payment.payment_id, payment))
    return [payment for _, _, payment in sorted(found, key=lambda one: one[:2])]


def _latest(before: date, workdays: int, is_workday: Workday) -> date:
    """The last day from which so many workdays have passed before this day; found once, not for each payment."""
    day = before - timedelta(days=1)
    while add_workdays(day, workdays, is_workday) >= before:
        day -= timedelta(days=1)
    return day


def _expected_on(payment: Payment, books: Books, zone: ZoneInfo) -> date | None:
    """The day its money is sent: a draft's at its maturity, else as told, else the day its mail came."""
    claim = payment.claim
    if claim.method is Method.DRAFT and claim.due_on:
        return claim.due_on
    if claim.paid_on:
        return claim.paid_on
    message = books.messages.get(payment.mail_id)
    return message.received_at.astimezone(zone).date() if message and message.received_at else None
