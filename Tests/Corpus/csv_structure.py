"""Quotes, line ends, rows of other lengths, headers, odd characters, and sizes of CSV files."""

from csv_shapes import BOM, HEAD, Shelf

FILES = Shelf()

# Quotes at every position of a field (RFC 4180, 2.5 to 2.7). The second row is at fault.
GOOD = HEAD + "A1,2026-01-05,x\n"
for word, row, kind, column in [
  ("in-first-field", 'A"2,2026-01-05,x', "quote-in-field", 2),
  ("at-end-of-first-field", 'A2",2026-01-05,x', "quote-in-field", 3),
  ("in-last-field", 'A2,2026-01-05,x"y', "quote-in-field", 16),
  ("at-end-of-last-field", 'A2,2026-01-05,x"', "quote-in-field", 16),
  ("doubled-outside-quotes", 'A2,2026-01-05,x""y', "quote-in-field", 16),
  ("after-blank", 'A2, "2026-01-05",x', "quote-in-field", 5),
  ("after-tab", 'A2,\t"2026-01-05",x', "quote-in-field", 5),
  ("after-no-break-space", 'A2,\u00a0"2026-01-05",x', "quote-in-field", 6),
  ("after-mark", 'A2,\ufeff"2026-01-05",x', "quote-in-field", 7),
  ("after-zero-width-space", 'A2,\u200b"2026-01-05",x', "quote-in-field", 7),
  ("inches", 'A2,2026-01-05,6" tall', "quote-in-field", 16),
  ("then-text", 'A2,"2026-01-05"x,y', "text-after-quote", 16),
  ("then-blank", 'A2,"2026-01-05" ,y', "text-after-quote", 16),
  ("then-blank-at-line-end", 'A2,2026-01-05,"y" ', "text-after-quote", 18),
  ("then-tab", 'A2,"2026-01-05"\t,y', "text-after-quote", 16),
  ("then-no-break-space", 'A2,"2026-01-05"\u00a0,y', "text-after-quote", 16),
  ("then-combining-acute", 'A2,"2026-01-05"\u0301,y', "text-after-quote", 16),
  ("then-combining-enclosing", 'A2,"2026-01-05"\u20dd,y', "text-after-quote", 16),
  ("then-variation-selector", 'A2,"2026-01-05"\ufe0f,y', "text-after-quote", 16),
  ("then-zero-width-joiner", 'A2,"2026-01-05"\u200d,y', "text-after-quote", 16),
  ("then-mark", 'A2,"2026-01-05"\ufeff,y', "text-after-quote", 16),
  ("then-semicolon", 'A2,"2026-01-05";y,z', "text-after-quote", 16),
  ("then-fullwidth-comma", 'A2,"2026-01-05"\uff0cy,z', "text-after-quote", 16),
  ("escaped-by-backslash", 'A2,2026-01-05,"a\\"b"', "text-after-quote", 19),
  ("two-quoted-pieces", 'A2,2026-01-05,"a" "b"', "text-after-quote", 18),
  ("three-then-text", 'A2,2026-01-05,"a"""b', "text-after-quote", 20),
  ("alone", 'A2,2026-01-05,"', "unclosed-quote", 15),
  ("three-alone", 'A2,2026-01-05,"""', "unclosed-quote", 15),
  ("opens-first-field", '"A2,2026-01-05,x', "unclosed-quote", 1),
  ("opens-middle-field", 'A2,"2026-01-05,x', "unclosed-quote", 4),
  ("opens-last-field", 'A2,2026-01-05,"x', "unclosed-quote", 15),
  ("opens-and-ends-doubled", 'A2,2026-01-05,"x""', "unclosed-quote", 15),
]:
  FILES.refuse("quote-" + word + ".csv", GOOD + row + "\n", kind, 3, column)
FILES.refuse("quote-opens-in-the-middle-of-the-file.csv",
  GOOD + 'A2,"2026-01-05,x\n' + "A3,2026-01-05,x\n" * 20, "unclosed-quote", 3, 4)
