"""The words of remittance mail, from rules/vocabulary/*.toml: one file a language, to hits in a text."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from agent.rules.files import Rule

GAP: Final = "…"
LONGEST_GAP: Final = 110  # characters of one sentence between the parts of a phrase
_SHORTEST_STEM: Final = 3

# Words of letters; each character of a script without spaces by itself; runs of digits; signs and gaps that part phrases.
_SPACELESS: Final = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TOKEN: Final = re.compile(rf"[^\W\d_{_SPACELESS}]+|[{_SPACELESS}]|\d+|[^\w\s.'’\-–]|\n|  ")
_FOLD: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
    | dict(zip("àáâãåçèéêëìíîïñòóôõùúûýÿ", "aaaaaceeeeiiiinoooouuuyy", strict=True))
)
SENTENCE_END: Final = re.compile(r"[.!?](?=\s|$)|[。！？；\n]|;(?=\s)")
SECTIONS: Final = ("labels", "columns", "cues", "reasons", "methods", "days", "numerals", "names", "statuses")
TABLES: Final = ("months", "weekdays", "currencies", "multipliers", "units")
LATER: Final = ("units", "statuses")  # sections that files of earlier homes do not have


class Label(StrEnum):
    """What a label announces; its value stands to its right or below."""

    AMOUNT = "amount"
    TOTAL = "total"
    SUBTOTAL = "subtotal"
    WORDS = "words"
    DATE = "date"
    ANY_DATE = "any_date"
    MATURITY = "maturity"
    OTHER_DATE = "other_date"
    REFERENCE_BANK = "reference_bank"
    REFERENCE = "reference"
    REFERENCE_WEAK = "reference_weak"
    OTHER_REFERENCE = "other_reference"
    PAYER = "payer"
    PAYEE = "payee"
    NAME = "name"
    ACCOUNT = "account"
    METHOD = "method"
    CURRENCY = "currency"
    PURCHASE_ORDER = "purchase_order"
    INVOICE = "invoice"
    NUMBER_TAIL = "number_tail"  # the last digits of numbers follow
    IGNORED = "ignored"


class Column(StrEnum):
    """What a column of a table holds."""

    INVOICE = "invoice"
    OWN_NUMBER = "own_number"
    PURCHASE_ORDER = "purchase_order"
    DATE = "date"
    PAID = "paid"
    AMOUNT = "amount"
    GROSS = "gross"
    DISCOUNT = "discount"
    DEDUCTION = "deduction"
    CREDIT = "credit"
    BALANCE = "balance"
    TAX = "tax"
    CURRENCY = "currency"
    REFERENCE = "reference"
    PAYMENT_DATE = "payment_date"
    DESCRIPTION = "description"
    INDEX = "index"
    QUANTITY = "quantity"


class Cue(StrEnum):
    """Words that tell what a sentence does, or what an amount in it is."""

    PAID = "paid"
    ADVICE = "advice"
    ORDER = "order"
    INTENT = "intent"
    NOT_PAID = "not_paid"
    PENDING = "pending"
    PLEASE_PAY = "please_pay"
    PURCHASE_ORDER = "purchase_order"
    BANK_CHANGE = "bank_change"
    UNSUBSCRIBE = "unsubscribe"
    GROSS = "gross"
    NET = "net"
    DISCOUNT = "discount"
    DEDUCTION = "deduction"
    OPEN = "open"
    LESS = "less"
    CREDIT_NOTE = "credit_note"
    DISPUTE = "dispute"
    STATEMENT_REQUEST = "statement_request"
    STATEMENT_AGREED = "statement_agreed"
    STATEMENT_DENIED = "statement_denied"
    STATEMENT_WORD = "statement_word"
    REQUEST = "request"
    REPLACES = "replaces"
    ANSWERS = "answers"
    ALL_DUE = "all_due"
    MONTH_ITEMS = "month_items"
    PART = "part"
    CLOSING = "closing"
    INVOICE_COPY = "invoice_copy"
    OUR_LETTER = "our_letter"
    RANGE = "range"
    DATED = "dated"  # between a document's number and its date
    AND = "and"
    JOINER = "joiner"
    WORTH = "worth"  # before what a part of the goods is worth
    RESPECTIVELY = "respectively"  # the first amount is the first document's, and so on
    NOTHING = "nothing"  # phrases that only keep a part of them from counting
    NEGATION = "negation"  # denies the verb of payment in its clause
    CONDITION = "condition"  # what follows holds only if
    AFTERWARDS = "afterwards"  # only once something else has happened
    ELSEWHERE = "elsewhere"  # money that went to others, came from us, or is asked back
    EXCEPT = "except"  # what follows is left out
    MISQUOTED = "misquoted"  # the number that follows was named by mistake
    QUESTION = "question"
    PAYMENT_NOUN = "payment_noun"  # names a payment without saying that it was made
    STATEMENT_SENT = "statement_sent"  # a statement of account of the sender's own
    UNPAID_STATUS = "unpaid_status"  # a heading, or a cell of a status column, of what is not paid
    PAYER_NAME = "payer_name"  # the name of the payer follows, and nothing else
    PAYEE_NAME = "payee_name"


class DayWord(StrEnum):
    """Words for days that count from the day of the mail."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    TOMORROW = "tomorrow"
    AFTER_TOMORROW = "after_tomorrow"
    BEFORE_YESTERDAY = "before_yesterday"
    END_OF_MONTH = "end_of_month"
    END_OF_NEXT_MONTH = "end_of_next_month"
    END_OF_NAMED_MONTH = "end_of_named_month"
    NEXT_WEEKDAY = "next_weekday"
    THIS_WEEKDAY = "this_weekday"
    LAST_WEEKDAY = "last_weekday"
    ORDINAL_SUFFIXES = "ordinal_suffixes"
    NOTHING = "nothing"


