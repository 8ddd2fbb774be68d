"""Trains the Dutch reader: `python train.py FOLDER --minutes 60`; see README.md. Writes FOLDER/reader.pt after every round."""

import argparse
import json
import math
import random
import time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional as F

from model import HIDDEN, Reader, from_minilm, mean_of

parser = argparse.ArgumentParser()
parser.add_argument("folder", type=Path)
parser.add_argument("--minutes", type=float, default=60)
parser.add_argument("--begin", type=Path, help="weights to go on from instead of MiniLM's")
parser.add_argument("--held", type=Path, help="pairs (Dutch, tab, English) to measure with and not to learn from")
parser.add_argument("--rate", type=float, default=3e-4, help="of learning, for the layers; pieces learn three times as fast")
parser.add_argument("--dropout", type=float, default=0.0)
parser.add_argument("--names", type=float, default=0.25, help="names of ESCO beside each sentence of ours")
parser.add_argument("--meanings", type=float, default=0.1, help="descriptions of ESCO beside each sentence of ours")
options = parser.parse_args()

BATCH, TEMPERATURE, RANKING = 64, 0.04, 0.16
torch.manual_seed(1)
random.seed(1)

held = {line.split("\t")[0] for line in options.held.read_text().splitlines()} if options.held else set()
pairs = [json.loads(line) for line in (options.folder / "pairs.jsonl").read_text().splitlines()]
targets = torch.from_numpy(np.fromfile(options.folder / "targets.f32", dtype=np.float32).reshape(-1, HIDDEN))
concepts = torch.from_numpy(np.fromfile(options.folder / "concepts.f32", dtype=np.float32).reshape(-1, HIDDEN))
ours = [at for at, pair in enumerate(pairs) if pair["weight"] == 3 and pair["nl"] not in held]
names = [at for at, pair in enumerate(pairs) if pair["weight"] < 2]
meanings = [at for at, pair in enumerate(pairs) if pair["weight"] == 2]
measured = [at for at, pair in enumerate(pairs) if pair["weight"] == 3 and pair["nl"] in held]
tokenizer = Tokenizer.from_file(str(options.folder / "tokenizer.json"))


def with_slips(text: str) -> str:
    """As people type on a phone: now and then without capitals, points, or with a slip of the finger."""
    if random.random() < 0.3:
        text = text.lower()
    if random.random() < 0.2:
        text = text.rstrip(".!?").replace(",", "")
    words = text.split(" ")
    at = random.randrange(len(words))
    word = words[at]
    if random.random() < 0.1 and len(word) > 3:
        i = random.randrange(1, len(word) - 1)
        slips = [word[:i] + word[i + 1 :], word[:i] + word[i] + word[i:], word[:i] + word[i + 1] + word[i] + word[i + 2 :]]
        words[at] = random.choice(slips)
    return " ".join(words)


def batch_of(texts: list[str]) -> tuple[torch.Tensor, torch.Tensor]:
    encoded = [tokenizer.encode(text).ids[:64] for text in texts]
    width = max(map(len, encoded))
    ids = torch.zeros(len(texts), width, dtype=torch.long)
    mask = torch.zeros_like(ids)
    for row, tokens in enumerate(encoded):
        ids[row, : len(tokens)] = torch.tensor(tokens)
        mask[row, : len(tokens)] = 1
    return ids, mask


def measure(reader: Reader) -> float:
    """The mean cosine to the English of what was held back."""
    reader.eval()
    with torch.no_grad():
        found = torch.cat([reader.vectors(*batch_of([pairs[at]["nl"] for at in measured[i : i + 128]])) for i in range(0, len(measured), 128)])
    reader.train()
    return (found * targets[measured]).sum(-1).mean().item()


