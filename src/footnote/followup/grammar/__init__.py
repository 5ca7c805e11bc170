"""Closed word classes of English and what follows from them: enough to find noun phrases, no more.

There is no tagger here: a word's class is guessed from these lists, its ending and its neighbours. A
wrong guess makes a clumsier question, never a wrong quotation.
"""
