"""Homes worked in this process: a case's ledger, mails and days in; what the books then say, in words, out."""

import email.utils
import io
import shlex
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from typing import Any

import structlog
from reportlab.lib.pdfencrypt import StandardEncryption

from agent import app
from agent.cli import lines as said
from agent.cli.commands import remitd
from agent.cli.homes import make_home
from agent.cli.learning import teaching_of
from agent.cli.letters import approve, cancel
from agent.cli.lines import Line
from agent.config import load
from agent.extract.pool import ReaderPool
from agent.facts.books import Books
from agent.facts.letters import LetterKind
from agent.inbox.maildir import MaildirSource
from agent.ledger import fold
from agent.money import Money
from agent.outbox.maildir import MaildirTransport
from agent.pipeline import residuals, staff
from agent.pipeline.bookkeeping import Bookkeeper, Commit
from agent.pipeline.deriving import Derived, UnwrittenBlobs, derive
from agent.pipeline.desk import Desk, Policy
from agent.pipeline.importing import import_file
from agent.pipeline.opening import InlineOpener
from agent.pipeline.round import one_round
from agent.pipeline.statements import import_statement
from agent.pipeline.undoing import past_of, undo
from agent.store.memory import NoJournal, NoViews
from tests.papers import pdf, words, xlsx

CORPUS = Path(__file__).parent / "corpus"
OPENED = datetime.fromisoformat("2026-06-01T08:00:00+02:00")
OWN, STAFF, BANK, SERVER = (
    "ar@larkspur.example", "ines.roth@larkspur.example", "auszug@fordbank.example", "mx.larkspur.example",
)  # fmt: skip
CUSTOMERS = """customer_id,name,aliases,emails,bank_accounts,language,currency,terms,parent_id
K1,Aurelio Refrigeration Ltd,Aurelio Cold Stores,pagos@aurelio.example;compras@aurelio.example,GB33BUKB20201555555555,en,USD,n/30,
K2,Brombeer & Söhne GmbH,,buchhaltung@brombeer.example,DE89370400440532013000,de,EUR,n/30,
K3,青禾农业机械有限公司,青禾农机,caiwu@qinghe.example,6222020200112233445,zh,CNY,n/30,
K4,Delmar Yachts Inc,,payables@delmaryachts.example,,en,USD,2/10 n/30,
K5,Ottoline Bakery,,ottoline.bakes@gmx.net,,en,EUR,n/30,
K6,Quillon Group plc,,treasury@quillon.example,,en,GBP,n/30,
K7,Quillon Paper Mills Ltd,,mills@quillonpaper.example,,en,GBP,n/30,K6
K8,Nowhere To Write AG,,,,de,EUR,n/30,
"""
COLUMNS = "invoice_no,customer_id,issue_date,due_date,currency,amount,open_amount,po_no,terms"
CONFIG = {
    "company": f'name = "Larkspur Castings Ltd"\naliases = ["云雀铸造"]\naddress = "{OWN}"\nstaff = ["{STAFF}"]\n'
    'language = "en"\ncurrency = "EUR"\ncountry = "DE"\ntime_zone = "Europe/Berlin"',
    "inbox": f'url = "maildir:mail/in"\ntrusted_authserv = "{SERVER}"',
    "outbox": 'url = "maildir:mail/out"',
    "bank": f'senders = ["{BANK}"]',
}


@cache
def readers() -> ReaderPool:
    """One pool for all cases; the module that used it closes it."""
    return ReaderPool()


@cache
def default_policy(country: str) -> Policy:
    """The default rules, read once."""
    return app.read_policy(app.default_rules(), country)


