"""(books, event) to books: the only place where the books change."""

from dataclasses import replace
from typing import assert_never

from agent.facts import events as e
from agent.facts.books import Books, Message, Query
from agent.facts.ledger import Customer, Item
from agent.facts.letters import Letter, LetterStatus
from agent.facts.payments import Application, Payment, Status
from agent.ids import folded
from agent.ledger.numbers import Numbers
from agent.money import Money


def empty() -> Books:
    """Books before the first event."""
    books = Books()
    books.anchors = Numbers(books.items, books.items_by_customer)
    return books


def apply(books: Books, recorded: e.Recorded) -> None:
    """Bring the books forward by one event. AssertionError where money would not be conserved."""
    _apply_event(books, recorded)
    books.seq, books.head = recorded.seq, recorded.hash


def _apply_event(books: Books, recorded: e.Recorded) -> None:
    event = recorded.event
    match event:
        case e.RunStarted():
            books.last_run_at = recorded.at
        case e.LedgerImported() | e.InvoiceDiffered() | e.BalanceConfirmed() | e.StatementRequested():
            pass
        case e.CustomerAdded(customer=customer) | e.CustomerChanged(customer=customer):
            add_customer(books, customer)
        case e.InvoiceAdded(item=item):
            add_item(books, item)
        case e.MessageReceived() | e.MessageRepeated() | e.MessageSorted() | e.AddressBounced():
            _message_event(books, event)
        case (
            e.PaymentRecorded()
            | e.CashApplied()
            | e.PaymentDecided()
            | e.PaymentCleared()
            | e.CashReversed()
            | e.PayerDecided()
        ):
            _payment_event(books, event)
        case e.DisputeRecorded() | e.PromiseRecorded() | e.ItemHeld():
            _item_event(books, event)
        case e.QueryRaised() | e.QueryAskedAgain() | e.QueryPassedToStaff() | e.QueryClosed():
            _query_event(books, event, recorded)
        case (
            e.LetterQueued()
            | e.LetterApproved()
            | e.LetterCancelled()
            | e.SendStarted()
            | e.LetterSent()
            | e.SendDeferred()
            | e.LetterRefused()
            | e.SendOutcomeUnknown()
        ):
            _letter_event(books, event, recorded)
        case _:
            assert_never(event)


def add_customer(books: Books, customer: Customer) -> None:
    """Put a customer into the books and their indexes, in the place of an earlier record."""
    old = books.customers.get(customer.customer_id)
    for record, is_new in ((old, False), (customer, True)):
        if record is None:
            continue
        keys = (
            *((books.customers_by_email, address) for address in record.emails),
            *(
                (books.customers_by_domain, domain)
                for domain in {a.rpartition("@")[2] for a in record.emails}
            ),
            *((books.customers_by_account, folded(account)) for account in record.bank_accounts),
            *((books.children_by_parent, parent) for parent in [record.parent_id] if parent),
        )
        for index, key in keys:
            known = index.setdefault(key, [])
            if is_new and customer.customer_id not in known:
                known.append(customer.customer_id)
            elif not is_new and customer.customer_id in known:
                known.remove(customer.customer_id)
    books.customers[customer.customer_id] = customer


def add_item(books: Books, item: Item) -> None:
    """Put an item into the books and their indexes."""
    books.items[item.invoice_no] = item
    if item.open:
        books.items_by_customer.setdefault(item.customer_id, []).append(item.invoice_no)
    numbers = books.anchors
    assert isinstance(numbers, Numbers)
    numbers.add(item)


def add_message(books: Books, message: Message) -> None:
    """Put a message into the books and their indexes."""
    books.messages[message.mail_id] = message
    books.message_by_content[message.sha256] = message.mail_id
    for content in (message.content_id, *message.statement_ids):
        if content:
            books.message_by_content.setdefault(content, message.mail_id)
    if message.kind is None:
        books.unhandled[message.mail_id] = None
    else:
        books.unhandled.pop(message.mail_id, None)


def know_key(books: Books, mailbox: str, key: str, mail_id: str) -> None:
    """The message that lies under this key was fetched."""
    books.message_by_key[mailbox, key] = mail_id
    uidvalidity, separator, uid = key.partition(":")
    if separator and uidvalidity.isdecimal() and uid.isdecimal():
        place = (int(uidvalidity), int(uid))
        if books.last_uid.get(mailbox, (0, 0))[0] != place[0] or books.last_uid[mailbox] < place:
            books.last_uid[mailbox] = place


