"""Another secret of an address that is told of facts, with the one before good for a while."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0013"
down_revision: str | None = "0012"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("webhook", sa.Column("old_secret", sa.LargeBinary(), nullable=True))
    op.add_column("webhook", sa.Column("old_secret_until", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("webhook", "old_secret_until")
    op.drop_column("webhook", "old_secret")
