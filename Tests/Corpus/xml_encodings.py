"""Encodings: those of the list, those outside it, marks, and files that are no XML at all."""

import struct
import zlib

from xml_shapes import BOM, Shelf, census, child

FILES = Shelf()


def declared(name, text="\u00e9"):
  """A census that names its encoding."""
  return census(child(text), '<?xml version="1.0" encoding="' + name + '"?>\n')


# Read.
FILES.read("encoding-none-is-utf8.xml", census(child("\u00e9\U0001f600")), text="\u00e9\U0001f600")
FILES.read("encoding-utf8-mark.xml", BOM + census(child("\u00e9")), text="\u00e9")
FILES.read("encoding-utf8-mark-and-declared.xml", BOM + declared("UTF-8"), text="\u00e9")
FILES.read("encoding-ascii.xml", declared("US-ASCII", "A1"))
FILES.read("encoding-latin1.xml", declared("ISO-8859-1").encode("latin-1"), text="\u00e9")
FILES.read("encoding-latin1-control-85.xml", declared("ISO-8859-1", "\u0085").encode("latin-1"),
  text="\u0085")
FILES.read("encoding-windows-1252.xml", declared("windows-1252", "\u20ac\u2019").encode("cp1252"),
  text="\u20ac\u2019")
for word, codec in [("le", "utf-16-le"), ("be", "utf-16-be")]:
  FILES.read("encoding-utf16-" + word + "-mark.xml",
    (BOM + census(child("\u00e9\U0001f600"))).encode(codec), text="\u00e9\U0001f600")
  FILES.read("encoding-utf16-" + word + "-mark-and-declared.xml",
    (BOM + declared("UTF-16")).encode(codec), text="\u00e9")
  FILES.read("encoding-utf16-" + word + "-mark-and-order-declared.xml",
    (BOM + declared("UTF-16" + word.upper())).encode(codec), text="\u00e9")
  FILES.refuse("encoding-utf16-" + word + "-without-mark.xml",
    census(child()).encode(codec), "mark-missing")
  FILES.refuse("encoding-utf16-" + word + "-without-mark-declared.xml",
    declared("UTF-16").encode(codec), "mark-missing", None)
  FILES.refuse("encoding-utf16-" + word + "-mark-but-utf8-declared.xml",
    (BOM + declared("UTF-8")).encode(codec), "encoding-contradicted", 1)
  FILES.refuse("encoding-utf16-" + word + "-odd-byte-at-end.xml",
    (BOM + census(child())).encode(codec) + b"\n", "encoding-bytes/character/trailing/after-root",
    None)
  FILES.refuse("encoding-utf16-" + word + "-cut-in-half.xml",
    (BOM + census(child())).encode(codec)[:201], "truncated/encoding-bytes", None)
  high, low = (b"\x00\xd8", b"\x00\xdc") if word == "le" else (b"\xd8\x00", b"\xdc\x00")
  head, tail = [(part).encode(codec) for part in (BOM + census(child("|"))).split("|")]
  FILES.refuse("encoding-utf16-" + word + "-high-surrogate-alone.xml", head + high + tail,
    "encoding-bytes/character", None)
  FILES.refuse("encoding-utf16-" + word + "-low-surrogate-alone.xml", head + low + tail,
    "encoding-bytes/character", None)
  FILES.refuse("encoding-utf16-" + word + "-nul.xml",
    (BOM + census(child("\0"))).encode(codec), "character", 3)
  FILES.refuse("encoding-utf16-" + word + "-mark-alone.xml", BOM.encode(codec), "empty")
  FILES.refuse("encoding-utf32-" + word + "-mark.xml",
    (BOM + census(child())).encode("utf-32-" + word), "mark-missing/no-element/encoding-not-allowed",
    None)
  FILES.refuse("encoding-utf32-" + word + "-without-mark.xml",
    census(child()).encode("utf-32-" + word), "mark-missing/no-element/encoding-not-allowed", None)
FILES.refuse("encoding-utf16-mark-of-other-order.xml",
  (BOM + declared("UTF-16LE")).encode("utf-16-be"), "encoding-contradicted", 1)
FILES.refuse("encoding-utf16-declared-in-utf8.xml", declared("UTF-16"),
  "mark-missing/encoding-contradicted", 1)
FILES.refuse("encoding-utf16-declared-with-mark-of-utf8.xml", BOM + declared("UTF-16"),
  "encoding-contradicted", 1)
FILES.refuse("encoding-latin1-declared-with-mark-of-utf8.xml", BOM + declared("ISO-8859-1"),
  "encoding-contradicted", 1)
FILES.refuse("encoding-utf8-declared-but-latin1.xml", declared("UTF-8").encode("latin-1"),
  "encoding-bytes/character", 4)
FILES.refuse("encoding-utf8-declared-but-utf16.xml", declared("UTF-8").encode("utf-16-le"),
  "mark-missing/encoding-contradicted", None)
FILES.refuse("encoding-ascii-with-high-byte.xml", declared("US-ASCII").encode("latin-1"),
  "encoding-bytes/character", 4)
FILES.refuse("encoding-windows-1252-hole.xml",
  declared("windows-1252", "|").encode("ascii").replace(b"|", b"\x81"), "encoding-bytes/character", 4)
