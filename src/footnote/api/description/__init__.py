"""The OpenAPI description of the public interface, made from the endpoints' own signatures and results.

Gradio serves one as well, at ``/gradio_api/openapi.json``; it has neither the results' schemas nor the
error replies. A stream's events cannot be described in OpenAPI: what each ``data:`` line holds stands in the
reply's ``x-event-data``, a list with one result in it.
"""

from footnote import __version__
from footnote.api.description.paths import health, posting, streaming, upload
from footnote.api.description.replies import ERROR, EVENT, HEALTH, REFUSAL, STATUSES, reply
from footnote.api.description.signatures import Schema, schemas_of
from footnote.api.endpoints import NAMES


def describe(needs_login: bool) -> Schema:
    """Return the OpenAPI 3.1 description of what a server answers."""
    schemas = {"Error": ERROR, "Event": EVENT, "Health": HEALTH}
    paths = _paths(schemas)
    responses = {name: reply(said, REFUSAL) for name, said in STATUSES.values()}
    described: Schema = {
        "openapi": "3.1.0",
        "info": {
            "title": "Footnote",
            "version": __version__,
            "description": "Ask articles and summarise them, every sentence footnoted to their words.",
        },
        "paths": paths,
        "components": {"schemas": schemas, "responses": responses},
    }
    if needs_login:
        described["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        described["security"] = [{"token": []}]
        paths["/healthz"]["get"]["security"] = []
    return described


def _paths(schemas: Schema) -> Schema:
    """Return the paths; the schemas that these refer to are put with the others."""
    paths: Schema = {"/healthz": {"get": health()}, "/gradio_api/upload": {"post": upload()}}
    for name in NAMES:
        arguments, result = schemas_of(name, schemas)
        paths[f"/gradio_api/call/v2/{name}"] = {"post": posting(name, arguments)}
        paths[f"/gradio_api/call/{name}/{{event_id}}"] = {"get": streaming(name, result)}
    return paths
