#!/usr/bin/env python3
"""Writes the corpus of hostile and odd files, with an index of what a reader must answer.

  make.py           writes xml/ and csv/ anew
  make.py --check   says which files on the disk are not what it would write

The answers in the index are written by hand, in xml_*.py and csv_*.py, from the specifications:
Extensible Markup Language (XML) 1.0, fifth edition; Namespaces in XML 1.0, third edition;
RFC 4180; The Unicode Standard, table 3-7; and from what Duly promises to refuse beyond them. They
are never taken from what a reader says. Each run writes the same bytes.
"""

import os
import sys
import zlib

sys.dont_write_bytecode = True

import csv_encodings
import csv_structure
import xml_characters
import xml_encodings
import xml_entities
import xml_structure

HERE = os.path.dirname(os.path.abspath(__file__))
LARGEST = 4096
COLUMNS = {
  "xml": ["file", "crc32", "answer", "kind", "line", "column", "children", "text"],
  "csv": [
    "file", "crc32", "delimiter", "encoding", "answer", "kind", "line", "column", "rows", "fields",
    "text"],
}


def escaped(text):
  """Printable ASCII as it is, but for comma, quote and backslash; the rest as \\u{HEX}."""
  return "".join(
    c if " " <= c <= "~" and c not in ',"\\' else "\\u{%X}" % ord(c) for c in text)


def folder(kind, modules):
  """The files of one folder by name, its index among them."""
  files = {}
  lines = [",".join(COLUMNS[kind])]
  for entry in sorted((e for m in modules for e in m.FILES), key=lambda e: e["file"]):
    name, content = entry["file"], entry["bytes"]
    assert name not in files, "two files of the name " + name
    assert len(content) < LARGEST, name + " is too large"
    files[name] = content
    row = dict(entry, crc32="%08x" % zlib.crc32(content))
    if row["text"] is not None:
      row["text"] = escaped(row["text"])
    lines.append(",".join("" if row[c] is None else str(row[c]) for c in COLUMNS[kind]))
  files["expected.csv"] = ("\n".join(lines) + "\n").encode("ascii")
  return files


def main():
  is_check = sys.argv[1:] == ["--check"]
  if sys.argv[1:] and not is_check:
    sys.exit("usage: make.py [--check]")
  wrong = 0
  for kind, modules in [
    ("xml", [xml_entities, xml_structure, xml_characters, xml_encodings]),
    ("csv", [csv_structure, csv_encodings]),
  ]:
    place = os.path.join(HERE, kind)
    os.makedirs(place, exist_ok=True)
    files = folder(kind, modules)
    for name in sorted(set(os.listdir(place)) - set(files)):
      wrong += 1
      if is_check:
        print(kind + "/" + name + ": make.py knows no such file; add it there or remove it")
      else:
        os.remove(os.path.join(place, name))
    for name, content in files.items():
      path = os.path.join(place, name)
      if is_check:
        found = open(path, "rb").read() if os.path.exists(path) else None
        if found != content:
          wrong += 1
          print(kind + "/" + name + ": not as make.py writes it; run Tests/Corpus/make.py")
      else:
        with open(path, "wb") as file:
          file.write(content)
    if not is_check:
      print(kind + ": " + str(len(files) - 1) + " files")
  sys.exit(1 if is_check and wrong else 0)


if __name__ == "__main__":
  main()
