"""The tables of a record. Contains no query.

Every coded value is kept whole as the contract's JSON (``value``); the columns beside it repeat what is asked for,
and ``comity verify`` compares the two. The tables are the same in SQLite and PostgreSQL.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, MetaData, Table
from sqlalchemy import Text as AnyText

SCHEMA_VERSION = 5

metadata = MetaData()

# SQLite orders text by its bytes; so does this collation, whatever language the database was made for.
Text = AnyText().with_variant(AnyText(collation="C"), "postgresql")

about = Table("about", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

# Text is stored once, by its hash. The number is what the text search refers to.
texts = Table(
    "texts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("hash", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False),
)

# Bands of the text's MinHash: two texts that share one are candidates for being copies. Text is what the first of its
# articles, by key, reads as its content.
text_bands = Table(
    "text_bands",
    metadata,
    Column("band", Text, primary_key=True),
    Column("text", Text, ForeignKey("texts.hash", ondelete="CASCADE"), primary_key=True, index=True),
)

# Texts that are copies of one another, under the smallest hash among them.
copies = Table(
    "copies",
    metadata,
    Column("text", Text, ForeignKey("texts.hash", ondelete="CASCADE"), primary_key=True),
    Column("original", Text, nullable=False, index=True),
)

batches = Table(
    "batches",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("articles", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("written", Text, nullable=False),  # when; never exported
)

coders = Table(
    "coders",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("vocabulary", Text, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("key", Text, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("text", Text, ForeignKey("texts.hash"), nullable=False, index=True),
    Column("title", Text),
    Column("published", Text),
    Column("outlet", Text),
    Column("url", Text),
    Column("kind", Text, nullable=False),
    Column("noncontent", Text, nullable=False),
    Column("path", Text),
    Column("batch", Integer, ForeignKey("batches.number"), nullable=False),
    Column("first_seen", Text, nullable=False),  # never exported
)


def _article() -> Column[str]:
    return Column("article", Text, ForeignKey("articles.key", ondelete="CASCADE"), primary_key=True)


codings = Table(
    "codings",
    metadata,
    _article(),
    Column("coder", Text, ForeignKey("coders.id"), nullable=False),
    Column("language", Text, nullable=False),
    Column("sentences", Text, nullable=False),
    Column("noncontent", Text, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    _article(),
    Column("number", Integer, primary_key=True),  # the place among the article's claims
    Column("id", Text, nullable=False, index=True),
    Column("type", Text, nullable=False, index=True),
    Column("mode", Text),
    Column("quad", Integer),
    Column("status", Text, nullable=False),
    *(
        Column(f"{side}_{name}", Integer if name in ("start", "end") else Text)
        for side in ("actor", "recipient")
        for name in ("code", "id", "sector", "text", "start", "end")
    ),
    Column("chain_depth", Integer, nullable=False),
    Column("earliest", Text),
    Column("latest", Text),
    Column("precision", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Column("stated_earliest", Text),
    Column("stated_latest", Text),
    Column("place", Text),
    Column("country", Text, index=True),
    Column("region", Text),
    Column("geonameid", Integer, index=True),
    Column("lat", Float),
    Column("lon", Float),
    Column("trigger", Text, nullable=False),
    Column("sentence_start", Integer, nullable=False),
    Column("sentence_end", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("value", Text, nullable=False),
    Index("claims_dyad", "actor_code", "recipient_code", "type"),
    Index("claims_recipient", "recipient_code", "actor_code"),
    Index("claims_actor_id", "actor_id"),
    Index("claims_recipient_id", "recipient_id"),
)

# Every code with every id that came with it in a claim or a chain: what a name in a question can mean. Small, so that the
# question can then be put by codes and ids as they are written, for which there are indexes. "" stands for none.
actors = Table(
    "actors",
    metadata,
    Column("code", Text, primary_key=True),
    Column("id", Text, primary_key=True),
)

# According to whom, outermost first: one row a link of the chain.
claim_sources = Table(
    "claim_sources",
    metadata,
    _article(),
    Column("claim", Integer, primary_key=True),
    Column("depth", Integer, primary_key=True),
    Column("code", Text, index=True),
    Column("id", Text),
    Column("text", Text, nullable=False),
)

attributions = Table(
    "attributions",
    metadata,
    _article(),
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("source_code", Text, index=True),
    Column("source_id", Text),
    Column("stance", Text, nullable=False),
    Column("directness", Text, nullable=False),
    Column("value", Text, nullable=False),
)

signals = Table(
    "signals",
    metadata,
    _article(),
    Column("kind", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("by_code", Text),
    Column("by_id", Text),
    Column("target_code", Text),
    Column("target_id", Text),
    Column("chain_depth", Integer, nullable=False),
    Column("earliest", Text),
    Column("latest", Text),
    Column("confidence", Float, nullable=False),
    Column("value", Text, nullable=False),
    Index("signals_dyad", "kind", "by_code", "target_code"),
)

roles = Table(
    "roles",
    metadata,
    _article(),
    Column("number", Integer, primary_key=True),
    Column("person", Text, nullable=False, index=True),
    Column("flag", Text, nullable=False),
    Column("value", Text, nullable=False),
)

# One event as several claims tell it.
clusters = Table(
    "clusters",
    metadata,
    Column("id", Text, primary_key=True),
    Column("actor", Text),
    Column("recipient", Text),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("earliest", Text),
    Column("latest", Text),
    Column("mentions", Integer, nullable=False),  # claims
    Column("articles", Integer, nullable=False),
    Column("texts", Integer, nullable=False),  # articles with copies folded: independent tellings at most
)

# Every claim with its family: claims of one family may tell one event, and claims of two never do. A claim without a
# cluster has come, or has lost its event with an article that went, since its family was folded last.
cluster_claims = Table(
    "cluster_claims",
    metadata,
    _article(),
    Column("claim", Integer, primary_key=True),
    Column("family", BigInteger, nullable=False, index=True),
    Column("cluster", Text, ForeignKey("clusters.id", ondelete="SET NULL")),
    Index("cluster_claims_cluster", "cluster", "family"),
)

# What analysts judged of assurances, never changed: a verdict is taken back by a row that undoes it. An assurance
# stands by the id that the ledger gives it; its signal may be read again under the same id, so it is no foreign key.
verdicts = Table(
    "verdicts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("assurance", Text, nullable=False, index=True),
    Column("signal", Text, nullable=False),
    Column("promisor", Text),
    Column("beneficiary", Text),
    Column("verdict", Text),  # null: this row undoes another
    Column("because", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("at", Text, nullable=False),  # when it was given: exported, being part of the verdict
    Column("undoes", Integer, ForeignKey("verdicts.number")),
)

# Articles that were taken out again, by their keys only: nothing that they said is kept.
withdrawn = Table(
    "withdrawn",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("undated", Text, nullable=False, index=True),  # the key that the article would have without its date
    Column("dated", Integer, nullable=False),  # 1: it had a date
    Column("id", Text, nullable=False),
    Column("assurances", Text, nullable=False),  # ids of its assurances, on which verdicts may have been given
    Column("why", Text, nullable=False),
    Column("at", Text, nullable=False),
)

# A digest of everything that is kept of an article, a verdict or a withdrawal, by which ``verify`` sees any change.
seals = Table(
    "seals",
    metadata,
    Column("of", Text, primary_key=True),  # article, verdict or withdrawal
    Column("key", Text, primary_key=True),
    Column("digest", Text, nullable=False),
)
