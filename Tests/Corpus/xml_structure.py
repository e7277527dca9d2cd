"""Tags, attributes, namespaces, comments, sections, the ends of a document, and sizes."""

from xml_shapes import Shelf, census, child

FILES = Shelf()
HEAD = "<Message><Header><ReferenceDate>2026-03-31</ReferenceDate></Header>\n<Children>\n"
TAIL = "\n</Children>\n</Message>\n"


def body(name, text, kind, line=3):
  """A fault on line 3 of a census, or further down."""
  FILES.refuse(name, census(text), kind, line)


# Tags.
body("tag-mismatched.xml", "<Child><LAchildID>A1</LAchildId></Child>", "mismatched-tag")
body("tag-mismatched-case.xml", "<Child></child>", "mismatched-tag")
body("tag-overlapping.xml", "<Child><LAchildID>A1</Child></LAchildID>", "mismatched-tag")
body("tag-closed-twice.xml", child() + "</Child>", "mismatched-tag")
body("tag-other-prefix.xml",
  '<p:Child xmlns:p="urn:x:y" xmlns:q="urn:x:y"></q:Child>', "mismatched-tag")
body("tag-unclosed-child.xml", "<Child><LAchildID>A1</LAchildID>", "mismatched-tag", 4)
body("tag-end-with-attribute.xml", '<Child></Child a="1">', "tag-end/mismatched-tag")
body("tag-end-with-blank-before-name.xml", "<Child></ Child>", "name/mismatched-tag/tag-end")
body("tag-end-without-name.xml", "<Child></>", "name/mismatched-tag/tag-end")
body("tag-empty-slash-apart.xml", "<Child / >", "tag-end/attribute-syntax/name")
body("tag-blank-before-name.xml", "< Child/>", "name")
body("tag-without-name.xml", "<>", "name")
body("tag-in-tag.xml", "<Child <LAchildID/>>", "attribute-syntax/tag-end/name")
body("tag-two-less-than.xml", "<<Child/>", "name")
body("less-than-in-text.xml", child("A < 1"), "name")
FILES.read("greater-than-in-text.xml", census(child("A > 1")), text="A > 1")
FILES.read("tag-blanks-before-end.xml",
  census("<Child\n><LAchildID\t>A1</LAchildID \n></Child\r\n>"))
FILES.read("tag-empty-and-pair.xml", census("<Child/><Child></Child>" + child()), children=3)
FILES.read("tag-empty-id.xml", census("<Child><LAchildID/></Child>"), text="")

# Names.
for word, name in [
  ("digit-first", "1Child"), ("hyphen-first", "-Child"), ("dot-first", ".Child"),
  ("combining-first", "\u0301Child"), ("middle-dot-first", "\u00b7Child"),
  ("multiplication-sign-first", "\u00d7Child"), ("division-sign-first", "\u00f7Child"),
  ("greek-question-mark-first", "\u037eChild"), ("quotation-mark-first", "\u201cChild\u201d"),
  ("private-use-first", "\ue000Child"), ("zero-width-space-first", "\u200bChild"),
  ("no-break-space-first", "\u00a0Child"),
]:
  body("name-" + word + ".xml", "<" + name + "/>", "name")
for word, name in [
  ("dollar-inside", "Chi$ld"), ("at-inside", "Chi@ld"), ("multiplication-sign-inside", "Chi\u00d7ld"),
  ("no-break-space-inside", "Chi\u00a0ld"), ("ideographic-space-inside", "Chi\u3000ld"),
]:
  body("name-" + word + ".xml", "<" + name + "/>", "attribute-syntax/tag-end/name")
for word, name in [
  ("accented", "\u00c9nfant"), ("han", "\u513f\u7ae5"), ("underscore-first", "_Child"),
  ("dot-hyphen-digit-inside", "Chi.l-d1"), ("middle-dot-inside", "Chi\u00b7ld"),
  ("combining-inside", "Che\u0301ld"), ("zero-width-joiner-inside", "Chi\u200dld"),
  ("beyond-sixteen-bits", "\U00010400Child"), ("mark-first", "\ufeffChild"), ("begins-with-xml", "xmlChild"),
]:
  FILES.read("name-" + word + ".xml", census(child(more="<" + name + "/>")))
