/// Where a fault was planted.
struct PlantedFault: Sendable {
  var file: String
  var line: Int
  var kind: PlantedKind
}
