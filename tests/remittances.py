"""Draws remittances: what a customer pays, of what it owes us, beside other customers who number otherwise."""

import string
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from hypothesis import strategies as st

from agent.facts.ledger import Customer, Item
from agent.money import Money

ZERO: Final = Decimal("0.00")
# How numbers look: what stands before the running number, how many digits it has, what follows.
SCHEMES: Final = (
    ("INV-", 4, ""), ("INV", 6, ""), ("", 5, ""), ("", 8, ""), ("SI/10/00", 4, ""), ("2450200000008811", 4, ""),
    ("R2026-", 4, ""), ("0", 7, ""), ("F", 6, ""), ("2026/", 5, ""), ("HB-26-", 5, "-A"), ("QN", 5, "/26"), ("RE ", 6, ""),
)  # fmt: skip
CURRENCIES: Final = {"en": ("USD", "GBP", "EUR", "CHF"), "de": ("EUR", "CHF"), "zh": ("CNY",)}
_cents = st.one_of(st.integers(100, 99_999), st.integers(100_000, 99_999_999))


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidItem:
    """What is paid against one document."""

    number: str
    gross: Decimal
    discount: Decimal = ZERO
    deduction: Decimal = ZERO
    left: Decimal = ZERO  # not paid, and nothing said of it

    @property
    def paid(self) -> Decimal:
        """Net of what is withheld."""
        return self.gross - self.discount - self.deduction - self.left


@dataclass(frozen=True, slots=True, kw_only=True)
class Remittance:
    """What is true: who pays what, when, under which reference."""

    payer: str
    items: tuple[PaidItem, ...]
    currency: str
    paid_on: date
    reference: str

    @property
    def total(self) -> Decimal:
        """What is paid in all."""
        return sum((item.paid for item in self.items), ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """Our ledger: the first customer is the payer, and its first items are those that are paid."""

    customers: tuple[Customer, ...]
    items: tuple[Item, ...]


@st.composite
def remittances(draw: st.DrawFn, currencies: Sequence[str], most_lines: int = 40) -> tuple[Remittance, Owed]:
    """A remittance, and a ledger in which all of it is open."""
    currency = draw(st.sampled_from(currencies))
    count = draw(st.one_of(st.integers(1, 6), st.integers(1, most_lines)))
    owed = draw(_ledgers(currency, count))
    paid = draw(_paid([item for item in owed.items if item.customer_id == "C0"][:count]))
    shape = draw(st.sampled_from(["TRN-{}", "FT{}X9", "47{}", "WR {}"]))
    return Remittance(
        payer=owed.customers[0].name, items=tuple(paid), currency=currency,
        paid_on=date(2026, 11, 1) + timedelta(days=draw(st.integers(0, 18))),
        reference=shape.format(draw(st.integers(100_000, 999_999))),
    ), owed  # fmt: skip


@st.composite
def _ledgers(draw: st.DrawFn, currency: str, count: int) -> Owed:
    schemes = draw(st.lists(st.sampled_from(SCHEMES), min_size=2, max_size=4, unique=True))
    items: list[Item] = []
    for place, scheme in enumerate(schemes):
        amounts = draw(st.lists(_cents, min_size=count + 2, max_size=count + 2) if not place else _three)
        numbers = draw(_numbers(scheme, len(amounts)))
        items += [
            _item(number, f"C{place}", minor, currency)
            for number, minor in zip(numbers, amounts, strict=True)
        ]
    if count > 1 and draw(st.integers(0, 3)) == 0:  # the last of what is paid is a credit note
        most = sum(item.open.minor for item in items[: count - 1])
        minor = draw(st.integers(1, min(most - 1, 500_000)))
        items[count - 1] = _item(f"CM-{draw(st.integers(3000, 9999))}", "C0", -minor, currency)
    customers = [_customer(place, currency) for place in range(len(schemes))]
    return Owed(customers=tuple(customers), items=tuple(items))


_three = st.lists(_cents, min_size=3, max_size=3)


def _customer(place: int, currency: str) -> Customer:
    return Customer(
        customer_id=f"C{place}", name=f"{string.ascii_uppercase[place] * 2}nova Trading Ltd", aliases=(),
        emails=(f"ap@c{place}.example",), bank_accounts=(), language=None, currency=currency, terms=None,
        credit_limit=None, parent_id=None, time_zone=None,
    )  # fmt: skip


def _item(number: str, customer_id: str, minor: int, currency: str) -> Item:
    money = Money(minor, currency)
    return Item(
        invoice_no=number, customer_id=customer_id, issued_on=date(2026, 9, 14), due_on=date(2026, 10, 14),
        billed=money, open=money, po_no=None, terms=None,
    )  # fmt: skip


@st.composite
def _numbers(draw: st.DrawFn, scheme: tuple[str, int, str], count: int) -> list[str]:
    """Numbers of one scheme; their first digit is none of a year's, or plain digits may be a day."""
    before, places, after = scheme
    low = 10 ** (places - 1)
    running = draw(st.lists(st.integers(3 * low, 10 * low - 1), min_size=count, max_size=count, unique=True))
    return [f"{before}{number:0{places}}{after}" for number in running]


@st.composite
def _paid(draw: st.DrawFn, items: Sequence[Item]) -> list[PaidItem]:
    """All of each item, or less: what is withheld is said, in all lines alike."""
    kinds = draw(
        st.sampled_from([(), (), ("discount",), ("deduction",), ("discount", "deduction"), ("left",)])
    )
    paid = []
    for item in items:
        gross = item.open.decimal
        most = 0 if item.is_credit else int(gross.scaleb(2)) // 20
        less = {kind: Decimal(draw(st.integers(0, most))).scaleb(-2) for kind in kinds}
        paid.append(PaidItem(number=item.invoice_no, gross=gross, **less))
    total = sum((one.paid for one in paid), ZERO)
    return paid if total > 0 else [PaidItem(number=one.number, gross=one.gross) for one in paid]
