"""Cases of tests/tables/match_*.toml to books, what was read, and what a Match says in short."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from agent.facts.books import Books, Message
from agent.facts.learnt import Learnt, LearntKind
from agent.facts.ledger import Customer, Item
from agent.facts.letters import Letter, LetterKind, LetterStatus
from agent.facts.payments import Application, Code, Difference, Match, Origin, Payer, Payment, Status
from agent.facts.readings import Group, Method, PaidLine, PaymentRead
from agent.ids import folded
from agent.ledger.index import add_customer
from agent.ledger.learning import add_learnt
from agent.match.payment import match
from agent.money import Money
from agent.rules.matching import BankFee, MatchingRules, ToleranceGroup

TODAY = date(2026, 11, 20)
Case = Mapping[str, Any]


class Anchors:
    """Numbers of the books in a test: an item's number is all that matching asks for."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._items = {folded(item.invoice_no): item for item in books.items.values()}

    def number(self, text: str) -> Item | None:
        return self._items.get(folded(text))

    def shortened(self, text: str) -> tuple[Item, ...]:
        return ()

    def looking_like(self, text: str) -> tuple[Item, ...]:
        return ()

    def purchase_order(self, text: str) -> tuple[Item, ...]:
        return ()

    def is_number_shaped(self, text: str) -> bool:
        return False

    def open_numbers(self, customer_id: str) -> tuple[str, ...]:
        return tuple(item.invoice_no for item in self._books.open_items(customer_id))


def customer_of(row: Case) -> Customer:
    """A customer; what the row does not say is empty."""
    return Customer(
        customer_id=row["id"],
        name=row.get("name", row["id"]),
        aliases=tuple(row.get("aliases", ())),
        emails=tuple(row.get("emails", ())),
        bank_accounts=tuple(row.get("accounts", ())),
        language=None,
        currency=row.get("currency", "USD"),
        terms=None,
        credit_limit=None,
        parent_id=row.get("parent"),
        time_zone=None,
    )


def item_of(row: Case) -> Item:
    """An item of customer C1 in USD, issued on 1 October and due 30 days later, unless the row says otherwise."""
    currency = row.get("currency", "USD")
    billed = Money.of(row["amount"], currency)
    return Item(
        invoice_no=row["no"],
        customer_id=row.get("customer", "C1"),
        issued_on=row.get("issued", date(2026, 10, 1)),
        due_on=row.get("due", date(2026, 10, 31)),
        billed=billed,
        open=Money.of(row["open"], currency) if "open" in row else billed,
        po_no=row.get("po"),
        terms=row.get("terms"),
    )


def line_of(row: Any) -> PaidLine:
    """A line: "A1", ["A1", "100.00"], or a table with discount, deduction, reason, exact."""
    if isinstance(row, str):
        return PaidLine(invoice=row, amount=None)
    if isinstance(row, Sequence):
        return PaidLine(invoice=row[0], amount=Decimal(row[1]))
    return PaidLine(
        invoice=row["no"],
        amount=Decimal(row["amount"]) if "amount" in row else None,
        discount=Decimal(row.get("discount", "0.00")),
        deduction=Decimal(row.get("deduction", "0.00")),
        reason=row.get("reason"),
        is_exact=row.get("exact", True),
    )


def read_of(row: Case) -> PaymentRead:
    """A payment as read: USD, paid on 15 November unless the row says otherwise; date = "" is not said."""
    paid_on = row.get("date", date(2026, 11, 15))
    month = row.get("month")
    return PaymentRead(
        amount=Decimal(row["amount"]) if "amount" in row else None,
        currency=row.get("currency", "USD") or None,
        paid_on=paid_on or None,
        due_on=row.get("due"),
        method=Method(row["method"]) if "method" in row else None,
        reference=row.get("ref"),
        payer=row.get("payer"),
        payer_account=row.get("account"),
        lines=tuple(line_of(line) for line in row.get("lines", ())),
        words_amount=Decimal(row["words"]) if "words" in row else None,
        group=Group(row["group"]) if "group" in row else None,
        group_month=(month[0], month[1]) if month else None,
        group_orders=tuple(row.get("orders", ())),
        replaces=row.get("replaces", False),
        answers=row.get("answers", False),
        other_references=tuple(row.get("refs", ())),
        text=row.get("text", ""),
        is_from_picture=row.get("picture", False),
        ahead=Decimal(row["ahead"]) if "ahead" in row else None,
        is_ahead=row.get("is_ahead", False),
        unproved=tuple(row.get("unproved", ())),
    )


