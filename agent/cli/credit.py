"""Credit as commands: scores and grades with their why, limits and terms that a person agreed with a customer."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from agent.cli.context import DAY, actor, as_json, by_staff, shared, where
from agent.cli.past import Shown, shown, timed
from agent.cli.show import show, table
from agent.errors import AgentError

if TYPE_CHECKING:
    from agent.cli.credit_lines import Credit
    from agent.pipeline.bookkeeping import Commit
    from agent.store.blobs import Blobs

_PAPER_BYTES = 20_000_000


@contextmanager
def _agreeing() -> Iterator[tuple["Commit", "Blobs"]]:
    """A commit in the name of staff, and the blobs."""
    from agent import app

    at = where()
    with app.open_home(at.folder) as home, home.bookkeeper.commit(app.clock(at.now)(), actor(at)) as commit:
        yield commit, home.blobs
        home.blobs.sync()


def _currency() -> str:
    from agent.config import load

    return load(where().folder).company.currency


def _looked_at(at: Shown) -> "Credit":
    from agent import app
    from agent.cli.credit_lines import Credit

    rules = app.credit_rules(where().folder / "rules")
    return Credit(books=at.books, rules=rules, today=at.today, home_currency=_currency())


@click.command()
@click.argument("customer", required=False)
@click.option(
    "--review", "is_now", is_flag=True, help="Grade all customers now, not on the first run of next month."
)
@as_json
@by_staff
@timed
@shared
def credit(customer: str | None, is_now: bool, as_json: bool) -> None:
    """Score and grade with their why, limit, exposure, terms and flags; never told to customers."""
    from agent.pipeline.agreeing import customer_of

    if is_now:
        _review()
    at = shown(where())
    chosen = [customer_of(at.books, customer).customer_id] if customer else sorted(at.books.customers)
    lines = _looked_at(at).lines(chosen)
    if customer and not as_json:
        _tell(next(lines))
        return
    rows = lines if as_json else map(_row, lines)
    columns = ["customer_id", "name", "grade", "score", "limit", "exposure", "terms", "flags"]
    show(rows, as_json=as_json, columns=columns, nothing=at.nothing("No customers yet."))


def _review() -> None:
    from agent import app
    from agent.pipeline.credit import review

    at = where()
    if at.as_of:
        raise AgentError("--review grades as of now; leave out --as-of")
    with (
        app.working_desk(at.folder, app.clock(at.now)) as (desk, _),
        desk.bookkeeper.commit(desk.clock(), actor(at)) as commit,
    ):
        review(desk, commit, now=True)


def _row(line: dict[str, Any]) -> dict[str, Any]:
    """A line of the table: lists in words."""
    sums = [f"{one['amount']} {one['currency']}" for one in line["exposure"]]
    limit = f"{line['limit']} {line['limit_currency']}" if line["limit"] is not None else None
    return line | {"exposure": sums, "limit": limit, "flags": [one["kind"] for one in line["flags"]]}


def _tell(line: dict[str, Any]) -> None:
    """One customer, for a person."""
    row = _row(line)
    score = "no score" if line["score"] is None else f"score {line['score']}"
    click.echo(f"{line['customer_id']}  {line['name']}")
    click.echo(
        f"  grade {line['grade']}, {score}"
        + (f", since {line['graded_at'][:10]}" if line["graded_at"] else "")
    )
    click.echo(f"  today {line['grade_now']}: {line['why']}")
    limit, by = row["limit"] or "none", f" ({line['limit_source']})" if line["limit_source"] else ""
    proposed = f", {line['proposed_limit']} proposed" if line["proposed_limit"] else ""
    click.echo(f"  limit {limit}{by}{proposed}")
    click.echo(f"  exposure {', '.join(row['exposure']) or 'nothing'}")
    click.echo(f"  terms {line['terms'] or 'none'}, {line['proposed_terms']} proposed by the grade")
    for flag in line["flags"]:
        click.echo(f"  {flag['kind']} since {flag['since'][:10]}: {flag['why']}")
    if line["indicators"]:
        click.echo()
        table(line["indicators"], ["name", "value", "points", "weight", "why"])


@click.command()
@click.argument("customer", required=False)
@click.argument("amount", required=False)
@click.option("--refuse", "is_refused", is_flag=True, help="The limit that was proposed is not wanted.")
@click.option("--why", help="Where it was agreed; kept in the journal.")
@as_json
@by_staff
@timed
@shared
def limit(customer: str | None, amount: str | None, is_refused: bool, why: str | None, as_json: bool) -> None:
    """Agree a CUSTOMER's credit limit of AMOUNT, or refuse a proposal; alone: all limits and proposals."""
    from agent.pipeline.agreeing import agree_limit, customer_of, refuse_limit

    if amount or is_refused:
        if not customer or why is None or (amount and is_refused):
            raise AgentError(
                "write: remitd limit CUSTOMER AMOUNT --why ..., or: remitd limit CUSTOMER --refuse --why ..."
            )
        _no_past()
        with _agreeing() as (commit, _):
            said = (
                agree_limit(commit, customer, amount, why, _currency())
                if amount
                else refuse_limit(commit, customer, why)
            )
        click.echo(said)
        return
    at = shown(where())
    chosen = [customer_of(at.books, customer).customer_id] if customer else sorted(at.books.customers)
    columns = [
        "customer_id",
        "currency",
        "limit",
        "source",
        "imported",
        "proposed",
        "proposed_why",
        "differs",
    ]
    lines = _looked_at(at).limits(chosen)
    show(lines, as_json=as_json, columns=columns, nothing=at.nothing("No limits yet."))


