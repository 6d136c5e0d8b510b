"""The commands as staff run them, in processes of their own."""

import errno
import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import COMMANDS, main, manabi
from recommender.tuning import Tuning

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
MANABI = Path(sys.executable).with_name("manabi")


@pytest.fixture
def run(tmp_path):
    """Runs `manabi` with a MANABI_HOME of the test's own, or the one given."""

    def call(*arguments, home=tmp_path / "home", status=0, **variables):
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(("MANABI_", "LINE_"))}
        environment = inherited | {"MANABI_HOME": str(home), "MANABI_NOW": "2026-11-23"} | variables
        done = subprocess.run(
            [MANABI, *arguments],
            capture_output=True,
            text=True,
            env=environment,
            cwd=tmp_path,
            check=False,
        )
        assert done.returncode == status, done.stderr
        assert "Traceback" not in done.stderr
        return done

    return call


def error_of(done):
    return json.loads(done.stdout)["error"]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help_with_an_example(command):
    loaded = manabi.get_command(None, command)
    assert "例: manabi" in loaded.help
    for inner in getattr(loaded, "commands", {}).values():
        assert "例: manabi" in inner.help


def test_the_catalog_goes_in_and_out(run):
    report = json.loads(run("catalog", "import", str(SAMPLE), "--json").stdout)
    assert report["files"][0]["programs"] == 260
    lines = run("catalog", "export", "--jsonl").stdout.splitlines()
    first = json.loads(lines[0])
    assert len(lines) == 260
    assert {"program_id", "source_key", "source_refs", "offerings"} <= first.keys()
    assert "見つかりませんでした" in run("catalog", "issues").stdout


def test_a_bad_cell_is_shown_with_its_place_and_advice(run, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("講座名,実施機関,受講料\n簿記,商工会,時価\n", encoding="utf-8")
    shown = run("catalog", "import", str(path)).stdout
    assert "「時価」" in shown
    assert "円単位の数字で書き" in shown
    (issue,) = json.loads(run("catalog", "issues", "--json").stdout)["issues"]
    assert (issue["file"], issue["locator"], issue["column"]) == ("list.csv", "R2", "受講料")
    assert (issue["raw"], issue["severity"]) == ("時価", "kept_with_unknown")


def test_a_request_is_answered_for_a_person_and_as_json(run, sample_home, sample_store):
    assert "【見本】" in run("ask", "簿記を基礎から", home=sample_home).stdout
    answer = json.loads(
        run("ask", "簿記を基礎から", "--json", "--limit", "2", home=sample_home).stdout
    )
    assert (answer["outcome"], len(answer["items"])) == ("recommend", 2)
    assert answer["release_id"] == sample_store.current_id()


def test_a_batch_keeps_order_and_names(run, sample_home, tmp_path):
    path = tmp_path / "batch.jsonl"
    rows = [
        {"id": f"r{n}", "role": "employer", "text": text}
        for n, text in enumerate(["簿記", "", "溶接"])
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    lines = run("ask", "--batch", str(path), "--json", home=sample_home).stdout.splitlines()
    answers = [json.loads(line) for line in lines]
    assert [answer["id"] for answer in answers] == ["r0", "r1", "r2"]
    assert [answer["outcome"] for answer in answers] == ["recommend", "clarify", "recommend"]


def test_a_bad_line_of_a_batch_stops_it_before_anything_is_answered(run, sample_home, tmp_path):
    path = tmp_path / "batch.jsonl"
    path.write_text('{"id": "a", "text": "簿記"}\n{"id": "b"}\n', encoding="utf-8")
    done = run("ask", "--batch", str(path), "--json", home=sample_home, status=2)
    assert "2行目" in error_of(done)["message"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ask", "簿記", "--json"), "公開中の版がありません"),
        (("catalog", "export", "--json"), "そのような指定はありません"),
        (("catalog", "issues", "--json"), "まだ講座の一覧がありません"),
        (("catalog", "import", "no-such.csv", "--json"), "見つかりません"),
        (("rebuild", "--json"), "まだ講座の一覧がありません"),
        (("ask", "--json"), "相談の文か --batch"),
        (("ask", "x", "--limit", "0", "--json"), "指定した値を使えません"),
        (("evaluate", "no-such-folder", "--json"), "見つかりません"),
        (("frobnicate", "--json"), "使い方が違います"),
        (("encoder", "train", "x", "--pairs", "no-such-folder", "--json"), "見つかりません"),
        (("encoder", "train", "x", "--without", "written", "--json"), "学習に使うものがありません"),
        (("encoder", "train", "x", "--without", "nothing", "--json"), "指定した値を使えません"),
        (("encoder", "train", "--json"), "必要なものが足りません"),
        (("encoder", "compare", "bundled", "?", "--json"), "エンコーダー「?」を使えません"),
        (("encoder", "compare", "bundled", "manabi", "--queries", "q", "--json"), "--judgments"),
        (
            ("encoder", "compare", "bundled", "manabi", "--collection", "x", "--json"),
            "見つかりません",
        ),
        (("encoder", "tune", "t", "--json"), "必要なものが足りません"),
        (
            ("encoder", "tune", "t", "--queries", "q", "--judgments", "j", "--json"),
            "見つかりません",
        ),
    ],
)
def test_wrong_use_is_one_clear_line_and_status_2(run, arguments, words):
    done = run(*arguments, status=2)
    error = error_of(done)
    assert words in error["message"]
    assert error["code"]
    assert error["hint"]
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"query": "簿記"}', "1行目"),
        ('{"query": "簿記", "positive": null}', "1件目"),
        ('{"query": "簿記", "positive": 3}', "1件目"),
        ("{broken", "1行目"),
        ("", "対がありません"),
    ],
)
def test_malformed_pairs_are_named_before_anything_is_trained(run, tmp_path, content, words):
    (tmp_path / "jaquad.jsonl").write_text(content, encoding="utf-8")
    done = run("encoder", "train", "x", "--pairs", str(tmp_path), "--json", status=2)
    error = error_of(done)
    assert error["code"] == "training_pairs_unusable"
    assert "jaquad.jsonl" in error["message"]
    assert words in error["message"]
    assert "--without jaquad" in error["hint"]


