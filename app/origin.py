"""Which pages may open a websocket: our own, and those that a setting names."""

from collections.abc import Sequence
from urllib.parse import urlsplit


def is_welcome(origin: str | None, host: str | None, allowed: Sequence[str]) -> bool:
    """Tell whether a handshake may go on; a program that is no browser sends no Origin and may.

    Parameters
    ----------
    origin, host : the headers of these names
    allowed : origins welcome besides the server's own
    """
    if origin is None or origin in allowed:
        return True
    try:
        return bool(host) and urlsplit(origin).netloc.lower() == str(host).lower()
    except ValueError:  # an origin such as http://[ is nobody's
        return False
