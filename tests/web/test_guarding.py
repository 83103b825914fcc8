"""Who may ask the workspace, and what a browser may do with the answer (security.md: CSRF, DNS rebinding, XSS)."""

from __future__ import annotations

import pytest

from workspace_server import Workspace


def test_without_the_token_nothing_is_told(workspace: Workspace) -> None:
    answered = workspace.ask("GET", "/sources")
    assert answered.status == 403
    assert "token" in answered.text


def test_the_token_in_the_address_becomes_a_strict_cookie_and_leaves_the_address(workspace: Workspace) -> None:
    token = workspace.cookie["Cookie"].split("=", 1)[1]
    answered = workspace.ask("GET", f"/claims?token={token}&actor=USA")
    assert (answered.status, answered.headers["location"]) == (303, "/claims?actor=USA")
    assert {"HttpOnly", "SameSite=strict"} <= {part.strip() for part in answered.headers["set-cookie"].split(";")}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost:1", ""])
def test_a_host_name_that_is_not_the_workspace_s_is_refused(workspace: Workspace, host: str) -> None:
    assert workspace.get("/sources", {"Host": host}).status in (400, 403)


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
    ],
)
def test_a_change_that_another_site_asks_for_is_refused(workspace: Workspace, headers: dict[str, str]) -> None:
    asked = {**workspace.cookie, "Content-Type": "application/x-www-form-urlencoded", **headers}
    assert workspace.ask("POST", "/login", headers=asked, body="name=x&password=y").status == 403


@pytest.mark.parametrize("path", ["/sources", "/nothing", "/sources.json", "/static/comity.css"])
def test_every_answer_carries_a_policy_that_runs_no_foreign_script(workspace: Workspace, path: str) -> None:
    policy = workspace.get(path).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
