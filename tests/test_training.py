"""The reader's training, on a tiny model: it can be repeated and stopped, and trains what is served."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from footnote.generate.adapter import Adapter
from footnote.generate.pointers import Pointers
from footnote.generate.tokens import ChatTokenizer
from footnote.generate.weights import Weights
from tiny_models import tiny_llama, tiny_tokenizer
from training.examples import Example, Recipe, batched, drawn
from training.halves import Halves, loss
from training.reader import halfway, train

RECIPE = Recipe(rank=4, first_layer=1, passes=14.0, unanswerable_passes=14, batch=4, rate=1e-2)  # 70 steps
RIVERS = ("Orme", "Pell", "Skarn", "Wennet", "Tolm", "Skerne", "Harrow", "Lind", "Aske", "Thorn")


def question(number: int, river: str) -> dict[str, Any]:
    """Return a line as training/evidence.py writes it; every second one is not answered."""
    text = f"The fox ran to the {river} and saw the old mill."
    told = {"text": text, "spans": [[text.index(river), text.index(river) + len(river)]]}
    other = {"text": f"Fox {number} saw nothing.", "spans": []}
    answerable = number % 2 == 0
    return {
        "article": f"article {number % 3}",
        "question": f"Where did fox {number} run?",
        "answerable": answerable,
        "sentences": [told, other] if answerable else [other, other],
        "gold": [told] if answerable else [],
    }


LINES = [question(number, river) for number, river in enumerate(RIVERS * 2)]


def halves() -> Halves:
    return Halves(tiny_llama(len(tiny_tokenizer())).requires_grad_(False), RECIPE)


def passes(recipe: Recipe) -> list[list[Example]]:
    tokenizer = tiny_tokenizer()
    base = Weights(tiny_llama(len(tokenizer)), ChatTokenizer(tokenizer))
    return [list(drawn(LINES, base, recipe, number)) for number in range(int(recipe.passes))]


def trained(work: Path, recipe: Recipe = RECIPE) -> dict[str, torch.Tensor]:
    return {
        name: each.detach().clone() for name, each in train(halves(), passes(recipe), recipe, work).items()
    }


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("training")


@pytest.fixture(scope="module")
def weights(work: Path) -> dict[str, torch.Tensor]:
    return trained(work)


def test_the_same_seed_trains_the_same(weights: dict[str, torch.Tensor], tmp_path: Path) -> None:
    torch.testing.assert_close(trained(tmp_path), weights)


def test_another_seed_trains_another(weights: dict[str, torch.Tensor], tmp_path: Path) -> None:
    other = trained(tmp_path, replace(RECIPE, seed=1))
    assert other.keys() == weights.keys()
    assert not any(torch.equal(other[name], weights[name]) for name in weights)


def test_a_run_taken_up_ends_as_one_that_was_not_stopped(
    work: Path, weights: dict[str, torch.Tensor], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", logger="reader"):
        torch.testing.assert_close(trained(work), weights)
    assert "going on after step 50" in caplog.text


def test_halfway_lies_between_the_start_and_the_end() -> None:
    start = {"layer.down": torch.tensor([1.0, -2.0], dtype=torch.bfloat16)}
    end = {"layer.down": torch.tensor([2.0, 2.0], requires_grad=True)}
    between = halfway(start, end)
    assert between["layer.down"].tolist() == [1.5, 0.0]
    assert not between["layer.down"].requires_grad


def test_only_questions_that_are_answered_have_a_target() -> None:
    end = tiny_llama(len(tiny_tokenizer())).config.eos_token_id
    examples = passes(RECIPE)[0]
    assert len(examples) == len(LINES)
    for line, one in zip(LINES, examples, strict=True):
        places = (one.holders, one.begins, one.ends)
        if line["answerable"]:
            assert len(one.target) > 1
            assert one.target[-1] == end
            assert all(places)
        else:
            assert one.target == ()
            assert not any(places)


def test_what_no_sentence_holds_whole_is_left_out() -> None:
    base = Weights(tiny_llama(len(tiny_tokenizer())), ChatTokenizer(tiny_tokenizer()))
    assert not list(drawn([{**LINES[1], "answerable": True}], base, RECIPE))


@pytest.mark.parametrize(("answer", "shown"), [("Orme", False), ("July 7", True)])
def test_a_report_s_source_is_shown_only_where_it_answers(answer: str, shown: bool) -> None:
    tokenizer = tiny_tokenizer()
    base = Weights(tiny_llama(len(tokenizer)), ChatTokenizer(tokenizer))
    text = "The fox ran to the Orme (Interfax, July 7)."
    told = {"text": text, "spans": [[text.index(answer), text.index(answer) + len(answer)]]}
    (one,) = drawn([{**LINES[0], "sentences": [told], "gold": [told]}], base, RECIPE)
    assert ("Interfax" in tokenizer.decode(one.prompt)) == shown
    assert all((one.holders, one.begins, one.ends))


def test_an_example_knows_where_its_answer_stands() -> None:
    tokenizer = tiny_tokenizer()
    for one in (one for one in passes(RECIPE)[0] if one.target):
        (holder,) = one.holders
        (first,), (last,) = one.begins, one.ends
        assert {first, last} <= set(one.places.tokens(holder))
        assert (
            tokenizer.decode(one.prompt[first : last + 1]).strip()
            == tokenizer.decode(one.target[:-1]).strip()
        )
        lines = [tokenizer.decode(one.prompt[token]) for token in one.places.line_ends()]
        assert len(lines) == 2
        assert all("\n" in line for line in lines)


@pytest.mark.parametrize("part", ["writing", "begins_and_ends", "holds", "answers"])
def test_training_lowers_each_part_of_the_loss(weights: dict[str, torch.Tensor], part: str) -> None:
    batches = list(batched(passes(RECIPE), RECIPE))
    before, after = (mean_loss(each, batches, part) for each in (untrained(weights), weights))
    assert after < 0.7 * before


def untrained(weights: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    return {name: torch.zeros_like(value) for name, value in weights.items()}


def mean_loss(weights: dict[str, torch.Tensor], batches: Sequence[Sequence[Example]], part: str) -> float:
    """Return the mean loss of one part alone."""
    model, writing = halves(), replace(RECIPE, begins_and_ends=0.0, holds=0.0, answers=0.0)
    put(model, weights)
    with torch.no_grad():
        found = [loss(model, batch, writing).item() for batch in batches]
        if part != "writing":
            both = [loss(model, batch, replace(writing, **{part: 1.0})).item() for batch in batches]
            found = [more - less for more, less in zip(both, found, strict=True)]
    return sum(found) / len(found)


def put(model: Halves, weights: dict[str, torch.Tensor]) -> None:
    with torch.no_grad():
        for name, layer in model.beside.items():
            layer.down.copy_(weights[f"{name}.down"])
            layer.up.copy_(weights[f"{name}.up"])
        for name, side in model.pointers.items():
            side.copy_(weights[name])


def test_what_was_trained_is_what_is_served(weights: dict[str, torch.Tensor]) -> None:
    """The halves that are trained and the adapter that the reader applies compute the same."""
    model, served = halves(), tiny_llama(len(tiny_tokenizer()))
    put(model, weights)
    example = passes(RECIPE)[0][0]
    ids = torch.tensor([[*example.prompt, *example.target[:-1]]])
    with torch.no_grad():
        states = model.upper(inputs_embeds=model.states([example]), use_cache=False).last_hidden_state
        plain = served.model(input_ids=ids).last_hidden_state
        with Adapter(served, weights).applied():
            beside = served.model(input_ids=ids).last_hidden_state
    torch.testing.assert_close(states, beside, rtol=1e-4, atol=1e-5)
    assert not torch.allclose(states, plain, atol=0.1)
    pointed = Pointers(weights, beside.shape[-1]).point(beside[0, : len(example.prompt)], example.places)
    assert max(range(len(pointed.begins)), key=pointed.begins.__getitem__) in example.begins
    assert max(range(len(pointed.ends)), key=pointed.ends.__getitem__) in example.ends
    assert max(range(len(pointed.holds)), key=pointed.holds.__getitem__) in example.holders
    assert pointed.answers > 0
