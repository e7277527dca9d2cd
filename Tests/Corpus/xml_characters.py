"""Characters and references to characters; line ends; the XML declaration."""

from xml_shapes import BOM, Shelf, census, child

FILES = Shelf()


def around(text, wrong, before=""):
  """A census whose id holds some raw bytes."""
  head, tail = census(child("\0"), before).replace("\0", text + "\0", 1).split("\0")
  return head.encode("utf-8") + wrong + tail.encode("utf-8")


# Characters that XML forbids, as such and by reference.
for word, scalar in [
  ("nul", 0x0), ("start-of-heading", 0x1), ("backspace", 0x8), ("vertical-tab", 0xB),
  ("form-feed", 0xC), ("escape", 0x1B), ("unit-separator", 0x1F), ("fffe", 0xFFFE), ("ffff", 0xFFFF),
]:
  FILES.refuse("character-" + word + ".xml", census(child("A" + chr(scalar) + "1")), "character", 3)
  FILES.refuse("reference-" + word + ".xml", census(child("A&#%d;1" % scalar)), "character", 3)
for word, reference in [
  ("hex-nul", "&#x0;"), ("hex-unit-separator", "&#x1F;"), ("high-surrogate", "&#xD800;"),
  ("low-surrogate", "&#xDFFF;"), ("pair-of-surrogates", "&#xD83D;&#xDE00;"),
  ("beyond-unicode", "&#x110000;"), ("wraps-at-32-bits", "&#x100000041;"),
  ("wraps-at-64-bits", "&#x10000000000000041;"), ("many-digits", "&#" + "9" * 400 + ";"),
  ("negative", "&#-65;"), ("empty", "&#;"), ("hex-empty", "&#x;"), ("large-x", "&#X41;"),
  ("hex-digit-in-decimal", "&#4A;"), ("blank-inside", "&# 65;"), ("without-semicolon", "&#65 "),
  ("fullwidth-digits", "&#\uff16\uff15;"),
]:
  FILES.refuse("reference-" + word + ".xml", census(child(reference)), "character/ampersand", 3)
FILES.refuse("reference-nul-in-attribute.xml", census('<Child a="&#0;"/>'), "character", 3)
FILES.refuse("character-nul-in-attribute.xml", census('<Child a="\0"/>'), "character", 3)
FILES.refuse("character-nul-in-comment.xml", census("<!-- \0 -->" + child()), "character/comment", 3)
FILES.refuse("character-nul-in-cdata.xml", census(child("<![CDATA[\0]]>")), "character/cdata", 3)
FILES.refuse("character-nul-in-instruction.xml", census("<?go \0?>" + child()), "character/pi", 3)
FILES.refuse("character-nul-in-tag-name.xml", census("<Chi\0ld/>"), "character/attribute-syntax/tag-end", 3)
FILES.refuse("character-nul-between-children.xml", census("\0" + child()), "character", 3)
FILES.refuse("character-nul-first.xml", "\0" + census(child()),
  "no-element/character/mark-missing", None)
FILES.refuse("character-control-in-comment.xml", census("<!-- \x01 -->" + child()),
  "character/comment", 3)
FILES.refuse("character-control-in-cdata.xml", census(child("<![CDATA[\x01]]>")),
  "character/cdata", 3)
FILES.refuse("character-vertical-tab-as-blank.xml", census("<Child\x0ba=\"1\"/>"),
  "character/attribute-syntax/tag-end", 3)

# Characters that XML allows, however odd.
for word, scalar in [
  ("delete", 0x7F), ("next-line", 0x85), ("control-9f", 0x9F), ("no-break-space", 0xA0),
  ("noncharacter-fdd0", 0xFDD0), ("noncharacter-1fffe", 0x1FFFE), ("noncharacter-10ffff", 0x10FFFF),
  ("line-separator", 0x2028), ("right-to-left-override", 0x202E), ("zero-width-space", 0x200B),
  ("private-use", 0xE000), ("mark-in-the-middle", 0xFEFF), ("replacement", 0xFFFD),
  ("last-before-surrogates", 0xD7FF), ("emoji", 0x1F600), ("fullwidth-digit", 0xFF11),
  ("combining-acute", 0x301), ("interlinear", 0xFFF9), ("tag", 0xE0041),
]:
  FILES.read("character-" + word + ".xml", census(child("A" + chr(scalar))), text="A" + chr(scalar))
