import CLibXML2

extension XMLReadingError {
  /// The rule that the file breaks, as one clause without a full stop.
  public var rule: String {
    switch cause {
    case .empty: "an XML file holds at least one element, and this one is empty"
    case .compressed: "an XML file is read as it is, and this one is compressed"
    case .documentType: "a document type declaration (DOCTYPE) is refused"
    case .encodingNotAllowed:
      "the encoding is one of UTF-8, US-ASCII, ISO-8859-1, windows-1252 and UTF-16"
    case .encodingContradicted: "the declared encoding agrees with the byte order mark"
    case .byteOrderMarkMissing: "UTF-16 begins with a byte order mark, and UTF-32 is refused"
    case .version: "the version of XML is 1.0"
    case .truncated: "the file ends before its root element is closed"
    case .malformed(let code): Self.clause(of: code)
    case .trailingBytes: "only comments and white space follow the root element"
    case .tooDeep(let limit): "at most \(limit) elements are open at once"
    case .tooManyAttributes(let limit): "an element has at most \(limit) attributes"
    case .fieldTooLong(let limit): "one field holds at most \(limit) bytes of text"
    case .tooManyElements(let limit): "a file holds at most \(limit) elements"
    case .tooManyBytes(let limit): "a file holds at most \(limit) bytes"
    case .inputOutput(let errno): "the file is readable to its end (system error \(errno))"
    case .outOfMemory: "there is memory enough to read the file"
    case .stoppedByHandler: "the file is what its reader expects"
    }
  }

  /// What to do about it, as one clause without a full stop.
  public var nextStep: String {
    switch cause {
    case .empty, .truncated, .trailingBytes:
      "export the file again and check that the export ran to its end"
    case .malformed(let code): Self.step(after: code)
    case .compressed: "unpack the file first"
    case .documentType: "export the file again without a document type declaration"
    case .encodingNotAllowed, .encodingContradicted: "export the file again as UTF-8"
    case .byteOrderMarkMissing:
      "export the file again as UTF-8; where only its first line says UTF-16, write encoding=\"UTF-8\" there"
    case .version: "export the file again as XML 1.0"
    case .tooDeep, .tooManyAttributes, .fieldTooLong, .tooManyElements, .tooManyBytes:
      "check that this is the right file and that the export is not damaged"
    case .inputOutput: "check the disk or the share that the file lies on and run again"
    case .outOfMemory: "free some memory and run again"
    case .stoppedByHandler: "check that this is the right file"
    }
  }

  /// The same export would have the same fault, unless the file was damaged on its way.
  private static func step(after code: Int32) -> String {
    switch xmlParserErrors(rawValue: UInt32(bitPattern: code)) {
    case XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_START:
      "check that this is the right file and that nothing stands in front of its first element"
    case XML_ERR_DOCUMENT_END: "export the file again, to a new file and not behind an old one"
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_HEX_CHARREF,
      XML_ERR_INVALID_DEC_CHARREF, XML_ERR_INVALID_ENCODING, XML_I18N_CONV_FAILED,
      XML_IO_ENCODER:
      "export the file again as UTF-8, without control characters"
    default: "have the export put right at this place, then export the file again"
    }
  }

  /// libxml2's own sentences may quote the file, so its codes are put into words here.
  private static func clause(of code: Int32) -> String {
    switch xmlParserErrors(rawValue: UInt32(bitPattern: code)) {
    case XML_ERR_TAG_NAME_MISMATCH: "an end tag has the name of its start tag"
    case XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_START: "an XML file begins with an element"
    case XML_ERR_DOCUMENT_END: "nothing follows the root element"
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_HEX_CHARREF,
      XML_ERR_INVALID_DEC_CHARREF:
      "a file holds only characters that XML allows, in the encoding that it declares"
    case XML_ERR_INVALID_ENCODING, XML_I18N_CONV_FAILED, XML_IO_ENCODER:
      "the bytes of the file are those of its encoding"
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
      "only the five entities that XML itself defines are used"
    case XML_ERR_ENTITYREF_NO_NAME, XML_ERR_ENTITYREF_SEMICOL_MISSING:
      "an ampersand in text is written as &amp;"
    case XML_ERR_LT_IN_ATTRIBUTE: "a less-than sign in an attribute is written as &lt;"
    case XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED,
      XML_ERR_ATTRIBUTE_WITHOUT_VALUE, XML_ERR_EQUAL_REQUIRED:
      "an attribute is written as name=\"value\" with a space before it"
    case XML_ERR_SPACE_REQUIRED:
      "a space stands before each attribute and behind the name of an instruction"
    case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED:
      "an element has each attribute once"
    case XML_ERR_NAME_REQUIRED:
      "in text an ampersand is &amp; and a less-than sign &lt;, and a name begins with a letter"
    case XML_ERR_GT_REQUIRED, XML_ERR_TAG_NOT_FINISHED: "a tag ends with a greater-than sign"
    case XML_ERR_COMMENT_NOT_FINISHED, XML_ERR_HYPHEN_IN_COMMENT:
      "a comment ends with --> and holds no other double hyphen"
    case XML_ERR_CDATA_NOT_FINISHED: "a CDATA section ends with ]]>"
    case XML_ERR_MISPLACED_CDATA_END: "text outside a CDATA section does not hold ]]>"
    case XML_ERR_PI_NOT_STARTED, XML_ERR_PI_NOT_FINISHED:
      "a processing instruction begins with <? and a name, and ends with ?>"
    case XML_ERR_RESERVED_XML_NAME, XML_ERR_XMLDECL_NOT_STARTED, XML_ERR_XMLDECL_NOT_FINISHED:
      "the XML declaration is complete and stands at the very start of the file"
    case XML_NS_ERR_UNDEFINED_NAMESPACE: "a namespace prefix is declared before it is used"
    case XML_NS_ERR_XML_NAMESPACE, XML_NS_ERR_QNAME, XML_NS_ERR_EMPTY, XML_NS_ERR_COLON,
      XML_WAR_NS_URI, XML_WAR_NS_URI_RELATIVE, XML_ERR_NS_DECL_ERROR:
      "namespaces are declared as the specification of XML namespaces says"
    default: "the file is well-formed XML (libxml2 code \(code))"
    }
  }
}
