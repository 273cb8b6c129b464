"""Builds every part once, subscribes reactions, mounts routes, starts loops: the only file that knows them all."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from telemed import web_files
from telemed.identity import Identity
from telemed.identity import api as identity_api
from telemed.identity.passwords import Passwords
from telemed.identity.tokens import Tokens
from telemed.identity.wire import Site
from telemed.infra import audit, health, http
from telemed.infra.background import Tasks
from telemed.infra.db import Database, Tx
from telemed.infra.jobs import JobRunner
from telemed.infra.metrics import Metrics
from telemed.infra.relay import Relay
from telemed.infra.routes import Routes
from telemed.infra.security import SignInLimiter
from telemed.infra.wall import assert_walled
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock, SystemClock
from telemed.media import Turn
from telemed.media import api as media_api
from telemed.media.service import LineTests
from telemed.records import Records
from telemed.records import api as records_api
from telemed.records import reactions as records_reactions
from telemed.reports import api as reports_api
from telemed.reports.service import Reports
from telemed.schedules import Schedules
from telemed.schedules import api as schedules_api
from telemed.schedules.service import Rosters
from telemed.sessions import DEFAULT_TIMERS, Calls, Consults, Presence, Timers
from telemed.sessions import api as sessions_api
from telemed.sessions import timers
from telemed.settings import Settings
from telemed.signaling import Signaling

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
    signaling: Signaling

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
        self.signaling.mount(app)
        health.mount(app, {"database": self._database_answers})
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
            async with self.signaling.running():
                yield
        await self.line_tests.close()

    async def close(self) -> None:
        await self.db.close()

    async def _database_answers(self) -> bool:
        async with self.db.transaction(Actor.system("health")) as tx:
            return await _answers(tx)


async def _answers(tx: Tx) -> bool:
    from sqlalchemy import text

    return bool(await tx.scalar(text("select 1")))


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
    records = Records(db, clock, consults, identity, schedules)
    records_reactions.subscribe(relay, records)
    signaling = Signaling(
        identity=identity,
        consults=consults,
        calls=calls,
        presence=presence,
        records=records,
        clock=clock,
        turn=Turn(settings.turn_urls, settings.turn_secret),
        origins=settings.public_origins,
    )
    signaling.subscribe(relay)
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
        signaling=signaling,
    )
