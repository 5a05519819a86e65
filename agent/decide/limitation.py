"""(an open invoice, what was sent, promised and paid, the law's period) to the day on which its claim expires."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from agent.facts.books import Books
from agent.facts.ledger import Item
from agent.facts.letters import LetterStatus
from agent.facts.limitation import Ground, Interruption, Limitation
from agent.rules.limitation import Law, LimitationRules


def limitations(
    items: Iterable[Item], books: Books, rules: LimitationRules, *, country: str, zone: ZoneInfo
) -> Iterator[Limitation]:
    """Not legal advice: counted by rules/limitation.toml, never moved to a workday. `country` is the company's."""
    agreed = _agreed(books, zone)
    for item in items:
        code = rules.law_of(item.customer_id, country)
        law = rules.laws.get(code)
        if law is None:
            yield Limitation(invoice=item.invoice_no, law=code)
            continue
        happened = (*_happened(item, books, rules, zone), *agreed.get(item.invoice_no, ()))
        grounds = [one for one in happened if one.ground in law.grounds]
        yield counted(item.invoice_no, code, law, item.due_on, grounds)


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
            on = _said_on(books, hold.mail_id, hold.since, zone)
            yield Interruption(on=on, ground=Ground.PROMISE, record=number, seq=hold.seq)
    received = books.received.get(number)
    for receipt in received.receipts if received else ():
        yield Interruption(on=receipt.paid_on, ground=Ground.PART_PAYMENT, record=receipt.payment_id)


def _agreed(books: Books, zone: ZoneInfo) -> dict[str, list[Interruption]]:
    """By invoice, the balances with it that the customer agreed to."""
    found: dict[str, list[Interruption]] = {}
    for stated in books.stated.values():
        answer = stated.answer
        if answer is None or not answer.agreed:
            continue
        on = _said_on(books, answer.mail_id, answer.at, zone)
        one = Interruption(on=on, ground=Ground.BALANCE, record=stated.letter_id, seq=answer.seq)
        for balance in stated.balances:
            for invoice, left in balance.items:
                if left.minor > 0:
                    found.setdefault(invoice, []).append(one)
    return found


def _said_on(books: Books, mail_id: str | None, recorded_at: datetime, zone: ZoneInfo) -> date:
    """The day on which a mail came; what staff wrote down, when they did."""
    mail = books.messages.get(mail_id or "")
    said_at = (mail.received_at if mail else None) or recorded_at
    return said_at.astimezone(zone).date()


def expiring(
    books: Books, rules: LimitationRules, *, country: str, zone: ZoneInfo, today: date
) -> list[Limitation]:
    """Open invoices whose claim expires within the days of the rules, or has expired; the next to expire first."""
    if not rules.warn_days or not rules.laws:
        return []
    limit = today + timedelta(days=rules.warn_days)
    shortest = min(law.years for law in rules.laws.values())
    due = [day for day in books.customers_by_first_due if _after(day, shortest) <= limit]
    items = (
        item
        for day in due
        for customer_id in books.customers_by_first_due[day]
        for item in books.open_items(customer_id)
        if not item.is_credit and _after(item.due_on, shortest) <= limit
    )
    found = limitations(items, books, rules, country=country, zone=zone)
    soon = [one for one in found if one.expires_on and one.expires_on <= limit]
    return sorted(soon, key=lambda one: (one.expires_on or date.max, one.invoice))
