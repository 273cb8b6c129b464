"""A list of codes, and finding in it by the beginning of a code or of words, in Vietnamese or English. Pure."""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

CODE = re.compile(r"[A-Z]\d{2}(\.\d{1,2})?[†*]?")
"""`domain.md` 6.4."""
DOTLESS = re.compile(r"([A-Z]\d{2})(\d{1,2}[†*]?)")
BEGINS_AS_CODE = re.compile(r"[A-Za-z]\d[\d.]*[†*]?")
MOST = 20


@dataclass(frozen=True, slots=True)
class CodeList:
    """One dated edition. Without `valid_to` it holds until a newer one begins."""

    id: str
    name: str
    valid_from: date
    valid_to: date | None = None

    def covers(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Entry:
    """`not_main`: never a main diagnosis. `unusable`: a more specific code is to be taken."""

    code: str
    title_vi: str
    title_en: str
    not_main: bool = False
    unusable: bool = False
    valid_from: date | None = None
    valid_to: date | None = None

    def covers(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


def in_force(lists: Iterable[CodeList], day: date) -> CodeList | None:
    """Of those that hold on that day the one that began last."""
    return max((one for one in lists if one.covers(day)), key=lambda one: (one.valid_from, one.id), default=None)


def fold(text: str) -> str:
    """Small letters without marks: `Viêm phổi` and `viem phoi` are one."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", fold(text))


def dotted(code: str) -> str:
    """`J189` and `j18.9` are `J18.9`; what is no code stays."""
    found = DOTLESS.fullmatch(code.upper())
    return f"{found[1]}.{found[2]}" if found else code.upper()


class Index:
    """Answers within milliseconds over some 16,000 codes: words stand sorted, each with the codes that have it."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(sorted(entries, key=lambda one: one.code))
        self._codes = [one.code for one in self.entries]
        found: defaultdict[str, set[int]] = defaultdict(set)
        self._vi: list[frozenset[str]] = []
        for n, entry in enumerate(self.entries):
            vietnamese = words_of(entry.title_vi)
            self._vi.append(frozenset(vietnamese))
            for word in (*vietnamese, *words_of(entry.title_en)):
                found[word].add(n)
        self._words = sorted(found)
        self._having = [frozenset(found[word]) for word in self._words]

    def get(self, code: str) -> Entry | None:
        at = bisect_left(self._codes, code)
        return self.entries[at] if at < len(self._codes) and self._codes[at] == code else None

    def search(self, text: str, day: date, limit: int = MOST) -> list[Entry]:
        """By the beginning of a code, else by the beginnings of all words. Codes not good on that day are left out.

        Vietnamese titles come first (they are what stations mostly need), then the exact word, then shorter titles.
        """
        asked = text.strip()
        if BEGINS_AS_CODE.fullmatch(asked):
            return self._by_code(asked, day, limit)
        wanted = words_of(asked)
        if not wanted:
            return []
        hits = set.intersection(*(self._beginning(word) for word in wanted))
        found = [n for n in hits if self.entries[n].covers(day)]
        return [self.entries[n] for n in sorted(found, key=lambda n: self._rank(n, wanted))[:limit]]

    def _by_code(self, text: str, day: date, limit: int) -> list[Entry]:
        found: list[Entry] = []
        for prefix in dict.fromkeys((text.upper(), dotted(text))):
            at = bisect_left(self._codes, prefix)
            while at < len(self._codes) and self._codes[at].startswith(prefix) and len(found) < limit:
                if self.entries[at].covers(day) and self.entries[at] not in found:
                    found.append(self.entries[at])
                at += 1
        return found

    def _beginning(self, word: str) -> set[int]:
        found: set[int] = set()
        at = bisect_left(self._words, word)
        while at < len(self._words) and self._words[at].startswith(word):
            found |= self._having[at]
            at += 1
        return found

    def _rank(self, n: int, wanted: Sequence[str]) -> tuple[bool, bool, int, int, str]:
        entry, own = self.entries[n], self._vi[n]
        in_vietnamese = all(any(one.startswith(word) for one in own) for word in wanted)
        whole = sum(word not in own for word in wanted)
        return not in_vietnamese, entry.unusable, whole, len(entry.title_vi or entry.title_en), entry.code
