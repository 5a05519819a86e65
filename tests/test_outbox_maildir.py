"""MaildirTransport keeps the contract, and leaves one file of a letter however often it is sent."""

from pathlib import Path

import pytest

from agent.errors import AgentError
from agent.facts.sending import SendResult
from agent.outbox.maildir import MaildirTransport
from agent.outbox.transport import MailTransport
from tests.contracts.mail_transport import MailTransportContract, letter, send, unwanted


class MaildirOut:
    """A folder that does not exist before the first letter."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def transport(self) -> MailTransport:
        return MaildirTransport(self.folder)

    def arrived(self) -> list[bytes]:
        return sorted(path.read_bytes() for path in self.folder.glob("[cn]*/*"))

    def files(self) -> list[str]:
        return [str(path.relative_to(self.folder)) for path in self.folder.glob("*/*")]


@pytest.fixture
def way_out(tmp_path: Path) -> MaildirOut:
    return MaildirOut(tmp_path / "mail" / "out")


class TestMaildir(MailTransportContract):
    pass


def test_a_letter_sent_again_leaves_one_file(way_out: MaildirOut) -> None:
    calls: list[str] = []

    for _ in range(2):
        outcome = send(
            MaildirTransport(way_out.folder), letter(1), before_data=lambda: calls.append("started")
        )
        assert outcome.result is SendResult.ACCEPTED

    assert way_out.arrived() == [letter(1)]
    assert len(way_out.files()) == 1
    assert calls == ["started", "started"]


@pytest.mark.parametrize("flags", ["", ":2,S", ":2,FRS"])
def test_a_letter_that_was_read_since_is_not_sent_again(way_out: MaildirOut, flags: str) -> None:
    transport = way_out.transport()
    send(transport, letter(1))
    (path,) = way_out.folder.glob("new/*")
    path.rename(way_out.folder / "cur" / (path.name + flags))

    assert send(transport, letter(1)).result is SendResult.ACCEPTED
    assert way_out.files() == [f"cur/{path.name}{flags}"]


def test_the_rest_of_an_attempt_that_was_cut_off_does_not_stay(way_out: MaildirOut) -> None:
    transport = way_out.transport()

    def stopped() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        send(transport, letter(1), before_data=stopped)
    assert [name.partition("/")[0] for name in way_out.files()] == ["tmp"]

    send(transport, letter(1))
    assert [name.partition("/")[0] for name in way_out.files()] == ["new"]


def test_letters_of_two_message_ids_are_two_files(way_out: MaildirOut) -> None:
    transport = way_out.transport()

    send(transport, letter(1), number=1)
    send(transport, letter(1), number=2)

    assert way_out.arrived() == [letter(1), letter(1)]


def test_a_folder_that_can_not_be_written_is_named(way_out: MaildirOut) -> None:
    way_out.folder.parent.mkdir()
    way_out.folder.touch()

    with pytest.raises(AgentError, match=r"out/tmp: Not a directory\. .*\[outbox\] url"):
        send(way_out.transport(), letter(1), before_data=unwanted)


def test_a_folder_that_goes_after_the_attempt_was_written_down_is_tried_again(way_out: MaildirOut) -> None:
    transport = way_out.transport()
    send(transport, letter(1))

    def gone() -> None:
        for path in way_out.folder.glob("*/*"):
            path.unlink()
        (way_out.folder / "new").rmdir()

    outcome = send(transport, letter(2), number=2, before_data=gone)

    assert outcome.result is SendResult.DEFERRED
    assert "No such file or directory" in outcome.detail
    assert send(transport, letter(2), number=2).result is SendResult.ACCEPTED
