"""A text that is plainly in another language is known for one; whatever is doubtful is French."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.graph.detection import EXPECTED, guess

ROOT = Path(__file__).parents[2]
PRESS = sorted((ROOT / "benchmarks/articles").glob("*.txt")) + sorted((ROOT / "graph/articles").glob("*.txt"))
TEXTS = {
    "en": "Morocco's security chief was received on Tuesday at the Kremlin by Nikolai Patrushev, the secretary of the "
    "Security Council of Russia. The two men discussed the situation in North Africa.",
    "es": "El ministro de Asuntos Exteriores de Rusia fue recibido el martes en Rabat por su homólogo marroquí, y los dos "
    "firmaron un acuerdo para la pesca en las aguas del Atlántico.",
    "it": "Il ministro degli Esteri russo è stato ricevuto martedì a Rabat dal suo omologo marocchino, e i due hanno "
    "firmato un accordo per la pesca nelle acque della costa atlantica, che sono tra le più pescose.",
    "pt": "O ministro dos Negócios Estrangeiros da Rússia foi recebido na terça-feira em Rabat pelo seu homólogo "
    "marroquino, e os dois assinaram um acordo de pesca.",
    "de": "Der russische Außenminister ist am Dienstag in Rabat von seinem marokkanischen Amtskollegen empfangen worden, "
    "und die beiden haben ein Abkommen für die Fischerei unterzeichnet, das der König begrüßt.",
    "ru": "Министр иностранных дел России Сергей Лавров был принят во вторник в Рабате.",
    "ar": "استقبل وزير الخارجية المغربي ناصر بوريطة نظيره الروسي سيرغي لافروف",
}


@pytest.mark.parametrize("tag", TEXTS)
def test_a_few_sentences_tell_their_language(tag: str) -> None:
    assert guess(TEXTS[tag]) == tag


@pytest.mark.parametrize("path", PRESS, ids=lambda path: path.stem)
def test_every_french_article_at_hand_is_french(path: Path) -> None:
    assert guess(path.read_text(encoding="utf-8")) == "fr"


@pytest.mark.parametrize("text", ["", "Rabat", "Moscow, Lavrov, Bourita, 2016", "Le roi.", "The king is in Moscow."])
def test_what_is_too_short_to_tell_is_taken_for_french(text: str) -> None:
    assert guess(text) == EXPECTED


def test_a_french_article_with_an_english_quotation_is_french() -> None:
    french = "Le ministre a été reçu au palais par le roi, et les deux hommes ont évoqué la pêche. "
    assert guess(french * 2 + f"« {TEXTS['en']} », selon le texte anglais.") == "fr"


@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert guess(text)
