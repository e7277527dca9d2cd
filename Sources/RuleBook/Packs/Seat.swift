import CaseModel

/// A place to fill at a meeting.
struct Seat: Sendable, Hashable {
  /// The roles that fill it.
  var roles: [Role]
  /// Whether a written report fills it too.
  var takesReport = false
  /// Places of one group above 0 are filled by different roles.
  var group = 0
}
