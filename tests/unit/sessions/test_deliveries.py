"""However the news of a channel comes, it only ever goes further."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from telemed.kernel.ids import UserId, uuid7
from telemed.sessions.model_deliveries import Channel, Delivery, DeliveryKind, DeliveryState, over

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
RANK = {"queued": 0, "delivered": 1, "seen": 2, "missed": 2, "failed": 2}
states = st.sampled_from([one for one in DeliveryState if one is not DeliveryState.QUEUED])


def sent(channel: Channel = Channel.PUSH) -> Delivery:
    return Delivery(uuid7(), uuid7(), DeliveryKind.RING, UserId(uuid7()), channel, NOW)


@given(st.lists(states, max_size=8))
def test_late_news_never_goes_back(news: list[DeliveryState]) -> None:
    now, history = sent(), []
    for n, state in enumerate(news):
        now = now.came(state, NOW + timedelta(seconds=n))
        history.append(RANK[now.state])

    assert history == sorted(history)
    ends = [state for state in news if RANK[state] == 2]
    if ends:
        assert now.state is ends[0], "the first end is the end"


@given(st.lists(states, max_size=8))
def test_its_times_say_what_its_state_says(news: list[DeliveryState]) -> None:
    now = sent()
    for n, state in enumerate(news):
        now = now.came(state, NOW + timedelta(seconds=n))

    assert (now.seen_at is not None) == (now.state is DeliveryState.SEEN)
    assert (now.ended_at is not None) == (now.state in {DeliveryState.MISSED, DeliveryState.FAILED})
    if now.state in {DeliveryState.DELIVERED, DeliveryState.SEEN}:
        assert now.delivered_at is not None
    if now.delivered_at and now.seen_at:
        assert now.delivered_at <= now.seen_at


@given(st.lists(st.lists(states, max_size=3), min_size=1, max_size=3), st.booleans())
def test_when_a_ring_is_over_every_channel_has_its_verdict(news: list[list[DeliveryState]], answered: bool) -> None:
    channels = [sent(channel) for channel in list(Channel)[: len(news)]]
    for n, told in enumerate(news):
        for state in told:
            channels[n] = channels[n].came(state, NOW)

    after = over(channels, NOW + timedelta(minutes=2), answered=answered)

    assert all(a.state is not DeliveryState.QUEUED for a in after)
    assert all(a == b for a, b in zip(after, channels, strict=True) if not b.is_open and not (answered and b.is_open))
    somebody_saw = any(a.state is DeliveryState.SEEN for a in after)
    assert somebody_saw or all(a.state is not DeliveryState.DELIVERED for a in after)


def test_a_trouble_that_passed_is_none() -> None:
    troubled = sent().troubled("unreachable")

    (failed,) = over([troubled], NOW, answered=False)
    (missed,) = over([troubled.troubled(None)], NOW, answered=False)

    assert (failed.state, failed.error) == (DeliveryState.FAILED, "unreachable")
    assert (missed.state, missed.error) == (DeliveryState.MISSED, "no_answer")
