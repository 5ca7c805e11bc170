"""Fuzzing of what strangers send: files of every kind to the readers, any text to segmentation.

``make fuzz`` runs it for two minutes (``make fuzz FUZZ_SECONDS=600`` for ten) with new examples each time;
``tests/test_fuzz.py`` runs a few fixed ones. What it finds becomes a test there.
"""
