"""Builds every part once, subscribes reactions, mounts routes, starts loops: long because it alone knows them all."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import cast

from aiohttp import web

from telemed import web_files
from telemed.coding import Icd
from telemed.coding import api as coding_api
from telemed.exchange import Exchange as Interchange
from telemed.exchange import Reach, Spelling, Variant
from telemed.exchange import api as interchange_api
from telemed.exchange import reactions as interchange_reactions
from telemed.exchange import timers as interchange_timers
from telemed.identity import Identity
from telemed.identity import api as identity_api
from telemed.identity import api_oidc as oidc_api
from telemed.identity import api_people as people_api
from telemed.identity import api_security as security_api
from telemed.identity import reactions as identity_reactions
from telemed.identity import timers as identity_timers
from telemed.identity.oidc import OidcClient, Provider
from telemed.identity.passwords import Passwords
from telemed.identity.service.facilities import Facilities
from telemed.identity.service.invitations import Invitations
from telemed.identity.service.passkeys import Passkeys
from telemed.identity.service.people import People
from telemed.identity.service.pins import Pins
from telemed.identity.service.second_factors import SecondFactors
from telemed.identity.service.security import OwnSecurity, PasswordAsked
from telemed.identity.service.single_sign_on import SingleSignOn
from telemed.identity.tokens import Tokens
from telemed.identity.wire import Site
from telemed.infra import audit, health, http, press
from telemed.infra.audit_chain import Sealer
from telemed.infra.background import Tasks
from telemed.infra.blob_s3 import S3Store
from telemed.infra.blobs import Blobs
from telemed.infra.db import Database
from telemed.infra.jobs import JobRunner
from telemed.infra.limits import RateLimits
from telemed.infra.metrics import Metrics
from telemed.infra.openapi import openapi
from telemed.infra.relay import Relay
from telemed.infra.routes import Routes
from telemed.infra.security import SignInLimiter
from telemed.infra.wall import assert_walled
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock, SystemClock
from telemed.kernel.ids import ConsultId, MinutesId
from telemed.media import Links, Turn
from telemed.media import api as media_api
from telemed.media import api_links as links_api
from telemed.media import reactions as media_reactions
from telemed.media.service import LineTests
from telemed.media.service_probes import Probes
from telemed.notify import Gateway, Notify, PushRules
from telemed.notify import api as notify_api
from telemed.notify import reactions as notify_reactions
from telemed.notify import timers as notify_timers
from telemed.notify.service.checks import checks_of
from telemed.privacy import api as privacy_api
from telemed.privacy.retention import Periods
from telemed.privacy.service import Privacy
from telemed.records import Item, Records, signing
from telemed.records import api as records_api
from telemed.records import api_after as after_api
from telemed.records import api_files as files_api
from telemed.records import api_phone as phone_api
from telemed.records import api_referrals as referrals_api
from telemed.records import reactions as records_reactions
from telemed.records import timers as records_timers
from telemed.records.copies import Printing
from telemed.records.debts import DebtLimits
from telemed.records.model_file import Quota
from telemed.records.service.phones import Phones
from telemed.reports import api as reports_api
from telemed.reports import api_audit as audit_api
from telemed.reports import api_coverage as coverage_api
from telemed.reports.service import Reports
from telemed.reports.service_audit import Trail
from telemed.reports.service_coverage import CoverageWall
from telemed.schedules import Halves, Schedules
from telemed.schedules import api as schedules_api
from telemed.schedules import api_coverage as nudge_api
from telemed.schedules import api_exchange as exchange_api
from telemed.schedules import api_holidays as holidays_api
from telemed.schedules import api_rosters as rosters_api
from telemed.schedules import api_rotations as rotations_api
from telemed.schedules import api_swaps as swaps_api
from telemed.schedules import timers as duty_timers
from telemed.schedules import timers_rotations as rotation_timers
from telemed.schedules.service.assignments import Assignments
from telemed.schedules.service.calendars import Calendars
from telemed.schedules.service.coverage import Nudges
from telemed.schedules.service.duty import OnDuty
from telemed.schedules.service.exchange import Exchange
from telemed.schedules.service.holidays import Holidays
from telemed.schedules.service.planning import Planning
from telemed.schedules.service.rotations import Rotations
from telemed.schedules.service.swaps import Swaps
from telemed.schedules.service.watch import Watch
from telemed.sessions import DEFAULT_TIMERS, Calls, Consults, Presence, Timers, answered_from, looking_elsewhere, timers
from telemed.sessions import api as sessions_api
from telemed.sessions import api_cameras as cameras_api
from telemed.sessions import api_handovers as handovers_api
from telemed.sessions import api_ladders as ladders_api
from telemed.sessions import api_phone_advice as telephone_api
from telemed.sessions import api_safety as safety_api
from telemed.sessions import reactions as session_reactions
from telemed.sessions.load import RingCounts
from telemed.sessions.service_cameras import SecondCameras
from telemed.sessions.service_handovers import Handovers
from telemed.sessions.service_ladders import Ladders
from telemed.sessions.service_phone_advice import Telephone
from telemed.sessions.service_safety import Safety
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
    limits: RateLimits
    identity: Identity
    own_security: OwnSecurity
    passkeys: Passkeys
    invitations: Invitations
    single_sign_on: SingleSignOn
    people: People
    facilities: Facilities
    on_duty: OnDuty
    assignments: Assignments
    holidays: Holidays
    exchange: Exchange
    calendars: Calendars
    planning: Planning
    swaps: Swaps
    rotations: Rotations
    presence: Presence
    consults: Consults
    calls: Calls
    cameras: SecondCameras
    ladders: Ladders
    handovers: Handovers
    telephone: Telephone
    safety: Safety
    icd: Icd
    turn: Turn
    line_tests: LineTests
    probes: Probes
    links: Links
    notify: Notify
    records: Records
    reports: Reports
    coverage: CoverageWall
    nudges: Nudges
    privacy: Privacy
    sockets: Sockets
    reactions: Reactions
    sealer: Sealer
    trail: Trail
    interchange: Interchange

    origins: frozenset[str]

    def routes(self, site: SiteOf) -> Routes:
        """Every typed route there is."""
        routes = Routes()
        routes.include(
            identity_api.routes(self.identity, lambda: site().model_copy(update={"oidc": self.single_sign_on.name})),
            security_api.routes(self.identity, self.own_security, self.passkeys, self.invitations),
            oidc_api.routes(self.single_sign_on, self.origins),
            people_api.routes(self.people, self.facilities),
            schedules_api.routes(self.on_duty, self.assignments),
            holidays_api.routes(self.holidays),
            exchange_api.routes(self.exchange, self.calendars),
            rosters_api.routes(self.planning),
            swaps_api.routes(self.swaps),
            rotations_api.routes(self.rotations),
            sessions_api.routes(self.consults, self.calls),
            ladders_api.routes(self.ladders),
            handovers_api.routes(self.handovers),
            telephone_api.routes(self.telephone),
            safety_api.routes(self.safety),
            coding_api.routes(self.icd),
            media_api.routes(self.line_tests, self.probes),
            links_api.routes(self.links),
            notify_api.routes(self.notify),
            records_api.routes(self.records),
            referrals_api.routes(self.records),
            after_api.routes(self.records),
            files_api.routes(self.records),
            cameras_api.routes(self.cameras),
            phone_api.routes(self.records, Phones(self.db, self.cameras, self.turn, self.clock)),
            reports_api.routes(self.reports),
            audit_api.routes(self.trail),
            coverage_api.routes(self.coverage),
            nudge_api.routes(self.nudges),
            privacy_api.routes(self.privacy),
            interchange_api.routes(self.interchange),
        )
        return routes

    async def authenticate(self, bearer: str) -> Actor:
        """Whoever asks: a person by a token, another system by its key."""
        if self.interchange.keys.is_one(bearer):
            return await self.interchange.keys.authenticate(bearer)
        return await self.identity.authenticate(bearer)

    async def on_refusal(self, actor: Actor | None, refusal: http.Refusal) -> None:
        """Refusals are audited in a transaction of their own: the one that was refused is rolled back."""
        who = actor or replace(Actor.system("refused stranger"), request_id=refusal.request_id)
        of_case = refusal.path.startswith("/api/consults/{id}")
        consult = ConsultId(refusal.about) if of_case and refusal.about else None
        async with self.db.transaction(who) as tx:
            await audit.record(
                tx,
                refusal.method,
                refusal.path,
                refusal.about,
                consult=consult,
                outcome="refused",
                reason=refusal.code,
            )

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
            authenticate=self.authenticate,
            on_refusal=self.on_refusal,
            metrics=self.metrics,
            limits=self.limits,
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
        await identity_timers.started(self.db)
        await duty_timers.started(self.db)
        await self.presence.started()
        await self.calls.started()
        await self.notify.sender.started()
        await self.interchange.courier.started()
        await interchange_timers.started(self.db)
        await notify_timers.started(self.db)
        await records_timers.started(self.db)
        async with Tasks() as tasks:
            tasks.start(self.relay.run(), name="relay")
            tasks.start(self.jobs.run(), name="jobs")
            tasks.start(self.notify.sender.run(), name="sender")
            tasks.start(self.interchange.courier.run(), name="courier")
            tasks.start(self.reactions.run(), name="reactions")
            tasks.start(self.sockets.run(), name="sockets")
            tasks.start(self.sealer.run(), name="audit seal")
            try:
                yield
            finally:
                await self.sockets.drain()
                await self.line_tests.close()
                await self.trail.close()

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


def _oidc(settings: Settings, clock: Clock) -> OidcClient | None:
    if not settings.oidc_issuer or not settings.oidc_client_id:
        return None
    provider = Provider(
        issuer=settings.oidc_issuer,
        client_id=settings.oidc_client_id,
        client_secret=settings.oidc_client_secret,
        name=settings.oidc_name,
        match_username=settings.oidc_match_username,
    )
    return OidcClient(provider, clock)


def paper_sealer(settings: Settings) -> signing.Sealer | None:
    """The facility's key, if the operator named one."""
    if settings.sign_pkcs12:
        return signing.Pkcs12(settings.sign_pkcs12, settings.sign_pkcs12_password, settings.sign_crl)
    library, token, key = settings.sign_pkcs11_library, settings.sign_pkcs11_token, settings.sign_pkcs11_key
    if library and token and key:
        return signing.Pkcs11(library, token, key, settings.sign_pkcs11_pin, settings.sign_crl)
    return None


