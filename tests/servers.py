"""Real servers for tests: a private Dovecot for IMAP, and an SMTP server that can be told how to fail."""

import asyncio
import grp
import itertools
import os
import pwd
import re
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Self
from urllib.parse import quote

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST = "localhost"
READY_SECONDS = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificates:
    """An authority made for this test run, and what it signed. Each `*_pem` holds a key and its chain."""

    ca_file: Path
    stranger_ca_file: Path  # an authority that signed none of our servers
    server_pem: Path  # for localhost and 127.0.0.1
    wrong_host_pem: Path  # signed by our authority, for another name
    stranger_pem: Path  # for localhost, signed by the stranger

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The files that make() wrote into this folder."""
        return cls(
            ca_file=folder / "ca.pem",
            stranger_ca_file=folder / "stranger-ca.pem",
            server_pem=folder / "server.pem",
            wrong_host_pem=folder / "wrong-host.pem",
            stranger_pem=folder / "stranger.pem",
        )

    @classmethod
    def make(cls, folder: Path) -> Self:
        """New authorities, and what they sign, in a folder."""
        ours, stranger, made = trustme.CA(), trustme.CA(), cls.load(folder)
        ours.cert_pem.write_to_path(str(made.ca_file))
        stranger.cert_pem.write_to_path(str(made.stranger_ca_file))
        for path, authority, names in (
            (made.server_pem, ours, (HOST, "127.0.0.1")),
            (made.wrong_host_pem, ours, ("elsewhere.example",)),
            (made.stranger_pem, stranger, (HOST, "127.0.0.1")),
        ):
            authority.issue_cert(*names).private_key_and_cert_chain_pem.write_to_path(str(path))
        return made


def free_port() -> int:
    """A TCP port of 127.0.0.1 that nobody listened on a moment ago."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


# -- IMAP --


@dataclass(frozen=True, slots=True, kw_only=True)
class ImapUser:
    """An account of the private Dovecot, with an empty INBOX when it is new."""

    name: str
    password: str
    imap_url: str  # STARTTLS
    imaps_url: str
    maildir: Path


class Dovecot:
    """A Dovecot 2.3 of our own on two free ports of 127.0.0.1, gone with all its mail on exit."""

    def __init__(self, certificates: Certificates) -> None:
        self.host = HOST
        self.imap_port = free_port()
        self.imaps_port = free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self._delivered = itertools.count(1)
        # In /tmp whatever TMPDIR says: a Unix socket's path holds 107 characters, and others must get in.
        self._base = Path(tempfile.mkdtemp(prefix="dovecot-", dir="/tmp"))
        self._base.chmod(0o755)
        # Dovecot serves no mail of uid 0.
        self._owner = pwd.getpwnam("mail") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        self._mail = self._base / "mail"
        self._own(self._mail)
        shutil.copy(certificates.server_pem, self._base / "server.pem")
        (self._base / "users").mkdir()
        (self._base / "dovecot.conf").write_text(self._settings(), encoding="utf-8")

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self._base, ignore_errors=True)

    @property
    def log(self) -> str:
        """What Dovecot has written to its log."""
        path = self._base / "dovecot.log"
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    def start(self) -> None:
        """Returns when both ports greet. The ports and the mail are those of the last start."""
        assert self._process is None, "it runs"
        command = [find_dovecot() or "dovecot", "-F", "-c", str(self._base / "dovecot.conf")]
        if setpriv := shutil.which("setpriv"):  # so that it ends with us, however we end
            command = [setpriv, "--pdeathsig", "TERM", *command]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            self._await_greeting(self.imap_port, context=None)
            context = ssl.create_default_context()
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            self._await_greeting(self.imaps_port, context=context)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Takes a second. Open connections are closed; the mail stays until exit."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(timeout=READY_SECONDS)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        if process.stderr:
            process.stderr.close()

    def add_user(self, name: str, *, password: str = "correct horse") -> ImapUser:
        """An account; `name` may be an address. At once, also while the server runs."""
        # A file for each, as Dovecot looks no more than once a second whether a file has changed.
        (self._base / "users" / name).write_text(f"{name}:{{PLAIN}}{password}::::::\n", encoding="utf-8")
        user = quote(name, safe="")
        maildir = self._mail / name
        self._own(maildir)
        return ImapUser(
            name=name,
            password=password,
            imap_url=f"imap://{user}@{self.host}:{self.imap_port}/INBOX",
            imaps_url=f"imaps://{user}@{self.host}:{self.imaps_port}/INBOX",
            maildir=maildir,
        )

    def deliver(self, user: ImapUser, message: bytes, *, folder: str = "INBOX") -> Path:
        """Puts a message into a folder as a mail server does: written to tmp/, then renamed into new/."""
        maildir = user.maildir if folder == "INBOX" else user.maildir / f".{folder}"
        for part in (maildir, maildir / "cur", maildir / "new", maildir / "tmp"):
            self._own(part)
        name = f"{1_700_000_000 + next(self._delivered)}.test.{HOST}"
        (maildir / "tmp" / name).write_bytes(message)
        os.chown(maildir / "tmp" / name, self._owner.pw_uid, self._owner.pw_gid)
        return (maildir / "tmp" / name).rename(maildir / "new" / name)

    def _own(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, exist_ok=True)
        os.chown(folder, self._owner.pw_uid, self._owner.pw_gid)

    def _await_greeting(self, port: int, *, context: ssl.SSLContext | None) -> None:
        assert self._process is not None
        give_up_at = time.monotonic() + READY_SECONDS
        while True:
            try:
                with socket.create_connection(("127.0.0.1", port), timeout=READY_SECONDS) as plain:
                    if context is None:
                        greeting = plain.recv(100)
                    else:
                        with context.wrap_socket(plain) as encrypted:
                            greeting = encrypted.recv(100)
                if greeting.startswith(b"* OK"):
                    return
            except OSError:
                pass
            if self._process.poll() is not None or time.monotonic() > give_up_at:
                said = (
                    self._process.stderr.read().decode()
                    if self._process.poll() is not None and self._process.stderr
                    else ""
                )
                raise RuntimeError(f"Dovecot does not answer on port {port}:\n{said}{self.log}")
            time.sleep(0.01)

    def _settings(self) -> str:
        owner, group = self._owner.pw_name, grp.getgrgid(self._owner.pw_gid).gr_name
        unprivileged, chroot = "", ""
        if os.geteuid() != 0:  # a plain user is every role at once, and may not change its root
            unprivileged = UNPRIVILEGED.format(owner=owner, group=group)
            chroot = "chroot ="
        return SETTINGS.format(
            base=self._base,
            owner=owner,
            group=group,
            unprivileged=unprivileged,
            chroot=chroot,
            imap_port=self.imap_port,
            imaps_port=self.imaps_port,
        )