FILES.refuse("quote-opens-and-next-row-closes.csv",
  GOOD + 'A2,"2026-01-05,x\nA3,"2026-01-05,x\n', "text-after-quote", 4, 5)
FILES.refuse("quote-opens-in-header.csv", '"child_id,day,note\nA1,2026-01-05,x\n',
  "unclosed-quote", 1, 1)
FILES.refuse("quote-fault-in-header.csv", 'child_id,d"ay,note\nA1,2026-01-05,x\n',
  "quote-in-field", 1, 11)
FILES.refuse("quote-unclosed-at-last-byte.csv", GOOD + 'A2,2026-01-05,"', "unclosed-quote", 3, 15)
FILES.refuse("quote-fault-after-quoted-line-end.csv",
  GOOD + 'A2,2026-01-05,"a\nb"c\n', "text-after-quote", 4, 3)
FILES.refuse("quote-fault-after-quoted-crlf.csv",
  (GOOD + 'A2,2026-01-05,"a\nb\nc"d\n').replace("\n", "\r\n"), "text-after-quote", 5, 3)
for word, field, text in [
  ("empty", '""', ""), ("doubled", '"a""b"', 'a"b'), ("doubled-alone", '""""', '"'),
  ("doubled-twice", '""""""', '""'), ("doubled-at-both-ends", '"""a"""', '"a"'),
  ("holds-delimiter", '"a,b"', "a,b"), ("holds-line-end", '"a\nb"', "a\nb"),
  ("holds-crlf", '"a\r\nb"', "a\r\nb"), ("holds-cr", '"a\rb"', "a\rb"),
  ("holds-blank-lines", '"\n\n\n"', "\n\n\n"), ("holds-whole-row", '"A9,2026-01-05,x\n"', "A9,2026-01-05,x\n"),
  ("holds-combining-first", '"\u0301a"', "\u0301a"), ("holds-apostrophe", '"it\'s"', "it's"),
  ("holds-backslash", '"a\\b"', "a\\b"), ("holds-blanks", '" a "', " a "),
  ("curly-is-text", "\u201ca\u201d", "\u201ca\u201d"), ("fullwidth-is-text", "\uff02a\uff02", "\uff02a\uff02"),
  ("apostrophe-is-text", "'a'", "'a'"), ("grave-is-text", "`a`", "`a`"),
  ("before-combining-in-quotes", '"a""\u0301b"', 'a"\u0301b'),
]:
  FILES.read("quoted-" + word + ".csv", HEAD + "A1,2026-01-05," + field + "\n", text=text)
FILES.read("quoted-all-fields.csv", '"child_id","day","note"\n"A1","2026-01-05","x"\n', text="x")
FILES.read("quoted-header-with-line-end.csv", 'child_id,day,"no\nte"\nA1,2026-01-05,x\n', text="x")

# Rows of another length than the header; a row that is too long is shown at its first surplus field.
for word, row, column in [
  ("short-by-one", "A2,2026-01-05", 1), ("short-one-field", "A2", 1), ("short-blank", " ", 1),
  ("short-total-row", "Total: 1", 1), ("short-quoted-empty", '""', 1),
  ("long-by-one", "A2,2026-01-05,x,y", 17), ("long-trailing-delimiter", "A2,2026-01-05,x,", 17),
  ("long-trailing-delimiters", "A2,2026-01-05,x,,,,", 17), ("long-unquoted-comma", "A2,2026-01-05,Smith, x", 21),
  ("long-decimal-comma", "A2,2026-01-05,1,5", 17), ("long-only-delimiters", ",,,,", 4),
  ("long-quoted-surplus", 'A2,2026-01-05,x,"y"', 17), ("short-other-delimiter", "A2;2026-01-05;x", 1),
  ("short-line-end-in-field", "A2,2026-01-05", 1), ("short-fullwidth-commas", "A2\uff0c2026-01-05\uff0cx", 1),
  ("short-rows-affected", "(1 rows affected)", 1), ("short-end-of-file-mark", "\x1a", 1),
]:
  FILES.refuse("ragged-" + word + ".csv", GOOD + row + "\n", "ragged", 3, column)
