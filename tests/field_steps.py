"""A case of tests/tables/field_matching.toml to books through the real fold: told, shown, decided, step by step."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from agent.cli.lines import deduction_lines
from agent.errors import AgentError
from agent.extract.read import read_mail
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.payments import Match, Origin, Payer, Payment, Status
from agent.facts.readings import Kind, PaymentRead, StructuredRead
from agent.ledger import fold
from agent.match.payer import identify
from agent.match.payment import amount_of, match, settle_advised
from agent.money import Money, total
from agent.pipeline import residuals, staff
from agent.pipeline.booking import book
from agent.pipeline.bookkeeping import Bookkeeper, Commit
from agent.rules.language_files import load_vocabulary
from agent.rules.matching import MatchingRules, load_matching
from agent.rules.vocabulary import Vocabulary
from agent.store.memory import NoJournal, NoViews
from tests.mails import letter, mail
from tests.match_builders import TODAY, Case, customer_of, in_short, item_of, payer_of, read_of, rules_of

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
RULES = Path(__file__).parents[1] / "rules"
OURS = ("Harbour Supply Co.",)


@dataclass(slots=True)
class Steps:
    """The books of a case while it is walked through; payments are P1, P2 ... in the order in which they came."""

    case: Case
    keeper: Bookkeeper = field(default_factory=lambda: Bookkeeper(NoJournal(), NoViews(), fold.empty()))

    @property
    def books(self) -> Books:
        """The books as they are now."""
        return self.keeper.books

    @property
    def rules(self) -> MatchingRules:
        """The contract's, with what the case sets and the shipped words that don't tell firms apart."""
        return replace(rules_of(self.case), ignored_words=_shipped().ignored_words)

    def open(self) -> None:
        """Customers (C1 alone where the case names none) and items are imported."""
        customers = self.case.get("customers", ({"id": "C1", "name": "Alpha Tools Ltd"},))
        self._record(*(e.CustomerAdded(customer=customer_of(row)) for row in customers))
        self.bill(self.case.get("items", ()))

    def bill(self, rows: Any) -> None:
        """More items are imported."""
        self._record(*(e.InvoiceAdded(item=item_of(row)) for row in rows))

    def take(self, step: Case) -> dict[str, Any]:
        """One step: what it says in short, in the words of `step.want`; a person's word has nothing to say."""
        want = step.get("want", {})
        if "bill" in step:
            self.bill(step["bill"])
        elif "reverse" in step:
            payment = self.books.payments[step["reverse"]]
            self._record(
                e.CashReversed(
                    payment_id=payment.payment_id, applications=payment.applications, why="it came back"
                )
            )
        elif "settle" in step:
            return self._settled(step["settle"], want)
        elif "apply" in step:
            with self.keeper.commit(NOON, "staff") as commit:
                staff.apply_payment(commit, step["payment"], step["apply"])
        elif "do" in step:
            self._decide(step)
        else:
            return self._told(step, want)
        return {}

    def _decide(self, step: Case) -> None:
        """Staff decide on what is left: `allow A1`, `refuse A1`, `refund P1 40.00`, `account P1`; or are refused."""
        what, place, *more = step["do"].split()
        decisions: dict[str, Callable[[Commit], object]] = {
            "allow": lambda commit: list(residuals.allow_deductions(commit, place, "it is right", TODAY)),
            "refuse": lambda commit: list(
                residuals.refuse_deductions(commit, place, "we don't owe it", TODAY)
            ),
            "refund": lambda commit: residuals.refund(commit, place, more[0], "they asked for it", TODAY),
            "account": lambda commit: residuals.leave_on_account(commit, place, "their next order", TODAY),
        }
        decide = decisions[what]
        if "fault" in step:
            commit = Commit(self.books, NOON, "staff")
            with pytest.raises(AgentError, match=re.escape(step["fault"])):
                decide(commit)
            assert not commit.entries
            return
        with self.keeper.commit(NOON, "staff") as commit:
            decide(commit)

    def _told(self, step: Case, want: Case) -> dict[str, Any]:
        """A payment is told by an advice or shown by the bank, matched and booked."""
        origin = Origin.BANK if "bank" in step else Origin.ADVICE
        read = read_of(step.get("bank") or step["advice"])
        if origin is Origin.BANK and read.text and not read.lines:
            read = _with_numbers_of_its_text(read, self.books)
        payer = self._payer(step, read)
        found = match(
            read,
            payer,
            self.books,
            rules=self.rules,
            today=self.case.get("today", TODAY),
            origin=origin,
            apply_on=self.case.get("apply_on", "advice"),
            thread_letters=(),
            paid_default=date(2026, 11, 15),
        )
        self._book(found, read, payer, origin)
        return self._in_short(found, payer, want)

    def _payer(self, step: Case, read: PaymentRead) -> Payer:
        """Certain (C1), or where the step has a `sender` ("" for none), whoever the evidence says."""
        if "sender" not in step:
            return payer_of(self.case)
        sender = step["sender"]
        return identify(
            read,
            (),
            self.books,
            sender=sender,
            sender_customers=self.books.customers_for(sender, frozenset()) if sender else (),
            is_staff_document=False,
            own_names=OURS,
            rules=self.rules,
        )

    def _book(self, found: Match, read: PaymentRead, payer: Payer, origin: Origin) -> None:
        """As the pipeline books a message's payment (pipeline.message)."""
        known = found.same_as if found.status is not Status.DUPLICATE else None
        number = f"P{len(self.books.payments) + 1}"
        with self.keeper.commit(NOON, "agent") as commit:
            if found.same_as and origin is Origin.BANK:
                for payment_id in (found.same_as, *found.clears_too):
                    self._clear(commit, payment_id, found, read, payer)
                return
            if known is None:
                recorded = Payment(
                    payment_id=number, mail_id=f"M-{number}", message_id="", origin=origin,
                    customer_id=payer.customer_id, amount=amount_of(read, payer, self.books), claim=read,
                    cleared=origin is Origin.BANK, cleared_on=read.paid_on if origin is Origin.BANK else None,
                )  # fmt: skip
                commit.add(number, e.PaymentRecorded(payment=recorded))
            book(commit, known or number, replace(found, same_as=None) if known else found, mail_id=None)

    def _clear(self, commit: Commit, payment_id: str, found: Match, read: PaymentRead, payer: Payer) -> None:
        payment = self.books.payments[payment_id]
        is_advised, came = payment.status is Status.ADVISED, amount_of(read, payer, self.books)
        kept = came if is_advised and came != payment.amount else None
        commit.add(
            payment.payment_id,
            e.PaymentCleared(
                payment_id=payment.payment_id, mail_id="M", cleared_on=read.paid_on, because=found.because, amount=kept
            ),
        )  # fmt: skip
        if found.applications or is_advised:
            book(commit, payment.payment_id, replace(found, same_as=None), mail_id=None)

    def _settled(self, payment_id: str, want: Case) -> dict[str, Any]:
        """The day of an advised payment has come."""
        payment = self.books.payments[payment_id]
        found = settle_advised(payment, self.books, rules=self.rules, today=TODAY)
        with self.keeper.commit(NOON, "agent") as commit:
            book(commit, payment_id, found, mail_id=None)
        return self._in_short(found, None, want)

    def _in_short(self, found: Match, payer: Payer | None, want: Case) -> dict[str, Any]:
        short = in_short(found, want)
        if "payer" in want:
            short["payer"] = (payer.customer_id or "") if payer else ""
        return short

    def _record(self, *events: e.Event) -> None:
        with self.keeper.commit(NOON, "test") as commit:
            for event in events:
                commit.add("", event)

    def after(self, want: Case) -> dict[str, Any]:
        """What is open on the items that the case asks about, each payment, its codes, and what was withheld."""
        told: dict[str, Any] = {
            "open": {number: self.books.items[number].open.amount for number in want.get("open", ())},
            "payments": [_line(payment) for payment in self.books.payments.values()],
            "codes": [code.value for payment in self.books.payments.values() for code in payment.codes],
            "deductions": [_withheld(line) for line in deduction_lines(self.books)],
        }
        return {key: told[key] for key in want}

    def assert_conserved(self) -> None:
        """Each cent of a payment is applied or waits, and no item has changed sides."""
        for payment in self.books.payments.values():
            if payment.amount and payment.status not in (Status.REVERSED, Status.DUPLICATE):
                assert payment.applied is not None
                assert payment.unapplied is not None
                sent = payment.refunded or Money(0, payment.amount.currency)
                assert payment.amount == payment.applied + payment.unapplied + sent
        steps = steps_of(self.case)
        rows = (*self.case.get("items", ()), *(row for step in steps for row in step.get("bill", ())))
        for imported in map(item_of, rows):
            taken = [
                application.taken
                for payment in self.books.payments.values()
                for application in payment.applications
                if application.invoice == imported.invoice_no
            ]
            left = self.books.items[imported.invoice_no].open
            assert imported.open == left + total(taken, left.currency)
            assert left.minor * imported.open.minor >= 0, "open never changes sides"


