"""Starts Footnote: settings -> service -> endpoints and page -> serve."""

from footnote.app import serve
from footnote.config import Settings

if __name__ == "__main__":
    serve(Settings.from_env())
