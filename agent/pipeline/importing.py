"""A file of customers or invoices to the journal: all of it in one commit, or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from agent.facts.events import CustomerAdded, InvoiceAdded, InvoiceDiffered, LedgerImported
from agent.ids import digest
from agent.ledger import feed
from agent.ledger.sheet import read_rows
from agent.pipeline.bookkeeping import Bookkeeper


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did, for the operator."""

    rows: int
    added: int
    changed: int
    differing: tuple[InvoiceDiffered, ...]


def import_file(what: str, path: Path, *, bookkeeper: Bookkeeper, clock: Callable[[], datetime]) -> Imported:
    """Import `what` ("customers" or "invoices"); the same file again changes nothing. AgentError names a bad row."""
    rows = read_rows(path)
    read = feed.customers if what == "customers" else feed.invoices
    with bookkeeper.commit(clock(), "staff") as commit:
        found = read(rows, file=str(path), books=commit.books)
        added = sum(isinstance(event, CustomerAdded | InvoiceAdded) for _, event in found)
        differing = tuple(event for _, event in found if isinstance(event, InvoiceDiffered))
        changed = len(found) - added - len(differing)
        if added or changed:
            commit.add(
                path.name,
                LedgerImported(
                    what=what, file=path.name, sha256=digest(path.read_bytes()), added=added, changed=changed
                ),
            )
            for subject, event in found:
                if not isinstance(event, InvoiceDiffered):
                    commit.add(subject, event)
    count = sum(1 for row in rows[1:] if any(cell.strip() for cell in row))
    return Imported(rows=count, added=added, changed=changed, differing=differing)
