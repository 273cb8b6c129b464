"""By what a signer shows who they are; and the seal of the facility, which loses nothing when its key fails."""

import hashlib
import json
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from webauthn import verify_authentication_response

from telemed.identity import PasskeyProof, RelyingParty
from telemed.identity.model_security import CeremonyOver, NoPasskey, SignerNotShown
from telemed.identity.wire_security import NewPasskey
from telemed.infra.db import Database
from telemed.infra.jobs import job_table as job
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import MinutesId, uuid7
from telemed.records import wire
from telemed.records.model import SignatureLine, SigningMeans
from telemed.records.service.signing import AGAIN, SEAL_JOB, SealingOff
from telemed.records.signing import Pkcs12
from telemed.records.tables import signature
from tests import build
from tests.db.records.conftest import PASSWORD, STATION_LINES, Desk, make_desk
from tests.http.identity.authenticator import Authenticator, bytes_of
from tests.unit.records.keys import PASSWORD as KEY_PASSWORD
from tests.unit.records.keys import Authority
from tests.unit.records.test_seal import checked

SITE = RelyingParty("telemed.example.vn", "https://telemed.example.vn")


async def with_key(desk: Desk, who: Actor) -> Authenticator:
    """A security key that this person added."""
    key = Authenticator(SITE.origin)
    asked = await desk.passkeys.options(who, PASSWORD, SITE)
    made = {"ceremony": asked.ceremony, "credential": key.create(asked.options), "name": "khóa"}
    await desk.passkeys.add(who, uuid7(), NewPasskey.model_validate(made), SITE)
    return key


async def proof(desk: Desk, who: Actor, minutes: wire.MinutesView, key: Authenticator) -> PasskeyProof:
    asked = wire.SigningAsked(document_hash=minutes.document_hash)
    options = await desk.records.signing.passkey_options(who, MinutesId(minutes.id), asked, SITE)
    return PasskeyProof.model_validate({"ceremony": options.ceremony, "credential": key.get(dict(options.options))})


async def sign_by(
    desk: Desk, who: Actor, minutes: wire.MinutesView, shown: PasskeyProof, *lines: SignatureLine, seen: str = ""
) -> wire.MinutesView:
    command = wire.SignCommand(lines=list(lines), passkey=shown, document_hash=seen or minutes.document_hash)
    return await desk.records.signing.sign(who, MinutesId(minutes.id), uuid7(), command, SITE)


async def test_a_passkey_signs_and_its_answer_can_be_checked_again_for_ever(desk: Desk) -> None:
    ready, key = await desk.concluded(), await with_key(desk, desk.chair)

    signed = await sign_by(desk, desk.chair, ready, await proof(desk, desk.chair, ready, key), SignatureLine.CHAIR)

    assert [(one.line, one.means) for one in signed.signatures] == [(SignatureLine.CHAIR, SigningMeans.PASSKEY)]
    async with desk.db.transaction(build.BUILDER) as tx:
        kept = (await tx.one(select(signature).where(signature.c.minutes_id == ready.id))).evidence
    said = {"clientDataJSON": kept["client_data"], "authenticatorData": kept["authenticator_data"]}
    credential = {"id": kept["credential_id"], "rawId": kept["credential_id"], "type": "public-key"}
    challenge = bytes_of(json.loads(bytes_of(kept["client_data"]))["challenge"])
    again = verify_authentication_response(
        credential=credential | {"response": said | {"signature": kept["signature"]}},
        expected_challenge=challenge,
        expected_rp_id=SITE.id,
        expected_origin=SITE.origin,
        credential_public_key=bytes_of(kept["public_key"]),
        credential_current_sign_count=0,
        require_user_verification=True,
    )
    assert again.user_verified
    assert challenge.endswith(bytes.fromhex(ready.document_hash))


async def test_an_answer_for_one_text_signs_no_other(desk: Desk) -> None:
    ready, key = await desk.concluded(), await with_key(desk, desk.chair)
    other = await desk.concluded()
    shown = await proof(desk, desk.chair, other, key)

    with pytest.raises(SignerNotShown):
        await sign_by(desk, desk.chair, ready, shown, SignatureLine.CHAIR)
    with pytest.raises(CeremonyOver):  # and it is used up
        await sign_by(desk, desk.chair, other, shown, SignatureLine.CHAIR)

    assert (await desk.minutes_of(ready.consult_id)).signatures == []


