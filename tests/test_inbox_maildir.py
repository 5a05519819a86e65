"""MaildirSource keeps the contract, reads new/ and cur/ by name, and is led nowhere by what lies there."""

import os
import sys
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from agent.errors import AgentError
from agent.facts.events import MessageStatus
from agent.facts.mail import RawMessage
from agent.inbox.maildir import MaildirSource
from agent.inbox.source import SIZE_MAX, MailSource, Mode
from tests.contracts.mail_source import MailSourceContract, letter, nothing_is_known, taken


class Maildir:
    """A Maildir and those who deliver to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.delivered = 0
        for subfolder in ("cur", "new", "tmp"):
            (folder / subfolder).mkdir(parents=True)

    def deliver(self, message: bytes) -> None:
        self.delivered += 1
        self.put(f"new/{1_700_000_000 + self.delivered}.mx", message)

    def put(self, name: str, message: bytes) -> None:
        (self.folder / name).write_bytes(message)

    def remove(self, message: RawMessage) -> None:
        (path,) = self.folder.glob(f"*/{message.key}*")
        path.unlink()

    def source(self, *, mode: Mode = "observe", size_max: int = SIZE_MAX) -> MailSource:
        return MaildirSource(self.folder, name="maildir:mail/in", mode=mode, size_max=size_max)

    def shown(self) -> object:
        return sorted(self.files())

    def contents(self) -> list[bytes]:
        return sorted(path.read_bytes() for path in self.folder.glob("*/*"))

    def files(self) -> set[str]:
        return {str(path.relative_to(self.folder)) for path in self.folder.glob("*/*")}


@pytest.fixture
def mailbox(tmp_path: Path) -> Maildir:
    return Maildir(tmp_path / "in")


class TestMaildir(MailSourceContract):
    pass


def test_new_and_cur_are_read_in_the_order_of_the_names(mailbox: Maildir) -> None:
    for name in ("cur/3.mx:2,RS", "new/4.mx", "new/1.mx", "cur/2.mx"):
        mailbox.put(name, name.encode())

    got = taken(mailbox.source())

    assert [message.key for message in got] == ["1.mx", "2.mx", "3.mx", "4.mx"]
    assert [message.body for message in got] == [b"new/1.mx", b"cur/2.mx", b"cur/3.mx:2,RS", b"new/4.mx"]


def test_a_message_is_known_by_its_name_whatever_its_flags(mailbox: Maildir) -> None:
    mailbox.put("new/1.mx", letter(1))
    source = mailbox.source()
    known = {message.key for message in taken(source)}

    (mailbox.folder / "new/1.mx").rename(mailbox.folder / "cur/1.mx:2,FS")

    assert taken(source, known) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("new/1.mx", "cur/1.mx:2,S"),
        ("cur/1.mx", "cur/1.mx:2,S"),
        ("cur/1.mx:2,", "cur/1.mx:2,S"),
        ("cur/1.mx:2,FT", "cur/1.mx:2,FST"),
        ("cur/1.mx:2,RS", "cur/1.mx:2,RS"),
        ("cur/1.mx:1,odd", "cur/1.mx:1,odd"),
    ],
)
def test_moving_gives_the_seen_flag_and_keeps_the_others(mailbox: Maildir, before: str, after: str) -> None:
    mailbox.put(before, letter(1))
    source = mailbox.source(mode="move")

    for message in taken(source):
        source.handled(message, status=MessageStatus.HANDLED)

    assert mailbox.files() == {after}


@pytest.mark.parametrize("mode", ["observe", "label"])
def test_only_moving_changes_a_maildir(mailbox: Maildir, mode: Mode) -> None:
    mailbox.put("new/1.mx", letter(1))
    source = mailbox.source(mode=mode)

    for message in taken(source):
        source.handled(message, status=MessageStatus.HANDLED)

    assert mailbox.files() == {"new/1.mx"}


def test_a_message_that_was_flagged_since_is_moved_from_where_it_is(mailbox: Maildir) -> None:
    mailbox.put("new/1.mx", letter(1))
    source = mailbox.source(mode="move")
    (message,) = taken(source)
    (mailbox.folder / "new/1.mx").rename(mailbox.folder / "cur/1.mx:2,F")

    source.handled(message, status=MessageStatus.HANDLED)

    assert mailbox.files() == {"cur/1.mx:2,FS"}


def test_moving_overwrites_nothing(mailbox: Maildir) -> None:
    mailbox.put("new/1.mx", letter(1))
    source = mailbox.source(mode="move")
    (message,) = taken(source)
    mailbox.put("cur/1.mx:2,S", letter(2))

    source.handled(message, status=MessageStatus.HANDLED)

    assert mailbox.contents() == [letter(1), letter(2)]


def test_moving_makes_cur_where_it_lacks(mailbox: Maildir) -> None:
    mailbox.put("new/1.mx", letter(1))
    (mailbox.folder / "cur").rmdir()
    source = mailbox.source(mode="move")

    for message in taken(source):
        source.handled(message, status=MessageStatus.HANDLED)

    assert mailbox.files() == {"cur/1.mx:2,S"}


def test_links_folders_pipes_and_hidden_files_are_no_messages(mailbox: Maildir, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"not yours")
    (mailbox.folder / "new/1.link").symlink_to(secret)
    (mailbox.folder / "new/2.folder").mkdir()
    os.mkfifo(mailbox.folder / "new/3.pipe")
    mailbox.put("new/.4.hidden", b"being written")
    mailbox.put("new/5.mx", letter(5))
    mailbox.put("tmp/6.mx", b"being written")

    assert [message.body for message in taken(mailbox.source())] == [letter(5)]


def test_what_takes_a_message_s_place_is_not_followed(mailbox: Maildir, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"not yours")
    for number in (1, 2, 3):
        mailbox.put(f"new/{number}.mx", letter(number))
    got = mailbox.source().fetch(None, nothing_is_known)
    assert next(got).body == letter(1)
    for number in (2, 3):
        (mailbox.folder / f"new/{number}.mx").unlink()
    os.mkfifo(mailbox.folder / "new/2.mx")
    (mailbox.folder / "new/3.mx").symlink_to(secret)

    with capture_logs() as logs:
        assert [] == list(got), "neither is read, and neither stops the others"
    assert ["message_unreadable"] == [line["event"] for line in logs]


def test_a_message_that_someone_reads_meanwhile_comes_next_time(mailbox: Maildir) -> None:
    mailbox.put("new/1.mx", letter(1))
    mailbox.put("new/2.mx", letter(2))
    source = mailbox.source()
    got = source.fetch(None, nothing_is_known)
    known = {next(got).key}
    (mailbox.folder / "new/2.mx").rename(mailbox.folder / "cur/2.mx:2,S")

    assert list(got) == []
    assert [message.body for message in taken(source, known)] == [letter(2)]


def test_a_name_that_is_no_utf_8_gives_a_key_that_can_be_written_down(mailbox: Maildir) -> None:
    name = os.fsencode(mailbox.folder / "new") + b"/\xff1.mx"
    Path(os.fsdecode(name)).write_bytes(letter(1))

    (message,) = taken(mailbox.source())

    assert message.key.encode() == b"\\xff1.mx"


def test_known_messages_are_not_opened(mailbox: Maildir) -> None:
    mailbox.put("new/1.mx", letter(1))
    mailbox.put("new/2.mx", letter(2))
    source = mailbox.source()
    first, _ = taken(source)
    opened: list[str] | None = []

    def watch(event: str, given: tuple[object, ...]) -> None:
        if event == "open" and opened is not None and str(given[0]).endswith(".mx"):
            opened.append(Path(str(given[0])).name)

    sys.addaudithook(watch)
    taken(source, {first.key})
    seen, opened = opened, None  # an audit hook stays for good

    assert seen == ["2.mx"]


@pytest.mark.parametrize("subfolder", ["cur", "new"])
def test_one_of_the_two_folders_is_enough(tmp_path: Path, subfolder: str) -> None:
    (tmp_path / subfolder).mkdir()
    (tmp_path / subfolder / "1.mx").write_bytes(letter(1))
    source = MaildirSource(tmp_path, name="maildir:mail/in", mode="observe")

    assert [message.body for message in taken(source)] == [letter(1)]


@pytest.mark.parametrize("make", [lambda _path: None, Path.mkdir], ids=["nothing there", "an empty folder"])
def test_a_maildir_that_is_not_there_is_named(tmp_path: Path, make: object) -> None:
    folder = tmp_path / "in"
    assert callable(make)
    make(folder)

    with pytest.raises(AgentError, match=rf"^{folder}: no Maildir is there\. Make .*\[inbox\] url\.$"):
        taken(MaildirSource(folder, name="maildir:in", mode="observe"))


def test_a_file_where_the_maildir_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "in").touch()

    with pytest.raises(AgentError, match=r"in/new: Not a directory\."):
        taken(MaildirSource(tmp_path / "in", name="maildir:in", mode="observe"))
