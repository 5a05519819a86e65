"""Open items that the system of record has no more to a question for staff: one review request for each import."""

from dataclasses import replace
from datetime import datetime

from agent.facts.ledger import Item
from agent.facts.letters import LetterKind
from agent.ids import instant, mint
from agent.pipeline.desk import Desk
from agent.pipeline.writing import new_draft, write

_LISTED = 40  # of one letter; the rest is counted


def ask_about_missing(desk: Desk) -> int:
    """Write to staff of every import that lacked open items and was not told of yet; how many letters."""
    company = desk.config.company
    if not company.staff or not desk.books.missing:
        return 0
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        by_import: dict[datetime, list[Item]] = {}
        for item in map(commit.books.items.__getitem__, sorted(commit.books.missing)):
            assert item.missing_at
            by_import.setdefault(item.missing_at, []).append(item)
        asked = 0
        for at, items in sorted(by_import.items()):
            letter_id = mint("L", "missing", instant(at))
            if letter_id in commit.books.letters:
                continue
            draft = new_draft(
                desk, commit.books, LetterKind.REVIEW_REQUEST, letter_id=letter_id, customer_id=None,
                to=company.staff, mail=None, mail_id=None,
            )  # fmt: skip
            write(desk, commit, replace(draft, review_reasons=_reasons(items)))
            asked += 1
        desk.blobs.sync()
    return asked


def _reasons(items: list[Item]) -> tuple[str, ...]:
    listed = [
        f"{item.invoice_no} of {item.customer_id}, {item.open} open, {item.missing_why}"
        for item in items[:_LISTED]
    ]
    more = len(items) - len(listed)
    return (
        f"open here and not in the last import: {len(items)} items; they stay open, and are not dunned until an import "
        "has them again",
        *listed,
        *([f"{more} more; see: remitd check"] if more else []),
    )
