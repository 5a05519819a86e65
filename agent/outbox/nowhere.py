"""A way out that takes every letter and sends none: for what is only tried out."""

from collections.abc import Callable

from agent.facts.sending import SendOutcome, SendResult


class NowhereTransport:
    """A MailTransport behind which nobody is."""

    is_idempotent = True

    def send(
        self,
        letter_bytes: bytes,  # noqa: ARG002
        *,
        sender: str,  # noqa: ARG002
        recipients: tuple[str, ...],  # noqa: ARG002
        message_id: str,  # noqa: ARG002
        before_data: Callable[[], None],
    ) -> SendOutcome:
        """Accepted, and gone."""
        before_data()
        return SendOutcome(result=SendResult.ACCEPTED, detail="tried out, not sent")

    def check(self) -> None:
        """There is nothing to reach."""

    def close(self) -> None:
        """Nothing is held."""
