"""Vectors of re-identification models: how they are compared, what they may decide, and that storing keeps it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from mycamera_worker.protocol.appearance import MAX_CLOTHES
from mycamera_worker.tracking.embedding import (
    EMBEDDING_BYTES,
    Embedding,
    Limits,
    are_same,
    distance,
    embedding_of,
    mean,
    packed_embedding,
    unpacked_embedding,
)
from mycamera_worker.tracking.identity import (
    ALIKE,
    CLOTHES_BYTES,
    NEAR,
    NEAR_PER_SECOND,
    OTHERWISE,
    Course,
    Glimpse,
    Histograms,
    difference,
    look_apart,
    packed,
    unlike,
    unlike_alongside,
    unpacked,
)

from .test_identity import BLACK, RED, after_walk, box, one_colour

MODEL, ANOTHER = b"model1", b"model2"
LIMITS = Limits(same=0.2, other=0.5)


def at(apart: float, model: bytes = MODEL, limits: Limits | None = LIMITS, numbers: int = 256) -> Embedding:
    """Return a vector that lies so far from `at(0.0)`."""
    vector = np.zeros(numbers, np.float32)
    vector[0], vector[1] = 1 - apart, np.sqrt(1 - (1 - apart) ** 2)
    return Embedding(model, vector, limits)


def looks(numbers: int, seed: int, kind: str) -> np.ndarray:
    """Return what a model may say of 40 looks at ten persons: as OSNet does, nothing below 0, or on both sides of 0."""
    random = np.random.default_rng(seed)
    persons = random.normal(0, 1, (10, 1, numbers)) + random.normal(0, 0.6, (10, 4, numbers))
    said = persons.reshape(40, numbers)
    return np.maximum(said, 0) if kind == "rectified" else said


@pytest.mark.parametrize("kind", ["rectified", "plain"])
@pytest.mark.parametrize("numbers", [16, 100, 256, 512])
def test_storing_keeps_distances(numbers: int, kind: str) -> None:
    """Also on average: stored vectors are compared by limits that were learnt of those that were not."""
    whole = [embedding_of(MODEL, said.astype(np.float32)) for said in looks(numbers, 1, kind)]
    stored = [unpacked_embedding(packed_embedding(each)) for each in whole]
    errors: dict[bool, list[float]] = {True: [], False: []}
    for i in range(40):
        for j in range(i):
            before, after = distance(whole[i], whole[j]), distance(stored[i], stored[j])
            assert before is not None
            assert after is not None
            errors[i // 4 == j // 4].append(after - before)
    for of_kind in errors.values():
        assert abs(np.mean(of_kind)) < 0.005
        assert np.abs(of_kind).max() < (0.05 if numbers > 256 else 0.02)


def test_long_vectors_are_folded_and_nearly_keep_their_distances() -> None:
    said = looks(2048, 2, "plain").astype(np.float32)
    lengths = said / np.linalg.norm(said, axis=1, keepdims=True)
    folded = [embedding_of(MODEL, each) for each in said]
    errors = []
    for i in range(40):
        for j in range(i):
            apart = distance(folded[i], folded[j])
            assert apart is not None
            errors.append(apart - (1 - float(lengths[i] @ lengths[j])))
    assert abs(np.mean(errors)) < 0.02
    assert np.abs(errors).max() < 0.2


def test_stored_with_clothes_it_fits_and_leaves_them_as_they_are() -> None:
    said = embedding_of(MODEL, looks(2048, 3, "rectified")[0].astype(np.float32), LIMITS)
    stored = packed(RED, said)
    assert len(stored) == CLOTHES_BYTES + EMBEDDING_BYTES <= MAX_CLOTHES
    assert stored[:CLOTHES_BYTES] == packed(RED)
    assert difference(unpacked(stored), unpacked(packed(RED))) == 0
    assert packed(None, said) == b""
    both = Course.stored([(0.0, box(0.5))], stored)
    assert both.clothes is not None
    assert both.embedding is not None
    assert both.embedding.model == MODEL
    assert both.embedding.limits is not None
    # Never so that more is decided by it.
    assert LIMITS.same - 0.01 < both.embedding.limits.same <= LIMITS.same
    assert LIMITS.other <= both.embedding.limits.other < LIMITS.other + 0.02
    alone = Course.stored([(0.0, box(0.5))], packed(RED))
    assert alone.clothes is not None
    assert alone.embedding is None
    assert Course.stored([(0.0, box(0.5))], b"").embedding is None


def test_of_another_version_or_cut_off_nothing_is_read() -> None:
    stored = packed_embedding(at(0.0))
    assert unpacked_embedding(stored) is not None
    assert unpacked_embedding(bytes([stored[0] + 1]) + stored[1:]) is None
    assert unpacked_embedding(stored[:10]) is None
    assert unpacked_embedding(stored + bytes(200)) is None
    assert packed_embedding(None) == b""
    without = unpacked_embedding(packed_embedding(at(0.0, limits=None)))
    assert without is not None
    assert without.limits is None


@pytest.mark.parametrize("said", [np.zeros(64), np.full(64, np.nan), np.array([1.0, np.inf] * 32)])
def test_what_is_no_vector_says_nothing(said: np.ndarray) -> None:
    assert embedding_of(MODEL, said.astype(np.float32)) is None


def test_only_vectors_of_one_model_are_compared() -> None:
    assert distance(at(0.0), at(0.3)) == pytest.approx(0.3, abs=1e-6)
    assert distance(at(0.0), at(0.3, ANOTHER)) is None
    assert distance(at(0.0), at(0.3, numbers=128)) is None
    assert distance(at(0.0), None) is None
    assert are_same(at(0.0), at(0.0, ANOTHER)) is None
    assert mean(at(0.0), at(0.3, ANOTHER), 0.5).model == ANOTHER
    halfway = mean(at(0.0), at(0.3), 0.5)
    assert np.linalg.norm(halfway.vector) == pytest.approx(1, abs=1e-5)
    assert distance(halfway, at(0.0)) == pytest.approx(distance(halfway, at(0.3)), abs=1e-5)


@pytest.mark.parametrize(("apart", "same"), [(0.19, True), (0.21, None), (0.49, None), (0.51, False)])
def test_what_a_distance_decides(apart: float, same: bool | None) -> None:
    assert are_same(at(0.0), at(apart)) is same
    assert are_same(at(0.0), at(apart, limits=None)) is same, "what is known of one holds for both"
    assert are_same(at(0.0, limits=None), at(apart, limits=None)) is None
    careful = replace(at(apart), limits=Limits(0.1, 0.9))
    assert are_same(at(0.0), careful) is None, "the more careful of two counts"


def wearing(clothes: Histograms | None, embedding: Embedding | None) -> Glimpse:
    return Glimpse(0.0, box(0.5), clothes=clothes, embedding=embedding)


def test_without_what_both_have_clothes_decide_alone() -> None:
    nearly = one_colour(0.87)
    plain = difference(RED, nearly)
    for one, other in (
        (None, None),
        (at(0.0), None),
        (at(0.0), at(0.9, ANOTHER)),
        (at(0.0), at(0.3)),
        (at(0.0, limits=None), at(0.9, limits=None)),
    ):
        assert look_apart(wearing(RED, one), wearing(nearly, other)) == plain
    assert look_apart(wearing(RED, at(0.0)), wearing(None, at(0.3))) is None


def test_it_tells_two_apart_who_wear_the_same_and_binds_whom_light_changes() -> None:
    rather = one_colour(0.8)
    unsure = difference(RED, rather)
    assert unsure is not None
    assert ALIKE < unsure < OTHERWISE
    apart = look_apart(wearing(RED, at(0.0)), wearing(RED, at(0.9)))
    assert apart is not None
    assert apart > OTHERWISE
    assert look_apart(wearing(RED, at(0.0)), wearing(rather, at(0.1))) == ALIKE
    assert look_apart(wearing(None, at(0.0)), wearing(RED, at(0.1))) == ALIKE
    assert look_apart(wearing(RED, at(0.0)), wearing(RED, at(0.1))) == 0
    assert look_apart(wearing(RED, at(0.0)), wearing(BLACK, at(0.1))) == difference(RED, BLACK), "other clothes stay so"


def test_it_counts_in_joining_and_in_what_two_streams_see() -> None:
    here = replace(wearing(RED, at(0.0)), time=0.0)
    there = replace(here, time=1.0)
    assert unlike(here, there, 1.0, 5.0) is not None
    assert unlike(here, replace(there, embedding=at(0.9)), 1.0, 5.0) is None
    unclear = replace(here, clothes=one_colour(0.8))
    far = replace(after_walk(NEAR + NEAR_PER_SECOND + 0.1, aspect=1.0, gap=1.0), clothes=RED, embedding=at(0.1))
    assert unlike(replace(unclear, embedding=None), far, 1.0, 5.0) is None
    assert unlike(unclear, far, 1.0, 5.0) is not None
    one, same, other = (Course([(0.0, box(0.5))], RED, at(apart)) for apart in (0.0, 0.1, 0.9))
    assert unlike_alongside(one, same, 1.0) is not None
    assert unlike_alongside(one, other, 1.0) is None
