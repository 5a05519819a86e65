"""(books, ladder, today) to the scheduled letters that are due: derived from what is owed and what was sent, never chained."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from agent.dates import Workday
from agent.decide.holds import askable, held_amounts
from agent.facts.books import Books
from agent.facts.ledger import Item
from agent.facts.letters import Letter, LetterKind, LetterStatus
from agent.money import Money, total
from agent.rules.dunning import DunningRules

_PENDING = (LetterStatus.HELD, LetterStatus.QUEUED)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueItem:
    """An item that a scheduled letter lists."""

    item: Item
    asked: Money  # what the letter asks for: the open amount without what is disputed, promised or advised
    level: int  # the item's dunning level once the letter is sent; 0 where it is only reminded or listed


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLetter:
    """One letter for one customer and currency."""

    kind: LetterKind
    customer_id: str
    currency: str
    level: int
    items: tuple[DueItem, ...]


def due_letters(
    books: Books, rules: DunningRules, *, today: date, zone: ZoneInfo, is_workday: Workday
) -> list[DueLetter]:
    """The letters of one day, by customer and currency. On no workday there are none; the next catches up."""
    if not is_workday(today):
        return []
    held = held_amounts(books)
    result = []
    for customer_id in _with_something_due(books, today + timedelta(days=rules.reminder_days_before)):
        last_contact, pending = _scheduled_contact(books, customer_id, zone)
        if last_contact and (today - last_contact).days < rules.days_between and last_contact != today:
            continue
        written_today = _letters_of(books, customer_id, today, zone) if last_contact == today else set()
        for currency, items in sorted(_asked_by_currency(books, customer_id, held, today).items()):
            if currency in written_today:
                continue
            letter = None
            if pending.get(currency) in (None, LetterKind.REMINDER):
                letter = _dunning(customer_id, currency, items, rules, today)
            if letter is None and currency not in pending:
                letter = _reminder(customer_id, currency, items, rules, today)
            if letter and not _is_covered(books, letter):
                result.append(letter)
    return result


def _asked_by_currency(
    books: Books, customer_id: str, held: dict[str, Money | None], today: date
) -> dict[str, list[DueItem]]:
    """A customer's items that may be asked for, each at the level it has."""
    found: dict[str, list[DueItem]] = {}
    for item in books.open_items(customer_id):
        asked = askable(item, held, today)
        if asked:
            due = DueItem(item=item, asked=asked, level=item.dunning_level)
            found.setdefault(item.open.currency, []).append(due)
    return found


def _dunning(
    customer_id: str, currency: str, items: list[DueItem], rules: DunningRules, today: date
) -> DueLetter | None:
    """All overdue items at the highest item's level, when some item rises; each rises one level at most."""
    listed = []
    for due in items:
        days = (today - due.item.due_on).days
        if days <= 0:
            continue
        reached = sum(days >= after for after in rules.levels_days_after)
        level = (
            min(due.item.dunning_level + 1, reached)
            if reached > due.item.dunning_level
            else due.item.dunning_level
        )
        listed.append(DueItem(item=due.item, asked=due.asked, level=level))
    if not any(due.level > due.item.dunning_level for due in listed):
        return None
    level = max(due.level for due in listed)
    kind = LetterKind.FINAL_NOTICE if level == len(rules.levels_days_after) else LetterKind.DUNNING
    return DueLetter(kind=kind, customer_id=customer_id, currency=currency, level=level, items=tuple(listed))


def _reminder(
    customer_id: str, currency: str, items: list[DueItem], rules: DunningRules, today: date
) -> DueLetter | None:
    """The items that fall due within the rule's days and were not reminded yet."""
    listed = [
        DueItem(item=due.item, asked=due.asked, level=0)
        for due in items
        if 0 <= (due.item.due_on - today).days <= rules.reminder_days_before
        and due.item.reminded_on is None
        and rules.reminder_days_before
    ]
    if not listed:
        return None
    return DueLetter(
        kind=LetterKind.REMINDER, customer_id=customer_id, currency=currency, level=0, items=tuple(listed)
    )


def _with_something_due(books: Books, latest: date) -> list[str]:
    """Customers who have an open item that is due by then; nobody else gets a scheduled letter."""
    found = [customers for day, customers in books.customers_by_first_due.items() if day <= latest]
    return sorted(set().union(*found))


def _scheduled_contact(
    books: Books, customer_id: str, zone: ZoneInfo
) -> tuple[date | None, dict[str, LetterKind]]:
    """The day of a customer's last scheduled letter that counts, and by currency the letter that still waits.

    A reminder that nobody released gives way to dunning; a dunning letter that waits does not: levels go in order.
    """
    last: date | None = None
    pending: dict[str, LetterKind] = {}
    for letter in _scheduled_letters(books, customer_id):
        if letter.status in _PENDING:
            currency = books.items[letter.invoices[0]].open.currency
            if pending.get(currency) in (None, LetterKind.REMINDER):
                pending[currency] = letter.kind
        else:
            day = (letter.sent_at or letter.created_at).astimezone(zone).date()
            last = max(last, day) if last else day
    return last, pending


def _scheduled_letters(books: Books, customer_id: str) -> Iterator[Letter]:
    """A customer's reminders, dunning letters and final notices, without those that were dropped."""
    for letter_id in books.scheduled_letters.get(customer_id, ()):
        letter = books.letters[letter_id]
        if letter.status is not LetterStatus.CANCELLED:
            yield letter


def _letters_of(books: Books, customer_id: str, day: date, zone: ZoneInfo) -> set[str]:
    """Currencies in which this customer had a scheduled letter on this very day."""
    return {
        books.items[letter.invoices[0]].open.currency
        for letter in _scheduled_letters(books, customer_id)
        if (letter.sent_at or letter.created_at).astimezone(zone).date() == day
    }


def _is_covered(books: Books, letter: DueLetter) -> bool:
    """True where the customer's unapplied cash and credits are worth what the letter asks for: they have paid."""
    asked = total((due.asked for due in letter.items), letter.currency)
    return sum(_unapplied(books, letter.customer_id, letter.currency)) >= asked.minor


def _unapplied(books: Books, customer_id: str, currency: str) -> Iterator[int]:
    for payment_id in books.payments_by_customer.get(customer_id, ()):
        payment = books.payments[payment_id]
        unapplied = None if payment.is_doubted or payment.missed_on else payment.unapplied
        if unapplied and unapplied.currency == currency:
            yield unapplied.minor
    for item in books.open_items(customer_id):
        if item.is_credit and item.open.currency == currency:
            yield -item.open.minor
