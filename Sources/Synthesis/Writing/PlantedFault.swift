/// Where a fault was planted.
package struct PlantedFault: Sendable {
  var file: String
  var line: Int
  var kind: PlantedKind
}