FILES.read("name-very-long.xml", census(child(more="<" + "N" * 3500 + "/>")))
FILES.read("name-very-long-attribute.xml", census(child(more="<a " + "n" * 3500 + '="1"/>')))
FILES.read("name-looks-like-child.xml", census("<\u0421hild/>" + child()))

# Attributes.
for word, text, kind in [
  ("twice", 'a="1" a="1"', "attribute-twice"),
  ("twice-far-apart", 'a="1" b="2" c="3" a="4"', "attribute-twice"),
  ("twice-by-namespace", 'xmlns:p="urn:x:y" xmlns:q="urn:x:y" p:a="1" q:a="2"', "attribute-twice"),
  ("prefix-declared-twice", 'xmlns:p="urn:x:y" xmlns:p="urn:x:y"', "attribute-twice"),
  ("default-namespace-twice", 'xmlns="urn:x:y" xmlns="urn:x:y"', "attribute-twice"),
  ("unquoted", "a=1", "attribute-syntax"), ("without-value", "a", "attribute-syntax"),
  ("without-value-then-other", 'a b="1"', "attribute-syntax"),
  ("without-equals", 'a "1"', "attribute-syntax"), ("without-name", '="1"', "attribute-syntax/name"),
  ("two-without-space", 'a="1"b="2"', "attribute-syntax"),
  ("less-than", 'a="1<2"', "attribute-lt"), ("ampersand", 'a="1&2"', "ampersand/name"),
  ("curly-quotes", "a=\u201c1\u201d", "attribute-syntax"),
  ("quotes-mixed", "a=\"1'", "attribute-syntax/attribute-lt"),
  ("name-with-digit-first", '1="1"', "attribute-syntax/name/tag-end"),
  ("no-break-space-between", 'a="1"\u00a0b="2"', "attribute-syntax"),
  ("comma-between", 'a="1", b="2"', "attribute-syntax/name/tag-end"),
]:
  body("attribute-" + word + ".xml", "<Child " + text + ">" + "</Child>", kind)
for word, text in [
  ("same-name-prefix-and-none", 'xmlns="urn:x:y" xmlns:p="urn:x:y" a="1" p:a="2"'),
  ("single-quotes", "a='1' b='\"'"), ("blanks-around-equals", 'a \n = \t "1"'),
  ("greater-than", 'a="1>2"'), ("line-end-in-value", 'a="1\n2\r\n3"'), ("empty", 'a=""'),
  ("two-cases", 'a="1" A="2"'), ("xml-lang-and-space", 'xml:lang="en" xml:space="preserve"'),
  ("references", 'a="&lt;&#60;&amp;&quot;"'), ("looks-like-a-comment", 'a="-->"'),
]:
  FILES.read("attribute-" + word + ".xml", census(child(more="<Note " + text + "/>")))
FILES.read("attributes-256.xml", census("<Child " + " ".join('a%d=""' % n for n in range(256))
  + "><LAchildID>A1</LAchildID></Child>"))
body("attributes-257.xml",
  "<Child " + " ".join('a%d=""' % n for n in range(257)) + "/>", "too-many-attributes")
body("attributes-400.xml",
  "<Child " + " ".join('a%d=""' % n for n in range(400)) + "/>", "too-many-attributes")
body("attributes-257-namespaces.xml",
  "<Child " + " ".join('xmlns:n%d="a:"' % n for n in range(230))
  + " " + " ".join('a%d=""' % n for n in range(27)) + "/>", "too-many-attributes")

