"""Weights into memory: from a folder of safetensors, or from a .gguf that is converted once.

transformers takes about 14 s to unpack the default .gguf and half a second to read the same weights as
safetensors, so the first load keeps a converted copy in the user's cache.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from footnote.config import DEFAULT_MODEL
from footnote.errors import ModelUnavailable
from footnote.generate.converted import converted_folder, ensure_whole
from footnote.generate.hardware import check_memory, free_memory
from footnote.generate.locate import Place
from footnote.generate.sizes import folder_bytes, gguf_bytes
from footnote.generate.tokens import ChatTokenizer
from footnote.loading import LOADING

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Weights:
    """A model in memory and its tokeniser."""

    model: "PreTrainedModel"
    tokenizer: ChatTokenizer


def load_weights(place: Place, device: str, dtype: str, cache: Path) -> Weights:
    """Load a folder, or a .gguf by way of its converted copy in ``cache``.

    Raises:
        ModelUnavailable: the files are missing, broken, too large or not a causal language model.
    """
    if place.path.is_dir():
        return _load_folder(place, device, dtype)
    folder = converted_folder(place.path, dtype, cache)
    try:
        ensure_whole(folder, lambda unfinished: _convert(place, dtype, unfinished))
    except OSError as error:
        _LOG.warning(
            "The converted model %s cannot be kept in %s (%s), so every start converts it again. "
            "Set FOOTNOTE_CACHE to a folder that can be written.",
            place.name,
            cache,
            error,
        )
        model, tokenizer = _unpack(place, dtype)
        return Weights(model.to(device), ChatTokenizer(tokenizer))
    return _load_folder(Place(place.name, folder), device, dtype)


def _load_folder(place: Place, device: str, dtype: str) -> Weights:
    from transformers.utils import logging as logging_of_transformers

    logging_of_transformers.disable_progress_bar()  # half a second needs none
    if not (place.path / "config.json").is_file():
        raise _unusable(place.name, "its folder holds no config.json")
    try:
        model, tokenizer = _read_folder(place, device, dtype)
    except ModelUnavailable:
        raise
    except Exception as error:  # transformers and safetensors raise errors of many kinds for broken files
        raise _unusable(place.name, _first_line(error)) from error
    return Weights(model, ChatTokenizer(tokenizer))


def _read_folder(
    place: Place, device: str, dtype: str
) -> tuple["PreTrainedModel", "PreTrainedTokenizerBase"]:
    from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer

    config = AutoConfig.from_pretrained(place.path, trust_remote_code=False)
    _check_causal(place.name, config.architectures or [], bool(config.is_encoder_decoder))
    check_memory(place.name, folder_bytes(place.path, dtype), free_memory(device))
    tokenizer = AutoTokenizer.from_pretrained(place.path, trust_remote_code=False)
    with LOADING:
        model, report = AutoModelForCausalLM.from_pretrained(
            place.path,
            dtype=dtype,
            device_map={"": device},
            trust_remote_code=False,
            use_safetensors=True,
            output_loading_info=True,
        )
    _check_complete(place.name, report["missing_keys"])
    return model, tokenizer


def _convert(place: Place, dtype: str, folder: Path) -> None:
    """Write the .gguf as safetensors, with its tokeniser."""
    _LOG.info("Converting %s once; this takes some seconds.", place.name)
    model, tokenizer = _unpack(place, dtype)
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def _unpack(place: Place, dtype: str) -> tuple["PreTrainedModel", "PreTrainedTokenizerBase"]:
    """Read a .gguf into dense weights on the CPU.

    ``dequantize`` must be said: without it the configuration keeps a quantisation that
    ``save_pretrained`` refuses.
    """
    from transformers import AutoModelForCausalLM, AutoTokenizer, GgufConfig

    folder, file = place.path.parent, place.path.name
    try:
        check_memory(place.name, gguf_bytes(place.path, dtype), free_memory("cpu"))
        tokenizer = AutoTokenizer.from_pretrained(folder, gguf_file=file)
        with LOADING:
            model, report = AutoModelForCausalLM.from_pretrained(
                folder,
                gguf_file=file,
                dtype=dtype,
                quantization_config=GgufConfig(dequantize=True),
                output_loading_info=True,
            )
        _check_complete(place.name, report["missing_keys"])
    except ModelUnavailable:
        raise
    except Exception as error:  # a broken file shows as errors of many kinds
        raise _unusable(place.name, f"its .gguf file cannot be read: {_first_line(error)}") from error
    return model, tokenizer


def _check_causal(name: str, architectures: list[str], encoder_decoder: bool) -> None:
    from transformers.models.auto.modeling_auto import MODEL_FOR_CAUSAL_LM_MAPPING_NAMES

    known = {*MODEL_FOR_CAUSAL_LM_MAPPING_NAMES.values()}
    if encoder_decoder or (architectures and not known.intersection(architectures)):
        raise _unusable(name, f"it is a {', '.join(architectures)}, not a causal language model")


def _check_complete(name: str, missing: Iterable[str]) -> None:
    """Refuse a model with absent weights: transformers would fill them with random numbers."""
    if lacking := sorted(missing):
        raise _unusable(name, f"its files lack {len(lacking)} of its weights, for example {lacking[0]}")


def _unusable(name: str, why: str) -> ModelUnavailable:
    return ModelUnavailable(
        f"The model {name} cannot be loaded: {why.rstrip('.')}. Set FOOTNOTE_MODEL to a folder or hub id of "
        f"a causal language model with safetensors, or a whole .gguf file, or unset it for {DEFAULT_MODEL}."
    )


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:300]
