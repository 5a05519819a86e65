"""A colleague's mail to what it tells the agent to do, done in their name, and one letter that says what was done."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from agent.errors import AgentError
from agent.extract.speech.commands import read_commands
from agent.facts.books import Books
from agent.facts.commands import Answered, Order, StaffCommand
from agent.facts.events import MessageStatus
from agent.facts.letters import LetterKind, LetterStatus
from agent.ids import mint
from agent.pipeline import staff
from agent.pipeline.answering import by_currency
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.handling import Handling
from agent.pipeline.writing import new_draft, write

TEMPLATE: Final = "command_reply"
# They release letters, or let something be forgotten: only where our own server vouches for the sender.
_PROVED_ONLY: Final = frozenset({Order.APPROVE, Order.START, Order.CLOSE})
_UNPROVED: Final = "not accepted by mail while [inbox] trusted_authserv is not set, as anybody could have written it; use the command line"


def obey(handling: Handling) -> MessageStatus:
    """Do what a colleague's mail says, or nothing of it where something in it is doubtful."""
    desk, mail = handling.desk, handling.mail
    orders = read_commands(
        mail.body.own,
        desk.policy.commands,
        desk.policy.mail.quotes,
        desk.policy.vocabulary,
        mail.sent_at.date() if mail.sent_at else None,
    )
    doubts = list(orders.doubts)
    if orders.commands and any(not part.may_be_logo for part in mail.parts):
        doubts.append("a document is attached, which is not read beside a command; send it by itself")
    if not orders.commands and not doubts:
        handling.why.append("a colleague's words to the agent, and no command at their beginning")
        return MessageStatus.REVIEW
    if not mail.answerable:
        handling.why.append("a command in a mail that can't be answered: nothing is done")
        return MessageStatus.REVIEW
    if doubts:
        answers = tuple(Answered(text=one.text, said=("not done",), is_done=False) for one in orders.commands)
        handling.why += [f"nothing is done: {doubt}" for doubt in doubts]
    else:
        with handling.commit.acting(f"staff {mail.sender.address}"):
            answers = tuple(_done(handling, command) for command in orders.commands)
        handling.why += [f"{'done' if one.is_done else 'not done'}: {one.text}" for one in answers]
    _answer(handling, answers, tuple(doubts))
    is_whole = not doubts and all(one.is_done for one in answers)
    return MessageStatus.HANDLED if is_whole else MessageStatus.REVIEW


def _done(handling: Handling, command: StaffCommand) -> Answered:
    """What came of one command; what the books forbid is said, and changes nothing."""
    commit = handling.commit
    if command.order in _PROVED_ONLY and handling.desk.config.trusted_authserv is None:
        return Answered(text=command.text, said=(_UNPROVED,), is_done=False)
    first = commit.books.seq + 1
    try:
        said = tuple(_DO[command.order](handling, command))
    except AgentError as error:
        assert commit.books.seq + 1 == first, "a command that fails has done nothing"
        return Answered(text=command.text, said=(str(error),), is_done=False)
    return Answered(
        text=command.text, said=said, is_done=True, lines=tuple(range(first, commit.books.seq + 1))
    )


def _why(command: StaffCommand) -> str:
    return command.why or f"by mail: {command.text}"


def _care(handling: Handling) -> staff.Care:
    """Who said it looks after it."""
    return staff.Care(owners=(handling.mail.sender.address,))


def _letters(commit: Commit, command: StaffCommand) -> list[str]:
    """Letters that have not gone, by their ids or the beginnings of them."""
    open_ids = [
        letter_id
        for letter_id, letter in commit.books.letters.items()
        if letter.status in (LetterStatus.HELD, LetterStatus.QUEUED)
    ]
    return [_whole(known, open_ids) for known in command.about]


def _whole(beginning: str, ids: Iterable[str]) -> str:
    """The one id that begins so; what stands there where none or several do."""
    wanted = beginning[:2].upper() + beginning[2:].lower()
    found = [one for one in ids if one.startswith(wanted)]
    return found[0] if len(found) == 1 else wanted


def _item_or_customer(books: Books, name: str) -> str:
    """As the ledger spells it."""
    if name in books.customers:
        return name
    item = books.anchors.number(name)
    by_id = {known.upper(): known for known in books.customers}
    return item.invoice_no if item else by_id.get(name.upper(), name)


def _approve(handling: Handling, command: StaffCommand) -> Iterable[str]:
    return staff.approve(handling.commit, _letters(handling.commit, command))


