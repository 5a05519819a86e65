"""`make demo`: the main job on a month and a half of sample mail, in a new home, told so that one can follow it."""

import argparse
import io
import re
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from datetime import date, datetime
from email import message_from_bytes, policy
from pathlib import Path

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.terminal_theme import MONOKAI
from rich.text import Text

from agent import app
from agent.cli.commands import remitd
from agent.cli.homes import make_home
from agent.cli.letters import letter_as
from agent.cli.running import run_home
from agent.facts.books import Books, Message
from agent.facts.letters import Letter, LetterKind, LetterStatus
from agent.facts.payments import Payment
from agent.ledger.aging import aging
from agent.money import Money
from agent.pipeline.importing import import_file

SAMPLES = Path(__file__).parent / "harbour"
MARK = "made-by-demo.txt"
SATURDAY = datetime.fromisoformat("2026-11-21T09:00:00+08:00")
TUESDAY = "2026-11-24T09:00:00+08:00"
MONDAY = datetime.fromisoformat("2026-11-23T09:00:00+08:00")
CONFIG = """[company]
name = "Harbour Supply Co."
aliases = ["海港供应有限公司"]
address = "ar@harbour.example"
staff = ["li.na@harbour.example"]
language = "en"
currency = "USD"
country = "CN"
time_zone = "Asia/Shanghai"

[inbox]
url = "maildir:mail/in"
trusted_authserv = "mx.harbour.example"

[outbox]
url = "maildir:mail/out"

[bank]
senders = ["noreply@eastport-bank.example"]
"""

# Narrower than this the account can't be read; a terminal wraps it.
say = Console(highlight=False)
say.width = max(say.width, 124)
_MOST_LINES = 20


def main(folder: Path, *, picture: Path | None = None) -> None:
    """Build the home, run it on a Saturday and on the Monday after, and tell what happened.

    `picture`: an SVG of the account for the README, with the first messages alone.
    """
    say.record = picture is not None
    started = time.monotonic()
    _make(folder)
    with app.open_home(folder) as home:
        before = _aging_by_currency(home.books, MONDAY.date())
    run_home(folder, now=SATURDAY, once=True, log_format="quiet")
    run_home(folder, now=MONDAY, once=True, log_format="quiet")
    with app.open_home(folder) as home:
        books = home.books
        names = _write_letters(home, folder)
        _came_in(books)
        _decided(books, list(books.messages.values())[: 24 if picture else None])
        _letters(home, folder, names)
        _aging(before, _aging_by_currency(books, MONDAY.date()))
    _collecting(folder)
    _next(folder, time.monotonic() - started)
    if picture:
        drawn = say.export_svg(title="make demo", theme=MONOKAI)
        # Pictures of ours load nothing from elsewhere.
        picture.write_text(re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL), encoding="utf-8")


def _make(folder: Path) -> None:
    if folder.exists():
        if not (folder / MARK).exists():
            sys.exit(f"{folder} was not made by a demo; name another folder")
        shutil.rmtree(folder)
    list(make_home(folder))
    (folder / MARK).write_text("This home may be deleted: `make demo` makes it anew.\n", encoding="utf-8")
    (folder / "remitd.toml").write_text(CONFIG, encoding="utf-8")
    opened = datetime.fromisoformat("2026-01-01T09:00:00+08:00")
    with app.open_home(folder) as home:
        for what in ("customers", "invoices"):
            import_file(what, SAMPLES / f"{what}.csv", bookkeeper=home.bookkeeper, clock=app.clock(opened))
    for mail in sorted((SAMPLES / "mail").glob("*.eml")):
        shutil.copy(mail, folder / "mail" / "in" / "new" / mail.name)


def _table(*columns: str, right: tuple[int, ...] = ()) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for number, column in enumerate(columns):
        table.add_column(
            column, justify="right" if number in right else "left", no_wrap=True, overflow="ellipsis"
        )
    return table


def _came_in(books: Books) -> None:
    kinds = Counter(f"{message.kind}" for message in books.messages.values())
    say.rule("[bold]1. What came in", align="left")
    parts = ", ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in kinds.most_common())
    say.print(f"{len(books.messages)} messages: {parts}.\n")


