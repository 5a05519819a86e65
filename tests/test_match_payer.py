"""Tests of agent.match.payer and agent.match.names: whose payment it is, and when it is nobody's."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from agent.ledger.index import add_customer
from agent.match import names as firm
from agent.match.payer import identify
from agent.rules.matching import load_matching
from tests.match_builders import books_of, customer_of, read_of

RULES = load_matching(Path(__file__).parents[1] / "rules")
Case = dict[str, Any]


def test_match_payer(case: Case) -> None:
    """Account, numbers, sender, name: those that agree, those that conflict, those that tie."""
    books = books_of(case)
    sender = case.get("sender", "")
    payer = identify(
        read_of(case["read"]),
        tuple(case.get("names", ())),
        books,
        sender=sender,
        sender_customers=books.customers_for(sender, frozenset()) if sender else (),
        is_staff_document=case.get("staff", False),
        own_names=("Harbour Supply Co.", "海港供应有限公司"),
        rules=RULES,
    )
    want = case["want"]
    short = {
        "id": payer.customer_id or "",
        "on_file": payer.is_sender_on_file,
        "proposed": list(payer.proposed),
        "numbers_alone": payer.is_by_numbers_alone,
        "why": payer.reasons[0],
        "reasons": len(payer.reasons),
        "says": list(payer.reasons),
    }
    assert {key: short[key] for key in want} == want


def test_match_names(case: Case) -> None:
    """Two spellings of one firm, and two firms."""
    assert firm.called((case["customer"],), case["spelled"], RULES) is case["same"]


def test_a_misspelt_name_is_found_among_five_thousand() -> None:
    books = books_of({"customers": []})
    for number in range(5_000):
        customer = customer_of(
            {
                "id": f"C{number}",
                "name": f"Firm{number} Trading{number % 71} Ltd",
                "aliases": [f"FT {number}"],
            }
        )
        add_customer(books, customer)
    read = replace(read_of({"amount": "1.00"}), payer="Firm4711 Tradng25", text="")
    payer = identify(
        read, (), books, sender="", sender_customers=(), is_staff_document=False, own_names=(), rules=RULES
    )
    assert payer.customer_id == "C4711"
