"""What a customer answers to a statement of account: kept as evidence, asked about where lines differ, never booked."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from typing import Any

import pytest

from agent.facts.letters import LetterKind
from agent.facts.statements import Stated
from agent.pipeline.accounts import statements_of, write_statement
from agent.pipeline.desk import Desk
from agent.pipeline.schedule import ask_again
from tests.ledger_builders import customer, item
from tests.memory_desk import OWN, SERVER, desk_with, work

WRITTEN_AT = datetime(2026, 11, 3, 9, tzinfo=UTC)
Case = dict[str, Any]


def told_desk() -> tuple[Desk, Stated]:
    """A desk that has written October's statement to C1."""
    desk = desk_with(
        [customer("C1"), customer("C2")],
        [
            item("INV-2001", "500.00 USD"), item("INV-2002", "300.00 USD"), item("CN-7", "-20.00 USD"),
            item("INV-8001", "75.00 USD", "C2"),
        ],
    )  # fmt: skip
    desk = replace(desk, clock=lambda: WRITTEN_AT)
    with desk.bookkeeper.commit(desk.clock(), "staff") as commit:
        (made,) = statements_of(desk, commit.books, "C1", date(2026, 10, 1), date(2026, 10, 31))
        letter = write_statement(desk, commit, made)
    assert letter
    return replace(desk, clock=lambda: WRITTEN_AT + timedelta(days=2)), desk.books.stated[letter.letter_id]


def mail(desk: Desk, stated: Stated, case: Case) -> bytes:
    message = EmailMessage()
    sender = case.get("sender", "ap@c1.example")
    message["Authentication-Results"] = f"{SERVER}; dmarc=pass header.from={sender.partition('@')[2]}"
    message["From"], message["To"] = sender, OWN
    message["Subject"] = case.get("subject", "Re: Statement of account").format(token=stated.letter_id)
    message["Date"], message["Message-ID"] = "Thu, 05 Nov 2026 10:00:00 +0100", "<1@c1.example>"
    if case.get("thread"):
        message["In-Reply-To"] = desk.books.letters[stated.letter_id].message_id
    message.set_content(case["body"].format(token=stated.letter_id))
    return message.as_bytes()


@pytest.mark.table("balance_answers")
def test_an_answer_to_a_statement_is_kept_beside_it(case: Case) -> None:
    desk, stated = told_desk()
    before = {number: one.open for number, one in desk.books.items.items()}
    known = set(desk.books.letters)

    message = work(desk, mail(desk, stated, case))

    answer = desk.books.stated[stated.letter_id].answer
    assert {number: one.open for number, one in desk.books.items.items()} == before
    written = [one.kind.value for one in desk.books.letters.values() if one.letter_id not in known]
    if "agreed" not in case or case.get("unknown"):
        assert answer is None
        assert written == case.get("letters", [])
        return
    assert answer
    assert (answer.agreed, answer.mail_id) == (case["agreed"], message.mail_id)
    lines = [
        f"{x.invoice} {x.ours.amount if x.ours else '-'} {x.theirs.amount if x.theirs else '-'}"
        for x in answer.lines
    ]
    assert lines == case.get("lines", [])
    if "amount" in case:
        assert answer.amount
        assert answer.amount.amount == case["amount"]
    expected = [] if case["agreed"] else ["discrepancy_query", "review_request"][not lines :]
    assert written == case.get("letters", expected)


def denied_desk() -> tuple[Desk, Stated]:
    desk, stated = told_desk()
    work(desk, mail(desk, stated, {"thread": True, "body": "B. Our books show INV-2002 with 250.00."}))
    return desk, stated


def test_the_query_names_only_the_line_that_differs_and_holds_its_dunning() -> None:
    desk, _ = denied_desk()
    (query,) = desk.books.queries.values()
    assert query.raised.invoices == ("INV-2002",)
    said = desk.blobs.get(desk.books.letters[query.raised.letter_id].sha256).decode()
    assert "300.00" in said
    assert "250.00" in said
    assert "INV-2001" not in said


def test_an_unanswered_query_is_asked_once_more_with_the_same_lines_then_goes_to_staff() -> None:
    desk, _ = denied_desk()
    for days, kinds in ((9, ["discrepancy_query"]), (20, ["review_request"]), (40, [])):
        known = set(desk.books.letters)
        later = replace(desk, clock=lambda days=days: WRITTEN_AT + timedelta(days=days))  # type: ignore[misc]
        ask_again(later)
        written = [one for one in desk.books.letters.values() if one.letter_id not in known]
        assert [one.kind.value for one in written] == kinds
        if written and written[0].kind is LetterKind.DISCREPANCY_QUERY:
            assert b"INV-2002" in desk.blobs.get(written[0].sha256)


def test_agreeing_after_all_closes_the_query() -> None:
    desk, stated = denied_desk()
    again = mail(desk, stated, {"thread": True, "body": "A. It agrees now."}).replace(b"<1@", b"<2@")
    work(desk, again)
    assert not desk.books.queries
    answer = desk.books.stated[stated.letter_id].answer
    assert answer
    assert answer.agreed
