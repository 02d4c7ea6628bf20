"""Which records of different articles are one happening: what joins, and what merely looks alike and stays two.

Each sentence of docs/happenings.md is a test here. Records are told by names, in an article each.
"""

from __future__ import annotations

from itertools import permutations

import pytest
from fixtures.press import apart, article, one, record, stored

from dragoman.graph.linking.wording import words
from dragoman.graph.records import Reading, Record
from dragoman.graph.store import Store

AWA, BEN, CLEO, DAN = "Awa Diop", "Ben Okri", "Cléo Faye", "Dan Sow"


def meeting(*people: str, key: str = "", **told: object) -> Record:
    return record("Meeting", key, participant=list(people), **told)


def visit(*people: str, key: str = "", to: str = "Utopie", **told: object) -> Record:
    return record("Visit", key, visitor=list(people), destination=to, **told)


def agreement(*topics: str, key: str = "", parties: tuple[str, ...] = ("Utopie", "Cocagne"), **told: object) -> Record:
    return record("Agreement", key, party=list(parties), topic=list(topics), **told)


def deal(product: str, key: str = "", **told: object) -> Record:
    return record("Deal", key, product=product, **({"supplier": "Utopie", "recipient": "Cocagne"} | told))


# -- meetings ---------------------------------------------------------------------------------------------------------
def test_the_same_people_on_the_same_day_met_once() -> None:
    assert one(meeting(AWA, BEN, date="2016-04-05"), meeting(BEN, AWA, date="2016-04-05"))


def test_the_same_people_on_two_days_met_twice() -> None:
    assert not one(meeting(AWA, BEN, date="2016-04-05"), meeting(AWA, BEN, date="2016-04-06"))


def test_who_else_was_there_need_not_be_told_alike() -> None:
    assert one(meeting(AWA, BEN, CLEO, date="2016-04-05"), meeting(AWA, BEN, DAN, date="2016-04-05"))


def test_one_person_who_met_two_others_on_a_day_met_twice() -> None:
    assert not one(meeting(AWA, BEN, date="2016-04-05"), meeting(AWA, CLEO, date="2016-04-05"))


def test_whoever_tells_of_an_audience_tells_of_host_and_guest() -> None:
    audience = meeting(AWA, BEN, CLEO, host=AWA, guest=BEN, date="2016-04-05")
    assert one(audience, meeting(AWA, BEN, date="2016-04-05"))
    assert not one(audience, meeting(BEN, CLEO, date="2016-04-05"))


def test_place_topic_number_and_status_may_differ() -> None:
    assert one(
        meeting(AWA, BEN, date="2016-04-05", place="Ville", topic="pêche", status="Held"),
        meeting(AWA, BEN, date="2016-04-05", place="Autre ville", topic="gaz", status="Cancelled", certainty="Denied"),
    )


def test_a_month_or_a_year_joins_the_only_day_in_it() -> None:
    day, month, year = (meeting(AWA, BEN, date=d) for d in ("2016-04-05", "2016-04", "2016"))
    assert one(day, month, year)


def test_a_month_with_two_such_days_stays_alone() -> None:
    told = [meeting(AWA, BEN, date=d) for d in ("2016-04-05", "2016-04-20", "2016-04")]
    assert len(apart(*(article(f"a{n}", r) for n, r in enumerate(told)))) == 3


def test_of_two_such_days_the_one_with_more_of_the_same_people_is_nearer() -> None:
    readings = [
        article("a", meeting(AWA, BEN, CLEO, date="2016-04-05")),
        article("b", meeting(AWA, BEN, date="2016-04-20")),
        article("c", meeting(AWA, BEN, CLEO, date="2016-04")),
    ]
    assert apart(*readings) == [["a#meeting", "c#meeting"], ["b#meeting"]]


def test_a_chain_of_vaguer_and_vaguer_accounts_is_one() -> None:
    assert one(
        meeting(AWA, BEN, CLEO, DAN, date="2016-04-05"),
        meeting(AWA, BEN, CLEO, date="2016-04"),
        meeting(AWA, BEN, date="2016"),
    )


def test_two_states_delegations_meet_often_and_need_a_month() -> None:
    both = ("Country: Utopie", "Country: Cocagne")
    assert one(meeting(*both, date="2016-04"), meeting(*both, date="2016-04-05"))
    assert not one(meeting(*both, date="2016"), meeting(*both, date="2016-04-05"))


