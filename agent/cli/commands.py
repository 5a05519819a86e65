"""The commands of `remitd`: each opens what it needs, calls one stage, and shows the answer."""

import json
import sys
from pathlib import Path

import click

from agent import __version__
from agent.cli.bank import bank
from agent.cli.confirmations import confirmations
from agent.cli.context import as_json, by_staff, deciding, shared, where, why_kept
from agent.cli.correspondence import letters
from agent.cli.credit import credit, limit, terms
from agent.cli.evidence import evidence
from agent.cli.holding import dispute, hold, holds, instalments, promise, resolve, write_off
from agent.cli.journal import audit, explain, undo
from agent.cli.learning import forget, learn, learnt, teaching_of
from agent.cli.limitation import limitation
from agent.cli.lists import aging, invoices, messages, payments
from agent.cli.menu import Menu
from agent.cli.morning import close, start, stop
from agent.cli.planning import plan
from agent.cli.replaying import replay
from agent.cli.report import report
from agent.cli.residuals import deductions, on_account, refund
from agent.cli.simulating import simulate
from agent.cli.statement import statement
from agent.errors import AgentError


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
        rules=app.feed_rules(at.folder / "rules"),
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
@why_kept
@shared
def merge(customer: str, into: str, why: str) -> None:
    """Merge a customer INTO another: all that is theirs counts for that one from now on."""
    from agent.pipeline.merging import merge_customers

    with deciding() as commit:
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
    with deciding() as commit:
        said = [apply_payment(commit, payment_id, pairs), *offers(commit.books, payment_id, teaching)]
    for line in said:
        click.echo(line)


for command in (
    aging,
    audit,
    bank,
    close,
    confirmations,
    credit,
    deductions,
    dispute,
    evidence,
    explain,
    forget,
    hold,
    holds,
    instalments,
    invoices,
    learn,
    learnt,
    letters,
    limit,
    limitation,
    messages,
    on_account,
    payments,
    plan,
    promise,
    refund,
    replay,
    report,
    resolve,
    simulate,
    start,
    statement,
    stop,
    terms,
    undo,
    write_off,
):
    remitd.add_command(command)