def add_payment(books: Books, payment: Payment) -> None:
    """Put a payment into the books and their indexes."""
    is_new = payment.payment_id not in books.payments
    books.payments[payment.payment_id] = payment
    if not is_new:
        return
    if payment.customer_id:
        books.payments_by_customer.setdefault(payment.customer_id, []).append(payment.payment_id)
    claim = payment.claim
    for reference in {folded(r) for r in (claim.reference, *claim.other_references) if r}:
        books.payments_by_reference.setdefault(reference, []).append(payment.payment_id)
    for invoice in {line.invoice for line in claim.lines}:
        books.payments_by_invoice.setdefault(invoice, []).append(payment.payment_id)


def index_applications(books: Books, payment: Payment) -> None:
    """Let a payment be found by the items that it settled, besides those it names."""
    for application in payment.applications:
        known = books.payments_by_invoice.setdefault(application.invoice, [])
        if payment.payment_id not in known:
            known.append(payment.payment_id)


def add_letter(books: Books, letter: Letter) -> None:
    """Put a letter into the books and their indexes."""
    books.letters[letter.letter_id] = letter
    books.letter_by_message_id[letter.message_id] = letter.letter_id
    if letter.status is LetterStatus.QUEUED:
        books.queued[letter.letter_id] = None
    else:
        books.queued.pop(letter.letter_id, None)


def _message_event(
    books: Books, event: e.MessageReceived | e.MessageRepeated | e.MessageSorted | e.AddressBounced
) -> None:
    match event:
        case e.MessageReceived():
            know_key(books, event.mailbox, event.key, event.mail_id)
            add_message(
                books,
                Message(
                    mail_id=event.mail_id,
                    mailbox=event.mailbox,
                    key=event.key,
                    sha256=event.sha256,
                    size=event.size,
                    fault=event.fault,
                ),
            )
        case e.MessageRepeated():
            know_key(books, event.mailbox, event.key, event.mail_id)
        case e.MessageSorted():
            sorted_message = replace(
                books.messages[event.mail_id],
                message_id=event.message_id,
                sender=event.sender,
                author=event.author,
                subject=event.subject,
                received_at=event.received_at,
                kind=event.kind,
                status=event.status,
                language=event.language,
                customer_id=event.customer_id,
                content_id=event.content_id,
                statement_ids=event.statement_ids,
                why=event.why,
            )
            add_message(books, sorted_message)
        case e.AddressBounced():
            books.suspect_addresses.add(event.address)
        case _:
            assert_never(event)


def _name_payment(books: Books, mail_id: str, payment_id: str) -> None:
    """Let the message list the payment."""
    message = books.messages.get(mail_id)
    if message and payment_id not in message.payment_ids:
        books.messages[mail_id] = replace(message, payment_ids=(*message.payment_ids, payment_id))


def _payment_event(  # noqa: C901 - one case an event
    books: Books,
    event: e.PaymentRecorded
    | e.CashApplied
    | e.PaymentDecided
    | e.PaymentCleared
    | e.CashReversed
    | e.PayerDecided,
) -> None:
    if isinstance(event, e.PaymentRecorded):
        assert event.payment.payment_id not in books.payments, event.payment.payment_id
        add_payment(books, event.payment)
        _name_payment(books, event.payment.mail_id, event.payment.payment_id)
        return
    payment = books.payments[event.payment_id]
    match event:
        case e.CashApplied():
            for application in event.applications:
                _take(books, application)
            payment = replace(payment, applications=payment.applications + event.applications)
            index_applications(books, payment)
            _check_cash(payment)
        case e.PaymentDecided():
            payment = replace(
                payment,
                status=event.status,
                differences=event.differences,
                because=event.because,
                rejected=event.rejected,
                same_as=event.same_as,
                proposals=event.proposals,
            )
            if event.mail_id:
                _name_payment(books, event.mail_id, payment.payment_id)
        case e.PaymentCleared():
            assert event.amount is None or not payment.applications, payment.payment_id
            payment = replace(
                payment, cleared=True, cleared_on=event.cleared_on, amount=event.amount or payment.amount
            )
            _name_payment(books, event.mail_id, payment.payment_id)
        case e.PayerDecided():
            payment = replace(payment, customer_id=event.customer_id)
            known = books.payments_by_customer.setdefault(event.customer_id, [])
            if payment.payment_id not in known:
                known.append(payment.payment_id)
        case e.CashReversed():
            assert event.applications == payment.applications, payment.payment_id
            for application in event.applications:
                _give_back(books, application)
            payment = replace(payment, applications=(), status=Status.REVERSED)
        case _:
            assert_never(event)
    books.payments[payment.payment_id] = payment


def _check_cash(payment: Payment) -> None:
    """Received = applied + unapplied, and no more is applied than was received."""
    applied = payment.applied
    assert payment.amount is not None, f"{payment.payment_id}: applied without an amount"
    assert applied is not None
    assert Money(0, applied.currency) <= applied <= payment.amount, (
        f"{payment.payment_id}: {applied} applied of {payment.amount}"
    )


