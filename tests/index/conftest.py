import pytest
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import (
    BertConfig,
    BertModel,
    ModernBertConfig,
    ModernBertModel,
    PreTrainedTokenizerFast,
)

from index.encoder.model import save_mean_pooled

ALPHABET = "簿記介護農業英語会計資格学習講座入門基礎あいうえおabcdefghij"
WORDS = {word: index for index, word in enumerate(["<s>", "</s>", "<pad>", "<unk>", *ALPHABET])}


def save_tokenizer(folder):
    tokenizer = Tokenizer(models.WordLevel(WORDS, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 1)]
    )
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="<pad>", unk_token="<unk>", model_max_length=64
    )
    fast.save_pretrained(folder)


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory):
    """A real sentence-transformers folder: 2 layers, 32 wide, random weights of a fixed seed."""
    import torch  # noqa: PLC0415 - seconds, and only for these tests

    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=64,
        max_position_embeddings=64,
        pad_token_id=2,
    )
    transformer = tmp_path_factory.mktemp("transformer")
    BertModel(config, add_pooling_layer=False).eval().save_pretrained(transformer)
    save_tokenizer(transformer)
    folder = tmp_path_factory.mktemp("models") / "tiny"
    save_mean_pooled(transformer, folder, prompts={"query": "a", "document": "b"})
    return folder


@pytest.fixture(scope="session")
def tiny_modern_model(tmp_path_factory):
    """A ModernBERT with local attention, its first token pooled, and a dense layer of 24."""
    import torch  # noqa: PLC0415 - as above
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - as above
    from sentence_transformers.sentence_transformer import modules  # noqa: PLC0415

    torch.manual_seed(7)
    config = ModernBertConfig(
        vocab_size=len(WORDS),
        hidden_size=32,
        num_hidden_layers=4,
        num_attention_heads=4,
        intermediate_size=48,
        local_attention=8,
        max_position_embeddings=64,
        pad_token_id=2,
        bos_token_id=0,
        eos_token_id=1,
        cls_token_id=0,
        sep_token_id=1,
    )
    transformer = tmp_path_factory.mktemp("modern")
    ModernBertModel(config).eval().save_pretrained(transformer)
    save_tokenizer(transformer)
    pipeline = [
        modules.Transformer(str(transformer)),
        modules.Pooling(32, pooling_mode="cls"),
        modules.Dense(32, 24),
    ]
    folder = tmp_path_factory.mktemp("models") / "modern"
    model = SentenceTransformer(modules=pipeline, device="cpu")
    model.save(str(folder), create_model_card=False)
    return folder
