"""The journal as commands: every event, its chain, why something is so, and the decision that is taken back."""

import json
import sys

import click

from agent.cli.context import as_json, by_staff, deciding, shared, where, why_kept
from agent.cli.past import shown, timed
from agent.cli.show import show
from agent.errors import ChainBroken, JournalBroken


@click.command()
@click.argument("seq", type=click.IntRange(min=1))
@why_kept
@by_staff
@shared
def undo(seq: int, why: str) -> None:
    """Take back the decision of line SEQ of the journal (see `audit` and `explain`), by correcting entries."""
    from agent import app
    from agent.cli.learning import teaching_of
    from agent.pipeline.undoing import past_of
    from agent.pipeline.undoing import undo as take_back

    folder = where().folder
    past = past_of(lambda: app.whole_journal(folder), seq)
    with deciding() as commit:
        said = take_back(commit, past, why, teaching_of(folder))
    for line in said:
        click.echo(line)


@click.group(invoke_without_command=True)
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


@click.command()
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