# -- what gives no day ------------------------------------------------------------------------------------------------
def test_an_event_without_a_day_is_of_the_week_before_its_article_came_out() -> None:
    undated = article("a", meeting(AWA, BEN), published="2016-04-07")
    assert one(undated, meeting(AWA, BEN, date="2016-04-05"))
    assert not one(undated, meeting(AWA, BEN, date="2016-03-05"))
    assert not one(undated, meeting(AWA, BEN, date="2016-04-10"))
    assert one(undated, article("b", meeting(AWA, BEN), published="2016-04-08"))
    assert not one(undated, article("b", meeting(AWA, BEN), published="2016-04-13"))
    assert not one(undated, article("b", meeting(AWA, BEN)))


def test_a_week_reckoned_from_the_publication_tells_nothing_of_a_month_or_a_year() -> None:
    undated = article("a", meeting(AWA, BEN), published="2016-04-07")
    assert not one(undated, meeting(AWA, BEN, date="2016-04"))
    assert not one(undated, meeting(AWA, BEN, date="2016"))


def test_a_planned_event_without_a_day_joins_the_one_that_is_held_within_a_month() -> None:
    planned = article("a", meeting(AWA, BEN, status="Planned"), published="2016-04-01")
    assert one(planned, meeting(AWA, BEN, date="2016-04-05"))
    assert not one(planned, meeting(AWA, BEN, date="2016-06-05"))
    assert not one(planned, meeting(AWA, BEN, date="2016-03-30"))


def test_what_belongs_to_a_visit_has_its_days() -> None:
    during = article(
        "a",
        visit(AWA, key="v", date="2016-03-15"),
        meeting(AWA, BEN, during=("v",)),
        agreement("pêche", concluded_during=("v",)),
        published="2019-01-01",
    )
    others = article("b", meeting(AWA, BEN, date="2016-03-16"), agreement("pêche", date="2016-03-16"))
    assert apart(during, others) == [["a#agreement", "b#agreement"], ["a#meeting", "b#meeting"], ["a#v"]]


def test_a_visit_has_the_days_of_what_was_concluded_during_it() -> None:
    retrospect = article(
        "a", visit(AWA, key="v"), agreement("pêche", date="2016-03", concluded_during=("v",)), published="2019-01-01"
    )
    assert ["a#v", "b#visit"] in apart(retrospect, article("b", visit(AWA, date="2016-03-15")))


def test_what_can_be_given_no_time_at_all_stays_alone() -> None:
    assert not one(meeting(AWA, BEN), meeting(AWA, BEN))
    assert not one(visit(AWA, status="Postponed"), visit(AWA, status="Postponed"), published="2016-04-07")


# -- visits -----------------------------------------------------------------------------------------------------------
def test_articles_may_differ_by_a_few_days_about_a_visit() -> None:
    assert one(visit(AWA, date="2016-03-13"), visit(AWA, date="2016-03-16"), visit(AWA, date="2016-03"))
    assert one(visit(AWA, date="2016-03-13/2016-03-15"), visit(AWA, date="2016-03-14/2016-03-17"))
    assert not one(visit(AWA, date="2016-03-13"), visit(AWA, date="2016-03-17"))


def test_two_visits_of_one_person_to_one_country_in_different_months_are_two() -> None:
    assert not one(visit(AWA, date="2016-03"), visit(AWA, date="2016-04"))
    assert not one(visit(AWA, date="2016-03-16"), visit(AWA, date="2016-05-16"))


def test_companions_may_be_told_or_not_but_another_country_is_another_visit() -> None:
    assert one(visit(AWA, BEN, date="2016-03-13"), visit(AWA, date="2016-03-13"))
    assert not one(visit(AWA, date="2016-03-13"), visit(AWA, to="Cocagne", date="2016-03-13"))


def test_a_planned_visit_and_the_visit_that_was_held_are_one() -> None:
    assert one(visit(AWA, date="2016-03-13", status="Planned"), visit(AWA, date="2016-03-13", status="Held"))


def test_spans_that_begin_in_different_years_are_compared() -> None:
    assert one(visit(AWA, date="2015-12-28/2016-01-04"), visit(AWA, date="2016-01-02"))
    assert one(visit(AWA, date="2015-12-31"), visit(AWA, date="2016-01-02"))
    assert one(visit(AWA, date="2015/2016"), visit(AWA, date="2016-01-02"))
    assert not one(visit(AWA, date="2010/2016"), visit(AWA, date="2016-01-02")), "so long a span tells nothing"


def test_namesakes_in_the_service_of_different_states_are_two_people() -> None:
    def served(name: str, state: str) -> Reading:
        office = record("Tenure", holder="Ali Salem", title="ministre", country=state)
        return article(name, visit("Ali Salem", date="2016-03-13"), office)

    utopian, other, unsaid = served("a", "Cocagne"), served("b", "Lilliput"), visit("Ali Salem", date="2016-03-13")
    assert not any({"a#visit", "b#visit"} <= set(group) for group in apart(utopian, other))
    assert ["a#visit", "b#visit"] in apart(utopian, served("b", "Cocagne"))
    assert ["a#visit", "c#visit"] in apart(utopian, article("c", unsaid))


