"""(books, one who sells, today) to what they are told of their own customers: disputes by cause, who is late, promises, letters."""

from datetime import date
from zoneinfo import ZoneInfo

from agent.decide.morning import going_of
from agent.decide.waiting import name_of, sums
from agent.facts.books import Books
from agent.facts.digest import Cause, Going, Late, SalesDigest, Told
from agent.facts.holds import HoldKind, unpaid
from agent.facts.ledger import Item
from agent.facts.letters import LetterStatus


def sellers(books: Books) -> dict[str, list[str]]:
    """Each who sells, with the customers that are theirs."""
    found: dict[str, list[str]] = {}
    for customer in books.customers.values():
        for address in customer.sales_emails:
            found.setdefault(address, []).append(customer.customer_id)
    return {address: sorted(found[address]) for address in sorted(found)}


def sales_digest(books: Books, customer_ids: list[str], today: date, zone: ZoneInfo) -> SalesDigest:
    """Of these customers alone."""
    items = [
        item for customer_id in customer_ids for item in books.open_items(customer_id) if not item.is_credit
    ]
    return SalesDigest(
        going=tuple(_letters(books, customer_ids, today, zone)),
        disputes=_disputes(books, items, today),
        late=_late(books, customer_ids, today),
        promises=_promises(books, items),
    )


def _letters(books: Books, customer_ids: list[str], today: date, zone: ZoneInfo) -> list[Going]:
    """Letters of the schedule that were written today, and older ones that wait to be approved."""
    letters = [
        books.letters[letter_id]
        for customer_id in customer_ids
        for letter_id in books.scheduled_letters.get(customer_id, ())
    ]
    return [
        going_of(books, one)
        for one in letters
        if one.status is LetterStatus.HELD
        or (
            one.status in (LetterStatus.QUEUED, LetterStatus.SENT)
            and one.created_at.astimezone(zone).date() == today
        )
    ]


def _disputes(books: Books, items: list[Item], today: date) -> tuple[Cause, ...]:
    causes: dict[str, list[Told]] = {}
    for item in items:
        customer = name_of(books, item.customer_id)
        for part in item.held_on(today):
            if part.hold.kind is HoldKind.DISPUTE:
                told = Told(
                    invoice=item.invoice_no, customer=customer, amount=part.amount, reason=part.hold.reason
                )
                causes.setdefault(part.hold.about or "", []).append(told)
    found = [
        Cause(about=about, items=tuple(told), amounts=sums([one.amount for one in told]))
        for about, told in causes.items()
    ]
    return tuple(sorted(found, key=lambda one: (-max(amount.minor for amount in one.amounts), one.about)))


def _late(books: Books, customer_ids: list[str], today: date) -> tuple[Late, ...]:
    found = []
    for customer_id in customer_ids:
        overdue = [i for i in books.open_items(customer_id) if i.due_on < today and not i.is_credit]
        if overdue:
            found.append(
                Late(
                    customer=name_of(books, customer_id),
                    amounts=sums([item.open for item in overdue]),
                    days=max((today - item.due_on).days for item in overdue),
                )
            )
    return tuple(sorted(found, key=lambda one: (-one.days, one.customer)))


def _promises(books: Books, items: list[Item]) -> tuple[Told, ...]:
    found = []
    for item in items:
        left = unpaid(item.holds, item.settled)
        found += [
            Told(
                invoice=item.invoice_no,
                customer=name_of(books, item.customer_id),
                amount=left[hold.seq],
                promised_on=hold.until,
            )
            for hold in item.promises
            if hold.until and left[hold.seq]
        ]
    return tuple(sorted(found, key=lambda one: (one.promised_on or date.max, one.invoice)))
