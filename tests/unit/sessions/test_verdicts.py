"""What a call is put down to: one of nine, whatever was seen, and the one that was there for longest."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemed.kernel.values import LinkPath, Rung
from telemed.sessions.black_box import Look
from telemed.sessions.calls import Side
from telemed.sessions.incidents import Incident, IncidentKind
from telemed.sessions.model import RingState, State, Why
from telemed.sessions.verdicts import OTHER, SIDES, Cause, Finding, Heard, of_call, without_call
from tests.looks import CLEAN

START = datetime(2026, 11, 22, 3, tzinfo=UTC)
LASTS = timedelta(minutes=6)
sides = st.sampled_from(SIDES)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def clean(since: float = 0, until: float = LASTS.total_seconds(), **other: Any) -> list[Look]:
    return [Look(at(one), **(CLEAN | other)) for one in range(int(since), int(until), 5)]


def call(**changes: Any) -> Heard:
    fields: dict[str, Any] = {
        "opened_at": START - timedelta(seconds=20),
        "live_at": START,
        "ended_at": START + LASTS,
        "sat": frozenset(SIDES),
        "looks": {side: clean() for side in SIDES},
        "incidents": (),
    }
    return Heard(**(fields | changes))


def with_looks(side: Side, since: float, until: float, other: Side | None = None, **figures: Any) -> Heard:
    """A clean call in which one side's looks were worse for a while."""
    looks = {one: clean() for one in SIDES}
    looks[side] = [*clean(0, since), *clean(since, until, **figures), *clean(until)]
    return call(looks=looks)


def told(*incidents: tuple[float, IncidentKind, Side | None, str]) -> list[Incident]:
    return [Incident(at(seconds), kind, side, value) for seconds, kind, side, value in incidents]


def verdict(heard: Heard) -> tuple[Cause, Side | None]:
    found = of_call(heard)
    return found.cause, found.side


def test_a_call_without_trouble_ended_normally() -> None:
    assert verdict(call()) == (Cause.ENDED_NORMALLY, None)
    assert of_call(call()).facts["live_s"] == LASTS.total_seconds()


def test_a_call_that_nobody_measured_ended_normally() -> None:
    assert verdict(call(looks={})) == (Cause.ENDED_NORMALLY, None)


def test_five_bad_seconds_are_no_verdict_and_ten_are() -> None:
    assert verdict(with_looks("station", 60, 65, out_loss_pct=30.0)) == (Cause.ENDED_NORMALLY, None)
    assert verdict(with_looks("station", 60, 70, out_loss_pct=30.0)) == (Cause.STATION_UPLINK, "station")


@pytest.mark.parametrize(
    ("side", "figures", "cause"),
    [
        ("station", {"out_loss_pct": 12.0}, Cause.STATION_UPLINK),
        ("hospital", {"loss_pct": 12.0}, Cause.STATION_UPLINK),
        ("hospital", {"concealed_pct": 9.0}, Cause.STATION_UPLINK),
        ("hospital", {"out_loss_pct": 12.0}, Cause.HOSPITAL_LINK),
        ("station", {"concealed_pct": 9.0}, Cause.HOSPITAL_LINK),
        ("station", {"concealed_pct": 9.0, "server_ms": 900}, Cause.STATION_UPLINK),
        ("hospital", {"concealed_pct": 9.0, "server_ms": 900}, Cause.HOSPITAL_LINK),
        ("station", {"rtt_ms": 1500}, Cause.STATION_UPLINK),
    ],
)
def test_the_direction_that_loses_names_the_link_unless_one_side_is_far_from_the_server(
    side: Side, figures: dict[str, Any], cause: Cause
) -> None:
    assert of_call(with_looks(side, 60, 120, **figures)).cause is cause


def test_a_line_that_was_lost_is_to_blame_while_the_other_side_hears_nothing() -> None:
    looks = {"station": [*clean(0, 60), *clean(95)], "hospital": [*clean(0, 60), *clean(60, 95, in_kbps=0), *clean(95)]}
    gone = told((66, IncidentKind.LINE_LOST, "station", ""), (95, IncidentKind.LINE_BACK, "station", ""))

    assert verdict(call(looks=looks, incidents=gone)) == (Cause.STATION_UPLINK, "station")


def test_a_socket_that_was_gone_while_voice_went_on_is_nobodys_fault() -> None:
    gone = told((66, IncidentKind.LINE_LOST, "station", ""), (126, IncidentKind.LINE_BACK, "station", ""))

    assert verdict(call(incidents=gone)) == (Cause.ENDED_NORMALLY, None)


def test_a_blackout_too_short_for_the_server_to_notice_shows_in_the_looks_that_did_not_come() -> None:
    looks = {"station": [*clean(0, 60), *clean(95)], "hospital": [*clean(0, 60), *clean(60, 95, in_kbps=0), *clean(95)]}

    assert verdict(call(looks=looks)) == (Cause.STATION_UPLINK, "station")


