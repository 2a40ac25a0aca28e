"""The routes of the page."""

from __future__ import annotations

from typing import Annotated, Any, cast

from fastapi import FastAPI, Request
from fastapi import Path as InPath
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, JSONResponse, PlainTextResponse, StreamingResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response

from malaparte import __version__
from malaparte.errors import MalaparteError
from malaparte.web import export, numbers, running, view, why, world_view
from malaparte.web.asked import (
    Answer,
    Case,
    Checked,
    File,
    Lang,
    Many,
    OneWorld,
    Picture,
    Trouble,
    Which,
)
from malaparte.web.desk import Desk
from malaparte.web.guard import Guard
from malaparte.web.library import shelf
from malaparte.web.trouble import status, trouble
from malaparte.web.words import PAGE, STATIC, messages

_REFUSED: dict[int | str, dict[str, Any]] = {
    code: {"model": Trouble, "description": words}
    for code, words in (
        (400, "The request names something that is not there."),
        (413, "The request is too large."),
        (422, "The request, or the scenario, has problems."),
    )
}
_STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "Server-sent events: progress, then the answer, or `trouble`.",
        "content": {"text/event-stream": {"schema": {}}},
    }
}


class Text(PlainTextResponse):
    """Plain text."""

    media_type = "text/plain; charset=utf-8"


def create_app(desk: Desk) -> FastAPI:
    """Return the application that serves one desk."""
    app = FastAPI(
        title="malaparte",
        version=__version__,
        docs_url=None,  # its scripts come from another host
        redoc_url=None,
        responses=_REFUSED,
    )
    _ask(app, desk)
    _carry_away(app, desk)
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
    def first() -> dict[str, str]:
        """Say which scenario the page opens."""
        return {"scenario": desk.first}

    @app.get("/api/library")
    def library() -> list[dict[str, Any]]:
        """List the scenarios."""
        return shelf()

    @app.get("/api/words/{lang}", response_class=Text)
    def words(lang: Annotated[Lang, InPath()]) -> Text:
        """Return the messages of a language, as Fluent."""
        return Text(messages(lang, PAGE))

    @app.post("/api/scenario")
    def scenario(asked: Which) -> dict[str, Any]:
        """Return names, positions, decisions and the map of a scenario."""
        lab = desk.laboratory(Case(scenario=asked.scenario))
        return view.scenario_view(lab.world, asked.scenario)

    @app.post("/api/world")
    def world(asked: OneWorld) -> dict[str, Any]:
        """Return the events, the chronicle and the road of one world."""
        return world_view.world_view(desk.laboratory(asked), asked.seed, asked.world)

    @app.post("/api/road")
    def road(asked: Case) -> dict[str, Any]:
        """Return the curves of the road over many worlds."""
        return world_view.road_view(desk.laboratory(asked), asked.seed) or {}

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
    def check(asked: File) -> Checked:
        """Return all problems of a scenario file."""
        problems, ref = desk.check(asked.name, asked.text)
        return Checked(problems=[one.as_dict() for one in problems], scenario=ref)

    @app.post("/api/run", response_class=StreamingResponse, responses=_STREAM)
    async def run(request: Request, asked: Many) -> StreamingResponse:
        """Run a case and the scenario as told, and compare them."""
        return _streamed(running.stream(request, desk, running.run, asked))

    @app.post("/api/search", response_class=StreamingResponse, responses=_STREAM)
    async def search(request: Request, asked: Many) -> StreamingResponse:
        """Look for a world in which the plot comes to power."""
        return _streamed(running.stream(request, desk, running.search, asked))

    @app.post("/api/chain", response_class=StreamingResponse, responses=_STREAM)
    async def chain(request: Request, asked: Many) -> StreamingResponse:
        """Cut each link of the road in turn."""
        return _streamed(running.stream(request, desk, running.chain, asked))

    @app.post("/api/explain", response_class=StreamingResponse, responses=_STREAM)
    async def explain(request: Request, asked: Many) -> StreamingResponse:
        """Say which assumptions carry the answer."""
        return _streamed(running.stream(request, desk, why.explain, asked))

    @app.post("/api/given", response_class=StreamingResponse, responses=_STREAM)
    async def given(request: Request, asked: Many) -> StreamingResponse:
        """Weigh worlds by the record, against the other readings of the day."""
        return _streamed(running.stream(request, desk, why.weigh, asked))


def _carry_away(app: FastAPI, desk: Desk) -> None:
    @app.post("/api/export/map.svg", response_class=Response, responses=_file("image/svg+xml"))
    def map_svg(asked: Picture) -> Response:
        """Draw one moment of one world."""
        lab = desk.laboratory(asked)
        svg = lab.map(asked.world, asked.at, asked.seed, asked.lang)
        return Response(svg, media_type="image/svg+xml")

    @app.post(
        "/api/export/order-of-battle.csv", response_class=Response, responses=_file("text/csv")
    )
    def battle(asked: Case) -> Response:
        """Return squads, guards and reserves."""
        return Response(export.order_of_battle(desk.laboratory(asked)), media_type="text/csv")

    @app.post(
        "/api/export/scenario.yaml", response_class=Response, responses=_file("application/yaml")
    )
    def yaml(asked: Case) -> Response:
        """Return the scenario with the values set on the page, after `check`."""
        return Response(export.scenario_yaml(desk, asked), media_type="application/yaml")

    @app.post("/api/export/chronicle.txt", response_class=Text)
    def chronicle(asked: Picture) -> Text:
        """Tell one world in prose."""
        return Text(desk.laboratory(asked).chronicle(asked.world, asked.seed, asked.lang))

    @app.post("/api/export/answer.txt", response_class=Text)
    def answer(asked: Answer) -> Text:
        """Return the report of a run that was made."""
        return Text(export.answer_text(desk, asked))


def _file(media: str) -> dict[int | str, dict[str, Any]]:
    return {200: {"content": {media: {"schema": {"type": "string"}}}}}


def _streamed(found: Any) -> StreamingResponse:
    return StreamingResponse(
        found, media_type="text/event-stream", headers={"cache-control": "no-store"}
    )


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
    async def known(_: Request, error: Exception) -> Response:
        mistake = cast(MalaparteError, error)
        return JSONResponse(trouble(mistake).model_dump(), status(mistake))

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
