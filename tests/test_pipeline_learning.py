"""Payers and older numbers are learnt from what a person confirmed, count as on file, and can be taken back."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from agent import app
from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.learnt import LearntKind
from agent.facts.payments import Origin, Payment, Status
from agent.facts.readings import PaymentRead
from agent.ledger import feed
from agent.ledger.restore import restore
from agent.money import Money
from agent.pipeline import learning, staff
from agent.pipeline.bookkeeping import Bookkeeper
from agent.pipeline.importing import import_file
from agent.pipeline.learning import Teaching
from agent.store.tinydb_views import TinyDbViews
from tests.desks import WorkedHome, assert_conserved, default_policy, readers, worked_home
from tests.ledger_builders import NOON, customer, events_of, item, keeper

TEACHING = Teaching(rules=default_policy("DE").matching, own_names=("Larkspur Castings Ltd", "云雀铸造"))
WHY = "the customer said so on the phone"


@pytest.fixture(scope="module", autouse=True)
def _readers() -> Iterator[None]:
    yield
    readers().close()
    readers.cache_clear()


def opened(books: Bookkeeper, case: dict[str, Any]) -> None:
    """The books of the table's head, with one payment that a person applied where the case does not say otherwise."""
    records = (
        customer("C1", name="Alpha Tools Ltd", bank_accounts=("DE89370400440532013000",)),
        customer("C2", name="Beta Works GmbH", aliases=("BW Group",), bank_accounts=("GB33BUKB20201555555555",)),
        customer("C3", name="Alpha Tools East", parent_id="C1"),
        item("I1"), item("X1", customer_id="C2"), item("K1", customer_id="C3"),
    )  # fmt: skip
    money = Money.parse("150.00 USD")
    read = PaymentRead(
        amount=money.decimal, currency="USD", paid_on=None, payer=case.get("payer"), payer_account=case.get("account")
    )  # fmt: skip
    payment = Payment(
        payment_id="P1", mail_id="M1", message_id="", origin=Origin.BANK, customer_id=None, amount=money, claim=read
    )  # fmt: skip
    with books.commit(NOON, "test") as commit:
        for event in events_of(*records):
            commit.add("x", event)
        commit.add("P1", e.PaymentRecorded(payment=payment))
        commit.add("P1", e.PaymentDecided(payment_id="P1", status=Status.REVIEW, because=()))
        if not case.get("nobody_decided"):
            staff.apply_payment(commit, "P1", {case.get("item", "I1"): "100.00"})
    with books.commit(NOON, "staff li.na@larkspur.example") as commit:
        for kind, value, owner in case.get("learnt", ()):
            lesson = learning.Lesson(kind=LearntKind(kind), value=value, customer_id=owner, payment_id="P0")
            learning.learn(commit, lesson, WHY)


def test_lessons(case: dict[str, Any], tmp_path: Path) -> None:
    """What may be learnt of a payment, and what may not; the rule is said before it counts."""
    kinds = frozenset(map(LearntKind, case.get("kinds", ())))
    with keeper(tmp_path) as books:
        opened(books, case)
        if "fault" in case:
            with pytest.raises(AgentError) as fault:
                learning.chosen(books.books, "P1", kinds, TEACHING)
            assert case["fault"] in str(fault.value)
            return
        offered = list(learning.offers(books.books, "P1", TEACHING))
        with books.commit(NOON, "staff") as commit:
            for lesson in learning.chosen(books.books, "P1", kinds, TEACHING):
                learning.learn(commit, lesson, WHY)

        assert case["want"] == [
            f"{one.kind} {one.value} {one.customer_id}" for one in books.books.learnt.values() if one.payment_id == "P1"
        ]  # fmt: skip
        assert case.get("offered", len(case["want"])) == len(offered)
        assert all("keep with: remitd learn P1 --" in line for line in offered)