def test_an_adapter_is_not_put_where_something_else_lies(run, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").touch()
    done = run("encoder", "train", str(tmp_path / "mine"), "--json", status=2)
    assert error_of(done)["code"] == "adapter_in_the_way"
    (tmp_path / "file").touch()
    run("encoder", "train", str(tmp_path / "file"), "--json", status=2)


def test_the_card_of_the_default_encoder_tells_what_its_adapter_learned_from(run, sample_home):
    card = json.loads(run("encoder", "card", home=sample_home).stdout)
    assert card["name"] == "manabi"
    assert {part["name"] for part in card["adapter"]["parts"]} >= {"written", "jaquad"}


def test_two_encoders_are_compared_as_json_and_as_a_table(run, small_home, small_model, tmp_path):
    judged = Path(__file__).parents[1] / "judged"
    grades = tmp_path / "judgments.jsonl"
    rows = [{"qid": "q020", "gains": {"p0235": 3}}, {"qid": "q029", "gains": {"p0042": 3}}]
    grades.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    again = shutil.copytree(small_model, tmp_path / "again")
    both = ("encoder", "compare", str(small_model), str(again), "--limit-queries", "3")
    queries = ("--queries", str(judged / "foreign_requests.jsonl"), "--judgments", str(grades))
    compared = json.loads(run(*both, *queries, "--json", home=small_home).stdout)
    assert [line["queries"] for line in compared["lines"]] == [3, 3, 3, 3, 2, 2]
    assert {line["difference"] for line in compared["lines"]} == {0}
    assert compared["speed"]["ratio"] > 0
    shown = run(*both, home=small_home, COLUMNS="120").stdout
    assert "nDCG@10" in shown
    assert "again" in shown
    assert "取っておいた相談" in shown


@pytest.fixture
def tuning_command(tmp_path):
    """Makes the command that learns from these rows of requests and grades."""

    def make(requests, grades):
        queries, judgments = tmp_path / "requests.jsonl", tmp_path / "judgments.jsonl"
        queries.write_text(requests, encoding="utf-8")
        judgments.write_text(grades, encoding="utf-8")
        files = ("--queries", str(queries), "--judgments", str(judgments))
        return ("encoder", "tune", str(tmp_path / "tuning.json"), *files)

    return make


ASKED = {"role": "learner", "intent": "recommend"}
TUNED_ON = {"簿記3級を取りたい": "p0104", "図面を読めるようになりたい": "p0041", "溶接": "p0040"}


@pytest.mark.slow
def test_what_an_encoder_is_served_with_is_learned_and_written(
    run, small_home, small_model, tuning_command, tmp_path
):
    small = {"home": small_home, "MANABI_ENCODER": str(small_model)}
    rows = [json.dumps(ASKED | {"id": f"q{n}", "text": text}) for n, text in enumerate(TUNED_ON)]
    grades = [
        json.dumps({"qid": f"q{n}", "gains": {key: 3}}) for n, key in enumerate(TUNED_ON.values())
    ]
    shown = run(*tuning_command("\n".join(rows), "\n".join(grades)), **small).stdout
    written = json.loads((tmp_path / "tuning.json").read_text("utf-8"))
    card = json.loads(run("encoder", "card", **small).stdout)
    assert written["source"] == card["source"]
    assert Tuning.from_json(written).calibration.slope > 0
    assert str(tmp_path / "tuning.json") in shown
    assert "recommender/tuned/" in shown


@pytest.mark.parametrize(
    ("requests", "grades", "words"),
    [
        ('{"id": "q", "text": "簿記"}', "", "requests.jsonl の1行目"),
        ("{broken", "", "requests.jsonl の1行目"),
        ("", '{"qid": "q"}', "judgments.jsonl の1行目"),
        ("", "", "1件もない"),
        (json.dumps(ASKED | {"id": "q", "text": "簿記"}), "", "1件もない"),
        (
            json.dumps(ASKED | {"id": "q", "text": "簿記"}),
            '{"qid": "q", "gains": {"no-such-program": 3}}',
            "1件もない",
        ),
    ],
)
def test_files_that_nothing_can_be_learned_from_are_named_and_nothing_is_written(
    run, small_home, tuning_command, tmp_path, requests, grades, words
):
    done = run(*tuning_command(requests, grades), "--json", home=small_home, status=2)
    assert error_of(done)["code"] == "judgments_unreadable"
    assert words in error_of(done)["message"]
    assert not (tmp_path / "tuning.json").exists()


def test_a_setting_that_cannot_be_read_is_named(run):
    assert "MANABI_NOW" in run("ask", "簿記", status=2, MANABI_NOW="いつか").stderr
    assert "MANABI_ENCODER" in run("encoder", "prepare", status=2, MANABI_ENCODER="?").stderr


def test_serving_without_line_settings_names_them(run):
    assert "LINE_CHANNEL_SECRET" in run("serve", status=2).stderr


def test_a_port_that_is_taken_is_named(run):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("serve", "--simulator", "--port", str(port), status=2)
    assert f"ポート {port}" in done.stderr


def test_a_damaged_release_is_refused_and_rollback_named(run, small_home, tmp_path):
    home = tmp_path / "copy"
    shutil.copytree(small_home, home)
    (release,) = (path for path in (home / "releases").iterdir() if path.is_dir())
    (release / "ids").write_text("nonsense", encoding="utf-8")
    assert "manabi rollback" in run("ask", "簿記", home=home, status=3).stderr


def test_a_catalog_that_is_no_database_is_refused(run, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "catalog.db").write_bytes(b"not a database at all" * 100)
    assert "データベース" in run("catalog", "issues", status=3).stderr


def test_releases_are_listed_and_one_can_go_back(run, sample_home, sample_store):
    listed = json.loads(run("releases", "--json", home=sample_home).stdout)["releases"]
    assert [row["release_id"] for row in listed if row["current"]] == [sample_store.current_id()]
    shown = run("releases", home=sample_home).stdout
    assert all(row["release_id"] in shown for row in listed)
    assert run("releases").stdout
    assert "戻せる前の版" in run("rollback", home=sample_home, status=2).stderr


@pytest.mark.slow
def test_rebuild_publishes_and_rollback_undoes(run, sample_home, tmp_path):
    home = tmp_path / "copy"
    shutil.copytree(sample_home, home)
    first = json.loads(run("releases", "--json", home=home).stdout)["releases"][0]["release_id"]
    report = json.loads(run("rebuild", "--json", home=home).stdout)
    assert (report["published"], report["embedded"], report["reused"]) == (True, 0, 260)
    run("rollback", home=home)
    answer = json.loads(run("ask", "簿記", "--json", home=home).stdout)
    assert answer["release_id"] == first


def test_evaluation_measures_three_methods(run, sample_home, tmp_path):
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "corpus.jsonl").write_text('{"id": "d", "title": "簿記", "text": "帳簿"}\n')
    (folder / "queries.jsonl").write_text('{"id": "q", "text": "帳簿の付け方"}\n')
    (folder / "qrels.tsv").write_text("q\td\t1\n")
    done = run("evaluate", str(folder), "--json", home=sample_home)
    figures = json.loads(done.stdout)
    assert [row["ndcg@10"] for row in figures.values()] == [1, 1, 1]


