"""The way of one message: what it says is decided, and all that follows goes into one commit, letters included."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final

from agent.decide.authority import doubts
from agent.facts import events as e
from agent.facts.books import Message
from agent.facts.events import MessageStatus
from agent.facts.mail import Mail, Sort
from agent.facts.payments import Code, Match, Origin, Payer, Payment, Rule, Status
from agent.facts.readings import Kind, PaymentRead
from agent.ids import mint
from agent.match.payment import amount_of, match
from agent.money import Money
from agent.pipeline import answering
from agent.pipeline.balances import ask_about_lines
from agent.pipeline.booking import book
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.claims import record_claims
from agent.pipeline.commanding import obey
from agent.pipeline.desk import Desk
from agent.pipeline.handling import Handling
from agent.pipeline.instalments import take_answer
from agent.pipeline.opening import Fault, Opened
from agent.pipeline.reading import understand
from agent.pipeline.returning import take_back
from agent.pipeline.telling import of_its_own, repeated, told_id

_ASIDE: Final = {
    Sort.AUTO_REPLY: "an automatic reply: recorded, never answered",
    Sort.BOUNCE: "a letter of ours came back",
    Sort.BULK: "list mail: recorded, never answered",
    Sort.OWN: "our own mail",
    Sort.STAFF_WORDS: "a colleague's own words, the agent in copy: nothing to book",
}


def handle(desk: Desk, commit: Commit, mail_id: str, opened: Opened | Fault | None) -> None:
    """Everything that follows from one received message, in the open commit; nothing where it was handled before."""
    message = commit.books.messages[mail_id]
    if mail_id not in commit.books.unhandled:
        return
    if opened is None:
        why = f"its bytes can't be had: {message.fault or 'they are gone from state/blobs'}; look in the mailbox"
        _set_for_a_person(desk, commit, message, why)
        return
    if isinstance(opened, Fault):
        _set_for_a_person(desk, commit, message, opened.why)
        return
    understood = understand(desk, opened)
    told = told_id(understood.mail, understood.reading)
    handling = Handling(desk, message, understood, opened.content_id, told, opened.statement_ids, commit)
    status = _decide(handling)
    if status is not MessageStatus.SET_ASIDE:
        ask_about_lines(handling)
        answering.answer(handling)
    status = MessageStatus.REVIEW if handling.review else status
    if status is MessageStatus.REVIEW:
        _take_up_query(handling)
    _sorted(handling, status)


def _take_up_query(handling: Handling) -> None:
    """A customer's answer to a query that only a person understands: the query is theirs, and not asked again."""
    books, mail = handling.commit.books, handling.mail
    letters = [books.letters.get(books.letter_by_message_id.get(known, "")) for known in mail.in_reply_to]
    asked = {payment_id for letter in letters if letter and letter.codes for payment_id in letter.payment_ids}
    for query in list(books.queries.values()):
        raised = query.raised
        is_theirs = mail.authenticated and handling.understood.claimant.customer_id == raised.customer_id
        if is_theirs and not query.is_with_staff and asked & set(raised.payment_ids):
            handling.commit.add(raised.letter_id, e.QueryPassedToStaff(letter_id=raised.letter_id))


def _set_for_a_person(desk: Desk, commit: Commit, message: Message, why: str) -> None:
    """A message that the agent can't handle goes to staff as it is, so that it is not lost and the next mail flows."""
    answering.ask_staff(desk, commit, mail=None, mail_id=message.mail_id, reasons=(why,), codes=())
    commit.add(
        message.mail_id,
        e.MessageSorted(
            mail_id=message.mail_id,
            message_id="",
            sender="",
            author="",
            subject="",
            received_at=commit.at,
            kind=Kind.OTHER,
            status=MessageStatus.REVIEW,
            language=desk.config.company.language,
            customer_id=None,
            content_id="",
            why=(why,),
        ),
    )


