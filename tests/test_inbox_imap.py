"""ImapSource keeps the contract on Dovecot and on a server with providers' quirks, and says what is wrong."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from imapclient import IMAPClient

from agent.errors import AgentError, ServerUnavailable
from agent.facts.events import MessageStatus
from agent.facts.mail import Cursor, RawMessage
from agent.inbox.imap import WINDOW, ImapSource
from agent.inbox.source import BATCH_BYTES, BATCH_COUNT, SIZE_MAX, MailSource, Mode, batches
from tests.contracts.mail_source import MailSourceContract, letter, nothing_is_known, taken
from tests.fake_imap import FakeImap, Quirks
from tests.servers import Certificates, Dovecot, ImapUser, free_port


class DovecotMailbox:
    """An account of the private Dovecot, seen by a colleague's mail program."""

    def __init__(self, server: Dovecot, user: ImapUser, ca_file: Path) -> None:
        self.server, self.user, self.ca_file = server, user, ca_file

    def deliver(self, message: bytes) -> None:
        self.server.deliver(self.user, message)

    def remove(self, message: RawMessage) -> None:
        with self.program() as program:
            program.select_folder("INBOX")
            uid = int(message.key.partition(":")[2])
            program.add_flags([uid], [b"\\Deleted"])
            program.uid_expunge([uid])

    def source(
        self, *, mode: Mode = "observe", size_max: int = SIZE_MAX, tls: bool = True, **other: Any
    ) -> MailSource:
        given: dict[str, Any] = {
            "host": self.server.host,
            "port": self.server.imaps_port if tls else self.server.imap_port,
            "tls": tls,
            "user": self.user.name,
            "password": self.user.password,
            "folder": "INBOX",
            "ca_file": self.ca_file,
            "mode": mode,
            "size_max": size_max,
            "timeout": 10.0,
        }
        return ImapSource(**given | other)

    def shown(self) -> object:
        with self.program() as program:
            return [(folder, self.flags(program, folder)) for folder in self.folders(program)]

    def contents(self) -> list[bytes]:
        with self.program() as program:
            found = []
            for folder in self.folders(program):
                program.select_folder(folder, readonly=True)
                answers = program.fetch(program.search(), ["BODY.PEEK[]"])
                found += [answer[b"BODY[]"] for answer in answers.values()]
        return sorted(found)

    def program(self) -> Any:
        program = IMAPClient(self.server.host, self.server.imap_port, ssl=False, timeout=10)
        program.login(self.user.name, self.user.password)
        return program

    def folders(self, program: Any) -> list[str]:
        return sorted(name for flags, _, name in program.list_folders() if b"\\Noselect" not in flags)

    def flags(self, program: Any, folder: str) -> dict[int, set[bytes]]:
        program.select_folder(folder, readonly=True)
        return {uid: set(flags) for uid, flags in program.get_flags(program.search()).items()}


class FakeMailbox:
    """The same on the server with quirks."""

    def __init__(self, server: FakeImap) -> None:
        self.server = server

    def deliver(self, message: bytes) -> None:
        self.server.add(message)

    def remove(self, message: RawMessage) -> None:
        del self.server.folders["INBOX"][int(message.key.partition(":")[2])]

    def source(self, *, mode: Mode = "observe", size_max: int = SIZE_MAX, **other: Any) -> MailSource:
        given: dict[str, Any] = {
            "host": "127.0.0.1",
            "port": self.server.port,
            "tls": False,
            "user": "ar",
            "password": "correct horse",
            "folder": "INBOX",
            "ca_file": None,
            "mode": mode,
            "size_max": size_max,
            "timeout": 5.0,
        }
        return ImapSource(**given | other)

    def shown(self) -> object:
        folders = self.server.folders.items()
        return {name: {uid: set(m.flags) for uid, m in messages.items()} for name, messages in folders}

    def contents(self) -> list[bytes]:
        return sorted(m.body for messages in self.server.folders.values() for m in messages.values())

    def flags(self) -> list[set[str]]:
        return [message.flags for message in self.server.folders["INBOX"].values()]


@pytest.fixture
def dovecot_mailbox(dovecot: Dovecot, imap_user: ImapUser, certificates: Certificates) -> DovecotMailbox:
    return DovecotMailbox(dovecot, imap_user, certificates.ca_file)


@pytest.fixture
def quirks() -> Quirks:
    return Quirks()


@pytest.fixture
def fake(quirks: Quirks) -> Iterator[FakeMailbox]:
    with FakeImap(quirks) as server:
        yield FakeMailbox(server)


