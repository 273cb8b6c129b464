"""One consult's call over a weak link with the real product, from “Nhận ca” to what both sides heard, saw and said."""

import asyncio
import re
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

import asyncpg
from playwright.async_api import FilePayload, Locator, Page, expect

from tests.browser import walk
from tests.eventually import eventually
from tests.weak.gauge import Figures, Gauge
from tests.weak.pictures import noisy_picture
from tests.weak.places import Place
from tests.weak.road import Weather
from tests.weak.rows import Row

FIRST_WITHIN_S = 25.0
"""How long a first picture or a first voice is waited for."""
BACK_WITHIN_S = {"voice": 60.0, "picture": 30.0}
KILLED_S = 3.0
SIDES = ("station", "specialist")
SHOWN_WITHIN_S = 20.0
DRAFT = {"Chẩn đoán": "Viêm phổi nặng, viết ngay trước khi mất mạng", "Theo dõi": "SpO₂ mỗi 15 phút, viết lúc mất mạng"}
WRITTEN = list(DRAFT.values())
Back = tuple[float | None, float | None]
"""Seconds until voice and picture came again."""
WISH = "Họng"
STILL_WITHIN_S = 300.0


@dataclass
class Told:
    """What one side of one call was like. None: it never came."""

    connect_s: float | None
    """From the making of the first connection until it is connected."""
    voice_s: float | None
    """From “Nhận ca” to the other's first voice."""
    picture_s: float | None
    figures: Figures
    rungs: list[tuple[float, str, str | None]]
    """Seconds after “Nhận ca”, the rung this side sends, and why."""
    path: str
    width: int | None
    connections: int
    voice_back_s: float | None = None
    """After the link was back from its blackout or its change."""
    picture_back_s: float | None = None
    strays: list[str] = field(default_factory=list)
    """Frames that came twice or not at all."""


@dataclass
class Outcome:
    row: Row
    seed: int
    sides: dict[str, Told]
    faults: list[str]
    still_s: float | None = None
    draft: dict[str, list[str]] = field(default_factory=dict)
    """What stands afterwards, on both sides, in the fields that were filled before and during a blackout."""

    @property
    def has_lost_words(self) -> bool:
        return self.row.blackout_s > 0 and any(self.draft[side] != WRITTEN for side in SIDES)

    def worst(self, of: Callable[[Told], float | None], *, least: bool = False) -> float | None:
        """The worse side's, which is the larger one or the `least`; None when a side has none."""
        found = [of(told) for told in self.sides.values()]
        known = [value for value in found if value is not None]
        return None if len(known) < len(found) else (min if least else max)(known)


