"""The books: everything the journal says, as it stands after its last line; ledger.fold writes them, all others read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from agent.facts.credit import ContractTerms, CreditFile
from agent.facts.events import MessageStatus, QueryRaised
from agent.facts.history import Received, Settlement
from agent.facts.holds import PromiseCount
from agent.facts.learnt import Learnt
from agent.facts.ledger import Anchors, Customer, Item, Merged, NoLedger
from agent.facts.letters import Letter
from agent.facts.payments import Payment
from agent.facts.plans import Plan
from agent.facts.postings import Batch, Posting
from agent.facts.readings import Kind
from agent.facts.statements import Stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message as the books have it; `kind` None: received and not yet handled."""

    mail_id: str
    mailbox: str
    key: str
    sha256: str
    size: int
    fault: str = ""  # why there are no bytes
    message_id: str = ""
    sender: str = ""
    author: str = ""
    subject: str = ""
    received_at: datetime | None = None
    kind: Kind | None = None
    status: MessageStatus | None = None
    language: str = ""
    customer_id: str | None = None
    content_id: str = ""
    told_id: str = ""
    statement_ids: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    payment_ids: tuple[str, ...] = ()
    letter_ids: tuple[str, ...] = ()
    closed_at: datetime | None = None  # a person said that it needs nothing more


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question to a customer that waits for an answer."""

    raised: QueryRaised
    asked_at: datetime  # last
    first_asked_at: datetime
    is_repeated: bool = False
    is_with_staff: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Letters of the schedule stand still, by a person's word."""

    at: datetime
    by: str
    why: str


