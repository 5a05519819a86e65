"""(a desk whose clock can be set, days) to what will go out, what else comes due, and what is held back by which gate."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from agent.decide.clearance import LetterGate
from agent.decide.dunning import scheduled
from agent.decide.gates import closed_gates
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.holds import unpaid
from agent.facts.ledger import Item
from agent.facts.letters import SCHEDULED, Letter, LetterKind, LetterStatus
from agent.money import Money
from agent.pipeline.answering import by_currency
from agent.pipeline.desk import Desk
from agent.pipeline.simulating import Rehearsal
from agent.store.journal import Entry

_WAITING = (LetterStatus.HELD, LetterStatus.QUEUED)


class What(StrEnum):
    """What a line of the plan is about."""

    LETTER = "letter"
    QUERY = "query"  # an unanswered question goes to staff
    PAYMENT = "payment"  # one that was told ahead of its day, or that no bank entry shows in time
    PROMISE = "promise"  # its day comes
    HELD_BACK = "held_back"  # an item that would be asked for, and the gate that is closed


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One thing of one day; texts are "" and lists empty where there is nothing to say."""

    on: date
    what: What
    why: str
    customer_id: str | None = None
    to: tuple[str, ...] = ()
    kind: str = ""  # of a letter its kind, of what is held back the gate
    level: int = 0
    amounts: tuple[Money, ...] = ()  # one a currency
    invoices: tuple[str, ...] = ()
    status: str = ""  # of a letter: queued goes out on that day, held waits for a person, observed never goes
    about: str = ""  # the record to look at: a letter, a payment
    until: date | None = None


def planned(desk: Desk, rehearsal: Rehearsal, now: datetime, days: int) -> Iterator[Planned]:
    """Day by day, today first; what waits for approval stays waiting, as if nobody approved it."""
    rehearsal.set_clock(now)
    first = desk.today()
    last = first + timedelta(days=days)
    yield from _held_back(desk, first, last)
    yield from _kept_back(desk, first)
    before = {letter_id: desk.books.letters[letter_id] for letter_id in desk.books.letters}
    yield from (
        _waiting(desk, one, first)
        for one in before.values()
        if one.status is LetterStatus.HELD and one.customer_id
    )
    already_queued = [before[letter_id] for letter_id in desk.books.queued]
    promises = _promises(desk.books, first, last)
    for day, entries in rehearsal.days(desk, now.astimezone(desk.zone), last):
        if day == first:
            for letter in already_queued:
                if letter.customer_id and desk.books.letters[letter.letter_id].status is LetterStatus.SENT:
                    yield _letter(letter, day, "queued before")
        for entry in entries:
            yield from _recorded(desk, entry, day)
        yield from promises.get(day, ())


def _recorded(desk: Desk, entry: Entry, day: date) -> Iterator[Planned]:
    """What one event of the rehearsed day means to a person."""
    books = desk.books
    match entry.event:
        case e.LetterQueued(letter=letter) if letter.customer_id:
            now = books.letters[letter.letter_id]
            if now.status is not LetterStatus.CANCELLED:
                yield _letter(now, day, _why(books, letter, day))
        case e.QueryPassedToStaff(letter_id=letter_id):
            raised = books.letters[letter_id]
            yield Planned(
                on=day, what=What.QUERY, why="asked twice and not answered: goes to a person",
                customer_id=raised.customer_id, invoices=raised.invoices, about=letter_id,
            )  # fmt: skip
        case e.PaymentDecided(payment_id=payment_id, status=status):
            payment = books.payments[payment_id]
            yield Planned(
                on=day, what=What.PAYMENT, why=f"dated ahead to this day: {status.value}", customer_id=payment.customer_id,
                amounts=(payment.amount,) if payment.amount else (),
                invoices=tuple(line.invoice for line in payment.claim.lines), about=payment_id,
            )  # fmt: skip
        case e.MoneyMissed(payment_id=payment_id):
            payment = books.payments[payment_id]
            yield Planned(
                on=day, what=What.PAYMENT, why="no bank entry shows it in time: staff are asked, and it holds nothing any more",
                customer_id=payment.customer_id, amounts=(payment.amount,) if payment.amount else (),
                invoices=tuple(line.invoice for line in payment.claim.lines), about=payment_id,
            )  # fmt: skip
        case _:
            pass


