"""EDGE the read models as TinyDB tables in state/books.json: a checkpoint, rebuilt from the journal when it is missing."""

import os
from pathlib import Path
from typing import Any, Final, TypedDict

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage

from agent.facts.books import Books, Message, Query
from agent.facts.credit import CreditFile
from agent.facts.history import Received
from agent.facts.learnt import Learnt
from agent.facts.ledger import Customer, Item, Merged
from agent.facts.letters import Letter
from agent.facts.payments import Payment
from agent.facts.postings import Batch, Posting
from agent.store.codec import from_plain, to_plain
from agent.store.journal import Position

# Another number voids every checkpoint: raise it when the fold or a record's fields change.
FOLD: Final = 8
_TABLES: Final[dict[str, type]] = {
    "customers": Customer,
    "items": Item,
    "payments": Payment,
    "letters": Letter,
    "messages": Message,
    "queries": Query,
    "learnt": Learnt,
    "merged": Merged,
    "postings": Posting,
    "batches": Batch,
    "received": Received,
    "credit": CreditFile,
}
_CHECKPOINT: Final = msgspec.json.Decoder(
    TypedDict(  # type: ignore[operator]
        "_Checkpoint",
        {name: dict[str, kind] for name, kind in (*_TABLES.items(), ("keys", Any), ("checkpoint", Any))},  # type: ignore[valid-type]
    ),
    dec_hook=from_plain,
)


class AtomicStorage(Storage):
    """TinyDB's whole file in one replace: temporary file, fsync, rename.

    TinyDB's own storage writes in place; a kill in the middle leaves a file that cannot be read (tinydb #467).
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables; None where there is no file or it cannot be read: the journal has everything."""
        try:
            content: dict[str, dict[str, Any]] = msgspec.json.decode(self._path.read_bytes())
        except (OSError, msgspec.DecodeError):
            return None
        return content

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace the file."""
        temporary = self._path.with_suffix(f".{os.getpid()}.tmp")
        with temporary.open("wb") as file:
            file.write(msgspec.json.encode(data, enc_hook=to_plain))
            file.flush()
            os.fsync(file.fileno())
        temporary.rename(self._path)


class TinyDbViews:
    """Checkpoints of the books."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db = TinyDB(path, storage=AtomicStorage)

    def save(self, books: Books, position: Position) -> None:
        """Write all read models as they stand at `position`."""
        tables: dict[str, dict[str, Any]] = {
            "checkpoint": {
                "1": {
                    "fold": FOLD,
                    "last_run_at": books.last_run_at,
                    "began_at": books.began_at,
                    "stop": books.stop,
                    "policies": books.policies,
                    "position": position,
                    "credit_reviewed_on": books.credit_reviewed_on,
                    "bank_seen_on": books.bank_seen_on,
                    "suspect_addresses": sorted(books.suspect_addresses),
                }
            }
        }
        for name in _TABLES:
            records = getattr(books, name).values()
            tables[name] = {str(number): record for number, record in enumerate(records, start=1)}
        tables["keys"] = {
            str(number): {"mailbox": mailbox, "key": key, "mail_id": mail_id}
            for number, ((mailbox, key), mail_id) in enumerate(books.message_by_key.items(), start=1)
        }
        self._db.storage.write(tables)

    def load(self) -> tuple[Position, dict[str, list[Any]]] | None:
        """The position and the records by table, typed; None where there is no usable checkpoint.

        The file is decoded once, straight to records: through TinyDB's tables it would be once a table, and then converted.
        """
        try:
            tables = _CHECKPOINT.decode(self._path.read_bytes())
            checkpoint = tables["checkpoint"]["1"]
            if checkpoint["fold"] != FOLD:
                return None
            position = msgspec.convert(checkpoint["position"], Position)
            return position, {name: list(table.values()) for name, table in tables.items()}
        except (OSError, msgspec.DecodeError, KeyError, TypeError, ValueError):
            return None
