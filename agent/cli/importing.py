"""What an import did, or would do, to lines for the operator."""

from collections import Counter
from collections.abc import Iterator

from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.ledger import Customer, Face
from agent.money import Money
from agent.pipeline.importing import Imported


def control_totals(said: tuple[str, ...]) -> tuple[Money, ...]:
    """`USD=1180.00` to money, each currency once. AgentError where it is none."""
    found: dict[str, Money] = {}
    for pair in said:
        currency, _, amount = pair.partition("=")
        try:
            money = Money.parse(f"{amount} {currency}")
        except ValueError as error:
            raise AgentError(f"--total {pair}: {error}; write it like USD=1180.00") from error
        if currency in found:
            raise AgentError(f"--total {pair}: {currency} is there twice; give one total for each currency")
        found[currency] = money
    return tuple(found.values())


def import_lines(what: str, file: str, done: Imported, *, is_dry: bool) -> Iterator[str]:
    """The counts, the sums, what is not taken; of a dry run each change, else those that a person should see."""
    left_out = f", {len(done.left_out)} not taken" if done.left_out else ""
    yield f"{file}: {done.rows} {what} read, {done.added} new, {done.changed} changed{left_out}"
    for sums in done.sums:
        yield f"  {sums.billed.currency}: {sums.count} invoices, {sums.billed.amount} in all, {sums.open.amount} open"
    if done.left_out:
        counts = Counter(status for _, status in done.left_out)
        yield f"  not taken: {', '.join(f'{count} {status}' for status, count in sorted(counts.items()))}"
    yield from (f"  {note}" for note in done.notes)
    for event in done.events:
        if is_dry or not isinstance(event, e.CustomerAdded | e.CustomerChanged | e.InvoiceAdded):
            yield f"  {_line(event)}"
    if is_dry:
        yield "dry run: nothing was changed"


def _line(event: e.Event) -> str:
    match event:
        case e.CustomerAdded(customer=customer):
            return f"{customer.customer_id}: new, {customer.name}"
        case e.CustomerChanged(customer=customer):
            return f"{customer.customer_id}: changed, {_customer(customer)}"
        case e.InvoiceAdded(item=item):
            return f"{item.invoice_no}: new, {item.customer_id}, {item.billed}, {item.open} open, due {item.due_on}"
        case e.InvoiceCorrected(invoice=invoice, was=was, now=now):
            return f"{invoice}: corrected, {', '.join(_corrections(was, now))}"
        case e.ItemMissing(invoice=invoice, open=left, why=why):
            return f"{invoice}: {why}, and {left} is open here; it stays open, and staff are asked"
        case e.ItemFound(invoice=invoice):
            return f"{invoice}: was missing, and is there again"
        case e.InvoiceDiffered(invoice=invoice, field=field, ours=ours, theirs=theirs):
            return f"{invoice}: {field} is {theirs} in the file and {ours} in the books; nothing was booked"
        case _:
            raise AssertionError(event)


def _customer(customer: Customer) -> str:
    return f"{customer.name}, {', '.join(customer.emails) or 'no mail address'}"


def _corrections(was: Face, now: Face) -> Iterator[str]:
    pairs = (
        ("amount", was.amount, now.amount),
        ("issue_date", was.issued_on, now.issued_on),
        ("due_date", was.due_on, now.due_on),
        ("po_no", was.po_no or "none", now.po_no),
    )
    return (
        f"{field} from {before} to {after}" for field, before, after in pairs if before != after and after
    )
