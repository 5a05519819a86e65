"""`remitd export`: a batch of applications to a file, to the terminal or to JSON Lines, and what it came to."""

import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from agent import app
from agent.cli.show import show
from agent.config import load
from agent.errors import AgentError
from agent.ledger.posting_file import Line
from agent.money import Money, total
from agent.pipeline.exporting import Exported, export_again, export_new, form_of, next_batch


def export(
    folder: Path, now: datetime | None, *, to: Path | None, batch: str | None, as_json: bool, is_dry: bool
) -> None:
    """Export what is new, or an earlier batch again; a dry run shows what would be exported."""
    if is_dry and (to or batch):
        raise AgentError("--dry-run shows what is new and writes nothing; leave out --to and --batch")
    form = form_of(to) if to else ("jsonl" if as_json else "csv")
    with app.open_home(folder) as home:
        clock, zone = app.clock(now), ZoneInfo(load(folder).company.time_zone)
        if is_dry:
            done = next_batch(home.bookkeeper.catch_up(), form, clock(), zone)
            columns = ["line", "payment_id", "payment_date", "customer_id", "invoice", "currency", "amount", "discount",
                       "write_off", "reason", "cleared", "takes_back"]  # fmt: skip
            lines: Sequence[Line] = done.lines if done else ()
            show(lines, as_json=as_json, columns=columns, nothing="Nothing new to export.")
            return
        if batch:
            done = export_again(
                batch, to, form=form if to or as_json else None, books=home.books, blobs=home.blobs
            )
        else:
            done = export_new(
                to, form=form, bookkeeper=home.bookkeeper, blobs=home.blobs, clock=clock, zone=zone
            )
        if done is None:
            last = next(reversed(home.books.batches.values()), None)
            again = (
                f" The last batch is {last.number}; to write it again: remitd export --batch {last.number}"
                if last
                else ""
            )
            click.echo(f"Nothing new to export.{again}", err=as_json)
            return
    _tell(done, to, as_json=as_json)


def _tell(done: Exported, to: Path | None, *, as_json: bool) -> None:
    if as_json:
        show(done.lines, as_json=True, columns=(), nothing="")
    elif to is None:
        sys.stdout.buffer.write(done.content)
        sys.stdout.buffer.flush()
    where = f" to {to}" if to else ""
    click.echo(
        f"{done.batch}: {len(done.lines)} lines, {', '.join(_sums(done))}{where}", err=as_json or to is None
    )


def _sums(done: Exported) -> Iterator[str]:
    amounts = [Money.of(line["amount"], line["currency"]) for line in done.lines]
    for currency in sorted({amount.currency for amount in amounts}):
        yield str(total((amount for amount in amounts if amount.currency == currency), currency))