def _decide(handling: Handling) -> MessageStatus:
    """Record what the mail says; its status unless something needs a person."""
    mail, reading = handling.mail, handling.understood.reading
    if mail.sort in _ASIDE:
        return _aside(handling)
    earlier = repeated(handling)
    if earlier:
        handling.why.append(f"the same as in {earlier}, sent again")
        return MessageStatus.SET_ASIDE
    if mail.sort is Sort.STAFF_COMMAND:
        return obey(handling)
    if _is_unread(handling):
        return MessageStatus.REVIEW
    if mail.sort is Sort.BANK and reading.kind is not Kind.BANK_STATEMENT:
        handling.review.append("a mail of the bank that holds no statement in a form that is read")
        return MessageStatus.REVIEW
    handling.why += reading.disagreements
    for index, (read, payer) in enumerate(zip(reading.payments, handling.understood.payers, strict=True)):
        _payment(handling, index, read, payer)
    for read, payer in zip(reading.returned, handling.understood.returners, strict=True):
        take_back(handling, read, payer)
    is_claim = take_answer(handling) or record_claims(handling)
    if reading.payments or reading.returned or is_claim:
        return MessageStatus.HANDLED
    handling.why.append("nothing to book and nothing to answer by itself")
    if not mail.authenticated and handling.understood.claimant.customer_id:
        # Somebody writes in a customer's name. Other strangers' mail is on record; staff are not mailed for each.
        handling.review.append(f"the mail is not authenticated: {mail.trust_reason}")
    return MessageStatus.REVIEW


def _aside(handling: Handling) -> MessageStatus:
    """Machines' mail, list mail, our own and a colleague's words to others: recorded, never answered."""
    mail = handling.mail
    handling.why.append(_ASIDE[mail.sort])
    _bounced(handling)
    if mail.sort is Sort.BULK and handling.understood.claimant.customer_id:
        handling.why.append("but its sender is on file for a customer, so a person looks")
        return MessageStatus.REVIEW
    return MessageStatus.SET_ASIDE


def _is_unread(handling: Handling) -> bool:
    """A part that can't be read stops everything, unless what was read is whole by itself: its lines make its total."""
    reading = handling.understood.reading
    if not reading.unread or reading.is_whole:
        return False
    handling.codes.append(Code.UNREADABLE_ATTACHMENT)
    handling.review += [f"{unread.part}: {unread.fault.value} ({unread.detail})" for unread in reading.unread]
    return True


def _payment(handling: Handling, index: int, read: PaymentRead, payer: Payer) -> None:
    """Record one payment, match it, and book what is proved."""
    books, mail = handling.commit.books, handling.mail
    origin = Origin.BANK if handling.understood.reading.kind is Kind.BANK_STATEMENT else Origin.ADVICE
    amount = amount_of(read, payer, books)
    reasons = doubts(mail, handling.understood.reading, payer)
    is_shown = origin is Origin.BANK and not reasons  # a statement that anybody may have made shows no money
    if (amount is None and not read.answers) or (amount and amount.minor <= 0):
        amount, reasons = None, (*reasons, "the payment's amount or currency is not said")
    matched = None if reasons else _match(handling, read, payer, origin)
    if matched and matched.same_as and origin is Origin.BANK:
        _shown_by_bank(handling, matched.same_as, read, amount, matched)
        for payment_id in matched.clears_too:
            _shown_by_bank(handling, payment_id, read, amount, matched)
        return
    if matched and matched.same_as and matched.status is not Status.DUPLICATE:
        handling.payment_ids.append(matched.same_as)
        _book(handling, matched.same_as, replace(matched, same_as=None))
        return
    payment_id = mint("P", handling.message.mail_id, str(index))
    payment = Payment(
        payment_id=payment_id,
        mail_id=handling.message.mail_id,
        message_id=mail.message_id,
        origin=origin,
        customer_id=payer.customer_id,
        amount=amount,
        claim=read,
        payer_reasons=payer.reasons,
        is_doubted=bool(reasons),
        cleared=is_shown,
        cleared_on=read.paid_on if is_shown else None,
    )
    handling.commit.add(payment_id, e.PaymentRecorded(payment=payment))
    handling.payment_ids.append(payment_id)
    if matched is None:
        handling.review += reasons
        matched = Match(status=Status.REVIEW, rule=Rule.FOR_A_PERSON, because=reasons)
    _book(handling, payment_id, matched)


