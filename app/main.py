"""Wires the lab together."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException as StarletteHTTPException
from threadpoolctl import threadpool_limits

from app.assets import all_assets
from app.export.alone_routes import router as alone
from app.export.export_routes import router as exports
from app.export.workbench import Workbench
from app.headers import SecureHeaders
from app.hub import Hub
from app.keep.shelf_routes import router as shelf
from app.messages import Error
from app.metrics import Metrics
from app.refusal import misread
from app.routes import router
from app.scheduler import Scheduler
from app.settings import Settings
from app.share.pages import router as pages
from app.share.pictures import Pictures
from app.share.sharing import router as sharing
from app.studies.routes import router as studies
from engine.backend import BACKEND

log = logging.getLogger(__name__)


def create_app(settings: Settings | None = None) -> FastAPI:
    """Return the lab as an ASGI application."""
    settings = settings or Settings()
    scheduler = Scheduler(settings.threads)
    hub = Hub(settings, scheduler, Metrics())

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        threadpool_limits(1, "blas")  # a wide network trains in one of our threads, beside those of others
        BACKEND.load_in_background()
        if BACKEND.kind == "numpy":
            log.warning("numba is not installed: numpy trains the runs, about a hundred times slower.")
        scheduler.start()
        hub.start()
        warming = asyncio.create_task(asyncio.to_thread(app.state.assets.warm_up))
        yield
        await scheduler.stop()
        await hub.stop()
        app.state.pictures.stop()
        app.state.workbench.stop()
        await warming

    # No generated API pages: they would load scripts from another server.
    app = FastAPI(title="Eleven Lines", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.hub = hub
    app.state.assets = all_assets()
    app.state.pictures = Pictures()
    app.state.workbench = Workbench()
    app.add_middleware(SecureHeaders, embed_origins=settings.embed_origins)
    app.add_exception_handler(StarletteHTTPException, _as_error)
    app.add_exception_handler(RequestValidationError, _as_error)
    app.include_router(router)
    app.include_router(pages)
    app.include_router(sharing)
    app.include_router(shelf)
    app.include_router(studies)
    app.include_router(alone)  # before the exports, whose address is like its own
    app.include_router(exports)
    return app


async def _as_error(request: Request, exception: Exception) -> JSONResponse:
    """Answer a refused request in the one shape that errors have."""
    if isinstance(exception, RequestValidationError):
        exception = HTTPException(422, misread(exception.errors()))
    assert isinstance(exception, HTTPException | StarletteHTTPException)  # noqa: S101  # so it was registered
    error = Error(code=f"http_{exception.status_code}", message=str(exception.detail))
    return JSONResponse(error.model_dump(), exception.status_code, headers=exception.headers)
