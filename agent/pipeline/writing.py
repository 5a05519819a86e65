"""A draft to a letter in the journal: composed, rendered, its bytes fixed, and queued, held or observed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from agent.facts.books import Books
from agent.facts.events import LetterQueued
from agent.facts.letters import CYCLED, Autonomy, Draft, Letter, LetterKind, LetterStatus
from agent.facts.mail import Mail
from agent.outbox.compose import compose, headline
from agent.outbox.render import message_id, render
from agent.outbox.wording import Wording
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.desk import Desk

_STATUS: Final = {
    Autonomy.AUTO: LetterStatus.QUEUED,
    Autonomy.APPROVE: LetterStatus.HELD,
    Autonomy.OBSERVE: LetterStatus.OBSERVED,
}
_MORE_CAREFUL: Final = tuple(_STATUS)  # each is more careful than the one before


def new_draft(
    desk: Desk,
    books: Books,
    kind: LetterKind,
    *,
    letter_id: str,
    customer_id: str | None,
    to: tuple[str, ...],
    mail: Mail | None,
    mail_id: str | None,
) -> Draft:
    """The head of a letter; `mail` is the message that it answers in its thread."""
    company, now = desk.config.company, desk.clock()
    customer = books.customers.get(customer_id or "")
    local: datetime = now.astimezone(desk.zone)
    return Draft(
        letter_id=letter_id,
        kind=kind,
        language=(customer.language if customer else None) or company.language,
        customer_id=customer_id,
        customer_name=customer.name if customer else None,
        to=to,
        written_on=local.date(),
        written_at=local,
        in_reply_to=(mail.message_id, *mail.in_reply_to) if mail and mail.message_id else (),
        reply_subject=mail.subject if mail else None,
        mail_id=mail_id,
    )


def write(
    desk: Desk,
    commit: Commit,
    draft: Draft,
    *,
    payment_ids: tuple[str, ...] = (),
    item_levels: tuple[tuple[str, int], ...] = (),
    approval: Autonomy | None = None,
) -> Letter:
    """Compose and render the draft, keep its bytes, and add LetterQueued in the commit of its decision.

    `approval` counts where it is more careful than what remitd.toml says of the letter's kind.
    """
    company = desk.config.company
    draft = _in_their_language(desk, draft)
    subject, language, content = _composed(desk, draft)
    autonomy = max(desk.config.autonomy_of(draft.kind), approval or Autonomy.AUTO, key=_MORE_CAREFUL.index)
    letter = Letter(
        letter_id=draft.letter_id,
        kind=draft.kind,
        mail_id=draft.mail_id,
        customer_id=draft.customer_id,
        to=draft.to,
        cc=draft.cc,
        subject=subject,
        language=language,
        invoices=_invoices(draft),
        payment_ids=payment_ids,
        level=draft.level,
        codes=draft.codes,
        status=_STATUS[autonomy],
        created_at=desk.clock(),
        not_before=_veto_ends(desk, draft.kind),
        message_id=message_id(draft.letter_id, company),
        in_reply_to=draft.in_reply_to[0] if draft.in_reply_to else None,
        sha256=desk.blobs.put(content),
        item_levels=item_levels,
        figures=tuple((one.name, one.now) for one in draft.digest.figures) if draft.digest else (),
        asked=tuple((row.invoice, row.open) for row in draft.open_items) if item_levels else (),
    )
    commit.add(letter.letter_id, LetterQueued(letter=letter))
    return letter


def _in_their_language(desk: Desk, draft: Draft) -> Draft:
    """What the journal says to colleagues: why they must look, what their commands did, and risks of customers."""
    if draft.review_reasons:
        draft = replace(draft, review_reasons=tuple(_said(desk, draft, draft.review_reasons)))
    if draft.answers:
        answers = (replace(one, said=tuple(_said(desk, draft, one.said))) for one in draft.answers)
        draft = replace(draft, answers=tuple(answers))
    if draft.digest and draft.digest.flags:
        flags = tuple(_said(desk, draft, draft.digest.flags))
        draft = replace(draft, digest=replace(draft.digest, flags=flags))
    return draft


def _said(desk: Desk, draft: Draft, sentences: Iterable[str]) -> Iterator[str]:
    """Sentences of the journal as the colleagues who get the letter read them."""
    language = desk.policy.templates.language(draft.language, desk.config.company.language)
    words, wording = desk.policy.words(language.code), Wording(language=language)
    return (words.sentence(sentence, wording.said) for sentence in sentences)


def _composed(desk: Desk, draft: Draft) -> tuple[str, str, bytes]:
    """The letter's subject, language and bytes; no bytes where it is only rehearsed."""
    company, templates, is_workday = desk.config.company, desk.policy.templates, desk.policy.is_workday
    if desk.is_rehearsed:
        return *headline(draft, company=company, templates=templates, is_workday=is_workday), b""
    composed = compose(draft, company=company, templates=templates, is_workday=is_workday)
    return composed.subject, composed.language, render(composed, draft, company)


def _veto_ends(desk: Desk, kind: LetterKind) -> datetime | None:
    """The hour of today until which staff may hold back a letter of the schedule."""
    digest = desk.config.digest
    if digest is None or digest.veto_until is None or kind not in CYCLED:
        return None
    return datetime.combine(desk.today(), digest.veto_until, desk.zone).astimezone(UTC)


def _invoices(draft: Draft) -> tuple[str, ...]:
    """Every document that the letter names, once."""
    named = [
        *(row.application.invoice for payment in draft.payments for row in payment.applied),
        *(d.invoice for payment in draft.payments for d in payment.differences if d.invoice),
        *(row.invoice for row in draft.open_items),
        *(claim.invoice for claim in draft.claims),
    ]
    return tuple(dict.fromkeys(named))
