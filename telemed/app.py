"""Builds every part once, subscribes reactions, mounts routes, starts loops: the only file that knows them all."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from aiohttp import web

from telemed import web_files
from telemed.identity import Identity
from telemed.identity import api as identity_api
from telemed.identity.passwords import Passwords
from telemed.identity.tokens import Tokens
from telemed.identity.wire import Site
from telemed.infra import audit, health, http
from telemed.infra.background import Tasks
from telemed.infra.db import Database
from telemed.infra.jobs import JobRunner
from telemed.infra.metrics import Metrics
from telemed.infra.openapi import openapi
from telemed.infra.relay import Relay
from telemed.infra.routes import Routes
from telemed.infra.security import SignInLimiter
from telemed.infra.wall import assert_walled
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock, SystemClock
from telemed.kernel.ids import MinutesId
from telemed.media import Turn
from telemed.media import api as media_api
from telemed.media.service import LineTests
from telemed.records import Item, Records
from telemed.records import api as records_api
from telemed.records import reactions as records_reactions
from telemed.reports import api as reports_api
from telemed.reports.service import Reports
from telemed.schedules import Schedules
from telemed.schedules import api as schedules_api
from telemed.schedules.service import Rosters
from telemed.sessions import DEFAULT_TIMERS, Calls, Consults, Presence, Timers, timers
from telemed.sessions import api as sessions_api
from telemed.settings import Settings
from telemed.signaling import Commands, Hub, Reactions, Sockets
from telemed.signaling.frames import MinutesFieldNews

SiteOf = Callable[[], Site]
PLAIN_SITE = Site(demo=False, robot=None, accounts=[], emergency_phone=None)


@dataclass(frozen=True)
class App:
    """Every part, built and not yet running."""

    db: Database
    clock: Clock
    relay: Relay
    jobs: JobRunner
    metrics: Metrics
    identity: Identity
    rosters: Rosters
    presence: Presence
    consults: Consults
    calls: Calls
    line_tests: LineTests
    records: Records
    reports: Reports
    sockets: Sockets
    reactions: Reactions

    def routes(self, site: SiteOf) -> Routes:
        """Every typed route there is."""
        routes = Routes()
        routes.include(
            identity_api.routes(self.identity, site),
            schedules_api.routes(self.rosters),
            sessions_api.routes(self.consults, self.calls),
            media_api.routes(self.line_tests),
            records_api.routes(self.records),
            reports_api.routes(self.reports),
        )
        return routes

    async def on_refusal(self, actor: Actor | None, code: str, method: str, path: str, request_id: str) -> None:
        """Refusals are audited in a transaction of their own: the one that was refused is rolled back."""
        who = actor or Actor.system("refused stranger")
        async with self.db.transaction(who) as tx:
            await audit.record(tx, method, path, None, outcome="refused", reason=code)

    def web(
        self,
        site: SiteOf,
        *more: Routes,
        origins: frozenset[str] = frozenset(),
        files: Path | None = None,
        metrics_token: str | None = None,
    ) -> web.Application:
        """The aiohttp application: the typed routes, the socket, health, figures, and the browser's files."""
        app = http.application(
            authenticate=self.identity.authenticate,
            on_refusal=self.on_refusal,
            metrics=self.metrics,
            origins=origins,
        )
        routes = self.routes(site)
        routes.include(*more)
        routes.mount(app)
        described = json.dumps(openapi(routes, title="Telemed", version="1"))

        async def describe(_: web.Request) -> web.Response:
            return web.json_response(text=described)

        app.router.add_get("/api/openapi.json", describe)
        app.router.add_get("/ws", self.sockets.handle)
        health.mount(app, {"database": self.db.answers})
        self.metrics.mount(app, metrics_token)
        if files is not None:
            web_files.mount(app, files)
        return app

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Relay, jobs and sockets at work. On the way out sockets are drained before the database goes."""
        async with self.db.transaction(Actor.system("start")) as tx:
            await assert_walled(tx)
        await self.presence.started()
        await self.calls.started()
        async with Tasks() as tasks:
            tasks.start(self.relay.run(), name="relay")
            tasks.start(self.jobs.run(), name="jobs")
            tasks.start(self.reactions.run(), name="reactions")
            tasks.start(self.sockets.run(), name="sockets")
            try:
                yield
            finally:
                await self.sockets.drain()
                await self.line_tests.close()

    async def close(self) -> None:
        await self.db.close()


class MinutesNow:
    """Minutes as they stand, for news: their events hold no text."""

    def __init__(self, db: Database, records: Records) -> None:
        self._db, self._records = db, records

    async def field_news(self, minutes: MinutesId, field: str) -> MinutesFieldNews | None:
        async with self._db.transaction(Actor.system("minutes news")) as tx:
            consult, now = await self._records.minutes.field_now(tx, minutes, cast(Item, field))
        if now.edited_by is None or now.edited_at is None:
            return None
        return MinutesFieldNews(
            consult=consult,
            minutes=minutes,
            field=field,
            text=now.text,
            version=now.version,
            by=now.edited_by,
            at=now.edited_at,
        )

    async def version(self, minutes: MinutesId) -> int:
        async with self._db.transaction(Actor.system("minutes news")) as tx:
            return await self._records.minutes.version_now(tx, minutes)


def build(app_url: str, settings: Settings, *, clock: Clock | None = None, calling: Timers = DEFAULT_TIMERS) -> App:
    """Wire the parts. Nothing connects, listens or starts here."""
    clock = clock or SystemClock()
    db = Database(app_url, clock=clock)
    relay, jobs, metrics = Relay(db, clock), JobRunner(db, clock), Metrics()
    tokens = Tokens.open(settings.data_dir / "keys", clock)
    identity = Identity(db, clock, tokens, Passwords(), SignInLimiter(clock))
    schedules = Schedules(clock)
    presence = Presence(db, clock)
    consults = Consults(db, clock, schedules, presence, calling)
    calls = Calls(db, clock, consults)
    timers.register(jobs, consults, calls)
    records = Records(db, consults, identity, schedules)
    records_reactions.subscribe(relay, records)
    hub = Hub(clock)
    turn = Turn(settings.turn_urls, settings.turn_secret)
    commands = Commands(hub, calls, consults, clock=clock, turn=turn)
    reactions = Reactions(hub, commands, consults, presence=presence, minutes=MinutesNow(db, records))
    reactions.subscribe(relay)
    sockets = Sockets(
        hub, commands, consults, redeem=identity.redeem_ticket, clock=clock, origins=settings.public_origins
    )
    metrics.gauge("telemed_sockets", "Open sockets", lambda: len(sockets))
    return App(
        db=db,
        clock=clock,
        relay=relay,
        jobs=jobs,
        metrics=metrics,
        identity=identity,
        rosters=Rosters(db, clock),
        presence=presence,
        consults=consults,
        calls=calls,
        line_tests=LineTests(clock),
        records=records,
        reports=Reports(db, clock),
        sockets=sockets,
        reactions=reactions,
    )