def test_judged_requests_are_measured_as_json_and_as_tables(run, sample_home, tmp_path):
    asked = {"id": "a", "role": "learner", "kind": "negation", "intent": "recommend"}
    asked |= {"text": "簿記3級、オンライン以外で", "constraints": {"not_mode": "オンライン"}}
    greeting = {"id": "b", "role": "employer", "text": "こんにちは", "intent": "smalltalk"}
    queries, judgments = tmp_path / "requests.jsonl", tmp_path / "judgments.jsonl"
    queries.write_text("\n".join(map(json.dumps, (asked, greeting))), encoding="utf-8")
    judgments.write_text(json.dumps({"qid": "a", "gains": {"p0104": 3}}), encoding="utf-8")
    both = ("evaluate-requests", "--queries", str(queries), "--judgments", str(judgments))
    figures = json.loads(run(*both, "--json", home=sample_home).stdout)
    assert (figures["requests"], figures["answerable"]) == (2, 1)
    assert figures["outcomes"]["smalltalk"]["right"] == 1
    assert figures["constraints"]["by_field"]["not_mode"]["labelled"] == 1
    assert figures["refusals"]["not_mode"]["of"] == 1
    shown = run(*both, home=sample_home).stdout
    for words in ("おすすめ全体", "断りを含む", "避けたい形態", "申し込めない講座を出した"):
        assert words in shown


