"""Who sits in a room, what each may send, and what each is told."""

from datetime import UTC, datetime, timedelta

import pytest

from telemed.kernel.ids import CallId, ConsultId, UserId, uuid7
from telemed.signaling.call import (
    MAX_SDP,
    BadDescription,
    Bucket,
    CallFull,
    Gone,
    NobodyThere,
    NotInRoom,
    Ready,
    Replaced,
    Room,
    Seat,
    StaleGeneration,
    judge_description,
)

AN, SON, MINH = (UserId(uuid7()) for _ in range(3))
EMPTY = Room(CallId(uuid7()), ConsultId(uuid7()))
STATION = Seat(AN, "station", "an-1", 10)
HOSPITAL = Seat(SON, "hospital", "son-1", 20)
SDP = "v=0\r\no=- 1 2 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n"


def both() -> Room:
    room, _ = EMPTY.enter(AN, "station", "an-1", 10)
    return room.enter(SON, "hospital", "son-1", 20)[0]


def test_the_first_one_in_is_told_nothing() -> None:
    room, effects = EMPTY.enter(AN, "station", "an-1", 10)

    assert effects == []
    assert room.seat_of("an-1") == STATION


def test_when_both_are_in_each_is_told_of_the_other() -> None:
    room, _ = EMPTY.enter(AN, "station", "an-1", 10)

    _, effects = room.enter(SON, "hospital", "son-1", 20)

    assert effects == [Ready(HOSPITAL, STATION), Ready(STATION, HOSPITAL)]


def test_joining_again_with_another_generation_tells_both_the_new_one() -> None:
    room, effects = both().enter(AN, "station", "an-1", 11)

    again = Seat(AN, "station", "an-1", 11)
    assert effects == [Ready(again, HOSPITAL), Ready(HOSPITAL, again)]
    assert len(room.seats) == 2


def test_a_third_person_finds_the_call_full() -> None:
    assert not both().has_place_for(MINH, "station")
    with pytest.raises(CallFull):
        both().enter(MINH, "station", "minh-1", 1)
    assert both().has_place_for(AN, "station")


def test_the_seat_of_somebody_away_can_be_taken() -> None:
    room, _ = both().miss("an-1")

    room, effects = room.enter(MINH, "station", "minh-1", 1)

    assert Replaced("an-1", 10) in effects
    assert room.seat_of("an-1") is None


def test_the_epoch_grows_with_every_change_of_who_sits_there_with_which_connection_and_with_no_other() -> None:
    room = both()
    away, _ = room.miss("an-1")
    back, _ = away.enter(AN, "station", "an-1", 10)
    rebuilt, _ = back.enter(AN, "station", "an-1", 11)
    moved, _ = rebuilt.enter(AN, "station", "an-2", 11)
    left, _ = moved.leave("an-2", by_choice=True)

    assert [r.epoch for r in (EMPTY, room, away, back, rebuilt, moved, left)] == [0, 2, 2, 2, 3, 4, 5]


def test_a_seat_is_held_elsewhere_only_by_the_same_person_with_another_link_that_is_there() -> None:
    room = both()

    assert room.held_elsewhere(AN, "an-2") == STATION
    assert room.held_elsewhere(AN, "an-1") is None
    assert room.held_elsewhere(MINH, "minh-1") is None
    assert room.miss("an-1")[0].held_elsewhere(AN, "an-2") is None


def test_ones_other_tab_takes_the_seat_over() -> None:
    room, effects = both().enter(AN, "station", "an-2", 11)

    assert effects[0] == Replaced("an-1", 10)
    with pytest.raises(NotInRoom):
        room.route("an-1", 10, 20)
    assert room.route("an-2", 11, 20) == HOSPITAL


def test_a_missing_link_is_told_once_and_comes_back_to_both() -> None:
    room, effects = both().miss("an-1")
    assert [(e.to, e.left) for e in effects if isinstance(e, Gone)] == [(HOSPITAL, False)]
    assert room.miss("an-1") == (room, [])

    room, effects = room.enter(AN, "station", "an-1", 10)

    assert effects == [Ready(STATION, HOSPITAL), Ready(HOSPITAL, STATION)]
    assert room == Room(EMPTY.call, EMPTY.consult, STATION, HOSPITAL, epoch=2)


def test_somebody_away_is_not_negotiated_with() -> None:
    room, _ = both().miss("an-1")

    _, effects = room.enter(SON, "hospital", "son-1", 21)

    assert effects == []


def test_leaving_frees_the_seat_and_says_that_it_was_meant() -> None:
    room, effects = both().leave("an-1", by_choice=True)

    assert effects == [Gone(HOSPITAL, STATION, left=True)]
    assert room.seats == [HOSPITAL]
    assert room.leave("an-1", by_choice=True) == (room, [])


def test_a_seat_given_up_after_its_absence_was_told_is_not_told_again() -> None:
    room, _ = both().miss("an-1")

    assert room.leave("an-1", by_choice=False)[1] == []


def test_negotiation_goes_to_the_other_side_only_between_the_connections_of_now() -> None:
    assert both().route("an-1", 10, 20) == HOSPITAL
    for generation, to_generation in [(9, 20), (10, 19)]:
        with pytest.raises(StaleGeneration):
            both().route("an-1", generation, to_generation)
    with pytest.raises(NotInRoom):
        both().route("minh-1", 1, 20)
    with pytest.raises(NobodyThere):
        both().leave("son-1", by_choice=True)[0].route("an-1", 10, 20)


@pytest.mark.parametrize("media", ["", "m=audio 9 X 0\r\n", "m=audio 9 X 0\r\nm=video 9 X 0\r\nm=application 9 X 0\n"])
def test_an_ordinary_description_passes(media: str) -> None:
    judge_description(SDP + media)


@pytest.mark.parametrize(
    ("sdp", "reason"),
    [
        (SDP + "a=" + "x" * MAX_SDP + "\r\n", "too_long"),
        (SDP + "a=" + "ơ" * (MAX_SDP // 2) + "\r\n", "too_long"),
        ("", "malformed"),
        ("hello", "malformed"),
        (SDP + "not a line\r\n", "malformed"),
        (SDP + "a=no line end", "malformed"),
        (SDP + "a=nul\x00\r\n", "malformed"),
        (SDP + "m=audio 9 X 0\r\n" * 4, "too_many_media"),
        (SDP + "m=message 9 X 0\r\n", "media_not_allowed"),
        (SDP + "m=\r\n", "media_not_allowed"),
    ],
)
def test_a_bad_description_is_refused_with_its_reason(sdp: str, reason: str) -> None:
    with pytest.raises(BadDescription) as refused:
        judge_description(sdp)

    assert refused.value.params["reason"] == reason


def test_a_bucket_gives_so_many_at_once_and_then_so_many_a_second() -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    bucket = Bucket(rate=2, burst=3, now=now)

    assert [bucket.take(now) for _ in range(4)] == [True, True, True, False]
    now += timedelta(seconds=1)
    assert bucket.take(now, 2)
    assert not bucket.take(now)
    assert not bucket.take(now + timedelta(hours=1), 4)
