"""Cash applied as it is handed back to the system of record: what is to be posted, and the batches that were."""

from dataclasses import dataclass
from datetime import datetime

from agent.facts.payments import Application


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """One application, or the taking back of one that was exported, as a line to be posted."""

    key: str  # "SEQ.PLACE": the line of the journal and the place in it
    seq: int
    payment_id: str  # "": no payment's, a person's word alone
    decided_at: datetime
    application: Application  # of a taking back: with its signs turned
    takes_back: str | None = None  # "BATCH/LINE" of the line that it undoes
    batch: str | None = None  # None: not exported yet
    line: int | None = None  # 1, 2, 3 ... in the batch


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """An export: written once, and again only byte for byte."""

    number: str  # B-2026-0001
    form: str  # "csv", "xlsx" or "jsonl"
    sha256: str  # of the file's bytes, which the blobs keep
    lines_sha256: str  # of the same lines as JSON, in the blobs too
    count: int
    exported_at: datetime
