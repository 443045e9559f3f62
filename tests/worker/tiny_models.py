"""Builds a BLIP-2 and a Marian model of a few hundred kilobytes: real classes, real tokenizers, trained for seconds.

The one says the same sentence of every picture, the other translates the few sentences below; how they are saved,
loaded and run is what happens with the real ones. Run as a script: `python tests/worker/tiny_models.py FOLDER` makes
FOLDER/blip2 and FOLDER/marian.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece
import torch
import transformers
from tokenizers import Tokenizer, models, pre_tokenizers, processors

ENGLISH = """a person walks from left to right
a man in a red jacket stands near the door
a woman with a white bag crosses the street
two people talk beside a parked car
someone rides a bicycle past the house at night
a child runs across the yard with a small dog
the camera shows a courtyard with trees and benches
a courier carries a box to the front door
"""
CHINESE = """一人从左向右走过
一名穿红色夹克的男子站在门边
一名提着白色包的女子正在过马路
两个人在停着的汽车旁交谈
有人在夜里骑自行车经过房屋
一个孩子带着小狗跑过院子
画面中是有树和长椅的庭院
快递员把箱子送到前门
"""
IMAGE_SIZE = 32
QUERIES = 4
RATE = 1e-2
MOST_STEPS = 600
LEARNED = 0.05
# Such small sums are done sooner by one thread, many times so where others want the processors.
torch.set_num_threads(1)


def _learn(model: Any, inputs: Any, labels: Any) -> None:
    """Train a model on the same few examples until it has them by heart."""
    for module in model.modules():
        if hasattr(module, "dropout") and isinstance(module.dropout, float):
            module.dropout = 0.0
        if isinstance(module, torch.nn.Dropout):
            module.p = 0.0
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.0)
    loss = None
    for _ in range(MOST_STEPS):
        loss = model(**inputs, labels=labels).loss
        if loss.item() < LEARNED:
            model.eval()
            return
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    raise AssertionError(f"{type(model).__name__} did not learn its sentences: {loss}")


def build_blip2(folder: Path) -> None:
    """Save a tiny BLIP-2 with a T5 language model, like the flan-t5 ones."""
    words = sorted(set(ENGLISH.split()))
    special = ["<pad>", "</s>", "<unk>", "<image>"]
    vocabulary = {word: number for number, word in enumerate([*special, *words])}
    inner = Tokenizer(models.WordLevel(vocabulary, unk_token="<unk>"))
    inner.pre_tokenizer = pre_tokenizers.Whitespace()
    inner.post_processor = processors.TemplateProcessing(
        single="$A </s>", pair="$A $B </s>", special_tokens=[("</s>", vocabulary["</s>"])]
    )
    tokenizer = transformers.PreTrainedTokenizerFast(
        tokenizer_object=inner,
        pad_token="<pad>",
        eos_token="</s>",
        unk_token="<unk>",
        additional_special_tokens=["<image>"],
    )
    image_processor = transformers.BlipImageProcessor(size={"height": IMAGE_SIZE, "width": IMAGE_SIZE})
    processor = transformers.Blip2Processor(
        image_processor=image_processor, tokenizer=tokenizer, num_query_tokens=QUERIES
    )
    config = transformers.Blip2Config(
        vision_config={
            "hidden_size": 32,
            "intermediate_size": 64,
            "num_hidden_layers": 2,
            "num_attention_heads": 2,
            "image_size": IMAGE_SIZE,
            "patch_size": 8,
        },
        qformer_config={
            "hidden_size": 32,
            "intermediate_size": 64,
            "num_hidden_layers": 2,
            "num_attention_heads": 2,
            "encoder_hidden_size": 32,
            "vocab_size": len(tokenizer),
        },
        text_config={
            "model_type": "t5",
            "vocab_size": len(tokenizer),
            "d_model": 32,
            "d_kv": 16,
            "d_ff": 64,
            "num_layers": 2,
            "num_decoder_layers": 2,
            "num_heads": 2,
            "pad_token_id": 0,
            "eos_token_id": 1,
            "decoder_start_token_id": 0,
            "bos_token_id": 0,
        },
        num_query_tokens=QUERIES,
        image_token_index=vocabulary["<image>"],
    )
    torch.manual_seed(7)
    model = transformers.Blip2ForConditionalGeneration(config)
    said = tokenizer([ENGLISH.splitlines()[0]] * 4, return_tensors="pt").input_ids
    noise = [np.random.default_rng(n).integers(0, 256, (48, 48, 3), np.uint8) for n in range(4)]
    _learn(model, processor(images=noise, text=[""] * 4, return_tensors="pt"), said)
    model.save_pretrained(folder)
    processor.save_pretrained(folder)


def build_marian(folder: Path) -> None:
    """Save a tiny Marian model from English into Chinese, with sentencepiece models of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    pieces: dict[str, int] = {}
    for name, text, size in (("source", ENGLISH, 90), ("target", CHINESE, 90)):
        corpus = folder / f"{name}.txt"
        corpus.write_text(text, encoding="utf-8")
        sentencepiece.SentencePieceTrainer.train(
            input=str(corpus),
            model_prefix=str(folder / name),
            vocab_size=size,
            hard_vocab_limit=False,
            bos_id=-1,
            minloglevel=2,
        )
        (folder / f"{name}.model").rename(folder / f"{name}.spm")
        processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / f"{name}.spm"))
        for number in range(processor.get_piece_size()):
            pieces.setdefault(processor.id_to_piece(number), len(pieces))
        corpus.unlink()
        (folder / f"{name}.vocab").unlink()
    ordered = ["</s>", "<unk>", *(piece for piece in pieces if piece not in {"</s>", "<unk>", "<s>"}), "<pad>"]
    vocabulary = {piece: number for number, piece in enumerate(ordered)}
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
    tokenizer = transformers.MarianTokenizer(
        source_spm=str(folder / "source.spm"),
        target_spm=str(folder / "target.spm"),
        vocab=str(folder / "vocab.json"),
        source_lang="eng",
        target_lang="zho",
        model_max_length=128,
    )
    pad = vocabulary["<pad>"]
    config = transformers.MarianConfig(
        vocab_size=len(vocabulary),
        d_model=32,
        encoder_layers=2,
        decoder_layers=2,
        encoder_attention_heads=2,
        decoder_attention_heads=2,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        max_position_embeddings=256,
        pad_token_id=pad,
        eos_token_id=0,
        decoder_start_token_id=pad,
        forced_eos_token_id=0,
    )
    torch.manual_seed(11)
    model = transformers.MarianMTModel(config)
    inputs = tokenizer(ENGLISH.splitlines(), text_target=CHINESE.splitlines(), return_tensors="pt", padding=True)
    labels = inputs.pop("labels")
    labels[labels == pad] = -100
    _learn(model, inputs, labels)
    model.generation_config.max_length = None
    model.generation_config.bad_words_ids = [[pad]]
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def build(folder: Path) -> None:
    """Build both models into a folder."""
    # The matrices are tiny: more threads would only wait for each other.
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    build_blip2(folder / "blip2")
    build_marian(folder / "marian")
    torch.set_num_threads(threads)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