class Numeral(StrEnum):
    """Words of which an amount in words is made; `ones` and `tens` count from nothing and from twenty."""

    ONES = "ones"
    TENS = "tens"
    HUNDRED = "hundred"
    THOUSAND = "thousand"
    MILLION = "million"
    CENTS = "cents"  # the words for a hundredth of a currency


class Status(StrEnum):
    """What a cell or a column's heading says of rows being paid; see also `Cue.UNPAID_STATUS`."""

    NO = "no"  # in a column that asks whether it was paid
    CURRENT = "current"  # a column of this payment
    EARLIER = "earlier"  # a column of payments before this one


Key = Label | Column | Cue | DayWord | Numeral | Status
_KEYS: Final[dict[str, tuple[str, ...]]] = {
    "labels": tuple(Label),
    "columns": tuple(Column),
    "cues": tuple(Cue),
    "reasons": ("bank_charges", "withholding_tax", "damage", "promotion", "price", "quantity", "freight"),
    "methods": ("wire", "ach", "check", "card", "cash", "wallet", "draft", "other"),
    "days": tuple(DayWord),
    "numerals": tuple(Numeral),
    "names": ("legal_forms",),
    "statuses": tuple(Status),
}


class Hit(NamedTuple):
    """A phrase of the vocabulary in a text."""

    start: int
    end: int
    key: str
    language: str


