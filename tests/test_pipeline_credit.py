"""Credit day by day: graded once a month, told once for each onset, undone by staff, and never in a letter to a customer."""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from agent import app
from agent.decide.credit_news import credit_news
from agent.facts import events as e
from agent.facts.books import Books
from agent.ledger import fold
from agent.money import Money
from agent.pipeline.bookkeeping import Bookkeeper
from agent.pipeline.credit import review, review_credit
from agent.pipeline.desk import Desk
from agent.pipeline.undoing import past_of, undo
from agent.rules.letters import PARTS, VALUES
from agent.store.memory import NoViews
from tests.credit_books import TODAY, books_of, prompt
from tests.desks import worked_home
from tests.ledger_builders import customer
from tests.memory_desk import NOW, desk_with
from tests.test_books_machine import TEACHING, KeptJournal


class CreditDesk:
    """A desk whose journal is kept, its clock set by the day."""

    def __init__(self, case: dict[str, Any]) -> None:
        self.journal = KeptJournal()
        books = books_of(case)
        self.first = books.seq
        self.desk: Desk = replace(desk_with([], []), bookkeeper=Bookkeeper(self.journal, NoViews(), books))

    def day(self, later: int = 0) -> Counter[str]:
        """The events of a day's look."""
        at = NOW + timedelta(days=later)
        before = len(self.journal.lines)
        review_credit(replace(self.desk, clock=app.clock(at)))
        return Counter(type(line.event).__name__ for line in self.journal.lines[before:])

    def tell(self, *events: e.Event) -> None:
        """What happens in between."""
        with self.desk.bookkeeper.commit(NOW, "staff") as commit:
            for event in events:
                commit.add("C1", event)

    @property
    def books(self) -> Books:
        return self.desk.books


PROMPT = prompt(6, last_due=TODAY - timedelta(days=10))


def test_customers_are_graded_on_the_first_run_of_a_month_and_written_down_where_it_is_news() -> None:
    desk = CreditDesk({"invoices": PROMPT})

    assert {"CustomerGraded": 1, "CreditReviewed": 1} == desk.day()
    assert {"C1": "A"} == desk.books.grades
    assert {} == desk.day(), "again on the same day"
    assert {} == desk.day(later=10), "30 November"
    assert {"CreditReviewed": 1} == desk.day(later=11), "1 December: the same grade and score"
    assert {} == desk.day(later=12)
    assert {"CreditReviewed": 1, "CustomerGraded": 1} == desk.day(later=200), "in June it is a year old"
    first, *_, last = (line.event for line in desk.journal.lines if isinstance(line.event, e.CustomerGraded))
    assert ("new", "A") == (first.was, last.was)


def test_whoever_is_new_has_no_line() -> None:
    desk = CreditDesk({"invoices": PROMPT[:2]})

    assert {"CreditReviewed": 1} == desk.day()
    assert {} == desk.books.grades


def test_a_home_without_invoices_has_nothing_to_review() -> None:
    assert {} == CreditDesk({}).day()


def test_graded_when_asked_whatever_the_month_says() -> None:
    desk = CreditDesk({"invoices": PROMPT})
    desk.day()
    with desk.desk.bookkeeper.commit(NOW, "staff") as commit:
        review(desk.desk, commit, now=True)

    assert "CreditReviewed" == type(desk.journal.lines[-1].event).__name__


def test_a_risk_is_flagged_on_the_day_it_begins_once_and_cleared_once() -> None:
    desk = CreditDesk({"invoices": PROMPT, "credit_limit": "50.00"})
    desk.day()
    owed = books_of({"invoices": [{"due": TODAY}]}).items["I01"]
    desk.tell(e.InvoiceAdded(item=replace(owed, invoice_no="N1")))

    assert {"RiskFlagged": 1} == desk.day()
    assert {} == desk.day(later=1)
    assert ("C1 Trading Ltd (C1): 100.00 USD are owed or not at the bank yet, "
            "and the limit is 50.00 USD",) == tuple(one for one in credit_news(desk.books, desk.journal.lines) if "owed" in one)  # fmt: skip
    desk.tell(e.LimitAgreed(customer_id="C1", amount=Money.parse("100.00 USD"), why="in writing"))
    assert {"RiskCleared": 1} == desk.day(later=2)
    assert not [one for one in credit_news(desk.books, desk.journal.lines) if "over" in one]


def test_a_grade_that_moved_and_a_proposal_are_news_until_a_person_decides() -> None:
    late = [{"due": row["due"], "paid": row["paid"] + timedelta(days=70)} for row in PROMPT[3:]]
    desk = CreditDesk({"invoices": [*late, *PROMPT[3:]], "credit_limit": "5000.00"})
    desk.day()
    news = credit_news(desk.books, desk.journal.lines)

    assert ["limit", "grade"] == [word for one in news for word in ("limit", "grade") if f": {word} " in one]
    assert "grade D, new before" in news[-1]
    assert "proposed instead of 5000.00 USD" in news[0]
    desk.tell(e.LimitRefused(customer_id="C1", amount=Money.parse("1.00 USD"), why="no"))
    assert 1 == len(credit_news(desk.books, desk.journal.lines))


