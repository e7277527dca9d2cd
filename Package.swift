// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "duly",
  products: [
    .executable(name: "duly", targets: ["duly"]),
    // For the fuzz targets of the nested package.
    .library(name: "Readers", targets: ["XMLReading", "CSVReading", "WorkbookReading"]),
    // For the fuzz targets and benchmarks of the nested packages.
    .library(
      name: "Judging",
      targets: ["CaseModel", "Clocks", "Faults", "Files", "Intake", "RuleBook", "YAMLReading"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CConfinement"),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(name: "Faults"),
    .target(name: "Files", dependencies: ["Faults"]),
    .target(
      name: "YAMLReading", dependencies: ["Faults", .product(name: "Yams", package: "Yams")]),
    .target(name: "Clocks", dependencies: ["Faults"]),
    .target(name: "Output", dependencies: ["Clocks", "Files"]),
    .target(name: "CaseModel", dependencies: ["Clocks", "Faults", "YAMLReading"]),
    .target(name: "XMLReading", dependencies: ["CLibXML2"]),
    .target(name: "CSVReading"),
    .target(name: "WorkbookReading", dependencies: ["CZip", "XMLReading"]),
    .target(
      name: "Intake",
      dependencies: [
        "CConfinement", "CSVReading", "CaseModel", "Clocks", "Faults", "Files", "Output",
        "WorkbookReading", "XMLReading", "YAMLReading",
      ]),
    .target(
      name: "RuleBook",
      dependencies: ["CaseModel", "Clocks", "Faults", "Files", "Output", "YAMLReading"]),
    .target(
      name: "History",
      dependencies: [
        "CaseModel", "Clocks", "Faults", "RuleBook",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(
      name: "Reporting",
      dependencies: [
        "CaseModel", "Clocks", "Faults", "Files", "History", "Output", "RuleBook",
        "YAMLReading",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "Publishing",
      dependencies: ["Faults", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "Synthesis", dependencies: ["Clocks", "Faults"]),
    .target(
      name: "Nightly",
      dependencies: [
        "CaseModel", "Clocks", "Faults", "Files", "History", "Intake", "Output",
        "Publishing", "Reporting", "RuleBook", "Synthesis", "YAMLReading",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .executableTarget(
      name: "duly",
      dependencies: [
        "CaseModel", "Clocks", "Faults", "Intake", "Nightly", "Publishing", "Reporting",
        "RuleBook", "Synthesis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)

/// The folder of `Tests/Support/` for each module that tests share, with what it may use.
let shared: [(module: String, uses: [String])] = [
  ("Checkouts", ["Clocks"]),
  ("FormOracle", ["Clocks", "Faults", "Synthesis"]),
  ("ScratchFolders", []),
  ("WorkbookMaking", []),
]
/// The folder of `Tests/` for each module that has tests, with what those tests may use.
let tested: [(module: String, uses: [String])] = [
  ("Faults", []),
  ("Files", ["Faults"]),
  ("YAMLReading", ["Faults"]),
  ("Clocks", ["Checkouts", "Faults"]),
  ("Output", ["Clocks", "Files"]),
  ("CaseModel", ["Checkouts", "Clocks", "Faults", "YAMLReading"]),
  ("XMLReading", []),
  ("CSVReading", []),
  ("WorkbookReading", ["CZip", "WorkbookMaking", "XMLReading"]),
  (
    "Intake",
    [
      "CaseModel", "Checkouts", "Clocks", "Faults", "Files", "FormOracle", "ScratchFolders",
      "Synthesis", "WorkbookMaking", "YAMLReading",
    ]
  ),
  ("RuleBook", ["CaseModel", "Clocks", "Faults", "Files", "YAMLReading"]),
  ("History", ["CaseModel", "Clocks", "Faults", "RuleBook"]),
  (
    "Reporting",
    ["CaseModel", "Clocks", "Faults", "History", "Output", "RuleBook", "YAMLReading"]
  ),
  ("Publishing", ["Faults"]),
  ("Synthesis", ["Checkouts", "Clocks", "ScratchFolders"]),
  ("FormOracle", ["Checkouts", "Clocks", "ScratchFolders", "Synthesis"]),
  (
    "Nightly",
    [
      "CaseModel", "Clocks", "Faults", "Files", "History", "Intake", "Output", "Reporting",
      "RuleBook", "ScratchFolders", "Synthesis", "WorkbookMaking",
    ]
  ),
]
/// The files beside a module's tests that are read where they lie.
let fixtures: [String: [String]] = [
  "Reporting": ["Snapshots"], "Clocks": ["vectors.csv"],
  "RuleBook": ["BrokenPacks", "Sentences", "SoundPacks"],
]
for (module, uses) in shared {
  package.targets.append(
    .target(
      name: module, dependencies: uses.map { .byName(name: $0) }, path: "Tests/Support/\(module)"))
}
for (module, uses) in tested {
  package.targets.append(
    .testTarget(
      name: "\(module)Tests",
      dependencies: ([module] + uses).map { .byName(name: $0) },
      exclude: fixtures[module] ?? []))
}
package.targets.append(
  .testTarget(
    name: "EndToEndTests",
    dependencies: [
      "duly", "Checkouts", "Clocks", "Faults", "FormOracle", "Nightly", "WorkbookMaking",
    ]))

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]
}