class Hits:
    """The phrases found in one text, by section; of phrases within each other the longest counts."""

    __slots__ = ("_by_key", "_by_section", "_of_several")

    def __init__(self, by_section: dict[str, list[Hit]], gapped: dict[str, list[Hit]]) -> None:
        self._by_section = {section: _longest(hits) for section, hits in by_section.items()}
        for section, wide in gapped.items():
            telling = [
                hit for hit in wide if hit.key in (Cue.INTENT, Cue.NOT_PAID)
            ]  # their verbs do not count alone
            ends = {hit.start for hit in telling}, {hit.end for hit in telling}
            plain = self._by_section.get(section, ())
            left = [hit for hit in plain if hit.start not in ends[0] and hit.end not in ends[1]]
            self._by_section[section] = sorted({*left, *wide})
        self._by_key: dict[tuple[str, str], list[Hit]] = {}
        self._of_several: dict[tuple[str, tuple[str, ...]], list[Hit]] = {}
        for section, hits in self._by_section.items():
            for hit in hits:
                self._by_key.setdefault((section, hit.key), []).append(hit)

    def section(self, name: str) -> list[Hit]:
        """All hits of a section, from left to right."""
        return self._by_section.get(name, [])

    def of(self, section: str, *keys: str) -> list[Hit]:
        """Hits under these keys of a section, from left to right."""
        if len(keys) == 1:
            return self._by_key.get((section, keys[0]), [])
        asked = (section, keys)
        if asked not in self._of_several:
            self._of_several[asked] = sorted(
                hit for key in keys for hit in self._by_key.get((section, key), ())
            )
        return self._of_several[asked]

    def cues(self, *keys: Cue) -> list[Hit]:
        """Hits of cues."""
        return self.of("cues", *keys)

    def labels(self, *keys: Label) -> list[Hit]:
        """Hits of labels."""
        return self.of("labels", *keys)


