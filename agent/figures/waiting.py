"""The books to what waits for whom, since when and about how much; and to what customers object to, by cause."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from agent.facts.letters import LetterStatus
from agent.facts.payments import Status
from agent.figures.scope import Scope
from agent.figures.table import Cell, Chart, Form, Kind, Table, columns
from agent.figures.unapplied import waiting_cash
from agent.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing that waits."""

    what: str  # a key of the words of reports
    whom: str  # "staff", "customer", "bank", or an address
    since: date | None
    amount: Money | None = None


def waiting(scope: Scope) -> Iterator[Waiting]:
    """Everything that waits for somebody, each once under what it is."""
    yield from _mails(scope)
    yield from _payments(scope)
    yield from _letters(scope)
    yield from _queries(scope)
    yield from _items(scope)
    for cash in waiting_cash(scope):
        if not cash.is_on_account:
            yield Waiting(what="unapplied", whom="staff", since=cash.since, amount=cash.amount)


def _mails(scope: Scope) -> Iterator[Waiting]:
    books = scope.books
    for what, mail_ids in (("mail_review", books.for_staff), ("mail_unhandled", books.unhandled)):
        for mail_id in mail_ids:
            message = books.messages[mail_id]
            if scope.is_of(message.customer_id):
                whom = "staff" if what == "mail_review" else "agent"
                yield Waiting(what=what, whom=whom, since=_day(scope, message.received_at))


def _payments(scope: Scope) -> Iterator[Waiting]:
    books = scope.books
    for payment in scope.payments():
        since = _day(scope, _told_at(scope, payment.mail_id))
        if payment.status is Status.REVIEW:
            yield Waiting(what="payment_review", whom="staff", since=since, amount=payment.amount)
        elif payment.missed_on and not payment.cleared and payment.status is not Status.REVERSED:
            yield Waiting(what="money_missing", whom="staff", since=payment.missed_on, amount=payment.amount)
        elif payment.status is Status.ADVISED:
            yield Waiting(what="money_advised", whom="bank", since=since, amount=payment.amount)
        for one in payment.waiting_deductions:
            if books.items[one.invoice].open:
                yield Waiting(
                    what="deduction", whom="staff", since=scope.day_of(one.since), amount=one.amount
                )


def _letters(scope: Scope) -> Iterator[Waiting]:
    kinds = {LetterStatus.HELD: "letter_held", LetterStatus.FAILED: "letter_failed"}
    for letter in scope.books.letters.values():
        if letter.status in kinds and scope.is_of(letter.customer_id):
            amounts = [amount for _, amount in letter.asked]
            one = {amount.currency for amount in amounts}
            amount = sum(amounts[1:], amounts[0]) if len(one) == 1 else None
            yield Waiting(
                what=kinds[letter.status], whom="staff", since=scope.day_of(letter.created_at), amount=amount
            )


def _queries(scope: Scope) -> Iterator[Waiting]:
    for query in scope.books.queries.values():
        if scope.is_of(query.raised.customer_id):
            what, whom = ("query_staff", "staff") if query.is_with_staff else ("query", "customer")
            yield Waiting(what=what, whom=whom, since=scope.day_of(query.first_asked_at))


def _items(scope: Scope) -> Iterator[Waiting]:
    for item in scope.open_items():
        if item.dispute and item.disputed:
            whom = ", ".join(item.dispute.owners) or "staff"
            yield Waiting(
                what="dispute", whom=whom, since=scope.day_of(item.dispute.since), amount=item.disputed
            )
        if item.missing_at:
            yield Waiting(
                what="item_missing", whom="staff", since=scope.day_of(item.missing_at), amount=item.open
            )


def _told_at(scope: Scope, mail_id: str) -> datetime | None:
    message = scope.books.messages.get(mail_id)
    return message.received_at if message else None


def _day(scope: Scope, at: datetime | None) -> date | None:
    return scope.day_of(at) if at else None