def test_an_agreed_limit_and_a_version_of_terms_can_be_taken_back() -> None:
    desk = CreditDesk({"invoices": PROMPT, "credit_limit": "50.00"})
    journal = KeptJournal()
    bookkeeper = Bookkeeper(journal, NoViews(), fold.empty())
    with bookkeeper.commit(NOW, "staff") as commit:
        commit.add("C1", e.CustomerAdded(customer=customer(credit_limit="50.00")))
        commit.add("C1", e.LimitAgreed(customer_id="C1", amount=Money.parse("80.00 USD"), why="in writing"))
        commit.add("C1", terms(1, "n/30"))
        commit.add("C1", terms(2, "n/60"))
    assert desk.books.customers.keys() == bookkeeper.books.customers.keys()
    for seq in (2, 4):
        with bookkeeper.commit(NOW, "staff") as commit:
            said = undo(commit, past_of(lambda: iter(journal.lines), seq), "not signed", TEACHING)
        assert "counts no more" in said[0]

    books = bookkeeper.books
    assert () == books.credit["C1"].limits
    counting = books.contract_on("C1", TODAY)
    assert counting is not None
    assert (1, "n/30") == (counting.version, counting.payment_terms)
    assert books.credit == journal.folded().credit


@pytest.mark.parametrize(("day", "version"), [(-1, None), (0, 1), (9, 1), (10, 3), (11, 3)])
def test_the_version_that_counts_on_a_day(day: int, version: int | None) -> None:
    """Version 1 from today, 2 withdrawn, 3 from ten days later."""
    desk = CreditDesk({})
    desk.tell(
        terms(1, "n/30"),
        terms(2, "n/60"),
        e.TermsWithdrawn(customer_id="C1", version=2, why="not signed"),
        replace(terms(3, "n/45"), from_on=TODAY + timedelta(days=10)),
    )
    counting = desk.books.contract_on("C1", TODAY + timedelta(days=day))

    assert version == (counting.version if counting else None)


def terms(version: int, payment_terms: str) -> e.TermsAgreed:
    return e.TermsAgreed(
        customer_id="C1", version=version, from_on=TODAY, payment_terms=payment_terms, clock=None, interest_percent=None,
        interest_per=None, interest_year_days=None, fee=None, dispute_days=None, clause=None, document=None,
        document_sha256=None, why="signed",
    )  # fmt: skip


def test_no_template_of_a_letter_can_say_a_grade_a_score_or_a_limit() -> None:
    sayable = {name for names in (VALUES, *PARTS.values()) for name in names}

    assert set() == {name for name in sayable if any(word in name for word in ("grade", "score", "limit", "risk", "credit"))}  # fmt: skip


def shown(raw: bytes) -> Iterator[str]:
    """Headers, texts, and what the workbooks say that are attached."""
    message = message_from_bytes(raw, policy=policy.default)
    yield str(message.items())
    for part in message.walk():
        if part.get_content_maintype() == "text":
            yield part.get_content()
        elif part.get_content_subtype().endswith("sheet"):
            with ZipFile(io.BytesIO(part.get_content())) as book:
                yield from (book.read(name).decode() for name in book.namelist())


def test_no_letter_to_a_customer_says_what_we_think_of_its_credit(tmp_path: Path) -> None:
    """Grades of odd names, graded on the first run, and every letter of the ladder over three months."""
    rows = [f"OLD-{n},K1,2026-0{n}-01,2026-0{n + 1}-01,USD,{n}00.00,,," for n in range(1, 6)]
    home = worked_home(tmp_path / "home", {"ledger": rows})
    home.own_rules = True
    rules = home.path / "rules" / "credit.toml"
    shipped = rules.read_text("utf-8")
    for name in "ABCD":
        shipped = shipped.replace(f'name = "{name}"', f'name = "Zq{name}"')
    shipped = shipped.replace('lower_for = ["C", "D"]', "lower_for = []").replace("propose_for = \"limited\"", "propose_for = \"all\"")  # fmt: skip
    rules.write_text(shipped, encoding="utf-8")
    for day in ("2026-06-05", "2026-06-25", "2026-07-15", "2026-08-05", "2026-08-25"):
        home.now = datetime.fromisoformat(f"{day}T09:00:00+02:00")
        home.round()
        with app.open_home(home.path) as opened:
            held = [one.letter_id for one in opened.books.letters.values() if one.status == "held"]
            with opened.bookkeeper.commit(home.now, "staff") as commit:
                for letter_id in held:
                    commit.add(letter_id, e.LetterApproved(letter_id=letter_id))
        home.round()
    with app.open_home(home.path) as opened:
        assert opened.books.grades["K1"].startswith("Zq")
        assert opened.books.credit["K1"].risks
        letters = [one for one in opened.books.letters.values() if one.customer_id]
        assert {"dunning", "final_notice"} <= {one.kind.value for one in letters}
        for letter in letters:
            for text in shown(opened.blobs.get(letter.sha256)):
                assert "Zq" not in text, letter.kind
