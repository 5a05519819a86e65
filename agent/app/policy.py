"""A folder of rules in, a Policy out: its own files, or the program's where it was made before there were any."""

from functools import cache, partial
from importlib.resources import files
from pathlib import Path

from agent.errors import AgentError
from agent.pipeline.desk import Policy
from agent.rules.calendar import load_calendar
from agent.rules.commands import load_commands
from agent.rules.credit import CreditRules, load_credit
from agent.rules.dunning import DunningRules, load_dunning
from agent.rules.explain import load_words
from agent.rules.exports import load_exports
from agent.rules.feeds import FeedRules, load_feeds
from agent.rules.files import load_public_domains, rules_digest
from agent.rules.holds import HoldRules, load_holds
from agent.rules.interest import load_interest
from agent.rules.language_files import load_vocabulary, missing_words
from agent.rules.letters import Templates, load_templates
from agent.rules.limitation import FILE as LIMITATION
from agent.rules.limitation import LimitationRules, load_limitation
from agent.rules.mail import load_mail_rules
from agent.rules.matching import load_matching
from agent.rules.statements import load_statement_words, load_statements


def default_rules() -> Path:
    """The rules that come with the program: in the wheel, or at the top of the repository."""
    package = Path(str(files("agent")))
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parent / "rules"


def read_policy(rules_dir: Path, country: str) -> Policy:
    """Everything under rules/. AgentError names file, key and mend."""
    if lacking := missing_words(rules_dir, default_rules()):
        raise AgentError(
            f"{rules_dir / 'vocabulary'}: lacks words that this version reads by ({lacking[0]}, {len(lacking)} in all); "
            "copy the file from a home that `remitd init` makes now, and put your own words back"
        )
    if not (rules_dir / "exports.toml").is_file():
        raise AgentError(
            f"{rules_dir / 'exports.toml'}: is missing; copy it from a home that `remitd init` makes now"
        )
    dunning, credit = load_dunning(rules_dir), credit_rules(rules_dir)
    templates = load_templates(rules_dir, default_rules())
    _refuse_unknown_letters(rules_dir, dunning, templates)
    _refuse_unknown_grades(rules_dir, dunning, credit)
    return Policy(
        matching=load_matching(rules_dir),
        credit=credit,
        dunning=dunning,
        holds=hold_rules(rules_dir),
        interest=load_interest(_own_or_default(rules_dir, "interest.toml")),
        limitation=limitation_rules(rules_dir),
        vocabulary=load_vocabulary(rules_dir),
        exports=load_exports(rules_dir),
        mail=load_mail_rules(rules_dir),
        commands=load_commands(rules_dir, default_rules()),
        templates=templates,
        statements=load_statements(rules_dir, default_rules()),
        statement_words=load_statement_words(rules_dir, default_rules()),
        public_domains=load_public_domains(rules_dir),
        is_workday=load_calendar(rules_dir, country),
        words=cache(partial(load_words, rules_dir, default_rules())),
        digest=rules_digest(rules_dir),
    )


def _refuse_unknown_letters(rules_dir: Path, dunning: DunningRules, templates: Templates) -> None:
    for step in dunning.steps:
        lacking = [
            code for code, one in templates.languages.items() if (step.letter or step.kind) not in one.names
        ]
        if lacking:
            raise AgentError(
                f"{rules_dir / 'dunning.toml'}: letter: there is no {rules_dir / 'letters' / lacking[0] / str(step.letter)}.txt; "
                "write it, or name a letter that each language has"
            )


def _refuse_unknown_grades(rules_dir: Path, dunning: DunningRules, credit: CreditRules) -> None:
    known = {grade.name for grade in (*credit.grades, credit.new)}
    for ladder in dunning.ladders:
        if unknown := [grade for grade in ladder.grades if grade not in known]:
            raise AgentError(
                f"{rules_dir / 'dunning.toml'}: ladder {ladder.name}: for: {unknown[0]!r} is no grade of credit.toml; "
                f"there are {', '.join(sorted(known))}"
            )


def _own_or_default(rules_dir: Path, name: str) -> Path:
    """The folder that has a file: a home made before there was one has none of its own."""
    return rules_dir if (rules_dir / name).is_file() else default_rules()


def credit_rules(rules_dir: Path) -> CreditRules:
    """How customers are graded."""
    return load_credit(_own_or_default(rules_dir, "credit.toml"))


def feed_rules(rules_dir: Path) -> FeedRules:
    """The words of ledger files."""
    return load_feeds(_own_or_default(rules_dir, "feeds.toml"))


def hold_rules(rules_dir: Path) -> HoldRules:
    """What promises and disputes may do."""
    return load_holds(_own_or_default(rules_dir, "holds.toml"))


def limitation_rules(rules_dir: Path) -> LimitationRules:
    """The periods of limitation."""
    return load_limitation(_own_or_default(rules_dir, LIMITATION))
