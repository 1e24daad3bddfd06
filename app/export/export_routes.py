"""The addresses from which a run is taken home."""

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool

from app.export.files import FILES
from app.export.taken import Taken
from app.export.workbench import Full
from app.routes import NEVER, session_of

router = APIRouter()


@router.get("/-/export/{name}")
async def export(request: Request, name: str) -> Response:
    """A file of the run that is in view of a session, which goes on meanwhile."""
    if name not in FILES:
        raise HTTPException(404, f"A run can't be taken home as {name[:64]!r}.")
    session = await session_of(request)
    async with session.lock:
        taken = await run_in_threadpool(Taken.of, session.workspace.run)
    seconds = request.app.state.hub.settings.export_seconds
    try:
        file = await request.app.state.workbench.make(session.name, lambda: FILES[name](taken, seconds))
    except Full as full:
        raise HTTPException(503, str(full), {"Retry-After": "5"}) from None
    attached = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return Response(file.content, media_type=file.media_type, headers={**NEVER, **attached})
