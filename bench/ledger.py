"""`python -m bench ledger`: what a large ledger costs in memory, at start, for an advice, a commit, a mail and a day.

Three sizes, each a hundredth, a tenth and the whole of `--customers`, ten open items each. Every part is measured in a
process of its own, over a home on disk. Read the ratios: of the sizes to each other, and to the baselines. What waits for no
disk and no other process is measured in processor time.
"""

import gc
import os
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any, Final

from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage

from agent import app
from agent.cli.homes import make_home
from agent.cli.running import configure_log
from agent.config import load
from agent.decide.dunning import due_letters
from agent.facts.books import Books
from agent.facts.events import MessageReceived
from agent.facts.payments import Origin, Status
from agent.facts.readings import PaymentRead
from agent.ids import folded
from agent.ledger import fold
from agent.match.payer import identify
from agent.match.payment import match
from agent.pipeline.bookkeeping import Bookkeeper
from agent.pipeline.desk import Desk
from agent.pipeline.round import one_round
from agent.pipeline.schedule import ask_again, settle_due, write_due
from agent.pipeline.sending import send_queued, withdraw_outdated
from agent.store.file_journal import FileJournal
from agent.store.tinydb_views import TinyDbViews
from bench.trade import NOW, TODAY, Trade

ADVICES: Final = ("names items", "account", "exact name", "name in text", "a sum of three", "name misspelt", "items and name misspelt", "unknown name")  # fmt: skip
_COMMIT: Final = 20_000  # events
_LONGEST: Final = 20  # seconds for one kind of work; what is slow is done less often
CONFIG: Final = (
    '[company]\nname = "Harbour Supply Co."\naddress = "ar@harbour.example"\nstaff = ["li.na@harbour.example"]\n'
    'country = "CN"\ntime_zone = "Asia/Shanghai"\n[inbox]\nurl = "maildir:mail/in"\n[outbox]\nurl = "maildir:mail/out"\n'
    '[autonomy]\nreminder = "auto"\ndunning = "auto"\n'
)


