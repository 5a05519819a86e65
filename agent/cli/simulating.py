"""`remitd simulate`: which letters would go out on which day, with the rules as they are or with others."""

from datetime import datetime
from pathlib import Path

import click

from agent.cli.context import DAY, shared, where
from agent.cli.show import show
from agent.errors import AgentError

_LONGEST_DAYS = 800


@click.command()
@click.option("--from", "first", type=DAY, required=True, help="The first day.")
@click.option("--to", "last", type=DAY, required=True, help="The last day.")
@click.option(
    "--rules",
    "rules_dir",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Other rules than the home's.",
)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines, for programs.")
@shared
def simulate(first: datetime, last: datetime, rules_dir: Path | None, as_json: bool) -> None:
    """The letters that would go out, day by day, if no one paid or wrote; held kinds as released. Changes nothing."""
    from agent import app
    from agent.cli.lines import letter_line
    from agent.cli.running import configure_log
    from agent.pipeline.simulating import simulated

    days = (last - first).days
    if not 0 <= days <= _LONGEST_DAYS:
        raise AgentError(
            f"--to {last:%Y-%m-%d}: give a day from --from on, at most {_LONGEST_DAYS} days later"
        )
    configure_log("quiet")
    with app.rehearsal(where().folder, rules_dir, releases=True) as (desk, rehearsal):
        found = simulated(desk, rehearsal, first.date(), last.date())
        lines = ({"date": day.isoformat(), **letter_line(letter)} for day, letter in found)
        show(
            lines,
            as_json=as_json,
            columns=["date", "kind", "customer_id", "to", "subject", "level", "invoices"],
            nothing="No letter would go out.",
        )
