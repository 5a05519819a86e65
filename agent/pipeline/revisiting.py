"""Disputes and holds to letters about them: to whoever looks after them, and to customers once a dispute is resolved."""

from collections.abc import Sequence
from dataclasses import replace

from agent.decide.addressee import for_customer
from agent.decide.owners import to_be_told
from agent.facts.books import Books
from agent.facts.events import HoldsTold
from agent.facts.holds import DECIDED, Hold, HoldEnd, HoldKind
from agent.facts.ledger import Item
from agent.facts.letters import ClaimRow, LetterKind
from agent.ids import mint
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.desk import Desk
from agent.pipeline.resolving import settle_credits
from agent.pipeline.writing import new_draft, write

_LISTED = 40  # of one letter; the rest is counted


def revisit(desk: Desk) -> int:
    """Tell owners of disputes, remind those whose day has passed, tell customers how theirs ended; how many letters."""
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        settle_credits(commit, desk.today())
        told = to_be_told(
            commit.books,
            desk.policy.holds.dispute,
            today=desk.today(),
            zone=desk.zone,
            is_workday=desk.policy.is_workday,
        )
        written = sum(_remind(desk, commit, owners, holds) for owners, holds in sorted(told.items()))
        written += _tell_outcomes(desk, commit)
        desk.blobs.sync()
    return written


def _remind(desk: Desk, commit: Commit, owners: tuple[str, ...], holds: Sequence[tuple[Item, Hold]]) -> bool:
    """One letter to those who look after these holds; nothing where there is nobody at all."""
    to = owners or desk.config.company.staff
    if not to:
        return False
    today = desk.today()
    draft = new_draft(
        desk,
        commit.books,
        LetterKind.REVIEW_REQUEST,
        letter_id=mint("L", "holds", *to, today.isoformat(), str(commit.books.seq)),
        customer_id=None,
        to=to,
        mail=None,
        mail_id=None,
    )
    lines = [_line(commit.books, item, hold) for item, hold in holds[:_LISTED]]
    more = len(holds) - len(lines)
    reasons = (*lines, *([f"{more} more; see: remitd holds"] if more else []))
    write(desk, commit, replace(draft, review_reasons=reasons))
    told = tuple((item.invoice_no, hold.seq) for item, hold in holds)
    commit.add(holds[0][0].invoice_no, HoldsTold(to=to, holds=told, told_on=today))
    return True


def _line(books: Books, item: Item, hold: Hold) -> str:
    """A hold as its owner needs to know it: what, why, the evidence, and the command that ends it."""
    amount = hold.amount or item.open
    why = f": {hold.reason}" if hold.reason else ""
    about = f" ({hold.about.replace('_', ' ')})" if hold.about else ""
    name = books.customers[item.customer_id].name
    evidence = f"; what was written: remitd explain {hold.mail_id or item.invoice_no}"
    head = f"{item.invoice_no} of {item.customer_id} {name}, {amount}"
    if hold.kind is not HoldKind.DISPUTE:
        until = f" until {hold.until}" if hold.until else ""
        return f"{head} held{until} by {hold.by} since {hold.since:%Y-%m-%d}{why}{evidence}"
    if hold.is_justified:
        waits = f"credit note {hold.credit}" if hold.credit else "a credit note or write-off"
        ends = f"--as justified --write-off {amount.amount} --why ..."
        return (
            f"{head}, justified, waits for {waits}{evidence}; end it: remitd resolve {item.invoice_no} {ends}"
        )
    decide = f"remitd resolve {item.invoice_no} --as justified|rejected|withdrawn --why ..."
    return f"{head} disputed{about} since {hold.since:%Y-%m-%d}{why}{evidence}; decide: {decide}"


def _tell_outcomes(desk: Desk, commit: Commit) -> int:
    """Write to customers of disputes that a person resolved, each once."""
    ended: dict[str, list[tuple[Item, Hold]]] = {}
    for item in commit.books.held_items():
        for hold in item.holds:
            if hold.is_end_untold:
                ended.setdefault(item.customer_id, []).append((item, hold))
    written = 0
    for customer_id, holds in sorted(ended.items()):
        for outcome in DECIDED:
            alike = [(item, hold) for item, hold in holds if hold.end is outcome]
            written += bool(alike) and _tell_outcome(desk, commit, customer_id, outcome, alike)
    return written


def _tell_outcome(
    desk: Desk, commit: Commit, customer_id: str, outcome: HoldEnd, holds: Sequence[tuple[Item, Hold]]
) -> bool:
    address = for_customer(customer_id, commit.books)
    if address is None:
        return False
    told = tuple((item.invoice_no, hold.seq) for item, hold in holds)
    draft = new_draft(
        desk,
        commit.books,
        LetterKind.DISPUTE_RESOLVED,
        letter_id=mint(
            "L", "resolved", *(f"{invoice}.{seq}" for invoice, seq in told), str(commit.books.seq)
        ),
        customer_id=customer_id,
        to=(address,),
        mail=None,
        mail_id=None,
    )
    claims = tuple(
        ClaimRow(invoice=item.invoice_no, amount=hold.amount, reason=hold.reason) for item, hold in holds
    )
    write(desk, commit, replace(draft, claims=claims, outcome=outcome.value))
    commit.add(holds[0][0].invoice_no, HoldsTold(to=draft.to, holds=told, told_on=desk.today()))
    return True
