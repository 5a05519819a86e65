"""An invoice imported again: corrected where it stays valid, else reported; a vanished one is asked about, never closed."""

from dataclasses import fields, replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.ledger import Item
from agent.ledger import fold
from agent.ledger.differences import changes, missing
from agent.match.discount import earned
from agent.money import Money
from agent.rules.matching import MatchingRules
from tests.ledger_builders import NOON, customer, folded_books, item
from tests.test_ledger_fold import cash, paid

Case = dict[str, Any]


def ledger(amount: str = "100.00 USD", applied: str | None = None, po_no: str | None = None) -> Books:
    first = item("I1", amount, open_at_import=Money.parse(amount), po_no=po_no)
    return folded_books(
        customer(),
        customer("C2"),
        first,
        item("I2"),
        *(
            (paid("P1", "500.00 USD"), cash("P1", "I2", "50.00"), cash("P1", "I1", applied))
            if applied
            else ()
        ),
    )


def theirs(ours: Item, said: Case) -> Item:
    """The file's row, as it is read: wholly open unless it says otherwise."""
    amount = Money.parse(said.get("amount", str(ours.billed)))
    left = Money.parse(said["open"]) if "open" in said else amount
    rest = {name: value for name, value in said.items() if name not in ("amount", "open")}
    return replace(item("I1", open_at_import=left), billed=amount, open=left, **rest)


def book(books: Books, events: list[e.Event]) -> None:
    for event in events:
        if not isinstance(event, e.InvoiceDiffered):
            fold.apply(
                books,
                e.Recorded(
                    seq=books.seq + 1,
                    at=NOON,
                    actor="t",
                    subject="",
                    event=event,
                    prev="",
                    hash=str(books.seq + 1),
                ),
            )


def shown(event: e.Event) -> list[str]:
    if isinstance(event, e.InvoiceDiffered):
        return [f"{event.field} {event.ours} {event.theirs}"]
    assert isinstance(event, e.InvoiceCorrected)
    pairs = ((getattr(event.was, field.name), getattr(event.now, field.name)) for field in fields(event.was))
    return [f"{event.invoice} {was} -> {now}" for was, now in pairs if was != now]


def test_corrections(case: Case) -> None:
    """Both sides of each boundary; the same file a second time books nothing more."""
    books = ledger(case.get("ours", "100.00 USD"), case.get("applied"), case.get("po_no"))
    row = theirs(books.items["I1"], case.get("file", {}))

    found = changes(books.items["I1"], row)
    book(books, found)

    assert case["said"] == [line for event in found for line in shown(event)]
    assert case["open"] == str(books.items["I1"].open)
    assert ("I1" in books.items_by_customer["C1"]) is bool(books.items["I1"].open)
    again = changes(books.items["I1"], row)
    assert not any(isinstance(event, e.InvoiceCorrected) for event in again)
    assert [event for event in found if isinstance(event, e.InvoiceDiffered)] == again


def test_a_correction_that_would_lose_cents_is_never_folded() -> None:
    books = ledger(applied="40.00")
    was = books.items["I1"].face
    now = replace(was, amount=Money.parse("39.99 USD"))

    with pytest.raises(AssertionError, match="billed"):
        book(books, [e.InvoiceCorrected(invoice="I1", was=was, now=now)])
    with pytest.raises(AssertionError, match="what it was not"):
        book(books, [e.InvoiceCorrected(invoice="I1", was=now, now=was)])


def test_a_disputed_part_can_t_be_more_than_a_correction_leaves() -> None:
    books = ledger()
    disputed = e.DisputeRecorded(invoice="I1", amount=Money.parse("90.00 USD"), reason="torn", mail_id=None)
    book(books, [disputed, *changes(books.items["I1"], theirs(books.items["I1"], {"amount": "30.00 USD"}))])

    assert "30.00 USD" == str(books.items["I1"].disputed)


def test_discount_after_a_correction_is_of_the_new_amount() -> None:
    books = ledger()
    books.items["I1"] = replace(books.items["I1"], terms="2/10 n/30")
    book(books, changes(books.items["I1"], theirs(books.items["I1"], {"amount": "200.00 USD"})))

    assert "4.00 USD" == str(
        earned(books.items["I1"], date(2026, 10, 5), MatchingRules(relative=Fraction(0)))
    )


def test_a_corrected_po_number_is_found_and_the_old_one_no_more() -> None:
    books = ledger()
    book(books, changes(books.items["I1"], theirs(books.items["I1"], {"po_no": "PO 8"})))
    book(books, changes(books.items["I1"], theirs(books.items["I1"], {"po_no": "PO 9"})))

    assert ["I1"] == [one.invoice_no for one in books.anchors.purchase_order("PO-9")]
    assert () == books.anchors.purchase_order("PO-8")


@pytest.mark.parametrize(
    ("seen", "left_out", "is_full", "expected"),
    [
        (["I1"], [], True, ["I2 is not in f.csv"]),
        (["I1"], [], False, []),
        (["I1", "I2"], [], True, []),
        (["I1"], [("I2", "Cancelled")], False, ["I2 is cancelled in f.csv"]),
        (["I1"], [("I2", "Draft")], True, ["I2 is draft in f.csv"]),
        (["I1", "I2"], [("I2", "Draft")], True, []),
        ([], [("I9", "Draft")], False, []),
    ],
)
def test_an_open_item_that_is_not_there_is_asked_about_once_until_it_is_found(
    seen: list[str], left_out: list[tuple[str, str]], is_full: bool, expected: list[str]
) -> None:
    books = ledger()

    found = missing(books, seen, left_out=left_out, file="f.csv", is_full=is_full)
    book(books, [event for _, event in found])

    assert expected == [
        f"{event.invoice} {event.why}" for _, event in found if isinstance(event, e.ItemMissing)
    ]
    assert "100.00 USD" == str(books.items["I2"].open), "never closed"
    assert [] == missing(books, seen, left_out=left_out, file="f.csv", is_full=is_full), "asked once"
    if expected:
        assert [e.ItemFound(invoice="I2")] == changes(books.items["I2"], replace(item("I2")))


def test_a_settled_item_is_not_missing() -> None:
    books = ledger(applied="100.00")

    assert [] == missing(books, ["I2"], left_out=[("I1", "Cancelled")], file="f.csv", is_full=True)
