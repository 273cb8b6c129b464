"""Routes of exchange: keys and addresses for who gives them, reading for who holds a key, taking patients in."""

import json
from uuid import UUID

from aiohttp import web

from telemed.exchange import wire
from telemed.exchange.fhir import Resource
from telemed.exchange.service import Exchange
from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ConsultId, PatientId

TAG = "exchange"
FHIR = "application/fhir+json"


def routes(exchange: Exchange) -> Routes:
    every = Routes()
    every.include(_keys(exchange), _hooks(exchange), _taking(exchange), _reading(exchange))
    return every


def _keys(exchange: Exchange) -> Routes:
    r = Routes()

    @r.get("/api/exchange", tag=TAG, errors=(403,))
    async def exchange_desk(actor: Actor) -> wire.ExchangeDesk:
        """Keys and addresses of the facilities one administers. Policy: whoever keeps their accounts."""
        return await exchange.desk.read(actor)

    @r.put("/api/exchange/keys/{id}", tag=TAG, errors=(403, 409))
    async def put_exchange_key(id: UUID, body: wire.NewKey, actor: Actor) -> wire.NewKeyView:
        """Give a key; it is shown this once. Policy: whoever keeps the facility's accounts."""
        return await exchange.keys.make(actor, id, body)

    @r.post("/api/exchange/keys/{id}/revoke", tag=TAG, errors=(403, 404))
    async def revoke_exchange_key(id: UUID, actor: Actor) -> wire.KeyView:
        """It opens nothing from the next request on. Policy: whoever keeps the facility's accounts."""
        return await exchange.keys.revoke(actor, id)

    return r


def _hooks(exchange: Exchange) -> Routes:
    r = Routes()

    @r.put("/api/exchange/webhooks/{id}", tag=TAG, errors=(403, 409))
    async def put_webhook(id: UUID, body: wire.NewHook, actor: Actor) -> wire.NewHookView:
        """An address to be told of facts; the secret that signs is shown this once. Policy: as a key."""
        return await exchange.webhooks.make(actor, id, body)

    @r.post("/api/exchange/webhooks/{id}/tests/{message_id}", tag=TAG, errors=(403, 404, 409))
    async def test_webhook(id: UUID, message_id: UUID, actor: Actor) -> wire.HookView:
        """Send it one message that is about nothing. Policy: as a key."""
        return await exchange.webhooks.test(actor, id, message_id)

    @r.post("/api/exchange/webhooks/{id}/messages/{message_id}/again", tag=TAG, errors=(403, 404, 409))
    async def send_webhook_again(id: UUID, message_id: UUID, actor: Actor) -> wire.HookView:
        """Try a message at once that was given up or waits. Policy: as a key."""
        return await exchange.webhooks.send_again(actor, id, message_id)

    @r.put("/api/exchange/webhooks/{id}/secrets/{change_id}", tag=TAG, errors=(403, 404))
    async def put_webhook_secret(id: UUID, change_id: UUID, body: wire.NewSecret, actor: Actor) -> wire.NewHookView:
        """Another secret, shown this once; the one before signs beside it for a day. Policy: as a key."""
        return await exchange.webhooks.rotate(actor, id, change_id, body)

    @r.post("/api/exchange/webhooks/{id}/stop", tag=TAG, errors=(403, 404))
    async def stop_webhook(id: UUID, actor: Actor) -> wire.HookView:
        """Tell it nothing more. Policy: as a key."""
        return await exchange.webhooks.stop(actor, id)

    @r.post("/api/exchange/webhooks/{id}/start", tag=TAG, errors=(403, 404))
    async def start_webhook(id: UUID, actor: Actor) -> wire.HookView:
        """Tell it of what happens from now on. Policy: as a key."""
        return await exchange.webhooks.start(actor, id)

    @r.delete("/api/exchange/webhooks/{id}", tag=TAG, errors=(403, 404))
    async def delete_webhook(id: UUID, actor: Actor) -> None:
        """Forget it, with what it was told. Policy: as a key."""
        await exchange.webhooks.remove(actor, id)

    return r


def _taking(exchange: Exchange) -> Routes:
    r = Routes()

    @r.post("/api/exchange/patients/{id}", tag=TAG, errors=(403, 409))
    async def take_patient(id: PatientId, body: wire.TakePatient, actor: Actor) -> wire.TakenPatient:
        """A patient from another system, as FHIR or a line of CSV. Policy: whoever enters patients at the station."""
        return await exchange.imports.patient(actor, id, body)

    @r.post("/api/exchange/communes", tag=TAG, errors=(403,))
    async def take_communes(body: wire.TakeCodes, actor: Actor) -> wire.TakenCodes:
        """The dated list of communes as CSV. Policy: whoever administers the province."""
        return await exchange.imports.communes(actor, body)

    @r.get("/api/exchange/communes.csv", tag=TAG)
    async def list_communes(actor: Actor) -> web.Response:
        """The list as it was taken in. Policy: anyone signed in; it names places."""
        return web.Response(text=await exchange.imports.communes_file(actor), content_type="text/csv", charset="utf-8")

    return r


def _reading(exchange: Exchange) -> Routes:
    r, reading = Routes(), exchange.reading

    @r.get("/api/exchange/v1/consults", tag=TAG, errors=(403,))
    async def read_consults(query: wire.CasesQuery, key: Actor) -> wire.CasePage:
        """Cases of the key's facility, by id and code. Policy: a key with `cases`."""
        return await reading.cases(key, query)

    @r.get("/api/exchange/v1/consults/{id}/fhir", tag=TAG, errors=(403, 404))
    async def read_consult_fhir(id: ConsultId, key: Actor) -> web.Response:
        """One case as a FHIR R4 bundle, with what the key was given. Policy: a key with `cases`."""
        return _fhir(await reading.bundle(key, id))

    @r.get("/api/exchange/v1/consults/{id}/bhyt/{table}", tag=TAG, errors=(403, 404))
    async def read_consult_bhyt(id: ConsultId, table: str, key: Actor) -> wire.BhytDocuments:
        """The insurance's xml5, xml13 or xml14 of a case. Policy: a key with `cases`, `identity`, `papers`."""
        return await reading.bhyt(key, id, table)

    @r.get("/api/exchange/v1/patients/{id}", tag=TAG, errors=(403, 404))
    async def read_patient_fhir(id: PatientId, key: Actor) -> web.Response:
        """A patient of the facility's cases as a FHIR R4 Patient. Policy: a key with `cases`, `identity`."""
        return _fhir(await reading.patient(key, id))

    @r.get("/api/exchange/v1/duty", tag=TAG, errors=(403,))
    async def read_duty_fhir(query: wire.DutyQuery, key: Actor) -> web.Response:
        """Who is on duty at the key's hospital, as FHIR R4 schedules and slots. Policy: a key with `duty`."""
        return _fhir(await reading.duty(key, query))

    return r


def _fhir(resource: Resource) -> web.Response:
    return web.json_response(text=json.dumps(resource, ensure_ascii=False), content_type=FHIR)
