"""(books, what was found or agreed of a customer's credit) to the books after it: one credit file a customer."""

from dataclasses import replace
from typing import assert_never

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.credit import ContractTerms, CreditFile, Grading, Limit, Risk
from agent.ledger.index import note_change


def credit_event(books: Books, event: e.CreditEvent, recorded: e.Recorded) -> None:
    """An event of grades, risks, limits or contract terms."""
    if isinstance(event, e.CreditReviewed):
        books.credit_reviewed_on = event.reviewed_on
        return
    known = books.credit.get(event.customer_id, CreditFile(customer_id=event.customer_id))
    match event:
        case e.CustomerGraded():
            grading = Grading(
                customer_id=event.customer_id,
                grade=event.grade,
                score=event.score,
                indicators=event.indicators,
                graded_at=recorded.at,
            )
            known = replace(known, grading=grading)
        case e.RiskFlagged():
            risk = Risk(customer_id=event.customer_id, kind=event.kind, why=event.why, since=recorded.at)
            known = replace(known, risks=(*_without(known, risk.kind), risk))
        case e.RiskCleared():
            known = replace(known, risks=_without(known, event.kind))
        case e.LimitProposed() | e.LimitAgreed() | e.LimitRefused() | e.LimitWithdrawn():
            known = _limited(books, known, event, recorded)
        case e.TermsAgreed():
            known = replace(known, contracts=(*known.contracts, _terms(event, recorded)))
        case e.TermsWithdrawn():
            contracts = tuple(
                replace(one, is_withdrawn=True) if one.version == event.version else one
                for one in known.contracts
            )
            known = replace(known, contracts=contracts)
        case _:
            assert_never(event)
    file_credit(books, known)


def file_credit(books: Books, file: CreditFile) -> None:
    """Put a credit file into the books and their indexes."""
    books.credit[file.customer_id] = file
    note_change(books, file.customer_id)
    if file.grading:
        books.grades[file.customer_id] = file.grading.grade
    if file.contracts:
        books.contracts[file.customer_id] = file.contracts


def join_files(books: Books, old: str, into: str) -> None:
    """The survivor's file; what it lacks of limits and contracts comes from the merged one's. Grades are made anew."""
    books.grades.pop(old, None)
    books.contracts.pop(old, None)
    merged = books.credit.pop(old, None)
    if merged is None:
        return
    known = books.credit.get(into, CreditFile(customer_id=into))
    limits = known.limits or tuple(replace(one, customer_id=into) for one in merged.limits)
    joined = replace(known, limits=limits, contracts=known.contracts or merged.contracts)
    if joined != CreditFile(customer_id=into):
        file_credit(books, joined)


def file_anew(books: Books, customer_id: str, file: CreditFile | None) -> None:
    """This file, or none, and nothing that an earlier one said."""
    for table in (books.grades, books.contracts, books.credit):
        table.pop(customer_id, None)
    if file:
        file_credit(books, file)


def _without(file: CreditFile, kind: object) -> tuple[Risk, ...]:
    return tuple(one for one in file.risks if one.kind is not kind)


_LimitEvent = e.LimitProposed | e.LimitAgreed | e.LimitRefused | e.LimitWithdrawn


def _limited(books: Books, file: CreditFile, event: _LimitEvent, recorded: e.Recorded) -> CreditFile:
    """Agreed limits stand in order, the last counts; a decision of a person answers what was proposed."""
    limit = Limit(
        customer_id=event.customer_id,
        amount=event.amount,
        why=event.why,
        at=recorded.at,
        by=recorded.actor,
        imported=books.customers[event.customer_id].credit_limit,
    )
    decided_on = recorded.at.date()
    match event:
        case e.LimitProposed():
            return replace(file, proposed=limit, limit_decided_on=decided_on)
        case e.LimitAgreed():
            return replace(file, limits=(*file.limits, limit), proposed=None, limit_decided_on=decided_on)
        case e.LimitRefused():
            return replace(file, proposed=None, limit_decided_on=decided_on)
        case e.LimitWithdrawn():
            place = max(n for n, one in enumerate(file.limits) if one.amount == event.amount)
            return replace(file, limits=(*file.limits[:place], *file.limits[place + 1 :]))
        case _:
            assert_never(event)


def _terms(event: e.TermsAgreed, recorded: e.Recorded) -> ContractTerms:
    return ContractTerms(
        version=event.version,
        from_on=event.from_on,
        payment_terms=event.payment_terms,
        clock=event.clock,
        interest_percent=event.interest_percent,
        interest_per=event.interest_per,
        interest_year_days=event.interest_year_days,
        fee=event.fee,
        dispute_days=event.dispute_days,
        clause=event.clause,
        document=event.document,
        document_sha256=event.document_sha256,
        why=event.why,
        by=recorded.actor,
        at=recorded.at,
    )
