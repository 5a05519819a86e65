"""A home's folder in, its books, journal and blobs out, opened; one `run` at a time."""

import fcntl
import gc
import os
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final
from zoneinfo import ZoneInfo

from agent.config import FILE, load
from agent.errors import AgentError, HomeBusy, JournalBroken
from agent.facts.books import Books
from agent.facts.events import Recorded, Stamped
from agent.ledger import fold
from agent.ledger.restore import restore
from agent.pipeline.bookkeeping import Bookkeeper
from agent.store.codec import Line
from agent.store.file_blobs import FileBlobs
from agent.store.file_journal import FileJournal
from agent.store.tinydb_views import TinyDbViews

STATE: Final = "state"
_WORTH_A_CHECKPOINT: Final = 200  # events; fewer are folded again faster than a checkpoint is written
_WORTH_A_SHARE: Final = 50  # and one for so many records that it would write


def is_home(folder: Path) -> bool:
    """True where a remitd.toml lies in the folder."""
    return (folder / FILE).is_file()


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A home's books and blobs, opened."""

    path: Path
    journal: FileJournal
    bookkeeper: Bookkeeper
    blobs: FileBlobs

    @property
    def books(self) -> Books:
        """The books as of the journal's last whole commit when they were opened."""
        return self.bookkeeper.books


@contextmanager
def open_home(path: Path) -> Iterator[Home]:
    """Checkpoint plus the journal's tail; a new checkpoint is saved at the end where much came since the last."""
    if not is_home(path):
        raise AgentError(f"{path / FILE}: is missing; make a home with: remitd init {path}")
    state = path / STATE
    if not state.is_dir():
        raise AgentError(
            f"{state}: is gone, and with it the books; restore it from a backup (to start with empty books, make the folder)"
        )
    views = TinyDbViews(state / "books.json")
    with without_collector():
        journal, books = _from_checkpoint(state, views)
    with closing(journal), closing(FileBlobs(state / "blobs")) as blobs:
        bookkeeper = Bookkeeper(journal, views, books)
        is_rebuilt = not books.seq
        with without_collector():
            bookkeeper.catch_up()
        if is_rebuilt and bookkeeper.books.seq >= _WORTH_A_CHECKPOINT:
            _keep_rebuilt(journal, bookkeeper)
        yield Home(path=path, journal=journal, bookkeeper=bookkeeper, blobs=blobs)
        bookkeeper.checkpoint(least=_WORTH_A_CHECKPOINT, share=_WORTH_A_SHARE)


def _keep_rebuilt(journal: FileJournal, bookkeeper: Bookkeeper) -> None:
    """Save books that were folded from the first line, as after an upgrade, so that the next command need not.

    Nothing where this user may only read, or another command writes: then that one saves them.
    """
    with suppress(OSError, HomeBusy):
        with journal.writing():  # what another one wrote is durable once it has let go of the lock
            bookkeeper.catch_up()
        bookkeeper.checkpoint(least=_WORTH_A_CHECKPOINT, is_reading=True)


def _from_checkpoint(state: Path, views: TinyDbViews) -> tuple[FileJournal, Books]:
    """The books as they were saved, and the journal standing there; both empty where nothing was."""
    saved = views.load()
    journal = FileJournal(state)
    if not saved:
        return journal, fold.empty()
    position, records = saved
    if not journal.holds(position):
        raise JournalBroken(
            f"{state / 'journal'}: line {position.seq}, which {state / 'books.json'} was written at, is not there "
            "as it was; restore the journal from a backup (or, if the journal is right, delete books.json)"
        )
    return FileJournal(state, start=position), restore(records, seq=position.seq, head=position.head)


@contextmanager
def without_collector() -> Iterator[None]:
    """Books hold no cycles and stay: the collector would walk them again and again while they grow, and ever after."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def whole_journal(home: Path) -> Iterator[Recorded]:
    """Every line from the first, verified as it is read. JournalBroken at the first that does not hold."""
    if not is_home(home):
        raise AgentError(f"{home / FILE}: is missing; make a home with: remitd init {home}")
    for commit in whole_commits(home):
        yield from commit


def whole_commits(home: Path) -> Iterator[list[Recorded]]:
    """The same, each commit by itself."""
    with closing(FileJournal(home / STATE)) as journal:
        yield from journal.commits()


def raw_lines(home: Path) -> Iterator[Line]:
    """Every line, verified as it is read, its event still as bytes."""
    with closing(FileJournal(home / STATE)) as journal:
        yield from journal.lines()


def stamped_journal(home: Path, kinds: Collection[type]) -> Iterator[Stamped]:
    """Every line from the first, verified as it is read; the events of these kinds alone, which takes a third of the time."""
    with closing(FileJournal(home / STATE)) as journal:
        yield from journal.stamped(kinds)


def verify(home: Path) -> None:
    """Read the whole chain; JournalBroken where it does not hold, so that nothing is built on a changed past."""
    with closing(FileJournal(home / STATE)) as journal:
        journal.check()


def zone(home: Path) -> ZoneInfo:
    """The company's time zone."""
    return ZoneInfo(load(home).company.time_zone)


@contextmanager
def only_run(home: Path) -> Iterator[None]:
    """Be the one `run` of this home. HomeBusy where another is there."""
    with (home / STATE / "run.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise HomeBusy(
                f"{home}: another `remitd run` works on this home; stop it or wait for it"
            ) from error
        yield


@contextmanager
def new_file(path: Path) -> Iterator[IO[bytes]]:
    """A file that has its name once it is whole. AgentError where its folder can't be written to."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("xb") as file:
            yield file
        temporary.rename(path)
    except OSError as error:
        raise AgentError(f"{path}: can't be written ({error.strerror}); name another file") from error
    finally:
        temporary.unlink(missing_ok=True)
