"""A real call on weak links: one seed of three rows of the suite. All rows with all seeds are in `make bench`."""

from dataclasses import replace
from pathlib import Path

import pytest

from telemed.infra.server import DatabaseServer
from tests.weak.calls import Outcome, Watched
from tests.weak.places import weak_place
from tests.weak.rows import ROWS, Row

pytestmark = pytest.mark.browser

SLACK = 2.0
"""One seed, on a machine that tests other things meanwhile: twice the bar. The bench holds medians against the bar."""


def row(name: str) -> Row:
    return next(one for one in ROWS if one.name.startswith(name))


def hold(outcome: Outcome) -> None:
    bars, story = outcome.row.bars, str(outcome.sides)
    assert outcome.faults == []
    assert not outcome.has_lost_words, outcome.draft
    for told in outcome.sides.values():
        assert told.voice_s is not None, story
        assert told.strays == [], "a frame was lost or came twice"
        if bars.concealed_pct is not None:
            assert told.figures.concealed_pct is not None, story
            assert told.figures.concealed_pct <= SLACK * bars.concealed_pct, story
        if bars.fps is not None:
            # How many pictures a second, is a figure of the bench: a busy machine draws few on the best of lines.
            assert told.picture_s is not None, story
        if bars.back_s is not None:
            assert told.voice_back_s is not None, story
            assert told.voice_back_s <= SLACK * bars.back_s, story


@pytest.mark.timeout(300)
async def test_a_call_holds_on_256_kbit_and_comes_back_by_itself_from_half_a_minute_of_nothing_and_another_address(
    database: DatabaseServer, tmp_path: Path
) -> None:
    thin, out, moves = row("256 k, 300 ms, 5 %"), row("blackout of 30 s"), row("another address")
    async with weak_place(database, tmp_path) as place:
        print(f"over {place.how}")  # shown with a failure
        watched = await Watched.of(place)
        hold(await watched.call(replace(thin, settle_s=2, measure_s=6), 1))
        # In one call, one after the other; where addresses cannot be changed, the blackout alone.
        address = moves.new_address if place.can_move else ""
        hold(await watched.call(replace(out, new_address=address, settle_s=1, measure_s=1), 1))
