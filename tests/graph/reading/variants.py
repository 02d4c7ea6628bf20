"""Makes other articles of the built-in article's grammar: other countries, people, agencies, dates and products.

Nothing of the original's names is left, so that a reader tuned to them fails on these. Every variant has its own gold,
in the format of `benchmarks/articles/*.yaml`, computed from the same draw.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


@dataclass(frozen=True)
class State:
    """A state as French newswire names it, with the prepositions that it takes."""

    name: str
    bare: str
    of: str
    in_: str
    the: str
    adjective: str
    plural: str
    feminine: str
    capital: str
    ruler: str
    polity: str
    official: str
    of_polity: str


STATES = (
    State(
        "Jordanie",
        "Jordanie",
        "de Jordanie",
        "en Jordanie",
        "la Jordanie",
        "jordanien",
        "jordaniens",
        "jordanienne",
        "Amman",
        "roi",
        "royaume",
        "le Royaume hachémite de Jordanie",
        "dans le royaume",
    ),
    State(
        "Norvège",
        "Norvège",
        "de Norvège",
        "en Norvège",
        "la Norvège",
        "norvégien",
        "norvégiens",
        "norvégienne",
        "Oslo",
        "roi",
        "royaume",
        "la Norvège",
        "dans le royaume",
    ),
    State(
        "Arabie saoudite",
        "Arabie saoudite",
        "d’Arabie saoudite",
        "en Arabie saoudite",
        "l’Arabie saoudite",
        "saoudien",
        "saoudiens",
        "saoudienne",
        "Riyad",
        "roi",
        "royaume",
        "le Royaume d’Arabie saoudite",
        "dans le royaume",
    ),
    State(
        "Turquie",
        "Turquie",
        "de Turquie",
        "en Turquie",
        "la Turquie",
        "turc",
        "turcs",
        "turque",
        "Ankara",
        "président",
        "république",
        "la Turquie",
        "dans la république",
    ),
    State(
        "Pologne",
        "Pologne",
        "de Pologne",
        "en Pologne",
        "la Pologne",
        "polonais",
        "polonais",
        "polonaise",
        "Varsovie",
        "président",
        "république",
        "la Pologne",
        "dans la république",
    ),
    State(
        "Indonésie",
        "Indonésie",
        "d’Indonésie",
        "en Indonésie",
        "l’Indonésie",
        "indonésien",
        "indonésiens",
        "indonésienne",
        "Jakarta",
        "président",
        "république",
        "l’Indonésie",
        "dans la république",
    ),
    State(
        "Italie",
        "Italie",
        "d’Italie",
        "en Italie",
        "l’Italie",
        "italien",
        "italiens",
        "italienne",
        "Rome",
        "président",
        "république",
        "l’Italie",
        "dans la république",
    ),
    State(
        "Bulgarie",
        "Bulgarie",
        "de Bulgarie",
        "en Bulgarie",
        "la Bulgarie",
        "bulgare",
        "bulgares",
        "bulgare",
        "Sofia",
        "président",
        "république",
        "la Bulgarie",
        "dans la république",
    ),
)
FIRST = ("Karim", "Anton", "Selim", "Henrik", "Marek", "Tomas", "Yusuf", "Paolo", "Stefan", "Bogdan", "Rachid", "Emil")
LAST = (
    "Benhaddou",
    "Zelinski",
    "Ozdemir",
    "Halvorsen",
    "Kowalczyk",
    "Marchetti",
    "Al-Rifai",
    "Petkov",
    "Sutanto",
    "Radoslavov",
    "Demirel",
    "Bellini",
)
SERVICES = (
    (
        "direction nationale de la police criminelle",
        "DNPC",
        "direction centrale de la protection du territoire",
        "DCPT",
    ),
    ("inspection générale des forces auxiliaires", "IGFA", "direction générale de la documentation extérieure", "DGDE"),
    ("agence nationale de la sécurité intérieure", "ANSI", "direction générale des douanes et impôts", "DGDI"),
)
COUNCILS = (
    ("secrétaire général", "conseil de défense"),
    ("directeur général", "service de renseignement"),
    ("président", "comité de sûreté"),
)
MINISTRIES = (
    "du transport et de l’énergie",
    "de l’agriculture et de la pêche",
    "de la défense et de l’armement",
    "de l’industrie et des mines",
)
OUTLETS = (
    ("chaîne de télévision", "Tele Nova 7"),
    ("chaîne de télévision", "Kanal Bir"),
    ("chaîne de télévision", "Polar TV"),
)
PLANTS = (("tracteurs", "Ursus"), ("autobus", "Temsa"), ("wagons", "Skarne"), ("moteurs", "Fervo"))
FLEETS = (
    ("hélicoptères de transport", "Leonardo AW 139"),
    ("drones de surveillance", "Bayrak TB 2"),
    ("navires de patrouille", "Ulsteinvik X 40"),
)
WISHES = (
    ("le patrouilleur côtier", "patrouilleur côtier", "Nordkapp B-12", "radars"),
    ("le remorqueur portuaire", "remorqueur portuaire", "Azimut T-30", "satellites"),
    ("le véhicule blindé", "véhicule blindé", "Rosomak K-9", "simulateurs"),
)
MARKETS = (("africains", "marchés africains"), ("européens", "marchés européens"), ("asiatiques", "marchés asiatiques"))
FIELDS = (
    ("politique", "culturel", "énergétique", "scientifique"),
    ("économique", "judiciaire", "universitaire", "militaire"),
)
GOODS = (
    ("agricoles", "d’élevage", "élevage", "d’artisanat", "artisanat"),
    ("miniers", "de textile", "textile", "de santé", "santé"),
)


@dataclass(frozen=True)
class Variant:
    """One made article: its text, its day of publication and its gold."""

    text: str
    published: date
    gold: dict[str, Any]


def variant(seed: int) -> Variant:
    """Return the variant that a seed draws; the same one each time."""
    draw = Random(seed)
    guest, host = draw.sample(STATES, 2)
    firsts, lasts = draw.sample(FIRST, 4), draw.sample(LAST, 4)
    ruler, officer, receiver, minister = (f"{a} {b}" for a, b in zip(firsts, lasts, strict=True))
    (service, short, second, second_short), (post, council) = draw.choice(SERVICES), draw.choice(COUNCILS)
    ministry, (sort, outlet), (goods, brand) = draw.choice(MINISTRIES), draw.choice(OUTLETS), draw.choice(PLANTS)
    (fleet, model), (wish, wished, wished_model, also) = draw.choice(FLEETS), draw.choice(WISHES)
    market, market_name = draw.choice(MARKETS)
    fields, (produce, of_second, second_field, _third_of, third) = draw.choice(FIELDS), draw.choice(GOODS)
    published = date(draw.randint(2012, 2024), draw.randint(2, 12), draw.randint(1, 28))
    met = published - timedelta(days=draw.randint(1, 6))
    visited = published - timedelta(days=draw.randint(10, 25))
    least = draw.randint(2, 15)
    most = least + draw.randint(1, 20)
    day = "1er" if visited.day == 1 else str(visited.day)
    spoken = f"le {day} {MONTHS[visited.month - 1]}"
    whose = f"{host.the[:2]}{host.the[2:]}"
    to_guest = {"l": f"à {guest.the}"}.get(guest.the[0], f"à {guest.the}")
    with_guest = f"avec {guest.the}"
    text = f"""{guest.bare}-{host.bare}: la coopération bilatérale prend de l’élan