def periods(settings: Settings) -> Periods:
    """How long records are kept, as the operator has it."""
    return Periods(settings.record_years, settings.accident_or_mental_years, settings.death_years)


def _interchange(
    db: Database, clock: Clock, records: Records, notify: Notify, *, settings: Settings, jobs: JobRunner, relay: Relay
) -> Interchange:
    spelling = Spelling(Variant(settings.bhyt_columns), settings.bhyt_roots, settings.bhyt_heads)
    keys, reach = settings.data_dir / "keys", Reach(settings.webhook_private)
    made = Interchange.open(db, clock, records, notify, folder=keys, spelling=spelling, reach=reach)
    interchange_timers.register(jobs, made)
    interchange_reactions.subscribe(relay, made)
    return made


def printing_of(settings: Settings) -> Printing:
    """How this installation's papers look, and where their codes are looked up."""
    if settings.paper_fonts:
        press.fonts_from(settings.paper_fonts)
    return Printing(
        system=settings.paper_system,
        owner=settings.paper_owner,
        origin=min(settings.public_origins, default=""),
        font=settings.paper_font,
        form_codes=settings.form_codes,
    )


def debt_limits(settings: Settings) -> DebtLimits:
    """How long each thing may be owed here."""
    return DebtLimits(
        papers=timedelta(hours=settings.debt_papers_hours),
        papers_stat=timedelta(hours=settings.debt_stat_hours),
        decision=timedelta(hours=settings.debt_decision_hours),
        receipt=timedelta(minutes=settings.debt_receipt_minutes),
        feedback=timedelta(days=settings.debt_feedback_days),
        result=timedelta(days=settings.debt_result_days),
        oldest=timedelta(days=settings.debt_oldest_days),
    )