FILES.refuse("ragged-first-row.csv", HEAD + "A1\n", "ragged", 2, 1)
FILES.refuse("ragged-last-row-cut.csv", GOOD + "A2,2026-01-05", "ragged", 3, 1)
FILES.refuse("ragged-after-blank-lines.csv", GOOD + "\n\n\nA2\n", "ragged", 6, 1)
FILES.refuse("ragged-after-quoted-line-ends.csv", HEAD + 'A1,2026-01-05,"a\nb\nc"\nA2\n', "ragged", 5, 1)
FILES.refuse("ragged-long-after-quoted-line-end.csv", HEAD + 'A1,2026-01-05,"a\nb",y\n', "ragged", 3, 4)
FILES.refuse("ragged-header-shorter.csv", "child_id,day\nA1,2026-01-05,x\n", "ragged", 2, 15)
FILES.refuse("ragged-header-trailing-delimiter.csv", "child_id,day,note,\nA1,2026-01-05,x\n", "ragged", 2, 1)
FILES.refuse("ragged-title-above-header.csv", "Core groups in March\n" + GOOD, "ragged", 2, 10)
FILES.refuse("ragged-dashes-under-header.csv", HEAD + "--------\n", "ragged", 2, 1)
FILES.refuse("ragged-second-list-below.csv", GOOD + "\nplan_id,start\nP1,2026-01-05\n", "ragged", 4, 1)
FILES.read("rows-trailing-delimiters-everywhere.csv", "child_id,day,note,,\nA1,2026-01-05,x,,\n",
  fields=5, text="")
FILES.read("rows-only-delimiters.csv", HEAD + ",,\n", text="")
FILES.read("rows-repeated-header.csv", HEAD + HEAD, text="note")
FILES.read("rows-two-alike.csv", GOOD + "A1,2026-01-05,x\n", rows=2, text="x")

# Delimiters and Excel's line.
FILES.read("delimiter-semicolon.csv", GOOD.replace(",", ";"), delimiter="semicolon", text="x")
FILES.read("delimiter-tab.csv", GOOD.replace(",", "\t"), delimiter="tab", text="x")
FILES.read("delimiter-pipe.csv", GOOD.replace(",", "|"), delimiter="pipe", text="x")
FILES.read("delimiter-semicolon-holds-comma.csv", "child_id;note\nA1;1,5\n", delimiter="semicolon",
  fields=2, text="1,5")
FILES.read("delimiter-semicolon-read-as-comma.csv", GOOD.replace(",", ";"), fields=1,
  text="A1;2026-01-05;x")
FILES.refuse("delimiter-semicolon-read-as-comma-with-commas.csv",
  "child_id;amount\nA1;1,5\n", "ragged", 2, 6)
FILES.read("delimiter-comma-read-as-tab.csv", GOOD, delimiter="tab", fields=1, text="A1,2026-01-05,x")
FILES.refuse("delimiter-changes-half-way.csv", GOOD + "A2;2026-01-05;x\n", "ragged", 3, 1)
FILES.refuse("delimiter-quoted-in-other-dialect.csv", 'child_id;note\n"A1";"x"\n',
  "text-after-quote", 2, 5)
FILES.refuse("excel-sep-line-semicolon.csv", "sep=;\n" + GOOD.replace(",", ";"),
  "ragged", 2, 14, delimiter="semicolon")
FILES.refuse("excel-sep-line-comma.csv", "sep=,\n" + GOOD, "ragged", 2, 14)
FILES.read("excel-sep-line-semicolon-read-as-comma.csv", "sep=;\n" + GOOD.replace(",", ";"),
  rows=2, fields=1, text="A1;2026-01-05;x")
FILES.read("delimiter-unit-separator-is-text.csv", HEAD + "A1,2026-01-05,x\x1fy\n", text="x\x1fy")

