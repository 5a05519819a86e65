"""Events of what imports bring and exports hand over."""

from dataclasses import dataclass

from agent.facts.ledger import Customer, Face, Item
from agent.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerImported:
    """A file of customers or invoices was imported; its rows are the events after this one."""

    what: str  # "customers" or "invoices"
    file: str
    sha256: str
    added: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerAdded:
    """A customer was seen for the first time."""

    customer: Customer


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerChanged:
    """A customer's record was imported again with other values."""

    customer: Customer


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerMerged:
    """A customer is one with another, which stands for it from now on."""

    customer_id: str
    into: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceAdded:
    """An invoice or credit note was seen for the first time; `open` counts from here by applications alone."""

    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceDiffered:
    """An import says something else of an invoice than the books; reported, never booked."""

    invoice: str
    field: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceCorrected:
    """The system of record changed an invoice; `open` moves by as much as the amount does."""

    invoice: str
    was: Face
    now: Face


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemMissing:
    """An item that is open here is not so in the system of record any more: asked about, never closed."""

    invoice: str
    open: Money
    why: str  # "is not in FILE", "is cancelled in FILE"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFound:
    """A missing item stands in an import again; the question is closed."""

    invoice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationsExported:
    """Applications, and takings back of exported ones, were handed over for posting: once."""

    batch: str  # B-2026-0001
    form: str  # "csv", "xlsx" or "jsonl"
    sha256: str  # of the file's bytes
    lines_sha256: str  # of the same lines as JSON
    keys: tuple[str, ...]  # of the postings, in the order of the lines


FeedEvent = (
    LedgerImported
    | CustomerAdded
    | CustomerChanged
    | CustomerMerged
    | InvoiceAdded
    | InvoiceDiffered
    | InvoiceCorrected
    | ItemMissing
    | ItemFound
    | ApplicationsExported
)
