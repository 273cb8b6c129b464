"""Routes of patients, minutes and decisions: call a service, answer a model."""

from uuid import UUID

from aiohttp import web
from pydantic import Field

from telemed.identity import PasskeyOptions, RelyingParty
from telemed.infra.routes import ApiModel, Routes
from telemed.infra.security import site
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ChangeId, ConsultId, MinutesId, PatientId
from telemed.records import api_papers, wire
from telemed.records.api_papers import pdf_response
from telemed.records.service import Records


class PaperQuery(ApiModel):
    current: bool = Field(default=False, description="Printed anew from the record, even where a sealed paper exists.")


def routes(records: Records) -> Routes:
    every = Routes()
    every.include(_patients(records), _minutes(records), _decisions(records), api_papers.routes(records))
    return every


def _patients(records: Records) -> Routes:
    r, tag, patients = Routes(), "patients", records.patients

    @r.put("/api/patients/{id}", tag=tag, errors=(409,))
    async def put_patient(id: PatientId, body: wire.NewPatient, actor: Actor) -> wire.PatientView:
        """Keep a patient. Nothing is mandatory; what looks odd comes back as warnings."""
        return await patients.create(actor, id, body)

    @r.get("/api/patients/{id}", tag=tag, errors=(404,))
    async def get_patient(id: PatientId, actor: Actor) -> wire.PatientView:
        """Who it is. The reading is audited."""
        return await patients.read(actor, id)

    @r.post("/api/patients/{id}/changes/{change_id}", tag=tag, errors=(404, 409))
    async def change_patient(
        id: PatientId, change_id: ChangeId, body: wire.PatientChange, actor: Actor
    ) -> wire.PatientView:
        """Correct some fields: only those in the body."""
        return await patients.change(actor, id, change_id, body)

    @r.get("/api/patients/{id}/history", tag=tag, errors=(404,))
    async def get_patient_history(id: PatientId, actor: Actor) -> wire.PatientHistory:
        """What particulars were before each correction. The reading is audited."""
        return await patients.history(actor, id)

    @r.get("/api/patients/{id}/consults", tag=tag, errors=(404,))
    async def list_patient_consults(id: PatientId, actor: Actor) -> wire.PatientConsults:
        """Their consults, of all records of this person. The reading is audited."""
        return await patients.consults(actor, id)

    @r.get("/api/patients/{id}/likely", tag=tag, errors=(404,))
    async def list_likely_patients(id: PatientId, actor: Actor) -> wire.LikelyPatients:
        """Records that may be the same person, with reasons. Policy: who decides at the patient's station."""
        return await records.twins.likely(actor, id)

    @r.post("/api/patients/likely", tag=tag)
    async def list_likely_new_patients(body: wire.NewPatient, actor: Actor) -> wire.LikelyPatients:
        """Records that may be the one being written down, before it is kept. Policy: who writes at that station."""
        return await records.twins.likely_new(actor, body)

    @r.post("/api/patients/{id}/not-same", tag=tag, errors=(404,))
    async def patients_not_same(id: PatientId, body: wire.NotSamePatient, actor: Actor) -> wire.LikelyPatients:
        """These are two people; they are not proposed again. Policy: who decides at both stations."""
        return await records.twins.not_same(actor, id, body)

    @r.put("/api/patient-merges/{id}", tag=tag, errors=(404, 409))
    async def merge_patients(id: UUID, body: wire.NewPatientMerge, actor: Actor) -> wire.PatientView:
        """See two records as one person; nothing is rewritten. Policy: who decides at both stations."""
        return await records.twins.merge(actor, id, body)

    @r.post("/api/patient-merges/{id}/unmerge", tag=tag, errors=(404, 409))
    async def unmerge_patients(id: UUID, body: wire.PatientUnmerge, actor: Actor) -> wire.PatientView:
        """Let them stand for themselves again. Policy: who decides at both stations."""
        return await records.twins.unmerge(actor, id, body)

    @r.get("/api/code-lists", tag=tag)
    async def get_code_lists(actor: Actor) -> wire.CodeLists:
        """Communes, former communes and ethnic groups with the days between which each holds."""
        return await patients.code_lists(actor)

    @r.post("/api/patients/search", tag=tag)
    async def search_patients(body: wire.PatientSearch, actor: Actor) -> wire.PatientList:
        """By the beginnings of words, numbers or our code, with or without marks."""
        return await patients.search(actor, body.text)

    @r.post("/api/patients/names", tag=tag)
    async def name_patients(body: wire.PatientIds, actor: Actor) -> wire.PatientList:
        """Who these are, for lists that hold ids only. Those not to be seen are left out."""
        return await patients.names(actor, [PatientId(one) for one in body.ids])

    return r


