"""Routes of a hospital's roster: the matrix, its draft, publishing, overrides, candidates, patterns, leave."""

from uuid import UUID

from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import FacilityId
from telemed.schedules.service.planning import Planning
from telemed.schedules.wire_rosters import (
    AbsenceAnswer,
    CandidateList,
    CandidateQuery,
    CopyWeek,
    Discard,
    DraftChange,
    DraftView,
    Filled,
    Generate,
    NewAbsence,
    NewPattern,
    Override,
    PatternList,
    Preview,
    PreviewQuery,
    Publish,
    Published,
    RosterQuery,
    RosterView,
    VersionList,
)


def routes(planning: Planning) -> Routes:
    routes = Routes()

    @routes.get("/api/rosters/{hospital_id}", tag="rosters", errors=(403, 404))
    async def get_roster(hospital_id: UUID, query: RosterQuery, actor: Actor) -> RosterView:
        """People × days as published; for who plans, with the draft's shifts to come and to go."""
        return await planning.rosters.view(actor, FacilityId(hospital_id), query)

    @routes.get("/api/rosters/{hospital_id}/candidates", tag="rosters", errors=(403, 404))
    async def list_candidates(hospital_id: UUID, query: CandidateQuery, actor: Actor) -> CandidateList:
        """Who could stand in these hours: who fits first, then who has least to bear, each with what is against it."""
        return await planning.rosters.candidates(actor, FacilityId(hospital_id), query)

    @routes.get("/api/rosters/{hospital_id}/versions", tag="rosters", errors=(403, 404))
    async def list_roster_versions(hospital_id: UUID, actor: Actor) -> VersionList:
        return await planning.publishing.versions(actor, FacilityId(hospital_id))

    @routes.post("/api/rosters/{hospital_id}/draft/changes/{change_id}", tag="rosters", errors=(403, 404, 409))
    async def change_draft(hospital_id: UUID, change_id: UUID, body: DraftChange, actor: Actor) -> DraftView:
        """A few cells. `roster.cell_taken` names who put the person there meanwhile, and when."""
        return await planning.drafts.change(actor, FacilityId(hospital_id), change_id, body)

    @routes.post("/api/rosters/{hospital_id}/draft/copy/{change_id}", tag="rosters", errors=(403, 404, 409))
    async def copy_week(hospital_id: UUID, change_id: UUID, body: CopyWeek, actor: Actor) -> Filled:
        """Put the plan of some days into others, as a draft. A dry run changes nothing."""
        return await planning.filling.copy(actor, FacilityId(hospital_id), change_id, body)

    @routes.post("/api/rosters/{hospital_id}/draft/generate/{change_id}", tag="rosters", errors=(403, 404, 409))
    async def generate_shifts(hospital_id: UUID, change_id: UUID, body: Generate, actor: Actor) -> Filled:
        """Draft what weekly patterns ask for; what is there already stays."""
        return await planning.filling.generate(actor, FacilityId(hospital_id), change_id, body)

    @routes.post("/api/rosters/{hospital_id}/draft/discard", tag="rosters", errors=(403, 404))
    async def discard_draft(hospital_id: UUID, body: Discard, actor: Actor) -> DraftView:
        return await planning.drafts.discard(actor, FacilityId(hospital_id), body)

    @routes.get("/api/rosters/{hospital_id}/draft/preview", tag="rosters", errors=(403, 404))
    async def preview_draft(hospital_id: UUID, query: PreviewQuery, actor: Actor) -> Preview:
        """What publishing would do: who gains or loses, what stands in its way, what stays empty."""
        return await planning.publishing.preview(actor, FacilityId(hospital_id), query)

    @routes.post("/api/rosters/{hospital_id}/publish/{change_id}", tag="rosters", errors=(403, 404, 409))
    async def publish_roster(hospital_id: UUID, change_id: UUID, body: Publish, actor: Actor) -> Published:
        """The draft as it was previewed becomes the next version. `errors` names each clash that is in its way."""
        return await planning.publishing.publish(actor, FacilityId(hospital_id), change_id, body)

    @routes.post("/api/rosters/{hospital_id}/overrides/{change_id}", tag="rosters", errors=(403, 404, 409))
    async def override_roster(hospital_id: UUID, change_id: UUID, body: Override, actor: Actor) -> Published:
        """Change the published roster at once, also a part of a shift, with the reason."""
        return await planning.publishing.override(actor, FacilityId(hospital_id), change_id, body)

    @routes.get("/api/rosters/{hospital_id}/patterns", tag="rosters", errors=(403, 404))
    async def list_patterns(hospital_id: UUID, actor: Actor) -> PatternList:
        return await planning.patterns.all(actor, FacilityId(hospital_id))

    @routes.put("/api/rosters/{hospital_id}/patterns/{pattern_id}", tag="rosters", errors=(403, 404, 409))
    async def put_pattern(hospital_id: UUID, pattern_id: UUID, body: NewPattern, actor: Actor) -> PatternList:
        return await planning.patterns.put(actor, FacilityId(hospital_id), pattern_id, body)

    @routes.post("/api/rosters/{hospital_id}/patterns/{pattern_id}/retire", tag="rosters", errors=(403, 404))
    async def retire_pattern(hospital_id: UUID, pattern_id: UUID, actor: Actor) -> PatternList:
        """It makes no more shifts; those it made stay."""
        return await planning.patterns.retire(actor, FacilityId(hospital_id), pattern_id)

    @routes.put("/api/absences/{absence_id}", tag="rosters", errors=(403, 404, 409))
    async def put_absence(absence_id: UUID, body: NewAbsence, actor: Actor) -> AbsenceAnswer:
        """From now on nobody is rung for the published shifts in it; they are named in `uncovered`."""
        return await planning.absences.put(actor, absence_id, body)

    @routes.post("/api/absences/{absence_id}/withdraw", tag="rosters", errors=(403, 404, 409))
    async def withdraw_absence(absence_id: UUID, actor: Actor) -> AbsenceAnswer:
        return await planning.absences.withdraw(actor, absence_id)

    return routes