def _decided(books: Books, messages: Sequence[Message]) -> None:
    say.rule("[bold]2. What was decided, and why", align="left")
    table = _table("from", "decided", "because")
    for message in messages:
        what, why = _decision(books, message)
        sender = message.sender.partition("@")[2].removesuffix(".example")
        table.add_row(_cut(escape(sender), 18), _cut(what, 44), _cut(escape(why), 56))
    say.print(table)
    if len(messages) < len(books.messages):
        say.print(f"… and {len(books.messages) - len(messages)} more", style="dim")
    say.print("\nTo the cent, for each currency:")
    for currency, (received, applied, forgiven, unapplied) in sorted(_cents(books).items()):
        say.print(
            f"  {currency}  {received.decimal:>12,} told of = {applied.decimal:>12,} applied"
            f" + {unapplied.decimal:>9,} unapplied;  {forgiven.decimal:>7,} forgiven as discount or write-off"
        )
    say.print()


def _cut(markup: str, width: int) -> Text:
    text = Text.from_markup(markup)
    text.truncate(width, overflow="ellipsis")
    return text


_HELD = {
    "sum": "lines = total",
    "words": "figures = words",
    "net": "gross - discount = net",
    "ledger": "numbers theirs",
    "open": "amounts open",
}


def _decision(books: Books, message: Message) -> tuple[str, str]:
    payments = [books.payments[payment_id] for payment_id in message.payment_ids]
    if not payments:
        words = f"{message.kind}, {message.status}".replace("_", " ")
        return f"[dim]{words}[/dim]", (message.why or ("",))[0]
    told = [payment for payment in payments if payment.mail_id == message.mail_id]
    seen = len(payments) - len(told)
    what = [f"[green]{seen} seen at the bank[/green]"] * bool(seen) + [_payment(payment) for payment in told]
    return "; ".join(what), _why((told or payments)[-1])


def _why(payment: Payment) -> str:
    """The checks that held where all is well, else the first reason."""
    items = len(payment.applications)
    checks = [_HELD[check] for check in payment.claim.checks]
    if payment.status == "applied" and not payment.codes and checks:
        return f"{items} item{'s' * (items != 1)}: " + ", ".join(checks)
    told = [reason for reason in payment.because if " is named: " not in reason]
    return (told or list(payment.because) or [""])[0]


def _payment(payment: Payment) -> str:
    amount = f"{payment.amount.decimal:,} {payment.amount.currency}" if payment.amount else ""
    if payment.status == "applied" and not payment.codes:
        return f"[green]applied[/green] {amount}"
    codes = ", ".join(payment.codes)
    return f"[yellow]{str(payment.status).replace('_', ' ')}[/yellow] {amount} [yellow]{codes}[/yellow]"


def _cents(books: Books) -> dict[str, tuple[Money, Money, Money, Money]]:
    result: dict[str, tuple[Money, Money, Money, Money]] = {}
    for payment in books.payments.values():
        if payment.amount is None or payment.unapplied is None or payment.status in ("duplicate", "reversed"):
            continue
        currency = payment.amount.currency
        nothing = Money(0, currency)
        old = result.get(currency, (nothing, nothing, nothing, nothing))
        applied = payment.applied or nothing
        forgiven = sum((a.taken - a.amount for a in payment.applications), nothing)
        result[currency] = (
            old[0] + payment.amount, old[1] + applied, old[2] + forgiven, old[3] + payment.unapplied
        )  # fmt: skip
    return result


def _write_letters(home: app.Home, folder: Path) -> dict[str, str]:
    """Every letter as a page to open; by letter_id the file's name."""
    (folder / "letters").mkdir(exist_ok=True)
    names = {}
    for number, letter in enumerate(home.books.letters.values(), start=1):
        whom = letter.customer_id or "staff"
        name = f"{number:03}-{letter.kind}-{whom}.html"
        (folder / "letters" / name).write_bytes(letter_as(home, letter.letter_id, "html"))
        names[letter.letter_id] = name
    return names


