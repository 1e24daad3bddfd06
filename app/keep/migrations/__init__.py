"""The steps by which a database of an earlier version becomes one of this; Alembic walks them.

A step is never changed once it was released: it says what was, in words of its own.
"""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def stamp(connection: Connection, version: str) -> None:
    """Note that a database is of that version already."""
    command.stamp(_config(connection), version)


def migrate(connection: Connection) -> None:
    """Bring a database to the newest version, within the transaction that has been begun."""
    command.upgrade(_config(connection), "head")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", "app.keep:migrations")
    config.attributes["connection"] = connection
    return config
