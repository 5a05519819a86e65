"""(books, a customer, rules, today) to score and grade: several indicators of what it did, each with its points and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from agent.dates import months_before
from agent.decide.exposure import Survey, exposure, in_currency, limit_of
from agent.facts.books import Books
from agent.facts.credit import Indicator
from agent.facts.holds import HeldPart, HoldEnd, HoldKind
from agent.facts.ledger import Item
from agent.money import Money
from agent.rules.credit import CreditRules

_QUARTER_MONTHS = 3
_DEFERRED = (HoldKind.DISPUTE, HoldKind.INSTALMENT)  # what nobody can call late


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What the books say of a customer's credit on a day."""

    customer_id: str
    grade: str
    score: int | None  # 0 to 100; None: too little history
    indicators: tuple[Indicator, ...]
    worse_by: Fraction | None  # days that the last three months are later than those before
    why: str


@dataclass(frozen=True, slots=True)
class _Paid:
    """An invoice whose outcome is known, wholly or in part: cash that came, and what is overdue."""

    currency: str
    due_on: date
    cents: int
    cent_days: int  # cents by the days that each was late; early counts as on time


@dataclass(frozen=True, slots=True)
class _Found:
    """An indicator's value before it is banded."""

    value: Fraction
    said: str  # the value, as a person reads it
    why: str


def assess(
    books: Books, customer_id: str, rules: CreditRules, found: Survey, *, today: date, home_currency: str
) -> Assessment:
    """Graded by what it did in the months of the rules; `new` where that is too little to say."""
    start = months_before(today, rules.months)
    items = [item for item in books.all_items(customer_id) if not item.is_credit]
    paid = list(_outcomes(books, customer_id, items, start, today))
    worse_by = _worse_by(paid, today, rules.least_invoices)
    values = {
        "days_late": _days_late(paid, rules.months),
        "promises_broken": _promises_broken(items, start),
        "disputes_unfounded": _disputes_unfounded(items, len(paid), start),
        "limit_used": _limit_used(books, customer_id, found, home_currency),
        "money_returned": _money_returned(books, customer_id, start),
        "questions_unanswered": _questions(found.unanswered[customer_id]),
        "age": _age(items, today),
        "trend": _trend(worse_by),
    }
    indicators = tuple(
        Indicator(name=name, value=one.said, points=bands.points(one.value), weight=bands.weight, why=one.why)
        for name, bands in rules.indicators
        if (one := values[name])
    )
    lack = _lack(paid, values["age"], rules) or _lone(indicators)
    score = None if lack else _score(indicators)
    grade = rules.grade_of(score).name
    return Assessment(
        customer_id=customer_id,
        grade=grade,
        score=score,
        indicators=indicators,
        worse_by=worse_by,
        why=lack or f"{score} of 100 points by {len(indicators)} indicators",
    )


def _score(indicators: tuple[Indicator, ...]) -> int:
    """The mean of the points by weight, rounded down."""
    weight = sum(one.weight for one in indicators)
    return sum(one.points * one.weight for one in indicators) // weight


def _lack(paid: list[_Paid], age: _Found | None, rules: CreditRules) -> str | None:
    """What history lacks for a grade; None where there is enough."""
    if len(paid) < rules.least_invoices:
        return f"invoices paid or overdue in {rules.months} months: {len(paid)}; {rules.least_invoices} make a grade"
    if age is None or age.value < rules.least_months:
        return (
            f"the first invoice is {age.said if age else 'no'} months old; {rules.least_months} make a grade"
        )
    return None


def _lone(indicators: tuple[Indicator, ...]) -> str | None:
    return None if len(indicators) > 1 else f"indicators known: {len(indicators)}; one alone makes no grade"


def _outcomes(books: Books, customer_id: str, items: list[Item], start: date, today: date) -> Iterator[_Paid]:
    """Invoices that were due, paid or open within the months, oldest due first.

    Cash on account covers what is open, the oldest first: it is only not applied yet. What is disputed or paid by
    instalments, and what the system of record has no more, is not late.
    """
    on_account = _on_account(books, customer_id)
    for item in sorted(items, key=lambda item: (item.due_on, item.invoice_no)):
        received = books.received.get(item.invoice_no)
        cents = days = 0
        for receipt in received.receipts if received else ():
            cents += receipt.amount.minor
            days += receipt.amount.minor * max((receipt.paid_on - item.due_on).days, 0)
        if item.open and item.due_on < today and not item.missing_at:
            parts = (part for part in _parts_held(item, today) if part.hold.kind in _DEFERRED)
            late = item.open.minor - sum(part.amount.minor for part in parts)
            covered = min(late, on_account.get(item.open.currency, 0))
            on_account[item.open.currency] = on_account.get(item.open.currency, 0) - covered
            cents += late - covered
            days += (late - covered) * (today - item.due_on).days
        is_of_now = item.open or item.due_on > start or (received and received.last_on > start)
        if cents and is_of_now:
            yield _Paid(item.billed.currency, item.due_on, cents, days)


