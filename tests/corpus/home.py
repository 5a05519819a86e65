"""Makes the home that a corpus is read in: its ledger imported, its company configured."""

import shutil
from pathlib import Path

from tests.homes import OPENED, RunningHome

CORPUS = Path(__file__).parent


def corpus_home(path: Path, corpus: Path) -> Path:
    """A new home at `path` with the ledger of this corpus."""
    home = RunningHome(path)
    RunningHome(path.parent).run("init", str(path), now=None)
    shutil.copy(corpus / "remitd.toml", path)
    home.run("import", "customers", str(corpus / "customers.csv"), now=OPENED)
    home.run("import", "invoices", str(corpus / "invoices.csv"), now=OPENED)
    return path
