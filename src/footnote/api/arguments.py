"""From what a caller sent to the arguments of an endpoint, or to a message that names the wrong one.

The check is made from the endpoint's own signature, so there is one place that says what an argument may be.
Types are strict: ``"3"`` is no whole number and ``true`` is none either.
"""

import inspect
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from footnote.errors import InvalidInput

_STRICT = ConfigDict(extra="forbid", strict=True, arbitrary_types_allowed=True)


class Arguments:
    """The arguments of one endpoint: their names in order, their types and their defaults."""

    def __init__(self, function: Callable[..., Any]) -> None:
        signature = inspect.signature(function)
        parameters = {name: part for name, part in signature.parameters.items() if name != "self"}
        self.names = tuple(parameters)
        self.defaults = {n: p.default for n, p in parameters.items() if p.default is not p.empty}
        fields: dict[str, Any] = {
            name: (parameter.annotation, self.defaults.get(name, ...))
            for name, parameter in parameters.items()
        }
        self.model: type[BaseModel] = create_model(function.__name__, __config__=_STRICT, **fields)

    def read(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return every argument, converted and with defaults filled in.

        Raises:
            InvalidInput: one is missing, unknown or of the wrong type.
        """
        _refuse_surrogates(given)
        try:
            # Strict mode takes lists for tuples and objects for dataclasses from JSON only.
            model = self.model.model_validate_json(json.dumps(given))
        except ValidationError as error:
            raise self._wrong(error) from None
        return {name: getattr(model, name) for name in self.names}

    def named(self, values: Sequence[Any]) -> dict[str, Any]:
        """Return positional values under their names; those left out keep their defaults."""
        if len(values) > len(self.names):
            raise InvalidInput(
                f"{len(values)} values were given; there are {len(self.names)} arguments: {self._list()}.",
                "data",
            )
        return dict(zip(self.names, values, strict=False))

    def positional(self, given: Mapping[str, Any]) -> list[Any]:
        """Return named values in the order of the signature, defaults filled in."""
        return [given.get(name, self.defaults.get(name)) for name in self.names]

    def _list(self) -> str:
        return ", ".join(self.names) or "none"

    def _wrong(self, error: ValidationError) -> InvalidInput:
        first = error.errors(include_url=False)[0]
        place = [str(part) for part in first["loc"]]
        name = place[0] if place else "data"
        if first["type"] == "extra_forbidden":
            return InvalidInput(
                f"{name[:80]!r} is not an argument. The arguments are: {self._list()}.", name[:80]
            )
        if first["type"] == "missing" and len(place) == 1:
            return InvalidInput(f"{name!r} is missing. The arguments are: {self._list()}.", name)
        if first["type"] == "missing":  # what it is missing in is the input, and need not be shown
            return InvalidInput(f"{'.'.join(place)} is missing.", name)
        return InvalidInput(f"{'.'.join(place)} is {_shown(first['input'])}: {first['msg'].lower()}.", name)


def _refuse_surrogates(given: Mapping[str, Any]) -> None:
    """Refuse half a character, as a cut through an emoji leaves: JSON can say it, UTF-8 cannot."""
    for name, value in given.items():
        try:
            json.dumps([name, value], ensure_ascii=False).encode()
        except UnicodeEncodeError as error:
            field = name if name.isascii() else "data"
            raise InvalidInput(
                f"{field[:80]} is not valid Unicode: it holds half a surrogate pair. Send it as UTF-8.",
                field[:80],
            ) from error


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 80 else f"{text[:80]}…"
