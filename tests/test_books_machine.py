"""Any order of advices, repetitions, bank entries, returns and staff's decisions, against a plain model of the books."""

import email.utils
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from agent.decide.holds import askable
from agent.decide.promises import judged_promises
from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.holds import HoldEnd, PromiseCount
from agent.facts.payments import Status
from agent.facts.statements import Statement
from agent.ledger import fold
from agent.ledger.imported import open_after
from agent.ledger.restore import restore
from agent.ledger.statement import statements
from agent.money import Money, total
from agent.pipeline.bookkeeping import Bookkeeper, Commit
from agent.pipeline.desk import Desk
from agent.pipeline.instalments import make_plan
from agent.pipeline.learning import Teaching
from agent.pipeline.merging import merge_customers
from agent.pipeline.residuals import leave_on_account, refund
from agent.pipeline.resolving import resolve
from agent.pipeline.staff import apply_payment, dispute, hold, promise
from agent.pipeline.undoing import past_of, undo
from agent.rules.matching import MatchingRules
from agent.store.journal import Entry, Position
from agent.store.memory import NoJournal, NoViews
from agent.store.tinydb_views import TinyDbViews
from tests.ledger_builders import customer, item
from tests.memory_desk import BANK, NOW, OWN, SERVER, desk_with, work

DAY = NOW.date()
TEACHING = Teaching(rules=MatchingRules(), own_names=())


class KeptJournal(NoJournal):
    """A journal in memory: what was appended can be folded again."""

    def __init__(self) -> None:
        self.lines: list[e.Recorded] = []
        self._is_rewound = False

    def rewind(self) -> None:
        """A commit failed: all is folded again."""
        self._is_rewound = True

    def tail(self) -> Iterator[e.Recorded]:
        """All lines after a rewind, else none: nobody else writes here."""
        lines, self._is_rewound = (self.lines if self._is_rewound else []), False
        return iter(lines)

    def append(self, entries: Sequence[Entry]) -> None:
        """Keep the lines."""
        for entry in entries:
            seq = len(self.lines) + 1
            self.lines.append(
                e.Recorded(
                    seq=seq, at=entry.at, actor=entry.actor, subject=entry.subject, event=entry.event,
                    prev=str(seq - 1), hash=str(seq),
                )
            )  # fmt: skip

    def folded(self) -> Books:
        """The books, from the first line on."""
        books = fold.empty()
        for line in self.lines:
            fold.apply(books, line)
        return books


@dataclass
class Told:
    """A payment of the model: cents received, on each item and sent back, and whether the bank shows it."""

    received: int
    lines: dict[str, int]
    applied: dict[str, int] = field(default_factory=dict)
    refunded: int = 0
    cleared: bool = False
    reversed: bool = False

    @property
    def unapplied(self) -> int:
        return 0 if self.reversed else self.received - sum(self.applied.values()) - self.refunded


def money(cents: int) -> str:
    return f"{cents // 100:,}.{cents % 100:02}"


def mail(sender: str, subject: str, body: str, *, number: int, attachment: str = "") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, OWN, subject
    message["Date"] = email.utils.format_datetime(NOW)
    message["Message-ID"] = f"<{number}@mail.example>"
    message.set_content(body)
    if attachment:
        message.add_attachment(attachment.encode(), maintype="text", subtype="plain", filename="a.sta")
    domain = sender.rpartition("@")[2]
    top = f"Authentication-Results: {SERVER}; dmarc=pass header.from={domain}\r\n"
    return top.encode() + bytes(message).replace(b"\n", b"\r\n")


def advice(customer_id: str, reference: str, lines: dict[str, int], *, number: int) -> bytes:
    rows = "\n".join(f"{invoice}    {money(cents)}" for invoice, cents in lines.items())
    body = (
        f"Remittance advice\n\nPayment reference: {reference}\nPayment date: {DAY}\n\n"
        f"Invoice    Amount USD\n{rows}\nTotal    {money(sum(lines.values()))}\n"
    )
    return mail(f"ap@{customer_id.lower()}.example", "Remittance advice", body, number=number)


