"""Watching feeds: what is new is read once, politely, and a watch that was stopped or killed goes on where it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from comity.errors import InputError, RecordError
from comity.reading import OpenRecord
from comity.sources.draft import ReadingOptions
from comity.values import Article
from comity.watching.rounds import Watch, state_path
from comity.watching.schedule import LONGEST_PAUSE, interval, pause
from comity.watching.state import MOST_ENTRIES, TRIES, FeedState, load
from record.scenes import fake_coder
from sources.making import NOW, item, page, prose, rss
from sources.serving import Server, Time, fetcher, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as found:
        yield found


class Scene:
    """A watch over one server, with a clock of the test's own."""

    def __init__(self, server: Server, folder: Path) -> None:
        self.server, self.folder, self.time = server, folder, Time()
        self.seen: list[str] = []
        self.record = OpenRecord(folder / "r.comity")

    def watch(self, *feeds: str) -> Watch:
        return Watch(
            self.record,
            feeds or (f"{self.server.url}/feed",),
            fake_coder(seen=self.seen),
            self.folder / "state.json",
            ReadingOptions(now=NOW),
            fetcher(self.time),
            now=lambda: self.time.seconds,
        )

    def articles(self) -> list[Article]:
        return list(self.record.reader().articles())


@pytest.fixture
def scene(server: Server, tmp_path: Path) -> Scene:
    for n in range(4):
        server.page(f"/{n}", page(n))
    feed(server, 0, 1)
    return Scene(server, tmp_path)


def feed(server: Server, *numbers: int, **fields: str) -> None:
    entries = [item(n, f"{server.url}/{n}") for n in numbers]
    server.page("/feed", rss(*entries), "application/rss+xml", **fields)


def test_a_round_reads_what_is_new_and_the_next_what_is_newer(scene: Scene) -> None:
    found, report = scene.watch().round()
    assert (found.asked, report.read, report.errors) == (1, 2, [])
    feed(scene.server, 0, 1, 2)
    _, report = scene.watch().round()
    assert report.read == 1
    assert sorted(scene.server.paths) == ["/0", "/1", "/2", "/feed", "/feed", "/robots.txt", "/robots.txt"]
    assert {a.outlet for a in scene.articles()} == {"Demo Wire North"}
    assert {a.published for a in scene.articles()} == {"2023-10-18T12:00:00+03:00"}


def test_a_feed_that_did_not_change_is_not_sent_again(scene: Scene) -> None:
    feed(scene.server, 0, ETag='"7"', Last_Modified="Wed, 18 Oct 2023 12:00:00 GMT")
    scene.watch().round()
    scene.server.answers["/feed"] = (304, {}, b"")
    found, report = scene.watch().round()
    assert (found.asked, found.unchanged, report.read) == (1, 1, 0)
    headers = next(h for _, _, path, h in reversed(scene.server.asked) if path == "/feed")
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('"7"', "Wed, 18 Oct 2023 12:00:00 GMT")


def test_an_entry_that_changed_is_read_again_and_the_old_version_stays(scene: Scene) -> None:
    scene.watch().round()
    scene.server.page("/0", page(9))
    changed = item(0, f"{scene.server.url}/0").replace("Talks go on in May", "Talks end in May")
    scene.server.page("/feed", rss(changed), "application/rss+xml")
    scene.watch().round()
    texts = [a.text for a in scene.articles() if a.url == f"{scene.server.url}/0"]
    assert len(texts) == 2
    assert any(prose(0) in text for text in texts)
    assert any(prose(9) in text for text in texts)


def test_outlines_are_read_in_each_round_and_a_wrong_one_is_told(scene: Scene, tmp_path: Path) -> None:
    outline = tmp_path / "feeds.opml"
    outline.write_text(f'<opml><body><outline xmlUrl="{scene.server.url}/feed"/></body></opml>')
    found, report = scene.watch(str(outline), str(tmp_path / "none.opml")).round()
    assert (found.asked, report.read) == (1, 2)
    assert len(report.errors) == 1


