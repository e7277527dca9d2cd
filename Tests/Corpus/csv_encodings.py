"""Encodings, marks, zero bytes, and files that are no CSV at all."""

import struct
import zlib

from csv_shapes import BOM, HEAD, Shelf

FILES = Shelf()
GOOD = HEAD + "A1,2026-01-05,x\n"


def around(wrong):
  """A file whose last field holds some raw bytes, from line 2 and column 16 on."""
  return (HEAD + "A1,2026-01-05,x").encode() + wrong + b"\n"


# UTF-8 that is none (The Unicode Standard, table 3-7).
for word, wrong in [
  ("overlong-slash", b"\xc0\xaf"), ("overlong-comma", b"\xc0\xac"), ("overlong-quote", b"\xc0\xa2"),
  ("overlong-line-feed", b"\xc0\x8a"), ("overlong-nul", b"\xc0\x80"), ("overlong-c1", b"\xc1\xbf"),
  ("overlong-of-three", b"\xe0\x80\xaf"), ("overlong-of-four", b"\xf0\x80\x80\xaf"),
  ("overlong-largest-of-three", b"\xe0\x9f\xbf"), ("overlong-largest-of-four", b"\xf0\x8f\xbf\xbf"),
  ("surrogate-high", b"\xed\xa0\x80"), ("surrogate-low", b"\xed\xbf\xbf"),
  ("surrogate-pair", b"\xed\xa0\xbd\xed\xb8\x80"), ("beyond-unicode", b"\xf4\x90\x80\x80"),
  ("five-bytes", b"\xf8\x88\x80\x80\x80"), ("six-bytes", b"\xfc\x84\x80\x80\x80\x80"),
  ("tail-alone", b"\x80"), ("tail-missing-of-two", b"\xc3("), ("tail-missing-of-three", b"\xe2\x82("),
  ("tail-missing-of-four", b"\xf0\x9f\x98("), ("tail-is-the-line-end", b"\xc3"), ("byte-fe", b"\xfe"),
  ("byte-ff", b"\xff"), ("latin1-accent", b"\xe9 x"), ("windows-quotes", b"\x93x\x94"),
]:
  FILES.refuse("utf8-" + word + ".csv", around(wrong), "encoding", 2, 16)
FILES.refuse("utf8-tail-too-many.csv", around(b"\xc3\xa9\xa9"), "encoding", 2, 18)
FILES.refuse("utf8-wrong-in-quotes.csv", around(b"").replace(b",x", b',"\n\xff"'), "encoding", 3, 1)
FILES.refuse("utf8-wrong-in-header.csv", GOOD.encode().replace(b"note", b"n\xf6te"), "encoding", 1, 15)
FILES.refuse("utf8-wrong-first-byte.csv", b"\x80" + GOOD.encode(), "encoding", 1, 1)
FILES.refuse("utf8-cut-in-character-of-two.csv", around(b"\xc3")[:-1], "encoding", 2, 16)
FILES.refuse("utf8-cut-in-character-of-four.csv", around(b"\xf0\x9f\x98")[:-1], "encoding", 2, 16)
FILES.refuse("utf8-wrong-after-last-line.csv", GOOD.encode() + b"\xff", "encoding", 3, 1)
FILES.refuse("utf8-wrong-behind-a-ragged-row.csv", (GOOD + "A2\n").encode() + b"\xff", "ragged", 3, 1)
FILES.read("utf8-all-lengths.csv", GOOD.replace(",x", ",\u007f\u00e9\u20ac\U0001f600"),
  text="\u007f\u00e9\u20ac\U0001f600")
FILES.read("utf8-edges.csv", GOOD.replace(",x", ",\u0080\u07ff\u0800\ud7ff\ue000\uffff\U00010000\U0010ffff"),
  text="\u0080\u07ff\u0800\ud7ff\ue000\uffff\U00010000\U0010ffff")

# Marks.
FILES.read("mark-utf8.csv", BOM + GOOD)
FILES.read("mark-utf8-crlf.csv", (BOM + GOOD).replace("\n", "\r\n"))
FILES.read("mark-utf8-before-quote.csv", BOM + '"child_id",day,note\nA1,2026-01-05,x\n')
FILES.refuse("mark-utf8-twice-before-quote.csv", BOM + BOM + '"child_id",day,note\nA1,2026-01-05,x\n',
  "quote-in-field", 1, 4)
