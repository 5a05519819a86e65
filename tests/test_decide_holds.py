"""What keeps an amount of an item from being asked for, where several things hold it at once."""

from decimal import Decimal

from agent.decide.holds import held_amounts
from agent.facts import events as e
from agent.facts.payments import Code, Difference, Origin, Payment, Status
from agent.facts.readings import PaidLine, PaymentRead
from agent.money import Money
from tests.ledger_builders import customer, folded_books, item


def payment(payment_id: str, amount: str, status: Status, *differences: Difference) -> list[e.Event]:
    """A payment for I1, and what was decided of it."""
    line = PaidLine(invoice="I1", amount=Decimal(amount))
    read = PaymentRead(amount=Decimal(amount), currency="USD", paid_on=None, lines=(line,))
    record = Payment(
        payment_id=payment_id, mail_id="M1", message_id="", origin=Origin.ADVICE, customer_id="C1", claim=read,
        amount=Money.of(amount, "USD"),
    )  # fmt: skip
    decided = e.PaymentDecided(payment_id=payment_id, status=status, because=(), differences=differences)
    return [e.PaymentRecorded(payment=record), decided]


def test_what_is_told_and_what_was_withheld_add_up() -> None:
    withheld = Difference(
        code=Code.DEDUCTION, invoice="I1", difference=Money.parse("10.00 USD"), reason="damage"
    )
    of_one = payment("P1", "60.00", Status.UNAPPLIED, withheld)
    told = payment("P2", "20.00", Status.ADVISED)

    def held(*events: e.Event) -> dict[str, Money | None]:
        return held_amounts(folded_books(customer(), item("I1"), *events))

    assert {"I1": Money.parse("10.00 USD")} == held(*of_one)
    assert {"I1": Money.parse("20.00 USD")} == held(*told)
    assert {"I1": Money.parse("30.00 USD")} == held(*of_one, *told) == held(*told, *of_one)
    assert {"I1": None} == held(*told, *payment("P3", "5.00", Status.ADVISED)), "they may be one"