{firsts[1].lower()}La récente visite du {guest.ruler} {ruler} {host.in_} a fait l’effet d’un moteur pour la coopération bilatérale et ce, à divers niveaux {fields[0]}, {fields[1]}, {fields[2]} et {fields[3]}.

Après les perspectives ouvertes aux échanges commerciaux bilatéraux des produits {produce}, {of_second} et en matière de {third}, c’est au tour des services de sécurité des deux pays de se rapprocher.

C’est dans ce sens que s’inscrit la visite à {host.capital} du responsable de la {service} ({short}) et de la {second} ({second_short}). {officer} a été reçu {WEEKDAYS[met.weekday()]} à {host.capital}, par {receiver}, le {post} du {council} {host.adjective}, l’organe consultatif auprès du gouvernement.

Un communiqué du {council} {host.adjective} indique que la visite à {host.capital} du responsable {guest.adjective} intervient en application des accords énergétiques entre les deux pays, conclus lors de la visite du {guest.ruler} {ruler} {spoken}, à {host.capital}.

La même source précise que les entretiens entre {officer} et {receiver} ont porté sur la situation humanitaire en Afrique du Nord et au Moyen-Orient.

parallèlement, le vice ministre {host.adjective} {ministry}, {minister}, invité {WEEKDAYS[met.weekday()]} sur le plateau de la {sort} {host.feminine}, {outlet}, a annoncé que son pays avait lancé des négociations {with_guest} pour l’implantation {guest.of_polity} d’une usine de fabrication de {goods} de type {brand}. La production de la future usine devrait, selon le ministre, être destinée à couvrir les besoins des marchés {market} en {goods} {host.plural}.

