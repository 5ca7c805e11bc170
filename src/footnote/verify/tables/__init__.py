"""The words that verification knows, by what they do in a sentence.

English only. Every table holds words as ``reading.keys.fold`` leaves them: lower case, without accents.
"""
