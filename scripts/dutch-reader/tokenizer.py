"""Word pieces of the Dutch that the reader learns from: `python tokenizer.py FOLDER` reads pairs.jsonl, writes tokenizer.json."""

import json
import sys
from pathlib import Path

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers

from model import SPECIAL

folder = Path(sys.argv[1])
pairs = [json.loads(line) for line in (folder / "pairs.jsonl").read_text().splitlines()]
tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]", max_input_chars_per_word=60))
tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True, strip_accents=True)
tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
trainer = trainers.WordPieceTrainer(vocab_size=16_000, min_frequency=2, special_tokens=SPECIAL, continuing_subword_prefix="##", limit_alphabet=80)
# What people say counts more than what ESCO calls it.
tokenizer.train_from_iterator((pair["nl"] for pair in pairs for _ in range(4 if pair["weight"] == 3 else 1)), trainer)
tokenizer.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=[(piece, SPECIAL.index(piece)) for piece in ("[CLS]", "[SEP]")])
tokenizer.save(str(folder / "tokenizer.json"))
print(f"{tokenizer.get_vocab_size()} pieces")
