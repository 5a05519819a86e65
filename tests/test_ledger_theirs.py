"""What is one customer's alone, and what would tell of another."""

from typing import Any

import pytest

from agent.facts.books import Books
from agent.facts.events import MessageReceived, MessageSorted, MessageStatus
from agent.facts.readings import Kind
from agent.ledger.theirs import theirs
from tests.ledger_builders import NOON, customer, folded_books, item


def _books(kind: Kind = Kind.OTHER, sender: str = "ap@c1.example") -> Books:
    return folded_books(
        customer("C1", bank_accounts=()),
        customer("C2"),
        customer("C3", emails=("shared@group.example", "ap@c1.example")),
        item("I1"),
        item("I2", customer_id="C2"),
        MessageReceived(mail_id="M1", mailbox="in", key="1", sha256="0" * 64, size=1),
        MessageSorted(
            mail_id="M1", message_id="<1@c1.example>", sender=sender, author=sender, subject="", received_at=NOON,
            kind=kind, status=MessageStatus.HANDLED, language="en", customer_id="C1", content_id="", why=(),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("data", "names_others"),
    [
        ("C1 owes I1", False),
        ("the name fits C1 and C2", True),
        ("the name fits C1 and C2.", True),
        ({"why": ["names I2 (of another)"]}, True),
        ({"to": ["ap@c2.example"]}, True),
        ({"to": ["AP@C2.example"]}, True),
        ({"to": ["ap@c1.example"]}, False),  # on file for C1 too
        ({"to": ["stranger@elsewhere.example"]}, False),
        (
            {"payment": {"claim": {"lines": [{"invoice": "I2"}]}, "customer_id": "C1"}},
            False,
        ),  # their own words
        ({"payment": {"claim": {}, "customer_id": "C2"}}, True),
        ({"note": "I22 and XC2"}, False),
        ({"amount": 2, "none": None, "yes": True}, False),
    ],
)
def test_data_names_others_by_id_address_or_item(data: Any, names_others: bool) -> None:
    assert theirs(_books(), "C1").names_others(data) is names_others


@pytest.mark.parametrize(
    ("kind", "sender", "is_shared"),
    [
        (Kind.OTHER, "ap@c1.example", False),
        (Kind.OTHER, "stranger@elsewhere.example", False),
        (Kind.OTHER, "ap@c2.example", True),
        (Kind.BANK_STATEMENT, "bank@bank.example", True),  # also where all that was read of it is theirs
    ],
)
def test_a_message_is_shared_that_tells_of_others(kind: Kind, sender: str, is_shared: bool) -> None:
    found = theirs(_books(kind, sender), "C1")
    assert found.messages == ("M1",)
    assert bool(found.shared) is is_shared
