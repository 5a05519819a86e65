"""Who gets a letter: an address on file for the customer, never one that only a mail names."""

from agent.facts.books import Books
from agent.facts.letters import Letter
from agent.facts.mail import Mail

_ROLES = ("noreply", "no-reply", "donotreply", "do-not-reply", "mailer-daemon", "postmaster")


def for_answer(mail: Mail, customer_id: str, books: Books, public_domains: frozenset[str]) -> str | None:
    """The author (of a forward: the original sender) or else the sender, if on file for the customer or
    its parent, and answerable; else the customer's first address."""
    for address in (mail.author.address, mail.sender.address) if mail.answerable else ():
        may_speak = {
            related
            for known in books.customers_for(address, public_domains)
            for related in books.speaks_for(known)
        }
        if customer_id in may_speak and address not in books.suspect_addresses:
            return address
    return for_customer(customer_id, books)


def for_customer(customer_id: str, books: Books) -> str | None:
    """The customer's first address that has not bounced and is no machine's; of its parent where it has none."""
    customer = books.customers[customer_id]
    for address in customer.emails:
        if address not in books.suspect_addresses and address.partition("@")[0] not in _ROLES:
            return address
    if customer.parent_id and customer.parent_id != customer_id and not customer.emails:
        parent = books.customers.get(customer.parent_id)
        return next((a for a in parent.emails if a not in books.suspect_addresses), None) if parent else None
    return None


def for_schedule(customer_id: str, books: Books, roles: tuple[str, ...]) -> tuple[str, ...]:
    """Who receives a letter of the ladder: whoever of these roles has addresses that take mail, else the main one."""
    customer = books.customers[customer_id]
    for role in roles:
        known = customer.dunning_emails if role == "dunning" else ()
        usable = tuple(address for address in known if address not in books.suspect_addresses)
        if usable:
            return usable
        if role == "main":
            break
    main = for_customer(customer_id, books)
    return (main,) if main else ()


def for_copy(customer_id: str, books: Books, roles: tuple[str, ...]) -> tuple[str, ...]:
    """Colleagues who get a copy of a letter of the ladder."""
    sales = books.customers[customer_id].sales_emails if "sales" in roles else ()
    return tuple(address for address in sales if address not in books.suspect_addresses)


def on_file(customer_id: str, books: Books) -> set[str]:
    """Every address that a letter of the ladder to a customer may go to, or be copied to."""
    customer = books.customers[customer_id]
    parent = books.customers.get(customer.parent_id or "")
    parents = parent.emails if parent else ()
    return {*customer.emails, *customer.dunning_emails, *customer.sales_emails, *parents}


def gone_from_file(letter: Letter, books: Books, public_domains: frozenset[str]) -> list[str]:
    """Addresses of a letter to a customer that are on file for that customer no more; a letter to staff has none."""
    customer_id = books.survivor(letter.customer_id) if letter.customer_id else None
    if customer_id is None or customer_id not in books.customers:
        return []
    known = on_file(customer_id, books)
    return [
        address
        for address in (*letter.to, *letter.cc)
        if address not in known
        and not any(
            customer_id in books.speaks_for(one) for one in books.customers_for(address, public_domains)
        )
    ]
