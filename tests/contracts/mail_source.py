"""What every MailSource keeps; a test class for an implementation adds the fixture `mailbox`."""

from typing import Protocol

import pytest

from agent.facts.events import MessageStatus
from agent.facts.mail import Cursor, RawMessage
from agent.inbox.source import SIZE_MAX, MailSource, Mode

SIZE_MAX_HERE = 3_000


class Mailbox(Protocol):
    """A mailbox from outside: those who deliver to it, and the colleagues who look into it."""

    def deliver(self, message: bytes) -> None: ...

    def remove(self, message: RawMessage) -> None:
        """A colleague deletes a message."""
        ...

    def source(self, *, mode: Mode = "observe", size_max: int = SIZE_MAX) -> MailSource: ...

    def shown(self) -> object:
        """All that a colleague can see of it: flags, folders, names."""
        ...

    def contents(self) -> list[bytes]:
        """Every message in it or in a folder of it, sorted."""
        ...


def letter(number: int, *, size: int = 0) -> bytes:
    head = f"Subject: advice {number:04}\r\nMessage-ID: <{number}@acme.example>\r\n\r\n".encode()
    return head + b"x" * max(0, size - len(head) - 2) + b"\r\n"


def nothing_is_known(_key: str) -> bool:
    return False


def taken(source: MailSource, known: set[str] | None = None) -> list[RawMessage]:
    return list(source.fetch(None, (known or set()).__contains__))


class MailSourceContract:
    def test_an_empty_mailbox_has_no_messages(self, mailbox: Mailbox) -> None:
        source = mailbox.source()

        assert taken(source) == []
        source.close()

    def test_messages_come_oldest_first_and_as_they_were_sent(self, mailbox: Mailbox) -> None:
        sent = [letter(1), letter(2, size=2_000), letter(3)]
        for message in sent:
            mailbox.deliver(message)
        source = mailbox.source()

        got = taken(source)

        assert [message.body for message in got] == sent
        assert [message.size for message in got] == [len(message) for message in sent]
        assert {message.mailbox for message in got} == {source.name}
        assert len({message.key for message in got}) == 3
        assert {message.fault for message in got} == {""}
        source.close()

    def test_what_is_known_is_not_read_again(self, mailbox: Mailbox) -> None:
        mailbox.deliver(letter(1))
        source = mailbox.source()
        known = {message.key for message in taken(source)}
        mailbox.deliver(letter(2))

        assert [message.body for message in taken(source, known)] == [letter(2)]
        assert [message.body for message in taken(source)] == [letter(1), letter(2)]
        source.close()

    def test_a_source_opened_later_gives_the_same_keys(self, mailbox: Mailbox) -> None:
        mailbox.deliver(letter(1))
        first, later = mailbox.source(), mailbox.source()

        assert taken(first) == taken(later)
        first.close()
        later.close()

    def test_a_hundred_and_twenty_messages_come_once_each(self, mailbox: Mailbox) -> None:
        for number in range(120):
            mailbox.deliver(letter(number))
        source = mailbox.source()

        got = taken(source)

        assert [message.body for message in got] == [letter(number) for number in range(120)]
        assert len({message.key for message in got}) == 120
        source.close()

    def test_a_message_over_the_limit_comes_without_its_body(self, mailbox: Mailbox) -> None:
        at_limit, over_limit = letter(1, size=SIZE_MAX_HERE), letter(2, size=SIZE_MAX_HERE + 1)
        for message in (at_limit, over_limit, letter(3)):
            mailbox.deliver(message)
        source = mailbox.source(size_max=SIZE_MAX_HERE)

        got = taken(source)

        assert [message.body for message in got] == [at_limit, b"", letter(3)]
        assert [message.size for message in got] == [SIZE_MAX_HERE, SIZE_MAX_HERE + 1, len(letter(3))]
        assert got[1].fault == "3001 bytes, and at most 3000 are read"
        source.close()

    def test_observing_changes_nothing(self, mailbox: Mailbox) -> None:
        mailbox.deliver(letter(1))
        before = mailbox.shown()
        source = mailbox.source()

        for message in taken(source):
            source.handled(message, status=MessageStatus.HANDLED)
        source.close()

        assert mailbox.shown() == before

    @pytest.mark.parametrize("status", MessageStatus)
    def test_moving_shows_and_deletes_nothing(self, mailbox: Mailbox, status: MessageStatus) -> None:
        mailbox.deliver(letter(1))
        mailbox.deliver(letter(2))
        before = mailbox.shown()
        source = mailbox.source(mode="move")
        first, second = taken(source)

        source.handled(first, status=status)

        assert mailbox.shown() != before
        assert mailbox.contents() == [letter(1), letter(2)]
        assert [message.body for message in taken(source, {first.key})] == [letter(2)]
        source.handled(first, status=status)  # again: it is no longer where it was
        source.handled(second, status=status)
        assert mailbox.contents() == [letter(1), letter(2)]
        source.close()

    def test_messages_can_be_moved_while_others_are_read(self, mailbox: Mailbox) -> None:
        for number in range(60):
            mailbox.deliver(letter(number))
        source = mailbox.source(mode="move")

        for message in source.fetch(None, nothing_is_known):
            source.handled(message, status=MessageStatus.HANDLED)
        source.close()

        assert mailbox.contents() == [letter(number) for number in range(60)]

    def test_a_message_that_goes_while_others_are_read_is_passed_over(self, mailbox: Mailbox) -> None:
        for number in range(60):  # more than are read at a time
            mailbox.deliver(letter(number))
        source = mailbox.source()
        listed = taken(source)
        got = source.fetch(None, nothing_is_known)
        first = next(got)

        mailbox.remove(listed[55])

        assert [first, *got] == [*listed[:55], *listed[56:]]
        source.close()

    def test_handling_a_message_that_has_gone_does_nothing(self, mailbox: Mailbox) -> None:
        mailbox.deliver(letter(1))
        mailbox.deliver(letter(2))
        source = mailbox.source(mode="move")
        first, second = taken(source)
        mailbox.remove(first)

        source.handled(first, status=MessageStatus.HANDLED)
        source.handled(second, status=MessageStatus.HANDLED)

        assert mailbox.contents() == [letter(2)]
        source.close()

    def test_reading_can_stop_anywhere(self, mailbox: Mailbox) -> None:
        mailbox.deliver(letter(1))
        mailbox.deliver(letter(2))
        source = mailbox.source()

        got = source.fetch(None, nothing_is_known)
        assert next(got).body == letter(1)
        del got

        assert [message.body for message in taken(source)] == [letter(1), letter(2)]
        source.close()

    def test_it_opens_again_after_closing(self, mailbox: Mailbox) -> None:
        mailbox.deliver(letter(1))
        source = mailbox.source()
        source.close()
        source.close()

        assert [message.body for message in taken(source)] == [letter(1)]
        source.close()

    def test_a_cursor_of_another_numbering_hides_nothing(self, mailbox: Mailbox) -> None:
        mailbox.deliver(letter(1))
        mailbox.deliver(letter(2))
        source = mailbox.source()

        for last_uid in (1, 2, 9):
            got = source.fetch(Cursor(uidvalidity=1, last_uid=last_uid), nothing_is_known)
            assert [message.body for message in got] == [letter(1), letter(2)]
        source.close()
