"""`remitd evidence`: everything between us and a customer as one ZIP that others can check."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from agent.cli.context import shared, where
from agent.cli.past import shown, timed
from agent.errors import AgentError

if TYPE_CHECKING:
    from agent.outbox.paper import Fonts


@click.command()
@click.argument("what", metavar="CUSTOMER|INVOICE")
@click.option(
    "--to", metavar="FILE.zip", type=click.Path(path_type=Path, dir_okay=False),
    help="A new file; else evidence-ID-DATE.zip in the current folder.",
)  # fmt: skip
@timed
@shared
def evidence(what: str, to: Path | None) -> None:
    """Pack all that was written, sent, received, paid and agreed, with its proof, for one who does not trust us."""
    from agent import __version__, app
    from agent.config import load
    from agent.outbox.wording import Wording
    from agent.pipeline.evidence.asked import Asked
    from agent.pipeline.evidence.pack import folder_of, pack
    from agent.rules.explain import load_words
    from agent.rules.letters import load_templates

    folder, company = where().folder, load(where().folder).company
    at = shown(where())
    target = to or Path(f"{folder_of(what, at.today)}.zip")
    if target.exists():
        raise AgentError(f"{target}: is there already; name a new file with --to")
    rules_dir = folder / "rules"
    language = load_templates(rules_dir, app.default_rules()).language(company.language, "en")
    words = {
        code: load_words(rules_dir, app.default_rules(), code)
        for code in dict.fromkeys((language.code, "en"))
    }
    asked = Asked(
        what=what, books=at.books, as_of=at.today, made_at=app.clock(where().now)(), version=__version__,
        company=company, limitation=app.limitation_rules(rules_dir), words=words[language.code], english=words["en"], wording=Wording(language=language), fonts=_fonts(),
    )  # fmt: skip
    with app.archive(folder) as archive, app.new_file(target) as file:
        done = pack(asked, app.raw_lines(folder), archive, file)
    click.echo(
        f"{target}: {done.contacts} contacts, {done.mails} of them as they were, {done.lines} lines of the journal"
        + (f" and {done.withheld} that name others, by their hash alone" if done.withheld else "")
    )
    click.echo(f"SHA-256 of its {done.folder}/MANIFEST.sha256: {done.manifest}")
    click.echo(f"the journal's head: {done.head}")


def _fonts() -> "Fonts | None":
    """The system's, for the summary on paper; a pack without it is whole, so their lack is said and no more."""
    from agent import app

    try:
        return app.page_fonts()
    except AgentError as error:
        click.echo(f"without summary.pdf: {error}", err=True)
        return None
