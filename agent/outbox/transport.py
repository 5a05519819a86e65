"""Where letters go: from a letter's fixed bytes to what became of one attempt to send them."""

import re
from collections.abc import Callable
from typing import Final, Protocol

from agent.facts.sending import SendOutcome, SendResult

ADDRESS_LENGTH: Final = 254
"""Characters of an address between < and > (RFC 5321 4.5.3.1.3, erratum 1690)."""

_ADDRESS: Final = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+\Z", re.ASCII)  # RFC 5322 3.2.3 dot-atom
_BARE: Final = re.compile(rb"(?<!\r)\n|\r(?!\n)")


class MailTransport(Protocol):
    """One way out. It sends bytes as they are, to all recipients or to none."""

    @property
    def is_idempotent(self) -> bool:
        """True where the same letter sent twice arrives once, so that a cut-off attempt may simply be made again."""
        ...

    def send(
        self,
        letter_bytes: bytes,
        *,
        sender: str,
        recipients: tuple[str, ...],
        message_id: str,
        before_data: Callable[[], None],
    ) -> SendOutcome:
        """One attempt.

        `before_data` is called once, when the next step could make the letter arrive: the caller writes the
        attempt down. If it raises, nothing was sent and its error comes through. After it there is always an
        outcome; before it, ServerUnavailable where nobody answers, or AgentError where the operator must act.
        """
        ...

    def check(self) -> None:
        """Goes as far as one can without a letter. ServerUnavailable, or AgentError where the operator must act."""
        ...

    def close(self) -> None:
        """Lets go of the connection; raises nothing. `send` makes a new one."""
        ...


def unsendable(letter_bytes: bytes, sender: str, recipients: tuple[str, ...]) -> SendOutcome | None:
    """Why no server may get this letter; None where all is well.

    A bare CR or LF is where servers disagree on a message's end (RFC 5321 2.3.8): one letter may become two.
    """
    if not recipients:
        return SendOutcome(result=SendResult.REFUSED, detail="the letter has no recipient")
    for address in (sender, *recipients):
        if not _ADDRESS.match(address) or len(address) > ADDRESS_LENGTH:
            return SendOutcome(
                result=SendResult.REFUSED, detail=f"no address to send to or from: {address!a:.80}"
            )
    if bare := _BARE.search(letter_bytes):
        return SendOutcome(
            result=SendResult.REFUSED,
            detail=f"the letter has a bare CR or LF at byte {bare.start()} (RFC 5321 2.3.8)",
        )
    if not letter_bytes.endswith(b"\r\n"):
        return SendOutcome(
            result=SendResult.REFUSED, detail="the letter's last line has no end (RFC 5321 4.1.1.4)"
        )
    return None
