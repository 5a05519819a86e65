"""`remitd close`: what staff say of the mail that waits for them."""

import click

from agent.cli.context import actor, by_staff, shared, where


@click.command()
@click.argument("mail_ids", metavar="MAIL_ID...", nargs=-1, required=True)
@click.option("--why", required=True, help="Kept in the journal.")
@by_staff
@shared
def close(mail_ids: tuple[str, ...], why: str) -> None:
    """Say that messages which wait for a person need nothing more; the digest names them no longer."""
    from agent import app
    from agent.pipeline.staff import close as close_messages

    at = where()
    with app.open_home(at.folder) as home, home.bookkeeper.commit(app.clock(at.now)(), actor(at)) as commit:
        said = list(close_messages(commit, mail_ids, why))
    for line in said:
        click.echo(line)
