"""A deal's amount is the sum that the text says it is worth; prices by the piece, bounds and others' sums are none."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.graph.article import Article
from dragoman.graph.reading import read
from dragoman.graph.records import Deal


def sums(text: str) -> list[tuple[str | None, str | None]]:
    (reading,) = read([Article(text, published=date(2024, 5, 6))])
    return [(record.amount, record.currency) for record in reading.records if isinstance(record, Deal)]


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("La Serbie a acheté à la France douze avions pour 2,7 milliards d’euros.", "2700000000", "EUR"),
        ("Le Kenya a commandé 20 locomotives, d’une valeur de 120 millions d’euros, à la Turquie.", "120000000", "EUR"),
        (
            "Le Sénégal a signé avec la société Ferrovia un contrat de 80 M€ pour l’achat de 12 rames.",
            "80000000",
            "EUR",
        ),
        (
            "La Pologne achètera à la Corée 48 avions, un marché évalué à 3 milliards de dollars.",
            "3000000000",
            "USD",
        ),
        (
            "Le contrat, d’un montant d’environ 150 millions de dollars, prévoit la livraison de 40 bus au Ghana par la Chine.",
            "150000000",
            "USD",
        ),
    ],
)
def test_what_a_deal_is_worth_is_read_with_its_currency(text: str, amount: str, currency: str) -> None:
    assert sums(text) == [(amount, currency)]


@pytest.mark.parametrize(
    "text",
    [
        "La Turquie a vendu 300 000 tonnes de blé à 250 dollars la tonne à la Tunisie.",
        "L’Italie construira une usine de dessalement en Tunisie pour plus de 300 millions d’euros.",
        "Le Maroc a reçu un prêt de 200 millions d’euros et a commandé douze hélicoptères à la Turquie.",
        "Les deux pays ont échangé des biens pour 7 milliards d’euros et l’Italie livrera douze camions à la Tunisie.",
    ],
)
def test_a_price_by_the_piece_a_bound_or_another_sum_is_no_amount(text: str) -> None:
    assert sums(text) == [(None, None)]
