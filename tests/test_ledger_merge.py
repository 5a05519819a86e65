"""A customer merged into another: who may be, what counts for whom then, and a checkpoint that says the same as the journal."""

from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.events import CustomerChanged, InvoiceAdded
from agent.facts.letters import Letter, LetterKind, LetterStatus
from agent.facts.payments import Code
from agent.ledger import feed
from agent.ledger.merge import why_not
from agent.ledger.numbers import Numbers
from agent.ledger.restore import restore
from agent.store.tinydb_views import TinyDbViews
from tests.ledger_builders import NOON, customer, events_of, folded_books, item, keeper
from tests.test_ledger_fold import cash, paid

Case = dict[str, Any]


def plain(customer_id: str, **said: Any) -> Any:
    return customer(customer_id, **({"currency": None} | said))


def test_merge_refused(case: Case) -> None:
    """Refused where currencies or parents make it impossible, both sides of each."""
    records = [
        plain("OLD", **case.get("old", {})),
        plain("MID", **case.get("mid", {})),
        plain("NEW", **case.get("new", {})),
    ]

    refused = why_not(folded_books(*records), *case.get("merge", ["OLD", "NEW"]))

    assert case.get("error", "") in (refused or "")
    assert ("error" in case) is (refused is not None)


def letter() -> Letter:
    return Letter(
        letter_id="L-1", kind=LetterKind.DUNNING, mail_id=None, customer_id="C2", to=("ap@c2.example",), cc=(),
        subject="s", language="en", invoices=("I2",), payment_ids=(), level=1, codes=(), status=LetterStatus.HELD,
        created_at=datetime(2026, 11, 1, tzinfo=UTC), message_id="<l@x>", in_reply_to=None, sha256="0" * 64,
        item_levels=(("I2", 1),), asked=(),
    )  # fmt: skip


def history() -> list[e.Event]:
    """C2 has an open and a settled item, a payment, a letter, a query, a child, accounts; then it is merged into C1."""
    mine = paid("P1", "150.00 USD")
    query = e.QueryRaised(
        letter_id="L-1", payment_ids=("P1",), invoices=("I2",), codes=(Code.SHORT_PAYMENT,), customer_id="C2"
    )
    return [
        *events_of(
            customer("C1", aliases=("One",)),
            customer(
                "C2",
                bank_accounts=("DE89 3704 0044 0532 0130 00",),
                aliases=("Two", "One"),
                emails=("ap@c2.example", "ap@c1.example"),
            ),
            customer("C3", parent_id="C2"),
            item("I1"),
            item("I2", customer_id="C2", po_no="PO 1"),
            item("I3", customer_id="C2"),
        ),
        mine,
        e.PayerDecided(payment_id="P1", customer_id="C2"),
        cash("P1", "I3", "100.00"),
        e.LetterQueued(letter=letter()),
        query,
        e.CustomerMerged(customer_id="C2", into="C1", why="one firm"),
    ]


def same(books: Books) -> dict[str, object]:
    """Books to compare: indexes without the order in which they grew."""
    result: dict[str, object] = {}
    for name in (field.name for field in fields(books) if field.compare):
        value = getattr(books, name)
        if isinstance(value, Numbers) or name == "renamed":
            continue
        if isinstance(value, dict) and all(isinstance(known, list) for known in value.values()):
            value = {key: sorted(known) for key, known in value.items() if known}
        result[name] = value
    return result


def test_everything_of_the_old_customer_counts_for_the_survivor() -> None:
    books = folded_books(*history())
    one = books.customers["C1"]

    assert ["C1", "C3"] == sorted(books.customers)
    assert ("One", "C2 Trading Ltd", "Two") == one.aliases
    assert (("ap@c1.example", "ap@c2.example"), ("DE89 3704 0044 0532 0130 00",)) == (
        one.emails,
        one.bank_accounts,
    )
    assert ["I1", "I2"] == [open_item.invoice_no for open_item in books.open_items("C1")]
    assert "C1" == books.items["I3"].customer_id, "also what is settled"
    assert ["P1"] == books.payments_by_customer["C1"]
    assert "C1" == books.letters["L-1"].customer_id == books.queries["L-1"].raised.customer_id
    assert {"C1", "C3"} == books.speaks_for("C1")
    assert ("C1",) == books.customers_for("ap@c2.example", frozenset())
    assert ("C1",) == books.customers_for("new@c2.example", frozenset())
    assert ["C1"] == books.customers_by_account["DE89370400440532013000"]
    assert not any(
        "C2" in known
        for index in (books.customers_by_email, books.customers_by_domain)
        for known in index.values()
    )
    assert "C1" == books.survivor("C2")


