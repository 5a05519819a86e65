"""(books, rules, a scheduled letter, now) to what keeps it back: each gate by its name, with why and until when."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from agent.decide.addressee import for_schedule
from agent.decide.funds import Funds
from agent.facts.books import Books, Message
from agent.facts.ledger import Customer
from agent.facts.letters import SCHEDULED, LetterKind, LetterStatus
from agent.money import Money
from agent.rules.calendar import Calendar
from agent.rules.dunning import DunningRules, Ladder

_PENDING = (LetterStatus.HELD, LetterStatus.QUEUED)


class LetterGate(StrEnum):
    """What may keep a letter of the schedule back."""

    WAITING = "waiting"  # an earlier one waits to be released or sent: levels go in order
    INTERVAL = "interval"  # the customer was written to a few days ago
    CAP = "cap"  # the customer was written to often enough lately
    COVERED = "covered"  # the customer's money and credits with us are worth it
    MAIL = "mail"  # a mail of theirs waits for a person
    BANK = "bank"  # nobody knows what the bank has received since
    ADDRESS = "address"  # nobody can be written to
    DAY = "day"  # no workday at the customer, or a quiet one
    HOUR = "hour"  # the customer sleeps


_OF_THE_DAY = (LetterGate.WAITING, LetterGate.INTERVAL, LetterGate.CAP, LetterGate.DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A gate that is closed."""

    gate: LetterGate
    why: str
    until: date | None = None  # the first day on which it may be open, where that is known

    @property
    def is_all_day(self) -> bool:
        """True where nothing opens it today but news of the customer, or of its letters."""
        return self.gate in _OF_THE_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """The scheduled letters of a customer, as the ladder looks at them."""

    sent_on: tuple[date, ...]  # each that went out, or was observed, or failed on its way; oldest first
    pending: dict[
        str, LetterKind
    ]  # by currency: the letter that waits; a reminder only where nothing else does
    today_in: frozenset[tuple[str, date]]  # currency and day of each that counts
    dunned_on: dict[
        tuple[str, int], date
    ]  # by item and level: the day on which it got there; 0: of its last reminder


def contacts_of(books: Books, customer_id: str, zone: ZoneInfo) -> Contacts:
    """Letters that were dropped were never written."""
    sent_on, pending, by_day = [], dict[str, LetterKind](), set()
    dunned_on: dict[tuple[str, int], date] = {}
    for letter_id in books.scheduled_letters.get(customer_id, ()):
        letter = books.letters[letter_id]
        if letter.status is LetterStatus.CANCELLED:
            continue
        currency = books.items[letter.invoices[0]].open.currency
        day = (letter.sent_at or letter.created_at).astimezone(zone).date()
        by_day.add((currency, day))
        if letter.status in _PENDING:
            if pending.get(currency) in (None, LetterKind.REMINDER):
                pending[currency] = letter.kind
            continue
        sent_on.append(day)
        if letter.status is not LetterStatus.FAILED:
            for invoice, level in letter.item_levels:  # listed again at its level, an item keeps its clock
                dunned_on[invoice, level] = dunned_on.get((invoice, level), day) if level else day
    return Contacts(
        sent_on=tuple(sorted(sent_on)), pending=pending, today_in=frozenset(by_day), dunned_on=dunned_on
    )


def kept_back(
    books: Books,
    rules: DunningRules,
    ladder: Ladder,
    contacts: Contacts,
    *,
    customer_id: str,
    kind: LetterKind,
    asked: Money,
    funds: Funds,
    roles: tuple[str, ...],
    today: date,
    zone: ZoneInfo,
    is_workday: Calendar,
    at: datetime | None,
) -> Kept | None:
    """The first closed gate of a letter that is not written yet; None where it may be."""
    assert kind in SCHEDULED
    waits = contacts.pending.get(asked.currency)
    if waits and (waits is not LetterKind.REMINDER or kind is LetterKind.REMINDER):
        return Kept(gate=LetterGate.WAITING, why=f"a {waits.value} to them waits to be released or sent")
    return (
        _too_soon(ladder, contacts, asked.currency, today)
        or _too_often(ladder, contacts, today)
        or _covered(funds, asked)
        or kept_from(books, rules, customer_id, today=today, zone=zone)
        or _nobody(books, customer_id, roles)
        or left_alone(books, rules, customer_id, today=today, zone=zone, is_workday=is_workday, at=at)
    )


