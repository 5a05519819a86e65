"""A year of a hundred customers who pay, do not pay, object, promise, bounce and fall silent; every mail is a real one."""

import email.utils
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from email.message import EmailMessage
from enum import StrEnum
from functools import partial
from random import Random
from typing import Final

from agent.config import Config
from agent.dates import Workday
from agent.facts import events as e
from agent.facts.letters import SCHEDULED, Autonomy, Letter, LetterKind, LetterStatus
from agent.ledger import fold
from agent.outbox.nowhere import NowhereTransport
from agent.pipeline.bookkeeping import Bookkeeper
from agent.pipeline.desk import Desk
from agent.pipeline.round import day_work
from agent.pipeline.staff import close
from agent.rules.quiet import Quiet
from agent.store.memory import NoViews
from tests.ledger_builders import customer, item
from tests.memory_desk import BANK, CONFIG, OWN, SERVER, desk_with, work
from tests.test_books_machine import KeptJournal

NEVER_QUIET: Final = Quiet()
FIRST, LAST = date(2026, 1, 2), date(2026, 12, 31)
TERM: Final = 30
PAPER: Final = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel", "Ivy", "Juniper"]
TRADE: Final = [
    "Foundry",
    "Bakery",
    "Shipping",
    "Optics",
    "Paper",
    "Textiles",
    "Brewing",
    "Ceramics",
    "Motors",
    "Seeds",
]


class Ways(StrEnum):
    """How a customer behaves."""

    PROMPT = "prompt"  # tells two days before the day, the bank shows it on the day
    LATE = "late"  # only the bank shows it, weeks late
    DISPUTING = "disputing"  # objects to a half, pays the other half, and the rest in the end
    PROMISING = "promising"  # gives a day and keeps it
    BREAKING = "breaking"  # gives a day and pays weeks after it
    SHORT = "short"  # pays two thirds, and the rest weeks later
    SILENT = "silent"  # pays after the last letter
    BOUNCING = "bouncing"  # its mailbox is gone
    RETURNING = "returning"  # pays on the day, the bank takes it back, and it pays again
    LUMPING = "lumping"  # pays two months in one sum, with an advice


@dataclass(slots=True)
class Claimed:
    """What the agent has been told of an invoice, day by day: what no letter may ask for."""

    billed: int
    due_on: date
    paid: list[tuple[date, int]] = field(
        default_factory=list
    )  # told by a mail or shown by the bank; negative: taken back
    disputed: list[tuple[date, date, int]] = field(default_factory=list)  # from, until, cents
    promised: list[tuple[date, date]] = field(default_factory=list)  # from, by

    def askable(self, day: date) -> int:
        """The most that a letter of this day may ask for, in cents."""
        if any(start <= day <= by for start, by in self.promised):
            return 0
        left = self.billed - sum(cents for told, cents in self.paid if told <= day)
        return max(0, left - sum(cents for start, end, cents in self.disputed if start <= day < end))


@dataclass(slots=True)
class Day:
    """What happened on one day: the scheduled letters that went out, by the round in which they did."""

    day: date
    sent: list[list[Letter]]


