"""Run by Alembic for every command: the connection is given by `runner.py`, the tables come from all features."""

from alembic import context

from telemed.migrations.runner import whole_metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=whole_metadata(),
    compare_server_default=True,
)
with context.begin_transaction():
    context.run_migrations()
