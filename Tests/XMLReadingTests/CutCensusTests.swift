import Testing

@testable import XMLReading

@Suite struct CutCensusTests {
  /// A census of two made-up children, with one of each kind of token that a census has and some
  /// that it need not have.
  static let census = """
    <?xml version="1.0" encoding="utf-8"?>
    <!-- Children in need census -->
    <Message xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <Header>
        <CollectionDetails>
          <Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate>
        </CollectionDetails>
        <Source>
          <SourceLevel>L</SourceLevel><LEA>999</LEA><SoftwareCode>A &amp; B</SoftwareCode>
        </Source>
      </Header>
      <Children>
        <Child>
          <ChildIdentifiers><LAchildID>C000001</LAchildID><UPNunknown/></ChildIdentifiers>
          <CINdetails>
            <CINreferralDate>2025-11-03</CINreferralDate><ReferralNFA>0</ReferralNFA>
            <Assessments note='caf\u{E9}'>
              <AssessmentActualStartDate>2025-11-05</AssessmentActualStartDate>
              <AssessmentAuthorisationDate>2025-12-18</AssessmentAuthorisationDate>
            </Assessments>
          </CINdetails>
        </Child>
        <?page break?>
        <Child>
          <ChildIdentifiers><LAchildID><![CDATA[C000002]]></LAchildID></ChildIdentifiers>
          <CINdetails>
            <CINreferralDate>2026-01-12</CINreferralDate><ReferralNFA>&#49;</ReferralNFA>
            <CINclosureDate>2026-01-13</CINclosureDate><ReasonForClosure>RC8</ReasonForClosure>
          </CINdetails>
        </Child>
      </Children>
    </Message>
    """

  static func utf16(_ bytes: [UInt8]) -> [UInt8] {
    XMLReadingTests.utf16(
      String(decoding: bytes, as: UTF8.self).replacing("utf-8", with: "utf-16"))
  }

  @Test("a census cut at any byte is refused, and its end is the line")
  func cut() {
    let bytes = Array(Self.census.utf8)
    #expect(bytes.count > 1200)
    #expect(refusal(bytes) == nil)
    for count in bytes.indices {
      let error = refusal(Array(bytes[..<count]))
      #expect(error != nil, "cut at \(count)")
      guard count > 0, let error else { continue }
      let lines = 1 + bytes[..<count].count { $0 == 0x0A }
      #expect(error.line == lines, "cut at \(count): \(error)")
      // The cut may go through the two bytes of the accent.
      if bytes[count] != 0xA9 { #expect(error.cause == .truncated, "cut at \(count)") }
    }
  }

  @Test("a census in UTF-16 cut at any byte is refused")
  func cutTwoByte() {
    let bytes = Self.utf16(Array(Self.census.utf8))
    #expect(refusal(bytes) == nil)
    for count in bytes.indices {
      #expect(refusal(Array(bytes[..<count])) != nil, "cut at \(count)")
    }
  }

  @Test("a census with any byte doubled, lost, or made a zero is never a crash nor a shorter one")
  func changed() {
    let bytes = Array(Self.census.utf8)
    guard case .success(let whole) = outcome(bytes) else { return #expect(Bool(false)) }
    for index in bytes.indices {
      for change in [[], [bytes[index], bytes[index]], [0], [UInt8(ascii: "<")]] {
        guard change != [bytes[index]] else { continue }
        let changed = bytes[..<index] + change + bytes[(index + 1)...]
        guard case .success(let events) = outcome(Array(changed)) else { continue }
        let difference = whole.count - events.count
        // A comment may open no more, and an attribute may become a declaration of a namespace.
        #expect((-1...2).contains(difference), "byte \(index) made \(change)")
      }
    }
  }
}