# -- agreements -------------------------------------------------------------------------------------------------------
def test_an_agreement_is_known_by_parties_topic_and_time() -> None:
    assert one(agreement("pêche", date="2016-03-15"), agreement("pêche maritime", date="2016-03"))
    assert not one(agreement("pêche", date="2016-03-15"), agreement("pêche", date="2020-09-14"))
    other = agreement("pêche", parties=("Utopie", "Lilliput"), date="2016-03-15")
    assert not one(agreement("pêche", date="2016-03-15"), other)


def test_two_agreements_of_one_day_between_the_same_states_are_two() -> None:
    assert not one(agreement("pêche", date="2016-03-15"), agreement("tourisme", date="2016-03-15"))
    nature, money = "protection de la nature", "protection réciproque des investissements"
    assert not one(agreement(nature, date="2016-03-15"), agreement(money, date="2016-03-15"))
    terror, crime = "lutte contre le terrorisme international", "lutte contre la criminalité internationale"
    assert not one(agreement(terror, date="2016-03-15"), agreement(crime, date="2016-03-15"))
    assert not one(agreement(date="2016-03-15"), agreement(date="2016-03-15")), "states sign much in a day"


def test_a_batch_is_not_one_of_its_instruments() -> None:
    batch = agreement("agriculture", "douanes", "énergie", date="2016-03-15")
    assert one(batch, agreement("agriculture", "énergie", date="2016-03-15"))
    assert not one(batch, agreement("agriculture", date="2016-03-15"))


def test_two_agencies_sign_one_thing_whatever_it_is_called() -> None:
    agencies = ("Agency: Institut de l’atome", "Company: Atomique")
    told = [
        agreement("usages pacifiques de l’énergie nucléaire", parties=agencies, date="2017-10"),
        agreement("usage pacifique de l’atome", parties=agencies, date="2017-10-11"),
        agreement(parties=agencies, date="2017-10-11"),
    ]
    assert one(*told)


# -- deals ------------------------------------------------------------------------------------------------------------
def test_a_deal_is_one_from_the_first_wish_on_though_nothing_is_dated() -> None:
    history = [
        article("a", deal("hélicoptères", status="Interest"), published="2016-03-18"),
        article("b", deal("hélicoptères légers", status="Negotiation", quantity_min=12), published="2016-09-01"),
        article("c", deal("hélicoptères", status="Signed", quantity_min=15), published="2017-10-11"),
        article("d", deal("hélicoptères", status="Delivered"), published="2019-01-11"),
        article("e", deal("hélicoptères")),
    ]
    assert one(*history)


def test_other_goods_or_other_sides_are_another_deal() -> None:
    assert not one(deal("hélicoptères"), deal("avions"))
    assert not one(deal("hélicoptères"), deal("hélicoptères", recipient="Lilliput"))
    assert not one(deal("hélicoptères"), deal("hélicoptères", supplier="Lilliput"))
    assert not one(deal("gaz"), deal("terminal de gaz")), "a plant is not what it makes"


def test_years_later_two_states_deal_anew_in_goods_without_a_name() -> None:
    assert not one(
        article("a", deal("hélicoptères"), published="2010-01-01"),
        article("b", deal("hélicoptères"), published="2018-01-01"),
    )


def test_goods_may_be_called_by_their_initials() -> None:
    assert one(deal("gaz naturel liquéfié"), deal("GNL"))


@pytest.mark.parametrize("side", ["supplier", "recipient"])
def test_a_named_product_needs_only_one_side(side: str) -> None:
    whole = article("a", deal("avions de ligne Sukhoi Superjet 100"), names=["avions de ligne Sukhoi Superjet 100"])
    partly = article("b", deal("Superjet 100", **{side: []}), names=["Superjet 100"])
    assert one(whole, partly)
    assert not one(article("a", deal("hélicoptères")), article("b", deal("hélicoptères", **{side: []})))


def test_a_company_s_own_deal_needs_only_its_side() -> None:
    maker = {"supplier": "Company: Roulebien", "recipient": []}
    assert one(deal("usine de voitures", **maker), deal("usine de voitures", **maker, site="Cocagne"))


def test_a_company_that_the_lexicon_knows_may_stand_for_its_state() -> None:
    assert one(
        deal("avions", supplier="Russie", recipient="Company: Royal Air Maroc"),
        deal("avions", supplier="Russie", recipient="Maroc"),
    )
    assert not one(
        deal("avions", supplier="Russie", recipient="Company: Royal Air Maroc"),
        deal("avions", supplier="Russie", recipient="Tunisie"),
    )


