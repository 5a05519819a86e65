"""What was decided on a payment, taken back: cash, clearing, reversal; letters that told of it are withdrawn."""

from collections.abc import Iterator

from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.letters import LetterStatus
from agent.facts.payments import LIVE, Payment, Rule, Status
from agent.money import total
from agent.pipeline.booking import withdraw_letters
from agent.pipeline.bookkeeping import Commit


def unapply(commit: Commit, event: e.CashApplied, why: str) -> Iterator[str]:
    """Applications are given back; the cash is unapplied, and letters that tell of it are withdrawn."""
    payment = commit.books.payments[event.payment_id]
    if missing := [one.invoice for one in event.applications if one not in payment.applications]:
        raise AgentError(
            f"{event.payment_id} is not applied to {', '.join(missing)} as that line says any more; "
            "see: remitd explain " + event.payment_id
        )
    commit.add(
        event.payment_id, e.CashUnapplied(payment_id=event.payment_id, applications=event.applications)
    )
    payment = commit.books.payments[event.payment_id]
    status = Status.PARTIALLY_APPLIED if payment.applications else Status.UNAPPLIED
    invoices = ", ".join(application.invoice for application in event.applications)
    cash = total((one.amount for one in event.applications), event.applications[0].amount.currency)
    because = (f"a person took back {cash} from {invoices}: {why}", *payment.because)
    commit.add(
        event.payment_id,
        e.PaymentDecided(payment_id=event.payment_id, status=status, rule=Rule.STAFF, because=because),
    )
    yield f"{event.payment_id}: {cash} taken back from {invoices}, {payment.unapplied} unapplied"
    yield from _letters_about(commit, event.payment_id, why)


def undecide(commit: Commit, event: e.PaymentDecided, led_to: e.Event | None, why: str) -> Iterator[str]:
    """A decision goes with the cash that it applied; a duplicate waits for a person, an advice holds nothing."""
    payment = commit.books.payments[event.payment_id]
    if isinstance(led_to, e.CashApplied) and led_to.payment_id == event.payment_id:
        yield from unapply(commit, led_to, why)
    elif payment.status is not event.status:
        raise AgentError(f"{event.payment_id} is {payment.status.value} by now; take back the later decision")
    elif event.status is Status.DUPLICATE:
        because = (f"a person says that it is no duplicate of {event.same_as}: {why}",)
        waits = e.PaymentDecided(
            payment_id=event.payment_id, status=Status.REVIEW, rule=Rule.STAFF, because=because
        )
        commit.add(event.payment_id, waits)
        yield f"{event.payment_id} waits for a person: remitd apply {event.payment_id} INVOICE=AMOUNT"
    elif event.status is Status.ADVISED:
        reversed_ = e.CashReversed(payment_id=event.payment_id, applications=(), why=f"taken back: {why}")
        commit.add(event.payment_id, reversed_)
        yield f"{event.payment_id} holds nothing any more"
        yield from _letters_about(commit, event.payment_id, why)
    else:
        raise AgentError(f"that line applied no cash; decide with: remitd apply {event.payment_id}")


def unclear(commit: Commit, event: e.PaymentCleared) -> str:
    """The bank's entry was other money."""
    payment = commit.books.payments[event.payment_id]
    if not payment.cleared or payment.cleared_on != event.cleared_on:
        raise AgentError(f"{event.payment_id} is not cleared by that line any more")
    if event.amount is not None:
        raise AgentError(
            f"{event.payment_id}: the bank's entry set its amount to {event.amount}; take back what it applied instead"
        )
    commit.add(event.payment_id, e.ClearingUndone(payment_id=event.payment_id))
    return f"{event.payment_id}: its money has not been seen at the bank"


def reinstate(commit: Commit, event: e.CashReversed) -> Iterator[str]:
    """A reversed payment stands again, with what it had settled where that is still open."""
    books = commit.books
    payment = books.payments[event.payment_id]
    if payment.status is not Status.REVERSED:
        raise AgentError(f"{event.payment_id} is not reversed any more")
    if instead := _in_its_place(books, payment):
        raise AgentError(f"{instead} took its place; take that back first, or the money counts twice")
    for invoice in dict.fromkeys(one.invoice for one in event.applications):
        item = books.items[invoice]
        taken = total((one.taken for one in event.applications if one.invoice == invoice), item.open.currency)
        if not min(item.open.minor, 0) <= taken.minor <= max(item.open.minor, 0):
            raise AgentError(f"{invoice} has {item.open} open by now, and {taken} can't be taken off it")
    commit.add(event.payment_id, e.ReversalUndone(payment_id=event.payment_id))
    if event.applications:
        commit.add(
            event.payment_id, e.CashApplied(payment_id=event.payment_id, applications=event.applications)
        )
    payment = books.payments[event.payment_id]
    status = _status_of(payment)
    because = ("a person took its reversal back", *payment.because)
    commit.add(
        event.payment_id,
        e.PaymentDecided(payment_id=event.payment_id, status=status, rule=Rule.STAFF, because=because),
    )
    yield f"{event.payment_id} stands again: {status.value}, {payment.unapplied} unapplied"


def _in_its_place(books: Books, payment: Payment) -> str | None:
    """The payment that replaced this one and stands."""
    if payment.replaced_by is None:
        return None
    return payment.replaced_by if books.payments[payment.replaced_by].status in LIVE else None


def _status_of(payment: Payment) -> Status:
    if not payment.applications:
        return Status.UNAPPLIED
    return Status.PARTIALLY_APPLIED if payment.unapplied else Status.APPLIED


def _letters_about(commit: Commit, payment_id: str, why: str) -> Iterator[str]:
    """Letters that told of the payment: withdrawn where they have not gone out, named where they have."""
    withdraw_letters(commit, payment_id, f"what it tells was taken back: {why}")
    for letter_id in commit.books.letters_by_payment.get(payment_id, ()):
        letter = commit.books.letters[letter_id]
        if letter.status is LetterStatus.SENT:
            yield f"  {letter_id} ({letter.kind.value}) told {', '.join(letter.to)} of it: write to them"
        elif letter.status is LetterStatus.CANCELLED:
            yield f"  {letter_id} ({letter.kind.value}) will not go out"
