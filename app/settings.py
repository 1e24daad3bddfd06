"""Everything that can be set from outside, each by an environment variable with the prefix ELEVEN_LINES_."""

import json
import os
import re
from pathlib import Path
from typing import Annotated, Any

from platformdirs import user_data_path
from pydantic import BeforeValidator, Field, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


def _default_database() -> str:
    return f"sqlite:///{Path(user_data_path('eleven-lines')) / 'runs.db'}"


def _default_port() -> int:
    # PORT is what hosting platforms set; the prefixed variable wins over it.
    return int(os.environ.get("PORT", "8000"))


PREFIX = "ELEVEN_LINES_"

Listed = (NoDecode, BeforeValidator(lambda given: json.loads(given) if isinstance(given, str) else given))
"""How a list is read: by us, so that what is no JSON is refused like all else."""

Origin = Annotated[str, Field(pattern=r"^(\*|https?://[A-Za-z0-9.\-\[\]:*]+)$")]
"""Nothing in it can end the header that it is put into."""


class Settings(BaseSettings):
    """The lab's settings; docs/settings.md lists them all."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, use_attribute_docstrings=True)

    host: str = "127.0.0.1"
    """Address to listen on; 0.0.0.0 lets a classroom in."""
    port: Annotated[int, Field(ge=0, le=65535)] = Field(default_factory=_default_port)
    """Port to listen on; 0 takes a free one. The plain variable PORT is honoured too."""
    allowed_origins: Annotated[list[str], *Listed] = []
    """More origins that may open a websocket, as a JSON list such as ["https://lab.example.org"]; the server's own
    always may."""
    embed_origins: Annotated[list[Origin], *Listed, Field(max_length=64)] = []
    """Origins whose pages may frame the embed view of a run, as a JSON list such as ["https://blog.example.org"]; "*"
    lets every page do so."""
    database: str = Field(default_factory=_default_database)
    """Where runs are kept: an SQLAlchemy URL; by default a SQLite file in the user's data folder. Empty: nowhere."""
    keep_days: Annotated[int, Field(ge=1)] = 30
    """Days after which a session that nobody came back to is deleted."""
    max_links: Annotated[int, Field(ge=0)] = 10_000
    """Short links that are kept; then no more are made. Nothing but this lab's owner deletes them. 0: none are made."""
    max_link_bytes: Annotated[int, Field(ge=1024, le=16_000_000)] = 1_000_000
    """Bytes of a run behind a short link."""
    max_links_bytes: Annotated[int, Field(ge=0)] = 200_000_000
    """Bytes of all runs behind short links together; then no more are made."""
    max_sessions: Annotated[int, Field(ge=1)] = 1000
    """Sessions held in memory; the longest unwatched make room, and when all are watched newcomers wait."""
    max_watchers: Annotated[int, Field(ge=1)] = 2500
    """Pages that may watch one session at once."""
    max_connections: Annotated[int, Field(ge=1)] = 4000
    """Connections of any kind, websockets among them; more are turned away at the door."""
    max_hidden_size: Annotated[int, Field(ge=1, le=1024)] = 64
    """Units of the hidden layer."""
    max_iterations: Annotated[int, Field(ge=1)] = 1_000_000_000
    """Iterations of one run."""
    max_edits: Annotated[int, Field(ge=1)] = 10_000
    """Changes on the timeline of one run."""
    max_other_runs: Annotated[int, Field(ge=0)] = 12
    """Runs that an experiment holds beside the present one: branches of it, and those before the last Reset."""
    max_rows: Annotated[int, Field(ge=1, le=100_000)] = 10_000
    """Examples of one run."""
    max_columns: Annotated[int, Field(ge=1, le=256)] = 32
    """Input columns of one run."""
    max_targets: Annotated[int, Field(ge=1, le=64)] = 8
    """Target columns of one run."""
    max_pins: Annotated[int, Field(ge=0, le=64)] = 6
    """Iterations of one run that can be pinned for comparison."""
    max_tried: Annotated[int, Field(ge=0, le=256)] = 16
    """Rows of inputs that the network of one experiment can be asked about at once."""
    max_studies: Annotated[int, Field(ge=1, le=1000)] = 24
    """Studies that a session keeps; the oldest that is over makes room for another."""
    max_working_studies: Annotated[int, Field(ge=1, le=64)] = 2
    """Studies that are at work at once in the whole lab, one of each session; the others wait."""
    max_lanes: Annotated[int, Field(ge=2, le=200)] = 24
    """Runs side by side in one race."""
    max_study_runs: Annotated[int, Field(ge=2, le=100_000)] = 10_000
    """Runs of one study: alphas times hidden sizes times seeds."""
    study_seconds: Annotated[float, Field(gt=0)] = 300.0
    """Seconds of computing that one study may take, as they are reckoned before it begins."""
    max_message_bytes: Annotated[int, Field(ge=1024)] = 1_000_000
    """A larger message closes the websocket with code 1009; the longest are tables that somebody pastes."""
    messages_per_second: Annotated[int, Field(ge=10)] = 300
    """Messages a page may send each second, with twice as many in a burst; more closes it with code 4408. Every 16 KiB
    of a message count as one."""
    join_seconds: Annotated[float, Field(gt=0)] = 10.0
    """Seconds that a connection may take to send its request, and a page to join; then it is closed."""
    silence_seconds: Annotated[float, Field(gt=0)] = 30.0
    """Seconds without any sign of life after which a page counts as gone; after half of them it is asked for one."""
    frame_rate: Annotated[float, Field(gt=0, le=120)] = 60.0
    """Frames a second that a page is sent at the most; fewer, down to 30 and then to 10, when there is a rush."""
    frame_window: Annotated[int, Field(ge=2, le=16)] = 3
    """Frames on their way to a page, sent and not yet painted, at the most."""
    idle_seconds: Annotated[float, Field(gt=0)] = 60.0
    """Seconds without a painted frame after which training rests until somebody looks again."""
    save_seconds: Annotated[float, Field(gt=0)] = 0.5
    """Seconds between two saves of a run that goes on."""
    export_seconds: Annotated[float, Field(gt=0)] = 5.0
    """Seconds of the processor for which a run may be trained again for one file that is taken home; a longer one is
    written another way."""
    threads: Annotated[int, Field(ge=1, le=64)] = min(4, os.cpu_count() or 1)
    """Threads that train, when a burst is too long for the event loop; by default one a core, up to four."""


def explained(error: ValidationError) -> list[str]:
    """Return a sentence for each setting that can't be used: its variable, and what is wanted."""
    return [_explained(str(wrong["loc"][0]), wrong) for wrong in error.errors()]


def _explained(name: str, wrong: Any) -> str:
    variable, given = PREFIX + name.upper(), json.dumps(wrong["input"], default=str, ensure_ascii=False)
    example = re.search(r"a JSON list such as \[.*?\]", Settings.model_fields[name].description or "")
    if example is None:
        return f"{variable} is {given}: {wrong['msg'].lower()}."
    return f"{variable} must be {example[0]}" + (f", without {given}." if len(wrong["loc"]) > 1 else f", not {given}.")