@dataclass(slots=True)
class WorkedHome:
    """A home folder of one case, and the clock that stands where its step puts it."""

    path: Path
    now: datetime = OPENED
    own_rules: bool = False
    delivered: list[bytes] = field(default_factory=list)
    start: dict[str, str] = field(default_factory=dict)  # open amounts after the import

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The desk, its home open."""
        config = load(self.path)
        country = config.company.country
        policy = app.read_policy(self.path / "rules", country) if self.own_rules else default_policy(country)
        with app.open_home(self.path) as home:
            opener = InlineOpener(
                home.blobs, correspondents=app.correspondents(config), rules=policy.mail, documents=readers()
            )
            yield Desk(
                config=config, policy=policy, bookkeeper=home.bookkeeper, blobs=home.blobs, opener=opener,
                clock=app.clock(self.now),
            )  # fmt: skip

    def round(self) -> None:
        """One round at the desk, between its two Maildirs."""
        with self.desk() as desk:
            config = desk.config
            source = MaildirSource(
                self.path / "mail/in", name="maildir:mail/in", mode=config.mode, size_max=config.max_bytes
            )
            with closing(source), closing(MaildirTransport(self.path / "mail/out")) as transport:
                one_round(desk, source, transport, should_stop=lambda: False)

    def seq(self) -> int:
        """How many events there are."""
        with app.open_home(self.path) as home:
            return home.books.seq

    def lines(self) -> dict[str, list[Line]]:
        """What the contract's list commands print with --json."""
        with app.open_home(self.path) as home:
            return _lines(home.books, self.now)

    def letter_bytes(self, place: int) -> bytes:
        """The nth letter written, counted from 1."""
        with app.open_home(self.path) as home:
            return home.blobs.get(list(home.books.letters.values())[place - 1].sha256)

    def decide(self, words: str) -> None:
        """What staff do: `approve 1`, `cancel 2` (the nth letter), `apply 1 LC-1=9.00` (the nth payment), `hold`, `allow`,
        `undo CashApplied 1` (the nth line of that kind), `import a.sta C 10.00 B1: text: name | ...`, `run` and a command line of remitd, `feed` and an invoice."""
        what, place, *more = words.split()
        clock = app.clock(self.now)
        if what in ("run", "feed"):
            self._operate(what, words.partition(" ")[2])
            return
        with app.open_home(self.path) as home:
            letter_ids = list(home.books.letters)
            if what == "approve":
                list(approve(home, (letter_ids[int(place) - 1],), clock=clock))
                return
            if what == "cancel":
                list(cancel(home, (letter_ids[int(place) - 1],), why="a test says so", clock=clock))
                return
            if what == "import":
                (self.path / place).write_text(_statement(" ".join(more).split(" | "), "261112"), "utf-8")
                with app.working_desk(self.path, clock) as (desk, opener):
                    import_statement(desk, opener, self.path / place)
                return
            if what == "undo":
                lines = [one for one in app.whole_journal(self.path) if type(one.event).__name__ == place]
                past = past_of(lambda: app.whole_journal(self.path), lines[int(more[0]) - 1].seq)
                with home.bookkeeper.commit(clock(), "staff") as commit:
                    undo(commit, past, "the test says so", teaching_of(self.path))
                return
            with home.bookkeeper.commit(clock(), "staff") as commit:
                if what == "apply":
                    payment_id = list(home.books.payments)[int(place) - 1]
                    staff.apply_payment(commit, payment_id, dict(pair.split("=") for pair in more))
                elif what == "hold":
                    list(staff.hold(commit, place, date.fromisoformat(more[0]), "they are moving"))
                elif what in ("allow", "refuse", "refund", "account"):
                    _decide_what_is_left(commit, what, place, more, self.now.date())
                elif what == "promise":
                    part = more[1] if len(more) > 1 else None
                    staff.promise(commit, place, date.fromisoformat(more[0]), part, self.now.date())
                else:
                    staff.dispute(commit, place, more[0] if more else None, "the test says so")

    def _operate(self, what: str, words: str) -> None:
        """A command line of remitd, or an invoice to be imported."""
        if what == "run":
            at = ["--home", str(self.path), "--now", self.now.isoformat()]
            remitd.main([*shlex.split(words), *at], standalone_mode=False)
            return
        file = self.path / "more.csv"
        file.write_text(f"{COLUMNS.partition(',open_amount')[0]}\n{words}\n", encoding="utf-8")
        with app.open_home(self.path) as home:
            import_file("invoices", file, bookkeeper=home.bookkeeper, clock=app.clock(self.now))
        self.start[words.partition(",")[0]] = words.rpartition(",")[2]

    def deliver(self, mail: dict[str, Any]) -> None:
        """Put one mail of the case into the inbox."""
        raw = self._raw(mail)
        self.delivered.append(raw)
        name = f"{1_790_000_000 + len(self.delivered)}.M{len(self.delivered):03}.host"
        (self.path / "mail" / "in" / "new" / name).write_bytes(raw)

    def _raw(self, mail: dict[str, Any]) -> bytes:
        if "same_bytes_as" in mail:
            again: int = mail["same_bytes_as"]
            return self.delivered[again - 1]
        if "copy_of" in mail:
            copied: int = mail["copy_of"]
            before = self.delivered[copied - 1]
            return before.replace(b"Message-ID: <", b"Message-ID: <again-", 1)
        if "letter_back" in mail:
            return self.letter_bytes(mail["letter_back"])
        if "bounce_of" in mail:
            return _bounce(_parsed(self.letter_bytes(mail["bounce_of"])))
        answered = _parsed(self.letter_bytes(mail["answers"])) if "answers" in mail else None
        return compose(mail, number=len(self.delivered) + 1, now=self.now, answered=answered)


