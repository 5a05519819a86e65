"""What a person agreed with a customer to events: credit limits, and versions of the contract's terms; each says what it did."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from agent.dates import Terms
from agent.decide.exposure import limit_of
from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.credit import ContractTerms, CreditFile
from agent.facts.ledger import Customer
from agent.money import Money
from agent.pipeline.bookkeeping import Commit
from agent.store.blobs import Blobs

_ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A contract's file, as it was handed in."""

    name: str
    content: bytes


def customer_of(books: Books, customer_id: str) -> Customer:
    """The customer, also by the id of one that was merged into it. AgentError where there is none."""
    customer = books.customers.get(books.survivor(customer_id))
    if customer is None:
        raise AgentError(f"{customer_id} is no customer of this home; see: remitd aging")
    return customer


def agree_limit(commit: Commit, customer_id: str, amount: str, why: str, home_currency: str) -> str:
    """A limit counts from now on, before the customer list's."""
    customer = customer_of(commit.books, customer_id)
    name = customer.customer_id
    was = limit_of(commit.books, name, home_currency)
    currency = was.currency if was is not None else customer.currency or home_currency
    try:
        agreed = Money.of(amount, currency)
    except ValueError as error:
        raise AgentError(f"{amount}: {error}; write it like 25000.00") from error
    if agreed.minor < 0:
        raise AgentError(f"{amount}: a limit is not negative; 0 means no credit at all")
    commit.add(name, e.LimitAgreed(customer_id=name, amount=agreed, why=_said(why)))
    return f"{name}: credit limit {agreed} agreed" + (f", {was} before" if was is not None else "")


def refuse_limit(commit: Commit, customer_id: str, why: str) -> str:
    """The limit that was proposed is not wanted."""
    name = customer_of(commit.books, customer_id).customer_id
    file = commit.books.credit.get(name)
    if not file or not file.proposed:
        raise AgentError(f"{name} has no proposed limit; see: remitd limit")
    commit.add(name, e.LimitRefused(customer_id=name, amount=file.proposed.amount, why=_said(why)))
    return f"{name}: the proposed limit of {file.proposed.amount} is refused"


def withdraw_limit(commit: Commit, event: e.LimitAgreed, why: str) -> str:
    """What was agreed by mistake counts no more."""
    name = commit.books.survivor(event.customer_id)
    file = commit.books.credit.get(name, CreditFile(customer_id=name))
    if event.amount not in [one.amount for one in file.limits]:
        raise AgentError(f"{name} has no agreed limit of {event.amount} any more")
    commit.add(name, e.LimitWithdrawn(customer_id=name, amount=event.amount, why=why))
    return f"{name}: the agreed limit of {event.amount} counts no more"


def agree_terms(
    commit: Commit,
    blobs: Blobs,
    customer_id: str,
    said: Mapping[str, str],
    *,
    paper: Paper | None,
    from_on: date,
    why: str,
) -> Iterator[str]:
    """A new version: what is not said stays as the version before has it; an empty value takes it out."""
    books = commit.books
    name = customer_of(books, customer_id).customer_id
    versions = books.contracts.get(name, ())
    before = books.contract_on(name, from_on) or ContractTerms(version=0, from_on=from_on)
    fields = {key: getattr(before, key) for key in (*_READ, "document", "document_sha256")}
    for key, text in said.items():
        if key not in _READ:
            raise AgentError(f"--set {key}: is unknown; known are {', '.join(_READ)}")
        fields[key] = _read(key, text) if text.strip() else None
    if (fields["interest_percent"] is None) is not (fields["interest_per"] is None):
        raise AgentError(
            "--set interest_percent goes with interest_per=year or interest_per=day, and both are needed"
        )
    if paper:
        fields |= {"document": paper.name, "document_sha256": blobs.put(paper.content)}
    if versions and all(getattr(before, key) == value for key, value in fields.items()) and before.version:
        raise AgentError(f"{name}: version {before.version} says all of this; nothing is new")
    agreed = e.TermsAgreed(
        customer_id=name, version=len(versions) + 1, from_on=from_on, why=_said(why), **fields
    )
    commit.add(name, agreed)
    yield f"{name}: terms version {agreed.version} from {from_on}"
    for key, value in fields.items():
        if value is not None:
            yield f"  {key} = {value}"


def withdraw_terms(commit: Commit, event: e.TermsAgreed, why: str) -> str:
    """A version that was written down by mistake never counted."""
    name = commit.books.survivor(event.customer_id)
    found = [one for one in commit.books.contracts.get(name, ()) if one.version == event.version]
    if not found or found[0].is_withdrawn:
        raise AgentError(f"{name} has no version {event.version} of its terms any more")
    commit.add(name, e.TermsWithdrawn(customer_id=name, version=event.version, why=why))
    return f"{name}: version {event.version} of the terms counts no more"


def _said(why: str) -> str:
    if not why.strip():
        raise AgentError("--why is empty; say where it was agreed, it is kept in the journal")
    return why


def _read(key: str, text: str) -> Any:
    try:
        return _READ[key](text.strip())
    except (ValueError, InvalidOperation) as error:
        raise AgentError(f"--set {key}={text}: {error}") from error


def _terms(text: str) -> str:
    Terms.parse(text)
    return text


def _one_of(*known: str) -> Any:
    def read(text: str) -> str:
        if text not in known:
            raise ValueError(f"expected {' or '.join(known)}")
        return text

    return read


def _percent(text: str) -> str:
    if not text.isascii() or not text.replace(".", "", 1).isdigit() or not _ZERO <= Decimal(text) <= 100:
        raise ValueError("expected a percentage like 0.05 or 9.12, at most 100")
    return text


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= 3660:
        raise ValueError("expected a number of days")
    return int(text)


def _fee(text: str) -> Money:
    fee = Money.parse(text)
    if fee.minor <= 0:
        raise ValueError('expected an amount like "40.00 EUR"')
    return fee


def _clause(text: str) -> str:
    if len(text) > 2000 or any(ord(letter) < 32 for letter in text):
        raise ValueError("expected at most 2,000 characters on one line")
    return text


_READ: Final[dict[str, Any]] = {
    "payment_terms": _terms,
    "clock": _one_of("invoice", "receipt"),
    "interest_percent": _percent,
    "interest_per": _one_of("year", "day"),
    "interest_year_days": lambda text: int(_one_of("360", "365")(text)),
    "fee": _fee,
    "dispute_days": _days,
    "clause": _clause,
}
