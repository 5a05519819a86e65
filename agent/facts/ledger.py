"""What is owed: customers, items, and how a document's numbers are looked up in the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Protocol

from agent.facts.holds import HeldPart, Hold, HoldEnd, HoldKind, unpaid
from agent.facts.payments import Application
from agent.money import Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """A firm that we sell to on account."""

    customer_id: str
    name: str
    aliases: tuple[str, ...]
    emails: tuple[str, ...]  # lower case, the first is the main one
    bank_accounts: tuple[str, ...]
    language: str | None
    currency: str | None
    terms: str | None
    credit_limit: str | None  # plain decimal in the customer's currency
    parent_id: str | None
    time_zone: str | None
    country: str | None = None  # ISO 3166 code, whose workdays letters keep; None: the company's
    dunning_emails: tuple[str, ...] = ()  # who receives reminders and dunning; none: the main address
    sales_emails: tuple[str, ...] = ()  # our own colleagues who sell to this customer
    ladder: str | None = None  # a ladder of rules/dunning.toml, where a person chose one


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A customer that was merged into another: its record as it last was, and who stands for it now."""

    customer: Customer
    into: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """What stands on the face of an invoice and may be corrected there."""

    amount: Money
    issued_on: date
    due_on: date
    po_no: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What came off an item without cash: written off, granted as a discount, or a credit note set against it."""

    application: Application
    decided_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An invoice, or a credit note (negative), as it stands now; `open` moves by applications and corrections alone."""

    invoice_no: str
    customer_id: str
    issued_on: date
    due_on: date
    billed: Money
    open: Money
    po_no: str | None
    terms: str | None  # as dates.Terms.parse reads them
    open_at_import: Money | None = None  # what the file said was open when it was first seen
    holds: tuple[Hold, ...] = ()  # in the order in which they were said, ended ones too
    allowed: tuple[Allowance, ...] = ()  # what came off it without cash, by a person's word
    clock_from: date | None = None  # a dispute was rejected: the ladder counts its days from here
    dunning_level: int = 0
    reminded_on: date | None = None  # when the pre-due reminder that lists it was decided
    missing_at: datetime | None = None  # of the import that did not have it, although it is open here
    missing_why: str | None = None
    expiry_warned: date | None = None  # the day its claim expires on, as staff were told of it

    @property
    def face(self) -> Face:
        """What the system of record may correct."""
        return Face(amount=self.billed, issued_on=self.issued_on, due_on=self.due_on, po_no=self.po_no)

    @property
    def is_credit(self) -> bool:
        """True for a credit note."""
        return self.billed.minor < 0

    @property
    def settled(self) -> Money:
        """What has come off it in all, by cash or otherwise."""
        return self.billed - self.open

    @property
    def late_from(self) -> date:
        """The day that the ladder counts from: the due date, or a later one on which a dispute was rejected."""
        return max(self.due_on, self.clock_from or self.due_on)

    @property
    def dispute(self) -> Hold | None:
        """The objection to it that stands."""
        return self._standing(HoldKind.DISPUTE)

    @property
    def disputed(self) -> Money | None:
        """What is disputed of what is open."""
        return self._of_open(self.dispute)

    @property
    def promised(self) -> Money | None:
        """What is promised of what is open, whether the day has passed or not."""
        left = self.unpaid
        sums = total((left[hold.seq] for hold in self.promises), self.open.currency)
        return min(sums, self.open) if sums and self.open.minor > 0 else None

    @property
    def promised_on(self) -> date | None:
        """The day by which all that is promised is to be paid."""
        return (
            max((hold.until for hold in self.promises if hold.until), default=None) if self.promised else None
        )

    @property
    def promises(self) -> tuple[Hold, ...]:
        """Promises and instalments that stand: neither broken, moved nor cancelled; kept ones where the money went back."""
        if not self.holds:
            return ()
        left = self.unpaid
        return tuple(
            hold
            for hold in self.holds
            if hold.is_promise and (hold.end is None or (hold.end is HoldEnd.KEPT and left[hold.seq]))
        )

    def promises_on(self, today: date) -> tuple[HeldPart, ...]:
        """Promises whose day has not passed, and what is still to come for each."""
        left = self.unpaid if self.holds else {}
        return tuple(
            HeldPart(hold=hold, amount=left[hold.seq])
            for hold in self.promises
            if hold.until and hold.until >= today and left[hold.seq]
        )

    @property
    def broken(self) -> tuple[Hold, ...]:
        """Promises whose day has passed and whose money is still to come, not asked for since nor given anew: a letter is due."""
        left = self.unpaid if self.holds and self.open else {}
        return tuple(
            hold
            for hold in self.holds
            if hold.end is HoldEnd.BROKEN
            and not hold.is_followed_up
            and left.get(hold.seq)
            and not any(other.is_promise and other.seq > (hold.ended_by or 0) for other in self.holds)
        )

    @property
    def unpaid(self) -> dict[int, Money]:
        """What is still to come for each promise, by its number."""
        return unpaid(self.holds, self.settled)

    @property
    def has_open_matter(self) -> bool:
        """True where a hold stands, or where the customer is yet to be told how a dispute ended."""
        return any(hold.end is None or hold.is_end_untold for hold in self.holds) or bool(self.promises)

    @property
    def held_until(self) -> date | None:
        """The last day of a person's hold."""
        hold = self._standing(HoldKind.STAFF)
        return hold.until if hold else None

    def held_on(self, today: date) -> tuple[HeldPart, ...]:
        """What each hold keeps from being asked for, disputes first; together never more than is open."""
        if not self.holds:
            return ()
        left, parts, promised = self.open, [], self.unpaid
        standing = [*self.promises, *(hold for hold in self.holds if not (hold.end or hold.is_promise))]
        for hold in sorted(standing, key=lambda hold: (_ORDER[hold.kind], hold.until or today, hold.seq)):
            if (hold.until and hold.until < today) or left.minor <= 0:
                continue
            wanted = promised.get(hold.seq, hold.amount)
            amount = left if wanted is None else min(wanted, left)
            if amount:
                parts.append(HeldPart(hold=hold, amount=amount))
                left -= amount
        return tuple(parts)

    def status_on(self, today: date) -> str:
        """Contract section 5: open, paid, disputed or promised; a promise holds until its day has passed."""
        if not self.open:
            return "paid"
        if self.disputed:
            return "disputed"
        return "promised" if self.promises_on(today) else "open"

    def _standing(self, kind: HoldKind) -> Hold | None:
        if not self.holds:  # few items have any, and figures go through all
            return None
        return next((hold for hold in self.holds if hold.kind is kind and hold.end is None), None)

    def _of_open(self, hold: Hold | None) -> Money | None:
        if hold is None or self.open.minor <= 0:
            return None
        return self.open if hold.amount is None else min(hold.amount, self.open)


