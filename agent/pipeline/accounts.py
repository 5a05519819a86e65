"""Statements of account to the letters that carry them: table, sums, files, and what is kept to hold an answer against."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from agent.dates import add_workdays
from agent.decide.addressee import for_customer
from agent.errors import AgentError
from agent.facts.books import Books
from agent.facts.events import BalanceStated
from agent.facts.letters import Attachment, Draft, Letter, LetterKind, OpenRow
from agent.facts.statements import Flag, Stated, StatedBalance, Statement, StatementItem
from agent.ids import mint
from agent.ledger.statement import statements
from agent.outbox.paper import Paper
from agent.outbox.tables import payment_guide
from agent.outbox.wording import Wording
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.desk import Desk
from agent.pipeline.writing import new_draft, write

PDF: Final = "application/pdf"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def statements_of(
    desk: Desk, books: Books, customer_id: str, first_on: date, last_on: date
) -> list[Statement]:
    """By what the books know at the desk's hour."""
    return statements(
        books, customer_id, first_on=first_on, last_on=last_on, known_at=desk.clock(), zone=desk.zone
    )


def write_statement(
    desk: Desk, commit: Commit, made: Statement, *, cycle: str | None = None
) -> Letter | None:
    """The letter of one currency's statement, with its files and its slip; None where the customer has no address.

    AgentError where the same statement was written before.
    """
    books, address = commit.books, for_customer(made.customer_id, commit.books)
    if address is None:
        return None
    letter_id = mint(
        "L", LetterKind.STATEMENT.value, made.customer_id, made.currency, made.first_on.isoformat(),
        made.last_on.isoformat(), str(made.closing), cycle or desk.today().isoformat(),
    )  # fmt: skip
    if letter_id in books.letters:
        raise AgentError(
            f"{letter_id} is this statement, written before; see: remitd letters show {letter_id}"
        )
    draft = new_draft(
        desk, books, LetterKind.STATEMENT, letter_id=letter_id, customer_id=made.customer_id,
        to=(address,), mail=None, mail_id=None,
    )  # fmt: skip
    draft, _ = with_statements(desk, books, draft, [made], made.last_on)
    return send_stated(desk, commit, draft, [made], cycle=cycle)


def send_stated(
    desk: Desk, commit: Commit, draft: Draft, made: Sequence[Statement], *, cycle: str | None = None
) -> Letter:
    """Write the letter, and keep what it said."""
    letter = write(desk, commit, draft)
    if made:
        stated = Stated(
            letter_id=letter.letter_id,
            customer_id=made[0].customer_id,
            first_on=made[0].first_on,
            last_on=made[0].last_on,
            known_at=made[0].known_at,
            balances=tuple(
                StatedBalance(
                    currency=one.currency,
                    closing=one.closing,
                    items=tuple((item.invoice, item.open) for item in one.items),
                )
                for one in made
            ),
            answer_on=_answer_on(desk) if letter.kind is LetterKind.STATEMENT else None,
            cycle=cycle,
        )
        commit.add(letter.letter_id, BalanceStated(stated=stated))
    return letter


def _answer_on(desk: Desk) -> date:
    return add_workdays(desk.today(), desk.policy.statements.answer_workdays, desk.policy.is_workday)


def with_statements(
    desk: Desk, books: Books, draft: Draft, made: Sequence[Statement], as_of: date
) -> tuple[Draft, list[str]]:
    """The draft of a `statement` or `statement_reply` with what is open, and its files; and why a file is missing."""
    items = sorted(
        (item for one in made for item in one.items), key=lambda row: (row.due_on, row.issued_on, row.invoice)
    )
    files, missing = _files(desk, books, draft, made)
    return replace(
        draft,
        open_items=tuple(map(_row, items)),
        totals=tuple(one.open_total for one in made if one.items),
        unapplied=tuple(one.unapplied for one in made if one.unapplied),
        as_of=as_of,
        attachments=tuple(files),
    ), missing


