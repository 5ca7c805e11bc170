"""The replies of every path: what JSON they hold, and which errors there are by their status."""

from footnote.api.description.signatures import Schema

REFUSAL: Schema = {"$ref": "#/components/schemas/Error"}
ERROR: Schema = {
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
EVENT: Schema = {
    "type": "object",
    "required": ["event_id"],
    "properties": {"event_id": {"type": "string", "description": "Names the request, for its sender only."}},
}
HEALTH: Schema = {
    "type": "object",
    "required": ["status", "model", "embedder", "store", "version"],
    "additionalProperties": False,
    "properties": {
        "status": {"enum": ["loading", "ready", "failed"]},
        **{name: {"type": "string"} for name in ("model", "embedder", "store", "version")},
    },
}
STATUSES = {
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


def errors(*statuses: int, always: tuple[int, ...] = _ALWAYS) -> Schema:
    """Return the error replies of these statuses, besides those that any path may give."""
    named = sorted({*statuses, *always})
    return {str(status): {"$ref": f"#/components/responses/{STATUSES[status][0]}"} for status in named}


def reply(description: str, schema: Schema) -> Schema:
    """Return a reply of JSON."""
    return {"description": description, "content": {"application/json": {"schema": schema}}}
