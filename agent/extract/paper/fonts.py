"""Which fonts PDFium takes for those that a PDF names and does not bring: none to read a page, the machine's to draw one."""

import pypdfium2.raw as pdfium


def read_without_fonts() -> None:
    """From here on a page reads the same on every machine, and no font of megabytes is opened for it.

    What a PDF says of its widths and characters is enough for words and boxes: 宋体 on a bank's receipt is seldom embedded.
    """
    pdfium.FPDF_SetSystemFontInfo(None)


def draw_with_fonts() -> None:
    """From here on a page is drawn with the machine's fonts, as a person sees it."""
    pdfium.FPDF_SetSystemFontInfo(pdfium.FPDF_GetDefaultSystemFontInfo())
