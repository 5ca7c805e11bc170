"""What an endpoint takes and results in, read off its own signature, as JSON schemas."""

import inspect
from typing import Any, get_args

from pydantic import TypeAdapter
from pydantic.json_schema import models_json_schema

from footnote.api.arguments import Arguments
from footnote.api.endpoints import Endpoints

Schema = dict[str, Any]

_PLACE = "#/components/schemas/{model}"


def _result_type(name: str) -> Any:  # noqa: ANN401  a type
    """Return what an endpoint results in; of one that streams, what each event holds."""
    endpoint = getattr(Endpoints, name)
    returned = inspect.signature(endpoint).return_annotation
    return returned if inspect.iscoroutinefunction(endpoint) else get_args(returned)[0]


def documentation(name: str) -> str:
    """Return what an endpoint does, in words."""
    return inspect.getdoc(getattr(Endpoints, name)) or ""


def result_schema(name: str) -> Schema:
    """Return the JSON schema of an endpoint's result, its definitions inside it."""
    return TypeAdapter(_result_type(name)).json_schema(mode="serialization")


def argument_schema(name: str) -> Schema:
    """Return the JSON schema of an endpoint's arguments, its definitions inside it."""
    return _arguments(name).model.model_json_schema()


def _arguments(name: str) -> Arguments:
    return Arguments(getattr(Endpoints, name))


def schemas_of(name: str, schemas: Schema) -> tuple[Schema, Schema]:
    """Return references to what an endpoint takes and results in, their definitions put with the others."""
    model = _arguments(name).model
    found, defined = models_json_schema([(model, "validation")], ref_template=_PLACE)
    schemas.update(defined.get("$defs", {}))
    result = TypeAdapter(_result_type(name)).json_schema(ref_template=_PLACE, mode="serialization")
    schemas.update(result.pop("$defs", {}))
    return found[(model, "validation")], result
