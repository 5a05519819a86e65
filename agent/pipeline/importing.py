"""A file of customers or invoices to the journal: all of it in one commit, or nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.ledger import Item
from agent.ids import digest
from agent.ledger import feed
from agent.ledger.sheet import read_rows
from agent.money import Money, total
from agent.pipeline.bookkeeping import Bookkeeper
from agent.rules.feeds import FeedRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """What a file of invoices has in one currency."""

    count: int
    billed: Money
    open: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did, or would do, for the operator."""

    rows: int
    added: int
    changed: int
    events: tuple[e.Event, ...]
    sums: tuple[Sum, ...]  # by currency, of the invoices that are taken
    left_out: tuple[tuple[str, str], ...]  # number or name, and the status for which it is not taken
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How a file is imported, and what must hold for it."""

    rules: FeedRules | None = None  # None: files in the contract's own columns alone
    is_full: bool = False  # invoices: the file has all that is open
    is_dry: bool = False  # nothing is written
    totals: tuple[Money, ...] = ()  # what the file's open amounts must sum to
    home_currency: Callable[[], str] = str  # of lists that name none


_PLAIN: Final = How()


def import_file(
    what: str, path: Path, *, bookkeeper: Bookkeeper, clock: Callable[[], datetime], how: How = _PLAIN
) -> Imported:
    """Import a file; the same file again changes nothing. AgentError names a bad row or a total that does not hold."""
    rows = read_rows(path)

    def read(books: Books) -> tuple[feed.Fed, Imported]:
        file = str(path)
        table = feed.read_table(
            rows, what=what, file=file, rules=how.rules, books=books, home_currency=how.home_currency
        )
        if what == "customers":
            fed = feed.customers(table, file=file, books=books)
        else:
            fed = feed.invoices(table, file=file, books=books, is_full=how.is_full)
        sums = _sums(fed.items)
        _check(path, how.totals, sums)
        return fed, _imported(fed, tuple(sums.values()))

    if how.is_dry:
        return read(bookkeeper.catch_up())[1]
    with bookkeeper.commit(clock(), "staff") as commit:
        fed, done = read(commit.books)
        written = [entry for entry in fed.events if not isinstance(entry[1], e.InvoiceDiffered)]
        if written:
            imported = e.LedgerImported(
                what=what,
                file=path.name,
                sha256=digest(path.read_bytes()),
                added=done.added,
                changed=done.changed,
            )
            commit.add(path.name, imported)
        for subject, event in written:
            commit.add(subject, event)
    return done


def _imported(fed: feed.Fed, sums: tuple[Sum, ...]) -> Imported:
    events = tuple(event for _, event in fed.events)
    return Imported(
        rows=fed.rows,
        added=sum(isinstance(event, e.CustomerAdded | e.InvoiceAdded) for event in events),
        changed=sum(isinstance(event, e.CustomerChanged | e.InvoiceCorrected) for event in events),
        events=events,
        sums=sums,
        left_out=fed.left_out,
        notes=fed.notes,
    )


def _sums(items: tuple[Item, ...]) -> dict[str, Sum]:
    found: dict[str, Sum] = {}
    for currency in sorted({item.billed.currency for item in items}):
        own = [item for item in items if item.billed.currency == currency]
        found[currency] = Sum(
            count=len(own),
            billed=total((item.billed for item in own), currency),
            open=total((item.open for item in own), currency),
        )
    return found


def _check(path: Path, totals: tuple[Money, ...], sums: Mapping[str, Sum]) -> None:
    for said in totals:
        found = sums[said.currency].open if said.currency in sums else Money(0, said.currency)
        if found != said:
            raise AgentError(
                f"{path}: its open amounts sum to {found}, and --total says {said}; export the file again, whole, "
                "or correct --total; nothing of the file was imported"
            )