def walked(case: Case) -> tuple[list[dict[str, Any]], Steps]:
    """What each step of the case said, and the books after the last."""
    steps = Steps(case)
    steps.open()
    return [steps.take(step) for step in steps_of(case)], steps


def steps_of(case: Case) -> list[Mapping[str, Any]]:
    """The steps of a case; one with a single payment has it at its top."""
    return list(case["step"]) if "step" in case else [case]


def _line(payment: Payment) -> str:
    left = "?" if payment.unapplied is None else payment.unapplied.amount
    more = [
        " cleared" if payment.cleared else "",
        f" refunded {payment.refunded.amount}" if payment.refunded else "",
        " on account" if payment.is_on_account else "",
    ]
    return f"{payment.payment_id} {payment.status.value} {left}{''.join(more)}"


def _withheld(line: dict[str, Any]) -> str:
    due = f" certificate {line['certificate_due']}" if line["certificate_due"] else ""
    return f"{line['payment_id']} {line['invoice_no']} {line['amount']} {line['code']} {line['status']}{due}"


@cache
def _shipped() -> MatchingRules:
    return load_matching(RULES)


@cache
def _vocabulary() -> Vocabulary:
    return load_vocabulary(RULES)


def _with_numbers_of_its_text(read: PaymentRead, books: Books) -> PaymentRead:
    """A bank's entry with the documents that its free text names, as the reader finds them."""
    entry = StructuredRead(part="statement", kind=Kind.BANK_STATEMENT, payments=(read,))
    reading = read_mail(
        mail(letter("statements@northbank.example", "")),
        (),
        (),
        (entry,),
        ledger=books.anchors,
        senders=(),
        vocabulary=_vocabulary(),
        own_names=OURS,
    )
    return reading.payments[0]
