"""The language model behind one protocol: a model on this machine, or a server of one.

``load_chat_model`` reads which from ``FOOTNOTE_MODEL``. Decoding is always greedy, so that the
same prompt gets the same text. Nothing heavy is imported before a model is loaded.
"""

from footnote.config import Settings
from footnote.generate.chat import ChatModel
from footnote.generate.local import LocalChatModel, load_local
from footnote.generate.remote import RemoteChatModel

__all__ = ["ChatModel", "LocalChatModel", "RemoteChatModel", "load_chat_model"]


def load_chat_model(settings: Settings) -> ChatModel:
    """Load the model that ``settings.model`` names.

    Raises:
        ModelUnavailable: it cannot be loaded; the message says what was tried, why and the remedy.
    """
    if settings.model.startswith(("http://", "https://")):
        return RemoteChatModel(settings.model)
    return load_local(settings)