class Watched:
    """A place whose two pages are looked at all along."""

    def __init__(self, place: Place, gauges: dict[str, Gauge]) -> None:
        self.place, self.gauges = place, gauges

    @classmethod
    async def of(cls, place: Place) -> "Watched":
        return cls(place, {side: await Gauge.put(getattr(place, side).page) for side in SIDES})

    async def call(self, row: Row, seed: int) -> Outcome:
        """The row's weather begins before help is asked for, as it would; afterwards everybody is home again."""
        place = self.place
        await forget_links(place)
        for gauge in self.gauges.values():
            await gauge.clear()
        await place.begin(seed, row.weather)
        await walk.ask_for_help(place.station, f"Đo đường truyền, {row.name}, lần {seed}")
        take = place.specialist.page.get_by_role("alertdialog")
        await take.wait_for(timeout=60_000)
        clicked = time.time()
        await walk.accept(place.specialist)
        await place.station.page.wait_for_url("**/call", timeout=60_000)
        firsts = {side: await self._firsts(side, clicked) for side in SIDES}
        await asyncio.sleep(row.settle_s)
        if row.blackout_s:
            await place.specialist.page.get_by_role("tab", name="Biên bản").click()
        await self._mark()
        await self._kills(row.kills)
        still_s = await self._still(row.still_kb) if row.still_kb else None
        backs = await self._cut(row)
        if row.is_cut:
            await self._mark()  # what the cut itself took is no figure of the link
        await asyncio.sleep(row.measure_s)
        sides = {side: await self._told(side, clicked, firsts[side], backs[side]) for side in SIDES}
        draft = await self._read_draft() if row.blackout_s else {}
        await self.home()
        return Outcome(row, seed, sides, [*place.station.faults, *place.specialist.faults], still_s, draft)

    async def _firsts(self, side: str, clicked: float) -> Back:
        gauge = self.gauges[side]

        async def wait(kind: str) -> float | None:
            try:
                at = await eventually(lambda: gauge.first(kind), within=FIRST_WITHIN_S, every=0.1)
            except TimeoutError:
                return None
            return float(at) - clicked

        return await wait("voice"), None if self._is_voice_only(side) else await wait("picture")

    def _is_voice_only(self, side: str) -> bool:
        """The other side says that it sends no picture."""
        other = self.gauges[SIDES[1 - SIDES.index(side)]]
        # Text for want of a line is only shown: its picture comes with the line.
        rungs = [rung for _, rung, cause in other.rungs if cause != "lost"]
        return bool(rungs) and rungs[-1] in {"voice", "text", "phone"}

    async def _mark(self) -> None:
        for gauge in self.gauges.values():
            await gauge.mark()

    async def _kills(self, kills: int) -> None:
        for _ in range(kills):
            payloads = [number for gauge in self.gauges.values() for number in await gauge.payloads("video")]
            await self.place.change(blocked_payloads=tuple(set(payloads)))
            await asyncio.sleep(KILLED_S)
            await self.place.change(blocked_payloads=())
            await asyncio.sleep(KILLED_S)

    async def _cut(self, row: Row) -> dict[str, Back]:
        """When voice and picture were back on each side after nothing came."""
        place = self.place
        backs: dict[str, Back] = dict.fromkeys(SIDES, (None, None))
        if row.blackout_s:
            before, within = DRAFT.items()
            await _write(place.specialist.page, *before)
            await place.change(out=True)
            await _write(place.specialist.page, *within)
            await asyncio.sleep(row.blackout_s)
            await place.change(out=False)
            moment = time.time()
            backs = {side: await self._backs(side, moment) for side in SIDES}
        if row.new_address:
            await place.move_station(row.new_address)
            moment = time.time()
            moved = {side: await self._backs(side, moment) for side in SIDES}
            backs = {side: _later(backs[side], moved[side]) for side in SIDES} if row.blackout_s else moved
        return backs

    async def _read_draft(self) -> dict[str, list[str]]:
        """On both sides, once the station's shows what the specialist wrote; whatever it is by then."""
        await self.place.station.page.get_by_role("tab", name="Biên bản").click()
        sides = {side: getattr(self.place, side).page for side in SIDES}

        async def read() -> dict[str, list[str]]:
            return {side: [await _field(page, label).input_value() for label in DRAFT] for side, page in sides.items()}

        async def agreed() -> bool:
            return all(written == WRITTEN for written in (await read()).values())

        with suppress(TimeoutError):
            await eventually(agreed, within=SHOWN_WITHIN_S, every=0.1)
        return await read()

    async def _still(self, kb: int) -> float | None:
        """The specialist wishes for a picture, the station chooses one; seconds until the specialist has it open."""
        station, specialist = self.place.station.page, self.place.specialist.page
        drawn = FilePayload(name="still.png", mimeType="image/png", buffer=await asyncio.to_thread(noisy_picture, kb))
        for page in (station, specialist):
            await page.get_by_role("tab", name="Ảnh").click()
        await specialist.get_by_role("button", name=WISH, exact=True).click()
        await station.get_by_text(re.compile(f"xin ảnh nét: {WISH}")).wait_for(timeout=60_000)
        await station.locator("input[type=file]").first.set_input_files(drawn)
        chosen = time.time()
        try:
            opened = specialist.get_by_role("region", name=re.compile(f"Ảnh đang mở: {WISH}"))
            await expect(opened).to_be_visible(timeout=1000 * STILL_WITHIN_S)
        except AssertionError:
            return None
        return time.time() - chosen

    async def _backs(self, side: str, moment: float) -> Back:
        async def back(kind: str) -> float | None:
            async def came() -> tuple[float] | None:
                after = await self.gauges[side].back_after(moment, kind)
                return None if after is None else (after,)  # 0 is an answer too

            try:
                return float((await eventually(came, within=BACK_WITHIN_S[kind], every=0.1))[0])
            except TimeoutError:
                return None

        voice = await back("voice")
        return voice, None if self._is_voice_only(side) else await back("picture")

    async def _told(
        self,
        side: str,
        clicked: float,
        firsts: tuple[float | None, float | None],
        backs: Back,
    ) -> Told:
        gauge = self.gauges[side]
        look = await gauge.look()
        return Told(
            connect_s=None if look["connect_ms"] is None else look["connect_ms"] / 1000,
            voice_s=firsts[0],
            picture_s=firsts[1],
            figures=await gauge.since(),
            rungs=[(at - clicked, rung, cause) for at, rung, cause in gauge.rungs],
            path=look["path"],
            width=look["width"],
            connections=look["connections"],
            voice_back_s=backs[0],
            picture_back_s=backs[1],
            strays=list(gauge.strays),
        )

    async def home(self) -> None:
        place = self.place
        await place.begin(0, Weather())
        await walk.end(place.specialist)
        for user in (place.station, place.specialist):
            await user.page.goto(place.server.url + "/")


def _field(page: Page, label: str) -> Locator:
    return page.get_by_label(label, exact=True)


async def _write(page: Page, label: str, text: str) -> None:
    await _field(page, label).fill(text)


def _later(one: Back, other: Back) -> Back:
    (voice, picture), (voice_too, picture_too) = one, other
    return (
        None if voice is None or voice_too is None else max(voice, voice_too),
        None if picture is None or picture_too is None else max(picture, picture_too),
    )


async def forget_links(place: Place) -> None:
    """What this station's line carried before decides its first rung: each row begins as an unknown one."""
    url = place.server.database.owner_url.replace("postgresql+asyncpg", "postgresql")
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("delete from line_probe; delete from link_hour; delete from facility_link")
    finally:
        await connection.close()
