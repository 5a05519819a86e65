"""What every MailTransport keeps; a test class for an implementation adds the fixture `way_out`."""

from collections.abc import Callable
from typing import Protocol

import pytest

from agent.facts.sending import SendOutcome, SendResult
from agent.outbox.transport import MailTransport


class WayOut(Protocol):
    """A transport, and the far end of it."""

    def transport(self) -> MailTransport: ...

    def arrived(self) -> list[bytes]:
        """What has come through, in any order, sorted."""
        ...


def letter(number: int, *, text: bytes = b"Thank you.\r\n") -> bytes:
    return f"Message-ID: {message_id(number)}\r\nSubject: {number}\r\n\r\n".encode() + text


def message_id(number: int) -> str:
    return f"<letter-{number}@harbour.example>"


def send(
    transport: MailTransport,
    letter_bytes: bytes,
    *,
    number: int = 1,
    recipients: tuple[str, ...] = ("ap@acme.example",),
    before_data: Callable[[], None] = lambda: None,
) -> SendOutcome:
    return transport.send(
        letter_bytes,
        sender="ar@harbour.example",
        recipients=recipients,
        message_id=message_id(number),
        before_data=before_data,
    )


class MailTransportContract:
    @pytest.mark.parametrize(
        "text",
        [
            pytest.param(b"Thank you.\r\n", id="plain"),
            pytest.param(b".\r\n..\r\n.hidden\r\n\r\n.\r\n", id="lines that begin with a dot"),
            pytest.param("海港供应 dankt für Ihre Zahlung\r\n".encode(), id="eight bits"),
            pytest.param(b"x" * 70 + b"\r\n" + b"y\r\n" * 300_000, id="a megabyte"),
            pytest.param(b"", id="no body"),
        ],
    )
    def test_a_letter_arrives_as_it_is(self, way_out: WayOut, text: bytes) -> None:
        transport = way_out.transport()

        outcome = send(transport, letter(1, text=text))

        assert outcome.result is SendResult.ACCEPTED
        assert way_out.arrived() == [letter(1, text=text)]
        transport.close()

    def test_the_attempt_is_written_down_before_anything_can_arrive(self, way_out: WayOut) -> None:
        transport = way_out.transport()
        arrived_at_each_call: list[list[bytes]] = []

        send(transport, letter(1), before_data=lambda: arrived_at_each_call.append(way_out.arrived()))

        assert arrived_at_each_call == [[]]
        assert way_out.arrived() == [letter(1)]
        transport.close()

    def test_nothing_is_sent_where_the_attempt_can_not_be_written_down(self, way_out: WayOut) -> None:
        transport = way_out.transport()

        def full() -> None:
            raise OSError(28, "No space left on device")

        with pytest.raises(OSError, match="No space left"):
            send(transport, letter(1), before_data=full)
        assert way_out.arrived() == []

        assert send(transport, letter(2), number=2).result is SendResult.ACCEPTED
        assert way_out.arrived() == [letter(2)]
        transport.close()

    def test_one_transport_sends_many_letters(self, way_out: WayOut) -> None:
        transport = way_out.transport()

        for number in range(20):
            assert send(transport, letter(number), number=number).result is SendResult.ACCEPTED

        assert way_out.arrived() == sorted(letter(number) for number in range(20))
        transport.close()

    @pytest.mark.parametrize(
        ("text", "why"),
        [
            (b"one\ntwo\r\n", "bare CR or LF"),
            (b"one\rtwo\r\n", "bare CR or LF"),
            (b"one\r\n.\n\r\n", "bare CR or LF"),
            (b"one\r\r\n", "bare CR or LF"),
            (b"one", "no end"),
            (b"one\r", "bare CR or LF"),
        ],
    )
    def test_a_letter_that_servers_could_read_as_two_is_refused(
        self, way_out: WayOut, text: bytes, why: str
    ) -> None:
        transport = way_out.transport()

        outcome = send(transport, letter(1, text=text), before_data=unwanted)

        assert outcome.result is SendResult.REFUSED
        assert why in outcome.detail
        assert way_out.arrived() == []
        transport.close()

    def test_a_letter_to_nobody_is_refused(self, way_out: WayOut) -> None:
        transport = way_out.transport()

        assert send(transport, letter(1), recipients=(), before_data=unwanted).result is SendResult.REFUSED
        assert way_out.arrived() == []
        transport.close()

    @pytest.mark.parametrize(
        "address",
        [
            "ap@acme.example>\r\nRCPT TO:<thief@elsewhere.example",
            "ap@acme.example\n",
            "ap@acme.example> NOTIFY=NEVER",
            "ap@acme.example,thief@elsewhere.example",
            "AP <ap@acme.example>",
            "ap@acme.example\x00",
            "königin@acme.example",
            "ap@",
            "@acme.example",
            "ap",
            "a@b@acme.example",
            "a" * 300 + "@acme.example",
            "",
        ],
    )
    def test_an_address_that_is_none_is_refused(self, way_out: WayOut, address: str) -> None:
        transport = way_out.transport()
        both = ("cfo@acme.example", address)

        assert send(transport, letter(1), recipients=both, before_data=unwanted).result is SendResult.REFUSED
        assert way_out.arrived() == []
        transport.close()

    @pytest.mark.parametrize(
        "address", ["ap@acme.example", "a.p+t-7K3QF9XZ@pay.acme.example", "o'neil@x-y.example"]
    )
    def test_an_address_may_hold_what_rfc_5322_lets_stand_bare(self, way_out: WayOut, address: str) -> None:
        transport = way_out.transport()

        assert send(transport, letter(1), recipients=(address,)).result is SendResult.ACCEPTED
        transport.close()

    def test_a_letter_sent_twice_arrives_once_where_the_transport_says_so(self, way_out: WayOut) -> None:
        transport = way_out.transport()

        for _ in range(2):
            assert send(transport, letter(1)).result is SendResult.ACCEPTED

        assert len(way_out.arrived()) == (1 if transport.is_idempotent else 2)
        transport.close()

    def test_a_check_sends_nothing(self, way_out: WayOut) -> None:
        transport = way_out.transport()

        transport.check()
        assert way_out.arrived() == []

        assert send(transport, letter(1)).result is SendResult.ACCEPTED
        transport.check()
        assert way_out.arrived() == [letter(1)]
        transport.close()

    def test_it_sends_again_after_closing(self, way_out: WayOut) -> None:
        transport = way_out.transport()
        transport.close()
        send(transport, letter(1))
        transport.close()
        transport.close()

        assert send(transport, letter(2), number=2).result is SendResult.ACCEPTED
        assert way_out.arrived() == [letter(1), letter(2)]
        transport.close()


def unwanted() -> None:
    raise AssertionError("nothing is to be sent")
