"""A question becomes ranked evidence: passages by dense and lexical search, then sentences, then windows.

Passages are found by the store (cosine and BM25, fused by reciprocal rank). They name the articles,
all sentences of which are then ranked by a weighted sum of features, and the best of them once more by the
match of each word; the weights were fitted once, on the development set, and lie in ``weights.json`` with
how they were made. Evidence shows each of the best sentences in a window of its neighbours. Where a word of
the question is a slip of the keyboard, the question is mended by the article's words and searched for anew.
"""

from footnote.retrieve.retriever import Retriever

__all__ = ["Retriever"]
