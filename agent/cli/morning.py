"""`remitd close`, `stop`, `start`: mail that needs nothing more, and the switch of all letters of the schedule."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from agent.cli.context import actor, by_staff, shared, where

if TYPE_CHECKING:
    from agent.pipeline.bookkeeping import Commit


@click.command()
@click.argument("ids", metavar="MAIL_ID|LETTER_ID...", nargs=-1, required=True)
@click.option("--why", required=True, help="Kept in the journal.")
@by_staff
@shared
def close(ids: tuple[str, ...], why: str) -> None:
    """Say that messages which wait for a person, or open questions to customers, need nothing more.

    What a closed question asked about is owed, and may be dunned.
    """
    from agent import app
    from agent.pipeline.staff import close as close_messages

    at = where()
    with app.open_home(at.folder) as home, home.bookkeeper.commit(app.clock(at.now)(), actor(at)) as commit:
        said = list(close_messages(commit, ids, why))
    for line in said:
        click.echo(line)


@click.command()
@click.option("--why", required=True, help="Kept in the journal.")
@by_staff
@shared
def stop(why: str) -> None:
    """Write and send no reminder, dunning letter, final notice or statement until `remitd start`."""
    from agent.pipeline.staff import stop as stop_schedule

    _decide(lambda commit: stop_schedule(commit, why))


@click.command()
@click.option("--why", required=True, help="Kept in the journal.")
@by_staff
@shared
def start(why: str) -> None:
    """Let letters of the schedule be written and sent again after `remitd stop`."""
    from agent.pipeline.staff import start as start_schedule

    _decide(lambda commit: start_schedule(commit, why))


def _decide(decision: Callable[["Commit"], str]) -> None:
    from agent import app

    at = where()
    with app.open_home(at.folder) as home, home.bookkeeper.commit(app.clock(at.now)(), actor(at)) as commit:
        said = decision(commit)
    click.echo(said)
