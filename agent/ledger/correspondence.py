"""(books, an event about a message, a query or a letter) to the books after it."""

from dataclasses import replace
from typing import assert_never

from agent.facts import events as e
from agent.facts.books import Books, Message, Query
from agent.facts.letters import Letter, LetterStatus
from agent.ledger.claims import followed_up
from agent.ledger.index import add_letter, add_message, add_query, change_item, know_key, remove_query


def message_event(books: Books, event: e.MessageEvent, recorded: e.Recorded) -> None:
    """An event about a message received."""
    match event:
        case e.MessageReceived():
            know_key(books, event.mailbox, event.key, event.mail_id)
            add_message(
                books,
                Message(
                    mail_id=event.mail_id,
                    mailbox=event.mailbox,
                    key=event.key,
                    sha256=event.sha256,
                    size=event.size,
                    fault=event.fault,
                ),
            )
        case e.MessageRepeated():
            know_key(books, event.mailbox, event.key, event.mail_id)
        case e.MessageSorted():
            sorted_message = replace(
                books.messages[event.mail_id],
                message_id=event.message_id,
                sender=event.sender,
                author=event.author,
                subject=event.subject,
                received_at=event.received_at,
                kind=event.kind,
                status=event.status,
                language=event.language,
                customer_id=event.customer_id,
                content_id=event.content_id,
                told_id=event.told_id,
                statement_ids=event.statement_ids,
                why=event.why,
            )
            add_message(books, sorted_message)
        case e.MessageClosed() | e.MessageReopened():
            closed_at = recorded.at if isinstance(event, e.MessageClosed) else None
            add_message(books, replace(books.messages[event.mail_id], closed_at=closed_at))
        case e.AddressBounced():
            books.suspect_addresses.add(event.address)
            if letter := books.letters.get(event.letter_id or ""):
                add_letter(books, replace(letter, bounced=(*letter.bounced, event.address)))
        case e.AddressRestored():
            books.suspect_addresses.discard(event.address)
        case _:
            assert_never(event)


def query_event(
    books: Books,
    event: e.QueryEvent,
    recorded: e.Recorded,
) -> None:
    """An event about a question to a customer."""
    query = books.queries.get(event.letter_id)
    match event:
        case e.QueryRaised():
            add_query(books, Query(raised=event, asked_at=recorded.at, first_asked_at=recorded.at))
        case e.QueryAskedAgain():
            assert query, event.letter_id
            books.queries[event.letter_id] = replace(query, asked_at=recorded.at, is_repeated=True)
        case e.QueryPassedToStaff():
            assert query, event.letter_id
            books.queries[event.letter_id] = replace(query, is_with_staff=True)
        case e.QueryClosed():
            remove_query(books, event.letter_id)
        case _:
            assert_never(event)


def _raise_levels(books: Books, letter: Letter, recorded: e.Recorded) -> None:
    """A scheduled letter went out (or would have): its items are at its level, or were reminded."""
    for invoice, level in letter.item_levels:
        followed_up(books, invoice, letter.created_at)
        item = books.items[invoice]
        if level == 0:
            change_item(books, replace(item, reminded_on=recorded.at.date()))
        else:
            change_item(books, replace(item, dunning_level=max(level, item.dunning_level)))


def letter_event(
    books: Books,
    event: e.LetterEvent,
    recorded: e.Recorded,
) -> None:
    """An event in a letter's life."""
    if isinstance(event, e.LetterQueued):
        letter = event.letter
        add_letter(books, letter)
        if letter.status is LetterStatus.OBSERVED:
            _raise_levels(books, letter, recorded)
        message = books.messages.get(letter.mail_id or "")
        if message:
            books.messages[message.mail_id] = replace(
                message, letter_ids=(*message.letter_ids, letter.letter_id)
            )
        return
    letter = books.letters[event.letter_id]
    match event:
        case e.LetterApproved() | e.LetterHeldBack():
            is_free = isinstance(event, e.LetterApproved)
            letter = replace(
                letter,
                status=LetterStatus.QUEUED if is_free else LetterStatus.HELD,
                not_before=None,
                detail=None,
            )
        case e.LetterCancelled():
            letter = replace(letter, status=LetterStatus.CANCELLED, detail=event.why)
        case e.SendStarted():
            letter = replace(letter, attempts=event.attempt, detail="sending")
        case e.LetterSent():
            letter = replace(letter, status=LetterStatus.SENT, sent_at=recorded.at, detail=event.detail)
            _raise_levels(books, letter, recorded)
        case e.SendDeferred():
            letter = replace(
                letter, attempts=event.attempt, next_attempt_at=event.next_attempt_at, detail=event.detail
            )
        case e.LetterRefused() | e.SendOutcomeUnknown():
            letter = replace(letter, status=LetterStatus.FAILED, detail=event.detail)
        case _:
            assert_never(event)
    add_letter(books, letter)