def test_a_checkpoint_after_a_merge_a_correction_and_an_export_is_the_replay(tmp_path: Path) -> None:
    was = item("I2", po_no="PO 1").face
    more: list[e.Event] = [
        e.InvoiceCorrected(invoice="I2", was=was, now=item("I2", "130.00 USD", po_no="PO 2").face),
        e.ItemMissing(invoice="I2", open=item("I2", "130.00 USD").open, why="is not in f.csv"),
        cash("P1", "I1", "20.00"),
        e.CustomerAdded(customer=customer("C4")),
        e.CustomerMerged(customer_id="C1", into="C4", why="again"),
    ]
    with keeper(tmp_path) as books:
        with books.commit(NOON, "test") as commit:
            for event in (*history(), *more):
                commit.add("x", event)
            keys = tuple(commit.books.postings)
            exported = e.ApplicationsExported(
                batch="B-2026-0001", form="csv", sha256="0" * 64, lines_sha256="1" * 64, keys=keys[:1]
            )
            commit.add("B-2026-0001", exported)
        books.checkpoint()
        live = same(books.books)
    saved = TinyDbViews(tmp_path / "books.json").load()
    assert saved is not None
    position, records = saved

    restored = restore(records, seq=position.seq, head=position.head)

    assert live == same(restored)
    assert {"C1": "C4", "C2": "C4"} == {name: merged.into for name, merged in restored.merged.items()}
    assert restored.items["I2"].missing_at == NOON
    assert ["I2"] == [one.invoice_no for one in restored.anchors.purchase_order("PO 2")]
    with keeper(tmp_path) as again:
        assert live == same(again.catch_up())


def fed(what: str, text: str, books: Books) -> feed.Fed:
    rows = [line.split(",") for line in text.split()]
    table = feed.read_table(rows, what=what, file="f.csv", rules=None, books=books, home_currency=str)
    if what == "customers":
        return feed.customers(table, file="f.csv", books=books)
    return feed.invoices(table, file="f.csv", books=books, is_full=False)


def test_a_file_that_still_has_the_old_customer_counts_for_the_survivor_and_says_so() -> None:
    books = folded_books(*history())
    row = "I9,C2,2026-10-01,2026-10-31,USD,10.00"

    found = fed("invoices", f"invoice_no,customer_id,issue_date,due_date,currency,amount {row}", books)

    (event,) = (event for _, event in found.events)
    assert isinstance(event, InvoiceAdded)
    assert "C1" == event.item.customer_id
    assert ("C2 was merged into C1: its rows count for that",) == found.notes


def test_customers_imported_after_a_merge_keep_what_the_old_one_brought() -> None:
    books = folded_books(
        customer("C1", name="One", language=None, currency=None, terms=None),
        customer("C2", name="Two", language=None, currency=None, terms=None),
        customer("C3", name="Three", language=None, currency=None, terms=None, emails=(), parent_id="C2"),
        e.CustomerMerged(customer_id="C2", into="C1", why="one firm"),
    )
    rows = {"C1": "C1,One,ap@c1.example,", "C2": "C2,Two,ap@c2.example,", "C3": "C3,Three,,C2"}

    def events(*names: str) -> list[e.Event]:
        text = " ".join(["customer_id,name,emails,parent_id", *(rows[name] for name in names)])
        return [event for _, event in fed("customers", text, books).events]

    assert [] == events("C1", "C2", "C3"), "the file of before, again"
    assert [] == events("C1")
    assert [] == events("C2")
    rows["C2"] = "C2,Two,new@c2.example,"
    (changed,) = events("C1", "C2")
    assert isinstance(changed, CustomerChanged)
    assert ("C1", ("ap@c1.example", "new@c2.example")) == (
        changed.customer.customer_id,
        changed.customer.emails,
    )


def test_dunning_waits_for_an_item_that_is_missing_and_not_for_the_others() -> None:
    from agent.decide.holds import still_due

    books = folded_books(
        customer(),
        item("I1"),
        item("I2"),
        e.ItemMissing(invoice="I1", open=item("I1").open, why="is not in f.csv"),
    )

    assert ["I2"] == list(still_due(books, ("I1", "I2"), date(2026, 11, 20)))
