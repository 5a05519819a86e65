"""(a payment as read, its payer, books, rules) to a Match: what it settles, what did not agree, and why."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import assert_never

from agent.facts.books import Books
from agent.facts.payments import (
    Code,
    Difference,
    Match,
    Origin,
    Payer,
    Payment,
    Rejected,
    Rule,
    Status,
)
from agent.facts.readings import PaidLine, PaymentRead
from agent.match import link, picture, repeat
from agent.match.family import may_pay
from agent.match.question import Question, day_of, is_waiting
from agent.match.repeat import Earlier, Telling
from agent.match.settlement import apply_cash
from agent.match.standing import Standing
from agent.money import Money
from agent.rules.matching import MatchingRules


def match(
    read: PaymentRead,
    payer: Payer,
    books: Books,
    *,
    rules: MatchingRules,
    today: date,
    origin: Origin,
    apply_on: str,
    thread_letters: tuple[str, ...],
    paid_default: date,
    beside: frozenset[str] = frozenset(),
) -> Match:
    """Decide one payment; the first that holds: linked, for a person, told before, advised only, settled.

    `apply_on`: "advice" or "bank" (contract section 4). `thread_letters`: ids of our letters that the mail answers.
    `paid_default`: the mail's day, where the document says none. `beside`: payments that other
    entries of the same document are.
    """
    question = Question(
        read=read,
        payer=payer,
        amount=amount_of(read, payer, books),
        books=books,
        rules=rules,
        today=today,
        origin=origin,
        apply_on=apply_on,
        thread_letters=thread_letters,
        paid_default=paid_default,
        beside=beside,
    )
    if origin is Origin.BANK and question.amount is not None:
        linked = link.by_reference(question)
        if linked:
            return _linked(question, linked)
    refused = _for_a_person(question)
    if refused:
        return _review(*refused)
    earlier = repeat.told_before(question)
    if earlier and read.is_from_picture and not (earlier.telling is Telling.SAME and question.named):
        return _review(earlier.why, "but it was read from a picture: a person must look")
    if earlier:
        return _told_before(question, earlier)
    if question.amount is None:
        return _review("the payment's amount or currency is not said")
    if origin is Origin.BANK:
        linked = link.by_date(question)
        if linked:
            return _linked(question, linked)
    return _news(question, Standing(books=books))


def settle_advised(payment: Payment, books: Books, *, rules: MatchingRules, today: date) -> Match:
    """What an advised payment settles once its day has come; the same payment, so `same_as` is not set."""
    assert payment.customer_id is not None
    assert payment.amount is not None
    return apply_cash(
        payment.claim,
        payment.amount,
        payment.amount,
        payment.customer_id,
        Standing(books=books, without=payment),
        paid_on=payment.claim.paid_on or today,
        rules=rules,
    )


def amount_of(read: PaymentRead, payer: Payer, books: Books) -> Money | None:
    """The amount in the currency said; else that of all items named, or of all the customer's items; None if unsure.

    Where no total is said, but an amount on every line, their sum.
    """
    amounts = [line.amount for line in read.lines]
    amount = read.amount
    if amount is None and amounts and None not in amounts:
        amount = sum((one for one in amounts if one is not None), start=Decimal(0))
    currency = read.currency or _only_currency(read, payer, books)
    if amount is None or currency is None:
        return None
    try:
        return Money.of(amount, currency)
    except ValueError:
        return None


def _only_currency(read: PaymentRead, payer: Payer, books: Books) -> str | None:
    named = {books.items[line.invoice].open.currency for line in read.lines if line.invoice in books.items}
    if named:
        return named.pop() if len(named) == 1 else None
    customer = books.customers.get(payer.customer_id or "")
    if customer is None:
        return None
    others = {item.open.currency for item in books.open_items(customer.customer_id)} - {customer.currency}
    return None if others else customer.currency


def _review(*because: str, rejected: tuple[Rejected, ...] = ()) -> Match:
    return Match(status=Status.REVIEW, rule=Rule.FOR_A_PERSON, because=because, rejected=rejected)


def _for_a_person(question: Question) -> tuple[str, ...]:
    """Why only a person may decide it; empty where the agent may."""
    read, payer = question.read, question.payer
    if payer.customer_id is None:
        return ("can't tell who paid", *payer.reasons)
    if question.origin is Origin.ADVICE and not payer.is_sender_on_file:
        return (f"the sender is not on file for {payer.customer_id}", *payer.reasons)
    if read.words_amount is not None and read.words_amount != read.amount:
        return (f"the amount is {read.amount} in figures and {read.words_amount} in words",)
    if question.amount is not None and (question.amount.minor < 0 or not (question.amount or read.lines)):
        return (f"{question.amount} is no payment to us",)
    return _odd_lines(question, payer.customer_id)


def _odd_lines(question: Question, payer_id: str) -> tuple[str, ...]:
    """Lines that no rule covers: another customer's item, money taken back from an invoice, parts of a cent."""
    standing, found = Standing(books=question.books), []
    for line in question.read.lines:
        item = standing.item(line.invoice)
        if item and not may_pay(payer_id, item.customer_id, question.books):
            found.append(f"{item.invoice_no} is an item of {item.customer_id}, not of {payer_id}")
        elif item and line.amount is not None and line.amount < 0 and not item.is_credit:
            found.append(f"{line.amount} is taken back from {item.invoice_no}, which is an invoice")
        elif question.amount and not _is_whole(line, question.amount.currency):
            found.append(
                f"{line.invoice}: an amount has more decimal places than {question.amount.currency} has"
            )
    return tuple(found)


