"""A home's files in, a wired Desk out; owns the clock."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from agent.app.homes import STATE, Home, is_home, open_home, zone
from agent.app.mail import correspondents
from agent.app.policy import default_rules, read_policy
from agent.config import Config, MaildirPlace, load
from agent.extract.pool import ReaderPool, can_recognise
from agent.facts.books import Books
from agent.facts.company import Company
from agent.facts.letters import Attachment, Autonomy, LetterKind
from agent.inbox.parse import parse
from agent.ledger import fold
from agent.outbox.documents import find_documents
from agent.outbox.fonts import FOLDERS, find_fonts
from agent.outbox.nowhere import NowhereTransport
from agent.outbox.paper import Fonts
from agent.pipeline.bookkeeping import Bookkeeper
from agent.pipeline.deriving import UnwrittenBlobs
from agent.pipeline.desk import Desk, Policy
from agent.pipeline.evidence.contacts import Archive
from agent.pipeline.opening import InlineOpener, Opener
from agent.pipeline.opening_process import GARBAGE_BEFORE_A_WALK, AheadOpener
from agent.pipeline.simulating import Rehearsal
from agent.rules.mail import load_mail_rules
from agent.store.file_blobs import FileBlobs
from agent.store.file_journal import FileJournal
from agent.store.journal import Entry
from agent.store.memory import MemoryBlobs, NoJournal, NoViews
from agent.store.tinydb_views import TinyDbViews

Clock = Callable[[], datetime]


def clock(now: datetime | None, *, is_running: bool = False) -> Clock:
    """The real clock in UTC, or `now`: standing still for one command, going on from there for the daemon."""
    if now is None:
        return lambda: datetime.now(UTC).replace(microsecond=0)
    start, fixed = time.monotonic(), now.astimezone(UTC)
    if not is_running:
        return lambda: fixed
    return lambda: fixed + timedelta(seconds=int(time.monotonic() - start))


def today(home: Path, now: datetime | None) -> date:
    """The civil day at the company."""
    return clock(now)().astimezone(zone(home)).date()


@contextmanager
def reading_desk(folder: Path, now: Clock) -> Iterator[tuple[Desk, InlineOpener]]:
    """A desk to read documents at: with the home's ledger and rules, or with none and the default rules."""
    if is_home(folder):
        with working_desk(folder, now) as desk_and_opener:
            yield desk_and_opener
        return
    with TemporaryDirectory() as nowhere:
        state = Path(nowhere)
        config, journal = _no_config(state), FileJournal(state)
        bookkeeper = Bookkeeper(journal, TinyDbViews(state / "books.json"), fold.empty())
        home = Home(path=state, journal=journal, bookkeeper=bookkeeper, blobs=FileBlobs(state))
        with closing(_opener(config, default_rules())) as opener:
            yield (
                _desk(config, read_policy(default_rules(), config.company.country), home, opener, now),
                opener,
            )


@contextmanager
def archive(folder: Path) -> Iterator[Archive]:
    """A home's bytes, and how its messages are taken apart."""
    read = partial(
        parse, correspondents=correspondents(load(folder)), rules=load_mail_rules(folder / "rules")
    )
    with closing(FileBlobs(folder / STATE / "blobs")) as blobs:
        yield Archive(blobs=blobs, parse=read)


def page_fonts() -> Fonts:
    """The faces that papers are set in. AgentError where the system has none."""
    return find_fonts()


@contextmanager
def deriving_desk(folder: Path) -> Iterator[Callable[[Books, datetime], Desk]]:
    """Makes desks of a home with earlier books and the clock of then, at which nothing is written anywhere."""
    config, rules_dir = load(folder), folder / "rules"
    policy = read_policy(rules_dir, config.company.country)
    with (
        closing(FileBlobs(folder / STATE / "blobs")) as blobs,
        closing(_opener(config, rules_dir)) as opener,
    ):

        def desk(books: Books, at: datetime) -> Desk:
            return Desk(
                config=config,
                policy=policy,
                bookkeeper=Bookkeeper(NoJournal(), NoViews(), books),
                blobs=UnwrittenBlobs(blobs),
                opener=opener,
                clock=lambda: at,
                fonts=fonts_of(config),
                documents=_documents(config),
            )

        yield desk


@contextmanager
def working_desk(folder: Path, now: Clock) -> Iterator[tuple[Desk, InlineOpener]]:
    """A home's desk for one file that an operator brings."""
    config = load(folder)
    with open_home(folder) as home, closing(_opener(config, folder / "rules")) as opener:
        yield _desk(config, read_policy(folder / "rules", config.company.country), home, opener, now), opener


