"""A desk whose home is in memory: raw mails in, books out, through every stage but the disk and the reader's process."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from agent import app
from agent.config import Config, MaildirPlace
from agent.extract.files.plain import read_plain
from agent.extract.files.sheets import read_sheets
from agent.extract.files.sniff import Format, sniff
from agent.extract.pages import DocumentReader
from agent.extract.paper.pdf import read_pdf
from agent.facts import events as e
from agent.facts.books import Message
from agent.facts.company import Company
from agent.facts.documents import Document, PagePicture, Unread
from agent.facts.ledger import Customer, Item
from agent.facts.letters import Autonomy, LetterKind
from agent.facts.mail import Part
from agent.ledger import fold
from agent.ledger.index import add_customer, add_item
from agent.pipeline.bookkeeping import Bookkeeper
from agent.pipeline.desk import Desk, Policy
from agent.pipeline.message import handle
from agent.pipeline.opening import InlineOpener, Opened
from agent.store.memory import MemoryBlobs, NoJournal, NoViews

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
OWN, STAFF, BANK, SERVER = (
    "ar@larkspur.example",
    "ines.roth@larkspur.example",
    "out@bank.example",
    "mx.larkspur.example",
)
CONFIG = Config(
    home=Path("nowhere"),
    company=Company(
        name="Larkspur Castings Ltd", aliases=(), address=OWN, staff=(STAFF,),
        language="en", currency="EUR", country="DE", time_zone="Europe/Berlin",
    ),
    inbox=MaildirPlace(name="maildir:in", path=Path("nowhere")), outbox=MaildirPlace(name="maildir:out", path=Path("nowhere")),
    mode="observe", trusted_authserv=SERVER, poll_seconds=60, max_bytes=40_000_000, bank_senders=(BANK,),
    apply_on="advice", autonomy=tuple((kind, Autonomy.OBSERVE) for kind in LetterKind),
)  # fmt: skip


class DocumentsHere:
    """A DocumentReader in this process: for documents that the tests made themselves."""

    def read(self, part: Part, *, may_recognise: bool = True) -> Document | Unread | None:
        """The rows of a part."""
        format = sniff(part)
        if format is Format.PDF:
            return read_pdf(part.name, part.content)
        if format is Format.SHEET:
            return read_sheets(part.name, part.content)
        return read_plain(part, format)

    def pictures(self, part: Part, pages: Sequence[int]) -> tuple[PagePicture, ...]:
        """None: no test looks at them."""
        return ()

    def close(self) -> None:
        """Nothing is held."""


@cache
def policy() -> Policy:
    """The default rules, read once."""
    return app.read_policy(app.default_rules(), "DE")


def desk_with(
    customers: Sequence[Customer], items: Sequence[Item], documents: DocumentReader | None = None
) -> Desk:
    """A desk with this ledger; it reads documents in this process unless it is given another reader."""
    books = fold.empty()
    for customer in customers:
        add_customer(books, customer)
    for item in items:
        add_item(books, item)
    blobs = MemoryBlobs()
    opener = InlineOpener(
        blobs,
        correspondents=app.correspondents(CONFIG),
        rules=policy().mail,
        documents=documents or DocumentsHere(),
    )
    bookkeeper = Bookkeeper(NoJournal(), NoViews(), books)
    return Desk(
        config=CONFIG,
        policy=policy(),
        bookkeeper=bookkeeper,
        blobs=blobs,
        opener=opener,
        clock=app.clock(NOW),
    )


def opened(desk: Desk, raw: bytes) -> Opened:
    """A raw message, parsed, its parts read."""
    assert isinstance(desk.opener, InlineOpener)
    return desk.opener.open_bytes(raw)


def work(desk: Desk, raw: bytes) -> Message:
    """The message as it stands after everything that follows from it."""
    mail_id = f"M{len(desk.books.messages) + 1}"
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        received = e.MessageReceived(
            mail_id=mail_id, mailbox="maildir:in", key=mail_id, sha256=desk.blobs.put(raw), size=len(raw), fault=""
        )  # fmt: skip
        commit.add(mail_id, received)
        handle(desk, commit, mail_id, opened(desk, raw))
    return desk.books.messages[mail_id]
