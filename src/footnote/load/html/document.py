"""What trafilatura finds on a page: the article, its title, author and date."""

from typing import TYPE_CHECKING, Any

from footnote.load.sent import Sent

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def article_of(page: "Element", sent: Sent) -> Any:  # noqa: ANN401  trafilatura's Document, untyped here
    """Return the document that is found on a page.

    Raises:
        InvalidInput: there is none.
    """
    from trafilatura import bare_extraction

    dates = {"extensive_search": False, "original_date": True}  # no guess from a footer's copyright
    try:
        document = bare_extraction(
            page,
            include_comments=False,
            include_tables=True,
            date_extraction_params=dates,
            with_metadata=True,
        )
    except MemoryError:
        raise
    except Exception as error:  # the library raises whatever its parts raise on markup that is odd enough
        raise sent.refused("cannot be read as a web page", "Paste the article's text.") from error
    if document is None or document.body is None:
        raise sent.refused("has no article that could be found", "Paste the article's text.")
    return document
