"""An export of the audit trail that carries its proof: each line its seal, the last line what was given out to whom."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import SimpleNamespace
from typing import Any, Final

from telemed.infra.audit_chain import COLUMNS, Head, plain, seal_hash
from telemed.infra.db import AnyRow

FORM: Final = b"telemed-audit-export-1\n"
"""Begins what is signed, so that no seal can pass for a proof."""


class Fault(StrEnum):
    LINE = "line"
    """A line is not what was sealed, or does not follow from the one before."""
    PROOF = "proof"
    """The proof is not ours, or is missing: the file was cut."""
    LINES = "lines"
    """The proof is ours, and is of other lines: some were taken out, put in, or reworded."""


@dataclass(frozen=True, slots=True)
class ExportFinding:
    rows: int
    fault: Fault | None = None
    line: int | None = None
    """Counted from one; only with LINE."""
    proof: Mapping[str, Any] | None = None
    """What the file says of itself, when it is whole."""


class Export:
    """One export on its way out; ask for its lines in the chain's order, then for the proof."""

    def __init__(self, key: bytes) -> None:
        self._key, self._sum = key, hashlib.sha256()
        self._rows, self._first, self._last = 0, 0, 0

    def line(self, row: AnyRow, **shown: str | None) -> bytes:
        """`row` has the columns of `audit` and `n`, `before`, `hash`, `sealed_at`; `shown` is for reading, unsealed."""
        told = {
            "n": row.n,
            "before": row.before.hex(),
            "hash": row.hash.hex(),
            "sealed_at": plain(row.sealed_at),
            "row": {name: plain(getattr(row, name)) for name in COLUMNS},
            **shown,
        }
        out = json.dumps(told, ensure_ascii=False).encode() + b"\n"
        self._sum.update(out)
        self._rows, self._first, self._last = self._rows + 1, self._first or row.n, row.n
        return out

    def proof(self, head: Head | None, made_at: datetime, made_by: str, narrowed: Mapping[str, str]) -> bytes:
        """The last line. `narrowed` is the filter: what it left out is not missing."""
        told: dict[str, Any] = {
            "rows": self._rows,
            "first_n": self._first or None,
            "last_n": self._last or None,
            "head": {"n": head.n, "hash": head.hash.hex(), "at": plain(head.at)} if head else None,
            "made_at": plain(made_at),
            "made_by": made_by,
            "filter": dict(narrowed),
            "sha256": self._sum.hexdigest(),
        }
        return json.dumps({"proof": told | {"hmac": _signed(self._key, told)}}, ensure_ascii=False).encode() + b"\n"


def check(lines: Iterable[bytes], key: bytes) -> ExportFinding:
    """Read an export line by line, in constant memory; the first fault ends it."""
    digest, rows, last_n, last_hash = hashlib.sha256(), 0, 0, ""
    for number, raw in enumerate(lines, 1):
        told = _read(raw)
        if told is None:
            return ExportFinding(rows, Fault.LINE, number)
        if "proof" in told:
            return ExportFinding(rows, *_judged(told["proof"], key, rows, digest.hexdigest()))
        if not _fits(told, key, last_n, last_hash):
            return ExportFinding(rows, Fault.LINE, number)
        digest.update(raw)
        rows, last_n, last_hash = rows + 1, told["n"], told["hash"]
    return ExportFinding(rows, Fault.PROOF)


def _fits(told: dict[str, Any], key: bytes, last_n: int, last_hash: str) -> bool:
    try:
        n, before, row = told["n"], bytes.fromhex(told["before"]), SimpleNamespace(**told["row"])
        computed = seal_hash(key, before, n, datetime.fromisoformat(told["sealed_at"]), row)
        follows = n > last_n and (n != last_n + 1 or not last_hash or told["before"] == last_hash)
        return follows and hmac.compare_digest(computed.hex(), told["hash"])
    except (KeyError, TypeError, ValueError, AttributeError):
        return False


def _judged(
    proof: Any, key: bytes, rows: int, digest: str
) -> tuple[Fault | None, int | None, Mapping[str, Any] | None]:
    if not isinstance(proof, dict) or not isinstance(proof.get("hmac"), str):
        return Fault.PROOF, None, None
    said = {name: value for name, value in proof.items() if name != "hmac"}
    if not hmac.compare_digest(_signed(key, said).encode(), proof["hmac"].encode()):
        return Fault.PROOF, None, None
    if said["rows"] != rows or said["sha256"] != digest:
        return Fault.LINES, None, said
    return None, None, said


def _read(raw: bytes) -> dict[str, Any] | None:
    try:
        told = json.loads(raw)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


def _signed(key: bytes, told: Mapping[str, Any]) -> str:
    text = json.dumps(told, sort_keys=True, separators=(",", ":"))
    return hmac.digest(key, FORM + text.encode(), "sha256").hex()
