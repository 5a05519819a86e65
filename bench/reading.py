"""`python -m bench reading`: how fast documents are read, beside what the libraries alone take for the same bytes in the same run.

All ways of a file take turns, round by round, so that a slow minute of the machine hits each of them; the median counts,
and a ratio is the median of the rounds' ratios.
"""

import gc
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, Final

import mailparser
import pypdfium2

from agent import app
from agent.extract.files.plain import read_plain
from agent.extract.files.sheets import read_sheets
from agent.extract.files.sniff import sniff
from agent.extract.paper.pdf import read_pdf
from agent.extract.pool import ReaderPool
from agent.extract.read import read_mail
from agent.facts.books import Books
from agent.facts.mail import Correspondents, Part, Sort
from agent.facts.readings import Check, Reading
from agent.pipeline.opening import InlineOpener, Opened, file_mail
from agent.pipeline.opening_process import GARBAGE_BEFORE_A_WALK
from bench import alone, papers
from bench.papers import Paper
from bench.turns import Times, Way, in_turns
from tests.ledger_builders import folded_books

ROWS: Final = (125, 250, 500, 1000)
PAGES: Final = (25, 50, 100, 250, 500)


def measure(runs: int) -> dict[str, Any]:
    """All tables, printed as they come; the figures by name."""
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder, closing(Reader()) as reader:
        figures["pdf"] = _pdfs(reader, Path(folder), runs)
        figures["others"] = _others(reader, runs)
        figures["mails"] = _mails(reader, runs)
        figures["growth"] = _growth(reader, max(3, runs // 3))
    return figures


class Reader:
    """What a running remitd reads with, over a ledger of 5,000 items."""

    def __init__(self) -> None:
        policy = app.read_policy(app.default_rules(), "CN")
        self.books: Books = folded_books(*papers.ledger())
        self.vocabulary = policy.vocabulary
        self.pool = ReaderPool(seconds=60)
        correspondents = Correspondents(
            own_address="ar@harbour.example", staff=frozenset(), bank_senders=frozenset(), trusted_authserv=None
        )  # fmt: skip
        self.opener = InlineOpener(
            None,  # type: ignore[arg-type]  # no blobs: bytes are at hand
            correspondents=correspondents, rules=policy.mail, documents=self.pool,
        )  # fmt: skip
        gc.collect()  # as a desk does (agent/app/), for all ways alike
        gc.freeze()
        gc.set_threshold(GARBAGE_BEFORE_A_WALK)

    def rows_apart(self, paper: Paper) -> object:
        """Bytes to rows in the contained worker."""
        return self.pool.read(_part(paper))

    def open(self, paper: Paper) -> Opened:
        """A mail opened, or a bare file as the only part of a mail that says nothing else."""
        if paper.name.endswith(".eml"):
            return self.opener.open_bytes(paper.content)
        return self.opener.open_mail(file_mail(paper.name, paper.content, Sort.STAFF_DOCUMENT))

    def reading(self, opened: Opened) -> Reading:
        """What an opened mail says."""
        return read_mail(
            opened.mail, opened.documents, opened.unread, opened.structured, ledger=self.books.anchors,
            senders=(papers.PAYER,), vocabulary=self.vocabulary, own_names=("Harbour Supply Co.",),
        )  # fmt: skip

    def whole(self, paper: Paper) -> Reading:
        """Bytes to what they say."""
        return self.reading(self.open(paper))

    def checked(self, paper: Paper) -> Paper:
        """The paper, once it is seen that all of it is read: a fast reader that misses lines proves nothing."""
        reading = self.whole(paper)
        assert [len(payment.lines) for payment in reading.payments] == [paper.lines], (
            paper.title,
            reading.warnings,
        )
        assert Check.SUM in reading.payments[0].checks, paper.title
        return paper

    def close(self) -> None:
        """End the worker."""
        self.pool.close()


def _part(paper: Paper) -> Part:
    return Part(name=paper.name, content_type="application/octet-stream", content=paper.content)


def _pdfs(reader: Reader, folder: Path, runs: int) -> dict[str, dict[str, float]]:
    invoice2data = alone.invoice2data()
    print(f"\nText PDFs, milliseconds a document, medians of {runs} rounds\n")
    head = ("rows", "worker", "reading", "plumber", "x", "words", "x", "text", "invoice2data", "pages/s")
    print(f"  {'':22}" + "".join(f"{name:>{max(9, len(name) + 2)}}" for name in head))
    figures = {}
    for paper in map(reader.checked, _pdf_papers()):
        pages = len(pypdfium2.PdfDocument(paper.content))
        ways: dict[str, Way] = {
            "rows": partial(read_pdf, paper.name, paper.content),
            "worker": partial(reader.rows_apart, paper),
            "reading": partial(reader.whole, paper),
            "plumber": partial(alone.plumber, paper.content),
            "words": partial(alone.words, paper.content),
            "text": partial(alone.text, paper.content),
        }
        if invoice2data:
            ways["invoice2data"] = alone.templates_way(invoice2data, paper, folder)
        times = in_turns(ways, max(3, runs // pages) if pages > 3 else runs, apart=("worker", "reading"))
        figures[paper.title] = _pdf_line(paper, pages, times)
    if invoice2data:
        print("\n  invoice2data found nothing in these: it reads issuers for which it has a template.")
    else:
        print("\n  invoice2data: not run, it is not installed")
    return figures


def _pdf_papers() -> Iterator[Paper]:
    yield Paper("1 page, ruled", "ruled.pdf", papers.ruled(36), 36)
    yield Paper("1 page, unruled", "unruled.pdf", papers.unruled(48), 48)
    yield Paper("1 page, cells wrap", "wrapped.pdf", papers.ruled(22, wrapped=True), 22)
    yield Paper("1 page, Chinese, ruled", "zh.pdf", papers.ruled(36, chinese=True), 36)
    yield Paper("4 pages, ruled", "four.pdf", papers.ruled(140), 140)
    yield Paper("21 pages, unruled", "long.pdf", papers.unruled(1000), 1000)


def _pdf_line(paper: Paper, pages: int, times: Times) -> dict[str, float]:
    figures = {name: times.ms(name) for name in times.seconds}
    figures |= {
        "pages": pages,
        "faster_than_plumber": times.ratio("plumber", "rows"),
        "times_words": times.ratio("rows", "words"),
        "pages_a_second": pages / median(times.seconds["rows"]),
    }
    told = f"{figures['invoice2data']:14.1f}" if "invoice2data" in figures else f"{'-':>14}"
    print(
        f"  {paper.title:22}{figures['rows']:9.1f}{figures['worker']:9.1f}{figures['reading']:9.1f}"
        f"{figures['plumber']:9.0f}{figures['faster_than_plumber']:9.1f}{figures['words']:9.1f}"
        f"{figures['times_words']:9.2f}{figures['text']:9.1f}{told}{figures['pages_a_second']:9.0f}"
    )
    return figures


def _others(reader: Reader, runs: int) -> dict[str, dict[str, float]]:
    """Sheets and CSV: bytes to rows, in the worker, and as a whole."""
    print("\nSheets and CSV of 40 lines, milliseconds a document\n")
    print(f"  {'':22}{'rows':>9}{'worker':>9}{'reading':>9}")
    figures = {}
    sheet = Paper("XLSX", "advice.xlsx", papers.xlsx(40), 40)
    csv = Paper("CSV", "advice.csv", papers.delimited(40), 40)
    for paper, rows in (
        (sheet, partial(read_sheets, sheet.name, sheet.content)),
        (csv, partial(read_plain, _part(csv), sniff(_part(csv)))),
    ):
        reader.checked(paper)
        ways = {
            "rows": rows,
            "worker": partial(reader.rows_apart, paper),
            "reading": partial(reader.whole, paper),
        }
        times = in_turns(ways, 3 * runs, apart=("worker", "reading"))
        figures[paper.title] = {name: times.ms(name) for name in ways}
        print(f"  {paper.title:22}" + "".join(f"{times.ms(name):9.2f}" for name in ways))
    return figures


def _mails(reader: Reader, runs: int) -> dict[str, dict[str, float]]:
    """Mails without attachment, beside mail-parser's own time."""
    print(
        "\nMails without attachment, milliseconds a mail; above: reading less mail-parser, round by round\n"
    )
    print(f"  {'':22}{'parse':>9}{'reading':>9}{'mailparser':>12}{'above':>9}")
    figures = {}
    for paper in (
        Paper("text, 5 lines", "a.eml", papers.text_mail(5), 5),
        Paper("text, 20 lines", "b.eml", papers.text_mail(20), 20),
        Paper("HTML, 5 lines", "c.eml", papers.html_mail(5), 5),
        Paper("HTML, 20 lines", "d.eml", papers.html_mail(20), 20),
    ):
        figures[paper.title] = _mail_line(reader, reader.checked(paper), 5 * runs)
    samples = _plain_samples(reader)
    times = [_mail_times(reader, sample, runs) for sample in samples]
    above = [one.above("reading", "mailparser") for one in times]
    least = median(one.least_above("reading", "mailparser") for one in times)
    figures["samples"] = {
        "mails": len(samples), "above": median(above), "least_above": least, "most": max(above)
    }  # fmt: skip
    print(
        f"  the {len(samples)} samples without attachment: {median(above):.2f} above at the median "
        f"({least:.2f} in each mail's best round), {max(above):.2f} at most"
    )
    return figures


def _mail_line(reader: Reader, paper: Paper, runs: int) -> dict[str, float]:
    times = _mail_times(reader, paper, runs)
    figures = {name: times.ms(name) for name in times.seconds} | {
        "above": times.above("reading", "mailparser")
    }
    print(
        f"  {paper.title:22}{figures['parse']:9.2f}{figures['reading']:9.2f}"
        f"{figures['mailparser']:12.2f}{figures['above']:9.2f}"
    )
    return figures


def _mail_times(reader: Reader, paper: Paper, runs: int) -> Times:
    ways: dict[str, Way] = {
        "parse": partial(reader.open, paper),
        "reading": partial(reader.whole, paper),
        "mailparser": partial(mailparser.parse_from_bytes, paper.content),
    }
    return in_turns(ways, runs)


def _plain_samples(reader: Reader) -> list[Paper]:
    folder = Path(__file__).parent.parent / "examples" / "harbour" / "mail"
    mails = [Paper(path.stem, path.name, path.read_bytes(), 0) for path in sorted(folder.glob("*.eml"))]
    return [mail for mail in mails if not reader.open(mail).mail.parts]


def _growth(reader: Reader, runs: int) -> dict[str, dict[int, float]]:
    """Microseconds a row and milliseconds a page of whole readings, as documents grow."""
    print("\nHow cost grows: microseconds a row of the whole reading\n")
    makers: dict[str, tuple[str, Callable[[int], bytes]]] = {
        "PDF, unruled": ("a.pdf", papers.unruled), "PDF, ruled": ("b.pdf", papers.ruled), "XLSX": ("c.xlsx", papers.xlsx),
        "CSV": ("d.csv", papers.delimited), "text mail": ("e.eml", papers.text_mail), "HTML mail": ("f.eml", papers.html_mail),
    }  # fmt: skip
    print(f"  {'rows':22}" + "".join(f"{count:>9}" for count in ROWS) + f"{'x':>9}")
    figures: dict[str, dict[int, float]] = {}
    for title, (name, make) in makers.items():
        made = {count: reader.checked(Paper(title, name, make(count), count)) for count in ROWS}
        figures[title] = _grown(reader, title, made, runs, 1_000_000)
    print("\nMilliseconds a page of the whole reading\n")
    print(f"  {'pages':22}" + "".join(f"{count:>9}" for count in PAGES) + f"{'x':>9}")
    made = {
        count: reader.checked(Paper("pages", "a.pdf", papers.unruled(2 * count, on_page=2), 2 * count))
        for count in PAGES
    }
    figures["pages"] = _grown(reader, "PDF, 2 rows a page", made, runs, 1000)
    return figures


def _grown(reader: Reader, title: str, made: dict[int, Paper], runs: int, unit: int) -> dict[int, float]:
    ways: dict[str, Way] = {str(count): partial(reader.whole, paper) for count, paper in made.items()}
    times = in_turns(ways, runs, apart=ways)
    each = {count: unit * median(times.seconds[str(count)]) / count for count in made}
    print(
        f"  {title:22}"
        + "".join(f"{one:9.2f}" for one in each.values())
        + f"{_last(each) / _first(each):9.2f}"
    )
    return each


def _first(each: dict[int, float]) -> float:
    return each[min(each)]


def _last(each: dict[int, float]) -> float:
    return each[max(each)]
