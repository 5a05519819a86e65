"""SmtpTransport keeps the contract on real servers, and knows what became of a letter however they fail."""

import logging
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agent.errors import AgentError, ServerUnavailable
from agent.facts.sending import SendResult
from agent.outbox.smtp import SmtpTransport
from agent.outbox.transport import MailTransport
from tests.contracts.mail_transport import MailTransportContract, letter, send, unwanted
from tests.fake_smtp import FakeSmtp
from tests.servers import Certificate, Certificates, Fault, Received, SmtpServer, free_port


class Submission:
    """The way out by a server with TLS and AUTH."""

    def __init__(self, server: SmtpServer, ca_file: Path, *, tls: bool) -> None:
        self.server, self.ca_file, self.tls = server, ca_file, tls

    def transport(self, **other: Any) -> MailTransport:
        given: dict[str, Any] = {
            "host": self.server.host,
            "port": self.server.port,
            "tls": self.tls,
            "user": self.server.user,
            "password": self.server.password,
            "ca_file": self.ca_file,
            "timeout": 5.0,
            "dot_timeout": 10.0,
        }
        return SmtpTransport(**given | other)

    def arrived(self) -> list[bytes]:
        return sorted(received.content for received in self.server.received)


class Relay:
    """The way out by a server in the same machine, without TLS."""

    def __init__(self, server: FakeSmtp) -> None:
        self.server = server

    def transport(self, **other: Any) -> MailTransport:
        given: dict[str, Any] = {
            "host": "127.0.0.1",
            "port": self.server.port,
            "tls": False,
            "user": None,
            "password": None,
            "ca_file": None,
            "timeout": 5.0,
            "dot_timeout": 5.0,
        }
        return SmtpTransport(**given | other)

    def arrived(self) -> list[bytes]:
        return sorted(self.server.letters)


@pytest.fixture
def submission(smtp_server: SmtpServer, certificates: Certificates) -> Submission:
    return Submission(smtp_server, certificates.ca_file, tls=False)


@pytest.fixture
def script() -> dict[str, str]:
    return {}


@pytest.fixture
def relay(script: dict[str, str]) -> Iterator[Relay]:
    with FakeSmtp(script) as server:
        yield Relay(server)


class TestStartTls(MailTransportContract):
    @pytest.fixture
    def way_out(self, submission: Submission) -> Submission:
        return submission


class TestImplicitTls(MailTransportContract):
    @pytest.fixture
    def way_out(self, certificates: Certificates) -> Iterator[Submission]:
        with SmtpServer(certificates, implicit_tls=True) as server:
            yield Submission(server, certificates.ca_file, tls=True)


class TestRelay(MailTransportContract):
    @pytest.fixture
    def way_out(self, relay: Relay) -> Relay:
        return relay


# -- What became of the letter --


@pytest.mark.table("send_outcome")
def test_what_became_of_a_letter(case: dict[str, Any], relay: Relay) -> None:
    relay.server.script[case["at"]] = case["does"]
    transport = relay.transport(timeout=0.3, dot_timeout=0.3)
    started: list[bool] = []

    outcome = send(transport, letter(1), before_data=lambda: started.append(True))

    assert (outcome.result, outcome.detail) == (case["want"], case["detail"])
    assert started == [True] * case["started"]
    relay.server.script.clear()
    assert send(transport, letter(2), number=2).result is SendResult.ACCEPTED  # it is fit for the next letter
    transport.close()


def test_the_answer_to_the_dot_may_take_longer_than_others(relay: Relay) -> None:
    transport = relay.transport(timeout=0.2, dot_timeout=30.0)
    relay.server.script["dot"] = "silence"
    threading.Timer(0.6, relay.server.over.set).start()

    assert send(transport, letter(1)).detail == "Unexpected EOF received"
    transport.close()


@pytest.mark.parametrize(
    ("fault", "want", "arrives"),
    [
        (Fault.UNAVAILABLE, SendResult.DEFERRED, False),
        (Fault.RECIPIENT_REFUSED, SendResult.REFUSED, False),
        (Fault.BUSY_AFTER_DOT, SendResult.DEFERRED, False),
        (Fault.REJECTED_AFTER_DOT, SendResult.REFUSED, False),
        (Fault.KEPT_THEN_DROPPED, SendResult.UNKNOWN, True),
        (Fault.LOST_THEN_DROPPED, SendResult.UNKNOWN, False),
        (Fault.HELD_AFTER_DOT, SendResult.UNKNOWN, True),
    ],
)
def test_the_same_under_tls(submission: Submission, fault: Fault, want: SendResult, arrives: bool) -> None:
    submission.server.fault = fault
    transport = submission.transport(dot_timeout=0.5)

    outcome = send(transport, letter(1))

    assert outcome.result is want
    assert submission.arrived() == [letter(1)] * arrives
    submission.server.fault = None
    assert send(transport, letter(2), number=2).result is SendResult.ACCEPTED
    transport.close()