def waiting_table(scope: Scope) -> Table:
    """What waits for whom: count, oldest and amount by currency; what has no amount stands without a currency."""
    groups: dict[tuple[str, str, str], list[Waiting]] = {}
    for one in waiting(scope):
        currency = one.amount.currency if one.amount else ""
        groups.setdefault((one.what, one.whom, currency), []).append(one)
    rows: list[tuple[Cell, ...]] = []
    for (what, whom, currency), found in sorted(groups.items(), key=lambda one: (one[0][1], one[0])):
        since = [one.since for one in found if one.since]
        amount = Money(sum(one.amount.minor for one in found if one.amount), currency) if currency else None
        rows.append((whom, what, currency or None, len(found), amount, min(since, default=None)))
    return Table(
        name="waiting",
        columns=columns(
            whom=Kind.WORD, what=Kind.WORD, currency=Kind.WORD, count=Kind.COUNT, amount=Kind.MONEY, oldest=Kind.DAY
        ),
        rows=tuple(rows),
        explained=("waiting",),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """An amount that a customer does not want to pay, and why."""

    kind: str  # "dispute" or "deduction"
    cause: str | None  # what a dispute is about, else the reason stated; of a deduction its code
    reason: str | None  # as stated
    customer_id: str
    invoice: str
    amount: Money
    since: date


def objections(scope: Scope) -> Iterator[Objection]:
    """Disputes of open items, and deductions that nobody has decided on."""
    for item in scope.open_items():
        if item.dispute and item.disputed:
            yield Objection(
                kind="dispute", cause=item.dispute.about or item.dispute.reason,
                reason=item.dispute.reason, customer_id=item.customer_id, invoice=item.invoice_no,
                amount=item.disputed, since=scope.day_of(item.dispute.since),
            )  # fmt: skip
    for payment in scope.payments():
        for one in payment.waiting_deductions:
            item = scope.books.items[one.invoice]
            if item.open:
                yield Objection(
                    kind="deduction", cause=one.code, reason=one.reason, customer_id=item.customer_id, invoice=one.invoice,
                    amount=one.amount, since=scope.day_of(one.since),
                )  # fmt: skip


def dispute_tables(scope: Scope) -> tuple[Table, Table]:
    """What customers object to by cause, with its price, the dearest first; and each item of it, for sales."""
    found = sorted(
        objections(scope),
        key=lambda one: (one.amount.currency, -one.amount.minor, one.customer_id, one.invoice),
    )
    causes: dict[tuple[str, str, str], list[Objection]] = {}
    for one in found:
        causes.setdefault((one.amount.currency, one.kind, (one.cause or "").strip().casefold()), []).append(
            one
        )
    rows = []
    for (currency, kind, _), same in causes.items():
        amount = Money(sum(one.amount.minor for one in same), currency)
        customers = len({one.customer_id for one in same})
        rows.append(
            (currency, kind, same[0].cause, len(same), customers, amount, min(one.since for one in same))
        )
    rows.sort(key=lambda row: (row[0], -row[5].minor, row[1], row[2] or ""))
    items = [
        (one.amount.currency, one.kind, one.cause, one.customer_id, scope.name_of(one.customer_id), one.invoice,
         one.amount, one.since)
        for one in found
    ]  # fmt: skip
    return (
        Table(
            name="disputes",
            columns=columns(
                currency=Kind.WORD, kind=Kind.WORD, cause=Kind.WORD, items=Kind.COUNT, customers=Kind.COUNT,
                amount=Kind.MONEY, oldest=Kind.DAY,
            ),
            rows=tuple(rows),
            charts=(Chart(name="disputes", form=Form.ROWS, x="cause", series=("amount",)),),
            explained=("disputes",),
        ),
        Table(
            name="disputes_items",
            columns=columns(
                currency=Kind.WORD, kind=Kind.WORD, cause=Kind.WORD, customer_id=Kind.TEXT, name=Kind.TEXT,
                invoice=Kind.TEXT, amount=Kind.MONEY, since=Kind.DAY,
            ),
            rows=tuple(items),
            is_list=True,
        ),
    )  # fmt: skip