@pytest.mark.parametrize("half", ["tune", "report"])
def test_either_half_of_the_judged_requests_can_be_measured_alone(run, sample_home, tmp_path, half):
    rows = [
        {"id": f"q{n}", "role": "learner", "text": "やあ", "intent": "smalltalk"} for n in range(9)
    ]
    queries, judgments = tmp_path / "requests.jsonl", tmp_path / "judgments.jsonl"
    queries.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    judgments.write_text("", encoding="utf-8")
    both = ("evaluate-requests", "--queries", str(queries), "--judgments", str(judgments))
    done = run(*both, "--half", half, "--json", home=sample_home)
    assert json.loads(done.stdout)["requests"] == {"tune": 5, "report": 4}[half]


@pytest.mark.slow
def test_the_demo_answers_in_the_terminal(run, sample_home):
    done = run("demo", "--once", home=sample_home)
    assert "2026年11月23日" in done.stdout
    assert done.stdout.count("ご相談に近い講座を3件えらびました") == 3
    assert "【見本】" in done.stdout


def test_a_full_disk_is_told_in_words(monkeypatch, capsys):
    def full(_settings, **_wishes):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "releases/index.faiss")

    monkeypatch.setattr("bot.commands.rebuild.run_rebuild", full)
    with pytest.raises(SystemExit) as ended:
        main(["rebuild", "--json"])
    told = json.loads(capsys.readouterr().out)["error"]
    assert (ended.value.code, told["code"]) == (3, "disk_full")
    assert "releases/index.faiss" in told["message"]
