"""Turns the bytes of a text file into characters: as a page of HTML declares them, else as they look, else cp1252."""

from agent.undeclared import declared_in_page, guessed


def text_of(content: bytes, *, is_html: bool = False) -> str:
    """The text with line feeds alone; characters that stay unknown are U+FFFD."""
    guess = (declared_in_page(content) if is_html else None) or guessed(content)
    text = guess.text if guess else content.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
