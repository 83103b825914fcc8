"""Official lists and data of others: read from their published files, kept as Parquet tables in a folder the user names."""
