"""Events to journal lines and back: canonical JSON, one event a line, chained by SHA-256."""

from datetime import datetime
from functools import cache
from typing import Any, Final, get_args

import msgspec

from agent.errors import JournalBroken
from agent.facts.events import Event, Recorded
from agent.ids import digest
from agent.money import Money

GENESIS: Final = "0" * 64
_KINDS: Final[dict[str, type]] = {kind.__name__: kind for kind in get_args(Event)}
_SUFFIX: Final = len(b',"hash":""}') + 64


class _Line(msgspec.Struct):
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
        return Money.parse(value)
    raise NotImplementedError(kind)


_ENCODER: Final = msgspec.json.Encoder(enc_hook=to_plain, decimal_format="string")
_LINE: Final = msgspec.json.Decoder(_Line)


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


def decode(line: bytes, *, where: str) -> tuple[Recorded, int]:
    """A line (without its line end) and how many lines of its commit follow. JournalBroken where it does not verify."""
    try:
        parsed = _LINE.decode(line)
        event = _decoder(parsed.kind).decode(parsed.data)
    except (msgspec.DecodeError, KeyError, ValueError) as error:
        raise JournalBroken(
            f"{where}: not a journal line ({error}); restore the file from a backup"
        ) from error
    if digest(line[:-_SUFFIX]) != parsed.hash:
        raise JournalBroken(
            f"{where} (seq {parsed.seq}, {parsed.kind}): the line was changed after it was written; "
            "restore the file from a backup"
        )
    recorded = Recorded(
        seq=parsed.seq,
        at=parsed.at,
        actor=parsed.actor,
        subject=parsed.subject,
        event=event,
        prev=parsed.prev,
        hash=parsed.hash,
    )
    return recorded, parsed.more
