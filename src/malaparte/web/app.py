"""The routes of the page, with those that simulate."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse
from starlette.responses import Response

from malaparte.web import export, running, why, world_view
from malaparte.web.asked import Answer, Battle, Case, Many, OneWorld, Picture, Ready
from malaparte.web.desk import Desk
from malaparte.web.front import Text, front

_STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "Server-sent events: progress, then the answer, or `trouble`.",
        "content": {"text/event-stream": {"schema": {}}},
    }
}


def create_app(desk: Desk) -> FastAPI:
    """Return the application that serves one desk."""
    app = front(desk)

    @app.get("/api/ready")
    def ready() -> Ready:
        """Say whether the rules are compiled, and for how many seconds one has waited for them."""
        return Ready(ready=True, seconds=0)

    _simulate(app, desk)
    _carry_away(app, desk)
    return app


def _simulate(app: FastAPI, desk: Desk) -> None:
    @app.post("/api/world")
    def world(asked: OneWorld) -> dict[str, Any]:
        """Return the events, the chronicle and the road of one world."""
        return world_view.world_view(desk.laboratory(asked), asked.seed, asked.world)

    @app.post("/api/road")
    def road(asked: Case) -> dict[str, Any]:
        """Return the curves of the road over many worlds."""
        return world_view.road_view(desk.laboratory(asked), asked.seed) or {}

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
    def battle(asked: Battle) -> Response:
        """Return squads, guards, reserves and units of the army."""
        table = export.order_of_battle(desk.laboratory(asked), asked.lang)
        return Response(table, media_type="text/csv")

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
