"""Static files: read once, named by a digest of them all, compressed once, and kept by the browser for ever."""

import gzip
import hashlib
import mimetypes
import threading
from collections.abc import Callable
from functools import cache, cached_property
from pathlib import Path

import brotli
from fastapi import Request, Response

from app import plotly_bundle
from app.leisure import stand_back

FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
COMPRESSED = (".html", ".js", ".css", ".svg", ".json", ".txt")
SMALL = 200_000
"""Bytes up to which a file is compressed as well as can be when somebody asks for it: a few milliseconds."""

LATE = (
    "panels/late/", "pieces/", "bucket/", "slice/", "plane/", "scripts/", "studies/", "twins/", "keep/", "share/",
    "home/", "alone/",
)  # fmt: skip
"""Folders of modules that are fetched when somebody opens what they make; the last are for `app.export.alone`."""

LEISURE = 15
"""How nice a thread is that has all the time in the world."""

QUICK, BETTER, BEST = 9, 10, 11
"""Brotli's qualities: for Plotly's script the second takes five seconds and is a tenth smaller than the first."""


def folder(name: str) -> Path:
    """Return a folder that travels inside the wheel and lies beside the package in a checkout."""
    inside = Path(__file__).parent / name
    return inside if inside.is_dir() else Path(__file__).parent.parent / name


mimetypes.add_type("font/woff2", ".woff2")  # which not every system knows
mimetypes.add_type("text/javascript", ".js")  # which some systems know as something that browsers refuse


class Asset:
    """One file in the forms in which it may be asked for."""

    def __init__(self, name: str, content: bytes) -> None:
        self.content = content
        self.media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.compressible = name.endswith(COMPRESSED)
        self.tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
        self._lock = threading.Lock()
        self._encoded: dict[str, bytes] = {}

    def encoded(self, encoding: str) -> bytes:
        """Return the content as br or gzip; the first call for each takes the time to compress."""
        with self._lock:
            if encoding not in self._encoded:
                self._encoded[encoding] = ENCODERS[encoding](self.content)
            return self._encoded[encoding]

    def improve(self) -> None:
        """Compress the content better than for the first who asked: some seconds, for a thread of its own."""
        stand_back(LEISURE)
        better = brotli.compress(self.content, quality=BETTER)
        with self._lock:
            self._encoded["br"] = better

    def response(self, request: Request, cache: str = FOR_EVER) -> Response:
        """Return the answer for a browser: unchanged, or in an encoding that it accepts."""
        headers = {"Cache-Control": cache, "ETag": self.tag, "Vary": "Accept-Encoding"}
        if request.headers.get("if-none-match") == self.tag:
            return Response(status_code=304, headers=headers)
        offered = {part.split(";")[0].strip() for part in request.headers.get("accept-encoding", "").split(",")}
        encoding = next((name for name in ENCODERS if name in offered and self.compressible), None)
        if encoding is None:
            return Response(self.content, media_type=self.media_type, headers=headers)
        headers["Content-Encoding"] = encoding
        return Response(self.encoded(encoding), media_type=self.media_type, headers=headers)


ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=BEST if len(content) <= SMALL else QUICK),
    "gzip": lambda content: gzip.compress(content, 9, mtime=0),
}
"""The encodings on offer, the best first."""


class Assets:
    """All static files, Plotly's script and style sheet among them, under addresses that change with any of them."""

    def __init__(self) -> None:
        root = folder("static")
        files = {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*")) if path.is_file()}
        self._assets = {name: Asset(name, path.read_bytes()) for name, path in files.items()}
        self._assets["plotly.min.js"] = Asset("plotly.min.js", plotly_bundle.script())
        self._assets["plotly.css"] = Asset("plotly.css", plotly_bundle.stylesheet().encode())
        self.plotly_style_id = plotly_bundle.style_guard_id()
        self._warm = False

    @cached_property
    def digest(self) -> str:
        """Changes whenever any file does, so that modules may import each other by relative names."""
        digest = hashlib.sha256()
        for name, asset in sorted(self._assets.items()):
            digest.update(name.encode() + b"\0" + hashlib.sha256(asset.content).digest())
        return digest.hexdigest()[:12]

    def url(self, name: str) -> str:
        """Return the address of a file; raise KeyError if there is none of that name."""
        self._assets[name]
        return f"/static/{self.digest}/{name}"

    def modules(self) -> list[str]:
        """Return the addresses of the modules that every visit needs, for the browser to fetch all at once."""
        own = [name for name in self._assets if name.endswith(".js") and name != "plotly.min.js"]
        return [self.url(name) for name in own if not name.startswith(LATE)]

    def get(self, name: str) -> Asset | None:
        """Return a file, or None."""
        return self._assets.get(name)

    def text(self, name: str) -> str:
        """Return what a file says; raise KeyError if there is none of that name."""
        return self._assets[name].content.decode()

    def warm_up(self) -> None:
        """Compress the largest file before anybody waits for it, and then, while everything else goes on, better.

        That is done once, however many labs a process opens.
        """
        if self._warm:
            return
        self._warm = True
        largest = self._assets["plotly.min.js"]
        for encoding in ENCODERS:
            largest.encoded(encoding)
        threading.Thread(target=largest.improve, name="compress", daemon=True).start()


@cache
def all_assets() -> Assets:
    """Return the assets, read and compressed once in a process."""
    return Assets()
