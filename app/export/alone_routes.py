"""The address from which a run is taken home as one file that trains it again."""

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool

from app.export import alone
from app.export.taken import Taken
from app.export.workbench import Full
from app.listing import filled, listing
from app.marks import marks_of
from app.messages import Mark
from app.routes import NEVER, session_of
from app.share.pages import templates
from engine import Run

router = APIRouter()


@router.get("/-/export/run.html")
async def run_html(request: Request) -> Response:
    """The run that is in view of a session, as a page of its own; the run goes on meanwhile."""
    session = await session_of(request)
    async with session.lock:
        taken, marks, program = await run_in_threadpool(told, session.workspace.run)
    template, static = templates.get_template("alone.html"), request.app.state.assets.text
    try:
        page = await request.app.state.workbench.make(
            session.name, lambda: alone.page(taken, marks, program, template, static).encode()
        )
    except Full as full:
        raise HTTPException(503, str(full), {"Retry-After": "5"}) from None
    except ValueError as error:
        raise HTTPException(409, str(error)) from None
    attached = {"Content-Disposition": f'attachment; filename="{taken.name}.html"'}
    return Response(page, media_type="text/html", headers={**NEVER, **attached})


def told(run: Run) -> tuple[Taken, list[Mark], str]:
    """Return a run, its edits and its program as it begins, in words, while nobody trains it."""
    begin = Run(run.recipe)
    settings = {
        "alpha": repr(begin.alpha).removesuffix(".0"),
        "hidden_size": begin.hidden_sizes[0] if begin.hidden_sizes else 0,
        "seed": begin.recipe.seed,
        "iterations": run.iteration,
    }
    return Taken.of(run), marks_of(run), filled(listing(begin), **settings)
