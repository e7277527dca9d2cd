/// What every page of the catalogue has around its content.
struct CatalogueFrame {
  let style: PageStyle
  let duly: String

  /// A page with a title, a lead and its content.
  func page(
    title: String, lead: String, isIndex: Bool, _ content: (inout MarkupWriter) -> Void
  ) -> [UInt8] {
    var writer = MarkupWriter()
    writer.markup("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n")
    writer.raw(style.policy)
    writer.markup(
      "\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"Duly "
    )
    writer.text(duly)
    writer.markup("\">\n<title>")
    writer.text(title)
    writer.markup("</title>\n")
    writer.raw(style.element)
    writer.markup(
      "\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the rules</a>\n<header class=\"top\">\n"
    )
    if !isIndex {
      writer.markup("<p class=\"back\"><a href=\"index.html\">All packs and forms</a></p>\n")
    }
    writer.markup("<h1>")
    writer.text(title)
    writer.markup("</h1>\n<p class=\"lead\">")
    writer.text(lead)
    writer.markup("</p>\n</header>\n<main id=\"main\">\n")
    content(&writer)
    writer.markup("</main>\n<footer>\n<p>Generated from the packs by Duly ")
    writer.text(duly)
    writer.markup(
      ". The words are made from the rules themselves, and every example was judged when the page was made.</p>\n</footer>\n</body>\n</html>\n"
    )
    return writer.bytes
  }
}
