"""Applications that the system of record does not know yet to a numbered batch: written once, recorded, and again on demand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from agent.errors import AgentError
from agent.facts.books import Books
from agent.facts.events import ApplicationsExported
from agent.facts.postings import Batch
from agent.ledger.handover import Handover
from agent.ledger.posting_file import Line, as_bytes, batch_lines, from_bytes
from agent.ledger.postings import waiting
from agent.pipeline.bookkeeping import Bookkeeper
from agent.store.blobs import Blobs


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A batch, its lines and its file's bytes."""

    batch: str
    lines: tuple[Line, ...]
    content: bytes


def form_of(path: Path) -> str:
    """What a file's name says that it is. AgentError where that is neither CSV nor XLSX."""
    form = path.suffix.lower().removeprefix(".")
    if form not in ("csv", "xlsx"):
        raise AgentError(f"{path}: name a file that ends in .csv or .xlsx")
    return form


def export_new(
    to: Path | None,
    *,
    form: str,
    bookkeeper: Bookkeeper,
    blobs: Blobs,
    clock: Callable[[], datetime],
    zone: ZoneInfo,
) -> Exported | None:
    """The next batch, recorded; None where there is nothing new, and then no number is used.

    The file is whole on the disk before the line in the journal, and gets its name after it. Killed before: nothing was
    exported, the next try makes the same batch. Killed after: the batch is recorded, and `export_again` writes its bytes.
    """
    handover = None
    try:
        with bookkeeper.commit(clock(), "staff") as commit:
            exported = next_batch(commit.books, form, commit.at, zone)
            if exported is None:
                return None
            postings = waiting(commit.books)
            if to is not None:
                handover = Handover(to, exported.batch)
                handover.holds(exported.content)  # refuses a file of something else
                handover.write(exported.content)
            event = ApplicationsExported(
                batch=exported.batch,
                form=form,
                sha256=blobs.put(exported.content),
                lines_sha256=blobs.put(as_bytes(exported.lines, "jsonl", commit.at)),
                keys=tuple(posting.key for posting in postings),
            )
            blobs.sync()
            commit.add(exported.batch, event)
    except BaseException:
        if handover:
            handover.drop()
        raise
    if handover:
        handover.finish()
    return exported


def next_batch(books: Books, form: str, at: datetime, zone: ZoneInfo) -> Exported | None:
    """What the next batch would be; None where there is nothing to export."""
    postings = waiting(books)
    if not postings:
        return None
    year = at.astimezone(zone).year
    count = sum(number.startswith(f"B-{year}-") for number in books.batches)
    batch = f"B-{year}-{count + 1:04}"
    lines = batch_lines(books, postings, batch)
    return Exported(batch=batch, lines=tuple(lines), content=as_bytes(lines, form, at))


def export_again(number: str, to: Path | None, *, form: str | None, books: Books, blobs: Blobs) -> Exported:
    """An earlier batch: byte for byte in the form that it was written in, else the same lines in another one."""
    batch: Batch | None = books.batches.get(number)
    if batch is None:
        last = next(reversed(books.batches), None)
        raise AgentError(
            f"{number} is no batch of this home; " + (f"the last is {last}" if last else "there is none yet")
        )
    lines = from_bytes(blobs.get(batch.lines_sha256))
    if form in (None, batch.form):
        content = blobs.get(batch.sha256)
    else:
        content = as_bytes(lines, form or batch.form, batch.exported_at)
    if to is not None:
        handover = Handover(to, number)
        if not handover.holds(content):
            handover.write(content)
            handover.finish()
    return Exported(batch=number, lines=tuple(lines), content=content)
