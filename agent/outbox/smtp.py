"""EDGE From a letter to an SMTP server, over aiosmtplib's steps; it knows when a letter may be gone."""

import asyncio
import re
import ssl
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

import aiosmtplib
from aiosmtplib import SMTP, SMTPException, SMTPResponse, SMTPResponseException

from agent.errors import AgentError, ServerUnavailable
from agent.facts.sending import SendOutcome, SendResult
from agent.outbox.transport import unsendable
from agent.tls import is_loopback, trusted

OURS: Final = frozenset({501, 530, 535, 538, 553})
"""Answers to MAIL about us, not the letter: not logged in (RFC 4954), not the user's address (QQ, 163)."""

BASIC_AUTH_OFF: Final = "5.7.30"  # Microsoft 365, wherever in the dialogue it says so

_LEADING_DOT: Final = re.compile(rb"(?m)^\.")


class SmtpTransport:
    """A MailTransport over one connection, kept for many letters and made anew if it broke between them."""

    def __init__(
        self,
        host: str,
        port: int,
        *,
        tls: bool,
        user: str | None,
        password: str | None,
        ca_file: Path | None,
        timeout: float = 30.0,
        dot_timeout: float = 600.0,
    ) -> None:
        """`tls`: from the first byte (smtps); else STARTTLS, which only a loopback host may lack.

        `timeout`: seconds for each step; `dot_timeout`: seconds for the answer to the final dot, ten minutes
        by RFC 5321 4.5.3.2.6: who gives up sooner sends twice.
        """
        self._host, self._port, self._tls, self._ca_file = host, port, tls, ca_file
        self._user, self._password = user, password
        self._timeout, self._dot_timeout = timeout, dot_timeout
        self._where = f"{host}:{port}"
        self._runner = asyncio.Runner()
        self._smtp: SMTP | None = None
        self._wire: asyncio.BaseTransport | None = None  # aiosmtplib forgets it before it is closed

    def send(
        self,
        letter_bytes: bytes,
        *,
        sender: str,
        recipients: tuple[str, ...],
        message_id: str,  # noqa: ARG002 - the letter has it
        before_data: Callable[[], None],
    ) -> SendOutcome:
        """As MailTransport says; REFUSED also where only some recipients were, and then nobody gets it."""
        if refusal := unsendable(letter_bytes, sender, recipients):
            return refusal
        return self._runner.run(self._send(letter_bytes, sender, recipients, before_data))

    @property
    def is_idempotent(self) -> bool:
        """A server may have taken a letter whose reply was lost."""
        return False

    def check(self) -> None:
        """Connect, encrypt, log in."""
        self._runner.run(self._connected())

    def close(self) -> None:
        """Says QUIT and hangs up."""
        self._runner.run(self._hang_up())
        self._runner.close()
        self._runner = asyncio.Runner()

    async def _send(
        self, letter: bytes, sender: str, recipients: tuple[str, ...], before_data: Callable[[], None]
    ) -> SendOutcome:
        try:
            is_reused = self._smtp is not None
            smtp = self._smtp or await self._connected()
            refusal = await self._envelope(smtp, letter, sender, recipients)
            if refusal and is_reused and not smtp.is_connected:  # gone since the last letter, before DATA
                smtp = await self._connected()
                refusal = await self._envelope(smtp, letter, sender, recipients)
            if refusal:
                await self._forget_envelope(smtp)
                return refusal
            before_data()
            outcome = await self._body(smtp, letter)
            if outcome.result is not SendResult.ACCEPTED:
                await self._forget_envelope(smtp)
            return outcome
        except BaseException:
            await self._hang_up()
            raise

    async def _envelope(
        self, smtp: SMTP, letter: bytes, sender: str, recipients: tuple[str, ...]
    ) -> SendOutcome | None:
        """MAIL and every RCPT; None where the server takes all of them."""
        options = [f"SIZE={len(letter)}"] if smtp.supports_extension("size") else []
        if not letter.isascii() and smtp.supports_extension("8bitmime"):
            options.append("BODY=8BITMIME")
        try:
            await smtp.mail(sender, options=options)
        except SMTPResponseException as error:
            if error.code in OURS or BASIC_AUTH_OFF in error.message:
                raise self._unfit(f"{sender} may not send", error) from error
            return _outcome(error)
        except (SMTPException, OSError) as error:
            return _outcome(error)
        refusals = []
        for recipient in recipients:
            try:
                await smtp.rcpt(recipient)
            except (SMTPException, OSError) as error:
                refusals.append(_outcome(error, about=recipient))
        final = [refusal for refusal in refusals if refusal.result is SendResult.REFUSED]
        return next(iter(final + refusals), None)

    async def _body(self, smtp: SMTP, letter: bytes) -> SendOutcome:
        """DATA and the letter. From its first byte on, a lost connection leaves the letter's fate unknown."""
        is_under_way = False
        try:
            reply = await smtp.execute_command(b"DATA")
            if reply.code == 354 and smtp.protocol is not None:
                is_under_way = True
                smtp.protocol.write(_LEADING_DOT.sub(b"..", letter) + b".\r\n")
                reply = await smtp.protocol.read_response(timeout=self._dot_timeout)
        except (SMTPException, OSError) as error:
            smtp.close()
            return _outcome(error, is_under_way=is_under_way)
        if is_under_way and reply.code == 250:
            return SendOutcome(result=SendResult.ACCEPTED, detail=_one_line(_said(reply)))
        return _outcome(SMTPResponseException(reply.code, reply.message), is_under_way=is_under_way)

    async def _connected(self) -> SMTP:
        """A connection that is encrypted and logged in."""
        await self._hang_up()
        context = trusted(self._ca_file, section="outbox")
        smtp = SMTP(
            hostname=self._host,
            port=self._port,
            timeout=self._timeout,
            use_tls=self._tls,
            start_tls=False,  # ours, so that its lack is seen
            tls_context=context,
            local_hostname="[127.0.0.1]",  # RFC 5321 4.1.3; the machine's name is nobody's business
        )
        try:
            await smtp.connect()
            self._wire = smtp.transport
            await smtp.ehlo()
            if not self._tls:
                await self._start_tls(smtp)
            if self._user is not None:
                await self._log_in(smtp, self._user)
        except (SMTPException, OSError) as error:
            raise self._translated(error) from error
        self._smtp = smtp
        return smtp

    async def _start_tls(self, smtp: SMTP) -> None:
        if smtp.supports_extension("starttls"):
            await smtp.starttls()
            self._wire = smtp.transport
            await smtp.ehlo()
        elif not is_loopback(self._host):
            raise AgentError(
                f"{self._where}: offers no STARTTLS, and letters would be sent in the clear."
                " Use smtps:// in [outbox] url, or ask whoever runs the server."
            )

    async def _log_in(self, smtp: SMTP, user: str) -> None:
        """One try with one mechanism: aiosmtplib tries them all, and servers lock accounts that guess."""
        mechanisms = {"plain": smtp.auth_plain, "login": smtp.auth_login, "cram-md5": smtp.auth_crammd5}
        offered = [name for name in mechanisms if name in smtp.server_auth_methods]
        if not offered:
            raise AgentError(
                f"{self._where}: offers no way to log in that we know (AUTH PLAIN, LOGIN, CRAM-MD5)."
                " Correct the port in [outbox] url, or leave the user out of it."
            )
        try:
            await mechanisms[offered[0]](user, self._password or "")
        except aiosmtplib.SMTPAuthenticationError as error:
            if not 500 <= error.code < 600:
                raise
            raise self._unfit(f"{user} can't log in", error) from error

    def _translated(self, error: Exception) -> AgentError:
        """Why there is no connection, in words for the operator."""
        cause: BaseException | None = error
        while cause is not None and not isinstance(cause, ssl.SSLCertVerificationError):
            cause = cause.__cause__
        if cause is not None:
            return AgentError(
                f"{self._where}: its certificate is not trusted ({cause.verify_message.rstrip('.')})."
                " If your own authority signed it, name that in [outbox] ca_file."
            )
        return ServerUnavailable(
            f"{self._where}: no letter could be sent ({_one_line(str(error)) or type(error).__name__})."
            " The next run tries again; if it stays, check [outbox] url."
        )

    def _unfit(self, what: str, error: SMTPResponseException) -> AgentError:
        return AgentError(
            f"{self._where}: {what} ({_one_line(_said(error))})."
            " Check the user in [outbox] url, [outbox] password_file and [company] address."
        )

    async def _forget_envelope(self, smtp: SMTP) -> None:
        """RSET, so that the next letter starts clean; a connection that can't is closed."""
        if smtp.is_connected:
            with suppress(SMTPException, OSError):
                await smtp.rset()
                return
        await self._hang_up()

    async def _hang_up(self) -> None:
        smtp, self._smtp = self._smtp, None
        wire, self._wire = self._wire, None
        if smtp is not None:
            with suppress(SMTPException, OSError):  # what QUIT brings changes no outcome
                await smtp.quit(timeout=5.0)
        if isinstance(wire, asyncio.WriteTransport):
            wire.abort()
            await asyncio.sleep(0)  # the turn in which the socket is closed


def _outcome(error: Exception, *, about: str = "", is_under_way: bool = False) -> SendOutcome:
    """An answer counts wherever it comes; silence and a lost connection count by how far the letter was."""
    result = SendResult.UNKNOWN if is_under_way else SendResult.DEFERRED
    said = str(error) or type(error).__name__
    if isinstance(error, SMTPResponseException):
        said = _said(error)
        if 400 <= error.code < 500:
            result = SendResult.DEFERRED
        elif 500 <= error.code < 600:
            result = SendResult.REFUSED
    return SendOutcome(result=result, detail=_one_line(f"{about}: {said}" if about else said))


def _said(reply: SMTPResponse | SMTPResponseException) -> str:
    return f"{reply.code} {reply.message}"


def _one_line(text: str) -> str:
    """A server's words without what could fake a line of ours, at most 200 characters."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable())[:200]