def test_both_lines_at_once_are_the_servers_whoever_restarted_it() -> None:
    both = told((60, IncidentKind.LINE_LOST, "station", ""), (62, IncidentKind.LINE_LOST, "hospital", ""))
    looks = {side: clean(0, 60) for side in SIDES}

    assert verdict(call(looks=looks, incidents=both)) == (Cause.SERVER, None)


def test_media_that_found_no_way_although_both_lines_stood_are_the_relays() -> None:
    tried = told((20, IncidentKind.ICE_RESTART, "hospital", ""), (40, IncidentKind.RELAY_ONLY, "station", ""))

    assert verdict(call(looks={}, incidents=tried)) == (Cause.TURN, None)
    deaf = {side: clean(0, 360, in_kbps=0) for side in SIDES}
    assert verdict(call(looks=deaf)) == (Cause.TURN, None)


def test_a_relay_that_carried_is_no_trouble() -> None:
    tried = told((5, IncidentKind.RELAY_ONLY, "station", ""))
    looks = {side: clean(20, 360, path=LinkPath.RELAY_TLS) for side in SIDES}

    assert verdict(call(looks=looks, incidents=tried)) == (Cause.ENDED_NORMALLY, None)


@pytest.mark.parametrize(
    ("kind", "value", "cause"),
    [
        (IncidentKind.MICROPHONE_FAULT, "blocked", Cause.PERMISSION),
        (IncidentKind.CAMERA_FAULT, "insecure", Cause.PERMISSION),
        (IncidentKind.MICROPHONE_FAULT, "missing", Cause.DEVICE),
        (IncidentKind.CAMERA_FAULT, "busy", Cause.DEVICE),
    ],
)
def test_a_camera_or_microphone_is_to_blame_until_it_works(kind: IncidentKind, value: str, cause: Cause) -> None:
    assert verdict(call(incidents=told((0, kind, "station", value)))) == (cause, "station")
    mended = told((0, kind, "station", value), (4, kind, "station", ""))
    assert verdict(call(incidents=mended)) == (Cause.ENDED_NORMALLY, None)


def test_voice_alone_by_choice_is_no_trouble_and_by_a_weak_link_it_is() -> None:
    low = with_looks("station", 60, 300, rung=Rung.VOICE)

    assert verdict(low) == (Cause.STATION_UPLINK, "station")
    assert verdict(replace(low, incidents=told((58, IncidentKind.CAUSE, "station", "downlink")))) == (
        Cause.HOSPITAL_LINK,
        "hospital",
    )
    for incident in ((58, IncidentKind.FORCED, "station", "voice"), (58, IncidentKind.CAUSE, "station", "data_cap")):
        assert verdict(replace(low, incidents=told(incident))) == (Cause.ENDED_NORMALLY, None)


def test_a_slow_machine_is_the_device() -> None:
    low = with_looks("hospital", 60, 300, rung=Rung.VOICE)
    slow = told((58, IncidentKind.CAUSE, "hospital", "device"))

    assert verdict(replace(low, incidents=slow)) == (Cause.DEVICE, "hospital")


def test_a_call_the_doctor_never_came_into_was_not_answered() -> None:
    assert verdict(call(live_at=None, sat=frozenset({"station"}))) == (Cause.NOT_ANSWERED, "hospital")
    assert verdict(call(live_at=None, sat=frozenset({"hospital"}))) == (Cause.NOT_ANSWERED, "station")
    shut_out = told((-5, IncidentKind.MICROPHONE_FAULT, "station", "blocked"))
    assert verdict(call(live_at=None, sat=frozenset({"station"}), incidents=shut_out)) == (Cause.PERMISSION, "station")


def consult(state: State, *rings: RingState, why: Why | None = Why.SHIFT, **changes: Any) -> Finding | None:
    facts: dict[str, Any] = {"answered": False, "overdue": False, "ladder_ended": False}
    known = [(ring, None if ring is RingState.SKIPPED else why) for ring in rings]
    return without_call(state, known, **(facts | changes))


@pytest.mark.parametrize("state", [State.TRANSFERRED, State.EXPIRED, State.CANCELLED, State.WAITING])
def test_a_case_nobody_took_was_not_answered(state: State) -> None:
    found = consult(state, RingState.SKIPPED, RingState.MISSED)

    assert found is not None
    assert (found.cause, found.side) == (Cause.NOT_ANSWERED, "hospital")


def test_a_case_nobody_was_on_duty_for_says_so_even_if_the_whole_department_was_rung_in_the_end() -> None:
    empty = consult(State.WAITING, RingState.SKIPPED, RingState.SKIPPED)
    everybody = consult(State.TRANSFERRED, RingState.SKIPPED, RingState.MISSED, why=Why.ON_CALL)

    assert empty is not None
    assert everybody is not None
    assert {empty.cause, everybody.cause} == {Cause.NOBODY_ON_DUTY}


def test_a_case_answered_in_writing_or_withdrawn_in_time_ended_normally() -> None:
    written = consult(State.CONCLUDED, RingState.ACCEPTED, answered=True)
    withdrawn = consult(State.CANCELLED, RingState.CANCELLED)

    assert written is not None
    assert withdrawn is not None
    assert {written.cause, withdrawn.cause} == {Cause.ENDED_NORMALLY}


