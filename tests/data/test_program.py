from data.program import program_id


def test_a_source_key_alone_decides_the_identity():
    first = program_id(source_key="p0001", institution="山形大学", title="RPA入門")
    renamed = program_id(source_key="p0001", institution="山形大", title="RPA入門(改)")
    assert first == renamed


def test_without_a_key_provider_and_title_decide_whatever_their_width():
    wide = program_id(source_key=None, institution="山形大学", title="ＲＰＡ　入門")
    narrow = program_id(source_key=None, institution="山形大学", title="RPA 入門")
    other = program_id(source_key=None, institution="米沢大学", title="RPA 入門")
    assert wide == narrow != other


def test_the_identity_is_the_same_in_every_release_of_this_program():
    assert program_id(source_key="p0001", institution="", title="") == "b9cb6551a2c8"
