"""The paths of the public interface, each as OpenAPI describes it."""

from footnote.api.description.replies import REFUSAL, errors, reply
from footnote.api.description.signatures import Schema, documentation


def posting(name: str, arguments: Schema) -> Schema:
    """Return how a request for an endpoint is posted."""
    got = reply("The request is in the queue", {"$ref": "#/components/schemas/Event"})
    got["links"] = {
        "stream": {"operationId": f"{name}_events", "parameters": {"event_id": "$response.body#/event_id"}}
    }
    return {
        "operationId": name,
        "summary": documentation(name),
        "requestBody": {"required": True, "content": {"application/json": {"schema": arguments}}},
        "responses": {"200": got, **errors(404, 413, 422, 503)},
    }


def streaming(name: str, result: Schema) -> Schema:
    """Return how the events of an endpoint's request are read."""
    events = {
        "description": "`generating` events with results so far, then `complete` with the last, or `error`",
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
        "x-event-data": {"type": "array", "prefixItems": [result], "minItems": 1, "maxItems": 1},
        "x-error-data": REFUSAL,
    }
    event_id = {"name": "event_id", "in": "path", "required": True, "schema": {"type": "string"}}
    return {
        "operationId": f"{name}_events",
        "summary": f"The events of a request to {name}, as server-sent events.",
        "parameters": [event_id],
        "responses": {"200": events, **errors(404, 504)},
    }


def upload() -> Schema:
    """Return how files are uploaded."""
    file = {"type": "array", "items": {"type": "string", "contentMediaType": "application/octet-stream"}}
    form = {"type": "object", "required": ["files"], "properties": {"files": file}}
    paths = {"type": "array", "items": {"type": "string"}}
    return {
        "operationId": "upload",
        "summary": "Upload files; each path that comes back may be sent to add_article.",
        "requestBody": {"required": True, "content": {"multipart/form-data": {"schema": form}}},
        "responses": {"200": reply("The paths of the files", paths), **errors(413, 422)},
    }


def health() -> Schema:
    """Return how the state of the server is asked."""
    health = {"$ref": "#/components/schemas/Health"}
    return {
        "operationId": "healthz",
        "summary": "Whether the models are loaded.",
        "responses": {
            "200": reply("Ready", health),
            "503": reply("Loading, or failed", health),
            **errors(421, always=()),
        },
    }
