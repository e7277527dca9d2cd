"""Runs `dataset.sql` with two threads: dataset.py FOLDER HOLIDAYS RESULT"""

import os
import pathlib
import sys

import duckdb

folder, holidays, result = (os.path.abspath(path) for path in sys.argv[1:])
query = pathlib.Path(__file__).with_suffix(".sql").read_text()
connection = duckdb.connect(config={"threads": 2})
for name, path in (("holidays", holidays), ("result", result)):
    connection.execute(f"SET VARIABLE {name} = '{path}'")
os.chdir(folder)
connection.execute(query)
