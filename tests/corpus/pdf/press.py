"""The programs that turn a document's source into PDF, with what differs from run to run taken out."""

from __future__ import annotations

import re
import subprocess
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

# Every file says that it was made at this time.
_MADE = {"SOURCE_DATE_EPOCH": "1794787200", "PATH": "/usr/bin:/bin", "HOME": "/tmp", "LC_ALL": "C.UTF-8"}
_PROFILE = tempfile.TemporaryDirectory(prefix="corpus-office-")
WQY = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
LIBERATION = "/usr/share/fonts/truetype/liberation/Liberation{}.ttf"


def _run(command: list[str], source: bytes, suffix: str) -> bytes:
    """Runs a command in a folder of its own, where the source is `in<suffix>` and the PDF becomes `in.pdf`."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"in{suffix}").write_bytes(source)
        done = subprocess.run(command, cwd=folder, env=_MADE, capture_output=True, timeout=120, check=False)
        made = Path(folder) / "in.pdf"
        assert made.exists(), done.stderr.decode(errors="replace")
        return steady(made.read_bytes())


def steady(pdf: bytes) -> bytes:
    """The same file, with its dates set and its identity of zeros; nothing moves, so its cross references hold."""
    pdf = re.sub(rb"(/(?:CreationDate|ModDate)\s*\(D:)\d{14}", rb"\g<1>20261116080000", pdf)
    pdf = re.sub(rb"(/DocChecksum /)([0-9A-F]+)", lambda m: m[1] + b"0" * len(m[2]), pdf)
    return re.sub(
        rb"(/ID\s*\[\s*)<([0-9A-Fa-f]+)>(\s*)<([0-9A-Fa-f]+)>",
        lambda m: m[1] + b"<" + b"0" * len(m[2]) + b">" + m[3] + b"<" + b"0" * len(m[4]) + b">",
        pdf,
    )


def chromium(html: str) -> bytes:
    """As a browser prints it."""
    return _run(
        [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--no-pdf-header-footer",
            "--print-to-pdf=in.pdf",
            "in.html",
        ],
        html.encode(),
        ".html",
    )


def weasyprint(html: str) -> bytes:
    return steady(bytes(import_module("weasyprint").HTML(string=html).write_pdf()))


def office(source: str | bytes, suffix: str) -> bytes:
    """LibreOffice, from .fodt, .fods, .docx or .html."""
    data = source.encode() if isinstance(source, str) else source
    command = ["soffice", f"-env:UserInstallation=file://{_PROFILE.name}", "--headless"]
    if suffix == ".html":
        command += ["--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export"]
    else:
        command += ["--convert-to", "pdf"]
    return _run([*command, f"in{suffix}"], data, suffix)


def groff(source: str, *options: str) -> bytes:
    return _run(
        ["sh", "-c", f"groff -Tpdf -Kutf8 {' '.join(options)} in.ms > in.pdf"], source.encode(), ".ms"
    )


def cairo(*pages: str) -> bytes:
    """SVG pages through librsvg, Pango and cairo."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for number, page in enumerate(pages):
            names.append(f"{number}.svg")
            (Path(folder) / names[-1]).write_text(page, "utf-8")
        command = ["rsvg-convert", "--format=pdf", "--output=out.pdf", *names]
        subprocess.run(command, cwd=folder, env=_MADE, check=True, capture_output=True, timeout=60)
        return steady((Path(folder) / "out.pdf").read_bytes())


def fpdf(*, orientation: str = "portrait", unit: str = "mm", format: str = "A4") -> Any:
    """A page book of fpdf2 with a fixed date."""
    from datetime import UTC, datetime

    book = import_module("fpdf").FPDF(orientation=orientation, unit=unit, format=format)
    book.set_creation_date(datetime(2026, 11, 16, 8, tzinfo=UTC))
    book.set_auto_page_break(False)
    return book


def canvas(size: tuple[float, float]) -> Any:
    """A canvas of reportlab, in points, and the call that ends it."""
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    sheet = Canvas(buffer, pagesize=size, invariant=1)
    sheet.buffer = buffer
    return sheet


def finish(sheet: Any) -> bytes:
    """The bytes of a reportlab canvas."""
    sheet.save()
    return steady(bytes(sheet.buffer.getvalue()))


def reportlab_font(name: str, path: str) -> str:
    """Registers a TrueType font once."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, path))
    return name


def reader_font(name: str) -> str:
    """Registers a font that the reader's program has to bring (not embedded): STSong-Light, HeiseiMin-W3, ..."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    return name
