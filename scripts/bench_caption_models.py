"""Makes a BLIP-2 and a translation model of realistic shapes and random weights, for `bench_captions.py`.

`.venvs/worker/bin/python scripts/bench_caption_models.py FOLDER SIZE` makes FOLDER/blip2-SIZE and FOLDER/translation,
unless they are there.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from mycamera_worker import environment

SIZES = {
    # Hidden size, layers of the vision model, of the Q-Former, and of the language model on each side.
    "small": (512, 12, 6, 6),
    "medium": (768, 12, 12, 12),
}
VOCABULARY = 32128
TRANSLATION_VOCABULARY = 65001


def make_blip2(folder: Path, size: str) -> None:
    """Save a BLIP-2."""
    transformers = environment.library("transformers")
    tokenizers = environment.library("tokenizers")
    hidden, vision, query, language = SIZES[size]
    words = ["<pad>", "</s>", "<unk>", "<image>", *(f"word{number}" for number in range(VOCABULARY - 4))]
    special = dict(zip(("pad_token", "eos_token", "unk_token"), words, strict=False))
    numbers = {word: number for number, word in enumerate(words)}
    inner = tokenizers.Tokenizer(tokenizers.models.WordLevel(numbers, unk_token=special["unk_token"]))
    inner.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    tokenizer = transformers.PreTrainedTokenizerFast(
        tokenizer_object=inner,
        **special,
        additional_special_tokens=["<image>"],
    )
    processor = transformers.Blip2Processor(
        image_processor=transformers.BlipImageProcessor(size={"height": 224, "width": 224}),
        tokenizer=tokenizer,
        num_query_tokens=32,
    )
    layer = {"hidden_size": hidden, "intermediate_size": 4 * hidden, "num_attention_heads": hidden // 64}
    config = transformers.Blip2Config(
        vision_config={**layer, "num_hidden_layers": vision, "image_size": 224, "patch_size": 14},
        qformer_config={**layer, "num_hidden_layers": query, "encoder_hidden_size": hidden, "vocab_size": 30523},
        text_config={
            "model_type": "t5",
            "vocab_size": VOCABULARY,
            "d_model": hidden,
            "d_kv": 64,
            "d_ff": 4 * hidden,
            "num_layers": language,
            "num_decoder_layers": language,
            "num_heads": hidden // 64,
            "pad_token_id": 0,
            "eos_token_id": 1,
            "decoder_start_token_id": 0,
            "bos_token_id": 0,
        },
        num_query_tokens=32,
        image_token_id=3,
    )
    transformers.Blip2ForConditionalGeneration(config).save_pretrained(folder)
    processor.save_pretrained(folder)


def make_translator(folder: Path) -> None:
    """Save a Marian model of the shape of `Helsinki-NLP/opus-mt-en-zh`."""
    transformers = environment.library("transformers")
    sentencepiece = environment.library("sentencepiece")
    folder.mkdir(parents=True, exist_ok=True)
    corpus = folder / "corpus.txt"
    corpus.write_text("\n".join(f"word{number} and word{number * 7}" for number in range(2000)), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(corpus),
        model_prefix=str(folder / "both"),
        vocab_size=300,
        hard_vocab_limit=False,
        bos_id=-1,
        minloglevel=2,
    )
    both = folder / "both.model"
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(both))
    for name in ("source", "target"):
        (folder / f"{name}.spm").write_bytes(both.read_bytes())
    known = [pieces.id_to_piece(number) for number in range(pieces.get_piece_size())]
    ordered = ["</s>", "<unk>", *(piece for piece in known if piece not in {"</s>", "<unk>", "<s>"})]
    ordered += [f"字{number}" for number in range(TRANSLATION_VOCABULARY - len(ordered) - 1)] + ["<pad>"]
    vocabulary = {piece: number for number, piece in enumerate(ordered)}
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
    for used in (corpus, both, folder / "both.vocab"):
        used.unlink()
    pad = vocabulary["<pad>"]
    layers = {f"{side}_layers": 6 for side in ("encoder", "decoder")}
    heads = {f"{side}_attention_heads": 8 for side in ("encoder", "decoder")}
    wide = {f"{side}_ffn_dim": 2048 for side in ("encoder", "decoder")}
    config = transformers.MarianConfig(
        vocab_size=len(vocabulary),
        d_model=512,
        **layers,
        **heads,
        **wide,
        max_position_embeddings=512,
        pad_token_id=pad,
        eos_token_id=0,
        decoder_start_token_id=pad,
        forced_eos_token_id=0,
    )
    transformers.MarianMTModel(config).save_pretrained(folder)
    transformers.MarianTokenizer(
        source_spm=str(folder / "source.spm"),
        target_spm=str(folder / "target.spm"),
        vocab=str(folder / "vocab.json"),
        source_lang="eng",
        target_lang="zho",
        model_max_length=512,
    ).save_pretrained(folder)


def main() -> None:
    """Make what is not there."""
    folder, size = Path(sys.argv[1]), sys.argv[2]
    for made in (folder / f"blip2-{size}", folder / "translation"):
        if not (made / "done").exists():
            make_translator(made) if made.name == "translation" else make_blip2(made, size)
            (made / "done").touch()


if __name__ == "__main__":
    main()
