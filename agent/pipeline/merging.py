"""Two records of one customer to one, as a person says."""

from agent.errors import AgentError
from agent.facts.events import CustomerMerged
from agent.ledger.merge import why_not
from agent.pipeline.bookkeeping import Commit


def merge_customers(commit: Commit, customer_id: str, into: str, why: str) -> str:
    """Merge a customer into another, for good. AgentError where the books forbid it."""
    books = commit.books
    if reason := why_not(books, customer_id, into):
        raise AgentError(f"{customer_id} can't be merged into {into}: {reason}")
    if not why.strip():
        raise AgentError("--why: say in a few words why the two are one")
    moved = sum(item.customer_id == customer_id for item in books.items.values())
    payments = len(books.payments_by_customer.get(customer_id, ()))
    commit.add(customer_id, CustomerMerged(customer_id=customer_id, into=into, why=why))
    return f"{customer_id}: merged into {into}, with {moved} invoices and {payments} payments"
