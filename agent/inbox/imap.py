"""EDGE From an IMAP folder to raw messages, over IMAPClient; by UID, never by SEARCH (RFC 3501)."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, IMAPClientReadOnlyError, LoginError
from imapclient.response_parser import parse_fetch_response

from agent import __version__
from agent.errors import AgentError, ServerUnavailable
from agent.facts.events import MessageStatus
from agent.facts.mail import Cursor, RawMessage
from agent.inbox.source import SIZE_MAX, Mode, batches
from agent.tls import is_loopback, trusted

WINDOW: Final = 1_000
"""UIDs listed at a time: a mailbox with years of mail is never one answer."""

BODY_ATTEMPTS: Final = 3
KEYWORDS: Final = {True: b"$RemitdDone", False: b"$RemitdReview"}
FOLDERS: Final = {True: "Done", False: "Review"}
TEMPORARY: Final = ("[UNAVAILABLE]", "[SERVERBUG]", "[INUSE]", "[LIMIT]")  # RFC 5530 section 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folder:
    """The folder as the server showed it when it was opened."""

    client: Any  # IMAPClient has no types
    count: int  # of messages
    uidvalidity: int
    uidnext: int  # 2**32 where the server does not tell
    keywords: tuple[bytes, ...]  # PERMANENTFLAGS


class ImapSource:
    """A MailSource over one IMAP folder. A connection that broke is made anew by the next call."""

    def __init__(
        self,
        host: str,
        port: int,
        *,
        tls: bool,
        user: str,
        password: str,
        folder: str,
        ca_file: Path | None,
        mode: Mode,
        size_max: int = SIZE_MAX,
        timeout: float = 60.0,
    ) -> None:
        """`tls`: from the first byte; else STARTTLS, which only a loopback host may lack. Seconds to wait."""
        self._host, self._port, self._tls, self._ca_file = host, port, tls, ca_file
        self._user, self._password = user, password
        self._folder, self._mode = folder, mode
        self._size_max, self._timeout = size_max, timeout
        self._where = f"{host}:{port}"
        self._client: Any = None

    @property
    def name(self) -> str:
        """The mailbox as a URL without the password (RFC 5092)."""
        scheme = "imaps" if self._tls else "imap"
        return f"{scheme}://{quote(self._user, safe='')}@{self._where}/{quote(self._folder)}"

    def fetch(self, cursor: Cursor | None, is_known: Callable[[str], bool]) -> Iterator[RawMessage]:
        """As MailSource says; a key is "UIDVALIDITY:UID"."""
        with self._speaking():
            folder = self._open()
        last_uid, is_old = 0, is_known
        if cursor and cursor.uidvalidity == folder.uidvalidity:
            # A next UID below one that we have seen is a mailbox set back: its UIDs name other messages now.
            if folder.uidnext > cursor.last_uid:
                last_uid = cursor.last_uid
            else:
                is_old = _nothing_is_known
        for sizes in self._listed(folder, last_uid):
            new = [(uid, size) for uid, size in sizes if not is_old(f"{folder.uidvalidity}:{uid}")]
            for batch in batches(new):
                with self._speaking():
                    messages = self._read(folder, batch)
                yield from messages

    def handled(self, message: RawMessage, *, status: MessageStatus) -> None:
        """As MailSource says: a keyword where the server keeps any, or a move to Remitd/Done or /Review."""
        if self._mode == "observe":
            return
        done = status is MessageStatus.HANDLED
        uidvalidity, uid = (int(part) for part in message.key.split(":"))
        with self._speaking():
            folder = self._open()
            if folder.uidvalidity != uidvalidity:
                return  # the UID names another message now
            if self._mode == "move":
                _move(folder.client, uid, FOLDERS[done])
            elif {b"\\*", KEYWORDS[done]} & set(folder.keywords):
                folder.client.add_flags([uid], [KEYWORDS[done]], silent=True)

    def close(self) -> None:
        """Logs out, or hangs up where that fails."""
        if self._client is not None:
            with suppress(IMAPClientError, OSError, ValueError):
                self._client.logout()
            self._hang_up()

    def _listed(self, folder: _Folder, last_uid: int) -> Iterator[list[tuple[int, int]]]:
        """(UID, RFC822.SIZE) of what is after `last_uid`; gaps are crossed in ever longer steps."""
        first, step = last_uid + 1, WINDOW
        is_last = folder.count == 0
        while not is_last:
            is_last = first + step >= folder.uidnext
            uids = f"{first}:*" if is_last else f"{first}:{first + step - 1}"
            with self._speaking():
                # IMAPClient's own fetch takes no ranges, and SEARCH is wrong at some providers.
                told, data = folder.client._imap.uid("FETCH", uids, "(RFC822.SIZE)")
                if told != "OK":
                    raise IMAPClientError(f"FETCH of sizes: {data}")
                answers = parse_fetch_response(data)
            # "n:*" names the newest message even where n is past it (RFC 3501 6.4.8).
            sizes = sorted(
                (uid, int(answer[b"RFC822.SIZE"]))
                for uid, answer in answers.items()
                if uid >= first and b"RFC822.SIZE" in answer
            )
            first, step = first + step, WINDOW if sizes else step * 2
            yield sizes

    def _read(self, folder: _Folder, batch: list[tuple[int, int]]) -> list[RawMessage]:
        """The messages of a batch; one that was expunged since it was listed is left out."""
        uids = [uid for uid, size in batch if size <= self._size_max]
        try:
            answers = folder.client.fetch(uids, ["BODY.PEEK[]"])
        except IMAPClientAbortError:
            raise
        except IMAPClientError:
            answers = {}  # one of them is gone (RFC 5530 EXPUNGEISSUED): each is asked for alone
        messages = []
        for uid, size in batch:
            body: bytes | None = b""
            fault = f"{size} bytes, and at most {self._size_max} are read" if size > self._size_max else ""
            if not fault:
                body, fault = _whole(folder.client, uid, size, answers.get(uid, {}).get(b"BODY[]"))
            if body is not None:
                key = f"{folder.uidvalidity}:{uid}"
                messages.append(RawMessage(mailbox=self.name, key=key, size=size, body=body, fault=fault))
        return messages

    def _open(self) -> _Folder:
        """Opens the folder, which also shows whether the connection still lives; else on a new one."""
        if self._client is not None:
            try:
                return self._select(self._client)
            except (IMAPClientError, OSError, ValueError):
                self._hang_up()
        context = trusted(self._ca_file, section="inbox")
        timeout = SocketTimeout(min(30.0, self._timeout), self._timeout)
        client = IMAPClient(self._host, self._port, ssl=self._tls, ssl_context=context, timeout=timeout)
        client._imap.debug = 0  # IMAPClient sets 5, and imaplib then formats every body for a log
        self._client = client
        if not self._tls:
            self._start_tls(client, context)
        self._log_in(client)
        # 163.com refuses SELECT without ID (RFC 2971); others may not know it.
        with suppress(IMAPClientError):
            client.id_({"name": "remitd", "version": __version__})
        try:
            return self._select(client)
        except IMAPClientReadOnlyError as error:
            raise AgentError(
                f"{self._where}: {self._user} may only read {self._folder}."
                ' Set [inbox] mode = "observe", or give it the right to write.'
            ) from error
        except IMAPClientAbortError:
            raise
        except IMAPClientError as error:
            what = f"folder {self._folder} can't be opened"
            raise self._refusal(what, error, "Check [inbox] url.") from error

    def _start_tls(self, client: Any, context: ssl.SSLContext) -> None:
        if client.has_capability("STARTTLS"):
            client.starttls(context)
        elif not is_loopback(self._host):
            raise AgentError(
                f"{self._where}: offers no STARTTLS, and the password would be sent in the clear."
                " Use imaps:// in [inbox] url, or ask whoever runs the server."
            )

    def _log_in(self, client: Any) -> None:
        # PLAIN carries any character (RFC 4616); LOGIN is for servers that lack it.
        log_in = client.plain_login if client.has_capability("AUTH=PLAIN") else client.login
        try:
            log_in(self._user, self._password)
        except LoginError as error:
            if isinstance(error.__context__, IMAPClientAbortError):
                raise error.__context__ from error
            what = f"{self._user} can't log in"
            raise self._refusal(what, error, "Check [inbox] password_file.") from error

    def _select(self, client: Any) -> _Folder:
        shown = client.select_folder(self._folder, readonly=self._mode == "observe")
        return _Folder(
            client=client,
            count=int(shown[b"EXISTS"]),
            uidvalidity=int(shown[b"UIDVALIDITY"]),
            uidnext=int(shown.get(b"UIDNEXT", 2**32)),
            keywords=tuple(shown.get(b"PERMANENTFLAGS", ())),
        )

    def _refusal(self, what: str, error: Exception, to_do: str) -> AgentError:
        """What the server said no to: the operator's affair, unless it says that it passes (RFC 5530)."""
        said = _one_line(error)
        if any(code in said for code in TEMPORARY):
            return ServerUnavailable(f"{self._where}: {what} now ({said}). The next run tries again.")
        return AgentError(f"{self._where}: {what} ({said}). {to_do}")

    @contextmanager
    def _speaking(self) -> Iterator[None]:
        """A fault of the line becomes an error that names the server; any fault ends the connection."""
        try:
            yield
        except ssl.SSLCertVerificationError as error:
            self._hang_up()
            raise AgentError(
                f"{self._where}: its certificate is not trusted ({error.verify_message.rstrip('.')})."
                " If your own authority signed it, name that in [inbox] ca_file."
            ) from error
        except (
            IMAPClientError,
            OSError,
            LookupError,
            ValueError,
        ) as error:  # the latter two: that is no IMAP
            self._hang_up()
            raise ServerUnavailable(
                f"{self._where}: no mail could be read ({_one_line(error) or type(error).__name__})."
                " The next run tries again; if it stays, check [inbox] url."
            ) from error
        except BaseException:
            self._hang_up()
            raise

    def _hang_up(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            with suppress(OSError, ValueError):
                client.shutdown()


def _whole(client: Any, uid: int, size: int, body: bytes | None) -> tuple[bytes | None, str]:
    """The body, asked for again while it is short, and why it is empty; None where the message is gone.

    A literal may end early and the answer still be OK, so a length other than RFC822.SIZE is doubted. Where
    the server has nothing after the body's end either, the size was an estimate, as Exchange gives it.
    """
    for _ in range(BODY_ATTEMPTS):
        if body is not None:
            if len(body) == size:
                return body, ""
            after = client.fetch([uid], [f"BODY.PEEK[]<{len(body)}.1>"]).get(uid, {})
            if after.get(f"BODY[]<{len(body)}>".encode()) == b"":
                return body, ""
        client.noop()  # where an expunge becomes known (RFC 3501 7.4.1)
        answer = client.fetch([uid], ["BODY.PEEK[]"]).get(uid)
        if answer is None:
            return None, ""
        body = answer.get(b"BODY[]")
    return b"", f"the server gave {len(body or b'')} of {size} bytes, {BODY_ATTEMPTS} times"


def _move(client: Any, uid: int, leaf: str) -> None:
    """Into Remitd/<leaf> of the personal namespace (RFC 2342); by MOVE (RFC 6851), or by COPY."""
    prefix, separator = "", "/"
    if client.has_capability("NAMESPACE") and (personal := client.namespace().personal):
        prefix, separator = personal[0]
    elif listed := client.list_folders("", ""):
        separator = (listed[0][1] or b"/").decode()
    target = f"{prefix}Remitd{separator}{leaf}"
    move = client.move if client.has_capability("MOVE") else client.copy
    try:
        move([uid], target)
    except IMAPClientError as error:
        if "[TRYCREATE]" not in str(error):
            raise
        client.create_folder(target)
        client.subscribe_folder(target)
        move([uid], target)
    if not client.has_capability("MOVE"):
        client.add_flags([uid], [b"\\Deleted"], silent=True)
        if client.has_capability("UIDPLUS"):  # EXPUNGE without UIDs would take what others have marked
            client.uid_expunge([uid])


def _nothing_is_known(_key: str) -> bool:
    return False


def _one_line(error: Exception) -> str:
    """The server's words without what could fake a line of ours, at most 200 characters."""
    said = " ".join(str(error).removeprefix("b'").removesuffix("'").split())
    return "".join(character for character in said if character.isprintable())[:200]
