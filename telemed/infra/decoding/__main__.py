"""The guarded process: a line of JSON and a file come in, a line of JSON and pictures go out."""

import json
import sys
import warnings
from collections.abc import Callable
from dataclasses import asdict

from telemed.infra.decoding.guard import lock_down
from telemed.infra.decoding.terms import CPU_S, MEMORY, Answer, Ask, Refused

Opened = tuple[Answer, list[bytes]]


def main() -> None:
    warnings.simplefilter("ignore")  # of files that are a little wrong
    ask = Ask(**json.loads(sys.stdin.buffer.readline()))
    work = _worker(ask.content_type)
    lock_down(MEMORY, CPU_S)
    try:
        answer, contents = work(sys.stdin.buffer.read(), ask)
    except Refused as refused:
        answer, contents = Answer(refused=refused.code), []
    except Exception:  # decoders raise whatever they like; MemoryError is one of them
        answer, contents = Answer(refused="unreadable"), []
    sys.stdout.buffer.write(json.dumps(asdict(answer)).encode() + b"\n")
    for content in contents:
        sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _worker(content_type: str) -> Callable[[bytes, Ask], Opened]:
    """Imported here, while files can still be opened."""
    match content_type.split("/"):
        case ["image", _]:
            from telemed.infra.decoding import photo

            return photo.opened
        case [_, "pdf"]:
            from telemed.infra.decoding import document

            return document.opened
        case [_, "dicom"]:
            from telemed.infra.decoding import dicom

            return dicom.opened
        case ["video" | "audio", _]:
            from telemed.infra.decoding import film

            return film.opened
    raise ValueError(content_type)


if __name__ == "__main__":
    main()