def _too_soon(ladder: Ladder, contacts: Contacts, currency: str, today: date) -> Kept | None:
    """Letters in several currencies go on one day; any other two are so many days apart."""
    if (currency, today) in contacts.today_in:
        return Kept(
            gate=LetterGate.INTERVAL, why="they were written to today", until=today + timedelta(days=1)
        )
    last = contacts.sent_on[-1] if contacts.sent_on else None
    if last is None or last == today or (today - last).days >= ladder.days_between:
        return None
    until = last + timedelta(days=ladder.days_between)
    return Kept(
        gate=LetterGate.INTERVAL,
        why=f"they were written to on {last}, less than {ladder.days_between} days ago",
        until=until,
    )


def _too_often(ladder: Ladder, contacts: Contacts, today: date) -> Kept | None:
    if not ladder.most_letters:
        return None
    lately = [day for day in contacts.sent_on if (today - day).days < ladder.cap_days]
    if len(lately) < ladder.most_letters:
        return None
    until = lately[-ladder.most_letters] + timedelta(days=ladder.cap_days)
    return Kept(
        gate=LetterGate.CAP, why=f"{len(lately)} letters to them in {ladder.cap_days} days", until=until
    )


def _covered(funds: Funds, asked: Money) -> Kept | None:
    if not funds.cover(asked):
        return None
    return Kept(
        gate=LetterGate.COVERED, why=f"{funds.credit + funds.told} of theirs waits to be set against {asked}"
    )


def kept_from(
    books: Books, rules: DunningRules, customer_id: str, *, today: date, zone: ZoneInfo
) -> Kept | None:
    """What we don't know yet: what they wrote, or what the bank has; a letter written before is dropped for it."""
    return _unanswered(books, rules, customer_id, today, zone) or _bank_is_old(books, rules, today)


def _unanswered(
    books: Books, rules: DunningRules, customer_id: str, today: date, zone: ZoneInfo
) -> Kept | None:
    """A mail that nobody closes keeps letters back for a few days, not for ever."""
    days = timedelta(days=rules.unanswered_mail_days)
    for mail_id in reversed(books.for_staff_by_customer.get(customer_id, ())):
        message = books.messages[mail_id]
        if message.received_at is None:
            continue
        came_on = message.received_at.astimezone(zone).date()
        if today - came_on < days and _is_theirs(message, customer_id, books):
            why = f"their mail {mail_id} of {came_on} waits for a person"
            return Kept(gate=LetterGate.MAIL, why=why, until=came_on + days)
    return None


def _is_theirs(message: Message, customer_id: str, books: Books) -> bool:
    """What a stranger writes in a customer's name keeps nothing back."""
    writers = books.customers_for(message.author, frozenset())
    return any(customer_id in books.speaks_for(known) for known in writers)


def _bank_is_old(books: Books, rules: DunningRules, today: date) -> Kept | None:
    """Only where bank statements come at all: without them nothing is known by them."""
    if not rules.bank_data_days or books.bank_seen_on is None:
        return None
    days = (today - books.bank_seen_on).days
    if days <= rules.bank_data_days:
        return None
    return Kept(
        gate=LetterGate.BANK, why=f"the last bank statement is of {books.bank_seen_on}, {days} days ago"
    )


def _nobody(books: Books, customer_id: str, roles: tuple[str, ...]) -> Kept | None:
    if for_schedule(customer_id, books, roles):
        return None
    return Kept(gate=LetterGate.ADDRESS, why="no address on file that takes mail")


def left_alone(
    books: Books,
    rules: DunningRules,
    customer_id: str,
    *,
    today: date,
    zone: ZoneInfo,
    is_workday: Calendar,
    at: datetime | None,
) -> Kept | None:
    """Days and hours of the customer on which nothing leaves; a letter that is written waits for them to end."""
    customer = books.customers[customer_id]
    country = customer.country or is_workday.country
    if not is_workday.shared_with(customer.country)(today):
        return Kept(gate=LetterGate.DAY, why=f"{today} is no workday in {country}")
    if quiet := rules.quiet.day(today, country):
        return Kept(gate=LetterGate.DAY, why=quiet)
    if at and (asleep := rules.quiet.hour(at, _zone_of(customer, zone))):
        return Kept(gate=LetterGate.HOUR, why=asleep)
    return None


def _zone_of(customer: Customer, otherwise: ZoneInfo) -> ZoneInfo:
    """The customer's own zone, where the ledger's word for it is one."""
    try:
        return ZoneInfo(customer.time_zone) if customer.time_zone else otherwise
    except (ZoneInfoNotFoundError, ValueError):
        return otherwise
