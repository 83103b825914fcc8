"""The workspace in a browser: server-made pages over one record. Holds no measure and no query: all stands in the API."""
