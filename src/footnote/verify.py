"""Is a drafted sentence supported by its evidence?"""

import re


def supported(draft: str, evidence: str) -> bool:
    """Whether every number, name and content word of a draft stands in its evidence."""
    held = set(re.findall(r"\w+", evidence.casefold()))
    wanted = re.findall(r"\w+", draft.casefold())
    return bool(wanted) and all(word in held for word in wanted)
