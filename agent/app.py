"""The only place where edges are built: a home's files in, a wired Desk out; owns the clock."""

import fcntl
import gc
import os
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Final
from zoneinfo import ZoneInfo

from agent.config import FILE, Config, MaildirPlace, Place, Server, load
from agent.errors import AgentError, HomeBusy, JournalBroken
from agent.extract.pool import ReaderPool, can_recognise
from agent.facts.books import Books
from agent.facts.company import Company
from agent.facts.events import Recorded, Stamped
from agent.facts.letters import Attachment, Autonomy, LetterKind
from agent.facts.mail import Correspondents
from agent.inbox.imap import ImapSource
from agent.inbox.maildir import MaildirSource
from agent.inbox.parse import parse
from agent.inbox.source import MailSource
from agent.ledger import fold
from agent.ledger.restore import restore
from agent.outbox.documents import find_documents
from agent.outbox.fonts import FOLDERS, find_fonts
from agent.outbox.maildir import MaildirTransport
from agent.outbox.nowhere import NowhereTransport
from agent.outbox.paper import Fonts
from agent.outbox.smtp import SmtpTransport
from agent.outbox.transport import MailTransport
from agent.pipeline.bookkeeping import Bookkeeper
from agent.pipeline.deriving import UnwrittenBlobs
from agent.pipeline.desk import Desk, Policy
from agent.pipeline.evidence.contacts import Archive
from agent.pipeline.opening import InlineOpener, Opener
from agent.pipeline.opening_process import GARBAGE_BEFORE_A_WALK, AheadOpener
from agent.pipeline.simulating import Rehearsal
from agent.rules.calendar import load_calendar
from agent.rules.commands import load_commands
from agent.rules.credit import CreditRules, load_credit
from agent.rules.dunning import load_dunning
from agent.rules.explain import load_words
from agent.rules.exports import load_exports
from agent.rules.feeds import FeedRules, load_feeds
from agent.rules.files import load_public_domains, rules_digest
from agent.rules.holds import HoldRules, load_holds
from agent.rules.interest import load_interest
from agent.rules.letters import load_templates
from agent.rules.limitation import FILE as LIMITATION
from agent.rules.limitation import LimitationRules, load_limitation
from agent.rules.mail import load_mail_rules
from agent.rules.matching import load_matching
from agent.rules.statements import load_statement_words, load_statements
from agent.rules.vocabulary import load_vocabulary, missing_words
from agent.store.codec import Line
from agent.store.file_blobs import FileBlobs
from agent.store.file_journal import FileJournal
from agent.store.journal import Entry
from agent.store.memory import MemoryBlobs, NoJournal, NoViews
from agent.store.tinydb_views import TinyDbViews

Clock = Callable[[], datetime]
STATE: Final = "state"
_WORTH_A_CHECKPOINT: Final = 200  # events; fewer are folded again faster than a checkpoint is written
_WORTH_A_SHARE: Final = 50  # and one for so many records that it would write


def clock(now: datetime | None, *, is_running: bool = False) -> Clock:
    """The real clock in UTC, or `now`: standing still for one command, going on from there for the daemon."""
    if now is None:
        return lambda: datetime.now(UTC).replace(microsecond=0)
    start, fixed = time.monotonic(), now.astimezone(UTC)
    if not is_running:
        return lambda: fixed
    return lambda: fixed + timedelta(seconds=int(time.monotonic() - start))


def default_rules() -> Path:
    """The rules that come with the program: in the wheel, or at the top of the repository."""
    package = Path(str(files("agent")))
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parent / "rules"


