"""A draft to the letter's subject, text and HTML, by the templates of its language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from traceback import extract_tb
from typing import Final

from jinja2 import TemplateError

from agent.dates import Workday
from agent.errors import AgentError
from agent.facts.company import Company
from agent.facts.letters import Draft, LetterKind
from agent.outbox.blocks import Line, Paragraph, blocks
from agent.outbox.clean import clean
from agent.outbox.plain import plain
from agent.outbox.values import template_values
from agent.outbox.wording import TIED, Wording
from agent.rules.letters import Language, Templates

STAFF_KINDS: Final = frozenset({LetterKind.REVIEW_REQUEST, LetterKind.DIGEST})
_SUBJECT_LIMIT: Final = 160

# What mail programs put before the subject of an answer or a forward.
_PREFIX: Final = re.compile(
    r"(?:(?:re|ré|rép|res|resp|aw|antw|sv|vs|fw|fwd|wg|tr|rv|reenv|回复|答复|回覆|转发|轉寄|轉發|返信|転送)\s?(?:\[\d{1,3}\])?\s?[:：]\s?)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """What the reader sees; `text` and `html` say the same, lines end with LF."""

    subject: str
    text: str
    html: str
    language: str  # that it was written in


def compose(
    draft: Draft,
    *,
    company: Company,
    templates: Templates,
    is_workday: Workday = lambda day: day.weekday() < 5,
) -> Composed:
    """The same draft always gives the same letter. AgentError names a template that fails, and its line.

    `is_workday`: answers and payments are asked for on workdays alone.
    """
    template = draft.template or draft.kind.value
    language = templates.language(draft.language, company.language, template)
    wording = Wording(language=language)
    values, tables = template_values(draft, company, wording, is_workday)
    head, _, body = "".join(_written(language, template, values)).partition("\n")
    title = _title(head)
    parts = blocks(body, tables)
    foot = wording.word("format", "foot").format(reference=values["reference"], date=values["date"])
    html = templates.layout.render(
        title=_tied(head, title),
        blocks=parts,
        company=values["company"],
        foot=foot,
        language=language.locale.language,
    )
    framed = (_said(title), *parts, _said(foot))
    return Composed(
        subject=_subject(draft, title),
        text=plain(framed),
        html=html + "\n",
        language=language.code,
    )


def headline(draft: Draft, *, company: Company, templates: Templates, is_workday: Workday) -> tuple[str, str]:
    """The subject of the letter that `compose` would make, and its language, in a small part of the time."""
    template = draft.template or draft.kind.value
    language = templates.language(draft.language, company.language, template)
    values, _ = template_values(draft, company, Wording(language=language), is_workday)
    head = ""
    for piece in _written(language, template, values):
        head += piece
        if "\n" in head:
            break
    return _subject(draft, _title(head.partition("\n")[0])), language.code


def _title(head: str) -> str:
    return clean(head.removeprefix("Subject:"), _SUBJECT_LIMIT)


def _written(language: Language, template: str, values: dict[str, object]) -> Iterator[str]:
    try:
        yield from language.template(template).generate(values)
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        lines = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(".txt")]
        where = (
            f"{lines[-1].filename}: line {lines[-1].lineno}" if lines else f"{language.code}/{template}.txt"
        )
        raise AgentError(f"{where}: {error}; correct it there.") from error


def _tied(head: str, title: str) -> str:
    """The title for the page, where an amount or a day is not broken into lines."""
    tied = TIED.join(map(clean, head.removeprefix("Subject:").split(TIED)))
    return tied if len(tied) == len(title) else title


def _subject(draft: Draft, title: str) -> str:
    """An answer keeps the subject of its thread, "Re:" before it once, so that mail programs thread it."""
    asked = clean(draft.reply_subject or "", _SUBJECT_LIMIT)
    asked = _PREFIX.sub("", asked, count=1) if _PREFIX.match(asked) else asked
    return f"Re: {asked}" if asked and draft.kind not in STAFF_KINDS else title


def _said(text: str) -> Paragraph:
    return Paragraph(lines=(Line(label="", text=text),), is_boxed=False)
