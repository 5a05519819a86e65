"""How mail programs mark quotations, forwards and automatic replies: rules/mail/, checked and compiled."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from agent.errors import AgentError

_LABELS: Final = ("from", "sent", "to", "cc", "subject", "other")
_PATTERNS: Final = (
    "attribution",
    "attribution_wrapped",
    "separator",
    "forward_separator",
    "signature",
    "command",
)
_WORDS: Final = (*_LABELS, "reply_prefix", "forward_prefix", "greeting", "closing")
_IDEOGRAPH: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff]")  # of scripts without spaces: hanzi and kana

Label = str
"""One of from, sent, to, cc, subject, other: what a line of a header block tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """The marks of all languages together; every pattern is matched at the start of a line."""

    attribution: re.Pattern[str]
    attribution_wrapped: re.Pattern[str]
    separator: re.Pattern[str]
    forward_separator: re.Pattern[str]
    header_line: re.Pattern[str]  # groups: label, value
    labels: dict[str, Label]  # "gesendet" -> "sent"
    reply_prefix: re.Pattern[str]
    forward_prefix: re.Pattern[str]
    greeting: re.Pattern[str]
    closing: re.Pattern[str]
    signature: re.Pattern[str]
    nothing_words: frozenset[str]  # of languages that put spaces between words
    nothing_pieces: re.Pattern[str]  # of those that don't, the longest first
    command: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AutoReplies:
    """The marks of automatic mail; prefixes and wording are casefolded."""

    prefixes: tuple[str, ...]
    wording: tuple[str, ...]
    nobody: re.Pattern[str]  # local parts behind which nobody reads


@dataclass(frozen=True, slots=True, kw_only=True)
class MailRules:
    """All of rules/mail/."""

    quotes: Quotes
    auto_replies: AutoReplies


def load_mail_rules(rules_dir: Path) -> MailRules:
    """The rules under `rules_dir`/mail. AgentError names the file, the table and what to do."""
    return MailRules(quotes=load_quotes(rules_dir), auto_replies=load_auto_replies(rules_dir))


def load_quotes(rules_dir: Path) -> Quotes:
    """The marks of quotations and forwards, from mail/quotes.toml. AgentError as above."""
    path = rules_dir / "mail" / "quotes.toml"
    tables = _tables(path)
    lists = {
        key: [text for name in tables for text in _texts(path, name, tables[name], key)] for key in _WORDS
    }
    patterns = {key: _pattern(path, tables, key) for key in _PATTERNS}
    words = [word for name in tables for word in _text(path, name, tables[name], "nothing").split()]
    labels = {label.casefold(): kind for kind in _LABELS for label in lists[kind]}
    return Quotes(
        attribution=patterns["attribution"],
        attribution_wrapped=patterns["attribution_wrapped"],
        separator=patterns["separator"],
        forward_separator=patterns["forward_separator"],
        signature=patterns["signature"],
        command=patterns["command"],
        header_line=re.compile(
            rf"[\s*]*({_either(labels)})\s*\*{{0,2}}\s*[:：]\s*(.*)", re.IGNORECASE | re.DOTALL
        ),
        labels=labels,
        reply_prefix=_prefix(lists["reply_prefix"]),
        forward_prefix=_prefix(lists["forward_prefix"]),
        greeting=_beginning(lists["greeting"]),
        closing=_beginning(lists["closing"]),
        nothing_words=frozenset(word.casefold() for word in words if not _IDEOGRAPH.search(word)),
        nothing_pieces=re.compile(_either(word for word in words if _IDEOGRAPH.search(word))),
    )


def load_auto_replies(rules_dir: Path) -> AutoReplies:
    """The marks of automatic mail, from mail/auto_reply.toml. AgentError as above."""
    path = rules_dir / "mail" / "auto_reply.toml"
    tables = _tables(path)
    nobody = _texts(path, "nobody", tables.pop("nobody", {}), "local_parts")

    def every(key: str) -> tuple[str, ...]:
        return tuple(text.casefold() for name in tables for text in _texts(path, name, tables[name], key))

    return AutoReplies(
        prefixes=every("prefix"),
        wording=every("wording"),
        nobody=re.compile("|".join(re.escape(text).replace(r"\*", ".*") for text in nobody), re.IGNORECASE),
    )


def _tables(path: Path) -> dict[str, dict[str, Any]]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise AgentError(
            f"{path}: can't be read ({error}); `remitd init` writes the default rules/."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise AgentError(f"{path}: {error}; correct it there.") from error
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise AgentError(f"{path}: {name!r} stands outside a table; move it below a line like [en].")
    if "en" not in tables:
        raise AgentError(f"{path}: there is no table [en]; `remitd init` writes the default rules/.")
    return tables


def _texts(path: Path, name: str, table: dict[str, Any], key: str) -> list[str]:
    texts = table.get(key)
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) and text for text in texts):
        raise AgentError(f'{path}: [{name}] needs a line {key} = ["...", "..."].')
    return [str(text) for text in texts]


def _text(path: Path, name: str, table: dict[str, Any], key: str) -> str:
    text = table.get(key)
    if not isinstance(text, str):
        raise AgentError(f'{path}: [{name}] needs a line {key} = "...".')
    return text


def _pattern(path: Path, tables: dict[str, dict[str, Any]], key: str) -> re.Pattern[str]:
    patterns = []
    for name, table in tables.items():
        for text in _texts(path, name, table, key):
            try:
                re.compile(text)
            except re.error as error:
                raise AgentError(
                    f"{path}: [{name}] {key}: {text!r} is no pattern: {error}; correct it."
                ) from error
            patterns.append(f"(?:{text})")
    return re.compile("|".join(patterns), re.IGNORECASE)


def _either(texts: Iterable[str]) -> str:
    return "|".join(re.escape(text) for text in sorted(texts, key=lambda text: (-len(text), text)))


def _prefix(texts: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_either(texts)})\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*", re.IGNORECASE)


def _beginning(texts: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_either(texts)})(?![a-z\u00df-\u024f])", re.IGNORECASE)
