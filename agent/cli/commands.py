"""The commands of `remitd`: each opens what it needs, calls one stage, and shows the answer."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agent import __version__
from agent.cli.bank import bank
from agent.cli.confirmations import confirmations
from agent.cli.context import actor, as_json, by_staff, shared, where
from agent.cli.credit import credit, limit, terms
from agent.cli.evidence import evidence
from agent.cli.holding import dispute, hold, holds, instalments, promise, resolve, write_off
from agent.cli.learning import forget, learn, learnt, teaching_of
from agent.cli.limitation import limitation
from agent.cli.menu import Menu
from agent.cli.morning import close, start, stop
from agent.cli.past import shown, timed
from agent.cli.planning import plan
from agent.cli.replaying import replay
from agent.cli.report import report
from agent.cli.residuals import deductions, on_account, refund
from agent.cli.show import show
from agent.cli.simulating import simulate
from agent.cli.statement import statement
from agent.errors import AgentError, ChainBroken, JournalBroken

if TYPE_CHECKING:
    from agent.pipeline.bookkeeping import Commit


@click.group(cls=Menu, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="remitd %(version)s")
@shared
def remitd() -> None:
    """Reads remittances from a mailbox, applies them to the ledger, and writes the letters a careful clerk would."""


@remitd.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Make a home in FOLDER: remitd.toml, rules/ and state/."""
    from agent.cli.homes import make_home

    for line in make_home(folder):
        click.echo(line)


@remitd.command()
@shared
def check() -> None:
    """Check config, rules, mailbox, server and ledger; says what is wrong and what to do."""
    from agent import app
    from agent.cli.homes import check_home

    faults = 0
    for is_right, line in check_home(where().folder, app.clock(where().now)):
        click.echo(f"{'ok  ' if is_right else 'FAIL'}  {line}")
        faults += not is_right
    sys.exit(1 if faults else 0)


@remitd.command("import")
@click.argument("what", type=click.Choice(["customers", "invoices"]))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--dry-run", "is_dry", is_flag=True, help="Show what would change, line by line; change nothing."
)
@click.option(
    "--full", "is_full", is_flag=True, help="The file has all that is open: ask about what it lacks."
)
@click.option("--total", "totals", metavar="CUR=AMOUNT", multiple=True, help="What its open amounts sum to.")
@shared
def import_(what: str, file: Path, is_dry: bool, is_full: bool, totals: tuple[str, ...]) -> None:
    """Import customers or invoices from a CSV or XLSX FILE; the same file again changes nothing."""
    from agent import app
    from agent.cli.importing import control_totals, import_lines
    from agent.config import load
    from agent.pipeline.importing import How, import_file

    at = where()
    if what == "customers" and (is_full or totals):
        raise AgentError("--full and --total are for invoices; customers have no amounts")
    how = How(
        rules=app.feed_rules(at.folder),
        is_full=is_full,
        is_dry=is_dry,
        totals=control_totals(totals),
        home_currency=lambda: load(at.folder).company.currency,
    )
    with app.open_home(at.folder) as home:
        done = import_file(what, file, bookkeeper=home.bookkeeper, clock=app.clock(at.now), how=how)
    for line in import_lines(what, file.name, done, is_dry=is_dry):
        click.echo(line)


@remitd.command()
@click.argument("customer")
@click.argument("into", metavar="INTO")
@click.option("--why", required=True, help="Kept in the journal.")
@shared
def merge(customer: str, into: str, why: str) -> None:
    """Merge a customer INTO another: all that is theirs counts for that one from now on."""
    from agent.pipeline.merging import merge_customers

    with _deciding() as commit:
        said = merge_customers(commit, customer, into, why)
    click.echo(said)


@remitd.command()
@click.option(
    "--to", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help="A new .csv or .xlsx file."
)
@click.option("--batch", metavar="B-YYYY-NNNN", help="Write an earlier batch again, byte for byte.")
@click.option("--dry-run", "is_dry", is_flag=True, help="Show what would be exported; record nothing.")
@as_json
@shared
def export(to: Path | None, batch: str | None, is_dry: bool, as_json: bool) -> None:
    """Hand over applications of cash for posting: each once, in a numbered batch; what is taken back is negative."""
    from agent.cli.exporting import export as export_batch

    at = where()
    export_batch(at.folder, at.now, to=to, batch=batch, as_json=as_json, is_dry=is_dry)


