// swift-tools-version: 6.2

import PackageDescription

// libFuzzer brings its own `main`, which would break the build of the main package; hence a
// package of its own. `run.sh` builds and runs it.
let targets: [(name: String, library: String)] = [
  ("FuzzXML", "Readers"), ("FuzzCSV", "Readers"), ("FuzzWorkbook", "Readers"),
  ("FuzzPack", "Judging"), ("FuzzCondition", "Judging"), ("FuzzFrames", "Judging"),
  ("FuzzMapping", "Judging"),
]
let package = Package(
  name: "duly-fuzz",
  dependencies: [.package(name: "duly", path: "..")],
  targets: [
    .target(
      name: "ShippedWords", dependencies: [.product(name: "Judging", package: "duly")],
      path: "ShippedWords")
  ],
  swiftLanguageModes: [.v6]
)
for (name, library) in targets {
  var uses: [Target.Dependency] = [.product(name: library, package: "duly")]
  if library == "Judging" { uses.append("ShippedWords") }
  package.targets.append(
    .executableTarget(
      name: name, dependencies: uses, path: name,
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}
