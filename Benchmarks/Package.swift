// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "benchmarks",
  targets: [
    .executableTarget(
      name: "Compare", swiftSettings: [.treatAllWarnings(as: .error)])
  ],
  swiftLanguageModes: [.v6]
)
