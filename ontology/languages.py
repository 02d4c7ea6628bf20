"""The languages in which things are named."""

from __future__ import annotations

from typing import Final

LANGUAGES: Final = ("fr", "en", "ar", "ru")
"""Those in which the lexicon names countries and agencies; French and English come first, as they do everywhere."""
