"""What a person decides to events: applications, disputes, promises, holds; each says what it did, in a line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from agent.decide.promises import given_word
from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.ledger import Item
from agent.facts.letters import CYCLED, Letter, LetterStatus
from agent.facts.payments import Application, Match, Payment, Rule, Status
from agent.money import Money, total
from agent.pipeline.booking import book
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.sending import SENDING

_STAYS_TRUE = timedelta(hours=12)  # a letter that says how many days an item is late
_WAITING = (Status.REVIEW, Status.UNAPPLIED, Status.PARTIALLY_APPLIED)


def apply_payment(commit: Commit, payment_id: str, amounts: Mapping[str, str]) -> str:
    """Set a payment that waits against items, as a person says. AgentError where the books forbid it."""
    books = commit.books
    payment = books.payments.get(payment_id)
    if payment is None:
        raise AgentError(f"{payment_id} is no payment of this home; see: remitd payments")
    if payment.status not in _WAITING or payment.amount is None:
        said = payment.status.value if payment.amount else "without an amount or a currency"
        raise AgentError(
            f"{payment_id} is {said}; a payment that is in review or has unapplied cash can be applied"
        )
    applications = tuple(_application(books, payment, invoice, amount) for invoice, amount in amounts.items())
    cash = total((application.amount for application in applications), payment.amount.currency)
    unapplied = payment.unapplied
    assert unapplied is not None
    if not 0 <= cash.minor <= unapplied.minor:
        raise AgentError(f"{payment_id} has {unapplied} unapplied; {cash} can't be applied")
    _decide_payer(commit, payment, {books.items[invoice].customer_id for invoice in amounts})
    left = unapplied - cash
    status = Status.PARTIALLY_APPLIED if left else Status.APPLIED
    because = (f"a person applied {cash} to {', '.join(amounts)}", *payment.because)
    matched = Match(status=status, rule=Rule.STAFF, applications=applications, because=because)
    book(commit, payment_id, matched, mail_id=None)
    return f"{payment_id}: {cash} applied to {', '.join(amounts)}, {left} left unapplied"


def _application(books: Books, payment: Payment, invoice: str, amount: str) -> Application:
    item = open_item(books, invoice)
    assert payment.amount is not None
    if item.open.currency != payment.amount.currency:
        raise AgentError(f"{invoice} is in {item.open.currency} and the payment in {payment.amount.currency}")
    cash = amount_of(amount, item)
    if not min(item.open.minor, 0) <= cash.minor <= max(item.open.minor, 0) or not cash:
        raise AgentError(f"{invoice} has {item.open} open; {cash} can't be applied to it")
    nothing = Money(0, cash.currency)
    return Application(invoice=invoice, amount=cash, discount=nothing, write_off=nothing, reason=None)


def _decide_payer(commit: Commit, payment: Payment, owners: set[str]) -> None:
    if len(owners) != 1:
        raise AgentError(
            f"the items belong to several customers ({', '.join(sorted(owners))}); apply to one at a time"
        )
    (owner,) = owners
    payer = payment.customer_id or owner
    if owner not in commit.books.speaks_for(payer):
        raise AgentError(f"{payment.payment_id} is {payer}'s and the items are {owner}'s")
    if not payment.is_payer_decided:
        commit.add(payment.payment_id, e.PayerDecided(payment_id=payment.payment_id, customer_id=payer))


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """Who looks after a hold, and when they are to look at it again."""

    owners: tuple[str, ...] = ()
    revisit_on: date | None = None


def dispute(
    commit: Commit, invoice: str, amount: str | None, why: str, care: Care | None = None, kind: str = ""
) -> str:
    """An item, or a part of it, is disputed; the disputed amount is not dunned."""
    item, care = open_item(commit.books, invoice), care or Care()
    disputed = part_of(item, amount)
    said = e.DisputeRecorded(
        invoice=invoice,
        amount=disputed,
        is_all=amount is None,
        reason=why,
        mail_id=None,
        about=kind or None,
        owners=care.owners,
        revisit_on=care.revisit_on,
    )
    commit.add(invoice, said)
    return f"{invoice}: {disputed} disputed"


def promise(
    commit: Commit, invoice: str, promised_on: date, amount: str | None, today: date, care: Care | None = None
) -> str:
    """The customer gave their word; no dunning before that day has passed. AgentError for a day that has."""
    if promised_on < today:
        raise AgentError(f"{promised_on} has passed, and holds nothing; give {today} or later")
    item, care = open_item(commit.books, invoice), care or Care()
    promised = part_of(item, amount)
    word = given_word(item, promised, promised_on, mail_id=None, today=today)
    if word.broken_plan:
        raise AgentError(
            f"{invoice} is part of {word.broken_plan}, which says otherwise; give it up first: "
            f"remitd instalments --cancel {word.broken_plan} --why ..."
        )
    said = e.PromiseRecorded(
        invoice=invoice,
        amount=promised,
        promised_on=promised_on,
        mail_id=None,
        replaces=word.replaces,
        moves=word.moves,
        plan_id=word.plan_id,
        owners=care.owners,
        revisit_on=care.revisit_on,
    )
    commit.add(invoice, said)
    return f"{invoice}: {promised} promised by {promised_on}"


def hold(
    commit: Commit, what: str, until: date, why: str, care: Care | None = None, amount: str | None = None
) -> Iterator[str]:
    """Stop dunning of an invoice, or of a part of it, or of all open invoices of a customer, until a day has passed."""
    if what in commit.books.customers:
        if amount:
            raise AgentError(f"{what} is a customer; a part is held of one invoice")
        held = [item for item in commit.books.open_items(what) if not item.is_credit]
    else:
        held = [open_item(commit.books, what)]
    care = care or Care()
    for item in held:
        part = part_of(item, amount) if amount else None
        said = e.ItemHeld(
            invoice=item.invoice_no,
            until=until,
            why=why,
            amount=part,
            owners=care.owners,
            revisit_on=care.revisit_on,
        )
        commit.add(item.invoice_no, said)
        yield f"{item.invoice_no}: {f'{part} ' if part else ''}held until {until}"


def letter_of(books: Books, letter_id: str) -> Letter:
    """The letter. AgentError where there is none."""
    letter = books.letters.get(letter_id)
    if letter is None:
        raise AgentError(f"{letter_id} is no letter of this home; see: remitd letters")
    return letter


def approve(commit: Commit, letter_ids: Sequence[str]) -> Iterator[str]:
    """Held letters are released, all or none. AgentError for one that is not held."""
    letters = [letter_of(commit.books, letter_id) for letter_id in dict.fromkeys(letter_ids)]
    for letter in letters:
        if letter.status is not LetterStatus.HELD:
            raise AgentError(
                f"{letter.letter_id} is {letter.status}, not held; only held letters are approved"
            )
    for letter in letters:
        commit.add(letter.letter_id, e.LetterApproved(letter_id=letter.letter_id))
        yield f"{letter.letter_id}: queued for {', '.join(letter.to)}; the next run sends it"


def cancel(commit: Commit, letter_ids: Sequence[str], why: str) -> Iterator[str]:
    """Letters that did not go out yet are dropped, all or none."""
    for letter in _not_gone(commit.books, letter_ids, "cancelled"):
        commit.add(letter.letter_id, e.LetterCancelled(letter_id=letter.letter_id, why=why))
        yield f"{letter.letter_id}: cancelled"


def hold_back(commit: Commit, letter_ids: Sequence[str], why: str) -> Iterator[str]:
    """Letters that did not go out yet wait for a person's approval, all or none."""
    for letter in _not_gone(commit.books, letter_ids, "held back"):
        if letter.status is LetterStatus.QUEUED:
            commit.add(letter.letter_id, e.LetterHeldBack(letter_id=letter.letter_id, why=why))
        yield f"{letter.letter_id}: held; to let it go: remitd letters approve {letter.letter_id}"


