"""Names are found however they were typed."""

import pytest

from telemed.records.words import beginnings, words


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Giàng Thị Sua Demo", {"giang", "thi", "sua", "demo"}),
        ("ĐÈO VĂN ĐỘ", {"deo", "van", "do"}),
        ("hoà hòa", {"hoa"}),
        ("Lý Lí Ly", {"li"}),
        ("Nguye\u0302\u0303n", {"nguien"}),
        ("DT 2 12-1234567890;", {"dt", "2", "12", "1234567890"}),
        ("  ,.-  ", set()),
        ("", set()),
    ],
)
def test_words_are_kept_in_lower_case_without_marks(typed: str, kept: set[str]) -> None:
    assert words(typed) == kept


def test_a_search_finds_what_begins_with_each_of_its_words() -> None:
    def finds(search: str, name: str) -> bool:
        return all(any(low <= word < high for word in words(name)) for low, high in beginnings(search))

    assert finds("giang su", "Giàng Thị Sua Demo")
    assert finds("SUA", "Giàng Thị Sua Demo")
    assert finds("0120", "012056001234")
    assert not finds("ua", "Giàng Thị Sua Demo")
    assert not finds("giang mai", "Giàng Thị Sua Demo")


def test_the_word_that_tells_most_is_looked_up_first() -> None:
    assert [low for low, _ in beginnings("a thi giang")] == ["giang", "thi", "a"]
