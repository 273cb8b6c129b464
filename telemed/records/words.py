"""How a patient is searched: by the beginnings of words, in whatever spelling they were typed. Pure."""

import re
import unicodedata

LONGEST = 40
"""Letters of a word that are kept; more never helps to tell people apart."""
MOST = 8
"""Words of one search; further ones are left out."""
AFTER_ALL = "\U0010ffff"
"""Stands after every letter: a beginning ends there."""

_WORD = re.compile(r"\w+")
_SAME = str.maketrans("đy", "di")  # Lý and Lí are one name to whoever hears it


def words(*texts: str) -> frozenset[str]:
    """The words of these texts in lower case without marks: “Giàng A Sì, 012…” gives giang, a, si, 012…."""
    found: set[str] = set()
    for text in texts:
        letters = unicodedata.normalize("NFD", text.lower().translate(_SAME))
        bare = "".join(c for c in letters if not unicodedata.combining(c)).translate(_SAME)
        found.update(word[:LONGEST] for word in _WORD.findall(bare))
    return frozenset(found)


def beginnings(text: str) -> list[tuple[str, str]]:
    """For each word of a search the bounds `low <= word < high` of those that begin with it; the longest word first."""
    longest_first = sorted(words(text), key=lambda word: (-len(word), word))
    return [(word, word + AFTER_ALL) for word in longest_first[:MOST]]
