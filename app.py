"""Starts Footnote: settings -> service -> endpoints and page -> serve."""

import logging

from footnote.app import serve
from footnote.config import Settings

if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    serve(Settings.from_env())
