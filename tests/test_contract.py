"""The published JSON: keys as the contract names them, and nothing lost on the way there and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity import contract, values
from comity.errors import InputError

st.register_type_strategy(float, st.integers(0, 1000).map(lambda n: n / 1000))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.builds(values.Coded, signals=st.builds(values.Signals)))
def test_what_is_written_is_read_back_equal(coded: values.Coded) -> None:
    line = json.loads(json.dumps(contract.to_json(coded)))
    assert contract.from_json(line) == coded


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(*(st.from_type(kind) for kind in contract.SIGNALS.values())))
def test_every_signal_is_read_back_equal(signal: values.Evidence) -> None:
    line = json.loads(json.dumps(contract.value_json(signal)))
    assert contract.read_value(type(signal), line) == signal


def test_the_signal_lists_are_those_of_the_values() -> None:
    assert list(contract.SIGNALS) == list(values.Signals.__dataclass_fields__)


def test_an_alignment_says_with_and_an_attribution_wraps_its_content() -> None:
    actor = values.Actor("Norway", (0, 6), "NOR", "NOR", "GOV")
    alignment = values.Alignment(
        "x", ((0, 6),), (0, 9), (), None, values.UNKNOWN_TIME, None, 0.5, actor, (actor,), (), None, "join"
    )
    assert contract.value_json(alignment)["with"][0]["code"] == "NOR"
    attribution = values.Attribution(
        "a", actor, values.Quoted("said", (7, 11)), ((12, 20),), "direct", "said", (actor,)
    )
    line = contract.value_json(attribution)
    assert line["content"] == {"spans": [[12, 20]]}
    assert "factive" not in line
    assert "role" not in line["source"]


def test_the_claim_has_the_keys_of_the_contract_in_their_order() -> None:
    claim = values.Claim(
        "c",
        None,
        None,
        "AID",
        None,
        (),
        2,
        "happened",
        (),
        values.UNKNOWN_TIME,
        None,
        None,
        values.Quoted("x", (0, 1)),
        (0, 1),
        0.5,
    )
    assert list(contract.claim_json(claim)) == [
        "id", "actor", "recipient", "type", "mode", "contexts", "quad", "status", "chain", "time", "stated", "place",
        "trigger", "sentence", "confidence",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ({"language": "en"}, "id: is missing"),
        ({"id": "1", "language": "en", "sentences": [[0, "x"]]}, "sentences[0]"),
        ({"id": "1", "language": "en", "sentences": 5}, "sentences: is no list"),
        ({"id": 1, "language": "en"}, "id: is 1"),
    ],
)
def test_a_line_that_breaks_the_contract_names_the_key(line: dict[str, object], place: str) -> None:
    with pytest.raises(InputError, match=place.replace("[", r"\[")):
        contract.from_json(line)
