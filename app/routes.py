"""The addresses of the lab."""

import logging
from functools import cache
from typing import cast

from fastapi import APIRouter, HTTPException, Request, Response, WebSocket
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse

from app import __version__, sheet
from app.assets import ASK_AGAIN, Asset, Assets
from app.door import CROWDED
from app.keep.saved import StorageError
from app.origin import is_welcome
from app.refusal import Refusal
from app.session import Session
from app.slices import slice_of
from app.socket import FOREIGN, Connection
from app.wire import line_of
from engine import Recipe
from engine.backend import BACKEND

log = logging.getLogger(__name__)

SESSION = "eleven-lines-session"
"""The header in which a page names its session."""

NEVER = {"Cache-Control": "no-store"}

router = APIRouter()


@router.get("/healthz")
async def health(request: Request) -> JSONResponse:
    """Answer when the lab can serve."""
    hub = request.app.state.hub
    await hub.saver.opened()
    return JSONResponse(
        {
            "status": "ok",
            "version": __version__,
            "kernel": BACKEND.kind,
            "sessions": len(hub.sessions),
            "saves": hub.saver.saves,
        },
        headers=NEVER,
    )


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    """What the lab has counted, for Prometheus."""
    text, media_type = request.app.state.hub.metrics.exposition()
    return Response(text, media_type=media_type, headers=NEVER)


@router.get("/static/{digest}/{name:path}")
async def static(request: Request, digest: str, name: str) -> Response:
    """A file of the page; an address from before an upgrade is not answered with another version's file."""
    assets: Assets = request.app.state.assets
    asset = assets.get(name)
    if asset is None or digest != assets.digest:
        raise HTTPException(404, "There is no such file.")
    return await run_in_threadpool(asset.response, request)


@router.get("/-/figures/{name}.json")
async def figure(request: Request, name: str) -> Response:
    """A Plotly figure without its live data; with the name of a session, the error surface of its data and rules."""
    try:
        if SESSION in request.headers:
            session = await session_of(request)
            async with session.lock:
                recipe = session.workspace.run.present
            return Response(
                await run_in_threadpool(_surface, name, recipe), media_type="application/json", headers=NEVER
            )
        return await run_in_threadpool(lambda: _figure(name).response(request, ASK_AGAIN))
    except KeyError:
        raise HTTPException(404, f"There is no figure called {name[:64]!r}.") from None
    except ValueError as error:
        raise HTTPException(409, str(error)) from None


@router.get("/-/data.csv")
async def data(request: Request) -> Response:
    """All the data of a session's run, as `np.loadtxt("data.csv", delimiter=",", skiprows=1)` reads it."""
    session = await session_of(request)
    async with session.lock:
        run_data = session.workspace.run.data
    return Response(await run_in_threadpool(sheet.written, run_data), media_type="text/csv", headers=NEVER)


@router.get("/-/slice")
async def slice_through(
    request: Request, synapse: int, row: int, column: int, low: float = -10, high: float = 10
) -> Response:
    """The error along one weight of a session's run, over all rows."""
    session = await session_of(request)
    try:
        answer = await slice_of(session, synapse, row, column, low, high)
    except Refusal as refusal:
        raise HTTPException(409, refusal.message) from None
    return Response(answer.model_dump_json(), media_type="application/json", headers=NEVER)


async def session_of(request: Request) -> Session:
    """Return the session that a request names; its name is a secret, so it stands in a header and not in an address."""
    try:
        session = await request.app.state.hub.find(request.headers.get(SESSION, ""))
    except StorageError:
        raise HTTPException(503, "This run can't be read just now: try again in a while.") from None
    if session is None:
        raise HTTPException(404, "There is no such session.")
    return cast(Session, session)


@router.websocket("/ws")
async def websocket(socket: WebSocket) -> None:
    """A page's connection to its session."""
    hub = socket.app.state.hub
    origin, host = socket.headers.get("origin"), socket.headers.get("host")
    if not is_welcome(origin, host, hub.settings.allowed_origins):
        log.warning("A page of %r was refused; this is %r. ELEVEN_LINES_ALLOWED_ORIGINS can let it in.", origin, host)
        await socket.close(FOREIGN, "pages of other sites may not connect")
        return
    await socket.accept()
    await Connection(line_of(socket), hub).serve(crowded=socket.scope.get("state", {}).get(CROWDED, False))


def _surface(name: str, recipe: Recipe) -> str:
    from app import figures  # see `_figure`

    return figures.surface(name, recipe)


@cache
def _figure(name: str) -> Asset:
    from app import figures  # and not above: plotly is a second's work to import, and the page itself does without

    return Asset(f"{name}.json", figures.figure(name).encode())
