"""A fact is told once, signed, with ids and codes, however bad the day; an address that stays silent is given up."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from telemed.exchange.model_webhooks import BadAddress, Message, Reach, Topic
from telemed.kernel.ids import FacilityId, ReferralId, uuid7
from telemed.kernel.values import Urgency
from tests.build import BUILDER
from tests.http.exchange.conftest import Interchange
from tests.unit.exchange.cases import NOW, id_of


async def test_request_claim_end_and_referral_are_told_once_each_and_say_nothing_of_the_patient(
    interchange: Interchange,
) -> None:
    await interchange.hook()
    desk = interchange.desk
    patient = await desk.patient(full_name="Giàng Thị Súa Demo", national_id="012165001234")
    minutes = await desk.signed(patient_id=patient.id)
    referral = await desk.refer(minutes.consult_id)
    filled = {
        "clinical_signs": "Thở nhanh",
        "diagnosis": "Viêm phổi nặng",
        "icd_code": "J18.9",
        "condition_at_transfer": "Tỉnh",
        "transport": "Xe cấp cứu",
    }
    referral = await desk.sign_referral(await desk.correct(referral, **filled))
    await interchange.app.records.referrals.send(desk.doctor, ReferralId(referral.id))

    await interchange.settle()
    await interchange.settle()

    told = list(interchange.receiver.taken.values())
    assert sorted(one["topic"] for one in told) == sorted(topic.value for topic in Topic if topic is not Topic.TEST)
    assert {one["consult"] for one in told} == {str(minutes.consult_id)}
    assert {(one["station"], one["hospital"]) for one in told} == {("12018", "12002")}
    assert [one["referral"] for one in told if one["topic"] == "referral.sent"] == [str(referral.id)]
    for secret in ("Súa", "012165001234", "Viêm phổi", "Thở nhanh", str(patient.id)):
        assert secret not in str(told)


async def test_a_receiver_on_a_bad_day_is_asked_again_and_counts_the_message_once(interchange: Interchange) -> None:
    hook = await interchange.hook("consult.requested")
    interchange.receiver.plan = [503, "hang", 302, 429]
    await interchange.desk.world.requested(Urgency.STAT)

    await interchange.settle()
    for wait in (10, 30, 120, 600):
        await interchange.pass_time(timedelta(seconds=wait))

    assert len(interchange.receiver.tried) == 5
    assert len(set(interchange.receiver.tried)) == 1
    assert len(interchange.receiver.taken) == 1
    assert interchange.receiver.forged == 0
    (message,) = (await interchange.seen(hook["id"]))["messages"]
    assert (message["state"], message["attempts"], message["status"]) == ("delivered", 5, 204)
    assert (await interchange.seen(hook["id"]))["failing_since"] is None


async def test_nothing_is_lost_between_the_job_and_the_sending(interchange: Interchange) -> None:
    """The server dies with the message in hand: its lease runs out, and it is sent."""
    await interchange.hook("consult.requested")
    await interchange.desk.world.requested()
    await interchange.app.relay.drain()
    await interchange.app.jobs.run_due()  # taken, and then nothing more happens
    interchange.app.interchange.courier._queue.get_nowait()
    interchange.app.interchange.courier._busy.clear()
    assert interchange.receiver.taken == {}

    await interchange.pass_time(timedelta(seconds=31))

    assert len(interchange.receiver.taken) == 1


async def test_after_days_of_nothing_but_failures_it_is_given_up_and_its_keeper_learns_of_it(
    interchange: Interchange,
) -> None:
    hook = await interchange.hook("consult.requested")
    interchange.receiver.always = 500
    await interchange.desk.world.requested()
    await interchange.settle()
    for _ in range(3):
        await interchange.pass_time(timedelta(days=1))
        await interchange.desk.world.requested()
        await interchange.settle()

    seen = await interchange.seen(hook["id"])
    notices = await interchange.ask(interchange.admin, "GET", "/api/notices")
    asked_before = len(interchange.receiver.tried)
    await interchange.desk.world.requested()
    await interchange.pass_time(timedelta(hours=3))

    assert (seen["stopped_why"], seen["stopped_at"] is None) == ("failing", False)
    assert [(one["kind"], one["params"]["name"]) for one in notices["notices"]] == [("webhook_stopped", "HIS Demo")]
    assert len(interchange.receiver.tried) == asked_before, "nothing more is sent"
    interchange.receiver.always = None
    started = await interchange.ask(interchange.admin, "POST", f"/api/exchange/webhooks/{hook['id']}/start")
    assert started["stopped_at"] is None


async def test_the_test_button_sends_one_message_about_nothing(interchange: Interchange) -> None:
    hook = await interchange.hook()
    path = f"/api/exchange/webhooks/{hook['id']}/tests/{uuid7()}"

    await interchange.ask(interchange.admin, "POST", path)
    await interchange.ask(interchange.admin, "POST", path)
    await interchange.settle()

    (said,) = interchange.receiver.taken.values()
    assert said.keys() == {"id", "topic", "at"}
    assert said["topic"] == "test"


async def test_practice_and_cases_that_are_gone_are_told_to_nobody(interchange: Interchange) -> None:
    await interchange.hook("consult.requested")
    asked = await interchange.desk.world.requested()
    async with interchange.desk.db.transaction(BUILDER) as tx:
        await tx.execute(text("update consult set erased_at = now() where id = :id"), {"id": asked.id})

    await interchange.settle()

    assert interchange.receiver.tried == []


async def test_another_facilitys_address_hears_nothing_and_is_out_of_reach(
    interchange: Interchange, elsewhere: FacilityId
) -> None:
    other = await interchange.administrator(elsewhere)
    hook = await interchange.hook("consult.requested")
    for act in ("stop", "start", f"tests/{uuid7()}"):
        await interchange.ask(other, "POST", f"/api/exchange/webhooks/{hook['id']}/{act}", expect=404)
    await interchange.ask(other, "DELETE", f"/api/exchange/webhooks/{hook['id']}", expect=404)
    await interchange.ask(interchange.admin, "DELETE", f"/api/exchange/webhooks/{hook['id']}", expect=204)

    await interchange.hook("consult.requested", facility_id=str(elsewhere), expect=403)
    await interchange.desk.world.requested()
    await interchange.settle()

    assert interchange.receiver.tried == []


async def test_a_stopped_address_hears_nothing_of_what_still_waited(interchange: Interchange) -> None:
    hook = await interchange.hook("consult.requested")
    interchange.receiver.plan = [503]
    await interchange.desk.world.requested()
    await interchange.settle()

    await interchange.ask(interchange.admin, "POST", f"/api/exchange/webhooks/{hook['id']}/stop")
    await interchange.pass_time(timedelta(minutes=1))
    refused = await interchange.ask(
        interchange.admin, "POST", f"/api/exchange/webhooks/{hook['id']}/tests/{uuid7()}", expect=409
    )

    assert len(interchange.receiver.tried) == 1
    assert refused["code"] == "webhook.stopped"


async def test_the_secret_lies_in_the_database_encrypted(interchange: Interchange) -> None:
    await interchange.hook()

    async with interchange.desk.db.transaction(BUILDER) as tx:
        kept = bytes(await tx.scalar(text("select secret from webhook")))

    assert interchange.receiver.secret.encode() not in kept


@pytest.mark.parametrize(
    "url",
    [
        "http://his.example.vn/told",
        "https://10.0.0.5/told",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.5]/",
        "https://169.254.169.254/latest/meta-data",
        "https://localhost/told",
        "https://his/told",
        "https://his.local/told",
        "https://u:p@his.example.vn/",
        "https://his.example.vn/#x",
        "ftp://his.example.vn/",
        "https:///told",
        "not an address",
        "https://his.example.vn:99999/",
    ],
)
def test_only_addresses_outside_are_told_unless_the_operator_says_so(url: str) -> None:
    with pytest.raises(BadAddress):
        Reach().require(url)


def test_an_address_outside_is_taken_and_one_inside_where_the_operator_lets_it() -> None:
    Reach().require("https://his.example.vn:8443/told?x=1")
    Reach(private=True).require("http://10.0.0.5/told")


def test_a_message_is_tried_for_a_day_ever_more_rarely_and_one_to_who_is_gone_once() -> None:
    message, now, waits = Message(id_of(1), UUID(int=2), Topic.ENDED, NOW, {}), NOW, []
    while (message := message.tried(None, now)).state == "waiting":
        waits.append(message.next_at(now) - now)
        now = message.next_at(now)

    assert message.state == "failed"
    assert waits == sorted(waits)
    assert timedelta(hours=20) < now - NOW < timedelta(hours=24)
    assert Message(id_of(1), UUID(int=2), Topic.ENDED, NOW, {}).tried(410, NOW).state == "failed"
