"""How well the coder codes a set of texts that people have labelled: the set, the scores, their floors, the report."""
