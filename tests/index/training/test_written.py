"""The written requests: many, varied, well-formed, and strangers to what quality is judged by."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest
from rapidfuzz import fuzz, process

from data.text import match_form
from data.vocabulary import Audience, Field
from index.training.written import Form, written_programs, written_requests

ROOT = Path(__file__).parents[3]
JUDGED = ROOT.parent / "shared" / "queries" / "requests.jsonl"
FOREIGN = ROOT / "tests" / "judged" / "foreign_requests.jsonl"
SAMPLE = ROOT / "data" / "sample" / "programs.csv"
LIKE = 75  # of 100; 「エクセル集計」 is 80 like 「エクセル」
LIKE_SUMMARY = 50  # of 100; two summaries of one subject reach about 37

PROGRAMS = written_programs()
REQUESTS = written_requests()


def test_there_are_enough_requests_over_all_fields_and_both_roles():
    assert len(REQUESTS) >= 3000
    fields = Counter(PROGRAMS[one.program].fields[0] for one in REQUESTS)
    assert set(fields) == set(Field)
    assert min(fields.values()) >= 200
    roles = Counter(one.role for one in REQUESTS)
    assert set(roles) == {"learner", "employer"}
    assert min(roles.values()) >= 1000


def test_every_way_of_asking_and_every_language_is_there():
    forms = Counter(one.form for one in REQUESTS)
    assert set(forms) == set(Form)
    assert min(forms.values()) >= 100
    languages = Counter(one.language for one in REQUESTS)
    assert min(languages[name] for name in ("en", "vi", "zh", "pt", "tl")) >= 150
    assert all((one.form is Form.FOREIGN) == (one.language != "ja") for one in REQUESTS)


def test_every_audience_is_addressed():
    assert {one for program in PROGRAMS.values() for one in program.audience} == set(Audience)


def test_every_request_has_a_program_and_another_that_only_seems_to_fit():
    for one in REQUESTS:
        named = (one.program, *one.also, *one.near)
        assert set(named) <= PROGRAMS.keys()
        assert len(set(named)) == len(named)
        assert one.near


def test_no_text_is_written_twice():
    assert len({match_form(one.text) for one in REQUESTS}) == len(REQUESTS)
    assert len({program.summary for program in PROGRAMS.values()}) == len(PROGRAMS)


def test_requests_do_not_begin_or_end_alike():
    """Written, not swapped together: no ten characters open or close more than one in a hundred."""
    long = [one.text for one in REQUESTS if len(one.text) >= 30]
    for ends in (Counter(text[:10] for text in long), Counter(text[-10:] for text in long)):
        assert ends.most_common(1)[0][1] <= len(long) / 100


def test_about_a_tenth_of_the_programs_is_held_back_in_every_field():
    held = Counter(program.fields[0] for program in PROGRAMS.values() if program.is_held_back)
    assert 0.07 <= held.total() / len(PROGRAMS) <= 0.15
    assert len(held) >= 15


@pytest.mark.skipif(not JUDGED.is_file(), reason="the judged requests are not beside the project")
def test_no_request_is_nearly_one_of_those_that_quality_is_judged_by():
    lines = (*JUDGED.read_text("utf-8").splitlines(), *FOREIGN.read_text("utf-8").splitlines())
    judged = [json.loads(line) for line in lines]
    texts = [match_form(row[key]) for row in judged for key in ("text", "topic") if row[key]]
    for one in REQUESTS:
        nearest, likeness, _ = process.extractOne(match_form(one.text), texts, scorer=fuzz.ratio)
        assert likeness < LIKE, (one.text, nearest)


def test_no_program_is_taken_from_the_sample():
    """Official names of courses may coincide (特別教育, 指定講習); what is said about them not."""
    rows = list(csv.DictReader(SAMPLE.read_text("utf-8-sig").splitlines()))
    summaries = [match_form(row["内容"]) for row in rows]
    for program in PROGRAMS.values():
        nearest, likeness, _ = process.extractOne(
            match_form(program.summary), summaries, scorer=fuzz.ratio
        )
        assert likeness < LIKE_SUMMARY, (program.title, nearest)