_ORDER: Final = {
    HoldKind.DISPUTE: 0,
    HoldKind.PROMISE: 1,
    HoldKind.INSTALMENT: 1,
    HoldKind.STAFF: 2,
}


class Anchors(Protocol):
    """The ledger's numbers, as the reader asks for them. Look-ups take the same time in a large ledger."""

    def number(self, text: str) -> Item | None:
        """The item whose number this is, spelling apart (ids.folded); zeros and letters count."""
        ...

    def shortened(self, text: str) -> tuple[Item, ...]:
        """Items whose number this is with its beginning or end left out (4 characters at least): 10054 for INV-10054."""
        ...

    def looking_like(self, text: str) -> tuple[Item, ...]:
        """Items whose number looks like this in a picture (ids.lookalike): INV-1O054 for INV-10054."""
        ...

    def purchase_order(self, text: str) -> tuple[Item, ...]:
        """Items with this PO number, spelling apart."""
        ...

    def is_number_shaped(self, text: str) -> bool:
        """True where some number of the ledger has this shape: the same letters, digits in the same places."""
        ...

    def open_numbers(self, customer_id: str) -> Sequence[str]:
        """The numbers of a customer's open items, in no order."""
        ...


class NoLedger:
    """Anchors of an empty ledger: `remitd extract` without a home."""

    def number(self, text: str) -> Item | None:  # noqa: ARG002
        """None: there are no items."""
        return None

    def shortened(self, text: str) -> tuple[Item, ...]:  # noqa: ARG002
        """None at all."""
        return ()

    def looking_like(self, text: str) -> tuple[Item, ...]:  # noqa: ARG002
        """None at all."""
        return ()

    def purchase_order(self, text: str) -> tuple[Item, ...]:  # noqa: ARG002
        """None at all."""
        return ()

    def is_number_shaped(self, text: str) -> bool:  # noqa: ARG002
        """False: no shape is known."""
        return False

    def open_numbers(self, customer_id: str) -> Sequence[str]:  # noqa: ARG002
        """None at all."""
        return ()
