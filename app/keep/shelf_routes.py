"""The addresses of My runs. Whose they are stands in a header, which no page of another site can send."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from pydantic import Field, ValidationError

from app.keep import shelf
from app.messages import Message
from app.refusal import Refusal
from app.routes import NEVER, session_of

OWNER = "eleven-lines-owner"
"""The header in which a browser says whose runs it asks for: a secret of its own."""

MOST_BYTES = 1000

router = APIRouter(prefix="/-/runs")


class Named(Message):
    """What a run is to be called."""

    name: Annotated[str, Field(max_length=60)]


def owner_of(request: Request) -> str:
    """Return the secret of the browser that asks."""
    owner = request.headers.get(OWNER, "")
    if not 16 <= len(owner) <= 64:
        raise HTTPException(403, f"Runs are shown to the browser they belong to: it says so in the header {OWNER}.")
    return owner


Owner = Annotated[str, Depends(owner_of)]


@router.get("")
async def runs(request: Request, owner: Owner) -> Response:
    """The runs of a browser, the newest first, so many at a time; `?skip=60` asks for those behind the first 60."""
    skip = request.query_params.get("skip", "0")
    if not (skip.isascii() and skip.isdigit() and len(skip) < 7):
        raise HTTPException(422, "skip must be a whole number from 0 to 999,999.")
    found = await shelf.listed(request.app.state.hub, owner, await session_of(request), int(skip))
    return Response(found.model_dump_json(), media_type="application/json", headers=NEVER)


@router.post("/{run}/open")
async def open_run(request: Request, owner: Owner, run: str) -> Response:
    """Turn to a run."""
    here = await session_of(request)
    with _answering():
        await shelf.open_run(request.app.state.hub, owner, here, run)
    return Response(status_code=204, headers=NEVER)


@router.patch("/{run}")
async def rename(request: Request, owner: Owner, run: str) -> Response:
    """Give a run a name."""
    await session_of(request)
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            break
    try:
        name = Named.model_validate_json(body).name
    except ValidationError:
        raise HTTPException(422, "A name may have up to 60 characters.") from None
    with _answering():
        await shelf.rename(request.app.state.hub, owner, run, name)
    return Response(status_code=204, headers=NEVER)


@router.delete("/{run}")
async def delete(request: Request, owner: Owner, run: str) -> Response:
    """Delete a run for good."""
    await session_of(request)
    with _answering():
        await shelf.delete(request.app.state.hub, owner, run)
    return Response(status_code=204, headers=NEVER)


@contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except shelf.ShelfError as error:
        raise HTTPException(error.status, str(error)) from None
    except Refusal as refusal:
        raise HTTPException(409, refusal.message) from None
