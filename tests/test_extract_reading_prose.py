"""A payment counts only when a text affirms it as made or ordered, to us, of the documents that it names as paid."""

from decimal import Decimal
from typing import Any

import pytest

from agent.extract.read import read_mail
from agent.extract.reading.direction import is_ours
from agent.facts.readings import Kind, PaymentRead, StructuredRead
from agent.ledger.numbers import Numbers
from agent.rules.vocabulary import Vocabulary
from tests.test_extract_read import LOADED, OWN_NAMES, _mail, _payment, _read


@pytest.fixture(scope="module")
def ledger() -> Numbers:
    return LOADED[0]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return LOADED[1]


@pytest.mark.table("reading_prose")
def test_only_what_is_affirmed_as_paid_is_read_as_paid(
    case: dict[str, Any], ledger: Numbers, vocabulary: Vocabulary
) -> None:
    case = {"subject": "Payment advice", **case}
    reading = _read(case, ledger, vocabulary)
    wanted = case.get("payments", [])
    got = [_payment(payment) for payment in reading.payments]
    shown = [{key: payment[key] for key in want} for payment, want in zip(got, wanted, strict=False)]
    assert (shown, len(got)) == (wanted, len(wanted))
    assert reading.kind.value == case.get("kind", "remittance" if wanted else "other")
    if "warns" in case:
        assert any(case["warns"] in warning for warning in reading.warnings)
    promises = [f"{one.invoice} {one.promised_on}" for one in reading.promises]
    assert promises == case.get("promises", [])


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("HARBOUR SUPPLY CO", True),
        ("Harbor Supply Co.", True),
        ("Harbour Supply", True),
        ("海港供应有限公司", True),
        ("海港供應有限公司", True),
        ("海港供应有限公司深圳分公司", True),
        ("Harvest Foods Co.", False),
        ("Rival Supply Co.", False),
        ("南方五金有限公司", False),
        ("海港五金有限公司", False),
    ],
)
def test_a_payee_is_us_in_any_spelling_of_our_names(name: str, ours: bool) -> None:
    assert is_ours(name, OWN_NAMES) is ours


def test_a_name_in_a_script_that_we_have_no_name_in_says_nothing() -> None:
    assert is_ours("南方五金有限公司", ("Harbour Supply Co.",))
    assert not is_ours("南方五金有限公司", ("Harbour Supply Co.",), unknown=False)


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("海港传动科技（无锡）有限公司", True),
        ("海港传动科技有限公司", True),
        ("海港传动有限公司", True),
        ("海港传动（无锡）有限公司", True),
        ("无锡海港传动科技有限公司", True),
        ("海港传动科技（无锡）有限公司常州分公司", True),
        ("海港传动财务部", True),
        ("海港传动设备（常州）有限公司", False),
        ("海港传动物流有限公司", False),
        ("Harbour Drives Ltd", True),
        ("Harbour Drives (Wuxi) Co., Ltd", True),
        ("Harbour Logistics Ltd", False),
    ],
)
def test_a_firm_whose_name_begins_as_ours_is_another_firm(name: str, ours: bool) -> None:
    own = ("海港传动科技（无锡）有限公司", "海港传动", "Harbour Drives (Wuxi) Co., Ltd.", "Harbour")
    assert is_ours(name, own) is ours


@pytest.mark.parametrize(("payee", "count"), [("Harbour Supply", 1), (None, 1), ("Rival Metals Ltd", 0)])
def test_a_payment_order_to_another_is_not_read(
    payee: str | None, count: int, ledger: Numbers, vocabulary: Vocabulary
) -> None:
    payment = PaymentRead(amount=Decimal("780.00"), currency="USD", paid_on=None, payee=payee)
    file = StructuredRead(part="order.xml", kind=Kind.REMITTANCE, payments=(payment,))
    reading = read_mail(
        _mail({"body": "Order attached."}), (), (), (file,), ledger=ledger, senders=("ACME",), vocabulary=vocabulary,
        own_names=OWN_NAMES,
    )  # fmt: skip
    assert len(reading.payments) == count
    assert bool(reading.warnings) is (count == 0)


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("Order attached.", 1),
        ("The attached transfer was rejected by our bank, we will pay again.", 0),
        ("This is a test, please ignore.", 0),
        ("Please note that this payment has not been executed yet, it is waiting for approval.", 0),
    ],
)
def test_a_file_counts_only_where_its_mail_does_not_take_it_back(
    body: str, count: int, ledger: Numbers, vocabulary: Vocabulary
) -> None:
    payment = PaymentRead(amount=Decimal("780.00"), currency="USD", paid_on=None)
    file = StructuredRead(part="order.xml", kind=Kind.REMITTANCE, payments=(payment,))
    reading = read_mail(
        _mail({"body": body}), (), (), (file,), ledger=ledger, senders=("ACME",), vocabulary=vocabulary,
        own_names=OWN_NAMES,
    )  # fmt: skip
    assert (len(reading.payments), bool(reading.disagreements)) == (count, count == 0)
