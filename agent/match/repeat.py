"""(a payment told, the payments on the books) to the earlier one that it repeats, answers or replaces."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from agent.facts.payments import Code, Origin, Payment, Rejected
from agent.match.question import Question, is_bare, is_waiting, items_of


class Telling(Enum):
    """What a new telling is to an earlier payment."""

    SAME = "same"  # the same money told again
    ANSWER = "answer"  # says what unapplied money was for
    REPLACES = "replaces"  # takes the place of an earlier advice
    UNCLEAR = "unclear"  # a person must say which


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier payment and what the new telling is to it."""

    telling: Telling
    payments: tuple[Payment, ...]  # one, or for UNCLEAR all that it may be
    why: str

    @property
    def payment(self) -> Payment:
        """The one."""
        return self.payments[0]


def told_before(question: Question) -> Earlier | None:
    """The earlier payment that this one is, or None where it is news (contract section 4)."""
    if question.read.replaces:
        found = _identical(question) or _replaced(question)
        if found:
            return found
    return _answered(question) or _same(question) or _corrected(question)


def doubts(question: Question, without: Payment | None) -> tuple[Rejected, ...]:
    """Payments that this one may be, too unsure to say so, too likely to book a sum without numbers beside them.

    `without`: one that this payment replaces.
    """
    found = []
    for payment in question.standing_payments():
        if (
            payment == without
            or payment.amount != question.amount
            or question.references_agree(payment) is False
        ):
            continue
        days = question.days_from(payment)
        is_near = days is None or abs(days) <= question.rules.link_days
        awaits_bank = (
            question.origin is Origin.BANK and payment.origin is Origin.ADVICE and not payment.cleared
        )
        if is_near or awaits_bank:
            why = "the amount is the same, and nothing tells the two apart"
            found.append(Rejected(what=f"it may be {payment.payment_id} told again", why=why))
    return tuple(found)


def _same(question: Question) -> Earlier | None:
    """The same money told again, by the payer or by the bank."""
    found: dict[Telling, list[tuple[Payment, str]]] = {}
    for payment in question.standing_payments():
        if payment.amount == question.amount:
            compared = _COMPARE[question.origin, payment.origin](question, payment)
            if compared:
                found.setdefault(compared[0], []).append((payment, compared[1]))
    for telling in (Telling.SAME, Telling.ANSWER, Telling.UNCLEAR):
        if telling in found:
            payments = tuple(payment for payment, _ in found[telling])
            is_one = len(payments) == 1 or telling is Telling.SAME
            return Earlier(
                telling=telling if is_one else Telling.UNCLEAR, payments=payments, why=found[telling][0][1]
            )
    return None


_Compared = tuple[Telling, str] | None


def _advice_after_advice(question: Question, payment: Payment) -> _Compared:
    agree, days = question.references_agree(payment), question.days_from(payment)
    named, known = question.named, items_of(payment)
    if agree:
        if days is not None and abs(days) > question.rules.link_days:
            return None
        if not named or named == known:
            return Telling.SAME, f"reference, amount and payer are those of {payment.payment_id}"
        if is_waiting(payment):
            return (
                Telling.ANSWER,
                f"it has the reference and amount of {payment.payment_id}, which waits unapplied",
            )
        return (
            Telling.UNCLEAR,
            f"reference and amount are those of {payment.payment_id}, but other items are named",
        )
    if agree is None and named and named == known and days == 0:
        return Telling.SAME, f"amount, date, payer and items are those of {payment.payment_id}"
    return None


def _advice_after_bank(question: Question, payment: Payment) -> _Compared:
    """The bank was first. Its references are often its own, so that others than the payer's say nothing."""
    agree, days = question.references_agree(payment), question.days_from(payment)
    if days is None or not (
        _can_be_seen(question, -days) or (agree and abs(days) <= question.rules.link_days)
    ):
        return None
    named, known = question.named, items_of(payment)
    seen = f"the bank showed this amount as {payment.payment_id}"
    if not named or named == known:
        return Telling.SAME, seen
    if is_waiting(payment):
        return Telling.ANSWER, f"{seen}, which waits unapplied"
    if payment.claim.lines and not agree:
        return None  # the bank's entry names other items: another payment
    return Telling.UNCLEAR, f"{seen}, and it was applied to other items"


def _can_be_seen(question: Question, days: int) -> bool:
    """True where the bank can show a payment so many days after its date, as far as it says one."""
    earliest = -1 if question.read.paid_on else -question.rules.link_days
    return earliest <= days <= question.rules.link_days


def _bank_after_bank(question: Question, payment: Payment) -> _Compared:
    """Two statements that overlap; two entries of one are two payments, also where a payer repeats a reference."""
    if payment.payment_id in question.beside:
        return None
    if question.references_agree(payment) and payment.claim.paid_on == question.read.paid_on:
        return (
            Telling.SAME,
            f"the bank showed it before, as {payment.payment_id}: same reference, amount and date",
        )
    return None


def _bank_after_advice(question: Question, payment: Payment) -> _Compared:
    """An advice that the bank showed already; one that it did not show is linked elsewhere."""
    is_that_day = payment.cleared_on is not None and payment.cleared_on == question.read.paid_on
    if not (payment.cleared and is_that_day) or payment.payment_id in question.beside:
        return None
    if question.references_agree(payment):
        return Telling.SAME, f"the bank showed {payment.payment_id} before: same reference, amount and date"
    if not question.named or question.named <= items_of(payment):
        return Telling.UNCLEAR, f"the bank showed {payment.payment_id} of the same amount on the same day"
    return None


