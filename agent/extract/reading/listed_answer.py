"""Turns a reply that says nothing but our document numbers and amounts into what an earlier payment was for."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from agent.extract.files.body import body_document
from agent.extract.text.reference import Reference
from agent.extract.text.references import Finder
from agent.extract.text.script import Script
from agent.facts.ledger import Anchors
from agent.facts.mail import Block, Line, Mail
from agent.facts.readings import PaidLine, PaymentRead
from agent.rules.mail import Quotes
from agent.rules.vocabulary import Column, Cue, Label, Vocabulary

_MOST_WORDS: Final = 5  # of a greeting or a closing: a name, and no statement
_MOST_HAN: Final = 12
_OPTION: Final = re.compile(r"\s*A\s*[.:)]")  # our letter offers the list as its answer A
_SAID: Final = re.compile(r"[^\s,;.:、，；。：()（）|&+•·*–-]")
_NAMES: Final = (
    Column.INVOICE,
    Column.AMOUNT,
    Column.PAID,
    Column.CURRENCY,
)  # a balance or a credit pays nothing
_SAYS_NOTHING: Final = (Cue.AND, Cue.ANSWERS, Cue.ANSWER_WORDS)
_DENIES: Final = (Cue.NEGATION, Cue.NOT_PAID, Cue.UNPAID_STATUS, Cue.OPEN, Cue.DEDUCTION, Cue.CREDIT_NOTE)


def listed_answer(
    mail: Mail, ledger: Anchors, senders: Sequence[str], vocabulary: Vocabulary, quotes: Quotes
) -> PaymentRead | None:
    """None where any other word stands in it: "INV-1 over 700.00 was cancelled" is no answer.

    A greeting before it and a closing with names below it are no words. The payment that waits has the amount.
    """
    rows = _between(mail.body.own, quotes)
    if rows is None:
        return None
    sent_on = mail.sent_at.date() if mail.sent_at else None
    finder = Finder(ledger, senders, vocabulary)
    listed, below = (Script(body_document(part), finder, vocabulary, sent_on) for part in rows)
    named = listed.references
    numbers = {one.number for one in named}
    if below.references or len(numbers) < len(named) or not all(one.item and one.is_exact for one in named):
        return None
    if not named or _SAID.search(_other_words(listed)) or listed.hits.cues(*_DENIES):
        return None
    lines = _lines(listed, named)
    if not lines:
        return None
    evidence = tuple(listed.span("line.invoice", one.start, one.end) for one in named)
    return PaymentRead(amount=None, currency=None, paid_on=None, lines=lines, answers=True, evidence=evidence)


def _between(own: Sequence[Block], quotes: Quotes) -> tuple[list[Block], list[Block]] | None:
    """What stands between greeting and closing, and what stands below; None where either says more than that."""
    rows = [block for block in own if not isinstance(block, Line) or block.text.strip()]
    first = rows[0] if rows else None
    if isinstance(first, Line) and quotes.greeting.match(first.text):
        if not _is_short(first.text):
            return None
        rows = rows[1:]
    for place, row in enumerate(rows):
        if isinstance(row, Line) and (quotes.closing.match(row.text) or quotes.signature.match(row.text)):
            return (rows[:place], rows[place + 1 :]) if _is_short(row.text) else None
    return rows, []


def _is_short(text: str) -> bool:
    is_short = (
        len(text.split()) <= _MOST_WORDS and sum("\u3040" <= sign <= "\u9fff" for sign in text) <= _MOST_HAN
    )
    return is_short and not re.search(r"\d|:\s*\Z", text)


def _other_words(script: Script) -> str:
    """The text without numbers, amounts, currencies and what they are called."""
    hits = script.hits
    names = [*hits.section("currencies"), *hits.section("currency_signs"), *hits.of("columns", *_NAMES)]
    names += [*hits.labels(Label.INVOICE, Label.AMOUNT), *hits.cues(*_SAYS_NOTHING)]
    places = [(one.start, one.end) for one in script.references]
    places += [(one.start, one.end) for one in script.amounts]
    option = _OPTION.match(script.text)
    places += [option.span()] if option else []
    left = list(script.text)
    for start, end in [*places, *((hit.start, hit.end) for hit in names)]:
        left[start:end] = " " * (end - start)
    return "".join(left)


def _lines(script: Script, named: Sequence[Reference]) -> tuple[PaidLine, ...]:
    """Each number with the one amount behind it, or before it, or all without any."""
    if not script.amounts:
        return tuple(PaidLine(invoice=one.number, amount=None) for one in named)
    if len(script.amounts) != len(named):
        return ()
    paired = list(zip(named, script.amounts, strict=True))
    turns = sorted([*((one.start, True) for one in named), *((one.start, False) for one in script.amounts)])
    kinds = [is_number for _, is_number in turns]
    is_alternate = all(one != other for one, other in pairwise(kinds))
    own = (one.item.open.currency for one in named if one.item)
    known = all(
        amount.currency in (None, currency) for (_, amount), currency in zip(paired, own, strict=True)
    )
    if not is_alternate or not known:
        return ()
    return tuple(PaidLine(invoice=one.number, amount=amount.value) for one, amount in paired)
