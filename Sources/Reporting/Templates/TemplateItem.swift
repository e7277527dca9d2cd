import Faults

/// One piece of a page template: text, or one tag with its place.
struct TemplateItem {
  /// What a piece is.
  enum Kind: Equatable {
    /// Text as it stands.
    case text
    /// `{{name}}`.
    case variable
    /// `{{#name}}`.
    case section
    /// `{{^name}}`.
    case inverted
    /// `{{/name}}`.
    case close
    /// `{{! … }}`.
    case comment
    /// `{{>name}}`.
    case partial
    /// `{{{kind:name}}}`.
    case trusted
    /// `{{{name}}}` or `{{&name}}`: a value without escaping.
    case raw
    /// Anything else that the template language knows and these pages do not use.
    case unused
  }

  /// What it is.
  var kind: Kind
  /// The text, or the name inside the tag without blanks.
  var content: String
  /// Where it starts.
  var place: Place
}
