"""`remitd plan`: what goes out in the next days, to whom, why; what else comes due; what is held back by which gate."""

from decimal import Decimal
from typing import TYPE_CHECKING

import click

from agent.cli.context import as_json, shared, where
from agent.cli.show import Line, show
from agent.errors import AgentError

if TYPE_CHECKING:
    from agent.pipeline.planning import Planned

_LONGEST_DAYS = 92


@click.command()
@click.option(
    "--days", type=click.IntRange(0, _LONGEST_DAYS), default=14, show_default=True, help="How far to look."
)
@click.option("--customer", metavar="ID", help="Of this customer alone.")
@as_json
@shared
def plan(days: int, customer: str | None, as_json: bool) -> None:
    """What goes out in the next days, to whom and why, if no one pays or writes; what waits for approval stays waiting.

    Also what else comes due (promises, payments dated ahead, questions nobody answered), and which open items are held
    back by which gate. Changes nothing.
    """
    from agent import app
    from agent.cli.running import configure_log
    from agent.pipeline.planning import planned

    configure_log("quiet")
    at = where()
    with app.rehearsal(at.folder, None, releases=False) as (desk, rehearsal):
        of_whom = desk.books.survivor(customer) if customer else None
        if of_whom and of_whom not in desk.books.customers:
            raise AgentError(f"{customer} is no customer of this home; see: remitd aging")
        found = planned(desk, rehearsal, app.clock(at.now)(), days)
        lines = (_line(one) for one in found if of_whom in (None, one.customer_id))
        columns = ["date", "what", "customer_id", "sum", "status", "why", "invoices"]
        if not as_json:
            lines = (_for_people(line) for line in lines)
        show(
            lines, as_json=as_json, columns=columns, nothing=f"Nothing goes out or comes due in {days} days."
        )


def _line(one: "Planned") -> Line:
    return {
        "date": one.on.isoformat(),
        "what": one.what,
        "kind": one.kind,
        "customer_id": one.customer_id,
        "to": list(one.to),
        "level": one.level,
        "amounts": [{"currency": amount.currency, "amount": amount.amount} for amount in one.amounts],
        "invoices": list(one.invoices),
        "status": one.status,
        "about": one.about,
        "until": one.until.isoformat() if one.until else None,
        "why": one.why,
    }


def _for_people(line: Line) -> Line:
    """What and of which kind in one column, and all amounts in another."""
    what = line["kind"] if line["what"] == "letter" else f"{line['what']}: {line['kind']}"
    level = f" {line['level']}" if line["kind"] == "dunning" else ""
    return {
        **line,
        "what": what.replace("_", " ") + level,
        "sum": " + ".join(_said(one) for one in line["amounts"]),
    }


def _said(amount: dict[str, str]) -> str:
    return f"{Decimal(amount['amount']):,} {amount['currency']}"
