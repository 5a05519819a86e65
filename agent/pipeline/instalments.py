"""Plans of instalments: agreed or offered by a person, accepted by a customer's answer, given up."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from agent.decide.addressee import for_customer
from agent.decide.authority import doubts
from agent.decide.plans import agrees, covered, instalments
from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.ledger import Item
from agent.facts.letters import ClaimRow, Letter, LetterKind, LetterStatus
from agent.facts.mail import Line
from agent.facts.plans import Instalment, Plan, PlanStatus
from agent.facts.readings import PromiseRead
from agent.ids import mint
from agent.money import Money, total
from agent.pipeline.answering import ask_staff, by_currency, open_rows
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.desk import Desk
from agent.pipeline.handling import Handling
from agent.pipeline.staff import open_item
from agent.pipeline.writing import new_draft, write


def make_plan(
    commit: Commit,
    customer_id: str,
    invoices: Sequence[str],
    pay: Sequence[tuple[str, date]],
    *,
    why: str,
    is_offer: bool,
    today: date,
) -> str:
    """Agree on a plan with a customer, or offer one. AgentError where it is not all that its invoices have open."""
    books = commit.books
    if customer_id not in books.customers:
        raise AgentError(f"{customer_id} is no customer of this home; see: remitd aging")
    items = [_item_of(books, customer_id, invoice) for invoice in dict.fromkeys(invoices)]
    currency = items[0].open.currency
    if any(item.open.currency != currency for item in items):
        raise AgentError("a plan is in one currency; make one for each")
    for amount, due_on in pay:
        if due_on < today:
            raise AgentError(f"{amount}@{due_on}: that day has passed")
    try:
        parts = instalments(items, [(_money(amount, currency), due_on) for amount, due_on in pay])
    except ValueError as error:
        raise AgentError(f"{', '.join(item.invoice_no for item in items)}: {error}") from error
    plan_id = f"PLAN-{len(books.plans) + 1:04}"
    if is_offer:
        offered = e.PlanOffered(plan_id=plan_id, customer_id=customer_id, instalments=parts, why=why)
        commit.add(customer_id, offered)
        return f"{plan_id}: offered to {customer_id} in a letter by the next run: {_in_words(parts)}"
    _agree(commit, plan_id, customer_id, parts, why=why, mail_id=None)
    return f"{plan_id}: agreed with {customer_id}: {_in_words(parts)}"


def accept_plan(commit: Commit, plan_id: str, why: str) -> str:
    """A person says that the customer agrees to what was offered. AgentError where that can't stand any more."""
    plan = _plan(commit.books, plan_id)
    if plan.status is not PlanStatus.OFFERED:
        raise AgentError(f"{plan_id} is {plan.status.value}; see: remitd instalments")
    if reason := _why_not_now(commit.books, plan):
        raise AgentError(f"{plan_id}: {reason}; cancel it and make another one")
    _agree(commit, plan_id, plan.customer_id, plan.instalments, why=why, mail_id=None)
    return f"{plan_id}: agreed with {plan.customer_id}: {_in_words(plan.instalments)}"


def cancel_plan(commit: Commit, plan_id: str, why: str) -> str:
    """Give a plan up: its invoices are dunned by their own days again. AgentError where it was given up before."""
    plan = _plan(commit.books, plan_id)
    if plan.status is PlanStatus.CANCELLED:
        raise AgentError(f"{plan_id} was cancelled before; nothing was changed")
    letter = commit.books.letters.get(_letter_id(plan_id))
    if letter and _is_waiting(letter):
        commit.add(letter.letter_id, e.LetterCancelled(letter_id=letter.letter_id, why=f"{plan_id}: {why}"))
    commit.add(plan.customer_id, e.PlanCancelled(plan_id=plan_id, why=why))
    return f"{plan_id}: cancelled; {', '.join(plan.invoices)} are due as they say"


def offer_plans(desk: Desk) -> int:
    """Write the letter of every plan that is offered and has none yet; how many.

    An offer that did not go out, and is not what is owed any more, is given up, and staff are told.
    """
    if not any(_is_unsent(desk.books, plan) for plan in desk.books.plans.values()):
        return 0
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        books = commit.books
        reasons = []
        for plan in [plan for plan in books.plans.values() if _is_unsent(books, plan)]:
            if why := _why_not_now(books, plan):
                cancel_plan(commit, plan.plan_id, why)
                reasons.append(f"{plan.plan_id} was not offered to {plan.customer_id}: {why}")
        if reasons:
            ask_staff(
                desk, commit, mail=None, mail_id=None, reasons=tuple(reasons), codes=(), about=reasons[0]
            )
        waiting = [plan for plan in books.plans.values() if _is_unwritten(books, plan)]
        written = sum(_write_offer(desk, commit, plan) for plan in waiting)
        desk.blobs.sync()
    return written


