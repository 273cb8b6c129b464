"""Routes of codes of diagnoses."""

from telemed.coding import wire
from telemed.coding.service import Icd
from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor


def routes(icd: Icd) -> Routes:
    r = Routes()

    @r.get("/api/icd10", tag="coding")
    async def search_icd(query: wire.IcdQuery, actor: Actor) -> wire.IcdFound:
        """Find a code by its beginning or by words. No policy: a list of codes is no secret."""
        return await icd.search(actor, query)

    return r
