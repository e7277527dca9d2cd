// swift-tools-version: 6.2

import PackageDescription

// libFuzzer brings its own `main`, which would break the build of the main package; hence a
// package of its own. `run.sh` builds and runs it.
let package = Package(
  name: "duly-fuzz",
  dependencies: [.package(name: "duly", path: "..")],
  targets: [
    ("FuzzXML", "Readers"), ("FuzzCSV", "Readers"), ("FuzzWorkbook", "Readers"),
    ("FuzzPack", "Judging"), ("FuzzCondition", "Judging"), ("FuzzFrames", "Judging"),
    ("FuzzMapping", "Judging"),
  ].map { name, library in
    .executableTarget(
      name: name, dependencies: [.product(name: library, package: "duly")], path: name,
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  },
  swiftLanguageModes: [.v6]
)
