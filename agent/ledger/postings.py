"""(books, cash applied, taken back or exported) to what is still to be posted in the system of record."""

from dataclasses import replace

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.payments import Application
from agent.facts.postings import Batch, Posting
from agent.ledger.index import add_posting, remove_posting


def follow(books: Books, recorded: e.Recorded) -> None:
    """Keep the postings in step with the cash."""
    match recorded.event:
        case (
            e.CashApplied(payment_id=payment_id, applications=applications)
            | e.DeductionAllowed(payment_id=payment_id, applications=applications)
        ):
            for place, application in enumerate(applications):
                add_posting(books, _posting(recorded, place, payment_id, application))
        case e.SettledWithoutCash(applications=applications):
            for place, application in enumerate(applications):
                add_posting(books, _posting(recorded, place, "", application))
        case e.SettledWithoutCashUndone(applications=applications):
            _take_back(books, recorded, "", applications)
        case (
            e.CashReversed(payment_id=payment_id, applications=applications)
            | e.CashUnapplied(payment_id=payment_id, applications=applications)
            | e.DeductionReopened(payment_id=payment_id, applications=applications)
        ):
            _take_back(books, recorded, payment_id, applications)
        case e.ApplicationsExported() as exported:
            _export(books, exported, recorded)
        case _:
            pass


def _take_back(
    books: Books, recorded: e.Recorded, payment_id: str, applications: tuple[Application, ...]
) -> None:
    """Applications were undone: one that was exported becomes a negative line, one that was not drops out."""
    for place, application in enumerate(applications):
        same = [
            posting
            for posting in map(books.postings.__getitem__, books.postings_by_payment.get(payment_id, ()))
            if posting.application == application and posting.takes_back is None
        ]
        assert same, f"{payment_id}: {application} taken back, and never applied"
        # An export takes all that waits: of two that are the same, the last is the one that nobody has seen yet.
        posting = same[-1]
        remove_posting(books, posting)
        if posting.batch is not None:
            undone = replace(
                application,
                amount=-application.amount,
                discount=-application.discount,
                write_off=-application.write_off,
            )
            line = _posting(recorded, place, payment_id, undone)
            add_posting(books, replace(line, takes_back=f"{posting.batch}/{posting.line}"))


def waiting(books: Books) -> list[Posting]:
    """What is to be exported, in the order of the journal."""
    return [posting for posting in books.postings.values() if posting.batch is None]


def _posting(recorded: e.Recorded, place: int, payment_id: str, application: Application) -> Posting:
    return Posting(
        key=f"{recorded.seq}.{place}",
        seq=recorded.seq,
        payment_id=payment_id,
        decided_at=recorded.at,
        application=application,
    )


def _export(books: Books, event: e.ApplicationsExported, recorded: e.Recorded) -> None:
    assert event.batch not in books.batches, f"{event.batch}: exported twice"
    for line, key in enumerate(event.keys, start=1):
        posting = books.postings[key]
        assert posting.batch is None, f"{key}: exported in {posting.batch} already"
        if posting.takes_back is not None:
            remove_posting(books, posting)
        else:
            books.postings[key] = replace(posting, batch=event.batch, line=line)
    books.batches[event.batch] = Batch(
        number=event.batch,
        form=event.form,
        sha256=event.sha256,
        lines_sha256=event.lines_sha256,
        count=len(event.keys),
        exported_at=recorded.at,
    )
