"""How the XML files of the corpus are put together and answered.

`census` makes a document whose first child stands on line 3; the answer of a document that is read
is how many children it has and the text of its last `LAchildID`.
"""

BOM = "\ufeff"


def census(body, before="", root="Message"):
  """A small census; `before` goes in front of the root and counts its own lines."""
  return (
    before + "<" + root + "><Header><ReferenceDate>2026-03-31</ReferenceDate></Header>\n<Children>\n"
    + body + "\n</Children>\n</" + root.split(" ")[0] + ">\n")


def child(text="A1", more=""):
  """One child with an id, on one line."""
  return "<Child><LAchildID>" + text + "</LAchildID>" + more + "</Child>"


class Shelf(list):
  """The files of one module."""

  def read(self, name, content, children=1, text="A1"):
    """A file that is read."""
    self.add(name, content, answer="read", children=children, text=text)

  def refuse(self, name, content, kind, line=None, column=None):
    """A file that is refused; kinds that a sound reader may choose from are parted by `/`."""
    self.add(name, content, answer="refused", kind=kind, line=line, column=column)

  def add(self, name, content, **answer):
    if isinstance(content, str):
      content = content.encode("utf-8")
    entry = dict(
      file=name, bytes=content, kind=None, line=None, column=None, children=None, text=None)
    entry.update(answer)
    self.append(entry)
