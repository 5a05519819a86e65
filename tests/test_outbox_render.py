"""The bytes of a letter: headers, threads, addresses, and what must never leave."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.errors import AgentError
from agent.facts.letters import Draft, LetterKind
from agent.outbox.clean import clean
from agent.outbox.compose import Composed, compose
from agent.outbox.render import message_id, render
from tests.drafts import COMPANY, TEMPLATES, answer, draft, payment

CONFIRMATION = replace(answer(LetterKind.CONFIRMATION, "en"), payments=(payment("en"),))
LETTER = compose(CONFIRMATION, company=COMPANY, templates=TEMPLATES)


def sent(of: Draft, letter: Composed = LETTER) -> EmailMessage:
    """As a mail program that knows RFC 5322, 2047 and 2045 reads it."""
    message = message_from_bytes(render(letter, of, COMPANY), policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_letter_says_who_writes_to_whom_in_answer_to_what() -> None:
    message = sent(replace(CONFIRMATION, cc=("boss@acme-tooling.example", "li.na@harbour.example")))
    assert message["From"] == '"Harbour Supply Co." <ar@harbour.example>'
    assert message["To"] == "ap@acme-tooling.example"
    assert message["Cc"] == "boss@acme-tooling.example, li.na@harbour.example"
    assert message["Subject"] == "Re: Payment advice 3 Nov"
    assert message["Date"] == "Fri, 20 Nov 2026 09:30:00 +0800"
    assert (
        message["Message-ID"] == "<L-3f9a01c2be47@harbour.example>" == message_id("L-3f9a01c2be47", COMPANY)
    )
    assert message["In-Reply-To"] == "<20261119.2@acme-tooling.example>"
    assert message["References"].split() == [
        "<20261118.1@acme-tooling.example>",
        "<L-00aa11bb22cc@harbour.example>",
        "<20261119.2@acme-tooling.example>",
    ]
    assert message["Content-Language"] == "en"
    assert message["X-Auto-Response-Suppress"] == "OOF, AutoReply"
    assert message["X-Remitd"] == "L-3f9a01c2be47"
    assert message["Reply-To"] == "ar@harbour.example, li.na@harbour.example"
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


@pytest.mark.table("letter_auto_submitted")
def test_a_letter_says_that_no_person_wrote_it(case: dict[str, Any]) -> None:
    of = replace(
        draft(LetterKind(case["kind"]), "en"),
        in_reply_to=("<a@b.example>",) if case["answers"] else (),
        is_automatic=case["automatic"],
    )
    assert sent(of)["Auto-Submitted"] == case.get("says")


@pytest.mark.table("letter_address")
def test_only_plain_addresses_are_written_to(case: dict[str, Any]) -> None:
    addresses = tuple(case["addresses"])
    of = replace(CONFIRMATION, cc=addresses) if case.get("in_cc") else replace(CONFIRMATION, to=addresses)
    if case["good"]:
        assert sent(of)["To"] == ", ".join(of.to)
    else:
        with pytest.raises(AgentError, match=case["error"]):
            render(LETTER, of, COMPANY)


def test_our_own_address_is_checked_too() -> None:
    with pytest.raises(AgentError, match="no mail address"):
        render(LETTER, CONFIRMATION, replace(COMPANY, address="ar@harbour.example\r\nBcc: x@y.example"))


@pytest.mark.parametrize("count", [0, 1, 19, 20, 21, 400])
def test_a_thread_keeps_its_first_and_its_newest_ids(count: int) -> None:
    ids = tuple(f"<{number}@long-thread.example>" for number in range(count))  # newest first
    message = sent(replace(CONFIRMATION, in_reply_to=ids))
    kept = (message["References"] or "").split()
    assert len(kept) == min(count, 20)
    if count:
        assert kept[-1] == "<0@long-thread.example>" == message["In-Reply-To"]
        assert kept[0] == ids[-1]


@pytest.mark.parametrize(
    "id",
    [
        "20261119@no.brackets.example",
        "<no-at.example>",
        "<two@at@signs.example>",
        "<space in@it.example>",
        "<break\r\nBcc:x@it.example>",
        "<bidi\u202e@it.example>",
        f"<{'x' * 250}@too.long.example>",
        "<>",
        "",
    ],
)
def test_a_malformed_id_is_not_repeated(id: str) -> None:
    message = sent(replace(CONFIRMATION, in_reply_to=(id, "<good@a.example>")))
    assert message["References"] == "<good@a.example>"
    assert "In-Reply-To" not in message


@pytest.mark.parametrize(
    "subject",
    [
        "Plain",
        "海港供应有限公司：付款 " * 10,
        "ä",
        "=?utf-8?q?=0aBcc=3a?=",
        "a" * 160,
        "x =?y? z ü",
        "Re: a  b",
    ],
)
def test_a_subject_arrives_as_it_was_written(subject: str) -> None:
    raw = render(replace(LETTER, subject=subject), CONFIRMATION, COMPANY)
    assert message_from_bytes(raw, policy=policy.default)["Subject"] == subject
    assert max(len(line) for line in raw.split(b"\r\n")) <= 200


@pytest.mark.parametrize(
    "letter",
    [
        replace(LETTER, subject="Hello\r\nBcc: victim@other.example"),
        replace(LETTER, subject="Hello\nX: y"),
        replace(LETTER, subject="ä\r\nBcc: victim@other.example"),
        replace(LETTER, text="a\rb"),
        replace(LETTER, language="en\r\nBcc: a@b.example"),
    ],
)
def test_what_would_be_read_otherwise_than_meant_never_leaves(letter: Composed) -> None:
    with pytest.raises(AssertionError):
        render(letter, CONFIRMATION, COMPANY)


@pytest.mark.parametrize(
    "name", ["海港供应有限公司", "Müller & Söhne", 'The "Best" \\ Co.', "A, B; C <x@y.example>"]
)
def test_our_name_can_be_any(name: str) -> None:
    company = replace(COMPANY, name=name)
    message = message_from_bytes(render(LETTER, CONFIRMATION, company), policy=policy.default)
    (sender,) = message["From"].addresses
    assert sender.addr_spec == "ar@harbour.example"
    assert sender.display_name


@given(subject=st.text(min_size=1, max_size=60), body=st.text(max_size=300))
def test_any_words_arrive(subject: str, body: str) -> None:
    """Whatever compose lets through: clean subjects, bodies of lines."""
    shown = clean(subject, 160) or "-"
    text = "".join(c for c in body if c.isprintable() or c == "\n") + "\n"
    raw = render(replace(LETTER, subject=shown, text=text), CONFIRMATION, COMPANY)
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    plain = message.get_body(("plain",))
    assert plain is not None
    assert plain.get_payload(decode=True) == text.replace("\n", "\r\n").encode()
    assert b"\n" not in raw.replace(b"\r\n", b"")