def test_a_letter_goes_to_all_or_to_none(submission: Submission) -> None:
    submission.server.refused = {"gone@acme.example"}
    transport = submission.transport()
    two = ("ap@acme.example", "gone@acme.example")

    refused = send(transport, letter(1), recipients=two, before_data=unwanted)
    accepted = send(transport, letter(2), recipients=(two[0], "cfo@acme.example"), number=2)

    assert (refused.result, refused.detail) == (
        SendResult.REFUSED,
        "gone@acme.example: 550 5.1.1 No such mailbox",
    )
    assert accepted.result is SendResult.ACCEPTED
    assert submission.server.received == [
        Received(
            sender="ar@harbour.example",
            recipients=("ap@acme.example", "cfo@acme.example"),
            content=letter(2),
        )
    ]
    transport.close()


# -- One connection --


def test_letters_share_a_connection(relay: Relay) -> None:
    transport = relay.transport()

    for number in range(5):
        send(transport, letter(number), number=number)
    transport.close()

    assert relay.server.connection_count == 1
    assert relay.server.steps[-1] == "quit"


def test_a_connection_that_broke_between_two_letters_is_made_anew(relay: Relay) -> None:
    transport = relay.transport()
    send(transport, letter(1))
    starts: list[bool] = []

    relay.server.hang_up()
    outcome = send(transport, letter(2), number=2, before_data=lambda: starts.append(True))

    assert outcome.result is SendResult.ACCEPTED
    assert starts == [True]
    assert relay.arrived() == [letter(1), letter(2)]
    transport.close()


def test_a_new_connection_that_breaks_is_not_made_again_at_once(relay: Relay) -> None:
    relay.server.script["mail"] = "hang up"
    transport = relay.transport()

    assert send(transport, letter(1), before_data=unwanted).result is SendResult.DEFERRED
    assert relay.server.connection_count == 1
    transport.close()


def test_an_answer_that_comes_too_late_is_not_taken_for_the_next_letter_s(relay: Relay) -> None:
    relay.server.script["dot"] = "late: 250 2.0.0 queued as 4711"
    transport = relay.transport(timeout=5.0, dot_timeout=0.3)

    assert send(transport, letter(1)).result is SendResult.UNKNOWN
    relay.server.script.clear()
    relay.server.script["dot"] = "554 5.7.1 spam"

    assert send(transport, letter(2), number=2).result is SendResult.REFUSED
    transport.close()


@pytest.mark.parametrize("does", ["421 4.4.2 idle for too long", "hang up", "silence"])
def test_a_server_that_is_tired_of_the_connection_gets_a_new_one(relay: Relay, does: str) -> None:
    transport = relay.transport(timeout=0.3)
    send(transport, letter(1))
    relay.server.script["mail"] = does

    outcome = send(transport, letter(2), number=2)

    assert outcome.result is SendResult.DEFERRED
    assert relay.server.steps.count("mail") == 3  # once on the old connection, once on a new one, and no more
    transport.close()


def test_a_server_that_restarts_between_two_letters_gets_each_once(submission: Submission) -> None:
    transport = submission.transport()
    send(transport, letter(1))

    submission.server.stop()
    with pytest.raises(ServerUnavailable):
        send(transport, letter(2), number=2, before_data=unwanted)
    submission.server.start()

    assert send(transport, letter(2), number=2).result is SendResult.ACCEPTED
    assert submission.arrived() == [letter(1), letter(2)]
    transport.close()


def test_an_interrupt_ends_the_connection_and_comes_through(relay: Relay) -> None:
    transport = relay.transport()

    def interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        send(transport, letter(1), before_data=interrupted)

    assert relay.arrived() == []
    assert send(transport, letter(1)).result is SendResult.ACCEPTED
    assert relay.arrived() == [letter(1)]
    transport.close()


def test_a_bad_answer_to_quit_changes_nothing(relay: Relay) -> None:
    relay.server.script["quit"] = "500 never heard of it"
    transport = relay.transport()

    assert send(transport, letter(1)).result is SendResult.ACCEPTED
    transport.close()


def test_the_machine_s_name_is_not_told(relay: Relay) -> None:
    transport = relay.transport()
    send(transport, letter(1))
    transport.close()

    assert relay.server.lines[0] == "EHLO [127.0.0.1]"


@pytest.mark.parametrize(
    ("text", "options"),
    [(b"Thank you.\r\n", ""), ("Vielen Dank, Größe\r\n".encode(), " BODY=8BITMIME")],
)
def test_mail_tells_the_size_and_whether_it_has_eight_bits(relay: Relay, text: bytes, options: str) -> None:
    transport = relay.transport()
    message = letter(1, text=text)

    send(transport, message)
    transport.close()

    assert relay.server.lines[1] == f"MAIL FROM:<ar@harbour.example> SIZE={len(message)}{options}"


# -- What only the operator can mend --


