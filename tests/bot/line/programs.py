"""Programs of any shape, as catalogs may hold them."""

from datetime import date

from hypothesis import strategies as st

from data.program import Offering, Program
from data.vocabulary import Certificate, Field, Mode, Status, Subsidy, TimeBand
from recommender.answer import Recommendation

TODAY = date(2026, 11, 23)
WORDS = st.text(max_size=400)
NON_EMPTY = st.text(min_size=1, max_size=400).filter(lambda text: text.strip())
DATES = st.none() | st.dates(date(2020, 1, 1), date(2040, 1, 1))
OFFERINGS = st.builds(
    Offering,
    mode=st.sampled_from(Mode),
    municipality=WORDS,
    venue=WORDS,
    time_bands=st.lists(st.sampled_from(TimeBand), max_size=4).map(tuple),
    start_date=DATES,
    sessions=WORDS,
    fee_yen=st.none() | st.integers(0, 10**7),
    fee_note=WORDS,
    deadline=DATES,
    status=st.sampled_from(Status),
)
PROGRAMS = st.builds(
    Program,
    program_id=st.just("0123456789ab"),
    title=NON_EMPTY,
    institution=WORDS,
    summary=st.text(max_size=6_000),
    skills=st.lists(NON_EMPTY, max_size=5).map(tuple),
    fields=st.lists(st.sampled_from(Field), max_size=3).map(tuple),
    certificate=st.sampled_from(Certificate),
    subsidies=st.lists(st.sampled_from(Subsidy), max_size=3).map(tuple),
    url=st.sampled_from(["", "https://example.jp/a", f"https://example.jp/{'a' * 2000}"]),
    contact=WORDS,
    is_sample=st.booleans(),
    offerings=st.lists(OFFERINGS, max_size=2).map(tuple),
)
ITEMS = st.builds(
    Recommendation,
    program=PROGRAMS,
    score=st.floats(0, 1),
    reasons=st.lists(NON_EMPTY, min_size=1, max_size=2).map(tuple),
    offering=st.none() | OFFERINGS,
)
