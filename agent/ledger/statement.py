"""A customer's items and payments to a statement of account: opening, what moved it, closing, and what that is made of.

Movements count on the day that their documents bear (an invoice's date, a payment's day), by what the books know now, so
that a statement of September asked for in October shows September's end. Books of an earlier instant (ledger.past) give
the statement as it could have been written then.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from agent.dates import AGING_BUCKETS, aging_bucket
from agent.facts.books import Books
from agent.facts.ledger import Item
from agent.facts.payments import Application, DeductionStatus, Payment, Status
from agent.facts.statements import (
    CREDITED,
    INVOICED,
    RECEIVED,
    Flag,
    Movement,
    Statement,
    StatementItem,
    StatementLine,
    WaitingCash,
)
from agent.money import Money, total

_CASH: Final = (Status.APPLIED, Status.PARTIALLY_APPLIED, Status.UNAPPLIED)
_BORN: Final = tuple(Movement)  # the order of movements on one day


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One movement, and what it did: to an item's open amount, and to a payment's cash that waits."""

    on: date
    movement: Movement
    amount: Money  # positive where the customer owes more after it
    item: Item | None = None
    payment: Payment | None = None
    to_item: Money | None = None
    to_cash: Money | None = None


def statements(
    books: Books, customer_id: str, *, first_on: date, last_on: date, known_at: datetime, zone: ZoneInfo
) -> list[Statement]:
    """One for each currency that the customer had anything in by the last day, by code.

    AssertionError where opening + lines is not what is open less the cash that waits.
    """
    by_currency: dict[str, list[Moved]] = {}
    for moved in _movements(books, customer_id, zone):
        if moved.on <= last_on:
            by_currency.setdefault(moved.amount.currency, []).append(moved)
    return [
        _statement(customer_id, currency, moves, first_on=first_on, last_on=last_on, known_at=known_at)
        for currency, moves in sorted(by_currency.items())
    ]


def _movements(books: Books, customer_id: str, zone: ZoneInfo) -> Iterator[Moved]:
    """All that ever moved the customer's balance."""
    payments = [books.payments[one] for one in books.payments_by_customer.get(customer_id, ())]
    items = {item.invoice_no: item for item in books.all_items(customer_id)}
    theirs = {payment.payment_id for payment in payments}
    others = {
        one: books.payments[one]
        for number in items
        for one in books.payments_by_invoice.get(number, ())
        if one not in theirs and books.payments[one].applications
    }
    taken: dict[str, Money] = {}
    for payment in (*payments, *others.values()):
        paid_on = _paid_on(books, payment, zone)
        if payment.payment_id in theirs:
            yield from _of_cash(payment, paid_on, zone)
        for one in payment.applications:
            yield from _of_application(payment, one, books.items[one.invoice], paid_on, customer_id, zone)
            if one.invoice in items:
                taken[one.invoice] = taken.get(one.invoice, Money(0, one.taken.currency)) + one.taken
    for item in items.values():
        for allowed in item.allowed:
            one = allowed.application
            yield from _of_allowance(item, one, allowed.decided_at.astimezone(zone).date())
            taken[item.invoice_no] = taken.get(item.invoice_no, Money(0, one.taken.currency)) + one.taken
        yield from _of_item(item, taken.get(item.invoice_no))


def _paid_on(books: Books, payment: Payment, zone: ZoneInfo) -> date:
    """The payment's day: as told, else as the bank shows it, else when we were told."""
    if day := payment.claim.paid_on or payment.cleared_on:
        return day
    message = books.messages.get(payment.mail_id)
    assert message, payment.payment_id
    return message.received_at.astimezone(zone).date() if message.received_at else date.min


def _of_item(item: Item, taken: Money | None) -> Iterator[Moved]:
    """The document itself, and what had come off it before these books knew it."""
    movement = Movement.CREDIT_NOTE if item.is_credit else Movement.INVOICE
    yield Moved(on=item.issued_on, movement=movement, amount=item.billed, item=item, to_item=item.billed)
    here = item.open + taken if taken else item.open
    if here != item.billed:
        before = here - item.billed
        yield Moved(
            on=item.issued_on, movement=Movement.SETTLED_BEFORE, amount=before, item=item, to_item=before
        )