def _opener(config: Config, rules_dir: Path) -> InlineOpener:
    """What opens mails; also built in the second process, from what can be sent there."""
    return InlineOpener(
        FileBlobs(config.home / STATE / "blobs"),
        correspondents=correspondents(config),
        rules=load_mail_rules(rules_dir),
        documents=ReaderPool(recognises=can_recognise()),
    )


def scans_are_read() -> bool:
    """False where the extra for scans is not installed. AgentError where it is, and does not work."""
    if not can_recognise():
        return False
    with ReaderPool(recognises=True) as pool:
        pool.try_scans()
    return True


def _no_config(folder: Path) -> Config:
    """The config of nobody: no company, no mailbox."""
    nowhere = MaildirPlace(name="maildir:", path=folder)
    return Config(
        home=folder,
        company=Company(
            name="",
            aliases=(),
            address="",
            staff=(),
            language="en",
            currency="USD",
            country="US",
            time_zone="UTC",
        ),
        inbox=nowhere,
        outbox=nowhere,
        mode="observe",
        trusted_authserv=None,
        poll_seconds=60,
        max_bytes=40_000_000,
        bank_senders=(),
        apply_on="advice",
        autonomy=(),
    )


@contextmanager
def open_desk(home: Home, config: Config, now: Clock) -> Iterator[Desk]:
    """The desk of a home."""
    rules_dir = home.path / "rules"
    make_opener = partial(_opener, config, rules_dir)
    with closing(AheadOpener(make_opener(), make_opener)) as opener:
        desk = _desk(config, read_policy(rules_dir, config.company.country), home, opener, now)
        # Books, vocabulary and templates live as long as the desk: the collector need not walk them for each mail.
        gc.collect()
        gc.freeze()
        gc.set_threshold(GARBAGE_BEFORE_A_WALK)
        yield desk


@contextmanager
def rehearsal(folder: Path, rules_dir: Path | None, *, releases: bool) -> Iterator[tuple[Desk, Rehearsal]]:
    """A desk on the home's books that writes nothing anywhere, with a clock that can be set. `releases`: kinds that
    wait for approval go out by themselves."""
    config = load(folder)
    config = replace(
        config, digest=None
    )  # what staff read is not tried out, and nobody is there to hold a letter back
    if releases:
        config = replace(config, autonomy=released(config.autonomy))
    now = [datetime.now(UTC)]
    policy = read_policy(rules_dir or folder / "rules", config.company.country)
    dunning = policy.dunning.with_news_from_the_bank()
    heard: list[Entry] = []
    with open_home(folder) as home, closing(_opener(config, folder / "rules")) as opener:
        # The home's own bookkeeper has written nothing, so it saves no checkpoint of what is tried out here.
        desk = Desk(
            config=config,
            policy=replace(policy, dunning=dunning.released() if releases else dunning),
            bookkeeper=Bookkeeper(NoJournal(heard.extend), NoViews(), home.books),
            blobs=MemoryBlobs(),
            opener=opener,
            clock=lambda: now[0],
            fonts=fonts_of(config),
            documents=_documents(config),
            is_rehearsed=True,
        )
        yield (
            desk,
            Rehearsal(
                transport=NowhereTransport(),
                set_clock=lambda at: now.__setitem__(0, at.astimezone(UTC)),
                heard=heard,
            ),
        )


def released(autonomy: tuple[tuple[LetterKind, Autonomy], ...]) -> tuple[tuple[LetterKind, Autonomy], ...]:
    """The same choices, as if a person approved whatever waits for one."""
    return tuple((kind, Autonomy.AUTO if choice is Autonomy.APPROVE else choice) for kind, choice in autonomy)


def _desk(config: Config, policy: Policy, home: Home, opener: Opener, now: Clock) -> Desk:
    return Desk(
        config=config, policy=policy, bookkeeper=home.bookkeeper, blobs=home.blobs, opener=opener, clock=now,
        fonts=fonts_of(config),
        documents=_documents(config),
    )  # fmt: skip


def fonts_of(config: Config) -> Callable[[], Fonts]:
    """The home's own fonts, else the system's."""
    return partial(find_fonts, (config.fonts, *FOLDERS) if config.fonts else FOLDERS)


def _documents(config: Config) -> Callable[[tuple[str, ...]], tuple[list[Attachment], list[str]]] | None:
    """Copies of invoices, where a folder has them."""
    return partial(find_documents, config.documents) if config.documents else None
