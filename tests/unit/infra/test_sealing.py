"""Files where they lie: unreadable without the key, and not to be changed, cut or moved unseen."""

import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemed.infra import sealing
from telemed.infra.sealing import HEAD, MARK, PART_MARK, PIECE, TAG, FileKeys, PartCipher, Unsealable

KEYS = FileKeys({b"1234": bytes(range(32))}, b"1234")
PLAIN = os.urandom(2 * PIECE + 1000)


def seal(content: bytes, keys: FileKeys = KEYS) -> bytes:
    return b"".join(sealing.sealed(keys, iter([content[:70_000], content[70_000:]])))


def read(stored: bytes, part: range, keys: FileKeys = KEYS) -> bytes:
    start, stop = sealing.where(part, len(stored))
    return sealing.opened(keys, stored[:HEAD], stored[start:stop], part, len(stored))


@given(st.integers(0, 3 * PIECE), st.data())
@settings(max_examples=60, deadline=None)
def test_any_part_of_a_thing_of_any_size_is_read_from_the_pieces_that_hold_it(size: int, data: st.DataObject) -> None:
    content = PLAIN[:size].ljust(size, b"x")
    stored = seal(content)
    start = data.draw(st.integers(0, size))
    stop = data.draw(st.integers(start, size))

    assert sealing.plain_size(len(stored)) == size
    assert read(stored, range(start, stop)) == content[start:stop]


def test_nothing_of_it_can_be_read_and_the_same_bytes_never_look_the_same() -> None:
    words = b"Giang Thi Sua Demo " * 10_000
    first, second = seal(words), seal(words)

    assert b"Giang" not in first
    assert not {first[at : at + 64] for at in range(0, len(first), 64)} & {
        second[at : at + 64] for at in range(0, len(second), 64)
    }


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda s: s[:500] + bytes([s[500] ^ 1]) + s[501:], id="a-bit"),
        pytest.param(lambda s: s[: HEAD + 2 * (PIECE + TAG)], id="the-last-piece-cut-off"),
        pytest.param(
            lambda s: (
                s[:HEAD]
                + s[HEAD + PIECE + TAG : HEAD + 2 * (PIECE + TAG)]
                + s[HEAD : HEAD + PIECE + TAG]
                + s[HEAD + 2 * (PIECE + TAG) :]
            ),
            id="two-pieces-swapped",
        ),
        pytest.param(lambda s: s[: HEAD - 1] + bytes([s[HEAD - 1] ^ 1]) + s[HEAD:], id="the-salt"),
    ],
)
def test_a_change_is_seen(spoil: "object") -> None:
    assert callable(spoil)
    stored = spoil(seal(PLAIN))

    with pytest.raises(Unsealable):
        read(stored, range(sealing.plain_size(len(stored))))


def test_a_new_key_seals_from_then_on_and_the_old_one_still_opens(tmp_path: Path) -> None:
    old = FileKeys.open(tmp_path / "files")
    stored = seal(PLAIN, old)
    sealing.add_key(tmp_path / "files")
    both = FileKeys.open(tmp_path / "files")

    assert both.newest != old.newest
    assert read(stored, range(len(PLAIN)), both) == PLAIN
    assert [path.stat().st_mode & 0o777 for path in (tmp_path / "files").iterdir()] == [0o600, 0o600]
    with pytest.raises(Unsealable):
        read(seal(PLAIN, both), range(10), old)


@given(st.lists(st.integers(0, 5000), max_size=8))
def test_a_part_written_in_any_steps_reads_as_one(cuts: list[int]) -> None:
    head, content = KEYS.new_head(PART_MARK), PLAIN[:5000]
    written = b"".join(
        PartCipher(KEYS, head, start).turn(content[start:stop]) for start, stop in pairwise(sorted([0, *cuts, 5000]))
    )

    assert PartCipher(KEYS, head, 0).turn(written) == content
    assert KEYS.of_head(head) != KEYS.of_head(MARK + head[len(MARK) :]), "a part and a whole thing share no key"