class TestDovecot(MailSourceContract):
    @pytest.fixture
    def mailbox(self, dovecot_mailbox: DovecotMailbox) -> DovecotMailbox:
        return dovecot_mailbox


class TestFake(MailSourceContract):
    @pytest.fixture
    def mailbox(self, fake: FakeMailbox) -> FakeMailbox:
        return fake


class TestWithoutMove(MailSourceContract):
    @pytest.fixture
    def mailbox(self, fake: FakeMailbox) -> FakeMailbox:
        fake.server.quirks.capabilities = "UIDPLUS"
        return fake


class TestWithNoToWhatIsGone(MailSourceContract):
    @pytest.fixture
    def mailbox(self, fake: FakeMailbox) -> FakeMailbox:
        fake.server.quirks.refuses_what_is_gone = True
        return fake


# -- How far it has read --


def read_on(source: MailSource, after: RawMessage) -> list[bytes]:
    uidvalidity, uid = (int(part) for part in after.key.split(":"))
    cursor = Cursor(uidvalidity=uidvalidity, last_uid=uid)
    return [message.body for message in source.fetch(cursor, nothing_is_known)]


def test_a_cursor_leaves_out_what_came_before(dovecot_mailbox: DovecotMailbox) -> None:
    for number in range(3):
        dovecot_mailbox.deliver(letter(number))
    source = dovecot_mailbox.source()
    got = taken(source)

    assert read_on(source, got[0]) == [letter(1), letter(2)]
    assert read_on(source, got[2]) == []
    dovecot_mailbox.deliver(letter(3))
    assert read_on(source, got[2]) == [letter(3)]
    source.close()


def test_a_mailbox_numbered_anew_is_read_from_the_start(dovecot_mailbox: DovecotMailbox) -> None:
    for number in range(2):
        dovecot_mailbox.deliver(letter(number))
    source = dovecot_mailbox.source()
    before = taken(source)
    source.close()
    for path in dovecot_mailbox.user.maildir.glob("dovecot[.-]*[xt]"):  # as after a restored backup
        path.unlink()

    assert read_on(source, before[1]) == [letter(0), letter(1)]
    assert {message.key for message in before}.isdisjoint(message.key for message in taken(source))
    source.close()


def test_a_mailbox_set_back_is_read_from_the_start(fake: FakeMailbox) -> None:
    fake.deliver(letter(2))  # UID 1, which another message had before
    source = fake.source()

    for last_uid, want in ((1, []), (2, [letter(2)])):
        got = source.fetch(Cursor(uidvalidity=7, last_uid=last_uid), lambda _key: True)
        assert [message.body for message in got] == want
    source.close()


def test_a_server_that_is_wrong_about_its_next_uid_loses_no_mail(fake: FakeMailbox) -> None:
    fake.deliver(letter(1))
    fake.server.uidnext = 1
    source = fake.source()

    assert [message.body for message in taken(source)] == [letter(1)]
    source.close()


def test_a_message_that_names_another_by_now_is_left_alone(fake: FakeMailbox) -> None:
    fake.deliver(letter(1))
    source = fake.source(mode="move")
    (message,) = taken(source)
    fake.server.uidvalidity += 1

    source.handled(message, status=MessageStatus.HANDLED)

    assert list(fake.server.folders) == ["INBOX"]
    source.close()


def test_gaps_between_uids_are_crossed_in_few_steps(fake: FakeMailbox) -> None:
    fake.deliver(letter(1))
    fake.server.uidnext = 4_000_000_000
    fake.deliver(letter(2))
    source = fake.source()

    assert [message.body for message in taken(source)] == [letter(1), letter(2)]
    assert len(fake.server.commands) < 40
    source.close()


def test_more_messages_than_are_listed_at_a_time_come_once_each(fake: FakeMailbox) -> None:
    sent = [letter(number) for number in range(2 * WINDOW + 1)]
    for message in sent:
        fake.deliver(message)
    source = fake.source()

    assert [message.body for message in taken(source)] == sent
    source.close()


def test_of_a_thousand_old_messages_none_is_asked_for(fake: FakeMailbox) -> None:
    for number in range(1_000):
        fake.deliver(letter(number))
    fake.deliver(letter(1_000))
    source = fake.source()

    got = list(source.fetch(Cursor(uidvalidity=7, last_uid=1_000), nothing_is_known))

    assert [message.body for message in got] == [letter(1_000)]
    assert [c for c in fake.server.commands if "FETCH" in c] == [
        "UID FETCH 1001:* (RFC822.SIZE)",
        "UID FETCH 1001 (BODY.PEEK[])",
    ]
    source.close()


