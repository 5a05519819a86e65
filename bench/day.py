"""A home of so many customers to what its rounds cost: the first of a month, the first of a day, an idle one, one with news.

The home lies on disk, with the books that `bench.dunning` plans over; one customer in a hundred has a letter due on
Friday, three days' worth on Monday; `plan` is Monday's plan alone, `day` with its letters written and sent. The baseline
is the same: `scan`, one pass over all items. Processor time.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from time import process_time
from typing import Final

from agent import app
from agent.cli.homes import make_home
from agent.config import load
from agent.decide.dunning import due_letters
from agent.facts.books import Books
from agent.facts.events import CustomerAdded, InvoiceAdded, MessageReceived
from agent.ledger import fold
from agent.outbox.transport import MailTransport
from agent.pipeline.bookkeeping import Bookkeeper
from agent.pipeline.desk import Desk
from agent.pipeline.round import day_work
from agent.rules.dunning import load_dunning
from agent.store.file_journal import FileJournal
from agent.store.memory import NoViews
from bench.dunning import ITEMS, books_of, scan
from bench.ledger import CONFIG
from bench.trade import NOW, TODAY

_TO_DO: Final = 100  # one customer of so many has a letter due
_MONDAY: Final = NOW + timedelta(days=3)
_REPEATS: Final = 5
COLUMNS: Final = ("month", "plan", "day", "idle", "news", "scan")


def measure(customers: int) -> dict[str, dict[str, float]]:
    """The table, printed as it comes; the figures by size."""
    print(f"\nA round of the day's work, milliseconds of processor time\n  {'customers':>9} {'items':>8} {'letters':>8}" + "".join(f"{name:>9}" for name in COLUMNS) + "  plan/scan  idle/scan  a letter")  # fmt: skip
    figures = {}
    for size in (customers // 4, customers // 2, customers):
        with tempfile.TemporaryDirectory() as temporary:
            found = _measured(Path(temporary) / "home", size)
        figures[str(size)] = found
        print(f"  {size:9} {size * ITEMS:8} {found['letters']:8.0f}" + "".join(f"{found[name]:9.1f}" for name in COLUMNS) + f"{found['plan'] / found['scan']:11.2f}{found['idle'] / found['scan']:11.3f}{found['day'] / found['letters']:10.1f}", flush=True)  # fmt: skip
    return figures


def _measured(folder: Path, size: int) -> dict[str, float]:
    rules = load_dunning(app.default_rules())
    _make(folder, books_of(size, _TO_DO, rules))
    now = NOW
    with _desk(folder, lambda: now) as (desk, transport):

        def work() -> float:
            return _ms(lambda: day_work(desk, transport))

        def news(number: int) -> float:
            with desk.bookkeeper.commit(now, "bench") as commit:
                event = MessageReceived(
                    mail_id=f"M-{number}", mailbox="bench", key=str(number), sha256=f"{number:064}", size=1
                )
                commit.add(event.mail_id, event)
            return work()

        found = {"month": work()}
        now = _MONDAY
        found["plan"] = _ms(lambda: due_letters(desk.books, desk.policy.dunning, today=desk.today(), zone=desk.zone, is_workday=desk.policy.is_workday))  # fmt: skip
        written = len(desk.books.letters)
        found["day"] = work()
        found["letters"] = float(len(desk.books.letters) - written)
        work()  # what the day's letters moved is looked at once more
        found["idle"] = median(work() for _ in range(_REPEATS))
        found["news"] = median(news(number) for number in range(_REPEATS))
        found["scan"] = median(_ms(lambda: scan(desk.books, rules, TODAY)) for _ in range(_REPEATS))
    return found


def _make(folder: Path, books: Books) -> None:
    """A home of these customers and items."""
    list(make_home(folder))
    (folder / "remitd.toml").write_text(CONFIG, encoding="utf-8")
    with closing(FileJournal(folder / app.STATE)) as journal:
        bookkeeper = Bookkeeper(journal, NoViews(), fold.empty())
        with bookkeeper.commit(NOW, "bench") as commit:
            for customer in books.customers.values():
                commit.add(customer.customer_id, CustomerAdded(customer=customer))
            for item in books.items.values():
                commit.add(item.invoice_no, InvoiceAdded(item=item))


@contextmanager
def _desk(folder: Path, clock: Callable[[], datetime]) -> Iterator[tuple[Desk, MailTransport]]:
    config = load(folder)
    with (
        app.open_home(folder) as home,
        app.open_desk(home, config, clock) as desk,
        closing(app.transport_of(config)) as transport,
    ):
        yield desk, transport


def _ms(way: Callable[[], object]) -> float:
    started = process_time()
    way()
    return 1000 * (process_time() - started)