@dataclass(slots=True, kw_only=True)
class Books:
    """Read models and the indexes that keep one mail's way independent of how much there is."""

    seq: int = 0
    head: str = "0" * 64  # hash of the journal's last line
    last_run_at: datetime | None = None
    began_at: datetime | None = None  # when the first item came in
    stop: Stop | None = None  # of the schedule
    policies: dict[str, str] = field(
        default_factory=dict
    )  # SHA-256 of the rules and of remitd.toml last run by
    customers: dict[str, Customer] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    payments: dict[str, Payment] = field(default_factory=dict)
    letters: dict[str, Letter] = field(default_factory=dict)
    messages: dict[str, Message] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)  # open ones, by letter_id
    learnt: dict[str, Learnt] = field(default_factory=dict)  # by learnt_id, forgotten ones too
    plans: dict[str, Plan] = field(default_factory=dict)  # of instalments, by plan_id
    suspect_addresses: set[str] = field(default_factory=set)  # bounced
    merged: dict[str, Merged] = field(default_factory=dict)  # by the id that is no customer's any more
    postings: dict[str, Posting] = field(default_factory=dict)  # to be exported, or exported and standing
    batches: dict[str, Batch] = field(default_factory=dict)
    received: dict[str, Received] = field(default_factory=dict)  # by invoice: the cash that came for it
    cycles_closed: dict[str, date] = field(default_factory=dict)  # last day of the last period, by cycle
    stated: dict[str, Stated] = field(default_factory=dict)  # statements of account, by letter_id
    credit: dict[str, CreditFile] = field(default_factory=dict)  # by customer
    credit_reviewed_on: date | None = None  # when all customers were last graded
    # indexes
    grades: dict[str, str] = field(default_factory=dict)  # by customer; who has none is credit.NEW
    contracts: dict[str, tuple[ContractTerms, ...]] = field(default_factory=dict)  # versions in order
    anchors: Anchors = field(default_factory=NoLedger)
    invoices_by_customer: dict[str, list[str]] = field(default_factory=dict)  # all that were ever theirs
    items_by_customer: dict[str, list[str]] = field(default_factory=dict)  # open items
    queries_by_invoice: dict[str, list[str]] = field(default_factory=dict)  # letter_ids of open ones
    first_due: dict[str, date] = field(default_factory=dict)  # of a customer's open items, credits too
    customers_by_first_due: dict[date, set[str]] = field(default_factory=dict)
    promises: dict[str, PromiseCount] = field(default_factory=dict)  # what became of them, by customer
    unsettled: dict[str, None] = field(default_factory=dict)  # payments advised, or waiting for a person
    scheduled_letters: dict[str, list[str]] = field(default_factory=dict)  # by customer, oldest first
    payments_by_customer: dict[str, list[str]] = field(default_factory=dict)
    payments_by_reference: dict[str, list[str]] = field(default_factory=dict)  # by ids.folded
    payments_by_invoice: dict[str, list[str]] = field(default_factory=dict)  # that applied or name it
    postings_by_payment: dict[str, list[str]] = field(default_factory=dict)
    customers_by_email: dict[str, list[str]] = field(default_factory=dict)
    customers_by_domain: dict[str, list[str]] = field(default_factory=dict)
    children_by_parent: dict[str, list[str]] = field(default_factory=dict)
    customers_by_account: dict[str, list[str]] = field(default_factory=dict)  # by ids.account_keys
    learnt_accounts: dict[str, list[str]] = field(default_factory=dict)  # learnt_ids by ids.account_keys
    learnt_names: dict[str, list[str]] = field(default_factory=dict)  # learnt_ids by customer
    renamed: list[str] = field(default_factory=list)  # customers, each time their names became known
    name_indexes: dict[tuple[str, ...], object] = field(
        default_factory=dict, repr=False, compare=False
    )  # match.name_index by the words it ignores: made from `renamed` when a name is first looked for
    message_by_key: dict[tuple[str, str], str] = field(default_factory=dict)  # (mailbox, key)
    message_by_content: dict[str, str] = field(default_factory=dict)  # sha256, content_id, told_id
    letter_by_message_id: dict[str, str] = field(default_factory=dict)
    unshown: dict[str, None] = field(
        default_factory=dict
    )  # payment_ids told, and not yet shown by the bank or missed
    returned: dict[str, None] = field(default_factory=dict)  # payment_ids that the bank took back
    bank_seen_on: date | None = None  # the latest day that a bank's entry shows
    letters_by_payment: dict[str, list[str]] = field(default_factory=dict)
    unhandled: dict[str, None] = field(default_factory=dict)  # mail_ids received and not yet sorted, in order
    queued: dict[str, None] = field(default_factory=dict)  # letter_ids to be sent, in order
    for_staff: dict[str, None] = field(default_factory=dict)  # mail_ids in review that nobody has closed
    held: set[str] = field(default_factory=set)  # invoices with a hold that stands, or an end yet to be told
    missing: set[str] = field(default_factory=set)  # open items that the last import had no more
    changed: set[str] = field(
        default_factory=set, repr=False, compare=False
    )  # customers of whom something is new since risks were looked for
    risks_seen: object = field(default=None, compare=False)  # the day and the rules of that look
    resting: dict[str, tuple[date, date]] = field(
        default_factory=dict, repr=False, compare=False
    )  # by customer: from, and before which day no letter can be due
    done_today: set[str] = field(
        default_factory=set, repr=False, compare=False
    )  # customers whose letters are kept back until another day, whatever comes from others
    done_on: date | None = field(default=None, compare=False)  # the day of that
    resting_by: object = field(default=None, repr=False, compare=False)  # the ladders that this is true of
    for_staff_by_customer: dict[str, list[str]] = field(default_factory=dict)  # those of them that are theirs
    nothing_due: tuple[int, date] | None = field(
        default=None, compare=False
    )  # line and day of the last empty plan
    last_uid: dict[str, tuple[int, int]] = field(
        default_factory=dict
    )  # IMAP mailbox: (UIDVALIDITY, last UID)

    @property
    def size(self) -> int:
        """Records held."""
        records = (self.customers, self.items, self.payments, self.letters, self.messages, self.queries)
        return sum(len(table) for table in records)

    def open_items(self, customer_id: str) -> list[Item]:
        """A customer's open items, oldest due first, then by number."""
        items = (self.items[number] for number in self.items_by_customer.get(customer_id, ()))
        return sorted(items, key=lambda item: (item.due_on, item.issued_on, item.invoice_no))

    def held_items(self) -> list[Item]:
        """Items with a hold that stands, or whose end the customer is yet to be told, by number."""
        return [self.items[number] for number in sorted(self.held)]

    def settlements(self, customer_id: str) -> list[Settlement]:
        """A customer's invoices with nothing open and the cash that settled them, by the day of the last receipt."""
        found = []
        for item in self.all_items(customer_id):
            received = self.received.get(item.invoice_no)
            if received and not item.open:
                settlement = Settlement(
                    invoice_no=item.invoice_no,
                    issued_on=item.issued_on,
                    due_on=item.due_on,
                    billed=item.billed,
                    receipts=received.receipts,
                    settled_on=received.last_on,
                )
                found.append(settlement)
        return sorted(found, key=lambda one: (one.settled_on, one.invoice_no))

    def all_items(self, customer_id: str) -> Iterator[Item]:
        """Every invoice and credit note that was ever this customer's, settled ones too, as they stand now."""
        return map(self.items.__getitem__, self.invoices_by_customer.get(customer_id, ()))

    def contract_on(self, customer_id: str, day: date) -> ContractTerms | None:
        """The version of a customer's contract terms that counts for what is issued on a day; None: none was agreed."""
        versions = (one for one in self.contracts.get(customer_id, ()) if not one.is_withdrawn)
        counting = [one for one in versions if one.from_on <= day]
        return max(counting, key=lambda one: (one.from_on, one.version), default=None)

    def names_of(self, customer_id: str) -> tuple[str, ...]:
        """What a customer is called: as on file, then as people have confirmed it."""
        customer = self.customers[customer_id]
        learnt = self.learnt_names.get(customer_id, ())
        return (customer.name, *customer.aliases, *(self.learnt[one].value for one in learnt))

    def survivor(self, customer_id: str) -> str:
        """Who stands for this customer: itself, or the one that it was merged into."""
        merged = self.merged.get(customer_id)
        return merged.into if merged else customer_id

    def customers_for(self, address: str, public_domains: frozenset[str]) -> tuple[str, ...]:
        """Customers that an address is on file for: by itself, or by a domain that one customer alone has.

        `public_domains`: mail providers anybody has an address at; they vouch for nobody (contract section 1).
        """
        exact = self.customers_by_email.get(address)
        if exact:
            return tuple(exact)
        domain = address.rpartition("@")[2]
        by_domain = () if domain in public_domains else self.customers_by_domain.get(domain, ())
        return tuple(by_domain) if len(by_domain) == 1 else ()

    def speaks_for(self, customer_id: str) -> set[str]:
        """Customers in whose name this one may pay, ask and be told: itself and its children, never its parent."""
        return {customer_id, *self.children_by_parent.get(customer_id, ())}