def _match(handling: Handling, read: PaymentRead, payer: Payer, origin: Origin) -> Match:
    desk, mail = handling.desk, handling.mail
    letters = handling.commit.books.letter_by_message_id
    return match(
        read,
        payer,
        handling.commit.books,
        rules=desk.policy.matching,
        today=desk.today(),
        origin=origin,
        apply_on=desk.config.apply_on,
        thread_letters=tuple(letters[known] for known in mail.in_reply_to if known in letters),
        paid_default=_mail_day(desk, mail),
        beside=_beside(handling) if origin is Origin.BANK else frozenset(),
    )


def _beside(handling: Handling) -> frozenset[str]:
    """Payments that the statement's other entries are; unknown where a mail brings a statement in two forms."""
    parts = {span.part for read in handling.understood.reading.payments for span in read.evidence}
    message = handling.commit.books.messages[handling.message.mail_id]
    return frozenset(message.payment_ids) if len(parts) == 1 else frozenset()


def _book(handling: Handling, payment_id: str, matched: Match) -> None:
    book(handling.commit, payment_id, matched, mail_id=handling.message.mail_id)
    if matched.status is Status.REVIEW:
        handling.review += [reason for reason in matched.because if reason not in handling.review]
        claim = handling.commit.books.payments[payment_id].claim
        if claim.is_from_picture and Code.UNREADABLE_ATTACHMENT not in handling.codes:
            handling.codes.append(Code.UNREADABLE_ATTACHMENT)


def _shown_by_bank(
    handling: Handling, payment_id: str, read: PaymentRead, amount: Money | None, matched: Match
) -> None:
    """A bank entry that shows the money of a payment told before: no new one. What waited for it is settled now."""
    payment = handling.commit.books.payments[payment_id]
    is_advised = payment.status is Status.ADVISED
    handling.commit.add(
        payment_id,
        e.PaymentCleared(
            payment_id=payment_id,
            mail_id=handling.message.mail_id,
            cleared_on=read.paid_on,
            because=matched.because,
            amount=amount if is_advised and amount != payment.amount else None,
        ),
    )
    handling.why.append(f"the bank shows the money of {payment_id}")
    if amount != payment.amount and not (is_advised or matched.clears_too):
        handling.review.append(
            f"{payment_id}: {'; '.join(matched.because)}; {payment.amount} is on the books"
        )
    if matched.applications or (is_advised and matched.status is not Status.ADVISED):
        asked_before = set(payment.codes)
        _book(handling, payment_id, replace(matched, same_as=None))
        if not asked_before or not {d.code for d in matched.differences} <= asked_before:
            handling.payment_ids.append(payment_id)


def _is_statement(handling: Handling) -> bool:
    """A bank statement that counts; what a stranger sent must not hide the bank's own."""
    return handling.understood.reading.kind is Kind.BANK_STATEMENT and not handling.review


def _bounced(handling: Handling) -> None:
    books = handling.commit.books
    letter_id = books.letter_by_message_id.get(handling.mail.bounced_message_id)
    for address in handling.mail.bounced if handling.mail.sort is Sort.BOUNCE else ():
        # Only an address that we wrote to in that letter: a forged bounce must not silence a customer.
        if letter_id and address in books.letters[letter_id].to:
            handling.commit.add(
                address,
                e.AddressBounced(address=address, letter_id=letter_id, mail_id=handling.message.mail_id),
            )


def _sorted(handling: Handling, status: MessageStatus) -> None:
    mail, reading = handling.mail, handling.understood.reading
    mail_id = handling.message.mail_id
    handling.commit.add(
        mail_id,
        e.MessageSorted(
            mail_id=mail_id,
            message_id=mail.message_id,
            sender=mail.sender.address,
            author=mail.author.address,
            subject=mail.subject,
            received_at=_received_at(handling.desk, mail),
            kind=reading.kind,
            status=status,
            language=reading.language,
            customer_id=handling.understood.customer_id,
            content_id=of_its_own(mail, handling.content_id),
            told_id=of_its_own(mail, handling.told_id),
            statement_ids=handling.statement_ids if _is_statement(handling) else (),
            why=tuple(handling.why + handling.review),
        ),
    )


def _mail_day(desk: Desk, mail: Mail) -> date:
    """The day of the mail in its own zone: when its payment was made, where it does not say."""
    return mail.sent_at.date() if mail.sent_at else desk.today()


def _received_at(desk: Desk, mail: Mail) -> datetime:
    return (mail.received_at or mail.sent_at or desk.clock()).astimezone(UTC)