def _decide_what_is_left(commit: Commit, what: str, place: str, more: list[str], today: date) -> None:
    if what == "allow":
        list(residuals.allow_deductions(commit, place, "we looked", today))
    elif what == "refuse":
        list(residuals.refuse_deductions(commit, place, "we looked", today))
    else:
        payment_id = list(commit.books.payments)[int(place) - 1]
        if what == "refund":
            residuals.refund(commit, payment_id, more[0], "they asked for it", today)
        else:
            residuals.leave_on_account(commit, payment_id, "their next order", today)


def _lines(books: Any, now: datetime) -> dict[str, list[Line]]:
    today = now.date()
    return {
        "invoices": list(said.invoice_lines(books, customer=None, with_paid=True, today=today)),
        "payments": list(map(said.payment_line, books.payments.values())),
        "letters": list(map(said.letter_line, books.letters.values())),
        "messages": list(map(said.message_line, books.messages.values())),
        "aging": list(said.aging_lines(books, today)),
    }


def worked_home(path: Path, case: dict[str, Any]) -> WorkedHome:
    """A home with the case's config, rules and ledger."""
    structlog.configure(logger_factory=structlog.ReturnLoggerFactory())
    list(make_home(path))
    config = CONFIG | case.get("config", {})
    text = "\n\n".join(f"[{name}]\n{body}" for name, body in config.items())
    (path / "remitd.toml").write_text(text + "\n", encoding="utf-8")
    for file, (old, new) in case.get("rules", {}).items():
        rule = path / "rules" / file
        before = rule.read_text(encoding="utf-8")
        assert old in before, f"{file} has no {old!r}"
        rule.write_text(before.replace(old, new), encoding="utf-8")
    home = WorkedHome(path, own_rules="rules" in case)
    files = {
        "customers": CUSTOMERS + "".join(f"{row}\n" for row in case.get("customers", ())),
        "invoices": "\n".join([COLUMNS, *case.get("ledger", ())]) + "\n",
    }
    with app.open_home(path) as opened:
        for what, content in files.items():
            file = path / f"{what}.csv"
            file.write_text(content, encoding="utf-8")
            import_file(what, file, bookkeeper=opened.bookkeeper, clock=app.clock(OPENED))
    home.start = {line["invoice_no"]: line["open_amount"] for line in home.lines()["invoices"]}
    return home


