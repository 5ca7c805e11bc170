"""Footnote: chat with an article, every sentence footnoted to the exact words it rests on."""

__version__ = "0.1.0"
