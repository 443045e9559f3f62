"""Builds vision-language models of a few kilobytes: real classes, processors, chat templates; trained for seconds.

Each says the same English sentence of every picture; those that one talks with say it in Chinese when asked to.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
import transformers
from mycamera_worker.captions.describers import talk
from PIL import Image
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

ENGLISH = "a man in a red jacket stands near the door"
CHINESE = "一名穿红色夹克的男子站在门边"
CHAT = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n"
    "{% for part in message['content'] %}"
    "{% if part['type'] == 'image' %}IMAGE{% else %}{{ part['text'] }}{% endif %}"
    "{% endfor %}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n"
    "{% if enable_thinking is not defined or enable_thinking %}<think>\n{% endif %}{% endif %}"
)
"""As those that can think aloud, and do unless they are told not to."""
MOST_STEPS = 300
LEARNED = 0.02
RATE = 5e-3
PICTURE = Image.fromarray(np.random.default_rng(3).integers(0, 256, (96, 128, 3), np.uint8))


def tokenizer_of(*special: str, **named: str) -> Any:
    """Return a byte-level tokenizer that has learned our two sentences."""
    inner = Tokenizer(models.BPE())
    inner.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    inner.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=400,
        special_tokens=["<pad>", "<s>", "</s>", *special],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
    )
    inner.train_from_iterator([ENGLISH, CHINESE], trainer)
    return transformers.PreTrainedTokenizerFast(
        tokenizer_object=inner,
        pad_token="<pad>",
        bos_token="<s>",
        additional_special_tokens=list(special),
        extra_special_tokens=named,
        **({"eos_token": "<|im_end|>"} if "<|im_end|>" in special else {"eos_token": "</s>"}),
    )


def own_loss(model: Any, example: dict[str, Any]) -> Any:
    """Return the loss as the model itself computes it."""
    return model(**example).loss


def word_by_word(model: Any, example: dict[str, Any]) -> Any:
    """Return the loss of an encoder and decoder; by its own, transformers 5.0 teaches words one too early."""
    return torch.nn.functional.cross_entropy(model(**example).logits[0], example["labels"][0])


def learn(model: Any, examples: list[dict[str, Any]], loss_of: Callable[[Any, dict[str, Any]], Any] = own_loss) -> None:
    """Train a model until it has its examples by heart."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # sooner done than by many, above all where others want the processors
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.0)
    loss = None
    for _ in range(MOST_STEPS):
        optimizer.zero_grad()
        loss = sum(loss_of(model, example) for example in examples)
        if loss.item() < LEARNED:
            model.eval()
            torch.set_num_threads(threads)
            return
        loss.backward()
        optimizer.step()
    raise AssertionError(f"{type(model).__name__} did not learn its sentences: {loss}")


def answered(processor: Any, asked: list[dict[str, Any]], answer: str) -> dict[str, Any]:
    """Return a talk and its answer as the model learns them: only the answer counts."""
    how = {"tokenize": True, "return_dict": True, "return_tensors": "pt"}
    inputs = processor.apply_chat_template([asked], add_generation_prompt=True, enable_thinking=False, **how)
    words = processor.tokenizer(answer + "<|im_end|>", return_tensors="pt", add_special_tokens=False).input_ids
    before = inputs["input_ids"].shape[1]
    inputs["input_ids"] = torch.cat([inputs["input_ids"], words], dim=1)
    inputs["attention_mask"] = torch.ones_like(inputs["input_ids"])
    if "mm_token_type_ids" in inputs:
        inputs["mm_token_type_ids"] = torch.cat([inputs["mm_token_type_ids"], torch.zeros_like(words)], dim=1)
    inputs["labels"] = inputs["input_ids"].clone()
    inputs["labels"][:, :before] = -100
    return dict(inputs)


def save_conversation(folder: Path, model: Any, processor: Any) -> None:
    """Teach a model both sentences, and save it."""
    learn(
        model,
        [answered(processor, talk(PICTURE, ""), ENGLISH), answered(processor, talk(PICTURE, "", ENGLISH), CHINESE)],
    )
    model.generation_config.eos_token_id = processor.tokenizer.eos_token_id
    model.generation_config.pad_token_id = processor.tokenizer.pad_token_id
    model.save_pretrained(folder)
    processor.save_pretrained(folder)


TEXT = {
    "hidden_size": 64,
    "intermediate_size": 128,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": 2048,
}


