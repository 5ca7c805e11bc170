"""The OpenAPI description of the public interface, made from the endpoints' own signatures and results.

Gradio serves one as well, at ``/gradio_api/openapi.json``; it has neither the results' schemas nor the
error replies. A stream's events cannot be described in OpenAPI: what each ``data:`` line holds stands in the
reply's ``x-event-data``, a list with one result in it.
"""

import inspect
from typing import Any, get_args

from pydantic import TypeAdapter
from pydantic.json_schema import models_json_schema

from footnote import __version__
from footnote.api.arguments import Arguments
from footnote.api.endpoints import NAMES, Endpoints

Schema = dict[str, Any]

_PLACE = "#/components/schemas/{model}"
_REFUSAL: Schema = {"$ref": "#/components/schemas/Error"}
_ERROR: Schema = {
    "type": "object",
    "required": ["error"],
    "additionalProperties": False,
    "properties": {
        "error": {
            "type": "object",
            "required": ["type", "message", "field"],
            "additionalProperties": False,
            "properties": {
                "type": {"type": "string", "description": "What kind of error it is, for programs."},
                "message": {"type": "string", "description": "What failed, the value, and the remedy."},
                "field": {"type": ["string", "null"], "description": "The argument that is wrong."},
            },
        }
    },
}
_EVENT: Schema = {
    "type": "object",
    "required": ["event_id"],
    "properties": {"event_id": {"type": "string", "description": "Names the request, for its sender only."}},
}
_HEALTH: Schema = {
    "type": "object",
    "required": ["status", "model", "embedder", "store", "version"],
    "additionalProperties": False,
    "properties": {
        "status": {"enum": ["loading", "ready", "failed"]},
        **{name: {"type": "string"} for name in ("model", "embedder", "store", "version")},
    },
}
_STATUSES = {
    401: ("NotLoggedIn", "No login was sent, or a wrong one"),
    403: ("WrongOrigin", "The request comes from a page of another site"),
    404: ("NotFound", "There is no such thing in the caller's library"),
    413: ("TooLarge", "Too long or too large"),
    421: ("WrongHost", "The server is not called by the name in Host"),
    422: ("InvalidInput", "An argument is missing, unknown or wrong"),
    500: ("Failed", "The server failed; the message has an id that its log has too"),
    503: ("Busy", "The queue is full or the models are still loading; Retry-After says when to come back"),
    504: ("Late", "The deadline passed before there was an event; later it is an `error` event"),
}
_ALWAYS = (401, 403, 421, 500)


def describe(needs_login: bool) -> Schema:
    """Return the OpenAPI 3.1 description of what a server answers."""
    schemas = {"Error": _ERROR, "Event": _EVENT, "Health": _HEALTH}
    paths: Schema = {"/healthz": {"get": _health()}, "/gradio_api/upload": {"post": _upload()}}
    for name in NAMES:
        arguments, result = _schemas(name, schemas)
        paths[f"/gradio_api/call/v2/{name}"] = {"post": _posting(name, arguments)}
        paths[f"/gradio_api/call/{name}/{{event_id}}"] = {"get": _streaming(name, result)}
    described: Schema = {
        "openapi": "3.1.0",
        "info": {
            "title": "Footnote",
            "version": __version__,
            "description": "Ask articles and summarise them, every sentence footnoted to their words.",
        },
        "paths": paths,
        "components": {
            "schemas": schemas,
            "responses": {
                _STATUSES[status][0]: _reply(_STATUSES[status][1], _REFUSAL) for status in _STATUSES
            },
        },
    }
    if needs_login:
        described["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        described["security"] = [{"token": []}]
        paths["/healthz"]["get"]["security"] = []
    return described


def result_type(name: str) -> Any:  # noqa: ANN401  a type
    """Return what an endpoint results in; of one that streams, what each event holds."""
    endpoint = getattr(Endpoints, name)
    returned = inspect.signature(endpoint).return_annotation
    return returned if inspect.iscoroutinefunction(endpoint) else get_args(returned)[0]


def documentation(name: str) -> str:
    """Return what an endpoint does, in words."""
    return inspect.getdoc(getattr(Endpoints, name)) or ""


def result_schema(name: str) -> Schema:
    """Return the JSON schema of an endpoint's result, its definitions inside it."""
    return TypeAdapter(result_type(name)).json_schema(mode="serialization")


def argument_schema(name: str) -> Schema:
    """Return the JSON schema of an endpoint's arguments, its definitions inside it."""
    return _arguments(name).model.model_json_schema()


def _arguments(name: str) -> Arguments:
    return Arguments(getattr(Endpoints, name))


def _schemas(name: str, schemas: Schema) -> tuple[Schema, Schema]:
    """Return references to what an endpoint takes and results in, their definitions put with the others."""
    model = _arguments(name).model
    found, defined = models_json_schema([(model, "validation")], ref_template=_PLACE)
    schemas.update(defined.get("$defs", {}))
    result = TypeAdapter(result_type(name)).json_schema(ref_template=_PLACE, mode="serialization")
    schemas.update(result.pop("$defs", {}))
    return found[(model, "validation")], result


def _posting(name: str, arguments: Schema) -> Schema:
    got = _reply("The request is in the queue", {"$ref": "#/components/schemas/Event"})
    got["links"] = {
        "stream": {"operationId": f"{name}_events", "parameters": {"event_id": "$response.body#/event_id"}}
    }
    return {
        "operationId": name,
        "summary": documentation(name),
        "requestBody": {"required": True, "content": {"application/json": {"schema": arguments}}},
        "responses": {"200": got, **_errors(404, 413, 422, 503)},
    }


def _streaming(name: str, result: Schema) -> Schema:
    events = {
        "description": "`generating` events with results so far, then `complete` with the last, or `error`",
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
        "x-event-data": {"type": "array", "prefixItems": [result], "minItems": 1, "maxItems": 1},
        "x-error-data": _REFUSAL,
    }
    event_id = {"name": "event_id", "in": "path", "required": True, "schema": {"type": "string"}}
    return {
        "operationId": f"{name}_events",
        "summary": f"The events of a request to {name}, as server-sent events.",
        "parameters": [event_id],
        "responses": {"200": events, **_errors(404, 504)},
    }


def _upload() -> Schema:
    file = {"type": "array", "items": {"type": "string", "contentMediaType": "application/octet-stream"}}
    form = {"type": "object", "required": ["files"], "properties": {"files": file}}
    paths = {"type": "array", "items": {"type": "string"}}
    return {
        "operationId": "upload",
        "summary": "Upload files; each path that comes back may be sent to add_article.",
        "requestBody": {"required": True, "content": {"multipart/form-data": {"schema": form}}},
        "responses": {"200": _reply("The paths of the files", paths), **_errors(413, 422)},
    }


def _health() -> Schema:
    health = {"$ref": "#/components/schemas/Health"}
    return {
        "operationId": "healthz",
        "summary": "Whether the models are loaded.",
        "responses": {
            "200": _reply("Ready", health),
            "503": _reply("Loading, or failed", health),
            **_errors(421, always=()),
        },
    }


def _errors(*statuses: int, always: tuple[int, ...] = _ALWAYS) -> Schema:
    named = sorted({*statuses, *always})
    return {str(status): {"$ref": f"#/components/responses/{_STATUSES[status][0]}"} for status in named}


def _reply(description: str, schema: Schema) -> Schema:
    return {"description": description, "content": {"application/json": {"schema": schema}}}
