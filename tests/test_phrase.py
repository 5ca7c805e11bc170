"""What a model is given to phrase, and what is too long for that."""

from footnote.answer.phrasing import Draft, phrase
from footnote.schema import Candidate
from scripted_model import ScriptedModel

SAID = "The wardens counted 214 adult seals."


def phrased(text: str, model: ScriptedModel) -> list[str]:
    draft = Draft("How many seals were counted?", (Candidate("a", 0, 0, len(text), text, 0.9),), None)
    return [composition.text for composition in phrase(draft, model, lambda one, other: 0.9, None)]


def test_what_is_too_long_to_be_phrased_is_not_read() -> None:
    model = ScriptedModel(SAID)
    assert phrased(SAID, model)
    assert len(model.prompts) == 1
    assert phrased(f"The wardens counted 214 adult seals {'w' * 2_000}.", model) == []
    assert len(model.prompts) == 1
