"""(an open invoice, what was sent, promised and paid, the law's period) to the day on which its claim expires."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from agent.facts.books import Books
from agent.facts.ledger import Item
from agent.facts.letters import LetterStatus
from agent.facts.limitation import Ground, Interruption, Limitation
from agent.rules.limitation import Law, LimitationRules


def limitation(
    item: Item, books: Books, rules: LimitationRules, *, country: str, zone: ZoneInfo
) -> Limitation:
    """Not legal advice: counted by rules/limitation.toml, never moved to a workday. `country` is the company's."""
    code = rules.law_of(item.customer_id, country)
    law = rules.laws.get(code)
    if law is None:
        return Limitation(invoice=item.invoice_no, law=code)
    grounds = [one for one in _happened(item, books, rules, zone) if one.ground in law.grounds]
    return counted(item.invoice_no, code, law, item.due_on, grounds)


def counted(invoice: str, code: str, law: Law, due_on: date, happened: Iterable[Interruption]) -> Limitation:
    """The period from the due date, and the whole of it again from each day that interrupts it while it runs."""
    base = due_on.replace(month=12, day=31) if law.from_year_end else due_on
    expires_on, seen = _after(base, law.years), []
    for one in sorted(happened, key=lambda one: (one.on, one.ground, one.record)):
        counts = base < one.on <= expires_on
        seen.append(replace(one, counts=counts))
        if counts:
            expires_on = _after(one.on, law.years)
    return Limitation(
        invoice=invoice,
        law=code,
        started_on=base + timedelta(days=1),
        expires_on=expires_on,
        interruptions=tuple(seen),
    )


def _after(day: date, years: int) -> date:
    """The last day of a period of years that begins the day after; 29 February ends with the month elsewhere."""
    year = day.year + years
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def _happened(item: Item, books: Books, rules: LimitationRules, zone: ZoneInfo) -> Iterator[Interruption]:
    number = item.invoice_no
    for letter in map(books.letters.__getitem__, books.scheduled_letters.get(item.customer_id, ())):
        is_theirs = letter.kind in rules.demands and number in letter.invoices
        arrived = letter.status is LetterStatus.SENT and set(letter.to) - set(letter.bounced)
        if is_theirs and arrived and letter.sent_at:
            yield Interruption(
                on=letter.sent_at.astimezone(zone).date(), ground=Ground.DEMAND, record=letter.letter_id
            )
    for hold in item.holds:
        if hold.is_promise:
            on = hold.since.astimezone(zone).date()
            yield Interruption(on=on, ground=Ground.PROMISE, record=number, seq=hold.seq)
    received = books.received.get(number)
    for receipt in received.receipts if received else ():
        yield Interruption(on=receipt.paid_on, ground=Ground.PART_PAYMENT, record=receipt.payment_id)


def expiring(
    books: Books, rules: LimitationRules, *, country: str, zone: ZoneInfo, today: date
) -> list[Limitation]:
    """Open invoices whose claim expires within the days of the rules, or has expired; the next to expire first."""
    if not rules.warn_days or not rules.laws:
        return []
    limit = today + timedelta(days=rules.warn_days)
    shortest = min(law.years for law in rules.laws.values())
    due = [day for day in books.customers_by_first_due if _after(day, shortest) <= limit]
    found = [
        limitation(item, books, rules, country=country, zone=zone)
        for day in due
        for customer_id in books.customers_by_first_due[day]
        for item in books.open_items(customer_id)
        if not item.is_credit and _after(item.due_on, shortest) <= limit
    ]
    soon = [one for one in found if one.expires_on and one.expires_on <= limit]
    return sorted(soon, key=lambda one: (one.expires_on, one.invoice))
