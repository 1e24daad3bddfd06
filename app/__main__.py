"""The command `eleven-lines`: serve the lab, or do one of its experiments."""

import argparse
import gc
import logging
import socket
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from app import __version__
from app.command.arguments import ABOUT, Parser

if TYPE_CHECKING:
    import uvicorn

    from app.settings import Settings

BACKLOG = 2048
SEND_BUFFER = 64 * 1024
USER_TIMEOUT_MS = 15_000


def main(arguments: list[str] | None = None) -> int:
    """Serve until interrupted, or do an experiment; return the exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    if words and words[0] in ABOUT:
        from app.command.experiments import run  # what serves is not wanted, and takes a second to load

        return run(words[0], words[1:])
    return serve(words)


def serve(words: list[str]) -> int:
    """Serve until interrupted; return the exit status."""
    import uvicorn
    from pydantic import ValidationError

    from app.settings import Settings, explained

    others = "".join(f"\n  eleven-lines {name:6} {about}" for name, about in ABOUT.items())
    parser = Parser(
        "eleven-lines",
        description="Watch a small neural network learn, in the browser.",
        epilog=f"experiments, each with a --help of its own:{others}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--host", help="address to listen on; 0.0.0.0 lets a classroom in (default: 127.0.0.1)")
    parser.add_argument("--port", type=int, help="port to listen on; 0 takes a free one (default: 8000)")
    parser.add_argument("--version", action="version", version=f"eleven-lines {__version__}")
    given = parser.parse_args(words)
    try:
        settings = Settings(**{name: value for name, value in vars(given).items() if value is not None})
    except ValidationError as error:
        print(*(f"eleven-lines: {sentence}" for sentence in explained(error)), sep="\n", file=sys.stderr)  # noqa: T201
        return 2
    except ValueError as error:
        print(f"eleven-lines: a setting can't be used: {error}", file=sys.stderr)  # noqa: T201
        return 2
    try:
        listening = listen(settings.host, settings.port)
    except OSError as error:
        print(f"eleven-lines: can't listen on port {settings.port}: {error}", file=sys.stderr)  # noqa: T201
        return 1
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    allow_files()
    server = uvicorn.Server(_config(settings))
    spare_the_collector()
    sys.setswitchinterval(0.001)  # so that loops not yet compiled let the event loop in after a millisecond
    host, port = listening.getsockname()[:2]
    address = f"[{host}]" if ":" in host else host
    print(f"Eleven Lines is at http://{address}:{port}", flush=True)  # noqa: T201
    with suppress(KeyboardInterrupt):  # uvicorn has shut down properly when it passes this on
        server.run(sockets=[listening])
    return 0


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket whose connections do not outlive a page that reads nothing.

    Without these options such a connection keeps megabytes of old frames in the kernel and never ends.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, USER_TIMEOUT_MS)
    try:
        listening.bind((host, port))
        listening.listen(BACKLOG)  # whoever comes before the lab is ready waits instead of being turned away
    except BaseException:
        listening.close()
        raise
    return listening


def spare_the_collector() -> None:
    """Keep the garbage collector from walking over all that is there to stay, again and again.

    Frames are made of hundreds of small lists that reference counting frees; with the usual thresholds the collector
    looks for cycles among them many times a second, which was about a quarter of what a frame cost.
    """
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)


def allow_files() -> None:
    """Raise the number of sockets that the system lets this process have to the most that it may ask for."""
    with suppress(ImportError, OSError, ValueError):  # no such thing, or no such right, here
        import resource

        most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _config(settings: "Settings") -> "uvicorn.Config":
    import uvicorn

    from app.door import door
    from app.main import create_app
    from app.wire import Wire

    app = create_app(settings)
    return uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        http=door(settings, app.state.hub.metrics),
        ws=Wire,
        ws_max_size=settings.max_message_bytes,
        # Compressing a small frame costs more than sending it.
        ws_per_message_deflate=False,
        ws_ping_interval=None,  # the hub looks after all connections at once
        timeout_graceful_shutdown=2,
        server_header=False,
    )


if __name__ == "__main__":
    sys.exit(main())
