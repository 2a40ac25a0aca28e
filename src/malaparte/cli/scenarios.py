"""Commands that read scenarios: check, show, scenarios, cite, claims, article, schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

import typer

from malaparte.cli.options import Json, Lang, Scenario, put, put_json
from malaparte.errors import Problem, ScenarioError
from malaparte.said import said


def add(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(epilog="Example: malaparte check my.yaml")(check)
    app.command(epilog="Example: malaparte show moscow-1927-article guards.tel_central.size")(show)
    app.command(epilog="Example: malaparte scenarios")(scenarios)
    app.command(epilog="Example: malaparte cite moscow-1927-article > sources.bib")(cite)
    app.command(epilog="Example: malaparte claims moscow-1927-article")(claims)
    app.command(epilog="Example: malaparte article moscow-1927-article --lang ru")(article)
    app.command(epilog="Example: malaparte schema > scenario.schema.json")(schema)


def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Scenarios.")],
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Print all problems of scenarios; exit code 3 if there are any."""
    from malaparte.report.telling import tell
    from malaparte.scenario.check import check as problems_of
    from malaparte.scenario.read import read

    found: dict[str, Sequence[Problem]] = {}
    for file in files:
        try:
            document = read(file)
            found[file] = ScenarioError(problems_of(document), document.file).problems
        except ScenarioError as error:
            found[file] = error.problems
    if json:
        put_json({file: [one.as_dict() for one in problems] for file, problems in found.items()})
    else:
        for file, problems in found.items():
            told = problems[0].file if problems else ""
            none = said("{file}: no problems", file=file)
            put(tell(ScenarioError(problems, told).words if problems else none, lang))
    if any(found.values()):
        raise typer.Exit(ScenarioError.exit_code)


def show(
    scenario: Scenario,
    path: Annotated[
        str, typer.Argument(help="Path of a value, * for any one key; of a part, or none: a list.")
    ] = "",
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Print a number: its spread, its unit, who says so, and what else was said; or a list."""
    from malaparte.report.show import show_data, show_text

    if json:
        put_json(show_data(scenario, path, lang))
    else:
        put(show_text(scenario, path, lang))


def scenarios(lang: Lang = "en", json: Json = False) -> None:
    """List the scenarios of the library that can run."""
    from malaparte.quantity.text import Text
    from malaparte.report.page import paragraph
    from malaparte.scenario.read import library, read

    found: list[dict[str, str]] = []
    for name in library():
        data = read(name).data
        if not data.get("abstract"):
            said = {part: Text(**data[part]).say(lang) for part in ("title", "reading")}
            found.append({"id": name, **said})
    if json:
        put_json(found)
    else:
        for one in found:
            put("\n".join([one["id"], *paragraph(f"{one['title']}; {one['reading']}")]))


def cite(scenario: Scenario, lang: Lang = "en", json: Json = False) -> None:
    """Print the sources of a scenario as BibTeX."""
    from malaparte.report.cite import bibtex
    from malaparte.scenario.load import load

    loaded = load(scenario)
    if json:
        put_json({name: source.model_dump() for name, source in loaded.sources.items()})
    else:
        put(bibtex(loaded, lang))


def claims(scenario: Scenario, lang: Lang = "en", json: Json = False) -> None:
    """Print what the story claims, what historians say, and where the scenario carries it."""
    from malaparte.report.claims import claims_text
    from malaparte.scenario.claim import claims as claims_of

    if json:
        put_json({name: one.model_dump() for name, one in claims_of(scenario).items()})
    else:
        put(claims_text(scenario, lang))


def article(scenario: Scenario, lang: Lang = "en", json: Json = False) -> None:
    """Print the sentences of the text that a scenario retells, and where it carries them."""
    from malaparte.report.claims import article_text
    from malaparte.scenario.claim import article as sentences_of
    from malaparte.scenario.claim import claims as claims_of

    if json:
        told = {name: one.model_dump() for name, one in claims_of(scenario).items()}
        put_json(
            [
                {
                    **one.model_dump(),
                    "claims": [{"id": name, **told.get(name, {})} for name in one.claims],
                }
                for one in sentences_of(scenario)
            ]
        )
    else:
        put(article_text(scenario, lang))


def schema(
    of: Annotated[
        Literal["scenario", "manifest"],
        typer.Argument(help="The scenario language, or the manifest of a folder of results."),
    ] = "scenario",
) -> None:
    """Print a JSON Schema: of the scenario language, for editors, or of a manifest."""
    from malaparte.results.manifest import manifest_schema
    from malaparte.scenario.schema import schema as schema_of

    put_json(schema_of() if of == "scenario" else manifest_schema())
