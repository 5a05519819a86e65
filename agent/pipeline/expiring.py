"""Claims that expire soon to one review request for staff, each told of once."""

from agent.decide.limitation import expiring
from agent.facts.events import ExpiryWarned
from agent.facts.limitation import Limitation
from agent.pipeline.answering import ask_staff
from agent.pipeline.desk import Desk

NO_ADVICE = "counted by rules/limitation.toml; this is no legal advice: have counsel check the dates"
_LISTED = 40  # of one letter; the rest is counted


def warn_of_expiry(desk: Desk) -> int:
    """Tell staff of open invoices whose claim expires, once for each day that it expires on; how many."""
    if not desk.config.company.staff or not _untold(desk):
        return 0
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        untold = _untold(desk)
        for one in untold:
            assert one.expires_on
            commit.add(one.invoice, ExpiryWarned(invoice=one.invoice, expires_on=one.expires_on))
        ask_staff(
            desk,
            commit,
            mail=None,
            mail_id=None,
            reasons=tuple(_reasons(desk, untold)),
            codes=(),
            about=f"limitation {desk.today().isoformat()}",
        )
        desk.blobs.sync()
    return len(untold)


def _untold(desk: Desk) -> list[Limitation]:
    items, company = desk.books.items, desk.config.company
    found = expiring(
        desk.books, desk.policy.limitation, country=company.country, zone=desk.zone, today=desk.today()
    )
    return [one for one in found if items[one.invoice].expiry_warned != one.expires_on]


def _reasons(desk: Desk, untold: list[Limitation]) -> list[str]:
    more = len(untold) - _LISTED
    return [
        f"{len(untold)} claims expire or have expired; {NO_ADVICE}",
        *(_said(desk, one) for one in untold[:_LISTED]),
        *([f"{more} more; see: remitd limitation"] if more > 0 else []),
    ]


def _said(desk: Desk, one: Limitation) -> str:
    item = desk.books.items[one.invoice]
    assert one.expires_on
    verb = "expires" if one.expires_on >= desk.today() else "expired"
    since = f"since the {one.last.ground.value.replace('_', ' ')} of {one.last.on}" if one.last else (
        f"due {item.due_on}"
    )  # fmt: skip
    return f"{one.invoice} of {item.customer_id}, {item.open} open, {since}, {verb} on {one.expires_on} ({one.law})"