def _not_gone(books: Books, letter_ids: Sequence[str], done: str) -> list[Letter]:
    letters = [letter_of(books, letter_id) for letter_id in dict.fromkeys(letter_ids)]
    for letter in letters:
        is_waiting = letter.status in (LetterStatus.HELD, LetterStatus.QUEUED)
        if not is_waiting or letter.detail == SENDING:
            state = "being sent" if letter.detail == SENDING else str(letter.status)
            raise AgentError(
                f"{letter.letter_id} is {state}; only letters that are held or queued can be {done}"
            )
    return letters


def stop(commit: Commit, why: str) -> str:
    """No letter of the schedule is written or sent any more. AgentError where that is so already."""
    if halt := commit.books.stop:
        raise AgentError(
            f"letters of the schedule are stopped already, since {halt.at:%Y-%m-%d %H:%M} UTC: {halt.why}"
        )
    commit.add("schedule", e.ScheduleStopped(why=why))
    return "stopped: no reminder, dunning letter, final notice or statement is written or sent; to go on: remitd start"


def start(commit: Commit, why: str) -> str:
    """Letters of the schedule are written and sent again; those that grew old meanwhile are written anew.

    AgentError where nobody stopped them.
    """
    books = commit.books
    if not books.stop:
        raise AgentError("letters of the schedule are not stopped")
    for letter in [books.letters[letter_id] for letter_id in books.queued]:
        is_old = commit.at - letter.created_at > _STAYS_TRUE
        if letter.kind in CYCLED and is_old and not letter.attempts:
            old = "it waited while letters were stopped, and what it says grew old"
            commit.add(letter.letter_id, e.LetterCancelled(letter_id=letter.letter_id, why=old))
    commit.add("schedule", e.ScheduleResumed(why=why))
    return "started: the next run writes and sends what is due"


