"""Reads the fields that a word like « domaines » leads to.

« dans les domaines de la santé et de l’eau », « dans plusieurs secteurs, dont la pêche », « les domaines suivants : A, B et
C », « en matière de défense », « à divers niveaux politique et militaire ».
"""

from __future__ import annotations

from dragoman.graph.reading.agreements.indexed_scenes import IndexedScene
from dragoman.graph.reading.agreements.lists import list_begin, list_end
from dragoman.graph.reading.topics import topics

Field = tuple[int, int, str]


def fields_at(scene: IndexedScene, cue: int) -> list[Field]:
    """Return the fields that the word at token `cue` leads to."""
    begin = list_begin(scene, cue)
    if begin is None:
        return []
    return topics(scene.analysis, begin, list_end(scene, begin))