# Namespaces.
for word, text, kind in [
  ("prefix-undeclared", "<p:Child/>", "prefix"),
  ("prefix-undeclared-attribute", '<Child p:a="1"/>', "prefix"),
  ("prefix-out-of-scope", '<a xmlns:p="urn:x:y"/><p:Child/>', "prefix"),
  ("prefix-undeclared-by-empty", '<Child xmlns:p=""/>', "namespace"),
  ("xml-prefix-rebound", '<Child xmlns:xml="urn:x:y"/>', "namespace"),
  ("xml-namespace-on-other-prefix",
    '<Child xmlns:p="http://www.w3.org/XML/1998/namespace"/>', "namespace"),
  ("xml-namespace-as-default", '<Child xmlns="http://www.w3.org/XML/1998/namespace"/>',
    "namespace"),
  ("xmlns-prefix-declared", '<Child xmlns:xmlns="urn:x:y"/>', "namespace"),
  ("xmlns-namespace-on-other-prefix", '<Child xmlns:p="http://www.w3.org/2000/xmlns/"/>',
    "namespace"),
  ("xmlns-namespace-as-default", '<Child xmlns="http://www.w3.org/2000/xmlns/"/>', "namespace"),
  ("xmlns-as-element-prefix", "<xmlns:Child/>", "prefix/namespace"),
  ("two-colons", '<p:q:Child xmlns:p="urn:x:y"/>', "namespace"),
  ("colon-first", "<:Child/>", "namespace/name"), ("colon-last", "<Child:/>", "namespace/prefix"),
  ("colon-then-digit", '<p:1 xmlns:p="urn:x:y"/>', "namespace/prefix/name/attribute-syntax"),
  ("colon-in-instruction", "<?go:on?>", "namespace"),
  ("prefix-of-other-case", '<P:Child xmlns:p="urn:x:y"/>', "prefix"),
]:
  body("namespace-" + word + ".xml", text, kind)
FILES.read("namespace-xml-prefix-declared-rightly.xml",
  census(child(), root='Message xmlns:xml="http://www.w3.org/XML/1998/namespace"'))
FILES.read("namespace-default-taken-back.xml",
  census('<Child xmlns=""><LAchildID>A1</LAchildID></Child>', root='Message xmlns="urn:x:y"'))
FILES.read("namespace-prefix-everywhere.xml",
  '<c:Message xmlns:c="urn:x:y"><c:Children><c:Child><c:LAchildID>A1</c:LAchildID></c:Child>'
  "</c:Children></c:Message>\n")
FILES.read("namespace-prefix-rebound-inside.xml",
  census('<p:Child xmlns:p="urn:x:z"><p:LAchildID>A1</p:LAchildID></p:Child>',
    root='Message xmlns:p="urn:x:y"'))
FILES.read("namespace-used-before-it-is-declared-in-the-tag.xml",
  census('<p:Child p:a="1" xmlns:p="urn:x:y"><LAchildID>A1</LAchildID></p:Child>'))

# Comments, instructions, sections.
body("comment-double-hyphen.xml", "<!-- a -- b -->" + child(), "comment")
body("comment-three-hyphens-at-end.xml", "<!-- a --->" + child(), "comment")
body("comment-never-opened-rightly.xml", "<!-->" + child(), "comment/truncated", None)
body("comment-one-hyphen-opens.xml", "<!- a -->" + child(), "name/markup/comment")
body("comment-in-tag.xml", "<Child <!-- a -->/>", "attribute-syntax/tag-end/name")
FILES.read("comment-empty.xml", census("<!---->" + child()))
FILES.read("comment-splits-text.xml", census(child("A<!-- x -->1")))
FILES.read("comment-hides-a-child.xml", census("<!-- " + child("B2") + " -->" + child()))
FILES.read("comment-around-root.xml", census(child(), "<!-- a -->\n") + "<!-- b -->\n")
body("instruction-xml-in-the-middle.xml", '<?xml version="1.0"?>' + child(), "declaration")
body("instruction-xml-other-case.xml", '<?XmL a?>' + child(), "declaration")
body("instruction-without-target.xml", "<? go?>" + child(), "pi/name")
body("instruction-target-with-digit.xml", "<?1go?>" + child(), "pi/name")
body("instruction-without-space.xml", "<?go(on)?>" + child(), "pi/attribute-syntax/name")
FILES.read("instruction-splits-text.xml", census(child("A<?go on?>1")))
FILES.read("instruction-php.xml", census("<?php echo 1 ?>" + child()))
FILES.read("instruction-after-root.xml", census(child()) + "<?go on?>\n")
FILES.read("cdata-in-field.xml", census(child("<![CDATA[A1]]>")))
FILES.read("cdata-holds-markup.xml", census(child("<![CDATA[<Child>&amp;</Child>]]>")),
  text="<Child>&amp;</Child>")