FILES.refuse("encoding-two-marks.xml", BOM + BOM + census(child()), "no-element", 1)
FILES.refuse("encoding-mark-alone.xml", BOM, "empty")
FILES.refuse("encoding-mark-of-utf8-cut.xml", b"\xef\xbb" + census(child()).encode(),
  "no-element/encoding-bytes/character", 1)
FILES.refuse("encoding-mark-after-blank.xml", " " + BOM + census(child()), "no-element", 1)
FILES.refuse("encoding-utf16-mark-then-utf8.xml", b"\xff\xfe" + census(child()).encode(),
  "no-element/encoding-bytes", 1)

# Outside the list.
for word, content in [
  ("utf7", declared("UTF-7", "+ADw-Child/+AD4-")), ("utf7-large", declared("utf-7", "A")),
  ("iso-8859-15", declared("ISO-8859-15").encode("iso-8859-15")),
  ("windows-1250", declared("windows-1250").encode("cp1250")),
  ("windows-1251", declared("windows-1251", "\u0434").encode("cp1251")),
  ("cp437", declared("IBM437").encode("cp437")),
  ("macintosh", declared("macintosh").encode("mac-roman")),
  ("shift-jis", declared("Shift_JIS", "\u5150").encode("shift-jis")),
  ("euc-jp", declared("EUC-JP", "\u5150").encode("euc-jp")),
  ("iso-2022-jp", declared("ISO-2022-JP", "\u5150").encode("iso-2022-jp")),
  ("gb18030", declared("GB18030", "\u513f").encode("gb18030")),
  ("big5", declared("Big5", "\u5152").encode("big5")),
  ("hz", declared("HZ-GB-2312", "\u513f").encode("hz")),
  ("koi8-r", declared("KOI8-R", "\u0434").encode("koi8-r")),
  ("ebcdic-name-in-ascii", declared("EBCDIC-CP-US", "A1")),
  ("ucs-4", declared("ISO-10646-UCS-4", "A1")),
  ("utf32-name-in-ascii", declared("UTF-32", "A1")),
  ("utf8-without-hyphen", declared("utf8")), ("latin1-by-nickname", declared("latin1", "A")),
  ("html-entities", declared("HTML", "A1")), ("nonsense", declared("no-such-encoding", "A1")),
  ("cesu-8", declared("CESU-8", "A1")),
]:
  FILES.refuse("encoding-not-allowed-" + word + ".xml", content, "encoding-not-allowed", 1)
for word, name in [("empty", ""), ("digit-first", "8-UTF"), ("blank-inside", "UTF 8"), ("slash", "../x")]:
  FILES.refuse("encoding-name-" + word + ".xml", declared(name, "A1"),
    "encoding-not-allowed/declaration", 1)
FILES.refuse("encoding-ebcdic.xml", declared("EBCDIC-CP-US", "A1").encode("cp037"),
  "no-element/encoding-not-allowed/encoding-bytes", None)
FILES.refuse("encoding-utf7-without-declaration.xml", "+ADw-Message/+AD4-", "no-element", 1)
FILES.read("encoding-utf7-in-text-is-text.xml", census(child("+ADw-Child/+AD4-")),
  text="+ADw-Child/+AD4-")

# Compressed, by magic; the name says nothing.
WHOLE = census(child()).encode()
# By hand, for two versions of a compressor need not write the same bytes.
STORED = b"\x01" + struct.pack("<HH", len(WHOLE), 0xFFFF ^ len(WHOLE)) + WHOLE
GZIP = (b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + STORED
  + struct.pack("<II", zlib.crc32(WHOLE), len(WHOLE)))
XZ = b"\xfd7zXZ\0\0\x04\xe6\xd6\xb4\x46"
for word, content in [
  ("gzip", GZIP), ("gzip-magic-alone", b"\x1f\x8b"), ("gzip-twice", GZIP + GZIP),
  ("gzip-then-plain", GZIP + WHOLE), ("xz", XZ + bytes(20)), ("xz-cut", XZ[:6]),
  ("bzip2", b"BZh91AY&SY" + bytes(20)), ("zip", b"PK\x03\x04\x14\0\0\0\0\0" + WHOLE),
  ("zip-empty", b"PK\x05\x06" + bytes(18)), ("zip-spanned", b"PK\x07\x08PK\x03\x04" + WHOLE),
  ("zstandard", b"\x28\xb5\x2f\xfd\x04\0" + WHOLE),
  ("7-zip", b"7z\xbc\xaf\x27\x1c\0\x04" + bytes(24)),
]:
  FILES.refuse("compressed-" + word + ".xml", content, "compressed")
for word, content in [
  ("compress", b"\x1f\x9d\x90" + WHOLE), ("lz4", b"\x04\x22\x4d\x18" + WHOLE), ("rar", b"Rar!\x1a\x07\x01\0"),
  ("zlib", b"\x78\x01" + STORED), ("lzma", b"\x5d\0\0\x80\0" + b"\xff" * 8 + bytes(20)),
  ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), ("old-workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)),
  ("program", b"\x7fELF\x02\x01\x01" + bytes(9)), ("picture", b"\x89PNG\r\n\x1a\n" + bytes(16)),
]:
  FILES.refuse("no-xml-" + word + ".xml", content, "no-element/compressed/mark-missing", None)
for ending in ["gz", "xz", "bz2", "zip"]:
  FILES.read("named-as-compressed.xml." + ending, WHOLE)
