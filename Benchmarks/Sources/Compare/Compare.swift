import Glibc

/// Runs two commands in turn and prints the ratio of their times.
///
/// `Compare RUNS OUTPUT-A COMMAND-A… --vs COMMAND-B…`: the first command's standard output goes to
/// a file, the second's to nowhere; each is run once before anything is counted.
@main struct Compare {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count > 4, let runs = Int(arguments[0]), runs > 0,
      let cut = arguments.firstIndex(of: "--vs"), cut > 2, cut + 1 < arguments.count
    else {
      print("usage: Compare RUNS OUTPUT COMMAND… --vs COMMAND…")
      exit(64)
    }
    let first = Array(arguments[2..<cut])
    let second = Array(arguments[(cut + 1)...])
    _ = Run(first, output: arguments[1])
    _ = Run(second, output: "/dev/null")
    var pairs: [(Run, Run)] = []
    for _ in 0..<runs {
      pairs.append((Run(first, output: arguments[1]), Run(second, output: "/dev/null")))
    }
    report("wall time", pairs.map { $0.0.wall / $0.1.wall })
    report("processor time", pairs.map { $0.0.processor / $0.1.processor })
  }

  private static func report(_ what: String, _ ratios: [Double]) {
    let sorted = ratios.sorted()
    let median = sorted[sorted.count / 2]
    print(
      "\(what), first to second: \(rounded(median)) (median of \(sorted.count); \(rounded(sorted[0])) to \(rounded(sorted[sorted.count - 1])))"
    )
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
