"""What became of one attempt to send a letter."""

from dataclasses import dataclass
from enum import StrEnum


class SendResult(StrEnum):
    """What we know of the letter after the attempt."""

    ACCEPTED = "accepted"  # the server has it for every recipient
    REFUSED = "refused"  # it has it for nobody, and the same attempt would fail again
    DEFERRED = "deferred"  # it has it for nobody, and a later attempt may succeed
    UNKNOWN = "unknown"  # it may have it (RFC 1047): only a person, or the same Message-ID, may send it again


@dataclass(frozen=True, slots=True, kw_only=True)
class SendOutcome:
    """The result, and the server's own words or ours for why; one line."""

    result: SendResult
    detail: str