async def test_anothers_key_or_one_without_its_person_signs_nothing(desk: Desk) -> None:
    ready, own, others = await desk.concluded(), await with_key(desk, desk.chair), await with_key(desk, desk.doctor)

    with pytest.raises(SignerNotShown):
        await sign_by(desk, desk.chair, ready, await proof(desk, desk.chair, ready, others), SignatureLine.CHAIR)
    own.verified = False
    with pytest.raises(SignerNotShown):
        await sign_by(desk, desk.chair, ready, await proof(desk, desk.chair, ready, own), SignatureLine.CHAIR)


async def test_who_has_no_passkey_is_told_so(desk: Desk) -> None:
    ready = await desk.concluded()

    with pytest.raises(NoPasskey):
        await proof(desk, desk.chair, ready, Authenticator(SITE.origin))


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


@pytest.fixture
async def sealed_desk(
    db: Database, clock: ManualClock, tmp_path: Path, password_hash: str, authority: Authority
) -> Desk:
    key = Pkcs12(authority.issue().file(), KEY_PASSWORD)
    return await make_desk(db, clock, tmp_path, password_hash, sealer=key)


async def seal(desk: Desk, minutes: wire.MinutesView) -> wire.MinutesView:
    """What the durable job does, once it is due."""
    async with desk.db.transaction(Actor.system("jobs")) as tx:
        await desk.records.signing.seal(tx, MinutesId(minutes.id))
    return await desk.records.minutes.read_edition(desk.doctor, MinutesId(minutes.id))


async def test_the_last_signature_calls_for_the_seal_and_the_sealed_paper_is_what_is_served(
    sealed_desk: Desk, tmp_path: Path
) -> None:
    desk = sealed_desk
    signed = await desk.signed()
    assert signed.seal.state == "waiting"

    sealed = await seal(desk, signed)
    first = await desk.records.signing.print(desk.doctor, MinutesId(signed.id))
    await desk.decide(signed.consult_id)
    await seal(desk, signed)
    again = await desk.records.signing.print(desk.chair, MinutesId(signed.id))
    current = await desk.records.signing.print(desk.chair, MinutesId(signed.id), current=True)

    assert (sealed.seal.state, sealed.seal.sha256) == ("sealed", hashlib.sha256(first.content).hexdigest())
    assert again.content == first.content
    assert current.content != first.content
    assert "Signature is Valid." in checked(first.content, tmp_path)
    assert "minutes_sealed" in await desk.told(signed.consult_id)


async def test_a_key_that_fails_leaves_the_minutes_signed_and_is_tried_again(
    db: Database, clock: ManualClock, tmp_path: Path, password_hash: str, authority: Authority
) -> None:
    old = authority.issue(until=clock.now() - timedelta(days=1)).file()
    desk = await make_desk(db, clock, tmp_path, password_hash, sealer=Pkcs12(old, KEY_PASSWORD))
    signed = await desk.signed()

    failed = await seal(desk, signed)
    printed = await desk.records.signing.print(desk.doctor, MinutesId(signed.id))

    assert (failed.seal.state, failed.seal.problem) == ("failed", "seal.key_expired")
    assert (failed.state, failed.number, len(failed.signatures)) == (signed.state, signed.number, 3)
    assert printed.content.startswith(b"%PDF")
    assert await due(desk, signed) == clock.now() + AGAIN
    old.write_bytes(authority.issue().file().read_bytes())  # the operator puts a good one there
    await desk.records.signing.seal_again(desk.chair, MinutesId(signed.id))
    assert (await seal(desk, signed)).seal.state == "sealed"


async def due(desk: Desk, minutes: wire.MinutesView) -> object:
    query = select(job.c.run_at).where(job.c.kind == SEAL_JOB, job.c.key == str(minutes.id))
    async with desk.db.transaction(build.BUILDER) as tx:
        return await tx.scalar(query)


async def test_where_there_is_no_key_nothing_waits_for_one(desk: Desk) -> None:
    signed = await desk.signed()

    assert signed.seal.state == "off"
    assert await due(desk, signed) is None
    with pytest.raises(SealingOff):
        await desk.records.signing.seal_again(desk.chair, MinutesId(signed.id))


async def test_the_lines_of_the_station_are_signed_by_either_means_in_one_go(desk: Desk) -> None:
    ready, key = await desk.concluded(), await with_key(desk, desk.doctor)
    await desk.sign(ready, desk.chair, SignatureLine.CHAIR)

    signed = await sign_by(desk, desk.doctor, ready, await proof(desk, desk.doctor, ready, key), *STATION_LINES)

    assert {one.line: one.means for one in signed.signatures} == {
        SignatureLine.CHAIR: SigningMeans.PASSWORD,
        SignatureLine.SECRETARY: SigningMeans.PASSKEY,
        SignatureLine.STATION: SigningMeans.PASSKEY,
    }