_COMPARE: dict[tuple[Origin, Origin], Callable[[Question, Payment], _Compared]] = {
    (Origin.ADVICE, Origin.ADVICE): _advice_after_advice,
    (Origin.ADVICE, Origin.BANK): _advice_after_bank,
    (Origin.BANK, Origin.BANK): _bank_after_bank,
    (Origin.BANK, Origin.ADVICE): _bank_after_advice,
}


def _answered(question: Question) -> Earlier | None:
    """Unapplied money that the text explains: by its reference, or in answer to our letter by its amount.

    An advice that named nothing and waits for its day or the bank is told anew, with what it names.
    """
    read, in_thread = question.read, _in_thread(question)
    if question.origin is Origin.BANK or not (read.lines or read.group or read.answers):
        return None
    waiting = [payment for payment in question.standing_payments() if is_waiting(payment) or is_bare(payment)]
    fitting = [payment for payment in waiting if question.amount in (None, payment.amount, payment.unapplied)]
    rungs: Sequence[tuple[str, list[Payment]]] = (
        (
            "has the reference of",
            [p for p in fitting if question.references_agree(p) and _is_news(question, p)],
        ),
        (
            "answers our letter on",
            [p for p in fitting if p.payment_id in in_thread and (read.answers or _may_answer(question, p))],
        ),
        ("speaks of an earlier payment, and only one waits that fits:", fitting if read.answers else []),
    )
    for how, payments in rungs:
        if payments:
            says = Telling.REPLACES if is_bare(payments[0]) else Telling.ANSWER
            telling = says if len(payments) == 1 and (read.lines or read.group) else Telling.UNCLEAR
            ids = ", ".join(payment.payment_id for payment in payments)
            return Earlier(telling=telling, payments=tuple(payments), why=f"it {how} {ids}")
    if read.answers:
        why = "it speaks of an earlier payment, and none that waits unapplied is this one"
        return Earlier(telling=Telling.UNCLEAR, payments=(), why=why)
    return None


def _is_news(question: Question, payment: Payment) -> bool:
    """True where the text says something of the payment that its first telling did not."""
    days = question.days_from(payment)
    is_near = days is None or question.read.paid_on is None or abs(days) <= question.rules.link_days
    is_new = question.named != items_of(payment) or question.read.group is not payment.claim.group
    return is_near and is_new


def _may_answer(question: Question, payment: Payment) -> bool:
    """True where neither reference nor date says that it is another payment, and the text has news of it."""
    said = question.read.paid_on, payment.claim.paid_on
    is_other = question.references_agree(payment) is False or (None not in said and said[0] != said[1])
    return not is_other and _is_news(question, payment)


def _in_thread(question: Question) -> frozenset[str]:
    """Payments that our letters were about which the mail answers."""
    letters = (question.books.letters.get(letter_id) for letter_id in question.thread_letters)
    return frozenset(payment_id for letter in letters if letter for payment_id in letter.payment_ids)


def _identical(question: Question) -> Earlier | None:
    """A replacement that says the same again changes nothing."""
    for payment in question.standing_payments():
        is_same = payment.amount == question.amount and question.references_agree(payment) is not False
        lines = question.read.lines
        if is_same and lines and sorted(map(repr, lines)) == sorted(map(repr, payment.claim.lines)):
            why = f"it says the same as {payment.payment_id}"
            return Earlier(telling=Telling.SAME, payments=(payment,), why=why)
    return None


def _replaced(question: Question) -> Earlier | None:
    """The earlier advice that the text replaces: of its reference, thread, items or amount, the first that finds one."""
    advices = [payment for payment in question.standing_payments() if payment.origin is Origin.ADVICE]
    in_thread = _in_thread(question)
    for payments in (
        [payment for payment in advices if question.references_agree(payment)],
        [payment for payment in advices if payment.payment_id in in_thread],
        [payment for payment in advices if question.named & items_of(payment) and not payment.cleared],
        [payment for payment in advices if payment.amount == question.amount and not payment.cleared],
    ):
        if payments:
            return _replacing(question, payments)
    return None


def _replacing(question: Question, payments: list[Payment]) -> Earlier:
    ids = ", ".join(payment.payment_id for payment in payments)
    if len(payments) > 1:
        why = f"it replaces an earlier advice, which may be any of {ids}"
    elif not payments[0].cleared:
        return Earlier(telling=Telling.REPLACES, payments=tuple(payments), why=f"it replaces {ids}")
    elif is_waiting(payments[0]) and payments[0].amount == question.amount:
        return Earlier(telling=Telling.ANSWER, payments=tuple(payments), why=f"it says what {ids} was for")
    else:
        why = f"it replaces {ids}, whose money the bank has shown"
    return Earlier(telling=Telling.UNCLEAR, payments=tuple(payments), why=why)


def _corrected(question: Question) -> Earlier | None:
    """An advice whose lines did not make its total, told again with its reference and another total."""
    wrong = [
        payment
        for payment in question.standing_payments()
        if Code.TOTAL_MISMATCH in payment.codes
        and payment.origin is Origin.ADVICE
        and question.origin is Origin.ADVICE
        and not payment.applications
        and not payment.cleared
        and question.references_agree(payment)
    ]
    if len(wrong) != 1:
        return None
    why = f"it corrects {wrong[0].payment_id}, whose lines did not make its total"
    return Earlier(telling=Telling.REPLACES, payments=tuple(wrong), why=why)
