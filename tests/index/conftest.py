"""Two small models of different makes, for what prepares and trains encoders."""

import pytest

ALPHABET = "簿記介護農業英語会計資格学習講座入門基礎あいうえおabcdefghij"


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory):
    """A real sentence-transformers folder: 2 layers, 32 wide, random weights of a fixed seed."""
    from tests.small_models import save_small_bert  # noqa: PLC0415 - torch takes seconds

    folder = tmp_path_factory.mktemp("models") / "tiny"
    save_small_bert(folder, ALPHABET, layers=2)
    return folder


@pytest.fixture(scope="session")
def tiny_modern_model(tmp_path_factory):
    """A ModernBERT with local attention, its first token pooled, and a dense layer of 24."""
    from tests.small_models import save_small_modern_bert  # noqa: PLC0415 - as above

    folder = tmp_path_factory.mktemp("models") / "modern"
    save_small_modern_bert(folder, ALPHABET)
    return folder
