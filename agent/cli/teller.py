"""Facts to lines of a language on a terminal: amounts, days and the journal's sentences, headings, columns that line up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

from agent.facts.books import Books
from agent.facts.events import Recorded
from agent.ids import instant
from agent.money import Money
from agent.outbox.clean import clean
from agent.outbox.plain import width, wrapped
from agent.outbox.wording import TIED, Wording
from agent.rules.explain import Words
from agent.store.codec import to_plain

COLUMNS: Final = 100
_LONGEST: Final = 44  # of a table's cell of words
_LONGEST_QUOTED: Final = 120


@dataclass(frozen=True, slots=True)
class Told:
    """A line, and the heading that it stands under."""

    section: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """What is told of, and in which language."""

    books: Books
    words: Words
    wording: Wording
    zone: ZoneInfo
    seqs: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))  # kind, subject

    def line(self, key: str, **values: object) -> str:
        """A line of the wording file."""
        return self.words.word("lines", key, **values)

    def heading(self, section: str, *about: tuple[str, str]) -> Iterator[Told]:
        """A heading, with the journal's lines that say what stands under it, each a kind of event and its subject."""
        seqs = sorted(seq for one in about for seq in self.seqs.get(one, ()))
        text = self.words.word("headings", section)
        where = f"  [{self.line('seqs', seqs=', '.join(map(str, seqs)))}]" if seqs else ""
        yield Told(section, "")
        yield Told(section, text + where)

    def text(self, section: str, text: str, *, mark: str = "  ") -> Iterator[Told]:
        """A line, broken where the terminal ends."""
        for number, piece in enumerate(wrapped(text, COLUMNS - len(mark))):
            yield Told(section, (" " * len(mark) if number else mark) + piece)

    def reasons(self, section: str, reasons: Iterable[str]) -> Iterator[Told]:
        """Sentences of the journal, a point each."""
        for reason in reasons:
            yield from self.text(section, self.sentence(reason), mark="  - ")

    def table(
        self, section: str, names: Sequence[str], rows: Sequence[Sequence[str]], right: str
    ) -> Iterator[Told]:
        """Columns named in the wording file; those named in `right` are amounts. A column without values is left out."""
        kept = [n for n in range(len(names)) if any(row[n] for row in rows)]
        heads = [self.words.word("columns", names[n]) for n in kept]
        cells = [heads, *([_cut(row[n]) for n in kept] for row in rows)]
        widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
        for row in cells:
            set_ = (
                _padded(cell, widths[at], is_right=names[kept[at]] in right.split())
                for at, cell in enumerate(row)
            )
            yield Told(section, ("  " + "   ".join(set_)).rstrip())

    def money(self, amount: Money | None) -> str:
        """With its currency. "" for None."""
        return self.wording.money(amount).replace(TIED, " ")

    def figures(self, amount: Money | None) -> str:
        """Without its currency. "" for None."""
        return "" if amount is None else self.wording.figures(amount)

    def day(self, day: date | None) -> str:
        """As in a table. "" for None."""
        return self.wording.day_in_table(day).replace(TIED, " ") if day else ""

    def moment(self, at: datetime | None) -> str:
        """Day and minute at the company."""
        if at is None:
            return ""
        local = at.astimezone(self.zone)
        return f"{self.day(local.date())} {local:%H:%M}"

    def sentence(self, text: str) -> str:
        """A sentence of the journal."""
        return self.words.sentence(text, self.wording.said)

    def quoted(self, text: str) -> str:
        """What others wrote, within quotation marks."""
        return self.line("quoted", text=clean(text, _LONGEST_QUOTED))

    def customer(self, customer_id: str | None) -> str:
        """Number and name."""
        if customer_id is None:
            return self.line("nobody")
        customer = self.books.customers.get(customer_id)
        return f"{customer_id} {customer.name}" if customer else customer_id

    def journal(self, journal: Iterable[Recorded], *ids: str) -> list[str]:
        """The journal's lines about an id, or that name it; learns where everything stands."""
        quoted, found = [msgspec.json.encode(one) for one in ids], []
        for recorded in journal:
            kind = type(recorded.event).__name__
            self.seqs[kind, recorded.subject].append(recorded.seq)
            line = msgspec.json.encode(recorded.event, enc_hook=to_plain)
            if recorded.subject in ids or any(one in line for one in quoted):
                found.append(f"  {recorded.seq:6} {instant(recorded.at)} {kind} ({recorded.actor})")
        return found


def _cut(text: str) -> str:
    pieces = wrapped(text, _LONGEST)
    return text if len(pieces) < 2 else pieces[0] + " …"


def _padded(text: str, columns: int, *, is_right: bool) -> str:
    space = " " * (columns - width(text))
    return space + text if is_right else text + space
