"""`manabi bench` from end to end, without the plain pipeline, whose libraries take their time."""

import json

import pytest
from click.testing import CliRunner

from bot.bench.errors import BenchRunning
from bot.commands.bench import alone, bench


@pytest.fixture
def run_bench(small_home, small_model, monkeypatch):
    monkeypatch.setenv("MANABI_HOME", str(small_home))
    monkeypatch.setenv("MANABI_ENCODER", str(small_model))
    monkeypatch.setenv("MANABI_NOW", "2026-11-23")
    return lambda *arguments: CliRunner().invoke(bench, ["--without-plain", *arguments])


@pytest.mark.slow
def test_every_size_shows_speed_memory_start_up_rebuild_and_recall(run_bench, small_home):
    done = run_bench("--programs", "260", "--requests", "3", "--json")
    figures = json.loads(done.stdout)
    assert (figures["requests"], figures["plain_skipped"] is None) == (3, False)
    (size,) = figures["sizes"]
    assert size["programs"] == 260
    assert size["rebuild"]["from_nothing_s"] > size["rebuild"]["unchanged_s"] > 0
    assert size["times_faster"]["plain"] is None
    ours, words = size["ways"]["manabi"], size["ways"]["lexical"]
    assert (ours["index"], ours["recall"]) == ("exact", {"10": 1.0, "200": 1.0})
    assert {"total", "encode", "search", "lexical"} == ours["parts"].keys()
    assert ours["first_answer_s"] > words["first_answer_s"] > 0
    assert not list(small_home.glob(".bench-*"))


@pytest.mark.slow
def test_it_reads_well_at_a_terminal(run_bench):
    shown = run_bench("--programs", "300", "--requests", "2").stdout
    for words in (
        "講座300件",
        "上位10件の100.0%",
        "まなびコンパス",
        "言葉だけ",
        "くらべていません",
    ):
        assert words in shown


@pytest.mark.parametrize("sizes", ["many", "0", "", "260,-1"])
def test_sizes_are_numbers(sizes):
    done = CliRunner().invoke(bench, ["--programs", sizes])
    assert done.exit_code == 2
    assert "1以上の数" in done.stderr


def test_what_a_killed_bench_left_is_cleared(tmp_path):
    left = tmp_path / ".bench-killed" / "catalog"
    left.mkdir(parents=True)
    with alone(tmp_path) as scratch:
        assert list(tmp_path.glob(".bench-*")) == [scratch]


def test_one_measures_at_a_time(tmp_path):
    with alone(tmp_path), pytest.raises(BenchRunning, match="別の計測"), alone(tmp_path):
        pass


@pytest.mark.slow
def test_rebuilds_are_timed_in_all_three_cases(run_bench, small_home):
    done = run_bench("rebuild", "--programs", "300", "--without-plain", "--json")
    figures = json.loads(done.stdout)
    assert figures["from_nothing_s"] > figures["unchanged_s"] > 0
    assert figures["one_percent_s"] > 0
    assert figures["plain_from_nothing_s"] is None
    assert not list(small_home.glob(".bench-*"))