def test_a_letter_without_tls_goes_to_loopback_alone(relay: Relay) -> None:
    transport = relay.transport(host="0.0.0.0", user="ar@harbour.example", password="battery staple")

    with pytest.raises(AgentError, match=r"^0\.0\.0\.0:\d+: offers no STARTTLS.* Use smtps://") as caught:
        send(transport, letter(1), before_data=unwanted)

    assert not isinstance(caught.value, ServerUnavailable)
    assert "mail" not in relay.server.steps
    transport.close()


@pytest.mark.parametrize("tls", [True, False])
@pytest.mark.parametrize(
    ("certificate", "why"),
    [(Certificate.STRANGER, "unable to get local issuer"), (Certificate.WRONG_HOST, "Hostname mismatch")],
)
def test_a_bad_certificate_is_refused(
    certificates: Certificates, certificate: Certificate, why: str, tls: bool
) -> None:
    with SmtpServer(certificates, certificate=certificate, implicit_tls=tls) as server:
        transport = Submission(server, certificates.ca_file, tls=tls).transport()

        with pytest.raises(
            AgentError, match=rf"^localhost:\d+: its certificate is not trusted \({why}.*ca_file\.$"
        ) as caught:
            send(transport, letter(1), before_data=unwanted)

        assert not isinstance(caught.value, ServerUnavailable)
        assert server.received == []
        transport.close()


def test_a_ca_file_without_certificates_is_named(submission: Submission, tmp_path: Path) -> None:
    transport = submission.transport(ca_file=tmp_path / "missing.pem")

    with pytest.raises(AgentError, match=r"missing\.pem: no certificates in it .*\[outbox\] ca_file"):
        send(transport, letter(1), before_data=unwanted)
    transport.close()


def test_a_wrong_password_is_the_operator_s_affair(submission: Submission) -> None:
    transport = submission.transport(password="correct horse")

    with pytest.raises(
        AgentError, match=r"^localhost:\d+: ar@harbour.example can't log in \(535 .*\[outbox\] password_file"
    ) as caught:
        send(transport, letter(1), before_data=unwanted)

    assert not isinstance(caught.value, ServerUnavailable)
    transport.close()


def test_a_check_finds_what_a_letter_would_find(submission: Submission) -> None:
    for other, fault in (
        ({"password": "correct horse"}, AgentError),
        ({"ca_file": None}, AgentError),
        ({"port": free_port()}, ServerUnavailable),
    ):
        transport = submission.transport(**other)
        with pytest.raises(fault) as caught:
            transport.check()
        assert type(caught.value) is fault
        transport.close()


def test_a_server_that_wants_a_login_says_so(submission: Submission) -> None:
    transport = submission.transport(user=None, password=None)

    with pytest.raises(AgentError, match=r"ar@harbour.example may not send \(530 5\.7\.0"):
        send(transport, letter(1), before_data=unwanted)
    transport.close()


def test_a_server_that_knows_no_login_says_so(relay: Relay) -> None:
    transport = relay.transport(user="ar@harbour.example", password="battery staple")

    with pytest.raises(AgentError, match=r"offers no way to log in that we know .*\[outbox\] url"):
        send(transport, letter(1), before_data=unwanted)
    transport.close()


@pytest.mark.parametrize(
    "answer",
    [
        "501 mail from address must be same as authorization user",  # QQ
        "553 Mail from must equal authorized user",  # 163
        "550 5.7.30 Basic authentication is not supported",  # Microsoft 365
    ],
)
def test_an_address_that_the_user_may_not_use_fails_no_letter(relay: Relay, answer: str) -> None:
    relay.server.script["mail"] = answer
    transport = relay.transport()

    with pytest.raises(AgentError, match=r"\[company\] address") as caught:
        send(transport, letter(1), before_data=unwanted)

    assert answer in str(caught.value)
    transport.close()


@pytest.mark.parametrize("greeting", ["421 4.3.2 full", "554 5.3.2 no service here", "hang up", "silence"])
def test_a_server_that_lets_nobody_in_is_unavailable(relay: Relay, greeting: str) -> None:
    relay.server.script["greeting"] = greeting
    transport = relay.transport(timeout=0.3)

    with pytest.raises(
        ServerUnavailable, match=r"^127\.0\.0\.1:\d+: no letter could be sent \(.+\)"
    ) as caught:
        send(transport, letter(1), before_data=unwanted)

    assert "\n" not in str(caught.value)
    transport.close()


def test_nobody_listening_is_unavailable(relay: Relay) -> None:
    port = free_port()
    transport = relay.transport(port=port)

    with pytest.raises(ServerUnavailable, match=rf"^127\.0\.0\.1:{port}: .*\[outbox\] url"):
        send(transport, letter(1), before_data=unwanted)
    transport.close()


def test_no_password_goes_through_a_log(submission: Submission, caplog: pytest.LogCaptureFixture) -> None:
    transport = submission.transport()

    with caplog.at_level(logging.DEBUG, "aiosmtplib"), caplog.at_level(logging.DEBUG, "asyncio"):
        send(transport, letter(1))
    transport.close()

    assert submission.server.password not in caplog.text