for word, reference, text in [
  ("tab", "&#9;", "\t"), ("return", "&#13;", "\r"), ("line-feed", "&#xA;", "\n"),
  ("delete", "&#x7F;", "\x7f"), ("emoji", "&#128512;", "\U0001f600"),
  ("last-of-unicode", "&#x10FFFF;", "\U0010ffff"), ("zeroes-in-front", "&#000000000065;", "A"),
  ("hex-both-cases", "&#xfFfD;", "\ufffd"), ("mark", "&#xFEFF;", "\ufeff"),
]:
  FILES.read("reference-" + word + ".xml", census(child(reference)), text=text)
FILES.read("character-mark-between-children.xml", census(BOM + child()))
FILES.read("character-combining-after-greater-than.xml", census(child("\u0301A")), text="\u0301A")

# UTF-8 that is none (The Unicode Standard, table 3-7).
for word, wrong in [
  ("overlong-slash", b"\xc0\xaf"), ("overlong-less-than", b"\xc0\xbc"), ("overlong-nul", b"\xc0\x80"),
  ("overlong-of-three", b"\xe0\x80\xaf"), ("overlong-of-four", b"\xf0\x80\x80\xaf"),
  ("overlong-c1", b"\xc1\xbf"), ("overlong-largest-of-three", b"\xe0\x9f\xbf"),
  ("overlong-largest-of-four", b"\xf0\x8f\xbf\xbf"), ("surrogate-high", b"\xed\xa0\x80"),
  ("surrogate-low", b"\xed\xbf\xbf"), ("surrogate-pair", b"\xed\xa0\xbd\xed\xb8\x80"),
  ("beyond-unicode", b"\xf4\x90\x80\x80"), ("five-bytes", b"\xf8\x88\x80\x80\x80"),
  ("six-bytes", b"\xfc\x84\x80\x80\x80\x80"), ("tail-alone", b"\x80"), ("tail-too-many", b"\xc3\xa9\xa9"),
  ("tail-missing-of-two", b"\xc3("), ("tail-missing-of-three", b"\xe2\x82("),
  ("tail-missing-of-four", b"\xf0\x9f\x98("), ("byte-fe", b"\xfe"), ("byte-ff", b"\xff"),
  ("latin1-accent", b"caf\xe9 x"), ("windows-quotes", b"\x93x\x94"),
]:
  FILES.refuse("utf8-" + word + ".xml", around("A", wrong), "character/encoding-bytes", 3)
FILES.refuse("utf8-overlong-in-tag-name.xml",
  around("", b"", "").replace(b"<Child>", b"<Ch\xc0\xaeild>"),
  "character/encoding-bytes/attribute-syntax/tag-end", 3)
FILES.refuse("utf8-overlong-in-attribute.xml",
  around("", b"").replace(b"<Child>", b'<Child a="\xc0\xa2">'), "character/encoding-bytes", 3)
FILES.refuse("utf8-wrong-in-comment.xml",
  around("", b"").replace(b"<Child>", b"<!-- \xff --><Child>"),
  "character/encoding-bytes/comment", 3)
FILES.refuse("utf8-wrong-after-root.xml", census(child()).encode() + b"\xff",
  "character/encoding-bytes/after-root", 6)

# Line ends (XML 1.0, 2.11): CR LF and CR are one LF to the application.
FILES.read("line-ends-crlf.xml", census(child("A\r\n1")).replace("\n", "\r\n").replace("\r\r", "\r"),
  text="A\n1")
FILES.read("line-ends-cr.xml", census(child("A\n1")).replace("\n", "\r"), text="A\n1")
FILES.read("line-ends-mixed.xml", census(child("1\r\n2\r3\n4\r\r\n5")), text="1\n2\n3\n4\n\n5")
FILES.read("line-ends-cr-in-cdata.xml", census(child("<![CDATA[1\r\n2\r3]]>")), text="1\n2\n3")
FILES.refuse("line-ends-crlf-then-fault.xml", census(child("A & B")).replace("\n", "\r\n"),
  "ampersand/name", 3)
