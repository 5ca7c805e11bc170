"""An address of the web becomes the bytes of one page, and nothing else of the network is reached."""

from footnote.fetch.address import is_public, web_address
from footnote.fetch.download import fetch
from footnote.fetch.response import Page
from footnote.fetch.rules import Rules

__all__ = ["Page", "Rules", "fetch", "is_public", "web_address"]
