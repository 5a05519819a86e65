"""`remitd init` makes a home; `remitd check` says what is wrong with one and what to do."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from agent import app
from agent.config import FILE, Config, MaildirPlace, load
from agent.errors import AgentError
from agent.facts.mail import Cursor
from agent.rules.calendar import load_calendar
from agent.rules.dunning import load_dunning
from agent.rules.explain import load_words
from agent.rules.reports import load_report_words

TEMPLATE: Final = """[company]
name = "Harbour Supply Co."               # as it stands in letters
aliases = []                              # other names that customers know you by, in any script
address = "ar@harbour.example"            # the agent's mailbox: the From of every letter
staff = ["you@harbour.example"]           # may command the agent; receive reviews
language = "en"                           # en, zh or de; a customer's own language wins
currency = "USD"
country = "CN"                            # whose workdays and holidays
time_zone = "Asia/Shanghai"

[inbox]
url = "maildir:mail/in"                   # or imaps://ar%40harbour.example@imap.example.com:993/INBOX
# password_file = "secrets/imap"          # with a server; or password_env = "REMITD_IMAP_PASSWORD"
mode = "observe"                          # observe: nothing in the mailbox changes; label; move
# trusted_authserv = "mx.harbour.example" # whose Authentication-Results count (RFC 8601)

[outbox]
url = "maildir:mail/out"                  # letters as files; or smtp://ar%40harbour.example@smtp.example.com:587
# password_file = "secrets/smtp"

[bank]
senders = []                              # whose bank statements by mail count, beside staff's

[matching]
apply_on = "advice"                       # or "bank": cash is applied only when the bank shows it

# [digest]                                # a mail to staff each workday: what happened, what goes out, what waits
# at = "08:30"                            # written by the first run from this hour on
# veto_until = "10:00"                    # reminders, dunning and statements wait for it; staff reply: hold L-..., stop all
# to = []                                 # else [company] staff
# sales = "off"                           # or "daily", "weekly": to those who sell, of their own customers alone

[autonomy]                                # for each letter kind: observe, approve or auto
reminder = "approve"
dunning = "approve"
final_notice = "approve"                  # can't be auto
statement = "approve"

