"""Secrets nobody was given: made up on first need, then kept in a file only its owner may read."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path


def kept_secret(path: Path) -> str:
    """What the file holds; if there is none, it is written whole and once, whoever else tries at the same moment."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent) as whole:  # 0600 from birth
            whole.write(secrets.token_urlsafe(24))
            whole.flush()
            with suppress(FileExistsError):
                os.link(whole.name, path)
    return path.read_text()
