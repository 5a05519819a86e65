"""(a colleague's own words, the words of commands) to what they tell the agent to do, or why that is doubtful."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from agent.extract.text.days import find_days
from agent.facts.commands import Order, Orders, StaffCommand
from agent.facts.mail import Block, Line
from agent.rules.commands import CommandWords
from agent.rules.mail import Quotes
from agent.rules.vocabulary import Vocabulary

MOST_COMMANDS: Final = 20
_LONGEST_LINE: Final = 300
_LETTERS: Final = re.compile(r"L-[0-9a-f]{4,12}(?![\w-])", re.IGNORECASE)
_MESSAGES: Final = re.compile(r"M-[0-9a-f]{4,12}(?![\w-])", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"[\s,，、;；+&]*(?:and|und|和|及)?[\s,，、;；+&]*", re.IGNORECASE)
_AMOUNT: Final = re.compile(r"(?<![\w.,])(\d{1,3}(?:,\d{3})+(?:\.\d{1,3})?|\d+(?:\.\d{1,3})?)(?![\w,]|\.\d)")
_ADDRESSED: Final = re.compile(r"@\S{1,40}\s+")
_LATIN_WORDS: Final = 5  # of a line below the commands that may be a name or a department
_HAN_SIGNS: Final = 14
_SENTENCE_END: Final = re.compile(r"[.!?。！？]\s*\Z")
_STOPS: Final = " \t:：,，.。!！;；"


def read_commands(
    own: Sequence[Block], words: CommandWords, quotes: Quotes, vocabulary: Vocabulary, sent_on: date | None
) -> Orders:
    """One command a line from the first line on; what follows may only close the mail. No command: neither of both."""
    lines = [line.text.strip()[:_LONGEST_LINE] for line in own if isinstance(line, Line)]
    commands: list[StaffCommand] = []
    doubts: list[str] = []
    rest: list[str] = []
    for line in lines:
        order = _order(line, words)
        if rest or not line or (order is None and not commands and quotes.greeting.match(line)):
            rest += [line] if rest and line else []
        elif order:
            read = _command(line, *order, words, vocabulary, sent_on)
            if isinstance(read, StaffCommand):
                commands.append(read)
            else:
                doubts.append(f"“{line}”: {read}")
        else:
            rest.append(line)
    if not commands and not doubts:
        return Orders(commands=(), doubts=())
    if len(commands) > MOST_COMMANDS:
        doubts.append(f"more than {MOST_COMMANDS} commands in one mail")
    doubts += [
        f"“{line}” stands below the commands and may change them" for line in _meant(rest, words, quotes)
    ]
    if len(own) > len([line for line in own if isinstance(line, Line)]):
        doubts.append("a table stands among the commands")
    return Orders(commands=tuple(commands), doubts=tuple(doubts))


def _meant(rest: Sequence[str], words: CommandWords, quotes: Quotes) -> Iterator[str]:
    """Lines below the commands that are more than a greeting, a name and a department."""
    for line in rest:
        if quotes.closing.match(line) or quotes.signature.match(line):
            return
        han = sum("\u4e00" <= sign <= "\u9fff" for sign in line)
        is_long = han > _HAN_SIGNS or len(line.split()) > _LATIN_WORDS
        if is_long or _SENTENCE_END.search(line) or _order(line, words) or _LETTERS.search(line):
            yield line


def _order(line: str, words: CommandWords) -> tuple[Order, str] | None:
    """What a line orders, and what stands behind the word for it."""
    text = _ADDRESSED.sub("", line, count=1) if line.startswith("@") else line
    text = text.lstrip("-*• ")
    if polite := words.polite.match(text):
        text = text[polite.end() :].lstrip(_STOPS)
    for word, order in words.orders:
        if found := word.match(text):
            return order, text[found.end() :].strip(_STOPS)
    return None


def _command(
    line: str,
    order: Order,
    rest: str,
    words: CommandWords,
    vocabulary: Vocabulary,
    sent_on: date | None,
) -> StaffCommand | str:
    """The command, or why it is doubtful."""
    is_all = bool(words.everything.fullmatch(rest))
    match order:
        case Order.HELP:
            return StaffCommand(order=order, text=line)
        case Order.STOP | Order.HOLD if is_all or (order is Order.STOP and not rest):
            return StaffCommand(order=Order.STOP, text=line)
        case Order.START:
            return "say only: start" if rest and not is_all else StaffCommand(order=order, text=line)
        case Order.APPROVE | Order.CANCEL | Order.STOP:
            ids, why = _ids(rest, _LETTERS, words)
            if not ids or (why and order is Order.APPROVE):
                return f"name the letters, as in: {order} L-1a2b3c4d5e6f"
            order = Order.HOLD if order is Order.STOP else order
            return StaffCommand(order=order, text=line, about=ids, why=why)
        case Order.CLOSE:
            ids, why = _ids(rest, _MESSAGES, words)
            return (
                StaffCommand(order=order, text=line, about=ids, why=why)
                if ids
                else "name the messages, as in: close M-1a2b3c4d5e6f"
            )
        case Order.HOLD if _LETTERS.match(rest):
            ids, why = _ids(rest, _LETTERS, words)
            return StaffCommand(order=order, text=line, about=ids, why=why) if ids else "name letters alone"
        case _:
            return _of_one(line, order, rest, words, vocabulary, sent_on)


def _ids(rest: str, ids: re.Pattern[str], words: CommandWords) -> tuple[tuple[str, ...], str]:
    """Ids and nothing else but a reason behind them; none where something else stands there."""
    found, place = [], 0
    while match := ids.match(rest, place):
        found.append(match[0])
        place = match.end()
        between = _BETWEEN.match(rest, place)
        assert between
        place = between.end() if ids.match(rest, between.end()) else place
    why = _reason(rest[place:], words)
    return (tuple(found), why or "") if why is not None else ((), "")


def _reason(rest: str, words: CommandWords) -> str | None:
    """The words of a reason; None where what stands there is no reason, and may mean anything."""
    text = rest.strip()
    if not text.strip(_STOPS):
        return ""
    because = words.because.match(text.lstrip(" ,，"))
    if because:
        return text.lstrip(" ,，")[because.end() :].strip(_STOPS)
    return text.strip(_STOPS) if text[0] in ":：,，;；(（-–" else None


def _of_one(
    line: str, order: Order, rest: str, words: CommandWords, vocabulary: Vocabulary, sent_on: date | None
) -> StaffCommand | str:
    """A command about one invoice or customer, which is named first."""
    name, _, more = rest.partition(" ")
    name = name.strip(_STOPS)
    if not name:
        return f"name an invoice or a customer, as in: {order} INV-1001"
    if order is Order.NOTE:
        return (
            StaffCommand(order=order, text=line, about=(name,), why=more.strip(_STOPS))
            if more.strip()
            else "say the note"
        )
    if order is Order.STATUS:
        return (
            f"name one customer, as in: {order} C001"
            if more.strip(_STOPS)
            else StaffCommand(order=order, text=line, about=(name,))
        )
    until, more = _day(more, words, vocabulary, sent_on) if order is not Order.DISPUTE else (None, more)
    if order is not Order.DISPUTE and until is None:
        return "say one day, as in: 2026-12-05"
    amount, more = _amount(more) if order is not Order.HOLD else (None, more)
    why = _reason(more, words)
    if why is None:
        return f"“{more.strip()}” is not understood; give a reason behind a colon"
    return StaffCommand(order=order, text=line, about=(name,), until=until, amount=amount, why=why)


def _day(
    text: str, words: CommandWords, vocabulary: Vocabulary, sent_on: date | None
) -> tuple[date | None, str]:
    """The one day that stands at the beginning, and what is left; None where there is none or it is not clear."""
    text = text.lstrip()
    if until := words.until.match(text):
        text = text[until.end() :].lstrip()
    days = [day for day in find_days(text, vocabulary.find(text), sent_on, vocabulary.days) if day.is_said]
    if not days or days[0].start > 0 or days[0].value is None:
        return None, text
    return days[0].value, text[days[0].end :]


def _amount(text: str) -> tuple[str | None, str]:
    """A plain amount at the beginning, and what is left."""
    found = _AMOUNT.match(text.lstrip(" ,，"))
    if not found:
        return None, text
    return found[1].replace(",", ""), text.lstrip(" ,，")[found.end() :]
