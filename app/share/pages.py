"""The page, and what its head says of the run that a link leads to."""

import asyncio
import gzip
from contextlib import suppress
from functools import cache
from typing import NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from app import __version__
from app.assets import ASK_AGAIN, Asset, Assets, folder
from app.experiments import DEFAULT, EXPERIMENTS
from app.refusal import Refusal
from app.share.pictures import Busy, Glimpse, key_of, title_of
from engine.parcel import Shared

PATIENCE = 0.4
"""Seconds that a page waits to learn what error its run has come to; then it says so of the settings alone."""

router = APIRouter()

templates = Environment(
    loader=FileSystemLoader(folder("templates")), autoescape=select_autoescape(), undefined=StrictUndefined
)


class Card(NamedTuple):
    """What others show of a link to a run. All of it is text, some of it anybody's."""

    title: str
    description: str
    address: str
    image: str


@router.get("/")
async def lab(request: Request) -> Response:
    """The page. What its address asks for, the page itself passes on over the websocket."""
    wanted = {name: value for name, value in request.query_params.items() if name in ("run", "r")}
    return await _answer(request, wanted)


@router.get("/r/{name}")
async def short(request: Request, name: str) -> Response:
    """The page, by a short link."""
    return await _answer(request, {"r": name})


async def _answer(request: Request, wanted: dict[str, str]) -> Response:
    assets: Assets = request.app.state.assets
    card = await _card(request, wanted) if wanted else None
    if card is None:
        return await run_in_threadpool(lambda: _plain(assets).response(request, ASK_AGAIN))
    return await run_in_threadpool(_with_card, assets, card, "gzip" in request.headers.get("accept-encoding", ""))


async def _card(request: Request, wanted: dict[str, str]) -> Card | None:
    """Return what is to be said of the run; None where the link is none: then the page says why."""
    state = request.app.state
    if state.hub.links.turns.crowded:
        return None
    try:
        shared = await state.hub.links.read(wanted)
    except Refusal:
        return None
    if shared is None:
        return None
    glimpse = None
    with suppress(Busy, TimeoutError):
        glimpse = await asyncio.wait_for(state.pictures.of(shared, key_of(wanted)), PATIENCE)
    base = str(request.base_url)
    address = f"{base}r/{wanted['r']}" if "run" not in wanted else f"{base}?{urlencode({'run': wanted['run']})}"
    return Card(title_of(shared), description(shared, glimpse), address, f"{base}-/picture.png?{urlencode(wanted)}")


def description(shared: Shared, glimpse: Glimpse | None) -> str:
    """Return what there is to say of a run: its error too, if that is known by now."""
    if glimpse:
        beyond = f", of {shared.iteration:,} that it goes to" if glimpse.iteration < shared.iteration else ""
        return f"{glimpse.settings}{beyond}: mean error {glimpse.error}."
    recipe = shared.recipe
    hidden = f", hidden size {recipe.hidden_sizes[0]}" if recipe.hidden_sizes else ""
    changes = {0: "", 1: ", changed once"}.get(len(shared.timeline), f", changed {len(shared.timeline):,} times")
    return f"alpha {recipe.alpha:g}{hidden}, seed {recipe.seed}, {shared.iteration:,} iterations{changes}."


@cache
def _plain(assets: Assets) -> Asset:
    return Asset("lab.html", _rendered(assets, None))


def _with_card(assets: Assets, card: Card, zipped: bool) -> Response:
    content = _rendered(assets, card)
    headers = {"Cache-Control": "private, no-cache", "Vary": "Accept-Encoding"}
    if zipped:
        headers["Content-Encoding"] = "gzip"
        content = gzip.compress(content, 5, mtime=0)
    return Response(content, media_type="text/html", headers=headers)


def _rendered(assets: Assets, card: Card | None) -> bytes:
    text = templates.get_template("lab.html").render(
        asset=assets.url,
        modules=assets.modules(),
        version=__version__,
        plotly_style_id=assets.plotly_style_id,
        card=card,
        experiments=EXPERIMENTS,
        default=DEFAULT,
    )
    return text.encode()
