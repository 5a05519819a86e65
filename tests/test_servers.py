"""The servers that other tests lean on behave as real ones do, their failures included."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPDataError,
    SMTPReadTimeoutError,
    SMTPRecipientRefused,
    SMTPResponseException,
    SMTPSenderRefused,
    SMTPServerDisconnected,
)
from imapclient import IMAPClient
from imapclient.exceptions import LoginError

from tests.servers import Certificate, Certificates, Dovecot, Fault, ImapUser, Received, SmtpServer

MESSAGE = (
    b"From: pay@acme.example\r\nTo: ar@harbour.example\r\nSubject: Remittance\r\n\r\nINV-1001 980.00\r\n.\r\n"
)


# -- IMAP --


@contextmanager
def imap(server: Dovecot, ca_file: Path) -> Iterator[IMAPClient]:
    context = ssl.create_default_context(cafile=str(ca_file))
    client = IMAPClient(server.host, server.imaps_port, ssl_context=context, timeout=10)
    try:
        yield client
    finally:
        client.shutdown()


def test_imaps_shows_what_was_delivered(
    dovecot: Dovecot, imap_user: ImapUser, certificates: Certificates
) -> None:
    dovecot.deliver(imap_user, MESSAGE)
    dovecot.deliver(imap_user, b"Subject: second\r\n\r\n")

    with imap(dovecot, certificates.ca_file) as client:
        client.login(imap_user.name, imap_user.password)
        client.select_folder("INBOX", readonly=True)
        found = client.fetch(client.search(), ["BODY.PEEK[]"])

    assert [MESSAGE, b"Subject: second\r\n\r\n"] == [found[uid][b"BODY[]"] for uid in sorted(found)]


def test_imaps_is_refused_by_a_client_that_trusts_another_authority(
    dovecot: Dovecot, certificates: Certificates
) -> None:
    with (
        pytest.raises(ssl.SSLCertVerificationError, match="certificate verify failed"),
        imap(dovecot, certificates.stranger_ca_file),
    ):
        pass


def test_imap_goes_over_to_tls(dovecot: Dovecot, imap_user: ImapUser, certificates: Certificates) -> None:
    context = ssl.create_default_context(cafile=str(certificates.ca_file))
    client = IMAPClient(dovecot.host, dovecot.imap_port, ssl=False, timeout=10)
    try:
        client.starttls(context)
        client.login(imap_user.name, imap_user.password)

        assert {b"IDLE", b"MOVE", b"UIDPLUS"} <= set(client.capabilities())
    finally:
        client.shutdown()


def test_imap_refuses_a_wrong_password(
    dovecot: Dovecot, imap_user: ImapUser, certificates: Certificates
) -> None:
    with imap(dovecot, certificates.ca_file) as client, pytest.raises(LoginError):
        client.login(imap_user.name, "wrong")


def test_mail_goes_into_a_named_folder(
    dovecot: Dovecot, imap_user: ImapUser, certificates: Certificates
) -> None:
    dovecot.deliver(imap_user, MESSAGE, folder="Payments")

    with imap(dovecot, certificates.ca_file) as client:
        client.login(imap_user.name, imap_user.password)

        assert 1 == client.select_folder("Payments", readonly=True)[b"EXISTS"]


def test_imap_outage_ends_and_the_mail_is_still_there(certificates: Certificates, dovecot: Dovecot) -> None:
    del dovecot  # asked for so that this is skipped where there is none
    with Dovecot(certificates) as server:
        user = server.add_user("ar@harbour.example")
        server.deliver(user, MESSAGE)
        server.stop()
        with pytest.raises(ConnectionRefusedError), imap(server, certificates.ca_file):
            pass
        server.start()
        with imap(server, certificates.ca_file) as client:
            client.login(user.name, user.password)

            assert 1 == client.select_folder("INBOX")[b"EXISTS"]


# -- SMTP --


@asynccontextmanager
async def smtp(
    server: SmtpServer, certificates: Certificates, *, login: bool = True, use_tls: bool = False
) -> AsyncIterator[SMTP]:
    context = ssl.create_default_context(cafile=str(certificates.ca_file))
    client = SMTP(
        hostname=server.host,
        port=server.port,
        use_tls=use_tls,
        start_tls=not use_tls,
        tls_context=context,
        timeout=1,
    )
    try:
        await client.connect()
        if login:
            await client.login(server.user, server.password)
        yield client
    finally:
        # close() waits for the peer's TLS goodbye, which outlives the loop of asyncio.run.
        if isinstance(client.transport, asyncio.WriteTransport):
            client.transport.abort()
        client.close()
        await asyncio.sleep(0.01)


def send(
    server: SmtpServer, certificates: Certificates, *, login: bool = True, use_tls: bool = False
) -> None:
    async def steps() -> None:
        async with smtp(server, certificates, login=login, use_tls=use_tls) as client:
            await client.mail("ar@harbour.example")
            await client.rcpt("pay@acme.example")
            await client.rcpt("li.na@harbour.example")
            await client.data(MESSAGE)

    asyncio.run(steps())


TAKEN = Received(
    sender="ar@harbour.example",
    recipients=("pay@acme.example", "li.na@harbour.example"),
    content=MESSAGE,
)


def test_smtp_takes_a_letter_after_starttls_and_auth(
    smtp_server: SmtpServer, certificates: Certificates
) -> None:
    send(smtp_server, certificates)

    assert [TAKEN] == smtp_server.received


def test_smtps_takes_a_letter_after_auth(certificates: Certificates) -> None:
    with SmtpServer(certificates, implicit_tls=True) as server:
        send(server, certificates, use_tls=True)

        assert [TAKEN] == server.received


def test_smtp_takes_nothing_without_auth(smtp_server: SmtpServer, certificates: Certificates) -> None:
    with pytest.raises(SMTPSenderRefused, match="Authentication required") as refusal:
        send(smtp_server, certificates, login=False)

    assert 530 == refusal.value.code
    assert [] == smtp_server.received


def test_smtp_takes_nothing_without_tls(smtp_server: SmtpServer) -> None:
    async def steps() -> None:
        async with SMTP(hostname=smtp_server.host, port=smtp_server.port, start_tls=False) as client:
            await client.mail("ar@harbour.example")

    with pytest.raises(SMTPResponseException, match="STARTTLS") as refusal:
        asyncio.run(steps())

    assert 530 == refusal.value.code


def test_smtp_refuses_a_wrong_password(smtp_server: SmtpServer, certificates: Certificates) -> None:
    async def steps() -> None:
        async with smtp(smtp_server, certificates, login=False) as client:
            await client.login(smtp_server.user, "wrong")

    with pytest.raises(SMTPAuthenticationError):
        asyncio.run(steps())


@pytest.mark.parametrize("certificate", [Certificate.WRONG_HOST, Certificate.STRANGER])
def test_smtp_with_a_wrong_certificate_is_refused_by_its_client(
    certificates: Certificates, certificate: Certificate
) -> None:
    with SmtpServer(certificates, certificate=certificate) as server:
        with pytest.raises(ssl.SSLCertVerificationError):
            send(server, certificates)

        assert [] == server.received


@pytest.mark.parametrize(
    ("fault", "error", "code"),
    [
        (Fault.UNAVAILABLE, SMTPSenderRefused, 421),
        (Fault.RECIPIENT_REFUSED, SMTPRecipientRefused, 550),
        (Fault.BUSY_AFTER_DOT, SMTPDataError, 451),
        (Fault.REJECTED_AFTER_DOT, SMTPDataError, 554),
    ],
)
def test_smtp_says_no_and_keeps_nothing(
    smtp_server: SmtpServer,
    certificates: Certificates,
    fault: Fault,
    error: type[SMTPResponseException],
    code: int,
) -> None:
    smtp_server.fault = fault

    with pytest.raises(error) as refusal:
        send(smtp_server, certificates)

    assert code == refusal.value.code
    assert [] == smtp_server.received


def test_smtp_refuses_one_recipient_of_two(smtp_server: SmtpServer, certificates: Certificates) -> None:
    smtp_server.refused.add("li.na@harbour.example")

    with pytest.raises(SMTPRecipientRefused) as refusal:
        send(smtp_server, certificates)

    assert "li.na@harbour.example" == refusal.value.recipient


@pytest.mark.parametrize(
    ("fault", "kept"), [(Fault.KEPT_THEN_DROPPED, [TAKEN]), (Fault.LOST_THEN_DROPPED, [])]
)
def test_smtp_drops_the_line_after_the_dot_and_the_client_cannot_tell_whether_it_was_kept(
    smtp_server: SmtpServer, certificates: Certificates, fault: Fault, kept: list[Received]
) -> None:
    smtp_server.fault = fault

    with pytest.raises(SMTPServerDisconnected):
        send(smtp_server, certificates)

    assert kept == smtp_server.received


def test_smtp_is_silent_after_the_dot_until_released(
    smtp_server: SmtpServer, certificates: Certificates
) -> None:
    async def steps() -> str:
        async with smtp(smtp_server, certificates) as client:
            await client.mail("ar@harbour.example")
            await client.rcpt("pay@acme.example")
            reply = asyncio.create_task(client.data(MESSAGE, timeout=10))
            assert await asyncio.to_thread(smtp_server.holding.wait, 5)
            assert not reply.done()
            smtp_server.release()
            return (await reply).message

    smtp_server.fault = Fault.HELD_AFTER_DOT

    assert "2.0.0 Taken" == asyncio.run(steps())


def test_smtp_that_stays_silent_runs_into_the_clients_limit(
    smtp_server: SmtpServer, certificates: Certificates
) -> None:
    smtp_server.fault = Fault.HELD_AFTER_DOT

    with pytest.raises(SMTPReadTimeoutError):
        send(smtp_server, certificates)

    assert [TAKEN] == smtp_server.received


def test_smtp_outage_ends(smtp_server: SmtpServer, certificates: Certificates) -> None:
    smtp_server.stop()
    with pytest.raises(OSError, match=r"[Cc]onnect"):
        send(smtp_server, certificates)
    smtp_server.start()

    send(smtp_server, certificates)

    assert [TAKEN] == smtp_server.received