UNPRIVILEGED = """\
default_internal_user = {owner}
default_internal_group = {group}
default_login_user = {owner}
"""

SETTINGS = """\
base_dir = {base}/run
state_dir = {base}/state
log_path = {base}/dovecot.log
protocols = imap
listen = 127.0.0.1
mail_location = maildir:{base}/mail/%u
mail_uid = {owner}
mail_gid = {group}
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = 100
ssl = yes
ssl_cert = <{base}/server.pem
ssl_key = <{base}/server.pem
ssl_dh =
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
{unprivileged}
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {base}/users/%u
}}
userdb {{
  driver = static
  args = uid={owner} gid={group} home={base}/mail/%u
}}
namespace inbox {{
  inbox = yes
  mailbox Sent {{
    auto = create
    special_use = \\Sent
  }}
}}
service imap-login {{
  {chroot}
  inet_listener imap {{
    port = {imap_port}
  }}
  inet_listener imaps {{
    port = {imaps_port}
    ssl = yes
  }}
}}
service anvil {{
  {chroot}
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  {chroot}
}}
"""


def find_dovecot() -> str | None:
    """The program; it lives where a plain user's PATH does not look."""
    return shutil.which(
        "dovecot", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
    )


def why_no_dovecot() -> str:
    """Empty when a Dovecot we can configure is here; else a sentence that names the package."""
    program = find_dovecot()
    if program is None:
        return "Dovecot is not installed: install the package dovecot-imapd."
    version = subprocess.run(
        [program, "--version"], capture_output=True, text=True, check=True
    ).stdout.strip()
    if not re.match(r"2\.3\.", version):
        return (
            f"These tests configure Dovecot 2.3, and this is {version}: install dovecot-imapd of Debian 12."
        )
    return ""


# -- SMTP --


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A message the SMTP server took, with its envelope."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes


class Fault(Enum):
    """How the SMTP server fails, until told otherwise. The final dot is the line that divides them."""

    UNAVAILABLE = "421 at MAIL, and goodbye"
    RECIPIENT_REFUSED = "550 at RCPT"
    BUSY_AFTER_DOT = "451 after the dot; the message is not kept"
    REJECTED_AFTER_DOT = "554 after the dot; the message is not kept"
    KEPT_THEN_DROPPED = "the message is kept, and the connection ends without a reply"
    LOST_THEN_DROPPED = "the message is lost, and the connection ends without a reply"
    HELD_AFTER_DOT = "the message is kept, and no reply comes before release()"


class Certificate(Enum):
    """What the SMTP server shows its clients."""

    GOOD = "server_pem"
    WRONG_HOST = "wrong_host_pem"
    STRANGER = "stranger_pem"


