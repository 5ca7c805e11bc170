"""Which sentences may stand in a summary, and which of them lean on the sentence before.

All is decided from the words alone; leaning in English only (``leaning``), so that a sentence in
another language counts as standing alone. A sentence may not stand that is no part of the article's flow
(``asides``), is an interviewer's (``turns``) or not whole (``fragments``, ``quotations``), or leans on one
that may not (``chains``).
"""

from collections.abc import Sequence

from footnote.injection import orders
from footnote.quotations import inside_quotation
from footnote.schema import Article, Sentence
from footnote.summarise.backmatter import back_matter
from footnote.summarise.standing.asides import asides, residue_of
from footnote.summarise.standing.chains import Standing, chains
from footnote.summarise.standing.fragments import fragments
from footnote.turns import turns


def standings(article: Article, sentences: Sequence[Sentence], *, ends: bool = True) -> list[Standing]:
    """Judge every sentence of an article, or of a run of its sentences.

    What orders a machine about is not usable. Where nothing passes, as in a list, a poem or a table,
    everything else that is no residue does; where all is residue or such an order, everything.
    ``ends`` says that the article ends with them: only behind its end stands what is no part of it.
    """
    texts = [article.text[s.start : s.end] for s in sentences]
    residue = residue_of(texts, sentences, back_matter(article, sentences) if ends else len(sentences))
    said = turns(article.text, sentences)
    aside = [one or turn.asks for one, turn in zip(asides(texts, sentences, residue), said, strict=True)]
    ordering = orders(texts, [sentence.paragraph for sentence in sentences])
    parts = zip(inside_quotation(texts, sentences), fragments(article, texts, sentences), strict=True)
    broken = [number in ordering or quoted or cut for number, (quoted, cut) in enumerate(parts)]
    if all(a or b for a, b in zip(aside, broken, strict=True)):
        unfit = [one or number in ordering for number, one in enumerate(residue)]
        every = all(unfit)
        return [Standing(every or not one) for one in unfit]
    return chains(article, sentences, aside, broken)