# [contact]                               # whom customers may call
# name = "Li Na"
# phone = "+86 21 5555 0142"
#
# [[payment]]                             # an account that letters tell customers to pay to; one for each currency
# currency = "USD"
# beneficiary = "Harbour Supply Co., Ltd."
# bank = "Bank of Eastport, Shanghai Branch"
# account = "4500 6688 0042 7719"         # or iban; also bic, cnaps, routing, reference, note, language
#
# [documents]
# folder = "invoices"                     # copies as PDF, named by invoice number: sent with a statement when asked for
# fonts = "fonts"                         # Noto Sans CJK, where the system has none
#
# [signatories.clerk]                     # who signs; .controller signs level 2, .manager the final notice
# name = "Li Na"
# title = "Accounts Receivable"
# address = "li.na@harbour.example"       # gets the answers too, beside the agent's mailbox
"""


def make_home(folder: Path) -> Iterator[str]:
    """A home with the default rules; what is there already is left alone. Lines for the operator."""
    if (folder / FILE).exists():
        raise AgentError(f"{folder / FILE}: is there already; a home is made once")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "rules").exists():
            shutil.copytree(app.default_rules(), folder / "rules")
        for box in ("mail/in/new", "mail/in/cur", "mail/in/tmp", "state", "secrets"):
            (folder / box).mkdir(parents=True, exist_ok=True)
        for private in ("secrets", "state", "mail"):
            (folder / private).chmod(0o700)
        (folder / FILE).write_text(TEMPLATE, encoding="utf-8")
    except OSError as error:
        raise AgentError(
            f"{folder}: a home can't be made there ({error.strerror}: {error.filename})"
        ) from error
    yield f"{folder}: a new home. Next:"
    yield f"  1. say in {folder / FILE} who you are and where mail comes from"
    yield f"  2. remitd --home {folder} import customers customers.csv"
    yield f"     remitd --home {folder} import invoices invoices.csv"
    yield f"  3. remitd --home {folder} check"
    yield f"  4. remitd --home {folder} run --once      (letters are written to {folder / 'mail/out'}, none is mailed)"


def check_home(folder: Path, clock: app.Clock) -> Iterator[tuple[bool, str]]:
    """(is right, what) for config, rules, journal, ledger, inbox, outbox, scans; goes on after a fault where it can."""
    try:
        config = load(folder)
    except AgentError as error:
        yield False, str(error)
        return
    yield True, f"{FILE}: {config.company.name}, {config.company.address}"
    yield from _config_doubts(config)
    rules = _tried("rules/", lambda: _rules(folder, config))
    yield rules
    if rules[0]:
        today = clock().astimezone(ZoneInfo(config.company.time_zone)).date()
        yield _tried("calendar", lambda: _calendar(folder, config, today))
    yield from _interest_doubts(folder, config)
    yield _tried("journal", lambda: _journal(folder))
    yield _tried("ledger", lambda: _ledger(folder))
    yield _tried("inbox", lambda: _inbox(config))
    yield _tried("outbox", lambda: _outbox(config))
    yield _tried("scans", _scans)
    yield _tried("statements", lambda: _statements(config))
    yield _tried("schedule", lambda: _schedule(folder))


def _tried(what: str, attempt: Callable[[], str]) -> tuple[bool, str]:
    try:
        return True, f"{what}: {attempt()}"
    except AgentError as error:
        return False, f"{what}: {error}"


def _config_doubts(config: Config) -> Iterator[tuple[bool, str]]:
    if not config.trusted_authserv:
        yield (
            True,
            (
                "note: [inbox] trusted_authserv is not set, so a From address counts as it stands; "
                "name the server whose Authentication-Results you trust"
            ),
        )
    if not config.company.staff:
        yield False, f"{FILE}: [company] staff is empty: nobody would get what a person must decide"


def _interest_doubts(folder: Path, config: Config) -> Iterator[tuple[bool, str]]:
    try:
        rules = app.read_policy(folder / "rules", config.company.country).interest
    except AgentError:  # said where the rules are tried
        return
    for doubt in rules.doubts(app.today(folder, None)):
        yield True, f"note: rules/interest.toml: {doubt}"


def _rules(folder: Path, config: Config) -> str:
    policy = app.read_policy(folder / "rules", config.company.country)
    policy.is_workday(date(2026, 1, 1))  # reads the country's calendar
    for path in sorted((folder / "rules" / "explain").glob("*.toml")):
        load_words(folder / "rules", app.default_rules(), path.stem)
    for path in sorted((folder / "rules" / "reports").glob("*.toml")):
        load_report_words(folder / "rules", app.default_rules(), path.stem)
    app.feed_rules(folder / "rules")
    language, written = config.company.language, set(policy.templates.languages)
    if language not in written:
        raise AgentError(
            f"{FILE}: [company] language {language!r} has no letters; there are {', '.join(sorted(written))}"
        )
    unread = written - set(policy.vocabulary.languages)
    if unread:
        raise AgentError(
            f"{folder / 'rules'}: letters in {', '.join(sorted(unread))}, but no vocabulary/ file for it"
        )
    return f"letters and vocabulary in {', '.join(sorted(written))}; policy {policy.digest[:12]}"


def _calendar(folder: Path, config: Config, today: date) -> str:
    """Workdays are known by country, and ladders by name; what customers want beside that is said, and is no fault."""
    rules = folder / "rules"
    calendar = load_calendar(rules, config.company.country)
    calendar(today)
    with app.open_home(folder) as home:
        customers = home.books.customers.values()
        countries = frozenset(one.country for one in customers if one.country)
        unknown = sorted({one.ladder for one in customers if one.ladder} - load_dunning(rules).names)
    said = f"workdays of {', '.join(sorted({config.company.country, *countries}))}"
    if missing := calendar.unannounced(today.year + 1, countries):
        said += (
            f"; note: the adjusted workdays of {', '.join(missing)} for {today.year + 1} are not known yet: once they are "
            f"announced, install a newer version of holidays, or write them into {rules / 'calendar.toml'}"
        )
    if unknown:
        said += (
            f"; note: customers have ladders that {rules / 'dunning.toml'} does not know ({', '.join(unknown[:5])}): they go "
            "by the one that fits"
        )
    return said


def _journal(folder: Path) -> str:
    count = sum(1 for _ in app.whole_journal(folder))
    with app.open_home(folder) as home:
        kept = [message.sha256 for message in home.books.messages.values() if not message.fault]
        kept += [letter.sha256 for letter in home.books.letters.values()]
        kept += [
            sha256 for batch in home.books.batches.values() for sha256 in (batch.sha256, batch.lines_sha256)
        ]
        lost = [sha256 for sha256 in kept if not home.blobs.holds(sha256)]
    if lost:
        raise AgentError(
            f"the chain holds, but {len(lost)} blobs are gone, first state/blobs/{lost[0][0]}/{lost[0]}"
        )
    return f"{count} events, the chain holds"


def _ledger(folder: Path) -> str:
    with app.open_home(folder) as home:
        books = home.books
        if not books.customers:
            raise AgentError("no customers yet; import them: remitd import customers FILE")
        if not books.items:
            raise AgentError("no invoices yet; import them: remitd import invoices FILE")
        without = [c.customer_id for c in books.customers.values() if not c.emails]
        note = (
            f"; {len(without)} customers have no mail address ({', '.join(without[:5])})" if without else ""
        )
        missing = [item.invoice_no for item in books.items.values() if item.missing_at and item.open]
        if missing:
            note += f"; {len(missing)} open invoices were missing in an import ({', '.join(missing[:20])})"
        return f"{len(books.customers)} customers, {len(books.items)} invoices{note}"


def _inbox(config: Config) -> str:
    with closing(app.source_of(config)) as source:
        # Everything counts as known: the mailbox is opened and listed, and no message is read.
        for _ in source.fetch(Cursor(uidvalidity=0, last_uid=0), lambda _: True):
            break
        return f"{source.name} can be read"


def _statements(config: Config) -> str:
    try:
        return f"set in {app.fonts_of(config)().regular.name}"
    except AgentError as error:
        return f"go out as workbooks without a PDF: {error}"


def _scans() -> str:
    if app.scans_are_read():
        return "are read; what they say is applied where sums and ledger prove it"
    return "go to staff unread; to read them: pip install 'remitd[ocr]'"


def _schedule(folder: Path) -> str:
    with app.open_home(folder) as home:
        stop = home.books.stop
    if stop:
        raise AgentError(
            f"stopped since {stop.at:%Y-%m-%d %H:%M} UTC by {stop.by} ({stop.why}); to go on: remitd start --why ..."
        )
    return "reminders, dunning and statements are written when they are due"


def _outbox(config: Config) -> str:
    if isinstance(config.outbox, MaildirPlace):
        return f"{config.outbox.name}: letters are files there, none is mailed"
    with closing(app.transport_of(config)) as transport:
        transport.check()
        return f"{config.outbox.scheme}://{config.outbox.host}:{config.outbox.port} takes our letters"
