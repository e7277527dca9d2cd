import Faults
import Testing

@testable import Reporting

@Suite("Template lint")
struct TemplateLintTests {
  /// A page for the index's schema around a body, whose first line is the page's sixth.
  private static func page(_ body: String) -> String {
    "<!doctype html>\n<html>\n<head>{{{page:policy}}}{{{page:style}}}</head>\n<body>\n<main>\n"
      + body + "\n</main></body></html>\n"
  }

  private static func fault(index: String) throws -> Fault? {
    var files = try TestFiles.templates()
    files["index.html"] = Array(index.utf8)
    do {
      _ = try TemplateSet(files: files)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "What a template must not say, with its place",
    arguments: [
      ("{{athority}}", 1, "authority"),
      ("<p>\nx {{titel}}", 3, "title"),
      ("{{#feeds}}{{nam}}{{/feeds}}", 11, "name"),
      ("{{#feeds}}{{/feeds}}{{children}}", 21, "it is one of"),
      ("{{{title}}}", 1, "two braces"),
      ("{{&title}}", 1, "two braces"),
      ("{{{table:counts}}}", 1, "page:"),
      ("{{#title}}x{{/title}}", 1, "{{title}}"),
      ("{{feeds}}", 1, "{{#feeds}}"),
      ("{{isSynthetic}}", 1, "{{#isSynthetic}}"),
      ("{{#feeds}}", 1, "{{/feeds}}"),
      ("{{/feeds}}", 1, "remove"),
      ("{{#feeds}}{{#isOlder}}{{/feeds}}{{/isOlder}}", 23, "{{/isOlder}}"),
      ("{{=<% %>=}}", 1, "without"),
      ("{{%CONTENT_TYPE:TEXT}}", 1, "without"),
      ("{{>shared/hed}}", 1, "shared/head"),
      ("{{>index}}", 1, "remove"),
      ("{{title", 1, "closing braces"),
      ("<p title={{title}}>", 10, "quotation marks"),
      ("<p title=\"{{authority}}\">", 11, "page's text"),
      ("<a href=\"{{title}}\">", 10, "write the address out"),
      ("<p {{{page:style}}}>", 4, "out of the tag"),
      ("<title>{{authority}}</title>", 8, "page's text"),
      ("<script>x</script>", 8, "remove"),
      ("<SCRIPT src=x>", 8, "remove"),
      ("<p style=\"color:red\">", 9, "style.css"),
      ("<p class=x onclick=\"x\">", 19, "style.css"),
      ("<meta http-equiv=\"refresh\">", 17, "style.css"),
      ("<link rel=x>", 6, "remove"),
      ("<!-- > --><iframe>", 18, "remove"),
      ("\u{1}", 1, "remove the character"),
    ])
  func refused(body: String, column: Int, next: String) throws {
    let fault = try #require(try TemplateLintTests.fault(index: TemplateLintTests.page(body)))
    let line = body.utf8.contains(0x0A) ? 7 : 6
    #expect(fault.code == .configuration)
    #expect(fault.place == Place(file: "index.html", line: line, column: column), "\(fault)")
    #expect(fault.nextStep.contains(next) || fault.rule.contains(next), "\(fault)")
  }

  @Test(
    "What a template may say",
    arguments: [
      "{{title}}", "{{#feeds}}{{name}}{{asOf}}{{title}}{{/feeds}}", "{{^feeds}}none{{/feeds}}",
      "{{! a word\nfor editors }}", "<p title=\"{{title}} – {{asOf}}\">{{authority}}</p>",
      "{{>shared/foot}}", "<!-- <script> -->", "{ {x} }", "a < b", "{{ title }}",
    ])
  func allowed(body: String) throws {
    #expect(try TemplateLintTests.fault(index: TemplateLintTests.page(body)) == nil)
  }

  @Test("The policy stands first in the head")
  func policy() throws {
    let late =
      "<html><head><title>x</title>{{{page:policy}}}{{{page:style}}}</head><body></body></html>"
    let missing = "<html><head>{{{page:style}}}</head><body></body></html>"
    for page in [late, missing] {
      let fault = try #require(try TemplateLintTests.fault(index: page))
      #expect(fault.rule.contains("page:policy"))
    }
    let bare = "<html><head>{{{page:policy}}}</head><body></body></html>"
    #expect(try TemplateLintTests.fault(index: bare)?.rule.contains("page:style") == true)
  }

  @Test(
    "The board's page has no id, file, line, team or worker to name",
    arguments: [
      "child", "file", "line", "team", "worker", "id",
    ])
  func board(name: String) throws {
    var files = try TestFiles.templates()
    let page = TemplateLintTests.page("{{{table:counts}}}{{\(name)}}")
    files["board/breach-report.html"] = Array(page.utf8)
    let fault = #expect(throws: Fault.self) { try TemplateSet(files: files) }
    #expect(fault?.place == Place(file: "board/breach-report.html", line: 6, column: 19))
  }

  @Test("Every file that a run needs is asked for")
  func missing() throws {
    for path in try TestFiles.templates().keys where path != "shared/banner.html" {
      var files = try TestFiles.templates()
      files[path] = nil
      #expect(throws: Fault.self, "\(path)") { try TemplateSet(files: files) }
    }
  }

  @Test(
    "A style sheet ends no element and fetches nothing",
    arguments: [
      "p{}\n</style><script>", "@import 'x';", "p{background:url(https://x)}", "<!--",
    ])
  func style(text: String) throws {
    var files = try TestFiles.templates()
    files["shared/style.css"] = Array(text.utf8)
    let fault = #expect(throws: Fault.self) { try TemplateSet(files: files) }
    #expect(fault?.place?.file == "shared/style.css")
  }

  @Test(
    "The hash of the policy is written in base 64",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
    ])
  func base64(text: String, expected: String) {
    #expect(PageStyle.base64(Array(text.utf8)) == expected)
  }

  @Test("Every name of every schema is documented")
  func documentation() {
    let text = DataDictionary.pages
    for schema in PageSchema.all {
      for entry in schema.entries + schema.parts { #expect(text.contains(entry.name)) }
    }
    for column in CSVColumn.all { #expect(DataDictionary.columns.contains("`\(column.name)`")) }
  }
}
