"""Addresses looked after by hand: another secret while both count, a message sent again, a server that starts anew."""

import hashlib
import hmac
from datetime import timedelta
from pathlib import Path

from sqlalchemy import text

from telemed import app as telemed_app
from telemed.infra.server import DatabaseServer
from telemed.kernel.ids import FacilityId, uuid7
from telemed.settings import Settings
from tests.build import BUILDER
from tests.http.exchange.conftest import Interchange


async def change(interchange: Interchange, hook: str, *, leaked: bool = False, change_id: str = "") -> str | None:
    path = f"/api/exchange/webhooks/{hook}/secrets/{change_id or uuid7()}"
    made = await interchange.ask(interchange.admin, "PUT", path, {"leaked": leaked})
    assert made["hook"]["id"] == hook
    secret: str | None = made["secret"]
    return secret


async def test_after_a_change_both_secrets_sign_for_a_day_and_then_the_new_one_alone(interchange: Interchange) -> None:
    hook = await interchange.hook("consult.requested")
    old, new = interchange.receiver.secret, await change(interchange, hook["id"])
    assert new is not None

    await interchange.desk.world.requested()
    await interchange.settle()
    assert (len(interchange.receiver.taken), interchange.receiver.forged) == (1, 0), "who has not changed over hears"
    interchange.receiver.secret = new
    await interchange.desk.world.requested()
    await interchange.settle()
    assert (len(interchange.receiver.taken), interchange.receiver.forged) == (2, 0)
    assert (await interchange.seen(hook["id"]))["old_secret_until"] is not None

    await interchange.pass_time(timedelta(hours=25))
    interchange.receiver.secret = old
    await interchange.desk.world.requested()
    await interchange.settle()

    assert (len(interchange.receiver.taken), interchange.receiver.forged) == (2, 1)
    assert (await interchange.seen(hook["id"]))["old_secret_until"] is None


async def test_a_secret_that_leaked_signs_nothing_from_now_on(interchange: Interchange) -> None:
    hook = await interchange.hook("consult.requested")

    await change(interchange, hook["id"], leaked=True)
    await interchange.desk.world.requested()
    await interchange.settle()

    assert (len(interchange.receiver.taken), interchange.receiver.forged) == (0, 1)
    async with interchange.desk.db.transaction(BUILDER) as tx:
        assert await tx.scalar(text("select old_secret from webhook")) is None


async def test_the_same_change_sent_twice_makes_one_secret_and_shows_it_once(interchange: Interchange) -> None:
    hook, same = await interchange.hook("consult.requested"), str(uuid7())

    first = await change(interchange, hook["id"], change_id=same)
    again = await change(interchange, hook["id"], change_id=same)
    assert first is not None
    assert again is None
    interchange.receiver.secret = first
    await interchange.desk.world.requested()
    await interchange.settle()

    assert len(interchange.receiver.taken) == 1


async def test_each_attempt_is_stamped_and_signed_anew_so_that_a_recorded_one_is_told_apart(
    interchange: Interchange,
) -> None:
    await interchange.hook("consult.requested")
    interchange.receiver.plan = [503, 503]
    await interchange.desk.world.requested()
    await interchange.settle()
    for wait in (10, 30):
        await interchange.pass_time(timedelta(seconds=wait))

    stamps = interchange.receiver.stamps
    assert len({stamp for stamp, _ in stamps}) == len({signed for _, signed in stamps}) == 3
    assert stamps[-1][0] == int(interchange.clock.now().timestamp())
    assert interchange.receiver.forged == 0
    (first, _), (_, last) = stamps[0], stamps[-1]
    replayed = hmac.new(interchange.receiver.secret.encode(), f"{first}.".encode(), hashlib.sha256).hexdigest()
    assert f"v1={replayed}" != last


async def test_a_message_that_was_given_up_is_sent_again_by_hand_under_its_own_key(interchange: Interchange) -> None:
    hook = await interchange.hook("consult.requested")
    interchange.receiver.always = 410
    await interchange.desk.world.requested()
    await interchange.settle()
    (message,) = (await interchange.seen(hook["id"]))["messages"]
    assert (message["state"], message["status"]) == ("failed", 410)
    interchange.receiver.always = None
    path = f"/api/exchange/webhooks/{hook['id']}/messages/{message['id']}/again"

    waiting = await interchange.ask(interchange.admin, "POST", path)
    await interchange.settle()

    assert waiting["messages"][0]["state"] == "waiting"
    assert list(interchange.receiver.taken) == [message["id"]]
    (message,) = (await interchange.seen(hook["id"]))["messages"]
    assert (message["state"], message["attempts"]) == ("delivered", 2)
    refused = await interchange.ask(interchange.admin, "POST", path, expect=409)
    assert refused["code"] == "webhook.message_taken"
    assert len(interchange.receiver.tried) == 2


async def test_only_its_keeper_changes_a_secret_or_sends_again(interchange: Interchange, elsewhere: FacilityId) -> None:
    hook, other = await interchange.hook("consult.requested"), await interchange.administrator(elsewhere)
    second = await interchange.hook("consult.requested")
    await interchange.desk.world.requested()
    await interchange.settle()
    (message,) = (await interchange.seen(hook["id"]))["messages"]
    secret, again = f"/secrets/{uuid7()}", f"/messages/{message['id']}/again"

    for who, status in ((other, 404), (interchange.desk.doctor, 403)):
        at = f"/api/exchange/webhooks/{hook['id']}"
        await interchange.ask(who, "PUT", at + secret, {}, expect=status)
        await interchange.ask(who, "POST", at + again, expect=status)
    stray = await interchange.ask(
        interchange.admin, "POST", f"/api/exchange/webhooks/{second['id']}{again}", expect=404
    )
    assert stray["code"] == "missing"


async def test_what_waits_to_be_sent_again_is_sent_by_the_server_that_starts_next(
    interchange: Interchange, database: DatabaseServer, tmp_path: Path
) -> None:
    await interchange.hook("consult.requested")
    interchange.receiver.plan = [503]
    await interchange.desk.world.requested()
    await interchange.settle()
    assert interchange.receiver.taken == {}
    await interchange.app.interchange.courier.close()

    started = telemed_app.build(
        database.app_url, Settings(data_dir=tmp_path, webhook_private=True), clock=interchange.clock
    )
    await started.interchange.courier.started()
    await started.jobs.run_due()
    await started.interchange.courier.drain()

    assert len(interchange.receiver.taken) == 1, "at once, not when its wait is over"
    assert interchange.receiver.forged == 0, "with the secret as it lay in the database"
    await started.interchange.courier.close()
    await started.notify.sender.close()
    await started.close()
