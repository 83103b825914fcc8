"""The JSON of the workspace keeps what its description says, whatever is asked (tried with schemathesis)."""

from __future__ import annotations

import json

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
)

from workspace_server import Workspace


def test_an_answer_is_what_its_description_says(workspace: Workspace) -> None:
    described = schemathesis.openapi.from_dict(json.loads(workspace.get("/openapi.json").text))
    tried = 0
    for found in described.get_all_operations():
        operation = found.ok()

        @settings(max_examples=8, suppress_health_check=list(HealthCheck), database=None)
        @given(case=operation.as_strategy())
        def holds(case: schemathesis.Case) -> None:
            answered = case.call(base_url=workspace.base, headers=workspace.cookie)
            checks = [not_a_server_error, content_type_conformance]
            if answered.status_code == 200:
                checks.append(response_schema_conformance)
            case.validate_response(answered, checks=checks)

        holds()
        tried += 1
    assert tried > 5


def test_every_view_has_its_json_described(workspace: Workspace) -> None:
    paths = json.loads(workspace.get("/openapi.json").text)["paths"]
    assert {"/claims.json", "/actors.json", "/sources.json", "/brief/{key}.json"} <= set(paths)
