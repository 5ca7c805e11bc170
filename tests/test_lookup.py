"""Guessing what is written next: the guesses, and that they change nothing but the number of passes."""

from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn.modules.module import register_module_forward_hook
from transformers import LlamaForCausalLM

from footnote.config import Settings
from footnote.generate import load_chat_model
from footnote.generate.lookup import agreed, guess
from footnote.schema import Message
from tiny_models import save_tiny, tiny_tokenizer


@pytest.mark.parametrize(
    ("tokens", "most", "wanted"),
    [
        ([1, 2, 3, 4, 1, 2], 9, [3, 4, 1, 2]),
        ([1, 2, 3, 4, 1, 2], 2, [3, 4]),
        ([1, 2, 3, 1, 2, 4, 1, 2], 1, [4]),  # where they stood last
        ([7, 7, 7], 3, [7]),
        ([1, 2, 3], 3, []),
        ([1], 3, []),
        ([], 3, []),
    ],
)
def test_what_followed_before_is_guessed(tokens: list[int], most: int, wanted: list[int]) -> None:
    assert guess(tokens, most) == wanted


@given(st.lists(st.integers(0, 3), max_size=40), st.integers(0, 8))
def test_a_guess_stood_behind_the_last_two_tokens(tokens: list[int], most: int) -> None:
    found = guess(tokens, most)
    assert len(found) <= most
    if found:
        piece = [*tokens[-2:], *found]
        assert any(tokens[at : at + len(piece)] == piece for at in range(len(tokens)))


@pytest.mark.parametrize(
    ("guessed", "wanted", "count"),
    [([1, 2, 3], [1, 2, 3, 4], 3), ([1, 2, 3], [1, 9, 3, 4], 1), ([1], [2, 3], 0), ([], [5], 0)],
)
def test_guesses_hold_up_to_the_first_that_is_wrong(
    guessed: list[int], wanted: list[int], count: int
) -> None:
    assert agreed(guessed, wanted) == count


@pytest.mark.parametrize(("damping", "most"), [(1.0, 120), (0.5, 119), (0.3, 60)])
def test_guessing_takes_fewer_passes_for_the_same_text(damping: float, most: int, tmp_path: Path) -> None:
    save_damped(tmp_path, damping)
    model = load_chat_model(Settings(model=str(tmp_path), dtype="float32", device="cpu"))
    passes = 0

    def count(module: torch.nn.Module, *_: object) -> None:
        nonlocal passes
        passes += isinstance(module, LlamaForCausalLM)

    begun, counting = model.tokens_generated, register_module_forward_hook(count)
    text = "".join(model.stream([Message("user", "the old mill " * 40)], max_tokens=120))
    counting.remove()
    assert text == one_by_one(tmp_path, "the old mill " * 40, 120)
    assert model.tokens_generated - begun == 120
    assert passes <= most


def save_damped(folder: Path, damping: float) -> None:
    """Write a tiny model whose layers say little, so that it soon writes in circles."""
    model = save_tiny(folder)
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if "layers" in name and weight.dim() == 2:
                weight.mul_(damping)
    model.save_pretrained(folder)


def one_by_one(folder: Path, content: str, count: int) -> str:
    """What the model writes greedily when each pass reads everything and gives one token."""
    tokenizer, raw = tiny_tokenizer(), LlamaForCausalLM.from_pretrained(folder, dtype="float32").eval()
    ids = tokenizer.apply_chat_template(
        [{"role": "user", "content": content}], add_generation_prompt=True, return_dict=True
    )["input_ids"]
    length = len(ids)
    with torch.inference_mode():
        for _ in range(count):
            ids.append(int(raw(torch.tensor([ids])).logits[0, -1].argmax()))
    text = tokenizer.decode(ids[length:], skip_special_tokens=True, clean_up_tokenization_spaces=False)
    return text.replace("\ufffd", "")
