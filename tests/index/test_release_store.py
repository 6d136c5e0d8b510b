from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import ReleaseMissing
from index.release_id import is_release_id, new_release_id
from index.release_store import ReleaseStore

MOMENTS = st.datetimes(min_value=datetime(2020, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
START = datetime(2026, 11, 23, 1, 2, 3, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    return ReleaseStore(tmp_path / "releases")


def built(store, minutes=0):
    release_id = new_release_id(START + timedelta(minutes=minutes))
    store.finish_building(store.start_building(release_id))
    return release_id


@given(MOMENTS, MOMENTS)
def test_names_of_releases_sort_by_time(one, other):
    if one.replace(microsecond=0) < other.replace(microsecond=0):
        assert new_release_id(one) < new_release_id(other)


@pytest.mark.parametrize("name", ["current", ".building-x", "../x", "20261123T010203Z", ""])
def test_other_names_are_no_releases(name):
    assert not is_release_id(name)


def test_nothing_is_published_at_first(store):
    assert store.current_id() is None
    with pytest.raises(ReleaseMissing, match="公開中の版がありません"):
        store.current_folder()


def test_a_release_serves_only_when_it_is_published(store):
    name = built(store)
    assert store.current_id() is None
    store.publish(name)
    assert store.current_id() == name
    assert store.current_folder().name == name


def test_a_release_that_does_not_exist_cannot_be_published(store):
    name = built(store)
    store.publish(name)
    with pytest.raises(ReleaseMissing):
        store.publish("20200101T000000Z-abcdef")
    assert store.current_id() == name


def test_what_a_killed_build_left_is_no_release_and_goes_with_the_next(store):
    left = store.start_building(new_release_id(START))
    (left / "half").write_text("x", encoding="utf-8")
    assert store.release_ids() == []
    built(store, minutes=1)
    assert not left.exists()


def test_the_release_before_the_current_one_is_the_one_to_go_back_to(store):
    first, second, third = (built(store, minutes) for minutes in range(3))
    store.publish(second)
    assert store.previous_id() == first
    store.publish(first)
    with pytest.raises(ReleaseMissing, match="戻せる前の版"):
        store.previous_id()
    assert store.release_ids() == [third, second, first]


def test_the_last_three_are_kept_and_the_current_one_always(store):
    names = [built(store, minutes) for minutes in range(6)]
    store.publish(names[0])
    assert set(store.prune()) == {names[1], names[2]}
    assert set(store.release_ids()) == {names[0], *names[3:]}
