"""Routes of keeping accounts, dated grants, roles and facilities: call a service, answer a model."""

from aiohttp import web

from telemed.identity import wire_people as wire
from telemed.identity.service.facilities import Facilities
from telemed.identity.service.people import People
from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ChangeId, FacilityId, GrantId, UserId


def routes(people: People, facilities: Facilities) -> Routes:
    every = Routes()
    every.include(_people(people), _grants(people), _facilities(facilities))
    return every


def _people(people: People) -> Routes:
    r, tag = Routes(), "people"

    @r.post("/api/people/search", tag=tag, errors=(403,))
    async def search_people(body: wire.PersonSearch, actor: Actor) -> wire.PersonList:
        """By the beginnings of words of name, username or licence number, with or without marks."""
        return await people.search(actor, body)

    @r.put("/api/people/{id}", tag=tag, errors=(403, 404, 409))
    async def put_person(id: UserId, body: wire.NewPerson, actor: Actor) -> wire.PersonDetail:
        """Open an account; its password and its rights come after it."""
        return await people.create(actor, id, body)

    @r.get("/api/people/{id}", tag=tag, errors=(403, 404))
    async def get_person(id: UserId, actor: Actor) -> wire.PersonDetail:
        return await people.read(actor, id)

    @r.post("/api/people/{id}/changes/{change_id}", tag=tag, errors=(403, 404, 409))
    async def change_person(
        id: UserId, change_id: ChangeId, body: wire.PersonChange, actor: Actor
    ) -> wire.PersonDetail:
        return await people.change(actor, id, change_id, body)

    @r.post("/api/people/{id}/invitation", tag=tag, errors=(403, 404, 409))
    async def invite_person(id: UserId, actor: Actor, request: web.Request) -> wire.InvitationLink:
        """A link with which its owner sets a password. Shown this once; an older link no longer works."""
        token, expires_at = await people.invite(actor, id)
        origin = request.headers.get("Origin") or f"{request.scheme}://{request.host}"
        return wire.InvitationLink(link=f"{origin}/invite#{token}", expires_at=expires_at)

    @r.post("/api/people/{id}/disable", tag=tag, errors=(403, 404))
    async def disable_person(id: UserId, body: wire.DisableCommand, actor: Actor) -> wire.PersonDetail:
        """Close the account at once, on every screen. `coming_shifts` are now without their doctor."""
        return await people.disable(actor, id, body.reason)

    @r.post("/api/people/{id}/enable", tag=tag, errors=(403, 404))
    async def enable_person(id: UserId, actor: Actor) -> wire.PersonDetail:
        return await people.enable(actor, id)

    @r.post("/api/people/{id}/reset-second-factor", tag=tag, errors=(403, 404))
    async def reset_second_factor(id: UserId, actor: Actor) -> wire.PersonDetail:
        """For a lost telephone. All sign-ins end."""
        return await people.reset_second_factor(actor, id)

    @r.post("/api/people/{id}/sign-out", tag=tag, errors=(403, 404))
    async def sign_out_person(id: UserId, actor: Actor) -> wire.PersonDetail:
        """End every sign-in of this person."""
        return await people.sign_out(actor, id)

    return r


def _grants(people: People) -> Routes:
    r, tag = Routes(), "people"

    @r.put("/api/grants/{id}", tag=tag, errors=(403, 404, 409))
    async def put_grant(id: GrantId, body: wire.NewGrant, actor: Actor) -> wire.PersonDetail:
        """Give a role at a facility, from a day on."""
        return await people.give(actor, id, body)

    @r.post("/api/grants/{id}/end", tag=tag, errors=(403, 404, 409))
    async def end_grant(id: GrantId, body: wire.EndGrant, actor: Actor) -> wire.PersonDetail:
        """Grants are never deleted; one that has not begun is withdrawn."""
        return await people.end(actor, id, body.on)

    @r.get("/api/roles", tag=tag, errors=(403,))
    async def list_roles(actor: Actor) -> wire.RoleTable:
        return people.roles(actor)

    return r


def _facilities(facilities: Facilities) -> Routes:
    r, tag = Routes(), "facilities"

    @r.get("/api/administered-facilities", tag=tag, errors=(403,))
    async def administered_facilities(actor: Actor) -> wire.FacilityAccount:
        return await facilities.administered(actor)

    @r.get("/api/facilities/{id}", tag=tag, errors=(403, 404))
    async def get_facility(id: FacilityId, actor: Actor) -> wire.FacilityView:
        return await facilities.read(actor, id)

    @r.put("/api/facilities/{id}", tag=tag, errors=(403, 409))
    async def put_facility(id: FacilityId, body: wire.NewFacility, actor: Actor) -> wire.FacilityView:
        return await facilities.create(actor, id, body)

    @r.post("/api/facilities/{id}/changes/{change_id}", tag=tag, errors=(403, 404, 409))
    async def change_facility(
        id: FacilityId, change_id: ChangeId, body: wire.FacilityChange, actor: Actor
    ) -> wire.FacilityView:
        return await facilities.change(actor, id, change_id, body)

    return r
