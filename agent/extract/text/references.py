"""Turns text into the documents that it names: the ledger's numbers first, then what a label calls an invoice."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from agent.extract.text.announced import CHUNK, HAS_DIGIT, labelled_starts, of_other_things, tails
from agent.extract.text.chunks import count_joined, is_in_cells, is_of_amounts, is_too_short, numbered_chunks
from agent.extract.text.masks import Masks
from agent.extract.text.ranges import NUMBERED, with_ranges
from agent.extract.text.reference import Reference
from agent.extract.text.their_numbers import SHORT_DIGITS, TheirNumbers
from agent.facts.ledger import Anchors, Item
from agent.rules.vocabulary import Cue, Hits, Vocabulary

_LONGEST_DIGITS: Final = 22  # what is longer is a draft or a transaction
_SURE_DIGITS: Final = 8  # of a number that letters before it make no other one: FP26352000000044120017
_LETTERS_DIGITS: Final = re.compile(r"([A-Za-z]{2,20}?)(\d[A-Za-z0-9-]*)\Z")
_DOTTED_WORDS: Final = re.compile(r"((?:[A-Za-z]{1,12}\.)+)(\S*\d\S*)\Z")  # INV.NO.WX610503
_PREFIXED: Final = re.compile(r"(?P<kind>[A-Za-z]{2,5})[\s#.\-]{0,2}(?P<digits>\d{4,})")  # CM 0719
_WORDED: Final = re.compile(
    r"(?P<word>[^\W\d_]{2,12})\.?\s+(?:(?:no|nr|n°|nº)\.?\s*)?(?P<number>\S*\d\S*)", re.IGNORECASE
)
_HAS_LETTER: Final = re.compile(r"[A-Za-z]")
_CHECKED: Final = re.compile(r"(?P<number>[\w/-]{5,}\d)[-/]\d")  # a check digit behind a whole number
_DIALLED: Final = re.compile(r"(?=(?:\D*\d){5})\d+(?:[-/]\d+)+")  # with five digits or more
_TWO_NUMBERS: Final = re.compile(r"(\d{4,})[-–](\d{4,})")
_BETWEEN: Final = re.compile(r"[\s,，、;；/&+]*")
_NEXT: Final = re.compile(
    r"\s*(?P<tail>[-–/~～](?=\d{2}))?(?P<digits>\d{2,10})(?![\d.,'’]?\d|[-/.]\w|\s?[€$£¥元%])"
)


class Finder:
    """Finds numbers of one ledger for one sender."""

    def __init__(self, ledger: Anchors, senders: Sequence[str], vocabulary: Vocabulary) -> None:
        self.ledger = ledger
        self.senders = frozenset(senders)
        self.numbers = TheirNumbers(ledger, senders, vocabulary.number_prefixes)

    def find(self, text: str, hits: Hits, masks: Masks) -> list[Reference]:
        """All documents named in a text, from left to right; covers them in `masks`."""
        labelled = labelled_starts(text, hits, self.ledger)
        others = of_other_things(text, hits, self.ledger) - labelled
        chunks = [
            match
            for match in numbered_chunks(text)
            if not masks.covers(*match.span()) or self._is_their_own(match, masks)
        ]
        found: list[Reference] = []
        at = 0
        while at < len(chunks):
            read, used = self._at(text, chunks, at, labelled)
            read = [one for one in read if not self._is_of_another(one, labelled) and one.start not in others]
            found += read
            for reference in read:
                masks.add([(reference.start, reference.end)])
            at += used
        found += self._by_tails(text, hits, masks)
        found += list(self._after_items(text, found, hits, masks))
        rest = [chunk for chunk in chunks if chunk.start() not in others]
        found += self._from_labels(text, rest, labelled, found, masks)
        found = with_ranges(text, sorted(found, key=lambda one: one.start), hits, self.ledger)
        masks.add((reference.start, reference.end) for reference in found)
        return found

    def _is_their_own(self, chunk: re.Match[str], masks: Masks) -> bool:
        """True for a number of the sender's that is written as a telephone, or a page of pages: 511-2026, 26/118."""
        start, end = chunk.span()
        item = self.ledger.number(chunk[0]) if _DIALLED.fullmatch(chunk[0]) else None
        is_alone = not (masks.covers(max(0, start - 1), start) or masks.covers(end, end + 1))
        return item is not None and item.customer_id in self.senders and is_alone

    def exact(self, text: str) -> list[Reference]:
        """Documents that a bank's free text names by the ledger's own numbers."""
        chunks = numbered_chunks(text)
        found: list[Reference] = []
        at = 0
        while at < len(chunks):
            read, used = self._at(text, chunks, at, {chunk.start() for chunk in chunks})
            found += [reference for reference in read if reference.is_exact and reference.item]
            at += used
        return found

    def _after_items(
        self, text: str, found: Sequence[Reference], hits: Hits, masks: Masks
    ) -> Iterator[Reference]:
        """Numbers that share the beginning of the one before them: INV-00123, 00124 and 00131, HK26-0415同0422."""
        joins = {hit.start: hit.end for hit in hits.cues(Cue.AND)}
        for reference in found:
            number = reference.stem if reference.item else ""
            last, at = NUMBERED.match(number), reference.end
            while last and (digits := _NEXT.match(text, joins.get(_past(text, at), _past(text, at)))):
                item = self.numbers.with_tail(number, digits["digits"])
                is_tail = len(digits["digits"]) == len(last["digits"]) or (
                    digits["tail"] and len(digits["digits"]) < len(last["digits"])
                )
                is_like = is_tail and not masks.covers(*digits.span("digits"))
                if not (
                    is_like and item and reference.item and item.customer_id == reference.item.customer_id
                ):
                    break
                masks.add([digits.span("digits")])
                yield self._reference(text, *digits.span("digits"), item)
                at = digits.end("digits")

    def _by_tails(self, text: str, hits: Hits, masks: Masks) -> Iterator[Reference]:
        """The sender's only open items that end in digits which are called the last ones: 尾号2301和2318."""
        for start, end in tails(text, hits):
            if not masks.covers(start, end) and (reference := self.by_tail(text, start, end)):
                masks.add([(start, end)])
                yield reference

    def by_tail(self, text: str, start: int, end: int) -> Reference | None:
        """The sender's only open item that ends in these digits."""
        item = self.numbers.ending_in(text[start:end])
        return self._reference(text, start, end, item, is_exact=False) if item else None

    def orders(self, text: str, start: int, end: int) -> list[Reference]:
        """The invoices of a PO number that stands in text[start:end], where the PO has one invoice alone."""
        return [
            self._reference(text, *place, items[0], from_order=True)
            for place, items in self.ordered(text, start, end)
            if len(items) == 1
        ]

    def ordered(self, text: str, start: int, end: int) -> Iterator[tuple[tuple[int, int], list[Item]]]:
        """The places of PO numbers in text[start:end], each with its invoices: the senders' own where they have some."""
        for chunk in CHUNK.finditer(text, start, end):
            items = self.ledger.purchase_order(chunk[0]) if HAS_DIGIT.search(chunk[0]) else ()
            if items:
                yield (
                    chunk.span(),
                    [item for item in items if item.customer_id in self.senders] or list(items),
                )

    def resolve(self, text: str, start: int, end: int) -> Reference | None:
        """What stands in an invoice column: exact, shortened, or unknown to the ledger; None where it is no number."""
        stripped = text[start:end].strip(" .,;:#*()[]\n")
        if not HAS_DIGIT.search(stripped):
            return None
        start += text[start:end].find(stripped)
        end = start + len(stripped)
        if item := self.ledger.number(stripped):
            return self._reference(text, start, end, item)
        prefixed = _PREFIXED.fullmatch(stripped)
        tail = (
            prefixed["digits"] if prefixed and prefixed["kind"].upper() in self.numbers.prefixes else stripped
        )
        if item := self.numbers.shortened(tail) or self.numbers.left_of_its_beginning(tail):
            return self._reference(text, start, end, item, is_exact=False)
        if item := self._before_check_digit(stripped):
            return self._reference(text, start, end, item, is_exact=False)
        return self._after_word(text, start, end) or self._reference(text, start, end, None)

    def _before_check_digit(self, spelled: str) -> Item | None:
        """The sender's item of a number that a digit more stands behind: 7101234-5."""
        checked = _CHECKED.fullmatch(spelled)
        item = self.ledger.number(checked["number"]) if checked else None
        return item if item and item.customer_id in self.senders else None

    def _after_word(self, text: str, start: int, end: int) -> Reference | None:
        """A number after the word for what it numbers: Invoice RE269876, FAC 2026-08525; "RE 4711" is one number."""
        worded = _WORDED.fullmatch(text, start, end)
        if worded is None:
            return None
        begin, spelled = worded.start("number"), worded["number"]
        if item := self.ledger.number(spelled):
            return self._reference(text, begin, end, item)
        if self.senders and (item := self.numbers.shortened(spelled)):
            return self._reference(text, begin, end, item, is_exact=False)
        return None if worded["word"].isupper() else self._reference(text, begin, end, None)

    def _reference(
        self,
        text: str,
        start: int,
        end: int,
        item: Item | None,
        *,
        is_exact: bool = True,
        from_order: bool = False,
    ) -> Reference:
        return Reference(
            start=start,
            end=end,
            text=" ".join(text[start:end].split()),
            item=item,
            is_exact=is_exact,
            from_order=from_order,
        )

    def _at(
        self, text: str, chunks: Sequence[re.Match[str]], at: int, labelled: set[int]
    ) -> tuple[list[Reference], int]:
        """The numbers that begin with this chunk, and how many chunks they take."""
        chunk = chunks[at]
        for count in range(count_joined(text, chunks, at), 0, -1):
            last = chunks[at + count - 1]
            if not self._may_be(text, chunk.start(), last.end(), count, chunk.start() in labelled):
                continue
            item = self.ledger.number(text[chunk.start() : last.end()])
            if item and not is_of_amounts(text, chunks[at : at + count], item.invoice_no):
                return [self._reference(text, chunk.start(), last.end(), item)], count
        return list(self._inside(text, chunk, is_labelled=chunk.start() in labelled)), 1

    def _may_be(self, text: str, start: int, end: int, count: int, is_labelled: bool) -> bool:
        spelled = text[start:end]
        if not HAS_DIGIT.search(spelled):
            return False
        plain = spelled.isdigit() or (count > 1 and spelled.replace(" ", "").replace("\n", "").isdigit())
        if plain and len(spelled) < SHORT_DIGITS and not is_labelled:
            return False
        follow = text[end : end + 2]
        return not (plain and len(spelled) < 12 and follow[:1] in ".,'" and follow[1:].isdigit())

    def _inside(self, text: str, chunk: re.Match[str], *, is_labelled: bool) -> Iterator[Reference]:
        """Numbers within a chunk: A-1/A-2, 123/124/131 with a shared beginning, glued to a word before."""
        start = chunk.start()
        if "/" in chunk[0] or "_" in chunk[0]:
            previous: Reference | None = None
            for piece in re.finditer(r"[^/_]+", chunk[0]):
                item = (
                    self.ledger.number(piece[0])
                    if len(piece[0]) >= SHORT_DIGITS or not piece[0].isdigit()
                    else None
                )
                exact = item is not None
                if item is None and previous and previous.item and piece[0].isdigit():
                    item = self.numbers.with_tail(previous.stem, piece[0])
                if item is not None:
                    previous = self._reference(
                        text, start + piece.start(), start + piece.end(), item, is_exact=True
                    )
                    yield previous
                elif not exact:
                    previous = None
            return
        if (two := _TWO_NUMBERS.fullmatch(chunk[0])) and len(two[1]) == len(two[2]):
            ends = [self.numbers.known(two[1], is_labelled), self.numbers.known(two[2], is_labelled)]
            if ends[0] and ends[1]:
                yield self._reference(text, start, start + two.end(1), ends[0][0], is_exact=ends[0][1])
                yield self._reference(
                    text, start + two.start(2), chunk.end(), ends[1][0], is_exact=ends[1][1]
                )
            return
        yield from self._joined_by_a_sign(text, chunk) or self._glued(text, chunk)

    def _glued(self, text: str, chunk: re.Match[str]) -> Iterator[Reference]:
        """A number of the ledger behind letters of a word."""
        start = chunk.start()
        dotted = _DOTTED_WORDS.match(chunk[0])
        glued = dotted or _LETTERS_DIGITS.match(chunk[0])
        least = _SURE_DIGITS if chunk[0].isupper() and not dotted else SHORT_DIGITS
        if not glued or len(glued[2]) < least:
            return
        if item := self.ledger.number(glued[2]):
            yield self._reference(text, start + glued.start(2), chunk.end(), item)

    def _joined_by_a_sign(self, text: str, chunk: re.Match[str]) -> list[Reference]:
        """Two numbers of the ledger that a minus joins: CBS260918-CBS261007."""
        at = chunk[0].find("-")
        if at < 0 or chunk[0].count("-") > 1:
            return []
        pieces = ((chunk.start(), chunk.start() + at), (chunk.start() + at + 1, chunk.end()))
        items = [self.ledger.number(text[slice(*piece)]) for piece in pieces]
        found = [
            self._reference(text, *piece, item) for piece, item in zip(pieces, items, strict=True) if item
        ]
        return found if len(found) == len(pieces) else []

    def _from_labels(
        self,
        text: str,
        chunks: Sequence[re.Match[str]],
        labelled: set[int],
        known: Sequence[Reference],
        masks: Masks,
    ) -> Iterator[Reference]:
        """Numbers that a label calls invoices, and what is shaped like the ledger's numbers."""
        taken = {reference.start for reference in known}
        for chunk in chunks:
            if chunk.start() in taken or masks.covers(*chunk.span()) or not HAS_DIGIT.search(chunk[0]):
                continue
            spelled = chunk[0]
            is_money = (
                spelled.isdigit()
                and text[chunk.end() : chunk.end() + 1] in tuple(".,")
                and text[chunk.end() + 1 : chunk.end() + 2].isdigit()
            )
            if (
                (spelled.isdigit() and len(spelled) > _LONGEST_DIGITS)
                or is_money
                or re.fullmatch(r"[\d]{1,3}(?:[.]\d{3})*\.\d\d", spelled)
            ):
                continue
            if chunk.start() in labelled and len(spelled) >= 3:
                named = self.resolve(text, *chunk.span()) or self._reference(text, *chunk.span(), None)
                if named.item or not is_too_short(spelled):
                    yield named
            elif self.numbers.are_like(spelled) or (
                self.numbers.begin_as(spelled) and not is_in_cells(text, chunk)
            ):
                yield self._reference(text, *chunk.span(), None)

    def _is_of_another(self, reference: Reference, labelled: set[int]) -> bool:
        """True for bare digits that nothing calls an invoice, and that are one of another customer."""
        if not self.senders or reference.item is None or reference.start in labelled:
            return False
        return reference.item.customer_id not in self.senders and not _HAS_LETTER.search(reference.text)


def _past(text: str, at: int) -> int:
    """Past the signs between the numbers of a list."""
    match = _BETWEEN.match(text, at)
    return match.end() if match else at
