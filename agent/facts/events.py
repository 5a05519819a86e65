"""Every event in the past tense: one line of the journal each; a mistake gets a correcting event, never an edit."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from agent.facts.learnt import LearntKind
from agent.facts.ledger import Customer, Face, Item
from agent.facts.letters import Letter
from agent.facts.payments import Application, Code, Difference, Payment, Rejected, Rule, Status
from agent.facts.readings import Kind
from agent.money import Money


class MessageStatus(StrEnum):
    """Contract section 5."""

    HANDLED = "handled"
    SET_ASIDE = "set_aside"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStarted:
    """A `remitd run` began; no later run may have an earlier clock."""

    version: str
    rules: str  # SHA-256 over the files of rules/


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
class CustomerMerged:
    """A customer is one with another, which stands for it from now on."""

    customer_id: str
    into: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationsExported:
    """Applications, and takings back of exported ones, were handed over for posting: once."""

    batch: str  # B-2026-0001
    form: str  # "csv", "xlsx" or "jsonl"
    sha256: str  # of the file's bytes
    lines_sha256: str  # of the same lines as JSON
    keys: tuple[str, ...]  # of the postings, in the order of the lines


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageReceived:
    """A message's raw bytes are in the blobs; this line is what "fetched" means."""

    mail_id: str
    mailbox: str
    key: str
    sha256: str
    size: int
    fault: str = ""  # why the bytes could not be had: over the size limit, say; they are in the mailbox alone


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageRepeated:
    """The same bytes lie in the mailbox again, or the mailbox was renumbered; nothing follows from it."""

    mail_id: str
    mailbox: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSorted:
    """What a message is and what became of it; its effects are in the same commit."""

    mail_id: str
    message_id: str
    sender: str
    author: str
    subject: str
    received_at: datetime
    kind: Kind
    status: MessageStatus
    language: str
    customer_id: str | None
    content_id: str  # SHA-256 of what a person sees of it, for the same message sent again
    told_id: str = ""  # SHA-256 of what it says, for the same message wrapped anew or with a footer
    statement_ids: tuple[
        str, ...
    ] = ()  # SHA-256 of each bank statement in it, for the same one in another mail
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRecorded:
    """A payment was told of, by its payer or by the bank, with the evidence it was read from."""

    payment: Payment