@click.command()
@click.argument("customer")
@click.option(
    "--set",
    "pairs",
    metavar="KEY=VALUE",
    multiple=True,
    help="What the new version says; an empty value takes it out.",
)
@click.option("--document", type=click.Path(path_type=Path, dir_okay=False), help="The contract; it is kept.")
@click.option("--from", "from_on", type=DAY, help="The first day of the new version.")
@click.option("--why", help="Where it was agreed; kept in the journal.")
@as_json
@by_staff
@timed
@shared
def terms(
    customer: str,
    pairs: tuple[str, ...],
    document: Path | None,
    from_on: datetime | None,
    why: str | None,
    as_json: bool,
) -> None:
    """What the contract with a CUSTOMER says of payment, by version; with --set or --document a new version.

    Keys: payment_terms, clock, interest_percent, interest_per, interest_year_days, fee, dispute_days, clause.
    """
    from agent.cli.credit_lines import terms_lines
    from agent.pipeline.agreeing import agree_terms, customer_of

    if pairs or document or from_on:
        if from_on is None or why is None or not (pairs or document):
            raise AgentError("a new version needs --set KEY=VALUE or --document FILE, --from DATE and --why")
        _no_past()
        said, paper = _said(pairs), _paper(document)
        with _agreeing() as (commit, blobs):
            told = list(
                agree_terms(commit, blobs, customer, said, paper=paper, from_on=from_on.date(), why=why)
            )
        click.echo("\n".join(told))
        return
    at = shown(where())
    name = customer_of(at.books, customer).customer_id
    lines = list(terms_lines(at.books, name, at.today))
    if as_json or not lines:
        show(
            lines, as_json=as_json, columns=[], nothing=at.nothing(f"No terms were agreed with {name} here.")
        )
        return
    for line in lines:
        _tell_terms(line)


def _no_past() -> None:
    if where().as_of:
        raise AgentError("--as-of is for looking; what is agreed counts from now on")


def _said(pairs: tuple[str, ...]) -> dict[str, str]:
    said = dict(pair.partition("=")[::2] for pair in pairs)
    if len(said) < len(pairs) or not all("=" in pair for pair in pairs):
        raise AgentError("write each key once, as --set KEY=VALUE, such as --set payment_terms=n/30")
    return said


def _paper(document: Path | None) -> Any:
    from agent.pipeline.agreeing import Paper

    if document is None:
        return None
    try:
        content = document.read_bytes()
    except OSError as error:
        raise AgentError(f"{document}: can't be read ({error.strerror}); give the contract's file") from error
    if not content or len(content) > _PAPER_BYTES:
        raise AgentError(f"{document}: has {len(content)} bytes; expected 1 to {_PAPER_BYTES}")
    return Paper(name=document.name, content=content)


def _tell_terms(line: dict[str, Any]) -> None:
    state = "withdrawn" if line["withdrawn"] else "counts today" if line["counts"] else ""
    click.echo(f"version {line['version']} from {line['from']}" + (f", {state}" if state else ""))
    for key, value in line.items():
        if value is not None and key not in (
            "customer_id",
            "version",
            "from",
            "counts",
            "withdrawn",
            "due_differs",
        ):
            click.echo(f"  {key} = {value}")
    for one in line["due_differs"]:
        click.echo(f"  {one['invoice_no']} is due on {one['due_date']}, by these terms on {one['by_terms']}")
