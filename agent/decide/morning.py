"""(books, the journal's lines since the last digest, today) to what staff are told in the morning."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from agent.decide.credit_news import credit_news
from agent.decide.waiting import name_of, sums, unanswered, waiting
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.digest import Digest, Figure, Going, Happened, Told
from agent.facts.letters import Letter, LetterKind, LetterStatus
from agent.money import Money, zero


def morning(
    books: Books,
    lines: Iterable[e.Recorded],
    *,
    since: date,
    now: datetime,
    zone: ZoneInfo,
    veto_until: str,
    told: tuple[tuple[str, Money], ...],
) -> Digest:
    """The digest of a day. `veto_until`: the hour until which today's letters wait, "" where they don't; `told`: the
    figures of the last one."""
    stop, today, lines = books.stop, now.astimezone(zone).date(), list(lines)
    return Digest(
        today=today,
        since=since,
        stopped=f"{stop.at.astimezone(zone):%Y-%m-%d %H:%M}, {stop.by}: {stop.why}" if stop else "",
        veto_until=veto_until,
        going=going(books, today, zone),
        waiting=waiting(books),
        unanswered=unanswered(books),
        happened=happened(books, lines),
        figures=figures(books, today, told),
        flags=credit_news(books, lines),
        seq=books.seq,
        head=books.head,
    )


_GOES = (LetterStatus.QUEUED, LetterStatus.SENT)


def figures(books: Books, today: date, told: tuple[tuple[str, Money], ...]) -> tuple[Figure, ...]:
    """What is open and what is overdue, credit notes off; what was told before, and is nothing now, too."""
    items = [books.items[number] for numbers in books.items_by_customer.values() for number in numbers]
    overdue = [item.open for item in items if item.due_on < today and not item.is_credit]
    now = {("open", one.currency): one for one in sums([item.open for item in items])}
    now |= {("overdue", one.currency): one for one in sums(overdue)}
    was = {(name, amount.currency): amount for name, amount in told}
    return tuple(
        Figure(
            name=name,
            now=now.get((name, currency), zero(currency)),
            moved=now.get((name, currency), zero(currency)) - was.get((name, currency), zero(currency))
            if was
            else None,
        )
        for name, currency in sorted({*now, *was}, key=lambda key: (key[1], key[0]))
    )


def going(books: Books, today: date, zone: ZoneInfo) -> tuple[Going, ...]:
    """Letters of the schedule that were written on a day, but for those that wait for approval or were dropped."""
    found = (
        going_of(books, letter)
        for letters in books.scheduled_letters.values()
        for letter in map(books.letters.__getitem__, letters)
        if letter.created_at.astimezone(zone).date() == today and letter.status in _GOES
    )
    return tuple(sorted(found, key=lambda one: (-one.level, one.customer, one.letter_id)))


def going_of(books: Books, letter: Letter) -> Going:
    """A letter of the schedule as a digest tells of it."""
    assert letter.customer_id
    items = [books.items[invoice] for invoice, _ in letter.asked]
    return Going(
        letter_id=letter.letter_id,
        kind=letter.kind,
        level=letter.level,
        customer_id=letter.customer_id,
        customer=name_of(books, letter.customer_id),
        amounts=sums([amount for _, amount in letter.asked]),
        items=len(items),
        oldest_due_on=min((item.due_on for item in items), default=None),
        status=letter.status,
    )


def happened(books: Books, lines: Iterable[e.Recorded]) -> Happened:  # noqa: C901 - one case a kind
    """What these lines say that people want to know."""
    sent: Counter[LetterKind] = Counter()
    failed: list[str] = []
    applied: dict[str, list[Money]] = {}
    taken_back: list[Money] = []
    disputes: list[Told] = []
    promises: list[Told] = []
    kept: list[Told] = []
    broken: list[Told] = []
    bounced: list[str] = []
    messages = 0
    for line in lines:
        match line.event:
            case e.MessageSorted():
                messages += 1
            case e.LetterSent(letter_id=letter_id):
                letter = books.letters[letter_id]
                sent[letter.kind] += letter.customer_id is not None
            case e.LetterRefused(letter_id=letter_id) | e.SendOutcomeUnknown(letter_id=letter_id):
                failed.append(letter_id)
            case e.CashApplied(payment_id=payment_id, applications=applications):
                applied.setdefault(payment_id, []).extend(one.amount for one in applications)
            case e.CashReversed(applications=applications) | e.CashUnapplied(applications=applications):
                taken_back += [one.amount for one in applications if one.amount]
            case e.DisputeRecorded(invoice=invoice, amount=amount, reason=reason):
                disputes.append(_told(books, invoice, amount, reason=reason))
            case e.PromiseRecorded(invoice=invoice, amount=amount, promised_on=promised_on):
                promises.append(_told(books, invoice, amount, promised_on=promised_on))
            case e.PromiseKept(invoice=invoice, amount=amount):
                kept.append(_told(books, invoice, amount))
            case e.PromiseBroken(invoice=invoice, missing=missing, promised_on=promised_on):
                broken.append(_told(books, invoice, missing, promised_on=promised_on))
            case e.AddressBounced(address=address):
                bounced.append(address)
            case _:
                pass
    return Happened(
        messages=messages,
        sent=tuple(sorted((kind, count) for kind, count in sent.items() if count)),
        failed=tuple(failed),
        payments=len(applied),
        applied=sums([amount for amounts in applied.values() for amount in amounts if amount]),
        taken_back=sums(taken_back),
        disputes=tuple(disputes),
        promises=tuple(promises),
        kept=tuple(kept),
        broken=tuple(broken),
        bounced=tuple(dict.fromkeys(bounced)),
    )


def _told(
    books: Books, invoice: str, amount: Money, *, reason: str | None = None, promised_on: date | None = None
) -> Told:
    customer = name_of(books, books.items[invoice].customer_id)
    return Told(invoice=invoice, customer=customer, amount=amount, reason=reason, promised_on=promised_on)