def take_answer(handling: Handling) -> bool:
    """True where the mail answers an offer of ours: agreed to where it says so and nothing else, else a person's."""
    books, mail = handling.commit.books, handling.mail
    known = [books.letter_by_message_id.get(one) for one in mail.in_reply_to[:1]]
    plan = next((one for one in books.plans.values() if _letter_id(one.plan_id) in known), None)
    if plan is None or plan.status is not PlanStatus.OFFERED:
        return False
    understood = handling.understood
    reasons = [*doubts(mail, understood.reading, understood.claimant)]
    if understood.claimant.customer_id != plan.customer_id:
        reasons.append(f"{plan.plan_id} was offered to {plan.customer_id}")
    said_more = understood.reading.payments or understood.reading.disputes or understood.reading.promises
    lines = [block.text for block in mail.body.own if isinstance(block, Line)]
    if said_more or not agrees(lines, handling.desk.policy.holds.plan):
        reasons.append(f"an answer to the offer of {plan.plan_id} that is no plain yes")
    elif why := _why_not_now(books, plan):
        reasons.append(f"agrees to {plan.plan_id}, but {why}")
    if reasons:
        decide = f"remitd instalments --accept {plan.plan_id} --why ..., or --cancel {plan.plan_id} --why ..."
        handling.review += [*(one for one in reasons if one not in handling.review), f"decide: {decide}"]
        return not said_more
    mail_id = handling.message.mail_id
    _agree(handling.commit, plan.plan_id, plan.customer_id, plan.instalments, why=plan.why, mail_id=mail_id)
    handling.why.append(f"agrees to {plan.plan_id}")
    handling.promised += [
        (PromiseRead(invoice=one.invoice, promised_on=one.due_on, amount=one.amount.decimal), one.amount)
        for one in plan.instalments
    ]
    return True


def _agree(
    commit: Commit,
    plan_id: str,
    customer_id: str,
    parts: tuple[Instalment, ...],
    *,
    why: str,
    mail_id: str | None,
) -> None:
    """The plan, and a promise for each instalment; earlier promises for its invoices give way."""
    earlier = {
        one.invoice: tuple(hold.seq for hold in commit.books.items[one.invoice].promises) for one in parts
    }
    for invoice in earlier:
        for plan in [*commit.books.plans.values()]:
            if plan.status is PlanStatus.AGREED and invoice in plan.invoices:
                commit.add(
                    plan.customer_id, e.PlanCancelled(plan_id=plan.plan_id, why=f"{plan_id} takes its place")
                )
    commit.add(
        customer_id,
        e.PlanAgreed(plan_id=plan_id, customer_id=customer_id, instalments=parts, why=why, mail_id=mail_id),
    )
    for one in parts:
        commit.add(
            one.invoice,
            e.PromiseRecorded(
                invoice=one.invoice,
                amount=one.amount,
                promised_on=one.due_on,
                mail_id=mail_id,
                replaces=earlier.pop(one.invoice, ()),
                plan_id=plan_id,
            ),
        )


def _write_offer(desk: Desk, commit: Commit, plan: Plan) -> bool:
    address = for_customer(plan.customer_id, commit.books)
    if address is None:
        return False
    draft = new_draft(
        desk,
        commit.books,
        LetterKind.PLAN_OFFER,
        letter_id=_letter_id(plan.plan_id),
        customer_id=plan.customer_id,
        to=(address,),
        mail=None,
        mail_id=None,
    )
    claims = tuple(
        ClaimRow(invoice=one.invoice, amount=one.amount, promised_on=one.due_on) for one in plan.instalments
    )
    rows = open_rows([commit.books.items[invoice] for invoice in plan.invoices], desk.today())
    sums = by_currency([one.amount for one in plan.instalments])
    write(desk, commit, replace(draft, claims=claims, open_items=rows, totals=sums))
    return True


def _is_unwritten(books: Books, plan: Plan) -> bool:
    return plan.status is PlanStatus.OFFERED and _letter_id(plan.plan_id) not in books.letters


def _is_unsent(books: Books, plan: Plan) -> bool:
    """True where the customer can't have read the offer yet."""
    letter = books.letters.get(_letter_id(plan.plan_id))
    return plan.status is PlanStatus.OFFERED and (letter is None or _is_waiting(letter))


def _is_waiting(letter: Letter) -> bool:
    return letter.status in (LetterStatus.HELD, LetterStatus.QUEUED) and not letter.attempts


def _letter_id(plan_id: str) -> str:
    return mint("L", "plan", plan_id)


def _plan(books: Books, plan_id: str) -> Plan:
    plan = books.plans.get(plan_id)
    if plan is None:
        raise AgentError(f"{plan_id} is no plan of this home; see: remitd instalments")
    return plan


def _why_not_now(books: Books, plan: Plan) -> str | None:
    """Why what was offered is not what is open any more."""
    for invoice in plan.invoices:
        item = books.items[invoice]
        parts = total((one.amount for one in plan.instalments if one.invoice == invoice), item.open.currency)
        if parts != covered(item):
            return f"{invoice} has {covered(item)} to be paid by now, and the plan {parts}"
    return None


def _item_of(books: Books, customer_id: str, invoice: str) -> Item:
    item = open_item(books, invoice)
    if item.customer_id != customer_id:
        raise AgentError(f"{invoice} is {item.customer_id}'s, not {customer_id}'s")
    if item.is_credit:
        raise AgentError(f"{invoice} is a credit note; a plan is for invoices")
    return item


def _money(amount: str, currency: str) -> Money:
    try:
        money = Money.of(amount, currency)
    except ValueError as error:
        raise AgentError(f"--pay {amount}: {error}; write it like 1180.00@2026-12-01") from error
    if money.minor <= 0:
        raise AgentError(f"--pay {amount}: an instalment is more than nothing")
    return money


def _in_words(parts: tuple[Instalment, ...]) -> str:
    return ", ".join(f"{one.amount} of {one.invoice} by {one.due_on}" for one in parts)
