"""A statement of account to what its PDF and its workbook say: names, words, and the texts of each row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from agent.dates import AGING_BUCKETS, month_end
from agent.facts.company import Company
from agent.facts.ledger import Customer
from agent.facts.statements import Flag, Statement, StatementItem, StatementLine
from agent.money import Money
from agent.outbox.clean import clean
from agent.outbox.wording import Wording
from agent.rules.statements import Words

_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_NO_FILE: Final = re.compile(r"[^\w.-]+")
LINE_COLUMNS: Final = ("on", "type", "number", "po", "due", "late", "debit", "credit", "balance")
ITEM_COLUMNS: Final = ("invoice", "po", "issued", "due", "late", "billed", "open", "flag")
CASH_COLUMNS: Final = ("on", "reference", "flag", "amount")

Cell = Money | date | int | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A statement with all that stands on its paper."""

    statement: Statement
    company: Company
    customer: Customer
    token: str  # what an answer names: the letter's id, else one of its own
    written_at: datetime  # aware, at the company
    answer_on: date | None  # by when an answer is asked for
    wording: Wording
    words: Words
    guide: tuple[tuple[str, str], ...] = ()  # where to pay: a word and what stands beside it
    guide_caption: str = ""

    def word(self, section: str, key: str) -> str:
        """A word of statement.toml."""
        return self.words[section][key]

    @property
    def us(self) -> str:
        """Our name, in the customer's script where we have one in it."""
        company = self.company
        if (self.wording.language.code == "zh" or _HAN.search(self.customer.name)) and not _HAN.search(
            company.name
        ):
            return clean(next((alias for alias in company.aliases if _HAN.search(alias)), company.name))
        return clean(company.name)

    @property
    def period(self) -> str:
        """For a file's name: 2026-10 for a whole month, else the last day."""
        one = self.statement
        is_month = one.first_on.day == 1 and one.last_on == month_end(one.first_on)
        return f"{one.last_on:%Y-%m}" if is_month else one.last_on.isoformat()

    def file_name(self, suffix: str) -> str:
        """Without what a file system or a mail program may stumble over."""
        pattern = self.word("paper", "file")
        several = f"{self.period}_{self.statement.currency}"
        said = pattern.format(customer=self.customer.customer_id, period=several, token=self.token)
        return _NO_FILE.sub("-", said)[:120] + suffix

    @property
    def in_words(self) -> str:
        """The closing balance in capital figures where the language writes them, and it is owed to us."""
        closing = self.statement.closing
        return self.wording.in_words((closing,)) if closing.minor > 0 else ""

    @property
    def days(self) -> str:
        """The period in words."""
        one = self.statement
        return self.word("paper", "days").format(
            first=self.wording.day(one.first_on), last=self.wording.day(one.last_on)
        )

    @property
    def known_at(self) -> str:
        """The last day, and the instant up to which the books are in it."""
        local = self.statement.known_at.astimezone(self.written_at.tzinfo)
        return f"{self.wording.day_in_table(local.date())} {local:%H:%M}"

    @property
    def answer(self) -> tuple[str, str]:
        """Subject and text of the mail that says the balance agrees."""
        one = self.statement
        values = {
            "token": self.token,
            "customer": one.customer_id,
            "day": one.last_on.isoformat(),
            "balance": f"{one.currency} {one.closing.amount}",
        }
        return self.word("slip", "subject").format(**values), self.word("slip", "answer").format(**values)

    def flag(self, flag: Flag | None) -> str:
        """What a flag says."""
        return self.word("flags", flag) if flag else ""

    def lines(self) -> Iterator[tuple[Cell, ...]]:
        """Rows under LINE_COLUMNS."""
        for line in self.statement.lines:
            yield self._line(line)

    def _line(self, line: StatementLine) -> tuple[Cell, ...]:
        said = self.word("movements", line.movement)
        flag = self.flag(line.flag)
        owed = line.amount.minor > 0
        return (
            line.on,
            self.word("paper", "flagged").format(what=said, flag=flag) if flag else said,
            clean(line.number, 48),
            clean(line.po_no or "", 48),
            line.due_on,
            line.days_overdue or None,
            line.amount if owed else None,
            None if owed else -line.amount,
            line.balance,
        )

    def items(self) -> Iterator[tuple[Cell, ...]]:
        """Rows under ITEM_COLUMNS."""
        for item in self.statement.items:
            yield self._item(item)

    def _item(self, item: StatementItem) -> tuple[Cell, ...]:
        flag = self.flag(item.flag)
        if item.flag is Flag.PROMISED and item.promised_on:
            flag = f"{flag} {self.wording.day_in_table(item.promised_on)}"
        return (
            clean(item.invoice, 48),
            clean(item.po_no or "", 48),
            item.issued_on,
            item.due_on,
            item.days_overdue or None,
            item.billed,
            item.open,
            flag,
        )

    def cash(self) -> Iterator[tuple[Cell, ...]]:
        """Rows under CASH_COLUMNS."""
        for one in self.statement.cash:
            yield one.paid_on, clean(one.reference, 48), self.flag(one.flag), one.amount

    def strip(self) -> Iterator[tuple[str, Money]]:
        """The sums of the period, from opening to closing."""
        for name in ("opening", "invoiced", "received", "credited", "closing"):
            yield self.word("strip", name), getattr(self.statement, name)

    def aging(self) -> Iterator[tuple[str, Money]]:
        """By age, to the closing balance."""
        one = self.statement
        yield from (
            (self.word("buckets", name), amount)
            for name, amount in zip(AGING_BUCKETS, one.buckets, strict=True)
        )
        if one.unapplied:
            yield self.word("strip", "unapplied"), -one.unapplied
        yield self.word("strip", "closing"), one.closing

    def text(self, cell: Cell) -> str:
        """A cell as it stands on paper, amounts without their currency."""
        match cell:
            case None:
                return ""
            case Money():
                return self.wording.figures(cell)
            case date():
                return self.wording.day_in_table(cell)
            case _:
                return str(cell)