@pytest.mark.parametrize(
    ("sizes", "want"),
    [
        pytest.param([], [], id="none"),
        pytest.param([1] * BATCH_COUNT, [BATCH_COUNT], id="fifty"),
        pytest.param([1] * (BATCH_COUNT + 1), [BATCH_COUNT, 1], id="fifty-one"),
        pytest.param([BATCH_BYTES - 1, 1, 1], [2, 1], id="up to the byte"),
        pytest.param([BATCH_BYTES - 1, 2], [1, 1], id="a byte over"),
        pytest.param([1, BATCH_BYTES * 4, 1], [1, 1, 1], id="a large one alone"),
    ],
)
def test_batches(sizes: list[int], want: list[int]) -> None:
    numbered = list(enumerate(sizes))

    got = list(batches(numbered))

    assert [len(batch) for batch in got] == want
    assert [pair for batch in got for pair in batch] == numbered


# -- What it shows --


@pytest.mark.parametrize(
    ("status", "keyword"),
    [
        (MessageStatus.HANDLED, b"$RemitdDone"),
        (MessageStatus.REVIEW, b"$RemitdReview"),
        (MessageStatus.SET_ASIDE, b"$RemitdReview"),
    ],
)
def test_a_label_is_a_keyword_and_nothing_else(
    dovecot_mailbox: DovecotMailbox, status: MessageStatus, keyword: bytes
) -> None:
    dovecot_mailbox.deliver(letter(1))
    source = dovecot_mailbox.source(mode="label")

    for message in taken(source):
        source.handled(message, status=status)
    source.close()

    with dovecot_mailbox.program() as program:
        (flags,) = dovecot_mailbox.flags(program, "INBOX").values()
        assert flags - {b"\\Recent"} == {keyword}


def test_a_server_without_keywords_gets_none(fake: FakeMailbox) -> None:
    fake.server.quirks.keeps_keywords = False
    fake.deliver(letter(1))
    source = fake.source(mode="label")

    for message in taken(source):
        source.handled(message, status=MessageStatus.HANDLED)
    source.close()

    assert fake.flags() == [set()]


@pytest.mark.parametrize(
    ("status", "folder"),
    [(MessageStatus.HANDLED, "Remitd.Done"), (MessageStatus.REVIEW, "Remitd.Review")],
)
def test_a_move_keeps_a_message_unseen(
    dovecot_mailbox: DovecotMailbox, status: MessageStatus, folder: str
) -> None:
    dovecot_mailbox.deliver(letter(1))
    source = dovecot_mailbox.source(mode="move")

    for message in taken(source):
        source.handled(message, status=status)
    source.close()

    with dovecot_mailbox.program() as program:
        assert dovecot_mailbox.flags(program, "INBOX") == {}
        (flags,) = dovecot_mailbox.flags(program, folder).values()  # Dovecot's separator in a Maildir is "."
        assert b"\\Seen" not in flags
        assert folder in [name for _, _, name in program.list_sub_folders()]


@pytest.mark.parametrize(
    ("capabilities", "prefix", "separator", "folder"),
    [
        ("NAMESPACE MOVE", "INBOX.", ".", "INBOX.Remitd.Done"),
        ("NAMESPACE MOVE", "", "/", "Remitd/Done"),
        ("MOVE", "ignored", "^", "Remitd^Done"),
    ],
)
def test_a_move_goes_where_the_server_has_its_folders(
    fake: FakeMailbox, capabilities: str, prefix: str, separator: str, folder: str
) -> None:
    quirks = fake.server.quirks
    quirks.capabilities, quirks.prefix, quirks.separator = capabilities, prefix, separator
    fake.deliver(letter(1))
    source = fake.source(mode="move")

    for message in taken(source):
        source.handled(message, status=MessageStatus.HANDLED)
    source.close()

    assert [m.body for m in fake.server.folders[folder].values()] == [letter(1)]
    assert fake.server.subscribed == {folder}


def test_without_uidplus_others_deleted_mail_stays(fake: FakeMailbox) -> None:
    fake.server.quirks.capabilities = "IMAP4rev1"
    fake.deliver(letter(1))
    fake.server.add(letter(2), flags={"\\Deleted"})
    source = fake.source(mode="move")

    source.handled(taken(source)[0], status=MessageStatus.HANDLED)
    source.close()

    assert fake.flags() == [{"\\Deleted"}, {"\\Deleted"}]
    assert not any("EXPUNGE" in command for command in fake.server.commands)


# -- Providers --


