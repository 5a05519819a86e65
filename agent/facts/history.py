"""What customers did: by which day whose cash came for which item, and how late an item that is settled was paid."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from agent.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Cash of one payment that settles an item, or a part of it."""

    payment_id: str
    amount: Money  # cash alone, without discount and write-off
    told_on: (
        date  # the payment's day by its payer's word; where it names none, the day on which it was applied
    )
    cleared_on: date | None  # the bank's day

    @property
    def paid_on(self) -> date:
        """The bank's day, else the payer's word."""
        return self.cleared_on or self.told_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """All cash that came for one invoice and still counts; credit notes have none."""

    invoice_no: str
    receipts: tuple[Receipt, ...]  # one a payment, in the order in which they were applied

    @property
    def last_on(self) -> date:
        """The day of the latest of them."""
        return max(receipt.paid_on for receipt in self.receipts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """An invoice with nothing open, and the cash that settled it; one that was written off whole is none."""

    invoice_no: str
    issued_on: date
    due_on: date  # as the books have it now
    billed: Money
    receipts: tuple[Receipt, ...]
    settled_on: date  # the day of the last receipt

    @property
    def days_late(self) -> Fraction:
        """Days from the due date to each receipt, weighted by its cash; negative: early."""
        cash = sum(receipt.amount.minor for receipt in self.receipts)
        late = sum(receipt.amount.minor * (receipt.paid_on - self.due_on).days for receipt in self.receipts)
        return Fraction(late, cash)

    @property
    def cash(self) -> Money:
        """What came for it; billed without discounts, credit notes and write-offs."""
        return Money(sum(receipt.amount.minor for receipt in self.receipts), self.billed.currency)
