"""`remitd close`, `stop`, `start`: mail that needs nothing more, and the switch of all letters of the schedule."""

import click

from agent.cli.context import by_staff, deciding, shared, why_kept


@click.command()
@click.argument("ids", metavar="MAIL_ID|LETTER_ID...", nargs=-1, required=True)
@why_kept
@by_staff
@shared
def close(ids: tuple[str, ...], why: str) -> None:
    """Say that messages which wait for a person, or open questions to customers, need nothing more.

    What a closed question asked about is owed, and may be dunned.
    """
    from agent.pipeline.staff import close as close_messages

    with deciding() as commit:
        said = list(close_messages(commit, ids, why))
    for line in said:
        click.echo(line)


@click.command()
@why_kept
@by_staff
@shared
def stop(why: str) -> None:
    """Write and send no reminder, dunning letter, final notice or statement until `remitd start`."""
    from agent.pipeline.staff import stop as stop_schedule

    with deciding() as commit:
        said = stop_schedule(commit, why)
    click.echo(said)


@click.command()
@why_kept
@by_staff
@shared
def start(why: str) -> None:
    """Let letters of the schedule be written and sent again after `remitd stop`."""
    from agent.pipeline.staff import start as start_schedule

    with deciding() as commit:
        said = start_schedule(commit, why)
    click.echo(said)