def compose(mail: dict[str, Any], *, number: int, now: datetime, answered: EmailMessage | None) -> bytes:
    """A raw message as it lies in the mailbox: our own server's words on top, then what was sent."""
    message = EmailMessage()
    message["From"] = mail["from"]
    message["To"] = mail.get("to", OWN)
    if "cc" in mail:
        message["Cc"] = mail["cc"]
    message["Subject"] = mail.get("subject", "Payment")
    message["Date"] = email.utils.format_datetime(
        datetime.fromisoformat(mail["date"]) if "date" in mail else now
    )
    message["Message-ID"] = f"<{number}.{now:%m%d}@mail.example>"
    body = mail.get("body", "")
    if answered:
        message["In-Reply-To"] = message["References"] = answered["Message-ID"]
        quoted = answered.get_body(("plain",))
        assert quoted is not None
        body += f"\n\nOn {answered['Date']}, Larkspur Castings Ltd <{OWN}> wrote:\n" + "".join(
            f"> {line}\n" for line in quoted.get_content().splitlines()
        )
    for name, value in mail.get("headers", {}).items():
        message[name] = value
    body += "\n" + "\n".join(["-" * 70] * (mail.get("bulk", 0) // 72))
    message.set_content(body, cte="8bit")
    if "html" in mail:
        message.add_alternative(mail["html"], subtype="html", cte="8bit")
    for part in mail.get("attach", ()):
        _attach(message, part)
    if "original" in mail:
        inner = compose(mail["original"], number=900 + number, now=now, answered=None)
        message.add_attachment(_parsed(inner))
    domain = email.utils.parseaddr(mail["from"])[1].rpartition("@")[2]
    verdict = mail.get("auth", f"dmarc=pass header.from={domain}")
    top = (
        f"Received: from out.{domain} (out.{domain} [192.0.2.9]) by {SERVER} (Postfix) with ESMTPS id {number};"
        f" {email.utils.format_datetime(now)}\r\n"
    )
    top += f"Authentication-Results: {SERVER}; {verdict}\r\n" if verdict else ""
    return top.encode() + message.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _parsed(raw: bytes) -> EmailMessage:
    from email import message_from_bytes, policy

    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def _attach(message: EmailMessage, part: dict[str, Any]) -> None:
    name = part["name"]
    if "pdf" in part:
        lock = StandardEncryption("open sesame") if part.get("is_locked") else None
        font = "STSong-Light" if part.get("is_chinese") else "Helvetica"
        content = pdf(words(*(tuple(line) for line in part["pdf"]), font=font), encryption=lock)
    elif "xlsx" in part:
        content = xlsx((part.get("sheet", "Sheet1"), part["xlsx"]))
        content = content[: len(content) // 2] if part.get("is_cut_off") else content
    elif "mt940" in part:
        content = _statement(part["mt940"], part.get("day", "261111"), part.get("currency", "EUR")).encode()
    elif "hex" in part:
        content = bytes.fromhex(part["hex"])
    elif "file" in part:
        content = (CORPUS / part["file"]).read_bytes()
    else:
        content = part["text"].encode()
    main, _, sub = part.get("type", "application/octet-stream").partition("/")
    message.add_attachment(content, maintype=main, subtype=sub, filename=name)


def _statement(entries: list[str], day: str, currency: str = "EUR") -> str:
    """MT940 of entries such as "C 2210.00 B2: RECHNUNG 7: BROMBEER": mark, amount, the bank's reference, text, name."""
    lines, balance = [":20:FB2", ":25:FORDDEFF/77001", f":60F:C{day}{currency}100000,00"], Decimal(100_000)
    for entry in entries:
        head, text, name = entry.split(": ")
        mark, amount, reference = head.split()
        balance += Decimal(amount) * (1 if mark == "C" else -1)
        shown = amount.replace(".", ",")
        lines.append(f":61:{day}{day[2:]}{mark}{shown}NTRFNONREF//{reference}")
        lines.append(f":86:166?00BUCHUNG?20{text[:27]}?21{text[27:54]}?32{name}")
    closing = f"{balance:.2f}".replace(".", ",")
    return "\n".join([*lines, f":62F:C{day}{currency}{closing}", "-", ""])


def _bounce(letter: EmailMessage) -> bytes:
    """A report of the customer's server that our letter reached nobody (RFC 3464)."""
    address = str(letter["To"])
    out = io.StringIO()
    out.write(
        f"Return-Path: <>\nFrom: Mail Delivery System <MAILER-DAEMON@relay.example>\nTo: {OWN}\n"
        f"Subject: Undelivered Mail Returned to Sender\nDate: {letter['Date']}\nMessage-ID: <dsn1@relay.example>\n"
        "Auto-Submitted: auto-replied\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="=_dsn"\n\n'
        f"--=_dsn\nContent-Type: text/plain\n\n<{address}>: user unknown\n\n"
        "--=_dsn\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; relay.example\n\n"
        f"Final-Recipient: rfc822; {address}\nAction: failed\nStatus: 5.1.1\n\n"
        f"--=_dsn\nContent-Type: text/rfc822-headers\n\nMessage-ID: {letter['Message-ID']}\n"
        f"Subject: {letter['Subject']}\n\n--=_dsn--\n"
    )
    return out.getvalue().replace("\n", "\r\n").encode()


def told(home: WorkedHome, lines: dict[str, list[Line]]) -> dict[str, list[str]]:
    """The books in words: every payment, letter and message, and each invoice that is no longer as imported."""
    payment_ids = [line["payment_id"] for line in lines["payments"]]
    letter_ids = [line["letter_id"] for line in lines["letters"]]
    return {
        "payments": [_payment(line) for line in lines["payments"]],
        "letters": [_letter(line) for line in lines["letters"]],
        "messages": [_message(line, payment_ids, letter_ids) for line in lines["messages"]],
        "invoices": [
            text for line in lines["invoices"] if (text := _invoice(line, home.start[line["invoice_no"]]))
        ],
    }


def _payment(line: Line) -> str:
    parts = [f"{line['customer_id'] or 'nobody'} {line['status']} {line['amount']} {line['currency']}"]
    for one in line["applications"]:
        more = [f"discount {one['discount']}"] if float(one["discount"]) else []
        more += [f"off {one['write_off']} {one['reason']}"] if float(one["write_off"]) else []
        parts.append(f"{one['invoice']} {one['amount']}" + (f" ({', '.join(more)})" if more else ""))
    if line["unapplied"] not in ("0.00", "0"):
        parts.append(f"unapplied {line['unapplied']}")
    parts += [f"refunded {line['refunded']}"] if float(line["refunded"] or 0) else []
    parts += ["on account"] if line["on_account"] else []
    parts += line["discrepancies"]
    if line["cleared"]:
        parts.append("cleared")
    return "; ".join(parts)


def _letter(line: Line) -> str:
    parts = [f"{line['kind']} to {', '.join(line['to'])} in {line['language']}", *line["codes"]]
    if line["kind"] in (LetterKind.REMINDER, LetterKind.DUNNING, LetterKind.FINAL_NOTICE):
        parts.append(f"level {line['level']}: {' '.join(line['invoices'])}")
    if line["status"] != "sent":
        parts.append(line["status"])
    return "; ".join(parts)


def _message(line: Line, payment_ids: list[str], letter_ids: list[str]) -> str:
    parts = [f"{line['kind']} {line['status']}"]
    parts += [f"P{payment_ids.index(one) + 1}" for one in line["payment_ids"]]
    parts += [f"L{letter_ids.index(one) + 1}" for one in line["letter_ids"]]
    return " ".join(parts)


def _invoice(line: Line, start: str) -> str:
    parts = [f"{line['invoice_no']} {line['open_amount']} {line['status']}"]
    if line["disputed_amount"]:
        parts.append(f"disputed {line['disputed_amount']}")
    if line["promised_amount"]:
        parts.append(f"promised {line['promised_amount']} by {line['promised_date']}")
    if line["dunning_level"]:
        parts.append(f"level {line['dunning_level']}")
    is_as_imported = line["open_amount"] == start and line["status"] in ("open", "paid") and len(parts) == 1
    return "" if is_as_imported else "; ".join(parts)


def assert_conserved(home: WorkedHome, lines: dict[str, list[Line]]) -> None:
    """Every cent is applied or unapplied, and off its invoice or open; the chain holds and folds to the same books."""
    taken: dict[str, Money] = {}
    for payment in lines["payments"]:
        if payment["amount"] is None or payment["currency"] is None or payment["unapplied"] is None:
            assert not payment["applications"]
            continue
        left = Money.of(payment["amount"], payment["currency"])
        for one in payment["applications"]:
            amount, discount, off = (
                Money.of(one[name], payment["currency"]) for name in ("amount", "discount", "write_off")
            )
            left -= amount
            before = taken.get(one["invoice"], Money(0, payment["currency"]))
            taken[one["invoice"]] = before + amount + discount + off
        left -= Money.of(payment["refunded"] or "0", payment["currency"])
        brings_none = payment["status"] in ("duplicate", "reversed")
        assert payment["unapplied"] == ("0.00" if brings_none else left.amount), payment
        assert left.minor >= 0, payment
        assert not (brings_none and payment["applications"]), payment
        assert not (payment["status"] == "advised" and payment["applications"]), payment
    for invoice in lines["invoices"]:
        number, currency = invoice["invoice_no"], invoice["currency"]
        start = Money.of(home.start[number], currency)
        allowed = Money.of(invoice["allowed_amount"], currency)
        left = start - taken.get(number, Money(0, currency)) - allowed
        assert invoice["open_amount"] == left.amount, invoice
    app.verify(home.path)
    books = fold.empty()
    for recorded in app.whole_journal(home.path):
        fold.apply(books, recorded)
    assert lines == _lines(books, home.now)


def derived_again(home: WorkedHome) -> list[Derived]:
    """Every decision about every payment, made again from the stored messages."""
    with home.desk() as desk:

        def desk_of(books: Books, at: datetime) -> Desk:
            bookkeeper = Bookkeeper(NoJournal(), NoViews(), books)
            return replace(desk, bookkeeper=bookkeeper, blobs=UnwrittenBlobs(desk.blobs), clock=lambda: at)

        payment_ids, last = frozenset(desk.books.payments), desk.books.seq
        return list(derive(lambda: app.whole_commits(home.path), payment_ids, desk_of, last_seq=last))


def assert_addressed(home: WorkedHome, lines: dict[str, list[Line]]) -> None:
    """No letter goes to an address that is on file for nobody; each lies in the outbox once, as it was written."""
    colleagues = {STAFF, *(address for _, role in load(home.path).roles for address in role)}
    with app.open_home(home.path) as opened:
        books = opened.books
        for letter in lines["letters"]:
            for address in (*letter["to"], *letter["cc"]):
                known = books.customers_for(address, default_policy("DE").public_domains)
                assert address in colleagues if letter["customer_id"] is None else known, letter
        sent = sorted(
            opened.blobs.get(books.letters[letter["letter_id"]].sha256)
            for letter in lines["letters"]
            if letter["status"] == "sent"
        )
    out = home.path / "mail" / "out"
    assert sent == sorted(file.read_bytes() for folder in ("new", "cur") for file in (out / folder).glob("*"))