def build_qwen(folder: Path) -> None:
    """Save a Qwen2.5-VL."""
    special = ["<|im_start|>", "<|im_end|>", "<|vision_start|>", "<|vision_end|>", "<|image_pad|>", "<|video_pad|>"]
    tokenizer_of(*special).save_pretrained(folder)
    tokenizer = transformers.Qwen2Tokenizer.from_pretrained(folder)  # what Qwen's processor takes, of any version
    number = tokenizer.convert_tokens_to_ids
    size = {"shortest_edge": 28 * 28, "longest_edge": 56 * 56}
    processor = transformers.Qwen2_5_VLProcessor(
        transformers.Qwen2VLImageProcessor(size=size),
        tokenizer,
        transformers.Qwen2VLVideoProcessor(size=size),
        chat_template=CHAT.replace("IMAGE", "<|vision_start|><|image_pad|><|vision_end|>"),
    )
    config = transformers.Qwen2_5_VLConfig(
        text_config={
            **TEXT,
            "vocab_size": len(tokenizer),
            "rope_scaling": {"type": "default", "rope_type": "default", "mrope_section": [2, 3, 3]},
            "rope_theta": 10000.0,
            "bos_token_id": number("<s>"),
            "eos_token_id": number("<|im_end|>"),
        },
        vision_config={
            "depth": 2,
            "hidden_size": 32,
            "intermediate_size": 64,
            "num_heads": 2,
            "out_hidden_size": 64,
            "fullatt_block_indexes": [1],
        },
        image_token_id=number("<|image_pad|>"),
        video_token_id=number("<|video_pad|>"),
        vision_start_token_id=number("<|vision_start|>"),
        vision_end_token_id=number("<|vision_end|>"),
    )
    torch.manual_seed(7)
    save_conversation(folder, transformers.Qwen2_5_VLForConditionalGeneration(config), processor)


def build_smolvlm(folder: Path) -> None:
    """Save a SmolVLM."""
    rows = [f"<row_{row}_col_{column}>" for row in range(1, 5) for column in range(1, 5)]
    special = ["<|im_start|>", "<|im_end|>", "<fake_token_around_image>", "<image>", "<global-img>", *rows]
    tokenizer = tokenizer_of(
        *special, image_token="<image>", fake_image_token="<fake_token_around_image>", global_image_token="<global-img>"
    )
    processor = transformers.SmolVLMProcessor(
        transformers.SmolVLMImageProcessor(size={"longest_edge": 64}, max_image_size={"longest_edge": 32}),
        tokenizer,
        transformers.SmolVLMVideoProcessor(size={"longest_edge": 64}, max_image_size={"longest_edge": 32}),
        image_seq_len=4,
        chat_template=CHAT.replace("IMAGE", "<image>"),
    )
    config = transformers.SmolVLMConfig(
        text_config={
            "model_type": "llama",
            **TEXT,
            "vocab_size": len(tokenizer),
            "pad_token_id": tokenizer.pad_token_id,
            "bos_token_id": tokenizer.bos_token_id,
            "eos_token_id": tokenizer.eos_token_id,
        },
        vision_config={
            "hidden_size": 32,
            "intermediate_size": 64,
            "num_hidden_layers": 2,
            "num_attention_heads": 2,
            "image_size": 32,
            "patch_size": 8,
        },
        image_token_id=tokenizer.convert_tokens_to_ids("<image>"),
        scale_factor=2,
    )
    config.pad_token_id = tokenizer.pad_token_id
    torch.manual_seed(7)
    save_conversation(folder, transformers.SmolVLMForConditionalGeneration(config), processor)


def build_florence(folder: Path) -> None:
    """Save a Florence-2, which speaks English only."""
    tokenizer = tokenizer_of("<image>", image_token="<image>")
    pictures = transformers.CLIPImageProcessor(size={"height": 64, "width": 64}, crop_size={"height": 64, "width": 64})
    setattr(pictures, "image_seq_length", 5)  # noqa: B010 - which its processor asks for, and its type does not declare
    processor = transformers.Florence2Processor(pictures, tokenizer)
    config = transformers.Florence2Config(
        text_config={
            "model_type": "bart",
            "vocab_size": len(tokenizer),
            "d_model": 32,
            "encoder_layers": 2,
            "decoder_layers": 2,
            "encoder_attention_heads": 2,
            "decoder_attention_heads": 2,
            "encoder_ffn_dim": 64,
            "decoder_ffn_dim": 64,
            "max_position_embeddings": 256,
            "pad_token_id": 0,
            "bos_token_id": 1,
            "eos_token_id": 2,
            "decoder_start_token_id": 2,
            "forced_eos_token_id": 2,
            "dropout": 0.0,
            "attention_dropout": 0.0,
            "activation_dropout": 0.0,
        },
        vision_config={
            "embed_dim": [16, 16, 32, 32],
            "num_heads": [2, 2, 2, 2],
            "num_groups": [2, 2, 2, 2],
            "depths": [1, 1, 1, 1],
            "projection_dim": 32,
            "drop_path_rate": 0.0,
        },
        image_token_id=tokenizer.convert_tokens_to_ids("<image>"),
    )
    torch.manual_seed(7)
    model = transformers.Florence2ForConditionalGeneration(config)
    inputs = processor(images=[PICTURE], text=["<DETAILED_CAPTION>"], return_tensors="pt")
    labels = tokenizer(ENGLISH + "</s>", return_tensors="pt").input_ids
    learn(model, [{**inputs, "labels": labels}], word_by_word)
    model.save_pretrained(folder)
    processor.save_pretrained(folder)


BUILDERS: dict[str, Callable[[Path], None]] = {
    "qwen2_5_vl": build_qwen,
    "smolvlm": build_smolvlm,
    "florence2": build_florence,
}