def test_two_deliveries_of_different_quantities_are_two() -> None:
    def shipped(name: str, tonnes: int) -> Reading:
        return article(
            name, deal("blé", status="Delivered", quantity_min=tonnes, quantity_max=tonnes), published="2024-12-13"
        )

    assert not one(shipped("a", 650_000), shipped("b", 503_000))
    assert one(shipped("a", 650_000), shipped("b", 650_000))


def test_what_was_delivered_is_not_proposed_again() -> None:
    done = article("a", deal("blé", status="Delivered"), published="2023-03-01")
    assert not one(done, article("b", deal("blé", status="Proposed"), published="2024-12-13"))
    assert one(done, article("b", deal("blé", status="Proposed"), published="2022-12-13"))


# -- one article ------------------------------------------------------------------------------------------------------
def test_two_records_of_one_article_are_never_one_happening() -> None:
    twice = article("a", meeting(AWA, BEN, key="m1", date="2016-04-05"), meeting(AWA, BEN, key="m2", date="2016-04-05"))
    assert len(apart(twice)) == 2
    assert apart(twice, article("b", meeting(AWA, BEN, date="2016-04-05"))) == [["a#m1"], ["a#m2"], ["b#meeting"]]


def test_what_one_article_tells_apart_with_equal_exactness_stays_apart_for_all() -> None:
    both = article(
        "a", meeting(AWA, BEN, CLEO, key="m1", date="2016-04-05"), meeting(AWA, BEN, key="m2", date="2016-04-05")
    )
    assert apart(both, article("b", meeting(AWA, BEN, date="2016-04-05"))) == [["a#m1"], ["a#m2", "b#meeting"]]
    days = article("a", visit(AWA, key="v1", date="2016-03-13"), visit(AWA, key="v2", date="2016-03-15"))
    others = [article("b", visit(AWA, date="2016-03-13")), article("c", visit(AWA, date="2016-03-15"))]
    assert apart(days, *others) == [["a#v1", "b#visit"], ["a#v2", "c#visit"]]


def test_of_an_article_s_records_the_most_exact_is_told_to_be_the_happening() -> None:
    again = article("a", visit(AWA, key="v1", date="2016-03-13"), visit(AWA, key="v2", date="2016-03"))
    assert apart(again, article("b", visit(AWA, date="2016-03"))) == [["a#v1", "b#visit"], ["a#v2"]]


# -- the whole --------------------------------------------------------------------------------------------------------
PRESS = [
    article("a", visit(AWA, date="2016-03-13"), meeting(AWA, BEN, status="Planned"), published="2016-03-12"),
    article("b", visit(AWA, date="2016-03-16"), meeting(AWA, BEN, CLEO, date="2016-03-15"), published="2016-03-18"),
    article("c", visit(AWA, date="2016-03"), deal("hélicoptères", status="Interest"), published="2017-10-11"),
    article("d", visit(AWA, date="2016-05-16"), deal("hélicoptères", status="Signed"), published="2018-10-11"),
    article("e", visit(AWA, date="2016"), meeting(AWA, BEN, date="2016-05-16"), published="2018-10-11"),
]
ANSWER = [
    ["a#meeting", "b#meeting"],
    ["a#visit", "b#visit", "c#visit"],
    ["c#deal", "d#deal"],
    ["d#visit"],
    ["e#meeting"],
    ["e#visit"],
]


def test_the_order_of_reading_changes_nothing() -> None:
    for order in permutations(PRESS):
        assert apart(*order) == ANSWER
    for order in permutations(PRESS[:4]):
        with Store.memory() as store:
            for told in (*order, PRESS[4]):
                store.put(told)
            assert stored(store, PRESS) == ANSWER


def test_articles_may_be_read_again_and_removed() -> None:
    with Store.memory() as store:
        for told in (*PRESS, *PRESS[::-1]):
            store.put(told)
        assert stored(store, PRESS) == ANSWER
        for gone in PRESS:
            store.remove(gone.article.iri)
            left = [told for told in PRESS if told is not gone]
            assert stored(store, PRESS) == apart(*left)
            store.put(gone)
            assert stored(store, PRESS) == ANSWER


# -- words ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "compared"),
    [
        ("la pêche maritime", "peche marit"),
        ("L’agriculture et les douanes", "agric douan"),
        ("Sukhoi Superjet 100", "sukho super 100"),
        ("de la", "de la"),
    ],
)
def test_words_are_compared_without_accents_articles_and_endings(name: str, compared: str) -> None:
    assert words(name) == compared
