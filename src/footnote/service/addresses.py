"""The article at an address of the web, where the settings let addresses be read."""

from footnote.config import Settings
from footnote.errors import InvalidInput
from footnote.load import load_bytes
from footnote.schema import Article
from footnote.service.progress import Progress

# What reads addresses is imported where it is needed, for only who reads them needs a client.


def article_at(url: str, settings: Settings, title: str, progress: Progress) -> Article:
    """Return the article of a web page; see ``Library.add_url``."""
    from footnote.fetch import Rules, fetch

    check_address(url, settings)
    progress("reading")
    limit = settings.max_article_chars
    rules = Rules.for_articles(limit, settings.private_networks)
    page = fetch(url, rules, lambda: progress("reading"))
    kind = page.content_type
    return load_bytes(page.data, name=page.url, content_type=kind, field="url", title=title, max_chars=limit)


def check_address(url: str, settings: Settings) -> None:
    """Refuse an address that will not be read; see ``Library.check_url``."""
    from footnote.fetch import web_address

    if settings.fetch == "off":
        raise InvalidInput(
            "Addresses are switched off here (FOOTNOTE_FETCH is off). Send the text or a file.", "url"
        )
    web_address(url, settings.private_networks)
