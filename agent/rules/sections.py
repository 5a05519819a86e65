"""What a file of rules/vocabulary/ may say: its sections and their keys, each with what it is for."""

from enum import StrEnum
from typing import Final

SECTIONS: Final = (
    "labels",
    "columns",
    "cues",
    "reasons",
    "methods",
    "days",
    "numerals",
    "names",
    "statuses",
    "wants",
)
TABLES: Final = ("months", "weekdays", "currencies", "multipliers", "units", "eras")
LATER: Final = ("units", "statuses", "eras", "wants")  # sections that files of earlier homes do not have
NEWER: Final = frozenset(
    {
        "rate",
        "goods",
        "quote",
        "two_payments",
        "three_payments",
        "several_payments",
        "each",
        "site",
        "out_of",
        "thereof",
        "later",
        "deadline",
        "share_of",
        "untaxed",
        "state",
        "made",
        "taken_off",
        "sends",
        "but",
        "thing",
        "answer_words",
        "ahead",
        "on_account",
        "after_next_weekday",
        "weekday_week_on",
        "week_from",
        "day_of_month",
        "short_words",
        "planned",
        "credited",
        "status",
        "done",
        "void",
        "corrects",
        "of_it",
        "well",
        "other_list",
        "due",
    }
)  # keys that files of earlier homes do not have, and that may stay away: what they tell is then not known
OPTIONAL: Final = ("month_first", "year_first", "variants", "shared_units", "short_words")


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
    PAYER_ACCOUNT = "payer_account"  # the payer's, wherever it stands
    METHOD = "method"
    CURRENCY = "currency"
    PURCHASE_ORDER = "purchase_order"
    INVOICE = "invoice"
    NUMBER_TAIL = "number_tail"  # the last digits of numbers follow
    STATUS = "status"  # of a payment or an order: whether it was made
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
    TAKEN_OFF = "taken_off"  # after the sum that is taken off, and before what it leaves: を差し引いて
    CREDIT_NOTE = "credit_note"
    DISPUTE = "dispute"
    STATEMENT_REQUEST = "statement_request"
    STATEMENT_AGREED = "statement_agreed"
    STATEMENT_DENIED = "statement_denied"
    STATEMENT_WORD = "statement_word"
    REQUEST = "request"
    REPLACES = "replaces"
    VOID = "void"  # what it stands in is a test, a specimen, or not to be taken: please disregard
    CORRECTS = "corrects"  # what the same mail said before was wrong: I meant INV-3
    ANSWERS = "answers"
    ALL_DUE = "all_due"
    MONTH_ITEMS = "month_items"
    PART = "part"
    ON_ACCOUNT = "on_account"  # in a row of a list: paid for nothing that is billed yet
    AHEAD = "ahead"  # paid for what is not billed yet
    CLOSING = "closing"
    INVOICE_COPY = "invoice_copy"
    OUR_LETTER = "our_letter"
    RANGE = "range"
    DATED = "dated"  # between a document's number and its date
    AND = "and"
    JOINER = "joiner"
    WORTH = "worth"  # before what a part of the goods is worth
    SEVERAL_PAYMENTS = "several_payments"  # each row of the list that follows is one: 分三笔
    TWO_PAYMENTS = "two_payments"  # two transfers, zwei Überweisungen, 两笔
    QUOTE = "quote"  # asks for a price
    THREE_PAYMENTS = "three_payments"
    RATE = "rate"  # after an amount: it is the price of one: per tonne, /kg, je Stück
    GOODS = "goods"  # after a number: it counts goods: 0.8 tonnes, 12.5 kg
    EACH = "each"  # beside the sum of one of several payments: je 500, 500 each
    UNTAXED = "untaxed"  # right behind a sum: the tax comes on top of it: HT, plus VAT, 不含税
    SHARE_OF = "share_of"  # between a share and its whole: 50% of
    OUT_OF = "out_of"  # right behind a sum of which only a part is paid: のうち
    THEREOF = "thereof"  # beside the part of a sum that is one document's: 1,500.00 of it, davon
    LATER = "later"  # a week or a month to come, without a day: next week, 来月
    DEADLINE = "deadline"  # beside a day up to which something is to be done: by, bis spätestens, までに
    SITE = "site"  # a heading that names a place of theirs: Branch Hamburg
    ANSWER_WORDS = "answer_words"  # of an answer that says nothing but numbers and amounts
    RESPECTIVELY = "respectively"  # the first amount is the first document's, and so on
    NOTHING = "nothing"  # phrases that only keep a part of them from counting
    NEGATION = "negation"  # denies the verb of payment in its clause
    CONDITION = "condition"  # what follows holds only if
    AFTERWARDS = "afterwards"  # only once something else has happened
    ELSEWHERE = "elsewhere"  # money that went to others, came from us, or is asked back
    EXCEPT = "except"  # what follows is left out
    MISQUOTED = "misquoted"  # the number that follows was named by mistake
    STATE = (
        "state"  # a finite verb behind a payment that is only named; it may say anything: is, needs, steht
    )
    SENDS = "sends"  # those of `paid` whose object may be a thing as well as money: sent, issued, processed
    THING = "thing"  # what they then send, issue or process: goods, a claim, a debit note
    BUT = "but"  # behind a payment that is only named: what follows takes it back
    MADE = "made"  # says of a payment that is only named that it was made: "has been … completed"
    OF_IT = "of_it"  # begins a sentence that goes on about the payment before it: It, The cheque, Sadly
    WELL = "well"  # says of a payment what leaves it as it was told: it should reach you tomorrow
    QUESTION = "question"
    ASKS_RECEIPT = "asks_receipt"  # whether a payment has come: did you receive, 到账了吗
    PAYMENT_NOUN = "payment_noun"  # names a payment without saying that it was made
    DOES = "does"  # right before a document or a sum: it will be paid: I'll do INV-1, vous aurez les 500 €
    NOT_HERE = "not_here"  # of `dispute`: that something did not come; of a paper it objects to nothing
    COPY = "copy"  # asks for a paper once more, or names its copy
    OTHER_LIST = (
        "other_list"  # the title of a list of documents that pays none: certificates of tax, reconciliations
    )
    STATEMENT_SENT = "statement_sent"  # a statement of account of the sender's own
    UNPAID_STATUS = "unpaid_status"  # a heading, or a cell of a status column, of what is not paid
    PAYER_NAME = "payer_name"  # the name of the payer follows, and nothing else
    PAYEE_NAME = "payee_name"
    CREDITED = "credited"  # a bank's words for money that came in


