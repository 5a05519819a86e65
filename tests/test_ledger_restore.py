"""Books restored from a checkpoint are the books folded from the journal, every record and every index of them."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.credit import RiskKind
from agent.facts.holds import HoldEnd, HoldKind
from agent.facts.letters import Letter, LetterKind, LetterStatus
from agent.facts.payments import Application, Origin, Payment, Status
from agent.facts.plans import Instalment
from agent.facts.readings import Kind, PaidLine, PaymentRead
from agent.ledger import fold
from agent.ledger.merge import why_not
from agent.ledger.numbers import Numbers
from agent.ledger.restore import restore
from agent.money import Money
from agent.store.journal import Position
from agent.store.tinydb_views import TinyDbViews
from tests.ledger_builders import NOON, customer, item

DERIVED = {"renamed"}  # only the order in which names became known
DAY = date(2026, 11, 1)


class Story:
    """Events that may follow each other, by the dice; the books after them."""

    def __init__(self, dice: Any) -> None:
        self.dice = dice
        self.books = fold.empty()

    def tell(self, count: int) -> Books:
        for _ in range(count):
            for event in self._next():
                recorded = e.Recorded(
                    seq=self.books.seq + 1, at=NOON + timedelta(hours=self.books.seq), actor="test", subject="",
                    event=event, prev="", hash=str(self.books.seq + 1),
                )  # fmt: skip
                fold.apply(self.books, recorded)
        return self.books

    def _pick(self, table: dict[str, Any]) -> Any:
        return table[self.dice.choice(list(table))] if table else None

    def _next(self) -> Iterator[e.Event]:
        ways = (self._customer, self._run, self._item, self._item, self._message, self._payment, self._payer, self._cash, self._cash, self._cash, self._decision,
                self._reversal, self._bank, self._bank, self._unapplied, self._halt, self._merger, self._letter, self._letters_fate, self._query, self._claim, self._claim, self._judged)  # fmt: skip
        return self.dice.choice(ways)() or iter(())

    def _run(self) -> Iterator[e.Event]:
        yield e.RunStarted(version="1", rules="")
        yield e.PolicyChanged(what=self.dice.choice(["rules", "remitd.toml"]), sha256=str(self.books.seq))

    def _customer(self) -> Iterator[e.Event]:
        number = self.dice.randint(1, 4)
        record = customer(
            f"C{number}",
            name=self.dice.choice(["Alpha", "Beta Tools", "Gamma"]),
            emails=(self.dice.choice(["a@x.example", "b@x.example", "a@y.example"]),),
            bank_accounts=(self.dice.choice(["DE 12", "DE 34"]),),
            parent_id=self.dice.choice([None, "C1"]),
        )
        if record.customer_id in self.books.merged:
            return
        known = f"C{number}" in self.books.customers
        yield e.CustomerChanged(customer=record) if known else e.CustomerAdded(customer=record)

    def _item(self) -> Iterator[e.Event]:
        number = f"INV-{len(self.books.items):04}"
        due_on = DAY + timedelta(days=self.dice.randint(0, 3))
        amount = self.dice.choice(["100.00 USD", "7.00 EUR", "-5.00 USD"])
        owner = self.books.survivor(f"C{self.dice.randint(1, 4)}")
        yield e.InvoiceAdded(
            item=item(number, amount, owner, due_on=due_on, po_no=self.dice.choice([None, "PO 1"]))
        )

    def _message(self) -> Iterator[e.Event]:
        mail_id = f"M{len(self.books.messages)}"
        yield e.MessageReceived(
            mail_id=mail_id, mailbox="imap://x", key=f"7:{len(mail_id)}", sha256=mail_id, size=1
        )
        if self.dice.random() < 0.5:
            yield e.MessageSorted(
                mail_id=mail_id, message_id=f"<{mail_id}@x>", sender="a@x.example", author="a@x.example", subject="",
                received_at=NOON, kind=Kind.REMITTANCE, status=self.dice.choice(list(e.MessageStatus)), language="en",
                customer_id=None, content_id=f"content {mail_id}", why=(),
            )  # fmt: skip
            if mail_id in self.books.for_staff and self.dice.random() < 0.5:
                yield e.MessageClosed(mail_id=mail_id, why="noted")
                if self.dice.random() < 0.5:
                    yield e.MessageReopened(mail_id=mail_id)

    def _payment(self) -> Iterator[e.Event]:
        payment_id, owner = f"P{len(self.books.payments)}", self.dice.choice([None, "C1", "C2"])
        named = self._pick(self.books.items)
        read = PaymentRead(
            amount=None, currency="USD", paid_on=DAY, reference=self.dice.choice([None, "R 1", "R 2"]),
            lines=(PaidLine(invoice=named.invoice_no, amount=None),) if named else (),
        )  # fmt: skip
        payment = Payment(
            payment_id=payment_id, mail_id="M0", message_id="<m@x>", origin=Origin.ADVICE, customer_id=owner,
            amount=Money(10_000, "USD"), claim=read,
        )  # fmt: skip
        yield e.PaymentRecorded(payment=payment)

    def _payer(self) -> Iterator[e.Event]:
        if payment := self._pick(self.books.payments):
            yield e.PayerDecided(
                payment_id=payment.payment_id, customer_id=self.dice.choice(["C1", "C2", "C3"])
            )

    def _cash(self) -> Iterator[e.Event]:
        payment, paid = self._pick(self.books.payments), self._pick(self.books.items)
        if not payment or not paid or paid.open.currency != "USD" or paid.open.minor <= 0:
            return
        amount = min(payment.unapplied, self.dice.choice([paid.open, Money(100, "USD")]), paid.open)
        if amount.minor > 0 and payment.status is not Status.REVERSED:
            zero = Money(0, "USD")
            cash = Application(
                invoice=paid.invoice_no, amount=amount, discount=zero, write_off=zero, reason=None
            )
            yield e.CashApplied(payment_id=payment.payment_id, applications=(cash,))

    def _decision(self) -> Iterator[e.Event]:
        payment = self._pick(self.books.payments)
        if payment and payment.status is not Status.REVERSED:
            status = self.dice.choice([Status.ADVISED, Status.REVIEW, Status.APPLIED, Status.UNAPPLIED])
            yield e.PaymentDecided(payment_id=payment.payment_id, status=status, because=())

    def _reversal(self) -> Iterator[e.Event]:
        if payment := self._pick(self.books.payments):
            yield e.CashReversed(
                payment_id=payment.payment_id, applications=payment.applications, why="a mistake"
            )

    def _bank(self) -> Iterator[e.Event]:
        payment = self._pick(self.books.payments)
        if payment and payment.cleared:
            yield e.ClearingUndone(payment_id=payment.payment_id)
        elif payment and payment.status is not Status.REVERSED:
            shown_on = self.dice.choice([None, DAY + timedelta(days=self.dice.randint(0, 9))])
            yield e.PaymentCleared(
                payment_id=payment.payment_id, mail_id="M0", cleared_on=shown_on, because=()
            )

    def _unapplied(self) -> Iterator[e.Event]:
        payment = self._pick(self.books.payments)
        if payment and payment.applications:
            some = payment.applications[: self.dice.randint(1, 2)]
            yield e.CashUnapplied(payment_id=payment.payment_id, applications=some)

    def _merger(self) -> Iterator[e.Event]:
        old, into = self._pick(self.books.customers), self._pick(self.books.customers)
        if old and self.dice.random() < 0.1 and not why_not(self.books, old.customer_id, into.customer_id):
            yield e.CustomerMerged(customer_id=old.customer_id, into=into.customer_id, why="one firm")

    def _halt(self) -> Iterator[e.Event]:
        yield (
            e.ScheduleResumed(why="on")
            if self.books.stop
            else e.ScheduleStopped(why="a mistake in the rules")
        )

    def _credit(self) -> Iterator[e.Event]:
        if (known := self._pick(self.books.customers)) is None:
            return
        name, amount = known.customer_id, Money(self.dice.randint(0, 9), "USD")
        file = self.books.credit.get(name)
        choices: list[e.Event] = [
            e.CreditReviewed(reviewed_on=DAY, policy=""),
            e.CustomerGraded(customer_id=name, grade=self.dice.choice("AB"), was="new", score=50, indicators=(), policy=""),
            e.RiskFlagged(customer_id=name, kind=self.dice.choice(list(RiskKind)), why="seen"),
            e.RiskCleared(customer_id=name, kind=self.dice.choice(list(RiskKind))),
            e.LimitProposed(customer_id=name, amount=amount, was=None, why="history"),
            e.LimitAgreed(customer_id=name, amount=amount, why="in writing"),
            e.LimitRefused(customer_id=name, amount=amount, why="no"),
            e.TermsAgreed(
                customer_id=name, version=len(file.contracts) + 1 if file else 1, from_on=DAY, payment_terms="n/30",
                clock=None, interest_percent=None, interest_per=None, interest_year_days=None, fee=amount,
                dispute_days=None, clause=None, document=None, document_sha256=None, why="signed",
            ),
        ]  # fmt: skip
        if file and file.contracts:
            choices.append(e.TermsWithdrawn(customer_id=name, version=1, why="not signed"))
        if file and file.limits:
            choices.append(e.LimitWithdrawn(customer_id=name, amount=file.limits[0].amount, why="not signed"))
        yield self.dice.choice(choices)

    def _letter(self) -> Iterator[e.Event]:
        listed = self._pick(self.books.items)
        if not listed:
            return
        number = len(self.books.letters)
        letter = Letter(
            letter_id=f"L{number}", kind=self.dice.choice([LetterKind.REMINDER, LetterKind.DUNNING, LetterKind.CONFIRMATION]),
            mail_id=None, customer_id=listed.customer_id, to=("a@x.example",), cc=(), subject="", language="en",
            invoices=(listed.invoice_no,), payment_ids=(), level=0, codes=(),
            status=self.dice.choice([LetterStatus.HELD, LetterStatus.QUEUED, LetterStatus.OBSERVED]), created_at=NOON,
            message_id=f"<L{number}@x>", in_reply_to=None, sha256="", not_before=self.dice.choice([None, NOON]), item_levels=((listed.invoice_no, 1),),
        )  # fmt: skip
        yield e.LetterQueued(letter=letter)

    def _letters_fate(self) -> Iterator[e.Event]:
        if letter := self._pick(self.books.letters):
            known = letter.letter_id
            yield self.dice.choice(
                [
                    e.LetterApproved(letter_id=known),
                    e.LetterCancelled(letter_id=known, why="dropped"),
                    e.SendStarted(letter_id=known, attempt=1),
                    e.LetterSent(letter_id=known, detail="250"),
                ]
            )

    def _claim(self) -> Iterator[e.Event]:
        """A dispute, a promise, a plan or a write-off of an item."""
        item = self._pick(self.books.items)
        if not item or item.open.minor <= 0:
            return
        number, part = item.invoice_no, Money(max(item.open.minor // 3, 1), item.open.currency)
        plan_id, none = f"PLAN-{len(self.books.plans) + 1:04}", Money(0, part.currency)
        off = Application(invoice=number, amount=none, discount=none, write_off=part, reason="write_off")
        instalment = Instalment(invoice=number, amount=part, due_on=DAY)
        word = e.PromiseRecorded(invoice=number, amount=part, promised_on=DAY, mail_id=None, replaces=())
        yield from self.dice.choice([
            (e.DisputeRecorded(invoice=number, amount=part, reason="torn", mail_id=None),),
            (word,),
            (replace(word, replaces=None),),
            (e.ItemHeld(invoice=number, until=DAY, why="x", owners=("a@us.example",)),),
            (e.SettledWithoutCash(applications=(off,), why="x"),),
            (
                e.PlanAgreed(plan_id=plan_id, customer_id=item.customer_id, instalments=(instalment,), why="x"),
                replace(word, plan_id=plan_id),
            ),
        ])  # fmt: skip

    def _judged(self) -> Iterator[e.Event]:
        """What became of a promise or a dispute, or of a plan."""
        item = self._pick(self.books.items)
        holds = [hold for hold in item.holds if hold.end is None] if item else []
        for hold in holds[:1]:
            number = item.invoice_no
            if hold.is_promise:
                kept = e.PromiseKept(invoice=number, promise=hold.seq, amount=hold.amount)
                broken = e.PromiseBroken(
                    invoice=number, promise=hold.seq, promised_on=hold.until, missing=hold.amount
                )
                yield self.dice.choice([kept, broken])
            elif hold.kind is HoldKind.DISPUTE:
                yield e.HoldsTold(to=("a@us.example",), holds=((number, hold.seq),), told_on=DAY)
                yield e.DisputeResolved(
                    invoice=number, dispute=hold.seq, outcome=HoldEnd.REJECTED, is_over=True, resolved_on=DAY, why="x"
                )  # fmt: skip
        if (plan := self._pick(self.books.plans)) and self.dice.random() < 0.3:
            yield e.PlanCancelled(plan_id=plan.plan_id, why="x")

    def _query(self) -> Iterator[e.Event]:
        letter, payment = self._pick(self.books.letters), self._pick(self.books.payments)
        if letter and payment and letter.letter_id not in self.books.queries:
            yield e.QueryRaised(
                letter_id=letter.letter_id, payment_ids=(payment.payment_id,), invoices=letter.invoices, codes=(),
                customer_id=letter.customer_id,
            )  # fmt: skip
        elif letter:
            yield e.QueryClosed(letter_id=letter.letter_id, why="answered")


@given(dice=st.randoms(use_true_random=False), count=st.integers(min_value=0, max_value=120))
def test_restored_books_are_the_folded_books_with_all_their_indexes(dice: Any, count: int) -> None:
    folded = Story(dice).tell(count)
    with TemporaryDirectory() as folder:
        views = TinyDbViews(Path(folder) / "books.json")
        views.save(folded, Position(seq=folded.seq, head=folded.head, segment="", offset=0))
        saved = views.load()
    assert saved is not None
    restored = restore(saved[1], seq=saved[0].seq, head=saved[0].head)
    for name in {field.name for field in fields(Books) if field.compare} - DERIVED:
        assert _plain(getattr(folded, name)) == _plain(getattr(restored, name)), name
    assert set(folded.renamed) & set(folded.customers) == set(restored.renamed)


def _plain(index: Any) -> Any:
    """An index without what is not its meaning: the order in a list of several, and a key that finds nothing."""
    if isinstance(index, Numbers):
        index.number("")  # reads what was added
        return {name: _plain(part) for name, part in vars(index).items()}
    if isinstance(index, dict):
        return {
            key: sorted(value) if isinstance(value, list) else value
            for key, value in index.items()
            if value != []
        }
    return index


def test_a_checkpoint_of_another_shape_is_none(tmp_path: Path) -> None:
    views = TinyDbViews(tmp_path / "books.json")
    assert views.load() is None
    views.save(replace(fold.empty(), last_run_at=datetime(2026, 11, 1, tzinfo=NOON.tzinfo)), Position(seq=0, head="", segment="", offset=0))  # fmt: skip
    assert views.load() is not None
    content = (tmp_path / "books.json").read_bytes()
    for spoiled in (content[:-2], content.replace(b'"items":{}', b'"items":{"1":{"invoice_no":"A"}}'), b"[]"):
        (tmp_path / "books.json").write_bytes(spoiled)
        assert views.load() is None
