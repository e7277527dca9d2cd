import Testing

/// An interchange XML file for the schema and for the reader.
struct SchemaDocument: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String

  private static let root = "<duly-interchange version=\"1\" as_of=\"2026-03-31\">"
  private static let event = "<event type=\"s47_started\" at=\"2025-06-02\"/>"

  private init(_ name: String, root: String = root, _ content: String = "") {
    testDescription = name
    text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(root)\n\(content)\n</duly-interchange>\n"
  }

  private static func child(_ name: String, _ content: String) -> SchemaDocument {
    SchemaDocument(name, "<child id=\"C1\">\(content)</child>")
  }

  private static func s47(_ name: String, _ content: String) -> SchemaDocument {
    child(name, "<process kind=\"s47\" id=\"S1\">\(content)</process>")
  }

  /// Files that keep to the format.
  static let sound: [SchemaDocument] = [
    SchemaDocument("no child"),
    SchemaDocument("a child without anything", "<child id=\"C1\"/>"),
    SchemaDocument(
      "everything that the root can say",
      root: "<duly-interchange version=\"1\" as_of=\"2026-03-31T06:00\" authority=\"999\" "
        + "synthetic=\"true\" period_first=\"2025-04-01\" period_last=\"2026-03-31\" "
        + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        + "xsi:noNamespaceSchemaLocation=\"interchange.xsd\">",
      "<carries type=\"icpc_held\" precision=\"day\" depth=\"all\" participants=\"none\"/>"),
    s47(
      "everything that an event can say",
      "<event type=\"icpc_held\" at=\"2025-06-20T10:00:00Z\" state=\"held\" outcome=\"cp_plan\" "
        + "due=\"2025-06-23\" id=\"K9\"><with role=\"police\" part=\"report_only\" agency=\"Met\"/>"
        + "<fact name=\"transfer_in\" value=\"yes\"/><with role=\"health\"/></event>"
        + "<fact name=\"category\" value=\"neglect\"/><event type=\"icpc_held\" at=\"\"/>"),
    child(
      "a parent by its id",
      "<process kind=\"s47\" id=\"S1\" parent=\"E1\">\(event)</process>"
        + "<process kind=\"episode\" id=\"E1\"><event type=\"referral_received\" "
        + "at=\"2025-06-02\"/></process>"),
    SchemaDocument(
      "a child that comes again",
      "<child id=\"C1\"/><child id=\"C2\"/><child id=\"C1\" team=\"T1\" worker=\"W1\"/>"),
  ]

  /// Files that do not.
  static let broken: [SchemaDocument] = [
    SchemaDocument("no version", root: "<duly-interchange as_of=\"2026-03-31\">"),
    SchemaDocument(
      "another version", root: "<duly-interchange version=\"2\" as_of=\"2026-03-31\">"),
    SchemaDocument(
      "an as-of that is no day", root: "<duly-interchange version=\"1\" as_of=\"31/03/2026\">"),
    SchemaDocument(
      "an unknown attribute of the root",
      root: "<duly-interchange version=\"1\" as_of=\"2026-03-31\" council=\"999\">"),
    SchemaDocument(
      "neither yes nor no",
      root: "<duly-interchange version=\"1\" as_of=\"2026-03-31\" synthetic=\"perhaps\">"),
    SchemaDocument(
      "a period that is no day",
      root: "<duly-interchange version=\"1\" as_of=\"2026-03-31\" period_first=\"2025\" "
        + "period_last=\"2026-03-31\">"),
    SchemaDocument("what is carried behind a child", "<child id=\"C1\"/><carries type=\"x\"/>"),
    SchemaDocument("carries without a type", "<carries/>"),
    SchemaDocument("another depth", "<carries type=\"icpc_held\" depth=\"last\"/>"),
    SchemaDocument("another precision", "<carries type=\"icpc_held\" precision=\"hour\"/>"),
    SchemaDocument("other participants", "<carries type=\"icpc_held\" participants=\"all\"/>"),
    SchemaDocument("an unknown element in the root", "<childs id=\"C1\"/>"),
    SchemaDocument("an event in the root", event),
    SchemaDocument("a child without id", "<child>\(event)</child>"),
    SchemaDocument("a child with an empty id", "<child id=\"\">\(event)</child>"),
    SchemaDocument("a child within a child", "<child id=\"C1\"><child id=\"C2\"/></child>"),
    child("a fact of a child", "<fact name=\"x\" value=\"y\"/>"),
    child("a process without kind", "<process id=\"1\"/>"),
    child("a process without id", "<process kind=\"s47\"/>"),
    child("a process with an empty id", "<process kind=\"s47\" id=\"\">\(event)</process>"),
    child("a kind that is no word", "<process kind=\"Section 47\" id=\"1\">\(event)</process>"),
    child(
      "a parent by its id in a process within another",
      "<process kind=\"episode\" id=\"1\"><process kind=\"s47\" id=\"2\" parent=\"1\"/></process>"),
    s47("an event without type", "<event at=\"2025-06-02\"/>"),
    s47("an event of an empty type", "<event type=\"\" at=\"2025-06-02\"/>"),
    s47("a misspelled attribute", "<event type=\"icpc_held\" at=\"2025-06-02\" stat=\"held\"/>"),
    s47("an attribute twice", "<event type=\"icpc_held\" type=\"icpc_held\"/>"),
    s47("a state that is a part", "<event type=\"icpc_held\" state=\"attended\"/>"),
    s47("a date of another form", "<event type=\"icpc_held\" at=\"02/06/2025\"/>"),
    s47("text in an event", "<event type=\"icpc_held\">2025-06-02</event>"),
    s47("an event within an event", "<event type=\"icpc_held\">\(event)</event>"),
    s47("somebody without a role", "<event type=\"icpc_held\"><with part=\"attended\"/></event>"),
    s47("somebody with an empty role", "<event type=\"icpc_held\"><with role=\"\"/></event>"),
    s47(
      "a part that is a state",
      "<event type=\"icpc_held\"><with role=\"police\" part=\"held\"/></event>"),
    s47("a fact without value", "<event type=\"icpc_held\"><fact name=\"transfer_in\"/></event>"),
    s47("a fact without name", "<event type=\"icpc_held\"><fact value=\"yes\"/></event>"),
    s47("an end tag of another name", "<event type=\"icpc_held\"></evnt>"),
    SchemaDocument("no end of the child", "<child id=\"C1\">\(event)"),
  ]
}
