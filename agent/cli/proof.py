"""A payment to the page that proves it: what came, evidence, payer, rule, what was not taken, what is asked."""

from collections.abc import Iterable, Iterator
from typing import Final

from agent.cli.teller import Teller, Told
from agent.facts.books import Message
from agent.facts.letters import Letter
from agent.facts.payments import Deduction, DeductionStatus, Difference, Payment, Rejected
from agent.outbox.clean import clean

# What says what a payment settles, and what became of the rest.
_SETTLES: Final = (
    "CashApplied", "PaymentDecided", "CashReversed", "DeductionAllowed", "DeductionRefused", "DeductionReopened",
    "CashRefunded", "RefundUndone", "CashLeftOnAccount", "OnAccountUndone",
)  # fmt: skip


def title(teller: Teller, payment: Payment) -> str:
    """The payment in a line."""
    amount = teller.money(payment.amount) or str(payment.claim.amount or teller.line("no_amount"))
    status = teller.words.word("statuses", payment.status.value)
    return teller.words.word("titles", "payment", id=payment.payment_id, amount=amount, status=status)


def payment_page(teller: Teller, payment: Payment, *, with_message: bool = True) -> Iterator[Told]:
    """The whole proof; without its message where that is told of above it."""
    yield Told("title", title(teller, payment))
    mail, own = payment.mail_id, payment.payment_id
    if with_message:
        yield from teller.heading("came", ("MessageReceived", mail), ("MessageSorted", mail))
        yield from came(teller, teller.books.messages[mail])
    yield from teller.heading("says", ("PaymentRecorded", own))
    yield from _says(teller, payment)
    yield from teller.heading("payer", ("PaymentRecorded", own), ("PayerDecided", own))
    yield Told("payer", f"  {teller.customer(payment.customer_id)}")
    yield from teller.reasons("payer", payment.payer_reasons)
    yield from teller.heading("settles", *((kind, own) for kind in _SETTLES))
    yield from settles(teller, payment)
    if payment.rejected:
        yield from teller.heading("rejected")
        for one in payment.rejected:
            yield from teller.text("rejected", _rejected(teller, one), mark="  - ")
    if payment.differences:
        yield from teller.heading("differs")
        yield from _differences(teller, payment.differences)
    yield from teller.heading("bank", ("PaymentCleared", own))
    yield from _at_the_bank(teller, payment)
    letters = [one for one in teller.books.letters.values() if own in one.payment_ids]
    yield from letters_told(teller, letters)


def came(teller: Teller, message: Message) -> Iterator[Told]:
    """Who wrote, when, and what it was taken for."""
    sender = message.sender or teller.line("no_sender")
    subject = teller.quoted(message.subject)
    yield from teller.text("came", teller.line("from", sender=sender, subject=subject))
    if message.author != message.sender:
        yield from teller.text("came", teller.line("written_by", author=message.author))
    when = teller.moment(message.received_at)
    came_at = teller.line("came_at", when=when, id=message.mail_id)
    yield from teller.text("came", came_at if when else teller.line("message", id=message.mail_id))
    if message.kind and message.status:
        kind = teller.words.word("message_kinds", message.kind.value)
        status = teller.words.word("message_statuses", message.status.value)
        yield from teller.text("came", teller.line("read_as", kind=kind, status=status))
    else:
        yield from teller.text("came", teller.line("not_handled"))


def _says(teller: Teller, payment: Payment) -> Iterator[Told]:
    claim = payment.claim
    method = teller.wording.method(claim.method.value if claim.method else None)
    said = (
        teller.line("dated", day=teller.day(claim.paid_on)) if claim.paid_on else "",
        teller.line("matures", day=teller.day(claim.due_on)) if claim.due_on else "",
        teller.line("reference", reference=claim.reference) if claim.reference else "",
        teller.line("method", method=method) if method else "",
    )
    if any(said):
        yield from teller.text("says", teller.line("comma").join(one for one in said if one))
    rows = []
    for span in claim.evidence:
        x, y = f"{span.box[0]:.0f}", f"{span.box[1]:.0f}"
        place = teller.line("page", part=span.part, page=span.page, x=x, y=y)
        shown = f"'{clean(span.text, 60)}'"
        rows.append((teller.words.word("fields", span.field), shown, place))
    if rows:
        yield from teller.table("says", ("what", "value", "place"), rows, "")
    else:
        yield from teller.text("says", teller.line("no_evidence"))
    if claim.checks:
        held = teller.line("comma").join(teller.words.word("checks", check.value) for check in claim.checks)
        yield from teller.text("says", teller.line("checks", checks=held))


