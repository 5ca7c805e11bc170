"""A sentence is read below its heading where that has words of the question that the sentence lacks."""

from dataclasses import replace

from footnote.schema import Candidate, Reading


def opening(candidate: Candidate) -> str:
    """Return what is read before a sentence: its heading as an opening of it, or nothing."""
    heading = " ".join(candidate.below.split())
    return heading and heading + (" " if heading[-1] in ".?!:" else ": ")


def without_openings(reading: Reading, candidates: tuple[Candidate, ...]) -> Reading:
    """Return a reading of sentences with their openings as one of the sentences alone.

    Where the words that answer are the heading's, the whole sentence stands for them.
    """
    read = zip(reading.ranges, candidates, strict=True)
    return replace(reading, ranges=tuple(_inside(range_, one) for range_, one in read))


def _inside(found: tuple[int, int], candidate: Candidate) -> tuple[int, int]:
    before, (start, end) = len(opening(candidate)), found
    if start == end:
        return 0, 0
    if end <= before:
        return 0, len(candidate.text)
    return max(0, start - before), end - before
