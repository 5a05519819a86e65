"""Letters to staff are written in the company's language, with the reasons that they give."""

from dataclasses import replace
from email import message_from_bytes, policy
from typing import Any

import pytest

from agent.facts.letters import LetterKind
from agent.pipeline.answering import ask_staff
from tests.ledger_builders import customer, item
from tests.memory_desk import desk_with


def _letter(language: str, *reasons: str) -> str:
    desk = desk_with([customer()], [item("I1")])
    company = replace(desk.config.company, language=language)
    desk = replace(desk, config=replace(desk.config, company=company))
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        ask_staff(desk, commit, mail=None, mail_id=None, reasons=reasons, codes=(), about="P1")
    (letter,) = desk.books.letters.values()
    assert letter.kind is LetterKind.REVIEW_REQUEST
    part = message_from_bytes(desk.blobs.get(letter.sha256), policy=policy.default).get_body(("plain",))
    assert part
    return "".join(part.get_content().split())


@pytest.mark.table("staff_reasons")
def test_staff_read_reasons_in_their_language(case: dict[str, Any]) -> None:
    for language, said in {"en": case["reason"], "zh": case["zh"], "de": case.get("de", "")}.items():
        assert "".join(said.split()) in _letter(language, case["reason"]), language


def test_a_reason_of_no_known_form_is_said_as_it_is() -> None:
    assert "Somethingnewhappened" in _letter("zh", "Something new happened")