def _take(books: Books, application: Application) -> None:
    """Take an application off its item; open never changes sides."""
    item = books.items[application.invoice]
    left = item.open - application.taken
    low, high = sorted((Money(0, item.open.currency), item.open))
    assert low <= left <= high, f"{item.invoice_no}: {application.taken} off {item.open} open"
    # What is disputed or promised can't be more than what is open.
    disputed = min(item.disputed, left) if item.disputed and left.minor > 0 else None
    promised = min(item.promised, left) if item.promised and left.minor > 0 else None
    books.items[item.invoice_no] = replace(
        item,
        open=left,
        disputed=disputed,
        dispute_reason=item.dispute_reason if disputed else None,
        promised=promised,
        promised_on=item.promised_on if promised else None,
    )
    if not left:
        books.items_by_customer[item.customer_id].remove(item.invoice_no)


def _give_back(books: Books, application: Application) -> None:
    item = books.items[application.invoice]
    if not item.open:
        books.items_by_customer.setdefault(item.customer_id, []).append(item.invoice_no)
    books.items[item.invoice_no] = replace(item, open=item.open + application.taken)


def _item_event(books: Books, event: e.DisputeRecorded | e.PromiseRecorded | e.ItemHeld) -> None:
    match event:
        case e.DisputeRecorded():
            item = books.items[event.invoice]
            books.items[event.invoice] = replace(item, disputed=event.amount, dispute_reason=event.reason)
        case e.PromiseRecorded():
            item = books.items[event.invoice]
            books.items[event.invoice] = replace(item, promised=event.amount, promised_on=event.promised_on)
        case e.ItemHeld():
            books.items[event.invoice] = replace(books.items[event.invoice], held_until=event.until)
        case _:
            assert_never(event)


def _query_event(
    books: Books,
    event: e.QueryRaised | e.QueryAskedAgain | e.QueryPassedToStaff | e.QueryClosed,
    recorded: e.Recorded,
) -> None:
    query = books.queries.get(event.letter_id)
    match event:
        case e.QueryRaised():
            books.queries[event.letter_id] = Query(
                raised=event, asked_at=recorded.at, first_asked_at=recorded.at
            )
        case e.QueryAskedAgain():
            assert query, event.letter_id
            books.queries[event.letter_id] = replace(query, asked_at=recorded.at, is_repeated=True)
        case e.QueryPassedToStaff():
            assert query, event.letter_id
            books.queries[event.letter_id] = replace(query, is_with_staff=True)
        case e.QueryClosed():
            books.queries.pop(event.letter_id, None)
        case _:
            assert_never(event)


def _raise_levels(books: Books, letter: Letter, recorded: e.Recorded) -> None:
    """A scheduled letter went out (or would have): its items are at its level, or were reminded."""
    for invoice, level in letter.item_levels:
        item = books.items[invoice]
        if level == 0:
            books.items[invoice] = replace(item, reminded_on=recorded.at.date())
        else:
            books.items[invoice] = replace(item, dunning_level=max(level, item.dunning_level))


def _letter_event(
    books: Books,
    event: e.LetterQueued
    | e.LetterApproved
    | e.LetterCancelled
    | e.SendStarted
    | e.LetterSent
    | e.SendDeferred
    | e.LetterRefused
    | e.SendOutcomeUnknown,
    recorded: e.Recorded,
) -> None:
    if isinstance(event, e.LetterQueued):
        letter = event.letter
        add_letter(books, letter)
        if letter.status is LetterStatus.OBSERVED:
            _raise_levels(books, letter, recorded)
        message = books.messages.get(letter.mail_id or "")
        if message:
            books.messages[message.mail_id] = replace(
                message, letter_ids=(*message.letter_ids, letter.letter_id)
            )
        return
    letter = books.letters[event.letter_id]
    match event:
        case e.LetterApproved():
            letter = replace(letter, status=LetterStatus.QUEUED)
        case e.LetterCancelled():
            letter = replace(letter, status=LetterStatus.CANCELLED, detail=event.why)
        case e.SendStarted():
            letter = replace(letter, attempts=event.attempt, detail="sending")
        case e.LetterSent():
            letter = replace(letter, status=LetterStatus.SENT, sent_at=recorded.at, detail=event.detail)
            _raise_levels(books, letter, recorded)
        case e.SendDeferred():
            letter = replace(
                letter, attempts=event.attempt, next_attempt_at=event.next_attempt_at, detail=event.detail
            )
        case e.LetterRefused() | e.SendOutcomeUnknown():
            letter = replace(letter, status=LetterStatus.FAILED, detail=event.detail)
        case _:
            assert_never(event)
    add_letter(books, letter)
