import Testing

/// Expects what every refused input gets: nothing on standard output, one short line on standard
/// error that names the place, and an exit code.
func expectRefused(
  _ answer: Duly.Answer, code: Int32, naming words: [String],
  at location: SourceLocation = #_sourceLocation
) {
  #expect(answer.code == code, "\(answer.err)", sourceLocation: location)
  #expect(answer.out.isEmpty, sourceLocation: location)
  #expect(answer.err.utf8.count <= 2000, sourceLocation: location)
  #expect(answer.err.utf8.last == 0x0A, sourceLocation: location)
  #expect(
    answer.err.utf8.split(separator: 0x0A).count == 1, "\(answer.err)", sourceLocation: location)
  for word in words {
    #expect(answer.err.contains(word), "\(answer.err)", sourceLocation: location)
  }
}
