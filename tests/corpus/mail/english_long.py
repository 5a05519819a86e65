"""A long English list in columns of spaces: 26 invoices of three months, a subtotal for each, page breaks."""

from datetime import date, timedelta
from decimal import Decimal

from tests.corpus.mail.truth import Case, line, pay
from tests.corpus.mail.wire import Mail, text

HEAD = "Store  Bill        Billed on         Amount\n" + "-" * 42 + "\n"
PER_PAGE = 10


def bill(index: int) -> tuple[str, str, str]:
    """The invoice of that place: its number, day and amount, all by arithmetic."""
    day = date(2026, 1, 5) + timedelta(days=3 * index)
    amount = Decimal(9_437 + 7_919 * index % 61_403) / 100
    return f"QF{50107 + 13 * index}", str(day), f"{amount:.2f}"


BILLS = tuple(bill(index) for index in range(28))
PAID = BILLS[:26]  # two more are open


def body() -> str:
    made, month, months = [], "", Decimal(0)
    for place, (number, issued, amount) in enumerate(PAID):
        if month not in ("", issued[:7]):
            made.append(f"{'':14}subtotal {month}  {months:>12,.2f}\n")
            months = Decimal(0)
        if place and place % PER_PAGE == 0:
            made.append(f"\n                         Page {place // PER_PAGE + 1}\n{HEAD}")
        month, months = issued[:7], months + Decimal(amount)
        made.append(
            f"{place % 7 + 11:04}   {number:10}  {date.fromisoformat(issued):%d/%m/%Y}  {Decimal(amount):>12,.2f}\n"
        )
    made.append(f"{'':14}subtotal {month}  {months:>12,.2f}\n")
    return (
        "QUILLFEATHER STORES PLC - SUPPLIER PAYMENT ADVICE\n\nSupplier T0447  TIDEWELL INSTRUMENTS\n"
        "Paid by Faster Payment on 24/03/2026, our ref QS-FP-26083-11, GBP\n\n"
        + HEAD
        + "".join(made)
        + "=" * 42
        + f"\n{'':14}TOTAL PAID        {total():>12,.2f}\n"
    )


def total() -> Decimal:
    return sum((Decimal(amount) for _, _, amount in PAID), Decimal(0))


CASES = (
    Case(
        name="en-long-list-subtotals",
        layout="text-long-list",
        producer="accounts-payable program",
        language="en",
        mail=Mail(
            sender=("Quillfeather Payables", "payables@quillfeather.example"),
            subject="Payment advice QS-FP-26083-11",
            date="2026-03-24T05:30:00+00:00",
            part=text(body(), "us-ascii", encoding="7bit"),
            more=("Auto-Submitted: auto-generated",),
        ),
        kind="remittance",
        customer="K111",
        payments=(
            pay(
                f"{total():.2f}",
                "GBP",
                *(line(number, amount) for number, _, amount in PAID),
                payer="Quillfeather Stores plc",
                date="2026-03-24",
                method="wire",
                reference="QS-FP-26083-11",
            ),
        ),
    ),
)
