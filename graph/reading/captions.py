"""Parts a caption, credit or place line from the first word that it is glued to: « hammouchiLa récente visite ».

Feeds lose the line break between a photograph's caption and the article. The text keeps every character; only the token
is split, so that the sentence's first word is read as a word.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

_GLUED = re.compile(r"^([^\W\d_]*[a-zà-öø-ÿ]|[A-ZÀ-ÖØ-Þ]{2,})(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ'’]|L['’])")


@Language.component("dragoman_captions", retokenizes=True)
def captions(doc: Doc) -> Doc:
    """Split every glued token that opens a line."""
    glued = []
    for token in doc:
        opens = token.i == 0 or "\n" in doc[token.i - 1].text_with_ws or doc[token.i - 1].text in "©"
        match = _GLUED.match(token.text) if opens and token.is_alpha else None
        if match and 0 < match.end() < len(token.text):
            glued.append((token, match.end()))
    if glued:
        with doc.retokenize() as retokenizer:
            for token, cut in glued:
                parts = [token.text[:cut], token.text[cut:]]
                retokenizer.split(token, parts, heads=[(token, 0), (token, 1)])
    return doc
