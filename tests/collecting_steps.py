"""A case of tests/tables/field_collecting.toml to books through the real fold, day by day: letters asked for, sent, held."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from agent.decide.dunning import DueLetter, due_letters
from agent.decide.lastlook import why_dropped
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.ledger import Face
from agent.facts.letters import Letter, LetterStatus
from agent.facts.payments import Application, Origin, Payment, Status
from agent.facts.readings import Kind, PaidLine, PaymentRead
from agent.ledger import fold
from agent.money import Money, total, zero
from agent.pipeline.bookkeeping import Bookkeeper, Commit
from agent.rules.calendar import Calendar
from agent.rules.dunning import DunningRules, load_dunning
from agent.rules.files import Rule
from agent.store.memory import NoJournal, NoViews
from tests.ledger_builders import customer, item

Case = dict[str, Any]
HERE = ZoneInfo("UTC")


def rules_of(case: Case, folder: Path) -> DunningRules:
    """`levels` are days after the due date, the last one the final notice; `more` stands before them, `ladders` behind."""
    levels = case.get("levels", [3, 14, 30])
    text = [case.get("more", ""), f"[reminder]\ndays_before_due = {case.get('before', 0)}"]
    for days in levels:
        key = "days_after_previous" if isinstance(days, str) else "days_after_due"
        text.append(f"[[level]]\n{key} = {int(days)}")
    text.append(f"[contact]\ndays_between = {case.get('days_between', 1)}\n{case.get('contact', '')}")
    text.append(f"[query]\nworkdays_to_answer = 5\n{case.get('ladders', '')}")
    (folder / "dunning.toml").write_text("\n".join(text), encoding="utf-8")
    return load_dunning(folder)


@dataclass(slots=True)
class Desk:
    """The books of a case while its days go by."""

    case: Case
    rules: DunningRules
    keeper: Bookkeeper = field(default_factory=lambda: Bookkeeper(NoJournal(), NoViews(), fold.empty()))
    minutes: int = 0
    count: int = 0

    @property
    def books(self) -> Books:
        """The books as they are now."""
        return self.keeper.books

    @property
    def calendar(self) -> Calendar:
        """Every day is worked unless the case is about workdays: the peers' cases know no weekend."""
        days = {step["day"] for step in self.case["step"]}
        worked = {} if self.case.get("keeps_workdays") else dict.fromkeys(days, True)
        return Calendar(rule=Rule(Path(), "", {}), country="US", own=worked, by_country={})

    def open(self) -> None:
        """Customers (C1 alone where the case names none) and items are imported."""
        opened = date(2000, 1, 3)
        with self._commit(opened) as commit:
            for changes in self.case.get("customers", ({"customer_id": "C1"},)):
                commit.add("", e.CustomerAdded(customer=customer(currency=None, **changes)))
            for row in self.case.get("items", ()):
                self._bill(commit, row)

    def _bill(self, commit: Commit, row: str) -> None:
        """`I1 100.00 USD due 2026-10-30`, with `of C2` where it is not C1's."""
        number, amount, currency, _, due, *owner = row.split()
        day = date.fromisoformat(due)
        commit.add(
            number,
            e.InvoiceAdded(
                item=item(
                    number, f"{amount} {currency}", owner[1] if owner else "C1", issued_on=day - timedelta(days=30), due_on=day
                )
            ),
        )  # fmt: skip

    def take(self, step: Case) -> list[str]:
        """What happens on a day, then the letters that are due, in short; they are sent unless `then` says otherwise."""
        day = step["day"]
        said = []
        for words in step.get("do", ()):
            said += self._do(day, words)
        if "want" not in step:
            return said
        due = due_letters(self.books, self.rules, today=day, zone=HERE, is_workday=self.calendar)
        for letter in due:
            self._write(day, letter, step.get("then", "sent"))
        return said + [in_short(letter) for letter in due]

    def _write(self, day: date, due: DueLetter, then: str) -> None:
        self.count += 1
        letter = Letter(
            letter_id=f"L{self.count}", kind=due.kind, mail_id=None, customer_id=due.customer_id, to=("ap@c1.example",), cc=(),
            subject="", language="en", invoices=tuple(one.item.invoice_no for one in due.items), payment_ids=(), level=due.level,
            codes=(), status=LetterStatus.OBSERVED if then == "observed" else LetterStatus.HELD if then == "held" else LetterStatus.QUEUED,
            created_at=self._at(day), message_id=f"<L{self.count}@x>", in_reply_to=None, sha256="",
            item_levels=tuple((one.item.invoice_no, one.level) for one in due.items),
            asked=tuple((one.item.invoice_no, one.asked) for one in due.items),
        )  # fmt: skip
        with self._commit(day) as commit:
            commit.add(letter.letter_id, e.LetterQueued(letter=letter))
            if then == "sent":
                commit.add(letter.letter_id, e.LetterSent(letter_id=letter.letter_id, detail="250"))
            elif then == "refused":
                commit.add(letter.letter_id, e.LetterRefused(letter_id=letter.letter_id, detail="550"))

    def _do(self, day: date, words: str) -> list[str]:
        """`pay I1 50.00 USD`, `cash 50.00 USD`, `net I1 CN1 60.00 USD`, `advise I1 50.00 USD`, `release L1`, `look L1`, and what else is below."""
        what, *rest = words.split()
        if what == "look":
            why = why_dropped(self.books, self.rules, self.books.letters[rest[0]], today=day, zone=HERE)
            return [f"{rest[0]} {why or 'goes'}"]
        with self._commit(day) as commit:
            if what in ("pay", "net", "cash", "advise", "miss", "return"):
                self._money(commit, day, what, rest)
            elif what == "bill":
                self._bill(commit, " ".join(rest))
            elif what == "cancel":
                missing = e.ItemMissing(
                    invoice=rest[0], open=self.books.items[rest[0]].open, why="is cancelled"
                )
                commit.add(rest[0], missing)
            elif what == "correct":
                self._correct(commit, rest[0], Money.parse(" ".join(rest[1:3])))
            elif what in ("release", "drop", "bounce"):
                self._letter_goes(commit, what, rest[0])
            elif what == "query":
                raised = e.QueryRaised(
                    letter_id="Q1", payment_ids=(), invoices=tuple(rest), codes=(), customer_id="C1"
                )
                commit.add("Q1", raised)
            elif what == "write":
                self._mail(commit, day, rest[0])
            else:
                self._claim(commit, what, rest)
        return []

    def _letter_goes(self, commit: Commit, what: str, which: str) -> None:
        if what == "release":
            commit.add(which, e.LetterApproved(letter_id=which))
            commit.add(which, e.LetterSent(letter_id=which, detail="250"))
        elif what == "drop":
            commit.add(which, e.LetterCancelled(letter_id=which, why="not needed"))
        else:
            commit.add("", e.AddressBounced(address=which, letter_id="L1", mail_id="M1"))

    def _claim(self, commit: Commit, what: str, rest: list[str]) -> None:
        invoice = rest[0]
        amount = Money.parse(" ".join(rest[1:3])) if len(rest) > 2 else self.books.items[invoice].open
        if what == "dispute":
            commit.add(
                invoice, e.DisputeRecorded(invoice=invoice, amount=amount, reason="damaged", mail_id=None)
            )
        elif what == "promise":
            by = date.fromisoformat(rest[-1])
            commit.add(
                invoice,
                e.PromiseRecorded(invoice=invoice, amount=amount, promised_on=by, mail_id=None, replaces=()),
            )
        elif what == "break":
            promise = self.books.items[invoice].promises[-1]
            assert promise.until
            commit.add(
                invoice,
                e.PromiseBroken(
                    invoice=invoice, promise=promise.seq, promised_on=promise.until, missing=amount
                ),
            )
        elif what == "hold":
            commit.add(invoice, e.ItemHeld(invoice=invoice, until=date.fromisoformat(rest[1]), why="we talk"))
        else:
            assert what == "free", what
            commit.add(invoice, e.MarksRestored(invoice=invoice, holds=()))

    def _money(self, commit: Commit, day: date, what: str, rest: list[str]) -> None:
        """Payments are P1, P2 ... in the order in which they came."""
        if what in ("miss", "return"):
            payment = self.books.payments[rest[0]]
            missed = e.MoneyMissed(payment_id=rest[0], bank_seen_on=day, missed_on=day)
            back = e.CashReversed(payment_id=rest[0], applications=payment.applications, why="it came back")
            commit.add(rest[0], missed if what == "miss" else back)
            return
        payment_id, amount = f"P{len(self.books.payments) + 1}", Money.parse(" ".join(rest[-2:]))
        line = PaidLine(invoice=rest[0], amount=Decimal(amount.amount))
        read = PaymentRead(
            amount=Decimal(amount.amount), currency=amount.currency, paid_on=day, lines=() if what == "cash" else (line,)
        )  # fmt: skip
        is_told = what == "advise"
        record = Payment(
            payment_id=payment_id, mail_id="M1", message_id="", origin=Origin.ADVICE if is_told else Origin.BANK, customer_id="C1",
            claim=read, amount=amount, cleared=not is_told, cleared_on=None if is_told else day,
        )  # fmt: skip
        commit.add(payment_id, e.PaymentRecorded(payment=record))
        status = {
            "pay": Status.APPLIED,
            "net": Status.APPLIED,
            "cash": Status.UNAPPLIED,
            "advise": Status.ADVISED,
        }[what]
        commit.add(payment_id, e.PaymentDecided(payment_id=payment_id, status=status, because=()))
        if what in ("pay", "net"):
            credits = [(invoice, self.books.items[invoice].open) for invoice in rest[1:-2]]
            parts = [(rest[0], amount - total((one for _, one in credits), amount.currency)), *credits]
            none = zero(amount.currency)
            paid = tuple(
                Application(invoice=invoice, amount=part, discount=none, write_off=none, reason=None)
                for invoice, part in parts
            )
            commit.add(payment_id, e.CashApplied(payment_id=payment_id, applications=paid))

    def _correct(self, commit: Commit, invoice: str, amount: Money) -> None:
        was = self.books.items[invoice].face
        now = Face(amount=amount, issued_on=was.issued_on, due_on=was.due_on, po_no=was.po_no)
        commit.add(invoice, e.InvoiceCorrected(invoice=invoice, was=was, now=now))

    def _mail(self, commit: Commit, day: date, mail_id: str) -> None:
        commit.add(
            mail_id, e.MessageReceived(mail_id=mail_id, mailbox="m", key=mail_id, sha256=mail_id, size=1)
        )
        told = e.MessageSorted(
            mail_id=mail_id, message_id="", sender="ap@c1.example", author="ap@c1.example", subject="", received_at=self._at(day),
            kind=Kind.OTHER, status=e.MessageStatus.REVIEW, language="en", customer_id="C1", content_id=mail_id, why=(),
        )  # fmt: skip
        commit.add(mail_id, told)

    def _at(self, day: date) -> datetime:
        self.minutes += 1
        return datetime(day.year, day.month, day.day, 9, tzinfo=UTC) + timedelta(minutes=self.minutes)

    def _commit(self, day: date) -> Any:
        return self.keeper.commit(self._at(day), "test")


def in_short(due: DueLetter) -> str:
    """`dunning 1: I1 100.00`, with what is left to pay where they have something with us, and whose where it is not C1's."""
    items = ", ".join(f"{one.item.invoice_no} {one.asked.amount}" for one in due.items)
    lacking = [one.item.unpaid[hold.seq] for one in due.items for hold in one.item.broken]
    items += f", not kept {total(lacking, due.currency).amount}" if lacking else ""
    to_pay = f" less {due.funds.credit.amount} = {due.to_pay.amount}" if due.funds.credit else ""
    owner = f" of {due.customer_id}" if due.customer_id != "C1" else ""
    return f"{due.kind} {due.level}{owner}: {items}{to_pay}"
