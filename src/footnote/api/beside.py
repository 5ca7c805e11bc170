"""What is served beside the Blocks: the state, the metrics, the description, and the endpoints as tools."""

from typing import Any

from fastapi import FastAPI
from fastapi.responses import JSONResponse, Response
from starlette.routing import Route

from footnote.api.description import describe
from footnote.api.metrics import CONTENT_TYPE, Metrics
from footnote.api.tools import PATH, Tools
from footnote.service import Footnote


def add_routes(
    server: FastAPI, service: Footnote, metrics: Metrics, tools: Tools | None, *, needs_login: bool
) -> None:
    """Serve what is beside the Blocks; there are tools where these are wanted."""
    server.add_api_route("/openapi.json", _description(needs_login), methods=["GET"])
    server.add_api_route("/healthz", _healthz(service), methods=["GET", "HEAD"])
    server.add_api_route("/metrics", _metrics(metrics), methods=["GET"])
    if tools is not None:
        server.router.routes.append(Route(PATH, tools))


def _metrics(metrics: Metrics) -> Any:  # noqa: ANN401
    def text() -> Response:
        return Response(metrics.text(), media_type=CONTENT_TYPE)

    return text


def _description(needs_login: bool) -> Any:  # noqa: ANN401
    described = describe(needs_login)

    def openapi() -> JSONResponse:
        return JSONResponse(described)

    return openapi


def _healthz(service: Footnote) -> Any:  # noqa: ANN401
    def healthz() -> JSONResponse:
        health = service.health()
        health.pop("problem", None)  # it may hold a path of the server; the page and the log have it
        return JSONResponse(health, status_code=200 if health["status"] == "ready" else 503)

    return healthz