def test_a_case_that_still_rings_or_was_never_sent_has_no_verdict() -> None:
    assert consult(State.WAITING, RingState.RINGING) is None
    assert consult(State.CANCELLED) is None


# -- whatever was seen -------------------------------------------------------------------------------------------------

seconds = st.integers(-30, 400)
some_looks = st.builds(
    Look,
    at=seconds.map(at),
    rtt_ms=st.none() | st.integers(0, 3000),
    in_kbps=st.none() | st.integers(0, 900),
    loss_pct=st.none() | st.floats(0, 100),
    out_loss_pct=st.none() | st.floats(0, 100),
    concealed_pct=st.none() | st.floats(0, 100),
    server_ms=st.none() | st.integers(0, 3000),
    rung=st.none() | st.sampled_from(Rung),
)
values = st.sampled_from(["", "blocked", "missing", "uplink", "downlink", "device", "chosen", "voice", "unheard_of"])
some_incidents = st.builds(
    Incident, at=seconds.map(at), kind=st.sampled_from(IncidentKind), side=st.none() | sides, value=values
)
calls = st.builds(
    call,
    live_at=st.none() | st.just(START),
    ended_at=st.integers(0, 360).map(at),
    sat=st.frozensets(sides),
    looks=st.dictionaries(sides, st.lists(some_looks, max_size=40)),
    incidents=st.lists(some_incidents, max_size=12),
)


@settings(deadline=None)
@given(calls)
def test_whatever_was_seen_it_is_one_of_nine_and_the_figures_are_numbers(heard: Heard) -> None:
    found = of_call(heard)

    assert found.cause in Cause
    assert found.cause is not Cause.NOBODY_ON_DUTY, "a call has somebody"
    assert (found.side is None) == (found.cause in {Cause.ENDED_NORMALLY, Cause.TURN, Cause.SERVER}) or (
        found.cause is Cause.NOT_ANSWERED
    )
    assert all(isinstance(value, int) and value > 0 for value in found.facts.values())


@settings(deadline=None)
@given(calls, st.randoms(use_true_random=False))
def test_the_order_in_which_it_came_does_not_matter(heard: Heard, rng: Any) -> None:
    distinct = {(one.at, one.kind, one.side): one for one in heard.incidents}  # two at once have no order
    apart = {side: list({look.at: look for look in seen}.values()) for side, seen in heard.looks.items()}
    heard = replace(heard, incidents=list(distinct.values()), looks=apart)
    looks = {side: rng.sample(seen, len(seen)) for side, seen in apart.items()}

    assert of_call(replace(heard, looks=looks, incidents=rng.sample(heard.incidents, len(heard.incidents)))) == of_call(
        heard
    )


@settings(deadline=None)
@given(sides, st.integers(2, 20), st.sampled_from(["out_loss_pct", "line"]))
def test_the_same_trouble_on_the_other_side_is_the_other_sides(side: Side, steps: int, how: str) -> None:
    until = 60.0 + steps * 5

    def troubled(mine: Side) -> Heard:
        if how == "out_loss_pct":
            return with_looks(mine, 60, until, out_loss_pct=40.0)
        looks = {mine: [*clean(0, 60), *clean(until)], OTHER[mine]: [*clean(0, 60), *clean(until)]}
        gone = told((60, IncidentKind.LINE_LOST, mine, ""), (until, IncidentKind.LINE_BACK, mine, ""))
        return call(looks=looks, incidents=gone)

    mine, theirs = of_call(troubled(side)), of_call(troubled(OTHER[side]))

    assert {mine.cause, theirs.cause} == {Cause.STATION_UPLINK, Cause.HOSPITAL_LINK}
    assert (mine.side, theirs.side) == (side, OTHER[side])


@settings(deadline=None)
@given(st.sampled_from(["out_loss_pct", "rtt_ms"]), st.integers(2, 10), st.integers(0, 20))
def test_a_longer_clean_call_does_not_clear_what_was_bad_in_it(what: str, bad: int, more: int) -> None:
    value: Any = 40.0 if what == "out_loss_pct" else 2_000
    short = with_looks("station", 60, 60 + bad * 5, **{what: value})
    later = short.ended_at + timedelta(minutes=more)
    looks = {side: [*seen, *clean(360, 360 + more * 60)] for side, seen in short.looks.items()}

    assert verdict(replace(short, ended_at=later, looks=looks)) == verdict(short)


@settings(deadline=None)
@given(st.integers(3, 20), st.integers(3, 20))
def test_of_two_troubles_the_longer_one_is_the_verdict(station: int, hospital: int) -> None:
    looks = {
        "station": [*clean(0, 60), *clean(60, 60 + station * 5, out_loss_pct=40.0), *clean(60 + station * 5)],
        "hospital": [*clean(0, 200), *clean(200, 200 + hospital * 5, out_loss_pct=40.0), *clean(200 + hospital * 5)],
    }

    found = of_call(call(looks=looks)).cause

    assert found is (Cause.STATION_UPLINK if station >= hospital else Cause.HOSPITAL_LINK)
