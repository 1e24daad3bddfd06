"""The addresses of the lab."""

import hashlib
from functools import lru_cache

from fastapi import APIRouter, HTTPException, Request, Response, WebSocket
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from app import __version__, figures, plotly_bundle
from app.assets import Assets, accepted_encodings, folder
from app.origin import is_welcome
from app.socket import FOREIGN, Connection

router = APIRouter()

templates = Environment(
    loader=FileSystemLoader(folder("templates")), autoescape=select_autoescape(), undefined=StrictUndefined
)


@router.get("/", response_class=HTMLResponse)
def lab(request: Request) -> Response:
    """The page. What its address asks for, the page itself passes on over the websocket."""
    assets: Assets = request.app.state.assets
    page = templates.get_template("lab.html").render(
        asset=assets.url,
        modules=assets.modules(),
        version=__version__,
        plotly_style_id=plotly_bundle.style_guard_id(),
    )
    return HTMLResponse(page, headers={"Cache-Control": "no-cache"})


@router.get("/healthz")
def health(request: Request) -> JSONResponse:
    """Answer when the lab can serve."""
    hub = request.app.state.hub
    return JSONResponse(
        {"status": "ok", "version": __version__, "sessions": len(hub.sessions), "saves": hub.saver.saves},
        headers={"Cache-Control": "no-store"},
    )


@router.get("/static/{digest}/{name:path}")
async def static(request: Request, digest: str, name: str) -> Response:
    """A file of the page; an address from before an upgrade is not answered with another version's file."""
    assets: Assets = request.app.state.assets
    asset = assets.get(name)
    if asset is None or digest != assets.digest:
        raise HTTPException(404, "There is no such file.")
    return await run_in_threadpool(asset.response, accepted_encodings(request))


@router.get("/-/figures/{name}.json")
def figure(request: Request, name: str) -> Response:
    """A Plotly figure without its live data."""
    try:
        body = _figure(name)
    except KeyError:
        raise HTTPException(404, f"There is no figure called {name[:64]!r}.") from None
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    headers = {"Cache-Control": "no-cache", "ETag": tag}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)


@router.websocket("/ws")
async def websocket(socket: WebSocket) -> None:
    """A page's connection to its session."""
    hub = socket.app.state.hub
    if not is_welcome(socket.headers.get("origin"), socket.headers.get("host"), hub.settings.allowed_origins):
        await socket.close(FOREIGN, "pages of other sites may not connect")
        return
    await Connection(socket, hub).serve()


@lru_cache
def _figure(name: str) -> bytes:
    return figures.figure(name).encode()
