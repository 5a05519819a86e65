"""Letter templates and words of each language, from rules/letters/, checked once."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from babel.core import Locale, UnknownLocaleError
from jinja2 import FunctionLoader, StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from agent.errors import AgentError
from agent.facts.letters import LetterKind
from agent.facts.payments import Code
from agent.facts.readings import Method
from agent.rules.files import Rule, is_as_shipped


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What a template may say; rules/letters/README.md tells clerks what each stands for.
VALUES: Final = _names(
    "account_since address aging_table agreed_on amount answers as_of asked_on attached balance_table broken charges claim claims"
    " claims_table clause cleared codes company contact count customer customer_no date days digest earlier fees_table"
    " history_table in_days interest_tables items items_table kept kind last_letter level lines mail_id outcome payment"
    " payment_guide payments plan_table questions reasons reference review_of sales signatory tone total total_in_words"
    " total_quoted total_with_charges unapplied unseen"
)
# ... and of the values that have parts.
PARTS: Final = {
    "payment": _names("amount applied cleared date in_words method questions reference table unapplied"),
    "question": _names("choices code count difference expected invoices number reason stated table"),
    "claim": _names("amount date invoice reason"),
    "sales": _names("disputes going late promises"),
    "digest": _names(
        "bounced broken disputes failed flags going head kept messages figures payments promises sent seq since stopped"
        " applied taken_back unanswered unanswered_more veto_until waiting waiting_more going_more counts"
    ),
    "contact": _names("name phone"),
    "last_letter": _names("date name"),
    "signatory": _names("name title"),
}
_LAYOUT_VALUES: Final = _names("blocks company foot language title")

# Sections of words.toml and the keys that each must have; [reasons] may have any.
_SECTIONS: Final = {
    "format": _names("amounts_in capitals day day_in_table foot locale money more"),
    "captions": _names("aging applied balance claims fees history items plan question"),
    "headings": _names(
        "basis billed bucket concerning days difference discount discount_and_written_off disputed due expected fee"
        " from_to interest interest_days invoice issued letter note open open_after paid promised promised_on reason"
        " sent_on source stated theirs total written_off"
    ),
    "notes": _names("credit_note disputed not_listed overdue promised whole"),
    "buckets": _names("current d1_30 d31_60 d61_90 d90_plus"),
    "methods": frozenset(method.value for method in Method),
    "codes": frozenset(code.value for code in Code),
    "interest": _names("caption contract day quoted year"),
    "letters": _names("dunning_1 dunning_2 final_notice reminder"),
    "payment": _names("account bank beneficiary bic cnaps how_to_pay iban note reference routing"),
}
# Of these, what homes made before may lack: it is said in the words that come with the program.
_LATER: Final = {
    "captions": _names("balance fees history plan"),
    "headings": _names("basis concerning fee from_to interest interest_days letter sent_on source theirs"),
    "interest": _SECTIONS["interest"],
    "notes": _names("not_listed"),
    "letters": _SECTIONS["letters"],
    "payment": _SECTIONS["payment"],
}
_LATER_KINDS: Final = (LetterKind.DISPUTE_RESOLVED, LetterKind.PLAN_OFFER)
_PLACES: Final = dict.fromkeys(
    sorted(_names("caption code count currency date day days number percent rate reference source total")), ""
)
_BLOCK_LINE: Final = re.compile(r"\s*(?:\{%(?!-? *include)[^%]*%\}\s*|\{#[^#]*#\}\s*)+\Z")
_SUBJECT: Final = re.compile(r"Subject: *\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How one language writes letters; `words` is words.toml, section by section.

    Templates were checked when they were read, and are compiled when a letter first needs them.
    """

    code: str
    locale: Locale
    words: Mapping[str, Mapping[str, str]]
    environment: SandboxedEnvironment
    names: frozenset[str]  # of its templates

    def template(self, name: str) -> Template:
        """The template of this name, which is a kind of letter unless the ladder names another."""
        return self.environment.get_template(f"{name}.txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Templates:
    """All languages, and the page that every HTML body is laid out on."""

    languages: Mapping[str, Language]
    layout: Template

    def language(self, wanted: str, otherwise: str, template: str | None = None) -> Language:
        """The language of a letter: as wanted ("de", "de-AT", "zh_CN"), else the company's, else English.

        `template`: one that it must have; a language of somebody's own may lack what came with a later version.
        """
        for code in (wanted, otherwise):
            base = re.split("[-_]", code.lower())[0]
            if base in self.languages and template in (None, *self.languages[base].names):
                return self.languages[base]
        return self.languages["en"]


def load_templates(rules_dir: Path, shipped: Path | None = None) -> Templates:
    """The templates under `rules_dir`/letters, and for what a home made before lacks, those of `shipped`, the program's
    own rules. AgentError names the file, the line and what to do.

    What is as it came with the program is not checked again: that takes a quarter of the time of a short command.
    """
    root = rules_dir / "letters"
    own = (shipped or rules_dir) / "letters"
    known = own if shipped else None
    codes = sorted(path.parent.name for path in root.glob("*/words.toml"))
    if "en" not in codes:
        raise AgentError(f"{root}: there is no en/words.toml; `remitd init` writes the default rules/.")
    layout = root / "layout.html"
    return Templates(
        languages={code: _language(root / code, own, known) for code in codes},
        layout=_checked({"layout.html": layout}, known, _LAYOUT_VALUES, autoescape=True).get_template(
            "layout.html"
        ),
    )


def _language(folder: Path, shipped: Path, known: Path | None) -> Language:
    files = {
        path.name: path for place in (shipped / folder.name, folder) for path in sorted(place.glob("*.txt"))
    }
    is_ours = (shipped / folder.name).is_dir()
    for kind in LetterKind:
        if f"{kind}.txt" not in files and (is_ours or kind not in _LATER_KINDS):
            raise AgentError(
                f"{folder / kind.value}.txt is missing: each language needs a template of each kind;"
                f" start from a copy of {folder.parent / 'en' / kind.value}.txt."
            )
    nearest = next(file for code in (folder.name, "en") if (file := shipped / code / "words.toml").is_file())
    words = _words(folder / "words.toml", Rule.read(nearest).values)
    environment = _checked(files, known and known / folder.name, VALUES, autoescape=False)
    for kind in LetterKind:
        path = files.get(f"{kind}.txt")
        if path is None:
            continue
        if not _SUBJECT.match(_text(path)):
            raise AgentError(f'{path}: line 1: write the subject there, as "Subject: ...".')
    try:
        locale = Locale.parse(words["format"]["locale"])
    except (ValueError, UnknownLocaleError) as error:
        raise AgentError(
            f"{folder / 'words.toml'}: [format] locale: {error}; write one like en_GB."
        ) from error
    return Language(
        code=folder.name,
        locale=locale,
        words=words,
        environment=environment,
        names=frozenset(name.removesuffix(".txt") for name in files),
    )


def _checked(
    files: Mapping[str, Path], known: Path | None, values: frozenset[str], *, autoescape: bool
) -> SandboxedEnvironment:
    """`known`: the folder of the program's own files, where they need no check."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        path = files.get(name)
        return (_whole_lines(_text(path)), str(path), lambda: True) if path else None

    environment = SandboxedEnvironment(
        loader=FunctionLoader(load),
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals = {}  # templates say what they are given, and can't make endless loops with range()
    environment.filters["plural"] = _plural
    for path in files.values():
        if known and is_as_shipped(path, known / path.name):
            continue
        try:
            tree = environment.parse(_whole_lines(_text(path)))
        except TemplateSyntaxError as error:
            raise AgentError(f"{path}: line {error.lineno}: {error.message}; correct it there.") from error
        _check_values(tree, path, values)
        _check_means(tree, path, environment, frozenset(files))
    return environment


def _whole_lines(source: str) -> str:
    """The source, so that a block tag takes the line end with it only where it stands on a line by itself."""
    return "\n".join(
        line + '{{ "" }}' if line.rstrip().endswith("%}") and not _BLOCK_LINE.match(line) else line
        for line in source.split("\n")
    )


def _check_values(tree: nodes.Template, path: Path, values: frozenset[str]) -> None:
    """What is not given to a template, and what it does not set itself, would only fail on a letter."""
    names = list(tree.find_all(nodes.Name))
    own = {name.name for name in names if name.ctx != "load"}
    own |= {macro.name for macro in tree.find_all(nodes.Macro)}
    for name in names:
        if name.name not in own | {"loop"}:
            _require(name.name, values, path, name.lineno, "value")
    for part in tree.find_all(nodes.Getattr):
        if isinstance(part.node, nodes.Name) and part.node.name in PARTS:
            _require(part.attr, PARTS[part.node.name], path, part.lineno, f"part of {part.node.name}")


def _check_means(
    tree: nodes.Template, path: Path, environment: SandboxedEnvironment, files: frozenset[str]
) -> None:
    for filter in tree.find_all(nodes.Filter):
        _require(filter.name, frozenset(environment.filters), path, filter.lineno, "filter")
    for test in tree.find_all(nodes.Test):
        _require(test.name, frozenset(environment.tests), path, test.lineno, "test")
    for include in tree.find_all(nodes.Include):
        if isinstance(include.template, nodes.Const):
            _require(include.template.value, files, path, include.lineno, "file")


def _require(name: str, known: frozenset[str], path: Path, line: int, what: str) -> None:
    if name in known:
        return
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(sorted(known))}."
    raise AgentError(f"{path}: line {line}: there is no {what} {name!r}; {hint}")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AgentError(f"{path}: cannot be read as UTF-8 text: {error}; save it as UTF-8.") from error


def _words(path: Path, shipped: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    words = Rule.read(path)
    words.only(*_SECTIONS, "reasons")
    for name, later in _LATER.items():
        own = words.values.setdefault(name, {})
        for key in later & shipped.get(name, {}).keys():
            own.setdefault(key, shipped[name][key])
    for name, keys in _SECTIONS.items():
        section = words.section(name)
        section.only(*sorted(keys))
        for key in sorted(keys - section.values.keys()):
            raise section.fault(key, f'is missing; write a line {key} = "..."')
    for name in words.values:
        section = words.section(name)
        for key, value in section.values.items():
            if not isinstance(value, str):
                raise section.fault(key, "expected text in quotes")
            try:
                value.format(**_PLACES)
            except (LookupError, ValueError, AttributeError) as error:
                raise section.fault(key, f"in braces may stand only {', '.join(_PLACES)}") from error
    return {"reasons": {}} | words.values


def _plural(count: int, one: str, other: str) -> str:
    return f"{count} {one if count == 1 else other}"