# Line ends. RFC 4180 has CR LF; LF and CR alone are read too, and nothing else ends a line.
for word, content, text in [
  ("crlf", GOOD.replace("\n", "\r\n"), "x"), ("cr", GOOD.replace("\n", "\r"), "x"),
  ("none-at-end", GOOD.rstrip("\n"), "x"), ("cr-at-end-only", GOOD.rstrip("\n") + "\r", "x"),
  ("mixed-in-file", HEAD.replace("\n", "\r\n") + "A1,2026-01-05,x\r", "x"),
  ("blank-lines-between", HEAD + "\n\r\n\r\nA1,2026-01-05,x\n\n\n", "x"),
  ("blank-lines-first", "\n\r\n" + GOOD, "x"),
  ("vertical-tab-is-text", HEAD + "A1,2026-01-05,x\x0by\n", "x\x0by"),
  ("form-feed-is-text", HEAD + "A1,2026-01-05,x\x0cy\n", "x\x0cy"),
  ("next-line-is-text", HEAD + "A1,2026-01-05,x\u0085y\n", "x\u0085y"),
  ("line-separator-is-text", HEAD + "A1,2026-01-05,x\u2028y\n", "x\u2028y"),
  ("paragraph-separator-is-text", HEAD + "A1,2026-01-05,x\u2029y\n", "x\u2029y"),
  ("backslash-n-is-text", HEAD + "A1,2026-01-05,x\\ny\n", "x\\ny"),
]:
  FILES.read("line-ends-" + word + ".csv", content, text=text)
FILES.refuse("line-ends-bare-cr-in-field.csv", HEAD + "A1,2026-01-05,x\ry\n", "ragged", 3, 1)
FILES.refuse("line-ends-bare-lf-in-crlf-file.csv", HEAD.replace("\n", "\r\n") + "A1,2026-01-05,x\ny\r\n",
  "ragged", 3, 1)
FILES.refuse("line-ends-cr-cr-lf-then-fault.csv", (GOOD + "A2\n").replace("\n", "\r\r\n"),
  "ragged", 5, 1)
FILES.refuse("line-ends-cr-then-fault.csv", (GOOD + "A2\n").replace("\n", "\r"), "ragged", 3, 1)

# The header.
for word, header, column in [
  ("twice", "child_id,day,day", 14), ("twice-far-apart", "day,child_id,day", 14),
  ("twice-but-for-blanks", "child_id,day, day ", 14), ("twice-one-quoted", 'child_id,day,"day"', 14),
  ("three-times", "day,day,day", 5),
]:
  FILES.refuse("header-name-" + word + ".csv", header + "\nA1,2026-01-05,x\n", "duplicate-header",
    1, column)
# Databases and spreadsheets pad with no-break spaces as with blanks: the names are the same.
FILES.refuse("header-name-no-break-space.csv", "child_id,day,day\u00a0\nA1,2026-01-05,x\n",
  "duplicate-header", 1, 14)
for word, header in [
  ("other-case", "child_id,day,Day"), ("empty", "child_id,,note"), ("two-empty", "child_id,,"),
  ("all-empty", ",,"), ("of-blanks", "child_id,day,  "), ("zero-width-space", "child_id,day,d\u200bay"),
  ("right-to-left-override", "child_id,day,\u202eyad"),
  ("mark-inside", "child_id,day,\ufeffday"), ("soft-hyphen", "child_id,day,d\u00aday"),
  ("combining", "child_id,caf\u00e9,cafe\u0301"), ("cyrillic-look-alike", "child_id,day,d\u0430y"),
  ("fullwidth", "child_id,day,\uff44\uff41\uff59"), ("word-joiner", "child_id,day,day\u2060"),
  ("numbers", "1,2,3"), ("formula", "child_id,day,=day"), ("curly-quotes-and-question", "child_id,day,Child\u2019s plan?"),
]:
  FILES.read("header-name-" + word + ".csv", header + "\nA1,2026-01-05,x\n", text="x")
FILES.read("header-only.csv", HEAD, rows=0, text=None)
FILES.read("header-only-without-line-end.csv", HEAD.rstrip("\n"), rows=0, text=None)
FILES.read("header-of-one-column.csv", "child_id\nA1\n", fields=1, text="A1")
FILES.refuse("empty.csv", "", "empty")
FILES.refuse("empty-line.csv", "\n", "empty")
FILES.refuse("empty-lines-of-every-kind.csv", "\n\r\n\r\r\n\n", "empty")