def test_what_is_learnt_is_restored_from_a_checkpoint_as_it_is_folded_and_an_import_leaves_it(
    tmp_path: Path,
) -> None:
    with keeper(tmp_path) as books:
        opened(books, {"learnt": [("name", "Fordbank Factoring", "C1"), ("account", "6222020200112233445", "C1"),
                                  ("account", "1234567", "C2")]})  # fmt: skip
        with books.commit(NOON, "staff") as commit:
            learning.learn(commit, learning.older_number(commit.books, "ALT-77/19", "X1"), WHY)
            gone, *_ = (one for one in commit.books.learnt.values() if one.value == "1234567")
            learning.forget(commit, gone.learnt_id, WHY)
            changed = customer("C1", name="Alpha Tools Limited", bank_accounts=())
            commit.add("C1", e.CustomerChanged(customer=changed))
        books.checkpoint()
        kept = books.books
    saved = TinyDbViews(tmp_path / "books.json").load()
    assert saved is not None
    position, records = saved
    restored = restore(records, seq=position.seq, head=position.head)
    with keeper(tmp_path) as other:
        replayed = other.catch_up()

    for books_again in (kept, restored, replayed):
        assert books_again.learnt == kept.learnt
        assert books_again.learnt_names == kept.learnt_names
        assert books_again.learnt_accounts == kept.learnt_accounts
        found = books_again.anchors.number("alt 77-19")
        assert found
        assert found.invoice_no == "X1"
        assert ("Alpha Tools Limited", "Fordbank Factoring") == books_again.names_of("C1")
    assert [True, True, False, True] == [one.is_live for one in restored.learnt.values()]
    assert kept.learnt_accounts["1234567"] == []


@pytest.mark.parametrize(
    ("older", "invoice", "fault"),
    [
        ("ALT-9", "NONE", "no invoice of this home"),
        ("A-9", "I2", "too short"),
        ("ALTE", "I2", "too short"),
        ("inv 0007", "I2", "is the number of INV-0007 already"),
        ("OLD-1", "I2", "is the number of INV-0007 already"),
        ("PO-4711", "I2", "is a purchase order of INV-0007 already"),
        ("OLD-2", "INV-0007", "has the older number OLD-1 already"),
    ],
)
def test_an_older_number_means_one_invoice_and_an_invoice_has_one(
    older: str, invoice: str, fault: str, tmp_path: Path
) -> None:
    with keeper(tmp_path) as books:
        with books.commit(NOON, "staff") as commit:
            for event in events_of(customer(), item("INV-0007", po_no="PO 4711"), item("I2")):
                commit.add("x", event)
            learning.learn(commit, learning.older_number(commit.books, "OLD-1", "INV-0007"), WHY)
        with pytest.raises(AgentError, match=fault):
            learning.older_number(books.books, older, invoice)


def test_an_import_of_an_invoice_under_an_older_number_of_another_says_so(tmp_path: Path) -> None:
    rows = [
        ["invoice_no", "customer_id", "issue_date", "due_date", "currency", "amount"],
        ["OLD-1", "C1", "2026-10-01", "2026-10-31", "USD", "5.00"],
    ]
    with keeper(tmp_path) as books, books.commit(NOON, "staff") as commit:
        for event in events_of(customer(), item("INV-0007")):
            commit.add("x", event)
        learning.learn(commit, learning.older_number(commit.books, "OLD-1", "INV-0007"), WHY)
        table = feed.read_table(
            rows, what="invoices", file="i.csv", rules=None, books=commit.books, home_currency=str
        )
        with pytest.raises(AgentError, match=r"apart from INV-0007 \(its older number; see: remitd learnt\)"):
            feed.invoices(table, file="i.csv", books=commit.books, is_full=False)


