"""What a link owes its browser, and what it answered: frames kept until acknowledged, answers kept by id. Pure."""

import hmac
from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from telemed.kernel.errors import DomainError, Kind

KEPT_FRAMES = 256
KEPT_BYTES = 256 * 1024
KEPT_ANSWERS = 128


class IdReused(DomainError):
    """This id was given to another frame."""

    kind, code = Kind.CONFLICT, "socket.id_reused"


class _Waiting(NamedTuple):
    body: bytes
    topic: Hashable | None
    about: tuple[UUID, ...]


class Journal:
    """The reliable frames of one link, from number 1 without gaps.

    A frame is given its number when it is handed to a socket. Until then a newer one of the same topic takes its place,
    behind all that came meanwhile: whoever was away for a minute is told how things stand, not all that was.

    A frame leaves the journal when it was acknowledged, or when it was handed to a socket (or no socket is there) and
    there are more than `frames` or `size` bytes of them. So what a live socket still has to be given is never lost, and
    what a detached link may cost is bounded.
    """

    def __init__(self, frames: int = KEPT_FRAMES, size: int = KEPT_BYTES) -> None:
        self._numbered = 0
        """The highest number given."""
        self._taken = 0
        """The highest number handed to the socket of now."""
        self._live = False
        self._kept: deque[bytes] = deque()
        self._waiting: dict[int, _Waiting] = {}
        """Not yet handed to any socket, by the order in which they came."""
        self._newest: dict[Hashable, int] = {}
        """Which of those is the newest of its topic."""
        self._came = 0
        self._size = 0
        self._most_frames, self._most_bytes = frames, size
        self._carried: deque[tuple[int, tuple[UUID, ...]]] = deque(maxlen=frames)
        """What the frames were about, by their number, for those of which somebody wants to know that they arrived."""

    @property
    def last(self) -> int:
        """The number that the last frame has, or will have."""
        return self._numbered + len(self._waiting)

    @property
    def first(self) -> int:
        """The lowest number still here; the next to be given when there is none."""
        return self._numbered - len(self._kept) + 1

    @property
    def lag(self) -> int:
        """How many frames the socket of now has not been given yet."""
        return self.last - self._taken

    def append(self, body: bytes, topic: Hashable | None = None, about: tuple[UUID, ...] = ()) -> None:
        """Keep a frame. `body` is its JSON from the first field on, without the opening brace."""
        if topic is not None:
            if (older := self._newest.pop(topic, None)) is not None:
                self._size -= len(self._waiting.pop(older).body)
            self._newest[topic] = self._came
        self._waiting[self._came] = _Waiting(body, topic, about)
        self._came += 1
        self._size += len(body)
        while self.last - self.first >= self._most_frames or self._size > self._most_bytes:
            if self._live and self.first > self._taken:
                break
            if not self._kept:
                self._number()  # so that its loss shows as a gap
            self._forget_first()

    def take(self) -> bytes | None:
        """The next frame for the socket of now; None when it has been given all."""
        if self._taken == self._numbered:
            if not self._waiting:
                return None
            self._number()
        self._taken += 1
        return self._kept[self._taken - self.first]

    def ack(self, last: int) -> bool:
        """The browser has handled everything up to `last`. False: it was never given that many."""
        if last > self._taken:
            return False
        while self._kept and self.first <= last:
            self._forget_first()
        return True

    def arrived(self, last: int) -> list[UUID]:
        """What the frames up to `last` were about; each is told once."""
        found: list[UUID] = []
        while self._carried and self._carried[0][0] <= last:
            found += self._carried.popleft()[1]
        return found

    def attach(self, last: int) -> bool:
        """A socket takes over from a browser that has handled `last`: `take` goes on after it.

        False: what it lacks is no longer (or never was) here, and a new link with a snapshot must begin.
        """
        if not self.first - 1 <= last <= self._numbered:
            return False
        self._taken = last
        self._live = True
        return True

    def detach(self) -> None:
        self._live = False

    def _number(self) -> None:
        order = next(iter(self._waiting))
        waiting = self._waiting.pop(order)
        if waiting.topic is not None:
            del self._newest[waiting.topic]
        self._numbered += 1
        frame = b'{"s":%d,%b' % (self._numbered, waiting.body)
        self._kept.append(frame)
        self._size += len(frame) - len(waiting.body)
        if waiting.about:
            self._carried.append((self._numbered, waiting.about))

    def _forget_first(self) -> None:
        self._size -= len(self._kept.popleft())


class Answers:
    """What became of the last frames that carried an id: said again, they are answered again and not done again."""

    def __init__(self, most: int = KEPT_ANSWERS) -> None:
        self._most = most
        self._kept: dict[int, tuple[int, bytes]] = {}

    def of(self, id_: int, frame: bytes) -> bytes | None:
        """The answer that was given to this frame; None when it has not been seen.

        Raises:
            IdReused: another frame had this id.
        """
        known = self._kept.get(id_)
        if known is None:
            return None
        if known[0] != hash(frame):
            raise IdReused()
        return known[1]

    def keep(self, id_: int, frame: bytes, answer: bytes) -> None:
        self._kept[id_] = hash(frame), answer
        if len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]


@dataclass(slots=True)
class Key:
    """The secret a browser shows to get its link back; a new one with every welcome.

    The one before still opens until the browser was heard on the new socket: a welcome can be lost on the way, and its
    loss must not cost the link.
    """

    current: str = field(repr=False)
    former: str | None = field(default=None, repr=False)

    def opens(self, token: str) -> bool:
        known = [self.current] if self.former is None else [self.current, self.former]
        return any(hmac.compare_digest(token.encode(), key.encode()) for key in known)

    def rotate(self, fresh: str, shown: str) -> None:
        self.current, self.former = fresh, shown

    def heard(self) -> None:
        """The browser spoke after the welcome, so it has the new token."""
        self.former = None
