"""Rows of imported lists of codes: nobody's data, so without a wall; written by the operator's command alone."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, String, Table, Text

from telemed.infra.tables import APP_MAY, AT, metadata

Code = String(32, collation="C")
READ_ONLY = "select"

icd_list = Table(
    "icd_list",
    metadata,
    Column("id", Code, primary_key=True),
    Column("name", Text, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("sha256", String(64, collation="C"), nullable=False),
    Column("imported_at", AT, nullable=False),
    info={APP_MAY: READ_ONLY},
)
icd_code = Table(
    "icd_code",
    metadata,
    Column("list_id", Code, ForeignKey("icd_list.id"), primary_key=True),
    Column("code", Code, primary_key=True),
    Column("title_vi", Text, nullable=False),
    Column("title_en", Text, nullable=False),
    Column("not_main", Boolean, nullable=False),
    Column("unusable", Boolean, nullable=False),
    Column("valid_from", Date),
    Column("valid_to", Date),
    info={APP_MAY: READ_ONLY},
)