def test_a_forgotten_number_is_found_no_more_and_may_be_learnt_for_another_invoice(tmp_path: Path) -> None:
    with keeper(tmp_path) as books, books.commit(NOON, "staff") as commit:
        for event in events_of(customer(), item("INV-0007"), item("I2")):
            commit.add("x", event)
        first = learning.learn(commit, learning.older_number(commit.books, "OLD-10054", "INV-0007"), WHY)
        anchors = commit.books.anchors
        assert ["INV-0007"] == [one.invoice_no for one in anchors.shortened("10054")]
        assert anchors.is_number_shaped("OLD-99999")
        learning.forget(commit, first, WHY)
        assert anchors.number("OLD-10054") is None
        assert not anchors.shortened("10054")
        assert not anchors.is_number_shaped("OLD-99999")
        with pytest.raises(AgentError, match="forgotten already"):
            learning.forget(commit, first, WHY)
        second = learning.learn(commit, learning.older_number(commit.books, "OLD-10054", "I2"), WHY)
        assert first != second


LEDGER = [
    "R2026/0711,K2,2026-10-01,2027-03-31,EUR,100.00",
    "R2026/0715,K2,2026-10-05,2027-03-31,EUR,200.00",
    "R2026/0718,K2,2026-10-08,2027-03-31,EUR,300.00",
]


def statement(home: WorkedHome, now: str, amount: str, text: str, name: str, account: str = "") -> None:
    """The bank shows one payment, and a round is worked."""
    home.now = datetime.fromisoformat(now)
    day = f"{home.now:%y%m%d}"
    entry = f"C {amount} B{day}: {text}: {name}" + (f"?31{account}" if account else "")
    home.deliver(
        {
            "from": "auszug@fordbank.example",
            "subject": f"Kontoauszug {day}",
            "body": "Anbei der Auszug.",
            "attach": [{"name": "auszug.sta", "mt940": [entry], "day": day}],
        }
    )
    home.round()


def statuses(home: WorkedHome) -> list[str]:
    return [f"{line['customer_id']} {line['status']}" for line in home.lines()["payments"]]


def test_a_payer_never_seen_is_recognised_once_a_person_confirmed_one_and_no_more_when_it_is_forgotten(
    tmp_path: Path,
) -> None:
    """M37, M44: a factoring company pays for a customer."""
    home = worked_home(tmp_path / "home", {"ledger": LEDGER})
    statement(home, "2026-11-10T09:00:00+01:00", "100.00", "SAMMELZAHLUNG", "HANSE FACTORING AG")
    assert ["None review"] == statuses(home)
    home.decide("apply 1 R2026/0711=100.00")
    statement(home, "2026-11-11T09:00:00+01:00", "200.00", "SAMMELZAHLUNG", "HANSE FACTORING AG")
    assert ["K2 applied", "None review"] == statuses(home), "nothing is learnt unless a person says so"

    with (
        home.desk() as desk,
        desk.bookkeeper.commit(desk.clock(), "staff ines.roth@larkspur.example") as commit,
    ):
        first = next(iter(commit.books.payments))
        (lesson,) = learning.chosen(commit.books, first, frozenset(), TEACHING)
        assert str(lesson) == "from now on payments of 'HANSE FACTORING AG' are K2's"
        learnt_id = learning.learn(commit, lesson, WHY)
    with app.open_home(home.path) as opened_home:  # the customers again, from another file
        file = home.path / "again.csv"
        file.write_text(
            "customer_id,name,emails,currency\nK2,Brombeer & Söhne KG,buchhaltung@brombeer.example,EUR\n"
        )
        import_file("customers", file, bookkeeper=opened_home.bookkeeper, clock=app.clock(home.now))
    statement(home, "2026-11-12T09:00:00+01:00", "300.00", "SAMMELZAHLUNG", "Hanse Factoring")
    assert ["K2 applied", "None review", "K2 applied"] == statuses(home)
    with home.desk() as desk:
        reasons = list(desk.books.payments.values())[-1].payer_reasons
        assert (
            "the name 'Hanse Factoring' was confirmed for K2 by ines.roth@larkspur.example on 2026-11-11"
            in reasons
        )

    with home.desk() as desk, desk.bookkeeper.commit(desk.clock(), "staff") as commit:
        learning.forget(commit, learnt_id, "they pay for others now")
    statement(home, "2026-11-13T09:00:00+01:00", "50.00", "SAMMELZAHLUNG", "HANSE FACTORING AG")
    assert ["K2 applied", "None review", "K2 applied", "None review"] == statuses(home)
    assert_conserved(home, home.lines())


