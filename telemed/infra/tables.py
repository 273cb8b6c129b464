"""The one `MetaData` all tables stand in, how their constraints are named, and what the application may do to each."""

from sqlalchemy import DateTime, MetaData

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pkey",
        "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "ck": "%(table_name)s_%(constraint_name)s_check",
        "ix": "%(table_name)s_%(column_0_N_name)s_idx",
    }
)

AT = DateTime(timezone=True)
"""The type of every column that ends in `_at`."""

APP_MAY = "app_may"
"""Key of `Table.info`: the application role's privileges, when they are fewer than `EVERYTHING`."""

EVERYTHING = "select, insert, update, delete"
APPEND_ONLY = "select, insert"
"""History: `Table(..., info={APP_MAY: APPEND_ONLY})` and not even a fault in the program can rewrite it."""
