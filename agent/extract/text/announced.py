"""Turns labels before numbers into what the numbers are: invoices, all of a list, or something else."""

import re
from collections.abc import Iterator
from typing import Final

from agent.facts.ledger import Anchors
from agent.rules.vocabulary import Cue, Hit, Hits, Label

CHUNK: Final = re.compile(r"[A-Za-z0-9]+(?:[-/._][A-Za-z0-9]+)*")
HAS_DIGIT: Final = re.compile(r"\d")
_AFTER_LABEL: Final = re.compile(r"[ \t:：#№.(（\-】」]*")
_LIST: Final = re.compile(r"(?:\s|[,，、;；/&+#])+")
_GLUED: Final = re.compile(r"[-_./]?\d")
_BRACKET: Final = re.compile(r"(?:\s?[(（][^()（）\n]{1,40}[)）])?")
_TAIL: Final = re.compile(r"\d{3,12}(?![\d.,]\d)(?!\d)")
_PAPERS: Final = {
    "check",
    "draft",
}  # ways of payment that have numbers: 票号 may be a cheque's, or an invoice's
_MONEYS: Final = (Label.ACCOUNT, Label.PAYER_ACCOUNT, Label.PAYEE, Label.IGNORED)
_ROW: Final = 300  # characters before and after a cell that are its row
_NEAR: Final = 24  # characters between what has a number and "ending in"
_LEAST_ALONE: Final = 5  # digits of a number after another one that has letters, where the ledger has neither


def labelled_starts(text: str, hits: Hits, ledger: Anchors) -> set[int]:
    """Where numbers begin that a label such as "invoices" announces: all of a list after it."""
    joins = {hit.start: hit.end for hit in hits.cues(Cue.AND, Cue.RANGE)}
    starts: set[int] = set()
    ways = {hit.key for hit in hits.section("methods")} & _PAPERS
    papers = {(hit.start, hit.end) for hit in hits.labels(Label.REFERENCE_BANK)} if ways else set()
    for end in {hit.end for hit in hits.labels(Label.INVOICE) if (hit.start, hit.end) not in papers}:
        if text[end - 1].isascii() and _GLUED.match(text, end):  # the prefix of a number: INV-1001
            continue
        at, previous, gap = _skip(_AFTER_LABEL, text, end), "", ""
        if _is_of_next_cell(text, end, at, ledger):
            continue
        while chunk := CHUNK.match(text, at):
            if chunk.start() in joins:
                at, gap = _skip(_LIST, text, joins[chunk.start()]), ","
                continue
            if not HAS_DIGIT.search(chunk[0]) or _is_money(text, chunk):
                break
            if previous and not _goes_on(ledger, previous, gap, chunk[0]):
                break
            starts.add(chunk.start())
            end = _skip(_BRACKET, text, chunk.end())
            at = _skip(_LIST, text, end)
            gap = text[end:at]
            if "  " in gap or at == chunk.end():  # another cell
                break
            if at in joins:
                at, gap = _skip(_LIST, text, joins[at]), ","
            previous = chunk[0]
    return starts


def _is_of_next_cell(text: str, end: int, at: int, ledger: Anchors) -> bool:
    """True for a number in the cell behind a word for its row's kind, where the row names a document: INV-2001 | Invoice | 1500."""
    gap = text[end:at]
    if "  " not in gap:
        return False
    far = min(len(text), at + _ROW)  # a line may have thousands of cells
    first, last = text.rfind("\n", max(0, end - _ROW), end) + 1, text.find("\n", at, far)
    named = {
        one.start()
        for one in CHUNK.finditer(text, first or max(0, end - _ROW), last if last >= 0 else far)
        if HAS_DIGIT.search(one[0]) and ledger.number(one[0])
    }
    return gap.endswith("  -") or (bool(named) and at not in named)


def of_other_things(text: str, hits: Hits, ledger: Anchors) -> set[int]:
    """Where numbers begin that a label calls something else than an invoice: orders, contracts, customers."""
    starts = set()
    for hit in hits.labels(Label.OTHER_REFERENCE, Label.PURCHASE_ORDER):
        chunk = CHUNK.match(text, _skip(_AFTER_LABEL, text, hit.end))
        is_other = hit.key == Label.OTHER_REFERENCE and chunk and not ledger.number(chunk[0])
        if chunk and (is_other or chunk[0].isdigit() or ledger.purchase_order(chunk[0])):
            starts.add(chunk.start())
    return starts


def tails(text: str, hits: Hits) -> Iterator[tuple[int, int]]:
    """Where digits stand that are called the last ones of numbers: all of a list; not of a card or an account."""
    joins = {hit.start: hit.end for hit in hits.cues(Cue.AND)}
    for hit in hits.labels(Label.NUMBER_TAIL):
        if _is_of_money(text, hits, hit):
            continue
        at = _skip(_AFTER_LABEL, text, hit.end)
        while digits := _TAIL.match(text, at):
            yield digits.span()
            at = _skip(_LIST, text, digits.end())
            at = _skip(_LIST, text, joins.get(at, at))


def _is_of_money(text: str, hits: Hits, tail: Hit) -> bool:
    """True where the last digits are those of a card, a cheque or an account: that is named last before them."""
    near = max(text.rfind("\n", 0, tail.start), tail.start - _NEAR)
    others = [*hits.section("methods"), *hits.labels(*_MONEYS)]
    others = [hit for hit in others if near < hit.end <= tail.end + _NEAR and hit.start <= tail.start]
    invoices = [hit for hit in hits.labels(Label.INVOICE) if near < hit.end <= tail.start]
    return max((hit.end for hit in others), default=-1) > max((hit.end for hit in invoices), default=-1)


def _goes_on(ledger: Anchors, number: str, gap: str, following: str) -> bool:
    """True where a number may be the next of a list, and is not the amount of the one before it."""
    if not gap.strip():
        same = len(number) == len(following) and number.isdigit() == following.isdigit()
        return same and bool(ledger.number(number)) == bool(ledger.number(following))
    is_short = following.isdigit() and len(following) < _LEAST_ALONE and not number.isdigit()
    return not is_short or bool(ledger.number(following) or ledger.shortened(following))


def _is_money(text: str, chunk: re.Match[str]) -> bool:
    return (
        bool(re.fullmatch(r"\d+(?:\.\d{3})*\.\d\d|\d{1,3}(?:\.\d{3})+", chunk[0]))
        or bool(re.match(r",\d|\s?[€$£¥元圓円%]", text[chunk.end() : chunk.end() + 2]))
        or text[chunk.start() - 1 : chunk.start()] in tuple("$€£¥")
    )


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
