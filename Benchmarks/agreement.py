"""Says how far two tables of checks agree: agreement.py DULY.csv DUCKDB.csv

Counts checks by rule and outcome, of the rules that both have. It is there so that a race is run over
the same course: what one of them leaves out would show.
"""

import collections
import csv
import sys


def counts(path):
    with open(path, newline="") as file:
        return collections.Counter(
            (row["rule"].removeprefix("england/"), row["outcome"]) for row in csv.DictReader(file)
        )


duly, duckdb = (counts(path) for path in sys.argv[1:])
rules = {rule for rule, _ in duly} & {rule for rule, _ in duckdb}
both = sum(min(duly[key], duckdb[key]) for key in duly if key[0] in rules)
print(f"checks: {duly.total()} by Duly, {duckdb.total()} by DuckDB;", end=" ")
print(f"{len(rules)} rules by both, where {both} of DuckDB's come out in the same way")