def _parts_held(item: Item, today: date) -> tuple[HeldPart, ...]:
    return item.held_on(today) if item.holds else ()  # few items have any, and all are gone through


def _on_account(books: Books, customer_id: str) -> dict[str, int]:
    """Cents of a customer's payments that are not applied, by currency."""
    sums: dict[str, int] = {}
    for payment_id in books.payments_by_customer.get(customer_id, ()):
        payment = books.payments[payment_id]
        if payment.unapplied and not (payment.is_doubted or payment.missed_on):
            currency = payment.unapplied.currency
            sums[currency] = sums.get(currency, 0) + payment.unapplied.minor
    return sums


def _mean(paid: list[_Paid]) -> Fraction:
    """Days late by amount; several currencies count by their number of invoices, for nothing is converted."""
    currencies = {one.currency for one in paid}
    if len(currencies) == 1:
        return Fraction(sum(one.cent_days for one in paid), sum(one.cents for one in paid))
    result = Fraction(0)
    for currency in currencies:
        of_currency = [one for one in paid if one.currency == currency]
        mean = Fraction(sum(one.cent_days for one in of_currency), sum(one.cents for one in of_currency))
        result += mean * Fraction(len(of_currency), len(paid))
    return result


def _days_late(paid: list[_Paid], months: int) -> _Found | None:
    if not paid:
        return None
    mean = _mean(paid)
    why = f"{decimal(mean)} days late by amount; invoices of the last {months} months: {len(paid)}"
    return _Found(mean, decimal(mean), why)


def _worse_by(paid: list[_Paid], today: date, least: int) -> Fraction | None:
    """Days that what was due in the last three months is later than what was due before; None: too few of either."""
    quarter = months_before(today, _QUARTER_MONTHS)
    recent = [one for one in paid if one.due_on > quarter]
    before = [one for one in paid if one.due_on <= quarter]
    return _mean(recent) - _mean(before) if min(len(recent), len(before)) >= least else None


def _trend(worse_by: Fraction | None) -> _Found | None:
    if worse_by is None:
        return None
    word = "later" if worse_by > 0 else "earlier"
    why = f"the last three months came {decimal(abs(worse_by))} days {word} than those before"
    return _Found(worse_by, decimal(worse_by), why)


def _promises_broken(items: list[Item], start: date) -> _Found | None:
    ends = [
        hold.end
        for item in items
        for hold in item.holds
        if hold.is_promise
        and hold.end in (HoldEnd.KEPT, HoldEnd.BROKEN)
        and hold.until
        and hold.until > start
    ]
    if not ends:
        return None
    broken = ends.count(HoldEnd.BROKEN)
    share = Fraction(100 * broken, len(ends))
    return _Found(share, decimal(share), f"promises broken: {broken} of {len(ends)}")


def _disputes_unfounded(items: list[Item], known: int, start: date) -> _Found | None:
    if not known:
        return None
    rejected = sum(
        any(
            hold.end is HoldEnd.REJECTED and hold.ended_at and hold.ended_at.date() > start
            for hold in item.holds
        )
        for item in items
    )
    share = Fraction(100 * rejected, max(known, rejected))
    return _Found(share, decimal(share), f"invoices disputed without ground: {rejected} of {known}")


def _limit_used(books: Books, customer_id: str, found: Survey, home_currency: str) -> _Found | None:
    limit = limit_of(books, customer_id, home_currency)
    if not limit:
        return None
    used = max(in_currency(exposure(books, customer_id, found), limit.currency), Money(0, limit.currency))
    share = Fraction(100 * used.minor, limit.minor)
    return _Found(share, decimal(share), f"{used} of the limit of {limit} are used")


def _money_returned(books: Books, customer_id: str, start: date) -> _Found | None:
    payments = [books.payments[one] for one in books.payments_by_customer.get(customer_id, ())]
    if not payments:
        return None
    returned = sum(bool(one.returned_on and one.returned_on > start) for one in payments)
    return _Found(Fraction(returned), str(returned), f"payments taken back by the bank: {returned}")


def _questions(unanswered: int) -> _Found:
    return _Found(
        Fraction(unanswered), str(unanswered), f"questions asked twice and not answered: {unanswered}"
    )


def _age(items: list[Item], today: date) -> _Found | None:
    if not items:
        return None
    since = min(item.issued_on for item in items)
    months = max(12 * (today.year - since.year) + today.month - since.month - (today.day < since.day), 0)
    return _Found(Fraction(months), str(months), f"the first invoice is of {since}")


def decimal(value: Fraction) -> str:
    """With one place, halves away from zero: 4.3, and 4 where it is whole."""
    top, bottom = abs(value.numerator), value.denominator
    tenths = (20 * top + bottom) // (2 * bottom)
    whole, tenth = divmod(tenths, 10)
    sign = "-" if tenths and value < 0 else ""
    return f"{sign}{whole}.{tenth}" if tenth else f"{sign}{whole}"
