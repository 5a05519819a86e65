"""Customers that belong together: a parent may pay what its children owe, and speak for them."""

from agent.facts.books import Books


def related(customer_id: str, books: Books) -> set[str]:
    """The customer, its parent and its children."""
    customer = books.customers.get(customer_id)
    parent = {customer.parent_id} if customer and customer.parent_id in books.customers else set()
    return {customer_id, *books.children_by_parent.get(customer_id, ())} | {one for one in parent if one}


def may_pay(payer_id: str, owner_id: str, books: Books) -> bool:
    """True where the items are the payer's own or its child's."""
    owner = books.customers.get(owner_id)
    return payer_id == owner_id or (owner is not None and owner.parent_id == payer_id)


def head(customer_ids: set[str], books: Books) -> str | None:
    """The one among them that may pay the items of all."""
    found = [one for one in customer_ids if all(may_pay(one, other, books) for other in customer_ids)]
    return found[0] if len(found) == 1 else None
