"""`remitd replay`: the letters and levels that another policy would have caused over the past journal, side by side."""

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agent.cli.context import DAY, as_json, shared, where
from agent.cli.show import Line, show

if TYPE_CHECKING:
    from agent.pipeline.replaying import Compared, Sent


@click.command()
@click.option(
    "--rules",
    "rules_dir",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    required=True,
    help="The other policy: a folder like the home's rules.",
)
@click.option(
    "--from",
    "first",
    type=DAY,
    help="The first day; what was sent before it stands.",
)
@click.option("--to", "last", type=DAY, help="The last day.")
@as_json
@shared
def replay(rules_dir: Path, first: datetime | None, last: datetime | None, as_json: bool) -> None:
    """The reminders, dunning letters and final notices that other RULES would have caused, beside those that were written.

    Everything else is as it was recorded: mail, payments, disputes, people's decisions. The other policy's letters count
    as sent on their day, as nobody knows how long a person would have taken to approve them. Changes nothing.
    """
    from agent import app
    from agent.config import load
    from agent.pipeline.replaying import Replay

    at = where()
    policy = app.read_policy(rules_dir, load(at.folder).company.country)
    made = Replay(
        rules=policy.dunning,
        is_workday=policy.is_workday,
        zone=app.zone(at.folder),
        first=first.date() if first else None,
        last=last.date() if last else None,
    )
    rows = made.over(app.whole_commits(at.folder))
    columns = ["date", "customer_id", "currency", "actual", "other", "amount", "difference"]
    lines = [_line(row) for row in rows]
    if not as_json:
        lines = [line | {"actual": _said(line, "actual"), "other": _said(line, "other")} for line in lines]
    show(lines, as_json=as_json, columns=columns, nothing="No letter was written, and none would have been.")
    if not as_json and rows:
        counts = Counter(row.difference.value for row in rows)
        click.echo("\n" + ", ".join(f"{name}: {count}" for name, count in sorted(counts.items())))


def _line(row: "Compared") -> Line:
    sent = row.sent
    return {
        "date": row.on.isoformat(),
        "customer_id": sent.customer_id,
        "currency": sent.currency,
        "amount": sent.amount.amount,
        "invoices": list(sent.invoices),
        **_side("actual", row.actual),
        "actual_letter_id": row.actual.letter_id if row.actual else None,
        "actual_status": row.actual_status,
        **_side("other", row.other),
        "difference": row.difference,
        "days": (row.other.on - row.actual.on).days if row.other and row.actual else None,
    }


def _side(name: str, sent: "Sent | None") -> Line:
    return {
        f"{name}_date": sent.on.isoformat() if sent else None,
        f"{name}_kind": sent.kind if sent else None,
        f"{name}_level": sent.level if sent else None,
    }


def _said(line: Line, side: str) -> str:
    if line[f"{side}_kind"] is None:
        return ""
    level = f" {line[f'{side}_level']}" if line[f"{side}_level"] else ""
    day = f" on {line[f'{side}_date']}" if line[f"{side}_date"] != line["date"] else ""
    status = f" ({line['actual_status']})" if side == "actual" and line["actual_status"] != "sent" else ""
    return f"{line[f'{side}_kind']}{level}{day}{status}"