def test_id_goes_before_select(fake: FakeMailbox) -> None:
    fake.server.quirks.wants_id = True
    fake.deliver(letter(1))
    source = fake.source()

    assert [message.body for message in taken(source)] == [letter(1)]
    source.close()


def test_a_body_that_ends_early_is_asked_for_again(fake: FakeMailbox) -> None:
    fake.server.quirks.short_literals = 2
    fake.deliver(letter(1))
    source = fake.source()

    (message,) = taken(source)

    assert (message.body, message.fault) == (letter(1), "")
    source.close()


def test_a_body_that_always_ends_early_comes_empty_and_with_its_size(fake: FakeMailbox) -> None:
    fake.server.quirks.short_literals = 1_000
    fake.deliver(letter(1))
    source = fake.source()

    (message,) = taken(source)

    assert (message.body, message.size) == (b"", len(letter(1)))
    assert message.fault == f"the server gave 2 of {len(letter(1))} bytes, 3 times"
    source.close()


@pytest.mark.parametrize("error", [-5, 17])
def test_a_size_that_is_an_estimate_does_no_harm(fake: FakeMailbox, error: int) -> None:
    fake.server.quirks.size_error = error
    fake.deliver(letter(1))
    source = fake.source()

    assert [message.body for message in taken(source)] == [letter(1)]
    source.close()


def test_neither_passwords_nor_mail_go_through_a_log(
    dovecot_mailbox: DovecotMailbox, caplog: pytest.LogCaptureFixture
) -> None:
    dovecot_mailbox.deliver(letter(1))
    source = dovecot_mailbox.source()

    with caplog.at_level(logging.DEBUG):  # imaplib formats what it reads where its own debug is not 0
        assert taken(source)
    source.close()

    assert "advice" not in caplog.text
    assert dovecot_mailbox.user.password not in caplog.text
    assert not [record for record in caplog.records if "BODY" in record.getMessage()]


# -- Connections --


def test_start_tls_is_used_where_it_is_offered(
    dovecot_mailbox: DovecotMailbox, certificates: Certificates
) -> None:
    dovecot_mailbox.deliver(letter(1))
    source = dovecot_mailbox.source(tls=False)
    unsafe = dovecot_mailbox.source(tls=False, ca_file=certificates.stranger_ca_file)

    assert [message.body for message in taken(source)] == [letter(1)]
    with pytest.raises(AgentError, match="certificate is not trusted"):
        taken(unsafe)
    source.close()


def test_a_password_without_tls_goes_to_loopback_alone(fake: FakeMailbox) -> None:
    source = fake.source(host="0.0.0.0")

    with pytest.raises(AgentError, match=r"^0\.0\.0\.0:\d+: offers no STARTTLS.* Use imaps://") as caught:
        taken(source)

    assert not isinstance(caught.value, ServerUnavailable)
    assert not any("LOGIN" in command for command in fake.server.commands)


@pytest.mark.parametrize("tls", [True, False])
@pytest.mark.parametrize("ca", ["none", "stranger"])
def test_a_stranger_s_certificate_is_refused(
    dovecot_mailbox: DovecotMailbox, certificates: Certificates, tls: bool, ca: str
) -> None:
    ca_file = {"none": None, "stranger": certificates.stranger_ca_file}[ca]
    source = dovecot_mailbox.source(tls=tls, ca_file=ca_file)

    with pytest.raises(
        AgentError, match=r"^localhost:\d+: its certificate is not trusted \(.*ca_file\.$"
    ) as caught:
        taken(source)

    assert not isinstance(caught.value, ServerUnavailable)


def test_a_certificate_for_another_host_is_refused(dovecot_mailbox: DovecotMailbox) -> None:
    source = dovecot_mailbox.source(host="0.0.0.0")

    with pytest.raises(AgentError, match=r"certificate is not valid for '0\.0\.0\.0'"):
        taken(source)


def test_a_ca_file_without_certificates_is_named(dovecot_mailbox: DovecotMailbox, tmp_path: Path) -> None:
    empty = tmp_path / "ca.pem"
    empty.touch()

    for path in (empty, tmp_path / "missing.pem"):
        with pytest.raises(AgentError, match=rf"^{path}: no certificates in it .*\[inbox\] ca_file"):
            taken(dovecot_mailbox.source(ca_file=path))


@pytest.mark.parametrize("password", ["battery staple", "", 'quo"ted', "密码"])
def test_a_wrong_password_is_the_operator_s_affair(dovecot_mailbox: DovecotMailbox, password: str) -> None:
    source = dovecot_mailbox.source(password=password)

    with pytest.raises(
        AgentError, match=r"^localhost:\d+: ar.* can't log in \(.*\[inbox\] password_file"
    ) as caught:
        taken(source)

    assert not isinstance(caught.value, ServerUnavailable)


