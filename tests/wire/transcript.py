"""Golden transcripts: what pages say and must hear, played against anything that speaks `telemed.v1`.

A step of a transcript is one object. `$call`, `$consult`, `$doctor`, `$specialist` stand for ids of the run.

    {"page": "p", "opens": "doctor"}            a socket and `hello`; "tab" names the tab, "resume" the page whose
                                                link to come back to; "last" or "token" if not that page's
    {"page": "p", "says": {frame}}
    {"page": "p", "hears": {fields}}            the next frame has these fields; numbers must follow each other
    {"page": "p", "hears_nothing": true}        but the pong of a ping
    {"page": "p", "is_closed": 4409}
    {"page": "p", "is_cut": true}               without a goodbye
    {"news": {frame}, "to": "doctor"}           the server tells something
    {"seconds": 7}                              time passes
    {"server": "restarts" | "stops"}
"""

import json
from pathlib import Path
from typing import Any, Protocol

from telemed.kernel.ids import uuid7
from telemed.signaling.frames import SERVER, Reliable

FOLDER = Path(__file__).parent / "transcripts"
TRANSCRIPTS = {path.stem: path for path in sorted(FOLDER.glob("*.json"))}

Frame = dict[str, Any]


def steps_of(name: str) -> list[Frame]:
    steps: list[Frame] = json.loads(TRANSCRIPTS[name].read_text(encoding="utf-8"))["steps"]
    return steps


class Closed(Exception):
    def __init__(self, code: int | None) -> None:
        super().__init__(f"closed with {code}")
        self.code = code


class Wire(Protocol):
    """One socket of a page."""

    async def say(self, frame: Frame) -> None: ...

    async def next(self) -> Frame:
        """Raises Closed."""
        ...

    async def cut(self) -> None: ...


class Server(Protocol):
    """What transcripts are played against."""

    names: dict[str, str]

    async def connect(self) -> Wire: ...

    async def ticket(self, person: str) -> str: ...

    async def tell(self, news: Reliable, person: str) -> None: ...

    async def pass_time(self, seconds: float) -> None: ...

    async def restart(self) -> None: ...

    async def stop(self) -> None: ...


class Page:
    def __init__(self, wire: Wire) -> None:
        self.wire, self.last = wire, 0
        self.link = self.token = ""

    async def next(self) -> Frame:
        frame = await self.wire.next()
        if frame["type"] == "welcome":
            self.link, self.token = frame["link"], frame["token"]
            if not frame["resumed"]:
                self.last = 0
        if "s" in frame:
            assert frame["s"] == self.last + 1, f"a frame is missing or came twice: {frame}"
            self.last = frame["s"]
        return frame


class Player:
    def __init__(self, server: Server) -> None:
        self._server = server
        self._pages: dict[str, Page] = {}
        self._tabs: dict[str, str] = {}

    async def play(self, name: str, steps: list[Frame] | None = None) -> None:
        """Raises AssertionError at the first step that went otherwise."""
        steps = steps or steps_of(name)
        for number, step in enumerate(steps, 1):
            try:
                await self._step(self._filled(step))
            except (AssertionError, Closed, TimeoutError) as error:
                raise AssertionError(f"{name}, step {number}: {json.dumps(step)}: {error!r}") from error

    async def _step(self, step: Frame) -> None:
        match step:
            case {"page": str(name), "opens": str(person)}:
                await self._open(name, person, step)
            case {"page": str(name), "says": dict(frame)}:
                await self._pages[name].wire.say(frame)
            case {"page": str(name), "hears": dict(fields)}:
                frame = await self._pages[name].next()
                assert {key: frame.get(key) for key in fields} == fields, frame
            case {"page": str(name), "hears_nothing": True}:
                page = self._pages[name]
                await page.wire.say({"type": "ping"})
                frame = await page.next()
                assert (frame["type"], frame.get("last")) == ("pong", page.last), frame
            case {"page": str(name), "is_closed": int(code)}:
                assert await self._closing(self._pages[name]) == code
            case {"page": str(name), "is_cut": True}:
                await self._pages[name].wire.cut()
            case {"news": dict(frame), "to": str(person)}:
                news = SERVER.validate_python({"s": 0} | frame)
                assert isinstance(news, Reliable)
                await self._server.tell(news, person)
            case {"seconds": int(seconds)}:
                await self._server.pass_time(seconds)
            case {"server": "restarts"}:
                await self._server.restart()
            case {"server": "stops"}:
                await self._server.stop()
            case _:
                raise AssertionError("this is no step")

    async def _open(self, name: str, person: str, step: Frame) -> None:
        before = self._pages.get(step.get("resume", ""))
        page = self._pages[name] = Page(await self._server.connect())
        tab = self._tabs.setdefault(step.get("tab", name), str(uuid7()))
        hello: Frame = {"type": "hello", "ticket": await self._server.ticket(person), "tab": tab}
        if before:
            page.last = step.get("last", before.last)
            hello["resume"] = {"link": before.link, "token": step.get("token", before.token), "last": page.last}
        await page.wire.say(hello)

    async def _closing(self, page: Page) -> int | None:
        try:
            said = await page.next()
        except Closed as closed:
            return closed.code
        raise AssertionError(f"it is open and says {said}")

    def _filled(self, step: Frame) -> Frame:
        text = json.dumps(step)
        for name, value in self._server.names.items():
            text = text.replace(f'"${name}"', json.dumps(value))
        filled: Frame = json.loads(text)
        return filled