def _of_cash(payment: Payment, paid_on: date, zone: ZoneInfo) -> Iterator[Moved]:
    """Money that came, and that went back."""
    amount, is_back = payment.amount, payment.status is Status.REVERSED and payment.returned_on is not None
    if amount is None or not (payment.status in _CASH or payment.applications or is_back):
        return
    yield Moved(on=paid_on, movement=Movement.PAYMENT, amount=-amount, payment=payment, to_cash=amount)
    left = amount
    for refund in payment.refunds:
        left -= refund.amount
        on = max(paid_on, refund.at.astimezone(zone).date())
        yield Moved(
            on=on, movement=Movement.REFUND, amount=refund.amount, payment=payment, to_cash=-refund.amount
        )
    if is_back and payment.returned_on:
        on = max(paid_on, payment.returned_on)
        yield Moved(on=on, movement=Movement.RETURNED, amount=left, payment=payment, to_cash=-left)


def _of_application(
    payment: Payment, one: Application, item: Item, paid_on: date, customer_id: str, zone: ZoneInfo
) -> Iterator[Moved]:
    """What a payment took off an item; not before both were there. Cash of one's own moves no balance."""
    is_paying, is_owing = payment.customer_id == customer_id, item.customer_id == customer_id
    on = max(paid_on, item.issued_on)
    if is_paying and one.amount:
        movement = Movement.PAYMENT if is_owing else Movement.PAID_FOR_OTHERS
        amount = Money(0, one.amount.currency) if is_owing else one.amount
        to_item = -one.amount if is_owing else None
        yield Moved(
            on=on, movement=movement, amount=amount, item=item, payment=payment,
            to_item=to_item, to_cash=-one.amount,
        )  # fmt: skip
    elif is_owing and one.amount:
        yield Moved(
            on=on, movement=Movement.PAID_FOR_YOU, amount=-one.amount, item=item, payment=payment,
            to_item=-one.amount,
        )  # fmt: skip
    if not is_owing:
        return
    for movement, waived in ((Movement.DISCOUNT, one.discount), (_waiver(one), one.write_off)):
        if waived:
            day = _decided_on(payment, one, zone) if movement is Movement.DEDUCTION else None
            yield Moved(
                on=max(on, day or on), movement=movement, amount=-waived, item=item, payment=payment,
                to_item=-waived,
            )  # fmt: skip


def _of_allowance(item: Item, one: Application, day: date) -> Iterator[Moved]:
    """What came off an item by a person's word; a credit note set against an invoice moves no balance."""
    on = max(item.issued_on, day)
    if one.amount:
        nothing = Money(0, one.amount.currency)
        yield Moved(on=on, movement=Movement.CREDIT_NOTE, amount=nothing, item=item, to_item=-one.amount)
    for movement, waived in ((Movement.DISCOUNT, one.discount), (Movement.WRITE_OFF, one.write_off)):
        if waived:
            yield Moved(on=on, movement=movement, amount=-waived, item=item, to_item=-waived)


def _waiver(one: Application) -> Movement:
    """An allowed deduction is an application of nothing but its write-off."""
    return Movement.DEDUCTION if one.taken == one.write_off else Movement.WRITE_OFF


def _decided_on(payment: Payment, one: Application, zone: ZoneInfo) -> date | None:
    days = [
        deduction.decided_at.astimezone(zone).date()
        for deduction in payment.deductions
        if deduction.invoice == one.invoice
        and deduction.status is DeductionStatus.ALLOWED
        and deduction.decided_at
    ]
    return max(days, default=None)


