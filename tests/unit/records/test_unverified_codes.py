"""Codes nobody could check are marked as such, in one file, and told in the docs."""

import json
from pathlib import Path

from telemed.records.lists import UNVERIFIED
from telemed.records.wire_patients import PatientFields

DOCS = Path(__file__).parents[3] / "docs" / "exchange.md"


def test_each_code_that_was_not_checked_says_of_which_list_it_should_be_and_stands_in_the_docs() -> None:
    codes = json.loads(UNVERIFIED.read_text(encoding="utf-8"))
    told = DOCS.read_text(encoding="utf-8")

    for name, one in codes.items():
        assert one["list"], name
        if not one["verified"]:
            assert f"| `{one['code']}` |" in told, name


def test_a_patient_has_the_nationality_of_that_file_until_another_is_written() -> None:
    codes = json.loads(UNVERIFIED.read_text(encoding="utf-8"))

    assert PatientFields().nationality_code == codes["nationality_of_vietnam"]["code"]
