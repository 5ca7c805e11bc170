"""Settings: one frozen dataclass, read from the environment here and nowhere else."""

from footnote.config.settings import DEFAULT_EMBEDDER, DEFAULT_MODEL, Settings
from footnote.config.variables import SWITCHES, variable

__all__ = ["DEFAULT_EMBEDDER", "DEFAULT_MODEL", "SWITCHES", "Settings", "variable"]