def aim_last_layer(reader: Reader) -> None:
    """By least squares, before anything else is learned."""
    some = random.sample(ours, min(4000, len(ours)))
    with torch.no_grad():
        batches = [batch_of([pairs[at]["nl"] for at in some[i : i + 128]]) for i in range(0, len(some), 128)]
        means = torch.cat([mean_of(reader.states(ids, mask), mask) for ids, mask in batches])
        length = means.norm(dim=1).mean()
        means = torch.cat([means, torch.ones(len(means), 1)], 1)
        ridge = 0.02 * len(means) / HIDDEN * length**2 * torch.eye(HIDDEN + 1)
        solved = torch.linalg.solve(means.T @ means + ridge, means.T @ targets[some] * length)
        reader.out.weight.copy_(solved[:HIDDEN].T)
        reader.out.bias.copy_(solved[HIDDEN])


def loss_of(found: torch.Tensor, wanted: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """How far from the English, and how differently it ranks the concepts."""
    away = 1 - (found * wanted).sum(-1)
    theirs = (wanted @ concepts.T / TEMPERATURE).log_softmax(-1)
    own = (found @ concepts.T / TEMPERATURE).log_softmax(-1)
    ranked = (theirs.exp() * (theirs - own)).sum(-1)
    return ((away + RANKING * ranked) * weights).sum() / weights.sum()


def share_at(spent: float) -> float:
    """How much of the rate of learning is left: all of it in the first half of the time, then less and less."""
    return 1 if spent < 0.5 else max(0.01, 0.5 * (1 + math.cos(math.pi * (2 * spent - 1))))


def round_of_batches() -> list[list[int]]:
    """Texts of like length together, so that little is spent on padding."""
    order = ours + random.sample(names, min(len(names), int(options.names * len(ours))))
    order += random.sample(meanings, min(len(meanings), int(options.meanings * len(ours))))
    random.shuffle(order)
    batches: list[list[int]] = []
    for start in range(0, len(order), BATCH * 40):
        some = sorted(order[start : start + BATCH * 40], key=lambda at: len(pairs[at]["nl"]))
        some_batches = [some[i : i + BATCH] for i in range(0, len(some), BATCH)]
        random.shuffle(some_batches)
        batches += some_batches
    return batches


if options.begin:
    reader = Reader(tokenizer.get_vocab_size(), options.dropout)
    reader.load_state_dict(torch.load(options.begin))
else:
    glosses = json.loads((options.folder / "glosses.json").read_text())
    reader = from_minilm(tokenizer.get_vocab(), glosses, options.dropout)
    aim_last_layer(reader.eval())
reader.train()
layers = [weights for name, weights in reader.named_parameters() if name != "emb.weight"]
optimizer = torch.optim.AdamW(
    [{"params": layers, "lr": options.rate, "weight_decay": 0.01}, {"params": [reader.emb.weight], "lr": 3 * options.rate, "weight_decay": 0.0}],
    betas=(0.9, 0.98),
)
rates = [group["lr"] for group in optimizer.param_groups]
print(f"{len(ours)} sentences, {len(names)} names, {len(meanings)} meanings, {len(measured)} held back", flush=True)
started, step, rounds, is_done = time.time(), 0, 0, False
while not is_done:
    for batch in round_of_batches():
        spent = (time.time() - started) / (60 * options.minutes)
        is_done = spent >= 1
        if is_done:
            break
        share = min(1, (step + 1) / 200) * share_at(spent)
        for group, rate in zip(optimizer.param_groups, rates):
            group["lr"] = share * rate
        ids, mask = batch_of([with_slips(pairs[at]["nl"]) for at in batch])
        loss = loss_of(reader.vectors(ids, mask), targets[batch], torch.tensor([pairs[at]["weight"] for at in batch]))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        step += 1
        if step % 300 == 0:
            print(f"{time.time() - started:.0f} s, round {rounds + 1}, step {step}: {measure(reader) if measured else loss.item():.4f}", flush=True)
    rounds += 1
    torch.save(reader.state_dict(), options.folder / "reader.pt")
print(f"{rounds} rounds, {step} steps: {measure(reader) if measured else math.nan:.4f}")
