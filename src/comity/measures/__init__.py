"""Measures: functions from Polars frames to an :class:`~comity.measures.answer.Answer`, one subject a module.

They know neither the coder nor a database. Three layers never merge in them: what somebody claims, what a rule codes, and
what is counted. Definitions with worked examples stand in docs/measures.md.
"""