FILES.read("mark-utf8-over-declared-windows-1252.csv", BOM + GOOD.replace(",x", ",\u00e9"),
  encoding="windows-1252", text="\u00e9")
FILES.read("mark-in-the-middle-of-a-row.csv", GOOD.replace(",x", "," + BOM + "x"), text=BOM + "x")
FILES.read("mark-at-the-start-of-a-row.csv", HEAD + BOM + "A1,2026-01-05,x\n")
FILES.refuse("mark-two-files-joined.csv", BOM + GOOD + BOM + '"A2",2026-01-05,x\n', "quote-in-field", 3, 4)
FILES.refuse("mark-alone.csv", BOM, "empty")
FILES.refuse("mark-and-blank-line.csv", BOM + "\r\n", "empty")
FILES.refuse("mark-cut.csv", b"\xef\xbb" + GOOD.encode(), "encoding", 1, 1)
FILES.refuse("mark-of-utf16-then-utf8.csv", b"\xff\xfe" + GOOD.encode()[:-1], "ragged/encoding/nul/empty",
  None, None)

# UTF-16 and UTF-32.
for word, codec, name in [("le", "utf-16-le", "UTF-16LE"), ("be", "utf-16-be", "UTF-16BE")]:
  text = "\u00e9\U0001f600"
  content = GOOD.replace(",x", "," + text)
  FILES.read("utf16-" + word + "-mark.csv", (BOM + content).encode(codec), text=text)
  FILES.read("utf16-" + word + "-mark-over-other-declared.csv", (BOM + content).encode(codec), text=text,
    encoding="windows-1252")
  FILES.read("utf16-" + word + "-declared.csv", content.encode(codec), text=text, encoding=name)
  FILES.read("utf16-" + word + "-mark-tabs.csv", (BOM + content.replace(",", "\t")).encode(codec),
    text=text, delimiter="tab")
  FILES.refuse("utf16-" + word + "-neither.csv", content.encode(codec), "nul", 1,
    2 if word == "le" else 1)
  FILES.refuse("utf16-" + word + "-odd-byte-at-end.csv", (BOM + GOOD).encode(codec) + b"A", "encoding", 3, 1)
  FILES.refuse("utf16-" + word + "-cut-in-half.csv", (BOM + GOOD).encode(codec)[:-3], "encoding", 2, 15)
  high, low = (b"\x3d\xd8", b"\x00\xde") if word == "le" else (b"\xd8\x3d", b"\xde\x00")
  head, tail = [part.encode(codec) for part in (BOM + GOOD).split("x")]
  FILES.refuse("utf16-" + word + "-high-surrogate-alone.csv", head + high + tail, "encoding", 2, 15)
  FILES.refuse("utf16-" + word + "-low-surrogate-alone.csv", head + low + tail, "encoding", 2, 15)
  FILES.refuse("utf16-" + word + "-surrogates-turned.csv", head + low + high + tail, "encoding", 2, 15)
  FILES.refuse("utf16-" + word + "-high-surrogate-at-end.csv", head + high, "encoding", 2, 15)
  FILES.refuse("utf16-" + word + "-nul.csv", head + b"\0\0" + tail, "nul", 2, 15)
  FILES.refuse("utf16-" + word + "-mark-alone.csv", BOM.encode(codec), "empty")
  FILES.refuse("utf32-" + word + "-mark.csv", (BOM + GOOD).encode("utf-32-" + word), "nul", 1, 1)
  FILES.refuse("utf32-" + word + "-neither.csv", GOOD.encode("utf-32-" + word), "nul", 1,
    2 if word == "le" else 1)

# Encodings of one byte, as declared and otherwise.
FILES.read("windows-1252-declared.csv", GOOD.replace(",x", ",\u20ac\u2019\u00e9").encode("cp1252"),
  encoding="windows-1252", text="\u20ac\u2019\u00e9")
for byte in [0x81, 0x8D, 0x8F, 0x90, 0x9D]:
  FILES.refuse("windows-1252-hole-%02x.csv" % byte, around(bytes([byte])), "encoding", 2, 16,
    encoding="windows-1252")
FILES.refuse("windows-1252-nul.csv", around(b"\0"), "nul", 2, 16, encoding="windows-1252")
FILES.read("latin1-declared.csv", GOOD.replace(",x", ",\u00e9\u0085").encode("latin-1"),
  encoding="ISO-8859-1", text="\u00e9\u0085")