def _statement(
    customer_id: str,
    currency: str,
    moves: Iterable[Moved],
    *,
    first_on: date,
    last_on: date,
    known_at: datetime,
) -> Statement:
    until = sorted(
        moves,
        key=lambda move: (move.on, _BORN.index(move.movement), _number(move)),
    )
    items = _items(until, last_on)
    cash = _cash(until, currency)
    open_by_number = {item.invoice: item for item in items}
    waiting = {one.payment_id for one in cash}
    opening = total((move.amount for move in until if move.on < first_on), currency)
    balance, lines = opening, []
    for move in until:
        if move.on >= first_on and move.amount:
            balance += move.amount
            lines.append(_line(move, balance, open_by_number, waiting))
    buckets = [Money(0, currency) for _ in AGING_BUCKETS]
    for item in items:
        buckets[AGING_BUCKETS.index(aging_bucket(item.due_on, last_on))] += item.open
    moved = {
        kinds: total((line.amount for line in lines if line.movement in kinds), currency)
        for kinds in (INVOICED, CREDITED, RECEIVED)
    }
    made = Statement(
        customer_id=customer_id,
        currency=currency,
        first_on=first_on,
        last_on=last_on,
        known_at=known_at,
        opening=opening,
        closing=balance,
        lines=tuple(lines),
        items=tuple(items),
        cash=tuple(cash),
        invoiced=moved[INVOICED],
        received=-moved[RECEIVED],
        credited=-moved[CREDITED],
        buckets=tuple(buckets),
    )
    assert made.closing == made.open_total - made.unapplied, f"{customer_id} {currency}: does not tie"
    assert made.closing == made.opening + made.invoiced - made.received - made.credited, customer_id
    return made


def _number(move: Moved) -> str:
    """What the customer knows it by: for cash the payment's reference, else our document's number."""
    if move.movement in (Movement.PAYMENT, Movement.RETURNED, Movement.REFUND) or move.item is None:
        return (move.payment.claim.reference if move.payment else None) or ""
    return "" if move.movement is Movement.PAID_FOR_OTHERS else move.item.invoice_no


def _line(
    move: Moved, balance: Money, open_by_number: dict[str, StatementItem], waiting: set[str]
) -> StatementLine:
    line = StatementLine(
        on=move.on, movement=move.movement, number=_number(move), amount=move.amount, balance=balance
    )
    if move.movement in (Movement.INVOICE, Movement.CREDIT_NOTE):
        assert move.item
        left = open_by_number.get(move.item.invoice_no)
        return replace(
            line,
            po_no=move.item.po_no,
            due_on=move.item.due_on,
            days_overdue=left.days_overdue if left else 0,
            flag=left.flag if left else None,
        )
    if move.movement is Movement.PAYMENT and move.payment:
        if move.payment.payment_id in waiting:
            return replace(line, flag=Flag.UNAPPLIED)
        return line if move.payment.cleared else replace(line, flag=Flag.NOT_AT_BANK)
    return line


def _items(moves: Iterable[Moved], last_on: date) -> list[StatementItem]:
    """What of each document is open, oldest due first."""
    left: dict[str, Money] = {}
    known: dict[str, Item] = {}
    for move in moves:
        if move.item and move.to_item is not None:
            number = move.item.invoice_no
            known[number] = move.item
            left[number] = left[number] + move.to_item if number in left else move.to_item
    rows = [_item(known[number], amount, last_on) for number, amount in left.items() if amount]
    return sorted(rows, key=lambda row: (row.due_on, row.issued_on, row.invoice))


def _item(item: Item, left: Money, last_on: date) -> StatementItem:
    status = item.status_on(last_on)
    return StatementItem(
        invoice=item.invoice_no,
        issued_on=item.issued_on,
        due_on=item.due_on,
        billed=item.billed,
        open=left,
        days_overdue=0 if item.is_credit else max(0, (last_on - item.due_on).days),
        po_no=item.po_no,
        flag=Flag(status) if status in (Flag.DISPUTED, Flag.PROMISED) else None,
        promised_on=item.promised_on,
    )


def _cash(moves: Iterable[Moved], currency: str) -> list[WaitingCash]:
    """What of each payment is not set against items, oldest first."""
    left: dict[str, Money] = {}
    known: dict[str, tuple[Payment, date]] = {}
    for move in moves:
        if move.payment and move.to_cash is not None:
            one = move.payment.payment_id
            known.setdefault(one, (move.payment, move.on))
            left[one] = left.get(one, Money(0, currency)) + move.to_cash
    return [
        WaitingCash(
            payment_id=one,
            paid_on=known[one][1],
            reference=known[one][0].claim.reference or "",
            amount=amount,
            flag=Flag.UNAPPLIED if known[one][0].cleared else Flag.NOT_AT_BANK,
        )
        for one, amount in left.items()
        if amount
    ]
