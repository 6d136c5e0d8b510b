import pytest

from index.corpus import built_in_memory
from recommender.errors import JudgmentsUnreadable
from recommender.evaluation.judged import Collection, read_collection
from recommender.evaluation.retrieval_evaluation import evaluate
from tests.recommender.ranking.small_catalog import SOURCES, nearer_or_wordier

CORPUS = """{"id": "d1", "title": "簿記", "text": "帳簿をつけ、決算書をつくる"}
{"id": "d2", "title": "溶接", "text": "鉄板をアークでつなぐ"}
{"id": "d3", "title": "剪定", "text": "果樹の枝を冬に切る"}
"""
QUERIES = """{"id": "q1", "text": "決算書をつくりたい"}
{"id": "q2", "text": "果樹の枝の切り方"}
{"id": "q3", "text": "判定のない問い合わせ"}
"""
QRELS = "q1\td1\t1\nq2\td3\t1\n"


def test_a_collection_that_every_method_solves_scores_one(manabi_encoder):
    collection = read_collection(CORPUS, QUERIES, QRELS)
    vectors = manabi_encoder.encode_passages([one.passage for one in collection.documents])
    corpus = built_in_memory(collection.documents, vectors, manabi_encoder)
    counted = []
    figures = evaluate(collection, corpus, on_query=counted.append)
    assert list(figures) == ["lexical", "dense", "hybrid"]
    for row in figures.values():
        assert (row["ndcg@10"], row["mrr@10"], row["hit@1"], row["queries"]) == (1, 1, 1, 2)
    assert sum(counted) == 2


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize(("ahead", "hit"), [(0.9, 1), (1.1, 0)])
def test_words_weigh_what_they_weigh_when_the_encoder_serves(source, ahead, hit):
    corpus = nearer_or_wordier(source, ahead=ahead).corpus
    asked = Collection(documents=(), queries={"q": "簿記"}, gains={"q": {"簿記": 1}})
    figures = evaluate(asked, corpus, on_query=lambda _count: None)
    assert figures["hybrid"]["hit@1"] == hit


def test_only_the_first_queries_are_kept_when_asked():
    assert list(read_collection(CORPUS, QUERIES, QRELS).first_queries(1).queries) == ["q1"]


@pytest.mark.parametrize(
    ("corpus", "queries", "qrels", "words"),
    [
        ('{"id": "d1"}', QUERIES, QRELS, "corpus.jsonl の1行目"),
        (CORPUS, QUERIES + "{broken", QRELS, "queries.jsonl の4行目"),
        (CORPUS, QUERIES, "q1\td1\n", "qrels.tsv の1行目"),
        (CORPUS, QUERIES, "q1\td1\tよい\n", "qrels.tsv の1行目"),
        (CORPUS, QUERIES, "", "1件もありません"),
        ("", QUERIES, QRELS, "1件もありません"),
    ],
)
def test_a_malformed_file_is_named_with_its_line(corpus, queries, qrels, words):
    with pytest.raises(JudgmentsUnreadable, match=words):
        read_collection(corpus, queries, qrels)
