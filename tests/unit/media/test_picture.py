"""What the robot shows moves, and what it plays is soft and comes back to where it began."""

from array import array

from telemed.media.picture import HEIGHT, LOUDNESS, PICTURES_PER_SECOND, WIDTH, picture, sound


def test_each_picture_differs_from_the_one_before() -> None:
    shown = [bytes(picture(number).planes[0]) for number in range(PICTURES_PER_SECOND)]

    assert len(set(shown)) == PICTURES_PER_SECOND


def test_the_trace_scrolls_on_without_a_jump_after_one_width() -> None:
    assert bytes(picture(0).planes[0]) == bytes(picture(WIDTH).planes[0])
    assert (picture(0).width, picture(0).height) == (WIDTH, HEIGHT)


def test_every_second_has_a_soft_beep_and_then_quiet() -> None:
    loudest = [max(map(abs, array("h", bytes(sound(number).planes[0])[:1920]))) for number in range(100)]

    assert LOUDNESS * 0.8 < max(loudest) <= LOUDNESS
    assert loudest[:50] == loudest[50:]
    assert loudest[8:50] == [0] * 42