class SmtpServer:
    """A submission server on a free port: STARTTLS (or TLS from the start) and AUTH, or nothing is taken."""

    def __init__(
        self,
        certificates: Certificates,
        *,
        certificate: Certificate = Certificate.GOOD,
        implicit_tls: bool = False,
        user: str = "ar@harbour.example",
        password: str = "battery staple",
    ) -> None:
        self.host = HOST
        self.port = free_port()
        self.user = user
        self.password = password
        self.url = f"{'smtps' if implicit_tls else 'smtp'}://{quote(user, safe='')}@{HOST}:{self.port}"
        self.fault: Fault | None = None
        self.refused: set[str] = set()  # recipients that get 550 whatever the fault
        self.received: list[Received] = []
        self.holding = threading.Event()  # set once a client waits for the reply to its final dot
        self._pem: Path = getattr(certificates, certificate.value)
        self._implicit_tls = implicit_tls
        self._listener: Listener | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Returns when it listens. The port and what was received are those of the last start."""
        assert self._listener is None, "it runs"
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self._pem)
        self._listener = Listener(self, context=context, implicit_tls=self._implicit_tls)
        self._listener.start()

    def stop(self) -> None:
        """Hangs up on every client, the held ones too."""
        listener, self._listener = self._listener, None
        if listener is not None:
            asyncio.run_coroutine_threadsafe(listener.hang_up(), listener.loop).result(READY_SECONDS)
            listener.stop()

    def release(self) -> None:
        """Gives the held clients, and those to come, their 250."""
        assert self._listener is not None, "it does not run"
        self.fault = None
        self.holding.clear()
        self._listener.loop.call_soon_threadsafe(self._listener.handler.released.set)


class Listener(Controller):
    """The thread in which aiosmtpd serves; it keeps its connections, so that it can hang up."""

    handler: "Submission"

    def __init__(self, server: SmtpServer, *, context: ssl.SSLContext, implicit_tls: bool) -> None:
        self._connections: list[SMTP] = []
        super().__init__(
            Submission(server),
            hostname="127.0.0.1",
            port=server.port,
            server_hostname=HOST,
            ssl_context=context if implicit_tls else None,
            tls_context=None if implicit_tls else context,
            require_starttls=not implicit_tls,
            auth_require_tls=not implicit_tls,  # aiosmtpd's word for STARTTLS
            authenticator=self._authenticate,
        )

    def factory(self) -> SMTP:
        connection = SMTP(self.handler, loop=self.loop, **self.SMTP_kwargs)
        self._connections.append(connection)
        return connection

    async def hang_up(self) -> None:
        while any(connection.transport is not None for connection in self._connections):
            for connection in self._connections:
                if isinstance(connection.transport, asyncio.WriteTransport):
                    connection.transport.abort()
            await asyncio.sleep(0.001)
        await asyncio.sleep(0.001)  # the transport below TLS closes one turn later

    def _authenticate(
        self, _connection: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, given: object
    ) -> AuthResult:
        server = self.handler.server
        wanted = LoginPassword(server.user.encode(), server.password.encode())
        return AuthResult(success=given == wanted, handled=given == wanted)


class Submission:
    """What the server answers at each step; aiosmtpd calls these by their names."""

    def __init__(self, server: SmtpServer) -> None:
        self.server = server
        self.released = asyncio.Event()

    async def handle_MAIL(
        self, _connection: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if not session.authenticated:
            return "530 5.7.0 Authentication required"
        if self.server.fault is Fault.UNAVAILABLE:
            return "421 4.3.2 Shutting down"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_RCPT(
        self, _connection: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.server.fault is Fault.RECIPIENT_REFUSED or address in self.server.refused:
            return "550 5.1.1 No such mailbox"
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 OK"

    async def handle_DATA(self, connection: SMTP, _session: Session, envelope: Envelope) -> str:
        fault = self.server.fault
        if fault is Fault.BUSY_AFTER_DOT:
            return "451 4.3.0 Try again later"
        if fault is Fault.REJECTED_AFTER_DOT:
            return "554 5.6.0 Not this message"
        if fault is not Fault.LOST_THEN_DROPPED:
            self.server.received.append(received(envelope))
        if fault in {Fault.KEPT_THEN_DROPPED, Fault.LOST_THEN_DROPPED}:
            assert isinstance(connection.transport, asyncio.WriteTransport)
            connection.transport.abort()
            await asyncio.Event().wait()  # until the lost connection cancels us: a reply is never written
        if fault is Fault.HELD_AFTER_DOT:
            self.released.clear()
            self.server.holding.set()
            await self.released.wait()
        return "250 2.0.0 Taken"


def received(envelope: Envelope) -> Received:
    assert envelope.mail_from is not None
    assert isinstance(envelope.content, bytes)
    return Received(sender=envelope.mail_from, recipients=tuple(envelope.rcpt_tos), content=envelope.content)


# -- Fixtures --


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates.make(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="session")
def dovecot(certificates: Certificates) -> Iterator[Dovecot]:
    """One server for the whole run, as stopping it takes a second; ask for `imap_user` to have a mailbox."""
    if missing := why_no_dovecot():
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with Dovecot(certificates) as server:
        yield server


USERS = itertools.count(1)


@pytest.fixture
def imap_user(dovecot: Dovecot) -> ImapUser:
    """An account that no other test has used."""
    return dovecot.add_user(f"ar{next(USERS)}@harbour.example")


@pytest.fixture
def smtp_server(certificates: Certificates) -> Iterator[SmtpServer]:
    with SmtpServer(certificates) as server:
        yield server
