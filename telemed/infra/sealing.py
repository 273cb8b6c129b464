"""How files are encrypted where they lie: AES-256-GCM in pieces, so that a part is read without the rest.

A sealed thing is a head (mark, which key, salt) and pieces of 64 KiB, each with its own tag. The salt, new for each
thing, makes its key from the kept one (HKDF, RFC 5869), so the counting nonces never meet twice under one key; the
nonce also says which piece is the last, so none can be cut off, moved or left out unseen (STREAM, Hoang and others,
CRYPTO 2015). A part that is still arriving grows byte by byte, so it is AES-256-CTR without tags: its hash proves it.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from telemed.infra.kept_secret import kept

PIECE: Final = 64 * 1024
TAG: Final = 16
MARK: Final = b"TMF1"
PART_MARK: Final = b"TMP1"
_ID, _SALT = 4, 16
HEAD: Final = len(MARK) + _ID + _SALT
_BLOCK: Final = 16
_FIRST: Final = "0001.key"


class Unsealable(Exception):
    """It was changed, or the key it was sealed with is not here."""


@dataclass(frozen=True)
class FileKeys:
    """The newest seals, each opens what it sealed."""

    by_id: Mapping[bytes, bytes] = field(repr=False)
    newest: bytes

    @classmethod
    def open(cls, folder: Path) -> "FileKeys":
        """Those kept in the folder, `0001.key`, `0002.key` …; the first is made on first need.

        Raises:
            ValueError: a file there is no key.
        """
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not any(folder.glob("*.key")):
            kept(folder / _FIRST, lambda: os.urandom(32))
        keys = [path.read_bytes() for path in sorted(folder.glob("*.key"))]
        if any(len(key) != 32 for key in keys):
            raise ValueError(f"a key in {folder} has not 32 bytes")
        return cls({_id(key): key for key in keys}, _id(keys[-1]))

    def new_head(self, mark: bytes) -> bytes:
        return mark + self.newest + os.urandom(_SALT)

    def of_head(self, head: bytes) -> bytes:
        """The key of one sealed thing. Raises Unsealable: its key is not here."""
        key = self.by_id.get(head[len(MARK) : len(MARK) + _ID])
        if key is None or len(head) != HEAD:
            raise Unsealable("no key here opens it")
        return HKDF(SHA256(), 32, salt=head[-_SALT:], info=head[: len(MARK)]).derive(key)


def add_key(folder: Path) -> Path:
    """A further key, which seals from the next start on. The older ones must stay: they open what they sealed."""
    FileKeys.open(folder)
    path = folder / f"{int(max(folder.glob('*.key')).stem) + 1:04}.key"
    kept(path, lambda: os.urandom(32))
    return path


def _id(key: bytes) -> bytes:
    return hashlib.sha256(b"telemed file key" + key).digest()[:_ID]


def sealed(keys: FileKeys, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """What goes to the store of what comes in."""
    head = keys.new_head(MARK)
    aes, number, rest = AESGCM(keys.of_head(head)), 0, bytearray()
    yield head
    for chunk in chunks:
        rest += chunk
        while len(rest) > PIECE:  # never the last one, of which nobody knows yet
            yield aes.encrypt(_nonce(number, last=False), bytes(rest[:PIECE]), None)
            del rest[:PIECE]
            number += 1
    yield aes.encrypt(_nonce(number, last=True), bytes(rest), None)


def plain_size(stored: int) -> int:
    """How many bytes are in a sealed thing of that size."""
    return stored - HEAD - TAG * _pieces(stored)


def where(part: range, stored: int) -> tuple[int, int]:
    """Where the pieces lie, in a sealed thing, that hold these bytes of it."""
    first, last = part.start // PIECE, max(part.start, part.stop - 1) // PIECE
    return HEAD + first * (PIECE + TAG), min(stored, HEAD + (last + 1) * (PIECE + TAG))


def opened(keys: FileKeys, head: bytes, body: bytes, part: range, stored: int) -> bytes:
    """These bytes of a thing, from pieces read as `where` says.

    Raises:
        Unsealable: they were changed, moved or cut.
    """
    aes, first, last = AESGCM(keys.of_head(head)), part.start // PIECE, _pieces(stored) - 1
    plain = bytearray()
    try:
        for n, at in enumerate(range(0, len(body), PIECE + TAG), first):
            plain += aes.decrypt(_nonce(n, last=n == last), body[at : at + PIECE + TAG], None)
    except InvalidTag as error:
        raise Unsealable("it was changed since it was sealed") from error
    skip = part.start - first * PIECE
    return bytes(plain[skip : skip + len(part)])


def _pieces(stored: int) -> int:
    return max(1, -(-(stored - HEAD) // (PIECE + TAG)))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if last else b"\x00")


class PartCipher:
    """Makes bytes of an arriving part unreadable, and readable again: the same work, from any place on."""

    def __init__(self, keys: FileKeys, head: bytes, at: int) -> None:
        blocks, skip = divmod(at, _BLOCK)
        cipher = Cipher(algorithms.AES256(keys.of_head(head)), modes.CTR(blocks.to_bytes(_BLOCK, "big")))
        self._stream = cipher.encryptor()
        self._stream.update(bytes(skip))

    def turn(self, chunk: bytes) -> bytes:
        return self._stream.update(chunk)
