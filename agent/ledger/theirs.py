"""(books, a customer or an invoice) to the records that are theirs alone, and what would tell of other customers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from agent.errors import AgentError
from agent.facts.books import Books, Message
from agent.facts.ledger import Customer
from agent.facts.readings import Kind

_WORD: Final = re.compile(r"[^\s,;:()\"'<>\[\]{}|]+")
# What a document says of a payment is the payer's own word, or one entry of the bank's, also where it names others.
_OWN_WORDS: Final = ("claim",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theirs:
    """What is one customer's, or of that what concerns one invoice; ids in the order of the books."""

    books: Books
    customer: Customer
    ids: tuple[str, ...]  # the customer's own, and those merged into it
    invoice: str | None  # None: all of the customer's
    items: tuple[str, ...]
    payments: tuple[str, ...]
    letters: tuple[str, ...]
    messages: tuple[str, ...]  # all that concern them
    shared: frozenset[str]  # of those, the ones whose bytes also tell of others
    loose: frozenset[str] = (
        frozenset()
    )  # of an invoice: the customer's messages that the books don't tie to it

    def tied(self, mail_ids: Iterable[str]) -> "Theirs":
        """Without the loose messages, but for these: claims tie them to the invoice."""
        left = self.loose.difference(mail_ids)
        messages = tuple(one for one in self.messages if one not in left)
        return replace(self, messages=messages, loose=frozenset())

    @property
    def subjects(self) -> frozenset[str]:
        """What lines of the journal are about that concern them."""
        learnt = (one.learnt_id for one in self.books.learnt.values() if one.customer_id in self.ids)
        return frozenset((*self.ids, *self.items, *self.payments, *self.letters, *self.messages, *learnt))

    def names_others(self, data: Any) -> bool:
        """True where a line's data names another customer: by id, address, or the number of an item."""
        return any(self._is_others(word) for text in _texts(data) for word in _WORD.findall(text))

    def _is_others(self, word: str) -> bool:
        books, word = self.books, word.rstrip(".")
        if word in books.customers or word in books.merged:
            return word not in self.ids
        if item := books.items.get(word):
            return item.customer_id not in self.ids
        owners = books.customers_by_email.get(word.lower(), ())
        return bool(owners) and not set(self.ids) & set(owners)


def _texts(data: Any) -> Iterator[str]:
    """Every text in plain data, keys and their own words apart."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _OWN_WORDS:
                yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)


def theirs(books: Books, what: str) -> Theirs:
    """All that concerns a customer (by an old id too), or one invoice. AgentError where it is neither."""
    item = books.items.get(what)
    customer_id = item.customer_id if item else books.survivor(what)
    if customer_id not in books.customers:
        raise AgentError(f"{what}: is no customer and no invoice; see: remitd aging, remitd invoices --all")
    ids = (customer_id, *(old for old, merged in books.merged.items() if merged.into == customer_id))
    items = tuple(number for number, one in books.items.items() if one.customer_id == customer_id)
    if item:
        items = (what,)
        payments = tuple(books.payments_by_invoice.get(what, ()))
    else:
        touching = {one for number in items for one in books.payments_by_invoice.get(number, ())}
        touching.update(books.payments_by_customer.get(customer_id, ()))
        payments = tuple(one for one in books.payments if one in touching)
    paid = set(payments)
    letters = tuple(
        letter.letter_id
        for letter in books.letters.values()
        if letter.customer_id == customer_id
        and (item is None or what in letter.invoices or paid & set(letter.payment_ids))
    )
    caused = {books.letters[one].mail_id for one in letters}
    tied = [
        one.mail_id for one in books.messages.values() if paid & set(one.payment_ids) or one.mail_id in caused
    ]
    own = [one.mail_id for one in books.messages.values() if one.customer_id == customer_id]
    known = {*tied, *own}
    messages = tuple(one for one in books.messages if one in known)
    return Theirs(
        books=books, customer=books.customers[customer_id], ids=ids, invoice=what if item else None, items=items,
        payments=payments, letters=letters, messages=messages,
        shared=frozenset(one for one in messages if _is_shared(books, books.messages[one], customer_id)),
        loose=frozenset(own).difference(tied) if item else frozenset(),
    )  # fmt: skip


def _is_shared(books: Books, message: Message, customer_id: str) -> bool:
    """A statement of the bank, a mail that speaks for several customers, or one that another customer sent."""
    owners = {message.customer_id, *(books.payments[one].customer_id for one in message.payment_ids)}
    for address in (message.sender, message.author):
        known = books.customers_by_email.get(address, [])
        owners.update(known if customer_id not in known else ())
    return message.kind is Kind.BANK_STATEMENT or bool(owners - {customer_id, None})
