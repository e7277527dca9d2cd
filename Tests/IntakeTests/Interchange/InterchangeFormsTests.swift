import CaseModel
import Checkouts
import Files
import FormOracle
import Glibc
import Intake
import ScratchFolders
import Synthesis
import Testing

/// A made-up council in both forms of the interchange format.
@Suite struct InterchangeFormsTests {
  @Test(
    "the case model read from XML is that read from CSV",
    arguments: ["interchange", "interchange-forms"])
  func same(_ name: String) throws {
    let scratch = try ScratchFolder()
    let folder = scratch.path
    let holidays = try Checkout.bankHolidays()
    if name == "interchange" {
      try SyntheticAuthority(
        children: 150, seed: 7, holidays: holidays, parts: [.interchange, .interchangeXML]
      ).write(to: folder)
    } else {
      try FormAuthority(children: 150, seed: 7, holidays: holidays).write(to: folder)
    }
    let csv = try InterchangeModel([SmallFile.bytes(Path.join(folder, "\(name).csv"))])
    let xml = try InterchangeModel([SmallFile.bytes(Path.join(folder, "\(name).xml"))])
    #expect(csv.lines.count > 500)
    #expect(xml.lines.count == csv.lines.count)
    for (left, right) in zip(xml.lines, csv.lines) where left != right {
      Issue.record("\(left) and not \(right)")
      break
    }
    #expect(xml.carried == csv.carried)
    #expect(xml.counts.isBalanced && xml.counts.setAside == 0)
  }
}
