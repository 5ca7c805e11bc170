"""Our stream against transformers' own ``generate``: the same weights, prompt and tokens, in turns."""

import statistics
import time

import psutil
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from footnote.config import Settings
from footnote.generate import load_chat_model
from footnote.generate.converted import converted_folder
from footnote.generate.hardware import choose_dtype
from footnote.generate.locate import locate
from footnote.schema import Message
from tests.bench import Row

_PROMPT = "Write a long story about a fox who lives beside a mill."
_TOKENS = 96
_ROUNDS = 5


def run() -> list[Row]:
    """Measure on the CPU; ratios are medians over rounds, each round running both."""
    settings = Settings(device="cpu")
    load_chat_model(settings).close()  # so that the converted copy is there
    before = psutil.Process().memory_info().rss
    started = time.perf_counter()
    model = load_chat_model(settings)
    loaded = time.perf_counter() - started
    grown = psutil.Process().memory_info().rss
    dtype = choose_dtype(settings.dtype, "cpu")
    folder = converted_folder(locate(settings.model).path, dtype, settings.cache)
    tokenizer = AutoTokenizer.from_pretrained(folder)
    raw = AutoModelForCausalLM.from_pretrained(folder, dtype=dtype)
    chat = [{"role": "user", "content": _PROMPT}]
    prompt = tokenizer.apply_chat_template(
        chat, add_generation_prompt=True, return_tensors="pt", return_dict=True
    )

    def ours() -> float:
        begun, before = time.perf_counter(), model.tokens_generated
        list(model.stream([Message("user", _PROMPT)], max_tokens=_TOKENS))
        return (model.tokens_generated - before) / (time.perf_counter() - begun)

    def theirs() -> float:
        begun = time.perf_counter()
        with torch.inference_mode():
            out = raw.generate(**prompt, max_new_tokens=_TOKENS, do_sample=False)
        return (out.shape[1] - prompt["input_ids"].shape[1]) / (time.perf_counter() - begun)

    ours(), theirs()
    rounds = [(ours(), theirs()) for _ in range(_ROUNDS)]
    return [
        Row("load, converted copy there", loaded, "s"),
        Row("resident memory before this load", before / 2**20, "MiB"),
        Row("resident memory after it", grown / 2**20, "MiB"),
        Row("stream", statistics.median(ours for ours, _ in rounds), "tokens/s"),
        Row("raw generate", statistics.median(theirs for _, theirs in rounds), "tokens/s"),
        Row("stream / raw generate", statistics.median(a / b for a, b in rounds), "ratio", "at least 0.95"),
    ]