def close(commit: Commit, ids: Sequence[str], why: str) -> Iterator[str]:
    """Messages, and questions to customers, need nothing more, all or none. AgentError for what nobody has to look at.

    What a closed question asked about is owed as the books have it, and may be dunned.
    """
    books = commit.books
    queries = [known for known in dict.fromkeys(ids) if known in books.queries]
    mail_ids = tuple(known for known in dict.fromkeys(ids) if known not in books.queries)
    for mail_id in mail_ids:
        message = books.messages.get(mail_id)
        if message is None:
            raise AgentError(
                f"{mail_id} is no message and no open question of this home; see: remitd messages"
            )
        if mail_id not in books.for_staff:
            state = "is closed already" if message.closed_at else f"is {message.status}"
            raise AgentError(f"{mail_id} {state}; only a message in review that is open can be closed")
    for mail_id in mail_ids:
        commit.add(mail_id, e.MessageClosed(mail_id=mail_id, why=why))
        yield f"{mail_id}: closed"
    for letter_id in queries:
        invoices = ", ".join(books.queries[letter_id].raised.invoices) or "no invoice"
        commit.add(letter_id, e.QueryClosed(letter_id=letter_id, why=why))
        yield f"{letter_id}: needs no answer any more; it holds {invoices} back no longer"


def open_item(books: Books, invoice: str) -> Item:
    """The item of this number. AgentError where there is none, or nothing is open on it."""
    item = books.items.get(invoice)
    if item is None:
        near = books.anchors.number(invoice)
        hint = f"; did you mean {near.invoice_no}?" if near else "; see: remitd invoices"
        raise AgentError(f"{invoice} is no invoice of this home{hint}")
    if not item.open:
        raise AgentError(f"{invoice} is settled; nothing is open on it")
    return item


def part_of(item: Item, amount: str | None) -> Money:
    """So much of what is open on the item; all of it where nothing is said. AgentError where that is no part of it."""
    part = amount_of(amount, item) if amount else item.open
    if not 0 < part.minor <= item.open.minor:
        raise AgentError(f"{item.invoice_no} has {item.open} open; {part} is no part of it")
    return part


def amount_of(text: str, item: Item) -> Money:
    """A plain decimal in the item's currency. AgentError where it is none."""
    try:
        return Money.of(text, item.open.currency)
    except ValueError as error:
        raise AgentError(f"{item.invoice_no}: {error}; write it like 1180.00") from error
