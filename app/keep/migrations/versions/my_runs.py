"""Whose a session is, a list of runs, and short links."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add them; the list fills as sessions are come back to."""
    op.add_column("sessions", sa.Column("owner", sa.String(64)))
    op.create_index("ix_sessions_owner", "sessions", ["owner"])
    op.create_table(
        "runs",
        sa.Column("session", sa.String(64), primary_key=True),
        sa.Column("run", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(32), nullable=False, unique=True),
        sa.Column("saved_at", sa.Float, nullable=False),
        sa.Column("experiment", sa.String(64), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("iteration", sa.BigInteger, nullable=False),
        sa.Column("error", sa.Float),
        sa.Column("picture", sa.Text, nullable=False),
    )
    op.create_table(
        "links",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("made_at", sa.Float, nullable=False),
    )
