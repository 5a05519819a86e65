"""A bank entry that takes money back: the payment is reversed, its items open again, and a person is told."""

from agent.decide.authority import doubts
from agent.facts import events as e
from agent.facts.payments import Payer
from agent.facts.readings import PaymentRead
from agent.match.returned import taken_back
from agent.pipeline.booking import withdraw_letters
from agent.pipeline.handling import Handling


def take_back(handling: Handling, read: PaymentRead, payer: Payer) -> None:
    """Reverse the one payment whose money went back; where it is not certain which, a person must say."""
    if reasons := doubts(handling.mail, handling.understood.reading, payer):
        handling.review += [reason for reason in reasons if reason not in handling.review]
        return
    commit, desk = handling.commit, handling.desk
    found = taken_back(read, payer, commit.books, desk.policy.matching)
    if found.payment is None:
        # Two entries of one statement are two returns: only another statement tells one again.
        here = commit.books.messages[handling.message.mail_id].payment_ids
        is_told_again = found.told is not None and found.told.payment_id not in here
        (handling.why if is_told_again else handling.review).append(found.why)
        return
    payment, mail_id = found.payment, handling.message.mail_id
    commit.add(
        payment.payment_id,
        e.CashReversed(
            payment_id=payment.payment_id,
            applications=payment.applications,
            why=found.why + (f" ({read.text[:120]})" if read.text else ""),
            returned_on=read.paid_on or desk.today(),
            mail_id=mail_id,
        ),
    )
    withdraw_letters(commit, payment.payment_id, found.why)
    handling.why.append(found.why)
    items = ", ".join(application.invoice for application in payment.applications)
    opened = f"{items}: open again" if items else "it had settled nothing"
    untold = f"{payment.customer_id or 'the payer'} has not been told"
    sent_back = f"; {payment.refunded} of it had been refunded" if payment.refunded else ""
    handling.notices.append(f"{found.why}; {opened}{sent_back}; {untold}")
