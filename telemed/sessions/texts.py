"""The words that are read to a patient before they are asked: which version holds, and what each said for ever."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from telemed.sessions.consents import UnknownText
from telemed.sessions.model import Purpose

CURRENT = "2026-11"
LANGUAGES = ("vi", "en")
_FOLDER = Path(__file__).parent / "consent_texts"


@cache
def versions() -> frozenset[str]:
    """Every version ever published: a kept consent names one of them."""
    return frozenset(folder.name for folder in _FOLDER.iterdir() if folder.is_dir())


@cache
def text(version: str, purpose: Purpose, language: str) -> str:
    """`{hospital}` in it stands for the one that is asked.

    Raises:
        UnknownText: nothing of this version was ever published.
    """
    if version not in versions():
        raise UnknownText(pointer="/body/text_version")
    return (_FOLDER / version / f"{purpose.value}.{language}.txt").read_text(encoding="utf-8").strip()


@cache
def digest(version: str, purpose: Purpose) -> bytes:
    """Of the words in every language, so that a kept consent proves what was read whichever it was."""
    return sha256("\n".join(text(version, purpose, language) for language in LANGUAGES).encode()).digest()
