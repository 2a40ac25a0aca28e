"""What needs no rules: the page, its words, the scenarios, their numbers and what is known."""

from __future__ import annotations

from typing import Annotated, Any, cast

from fastapi import FastAPI, Query, Request
from fastapi import Path as InPath
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, JSONResponse, PlainTextResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response

from malaparte import __version__
from malaparte.errors import MalaparteError
from malaparte.web import numbers, view
from malaparte.web.asked import Case, Checked, File, First, Lang, Part, Trouble, Which
from malaparte.web.desk import Desk
from malaparte.web.guard import Guard
from malaparte.web.library import shelf
from malaparte.web.trouble import spoken, status, told, trouble
from malaparte.web.words import STATIC, messages

_REFUSED: dict[int | str, dict[str, Any]] = {
    code: {"model": Trouble, "description": words}
    for code, words in (
        (400, "The request names something that is not there."),
        (413, "The request is too large."),
        (422, "The request, or the scenario, has problems."),
    )
}


class Text(PlainTextResponse):
    """Plain text."""

    media_type = "text/plain; charset=utf-8"


def front(desk: Desk) -> FastAPI:
    """Return an application with the routes that need no rules; `create_app` adds the others."""
    app = FastAPI(
        title="malaparte",
        version=__version__,
        docs_url=None,  # its scripts come from another host
        redoc_url=None,
        responses=_REFUSED,
    )
    _ask(app, desk)
    _refuse(app)
    _describe(app)
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=8)
    app.add_middleware(Guard)
    # Not at the root: there it would answer for every path below /api, too.
    app.mount("/page", StaticFiles(directory=STATIC))
    app.add_api_route("/", lambda: FileResponse(STATIC / "index.html"), include_in_schema=False)
    return app


def _ask(app: FastAPI, desk: Desk) -> None:
    @app.get("/api/first")
    def first(scenario: Annotated[str, Query(max_length=200)] = "") -> First:
        """Say which scenario the page opens, the one it asks for or another, and if it is there."""
        name = scenario or desk.first
        return First(scenario=name, known=desk.knows(name))

    @app.get("/api/library")
    def library() -> list[dict[str, Any]]:
        """List the scenarios."""
        return shelf()

    @app.get("/api/words/{lang}/{part}", response_class=Text)
    def words(lang: Annotated[Lang, InPath()], part: Annotated[Part, InPath()]) -> Text:
        """Return the messages of the first view, or of the others, in a language, as Fluent."""
        return Text(messages(lang, f"{part}.js"))

    @app.post("/api/scenario")
    def scenario(asked: Which) -> dict[str, Any]:
        """Return names, positions, decisions and the map of a scenario."""
        lab = desk.laboratory(Case(scenario=asked.scenario))
        return view.scenario_view(lab.world, asked.scenario)

    @app.post("/api/numbers")
    def all_numbers(asked: Case) -> list[dict[str, Any]]:
        """Return every number with its spread, source and grade."""
        return numbers.numbers_view(desk.laboratory(asked))

    @app.post("/api/cards")
    def cards(asked: Which) -> dict[str, Any]:
        """Return what is known of places, claims and sources."""
        lab = desk.laboratory(Case(scenario=asked.scenario))
        return numbers.cards_view(desk, lab, asked.scenario)

    @app.post("/api/check")
    def check(request: Request, asked: File) -> Checked:
        """Return all problems of a scenario file."""
        problems, ref = desk.check(asked.name, asked.text)
        return Checked(problems=told(problems, spoken(request)), scenario=ref)


def _describe(app: FastAPI) -> None:
    """Say in the description that refusals are JSON, also where the answer itself is not."""
    plain = app.openapi
    refusal = {"application/json": {"schema": {"$ref": "#/components/schemas/Trouble"}}}

    def told() -> dict[str, Any]:
        found = plain()
        for path in found["paths"].values():
            for way in path.values():
                for code, response in way["responses"].items():
                    if code.startswith("4"):
                        response["content"] = refusal
        return found

    app.openapi = told


def _refuse(app: FastAPI) -> None:
    async def known(request: Request, error: Exception) -> Response:
        mistake = cast(MalaparteError, error)
        return JSONResponse(trouble(mistake, spoken(request)).model_dump(), status(mistake))

    async def invalid(_: Request, error: Exception) -> Response:
        first = cast(RequestValidationError, error).errors()[0]
        where = ".".join(str(part) for part in first["loc"] if part != "body")
        words = f"{where}: {first['msg']}" if where else str(first["msg"])
        return JSONResponse(Trouble(message=words).model_dump(), 422)

    async def plain(request: Request, error: Exception) -> Response:
        mistake = cast(HTTPException, error)
        words = f"{request.method} {request.url.path}: {mistake.detail}"
        said = Trouble(message=words).model_dump()
        return JSONResponse(said, mistake.status_code, headers=mistake.headers)

    app.add_exception_handler(MalaparteError, known)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, plain)
