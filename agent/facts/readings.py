"""What a message says, read from its documents: payments, disputes, promises, each with its evidence."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from agent.facts.documents import Span, Unread


class Kind(StrEnum):
    """What a message does (contract section 3), strongest first."""

    BANK_STATEMENT = "bank_statement"
    REMITTANCE = "remittance"
    DISPUTE = "dispute"
    PROMISE = "promise"
    STATEMENT_REQUEST = "statement_request"
    STATEMENT_CONFIRMATION = "statement_confirmation"
    STAFF_COMMAND = "staff_command"
    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"
    OTHER = "other"


class Method(StrEnum):
    """How it was paid."""

    WIRE = "wire"
    ACH = "ach"
    CHECK = "check"
    CARD = "card"
    CASH = "cash"
    WALLET = "wallet"
    DRAFT = "draft"
    OTHER = "other"


class Check(StrEnum):
    """A check that held when the payment was read."""

    SUM = "sum"  # lines = total
    WORDS = "words"  # figures = words or 大写
    NET = "net"  # gross - discount - deduction = net
    LEDGER = "ledger"  # numbers exist and are one payer's
    OPEN = "open"  # amounts = open amounts


class Group(StrEnum):
    """A group of items that the text names without numbers."""

    ALL_DUE = "all_due"  # everything, or everything due or overdue
    MONTH = "month"  # the items issued in one month (`PaymentRead.group_month`)
    ORDER = "order"  # the items of purchase orders (`PaymentRead.group_orders`), one of which has several


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidLine:
    """What is paid against one document."""

    invoice: str  # as in the ledger where it is there, else as in the document
    amount: Decimal | None  # net of discount and deduction; negative for a credit note taken; None: not said
    discount: Decimal = Decimal("0.00")
    deduction: Decimal = Decimal("0.00")
    reason: str | None = (
        None  # of the deduction: "bank_charges", "withholding_tax", else in the document's words
    )
    is_exact: bool = True  # False: the ledger's number was found from a shortened or look-alike spelling


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRead:
    """One payment as a document tells it. What it does not say is None or empty, never guessed."""

    amount: Decimal | None
    currency: str | None  # ISO 4217
    paid_on: date | None
    currency_sign: str | None = None  # a bare "$" or "¥" where no currency is said
    due_on: date | None = None  # maturity of a draft
    method: Method | None = None
    reference: str | None = None
    payer: str | None = None
    payer_account: str | None = None
    payee: str | None = None  # whom a payment order or an 820 pays: it may hold payments to others than us
    lines: tuple[PaidLine, ...] = ()
    checks: tuple[Check, ...] = ()
    words_amount: Decimal | None = None  # the amount in words, where it is another than in figures
    lines_total: Decimal | None = None  # what the lines sum to, where it is not the amount
    group: Group | None = None
    group_month: tuple[int, int] | None = None  # year, month
    group_orders: tuple[str, ...] = ()  # PO numbers as in the ledger
    replaces: bool = False  # the text says that it replaces an earlier advice
    answers: bool = False  # the text says what an earlier payment was for, and tells of no new one
    other_references: tuple[
        str, ...
    ] = ()  # more of what may identify it: a bank's own reference, an end-to-end id
    charges: Decimal | None = None  # what banks kept of it on its way, as they say
    text: str = ""  # free text of a bank entry (Ustrd, :86:, 附言), as it stands there
    is_from_picture: bool = False  # read from the picture of a page: used only where sums and ledger prove it
    ahead: Decimal | None = (
        None  # of the amount: what a row of its own says is on account, for nothing billed yet
    )
    is_ahead: bool = False  # it names no document, and says that it is for what is not billed yet
    is_returned: bool = False  # a bank entry that takes back money that came before: it brings none
    unproved: tuple[str, ...] = ()  # what in it the documents do not prove by themselves, in words
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StructuredRead:
    """What a format that needs no guessing says: a bank statement, or a remittance in EDI or ISO 20022."""

    part: str
    kind: Kind
    payments: tuple[PaymentRead, ...]
    warnings: tuple[str, ...] = ()  # what in the file does not agree with itself, in words
    is_copy: bool = (
        False  # of an invoice or an order: it pays nothing, and the rest of the mail is read without it
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRead:
    """An objection to an item; `amount` None: to all of it."""

    invoice: str
    amount: Decimal | None
    reason: str | None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRead:
    """The customer's word to pay an item by a day; `amount` None: all of it."""

    invoice: str
    promised_on: date
    amount: Decimal | None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceLineRead:
    """A document that an answer to our statement has otherwise; `amount` None: it does not say what it has."""

    invoice: str
    amount: Decimal | None
    reason: str | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one message says."""

    kind: Kind
    language: str  # en, zh, de ... of the words read
    payments: tuple[PaymentRead, ...] = ()
    returned: tuple[PaymentRead, ...] = ()  # of a bank statement: entries that take earlier payments back
    disputes: tuple[DisputeRead, ...] = ()
    promises: tuple[PromiseRead, ...] = ()
    statement_on: date | None = None  # the day a statement is asked for or confirmed as of
    statement_agreed: bool | None = None  # of a confirmation: whether our balance is agreed
    balance_lines: tuple[BalanceLineRead, ...] = ()  # of a denial: the documents that differ
    balance_amount: Decimal | None = None  # of a denial: the balance by their books
    names: tuple[
        str, ...
    ] = ()  # names of firms that the document or its signature gives, for finding the payer
    unread: tuple[Unread, ...] = ()
    warnings: tuple[str, ...] = ()
    disagreements: tuple[
        str, ...
    ] = ()  # where a statement's balances or totals are not its entries', and where a mail denies what its file pays

    @property
    def is_whole(self) -> bool:
        """True where each payment is proved by itself, so that a part that can't be read adds nothing to it."""
        return bool(self.payments) and all(read.lines and Check.SUM in read.checks for read in self.payments)