{minister} a également affirmé que {whose} avait proposé {to_guest} la vente d’une flotte de {least} à {most} {fleet} de type {model}. Enfin, le ministre a signalé un intérêt {guest.adjective} pour {wish} {host.adjective} ‘{wished_model}’ et pour des {also} {host.plural} sans en préciser le type."""
    return Variant(
        text,
        published,
        {
            "records": _gold(
                guest,
                host,
                ruler,
                officer,
                receiver,
                minister,
                service,
                short,
                second,
                second_short,
                post,
                council,
                ministry,
                outlet,
                goods,
                brand,
                fleet,
                model,
                wished,
                wished_model,
                also,
                market_name,
                fields,
                produce,
                second_field,
                third,
                met,
                visited,
                least,
                most,
            )
        },
    )


def _gold(
    guest: State,
    host: State,
    ruler: str,
    officer: str,
    receiver: str,
    minister: str,
    service: str,
    short: str,
    second: str,
    second_short: str,
    post: str,
    council: str,
    ministry: str,
    outlet: str,
    goods: str,
    brand: str,
    fleet: str,
    model: str,
    wished: str,
    wished_model: str,
    also: str,
    market: str,
    fields: tuple[str, ...],
    produce: str,
    second_field: str,
    third: str,
    met: date,
    visited: date,
    least: int,
    most: int,
) -> list[dict[str, Any]]:
    source = f"{council} {host.adjective}"
    plant = f"usine de fabrication de {goods} de type {brand}"
    return [
        {
            "type": "Cooperation",
            "parties": [guest.name, host.name],
            "topic": [*fields, f"produits {produce}", second_field, third],
            "quote": "coopération bilatérale et ce, à divers niveaux",
        },
        {"type": "Tenure", "holder": ruler, "title": guest.ruler, "quote": f"{guest.ruler} {ruler}"},
        {
            "type": "Tenure",
            "holder": officer,
            "title": "responsable",
            "agency": f"{service}|{short}",
            "country": guest.name,
            "quote": f"responsable de la {service} ({short})",
        },
        {
            "type": "Tenure",
            "holder": officer,
            "title": "responsable",
            "agency": f"{second}|{second_short}",
            "country": guest.name,
            "quote": f"responsable de la {service} ({short}) et de la {second} ({second_short})",
        },
        {
            "type": "Tenure",
            "holder": receiver,
            "title": post,
            "agency": f"{council} {host.adjective}",
            "country": host.name,
            "quote": f"{receiver}, le {post} du {council} {host.adjective}",
        },
        {
            "type": "Tenure",
            "holder": minister,
            "title": "vice ministre",
            "agency": f"{ministry}|ministère {ministry}",
            "country": host.name,
            "quote": f"le vice ministre {host.adjective} {ministry}, {minister}",
        },
        {
            "type": "Visit",
            "visitor": [ruler],
            "destination": host.name,
            "place": host.capital,
            "date": visited.isoformat(),
            "quote": f"la visite du {guest.ruler} {ruler} le",
        },
        {
            "type": "Visit",
            "visitor": [officer],
            "destination": host.name,
            "place": host.capital,
            "inApplicationOf": "accords énergétiques",
            "statedBy": source,
            "quote": f"la visite à {host.capital} du responsable {guest.adjective} intervient",
        },
        {
            "type": "Meeting",
            "participants": [officer, receiver],
            "place": host.capital,
            "date": met.isoformat(),
            "topics": ["situation humanitaire en Afrique du Nord", "situation humanitaire au Moyen-Orient"],
            "statedBy": source,
            "quote": f"{officer} a été reçu",
        },
        {
            "type": "Agreement",
            "parties": [guest.name, host.name],
            "topic": ["accords énergétiques|énergétiques"],
            "date": visited.isoformat(),
            "concludedDuring": f"visite du {guest.ruler} {ruler}",
            "statedBy": source,
            "quote": "accords énergétiques entre les deux pays, conclus lors de la visite",
        },
        {
            "type": "Announcement",
            "speaker": minister,
            "place": outlet,
            "date": met.isoformat(),
            "quote": f"{outlet}, a annoncé",
        },
        {
            "type": "Deal",
            "status": "negotiation",
            "supplier": host.name,
            "recipient": guest.name,
            "product": plant,
            "site": guest.name,
            "targetMarket": market,
            "statedBy": minister,
            "quote": f"d’une {plant}",
        },
        {
            "type": "Deal",
            "status": "proposed",
            "supplier": host.name,
            "recipient": guest.name,
            "product": f"{fleet} de type {model}",
            "quantityMin": least,
            "quantityMax": most,
            "statedBy": minister,
            "quote": f"la vente d’une flotte de {least} à {most} {fleet} de type {model}",
        },
        {
            "type": "Deal",
            "status": "interest",
            "supplier": host.name,
            "recipient": guest.name,
            "product": f"{wished_model}|{wished} {wished_model}",
            "statedBy": minister,
            "quote": f"‘{wished_model}’",
        },
        {
            "type": "Deal",
            "status": "interest",
            "supplier": host.name,
            "recipient": guest.name,
            "product": f"{also} {host.plural}|{also}",
            "statedBy": minister,
            "quote": f"{also} {host.plural}",
        },
    ]
