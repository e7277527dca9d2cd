enum SmallCensus {
  /// A census of one made-up child, with a breach.
  static let text = """
    <Message>
    <Header>
    <CollectionDetails><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails>
    <Source><LEA>999</LEA><SoftwareCode>DULY-SYNTHETIC</SoftwareCode></Source>
    </Header>
    <Children>
    <Child>
    <ChildIdentifiers><LAchildID>X000000001</LAchildID></ChildIdentifiers>
    <CINdetails>
    <CINreferralDate>2025-06-02</CINreferralDate>
    <ReferralNFA>0</ReferralNFA>
    </CINdetails>
    </Child>
    </Children>
    </Message>

    """
}