def payment_of(row: Case) -> Payment:
    """An earlier payment of C1, told by an advice and applied, unless the row says otherwise."""
    currency = row.get("currency", "USD")
    return Payment(
        payment_id=row["id"],
        mail_id=row.get("mail", f"M-{row['id']}"),
        message_id=f"<{row['id']}@mail.example>",
        origin=Origin(row.get("origin", "advice")),
        customer_id=row.get("customer", "C1"),
        amount=Money.of(row["amount"], currency),
        claim=read_of(row),
        status=Status(row.get("status", "applied")),
        cleared=row.get("cleared", row.get("origin") == "bank"),
        cleared_on=row.get("cleared_on"),
        applications=tuple(
            Application(
                invoice=invoice,
                amount=Money.of(amount, currency),
                discount=Money(0, currency),
                write_off=Money(0, currency),
                reason=None,
            )
            for invoice, amount in row.get("applied", ())
        ),
        differences=tuple(Difference(code=Code(code)) for code in row.get("codes", ())),
    )


def books_of(case: Case) -> Books:
    """Books with the case's customers (C1 alone where it names none), items, payments, and letters on them."""
    books = Books()
    for row in case.get("customers", ({"id": "C1", "name": "Alpha Tools Ltd"},)):
        add_customer(books, customer_of(row))
    for number, row in enumerate(case.get("learnt", ())):
        _learn(books, f"R{number}", *row)
    for row in case.get("items", ()):
        item = item_of(row)
        books.items[item.invoice_no] = item
        if item.open:
            books.items_by_customer.setdefault(item.customer_id, []).append(item.invoice_no)
    for row in case.get("payments", ()):
        payment = payment_of(row)
        add_payment(books, payment)
        if "told_at" in row:
            books.messages[payment.mail_id] = _message(payment.mail_id, row["told_at"])
    for row in case.get("letters", ()):
        books.letters[row["id"]] = _letter(row["id"], tuple(row["payments"]))
    books.anchors = Anchors(books)
    return books


def _learn(books: Books, learnt_id: str, kind: str, value: str, customer_id: str) -> None:
    """What Li Na taught on 3 November."""
    learnt = Learnt(
        learnt_id=learnt_id,
        kind=LearntKind(kind),
        value=value,
        customer_id=customer_id,
        payment_id="P0",
        invoice=None,
        actor="staff li.na@harbour.example",
        at=datetime(2026, 11, 3, tzinfo=UTC),
        why="they said so",
    )
    add_learnt(books, learnt)


def add_payment(books: Books, payment: Payment) -> None:
    """Put a payment into the books and their indexes."""
    books.payments[payment.payment_id] = payment
    if payment.customer_id:
        books.payments_by_customer.setdefault(payment.customer_id, []).append(payment.payment_id)
    for reference in (payment.claim.reference, *payment.claim.other_references):
        if reference:
            books.payments_by_reference.setdefault(folded(reference), []).append(payment.payment_id)
    named = [line.invoice for line in payment.claim.lines]
    for invoice in {*named, *(application.invoice for application in payment.applications)}:
        books.payments_by_invoice.setdefault(invoice, []).append(payment.payment_id)


def _message(mail_id: str, day: date) -> Message:
    received_at = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
    return Message(
        mail_id=mail_id,
        mailbox="m",
        key=mail_id,
        sha256=mail_id,
        size=1,
        received_at=received_at,
    )


def _letter(letter_id: str, payment_ids: tuple[str, ...]) -> Letter:
    return Letter(
        letter_id=letter_id,
        kind=LetterKind.DISCREPANCY_QUERY,
        mail_id=None,
        customer_id="C1",
        to=("ap@alpha.example",),
        cc=(),
        subject="",
        language="en",
        invoices=(),
        payment_ids=payment_ids,
        level=0,
        codes=(),
        status=LetterStatus.SENT,
        created_at=datetime(2026, 11, 16, tzinfo=UTC),
        message_id=f"<{letter_id}@harbour.example>",
        in_reply_to=None,
        sha256="",
    )


