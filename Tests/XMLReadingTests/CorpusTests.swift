import CLibXML2
import Testing

@testable import XMLReading

@Suite struct CorpusTests {
  @Test("the corpus has 150 files and more")
  func count() {
    #expect(CorpusFile.all.count >= 150)
  }

  @Test("each file of the corpus is answered as its index says", arguments: CorpusFile.all)
  func answers(_ file: CorpusFile) throws {
    switch outcome(try file.bytes(), names: []) {
    case .success(let events):
      #expect(file.isRead, "read, though it is to be refused as \(file.kinds)")
      guard file.isRead else { return }
      let found = Found(events)
      #expect(found.children == file.children)
      #expect(CorpusFile.escaped(found.text) == file.text)
    case .failure(let error):
      #expect(!file.isRead, "\(error.rule)")
      guard !file.isRead else { return }
      #expect(file.kinds.contains(kind(of: error.cause)), "\(error.cause)")
      if let line = file.spot.line { #expect(error.line == line) }
      if let column = file.spot.column { #expect(error.column == column) }
    }
  }

  @Test(
    "the size of the blocks does not change the answer to a file of the corpus",
    arguments: CorpusFile.all)
  func answersInBlocks(_ file: CorpusFile) throws {
    let bytes = try file.bytes()
    let whole = outcome(bytes)
    for block in [1, 2, 3, 7, 64, 1000] {
      #expect(outcome(bytes, block: block) == whole, "blocks of \(block) bytes")
    }
  }

  /// What the index asks about a file that is read.
  private struct Found {
    var children = 0
    var text = ""

    init(_ events: [Recorder.Event]) {
      var open: [String] = []
      for event in events {
        switch event {
        case .start(let name, _, _, _):
          open.append(name)
          if name == "Child" { children += 1 }
        case .end(_, let text, _, _):
          if open.popLast() == "LAchildID" { self.text = text }
        case .attribute: break
        }
      }
    }
  }

  /// The word of the index for a cause.
  private func kind(of cause: XMLReadingError.Cause) -> Substring {
    switch cause {
    case .empty: "empty"
    case .compressed: "compressed"
    case .documentType: "doctype"
    case .encodingNotAllowed: "encoding-not-allowed"
    case .encodingContradicted: "encoding-contradicted"
    case .byteOrderMarkMissing: "mark-missing"
    case .version: "version"
    case .truncated: "truncated"
    case .trailingBytes: "trailing"
    case .tooDeep: "too-deep"
    case .tooManyAttributes: "too-many-attributes"
    case .malformed(let code): kind(of: xmlParserErrors(rawValue: UInt32(bitPattern: code)))
    default: "other"
    }
  }

  /// The word of the index for a code of libxml2.
  private func kind(of code: xmlParserErrors) -> Substring {
    switch code {
    case XML_ERR_TAG_NAME_MISMATCH: "mismatched-tag"
    case XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_START: "no-element"
    case XML_ERR_DOCUMENT_END: "after-root"
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_HEX_CHARREF,
      XML_ERR_INVALID_DEC_CHARREF:
      "character"
    case XML_ERR_INVALID_ENCODING, XML_I18N_CONV_FAILED, XML_IO_ENCODER: "encoding-bytes"
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: "entity"
    case XML_ERR_ENTITYREF_NO_NAME, XML_ERR_ENTITYREF_SEMICOL_MISSING: "ampersand"
    case XML_ERR_LT_IN_ATTRIBUTE: "attribute-lt"
    case XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED,
      XML_ERR_ATTRIBUTE_WITHOUT_VALUE, XML_ERR_SPACE_REQUIRED, XML_ERR_EQUAL_REQUIRED:
      "attribute-syntax"
    case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED: "attribute-twice"
    case XML_ERR_NAME_REQUIRED: "name"
    case XML_ERR_GT_REQUIRED, XML_ERR_TAG_NOT_FINISHED: "tag-end"
    case XML_ERR_COMMENT_NOT_FINISHED, XML_ERR_HYPHEN_IN_COMMENT: "comment"
    case XML_ERR_CDATA_NOT_FINISHED: "cdata"
    case XML_ERR_MISPLACED_CDATA_END: "cdata-end-in-text"
    case XML_ERR_PI_NOT_STARTED, XML_ERR_PI_NOT_FINISHED: "pi"
    case XML_ERR_RESERVED_XML_NAME, XML_ERR_XMLDECL_NOT_STARTED, XML_ERR_XMLDECL_NOT_FINISHED:
      "declaration"
    case XML_NS_ERR_UNDEFINED_NAMESPACE: "prefix"
    case XML_NS_ERR_XML_NAMESPACE, XML_NS_ERR_QNAME, XML_NS_ERR_EMPTY, XML_NS_ERR_COLON,
      XML_WAR_NS_URI, XML_WAR_NS_URI_RELATIVE, XML_ERR_NS_DECL_ERROR:
      "namespace"
    default: "other"
    }
  }
}