def build(app_url: str, settings: Settings, *, clock: Clock | None = None, calling: Timers = DEFAULT_TIMERS) -> App:
    """Wire the parts. Nothing connects, listens or starts here."""
    clock = clock or SystemClock()
    db = Database(app_url, clock=clock, past_cases_for=timedelta(days=settings.past_cases_days))
    relay, jobs, metrics = Relay(db, clock), JobRunner(db, clock), Metrics()
    sealer = Sealer.open(db, clock, settings.data_dir)
    tokens = Tokens.open(settings.data_dir / "keys", clock)
    passwords, keys = Passwords(), settings.data_dir / "keys"
    second = SecondFactors(keys)
    pins = Pins.open(keys, db, passwords)
    limiter = SignInLimiter(clock)
    identity = Identity(db, clock, tokens, passwords, limiter, second=second, pins=pins)
    own_security = OwnSecurity(db, passwords, second, limiter, PasswordAsked(db, passwords, limiter))
    identity_timers.register(jobs, identity)
    identity_reactions.subscribe(relay, identity)
    schedules = Schedules(clock)
    presence = Presence(db, clock, gateway=settings.gateway_url is not None)
    consults = Consults(db, clock, schedules, presence, calling)
    calls = Calls(db, clock, consults)
    timers.register(jobs, consults, calls)
    confirm_within = timedelta(minutes=settings.confirm_minutes)
    halves = Halves(settings.day_duty_from, settings.night_duty_from)
    telephone = Telephone(db, consults)
    session_reactions.subscribe(relay, schedules, telephone)
    duty_timers.register(
        jobs, Watch(answered_from, confirm_within=confirm_within, halves=halves, ladders=looking_elsewhere)
    )
    rotations = Rotations(db)
    rotation_timers.register(jobs, rotations)
    cameras = SecondCameras(db, clock)
    quota = Quota(settings.picture_mb * 2**20, settings.file_mb * 2**20, settings.case_pictures_mb * 2**20)
    blobs = Blobs.of(settings.data_dir, S3Store(settings.s3) if settings.s3 else None)
    passkeys = Passkeys(db, own_security, limiter)
    records = Records(
        db,
        consults,
        identity,
        schedules,
        cameras=cameras,
        blobs=blobs,
        quota=quota,
        printing=printing_of(settings),
        passkeys=passkeys,
        sealer=paper_sealer(settings),
        limits=debt_limits(settings),
    )
    records_timers.register(jobs, records)
    records_reactions.subscribe(relay, records)
    hub = Hub(clock)
    turn = Turn(settings.turn_urls, settings.turn_secret)
    links = Links(db, clock, schedules)
    media_reactions.subscribe(relay, links)
    commands = Commands(hub, calls, consults, clock=clock, turn=turn, links=links)
    rules = PushRules.of(
        settings.push_contact, settings.public_origins, settings.push_hosts, private=settings.push_private
    )
    gateway = Gateway.of(settings.gateway_url, settings.gateway_secret, tests=settings.gateway_tests)
    notify = Notify.open(db, clock, schedules, consults, folder=keys, rules=rules, gateway=gateway)
    notify_timers.register(jobs, notify)
    reactions = Reactions(
        hub,
        commands,
        consults,
        presence=presence,
        deliveries=notify.deliveries,
        minutes=MinutesNow(db, records),
        record=records,
    )
    records.files.on_progress = lambda file: reactions.tell_progress(
        file.consult, file.id, file.received, file.announced.size
    )
    reactions.subscribe(relay)
    notify_reactions.subscribe(relay, notify, reactions)
    interchange = _interchange(db, clock, records, notify, settings=settings, jobs=jobs, relay=relay)
    sockets = Sockets(
        hub,
        commands,
        consults,
        redeem=identity.redeem_ticket,
        still=identity.still,
        clock=clock,
        origins=settings.public_origins,
    )
    metrics.gauge("telemed_sockets", "Open sockets", lambda: len(sockets))
    return App(
        db=db,
        clock=clock,
        relay=relay,
        jobs=jobs,
        metrics=metrics,
        limits=RateLimits(clock),
        identity=identity,
        own_security=own_security,
        passkeys=passkeys,
        invitations=Invitations(db, identity, passwords, second, limiter),
        single_sign_on=SingleSignOn(db, identity, _oidc(settings, clock)),
        people=People(db, second, schedules.coming_shifts),
        facilities=Facilities(db),
        on_duty=OnDuty(db, clock, checks_of),
        assignments=Assignments(db),
        holidays=Holidays(db),
        exchange=Exchange(db),
        calendars=Calendars(db, identity.actor),
        planning=Planning(db, RingCounts(db)),
        swaps=Swaps(db),
        rotations=rotations,
        presence=presence,
        consults=consults,
        calls=calls,
        cameras=cameras,
        ladders=Ladders(db, clock, schedules, presence, calling),
        handovers=Handovers(db, clock, schedules, consults),
        telephone=telephone,
        safety=Safety(db, clock, schedules, presence, calling),
        icd=Icd(db, clock),
        turn=turn,
        line_tests=LineTests(clock),
        probes=Probes(db, clock, turn),
        links=links,
        notify=notify,
        records=records,
        reports=Reports(db, clock),
        coverage=CoverageWall(db, schedules, checks_of, confirm_within=confirm_within, halves=halves),
        nudges=Nudges(db, halves, looking_elsewhere),
        privacy=Privacy(db, identity, schedules, consults, records, periods=periods(settings)),
        sockets=sockets,
        reactions=reactions,
        origins=settings.public_origins,
        sealer=sealer,
        trail=Trail(db, clock, sealer, interchange.keys.names),
        interchange=interchange,
    )
