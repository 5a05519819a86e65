"""Lists of customers and invoices as bookkeeping programs export them: what is taken, left out, noted, and refused."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from agent.errors import AgentError
from agent.facts.books import Books
from agent.facts.events import CustomerAdded, InvoiceCorrected, InvoiceDiffered
from agent.ledger import feed
from agent.rules.feeds import FeedRules, load_feeds
from tests.ledger_builders import customer, folded_books, item

RULES = Path(__file__).parents[1] / "rules"
Case = dict[str, Any]


def known() -> Books:
    return folded_books(
        customer("C1", name="Acme Ltd", currency=None),
        customer("C2", name="Bolt GmbH", aliases=("博尔特",), currency="EUR"),
        customer("C3", name="Twin Ltd"),
        customer("C4", name="Twin  LTD", aliases=("Twin Two",), terms=None),
    )


def rules_with(mapping: str, folder: Path) -> FeedRules:
    shipped = (RULES / "feeds.toml").read_text(encoding="utf-8")
    (folder / "feeds.toml").write_text(shipped + mapping, encoding="utf-8")
    return load_feeds(folder)


def fed(case: Case, what: str, books: Books, folder: Path) -> feed.Fed:
    rows = list(csv.reader(io.StringIO(case["file"].lstrip("\n"))))
    table = feed.read_table(
        rows,
        what=what,
        file="list.csv",
        rules=rules_with(case.get("rules", ""), folder),
        books=books,
        home_currency=lambda: "USD",
    )
    if what == "customers":
        return feed.customers(table, file="list.csv", books=books)
    return feed.invoices(table, file="list.csv", books=books, is_full=False)


def check(case: Case, what: str, books: Books, folder: Path) -> None:
    if "error" in case:
        with pytest.raises(AgentError) as caught:
            fed(case, what, books, folder)
        assert str(caught.value).startswith("list.csv: ")
        assert case["error"] in str(caught.value)
        assert "\n" not in str(caught.value)
        return
    found = fed(case, what, books, folder)
    assert case["rows"] == shown(found)
    assert case.get("left_out", []) == [" ".join(one) for one in found.left_out]
    assert case.get("notes", []) == list(found.notes)


def shown(found: feed.Fed) -> list[str]:
    if found.items:
        return [
            f"{one.invoice_no} {one.customer_id} {one.issued_on} {one.due_on} {one.billed} {one.open.amount}"
            for one in found.items
        ]
    records = [event.customer for _, event in found.events if isinstance(event, CustomerAdded)]
    return [
        "|".join(
            (
                one.customer_id,
                one.name,
                ";".join(one.emails),
                one.language or "",
                one.currency or "",
                one.terms or "",
            )
        )
        for one in records
    ]


def test_feed_lists(case: Case, tmp_path: Path) -> None:
    """Invoices of each program, both sides of each rule."""
    check(case, "invoices", known(), tmp_path)


def test_feed_customer_lists(case: Case, tmp_path: Path) -> None:
    """Customers of each program."""
    check(case, "customers", folded_books(), tmp_path)


def test_a_list_without_amounts_corrects_none(tmp_path: Path) -> None:
    heads = "ContactName,InvoiceNumber,InvoiceDate,DueDate,Amount due,Currency"
    case = {"file": f"{heads}\nAcme Ltd,I1,2026-10-01,2026-10-31,60.00,USD\n"}
    books = folded_books(customer("C1", name="Acme Ltd"), item("I1"))

    found = fed(case, "invoices", books, tmp_path)

    assert [("open_amount", "100.00 USD", "60.00 USD")] == [
        (event.field, event.ours, event.theirs)
        for _, event in found.events
        if isinstance(event, InvoiceDiffered)
    ]
    assert 1 == len(found.events)


def test_a_list_without_due_dates_corrects_none(tmp_path: Path) -> None:
    heads = "ContactName,InvoiceNumber,InvoiceDate,Total,Currency"
    case = {"file": f"{heads}\nAcme Ltd,INV-1,2026-10-03,120.00,USD\n"}
    booked = item("INV-1", due_on=date(2027, 1, 15), issued_on=date(2026, 10, 3))
    books = folded_books(customer("C1", name="Acme Ltd"), booked)

    (event,) = (event for _, event in fed(case, "invoices", books, tmp_path).events)

    assert isinstance(event, InvoiceCorrected)
    assert ("120.00 USD", date(2027, 1, 15)) == (str(event.now.amount), event.now.due_on)


def test_feed_rules(case: Case, tmp_path: Path) -> None:
    """A bad file names itself, the key and what was expected."""
    with pytest.raises(AgentError) as caught:
        rules_with(case["mapping"].replace("\\n", "\n"), tmp_path)

    assert f"{tmp_path / 'feeds.toml'}: {case['error']}" in str(caught.value)
