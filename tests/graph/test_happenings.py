from __future__ import annotations

from dragoman.graph.happenings import Account, account, alone, happening

DAY = ("2016-04-05", "2016-04-05")
APRIL = ("2016-04-01", "2016-04-30")


def meeting(days: tuple[str, str], *people: str) -> Account:
    found = account("Meeting", [("participant", p) for p in people], *days, denied=False)
    assert found
    return found


def told(own: Account, *others: Account, beside: tuple[Account, ...] = ()) -> str:
    """The happening of a record, among the accounts of other articles and of its own."""
    blocks = set(own.blocks())
    block = [a for a in (own, *others, *beside) if blocks & set(a.blocks())]
    return happening("record", own, block, beside)


def test_the_same_people_on_the_same_day_are_one_meeting_in_whatever_order() -> None:
    assert told(meeting(DAY, "a", "b")) == told(meeting(DAY, "b", "a"), meeting(DAY, "a", "b"))


def test_other_people_or_another_day_are_another_meeting() -> None:
    base = told(meeting(DAY, "a", "b"), meeting(DAY, "a", "c"))
    assert base != told(meeting(DAY, "a", "c"), meeting(DAY, "a", "b"))
    assert base != told(meeting(("2016-04-06", "2016-04-06"), "a", "b"))


def test_an_account_that_says_less_joins_the_only_fuller_one() -> None:
    whole = meeting(DAY, "a", "b", "c")
    assert told(meeting(APRIL, "a", "b"), whole) == told(whole, meeting(APRIL, "a", "b"))


def test_an_account_that_several_fuller_ones_would_fit_stays_alone() -> None:
    first, second = meeting(DAY, "a", "b"), meeting(("2016-04-20", "2016-04-20"), "a", "b")
    vague = meeting(APRIL, "a", "b")
    assert told(vague, first, second) == alone("record", "Meeting")
    assert told(first, vague, second) != told(second, vague, first)


def test_a_chain_of_fuller_accounts_leads_to_the_fullest() -> None:
    chain = [meeting(("2016-01-01", "2016-12-31"), "a", "b"), meeting(APRIL, "a", "b"), meeting(DAY, "a", "b", "c")]
    assert len({told(one, *chain) for one in chain}) == 1


def test_days_that_only_overlap_contradict_each_other() -> None:
    first, second = meeting(("2016-04-04", "2016-04-06"), "a", "b"), meeting(("2016-04-05", "2016-04-07"), "a", "b")
    assert told(first, second) != told(second, first)


def test_two_records_of_one_article_are_never_one_happening() -> None:
    one = meeting(DAY, "a", "b")
    assert told(one, beside=(one,)) == alone("record", "Meeting")
    less, other, whole = meeting(DAY, "a", "b"), meeting(DAY, "b", "c"), meeting(DAY, "a", "b", "c")
    assert told(less, whole, beside=(other,)) == alone("record", "Meeting")
    assert told(whole, beside=(less,)) == told(whole)


def test_what_says_too_little_has_no_account() -> None:
    people = [("participant", "a"), ("participant", "b")]
    assert account("Meeting", people, None, None, denied=False) is None
    assert account("Meeting", people, *DAY, denied=True) is None
    assert account("Meeting", people[:1], *DAY, denied=False) is None
    assert account("Cooperation", [("party", "a"), ("party", "b")], *DAY, denied=False) is None


def test_place_and_number_play_no_part() -> None:
    people = [("participant", "a"), ("participant", "b")]
    elsewhere = account("Meeting", [*people, ("place", "x"), ("quantityMin", "3")], *DAY, denied=False)
    assert elsewhere == account("Meeting", people, *DAY, denied=False)


def test_a_fuller_account_shares_every_block_of_a_lesser_one() -> None:
    assert set(meeting(APRIL, "a", "b").blocks()) <= set(meeting(DAY, "a", "b", "c").blocks())


def test_an_account_comes_back_from_its_text() -> None:
    one = meeting(DAY, "https://example.org/é", "b")
    assert Account.from_text(one.to_text()) == one
