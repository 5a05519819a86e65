"""Disputes, promises, requests and confirmations of a mail to the journal, where the mail may speak for the customer."""

from decimal import Decimal

from agent.decide.authority import doubts
from agent.decide.owners import owners_of
from agent.decide.promises import Word, given_word
from agent.facts import events as e
from agent.facts.ledger import Item
from agent.facts.readings import Kind
from agent.money import Money
from agent.pipeline.balances import is_balance_answer, record_balance
from agent.pipeline.handling import Handling


def record_claims(handling: Handling) -> bool:
    """True where the mail says one of these; what a stranger says goes to a person."""
    understood, reading = handling.understood, handling.understood.reading
    if not (
        reading.disputes
        or reading.promises
        or is_balance_answer(handling)
        or reading.kind in (Kind.STATEMENT_REQUEST, Kind.STATEMENT_CONFIRMATION, Kind.DISPUTE, Kind.PROMISE)
    ):
        return False
    reasons = doubts(handling.mail, reading, understood.claimant)
    customer_id = understood.claimant.customer_id
    if reasons or customer_id is None:
        handling.review += [reason for reason in reasons if reason not in handling.review]
        return True
    if is_balance_answer(handling):
        record_balance(handling, customer_id)
    _disputes(handling, customer_id)
    _promises(handling, customer_id)
    if reading.kind in (Kind.DISPUTE, Kind.PROMISE) and not (
        handling.disputed or handling.promised or handling.review
    ):
        handling.review.append(f"a {reading.kind.value} that names no open item of {customer_id}")
    mail_id = handling.message.mail_id
    if reading.kind is Kind.STATEMENT_REQUEST:
        as_of = min(reading.statement_on or handling.desk.today(), handling.desk.today())
        handling.statement_as_of = as_of
        handling.why.append(f"asks for a statement as of {as_of}")
        handling.commit.add(
            customer_id, e.StatementRequested(customer_id=customer_id, as_of=as_of, mail_id=mail_id)
        )
    return True


def _disputes(handling: Handling, customer_id: str) -> None:
    for dispute in handling.understood.reading.disputes:
        item = _theirs(handling, dispute.invoice, customer_id)
        if item:
            amount = _part_of(item, dispute.amount)
            kind = handling.desk.policy.holds.dispute.kind_of(dispute.reason)
            customer, roles = handling.commit.books.customers[customer_id], dict(handling.desk.config.roles)
            handling.commit.add(
                item.invoice_no,
                e.DisputeRecorded(
                    invoice=item.invoice_no,
                    amount=amount,
                    is_all=dispute.amount is None,
                    reason=dispute.reason,
                    mail_id=handling.message.mail_id,
                    about=kind.name,
                    owners=owners_of(customer, kind.owner, roles),
                ),
            )
            handling.disputed.append((dispute, amount))
            handling.why.append(
                f"disputes {amount} of {item.invoice_no}: {dispute.reason or 'no reason said'}"
            )


def _promises(handling: Handling, customer_id: str) -> None:
    for promise in handling.understood.reading.promises:
        item = _theirs(handling, promise.invoice, customer_id)
        if item is None:
            continue
        amount, mail_id = _part_of(item, promise.amount), handling.message.mail_id
        word = given_word(item, amount, promise.promised_on, mail_id=mail_id, today=handling.desk.today())
        if why := _why_not_taken(handling, word):
            handling.review.append(
                f"promises {amount} of {item.invoice_no} by {promise.promised_on}, and {why}: "
                f"remitd promise {item.invoice_no} {promise.promised_on} {amount.amount}"
            )
            continue
        handling.why.append(f"promises {amount} of {item.invoice_no} by {promise.promised_on}")
        handling.commit.add(
            item.invoice_no,
            e.PromiseRecorded(
                invoice=item.invoice_no,
                amount=amount,
                promised_on=promise.promised_on,
                mail_id=mail_id,
                replaces=word.replaces,
                moves=word.moves,
                plan_id=word.plan_id,
            ),
        )
        handling.promised.append((promise, amount))


def _why_not_taken(handling: Handling, word: Word) -> str | None:
    """Why a person must say whether a customer's promise stands."""
    if word.broken_plan:
        return f"{word.broken_plan} says otherwise (remitd instalments --cancel {word.broken_plan})"
    if word.moved > handling.desk.policy.holds.promise.moves_most:
        return f"moved it {word.moved - 1} times before"
    return None


def _theirs(handling: Handling, invoice: str, customer_id: str) -> Item | None:
    item = handling.commit.books.items.get(invoice)
    if item is None or item.customer_id != customer_id or not item.open or item.is_credit:
        handling.review.append(f"{invoice} is no open invoice of {customer_id}")
        return None
    return item


def _part_of(item: Item, amount: Decimal | None) -> Money:
    """The amount claimed, at most what is open; all of it where none is said."""
    if amount is None:
        return item.open
    try:
        return min(Money.of(abs(amount), item.open.currency), item.open)
    except ValueError:
        return item.open
