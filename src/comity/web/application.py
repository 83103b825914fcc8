"""The workspace as one application over one record."""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated

from fastapi import FastAPI, Form
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from comity.errors import ComityError, RecordError
from comity.release import VERSION
from comity.web import views
from comity.web.desk import Desk
from comity.web.guarding import COOKIE, Guard
from comity.web.login import Sessions
from comity.web.rendering import render
from comity.web.settings import Settings, checked
from comity.web.showing import put


def workspace(place: str, settings: Settings) -> FastAPI:
    """The application over the record in ``place``; :class:`RecordError` where there is none."""
    sessions = Sessions(checked(settings).password)
    opened = Desk(place)
    app = FastAPI(
        title="comity workspace",
        version=VERSION,
        description="What a record holds, as the pages show it. Every row has its evidence with spans.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        middleware=[Middleware(Guard, settings=settings, sessions=sessions), Middleware(AtDesk, desk=opened)],
        exception_handlers={
            ComityError: _refused,
            HTTPException: _no_page,
            RequestValidationError: _not_understood,
        },
    )
    app.state.desk, app.state.sessions, app.state.settings = opened, sessions, settings
    app.mount("/static", StaticFiles(directory=str(files("comity.web") / "static")), name="static")
    for path, view in views.ALL:
        put(app, path, view)
    for add in views.CHANGES:
        add(app)
    _add_login(app)
    return app


class AtDesk:
    """Lets every view ask the frames that the desk keeps."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app, self._desk = app, desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request at the desk."""
        with self._desk.asked():
            await self._app(scope, receive, send)


def _add_login(app: FastAPI) -> None:
    def page(request: Request, failed: str = "") -> Response:
        return HTMLResponse(render("login.html.jinja", {"title": "Log in", "failed": bool(failed)}))

    def enter(request: Request, name: Annotated[str, Form()] = "", password: Annotated[str, Form()] = "") -> Response:
        cookie = request.app.state.sessions.begin(name, password)
        if cookie is None:
            return RedirectResponse("/login?failed=1", status_code=303)
        answer = RedirectResponse("/", status_code=303)
        answer.set_cookie(COOKIE, cookie, httponly=True, samesite="strict", path="/")
        return answer

    app.add_api_route("/login", page, methods=["GET"], include_in_schema=False)
    app.add_api_route("/login", enter, methods=["POST"], include_in_schema=False)


def _wants_json(request: Request) -> bool:
    return request.url.path.endswith(".json")


def _told(request: Request, status: int, problem: str, remedy: str | None) -> Response:
    if _wants_json(request):
        return JSONResponse({"error": problem, "remedy": remedy}, status_code=status)
    context = {"title": "Not found" if status == 404 else "Not done", "problem": problem, "remedy": remedy}
    return HTMLResponse(render("problem.html.jinja", context), status_code=status)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, ComityError)
    return _told(request, 404 if isinstance(error, RecordError) else 400, error.problem, error.remedy)


async def _no_page(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _told(request, error.status_code, str(error.detail), None)


async def _not_understood(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    problems = "; ".join(f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg']}" for e in error.errors())
    return _told(request, 422, problems, "change the address")
