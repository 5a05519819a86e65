"""Letters as commands: the list of them, one as it goes out, and what people decide about those that wait."""

import sys

import click

from agent.cli.context import actor, as_json, by_staff, shared, where, why_kept
from agent.cli.past import shown, timed
from agent.cli.show import show
from agent.errors import AgentError


@click.group(invoke_without_command=True)
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
@why_kept
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
