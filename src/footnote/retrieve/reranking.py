"""The best few sentences are ranked once more, each in its context."""

from collections.abc import Sequence

import numpy as np

from footnote.retrieve.choice import Searched
from footnote.retrieve.contexts import Contexts
from footnote.retrieve.features import Matrix
from footnote.retrieve.matching import MATCHED, fitted_matcher, match, renewed
from footnote.retrieve.place import Place
from footnote.retrieve.roles import ROLE, has_role, role


def rematched(contexts: Contexts, searched: Searched, scores: Matrix, places: Sequence[Place]) -> Matrix:
    """Return the scores with those of the best in their place, by their match and the role asked for."""
    best = np.argsort(-scores, kind="stable")[:MATCHED]
    chosen = [places[i] for i in best]
    rows = [
        match(searched.words, place[0].index, score, contexts.below_heading(searched.question, place))
        for score, place in zip(scores[best], chosen, strict=True)
    ]
    languages = {one.index.language for one, _ in chosen}
    asked = {language: role(searched.question, language) for language in languages}
    named = [has_role(asked[one.index.language], one.index.stems[number]) for one, number in chosen]
    return renewed(scores, best, fitted_matcher().scores(np.array(rows)) + ROLE * np.array(named))
