"""A composed letter to the bytes of a message: the same letter always gives the same bytes."""

import binascii
import re
from email import message_from_bytes, policy
from email.header import Header, decode_header, make_header
from email.message import Message
from email.utils import format_datetime, getaddresses
from typing import Final

from agent.errors import AgentError
from agent.facts.company import Company
from agent.facts.letters import LOOP_HEADER, Draft, LetterKind
from agent.outbox.clean import clean
from agent.outbox.compose import STAFF_KINDS, Composed

_ANSWERS: Final = frozenset(
    {
        LetterKind.CONFIRMATION,
        LetterKind.DISCREPANCY_QUERY,
        LetterKind.DISPUTE_ACKNOWLEDGEMENT,
        LetterKind.PROMISE_ACKNOWLEDGEMENT,
        LetterKind.STATEMENT_REPLY,
    }
)
# addr-spec of RFC 5322 3.4.1 without comments, quoted strings and literals; lengths of RFC 5321 4.5.3.1.
_ATOM: Final = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL: Final = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS: Final = re.compile(rf"(?=[^@]{{1,64}}@.{{1,255}}\Z){_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})*\Z")
_MESSAGE_ID: Final = re.compile(r"<[!-;=?A-~]{1,200}@[!-;=?A-~]{1,48}>\Z")
_LETTER_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}\Z")
_BOUNDARY: Final = (
    "=_remitd"  # "=_" stands in no base64 and no quoted-printable text, and no letter holds another
)
_MOST_REFERENCES: Final = 20
_HIGH: Final = bytes(range(128, 256))


def message_id(letter_id: str, company: Company) -> str:
    """The Message-ID of a letter, with its <>."""
    assert _LETTER_ID.match(letter_id), letter_id
    return f"<{letter_id}@{company.domain}>"


def render(composed: Composed, draft: Draft, company: Company) -> bytes:
    """An RFC 5322 message with CRLF line ends: multipart/alternative of text and HTML in UTF-8.

    AgentError where an address can't be written to. The bytes are read back and compared before they go.
    """
    headers = _headers(composed, draft, company)
    text, html = _crlf(composed.text), _crlf(composed.html)
    raw = b"".join(
        [
            *(_folded(name, value) for name, value in headers),
            b"MIME-Version: 1.0\r\n",
            f'Content-Type: multipart/alternative; boundary="{_BOUNDARY}"\r\n\r\n'.encode("ascii"),
            _part("plain", text),
            _part("html", html),
            f"--{_BOUNDARY}--\r\n".encode("ascii"),
        ]
    )
    _read_back(raw, headers, text, html)
    return raw


def _headers(composed: Composed, draft: Draft, company: Company) -> list[tuple[str, str]]:
    """Names and values as a reader sees them, before encoding and folding."""
    answers_to = _answers_to(draft, company)
    for address in (company.address, *draft.to, *draft.cc, *answers_to):
        if not _ADDRESS.match(address):
            raise AgentError(
                f"letter {clean(draft.letter_id)}: {clean(address)!r} is no mail address; correct it in the"
                " customer's emails or in remitd.toml."
            )
    if not draft.to:
        raise AgentError(
            f"letter {clean(draft.letter_id)}: no address to write to; give customer"
            f" {clean(draft.customer_id or '?')} one in emails and import it again."
        )
    answered, references = _thread(draft)
    optional = [
        ("Cc", ", ".join(draft.cc)),
        ("Reply-To", ", ".join(answers_to)),
        ("In-Reply-To", answered),
        ("References", " ".join(references)),
        ("Auto-Submitted", _auto_submitted(draft)),
    ]
    return [
        ("From", f"{_name(company.name)} <{company.address}>"),
        ("To", ", ".join(draft.to)),
        ("Subject", composed.subject),
        ("Date", format_datetime(draft.written_at)),
        ("Message-ID", message_id(draft.letter_id, company)),
        *((name, value) for name, value in optional if value),
        ("X-Auto-Response-Suppress", "OOF, AutoReply"),  # not All: that would suppress bounces too
        ("Content-Language", composed.language),
        (LOOP_HEADER, draft.letter_id),
    ]


def _answers_to(draft: Draft, company: Company) -> tuple[str, ...]:
    """The agent's mailbox, and who signed; nothing where answers go to the mailbox alone, as they do by From."""
    if draft.kind in STAFF_KINDS:
        return ()
    owner = company.letterhead.signatory(draft.signed_by).address
    return (company.address, owner) if owner not in ("", company.address) else ()