class DayWord(StrEnum):
    """Words for days that count from the day of the mail."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    TOMORROW = "tomorrow"
    AFTER_TOMORROW = "after_tomorrow"
    BEFORE_YESTERDAY = "before_yesterday"
    END_OF_MONTH = "end_of_month"
    END_OF_NEXT_MONTH = "end_of_next_month"
    IN_THIS_MONTH = "in_this_month"  # before or after the day's number: 本月28日
    IN_NEXT_MONTH = "in_next_month"  # 来月10日, am 5. des kommenden Monats
    END_OF_WEEK = "end_of_week"  # its Friday
    END_OF_NEXT_WEEK = "end_of_next_week"
    END_OF_NAMED_MONTH = "end_of_named_month"
    NEXT_WEEKDAY = "next_weekday"
    THIS_WEEKDAY = "this_weekday"
    LAST_WEEKDAY = "last_weekday"
    COMING_WEEKDAY = "coming_weekday"  # the first one after today
    AFTER_NEXT_WEEKDAY = "after_next_weekday"  # the one after the next: übernächsten Montag
    IN_NEXT_WEEK = "in_next_week"  # before a weekday: that of the next calendar week
    WEEKDAY_NEXT = "weekday_next"  # these stand after the weekday
    WEEKDAY_LAST = "weekday_last"
    WEEKDAY_COMING = "weekday_coming"
    WEEKDAY_IN_NEXT_WEEK = "weekday_in_next_week"
    WEEKDAY_WEEK_ON = "weekday_week_on"  # a week after the coming one: Friday week, vendredi en huit
    WEEK_FROM = "week_from"  # before a weekday: a week after the coming one: a week from Friday
    DAY_OF_MONTH = "day_of_month"  # before a day's number without its month: on the 19th, am 25., el 15
    DONE_MARKS = "done_marks"  # in the clause of a day without its month: it is past: 6号打给你们了
    AHEAD_MARKS = "ahead_marks"  # it is to come, whatever else the clause says: 20号就可以付了
    NOTHING = "nothing"
    ORDINAL_SUFFIXES = "ordinal_suffixes"  # what follows is parts of written days: see `agent.rules.writing`
    JOINERS = "joiners"
    YEAR_MARKS = "year_marks"
    MONTH_MARKS = "month_marks"
    DAY_MARKS = "day_marks"
    FIRST_YEAR = "first_year"


DAY_PARTS: Final = (
    DayWord.ORDINAL_SUFFIXES, DayWord.JOINERS, DayWord.YEAR_MARKS, DayWord.MONTH_MARKS, DayWord.DAY_MARKS,
    DayWord.FIRST_YEAR,
)  # fmt: skip


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
    DONE = "done"  # beside a label of its status: it was made
    CURRENT = "current"  # a column of this payment
    EARLIER = "earlier"  # a column of payments before this one
    PLANNED = "planned"  # a column of payments that are to come
    DUE = "due"  # the whole heading of what is to be paid, or net: of no payment does it say that it was made


NAME_PARTS: Final = ("legal_forms", "legal_forms_first", "titles", "addressed", "leads")
KEYS: Final[dict[str, tuple[str, ...]]] = {
    "labels": tuple(Label),
    "columns": tuple(Column),
    "cues": tuple(Cue),
    "reasons": ("bank_charges", "withholding_tax", "damage", "promotion", "price", "quantity", "freight"),
    "methods": ("wire", "ach", "check", "card", "cash", "wallet", "draft", "other"),
    "days": tuple(DayWord),
    "numerals": tuple(Numeral),
    "names": NAME_PARTS,
    "statuses": tuple(Status),
    "wants": ("paper",),  # asks to be sent one; of an advice: the payment that it is about is not told
}