@dataclass(frozen=True, slots=True, kw_only=True)
class CashApplied:
    """Cash of a payment was set against items."""

    payment_id: str
    applications: tuple[Application, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentDecided:
    """What a payment's status is, and why."""

    payment_id: str
    status: Status
    because: tuple[str, ...]
    differences: tuple[Difference, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    same_as: str | None = None
    proposals: tuple[tuple[str, ...], ...] = ()
    mail_id: str | None = None  # of a later message that this decision came with
    rule: Rule | None = None  # None in journals from before rules had names


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentCleared:
    """The bank shows the money of a payment."""

    payment_id: str
    mail_id: str  # the statement's message
    cleared_on: date | None
    because: tuple[str, ...]
    amount: Money | None = None  # what came, where banks kept a little of an advised payment


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyMissed:
    """No bank entry has shown money that was told of; staff are asked, and an advice holds nothing any more."""

    payment_id: str
    bank_seen_on: date | None  # how far the bank's statements reach
    missed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CashReversed:
    """A payment is taken back: its applications are undone and its items open again."""

    payment_id: str
    applications: tuple[Application, ...]
    why: str
    returned_on: date | None = None  # the bank's day, where the money went back
    mail_id: str | None = None  # of the statement that shows it
    replaced_by: str | None = None  # payment_id of the later advice that took its place


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionUndone:
    """A person took back what an earlier line decided; the correcting events follow in the same commit."""

    undone_seq: int
    kind: str  # of the line taken back
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CashUnapplied:
    """Applications of a payment are taken back: its items open again, its cash is unapplied."""

    payment_id: str
    applications: tuple[Application, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearingUndone:
    """The bank's entry was another payment's money."""

    payment_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReversalUndone:
    """A reversed payment stands again, unapplied."""

    payment_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerUndone:
    """A payment is again whose it was before a person decided, or nobody's."""

    payment_id: str
    customer_id: str | None = None  # whose it is again


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksRestored:
    """Dispute, promise and hold of an item are as they were before a decision that was taken back."""

    invoice: str
    disputed: Money | None
    dispute_reason: str | None
    promised: Money | None
    promised_on: date | None
    held_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerDecided:
    """A person said whose payment it is."""

    payment_id: str
    customer_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeductionAllowed:
    """A person accepted what a payment withheld: applications without cash write it off under its reason code."""

    payment_id: str
    applications: tuple[Application, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeductionRefused:
    """A person did not accept what a payment withheld from an item: the rest is a short payment."""

    payment_id: str
    invoice: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CashRefunded:
    """A person sent unapplied cash back to the payer; this records it, and moves no money."""

    payment_id: str
    amount: Money
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CashLeftOnAccount:
    """A person leaves a payment's unapplied cash on account; nobody is asked about it any more."""

    payment_id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeductionReopened:
    """A decision on a deduction is taken back: it waits again, and what was written off is open again."""

    payment_id: str
    invoice: str
    applications: tuple[Application, ...]  # none where it had been refused


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundUndone:
    """The cash was not sent back after all: it is unapplied again."""

    payment_id: str
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class OnAccountUndone:
    """Cash is not left on account after all: somebody must say what it was for."""

    payment_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasLearnt:
    """A person confirmed that a payer's name or account is a customer's, or an older number an invoice's."""

    learnt_id: str
    customer_id: str
    kind: LearntKind
    value: str
    payment_id: str | None  # the payment that a person decided; None for a number
    invoice: str | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasForgotten:
    """What was learnt counts no more; payments that were recognised by it stay as they are."""

    learnt_id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemHeld:
    """A person stopped dunning of an item until a day has passed."""

    invoice: str
    until: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRecorded:
    """A customer objects to an item, or to a part of it."""

    invoice: str
    amount: Money  # what is disputed
    reason: str | None
    mail_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRecorded:
    """A customer gave their word to pay an item by a day."""

    invoice: str
    amount: Money
    promised_on: date
    mail_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRequested:
    """A customer asked for a statement of account."""

    customer_id: str
    as_of: date
    mail_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceConfirmed:
    """A customer agreed to a balance, or denied it: evidence, nothing is booked."""

    customer_id: str
    as_of: date | None
    mail_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryRaised:
    """A difference was asked about; dunning of these invoices waits for the answer."""

    letter_id: str
    payment_ids: tuple[str, ...]
    invoices: tuple[str, ...]
    codes: tuple[Code, ...]
    customer_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryAskedAgain:
    """An unanswered query was asked once more; there is no third time."""

    letter_id: str
    again_letter_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryPassedToStaff:
    """A query stayed unanswered twice: a person takes it up; what it holds stays held."""

    letter_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryClosed:
    """A query was answered, or needs no answer any more."""

    letter_id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterQueued:
    """A letter was written: queued, held for approval, or observed; its bytes are fixed."""

    letter: Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterApproved:
    """A person released a held letter."""

    letter_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterCancelled:
    """A letter will not go out."""

    letter_id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterHeldBack:
    """A letter that was released or dropped waits for approval again."""

    letter_id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendStarted:
    """The next thing that happens is DATA; without an outcome after it, the letter may have been sent."""

    letter_id: str
    attempt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSent:
    """The server accepted the letter."""

    letter_id: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendDeferred:
    """The server did not take the letter now; it is tried again."""

    letter_id: str
    attempt: int
    detail: str
    next_attempt_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRefused:
    """The server refused the letter for good."""

    letter_id: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendOutcomeUnknown:
    """The letter may or may not have been accepted; it is never retried blindly (RFC 1047)."""

    letter_id: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressBounced:
    """A letter of ours could not be delivered to an address."""

    address: str
    letter_id: str | None
    mail_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRestored:
    """A person says that an address works, although a letter to it came back."""

    address: str


Event = (
    RunStarted
    | LedgerImported
    | CustomerAdded
    | CustomerChanged
    | InvoiceAdded
    | InvoiceDiffered
    | InvoiceCorrected
    | ItemMissing
    | ItemFound
    | CustomerMerged
    | ApplicationsExported
    | MessageReceived
    | MessageRepeated
    | MessageSorted
    | PaymentRecorded
    | CashApplied
    | PaymentDecided
    | PaymentCleared
    | MoneyMissed
    | CashReversed
    | DecisionUndone
    | CashUnapplied
    | ClearingUndone
    | ReversalUndone
    | PayerUndone
    | MarksRestored
    | PayerDecided
    | DeductionAllowed
    | DeductionRefused
    | CashRefunded
    | CashLeftOnAccount
    | DeductionReopened
    | RefundUndone
    | OnAccountUndone
    | AliasLearnt
    | AliasForgotten
    | ItemHeld
    | DisputeRecorded
    | PromiseRecorded
    | StatementRequested
    | BalanceConfirmed
    | QueryRaised
    | QueryAskedAgain
    | QueryPassedToStaff
    | QueryClosed
    | LetterQueued
    | LetterApproved
    | LetterCancelled
    | LetterHeldBack
    | SendStarted
    | LetterSent
    | SendDeferred
    | LetterRefused
    | SendOutcomeUnknown
    | AddressBounced
    | AddressRestored
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One line of the journal: an event and how it came to be there."""

    seq: int  # 1, 2, 3 ... without gaps
    at: datetime  # the injected clock
    actor: str  # "agent", or "staff" and who
    subject: str  # id of what it is about: mail, payment, invoice, letter, customer
    event: Event
    prev: str  # hash of the line before; 64 zeros for the first
    hash: str  # SHA-256 of this line up to its hash