def _name(name: str) -> str:
    """A display name; quoted where it is ASCII (RFC 5322 3.2.4), else left for an encoded word."""
    cleaned = clean(name, 64)
    if not cleaned.isascii() or "=?" in cleaned:
        return cleaned.translate(str.maketrans("", "", '<>"\\'))
    return '"' + cleaned.replace("\\", "").replace('"', "'") + '"'


def _thread(draft: Draft) -> tuple[str, list[str]]:
    """The id that is answered, and the thread's ids from the oldest on: at most 20, its first one kept."""
    ids = list(dict.fromkeys(ref for ref in draft.in_reply_to if _MESSAGE_ID.match(ref)))
    if len(ids) > _MOST_REFERENCES:
        ids = [*ids[: _MOST_REFERENCES - 1], ids[-1]]
    answered = draft.in_reply_to[0] if draft.in_reply_to and draft.in_reply_to[0] in ids else ""
    return answered, ids[::-1]


def _auto_submitted(draft: Draft) -> str:
    """RFC 3834 section 5; nothing where a person approved the letter, as many inboxes drop what is marked."""
    if not draft.is_automatic:
        return ""
    return "auto-replied" if draft.kind in _ANSWERS and draft.in_reply_to else "auto-generated"


def _folded(name: str, value: str) -> bytes:
    """One header, words that are not ASCII encoded by RFC 2047, folded at 76 characters where it has spaces."""
    assert not any(character < " " or character == "\x7f" for character in value), value
    phrase, bracket, address = value.partition(" <") if name == "From" else (value, "", "")
    if not phrase.isascii() or "=?" in phrase:
        phrase = Header(phrase, "utf-8", maxlinelen=76, header_name=name).encode(linesep="\r\n")
        return f"{name}: {phrase}{bracket}{address}\r\n".encode("ascii")
    lines, line = [], f"{name}:"
    for word in value.split(" "):
        if len(line) + 1 + len(word) > 76 and not line.endswith(":"):
            lines.append(line)
            line = ""
        line += f" {word}"
    return "\r\n".join([*lines, line, ""]).encode("ascii")


def _part(subtype: str, body: bytes) -> bytes:
    """Quoted-printable where most of it is ASCII, so that it can be read on the wire; else base64."""
    if (len(body) - len(body.translate(None, _HIGH))) * 6 < len(body):
        encoding, content = "quoted-printable", binascii.b2a_qp(body, istext=True)
    else:
        encoding, content = "base64", _base64(body)
    head = (
        f'--{_BOUNDARY}\r\nContent-Type: text/{subtype}; charset="utf-8"\r\n'
        f"Content-Transfer-Encoding: {encoding}\r\n\r\n"
    )
    return head.encode("ascii") + content + b"\r\n"


def _base64(body: bytes) -> bytes:
    lines = (
        binascii.b2a_base64(body[start : start + 57], newline=False) for start in range(0, len(body), 57)
    )
    return b"\r\n".join(lines) + b"\r\n"


def _crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode("utf-8")


def _read_back(raw: bytes, headers: list[tuple[str, str]], text: bytes, html: bytes) -> None:
    """Reads the bytes as a stranger's mail program would; what it finds must be what was meant."""
    assert b"\r" not in raw.replace(b"\r\n", b""), "a bare CR"
    assert b"\n" not in raw.replace(b"\r\n", b""), "a bare LF"
    assert max(map(len, raw.split(b"\r\n"))) <= 998, "a line longer than RFC 5322 2.1.1 allows"
    message = message_from_bytes(raw, policy=policy.compat32)
    assert not message.defects, message.defects
    mime = [("MIME-Version", "1.0"), ("Content-Type", message["Content-Type"])]
    found = [(name, _unfolded(value)) for name, value in message.items()]
    assert found == [*headers, *mime], (found, headers)
    for name in ("From", "To", "Cc", "Reply-To"):
        wanted = re.findall(r"[^\s<>,]+@[^\s<>,]+", dict(headers).get(name, "").rpartition("<")[2])
        assert [address for _, address in getaddresses(message.get_all(name, []))] == wanted, name
    parts = message.get_payload()
    assert isinstance(parts, list)
    assert [_body(part) for part in parts] == [("text/plain", text), ("text/html", html)]


def _unfolded(value: str) -> str:
    unfolded = re.sub(r"\r\n(?=[ \t])", "", value)
    return str(make_header(decode_header(unfolded))) if "=?" in unfolded else unfolded


def _body(part: object) -> tuple[str, object]:
    assert isinstance(part, Message)
    return part.get_content_type(), part.get_payload(decode=True)
