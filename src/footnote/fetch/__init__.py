"""An address of the web becomes the bytes of one page, and nothing else of the network is reached."""

from footnote.fetch.address import is_public, web_address
from footnote.fetch.download import Page, Rules, fetch

__all__ = ["Page", "Rules", "fetch", "is_public", "web_address"]
