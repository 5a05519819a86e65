"""The page that statements are set on: A4, its fonts, its head and foot, and one line of text at a time."""

from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Final, Literal

from fpdf import FPDF

from agent.outbox.paper import Paper

INK: Final = (34, 40, 46)
QUIET: Final = (93, 104, 112)
RED: Final = (176, 32, 32)
SHADE: Final = (237, 243, 247)
RULE: Final = (200, 207, 213)
MARGIN: Final = 15.0  # mm
WIDTH: Final = 210 - 2 * MARGIN
_LEAST_POINTS: Final = 5.0


@dataclass(frozen=True, slots=True)
class Fonts:
    """A regular and a bold face; `face` is its number in a collection file."""

    regular: Path
    bold: Path
    face: int


class Page(FPDF):
    """The head of each page after the first, and the foot of all."""

    def __init__(self, paper: Paper, fonts: Fonts) -> None:
        super().__init__(orientation="portrait", unit="mm", format="A4")
        self.paper = paper
        self.add_font("text", "", fonts.regular, collection_font_number=fonts.face)
        self.add_font("text", "B", fonts.bold, collection_font_number=fonts.face)
        self.set_margins(MARGIN, 14)
        self.c_margin = 0
        self.set_auto_page_break(auto=True, margin=17)
        self.set_creation_date(paper.written_at.astimezone(UTC))
        self.set_title(f"{paper.word('paper', 'title')} {paper.token}")
        self.set_author(paper.us)
        self.set_lang(paper.wording.language.code)
        self.alias_nb_pages("{pages}")

    def header(self) -> None:
        """Whose statement goes on."""
        if self.page_no() == 1:
            return
        paper = self.paper
        said = f"{paper.us}   {paper.word('paper', 'title')}   {paper.customer.customer_id}   {paper.token}"
        self.say(said, size=8, color=QUIET)
        self.ln(6)

    def footer(self) -> None:
        """Our mailbox, the token, page n of m."""
        paper = self.paper
        self.set_y(-13)
        said = paper.word("paper", "page").format(page=self.page_no(), pages="{pages}")
        self.set_font("text", "", 8)
        wide = self.get_string_width(said.replace("{pages}", "0"))  # the number stands there only in the end
        self.say(f"{paper.company.address}   {paper.token}", size=8, color=QUIET)
        self.set_x(MARGIN + WIDTH - wide - 1)
        self.say(said, size=8, color=QUIET)

    def say(
        self,
        text: str,
        *,
        size: float,
        bold: bool = False,
        color: tuple[int, int, int] = INK,
        width: float = WIDTH,
        align: Literal["L", "R", "C"] = "L",
    ) -> None:
        """One line of text; it shrinks rather than runs over."""
        self.set_font("text", "B" if bold else "", size)
        while self.get_string_width(text) > width and size > _LEAST_POINTS:
            size -= 0.25
            self.set_font_size(size)
        self.set_text_color(*color)
        self.cell(width, size * 0.5, text, align=align)
