"""A sentencepiece model gives the ids of the tokenizer.json it was made from."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from index.encoder.charsmap import compile_charsmap
from index.encoder.sentencepieces import sentencepiece_model
from index.encoder.subwords import SentencePieceSubwords, TokenizerSubwords, open_subwords

SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]
PIECES = ["▁", "簿", "記", "簿記", "▁簿記", "を", "学", "ぶ", "学ぶ", "a", "b", "▁ab", "1"]
MAP = {"①": "1", "\n": " ", "　": " ", "\u3099": ""}


def xlm_r_like():
    scored = [(word, 0.0) for word in SPECIAL]
    scored += [(piece, -5.0 + len(piece)) for piece in PIECES]
    tokenizer = Tokenizer(models.Unigram(scored, unk_id=3))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Precompiled(compile_charsmap(MAP)),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    return tokenizer


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    folder = tmp_path_factory.mktemp("subwords")
    tokenizer = xlm_r_like()
    (folder / "sentencepiece.model").write_bytes(sentencepiece_model(tokenizer.to_str()))
    ours = SentencePieceSubwords.open(folder / "sentencepiece.model", max_tokens=12)
    return ours, TokenizerSubwords(tokenizer, max_tokens=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("簿記を学ぶab1①\n　 謎", max_size=20))
def test_both_give_the_same_ids_for_any_text(both, text):
    ours, theirs = both
    assert theirs.ids("q: " + text) == ours.ids("q: " + text)


def test_a_long_text_is_cut_and_still_ends_as_it_should(both):
    ids = both[0].ids("簿記" * 30)
    assert (len(ids), ids[0], ids[-1]) == (12, 0, 2)


def test_another_kind_of_tokenizer_is_not_rewritten():
    tokenizer = Tokenizer(models.WordLevel({"<unk>": 0}, unk_token="<unk>"))
    assert sentencepiece_model(tokenizer.to_str()) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda tokenizer: setattr(tokenizer, "normalizer", normalizers.NFKC()),
        lambda tokenizer: setattr(tokenizer, "pre_tokenizer", pre_tokenizers.Whitespace()),
        lambda tokenizer: setattr(
            tokenizer,
            "post_processor",
            processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 2)]),
        ),
    ],
)
def test_a_step_that_sentencepiece_does_not_take_keeps_the_original(change):
    tokenizer = xlm_r_like()
    change(tokenizer)
    assert sentencepiece_model(tokenizer.to_str()) is None


def test_a_folder_with_a_tokenizer_json_opens_too(tmp_path):
    xlm_r_like().save(str(tmp_path / "tokenizer.json"))
    assert open_subwords(tmp_path, max_tokens=12).ids("簿記")[0] == 0