FILES.read("latin1-declared-but-utf8.csv", GOOD.replace(",x", ",\u00e9"), encoding="ISO-8859-1",
  text="\u00c3\u00a9")
FILES.read("utf7-is-text.csv", GOOD.replace(",x", ",+ACI-"), text="+ACI-")
FILES.read("iso-2022-jp-is-text.csv", GOOD.replace(",x", ",\u5150").encode("iso-2022-jp"), text="\x1b$B;y\x1b(B")
FILES.refuse("ebcdic.csv", GOOD.encode("cp037"), "encoding", 1, 1)
FILES.refuse("shift-jis.csv", GOOD.replace(",x", ",\u5150").encode("shift-jis"), "encoding", 2, 15)
FILES.refuse("gb18030.csv", GOOD.replace(",x", ",\u513f").encode("gb18030"), "encoding", 2, 15)
FILES.refuse("koi8-r.csv", GOOD.replace(",x", ",\u0434\u0430").encode("koi8-r"), "encoding", 2, 15)

# Zero bytes.
for word, content, line, column in [
  ("first", "\0" + GOOD, 1, 1), ("in-header", GOOD.replace("day", "d\0ay"), 1, 11),
  ("in-field", GOOD.replace(",x", ",x\0"), 2, 16), ("for-a-delimiter", GOOD.replace(",x", "\0x"), 2, 14),
  ("in-quotes", GOOD.replace(",x", ',"\n\0"'), 3, 1), ("at-end", GOOD + "\0", 3, 1),
  ("padding-at-end", GOOD + "\0" * 512, 3, 1), ("alone", "\0", 1, 1),
  ("at-line-end", GOOD.replace("x\n", "x\0\n"), 2, 16), ("whole-block", "\0" * 3000, 1, 1),
]:
  FILES.refuse("nul-" + word + ".csv", content, "nul", line, column)

# Other formats, by magic; a name says nothing. By hand, for two versions of a compressor need not
# write the same bytes.
PLAIN = GOOD.encode()
STORED = b"\x01" + struct.pack("<HH", len(PLAIN), 0xFFFF ^ len(PLAIN)) + PLAIN
GZIP = b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + STORED + struct.pack("<II", zlib.crc32(PLAIN), len(PLAIN))
for word, content, kind in [
  ("gzip", GZIP, "compressed"), ("gzip-magic-alone", b"\x1f\x8b", "compressed"),
  ("xz", b"\xfd7zXZ\0\0\x04\xe6\xd6\xb4\x46" + bytes(20), "compressed"),
  ("bzip2", b"BZh91AY&SY" + bytes(20), "compressed"),
  ("zstandard", b"\x28\xb5\x2f\xfd\x04\0" + PLAIN, "compressed"),
  ("7-zip", b"7z\xbc\xaf\x27\x1c\0\x04" + bytes(24), "compressed"),
  ("workbook-xlsx", b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml", "workbook"),
  ("archive-empty", b"PK\x05\x06" + bytes(18), "workbook"),
  ("archive-spanned", b"PK\x07\x08PK\x03\x04", "workbook"),
  ("workbook-xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "workbook"),
]:
  FILES.refuse("format-" + word + ".csv", content, kind)
FILES.read("format-bzh-is-text.csv", "BZh,day,note\nA1,2026-01-05,x\n")
FILES.read("format-pk-is-text.csv", "PK,day,note\nA1,2026-01-05,x\n")
FILES.refuse("format-compress.csv", b"\x1f\x9d\x90" + PLAIN, "encoding/compressed", None, None)
FILES.refuse("format-pdf.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "encoding", 2, 2)
FILES.refuse("format-program.csv", b"\x7fELF\x02\x01\x01" + bytes(9), "nul", 1, 8)
FILES.refuse("format-picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(16), "encoding", 1, 1)
FILES.read("format-html-is-text.csv", "<html>\n<body>Session expired</body>\n</html>\n", rows=2, fields=1,
  text="</html>")
FILES.read("format-json-is-text.csv", '[\n]\n', fields=1, text="]")
FILES.refuse("format-json.csv", '{"child_id": "A1"}\n', "quote-in-field", 1, 2)
for ending in ["gz", "xz", "bz2", "zip", "xlsx"]:
  FILES.read("named-as-other.csv." + ending, GOOD)