@dataclass(slots=True)
class Year:
    """The world outside, and the desk in it."""

    seed: int
    config: Config = CONFIG
    quiet: Quiet = NEVER_QUIET  # when customers are left alone
    off: tuple[date, date] = (date(2026, 8, 3), date(2026, 8, 24))  # nobody runs the agent
    at: time = time(7, 30)  # UTC, of the first round of a day
    now: datetime = datetime(2026, 1, 2, 7, tzinfo=UTC)
    invoices: dict[str, Claimed] = field(default_factory=dict)
    owner: dict[str, str] = field(default_factory=dict)
    ways: dict[str, Ways] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    desk: Desk = field(init=False)
    journal: KeptJournal = field(default_factory=KeptJournal)
    plans: defaultdict[date, list[Callable[[], None]]] = field(default_factory=lambda: defaultdict(list))
    entries: list[str] = field(default_factory=list)  # of the bank's statement of this day
    mails: list[bytes] = field(default_factory=list)  # of this day, in the mailbox
    count: int = 0
    random: Random = field(init=False)

    def __post_init__(self) -> None:
        """A hundred customers, ten of each kind, in the books from the first day."""
        self.random = Random(self.seed)
        bare = desk_with([], [])
        autonomy = tuple(
            (kind, Autonomy.APPROVE if kind is LetterKind.FINAL_NOTICE else Autonomy.AUTO)
            for kind in LetterKind
        )
        self.desk = replace(
            bare,
            config=replace(self.config, autonomy=autonomy),
            policy=replace(bare.policy, dunning=replace(bare.policy.dunning, quiet=self.quiet)),
            bookkeeper=Bookkeeper(self.journal, NoViews(), fold.empty()),
            clock=lambda: self.now,
        )
        with self.desk.bookkeeper.commit(self.now, "staff") as commit:
            for number in range(100):
                one = f"K{number:03}"
                self.ways[one] = list(Ways)[number % len(Ways)]
                self.names[one] = f"{PAPER[number // 10]} {TRADE[number % 10]} {one} Ltd"
                language = ("en", "de", "zh")[number % 3]
                record = customer(
                    one, name=self.names[one], currency="EUR", language=language, terms=f"n/{TERM}"
                )
                commit.add(one, e.CustomerAdded(customer=record))

    @property
    def is_workday(self) -> Workday:
        """The company's calendar."""
        return self.desk.policy.is_workday

    def days(self) -> Iterator[Day]:
        """Each day on which the agent runs, after its rounds: two of them, the second an hour later."""
        day = FIRST
        while day <= LAST:
            self._issue(day)
            for plan in self.plans.pop(day, []):
                plan()
            self._bank(day)
            if not self.off[0] <= day < self.off[1]:
                yield self._worked(day)
            day += timedelta(days=1)

    def _worked(self, day: date) -> Day:
        self.now = datetime.combine(day, self.at, UTC)
        for raw in self.mails:
            work(self.desk, raw)
        self.mails.clear()
        rounds = []
        for _ in range(2):
            known = {
                one.letter_id for one in self.desk.books.letters.values() if one.status is LetterStatus.SENT
            }
            day_work(self.desk, NowhereTransport())
            rounds.append([
                one
                for one in self.desk.books.letters.values()
                if one.status is LetterStatus.SENT and one.letter_id not in known and one.kind in SCHEDULED
            ])  # fmt: skip
            self.now += timedelta(hours=1)
        for letter in [letter for sent in rounds for letter in sent]:
            if letter.customer_id and self.ways[letter.customer_id] is Ways.BOUNCING:
                self.plans[day + timedelta(days=1)].append(partial(self._come_back, letter))
        self._release()
        return Day(day, rounds)

    def _release(self) -> None:
        """A person approves the final notices of the day, for the next round, and has unanswered short payments collected."""
        with self.desk.bookkeeper.commit(self.now, "staff") as commit:
            for letter in list(commit.books.letters.values()):
                if letter.status is LetterStatus.HELD:
                    commit.add(letter.letter_id, e.LetterApproved(letter_id=letter.letter_id))
            for query in list(commit.books.queries.values()):
                if query.is_with_staff:
                    list(close(commit, (query.raised.letter_id,), "it is owed"))

    def _issue(self, day: date) -> None:
        """A customer has one invoice a month, on a day of its own."""
        for number, one in enumerate(self.names):
            if day.day != 1 + number % 28:
                continue
            invoice = f"LC-{40_000 + len(self.invoices)}"
            cents = self.random.randrange(10_000, 4_000_000)
            due_on = day + timedelta(days=TERM)
            self.invoices[invoice] = Claimed(cents, due_on)
            self.owner[invoice] = one
            with self.desk.bookkeeper.commit(datetime.combine(day, time(5), UTC), "staff") as commit:
                record = item(invoice, f"{cents / 100:.2f} EUR", one, issued_on=day, due_on=due_on)
                commit.add(invoice, e.InvoiceAdded(item=record))
            self._plan(one, invoice, self.invoices[invoice])

    def _plan(self, one: str, invoice: str, claimed: Claimed) -> None:
        due, cents, far = claimed.due_on, claimed.billed, self.random.randrange(8, 50)
        match self.ways[one]:
            case Ways.PROMPT:
                self._on(due - timedelta(days=2), self._advise, one, {invoice: cents}, due)
            case Ways.LATE:
                self._on(due + timedelta(days=far), self._pay, one, invoice, cents)
            case Ways.DISPUTING:
                end = due + timedelta(days=far + 40)
                self._on(due + timedelta(days=4), self._dispute, one, invoice, cents // 2, end)
                self._on(due + timedelta(days=9), self._pay, one, invoice, cents - cents // 2)
                self._on(end, self._pay, one, invoice, cents // 2)
            case Ways.PROMISING | Ways.BREAKING:
                by = due + timedelta(days=far)
                self._on(due + timedelta(days=5), self._promise, one, invoice, by)
                is_kept = self.ways[one] is Ways.PROMISING
                self._on(by if is_kept else by + timedelta(days=25), self._pay, one, invoice, cents)
            case Ways.SHORT:
                part = cents * 2 // 3
                self._on(due, self._advise, one, {invoice: part}, due)
                self._on(due + timedelta(days=far + 20), self._pay, one, invoice, cents - part)
            case Ways.SILENT | Ways.BOUNCING:
                self._on(due + timedelta(days=60 + far), self._pay, one, invoice, cents)
            case Ways.RETURNING:
                self._on(due, self._pay, one, invoice, cents)
                self._on(due + timedelta(days=6), self._take_back, one, invoice, cents)
                self._on(due + timedelta(days=6 + far), self._pay, one, invoice, cents)
            case Ways.LUMPING:
                before = [
                    n
                    for n, who in self.owner.items()
                    if who == one and n != invoice and not self.invoices[n].paid
                ]
                lines = {n: self.invoices[n].billed for n in (*before, invoice)}
                if len(lines) == 2:
                    self._on(due, self._advise, one, lines, due)

    def _on(self, day: date, act: Callable[..., None], *words: object) -> None:
        self.plans[day].append(lambda: act(day, *words))

    def _advise(self, day: date, one: str, lines: dict[str, int], value_on: date) -> None:
        reference = f"FT-{262_000 + self._number()}"
        rows = "\n".join(f"{invoice}    {euro(cents)}" for invoice, cents in lines.items())
        body = (
            f"Remittance advice\n\nPayment reference: {reference}\nPayment date: {value_on}\n\n"
            f"Invoice    Amount EUR\n{rows}\nTotal    {euro(sum(lines.values()))}\n"
        )
        self._write(one, "Remittance advice", body, day)
        for invoice, cents in lines.items():
            self.invoices[invoice].paid.append((day, cents))
        pay = partial(self._entry, value_on, "C", one, sum(lines.values()), reference, reference)
        if value_on == day:
            pay()
        else:
            self.plans[value_on].append(pay)

    def _pay(self, day: date, one: str, invoice: str, cents: int) -> None:
        self.invoices[invoice].paid.append((day, cents))
        self._entry(day, "C", one, cents, f"E2E{self._number():06}", f"Invoice {invoice}")

    def _take_back(self, day: date, one: str, invoice: str, cents: int) -> None:
        self.invoices[invoice].paid.append((day, -cents))
        self._entry(day, "RC", one, cents, f"E2E{self._number():06}", f"Return {invoice}")

    def _dispute(self, day: date, one: str, invoice: str, cents: int, end: date) -> None:
        text = f"Hello,\n\nWe dispute EUR {euro(cents)} of invoice {invoice}: the goods arrived damaged.\n\nRegards\n"
        self._write(one, f"Invoice {invoice}", text, day)
        self.invoices[invoice].disputed.append((day, end, cents))

    def _promise(self, day: date, one: str, invoice: str, by: date) -> None:
        text = f"Hello,\n\nWe will pay invoice {invoice} on {by:%-d %B %Y}.\n\nRegards\n"
        self._write(one, f"Invoice {invoice}", text, day)
        self.invoices[invoice].promised.append((day, by))

    def _write(self, one: str, subject: str, body: str, day: date) -> None:
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = f"ap@{one.lower()}.example", OWN, subject
        message["Date"] = email.utils.format_datetime(datetime.combine(day, time(6), UTC))
        message["Message-ID"] = f"<{self._number()}@{one.lower()}.example>"
        message.set_content(body)
        self.mails.append(vouched(message, f"{one.lower()}.example"))

    def _entry(self, day: date, mark: str, one: str, cents: int, reference: str, text: str) -> None:
        self.entries.append(
            f":61:{day:%y%m%d}{mark}{cents // 100},{cents % 100:02}NTRF{reference}//B{self._number()}\n"
            f":86:{text} {self.names[one]}\n"
        )

    def _bank(self, day: date) -> None:
        """The bank mails a statement on each day on which something moved."""
        if not self.entries:
            return
        number = self._number()
        text = f":20:S{number}\n:25:BANK/1\n:60F:C{day:%y%m%d}EUR1000000,00\n" + "".join(self.entries)
        self.entries.clear()
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = BANK, OWN, f"Statement {number}"
        message["Date"] = email.utils.format_datetime(datetime.combine(day, time(6, 30), UTC))
        message["Message-ID"] = f"<{number}@bank.example>"
        message.set_content("attached")
        message.add_attachment(text.encode(), maintype="text", subtype="plain", filename="a.sta")
        self.mails.append(vouched(message, "bank.example"))

    def _come_back(self, letter: Letter) -> None:
        self.mails.append(self._bounce(letter))

    def _bounce(self, letter: Letter) -> bytes:
        lines = (
            "Return-Path: <>", "From: Mail Delivery System <MAILER-DAEMON@relay.example>", f"To: {OWN}",
            "Subject: Undelivered Mail Returned to Sender", f"Date: {email.utils.format_datetime(self.now)}",
            f"Message-ID: <dsn{self._number()}@relay.example>", "Auto-Submitted: auto-replied", "MIME-Version: 1.0",
            'Content-Type: multipart/report; report-type=delivery-status; boundary="=_dsn"', "",
            "--=_dsn", "Content-Type: text/plain", "", f"<{letter.to[0]}>: user unknown", "",
            "--=_dsn", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; relay.example", "",
            f"Final-Recipient: rfc822; {letter.to[0]}", "Action: failed", "Status: 5.1.1", "",
            "--=_dsn", "Content-Type: text/rfc822-headers", "", f"Message-ID: {letter.message_id}", "", "--=_dsn--", "",
        )  # fmt: skip
        return "\r\n".join(lines).encode()

    def _number(self) -> int:
        self.count += 1
        return self.count


def euro(cents: int) -> str:
    """1,234.56"""
    return f"{cents // 100:,}.{cents % 100:02}"


def vouched(message: EmailMessage, domain: str) -> bytes:
    """The message as our own server hands it over."""
    top = f"Authentication-Results: {SERVER}; dmarc=pass header.from={domain}\r\n"
    return top.encode() + bytes(message).replace(b"\n", b"\r\n")
