"""What is said to have been said about a trigger: condemnation, criticism, concern, support, what was withheld. Pure.

A reaction bears on a trigger where it is aimed at its actor (``link`` actor), or names nobody, and the same sentence holds an
act of the class toward the trigger's recipient (``act``); aimed at the recipient it is told apart (``recipient``). Who is a
source of a report of the act ``spoke`` of it: that is no silence, and no condemnation either.
"""

from __future__ import annotations

import polars as pl

from comity.measures.frames import Frames
from comity.measures.response_rules import TriggerRule
from comity.measures.triggers import is_act, of_class

CONDEMNING = ("full", "partial", "generic")
DEGREES = {"full": 0, "partial": 1, "generic": 2, "concern": 3, "other": 4, "support": 5}
FACTS = ("word", "perpetrator_named", "act_named", "unqualified")
_PLACE = ("start", "end", "sentence_start", "sentence_end", "article", "text", "origin", "outlet", "published")
_COMMON = ("id", "by", "target", "kind", "degree", *FACTS, "delay_claimed", "chain", "since", "until", *_PLACE)


def reactions(frames: Frames, rule: TriggerRule) -> pl.DataFrame:
    """Every reaction of a record to anything. ``kind``: condemned, criticised, concern, supported, withheld or demanded.

    ``since`` and ``until`` bound when it was made; what is told as done was so by the day of publication at the latest.
    ``by`` and ``target`` are codes, null where the text does not tell or the coder cannot.
    """
    signals = frames.signals["condemnations"]
    kind = (
        pl.when(pl.col("polarity").is_in(("withheld", "denied")))
        .then(pl.lit("withheld"))
        .when(pl.col("polarity") == "demanded")
        .then(pl.lit("demanded"))
        .when(pl.col("degree") == "support")
        .then(pl.lit("supported"))
        .when(pl.col("degree").is_in(CONDEMNING))
        .then(pl.lit("condemned"))
        .otherwise(pl.lit("concern"))
    )
    signalled = signals.with_columns(kind=kind, by="by_code", target="target_code")
    return pl.concat([_timed(signalled), _timed(_claimed(frames, rule, signals["claim"]))]).sort(
        "until", "article", "start", "id", nulls_last=True
    )


def _claimed(frames: Frames, rule: TriggerRule, signalled: pl.Series) -> pl.DataFrame:
    """Claims of criticism and support that no signal of condemnation rests on."""
    criticism, support = is_act(rule.criticism), is_act(rule.support)
    return frames.claims.filter(
        (criticism | support)
        & pl.col("status").is_in(rule.statuses)
        & ~pl.col("id").is_in(signalled.drop_nulls().implode())
    ).with_columns(
        kind=pl.when(criticism).then(pl.lit("criticised")).otherwise(pl.lit("supported")),
        by="actor_code",
        target="recipient_code",
        **_unsaid(),
    )


def _timed(found: pl.DataFrame) -> pl.DataFrame:
    told = pl.coalesce("latest", "stated_latest", "published")
    return found.with_columns(since="earliest", until=pl.min_horizontal(told, "published")).select(_COMMON)


def linked(frames: Frames, rule: TriggerRule, found: pl.DataFrame, triggers: pl.DataFrame) -> pl.DataFrame:
    """The reactions in ``found`` to each of ``triggers``, all of one class: with ``trigger, link, after`` (days).

    Made within the window, or within the days before it that part two acts: those have ``early`` true, and one that may or
    may not have been made before the clock's start ``uncertain``. Neither counts. The actor's words about itself are none.
    """
    sought = triggers.select(trigger="id", culprit="actor", hit="recipient", clock="clock_start")
    aimed = found.join(sought, left_on="target", right_on="culprit", how="inner", coalesce=False)
    at_actor = aimed.filter((pl.col("kind") != "supported") | pl.col("degree").is_not_null())
    against = found.filter(pl.col("kind").is_in(("condemned", "criticised")))
    at_recipient = against.join(sought, left_on="target", right_on="hit", how="inner", coalesce=False)
    about_act = _about_act(frames, rule, found, triggers, sought)
    spoke = _spoke(frames, rule, triggers, sought)
    links = (("actor", at_actor), ("act", about_act), ("recipient", at_recipient), ("act", spoke))
    spoken = pl.concat([rows.with_columns(link=pl.lit(link)).select(*_COMMON, *_LINK) for link, rows in links])
    spoken = spoken.unique(("trigger", "id", "by"), keep="first", maintain_order=True)
    return _within(spoken, rule)