@pytest.mark.parametrize("password", ['quo"ted', "back\\slash", "two words", "密码-größe"])
def test_a_password_may_hold_any_character(
    dovecot: Dovecot, certificates: Certificates, password: str
) -> None:
    user = dovecot.add_user(f"ar-{password.encode().hex()}", password=password)
    source = DovecotMailbox(dovecot, user, certificates.ca_file).source()

    assert taken(source) == []
    source.close()


def test_a_wrong_password_by_login_too(fake: FakeMailbox) -> None:
    with pytest.raises(AgentError, match=r"can't log in \(\[AUTHENTICATIONFAILED\] Login failed\)"):
        taken(fake.source(password="battery staple"))


def test_a_server_that_can_t_log_in_anyone_now_is_unavailable(fake: FakeMailbox) -> None:
    fake.server.quirks.is_out_of_service = True

    with pytest.raises(ServerUnavailable, match="UNAVAILABLE"):
        taken(fake.source())


@pytest.mark.parametrize("command", ["LOGIN", "ID", "EXAMINE", "UID FETCH"])
def test_a_server_that_hangs_up_is_unavailable(fake: FakeMailbox, command: str) -> None:
    fake.deliver(letter(1))
    fake.server.quirks.hangs_up_at = command

    with pytest.raises(ServerUnavailable, match=r"^127\.0\.0\.1:\d+: no mail could be read \(.+\)\."):
        taken(fake.source())


def test_a_folder_that_is_not_there_is_named(dovecot_mailbox: DovecotMailbox) -> None:
    source = dovecot_mailbox.source(folder="Zahlungen/海港")

    with pytest.raises(AgentError, match=r"folder Zahlungen/海港 can't be opened .*\[inbox\] url") as caught:
        taken(source)

    assert not isinstance(caught.value, ServerUnavailable)


@pytest.mark.parametrize("mode", ["label", "move"])
def test_a_mailbox_that_may_only_be_read_can_only_be_observed(fake: FakeMailbox, mode: Mode) -> None:
    fake.server.quirks.is_read_only = True
    fake.deliver(letter(1))

    with pytest.raises(AgentError, match=r'Set \[inbox\] mode = "observe"') as caught:
        taken(fake.source(mode=mode))
    assert not isinstance(caught.value, ServerUnavailable)

    source = fake.source()
    assert [message.body for message in taken(source)] == [letter(1)]
    source.close()


def test_nobody_listening_is_unavailable(dovecot_mailbox: DovecotMailbox) -> None:
    port = free_port()

    with pytest.raises(ServerUnavailable, match=rf"^localhost:{port}: .*refused.*\[inbox\] url") as caught:
        taken(dovecot_mailbox.source(port=port))

    assert "\n" not in str(caught.value)


def test_a_server_that_says_nothing_is_unavailable(dovecot_mailbox: DovecotMailbox) -> None:
    source = dovecot_mailbox.source(tls=False, port=dovecot_mailbox.server.imaps_port, timeout=0.5)

    with pytest.raises(ServerUnavailable, match="timed out"):
        taken(source)


def test_a_connection_that_broke_between_two_looks_is_made_anew(fake: FakeMailbox) -> None:
    fake.deliver(letter(1))
    source = fake.source(mode="label")
    (message,) = taken(source)

    fake.server.hang_up()
    assert taken(source) == [message]
    fake.server.hang_up()
    source.handled(message, status=MessageStatus.HANDLED)

    assert fake.flags() == [{"$RemitdDone"}]
    source.close()


def test_a_connection_that_breaks_while_mail_is_read_is_no_end_of_the_mail(fake: FakeMailbox) -> None:
    for number in range(BATCH_COUNT + 1):
        fake.deliver(letter(number))
    source = fake.source()
    got = source.fetch(None, nothing_is_known)
    first = next(got)

    fake.server.hang_up()
    with pytest.raises(ServerUnavailable, match=r"no mail could be read"):
        list(got)

    assert read_on(source, first) == [letter(number) for number in range(1, BATCH_COUNT + 1)]
    source.close()


def test_the_name_tells_no_password(dovecot_mailbox: DovecotMailbox) -> None:
    source = dovecot_mailbox.source(host="mail.harbour.example", port=993, user="a/r@x", folder="Ein gang")

    assert source.name == "imaps://a%2Fr%40x@mail.harbour.example:993/Ein%20gang"
