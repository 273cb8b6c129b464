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
_NUMBER = re.compile(r"[\d\s.()+-]+")
_SAME = str.maketrans("đy", "di")  # Lý and Lí are one name to whoever hears it


def folded(text: str) -> list[str]:
    """The words of a text in their order, in lower case without marks: “Giàng A Sì, 012…” gives giang, a, si, 012….

    Where a tone mark stands (hoà, hòa) is gone with the mark; Lý and Lí are one.
    """
    letters = unicodedata.normalize("NFD", text.lower().translate(_SAME))
    bare = "".join(c for c in letters if not unicodedata.combining(c)).translate(_SAME)
    return [word[:LONGEST] for word in _WORD.findall(bare)]


def words(*texts: str) -> frozenset[str]:
    return frozenset(word for text in texts for word in folded(text))


def beginnings(text: str) -> list[tuple[str, str]]:
    """For each word of a search the bounds `low <= word < high` of those that begin with it; the longest word first.

    A number may be typed in groups, as it is printed, and a telephone's with +84.
    """
    typed = text
    if _NUMBER.fullmatch(text):
        digits = re.sub(r"\D", "", text)
        typed = f"0{digits[2:]}" if text.strip().startswith("+84") else digits
    longest_first = sorted(words(typed), key=lambda word: (-len(word), word))
    return [(word, word + AFTER_ALL) for word in longest_first[:MOST]]
