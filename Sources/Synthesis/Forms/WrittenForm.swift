/// Cases that are written out one by one, each with days of its own drawing.
struct WrittenForm: FormPlanner {
  /// One case.
  typealias Variant = @Sendable (inout FormMaker) -> Void

  var forms: [String]
  var rules: [String]
  var written: [Variant]

  var variants: Int { written.count }

  func plan(_ variant: Int, _ maker: inout FormMaker) { written[variant % written.count](&maker) }
}