_LINK = ("trigger", "culprit", "hit", "clock", "link")


def _about_act(
    frames: Frames, rule: TriggerRule, found: pl.DataFrame, triggers: pl.DataFrame, sought: pl.DataFrame
) -> pl.DataFrame:
    """Reactions whose sentence tells the act: they name nobody, or claim support of its actor, which is of the act only there."""
    acts = frames.claims.filter(of_class(rule, triggers["class"][0]) & pl.col("recipient_code").is_not_null()).select(
        "article", "sentence_start", acted="actor_code", hit="recipient_code"
    )
    claimed_support = (pl.col("kind") == "supported") & pl.col("degree").is_null()
    met = found.join(acts, on=("article", "sentence_start")).join(sought, on="hit")
    same = (pl.col("acted") == pl.col("culprit")).fill_null(True)
    unnamed = pl.col("target").is_null() & ~claimed_support
    return met.filter(same & (unnamed | (claimed_support & (pl.col("target") == pl.col("culprit")))))


def _spoke(frames: Frames, rule: TriggerRule, triggers: pl.DataFrame, sought: pl.DataFrame) -> pl.DataFrame:
    """Reports of the act that are told according to an actor: it spoke of the act, whatever else it said."""
    told = pl.coalesce("stated_latest", "published")
    known = pl.concat([frames.claims["actor_code"], frames.claims["recipient_code"]]).drop_nulls().unique()
    spoken = (
        frames.claims.filter(of_class(rule, triggers["class"][0]))
        .with_columns(
            by="chain",
            target="actor_code",
            kind=pl.lit("spoke"),
            since="stated_earliest",
            until=pl.min_horizontal(told, "published"),
            **_unsaid(),
        )
        .explode("by")
        .filter(pl.col("by").is_in(known.implode()))
        .select(*_COMMON, "recipient_code")
    )
    of_actor = spoken.join(sought, left_on="target", right_on="culprit", coalesce=False)
    of_actor = of_actor.filter((pl.col("recipient_code") == pl.col("hit")).fill_null(True))
    unnamed = spoken.filter(pl.col("target").is_null())
    of_recipient = unnamed.join(sought, left_on="recipient_code", right_on="hit", coalesce=False)
    return pl.concat([met.select(*_COMMON, *_LINK[:-1]) for met in (of_actor, of_recipient)])


def _unsaid() -> dict[str, pl.Expr]:
    """What only a signal of condemnation tells."""
    words = dict.fromkeys(("degree", "delay_claimed"), pl.lit(None, pl.String))
    return words | dict.fromkeys(FACTS, pl.lit(None, pl.Boolean))


def _within(spoken: pl.DataFrame, rule: TriggerRule) -> pl.DataFrame:
    clock = pl.col("clock")
    counted = (
        pl.col("until").is_between(clock - rule.apart, clock + rule.window)
        & (pl.col("by") != pl.col("culprit")).fill_null(True)
        & ~((pl.col("link") == "recipient") & (pl.col("by") == pl.col("hit"))).fill_null(False)
    )
    return spoken.filter(counted).with_columns(
        after=(pl.col("until") - clock).dt.total_days(),
        early=pl.col("until") < clock,
        uncertain=(pl.col("since") < clock).fill_null(False) & (pl.col("until") >= clock),
    )