def rules_of(case: Case) -> MatchingRules:
    """The contract's rules with what the case sets: absolute, percent, grace, groups, fees, link_days, without ..."""
    row: Case = case.get("rules", {})
    fields: dict[str, Any] = {}
    if "absolute" in row:
        fields["absolute"] = (("default", Decimal(row["absolute"])),)
    if "percent" in row:
        fields["relative"] = Fraction(row["percent"]) / 100
    if "without" in row:
        fields["without_tolerance"] = tuple(row["without"])
    if "groups" in row:
        fields["tolerance_groups"] = tuple(_group(group) for group in row["groups"])
    if "fees" in row:
        fields["bank_fees"] = tuple(_fee(fee) for fee in row["fees"])
    names = {
        "grace": "discount_grace_days",
        "on_part_payments": "discount_on_part_payments",
        "link_days": "link_days",
        "rivals": "rival_items",
        "most": "most_items",
    }
    fields |= {name: row[key] for key, name in names.items() if key in row}
    return MatchingRules(**fields)


def _group(row: Case) -> ToleranceGroup:
    return ToleranceGroup(
        customers=tuple(row["customers"]),
        absolute=(("default", Decimal(row["absolute"])),),
        relative=Fraction(row["percent"]) / 100,
    )


def _fee(row: Case) -> BankFee:
    return BankFee(
        method=row.get("method", "wire"),
        currency=row.get("currency", "USD"),
        amounts=tuple(map(Decimal, row.get("amounts", ()))),
        at_most=Decimal(row.get("at_most", "0")),
        relative=Fraction(row.get("percent", "1")) / 100,
    )


def payer_of(case: Case) -> Payer:
    """C1, whose address the mail came from, unless the case says otherwise; payer.id = "" is nobody."""
    row = case.get("payer", {})
    return Payer(
        customer_id=row.get("id", "C1") or None,
        reasons=("the sender is on file for C1",),
        is_sender_on_file=row.get("on_file", True),
        proposed=tuple(row.get("proposed", ())),
        is_by_numbers_alone=row.get("numbers_alone", False),
    )


def matched(case: Case, books: Books | None = None) -> Match:
    """What the matcher says of the case."""
    return match(
        read_of(case["read"]),
        payer_of(case),
        books or books_of(case),
        rules=rules_of(case),
        today=case.get("today", TODAY),
        origin=Origin(case.get("origin", "advice")),
        apply_on=case.get("apply_on", "advice"),
        thread_letters=tuple(case.get("thread", ())),
        paid_default=case.get("mail_date", date(2026, 11, 15)),
    )


def in_short(found: Match, want: Case) -> dict[str, Any]:
    """The match in the words of a case: status, applied and codes always, the rest where the case asks for it."""
    short: dict[str, Any] = {
        "status": found.status.value,
        "applied": [_applied(application) for application in found.applications],
        "codes": [difference.code.value for difference in found.differences],
    }
    more: dict[str, Any] = {
        "same_as": found.same_as or "",
        "clears_too": list(found.clears_too),
        "replaces": found.replaces or "",
        "reasons": [difference.reason or "" for difference in found.differences],
        "by": [
            difference.difference.amount if difference.difference else "" for difference in found.differences
        ],
        "about": [difference.invoice or "" for difference in found.differences],
        "choices": [list(choice) for difference in found.differences for choice in difference.choices],
        "proposals": [list(proposal) for proposal in found.proposals],
        "because": found.because[0] if found.because else "",
        "proof": found.because[1] if len(found.because) > 1 else "",
        "rejected": f"{found.rejected[0].what}: {found.rejected[0].why}" if found.rejected else "",
    }
    return short | {key: value for key, value in more.items() if key in want}


def _applied(application: Application) -> str:
    """ "A1 980.00", and "discount 20.00" or "off 0.03 rounding" where there is one."""
    parts = [application.invoice, application.amount.amount]
    if application.discount:
        parts += ["discount", application.discount.amount]
    if application.write_off:
        parts += ["off", application.write_off.amount, application.reason or ""]
    return " ".join(parts)


def expected(want: Case) -> dict[str, Any]:
    """What a case wants, with nothing applied and no codes where it does not say."""
    return {"applied": [], "codes": [], **want}
