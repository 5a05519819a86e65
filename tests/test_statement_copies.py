"""Copies of invoices go out with a statement when they are asked for: the customer's own, from the folder alone."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import partial
from pathlib import Path

import pytest

from agent.facts.letters import LetterKind
from agent.outbox.documents import MOST_BYTES, find_documents
from agent.pipeline.desk import Desk
from tests.ledger_builders import customer, item
from tests.memory_desk import OWN, SERVER, desk_with, work

PDF = b"%PDF-1.7 of a test"


def request(body: str) -> bytes:
    message = EmailMessage()
    message["Authentication-Results"] = f"{SERVER}; dmarc=pass header.from=c1.example"
    message["From"], message["To"], message["Subject"] = "ap@c1.example", OWN, "Statement"
    message["Date"], message["Message-ID"] = "Thu, 05 Nov 2026 10:00:00 +0100", "<1@c1.example>"
    message.set_content(body)
    return message.as_bytes()


def desk_of(folder: Path | None) -> Desk:
    desk = desk_with(
        [customer("C1"), customer("C2")],
        [item("INV-2001", "500.00 USD"), item("INV-2002", "300.00 USD"), item("INV-8001", "75.00 USD", "C2")],
    )
    return replace(desk, documents=partial(find_documents, folder) if folder else None)


def sent(desk: Desk) -> tuple[list[str | None], list[str]]:
    """Files of the reply that are PDF, and what staff are told."""
    letters = list(desk.books.letters.values())
    (reply,) = [one for one in letters if one.kind is LetterKind.STATEMENT_REPLY]
    message = message_from_bytes(desk.blobs.get(reply.sha256), policy=policy.default)
    files = [part.get_filename() for part in message.iter_attachments() if part.get_content_type() == "application/pdf"]  # fmt: skip
    return files, [one.kind.value for one in letters if one.kind is LetterKind.REVIEW_REQUEST]


@pytest.mark.parametrize(
    ("body", "files", "told"),
    [
        ("Please send us your latest statement of account, with invoice copies.", ["INV-2001.pdf"], ["review_request"]),
        ("Please send us a statement of account with copies of INV-8001 and the invoice copies.", ["INV-2001.pdf"], ["review_request"]),
        ("麻烦发一份对账单，并附发票复印件。", ["INV-2001.pdf"], ["review_request"]),
        ("Please send us your latest statement of account.", [], []),
    ],
)  # fmt: skip
def test_copies_of_their_own_invoices_go_out_when_asked_for(
    tmp_path: Path, body: str, files: list[str], told: list[str]
) -> None:
    for name in ("INV-2001.pdf", "INV-8001.pdf"):
        (tmp_path / name).write_bytes(PDF)
    desk = desk_of(tmp_path)
    work(desk, request(body))
    assert sent(desk) == (files, told)


def test_without_a_folder_staff_are_asked() -> None:
    desk = desk_of(None)
    work(desk, request("Please send us your latest statement of account, with invoice copies."))
    assert sent(desk) == ([], ["review_request"])


def test_only_whole_files_of_the_folder_itself(tmp_path: Path) -> None:
    folder, outside = tmp_path / "invoices", tmp_path / "secret.pdf"
    folder.mkdir()
    outside.write_bytes(PDF)
    (folder / "LINK-1.pdf").symlink_to(outside)
    (folder / "INV 1.PDF").write_bytes(PDF)
    (folder / "INV-2.pdf").write_bytes(b"no pdf")
    (folder / "INV-3.pdf").write_bytes(PDF.ljust(MOST_BYTES + 1))
    (folder / "INV-4.pdf").write_bytes(PDF.ljust(MOST_BYTES))
    asked = ("INV-1", "INV-2", "INV-3", "INV-4", "LINK-1", "../secret", str(outside.with_suffix("")))
    found, missing = find_documents(folder, asked)
    assert [one.name for one in found] == ["INV 1.PDF", "INV-4.pdf"]
    assert missing == ["INV-2", "INV-3", "LINK-1", "../secret", str(outside.with_suffix(""))]
    assert find_documents(tmp_path / "gone", ("INV-1",)) == ([], ["INV-1"])