FILES.read("cdata-beside-text.xml", census(child("A<![CDATA[]]>1")))
FILES.read("cdata-end-split-in-two.xml", census(child("<![CDATA[]]]]><![CDATA[>]]>")), text="]]>")
FILES.read("cdata-opened-in-cdata.xml", census(child("<![CDATA[<![CDATA[]]>")), text="<![CDATA[")
body("cdata-in-cdata-closed-twice.xml", child("<![CDATA[<![CDATA[x]]>]]>"), "cdata-end-in-text")
body("cdata-small-letters.xml", child("<![cdata[x]]>"), "name/markup/cdata")
body("cdata-end-in-text.xml", child("A]]>1"), "cdata-end-in-text")
FILES.refuse("cdata-before-root.xml", census(child(), "<![CDATA[x]]>\n"), "no-element/markup/name", 1)
FILES.refuse("cdata-after-root.xml", census(child()) + "<![CDATA[x]]>\n", "after-root", 6)
FILES.read("text-two-brackets.xml", census(child("A]] >1")), text="A]] >1")

# The ends of a document.
FILES.refuse("end-two-roots.xml", census(child()) + census(child("B2")), "after-root", 6)
FILES.refuse("end-empty-second-root.xml", census(child()) + "<Message/>\n", "after-root", 6)
FILES.refuse("end-text-after-root.xml", census(child()) + "rest\n", "after-root", 6)
FILES.refuse("end-rows-affected.xml", census(child()) + "\n(1 rows affected)\n", "after-root", 7)
FILES.refuse("end-reference-after-root.xml", census(child()) + "&#32;\n", "after-root", 6)
FILES.refuse("end-nul-after-root.xml", census(child()) + "\0", "trailing/character/after-root", 6)
FILES.refuse("end-nul-then-second-document.xml", census(child()) + "\0" + census(child("B2")),
  "trailing/character/after-root", 6)
FILES.refuse("end-control-z-after-root.xml", census(child()) + "\x1a",
  "after-root/character", 6)
FILES.read("end-blank-lines-after-root.xml", census(child()) + "\n \t\r\n\n")
FILES.read("end-without-line-end.xml", census(child()).rstrip("\n"))
FILES.refuse("start-text-before-root.xml", census(child(), "report\n"), "no-element", 1)
FILES.refuse("start-separator-line.xml", census(child(), "XML_F52E2B61\n-----------\n"),
  "no-element", 1)
FILES.read("start-blank-lines-before-root.xml", census(child(), "\n \t\n"))
FILES.refuse("start-empty.xml", "", "empty")
FILES.refuse("start-blank-lines-only.xml", "\n\r\n \t\n", "empty")
FILES.refuse("start-comment-only.xml", "<!-- a -->\n", "truncated/no-element", 2)
FILES.refuse("start-instruction-only.xml", "<?go on?>\n", "truncated/no-element", 2)
FILES.refuse("start-declaration-only.xml", '<?xml version="1.0"?>\n', "truncated/no-element", 2)
FILES.refuse("start-is-csv.xml", "LAchildID,CINreferralDate\nA1,2026-01-05\n", "no-element", 1)
FILES.refuse("start-is-json.xml", '{"LAchildID": "A1"}\n', "no-element", 1)
FILES.refuse("start-is-html.xml", "<html><br><p>Session expired</html>\n", "mismatched-tag", 1)
FILES.read("root-of-another-name.xml", census(child(), root="Messages"))
FILES.read("root-empty.xml", "<Message/>\n", children=0, text="")
FILES.read("children-none.xml", census(""), children=0, text="")
FILES.read("children-two-alike.xml", census(child() + child()), children=2)
FILES.read("text-stray-between-elements.xml", census("stray" + child() + "stray"))

