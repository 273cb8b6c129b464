"""Secrets nobody was given: made up on first need, then kept in a file only its owner may read."""

import os
import secrets
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def kept_secret(path: Path) -> str:
    """A password of ours."""
    return kept(path, lambda: secrets.token_urlsafe(24).encode()).decode()


def kept(path: Path, make: Callable[[], bytes]) -> bytes:
    """What the file holds; if there is none, it is written whole and once, whoever else tries at the same moment."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent) as whole:  # 0600 from birth
            whole.write(make())
            whole.flush()
            with suppress(FileExistsError):
                os.link(whole.name, path)
    return path.read_bytes()
