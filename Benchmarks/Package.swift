// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "duly", path: "..")],
  targets: [
    .executableTarget(
      name: "Compare", swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "JudgingCost", dependencies: [.product(name: "Judging", package: "duly")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ],
  swiftLanguageModes: [.v6]
)
