"""Where the page gets what a study has found."""

import gzip
import re

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool

from app.refusal import Refusal
from app.routes import NEVER, session_of

router = APIRouter()

NUMBER = re.compile(r"\d{1,15}", re.ASCII)


@router.get("/-/studies/{number}")
async def study(request: Request, number: str) -> Response:
    """What a study of a session has found so far; see `app.studies.results`."""
    session = await session_of(request)
    if not NUMBER.fullmatch(number):
        raise HTTPException(404, "There is no such experiment.")
    try:
        found = await session.studies.find(int(number)).found()
    except Refusal as refusal:
        raise HTTPException(404, refusal.message) from None
    if found is None:
        raise HTTPException(404, f"Experiment {number} has found nothing yet.")
    headers = {**NEVER, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
    else:
        found = await run_in_threadpool(gzip.decompress, found)
    return Response(found, media_type="application/json", headers=headers)
