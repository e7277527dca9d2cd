import Testing

@Suite struct HelpTests {
  @Test(
    "the help of each command has an example to type",
    arguments: [
      "run", "judge", "explain", "calendar due", "rules packs", "rules list", "rules show",
      "demo", "what-if", "mapping check", "mapping suggest",
    ])
  func help(_ command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    for arguments in [words + ["--help"], ["help"] + words] {
      let answer = try Duly().run(arguments)
      #expect(answer.code == 0)
      #expect(answer.err.isEmpty)
      // The help is wrapped to the width of a terminal, an example with it.
      let flat = answer.out.split { $0.isWhitespace }.joined(separator: " ")
      #expect(flat.contains("Example: duly \(command)"), "\(answer.out)")
    }
  }

  @Test(
    "the help of the whole, and of a family, names what can be asked",
    arguments: [
      ([], ["run", "judge", "explain", "calendar", "rules", "what-if", "demo"]),
      (["calendar"], ["due"]),
      (["rules"], ["packs", "list", "show"]),
    ])
  func families(_ command: [String], _ names: [String]) throws {
    let answer = try Duly().run(command + ["--help"])
    #expect(answer.code == 0)
    for name in names { #expect(answer.out.contains("  \(name) "), "\(name)") }
  }

  @Test("without a word it shows its help")
  func alone() throws {
    let answer = try Duly.run()
    #expect(answer.code == 0)
    #expect(answer.out.contains("duly judge EXPORT"))
  }

  @Test("what cannot be understood is 64, with nothing on standard output")
  func usage() throws {
    for arguments in [["jugde"], ["judge"], ["run"], ["judge", "--formt", "csv", "x"]] {
      let answer = try Duly().run(arguments)
      #expect(answer.code == 64)
      #expect(answer.out.isEmpty)
      #expect(!answer.err.isEmpty)
    }
  }

  @Test("the version comes with packs and calendars")
  func version() throws {
    let answer = try Duly.run("--version")
    #expect(answer.code == 0)
    #expect(answer.lines.first?.hasPrefix("duly 0.") ?? false)
    for words in [
      "pack england: ", "pack local-002: ", "pack local-004: ",
      "calendar england-and-wales: 2010 to 2028", "calendar northern-ireland: 2010 to 2028",
      "calendar scotland: 2010 to 2028",
    ] {
      #expect(answer.lines.contains { $0.hasPrefix(words) }, "\(words)")
    }
  }

  @Test("packs are listed one a line: the name, whose it is, how many rules, and since when")
  func packs() throws {
    let answer = try Duly.run("rules", "packs")
    #expect(answer.code == 0)
    #expect(answer.err.isEmpty)
    let names = answer.lines.map { String($0.split(separator: " ")[0]) }
    #expect(names == names.sorted())
    #expect(Set(names).isSuperset(of: ["england", "local-002", "scotland", "wales"]))
    let columns = Set(
      answer.lines.map { line in
        line.utf8.count - line.utf8.drop { $0 != 0x20 }.drop { $0 == 0x20 }.count
      })
    #expect(columns.count == 1, "the titles stand below each other")
    let listed = try Duly.run("rules", "list", "local-004").lines.count
    let one = try Duly.run("rules", "packs", "local-004")
    #expect(one.code == 0)
    #expect(
      one.lines == [
        "local-004  One Minute Guide 042, authority not named: strategy meetings and discussions "
          + "(September 2013) (\(listed) rules, from 25 September 2013)"
      ])
    let lambeth = try Duly.run("rules", "packs", "local-lambeth").out
    #expect(lambeth.contains("(3 rules, 1 of them switched off, from 1 July 2025)"))
    let swindon = try Duly.run("rules", "packs", "local-swindon").out
    #expect(swindon.contains("the first from 1 January 2016, the last from 1 January 2023"))
    let torbay = try Duly.run("rules", "packs", "local-torbay").out
    #expect(torbay.contains("(2 rules, "), "checkpoints are parts of their rules")
  }

  @Test("a pack that is not there is told with the nearest one")
  func noPack() throws {
    let answer = try Duly().run(["rules", "packs", "local-02"])
    #expect(answer.code == 78)
    #expect(answer.out.isEmpty)
    #expect(answer.err.contains("local-02"))
  }

  @Test("rules are listed one a line, the id first")
  func rules() throws {
    let answer = try Duly.run("rules", "list")
    #expect(answer.code == 0)
    let ids = answer.lines.map { String($0.split(separator: " ")[0]) }
    let england = ids.filter { $0.hasPrefix("england/") }
    #expect(
      Set(england).isSuperset(of: [
        "england/assessment", "england/icpc", "england/first-core-group", "england/first-review",
        "england/later-review", "england/police-protection", "england/strategy-attendance",
      ]))
    #expect(ids.contains("local-002/record-circulated"))
    #expect(ids.contains("local-004/follow-up"))
    #expect(Set(ids).count == ids.count)
    let one = try Duly.run("rules", "list", "local-004")
    #expect(one.lines.allSatisfy { $0.hasPrefix("local-004/") })
    #expect(one.lines.count == ids.count { $0.hasPrefix("local-004/") })
  }

  @Test("every rule can be shown, with its sentences, editions and citation")
  func show() throws {
    let lines = try Duly.run("rules", "list").lines
    #expect(lines.count > 70)
    for line in lines {
      let id = String(line.split(separator: " ")[0])
      let answer = try Duly.run("rules", "show", id)
      #expect(answer.code == 0, "\(id)")
      #expect(answer.out.contains(id))
      #expect(answer.out.contains("Editions:\n  from "), "\(id)")
    }
  }
}