@remitd.command()
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@as_json
@click.option(
    "--explain",
    metavar="[DIR]",
    is_flag=False,
    flag_value="",
    help="Also write a page for each file that shows where each value stands: into DIR, else beside the file.",
)
@shared
def extract(paths: tuple[Path, ...], as_json: bool, explain: str | None) -> None:
    """Read messages (.eml) or documents and print what they say; changes nothing."""
    from agent import app
    from agent.cli.extracting import explain_file, read_file, show_line

    at = where()
    if explain and Path(explain).is_file():
        raise AgentError(f"--explain {explain}: this is a file; give a folder, or put --explain last")
    missing = [path for path in paths if not path.is_file()]
    taken: set[Path] = set()
    with app.reading_desk(at.folder, app.clock(at.now)) as (desk, opener):
        for path in paths:
            if path in missing:
                continue
            read = read_file(desk, opener, path)
            line = read.line
            if explain is not None:
                folder = Path(explain) if explain else path.parent
                click.echo(f"explained in {explain_file(read, opener, folder, taken)}", err=as_json)
            if as_json:
                click.echo(json.dumps(line, ensure_ascii=False))
                continue
            show_line(line)
    if missing:
        raise AgentError(f"{missing[0]}: can't be opened; give paths of messages or documents")


@remitd.command()
@click.option("--once", is_flag=True, help="Handle all mail that is there, send what is due, and exit.")
@click.option(
    "--log", "log_format", type=click.Choice(["auto", "text", "json"]), default="auto", show_default=True
)
@shared
def run(once: bool, log_format: str) -> None:
    """Fetch, read, match, decide, record, write and send."""
    from agent.cli.running import run_home

    at = where()
    run_home(at.folder, now=at.now, once=once, log_format=log_format)


@remitd.command()
@click.option("--customer", metavar="ID", help="Of this customer alone.")
@click.option("--all", "with_paid", is_flag=True, help="Settled ones too.")
@as_json
@timed
@shared
def invoices(customer: str | None, with_paid: bool, as_json: bool) -> None:
    """Invoices and credit notes, open ones unless --all."""
    from agent.cli.lines import invoice_lines

    at = shown(where())
    customer = at.books.survivor(customer) if customer else None
    if customer and customer not in at.books.customers:
        was = f"was no customer of this home by {at.as_of}" if at.as_of else "is no customer of this home"
        raise AgentError(f"{customer} {was}; see: remitd aging")
    lines = invoice_lines(at.books, customer=customer, with_paid=with_paid, today=at.today)
    columns = [
        "invoice_no",
        "customer_id",
        "due_date",
        "currency",
        "amount",
        "open_amount",
        "status",
        "dunning_level",
    ]
    show(lines, as_json=as_json, columns=columns, nothing=at.nothing("No open invoices."))


@remitd.command()
@as_json
@timed
@shared
def payments(as_json: bool) -> None:
    """Every payment that was told of, and what became of it."""
    from agent.cli.lines import payment_line

    at = shown(where())
    columns = [
        "payment_id",
        "customer_id",
        "date",
        "currency",
        "amount",
        "reference",
        "status",
        "cleared",
        "unapplied",
        "discrepancies",
    ]
    lines = map(payment_line, at.books.payments.values())
    show(lines, as_json=as_json, columns=columns, nothing=at.nothing("No payments yet."))


@remitd.command()
@as_json
@timed
@shared
def messages(as_json: bool) -> None:
    """Every message received, what it is, and what became of it."""
    from agent.cli.lines import message_line

    at = shown(where())
    columns = ["mail_id", "received_at", "from", "subject", "kind", "status"]
    lines = map(message_line, at.books.messages.values())
    show(lines, as_json=as_json, columns=columns, nothing=at.nothing("No messages yet."))


@remitd.command()
@as_json
@timed
@shared
def aging(as_json: bool) -> None:
    """What each customer owes, by days past due and currency."""
    from agent.cli.lines import aging_lines

    at = shown(where())
    columns = ["customer_id", "currency", "current", "d1_30", "d31_60", "d61_90", "d90_plus", "total"]
    lines = aging_lines(at.books, at.today)
    show(lines, as_json=as_json, columns=columns, nothing=at.nothing("Nobody owes anything."))


@remitd.group(invoke_without_command=True)
@as_json
@timed
@shared
@click.pass_context
def letters(context: click.Context, as_json: bool) -> None:
    """Every letter written; or show, approve or cancel one."""
    if context.invoked_subcommand:
        if where().as_of:
            raise AgentError("--as-of is for the list of letters; a letter's bytes never change")
        return
    from agent.cli.lines import letter_line

    at = shown(where())
    columns = ["letter_id", "kind", "customer_id", "to", "subject", "level", "codes", "status"]
    lines = map(letter_line, at.books.letters.values())
    show(lines, as_json=as_json, columns=columns, nothing=at.nothing("No letters yet."))


@letters.command("show")
@click.argument("letter_id")
@click.option(
    "--format", "form", type=click.Choice(["text", "html", "eml"]), default="text", show_default=True
)
@shared
def letters_show(letter_id: str, form: str) -> None:
    """The letter as it goes out."""
    from agent import app
    from agent.cli.letters import letter_as

    with app.open_home(where().folder) as home:
        sys.stdout.buffer.write(letter_as(home, letter_id, form))


