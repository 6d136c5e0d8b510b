import pytest
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

from index.encoder.model import save_mean_pooled

ALPHABET = "簿記介護農業英語会計資格学習講座入門基礎あいうえおabcdefghij"


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory):
    """A real sentence-transformers folder: 2 layers, 32 wide, random weights of a fixed seed."""
    import torch  # noqa: PLC0415 - seconds, and only for these tests

    torch.manual_seed(7)
    words = {word: index for index, word in enumerate(["<s>", "</s>", "<pad>", "<unk>", *ALPHABET])}
    tokenizer = Tokenizer(models.WordLevel(words, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 1)]
    )
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="<pad>", unk_token="<unk>", model_max_length=64
    )
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=64,
        max_position_embeddings=64,
        pad_token_id=2,
    )
    transformer = tmp_path_factory.mktemp("transformer")
    BertModel(config, add_pooling_layer=False).eval().save_pretrained(transformer)
    fast.save_pretrained(transformer)
    folder = tmp_path_factory.mktemp("models") / "tiny"
    save_mean_pooled(transformer, folder, prompts={"query": "a", "document": "b"})
    return folder
