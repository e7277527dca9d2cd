/// The two ways in which a read ends early.
public enum XMLReadingFailure<Stop: Error>: Error {
  /// The file was refused.
  case refused(XMLReadingError)
  /// The handler stopped the read.
  case stopped(Stop)
}

extension XMLReadingFailure: Equatable where Stop: Equatable {}
