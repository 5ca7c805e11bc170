"""Who says it may stand before or behind what is said."""

from footnote.verify.alignment import Alignment, Run
from footnote.verify.reading.tokens import Reading
from footnote.verify.tables.grammar import SUBJECT_PRONOUNS
from footnote.verify.tables.speech import SPEECH, SPEECH_WITH_THAT


def is_speaking(found: Alignment, run: Run) -> bool:
    """It is a verb of saying with its own speaker, or the speaker, before or behind what is said."""
    verbs = SPEECH | SPEECH_WITH_THAT | {"according"}
    for cue, theirs in found.pairs:
        if found.draft.tokens[cue].word not in verbs:
            continue
        speaker = _speaker(found.draft, cue)
        place = found.to_evidence.get(speaker, -1) if speaker is not None else -1
        inverted = theirs > 0 and found.evidence.tokens[theirs - 1].kind == "mark" and place > theirs
        if place >= 0 and not (place < theirs or inverted) and found.draft.tokens[cue].word != "according":
            continue
        if run.first <= cue <= run.last or (speaker is not None and run.first <= speaker <= run.last):
            return abs(place - theirs) <= 20 or place < 0
    return False


def _speaker(draft: Reading, cue: int) -> int | None:
    """Return the place of the one who says it: right before the verb, or right behind it."""
    for place in (cue - 1, cue + 1, cue + 2, cue + 3):
        if 0 <= place < len(draft.tokens):
            token = draft.tokens[place]
            if token.counts:
                return place
            if (
                (token.kind == "mark" and place > cue)
                or token.word in SUBJECT_PRONOUNS
                or token.word == "that"
            ):
                return None
    return None
