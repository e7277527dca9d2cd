"""How the CSV files of the corpus are answered.

A file that is read is answered by its rows without the header, its columns, and the text of the
last field of its last row. Lines and columns are counted from 1, columns in bytes as UTF-8.
"""

BOM = "\ufeff"
HEAD = "child_id,day,note\n"


class Shelf(list):
  """The files of one module."""

  def read(self, name, content, rows=1, fields=3, text="x", delimiter="comma", encoding="UTF-8"):
    """A file that is read, in the dialect that is declared for it."""
    self.add(name, content, answer="read", rows=rows, fields=fields, text=text,
      delimiter=delimiter, encoding=encoding)

  def refuse(self, name, content, kind, line=None, column=None, delimiter="comma",
      encoding="UTF-8"):
    """A file that is refused; kinds that a sound reader may choose from are parted by `/`."""
    self.add(name, content, answer="refused", kind=kind, line=line, column=column,
      delimiter=delimiter, encoding=encoding)

  def add(self, name, content, **answer):
    if isinstance(content, str):
      content = content.encode("utf-8")
    entry = dict(
      file=name, bytes=content, kind=None, line=None, column=None, rows=None, fields=None,
      text=None)
    entry.update(answer)
    self.append(entry)