def settles(teller: Teller, payment: Payment) -> Iterator[Told]:
    """The rule, what is applied, why, and what is left."""
    if payment.rule:
        rule = teller.words.word("rules", payment.rule.value)
        yield from teller.text("settles", teller.line("rule", rule=rule, name=payment.rule.value))
    else:
        yield from teller.text("settles", teller.line("no_rule"))
    rows = [
        (
            one.invoice,
            teller.figures(one.amount),
            teller.figures(one.discount) if one.discount else "",
            teller.figures(one.write_off) if one.write_off else "",
            teller.figures(teller.books.items[one.invoice].open),
        )
        for one in payment.applications
    ]
    if rows:
        names = ("invoice", "paid", "discount", "written_off", "open")
        yield from teller.table("settles", names, rows, "paid discount written_off open")
    else:
        yield from teller.text("settles", teller.line("nothing_applied"))
    if left := not_applied(teller, payment):
        yield from teller.text("settles", left)
    if payment.refunded:
        yield from teller.text("settles", teller.line("refunded", amount=teller.money(payment.refunded)))
    for one in payment.deductions:
        yield from teller.text("settles", _withheld(teller, one))
    if payment.same_as:
        yield from teller.text("settles", teller.line("same_as", id=payment.same_as))
    if payment.replaced_by:
        yield from teller.text("settles", teller.line("replaced_by", id=payment.replaced_by))
    by_staff = [why for why in payment.because if teller.words.form_of(why)[0].startswith("staff_")]
    before = [why for why in payment.because if why not in by_staff]
    yield from teller.reasons("settles", by_staff)
    if by_staff and before:
        yield from teller.text("settles", teller.line("before"))
    yield from teller.reasons("settles", before)
    for proposal in payment.proposals:
        yield from teller.text("settles", teller.line("proposal", items=" + ".join(proposal)))


def not_applied(teller: Teller, payment: Payment) -> str:
    """What is left of the payment's money, and whether staff left it on account; "" where nothing is."""
    if not payment.unapplied:
        return ""
    key = "on_account" if payment.is_on_account else "unapplied"
    return teller.line(key, amount=teller.money(payment.unapplied))


def _withheld(teller: Teller, one: Deduction) -> str:
    code = teller.words.word("deduction_codes", one.code)
    what = [
        code,
        teller.quoted(one.reason) if one.reason and one.reason not in (one.code, code) else "",
        teller.line("certificate", day=teller.day(one.certificate_due)) if one.certificate_due else "",
    ]
    decided = teller.words.word("deduction_statuses", one.status.value)
    if one.status in (DeductionStatus.ALLOWED, DeductionStatus.REFUSED):
        when = teller.moment(one.decided_at)
        decided = teller.line("decided", status=decided, when=when, why=teller.quoted(one.why))
    return teller.line(
        "withheld",
        amount=teller.money(one.amount),
        invoice=one.invoice,
        what=teller.line("comma").join(filter(None, what)),
        decided=decided,
    )


def _rejected(teller: Teller, one: Rejected) -> str:
    what = teller.sentence(one.what)
    return teller.line("rejected", what=what, why=teller.sentence(one.why)) if one.why else what


def _differences(teller: Teller, differences: Iterable[Difference]) -> Iterator[Told]:
    told = list(differences)
    rows = []
    for one in told:
        reason = teller.wording.reason(one.reason)
        code = teller.wording.word("codes", one.code.value)
        rows.append(
            (
                f"{code} ({reason})" if reason else code,
                one.invoice or "",
                teller.money(one.expected),
                teller.money(one.stated),
                teller.money(one.difference),
            )
        )
    names = ("what", "invoice", "expected", "stated", "difference")
    yield from teller.table("differs", names, rows, "expected stated difference")
    for one in told:
        if one.choices:
            choices = "; ".join(" + ".join(choice) for choice in one.choices)
            yield from teller.text("differs", teller.line("choices", choices=choices))


def _at_the_bank(teller: Teller, payment: Payment) -> Iterator[Told]:
    day = teller.day(payment.cleared_on)
    if payment.cleared:
        yield from teller.text(
            "bank", teller.line("cleared", day=day) if day else teller.line("cleared_no_day")
        )
    elif payment.returned_on is None:
        yield from teller.text("bank", teller.line("not_cleared"))
    if payment.returned_on:
        yield from teller.text("bank", teller.line("returned", day=teller.day(payment.returned_on)))
    if payment.missed_on:
        yield from teller.text("bank", teller.line("missed", day=teller.day(payment.missed_on)))


def letters_told(teller: Teller, letters: Iterable[Letter]) -> Iterator[Told]:
    """Each letter: what it is, to whom, what became of it."""
    found = list(letters)
    if not found:
        return
    yield from teller.heading("letters", *(("LetterQueued", one.letter_id) for one in found))
    for letter in found:
        status = teller.words.word("letter_statuses", letter.status.value)
        if letter.sent_at:
            status = teller.line("letter_sent", status=status, when=teller.moment(letter.sent_at))
        kind = teller.words.word("letter_kinds", letter.kind.value)
        to = ", ".join(letter.to)
        yield from teller.text(
            "letters", teller.line("letter", id=letter.letter_id, kind=kind, status=status, to=to)
        )
        yield from teller.text("letters", teller.quoted(letter.subject), mark="      ")
