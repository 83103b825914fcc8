"""What a record holds, in the formats of other programs. Nothing of the run stands in an export, only of the record."""
