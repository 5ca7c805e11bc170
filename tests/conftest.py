"""Fixtures that several test files share: the real default models, loaded once."""

from collections.abc import Iterator

import pytest

from footnote.config import Settings
from footnote.generate import ChatModel, load_chat_model


@pytest.fixture(scope="session")
def chat_model() -> Iterator[ChatModel]:
    """The default chat model; its converted copy stays in the user's cache, as in use."""
    model = load_chat_model(Settings())
    yield model
    model.close()
