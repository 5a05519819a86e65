"""An answer between the lines of our letter is about the document that the line above it names."""

from dataclasses import replace
from typing import Any

import pytest

from agent.extract.read import read_mail
from agent.facts.mail import Body
from agent.inbox.quotes import split
from tests.mails import RULES, lines
from tests.test_extract_read import LOADED, OWN_NAMES, _mail


@pytest.mark.table("asked")
def test_an_answer_is_about_what_it_stands_under(case: dict[str, Any]) -> None:
    ledger, vocabulary = LOADED
    taken = split(lines(case["text"].strip("\n")), RULES.quotes)
    mail = replace(
        _mail({"reply": True, "subject": "Re: overdue"}),
        body=Body(own=taken.own, quoted=taken.quoted, asked=taken.asked),
    )
    reading = read_mail(
        mail, (), (), (), ledger=ledger, senders=tuple(case["senders"]), vocabulary=vocabulary, own_names=OWN_NAMES
    )  # fmt: skip
    paid = [
        " ".join([str(one.amount), *(f"{line.invoice} {line.amount}" for line in one.lines)])
        for one in reading.payments
    ]
    assert paid == case["payments"]
    assert [f"{one.invoice} {one.promised_on}" for one in reading.promises] == case.get("promises", [])
    assert [one.invoice for one in reading.disputes] == case.get("disputes", [])
    assert all(one.amount is None for one in reading.disputes)
