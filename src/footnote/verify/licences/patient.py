"""The object of an active may become the subject of a passive."""

from footnote.verify.alignment import Alignment, Run
from footnote.verify.voices import agent_of, is_passive, object_of, shared_verbs


def is_patient(found: Alignment, run: Run) -> bool:
    """The object of an active is the subject of a passive that names no agent."""
    for ours, theirs in shared_verbs(found):
        if not is_passive(found.draft, ours) or is_passive(found.evidence, theirs):
            continue
        if agent_of(found.draft, ours) is not None or found.draft.tokens[ours].word.endswith("ing"):
            continue
        patient = object_of(found.evidence, theirs)
        subject = found.to_draft.get(patient, ours) if patient is not None else ours
        if (
            patient is not None
            and subject < ours
            and (run.low <= patient <= run.high or run.first <= ours <= run.last)
        ):
            return not any(
                found.to_draft.get(p, subject) < subject for p in range(max(0, theirs - 4), theirs)
            )
    return False
