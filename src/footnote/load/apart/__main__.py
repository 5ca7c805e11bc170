"""The process that reads one file: it comes on standard input, and what is in it goes out as JSON."""

import json
import sys

from footnote.load.apart import reply_to
from footnote.load.sent import Sent


def main() -> None:
    """Read one file on the terms that are given as the first argument."""
    terms = json.loads(sys.argv[1])
    try:
        from resource import RLIMIT_AS, setrlimit
    except ImportError:  # Windows; the limit of time holds there, too
        pass
    else:
        setrlimit(RLIMIT_AS, (terms["memory"], terms["memory"]))
    sent = Sent(**{**terms["sent"], "data": sys.stdin.buffer.read()})
    sys.stdout.write(reply_to(terms["kind"], sent))


if __name__ == "__main__":
    main()
