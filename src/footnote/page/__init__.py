"""The Gradio page: it asks the service and shows what comes back, and decides nothing about answers.

Every text of an article, a model or a user is escaped in Python and reaches the browser as the value of a
``gr.HTML``, never as a template: Gradio evaluates templates again after it has filled them in.
"""

from footnote.page.layout import build, look

__all__ = ["build", "look"]
