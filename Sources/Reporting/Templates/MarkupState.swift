import Faults

/// Where in the HTML a template stands: between tags, in a tag, in a quoted attribute.
///
/// It refuses what would undo the page's policy or reach out of the page.
struct MarkupState {
  private enum State: Equatable {
    case between
    case comment
    case tag
    case quoted(UInt8)
  }

  private var state = State.between
  /// The name of the tag that is open or was open last, in lower case.
  private var tag: [UInt8] = []
  private var isTagNameOpen = false
  /// The name of the attribute that was read last, in lower case.
  private var attribute: [UInt8] = []
  private var recent: [UInt8] = []
  private var sawHead = false
  private var hasPolicy = false

  /// Whether text shows here as text.
  var isBetweenTags: Bool { state == .between }

  /// Whether elements show here as elements; inside a title they would show as text.
  var takesElements: Bool { isBetweenTags && !tag.elementsEqual("title".utf8) }

  /// Whether this is inside a quoted attribute.
  var isQuoted: Bool { quotedAttribute != nil }

  /// The attribute whose quoted value is open.
  var quotedAttribute: String? {
    guard case .quoted = state else { return nil }
    return String(decoding: attribute, as: UTF8.self)
  }

  /// Whether a value of this attribute names or fetches something.
  static func isAddress(_ attribute: String) -> Bool {
    ["href", "src", "srcset", "action", "id", "name", "for", "xlink:href"].contains(attribute)
  }

  /// Goes through a piece of text.
  ///
  /// - Throws: ``Fault`` at an element or an attribute that these pages do not have.
  mutating func read(_ item: TemplateItem) throws(Fault) {
    var place = item.place
    for byte in item.content.utf8 {
      try read(byte, at: place)
      if byte == 0x0A {
        place.line = (place.line ?? 0) + 1
        place.column = 1
      } else if byte & 0xC0 != 0x80 {
        place.column = (place.column ?? 0) + 1
      }
    }
  }

  /// Notes that the policy stands here.
  ///
  /// - Throws: ``Fault`` unless it is the first thing in the head.
  mutating func placePolicy(at item: TemplateItem) throws(Fault) {
    guard sawHead, !hasPolicy else {
      throw Fault(
        .configuration, at: item.place, "the policy stands once, first in the head",
        next: "write it right behind <head>")
    }
    hasPolicy = true
  }

  /// Refuses content of the page before its policy.
  ///
  /// - Throws: ``Fault`` unless the policy was placed before.
  func needHeadPolicy(at item: TemplateItem) throws(Fault) {
    guard hasPolicy else { throw MarkupState.policyMissing(item.place) }
  }

  private static func policyMissing(_ place: Place) -> Fault {
    Fault(
      .configuration, at: place, "the first thing in the head is {{{page:policy}}}",
      next: "write {{{page:policy}}} right behind <head>")
  }

  private mutating func read(_ byte: UInt8, at place: Place) throws(Fault) {
    switch state {
    case .between:
      if byte == UInt8(ascii: "<") {
        state = .tag
        tag = []
        isTagNameOpen = true
        attribute = []
      }
    case .comment:
      recent = recent.suffix(2) + [byte]
      if recent.elementsEqual("-->".utf8) { state = .between }
    case .quoted(let quote):
      if byte == quote { state = .tag }
    case .tag: try readTag(byte, at: place)
    }
  }

  private mutating func readTag(_ byte: UInt8, at place: Place) throws(Fault) {
    switch byte {
    case UInt8(ascii: ">"):
      state = .between
      try endName(at: place)
      try endTag(at: place)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): state = .quoted(byte)
    case 0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: "/"):
      if isTagNameOpen, byte == UInt8(ascii: "/"), tag.isEmpty {
        tag.append(byte)
        return
      }
      try endName(at: place)
      attribute = []
    case UInt8(ascii: "="): try checkAttribute(at: place)
    default:
      let lower = (65...90).contains(byte) ? byte + 32 : byte
      if isTagNameOpen { tag.append(lower) } else { attribute.append(lower) }
      if isTagNameOpen, tag.elementsEqual("!--".utf8) {
        state = .comment
        recent = []
      }
    }
  }

  private mutating func endName(at place: Place) throws(Fault) {
    guard isTagNameOpen else { return }
    isTagNameOpen = false
    let name = String(decoding: tag, as: UTF8.self)
    if MarkupState.refused.contains(name) {
      throw Fault(
        .configuration, at: place, "a page has no <\(name)> element",
        next: "remove it; style goes into shared/style.css")
    }
  }

  private mutating func endTag(at place: Place) throws(Fault) {
    let name = String(decoding: tag, as: UTF8.self)
    if name == "head" {
      sawHead = true
    } else if sawHead, !hasPolicy {
      throw MarkupState.policyMissing(place)
    }
  }

  private func checkAttribute(at place: Place) throws(Fault) {
    let name = String(decoding: attribute, as: UTF8.self)
    if name == "style" || name == "http-equiv" || name == "srcdoc" || name.hasPrefix("on") {
      throw Fault(
        .configuration, at: place, "a page has no \(name)= attribute",
        next: "remove it; style goes into shared/style.css")
    }
  }

  private static let refused: Set<String> = [
    "script", "style", "link", "iframe", "object", "embed", "base", "form", "frame", "portal",
  ]
}
