"""Headers on every answer: what the page may load, and who may frame it."""

from collections.abc import Sequence
from urllib.parse import parse_qsl

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FRAMED_BY_NONE = "frame-ancestors 'none'"

# Plotly sets style attributes, draws heat maps as data: images, and saves pictures through blob: ones.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        FRAMED_BY_NONE,
    )
)

DOCUMENTS = ("text/html", "image/svg+xml")
"""What a browser opens as a page."""

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class SecureHeaders:
    """Middleware that adds `HEADERS` to every HTTP answer; what a page may load is said of pages alone.

    It would be a third of a small module's answer, and there are two hundred of them.
    """

    def __init__(self, app: ASGIApp, embed_origins: Sequence[str] = ()) -> None:
        self._app = app
        framed_by = f"frame-ancestors {' '.join(embed_origins)}"
        self._embedded = CONTENT_SECURITY_POLICY.replace(FRAMED_BY_NONE, framed_by) if embed_origins else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                if headers.get("content-type", "").startswith(DOCUMENTS):
                    self._protect(headers, scope)
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)

    def _protect(self, headers: MutableHeaders, scope: Scope) -> None:
        """Say what a page may load; who may frame it is nobody, but for the embed view where a setting says so."""
        if self._embedded and is_embed(scope):
            headers["Content-Security-Policy"] = self._embedded
        else:
            headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
            headers["X-Frame-Options"] = "DENY"


def is_embed(scope: Scope) -> bool:
    """Tell whether an address asks for the embed view: it has `embed` in its query."""
    query = scope.get("query_string", b"").decode("latin-1")
    return any(name == "embed" for name, _ in parse_qsl(query, keep_blank_values=True))
