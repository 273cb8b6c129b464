"""A computer of one person's own, to which something happens: the power fails, or the lid is closed."""

import os
import signal
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import BrowserContext, Error, async_playwright

from tests.browser.chromium import FLAGS, executable


@dataclass
class OwnBrowser:
    """A browser whose profile stays on disk: it can be killed as a power cut does it, or put to sleep."""

    context: BrowserContext
    profile: Path

    def has_written_its_sign_in(self) -> bool:
        """Chromium keeps a new cookie in memory for up to half a minute."""
        with (
            suppress(sqlite3.Error),
            closing(sqlite3.connect(f"file:{self.profile}/Default/Cookies?mode=ro", uri=True)) as db,
        ):
            return bool(db.execute("select 1 from cookies where host_key = 'localhost'").fetchall())
        return False

    def kill(self) -> None:
        """All of it at once."""
        self._send(signal.SIGKILL)

    @contextmanager
    def asleep(self) -> Iterator[None]:
        """All of it stands still, and nothing is told of it."""
        self._send(signal.SIGSTOP)
        try:
            yield
        finally:
            self._send(signal.SIGCONT)

    def _send(self, what: signal.Signals) -> None:
        mine = self._processes()
        assert mine, "it does not run"
        for pid in mine:
            with suppress(ProcessLookupError):
                os.kill(pid, what)

    def _processes(self) -> set[int]:
        """The browser of this profile and all that it started."""
        parents: dict[int, int] = {}
        found: set[int] = set()
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                if f"--user-data-dir={self.profile}".encode() in (folder / "cmdline").read_bytes().split(b"\0"):
                    found.add(int(folder.name))
        while more := {pid for pid, parent in parents.items() if parent in found} - found:
            found |= more
        return found


@asynccontextmanager
async def own_browser(profile: Path) -> AsyncIterator[OwnBrowser]:
    async with async_playwright() as playwright:
        context = await playwright.chromium.launch_persistent_context(
            profile, executable_path=executable(), args=FLAGS, permissions=["camera", "microphone"], locale="vi-VN"
        )
        yield OwnBrowser(context, profile)
        with suppress(Error):  # of one that was killed nothing is left to close
            await context.close()