def _letter(letter: Letter, day: date, why: str) -> Planned:
    return Planned(
        on=day, what=What.LETTER, why=why, customer_id=letter.customer_id, to=letter.to, kind=letter.kind.value,
        level=letter.level, amounts=by_currency([amount for _, amount in letter.asked]), invoices=letter.invoices,
        status=letter.status.value, about=letter.letter_id,
    )  # fmt: skip


def _waiting(desk: Desk, letter: Letter, day: date) -> Planned:
    written = letter.created_at.astimezone(desk.zone).date()
    return _letter(letter, day, f"written {written}, waits for: remitd letters approve {letter.letter_id}")


def _why(books: Books, letter: Letter, day: date) -> str:
    if letter.kind is LetterKind.DISCREPANCY_QUERY:
        return "our question is not answered: asked once more"
    if letter.kind not in SCHEDULED:
        return ""
    items = [books.items[invoice] for invoice, _ in letter.asked]
    oldest = min(items, key=lambda item: item.due_on)
    late = (day - oldest.due_on).days
    due = f"{oldest.invoice_no} was due {oldest.due_on}, {late} days ago" if late > 0 else (
        f"{oldest.invoice_no} is due {oldest.due_on}, in {-late} days"
    )  # fmt: skip
    return due if len(items) == 1 else f"{due}; {len(items)} items in all"


def _promises(books: Books, first: date, last: date) -> dict[date, list[Planned]]:
    """Promises by the day that they come due."""
    found: dict[date, list[Planned]] = {}
    for item in _open(books):
        left = unpaid(item.holds, item.settled)
        for hold in item.promises:
            if hold.until and first <= hold.until <= last and left[hold.seq]:
                line = Planned(
                    on=hold.until, what=What.PROMISE, why=f"{hold.kind.value} for this day; asked for again from the next on",
                    customer_id=item.customer_id, kind=hold.kind.value, amounts=(left[hold.seq],),
                    invoices=(item.invoice_no,), until=hold.until,
                )  # fmt: skip
                found.setdefault(hold.until, []).append(line)
    return found


def _held_back(desk: Desk, first: date, last: date) -> Iterator[Planned]:
    """Items that the ladder reaches by the last day, and the gates that are closed for them today."""
    soonest = last + timedelta(days=desk.policy.dunning.horizon_days)
    for closed in closed_gates(desk.books, first):
        item = closed.item
        if item.due_on <= soonest:
            yield Planned(
                on=first, what=What.HELD_BACK, why=closed.why, customer_id=item.customer_id, kind=closed.gate.value,
                level=item.dunning_level, amounts=(closed.amount or item.open,), invoices=(item.invoice_no,),
                about=closed.about, until=closed.until,
            )  # fmt: skip


def _kept_back(desk: Desk, today: date) -> Iterator[Planned]:
    """Letters that the ladder makes due today, and what keeps each back; one that waits itself is told of as it is."""
    found = scheduled(
        desk.books,
        desk.policy.dunning,
        today=today,
        zone=desk.zone,
        is_workday=desk.policy.is_workday,
        at=desk.clock(),
    )
    for due, kept in found:
        if kept and kept.gate is not LetterGate.WAITING:
            yield Planned(
                on=today, what=What.HELD_BACK, why=kept.why, customer_id=due.customer_id, kind=kept.gate.value,
                level=due.level, amounts=(due.asked,), invoices=tuple(one.item.invoice_no for one in due.items),
                until=kept.until,
            )  # fmt: skip


def _open(books: Books) -> Iterator[Item]:
    for numbers in books.items_by_customer.values():
        yield from (books.items[number] for number in numbers)