def _cancel(handling: Handling, command: StaffCommand) -> Iterable[str]:
    return staff.cancel(handling.commit, _letters(handling.commit, command), _why(command))


def _hold(handling: Handling, command: StaffCommand) -> Iterable[str]:
    commit = handling.commit
    if command.until is None:
        return staff.hold_back(commit, _letters(commit, command), _why(command))
    if command.until < handling.desk.today():
        raise AgentError(f"{command.until} has passed")
    what = _item_or_customer(commit.books, command.about[0])
    return staff.hold(commit, what, command.until, _why(command), _care(handling))


def _stop(handling: Handling, command: StaffCommand) -> Iterable[str]:
    return [staff.stop(handling.commit, _why(command))]


def _start(handling: Handling, command: StaffCommand) -> Iterable[str]:
    return [staff.start(handling.commit, _why(command))]


def _promise(handling: Handling, command: StaffCommand) -> Iterable[str]:
    assert command.until
    today = handling.desk.today()
    invoice = _item_or_customer(handling.commit.books, command.about[0])
    today = handling.desk.today()
    return [staff.promise(handling.commit, invoice, command.until, command.amount, today, _care(handling))]


def _dispute(handling: Handling, command: StaffCommand) -> Iterable[str]:
    invoice = _item_or_customer(handling.commit.books, command.about[0])
    return [staff.dispute(handling.commit, invoice, command.amount, _why(command), _care(handling))]


def _close(handling: Handling, command: StaffCommand) -> Iterable[str]:
    commit = handling.commit
    mail_ids = [_whole(known, commit.books.for_staff) for known in command.about]
    return staff.close(commit, mail_ids, _why(command))


def _status(handling: Handling, command: StaffCommand) -> Iterable[str]:
    books, today = handling.commit.books, handling.desk.today()
    customer_id = _item_or_customer(books, command.about[0])
    if customer_id not in books.customers:
        raise AgentError(f"{customer_id} is no customer of this home; see: remitd aging")
    items = books.open_items(customer_id)
    said = [f"{books.customers[customer_id].name} ({customer_id})"]
    for name, some in (("open", items), ("overdue", [item for item in items if item.due_on < today])):
        sums = by_currency([item.open for item in some])
        said.append(f"{name}: {' + '.join(map(str, sums)) or 'nothing'} on {len(some)} items")
    return said + [
        f"{item.invoice_no}: {item.open} of {item.billed}, due {item.due_on}, {item.status_on(today)}, level {item.dunning_level}"
        for item in items
    ]


def _note(handling: Handling, command: StaffCommand) -> Iterable[str]:
    about = _item_or_customer(handling.commit.books, command.about[0])
    handling.why.append(f"note on {about}: {command.why}")
    return [f"noted on {about}; this mail is kept as it is: remitd explain {handling.message.mail_id}"]


def _help(_: Handling, __: StaffCommand) -> Iterable[str]:
    return [
        "approve L-...; hold L-...; cancel L-...",
        "stop all; start",
        "hold INVOICE or CUSTOMER until 2026-12-05: reason",
        "promise INVOICE 2026-12-05 500.00; dispute INVOICE 20.00: reason",
        "close M-...: reason; status CUSTOMER; note INVOICE or CUSTOMER text",
        "one command a line, at the beginning of the mail; money is moved at the command line alone",
    ]


_DO: Final[dict[Order, Callable[[Handling, StaffCommand], Iterable[str]]]] = {
    Order.APPROVE: _approve,
    Order.HOLD: _hold,
    Order.CANCEL: _cancel,
    Order.STOP: _stop,
    Order.START: _start,
    Order.PROMISE: _promise,
    Order.DISPUTE: _dispute,
    Order.CLOSE: _close,
    Order.STATUS: _status,
    Order.NOTE: _note,
    Order.HELP: _help,
}


def _answer(handling: Handling, answers: tuple[Answered, ...], doubts: tuple[str, ...]) -> None:
    """One letter to the colleague who wrote, in their thread."""
    desk, mail, mail_id = handling.desk, handling.mail, handling.message.mail_id
    draft = new_draft(
        desk,
        handling.commit.books,
        LetterKind.REVIEW_REQUEST,
        letter_id=mint("L", mail_id, TEMPLATE),
        customer_id=None,
        to=(mail.sender.address,),
        mail=mail,
        mail_id=mail_id,
    )
    write(
        desk,
        handling.commit,
        replace(draft, template=TEMPLATE, answers=answers, review_reasons=doubts),
    )
