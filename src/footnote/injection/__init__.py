"""Text that speaks to whoever answers instead of about its subject, or to a machine instead of to a reader.

Where an article holds such text, nothing is phrased by a model: it is quoted. The signs are a list and a
list has gaps; what holds without it is that every word of an answer is looked up or checked. A sign too
many costs a wording and no answer, so the signs are generous: they were found in
3 of 3,728 sentences of 62 news and encyclopaedia articles.

A sentence that plainly orders a machine about, or says what to answer, is no statement of the article's and
is neither cited nor summarised. What shows this is narrow, as here a sign too many costs an answer.
"""

from footnote.injection.orders import orders
from footnote.injection.signs import commands

__all__ = ["commands", "orders"]
