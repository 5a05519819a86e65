"""`remitd learn`, `learnt`, `forget`: what people confirmed of payers and numbers, kept, listed, taken back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from agent.cli.context import as_json, by_staff, deciding, shared, where, why_kept
from agent.cli.show import Line, show
from agent.errors import AgentError
from agent.facts.learnt import Learnt, LearntKind
from agent.ids import instant

if TYPE_CHECKING:
    from agent.pipeline.learning import Teaching


def teaching_of(home: Path) -> "Teaching":
    """What the home's rules and its own names say of what may be learnt."""
    from agent.config import load
    from agent.pipeline.learning import Teaching
    from agent.rules.matching import load_matching

    company = load(home).company
    return Teaching(rules=load_matching(home / "rules"), own_names=(company.name, *company.aliases))


@click.command()
@click.argument("what", metavar="PAYMENT|INVOICE")
@click.option("--account", is_flag=True, help="The payer's account alone.")
@click.option("--name", is_flag=True, help="The payer's name alone.")
@click.option("--number", metavar="OLD", help="OLD is the number that INVOICE has elsewhere.")
@click.option("--dry-run", is_flag=True, help="Show the rules; keep none.")
@why_kept
@by_staff
@shared
def learn(what: str, account: bool, name: bool, number: str | None, dry_run: bool, why: str) -> None:
    """Know a payer by the account and name of PAYMENT, which a person decided, or INVOICE by an older number."""
    from agent.pipeline.learning import chosen, older_number
    from agent.pipeline.learning import learn as keep

    asked = [(LearntKind.ACCOUNT, account), (LearntKind.NAME, name)]
    kinds = frozenset(kind for kind, is_asked in asked if is_asked)
    if number is not None and kinds:
        raise AgentError(
            "--number is an invoice's, --account and --name are a payment's; give one or the other"
        )
    teaching = teaching_of(where().folder)
    with deciding() as commit:
        lessons = (
            chosen(commit.books, what, kinds, teaching)
            if number is None
            else (older_number(commit.books, number, what),)
        )
        said = [str(lesson) if dry_run else f"{lesson} ({keep(commit, lesson, why)})" for lesson in lessons]
    for line in said:
        click.echo(line)
    click.echo("nothing was kept" if dry_run else "take it back with: remitd forget ID --why TEXT")


@click.command()
@as_json
@shared
def learnt(as_json: bool) -> None:
    """What people taught: accounts and names of payers, older numbers of invoices."""
    from agent import app

    with app.open_home(where().folder) as home:
        columns = [
            "learnt_id",
            "customer_id",
            "kind",
            "value",
            "invoice",
            "payment_id",
            "actor",
            "at",
            "status",
        ]
        lines = map(_line, home.books.learnt.values())
        show(lines, as_json=as_json, columns=columns, nothing="Nothing was learnt yet.")


def _line(one: Learnt) -> Line:
    return {
        "learnt_id": one.learnt_id,
        "customer_id": one.customer_id,
        "kind": one.kind,
        "value": one.value,
        "invoice": one.invoice,
        "payment_id": one.payment_id,
        "actor": one.actor,
        "at": instant(one.at),
        "why": one.why,
        "status": "live" if one.is_live else "revoked",
    }


@click.command()
@click.argument("learnt_id", metavar="LEARNT_ID")
@why_kept
@by_staff
@shared
def forget(learnt_id: str, why: str) -> None:
    """Take back what was learnt; payments that were recognised by it stay as they are."""
    from agent.pipeline.learning import forget as let_go

    with deciding() as commit:
        said = let_go(commit, learnt_id, why)
    click.echo(said)