# Fields that are nothing to a reader and much to somebody further on.
for word, field in [
  ("equals", "=1+1"), ("equals-command", "=cmd|' /C calc'!A0"), ("plus", "+44 20 7946 0000"),
  ("minus", "-1+1"), ("at", "@SUM(A1)"), ("blank-equals", " =1+1"), ("tab-equals", "\t=1+1"),
  ("fullwidth-equals", "\uff1d1+1"), ("fullwidth-at", "\uff20SUM(A1)"), ("apostrophe-equals", "'=1+1"),
]:
  FILES.read("formula-" + word + ".csv", HEAD + "A1,2026-01-05," + field + "\n", text=field)
FILES.read("formula-hyperlink.csv",
  HEAD + 'A1,2026-01-05,"=HYPERLINK(""http://invalid.example"",""x"")"\n',
  text='=HYPERLINK("http://invalid.example","x")')
FILES.read("formula-after-quoted-return.csv", HEAD + 'A1,2026-01-05,"\r=1+1"\n', text="\r=1+1")
for word, field in [
  ("markup", "<script>alert(1)</script>"), ("null-word", "NULL"), ("not-available", "#N/A"),
  ("excel-serial", "46027.0"), ("float-id", "1001.0"), ("scientific", "1E+05"), ("suppressed", ":"),
  ("fullwidth-digits", "\uff12\uff10\uff12\uff16-\uff10\uff11-\uff10\uff15"),
  ("arabic-digits", "\u0662\u0660\u0662\u0666-\u0660\u0661-\u0660\u0665"), ("mathematical-digits", "\U0001d7d0"),
  ("minus-sign", "2026\u221201\u221205"), ("non-breaking-hyphen", "2026\u201101\u201105"),
  ("no-break-space", "A\u00a01"), ("zero-width-space", "A\u200b1"), ("right-to-left-override", "\u202e1A"),
  ("right-to-left-isolate", "\u20671A\u2069"), ("mark-in-the-middle", "A\ufeff1"), ("noncharacter", "\uffff"),
  ("noncharacter-fdd0", "\ufdd0"), ("private-use", "\ue000"), ("emoji-family", "\U0001f468\u200d\U0001f467"),
  ("tag-characters", "A\U000e0041"), ("delete", "A\x7f"), ("escape-sequence", "\x1b[2J"), ("bell", "\x07"),
  ("start-of-heading", "\x01"), ("last-of-unicode", "\U0010ffff"), ("many-combining", "a" + "\u0301" * 500),
  ("comma-then-combining", "\u0301a"), ("percent-format", "%s%n%x"), ("path", "../../etc/passwd"),
  ("template", "{{7*7}}"), ("line-of-log", "x\x1b]0;owned\x07"), ("entity", "&amp;"),
]:
  FILES.read("field-" + word + ".csv", HEAD + "A1,2026-01-05," + field + "\n", text=field)
FILES.read("field-fullwidth-digits-in-id.csv", "note,child_id\nx,A\uff11\n", fields=2, text="A\uff11")

# Sizes. The reader takes 4,096 fields.
FILES.read("columns-1000.csv", "," * 999 + "\n" + "," * 998 + ",x\n", fields=1000, text="x")
FILES.read("columns-500-named.csv", ",".join("c%d" % n for n in range(500)) + "\n" + "," * 499 + "\n",
  fields=500, text="")
FILES.refuse("columns-1000-then-one-less.csv", "," * 999 + "\n" + "," * 998 + "\n", "ragged", 2, 1)
FILES.read("rows-of-one-byte-1500.csv", "c\n" + "1\n" * 1500, rows=1500, fields=1, text="1")
FILES.read("field-of-3900-bytes.csv", "child_id,note\nA1," + "x" * 3900 + "\n", fields=2, text="x" * 3900)
FILES.read("name-of-3900-bytes.csv", "x" * 3900 + "\nA1\n", fields=1, text="A1")
FILES.refuse("quote-opens-and-3900-bytes-follow.csv", 'c\n"' + "x" * 3900 + "\n", "unclosed-quote", 2, 1)
