from hypothesis import given
from hypothesis import strategies as st
from tokenizers import normalizers

from index.encoder.charsmap import compile_charsmap

LETTERS = st.characters(min_codepoint=0x20, exclude_categories=["Cs", "M"])
REPLACEMENTS = st.dictionaries(LETTERS, st.text(LETTERS, max_size=4), min_size=1, max_size=40)


@given(REPLACEMENTS, st.lists(LETTERS, max_size=20))
def test_every_known_character_is_replaced_and_no_other(replacements, characters):
    normalizer = normalizers.Precompiled(compile_charsmap(replacements))
    for character in [*replacements, *characters]:
        expected = replacements.get(character, character)
        assert normalizer.normalize_str(character) == expected


def test_characters_that_share_leading_bytes_are_told_apart():
    normalizer = normalizers.Precompiled(compile_charsmap({"ｱ": "ア", "ｲ": "イ", "①": "1"}))
    assert normalizer.normalize_str("ｱｲｳ①②") == "アイｳ1②"
