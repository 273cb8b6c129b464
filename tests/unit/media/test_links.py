"""What a place's link usually carries: a made-up history in, the first rung, the weak hours and the cap out."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, uuid7
from telemed.kernel.values import Rung
from telemed.media.links import (
    BEST_FIRST,
    Beginning,
    Contract,
    LinkHour,
    Usual,
    beginning,
    curve,
    first_rung,
    hour_of,
    hours_of_call,
    weak_hours,
)
from telemed.sessions import Look

HERE = FacilityId(uuid7())


def local(day: int, hour: int, minute: int = 0) -> datetime:
    """November 2026, local time; the 16th is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=LOCAL).astimezone(UTC)


NOW = local(20, 18, 10)


def called(day: int, hour: int, **seconds: int) -> LinkHour:
    return LinkHour(local(day, hour), "call", looks=100, rungs={Rung(rung): held for rung, held in seconds.items()})


def probe(day: int, hour: int, rung: Rung) -> LinkHour:
    return LinkHour(local(day, hour), "probe", looks=1, rungs={rung: 5})


def test_evenings_that_carried_voice_begin_with_voice_and_mornings_that_carried_pictures_with_pictures() -> None:
    history = [called(day, 18, voice=500, low_video=60) for day in (16, 17, 18)]
    history += [called(day, 9, video=600, voice=30) for day in (16, 17, 18)]

    assert first_rung(history, NOW) is Rung.VOICE
    assert first_rung(history, local(20, 9, 30)) is Rung.VIDEO
    assert first_rung(history, local(20, 13)) is None


def test_the_hours_beside_count_too_and_midnight_is_no_edge() -> None:
    history = [called(19, 23, low_video=400)]

    assert first_rung(history, local(20, 0, 20)) is Rung.LOW_VIDEO
    assert first_rung(history, local(20, 1, 20)) is None


def test_a_call_that_still_runs_counts_in_the_month_it_runs_in() -> None:
    contract = Contract(HERE, cap_mb=10, capped_rung=Rung.TEXT)
    before = [LinkHour(local(20, 9), "call", bytes=6_000_000), LinkHour(local(20, 9), "probe", bytes=1_000_000)]

    assert beginning(contract, before, NOW, running=2_999_999).ceiling is None
    assert beginning(contract, before, NOW, running=3_000_000).ceiling is Rung.TEXT
    assert beginning(Contract(HERE), before, NOW, running=3_000_000) == Beginning()


def test_a_call_is_never_begun_below_voice() -> None:
    assert first_rung([called(19, 18, text=600)], NOW) is Rung.VOICE
    assert first_rung([probe(19, 18, Rung.PHONE)], NOW) is Rung.VOICE


def test_line_tests_speak_only_where_next_to_nobody_called() -> None:
    tests = [probe(19, 18, Rung.VIDEO)]

    assert first_rung(tests, NOW) is Rung.VIDEO
    assert first_rung([*tests, called(19, 18, voice=20)], NOW) is Rung.VIDEO
    assert first_rung([*tests, called(19, 18, voice=600)], NOW) is Rung.VOICE


def test_what_is_longer_ago_than_four_weeks_is_forgotten_and_two_weeks_count_half() -> None:
    assert first_rung([called(19, 18, voice=600)], NOW + timedelta(days=30)) is None
    mixed = [called(19, 18, video=300), called(5, 18, voice=400)]
    assert first_rung(mixed, NOW) is Rung.VIDEO


def test_weekends_are_days_of_their_own_unless_nothing_is_known_of_them() -> None:
    history = [called(18, 18, voice=600), called(15, 18, video=600)]

    assert first_rung(history, NOW) is Rung.VOICE
    assert first_rung(history, local(21, 18)) is Rung.VIDEO
    assert first_rung(history[:1], local(21, 18)) is Rung.VOICE


def test_weak_hours_are_told_as_spans_in_order() -> None:
    history = [called(day, hour, voice=600) for day in (17, 18) for hour in (17, 18, 19)]
    history += [called(17, 20, low_video=600), called(17, 9, video=600)]

    assert weak_hours(history, NOW) == [Usual(17, 20, Rung.VOICE), Usual(20, 21, Rung.LOW_VIDEO)]


def test_the_passport_has_a_cell_for_each_hour_of_the_week_that_something_is_known_of() -> None:
    history = [called(9, 9, video=600), called(16, 9, video=200), called(18, 20, voice=600)]

    cells = curve(history, NOW)

    assert [(cell.weekday, cell.hour, cell.rung, cell.seen.looks) for cell in cells] == [
        (0, 9, Rung.VIDEO, 200),
        (2, 20, Rung.VOICE, 100),
    ]


