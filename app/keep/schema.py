"""The tables of the database as they are now; `app.keep.migrations` holds the way there."""

from sqlalchemy import BigInteger, Column, Float, Integer, LargeBinary, MetaData, String, Table, Text

VERSIONS = ("0001", "0002", "0003")
"""Every version there has been, this one last."""

metadata = MetaData()

sessions = Table(
    "sessions",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("document", Text, nullable=False),
    Column("saved_at", Float, nullable=False, index=True),  # seconds since 1970
    Column("owner", String(64), index=True),  # the secret of a browser; null: no page has named one yet
)

keyframes = Table(
    "keyframes",
    metadata,
    Column("session", String(64), primary_key=True),
    Column("run", Integer, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("session", String(64), primary_key=True),
    Column("run", Integer, primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("saved_at", Float, nullable=False),
    Column("experiment", String(64), nullable=False),
    Column("name", String(64), nullable=False),
    Column("label", Text, nullable=False),
    Column("iteration", BigInteger, nullable=False),
    Column("error", Float),  # null: not a number, which no database can be relied on to keep
    Column("picture", Text, nullable=False),  # JSON
)

links = Table(
    "links",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("made_at", Float, nullable=False),
)

studies = Table(
    "studies",
    metadata,
    Column("session", String(64), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("document", LargeBinary, nullable=False),  # JSON, by zlib: what was asked holds a whole set of data
    Column("result", LargeBinary),  # JSON, by gzip; null: none yet, and it can be found again
)

version = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))