def measure(customers: int) -> dict[str, Any]:
    """All tables, printed as they come; the figures by size."""
    sizes = [size for size in (customers // 100, customers // 10, customers) if size >= 100] or [customers]
    figures: dict[str, Any] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as temporary:
            figures[str(size)] = _measure_size(Path(temporary) / "home", size)
    _print(figures)
    return figures


def _measure_size(home: Path, customers: int) -> dict[str, Any]:
    found: dict[str, Any] = {"customers": customers}
    parts: dict[str, Callable[..., dict[str, Any]]] = {
        "made": make, "start": start, "journal": start_from_journal, "match": matching, "scan": scans,
        "commit": commits, "mail": mails, "day": days,
    }  # fmt: skip
    for name, part in parts.items():
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
            found[name] = process.submit(part, home, customers).result()
        print(f"  {customers} customers, {name}: {found[name]}", flush=True)
    return found


def make(folder: Path, customers: int) -> dict[str, float]:
    """The home, written by commits; then one checkpoint of it, which is timed."""
    list(make_home(folder))
    (folder / "remitd.toml").write_text(CONFIG, encoding="utf-8")
    trade, state = Trade(customers), folder / app.STATE
    views = TinyDbViews(state / "books.json")
    with closing(FileJournal(state)) as journal:
        bookkeeper = Bookkeeper(journal, _NoViews(), fold.empty())
        events = chain(trade.opening(), trade.history())
        while batch := list(islice(events, _COMMIT)):
            with bookkeeper.commit(NOW, "bench") as commit:
                for event in batch:
                    commit.add("bench", event)
        seconds = min(_seconds(partial(views.save, bookkeeper.books, journal.position)) for _ in range(2))
    journal_bytes = sum(path.stat().st_size for path in (state / "journal").iterdir())
    return {
        "journal_mb": journal_bytes / 1e6,
        "checkpoint_mb": (state / "books.json").stat().st_size / 1e6,
        "checkpoint_s": seconds,
        "events": bookkeeper.books.seq,
    }


class _NoViews:
    """No checkpoints while the home is made."""

    def save(self, books: Books, position: object) -> None:
        """Nothing is kept."""


def start(folder: Path, _: int) -> dict[str, float]:
    """From the checkpoint, and then the whole chain, as `remitd run` does it."""
    return _started(folder) | {"verify_s": _processor(lambda: app.verify(folder))}


def start_from_journal(folder: Path, _: int) -> dict[str, float]:
    """From the journal alone, its chain verified."""
    views = folder / app.STATE / "books.json"
    aside = views.rename(views.with_suffix(".aside"))
    try:
        return _started(folder)
    finally:
        aside.rename(views)


def _started(folder: Path) -> dict[str, float]:
    before = _resident_mb()
    started, started_processor = time.perf_counter(), time.process_time()
    with app.open_home(folder) as home:
        seconds, processor = time.perf_counter() - started, time.process_time() - started_processor
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
        gc.collect()
        assert home.books.items
        return {
            "start_s": seconds,
            "processor_s": processor,
            "resident_mb": _resident_mb(),
            "peak_mb": peak,
            "before_mb": before,
        }


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@contextmanager
def _desk(folder: Path) -> Iterator[Desk]:
    configure_log("quiet")
    config = load(folder)
    with app.open_home(folder) as home, app.open_desk(home, config, app.clock(NOW)) as desk:
        yield desk


def matching(folder: Path, customers: int) -> dict[str, Any]:
    """identify + match of advices of every kind: median and p99 in milliseconds, and the first call's."""
    trade, found = Trade(customers), {}
    with _desk(folder) as desk:
        for kind in ADVICES:
            times: list[float] = []
            for number in trade.some(300, kind):
                read, names, sender = trade.advice(kind, number)
                times.append(1000 * _processor(partial(_matched, desk, read, names, sender)))
                if sum(times) > 1000 * _LONGEST:
                    break
            rest = sorted(times[1:])
            found[kind] = {
                "median_ms": median(rest),
                "p99_ms": rest[len(rest) * 99 // 100],
                "first_ms": times[0],
                "advices": len(rest),
            }
    return found


def _matched(desk: Desk, read: PaymentRead, names: tuple[str, ...], sender: str) -> object:
    books, rules = desk.books, desk.policy.matching
    payer = identify(
        read, names, books, sender=sender, sender_customers=books.customers_for(sender, frozenset()),
        is_staff_document=False, own_names=("Harbour Supply Co.",), rules=rules,
    )  # fmt: skip
    return match(
        read, payer, books, rules=rules, today=TODAY, origin=Origin.ADVICE if sender else Origin.BANK,
        apply_on="advice", thread_letters=(), paid_default=TODAY,
    )  # fmt: skip


def scans(folder: Path, customers: int) -> dict[str, float]:
    """The items of one advice found otherwise: by our index, by a scan of all items, by TinyDB's own queries; ms."""
    trade, rounds = Trade(customers), 3
    with app.open_home(folder) as home:
        books = home.books
        wanted = [
            [line.invoice for line in trade.advice("names items", number)[0].lines]
            for number in trade.some(rounds, "scan")
        ]
        ours = [_processor(lambda w=one: [books.anchors.number(number) for number in w]) for one in wanted]
        linear = [_processor(partial(_linear, books, one)) for one in wanted]
    file = TinyDB(folder / app.STATE / "books.json", access_mode="r")
    memory = TinyDB(storage=MemoryStorage)
    memory.storage.write({"items": (file.storage.read() or {})["items"]})
    in_memory = [_processor(partial(_tinydb, memory, one)) for one in wanted]
    on_disk = [_processor(partial(_tinydb, file, one)) for one in wanted[:2]]
    return {
        "index_ms": 1000 * median(ours),
        "scan_ms": 1000 * median(linear),
        "tinydb_memory_ms": 1000 * median(in_memory),
        "tinydb_file_ms": 1000 * min(on_disk),
    }


def _linear(books: Books, wanted: list[str]) -> object:
    keys = {folded(number) for number in wanted}
    return [item for item in books.items.values() if folded(item.invoice_no) in keys]


def _tinydb(db: TinyDB, wanted: list[str]) -> object:
    found = db.table("items").search(where("invoice_no").one_of(wanted))
    assert len(found) == len(wanted)
    return found


def commits(folder: Path, _: int) -> dict[str, float]:
    """One event's commit beside a line of the same size, written and synced on the same disk; medians of turns, ms."""
    with app.open_home(folder) as home, (folder / "state" / "line").open("wb") as file:
        line = b"x" * 600

        def sync() -> None:
            file.write(line)
            file.flush()
            os.fdatasync(file.fileno())

        def commit(number: int) -> None:
            with home.bookkeeper.commit(NOW, "bench") as open_commit:
                event = MessageReceived(
                    mail_id=f"M-x{number}", mailbox="bench", key=f"b{number}", sha256=f"{number:064}", size=1
                )  # fmt: skip
                open_commit.add(event.mail_id, event)

        pairs = [(_seconds(sync), _seconds(partial(commit, number))) for number in range(300)]
        home.bookkeeper._saved_seq = home.books.seq  # these messages are not to be found later
    _forget_tail(folder)
    synced, committed = (median(column) for column in zip(*pairs, strict=True))
    return {
        "fsync_ms": 1000 * synced,
        "commit_ms": 1000 * committed,
        "ratio": median(two / one for one, two in pairs),
    }


def _forget_tail(folder: Path) -> None:
    """Cut the journal back to the checkpoint, so that the next part finds the home as it was made."""
    saved = TinyDbViews(folder / app.STATE / "books.json").load()
    assert saved
    position = saved[0]
    os.truncate(folder / app.STATE / "journal" / position.segment, position.offset)


def mails(folder: Path, customers: int) -> dict[str, float]:
    """A daemon's rounds with one new mail each, and with none: from the mailbox to the letter sent; ms."""
    trade, box = Trade(customers), folder / "mail" / "in" / "new"
    with (
        _desk(folder) as desk,
        closing(app.source_of(desk.config)) as source,
        closing(app.transport_of(desk.config)) as transport,
    ):
        work = partial(one_round, desk, source, transport, should_stop=lambda: False)
        first = _seconds(work)  # the day's letters, once
        alone: list[float] = []
        idle: list[float] = []
        for number in trade.some(40, "mails"):
            (box / f"mail-{number}").write_bytes(trade.mail(number, "alone"))
            alone.append(_seconds(work))
            idle.append(_seconds(work))
            if sum(alone) + sum(idle) > _LONGEST:
                break
        backlog = trade.some(200, "backlog")
        for number in backlog:
            (box / f"backlog-{number}").write_bytes(trade.mail(number, "backlog"))
        messages = len(desk.books.messages)
        backlog_seconds = _seconds(work)
        assert len(desk.books.messages) - messages == len(backlog)
        statuses = Counter(payment.status for payment in list(desk.books.payments.values())[-len(backlog) :])
        assert statuses[Status.APPLIED] > len(backlog) / 2, statuses
    return {
        "first_round_s": first,
        "mail_round_ms": 1000 * median(alone[1:]),
        "idle_round_ms": 1000 * median(idle[1:]),
        "above_idle_ms": 1000 * median(a - b for a, b in zip(alone, idle, strict=True)),
        "worst_round_ms": 1000 * max(alone[1:]),
        "backlog_ms_a_mail": 1000 * backlog_seconds / len(backlog),
    }


def days(folder: Path, _: int) -> dict[str, float]:
    """What a day brings by itself, once its letters are written: medians of three, ms."""
    with _desk(folder) as desk, closing(app.transport_of(desk.config)) as transport:
        ways: dict[str, Callable[[], object]] = {
            "settle_due": lambda: settle_due(desk),
            "ask_again": lambda: ask_again(desk),
            "withdraw_outdated": lambda: withdraw_outdated(desk),
            "write_due": lambda: write_due(desk),
            "send_queued": lambda: send_queued(desk, transport),
            "due_letters": lambda: due_letters(
                desk.books, desk.policy.dunning, today=TODAY, zone=desk.zone, is_workday=desk.policy.is_workday
            ),
        }  # fmt: skip
        write_due(desk)
        return {f"{name}_ms": 1000 * median(_processor(way) for _ in range(3)) for name, way in ways.items()}


def _seconds(way: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    started = clock()
    way()
    return clock() - started


def _processor(way: Callable[[], object]) -> float:
    """Seconds of this process alone, so that others on the machine count less: for what waits for nothing."""
    return _seconds(way, time.process_time)


def _print(figures: dict[str, Any]) -> None:
    """One line a figure, one column a size."""
    sizes = list(figures)
    print("\n" + f"{'customers':44}" + "".join(f"{size:>14}" for size in sizes))
    for part, first in figures[sizes[0]].items():
        if not isinstance(first, dict):
            continue
        for name, value in first.items():
            if isinstance(value, dict):
                for key in value:
                    cells = [figures[size][part][name][key] for size in sizes]
                    _line(f"{part}: {name}, {key}", cells)
            else:
                _line(f"{part}: {name}", [figures[size][part][name] for size in sizes])


def _line(name: str, cells: list[float]) -> None:
    print(f"{name:44}" + "".join(f"{cell:>14.3f}" for cell in cells))
