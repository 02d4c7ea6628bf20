"""Parts words that typing glued: a caption and the article's first word, « hammouchiLa récente visite », « M.Alpha Barry ».

Feeds lose the line break between a photograph's caption, credit or place line and the article, and the space after a form of
address. The text keeps every character; only the token is split, so that each word is read as a word.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

_GLUED = re.compile(r"^([^\W\d_]*[a-zà-öø-ÿ]|[A-ZÀ-ÖØ-Þ]{2,})(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ'’]|L['’])")

_ADDRESSED = re.compile(r"^((?:MM?|Mmes?|Mlle|Dr|Pr|Me)\.)(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ])")
_SOMEWHERE = re.compile(r"\b(?:MM?|Mmes?|Mlle|Dr|Pr|Me)\.[A-ZÀ-ÖØ-Þ]")
_FIRST = re.compile(r"(?:^|[\n\r©])\W*([^\W\d_]+)")


@Language.component("dragoman_captions", retokenizes=True)
def captions(doc: Doc) -> Doc:
    """Split every glued token that opens a line, and every form of address from the name that it is glued to."""
    text = doc.text
    if not _SOMEWHERE.search(text) and not any(_GLUED.match(word) for word in _FIRST.findall(text)):
        return doc
    glued = []
    for token in doc:
        opens = token.i == 0 or "\n" in doc[token.i - 1].text_with_ws or doc[token.i - 1].text in "©"
        match = _ADDRESSED.match(token.text) or (_GLUED.match(token.text) if opens and token.text.isalpha() else None)
        if match and 0 < match.end() < len(token.text):
            glued.append((token, match.end()))
    if glued:
        with doc.retokenize() as retokenizer:
            for token, cut in glued:
                parts = [token.text[:cut], token.text[cut:]]
                retokenizer.split(token, parts, heads=[(token, 0), (token, 1)])
    return doc
