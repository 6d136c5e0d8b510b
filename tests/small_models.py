"""Small models: real sentence-transformers folders, made in a second from random numbers."""

from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer import modules
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import (
    BertConfig,
    BertModel,
    ModernBertConfig,
    ModernBertModel,
    PreTrainedTokenizerFast,
)

from index.encoder.model import save_mean_pooled

LONGEST = 64  # letters
SEED = 7
CONTROLS = ("<s>", "</s>", "<pad>", "<unk>")


def save_tokenizer(folder: str, alphabet: str) -> None:
    """Save a tokenizer that takes texts apart into these letters."""
    words = {word: number for number, word in enumerate([*CONTROLS, *alphabet])}
    tokenizer = Tokenizer(models.WordLevel(words, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 1)]
    )
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="<pad>", unk_token="<unk>", model_max_length=LONGEST
    )
    fast.save_pretrained(folder)


def save_small_bert(folder: Path, alphabet: str, *, layers: int, width: int = 32) -> None:
    """Save a BERT of random weights; texts lie near each other when they share letters."""
    torch.manual_seed(SEED)
    config = BertConfig(
        vocab_size=len(CONTROLS) + len(alphabet),
        hidden_size=width,
        num_hidden_layers=layers,
        num_attention_heads=4,
        intermediate_size=2 * width,
        max_position_embeddings=LONGEST,
        pad_token_id=2,
    )
    with TemporaryDirectory() as transformer:
        BertModel(config, add_pooling_layer=False).eval().save_pretrained(transformer)
        save_tokenizer(transformer, alphabet)
        save_mean_pooled(Path(transformer), folder, prompts={"query": "a", "document": "b"})


def save_small_modern_bert(folder: Path, alphabet: str) -> None:
    """Save a ModernBERT with local attention, its first token pooled, and a dense layer of 24."""
    torch.manual_seed(SEED)
    config = ModernBertConfig(
        vocab_size=len(CONTROLS) + len(alphabet),
        hidden_size=32,
        num_hidden_layers=4,
        num_attention_heads=4,
        intermediate_size=48,
        local_attention=8,
        max_position_embeddings=LONGEST,
        pad_token_id=2,
        bos_token_id=0,
        eos_token_id=1,
        cls_token_id=0,
        sep_token_id=1,
    )
    with TemporaryDirectory() as transformer:
        ModernBertModel(config).eval().save_pretrained(transformer)
        save_tokenizer(transformer, alphabet)
        pipeline = [
            modules.Transformer(transformer),
            modules.Pooling(32, pooling_mode="cls"),
            modules.Dense(32, 24),
        ]
        model = SentenceTransformer(modules=pipeline, device="cpu")
        model.save(str(folder), create_model_card=False)
