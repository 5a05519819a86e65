"""Two records of one customer to one: who may be merged, everything of the old id under the other's; and to two again."""

from dataclasses import replace
from typing import Any

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.ledger import Customer, Merged
from agent.ledger.credit import file_anew, join_files
from agent.ledger.index import add_customer, part_customer, remove_customer, rename_customer


def combined(customer: Customer, old: Customer) -> Customer:
    """The survivor with the other's name, addresses and accounts; what only one of them may be stays its own."""
    aliases = dict.fromkeys((*customer.aliases, old.name, *old.aliases))
    return replace(
        customer,
        aliases=tuple(alias for alias in aliases if alias != customer.name),
        emails=tuple(dict.fromkeys((*customer.emails, *old.emails))),
        dunning_emails=tuple(dict.fromkeys((*customer.dunning_emails, *old.dunning_emails))),
        sales_emails=tuple(dict.fromkeys((*customer.sales_emails, *old.sales_emails))),
        bank_accounts=tuple(dict.fromkeys((*customer.bank_accounts, *old.bank_accounts))),
    )


def without(customer: Customer, old: Customer, was: Customer) -> Customer:
    """The survivor without what the other brought; `was`: the survivor before, whose own that was stays."""

    def left(now: tuple[str, ...], brought: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for one in now if one not in brought or one in own)

    return replace(
        customer,
        aliases=left(customer.aliases, (old.name, *old.aliases), was.aliases),
        emails=left(customer.emails, old.emails, was.emails),
        dunning_emails=left(customer.dunning_emails, old.dunning_emails, was.dunning_emails),
        sales_emails=left(customer.sales_emails, old.sales_emails, was.sales_emails),
        bank_accounts=left(customer.bank_accounts, old.bank_accounts, was.bank_accounts),
    )


def with_merged(seen: dict[str, Customer], books: Books) -> list[Customer]:
    """The records of a file as the books should have them: those of merged customers are part of the survivor's."""
    wanted = {name: customer for name, customer in seen.items() if name not in books.merged}
    for name, customer in wanted.items():
        parent = books.survivor(customer.parent_id) if customer.parent_id else None
        wanted[name] = replace(customer, parent_id=None if parent == name else parent)
    for name, merged in books.merged.items():
        if merged.into in wanted or name in seen:
            survivor = wanted.get(merged.into) or books.customers[merged.into]
            wanted[merged.into] = combined(survivor, seen.get(name, merged.customer))
    return list(wanted.values())


def why_not(books: Books, customer_id: str, into: str) -> str | None:
    """Why these two can't be merged; None where they can."""
    for named in (customer_id, into):
        if named in books.merged:
            return f"{named} was merged into {books.merged[named].into} already"
        if named not in books.customers:
            return f"{named} is no customer of this home; see: remitd aging"
    if customer_id == into:
        return f"{into} can't be merged into itself"
    old, survivor = books.customers[customer_id], books.customers[into]
    if old.currency and survivor.currency and old.currency != survivor.currency:
        return f"{customer_id} is billed in {old.currency} and {into} in {survivor.currency}"
    above: str | None = survivor.parent_id
    known = {into}
    while above and above not in known:
        if above == customer_id:
            return f"{customer_id} is the parent of {into}; merge the child into the parent"
        known.add(above)
        parent = books.customers.get(above)
        above = parent.parent_id if parent else None
    if old.parent_id and old.parent_id not in (into, survivor.parent_id):
        return (
            f"{customer_id} has the parent {old.parent_id} and {into} has "
            f"{survivor.parent_id or 'none'}; import them with one parent first"
        )
    return None


def merge(books: Books, event: e.CustomerMerged) -> None:
    """Everything that counted for the old id counts for the survivor. AssertionError where they can't be merged."""
    reason = why_not(books, event.customer_id, event.into)
    assert reason is None, reason
    old, into = books.customers[event.customer_id], event.into
    remove_customer(books, old)
    add_customer(books, combined(books.customers[into], old))
    for child in [books.customers[name] for name in books.children_by_parent.get(old.customer_id, ())]:
        add_customer(books, replace(child, parent_id=into))
    for name, merged in books.merged.items():
        if merged.into == old.customer_id:
            books.merged[name] = replace(merged, into=into)
    books.merged[old.customer_id] = Merged(customer=old, into=into)
    _rename(books, old.customer_id, into)


def _rename(books: Books, old: str, into: str) -> None:
    """Records of the old id to the survivor's, and the indexes by customer. What was written before stays in the journal."""
    tables: tuple[dict[str, Any], ...] = (
        books.items,
        books.payments,
        books.letters,
        books.messages,
        books.stated,
    )
    for table in tables:
        for key, record in table.items():
            if record.customer_id == old:
                table[key] = replace(record, customer_id=into)
    for letter_id, query in books.queries.items():
        if query.raised.customer_id == old:
            books.queries[letter_id] = replace(query, raised=replace(query.raised, customer_id=into))
    for plan_id, plan in books.plans.items():
        if plan.customer_id == old:
            books.plans[plan_id] = replace(plan, customer_id=into)
    for learnt_id, learnt in books.learnt.items():
        if learnt.customer_id == old:
            books.learnt[learnt_id] = replace(learnt, customer_id=into)
    join_files(books, old, into)
    rename_customer(books, old, into)


def part(books: Books, event: e.MergeUndone) -> None:
    """What is named counts for the old id again. AssertionError where it was not merged into the other."""
    old, into = event.customer_id, event.into
    assert books.merged[old].into == into, event
    del books.merged[old]
    for name in event.merged:
        books.merged[name] = replace(books.merged[name], into=old)
    add_customer(books, event.survivor)
    add_customer(books, event.customer)
    for child in event.children:
        add_customer(books, replace(books.customers[child], parent_id=old))
    moved: tuple[tuple[dict[str, Any], tuple[str, ...]], ...] = (
        (books.items, event.invoices),
        (books.payments, event.payment_ids),
        (books.letters, event.letter_ids),
        (books.messages, event.mail_ids),
        (books.plans, event.plan_ids),
        (books.learnt, event.learnt_ids),
        (books.stated, tuple(one for one in event.letter_ids if one in books.stated)),
    )
    for table, keys in moved:
        for key in keys:
            assert table[key].customer_id == into, key
            table[key] = replace(table[key], customer_id=old)
    for letter_id in event.letter_ids:
        if query := books.queries.get(letter_id):
            books.queries[letter_id] = replace(query, raised=replace(query.raised, customer_id=old))
    file_anew(books, old, event.credit)
    file_anew(books, into, event.survivor_credit)
    part_customer(books, event)