@dataclass(slots=True)
class _Node:
    """A place in the tree of phrases; what ends here, and what may follow."""

    ends: list[tuple[str, str, str]] = field(default_factory=list)  # section, key, language
    words: dict[str, "_Node"] = field(default_factory=dict)
    stems: dict[str, "_Node"] = field(default_factory=dict)  # words that begin so
    stem_heads: set[str] = field(default_factory=set)  # the first characters of these

    def following(self, token: str) -> Iterator["_Node"]:
        """The places that this word leads to."""
        if node := self.words.get(token):
            yield node
        if self.stems and token[:_SHORTEST_STEM] in self.stem_heads:
            for length in range(_SHORTEST_STEM, len(token) + 1):
                if node := self.stems.get(token[:length]):
                    yield node


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The merged words of all languages; immutable once loaded."""

    languages: tuple[str, ...]
    stop_words: Mapping[str, frozenset[str]]  # language: words
    number_prefixes: frozenset[str]
    ordinal_suffixes: tuple[str, ...]
    firms: re.Pattern[str]  # names that end in a legal form, as group "name"
    spaceless: frozenset[str]  # languages without stop words, known by their script
    numerals: Mapping[str, int]  # words of which amounts in words are made
    cents: frozenset[str]
    joiners: frozenset[str]  # words that may stand between them
    _tree: _Node
    _gapped: tuple[tuple[tuple[str, ...], str, str, str], ...]  # parts, section, key, language

    def find(self, text: str) -> Hits:
        """All phrases in a text, in one pass."""
        by_section: dict[str, list[Hit]] = {}
        active: list[tuple[int, _Node]] = []
        for match in _TOKEN.finditer(text):
            token = match[0].lower().translate(_FOLD)
            reached = [(match.start(), node) for node in self._tree.following(token)]
            for begun, node in active:
                reached += [(begun, following) for following in node.following(token)]
            for begun, node in reached:
                for section, key, language in node.ends:
                    by_section.setdefault(section, []).append(Hit(begun, match.end(), key, language))
            active = reached
        return Hits(by_section, self._across_gaps(text, by_section.pop(GAP, [])))

    def _across_gaps(self, text: str, parts: list[Hit]) -> dict[str, list[Hit]]:
        found: dict[str, list[Hit]] = {}
        by_part: dict[str, list[Hit]] = {}
        for hit in parts:
            by_part.setdefault(hit.key, []).append(hit)
        for (first, *others), section, key, language in self._gapped:
            for begin in by_part.get(first, ()):
                last = begin
                for other in others:
                    reach = last.end
                    near = (
                        hit for hit in by_part.get(other, ()) if reach <= hit.start <= reach + LONGEST_GAP
                    )
                    following = next(near, None)
                    if following is None or SENTENCE_END.search(text, reach, following.start):
                        break
                    last = following
                else:
                    found.setdefault(section, []).append(Hit(begin.start, last.end, key, language))
        return found

    def language_of(self, text: str) -> str:
        """The language whose words the text uses most; the first one where none are known."""
        scores = dict.fromkeys(self.languages, 0)
        letters = spaceless = 0
        for match in _TOKEN.finditer(text):
            word = match[0].lower()
            if not word.isalpha():
                continue
            if len(word) == 1 and word > "\u303f":
                spaceless += 1
                continue
            letters += 1
            for language, words in self.stop_words.items():
                scores[language] += word in words
        if self.spaceless and spaceless * 2 > letters:
            return min(self.spaceless)
        return max(self.languages, key=lambda language: scores[language])


def load_vocabulary(rules_dir: Path) -> Vocabulary:
    """All files of rules/vocabulary/ as one vocabulary. AgentError names file, key and mend."""
    folder = rules_dir / "vocabulary"
    files = sorted(folder.glob("*.toml"), key=lambda path: (path.stem != "en", path.stem))
    if not files:
        Rule.read(folder / "en.toml")
    builder = _Builder()
    for path in files:
        builder.add(Rule.read(path))
    return builder.build()


class _Builder:
    """Collects the phrases of the files."""

    def __init__(self) -> None:
        self.tree = _Node()
        self.gapped: list[tuple[tuple[str, ...], str, str, str]] = []
        self.stop_words: dict[str, frozenset[str]] = {}
        self.prefixes: set[str] = set()
        self.suffixes: list[str] = []
        self.legal_forms: list[str] = []
        self.numerals: dict[str, int] = {}
        self.cents: set[str] = set()
        self.joiners: set[str] = set()

    def add(self, rule: Rule) -> None:
        """The phrases of one language."""
        rule.only("language", "stop_words", "number_prefixes", *SECTIONS, *TABLES)
        language = rule.values.get("language")
        if not isinstance(language, str) or not re.fullmatch(r"[a-z]{2,3}", language):
            raise rule.fault("language", f'expected a code like "fr", got {language!r}')
        if language in self.stop_words:
            raise rule.fault("language", f"{language} has another file already; join the two")
        self.stop_words[language] = frozenset(rule.texts("stop_words"))
        self.prefixes.update(prefix.upper() for prefix in rule.texts("number_prefixes"))
        for name in SECTIONS:
            if name in LATER and name not in rule.values:
                continue
            section = rule.section(name)
            _only_known(section, _KEYS[name])
            if name == "numerals":
                self._add_numerals(section)
                continue
            for key in section.values:
                self._add_phrases(section, name, key, language)
        for name in TABLES:
            if name in LATER and name not in rule.values:
                continue
            section = rule.section(name)
            for key in section.values:
                _check_table_key(section, name, key)
                self._add_phrases(section, name, key, language)
        self.suffixes += [str(text) for text in rule.section("days").values.get("ordinal_suffixes", ())]
        self.joiners.update(
            word.lower() for word in map(str, rule.section("cues").values.get("and", ())) if word.isalpha()
        )
        self.legal_forms += [str(text) for text in rule.section("names").values.get("legal_forms", ())]

    def _add_numerals(self, section: Rule) -> None:
        units = {Numeral.HUNDRED: 100, Numeral.THOUSAND: 10**3, Numeral.MILLION: 10**6}
        for key in section.values:
            words = [word.lower() for word in section.texts(key)]
            if key == Numeral.CENTS:
                self.cents.update(words)
            for order, word in enumerate(words if key != Numeral.CENTS else ()):
                value = {Numeral.ONES: order, Numeral.TENS: 10 * order + 20}.get(Numeral(key)) or units.get(
                    Numeral(key), 0
                )
                self.numerals.update(dict.fromkeys(word.split("/"), value))

    def _add_phrases(self, section: Rule, name: str, key: str, language: str) -> None:
        for phrase in section.texts(key):
            parts = tuple(part.strip() for part in phrase.split(GAP))
            if not all(_tokens(part) for part in parts):
                raise section.fault(
                    key, f"{phrase!r} has no words; write words, with {GAP} between them for a gap"
                )
            if len(parts) == 1:
                self._plant(phrase, name, key, language)
                continue
            self.gapped.append((parts, name, key, language))
            for part in parts:
                self._plant(part, GAP, part, language)

    def _plant(self, phrase: str, section: str, key: str, language: str) -> None:
        node = self.tree
        for token in _tokens(phrase):
            if token.endswith("*"):
                node.stem_heads.add(token[:-1][:_SHORTEST_STEM])
                node = node.stems.setdefault(token[:-1], _Node())
            else:
                node = node.words.setdefault(token, _Node())
        ending = (section, key, language)
        if ending not in node.ends:
            node.ends.append(ending)

    def build(self) -> Vocabulary:
        """The finished vocabulary."""
        return Vocabulary(
            languages=tuple(self.stop_words),
            stop_words={language: words for language, words in self.stop_words.items() if words},
            number_prefixes=frozenset(self.prefixes),
            ordinal_suffixes=tuple(self.suffixes),
            firms=_firms(self.legal_forms),
            spaceless=frozenset(language for language, words in self.stop_words.items() if not words),
            numerals=self.numerals,
            cents=frozenset(self.cents),
            joiners=frozenset(self.joiners),
            _tree=self.tree,
            _gapped=tuple(self.gapped),
        )


def _firms(legal_forms: Iterable[str]) -> re.Pattern[str]:
    """Names that end in a legal form: capitalised words before Ltd or GmbH, or a line's hanzi up to 有限公司."""
    forms = sorted(
        {*legal_forms, *(form.upper() for form in legal_forms if form.isascii())},
        key=lambda form: (-len(form), form),
    )
    latin = "|".join(re.escape(form) for form in forms if form.isascii()) or "(?!)"
    spaceless = "|".join(re.escape(form) for form in forms if not form.isascii()) or "(?!)"
    word = r"[^\W\d_a-zß-ÿ][\w&.'’+\-]{0,30}"
    between = rf"(?:(?:{word}|&|\+|\d{{1,4}}|[a-zà-þ]{{2,3}}),? ){{0,6}}"
    return re.compile(
        rf"(?P<name>(?<![\w&])(?:{word},? {between}(?:{latin})(?:\.|(?![A-Za-z]))"
        rf"|(?<!\w)[\u3400-\u9fff][\u3400-\u9fff()（）]{{1,28}}?(?:{spaceless})(?:\([\u3400-\u9fff]{{2,6}}\))?))"
    )


