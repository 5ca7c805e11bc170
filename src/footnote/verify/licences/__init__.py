"""In which cases words may stand in another order than in the evidence and keep their roles."""

from collections.abc import Callable

from footnote.verify.alignment import Alignment, Run
from footnote.verify.licences.beside import is_apposed, is_item, is_predicate
from footnote.verify.licences.patient import is_patient
from footnote.verify.licences.phrase import is_phrase
from footnote.verify.licences.possession import is_part, is_possessor
from footnote.verify.licences.speaking import is_speaking

LICENCES: tuple[Callable[[Alignment, Run], bool], ...] = (
    is_phrase,
    is_item,
    is_apposed,
    is_possessor,
    is_part,
    is_predicate,
    is_speaking,
    is_patient,
)
