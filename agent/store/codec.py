"""Events to journal lines and back: canonical JSON, one event a line, chained by SHA-256."""

from datetime import datetime
from functools import cache, lru_cache
from typing import Any, Final, get_args

import msgspec

from agent.errors import JournalBroken
from agent.facts.events import Event, Recorded
from agent.ids import digest
from agent.money import Money

GENESIS: Final = "0" * 64
_KINDS: Final[dict[str, type]] = {kind.__name__: kind for kind in get_args(Event)}
_SUFFIX: Final = len(b',"hash":""}') + 64


class Line(msgspec.Struct):
    """A line that verifies, its event still as bytes."""

    seq: int
    at: datetime
    kind: str
    actor: str
    subject: str
    data: msgspec.Raw
    more: int
    prev: str
    hash: str


def to_plain(value: object) -> object:
    """What msgspec does not know: Money as "1180.00 USD"."""
    if isinstance(value, Money):
        return str(value)
    raise NotImplementedError(type(value))


def from_plain(kind: type, value: Any) -> object:
    """The other way round."""
    if kind is Money:
        return _money(value)
    raise NotImplementedError(kind)


# An item that is wholly open has its amount twice, and a letter's rows a third time: one object serves them all.
_money: Final = lru_cache(maxsize=4096)(Money.parse)
_ENCODER: Final = msgspec.json.Encoder(enc_hook=to_plain, decimal_format="string")
_LINE: Final = msgspec.json.Decoder(Line)


@cache
def _decoder(kind: str) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(_KINDS[kind], dec_hook=from_plain)


def encode(
    *, seq: int, at: datetime, actor: str, subject: str, event: Event, more: int, prev: str
) -> tuple[bytes, str]:
    """One line with its line end, and its hash. `more` lines of the same commit follow it.

    The hash is SHA-256 over the line's bytes up to `,"hash"`; `prev`, the hash before it, is among them.
    """
    fields = {
        "seq": seq,
        "at": at,
        "kind": type(event).__name__,
        "actor": actor,
        "subject": subject,
        "data": event,
        "more": more,
        "prev": prev,
    }
    body = _ENCODER.encode(fields)[:-1]
    own = digest(body)
    return body + b',"hash":"' + own.encode() + b'"}\n', own


def verbatim(line: Line) -> bytes:
    """A line that verified, as it stands in its file, without its line end."""
    body = _ENCODER.encode({name: getattr(line, name) for name in line.__struct_fields__[:-1]})[:-1]
    assert digest(body) == line.hash, line.seq
    return body + b',"hash":"' + line.hash.encode() + b'"}'


def check(line: bytes, *, where: str) -> Line:
    """A line (without its line end), its event not looked into. JournalBroken where it does not verify."""
    try:
        parsed = _LINE.decode(line)
    except (msgspec.DecodeError, ValueError) as error:
        raise _no_line(where, error) from error
    if digest(line[:-_SUFFIX]) != parsed.hash:
        raise JournalBroken(
            f"{where} (seq {parsed.seq}, {parsed.kind}): the line was changed after it was written; "
            "restore the file from a backup"
        )
    return parsed


def decode(line: Line, *, where: str) -> Recorded:
    """A line with its event. JournalBroken where it is none that we know."""
    try:
        event = _decoder(line.kind).decode(line.data)
    except (msgspec.DecodeError, KeyError, ValueError) as error:
        raise _no_line(where, error) from error
    return Recorded(
        seq=line.seq,
        at=line.at,
        actor=line.actor,
        subject=line.subject,
        event=event,
        prev=line.prev,
        hash=line.hash,
    )


def _no_line(where: str, error: Exception) -> JournalBroken:
    return JournalBroken(f"{where}: not a journal line ({error}); restore the file from a backup")