def _letters(home: app.Home, folder: Path, names: dict[str, str]) -> None:
    say.rule("[bold]3. The letters", align="left")
    table = _table("kind", "sent", "held for a person", "one of them, to open", right=(1, 2))
    by_kind: dict[LetterKind, list[Letter]] = {}
    for letter in home.books.letters.values():
        by_kind.setdefault(letter.kind, []).append(letter)
    for kind, letters in by_kind.items():
        status = Counter(letter.status for letter in letters)
        table.add_row(
            kind.replace("_", " "),
            str(status[LetterStatus.SENT]),
            str(status[LetterStatus.HELD] or ""),
            str(folder / "letters" / names[letters[0].letter_id]),
        )
    say.print(table)
    queries = by_kind.get(LetterKind.DISCREPANCY_QUERY) or list(home.books.letters.values())
    if queries:
        letter = queries[0]
        message = message_from_bytes(home.blobs.get(letter.sha256), policy=policy.default)
        say.print(
            f"\nOne of them as it went out to {letter.to[0]}, [bold]{escape(str(message['Subject']))}[/bold]:\n"
        )
        text = letter_as(home, letter.letter_id, "text").decode()
        for line in text.splitlines():
            say.print("  │ " + escape(line), soft_wrap=True)
    say.print()


def _aging_by_currency(books: Books, today: date) -> dict[str, list[Money]]:
    sums: dict[str, list[Money]] = {}
    for row in aging(books, today):
        amounts = (*row.buckets, row.total)
        old = sums.get(row.currency)
        sums[row.currency] = [a + b for a, b in zip(old, amounts, strict=True)] if old else list(amounts)
    return sums


def _aging(before: dict[str, list[Money]], after: dict[str, list[Money]]) -> None:
    say.rule("[bold]4. Aging, before and after", align="left")
    table = _table("", "current", "1-30", "31-60", "61-90", "over 90", "total", right=(1, 2, 3, 4, 5, 6))
    for currency in sorted(before):
        for when, sums in (("before", before), ("after", after)):
            amounts = sums.get(currency, [Money(0, currency)] * 6)
            table.add_row(f"{currency} {when}", *(f"{amount.decimal:,}" for amount in amounts))
    say.print(table)


def _collecting(folder: Path) -> None:
    """What goes out next, what waits for whom, and a customer's account, each as its command says it."""
    say.rule("[bold]5. Collecting", align="left")
    pdf = folder / "statement-C007.pdf"
    commands = (
        ("plan", "--days", "14", "--customer", "C001"),
        ("report", "waiting"),
        ("statement", "C007", "--from", "2026-10-01", "--pdf", str(pdf)),
    )
    for words in commands:
        say.print(f"remitd {' '.join(words)}", style="bold")
        lines = [line for line in _said(folder, words).splitlines() if line.strip()]
        for line in lines[:_MOST_LINES]:
            say.print(Text("  " + line), no_wrap=True, overflow="ellipsis")
        if len(lines) > _MOST_LINES:
            say.print(f"  … and {len(lines) - _MOST_LINES} more lines", style="dim")
        say.print()


def _said(folder: Path, words: Sequence[str]) -> str:
    with redirect_stdout(io.StringIO()) as out:
        remitd.main(["--home", str(folder), "--now", MONDAY.isoformat(), *words], standalone_mode=False)
    return out.getvalue()


def _next(folder: Path, seconds: float) -> None:
    say.rule("[bold]6. What to try next", align="left")
    command = ".venv/bin/remitd"
    for words, what in _try():
        say.print(f"  {command} --home {folder} {words:42} [dim]{what}[/dim]", soft_wrap=True)
    say.print(
        f"\nAll of this took {seconds:.1f} s. The home is {folder}/, the letters are in {folder}/letters/."
    )


def _try() -> Iterator[tuple[str, str]]:
    yield "payments", "what was told of, and what became of it"
    yield "explain INV-10028", "from the mail to the evidence to the letter"
    yield "letters", "then: letters show ID, letters approve ID"
    yield f"run --once --now {TUESDAY}", "sends what was approved; the demo's clock is ahead"
    yield "report all --explain", "figures with their definitions; also --xlsx, --svg, --json"
    yield "credit", "grades, limits, risks"
    yield "evidence C001", "all that was written and agreed, for one who does not trust us"
    yield "audit verify", "the chain over everything that happened"
    yield f"extract {SAMPLES.parent.name}/{SAMPLES.name}/mail/030*", "what one message says"


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path, nargs="?", default=Path("demo"))
    arguments.add_argument("--picture", type=Path, help="also draw the account as an SVG")
    parsed = arguments.parse_args()
    main(parsed.folder, picture=parsed.picture)