def with_account(desk: Desk, books: Books, draft: Draft, currency: str) -> Draft:
    """A final notice with the customer's statement in its currency, from the oldest item that it lists on."""
    if desk.is_rehearsed or not draft.customer_id:
        return draft
    first_on = min(row.issued_on for row in draft.open_items)
    made = statements_of(desk, books, draft.customer_id, first_on, draft.written_on)
    files, _ = _files(desk, books, draft, [one for one in made if one.currency == currency])
    return replace(draft, attachments=tuple(files))


def _files(
    desk: Desk, books: Books, draft: Draft, made: Sequence[Statement]
) -> tuple[list[Attachment], list[str]]:
    """Each statement on paper and as a workbook; and why a paper is missing."""
    files: list[Attachment] = []
    missing: list[str] = []
    answer_on = _answer_on(desk) if draft.kind is LetterKind.STATEMENT else None
    for one in made:
        paper = paper_of(desk, books, one, token=draft.letter_id, answer_on=answer_on)
        paper = replace(paper, is_one_of_several=len(made) > 1)
        try:
            files += paper_files(desk, paper)
        except AgentError as error:  # no font: the workbook says the same
            missing.append(str(error))
            files += [_sheet(paper)]
    return files, missing


def paper_files(desk: Desk, paper: Paper) -> list[Attachment]:
    """The PDF and its twin; without a place to look for fonts the workbook alone. AgentError where there is no font."""
    if desk.fonts is None:
        return [_sheet(paper)]
    from agent.outbox.statement_pdf import statement_pdf  # slow to import, and few commands need it

    content = statement_pdf(paper, desk.fonts())
    return [Attachment(name=paper.file_name(".pdf"), content_type=PDF, content=content), _sheet(paper)]


def _sheet(paper: Paper) -> Attachment:
    from agent.outbox.statement_sheet import statement_sheet

    return Attachment(name=paper.file_name(".xlsx"), content_type=XLSX, content=statement_sheet(paper))


def paper_of(desk: Desk, books: Books, made: Statement, *, token: str, answer_on: date | None) -> Paper:
    """The statement with all that stands on its paper, in the customer's language."""
    company, customer = desk.config.company, books.customers[made.customer_id]
    spoken = desk.policy.templates.language(customer.language or company.language, company.language)
    words = desk.policy.statement_words
    wording = Wording(language=spoken)
    paper = Paper(
        statement=made,
        company=company,
        customer=customer,
        token=token,
        written_at=desk.clock().astimezone(desk.zone),
        answer_on=answer_on,
        wording=wording,
        words=words.get(spoken.code) or words["en"],
    )
    guide = company.letterhead.guide(made.currency, spoken.code)
    if guide is None or made.closing.minor <= 0:
        return paper
    owed = [item.invoice for item in made.items if item.open.minor > 0]
    table = payment_guide(wording, guide, [made.currency], owed, customer_no=made.customer_id)
    lines = tuple((label, value) for label, value in table.rows)
    return replace(paper, guide=lines, guide_caption=table.caption)


def token_of(made: Statement) -> str:
    """What an answer names where no letter carries the statement: the same statement always has the same."""
    return mint(
        "S", made.customer_id, made.currency, made.first_on.isoformat(), made.last_on.isoformat(),
        made.known_at.isoformat(), str(made.closing),
    )  # fmt: skip


def _row(item: StatementItem) -> OpenRow:
    is_marked = item.flag in (Flag.DISPUTED, Flag.PROMISED)
    return OpenRow(
        invoice=item.invoice,
        issued_on=item.issued_on,
        due_on=item.due_on,
        billed=item.billed,
        open=item.open,
        days_overdue=item.days_overdue,
        note="credit_note" if item.billed.minor < 0 else item.flag.value if is_marked and item.flag else None,
        promised_on=item.promised_on,
    )