# Cut off, in each kind of token.
for word, text, line in [
  ("start-tag-name", HEAD + "<Chi", 3), ("start-tag", HEAD + "<Child", 3),
  ("start-tag-after-blank", HEAD + "<Child ", 3), ("attribute-name", HEAD + "<Child no", 3),
  ("attribute-equals", HEAD + "<Child note=", 3), ("attribute-value", HEAD + '<Child note="x', 3),
  ("attribute-closed", HEAD + '<Child note="x"', 3), ("empty-tag-slash", HEAD + "<Child/", 3),
  ("after-start-tag", HEAD + "<Child>", 3), ("text", HEAD + "<Child><LAchildID>A", 3),
  ("less-than", HEAD + "<Child><", 3), ("end-tag-slash", HEAD + "<Child></", 3),
  ("end-tag-name", HEAD + "<Child></Chi", 3), ("end-tag", HEAD + "<Child></Child", 3),
  ("between-children", HEAD + child() + "\n", 4), ("exclamation-mark", HEAD + "<!", 3),
  ("comment-opening", HEAD + "<!-", 3), ("comment", HEAD + "<!-- a", 3),
  ("comment-ending", HEAD + "<!-- a --", 3), ("cdata-opening", HEAD + "<Child><![CDA", 3),
  ("cdata", HEAD + "<Child><![CDATA[x", 3), ("cdata-ending", HEAD + "<Child><![CDATA[x]]", 3),
  ("instruction-target", HEAD + "<?g", 3), ("instruction", HEAD + "<?go on", 3),
  ("instruction-ending", HEAD + "<?go on?", 3), ("reference", HEAD + "<Child>&am", 3),
  ("reference-ampersand", HEAD + "<Child>&", 3), ("character-reference", HEAD + "<Child>&#6", 3),
  ("root-open", HEAD + child() + "\n</Children>\n", 5),
  ("last-byte", census(child()).rstrip("\n")[:-1], 5), ("first-byte", "<", 1),
  ("declaration", '<?xml version="1.0" enc', 1), ("declaration-ending", '<?xml version="1.0"?', 1),
  ("comment-after-root", census(child()) + "<!-- a", 6),
  ("instruction-after-root", census(child()) + "<?go", 6),
]:
  kind = {
    "comment-after-root": "truncated/comment", "instruction-after-root": "truncated/pi/attribute-syntax",
  }.get(word, "truncated")
  FILES.refuse("cut-in-" + word + ".xml", text, kind, line)
FILES.refuse("cut-in-character-of-two-bytes.xml",
  (HEAD + "<Child><LAchildID>").encode() + b"\xc3", "truncated/character/encoding-bytes", 3)
FILES.refuse("cut-in-character-of-four-bytes.xml",
  (HEAD + "<Child><LAchildID>").encode() + b"\xf0\x9f\x98", "truncated/character/encoding-bytes", 3)

# Depth.
FILES.read("depth-64.xml", census("<Child><LAchildID>A1</LAchildID>" + "<d>" * 61 + "</d>" * 61
  + "</Child>"))
body("depth-65.xml", "<Child>" + "<d>" * 62 + "</d>" * 62 + "</Child>", "too-deep")
body("depth-500.xml", "<d>" * 500 + "</d>" * 500, "too-deep")
body("depth-1000-never-closed.xml", "<d>" * 1000, "too-deep")
body("depth-of-child-in-child.xml", "<Child>" * 70 + "</Child>" * 70, "too-deep")
FILES.read("wide-of-300-empty-elements.xml", census(child(more="<d/>" * 300)))
