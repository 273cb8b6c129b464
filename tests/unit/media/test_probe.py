"""The rung a tested line would begin with: never above what both ways carry, never dearer for a better line."""

from hypothesis import given
from hypothesis import strategies as st

from telemed.kernel.values import Rung
from telemed.media.model_probe import Figures, rung_of

ORDER = list(Rung)
rates = st.none() | st.integers(0, 20_000)


def figures(up: int | None, down: int | None, loss: float | None = 0.0) -> Figures:
    return Figures(up, down, 100, 10, loss)


def test_the_weaker_way_decides() -> None:
    assert rung_of(figures(2000, 2000), reached=True) is Rung.VIDEO
    assert rung_of(figures(2000, 200), reached=True) is Rung.LOW_VIDEO
    assert rung_of(figures(60, 2000), reached=True) is Rung.VOICE
    assert rung_of(figures(10, 2000), reached=True) is Rung.TEXT


def test_what_loses_too_much_carries_no_voice_and_what_reaches_nothing_is_for_the_telephone() -> None:
    assert rung_of(figures(2000, 2000, 30.0), reached=True) is Rung.TEXT
    assert rung_of(figures(2000, 2000), reached=False) is Rung.PHONE


def test_a_line_nobody_measured_begins_with_voice() -> None:
    assert rung_of(Figures(None, None, None, None, None), reached=True) is Rung.VOICE


@given(rates, rates, st.integers(0, 5000), st.none() | st.floats(0, 100))
def test_more_of_it_is_never_worse(up: int | None, down: int | None, more: int, loss: float | None) -> None:
    better = figures(None if up is None else up + more, None if down is None else down + more, loss)

    assert ORDER.index(rung_of(better, reached=True)) <= ORDER.index(rung_of(figures(up, down, loss), reached=True))