def statement(mark: str, reference: str, cents: int, *, number: int) -> bytes:
    day, amount = f"{DAY:%y%m%d}", f"{cents // 100},{cents % 100:02}"
    text = (
        f":20:S{number}\n:25:BANK/1\n:60F:C{day}USD1000000,00\n:61:{day}{mark}{amount}NTRF{reference}//B{number}\n"
        f":86:{reference}\n"
    )
    return mail(BANK, f"Statement {number}", "attached", number=number, attachment=text)


class BooksMachine(RuleBasedStateMachine):
    """Two customers, a handful of items, and everything that may happen to what they pay."""

    @initialize(opens=st.lists(st.integers(4, 400_000), min_size=3, max_size=6))
    def start(self, opens: list[int]) -> None:
        """Items of both customers by turns."""
        self.items = {f"LC-{40_020 + n}": cents for n, cents in enumerate(opens)}
        self.owner = {invoice: f"C{n % 2 + 1}" for n, invoice in enumerate(self.items)}
        self.payments: dict[str, Told] = {}
        self.ids: dict[str, str] = {}
        self.count = 0
        self.merged = 0  # the line of the merge that stands
        self.corrected: list[tuple[int, int, str]] = []  # line, cents more, invoice
        bare = desk_with([], [])
        self.journal = KeptJournal()
        bookkeeper = Bookkeeper(self.journal, NoViews(), fold.empty())
        self.desk: Desk = replace(bare, bookkeeper=bookkeeper)
        with bookkeeper.commit(NOW, "staff") as commit:
            for name in ("C1", "C2"):
                commit.add(name, e.CustomerAdded(customer=customer(name)))
            for invoice, cents in self.items.items():
                record = item(invoice, f"{cents / 100:.2f} USD", self.owner[invoice])
                commit.add(invoice, e.InvoiceAdded(item=record))

    def _number(self) -> int:
        self.count += 1
        return self.count

    def _open(self) -> list[str]:
        return [invoice for invoice, cents in self.items.items() if cents]

    def _payer(self, reference: str) -> str:
        payer = self.desk.books.payments[self.ids[reference]].customer_id
        assert payer
        return payer

    def _of(self, **marks: bool) -> list[str]:
        return [
            reference
            for reference, told in self.payments.items()
            if all(getattr(told, name) is value for name, value in marks.items())
        ]

    @precondition(lambda self: self._open())
    @rule(data=st.data())
    def advise(self, data: st.DataObject) -> None:
        """A customer pays some items: whole, half, or more than is open."""
        first = data.draw(st.sampled_from(self._open()))
        mine = [invoice for invoice in self._open() if self.owner[invoice] == self.owner[first]]
        chosen = data.draw(st.lists(st.sampled_from(mine), min_size=1, max_size=3, unique=True))
        lines = {}
        for invoice in chosen:
            left = self.items[invoice]
            lines[invoice] = data.draw(st.sampled_from([left, left, max(left // 2, 1), left + 700]))
        number = self._number()
        reference = f"FT-{262_000 + number}"
        told = Told(received=sum(lines.values()), lines=lines)
        for invoice, cents in lines.items():
            taken = min(cents, self.items[invoice])
            told.applied[invoice] = taken
            self.items[invoice] -= taken
        before = set(self.desk.books.payments)
        work(self.desk, advice(self.owner[first], reference, lines, number=number))
        (self.ids[reference],) = set(self.desk.books.payments) - before
        self.payments[reference] = told

    @precondition(lambda self: self._of(reversed=False))
    @rule(data=st.data())
    def tell_again(self, data: st.DataObject) -> None:
        """The same advice in another mail changes nothing."""
        reference = data.draw(st.sampled_from(self._of(reversed=False)))
        owner = self._payer(reference)
        if any(self.owner[invoice] != owner for invoice in self.payments[reference].lines):
            return  # told while the two were one
        work(self.desk, advice(owner, reference, self.payments[reference].lines, number=self._number()))

    @precondition(lambda self: self._of(reversed=False, cleared=False))
    @rule(data=st.data())
    def bank_shows(self, data: st.DataObject) -> None:
        """The money of an advice comes."""
        reference = data.draw(st.sampled_from(self._of(reversed=False, cleared=False)))
        told = self.payments[reference]
        work(self.desk, statement("C", reference, told.received, number=self._number()))
        told.cleared = True

    @precondition(lambda self: self._of(reversed=False, cleared=True))
    @rule(data=st.data())
    def bank_takes_back(self, data: st.DataObject) -> None:
        """The money of a payment goes back."""
        reference = data.draw(st.sampled_from(self._of(reversed=False, cleared=True)))
        told = self.payments[reference]
        work(self.desk, statement("RC", reference, told.received, number=self._number()))
        for invoice, cents in told.applied.items():
            self.items[invoice] += cents
        told.applied, told.reversed, told.cleared = {}, True, False

    @precondition(lambda self: any(told.applied for told in self.payments.values()))
    @rule(data=st.data())
    def staff_take_back(self, data: st.DataObject) -> None:
        """An application is taken back."""
        reference = data.draw(st.sampled_from([one for one, told in self.payments.items() if told.applied]))
        payment_id, told = self.ids[reference], self.payments[reference]
        undone = {
            line.event.undone_seq for line in self.journal.lines if isinstance(line.event, e.DecisionUndone)
        }
        line = next(
            line for line in reversed(self.journal.lines)
            if isinstance(line.event, e.CashApplied) and line.event.payment_id == payment_id and line.seq not in undone
        )  # fmt: skip
        assert isinstance(line.event, e.CashApplied)
        past = past_of(lambda: iter(self.journal.lines), line.seq)
        with self.desk.bookkeeper.commit(NOW, "staff") as commit:
            undo(commit, past, "a test says so", TEACHING)
        for application in line.event.applications:
            cents = application.amount.minor
            self.items[application.invoice] += cents
            told.applied[application.invoice] -= cents
            if not told.applied[application.invoice]:
                del told.applied[application.invoice]

    @precondition(lambda self: any(told.unapplied for told in self.payments.values()) and self._open())
    @rule(data=st.data())
    def staff_apply(self, data: st.DataObject) -> None:
        """Staff set waiting cash against an item of its payer."""
        reference = data.draw(st.sampled_from([one for one, told in self.payments.items() if told.unapplied]))
        told, owner = self.payments[reference], self._payer(reference)
        mine = [invoice for invoice in self._open() if self.owner[invoice] == owner]
        if not mine:
            return
        invoice = data.draw(st.sampled_from(mine))
        cents = min(told.unapplied, self.items[invoice])
        with self.desk.bookkeeper.commit(NOW, "staff") as commit:
            apply_payment(commit, self.ids[reference], {invoice: Money(cents, "USD").amount})
        self.items[invoice] -= cents
        told.applied[invoice] = told.applied.get(invoice, 0) + cents

    @precondition(lambda self: any(told.cleared and told.unapplied > 1 for told in self.payments.values()))
    @rule(data=st.data())
    def staff_refund(self, data: st.DataObject) -> None:
        """Staff send what waits back in two parts, from what was on account or not, and may take the second part back."""
        waiting = [one for one, told in self.payments.items() if told.cleared and told.unapplied > 1]
        reference = data.draw(st.sampled_from(waiting))
        payment, told = self.desk.books.payments[self.ids[reference]], self.payments[reference]
        first = told.unapplied // 2
        with self.desk.bookkeeper.commit(NOW, "staff") as commit:
            if not payment.is_on_account and data.draw(st.booleans()):
                leave_on_account(commit, payment.payment_id, "a test says so", DAY)
            for cents in (first, told.unapplied - first):
                refund(commit, payment.payment_id, Money(cents, "USD").amount, "a test says so", DAY)
        told.refunded += told.unapplied
        if data.draw(st.booleans()):
            line = next(one for one in reversed(self.journal.lines) if isinstance(one.event, e.CashRefunded))
            assert isinstance(line.event, e.CashRefunded)
            past = past_of(lambda: iter(self.journal.lines), line.seq)
            with self.desk.bookkeeper.commit(NOW, "staff") as commit:
                undo(commit, past, "a test says so", TEACHING)
            told.refunded -= line.event.amount.minor

    def _staff(self, decide: Callable[[Commit], object]) -> int:
        """The line of the last decision; 0 where the books forbade it."""
        try:
            with self.desk.bookkeeper.commit(NOW, "staff") as commit:
                decide(commit)
        except AgentError:
            self.desk.bookkeeper.catch_up()  # what was begun is not in the books
            return 0
        return len(self.journal.lines)

    def _undo(self, seq: int) -> None:
        past = past_of(lambda: iter(self.journal.lines), seq)
        with self.desk.bookkeeper.commit(NOW, "staff") as commit:
            undo(commit, past, "a test says so", TEACHING)

    @precondition(lambda self: not self.merged)
    @rule(pair=st.permutations(["C1", "C2"]))
    def staff_merge(self, pair: list[str]) -> None:
        """The two turn out to be one."""
        old, into = pair
        before = {one: payment.customer_id for one, payment in self.desk.books.payments.items()}
        self.merged = self._staff(lambda commit: merge_customers(commit, old, into, "one firm"))
        self.owner_before, self.owner = self.owner, dict.fromkeys(self.items, into)
        self.payer_before = {reference: before[self.ids[reference]] for reference in self.payments}
        self.paid_before = {
            (reference, invoice) for reference, told in self.payments.items() for invoice in told.applied
        }

    @precondition(lambda self: self.merged)
    @rule()
    def staff_part(self) -> None:
        """They are two after all, unless money of one has settled items of both since."""
        past = past_of(lambda: iter(self.journal.lines), self.merged)
        owners = {
            reference: {
                self.owner_before[invoice]
                for invoice in told.applied
                if (reference, invoice) not in self.paid_before
            }
            for reference, told in self.payments.items()
        }
        is_mixed = any(
            len(found | {self.payer_before[reference]} if found and reference in self.payer_before else found)
            > 1
            for reference, found in owners.items()
        )
        assert is_mixed != bool(self._staff(lambda commit: undo(commit, past, "two after all", TEACHING)))
        if is_mixed:
            return
        self.owner, self.merged = self.owner_before, 0
        books = self.desk.books
        assert {invoice: item.customer_id for invoice, item in books.items.items()} == self.owner
        for reference, told in self.payments.items():
            for invoice in told.applied:
                assert self.owner[invoice] == self._payer(reference)

    @rule(data=st.data(), more=st.sampled_from([-600, -1, 1, 900]))
    def system_corrects(self, data: st.DataObject, more: int) -> None:
        """An invoice is corrected, never to less than came off it; taken back, it is as it was or says what came off."""
        invoice = data.draw(st.sampled_from(list(self.items)))
        was = self.desk.books.items[invoice]
        now = replace(was.face, amount=Money(was.billed.minor + more, "USD"))
        if open_after(was, now) is None:
            return
        with self.desk.bookkeeper.commit(NOW, "staff") as commit:
            commit.add(invoice, e.InvoiceCorrected(invoice=invoice, was=was.face, now=now))
        self.items[invoice] += more
        self.corrected.append((len(self.journal.lines), more, invoice))

    @precondition(lambda self: self.corrected)
    @rule(data=st.data())
    def staff_uncorrect(self, data: st.DataObject) -> None:
        """A correction is taken back where it is the last one and no more came off than was billed."""
        seq, more, invoice = data.draw(st.sampled_from(self.corrected))
        is_last = [one[0] for one in self.corrected if one[2] == invoice][-1] == seq
        before = self.desk.books.items[invoice]
        can = is_last and 0 <= self.items[invoice] - more and before.billed.minor > more
        past = past_of(lambda: iter(self.journal.lines), seq)
        assert can == bool(self._staff(lambda commit: undo(commit, past, "it was right", TEACHING)))
        if can:
            self.items[invoice] -= more
            self.corrected.remove((seq, more, invoice))
            assert self.desk.books.items[invoice].billed.minor == before.billed.minor - more

    @precondition(lambda self: self._open())
    @rule(data=st.data())
    def staff_hold_back(self, data: st.DataObject) -> None:
        """A dispute, a promise, a person's hold or a plan; taken back at once, all is as it was."""
        invoice = data.draw(st.sampled_from(self._open()))
        cents = data.draw(st.sampled_from([self.items[invoice], max(self.items[invoice] // 2, 1)]))
        part, day = Money(cents, "USD").amount, DAY + timedelta(days=data.draw(st.integers(0, 30)))
        rest = Money(self.items[invoice] - cents, "USD").amount
        pay = [(part, day), (rest, day + timedelta(days=5))][: 1 if cents == self.items[invoice] else 2]
        ways: list[Callable[[Commit], object]] = [
            lambda commit: dispute(commit, invoice, part, "torn"),
            lambda commit: promise(commit, invoice, day, part, DAY),
            lambda commit: promise(commit, invoice, day, None, DAY),
            lambda commit: list(hold(commit, invoice, day, "moving")),
            lambda commit: make_plan(
                commit, self.owner[invoice], [invoice], pay, why="x", is_offer=False, today=DAY
            ),
        ]
        before, way = self.desk.books.items[invoice], data.draw(st.sampled_from(ways))
        seq = self._staff(way)
        if seq and way is not ways[-1] and data.draw(st.booleans()):
            self._undo(seq)
            assert self.desk.books.items[invoice] == before

    @precondition(lambda self: any(item.dispute for item in self.desk.books.items.values()))
    @rule(data=st.data())
    def staff_resolve(self, data: st.DataObject) -> None:
        """A dispute ends, with a cent written off or none; taken back, it stands, and the cent is owed."""
        books = self.desk.books
        invoice = data.draw(st.sampled_from([no for no, item in books.items.items() if item.dispute]))
        outcome = data.draw(st.sampled_from([HoldEnd.JUSTIFIED, HoldEnd.REJECTED, HoldEnd.WITHDRAWN]))
        cent = "0.01" if outcome is HoldEnd.JUSTIFIED and data.draw(st.booleans()) else None
        before = books.items[invoice]
        seq = self._staff(
            lambda commit: resolve(commit, invoice, outcome, credit=None, write_off=cent, why="x", today=DAY)
        )
        if seq and cent:
            self.items[invoice] -= 1
        if seq and data.draw(st.booleans()):
            self._undo(seq)
            assert self.desk.books.items[invoice] == before
            if cent:
                self.items[invoice] += 1

    @precondition(lambda self: any(item.promises for item in self.desk.books.items.values()))
    @rule(days=st.integers(0, 60))
    def days_pass(self, days: int) -> None:
        """Promises are judged, each once."""
        for _ in range(2):
            judged = judged_promises(
                self.desk.books,
                self.desk.policy.holds.promise,
                apply_on="advice",
                today=DAY + timedelta(days=days),
                is_workday=self.desk.policy.is_workday,
            )
            with self.desk.bookkeeper.commit(NOW, "agent") as commit:
                for event in judged:
                    commit.add(event.invoice, event)
        assert not judged

    @invariant()
    def what_is_held_and_what_may_be_asked_is_what_is_open(self) -> None:
        """On any day, for every item; no hold is more than is open."""
        for day in (DAY, DAY + timedelta(days=20), DAY + timedelta(days=90)):
            for one in self.desk.books.items.values():
                parts = [part.amount for part in one.held_on(day)]
                assert all(Money(0, "USD") < part <= one.open for part in parts)
                asked = askable(one, {}, day) or Money(0, "USD")
                assert total(parts, "USD") + asked == one.open

    @invariant()
    def promises_are_counted(self) -> None:
        """By customer, as their items tell it."""
        books = self.desk.books
        for name in books.customers:
            counts = [PromiseCount.of(one.holds) for one in books.items.values() if one.customer_id == name]
            assert books.promises.get(name, PromiseCount()) == sum(counts, PromiseCount())

    @invariant()
    def books_are_the_model(self) -> None:
        """Every item's open amount and every payment's cash."""
        books = self.desk.books
        assert {no: one.open.minor for no, one in books.items.items()} == self.items
        for reference, told in self.payments.items():
            payment = books.payments[self.ids[reference]]
            applied: dict[str, int] = {}
            for one in payment.applications:
                applied[one.invoice] = applied.get(one.invoice, 0) + one.taken.minor
            assert (applied, payment.cleared) == (told.applied, told.cleared), payment
            assert payment.unapplied is not None
            assert payment.unapplied.minor == told.unapplied
            assert (payment.status is Status.REVERSED) is told.reversed

    @invariant()
    def money_is_conserved(self) -> None:
        """Received is applied or waits; what came off items is what was applied."""
        books = self.desk.books
        applied = sum(one.taken.minor for payment in books.payments.values() for one in payment.applications)
        allowed = sum(off.application.taken.minor for one in books.items.values() for off in one.allowed)
        assert sum((one.billed - one.open).minor for one in books.items.values()) == applied + allowed

    @invariant()
    def statement_ties(self) -> None:
        """What a statement closes with is what the model says is open less the cash that waits, on any two days."""
        books = self.desk.books
        for name in books.customers:
            theirs = [number for number, one in books.items.items() if one.customer_id == name]
            cash = [
                told.unapplied
                for reference, told in self.payments.items()
                for payment in [books.payments[self.ids[reference]]]
                if payment.customer_id == name
                and payment.status in (Status.APPLIED, Status.PARTIALLY_APPLIED, Status.UNAPPLIED)
            ]
            made = _account(books, name, DAY.replace(year=2000), DAY.replace(year=2100))
            assert made.closing.minor == sum(self.items[number] for number in theirs) - sum(cash)
            for day in {line.on for line in made.lines}:
                before = _account(books, name, DAY.replace(year=2000), day)
                after = _account(books, name, day + timedelta(days=1), DAY.replace(year=2100))
                assert before.closing == after.opening

    @invariant()
    def replay_gives_the_same_books(self) -> None:
        """From the first line, and from a checkpoint."""
        assert_same(self.journal.folded(), self.desk.books)

    def teardown(self) -> None:
        """A checkpoint gives the same books as the journal."""
        if not hasattr(self, "journal"):
            return
        books = self.journal.folded()
        with TemporaryDirectory() as folder:
            views = TinyDbViews(Path(folder) / "books.json")
            position = Position(seq=books.seq, head=books.head, segment="", offset=0)
            views.save(books, position)
            saved = views.load()
        assert saved
        assert_same(restore(saved[1], seq=books.seq, head=books.head), books)


def _account(books: Books, name: str, first_on: date, last_on: date) -> Statement:
    (made,) = statements(books, name, first_on=first_on, last_on=last_on, known_at=NOW, zone=ZoneInfo("UTC"))
    return made


def assert_same(one: Books, other: Books) -> None:
    """Equal in every record and every index."""
    for each in fields(Books):
        if each.compare and each.name not in ("anchors", "head", "renamed"):
            assert _plain(getattr(one, each.name)) == _plain(getattr(other, each.name)), each.name


def _plain(value: object) -> object:
    """An index without the keys that nothing is under any more, whatever its order."""
    if isinstance(value, dict):
        return {
            key: sorted(held) if isinstance(held, list) else held for key, held in value.items() if held != []
        }
    return value


TestBooksMachine = BooksMachine.TestCase
TestBooksMachine.settings = settings(
    max_examples=60,
    stateful_step_count=14,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)


@settings(max_examples=25, deadline=None)
@given(
    cents=st.lists(st.integers(500, 90_000), min_size=2, max_size=4), order=st.randoms(use_true_random=False)
)
def test_the_order_of_independent_messages_does_not_matter(cents: list[int], order: object) -> None:
    def told(places: Iterator[int]) -> list[object]:
        records = [
            item(f"LC-{40_020 + n}", f"{one / 100:.2f} USD", f"C{n + 1}") for n, one in enumerate(cents)
        ]
        desk = desk_with([customer(f"C{n + 1}") for n in range(len(cents))], records)
        for place in places:
            paid = cents[place] - (200 if place % 2 else 0)
            lines = {f"LC-{40_020 + place}": paid}
            work(desk, advice(f"C{place + 1}", f"FT-{262_000 + place}", lines, number=place))
        books = desk.books
        payments = sorted((p.claim.reference, p.status, str(p.unapplied)) for p in books.payments.values())
        return [{no: one.open for no, one in books.items.items()}, payments]

    shuffled = list(range(len(cents)))
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert told(iter(shuffled)) == told(iter(range(len(cents))))