def _tokens(phrase: str) -> list[str]:
    tokens = [match[0].lower().translate(_FOLD) for match in _TOKEN.finditer(phrase)]
    joined: list[str] = []
    for word in tokens:
        if word == "*" and joined and len(joined[-1]) >= _SHORTEST_STEM:
            joined[-1] += "*"
        else:
            joined.append(word)
    return joined


def _only_known(section: Rule, known: Iterable[str]) -> None:
    for key in section.values:
        if key not in known:
            near = difflib.get_close_matches(key, list(known), n=1)
            raise section.fault(key, f"is unknown{f'; did you mean {near[0]}?' if near else ''}")


def _check_table_key(section: Rule, name: str, key: str) -> None:
    highest = {"months": 12, "weekdays": 7}.get(name)
    if highest and not (key.isdecimal() and 1 <= int(key) <= highest):
        raise section.fault(key, f"expected a number from 1 to {highest}")
    if name in ("multipliers", "units") and not re.fullmatch(r"10+", key):
        raise section.fault(key, "expected a power of ten such as 10000")
    if name == "currencies" and not re.fullmatch(r"[A-Z]{3}", key):
        raise section.fault(key, "expected an ISO 4217 code such as EUR")


def _longest(hits: list[Hit]) -> list[Hit]:
    """Hits from left to right, without those that stand within a longer one."""
    kept: list[Hit] = []
    reach = -1
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.key)):
        if kept and hit.end <= reach and (hit.start, hit.end) != (kept[-1].start, kept[-1].end):
            continue
        kept.append(hit)
        reach = max(reach, hit.end)
    return kept