def read_policy(rules_dir: Path, country: str) -> Policy:
    """Everything under rules/. AgentError names file, key and mend."""
    if lacking := missing_words(rules_dir, default_rules()):
        raise AgentError(
            f"{rules_dir / 'vocabulary'}: lacks words that this version reads by ({lacking[0]}, {len(lacking)} in all); "
            "copy the file from a home that `remitd init` makes now, and put your own words back"
        )
    if not (rules_dir / "exports.toml").is_file():
        raise AgentError(
            f"{rules_dir / 'exports.toml'}: is missing; copy it from a home that `remitd init` makes now"
        )
    dunning, templates = load_dunning(rules_dir), load_templates(rules_dir, default_rules())
    for step in dunning.steps:
        lacking = [
            code for code, one in templates.languages.items() if (step.letter or step.kind) not in one.names
        ]
        if lacking:
            raise AgentError(
                f"{rules_dir / 'dunning.toml'}: letter: there is no {rules_dir / 'letters' / lacking[0] / str(step.letter)}.txt; "
                "write it, or name a letter that each language has"
            )
    credit = _credit_rules(rules_dir)
    known = {grade.name for grade in (*credit.grades, credit.new)}
    for ladder in dunning.ladders:
        if unknown := [grade for grade in ladder.grades if grade not in known]:
            raise AgentError(
                f"{rules_dir / 'dunning.toml'}: ladder {ladder.name}: for: {unknown[0]!r} is no grade of credit.toml; "
                f"there are {', '.join(sorted(known))}"
            )
    return Policy(
        matching=load_matching(rules_dir),
        credit=credit,
        dunning=dunning,
        holds=_load_holds(rules_dir),
        interest=load_interest(_own_or_default(rules_dir, "interest.toml")),
        limitation=limitation_rules(rules_dir),
        vocabulary=load_vocabulary(rules_dir),
        exports=load_exports(rules_dir),
        mail=load_mail_rules(rules_dir),
        commands=load_commands(rules_dir, default_rules()),
        templates=templates,
        statements=load_statements(rules_dir, default_rules()),
        statement_words=load_statement_words(rules_dir, default_rules()),
        public_domains=load_public_domains(rules_dir),
        is_workday=load_calendar(rules_dir, country),
        words=cache(partial(load_words, rules_dir, default_rules())),
        digest=rules_digest(rules_dir),
    )


def _own_or_default(rules_dir: Path, name: str) -> Path:
    """The folder that has a file: a home made before there was one has none of its own."""
    return rules_dir if (rules_dir / name).is_file() else default_rules()


def _credit_rules(rules_dir: Path) -> CreditRules:
    return load_credit(_own_or_default(rules_dir, "credit.toml"))


def credit_rules(home: Path) -> CreditRules:
    """How customers of a home are graded."""
    return _credit_rules(home / "rules")


def feed_rules(home: Path) -> FeedRules:
    """The words of ledger files: the home's own, else, in a home made before there were any, those of the program."""
    return load_feeds(_own_or_default(home / "rules", "feeds.toml"))


def hold_rules(home: Path) -> HoldRules:
    """What promises and disputes may do in a home."""
    return _load_holds(home / "rules")


def _load_holds(rules_dir: Path) -> HoldRules:
    return load_holds(_own_or_default(rules_dir, "holds.toml"))


def limitation_rules(rules_dir: Path) -> LimitationRules:
    """The periods of limitation: the home's own, else, in a home made before there were any, those of the program."""
    return load_limitation(_own_or_default(rules_dir, LIMITATION))


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


def today(home: Path, now: datetime | None) -> date:
    """The civil day at the company."""
    return clock(now)().astimezone(zone(home)).date()


def zone(home: Path) -> ZoneInfo:
    """The company's time zone."""
    return ZoneInfo(load(home).company.time_zone)


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


def correspondents(config: Config) -> Correspondents:
    """Whose mail is whose, from the config."""
    return Correspondents(
        own_address=config.company.address,
        staff=frozenset(config.company.staff),
        bank_senders=frozenset(config.bank_senders),
        trusted_authserv=config.trusted_authserv,
    )


def source_of(config: Config) -> MailSource:
    """Where mail comes from."""
    place = config.inbox
    if isinstance(place, MaildirPlace):
        return MaildirSource(place.path, name=place.name, mode=config.mode, size_max=config.max_bytes)
    return ImapSource(
        place.host,
        place.port,
        tls=place.is_tls,
        user=place.user or "",
        password=password_of(place, "inbox") or "",
        folder=place.folder,
        ca_file=place.ca_file,
        mode=config.mode,
        size_max=config.max_bytes,
    )


def transport_of(config: Config) -> MailTransport:
    """Where letters go."""
    place = config.outbox
    if isinstance(place, MaildirPlace):
        return MaildirTransport(place.path)
    return SmtpTransport(
        place.host,
        place.port,
        tls=place.is_tls,
        user=place.user,
        password=password_of(place, "outbox"),
        ca_file=place.ca_file,
    )


def password_of(place: Place, section: str) -> str | None:
    """The password from its file or variable; AgentError where it is not there."""
    if not isinstance(place, Server) or place.user is None:
        return None
    if place.password_file:
        try:
            return place.password_file.read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise AgentError(
                f"{FILE}: [{section}] password_file: {place.password_file} can't be read ({error}); "
                "write the password into it, on one line"
            ) from error
    assert place.password_env
    if place.password_env not in os.environ:
        raise AgentError(f"{FILE}: [{section}] password_env: the variable {place.password_env} is not set")
    return os.environ[place.password_env]


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
