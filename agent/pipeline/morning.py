"""The morning of a workday to one mail to staff: what happened, what goes out today, what waits for a person."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from agent.decide.morning import morning
from agent.decide.sales import sales_digest, sellers
from agent.facts.digest import Digest
from agent.facts.events import LetterQueued, Recorded
from agent.facts.letters import LetterKind
from agent.ids import mint
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.desk import Desk
from agent.pipeline.writing import new_draft, write

_LOOK_BACK: Final = 92  # days; a home that stood still for longer begins anew


def write_digest(desk: Desk) -> bool:
    """Once a workday, by the first round at or after its hour; nothing where there is nothing to say."""
    times = desk.config.digest
    if times is None or not times.to or not _is_time(desk, times.at):
        return False
    letter_id = _digest_id(desk.today())
    if letter_id in desk.books.letters:
        return False
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        if letter_id in commit.books.letters:
            return False
        digest = _digest(desk, commit, times.veto_until)
        if digest.is_empty:
            return False
        draft = new_draft(
            desk,
            commit.books,
            LetterKind.DIGEST,
            letter_id=letter_id,
            customer_id=None,
            to=times.to,
            mail=None,
            mail_id=None,
        )
        # A template of a home made before says its reasons alone.
        reasons = tuple(f"{one.who}: {one.said} ({one.command})" for one in digest.waiting)
        write(desk, commit, replace(draft, digest=digest, review_reasons=reasons))
        desk.blobs.sync()
    return True


def write_sales_digests(desk: Desk) -> int:
    """To each who sells, of their own customers alone: once a workday or once a week; how many."""
    times = desk.config.digest
    if times is None or times.sales == "off" or not _is_time(desk, times.at):
        return 0
    written, today = 0, desk.today()
    period = today.isoformat() if times.sales == "daily" else f"{today:%G-W%V}"
    for address, customer_ids in sellers(desk.books).items():
        letter_id = mint("L", LetterKind.DIGEST.value, "sales", address, period)
        if letter_id in desk.books.letters:
            continue
        with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
            sales = sales_digest(commit.books, customer_ids, today, desk.zone)
            if letter_id in commit.books.letters or sales.is_empty:
                continue
            draft = new_draft(
                desk,
                commit.books,
                LetterKind.DIGEST,
                letter_id=letter_id,
                customer_id=None,
                to=(address,),
                mail=None,
                mail_id=None,
            )
            write(desk, commit, replace(draft, template="digest_sales", sales=sales))
            desk.blobs.sync()
            written += 1
    return written


def _is_time(desk: Desk, at: time) -> bool:
    local = desk.clock().astimezone(desk.zone)
    return local.time() >= at and desk.policy.is_workday(local.date())


def _digest_id(day: date) -> str:
    """One a day, whoever writes it and however often it is tried."""
    return mint("L", LetterKind.DIGEST.value, day.isoformat())


def _digest(desk: Desk, commit: Commit, veto_until: time | None) -> Digest:
    now = desk.clock()
    local = now.astimezone(desk.zone)
    since = _since(desk, commit)
    is_open = veto_until is not None and local.time() < veto_until
    return morning(
        commit.books,
        _lines(desk, since),
        since=since[0].astimezone(desk.zone).date(),
        now=now,
        zone=desk.zone,
        veto_until=f"{veto_until:%H:%M}" if is_open else "",
        told=commit.books.letters[since[1]].figures if since[1] else (),
    )


def _since(desk: Desk, commit: Commit) -> tuple[datetime, str]:
    """When the last digest was written, and its id; else the beginning of the last workday before today, and ""."""
    today = desk.today()
    for days in range(1, _LOOK_BACK):
        letter = commit.books.letters.get(_digest_id(today - timedelta(days=days)))
        if letter:
            return letter.created_at, letter.letter_id
    day = today - timedelta(days=1)
    while not desk.policy.is_workday(day):
        day -= timedelta(days=1)
    return datetime.combine(day, time(), desk.zone).astimezone(UTC), ""


def _lines(desk: Desk, since: tuple[datetime, str]) -> Iterator[Recorded]:
    """The journal's lines after the last digest's own; without one, those stamped from then on."""
    at, letter_id = since
    is_after = not letter_id
    for line in desk.bookkeeper.since(at):
        if is_after and (letter_id or line.at >= at):
            yield line
        elif isinstance(line.event, LetterQueued) and line.event.letter.letter_id == letter_id:
            is_after = True
