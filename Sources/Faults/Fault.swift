/// The one error that reaches the edge: what rule was broken, where, and what to do next.
///
/// A fault never holds a value from an export: it points to the place instead.
public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The exit code that this fault ends the process with.
  public var code: ExitCode
  /// Where it was found; nil where no file is to blame.
  public var place: Place?
  /// The rule that was broken, as one clause without a full stop.
  public var rule: String
  /// What to do about it, as one clause without a full stop.
  public var nextStep: String

  /// A fault with everything that its message says.
  public init(_ code: ExitCode, at place: Place? = nil, _ rule: String, next nextStep: String) {
    self.code = code
    self.place = place
    self.rule = rule
    self.nextStep = nextStep
  }

  /// The longest message that is ever printed, in UTF-8 bytes.
  public static let longestMessage = 2000

  /// One line, at most ``longestMessage`` bytes: place, rule, next step.
  public var description: String {
    let head = place.map { "\($0): " } ?? ""
    return Fault.oneLine("\(head)\(rule); \(nextStep)")
  }

  /// The text with line ends and control characters shown as spaces, cut to the longest message.
  static func oneLine(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var bytes = 0
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      let shown: Unicode.Scalar =
        isControl || scalar.value == 0x2028 || scalar.value == 0x2029 ? " " : scalar
      let width = UTF8.width(shown)
      guard bytes + width <= longestMessage - 3 else {
        scalars.append(contentsOf: "…".unicodeScalars)
        break
      }
      bytes += width
      scalars.append(shown)
    }
    return String(scalars)
  }
}