def _minutes(records: Records) -> Routes:
    r, tag, minutes = Routes(), "minutes", records.minutes

    @r.get("/api/consults/{id}/minutes", tag=tag, errors=(404,))
    async def get_minutes(id: ConsultId, actor: Actor) -> wire.MinutesView:
        """The minutes of a consult; there are none before somebody takes it."""
        return await minutes.read(actor, id)

    @r.post("/api/minutes/{id}/changes/{change_id}", tag=tag, errors=(404, 409))
    async def change_minutes(
        id: MinutesId, change_id: ChangeId, body: wire.MinutesChange, actor: Actor
    ) -> wire.MinutesView:
        """Write one field."""
        return await minutes.write(actor, id, change_id, body)

    @r.put("/api/minutes/{id}/opinions/{opinion_id}", tag=tag, errors=(404, 409))
    async def put_opinion(id: MinutesId, opinion_id: UUID, body: wire.NewOpinion, actor: Actor) -> wire.MinutesView:
        """Say something in the discussion, with one's name."""
        return await minutes.give_opinion(actor, id, opinion_id, body)

    @r.post("/api/minutes/{id}/conclude", tag=tag, errors=(404, 409))
    async def conclude_minutes(id: MinutesId, actor: Actor) -> wire.MinutesView:
        """The chair confirms the conclusion; none of its items may be empty."""
        return await minutes.conclude(actor, id)

    @r.get("/api/minutes/{id}", tag=tag, errors=(404,))
    async def get_edition(id: MinutesId, actor: Actor) -> wire.MinutesView:
        """Any edition of the minutes, with its signatures. Policy: who reads the newest one."""
        return await minutes.read_edition(actor, id)

    @r.post("/api/minutes/{id}/read-back/{change_id}", tag=tag, errors=(404, 409))
    async def mark_read_back(
        id: MinutesId, change_id: ChangeId, body: wire.ReadBackMark, actor: Actor
    ) -> wire.MinutesView:
        """Say for one's side that an item of the conclusion was read out and is as it was meant.

        Policy: who writes the minutes."""
        return await minutes.mark_read(actor, id, change_id, body)

    @r.put("/api/minutes/{id}/editions/{new_id}", tag=tag, errors=(404, 409))
    async def put_edition(id: MinutesId, new_id: MinutesId, body: wire.NewEdition, actor: Actor) -> wire.MinutesView:
        """Begin a further edition of signed minutes, with the reason. What is signed stays in force until it is signed.

        Policy: who writes the minutes."""
        return await minutes.correct(actor, id, new_id, body)

    @r.post("/api/minutes/{id}/discard", tag=tag, errors=(404, 409))
    async def discard_edition(id: MinutesId, actor: Actor) -> wire.MinutesView:
        """Give up a further edition that nobody should sign; answers with the one that is in force.

        Policy: who writes the minutes; whoever began the edition, or the chair."""
        return await minutes.discard(actor, id)

    @r.post("/api/minutes/{id}/passkey-options", tag=tag, errors=(404, 409))
    async def ask_passkey_signature(
        id: MinutesId, body: wire.SigningAsked, actor: Actor, request: web.Request
    ) -> PasskeyOptions:
        """What the browser needs to sign by a passkey: its challenge ends with the text's own hash.

        Policy: who has a line to sign."""
        return await records.signing.passkey_options(actor, id, body, RelyingParty(*site(request)))

    @r.post("/api/minutes/{id}/signatures/{signature_id}", tag=tag, errors=(404, 409))
    async def sign_minutes(
        id: MinutesId, signature_id: UUID, body: wire.SignCommand, actor: Actor, request: web.Request
    ) -> wire.MinutesView:
        """Sign one's lines. With the last one the minutes get their number and are locked.

        Policy: chair and station have lines of their own."""
        return await records.signing.sign(actor, id, signature_id, body, RelyingParty(*site(request)))

    @r.get("/api/minutes/{id}/document", tag=tag, errors=(404,))
    async def print_minutes(id: MinutesId, query: PaperQuery, actor: Actor) -> web.Response:
        """The A4 form as PDF; once it is sealed, those bytes and no others, unless it is asked for as it stands."""
        return pdf_response(await records.signing.print(actor, id, current=query.current))

    @r.post("/api/minutes/{id}/seal", tag=tag, errors=(404, 409))
    async def seal_minutes(id: MinutesId, actor: Actor) -> wire.MinutesView:
        """Try again to seal signed minutes, once the key is seen to. Policy: who writes the minutes."""
        return await records.signing.seal_again(actor, id)

    return r


def _decisions(records: Records) -> Routes:
    r, tag, decisions = Routes(), "decisions", records.decisions

    @r.put("/api/decisions/{id}", tag=tag, errors=(404, 409))
    async def put_decision(id: UUID, body: wire.NewDecision, actor: Actor) -> wire.DecisionView:
        """What the treating clinician does with the advice. A further one corrects the newest, with a reason."""
        return await decisions.record(actor, id, body)

    @r.get("/api/consults/{id}/decision", tag=tag, errors=(404,))
    async def get_decision(id: ConsultId, actor: Actor) -> wire.DecisionView:
        """The station's decision on a consult."""
        return await decisions.read(actor, id)

    return r
