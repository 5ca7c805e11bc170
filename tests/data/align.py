"""Find the spans of the sets anew after a sample article was edited: `python tests/data/align.py`.

A span is looked for by its words, nearest to where it stood in the old text. Words that are gone are
an error: then the question, too, has to be written anew.
"""

import json
import re
from pathlib import Path

DATA = Path(__file__).parent
SAMPLES = DATA.parents[1] / "src" / "footnote" / "assets" / "samples"


def samples() -> dict[str, str]:
    """Return the sample articles by the stem of their file's name."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("0*"))}


def title_of(text: str) -> str:
    """Return the first line without a Markdown mark."""
    return text.split("\n", 1)[0].removeprefix("# ")


def aligned(span: list[int], old: str, new: str) -> list[int]:
    """Return where the span's words stand in the new text."""
    start, end = span
    words = old[start:end]
    places = [match.start() for match in re.finditer(re.escape(words), new)]
    if not places:
        raise SystemExit(f"{words!r} is no longer in {title_of(new)!r}.")
    nearest = min(places, key=lambda place: abs(place - start))
    return [nearest, nearest + len(words)]


def _rows(name: str) -> list[dict]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def _write(name: str, rows: list[dict]) -> None:
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    (DATA / name).write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def main() -> None:
    """Rewrite both sets beside this file."""
    texts, old = samples(), {}
    questioned = _rows("questions.jsonl")
    for row, (stem, text) in zip(questioned, texts.items(), strict=True):
        old[stem] = row["text"]
        for question in row["questions"]:
            question["spans"] = [aligned(span, old[stem], text) for span in question["spans"]]
        row.update(title=title_of(text), text=text)
    conversations = _rows("conversations.jsonl")
    for case in conversations:
        stem = case["article"]
        case["gold_span"] = aligned(case["gold_span"], old[stem], texts[stem])
    _write("questions.jsonl", questioned)
    _write("conversations.jsonl", conversations)


if __name__ == "__main__":
    main()
