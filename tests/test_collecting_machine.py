"""Any order of what customers, staff, the bank and the days do to items; any line is taken back, or it is said why not."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from agent.decide.holds import askable
from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.holds import HoldEnd
from agent.facts.ledger import Item
from agent.facts.letters import Autonomy, LetterKind
from agent.facts.payments import LIVE
from agent.facts.sending import SendOutcome, SendResult
from agent.ledger import fold
from agent.ledger.imported import open_after
from agent.ledger.restore import restore
from agent.ledger.statement import statements
from agent.money import Money, total
from agent.pipeline import residuals, staff
from agent.pipeline.bookkeeping import Bookkeeper, Commit
from agent.pipeline.instalments import accept_plan, cancel_plan, make_plan
from agent.pipeline.merging import merge_customers
from agent.pipeline.resolving import resolve, write_off
from agent.pipeline.round import day_work
from agent.pipeline.undoing import past_of, undo
from agent.store.journal import Position
from agent.store.memory import NoViews
from agent.store.tinydb_views import TinyDbViews
from tests.ledger_builders import customer, item
from tests.memory_desk import CONFIG, NOW, desk_with, work
from tests.test_books_machine import DAY, TEACHING, KeptJournal, advice, assert_same, mail, money, statement

CUSTOMERS = ("C1", "C2", "C3")
NOTE = "LC-40023"  # the credit note among the items
AUTONOMY = tuple(
    (kind, Autonomy.APPROVE if kind is LetterKind.FINAL_NOTICE else Autonomy.AUTO) for kind in LetterKind
)
DECISIONS = (
    e.SettledWithoutCash, e.DisputeResolved, e.DisputeRecorded, e.PromiseRecorded, e.ItemHeld, e.PlanAgreed, e.PlanOffered,
    e.CashApplied, e.CashReversed, e.CashRefunded, e.CashLeftOnAccount, e.DeductionAllowed, e.DeductionRefused,
    e.PaymentDecided, e.PaymentCleared, e.MessageSorted, e.MessageClosed, e.QueryClosed, e.LetterCancelled, e.ScheduleStopped,
    e.CustomerMerged, e.InvoiceCorrected,
)  # fmt: skip
Decide = Callable[[Commit], object]


class Server:
    """Takes every letter."""

    is_idempotent = True

    def send(
        self,
        content: bytes,
        *,
        sender: str,
        recipients: tuple[str, ...],
        message_id: str,
        before_data: Callable[[], None],
    ) -> SendOutcome:
        """Accepted, always."""
        before_data()
        return SendOutcome(result=SendResult.ACCEPTED, detail="250 OK")

    def check(self) -> None:
        """Nothing to reach."""

    def close(self) -> None:
        """Nothing is open."""


class CollectingMachine(RuleBasedStateMachine):
    """Three customers who may turn out to be one, their items late by as many days as it takes."""

    @initialize(opens=st.lists(st.integers(4, 400_000), min_size=4, max_size=7))
    def begin(self, opens: list[int]) -> None:
        """Items of the customers by turns, the fourth of them a credit note."""
        self.count, self.now = 0, NOW
        self.told: list[tuple[str, int]] = []  # reference and cents of each advice
        self.journal = KeptJournal()
        bookkeeper = Bookkeeper(self.journal, NoViews(), fold.empty())
        config = replace(CONFIG, autonomy=AUTONOMY)
        self.desk = replace(desk_with([], []), bookkeeper=bookkeeper, config=config, clock=lambda: self.now)
        with bookkeeper.commit(NOW, "staff") as commit:
            for name in CUSTOMERS:
                commit.add(name, e.CustomerAdded(customer=customer(name)))
            for n, (cents, late) in enumerate(zip(opens, (40, 10, 5, 1, 0, 20, 3), strict=False)):
                number = f"LC-{40_020 + n}"
                amount = f"{'-' if number == NOTE else ''}{cents / 100:.2f} USD"
                record = item(number, amount, CUSTOMERS[n % 3], due_on=DAY - timedelta(days=late))
                commit.add(number, e.InvoiceAdded(item=record))

    def _number(self) -> int:
        self.count += 1
        return self.count

    def _do(self, decide: Decide) -> None:
        """A decision; what the books forbid changes nothing."""
        try:
            with self.desk.bookkeeper.commit(self.now, "staff") as commit:
                said = decide(commit)
                if isinstance(said, Iterable):
                    list(said)
        except AgentError:
            self.desk.bookkeeper.catch_up()

    def _invoice(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(self.desk.books.items)))

    def _part(self, data: st.DataObject, cents: int) -> str:
        return Money(data.draw(st.sampled_from([cents, max(cents // 2, 1), 1])), "USD").amount

    @rule(data=st.data(), withheld=st.sampled_from([0, 0, 200]))
    def advise(self, data: st.DataObject, withheld: int) -> None:
        """A customer pays some items, and may withhold a part of the first for damage."""
        owner = self.desk.books.items[self._invoice(data)].customer_id
        mine = [one.invoice_no for one in self.desk.books.open_items(owner) if not one.is_credit]
        if not mine:
            return
        lines: dict[str, int] = {}
        for invoice in data.draw(st.lists(st.sampled_from(mine), min_size=1, max_size=2, unique=True)):
            left = self.desk.books.items[invoice].open.minor
            lines[invoice] = data.draw(st.sampled_from([left, max(left // 2, 1), left + 700]))
        number, first = self._number(), next(iter(lines))
        reference = f"FT-{262_000 + number}"
        if withheld and lines[first] > 1_000:
            lines[first] -= withheld
            raw = withholding(owner, reference, lines, first, withheld, number=number)
        else:
            raw = advice(owner, reference, lines, number=number)
        work(self.desk, raw)
        self.told.append((reference, sum(lines.values())))

    @precondition(lambda self: self.told)
    @rule(data=st.data(), mark=st.sampled_from(["C", "C", "RC"]))
    def bank(self, data: st.DataObject, mark: str) -> None:
        """The bank shows the money of an advice, or takes it back."""
        reference, cents = data.draw(st.sampled_from(self.told))
        work(self.desk, statement(mark, reference, cents, number=self._number()))

    @precondition(lambda self: self.desk.books.payments)
    @rule(data=st.data())
    def staff_on_cash(self, data: st.DataObject) -> None:
        """Cash that waits is applied, refunded or left on account; deductions are decided."""
        payment_id = data.draw(st.sampled_from(sorted(self.desk.books.payments)))
        invoice, left = self._invoice(data), self.desk.books.payments[payment_id].unapplied
        some = self._part(data, left.minor if left else 0)
        ways: list[Decide] = [
            lambda commit: staff.apply_payment(commit, payment_id, {invoice: some}),
            lambda commit: residuals.refund(commit, payment_id, some, "x", DAY),
            lambda commit: residuals.leave_on_account(commit, payment_id, "x", DAY),
            lambda commit: residuals.allow_deductions(commit, invoice, "x", DAY),
            lambda commit: residuals.refuse_deductions(commit, invoice, "x", DAY),
        ]
        self._do(data.draw(st.sampled_from(ways)))

    @rule(data=st.data(), days=st.integers(0, 30), choice=st.booleans())
    def staff_on_item(self, data: st.DataObject, days: int, choice: bool) -> None:
        """Disputes, promises, holds, plans, write-offs, and how a dispute ends."""
        books, invoice, day = self.desk.books, self._invoice(data), self.now.date() + timedelta(days=days)
        was, today = books.items[invoice], self.now.date()
        part = self._part(data, abs(was.open.minor))
        rest = abs(was.open.minor) - Money.of(part, "USD").minor
        pay = [(part, day), (Money(rest, "USD").amount, day + timedelta(days=5))][: 2 if rest else 1]
        plan_id = data.draw(st.sampled_from(sorted(books.plans) or ["PLAN-0001"]))
        ended = data.draw(st.sampled_from([HoldEnd.JUSTIFIED, HoldEnd.REJECTED, HoldEnd.WITHDRAWN]))
        note = data.draw(st.sampled_from([NOTE, "CN-1", None])) if ended is HoldEnd.JUSTIFIED else None
        off = part if ended is HoldEnd.JUSTIFIED and not note and choice else None
        ways: list[Decide] = [
            lambda commit: staff.dispute(commit, invoice, part if choice else None, "torn"),
            lambda commit: staff.promise(commit, invoice, day, part if choice else None, today),
            lambda commit: staff.hold(commit, invoice if choice else was.customer_id, day, "moving"),
            lambda commit: make_plan(
                commit, was.customer_id, [invoice], pay, why="x", is_offer=choice, today=today
            ),
            lambda commit: accept_plan(commit, plan_id, "x"),
            lambda commit: cancel_plan(commit, plan_id, "x"),
            lambda commit: write_off(commit, invoice, part, is_discount=choice, why="x"),
            lambda commit: resolve(commit, invoice, ended, credit=note, write_off=off, why="x", today=today),
        ]
        self._do(data.draw(st.sampled_from(ways)))

    @rule(data=st.data())
    def staff_on_the_desk(self, data: st.DataObject) -> None:
        """The schedule is stopped and started; letters are released and dropped, mail and questions closed."""
        books = self.desk.books
        letters, closable = sorted(books.letters), sorted([*books.queries, *books.for_staff])
        letter = data.draw(st.sampled_from(letters or [""]))
        ways: list[Decide] = [
            lambda commit: staff.stop(commit, "x"),
            lambda commit: staff.start(commit, "x"),
            lambda commit: staff.approve(commit, [letter]),
            lambda commit: staff.cancel(commit, [letter], "x"),
            lambda commit: staff.close(commit, [data.draw(st.sampled_from(closable or [""]))], "x"),
        ]
        self._do(data.draw(st.sampled_from(ways)))

    @rule(data=st.data(), days=st.integers(-40, 40), cents=st.sampled_from([0, 500, -500]))
    def record_is_corrected(self, data: st.DataObject, days: int, cents: int) -> None:
        """The system of record moves an invoice's day and its amount."""
        was = self.desk.books.items[self._invoice(data)]
        now = replace(
            was.face, due_on=was.due_on + timedelta(days=days), amount=was.billed + Money(cents, "USD")
        )
        if open_after(was, now) is not None:
            corrected = e.InvoiceCorrected(invoice=was.invoice_no, was=was.face, now=now)
            self._do(lambda commit: commit.add(was.invoice_no, corrected))

    @rule(pair=st.sampled_from([("C3", "C1"), ("C2", "C1"), ("C1", "C2")]), chance=st.integers(0, 1))
    def customers_are_one(self, pair: tuple[str, str], chance: int) -> None:
        """Now and then two customers turn out to be one."""
        if not chance:
            self._do(lambda commit: merge_customers(commit, *pair, "x"))

    @rule(name=st.sampled_from(CUSTOMERS))
    def ask(self, name: str) -> None:
        """A customer writes what only a person understands."""
        number = self._number()
        body = f"Please call me back about matter {number}."
        work(self.desk, mail(f"ap@{name.lower()}.example", "Hello", body, number=number))

    @rule(data=st.data(), is_last=st.booleans())
    def take_back(self, data: st.DataObject, is_last: bool) -> None:
        """A decision, or the last line of all, is taken back; what can't be is said, and changes nothing."""
        decided = [line.seq for line in self.journal.lines if isinstance(line.event, DECISIONS)]
        last = len(self.journal.lines)
        seq = last if is_last or not decided else data.draw(st.sampled_from(decided))
        past = past_of(lambda: iter(self.journal.lines), seq)
        self._do(lambda commit: undo(commit, past, "x", TEACHING))

    @rule(days=st.integers(0, 25))
    def days_pass(self, days: int) -> None:
        """The agent does what is due; done again at the same instant, nothing is left to do."""
        self.now += timedelta(days=days, minutes=1)
        day_work(self.desk, Server())
        seq = self.desk.books.seq
        day_work(self.desk, Server())
        assert [type(line.event).__name__ for line in self.journal.lines[seq:]] == []

    @invariant()
    def cents_are_conserved(self) -> None:
        """What came off each item is what was applied to it, or written off; what came in is applied, waits or went back."""
        books, nothing = self.desk.books, Money(0, "USD")
        off = dict.fromkeys(books.items, nothing)
        applications = [one for payment in books.payments.values() for one in payment.applications]
        applications += [one.application for known in books.items.values() for one in known.allowed]
        for one in applications:
            off[one.invoice] += one.taken
        assert off == {number: known.billed - known.open for number, known in books.items.items()}
        for payment in books.payments.values():
            if payment.status in LIVE and payment.unapplied is not None and payment.applied is not None:
                spent = payment.applied + payment.unapplied + (payment.refunded or nothing)
                assert (spent, payment.unapplied >= nothing) == (payment.amount, True)

    @invariant()
    def what_is_held_and_what_may_be_asked_is_what_is_open(self) -> None:
        """On any day, for every invoice."""
        for day in (self.now.date(), self.now.date() + timedelta(days=20)):
            for one in self.desk.books.items.values():
                parts = [part.amount for part in one.held_on(day)]
                asked = askable(one, {}, day) or Money(0, "USD")
                assert one.is_credit or total(parts, "USD") + asked == one.open

    @invariant()
    def indexes_are_what_the_records_say(self) -> None:
        """Open items and the first of their days, payments and letters of the schedule, by customer."""
        books = self.desk.books
        listed: dict[str, list[Item]] = {}
        for one in books.items.values():
            if one.open:
                listed.setdefault(one.customer_id, []).append(one)
        assert {name: sorted(numbers) for name, numbers in books.items_by_customer.items()} == {
            name: sorted(one.invoice_no for one in theirs) for name, theirs in listed.items()
        }
        assert books.first_due == {name: min(one.due_on for one in theirs) for name, theirs in listed.items()}
        for index, records in (
            (books.payments_by_customer, books.payments),
            (books.scheduled_letters, books.letters),
            (books.for_staff_by_customer, books.messages),
        ):
            assert all(records[key].customer_id == name for name, keys in index.items() for key in keys)

    @invariant()
    def statements_tie(self) -> None:
        """The ledger's own check holds for every customer: it asserts that opening and lines are what is open."""
        for name in self.desk.books.customers:
            statements(
                self.desk.books,
                name,
                first_on=DAY - timedelta(days=30),
                last_on=self.now.date(),
                known_at=self.now,
                zone=ZoneInfo("UTC"),
            )

    @invariant()
    def replay_gives_the_same_books(self) -> None:
        """From the first line."""
        assert_same(self.journal.folded(), self.desk.books)

    def teardown(self) -> None:
        """A checkpoint gives the same books as the journal."""
        if not hasattr(self, "journal"):
            return
        books = self.journal.folded()
        with TemporaryDirectory() as folder:
            views = TinyDbViews(Path(folder) / "books.json")
            views.save(books, Position(seq=books.seq, head=books.head, segment="", offset=0))
            saved = views.load()
        assert saved
        assert_same(restore(saved[1], seq=books.seq, head=books.head), books)


def withholding(
    customer_id: str, reference: str, lines: dict[str, int], of: str, withheld: int, *, number: int
) -> bytes:
    """An advice with a column of what was withheld."""
    rows = "\n".join(
        f"{no}    {money(cents + off)}    {money(off)}    {money(cents)}"
        for no, cents in lines.items()
        for off in [withheld if no == of else 0]
    )
    body = (
        f"Remittance advice\n\nPayment reference: {reference}\nPayment date: {DAY}\n\n"
        f"Invoice    Gross    Deduction for damage    Net USD\n{rows}\nTotal    {money(sum(lines.values()))}\n"
    )
    return mail(f"ap@{customer_id.lower()}.example", "Remittance advice", body, number=number)


TestCollectingMachine = CollectingMachine.TestCase
TestCollectingMachine.settings = settings(
    max_examples=60,
    stateful_step_count=18,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)