def look(at: datetime, **figures: object) -> Look:
    return Look(at, **figures)  # type: ignore[arg-type]


def test_a_call_over_an_hour_s_end_adds_to_both_hours() -> None:
    looks = [look(local(20, 17, 59) + timedelta(seconds=5 * n), kbytes=100, rung=Rung.VIDEO) for n in range(24)]

    first, second = hours_of_call(looks)

    assert (first.at, second.at) == (local(20, 17), local(20, 18))
    assert first.bytes + second.bytes == 24 * 100_000
    assert (first.rungs, second.rungs) == ({Rung.VIDEO: 60}, {Rung.VIDEO: 60})


def test_without_a_picture_the_estimate_says_nothing_of_the_link() -> None:
    at = local(20, 18)
    voice = [look(at, up_kbps=40, out_kbps=24, rung=Rung.VOICE) for _ in range(9)]
    pictures = [look(at, up_kbps=700, out_kbps=300, rung=Rung.VIDEO)]

    assert hours_of_call([*voice, *pictures])[0].up_kbps == 700
    assert hours_of_call(voice)[0].up_kbps == 24


def test_a_month_that_used_up_its_megabytes_lowers_the_rung_until_the_billing_day() -> None:
    contract = Contract(HERE, cap_mb=100, capped_rung=Rung.VOICE, billing_day=15)
    used = LinkHour(local(16, 9), "call", bytes=99_000_000)
    more = LinkHour(local(17, 9), "call", bytes=1_000_000)
    earlier = LinkHour(local(14, 23), "call", bytes=900_000_000)

    assert beginning(contract, [earlier, used], NOW).ceiling is None
    assert beginning(contract, [earlier, used, more], NOW).ceiling is Rung.VOICE
    assert beginning(contract, [earlier, used, more], NOW + timedelta(days=26)).ceiling is None


def test_another_card_begins_a_new_count() -> None:
    contract = Contract(HERE, cap_mb=1, sim="Viettel", sim_since=local(18, 8), billing_day=1)

    assert beginning(contract, [LinkHour(local(17, 9), "call", bytes=5_000_000)], NOW).ceiling is None
    assert beginning(contract, [LinkHour(local(18, 9), "call", bytes=5_000_000)], NOW).ceiling is Rung.VOICE


def test_the_relay_is_remembered_until_its_day_is_over() -> None:
    contract = Contract(HERE, relay_until=NOW + timedelta(minutes=1))

    assert beginning(contract, [], NOW).relay_only
    assert not beginning(contract, [], NOW + timedelta(minutes=1)).relay_only


hours = st.builds(
    LinkHour,
    at=st.integers(-40 * 24, 0).map(lambda ago: hour_of(NOW) + timedelta(hours=ago)),
    source=st.sampled_from(["call", "probe"]),
    looks=st.integers(1, 700),
    rungs=st.dictionaries(st.sampled_from(Rung), st.integers(1, 3600)),
    bytes=st.integers(0, 10**9),
)


@settings(deadline=None)
@given(st.lists(hours, max_size=30))
def test_whatever_is_known_the_first_rung_carries_at_least_voice(history: list[LinkHour]) -> None:
    assert first_rung(history, NOW) in {None, Rung.VIDEO, Rung.LOW_VIDEO, Rung.VOICE}
    spans = weak_hours(history, NOW)
    assert all(one.from_hour < one.until_hour <= 24 and one.rung is not Rung.VIDEO for one in spans)
    assert [one.from_hour for one in spans] == sorted(one.from_hour for one in spans)


@settings(deadline=None)
@given(st.lists(hours, max_size=20), st.sampled_from(Rung))
def test_an_hour_more_on_a_rung_never_moves_the_first_rung_away_from_it(history: list[LinkHour], rung: Rung) -> None:
    more = LinkHour(hour_of(NOW), "call", looks=700, rungs={rung: 3600})
    before, after = first_rung(history, NOW), first_rung([*history, more], NOW)

    if before is not None and after is not None and rung in {Rung.VIDEO, Rung.LOW_VIDEO, Rung.VOICE}:
        aim = BEST_FIRST.index(rung)
        calls = [one for one in history if one.source == "call"]
        if len(calls) == len(history):
            assert abs(BEST_FIRST.index(after) - aim) <= abs(BEST_FIRST.index(before) - aim)


@given(st.integers(1, 28), st.integers(0, 800))
def test_every_moment_is_in_its_month(day: int, after: int) -> None:
    now = NOW + timedelta(days=after)
    since, until = Contract(HERE, billing_day=day).month_of(now)

    assert since <= now < until
    assert timedelta(days=28) <= until - since <= timedelta(days=31)
    assert since.astimezone(LOCAL).day == day