@letters.command("approve")
@click.argument("letter_ids", nargs=-1, required=True)
@by_staff
@shared
def letters_approve(letter_ids: tuple[str, ...]) -> None:
    """Release held letters; the next run sends them."""
    from agent import app
    from agent.cli.letters import approve

    at = where()
    with app.open_home(at.folder) as home:
        for line in approve(home, letter_ids, clock=app.clock(at.now), actor=actor(at)):
            click.echo(line)


@letters.command("cancel")
@click.argument("letter_ids", nargs=-1, required=True)
@click.option("--why", required=True, help="Kept in the journal.")
@by_staff
@shared
def letters_cancel(letter_ids: tuple[str, ...], why: str) -> None:
    """Drop letters that are held or queued."""
    from agent import app
    from agent.cli.letters import cancel

    at = where()
    with app.open_home(at.folder) as home:
        for line in cancel(home, letter_ids, why=why, clock=app.clock(at.now), actor=actor(at)):
            click.echo(line)


@remitd.command()
@click.argument("payment_id", metavar="PAYMENT")
@click.argument("amounts", metavar="INVOICE=AMOUNT...", nargs=-1, required=True)
@by_staff
@shared
def apply(payment_id: str, amounts: tuple[str, ...]) -> None:
    """Decide what a payment in review, or with unapplied cash, settles."""
    from agent.pipeline.learning import offers
    from agent.pipeline.staff import apply_payment

    pairs = dict(pair.rpartition("=")[::2] for pair in amounts)
    if "" in pairs or len(pairs) < len(amounts):
        raise AgentError("write each item once, as INVOICE=AMOUNT, such as INV-1001=980.00")
    teaching = teaching_of(where().folder)
    with _deciding() as commit:
        said = [apply_payment(commit, payment_id, pairs), *offers(commit.books, payment_id, teaching)]
    for line in said:
        click.echo(line)


@remitd.command()
@click.argument("seq", type=click.IntRange(min=1))
@click.option("--why", required=True, help="Kept in the journal.")
@by_staff
@shared
def undo(seq: int, why: str) -> None:
    """Take back the decision of line SEQ of the journal (see `audit` and `explain`), by correcting entries."""
    from agent import app
    from agent.pipeline.undoing import past_of
    from agent.pipeline.undoing import undo as take_back

    folder = where().folder
    past = past_of(lambda: app.whole_journal(folder), seq)
    with _deciding() as commit:
        said = take_back(commit, past, why)
    for line in said:
        click.echo(line)


@contextmanager
def _deciding() -> Iterator["Commit"]:
    """A commit in the name of staff."""
    from agent import app

    at = where()
    with app.open_home(at.folder) as home, home.bookkeeper.commit(app.clock(at.now)(), actor(at)) as commit:
        yield commit


@remitd.group(invoke_without_command=True)
@as_json
@shared
@click.pass_context
def audit(context: click.Context, as_json: bool) -> None:
    """Every event of the journal, oldest first; or verify its chain."""
    if context.invoked_subcommand:
        return
    from agent import app
    from agent.cli.lines import audit_line

    lines = map(audit_line, app.whole_journal(where().folder))
    show(
        lines,
        as_json=as_json,
        columns=["seq", "at", "kind", "actor", "subject"],
        nothing="The journal is empty.",
    )


@audit.command("verify")
@as_json
@shared
def audit_verify(as_json: bool) -> None:
    """Check every line and the chain; exit 1 and the first broken entry where it does not hold."""
    from agent import app
    from agent.store.codec import GENESIS

    count, head = 0, GENESIS
    try:
        for recorded in app.whole_journal(where().folder):
            count, head = recorded.seq, recorded.hash
    except JournalBroken as broken:
        raise ChainBroken(str(broken)) from broken
    if as_json:
        click.echo(json.dumps({"head": head, "events": count}))
    else:
        click.echo(f"{head}  {count} events, the chain holds")


@remitd.command()
@click.argument("what", metavar="ID")
@as_json
@click.option(
    "--verify",
    is_flag=True,
    help="Derive every decision about its payments again, also where that takes long; exit 1 where one differs.",
)
@timed
@shared
def explain(what: str, as_json: bool, verify: bool) -> None:
    """Why: from message to evidence to decision to letter, for any mail, payment, invoice, letter or customer."""
    from agent.cli.explain import explained

    lines, holds = explained(shown(where()), where().folder, what, verify=verify)
    for line in lines:
        said = {"id": what, "section": line.section, "text": line.text}
        click.echo(json.dumps(said, ensure_ascii=False) if as_json else line.text)
    sys.exit(1 if verify and not holds else 0)


for command in (
    bank,
    confirmations,
    close,
    credit,
    deductions,
    evidence,
    forget,
    learn,
    learnt,
    limit,
    limitation,
    on_account,
    plan,
    refund,
    replay,
    report,
    simulate,
    start,
    statement,
    stop,
    terms,
    dispute,
    hold,
    holds,
    promise,
    resolve,
    write_off,
    instalments,
):
    remitd.add_command(command)