def test_older_numbers_settle_their_invoices_and_a_range_of_them_is_none_of_the_ledger_s_numbers(
    tmp_path: Path,
) -> None:
    """M43. Between ALT-4711 and ALT-4713 lies ALT-4712, and not R2026/0715."""
    home = worked_home(tmp_path / "home", {"ledger": LEDGER})
    with home.desk() as desk, desk.bookkeeper.commit(desk.clock(), "staff") as commit:
        for older, invoice in (("ALT-4711", "R2026/0711"), ("ALT-4713", "R2026/0718")):
            learning.learn(commit, learning.older_number(commit.books, older, invoice), WHY)
    home.now = datetime.fromisoformat("2026-11-10T09:00:00+01:00")
    body = "We paid EUR 400.00 today for invoices ALT-4711 to ALT-4713, reference ZA-88301.\n"
    home.deliver({"from": "buchhaltung@brombeer.example", "body": body})
    home.round()

    (payment,) = home.lines()["payments"]
    applied = [(one["invoice"], one["amount"]) for one in payment["applications"]]
    assert [("R2026/0711", "100.00"), ("R2026/0718", "300.00")] == applied
    assert_conserved(home, home.lines())


def test_undo_takes_back_what_was_learnt_and_whose_payment_a_person_said_it_is(tmp_path: Path) -> None:
    home = worked_home(tmp_path / "home", {"ledger": LEDGER})
    statement(home, "2026-11-10T09:00:00+01:00", "100.00", "SAMMELZAHLUNG", "HANSE FACTORING AG")
    home.decide("apply 1 R2026/0711=100.00")
    with home.desk() as desk, desk.bookkeeper.commit(desk.clock(), "staff") as commit:
        (payment_id,) = commit.books.payments
        (lesson,) = learning.chosen(commit.books, payment_id, frozenset(), TEACHING)
        learning.learn(commit, lesson, WHY)
    home.decide("undo AliasLearnt 1")
    home.decide("undo CashApplied 1")
    home.decide("undo PayerDecided 1")

    with home.desk() as desk:
        assert [False] == [one.is_live for one in desk.books.learnt.values()]
        with pytest.raises(AgentError, match="no person has said"):
            learning.chosen(desk.books, payment_id, frozenset(), TEACHING)
    statement(home, "2026-11-12T09:00:00+01:00", "200.00", "SAMMELZAHLUNG", "HANSE FACTORING AG")
    assert "None review" == statuses(home)[-1]
    assert_conserved(home, home.lines())


def test_a_payer_that_the_agent_found_is_again_so_when_a_person_s_word_is_undone(tmp_path: Path) -> None:
    home = worked_home(tmp_path / "home", {"ledger": LEDGER})
    statement(home, "2026-11-10T09:00:00+01:00", "90.00", "WER WEISS", "BROMBEER UND SOEHNE")
    assert ["K2 unapplied"] == statuses(home)
    home.decide("apply 1 R2026/0711=90.00")
    home.decide("undo CashApplied 1")
    home.decide("undo PayerDecided 1")
    assert ["K2 unapplied"] == statuses(home)


def test_who_confirmed_it_when_and_why_are_kept(tmp_path: Path) -> None:
    with keeper(tmp_path) as books:
        opened(books, {"learnt": [("name", "Fordbank Factoring", "C1")]})
        (one,) = books.books.learnt.values()

    assert ("staff li.na@larkspur.example", NOON, WHY, "C1") == (one.actor, one.at, one.why, one.customer_id)
