"""Deals: how far each has come, who supplies what to whom, how much, where; and what is none."""

from __future__ import annotations

import pytest
from graph.reading.saying import names, reading_of

from dragoman.graph.records import Deal


def deals(text: str) -> list[dict[str, object]]:
    """Return the deals of a text, entities by their first name."""
    reading = reading_of(text)
    found: list[dict[str, object]] = []
    for record in reading.records:
        if isinstance(record, Deal):
            told: dict[str, object] = {"status": record.status}
            for slot in ("supplier", "recipient", "product", "site", "target_market"):
                for value in record.values(slot):
                    told[slot] = names(reading, value)[0]
            for slot in ("quantity_min", "quantity_max"):
                for figure in record.values(slot):
                    told[slot] = int(figure)
            found.append(told)
    return found


CASES = [
    # status
    ("Le Pérou ne cache pas son intérêt pour les sous-marins coréens.", {"status": "Interest", "recipient": "Pérou"}),
    ("L’Inde a proposé au Caire 24 hélicoptères légers.", {"status": "Proposed", "recipient": "Égypte", "quantity_max": 24}),
    ("Hanoï a offert de vendre au Ghana 50 000 tonnes de riz.", {"status": "Proposed", "recipient": "Ghana", "product": "riz"}),
    ("Le Japon songe à céder des remorqueurs aux douaniers chiliens.", {"status": "Proposed", "supplier": "Japon"}),
    ("Le brésilien Agrovale est en discussions avec l’algérien Cevrane pour la livraison de 30 000 tonnes de sucre.",
     {"status": "Negotiation", "supplier": "Agrovale", "recipient": "Cevrane"}),
    ("C’est le coréen Hansung qui livrera les 40 rames à l’Égypte.", {"status": "Agreed", "supplier": "Hansung", "recipient": "Égypte"}),
    ("Gazvel fournira du gaz à la Slovénie aux termes d’un contrat de trois ans signé en mai.",
     {"status": "Signed", "supplier": "Gazvel", "recipient": "Slovénie", "product": "gaz"}),
    ("Quelque 40 000 tonnes de maïs ukrainien ont été acheminées en Tunisie depuis juillet.",
     {"status": "Delivered", "supplier": "Ukraine", "recipient": "Tunisie"}),
    ("Quant aux huit hélicoptères polonais que le Pérou devait acheter, Lima y a renoncé.",
     {"status": "Cancelled", "recipient": "Pérou", "quantity_min": 8}),
    ("Quant à la cimenterie que le groupe Holdim devait construire à Kribi, elle ne se fera pas.",
     {"status": "Cancelled", "supplier": "Holdim", "site": "Kribi"}),
    # construction
    ("120 000 tonnes de phosphate marocain sont arrivées au port de Santos, au Brésil.",
     {"status": "Delivered", "supplier": "Maroc", "recipient": "Brésil"}),
    ("Le groupe turc Karvel a fait miroiter à la Zambie jusqu’à 200 autobus électriques.",
     {"status": "Proposed", "supplier": "Karvel", "recipient": "Zambie", "quantity_max": 200}),
    ("Vingt locomotives : telle est la proposition que la société kazakhe Alstar a faite à la Mongolie.",
     {"status": "Proposed", "supplier": "Alstar", "recipient": "Mongolie", "product": "locomotives"}),
    ("La Serbie a mis sur la table douze obusiers, que l’Angola examine.", {"status": "Proposed", "supplier": "Serbie"}),
    ("Des 200 camions que le groupe Tavika négocie avec le Mozambique, le prix est inconnu.",
     {"status": "Negotiation", "supplier": "Tavika", "recipient": "Mozambique"}),
    ("Le constructeur indien Ashvin fournira les 300 bus à la compagnie Urbavel, par un contrat signé en mai.",
     {"status": "Signed", "supplier": "Ashvin", "recipient": "Urbavel"}),
    # quantities
    ("Rome voudrait trois milliards de mètres cubes de gaz.", {"quantity_min": 3_000_000_000, "quantity_max": 3_000_000_000}),
    ("L’Italie a importé l’an dernier 2 milliards de mètres cubes de gaz algérien.", {"supplier": "Algérie", "quantity_min": 2_000_000_000}),
    # sides
    ("La société malienne ne cache pas son intérêt pour les drones de la firme Baykal.", {"supplier": "Baykal", "recipient": "Mali"}),
    ("La filiale du groupe suédois Nordvel implantera au Québec une usine de batteries destinées au marché nord-américain.",
     {"supplier": "Nordvel", "site": "Québec", "target_market": "marché nord-américain"}),
    ("La Guinée a inauguré une usine de câbles construite par la société chinoise Jinvel à Kindia.",
     {"status": "Delivered", "supplier": "Jinvel", "site": "Kindia"}),
    ("Le Cameroun a attribué à la société portugaise Motaril le marché du bitumage de la route Doumé-Bertal.",
     {"status": "Signed", "supplier": "Motaril", "recipient": "Cameroun"}),
    # told twice
    ("La Zambie achète 96 obusiers finlandais. La Zambie a acheté 96 obusiers au groupe finlandais Suovel.",
     {"status": "Signed", "supplier": "Suovel", "recipient": "Zambie", "quantity_min": 96}),
    # sites
    ("Le projet de sucrerie de la société Dangora à Nakuru est tombé à l’eau.", {"supplier": "Dangora", "site": "Nakuru"}),
    ("Le fabricant Hanbit Cable envisage d’ouvrir à Zaghouan une usine de câbles optiques.",
     {"product": "usine de câbles optiques", "site": "Zaghouan"}),
    # others’ acts, states that look like passives, what was to come
    ("Le Ghana a exprimé l’espoir que des entreprises turques construisent une raffinerie à Tema.",
     {"status": "Interest", "supplier": "Turquie", "product": "raffinerie", "site": "Tema"}),
    ("Le Pérou est disposé à acheter davantage de vin chilien.", {"status": "Interest", "supplier": "Chili", "recipient": "Pérou"}),
    ("La société Kestrel allait fournir 45 grues au Kenya.", {"status": "Agreed", "supplier": "Kestrel", "recipient": "Kenya"}),
    ("Le groupe Norvik a remporté l’appel d’offres pour la fourniture de 40 autobus.", {"status": "Agreed", "supplier": "Norvik"}),
    ("La société Erdem fournira 45 grues au Kenya, conformément à un contrat signé en mai.", {"status": "Signed", "supplier": "Erdem"}),
    ("Le groupe Norvik est connu au Chili. L’Équateur a déjà reçu trois grues du même fournisseur en mai.",
     {"supplier": "Norvik", "recipient": "Équateur", "product": "grues"}),
    ("Le Niger recevra 300 tracteurs.", {"status": "Agreed", "recipient": "Niger"}),
    ("Le Chili a annoncé la signature d’un contrat avec le groupe Norvik pour la fourniture de 96 bus.",
     {"supplier": "Norvik", "recipient": "Chili", "status": "Signed"}),
    ("Le Kenya commande douze drones. Le Kenya a signé jeudi avec le constructeur Bozkir un contrat d’achat de douze drones.",
     {"status": "Signed", "supplier": "Bozkir", "recipient": "Kenya", "quantity_min": 12}),
    ("Le consortium Nordbahn a construit la ligne, mais la ville en est mécontente.", {"product": "ligne", "supplier": "Nordbahn"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_deal_is_read(text: str, expected: dict[str, object]) -> None:
    found = deals(text)
    assert len(found) == 1
    assert found[0] | expected == found[0]


@pytest.mark.parametrize(
    "text",
    [
        "Le Koweït n’a rien acheté.",
        "La société nigériane n’a commandé aucun avion à Avantel.",
        "Le quota de pêche accordé à la Russie atteint 80 000 tonnes de maquereau.",
        "Les échanges entre la Chine et le Chili ont atteint 50 milliards de dollars.",
        "L’usine aura une capacité de 300 000 véhicules par an.",
        "Le ministère a démenti tout achat d’avions russes.",
        "Les touristes russes sont arrivés en Tunisie.",
        "La ministre kényane est arrivée à Pékin.",
        "Le groupe polonais Vistal a remis une offre, mais rien n’est décidé.",
    ],
)
def test_what_is_no_deal(text: str) -> None:
    assert deals(text) == []
