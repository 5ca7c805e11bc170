"""The settings as flags, which every command takes, and what is said of each."""

import argparse
from dataclasses import fields

from footnote.config import SWITCHES, Settings, variable

_HELP = {
    "embedder": "a sentence-transformers id or folder",
    "model": "a causal language model: hub id, folder, .gguf file, or http://host/v1",
    "host": "the address to listen on",
    "port": "the port to listen on",
    "store": "sqlite:///FILE, the library",
    "device": "auto, cpu, cuda, cuda:N or mps",
    "dtype": "auto, float32, bfloat16 or float16",
    "threads": "threads of the models, 0 for as many as physical cores",
    "cache": "the folder for converted models",
    "auth": "a file of users, who must log in",
    "insecure": "serve others than this machine although nobody must log in",
    "hosts": "names that the server is called by, with commas, such as footnote.example.org",
    "mcp": "serve the endpoints as tools of the Model Context Protocol too, at /gradio_api/mcp",
    "max_article_chars": "the longest article that is taken",
    "queue_size": "how many requests may wait",
    "queue_share": "how many of them one caller may have, 0 for half",
    "deadline": "seconds that a request may take, waiting included",
    "refuse_below": "the least confidence that is answered, 0 to 1",
    "fetch": "on or off: whether articles are read from addresses of the web",
    "fetch_private": "networks beside the public internet that addresses may lead to, with commas",
}


def settings() -> argparse.ArgumentParser:
    """Return the parser of the settings alone, to be a part of others."""
    parser = argparse.ArgumentParser(add_help=False)
    group = parser.add_argument_group("settings, each also an environment variable")
    for field in fields(Settings):
        flag = "--" + field.name.replace("_", "-")
        said = f"{_HELP[field.name]} ({variable(field.name)})"
        if field.name in SWITCHES:
            group.add_argument(flag, default=None, nargs="?", const="on", metavar="on|off", help=said)
        else:
            group.add_argument(flag, default=None, metavar="X", help=said)
    return parser
