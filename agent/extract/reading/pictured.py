"""Reads a mail with pictures of pages: what it says without them first; they count where that is not whole."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from agent.extract.reading.findings import Findings
from agent.extract.text.references import Finder
from agent.facts.documents import Document, Fault, Unread
from agent.facts.readings import PaymentRead, Reading

Read = Callable[[tuple[Document, ...], tuple[Unread, ...]], Reading]


def read_with_pictures(
    read: Read,
    documents: tuple[Document, ...],
    unread: tuple[Unread, ...],
    *,
    finder: Finder,
    is_structured: bool,
) -> Reading:
    """The reading of a mail; a picture can't take anything from what its text proves, and alone it proves little."""
    documents = tuple(one for one in documents if not one.may_be_logo or _names_ours(one, finder))
    if not any(document.recognised for document in documents):
        return read(documents, unread)
    texts = tuple(text for text in map(_text_of, documents) if text.rows)
    left = [one for one in documents if one.recognised and not _text_of(one).rows and not one.may_be_logo]
    plain = read(texts, (*unread, *map(_not_used, left)))
    if is_structured or plain.is_whole:
        return plain
    full = read(documents, unread)
    payments = tuple(_as_text(payment, plain.payments) for payment in full.payments)
    warnings = tuple(dict.fromkeys((*full.warnings, *_warnings(documents, payments))))
    return replace(full, payments=payments, warnings=warnings)


def missed(files: Sequence[Findings], telling: Sequence[Findings]) -> tuple[Unread, ...]:
    """Pictures that tell of no payment, as far as they could be read: a person must look, unless they may be logos."""
    return tuple(
        _not_used(file.script.document)
        for file in files
        if file.script.document.recognised
        and not file.script.document.may_be_logo
        and all(file is not one for one in telling)
    )


def _names_ours(document: Document, finder: Finder) -> bool:
    """True where a number of the ledger stands in it: a bank slip pasted into a mail, and no banner."""
    return any(finder.exact(row.text) for row in document.rows)


def _text_of(document: Document) -> Document:
    """A document without the pages that were read from their pictures."""
    if not document.recognised:
        return document
    rows = tuple(row for row in document.rows if row.page not in document.recognised)
    return replace(document, rows=rows, recognised=())


def _not_used(document: Document) -> Unread:
    detail = "its pages are pictures; what was recognised in them tells of no payment for certain"
    return Unread(part=document.part, fault=Fault.NO_TEXT, detail=detail)


def _as_text(payment: PaymentRead, plain: Sequence[PaymentRead]) -> PaymentRead:
    """The payment as the text alone tells it, where the pictures beside it add nothing."""
    return next((known for known in plain if _is_same(payment, known)), payment)


def _is_same(one: PaymentRead, other: PaymentRead) -> bool:
    bare = replace(one, is_from_picture=False, unproved=(), evidence=())
    return bare == replace(other, is_from_picture=False, unproved=(), evidence=())


def _warnings(documents: Sequence[Document], payments: Sequence[PaymentRead]) -> Iterator[str]:
    if any(payment.is_from_picture for payment in payments):
        for document in documents:
            if document.recognised:
                pages = ", ".join(map(str, document.recognised))
                yield f"{document.part}: page {pages} was read from its picture: applied only where sums and ledger prove it"
    for payment in payments:
        for why in payment.unproved:
            yield f"not proved: {why}"
