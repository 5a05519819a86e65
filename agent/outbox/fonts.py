"""EDGE the system's font folders to the two faces that a statement is set in: one that has Latin and Han characters."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from agent.errors import AgentError
from agent.outbox.page import Fonts

# Where Debian, Fedora, Arch and others put fonts-noto-cjk, and where a person does.
FOLDERS: Final = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path("/usr/share/fonts-noto-cjk"))
# File, the same in bold, and which face of a collection is simplified Chinese.
_NAMES: Final = (
    ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", 2),
    ("NotoSansCJKsc-Regular.otf", "NotoSansCJKsc-Bold.otf", 0),
    ("NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf", 0),
    ("SourceHanSansSC-Regular.otf", "SourceHanSansSC-Bold.otf", 0),
)


def find_fonts(folders: Iterable[Path] = FOLDERS) -> Fonts:
    """The first family that is whole. AgentError names the package to install."""
    known: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*.[ot]t[cf]")):
            known.setdefault(path.name, path)
    for regular, bold, face in _NAMES:
        if regular in known and bold in known:
            return Fonts(known[regular], known[bold], face)
    raise AgentError(
        "no font with Chinese characters is installed, which a statement as PDF needs; install Noto Sans CJK "
        "(Debian, Ubuntu: apt-get install fonts-noto-cjk; Fedora: google-noto-sans-cjk-fonts; Arch: noto-fonts-cjk)"
    )
