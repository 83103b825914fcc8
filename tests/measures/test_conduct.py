"""The published relation of conduct to an assurance, and tables of a user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity import vocabulary
from comity.errors import VocabularyError
from comity.measures.conduct import KINDS, Act, conduct_table
from comity.values import QUADS
from comity.vocabulary.rules import rules

TABLE = conduct_table(rules("conduct"))
DOMAINS = {row.domain for row in TABLE.domains}


@pytest.mark.parametrize(
    ("kind", "domain", "act", "relation"),
    [
        ("refrain", "force", Act("ASSAULT", "aerial"), "inconsistent"),
        ("refrain", "force", Act("ASSAULT", done=False), "consistent"),
        ("refrain", "force", Act("MOBILIZE"), "neutral"),
        ("refrain", "force", Act("SANCTION"), "no_rule"),
        ("do", "withdrawal", Act("RETREAT", "withdraw"), "consistent"),
        ("do", "withdrawal", Act("RETREAT", "release"), "no_rule"),
        ("maintain", "support", Act("AID"), "consistent"),
        ("maintain", "support", Act("SANCTION", "withdraw"), "inconsistent"),
        ("do", "arms", Act("AID", contexts=frozenset({"military"})), "consistent"),
        ("do", "arms", Act("AID", contexts=frozenset({"health"})), "neutral"),
    ],
)
def test_the_table_relates_acts(kind: str, domain: str, act: Act, relation: str) -> None:
    assert TABLE.relation(kind, domain, act) == relation


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("domain", sorted(DOMAINS - {"contacts"}))
def test_a_meeting_is_neutral_unless_contacts_were_promised(kind: str, domain: str) -> None:
    assert TABLE.relation(kind, domain, Act("CONSULT", "visit")) == "neutral"


def test_a_meeting_bears_where_contacts_were_promised() -> None:
    assert TABLE.relation("do", "contacts", Act("CONSULT")) == "consistent"
    assert TABLE.relation("refrain", "contacts", Act("CONSULT")) == "inconsistent"


WITH_A_DUE_DATE = sorted(DOMAINS - {"force", "posture", "coercion"})  # nobody is assured of these being done


@pytest.mark.parametrize("domain", WITH_A_DUE_DATE)
def test_what_was_promised_and_not_done_counts_only_once_it_is_due(domain: str) -> None:
    types = {row.type for row in TABLE.domains if row.domain == domain}
    for kind in types:
        before, after = (TABLE.relation("do", domain, Act(kind, done=False), due_passed=d) for d in (False, True))
        assert before in ("no_rule", "neutral")
        assert after == "inconsistent"


def test_every_act_that_can_be_promised_has_a_domain_and_every_domain_rows_of_its_own() -> None:
    assert {t for t in QUADS if TABLE.domain(Act(t)) is None} == {"REQUEST", "ACCUSE", "REJECT", "PROTEST"}
    own = {row.domain for rows in TABLE.relations.values() for row in rows}
    assert own - {"any"} == DOMAINS
    assert TABLE.domain(Act("RETREAT", "release")) == "release"
    assert TABLE.domain(Act("AID", contexts=frozenset({"military"}))) == "arms"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("domains: []\nrelations: [{kinds: [do], domains: [aid], acts: [HELP], relation: consistent}]", "'HELP'"),
        ("domains: []\nrelations: [{kinds: [do], domains: [aid], acts: [AID], relation: good}]", "'good'"),
        ("domains: []\nrelations: [{kinds: [do], acts: [AID], relation: neutral}]", "lacks 'domains'"),
        ("domains: []", "lacks 'relations'"),
        ("- a list", "list"),
    ],
)
def test_a_table_that_does_not_stand_is_refused_with_what_is_wrong(tmp_path: Path, content: str, problem: str) -> None:
    (tmp_path / "own.yaml").write_text(content)
    with pytest.raises(VocabularyError, match=problem):
        conduct_table(rules("conduct", tmp_path / "own.yaml"))


def test_a_table_of_ones_own_has_a_version_of_its_own(tmp_path: Path) -> None:
    row = "{kinds: [any], domains: [any], acts: [ASSAULT], relation: neutral}"
    (tmp_path / "own.yaml").write_text(f"domains: []\nrelations: [{row}]")
    own = conduct_table(rules("conduct", tmp_path / "own.yaml"))
    assert own.relation("refrain", "force", Act("ASSAULT")) == "neutral"
    assert own.version != TABLE.version


def test_a_change_of_the_table_is_no_change_of_the_coder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_VOCABULARY", str(tmp_path))
    (tmp_path / "rules").mkdir()
    before = vocabulary.digest.__wrapped__()
    (tmp_path / "rules" / "conduct.yaml").write_text("domains: []")
    assert vocabulary.digest.__wrapped__() == before
    (tmp_path / "places.yaml").write_text("[]")
    assert vocabulary.digest.__wrapped__() != before
