"""What is put into a black box comes out again, whichever way it is kept, and a call of it is small."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemed.kernel.values import LinkPath, Rung
from telemed.sessions.black_box import Look, Unreadable, first_look, further_look, minute_of, pack, unpack

START = datetime(2026, 11, 22, 3, 0, 12, tzinfo=UTC)
milliseconds, rates = st.none() | st.integers(0, 60_000), st.none() | st.integers(0, 60_000)
shares = st.none() | st.integers(0, 1000).map(lambda tenths: tenths / 10)
looks = st.builds(
    Look,
    at=st.integers(0, 36_000).map(lambda tenths: START + tenths * timedelta(milliseconds=100)),
    rtt_ms=milliseconds,
    jitter_ms=milliseconds,
    delay_ms=milliseconds,
    out_kbps=rates,
    in_kbps=rates,
    up_kbps=rates,
    loss_pct=shares,
    out_loss_pct=shares,
    concealed_pct=shares,
    server_ms=milliseconds,
    kbytes=rates,
    fps=st.none() | st.integers(0, 240),
    freezes=st.none() | st.integers(0, 200),
    rung=st.none() | st.sampled_from(Rung),
    path=st.none() | st.sampled_from(LinkPath),
)


@settings(deadline=None)
@given(st.lists(looks, min_size=1, max_size=40))
def test_what_is_packed_comes_out_the_same(seen: list[Look]) -> None:
    seen.sort(key=lambda look: look.at)

    assert unpack(*pack(seen)) == seen


@settings(deadline=None)
@given(st.lists(looks, min_size=1, max_size=12))
def test_a_minute_that_looks_were_appended_to_holds_them_all(seen: list[Look]) -> None:
    minute = minute_of(START)
    held = first_look(Look(minute)) + b"".join(further_look(look, minute) for look in seen)

    assert unpack(minute, held) == [Look(minute), *seen]


def test_what_is_out_of_range_is_kept_at_its_edge() -> None:
    odd = Look(START, rtt_ms=-3, out_kbps=100_000, fps=900, freezes=-1)

    (kept,) = unpack(minute_of(START), first_look(odd))

    assert (kept.rtt_ms, kept.out_kbps, kept.fps, kept.freezes) == (0, 65_534, 254, 0)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_bytes_that_are_no_black_box_are_refused_and_never_crash(held: bytes) -> None:
    try:
        found = unpack(START, held)
    except Unreadable:
        return
    assert all(isinstance(look, Look) for look in found)


def test_nothing_at_all_is_no_black_box() -> None:
    with pytest.raises(Unreadable):
        unpack(START, b"")


def wavering(seed: int, looks: int) -> list[Look]:
    """A link as links are: figures that hover, and now and then jump."""
    rng = random.Random(seed)
    up, seen = 300.0, []
    for nth in range(looks):
        up = min(900, max(20, up * rng.uniform(0.8, 1.25)))
        seen.append(
            Look(
                START + nth * timedelta(seconds=5) + timedelta(milliseconds=rng.randint(0, 400)),
                rtt_ms=rng.randint(180, 900),
                jitter_ms=rng.randint(5, 120),
                delay_ms=rng.randint(40, 400),
                out_kbps=round(up * 0.8),
                in_kbps=rng.randint(20, 500),
                up_kbps=round(up),
                loss_pct=rng.randint(0, 120) / 10,
                out_loss_pct=rng.randint(0, 120) / 10,
                concealed_pct=rng.randint(0, 60) / 10,
                server_ms=rng.randint(150, 900),
                kbytes=rng.randint(20, 600),
                fps=rng.randint(0, 20),
                freezes=rng.randint(0, 2),
                rung=rng.choice([Rung.VIDEO, Rung.LOW_VIDEO, Rung.VOICE]),
                path=LinkPath.RELAY_TLS,
            )
        )
    return seen


def test_both_sides_of_a_wild_call_of_twenty_minutes_pack_into_twelve_thousand_bytes() -> None:
    both = [len(pack(wavering(seed, 240))[1]) for seed in (1, 2)]

    assert sum(both) < 12_000, both