def _is_whole(line: PaidLine, currency: str) -> bool:
    try:
        for amount in (line.amount, line.discount, line.deduction):
            if amount is not None:
                Money.of(amount, currency)
    except ValueError:
        return False
    return True


def _told_before(question: Question, earlier: Earlier) -> Match:
    """What follows where an earlier payment is meant."""
    match earlier.telling:
        case Telling.SAME:
            return Match(
                status=Status.DUPLICATE,
                rule=Rule.TOLD_BEFORE,
                because=(earlier.why,),
                same_as=earlier.payment.payment_id,
            )
        case Telling.ANSWER:
            return _answer(question, earlier.payment, question.read, earlier.why, Rule.ANSWER)
        case Telling.REPLACES:
            instead = _news(question, Standing(books=question.books, without=earlier.payment))
            if instead.status is Status.REVIEW:
                return instead
            return replace(
                instead,
                rule=Rule.REPLACEMENT,
                replaces=earlier.payment.payment_id,
                because=(earlier.why, *instead.because),
            )
        case Telling.UNCLEAR:
            rejected = tuple(
                Rejected(what=payment.payment_id, why="not sure enough") for payment in earlier.payments
            )
            return _review(earlier.why, rejected=rejected)
        case _:
            assert_never(earlier.telling)


def _answer(question: Question, payment: Payment, words: PaymentRead, why: str, rule: Rule) -> Match:
    """Apply what waits of an earlier payment as these words say; what they repeat of it is done already."""
    done: dict[str, Money] = {}
    for application in payment.applications:
        known = done.get(application.invoice)
        done[application.invoice] = known + application.amount if known else application.amount
    waiting, customer_id = payment.unapplied, question.payer.customer_id or payment.customer_id
    assert waiting is not None
    assert customer_id is not None
    lines = tuple(line for line in words.lines if not _is_done(line, done))
    if not lines and not words.group:
        return Match(
            status=Status.DUPLICATE,
            rule=Rule.TOLD_BEFORE,
            because=(why, "it says nothing new"),
            same_as=payment.payment_id,
        )
    settled = apply_cash(
        replace(words, lines=lines),
        waiting,
        waiting,
        customer_id,
        Standing(books=question.books),
        paid_on=day_of(payment, question.books) or question.paid_on,
        rules=question.rules,
    )
    if payment.applications and settled.status is Status.UNAPPLIED:
        settled = replace(settled, status=Status.PARTIALLY_APPLIED)
    return replace(settled, rule=rule, same_as=payment.payment_id, because=(why, *settled.because))


def _is_done(line: PaidLine, done: dict[str, Money]) -> bool:
    return line.invoice in done and (line.amount is None or line.amount == done[line.invoice].decimal)