def test_a_feed_that_fails_is_left_alone_longer_and_longer_and_comes_back(scene: Scene) -> None:
    scene.server.answers["/feed"] = (500, {}, b"")
    found, report = scene.watch().round()
    assert (found.asked, [e.status for e in report.errors]) == (1, ["http"])
    scene.time.seconds += pause(1) - 1
    assert scene.watch().round()[0].resting == 1
    scene.time.seconds += 2
    assert scene.watch().round()[0].asked == 1
    assert load(tmp(scene))[f"{scene.server.url}/feed"].failures == 2
    feed(scene.server, 0)
    scene.time.seconds += pause(2) + 1
    assert scene.watch().round()[1].read == 1
    assert load(tmp(scene))[f"{scene.server.url}/feed"].failures == 0


def tmp(scene: Scene) -> Path:
    return scene.folder / "state.json"


def test_a_page_that_cannot_be_had_is_tried_in_further_rounds_and_then_given_up(scene: Scene) -> None:
    feed(scene.server, 0, 7, ETag='"1"')
    for _ in range(TRIES):
        assert [e.status for e in scene.watch().round()[1].errors] == ["http"]
    assert scene.watch().round()[1].errors == []
    assert scene.server.paths.count("/7") == TRIES
    assert scene.server.paths.count("/0") == 1


def test_a_page_that_comes_later_is_read_then(scene: Scene) -> None:
    feed(scene.server, 7)
    scene.watch().round()
    scene.server.page("/7", page(7))
    assert scene.watch().round()[1].read == 1


def test_what_robots_forbid_is_told_once_and_not_asked(scene: Scene) -> None:
    scene.server.page("/robots.txt", b"User-agent: comity\nDisallow: /1\n", "text/plain")
    assert [e.status for e in scene.watch().round()[1].errors] == ["robots"]
    assert scene.watch().round()[1].errors == []
    assert "/1" not in scene.server.paths


def test_a_stop_ends_after_the_article_at_hand_and_the_next_run_goes_on(scene: Scene) -> None:
    feed(scene.server, 0, 1, 2, 3, ETag='"1"')
    watch = scene.watch()
    scene.server.answers["/1"] = lambda: (watch.stop.set(), (200, {"Content-Type": "text/html"}, page(1)))[1]
    _, report = watch.round()
    assert report.read == 2
    assert scene.watch().round()[1].read == 2
    assert scene.server.paths.count("/0") == 1
    assert len(scene.articles()) == 4


def test_a_watch_that_was_killed_before_its_state_was_written_adds_nothing_twice(scene: Scene) -> None:
    scene.watch().round()
    tmp(scene).unlink()
    _, report = scene.watch().round()
    assert (report.read, report.known) == (0, 2)


def test_rounds_follow_one_another_until_the_stop(scene: Scene) -> None:
    watch = scene.watch()
    told: list[int] = []

    class Ticking:
        """An event whose waiting passes at once, and that is set after three rounds."""

        def is_set(self) -> bool:
            return len(told) >= 3

        def wait(self, seconds: float) -> bool:
            scene.time.seconds += seconds
            return self.is_set()

    watch.stop = Ticking()  # type: ignore[assignment]
    watch.run(900.0, lambda found, report: told.append(report.read))
    assert told == [2, 0, 0]
    assert scene.time.seconds >= 1_000 + 3 * 890


def test_intervals_are_written_with_their_unit() -> None:
    assert [interval(w) for w in ("15m", "2h", "1d", "90 s")] == [900, 7_200, 86_400, 90]
    for wrong in ("15", "m", "0m", "30s", "-1h", "1.5h", ""):
        with pytest.raises(InputError):
            interval(wrong)


def test_pauses_double_up_to_a_day() -> None:
    assert [pause(n) for n in (0, 1, 2, 3)] == [0, 300, 600, 1_200]
    assert pause(10_000) == LONGEST_PAUSE


def test_the_memory_of_a_feed_is_bounded() -> None:
    state = FeedState()
    for n in range(MOST_ENTRIES + 10):
        state.done(str(n), "x")
    assert len(state.entries) == MOST_ENTRIES
    assert not state.is_done("0", "x")


def test_a_damaged_state_is_told_and_a_database_needs_a_place_for_it(tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text("{")
    with pytest.raises(RecordError, match="from their beginning"):
        load(tmp_path / "s.json")
    with pytest.raises(InputError, match="--state"):
        state_path("postgresql://x/y", None, "watch")
    assert state_path("r.comity", None, "watch") == Path("r.comity-watch.json")
