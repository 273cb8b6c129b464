"""What a browser that comes back is owed: the frames of its link, numbered and kept until acknowledged. Pure."""

import hmac
from collections import deque
from dataclasses import dataclass, field

KEPT_FRAMES = 256
KEPT_BYTES = 256 * 1024


class Journal:
    """The reliable frames of one link, from number 1 without gaps.

    A frame leaves it when it was acknowledged, or when it was handed to a socket (or no socket is there) and there are
    more than `frames` or `size` bytes of them. So what a live socket still has to be given is never lost, and what a
    detached link may cost is bounded.
    """

    def __init__(self, frames: int = KEPT_FRAMES, size: int = KEPT_BYTES) -> None:
        self.last = 0
        """The highest number given."""
        self._taken = 0
        """The highest number handed to the socket of now."""
        self._live = False
        self._kept: deque[bytes] = deque()
        self._size = 0
        self._most_frames, self._most_bytes = frames, size

    @property
    def first(self) -> int:
        """The lowest number still here; `last + 1` when nothing is."""
        return self.last - len(self._kept) + 1

    @property
    def lag(self) -> int:
        """How many frames the socket of now has not been given yet."""
        return self.last - self._taken

    def append(self, body: bytes) -> None:
        """Number a frame and keep it. `body` is its JSON from the first field on, without the opening brace."""
        self.last += 1
        frame = b'{"s":%d,%b' % (self.last, body)
        self._kept.append(frame)
        self._size += len(frame)
        while len(self._kept) > self._most_frames or self._size > self._most_bytes:
            if self._live and self.first > self._taken:
                break
            self._forget_first()

    def take(self) -> bytes | None:
        """The next frame for the socket of now; None when it has been given all."""
        if self._taken == self.last:
            return None
        self._taken += 1
        return self._kept[self._taken - self.first]

    def ack(self, last: int) -> bool:
        """The browser has handled everything up to `last`. False: it was never given that many."""
        if last > self._taken:
            return False
        while self._kept and self.first <= last:
            self._forget_first()
        return True

    def attach(self, last: int) -> bool:
        """A socket takes over from a browser that has handled `last`: `take` goes on after it.

        False: what it lacks is no longer (or never was) here, and a new link with a snapshot must begin.
        """
        if not self.first - 1 <= last <= self.last:
            return False
        self._taken = last
        self._live = True
        return True

    def detach(self) -> None:
        self._live = False

    def _forget_first(self) -> None:
        self._size -= len(self._kept.popleft())


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
