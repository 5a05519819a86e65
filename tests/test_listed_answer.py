"""A reply to our question that is a list of invoices alone says what the money was for; any other word, and a person reads it."""

from typing import Any

from agent.facts.events import MessageStatus
from agent.facts.payments import Status
from agent.pipeline.desk import Desk
from tests.ledger_builders import customer, item
from tests.memory_desk import desk_with, work
from tests.test_books_machine import mail

Case = dict[str, Any]
SENDER = "ap@c1.example"


def asked() -> tuple[Desk, str]:
    """A desk that has asked what a payment was for, and the Message-ID of its letter."""
    records = [item("LC-40021", "300.00 USD"), item("LC-40022", "450.00 USD"), item("LC-40023", "200.00 USD")]
    desk = desk_with([customer("C1")], records)
    work(
        desk,
        mail(
            SENDER,
            "On account",
            "Today we sent you a wire of USD 650.00 on account, reference AUR-7824.\n",
            number=1,
        ),
    )
    (letter,) = desk.books.letters.values()
    return desk, letter.message_id


def test_listed_answer(case: Case) -> None:
    """What the waiting payment is applied to; nothing where the reply says more than a list, or is none."""
    desk, message_id = asked()
    answers = message_id if case.get("is_reply", True) else "<another@mail.example>"
    reply = mail(SENDER, "Re: your question", case["body"], number=2)
    work(desk, f"In-Reply-To: {answers}\r\n".encode() + reply)

    waiting, *others = desk.books.payments.values()
    settled = {one.invoice: one.amount.amount for one in waiting.applications}
    assert (case.get("settles", {}), case.get("others", [])) == (settled, [one.status for one in others])
    assert (Status.APPLIED if settled else Status.UNAPPLIED) is waiting.status


def test_a_list_in_reply_to_a_question_about_money_that_is_applied_is_for_a_person() -> None:
    desk = desk_with([customer("C1")], [item("LC-40022", "450.00 USD")])
    told = "We have paid USD 300.00 for invoice LC-40022 by wire today, reference AUR-7824.\n"
    work(desk, mail(SENDER, "Payment", told, number=1))
    (letter,) = desk.books.letters.values()
    reply = mail(SENDER, "Re: your question", "LC-40022    150.00\n", number=2)
    work(desk, f"In-Reply-To: {letter.message_id}\r\n".encode() + reply)

    (payment,) = desk.books.payments.values()
    assert Status.APPLIED is payment.status
    assert [MessageStatus.HANDLED, MessageStatus.REVIEW] == [
        one.status for one in desk.books.messages.values()
    ]
