#!/usr/bin/env python3
"""Changes one byte of an export at random and looks at what `duly judge` makes of it.

  mutate.py --duly .build/release/duly --changes 10000 SampleExports [FOLDER ...]

Each file below the folders gets its share of the changes, the same ones for the same seed. A run
is in order if it ends within five seconds with 0, one of its own refusals (65), or 78 where a
change has made another format of the file; says one line; shows no id of a child; and, where it
was read,

- every tenth time: `duly run` counts as many rows as a reader of Python's own, and all of them as
  used or set aside;
- else: of the children that the sound file has checks of, at most two more are missing than rows
  are said to be set aside. One byte belongs to one row, but the authority of the first row is the
  one by which all others are measured.

Files that the sound program refuses are only asked for crashes, hangs and long messages.
"""

import argparse
import collections
import concurrent.futures
import csv
import io
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

ALLOWED = {0, 65}
SET_ASIDE = re.compile(rb"(\d+) rows? (?:was|were) set aside")
CHILD = re.compile(rb"\b[CX]0{3,}[0-9]+\b")
# Bytes that mean something to a reader, drawn as often as all others together.
TELLING = b"\"',;\t|\r\n<>&/=!-?[] #\0\x80\xc3\xef\xff0"


class Subject:
  """One sound export."""

  def __init__(self, path, options):
    self.path, self.name, self.options = os.path.abspath(path), os.path.basename(path), options
    with open(path, "rb") as file:
      self.bytes = file.read()
    self.mapping = ["--mapping", "lcs-example"] if self.name.startswith("lcs-") else []
    code, out, _ = self.judge(self.path)
    self.is_read = code == 0
    self.children = children(out) if self.is_read else set()

  def judge(self, path):
    """The answer of the program; a code of None where it hangs."""
    command = [self.options.duly, "judge", path, "--data", self.options.data] + self.mapping
    try:
      done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, timeout=5, cwd="/")
    except subprocess.TimeoutExpired:
      return None, b"", b""
    return done.returncode, done.stdout, done.stderr

  def night(self, path, folder):
    """What a night counts: rows read, used, set aside; None where it refuses."""
    config = os.path.join(folder, "duly.yaml")
    with open(config, "w") as file:
      file.write(
        "feeds:\n  - name: only\n    files: " + os.path.basename(path) + "\n"
        + ("    mapping: lcs-example\n" if self.mapping else "")
        + "packs: [england]\noldest data: any\npseudonyms: demonstration\nreports: Reports\n")
    try:
      done = subprocess.run(
        [self.options.duly, "run", "--config", config, "--data", self.options.data],
        stdin=subprocess.DEVNULL, capture_output=True, timeout=60, cwd="/")
    except subprocess.TimeoutExpired:
      return None
    record = os.path.join(folder, "Reports", "latest", "run.json")
    if done.returncode != 0 or not os.path.exists(record):
      return None
    with open(record, encoding="utf-8") as file:
      feed = json.load(file)["feeds"][0]
    return feed["rows_read"], feed["rows_used"], feed["rows_set_aside"] + feed["rows_left_out"]


def children(out):
  """The children of a printed table."""
  return {row["child"] for row in csv.DictReader(io.StringIO(out.decode("utf-8", "replace")))}


def rows(name, content):
  """The rows of a sound file, by a reader that shares nothing with Duly; None where it has none."""
  try:
    if name.endswith(".xml"):
      root = xml.etree.ElementTree.fromstring(content)
      return sum(1 for element in root.iter() if element.tag.rpartition("}")[2] == "Child")
    text = content.decode("utf-8-sig")
  except (UnicodeDecodeError, ValueError, LookupError, xml.etree.ElementTree.ParseError):
    return None
  while text.startswith("#"):
    text = re.split("\r\n|\n|\r", text, maxsplit=1)[-1]
  return sum(1 for row in csv.reader(io.StringIO(text, newline="")) if row) - 1


def changed(content, chance):
  """The content with one byte changed, and the words for it."""
  place = chance.randrange(len(content))
  old = content[place]
  new = old
  while new == old:
    new = chance.choice(TELLING) if chance.random() < 0.5 else chance.randrange(256)
  return content[:place] + bytes([new]) + content[place + 1:], "byte %d: %02x to %02x" % (
    place, old, new)


def look(subject, number):
  """One change; answers the kind of outcome and, where it is out of order, what to say."""
  chance = random.Random("%d %s %d" % (subject.options.seed, subject.name, number))
  content, words = changed(subject.bytes, chance)
  folder = tempfile.mkdtemp(prefix="duly-mutate-")
  try:
    path = os.path.join(folder, subject.name)
    with open(path, "wb") as file:
      file.write(content)
    code, out, err = subject.judge(path)
    if code is None:
      return "hang", words
    if code not in ALLOWED:
      return "crash", "%s: code %d: %s" % (words, code, err[:300].decode("utf-8", "replace"))
    if len(err) > 2000 or err.count(b"\n") > 1:
      return "message", words + ": more than one line of 2,000 bytes"
    if CHILD.search(err):
      return "message", words + ": shows a child's id"
    if code == 65:
      if out or not err:
        return "message", words + ": refused with rows or without a word"
      return "refused", None
    if not subject.is_read:
      return "read", None
    missing = subject.children - children(out)
    told = SET_ASIDE.search(err)
    if len(missing) > 2 + (int(told[1]) if told else 0):
      return "loss", words + ": %d children are missing" % len(missing)
    if number % 10 == 0:
      counts = subject.night(path, folder)
      if counts is None:
        return "read, night refused", None
      own = rows(subject.name, content)
      if counts[0] != counts[1] + counts[2] or (own is not None and counts[0] != own):
        return "loss", words + ": read %d, used %d, set aside %d, and there are %s" % (counts + (own,))
      return "read and counted", None
    return "read", None
  finally:
    shutil.rmtree(folder)


def main():
  parser = argparse.ArgumentParser()
  parser.add_argument("--duly", default=".build/release/duly")
  parser.add_argument("--data", default=".")
  parser.add_argument("--changes", type=int, default=10000)
  parser.add_argument("--seed", type=int, default=1)
  parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
  parser.add_argument("folders", nargs="+")
  options = parser.parse_args()
  options.duly, options.data = os.path.abspath(options.duly), os.path.abspath(options.data)
  paths = sorted(
    os.path.join(folder, name) for root in options.folders for folder, _, names in os.walk(root)
    for name in names if name.endswith((".xml", ".csv"))
    and name not in ("answer-key.csv", "planted-faults.csv"))
  if not paths:
    sys.exit("mutate.py: no XML or CSV file is below " + ", ".join(options.folders))
  total, faults = collections.Counter(), 0
  with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
    for index, path in enumerate(paths):
      subject = Subject(path, options)
      share = options.changes // len(paths) + (index < options.changes % len(paths))
      found = collections.Counter()
      for kind, words in pool.map(lambda number: look(subject, number), range(share)):
        found[kind] += 1
        if words:
          faults += 1
          print("%s: %s: %s" % (path, kind, words))
      total += found
      print("%s%s: %s" % (path, "" if subject.is_read else " (refused when sound)",
        ", ".join("%d %s" % (found[kind], kind) for kind in sorted(found))), flush=True)
  print("%d changes: %s" % (sum(total.values()),
    ", ".join("%d %s" % (total[kind], kind) for kind in sorted(total))))
  sys.exit(1 if faults else 0)


if __name__ == "__main__":
  main()