def _linked(question: Question, linked: link.Link) -> Match:
    """A bank entry that shows advised money, brings no other, and settles what had waited for it."""
    payment, read = linked.payment, question.read
    if payment is None:
        if not linked.is_tie or question.payer.customer_id is None:
            return _review(linked.why, rejected=linked.rejected)
        asked = Difference(code=Code.NO_REMITTANCE_DETAIL, stated=question.amount)
        return Match(
            status=Status.UNAPPLIED,
            rule=linked.rule,
            differences=(asked,),
            because=(linked.why,),
            rejected=linked.rejected,
        )
    named = frozenset(line.invoice for one in (payment, *linked.others) for line in one.claim.lines)
    if named and question.named and not named & question.named:
        return _review(linked.why, f"but the entry names other items than {payment.payment_id}")
    if linked.others:
        others = tuple(one.payment_id for one in linked.others)
        return Match(
            status=payment.status,
            rule=linked.rule,
            because=(linked.why,),
            same_as=payment.payment_id,
            clears_too=others,
        )
    if payment.status is Status.ADVISED:
        return _shown(question, payment, linked)
    if is_waiting(payment) and not named and read.lines and payment.amount == question.amount:
        return _answer(question, payment, read, linked.why, linked.rule)
    return Match(status=payment.status, rule=linked.rule, because=(linked.why,), same_as=payment.payment_id)


def _shown(question: Question, payment: Payment, linked: link.Link) -> Match:
    """The bank shows money that was only advised: it settles what the advice names, or else what the entry names."""
    assert payment.amount is not None
    assert question.amount is not None
    assert payment.customer_id is not None
    claim = payment.claim if payment.claim.lines else replace(payment.claim, lines=question.read.lines)
    settled = apply_cash(
        claim,
        payment.amount,
        question.amount,
        payment.customer_id,
        Standing(books=question.books, without=payment),
        paid_on=payment.claim.paid_on or question.paid_on,
        rules=question.rules,
    )
    because = (linked.why, *settled.because)
    return replace(settled, rule=linked.rule, same_as=payment.payment_id, because=because)


def _news(question: Question, standing: Standing) -> Match:
    """A payment not told before: settled now, or when its day or the bank's entry comes."""
    read, payer_id = question.read, question.payer.customer_id
    if question.amount is None:
        return _review("the payment's amount or currency is not said")
    assert payer_id is not None
    settled = _settled(question, question.amount, payer_id, standing, question.paid_on)
    if not (question.amount or settled.applications):
        return _review("0.00 is told, and it settles nothing", *settled.because)
    if question.payer.is_by_numbers_alone and not _is_clean(settled):
        why = "only the numbers tell who paid, and the amount is not what is open: a person must look"
        return _review(why, *settled.because, rejected=settled.rejected)
    if read.is_from_picture:
        latest = max(question.paid_on, question.paid_default)
        that_day = _settled(question, question.amount, payer_id, standing, latest)
        if why_not := picture.unproved(question, settled, that_day, standing):
            return _review(
                "it was read from a picture, and is not proved", *why_not, rejected=settled.rejected
            )
        proved = "it was read from a picture; sums and ledger prove it"
        settled = replace(settled, because=(*settled.because, proved))
    if question.origin is Origin.BANK:
        return settled
    if read.paid_on and read.paid_on > question.today:
        return _advised(settled, read, f"it is dated {read.paid_on}, and applied on that day")
    if question.apply_on == "bank":
        return _advised(settled, read, "it is applied when the bank shows it")
    return settled


def _settled(question: Question, amount: Money, payer_id: str, standing: Standing, paid_on: date) -> Match:
    return apply_cash(
        question.read,
        amount,
        amount,
        payer_id,
        standing,
        paid_on=paid_on,
        rules=question.rules,
        doubts=repeat.doubts(question, standing.without),
    )


def _is_clean(settled: Match) -> bool:
    """All of it applied, with nothing forgiven."""
    return (
        settled.status is Status.APPLIED
        and not settled.differences
        and not any(application.discount or application.write_off for application in settled.applications)
    )


def _advised(settled: Match, read: PaymentRead, why: str) -> Match:
    """Told and not yet there: nothing is applied, the items that it names are reserved."""
    reserved = ", ".join(line.invoice for line in read.lines) or "nothing, for it names no item"
    return replace(
        settled,
        status=Status.ADVISED,
        rule=Rule.ADVISED,
        applications=(),
        because=(why, f"until then it reserves {reserved}", *settled.because),
    )
