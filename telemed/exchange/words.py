"""The few Vietnamese words that other systems are given, from the data file beside this one: code holds none."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def words(of: str) -> Mapping[str, str]:
    """`places`, `facilities`, `result`, `papers`, `oxygen`."""
    known: dict[str, dict[str, str]] = json.loads(Path(__file__).with_name("words.json").read_text(encoding="utf-8"))
    return known[of]
