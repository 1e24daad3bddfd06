"""The addresses by which a run is given to others: its link, a short one, a picture of it, a code for phones."""

from io import BytesIO

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse

from app.refusal import Refusal
from app.routes import NEVER, session_of
from app.share.links import NoShortLinkError
from app.share.pictures import Busy, key_of
from engine import Run
from engine.link import text_of
from engine.parcel import DIGEST_DIGITS, Shared

LONGEST_CODE = 1200
"""Characters of an address: phones can't read a code that holds more from a screen."""

A_DAY = {"Cache-Control": "public, max-age=86400"}

router = APIRouter()


@router.get("/-/share")
async def share(request: Request) -> JSONResponse:
    """The run of a session as the text of a link, or why there can't be one; and what else this lab offers."""
    shared = await _shared(request)
    links, settings = request.app.state.hub.links, request.app.state.hub.settings
    try:
        text, why = await run_in_threadpool(text_of, shared), ""
    except ValueError as error:
        text, why = None, str(error)
    return JSONResponse(
        {
            "run": text,
            "why": why,
            "iteration": shared.iteration,
            "keeps": links.keeps,
            "embeds": bool(settings.embed_origins),
        },
        headers=NEVER,
    )


@router.post("/-/links")
async def keep(request: Request) -> JSONResponse:
    """Keep the run of a session, and answer with its name in a short link."""
    shared = await _shared(request)
    session = await session_of(request)
    try:
        name = await request.app.state.hub.links.keep(session.name, shared)
    except NoShortLinkError as error:
        raise HTTPException(error.status, str(error)) from None
    return JSONResponse({"name": name, "iteration": shared.iteration}, 201, headers=NEVER)


@router.post("/-/qr")
async def code(request: Request) -> Response:
    """An address as a QR code, for whoever points a phone at the screen."""
    await session_of(request)
    address = b""
    async for piece in request.stream():
        address += piece
        if len(address) > LONGEST_CODE:
            break
    if not 0 < len(address) <= LONGEST_CODE:
        raise HTTPException(413, f"A code of more than {LONGEST_CODE:,} characters can't be read from a screen.")
    return Response(await run_in_threadpool(_code, address), media_type="image/svg+xml", headers=NEVER)


@router.get("/-/picture.png")
async def picture(request: Request) -> Response:
    """A picture of the run that a link holds, for programs that show where a link leads."""
    wanted = {name: value for name, value in request.query_params.items() if name in ("run", "r")}
    try:
        shared = await request.app.state.hub.links.read(wanted)
        if shared is None:
            raise HTTPException(404, "A picture is of a run: the address needs ?run= or ?r=.")
        glimpse = await request.app.state.pictures.of(shared, key_of(wanted))
    except Refusal as refusal:
        raise HTTPException(404, refusal.message) from None
    except Busy:
        busy = "Too many pictures are being drawn: try again in a while."
        raise HTTPException(503, busy, {"Retry-After": "5"}) from None
    if glimpse is None:
        raise HTTPException(404, "This run can't be drawn.")
    return Response(glimpse.png, media_type="image/png", headers=A_DAY)


async def _shared(request: Request) -> Shared:
    """Return the run in view of a session; with ?from=start as it is at iteration 0, with all that is done later."""
    from_start = request.query_params.get("from") == "start"
    session = await session_of(request)
    async with session.lock:
        kept = session.workspace.kept
        return await run_in_threadpool(_taken, kept.run, kept.name, from_start)


def _taken(run: Run, name: str, from_start: bool) -> Shared:
    there = run.at(0) if from_start else run
    return Shared(run.recipe, list(run.timeline), there.iteration, there.digest[:DIGEST_DIGITS], name)


def _code(address: bytes) -> bytes:
    import segno  # hardly ever needed

    file = BytesIO()
    segno.make(address, error="l", micro=False).save(file, kind="svg", xmldecl=False, svgns=True, border=3, scale=4)
    return file.getvalue()