FILES.refuse("line-ends-next-line-is-no-blank.xml", census("<Child\u0085a='1'/>"),
  "attribute-syntax/tag-end/name", 3)

# The XML declaration.
for word, declaration, kind in [
  ("version-1.1", '<?xml version="1.1"?>', "version"), ("version-2.0", '<?xml version="2.0"?>', "version"),
  ("version-1.00", '<?xml version="1.00"?>', "version"), ("version-1", '<?xml version="1"?>', "version"),
  ("version-empty", '<?xml version=""?>', "version/declaration"),
  ("version-with-blank", '<?xml version=" 1.0"?>', "version/declaration"),
  ("version-fullwidth", '<?xml version="\uff11.0"?>', "version/declaration"),
  ("without-version", '<?xml encoding="UTF-8"?>', "declaration"), ("nothing-inside", "<?xml?>", "declaration"),
  ("encoding-first", '<?xml encoding="UTF-8" version="1.0"?>', "declaration"),
  ("standalone-before-encoding", '<?xml version="1.0" standalone="no" encoding="UTF-8"?>', "declaration"),
  ("standalone-maybe", '<?xml version="1.0" standalone="maybe"?>', "declaration"),
  ("standalone-large-letters", '<?xml version="1.0" standalone="YES"?>', "declaration"),
  ("standalone-empty", '<?xml version="1.0" standalone=""?>', "declaration"),
  ("encoding-twice", '<?xml version="1.0" encoding="UTF-8" encoding="UTF-8"?>', "declaration"),
  ("version-twice", '<?xml version="1.0" version="1.0"?>', "declaration"),
  ("unknown-word", '<?xml version="1.0" charset="UTF-8"?>', "declaration"),
  ("words-without-space", '<?xml version="1.0"encoding="UTF-8"?>', "declaration"),
  ("quotes-mixed", "<?xml version=\"1.0'?>", "declaration/version"),
  ("quotes-missing", "<?xml version=1.0?>", "declaration"),
  ("ends-without-question-mark", '<?xml version="1.0">', "declaration"),
  ("large-letters", '<?XML version="1.0"?>', "declaration"), ("name-in-large-letters", '<?xml VERSION="1.0"?>', "declaration"),
  ("comment-inside", '<?xml version="1.0" <!-- -->?>', "declaration"),
  ("twice", '<?xml version="1.0"?><?xml version="1.0"?>', "declaration"),
  ("no-break-space-inside", '<?xml\u00a0version="1.0"?>', "declaration/pi/name/attribute-syntax"),
  ("curly-quotes", "<?xml version=\u201c1.0\u201d?>", "declaration"),
]:
  FILES.refuse("declaration-" + word + ".xml", census(child(), declaration + "\n"), kind, 1)
FILES.refuse("declaration-after-blank.xml", census(child(), ' <?xml version="1.0"?>\n'),
  "declaration", 1)
FILES.refuse("declaration-after-blank-line.xml", census(child(), '\n<?xml version="1.0"?>\n'),
  "declaration", 2)
FILES.refuse("declaration-after-comment.xml", census(child(), '<!-- a -->\n<?xml version="1.0"?>\n'),
  "declaration", 2)
FILES.refuse("declaration-after-root.xml", census(child()) + '<?xml version="1.0"?>\n',
  "declaration/after-root", 6)
for word, declaration in [
  ("plain", '<?xml version="1.0"?>'), ("standalone-yes", '<?xml version="1.0" standalone="yes"?>'),
  ("standalone-no", "<?xml version='1.0' standalone='no'?>"),
  ("all-three", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'),
  ("small-letters", '<?xml version="1.0" encoding="utf-8"?>'),
  ("blanks", '<?xml \t version = "1.0"\r\n encoding\n=\n\'UTF-8\' ?>'),
]:
  FILES.read("declaration-" + word + ".xml", census(child(), declaration + "\n"))
