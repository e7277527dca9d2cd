// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "duly", path: "..")],
  targets: [
    .executableTarget(
      name: "Compare", swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "PeakMemory", swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "JudgingCost", dependencies: [.product(name: "Judging", package: "duly")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "ConfinementCost", dependencies: [.product(name: "Judging", package: "duly")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "ConfinedWorker", dependencies: [.product(name: "Judging", package: "duly")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    // The same worker, in which the call that gives everything up is led to one that gives up nothing.
    .target(name: "CNothingGivenUp"),
    .executableTarget(
      name: "UnconfinedWorker",
      dependencies: ["CNothingGivenUp", .product(name: "Judging", package: "duly")],
      swiftSettings: [.treatAllWarnings(as: .error)],
      linkerSettings: [.unsafeFlags(["-Xlinker", "--wrap=duly_confine"])]),
  ],
  swiftLanguageModes: [.v6]
)
