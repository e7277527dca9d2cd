import CLibXML2

/// One file being parsed: all that the callbacks of libxml2 work on.
///
/// It lives at one address for the length of the parse; the callbacks get that address.
struct Parsing: ~Copyable {
  /// An element whose end tag has not come.
  private struct OpenElement {
    var name: XMLName
    var place: XMLPlace
  }

  private let context: xmlParserCtxtPtr
  private let names: NameTable
  private let limits: XMLLimits
  private let calls: HandlerCalls
  /// The bytes still to be parsed.
  var source: ByteSource
  /// The first thing that went wrong; nothing is delivered from then on.
  private(set) var failure: XMLReadingError?
  private(set) var elements = 0
  private var isStopped = false
  private var hasFailedConversion = false
  private var depth = 0
  private var whereabouts: Whereabouts
  private let open: UnsafeMutablePointer<OpenElement>
  /// Whether the innermost open element has had no child so far.
  private var isLeaf = false
  private var text: UnsafeMutableRawBufferPointer
  private var textBytes = 0

  init(
    _ source: consuming ByteSource, context: xmlParserCtxtPtr, names: [String], limits: XMLLimits,
    calls: HandlerCalls, whereabouts: Whereabouts
  ) {
    self.whereabouts = whereabouts
    self.context = context
    self.names = NameTable(names, in: context.pointee.dict)
    self.limits = limits
    self.calls = calls
    self.source = source
    open = .allocate(capacity: max(limits.depth, 0) + 1)
    text = .allocate(byteCount: 4096, alignment: 16)
  }

  deinit {
    open.deallocate()
    text.deallocate()
  }

  /// Whether the root element was closed.
  var isComplete: Bool { elements > 0 && depth == 0 }

  /// Keeps the first failure and lets the parse end at the next chance.
  ///
  /// The parser is not stopped here but by ``stop()``: an error may come out of the middle of one
  /// of its functions, which would go on with freed input.
  mutating func fail(_ cause: XMLReadingError.Cause, line: Int? = nil, column: Int? = nil) {
    guard failure == nil else { return }
    isStopped = true
    isLeaf = false
    guard line == nil else {
      failure = XMLReadingError(cause, line: line, column: column)
      return
    }
    let place = whereabouts.now(context.pointee.input)
    failure = XMLReadingError(cause, line: place.line, column: place.column)
  }

  /// Ends the parse from within an element's callback, where libxml2 allows it.
  private func stop() {
    xmlStopParser(context)
  }

  /// An error that libxml2 found; also its warnings, such as of a namespace that is no address.
  mutating func report(_ error: xmlError) {
    guard error.code != 0, error.code != Int32(bitPattern: XML_ERR_USER_STOP.rawValue) else {
      return
    }
    let code = xmlParserErrors(rawValue: UInt32(bitPattern: error.code))
    if code == XML_I18N_CONV_FAILED || code == XML_IO_ENCODER {
      hasFailedConversion = true
      return
    }
    // In converted text libxml2 takes a zero for the end and asks for the tags that it misses.
    if let input = context.pointee.input, let cur = input.pointee.cur, cur < input.pointee.end,
      cur.pointee == 0
    {
      return fail(.malformed(code: Int32(bitPattern: XML_ERR_INVALID_CHAR.rawValue)))
    }
    // Of values that begin, libxml2 says so where their end is missing, which was seen above, and
    // where they are above its own limit of ten million bytes.
    if code == XML_ERR_ATTRIBUTE_NOT_FINISHED, !source.isDrained {
      return fail(.fieldTooLong(limit: limits.fieldBytes))
    }
    if !mayBeCompleted, !isComplete, !Self.saysMoreThanTheEnd(code) {
      if hasUnconverted { return fail(.malformed(code: Int32(XML_I18N_CONV_FAILED.rawValue))) }
      if source.isDrained { return fail(.truncated) }
    }
    fail(.malformed(code: error.code))
  }

  /// Whether a tag, comment or section that has begun could still end in the bytes at hand.
  private var mayBeCompleted: Bool {
    guard let input = context.pointee.input, let cur = input.pointee.cur,
      let end = input.pointee.end, end > cur
    else { return false }
    return UnsafeBufferPointer(start: cur, count: end - cur).contains(UInt8(ascii: ">"))
  }

  /// Whether bytes are left that could not be converted from the file's encoding.
  ///
  /// libxml2 converts ahead of what it parses and takes a failed conversion for the end of the
  /// file, some of them without a word. The fault is told when the text before it was parsed, so
  /// that it has the right line.
  var hasUnconverted: Bool {
    guard !hasFailedConversion else { return true }
    guard let buffer = context.pointee.input?.pointee.buf, let raw = buffer.pointee.raw else {
      return false
    }
    return buffer.pointee.encoder != nil && xmlBufUse(raw) > 0
  }

  /// Whether an error met at the last byte is a fault of its own and not just the missing rest.
  private static func saysMoreThanTheEnd(_ code: xmlParserErrors) -> Bool {
    switch code {
    case XML_ERR_TAG_NAME_MISMATCH, XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY,
      XML_ERR_INVALID_CHAR, XML_ERR_INVALID_ENCODING, XML_ERR_ATTRIBUTE_REDEFINED:
      true
    default:
      code.rawValue >= XML_NS_ERR_XML_NAMESPACE.rawValue
        && code.rawValue <= XML_NS_ERR_COLON.rawValue && code != XML_NS_ERR_QNAME
    }
  }

  /// A document type declaration begins.
  mutating func refuseDocumentType() {
    fail(.documentType)
    stop()
  }

  /// libxml2 asks for bytes.
  mutating func read(into destination: UnsafeMutableRawBufferPointer) -> Int {
    guard !isStopped else { return -1 }
    if hasManyAttributes {
      failInRead(.tooManyAttributes(limit: limits.attributes))
      return -1
    }
    let count = source.hand(to: destination)
    guard let fault = source.fault else { return count }
    failInRead(fault)
    return -1
  }

  /// While bytes are asked for, the text in front of them may have moved: only the line is known.
  private mutating func failInRead(_ cause: XMLReadingError.Cause) {
    fail(cause, line: context.pointee.input.map { Int($0.pointee.line) } ?? 1)
  }

  /// Whether the tag that is being parsed has more attributes or namespaces than it may.
  ///
  /// Their number is told at the end of the tag only, after libxml2 has compared each with each
  /// other: 400,000 would take minutes. Its tables, of five places an attribute, double when they
  /// are full and begin with 55; two places are taken by each namespace in scope.
  private var hasManyAttributes: Bool {
    context.pointee.maxatts > max(55, 10 * (limits.attributes + 4))
      || context.pointee.nsNr > 2 * (limits.depth + 1) * (limits.attributes + 1)
  }

  /// A start tag was read.
  mutating func start(
    _ local: UnsafePointer<UInt8>, prefix: UnsafePointer<UInt8>?, namespaces: Int,
    attributes: Int, values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    guard !isStopped else { return stop() }
    let (name, length) = names.find(local)
    let isPlain = prefix == nil && namespaces == 0 && attributes == 0
    let place = whereabouts.startTag(context.pointee.input, plainName: isPlain ? length : nil)
    elements += 1
    depth += 1
    isLeaf = true
    textBytes = 0
    if depth > limits.depth {
      fail(.tooDeep(limit: limits.depth))
    } else if elements > limits.elements {
      fail(.tooManyElements(limit: limits.elements))
    } else if attributes + namespaces > limits.attributes {
      fail(.tooManyAttributes(limit: limits.attributes))
    }
    guard !isStopped else { return stop() }
    open[depth - 1] = OpenElement(name: name, place: place)
    let spelling = UnsafeBufferPointer(start: local, count: length)
    guard calls.start(calls.courier, name, spelling, place) else { return stopByHandler() }
    if attributes > 0, let values { deliver(attributes, of: values) }
  }

  /// Each attribute is five pointers: local name, prefix, namespace, start and end of its value.
  private mutating func deliver(
    _ count: Int, of values: UnsafeMutablePointer<UnsafePointer<UInt8>?>
  ) {
    for index in 0..<count {
      guard let local = values[index * 5], let first = values[index * 5 + 3],
        let last = values[index * 5 + 4]
      else { continue }
      guard last - first <= limits.fieldBytes else {
        failField()
        return stop()
      }
      let (name, length) = names.find(local)
      let spelling = UnsafeBufferPointer(start: local, count: length)
      let value = UnsafeBufferPointer(start: first, count: last - first)
      let go =
        value.contains(UInt8(ascii: "&"))
        ? Self.withAmpersands(value) { calls.attribute(calls.courier, name, spelling, $0) }
        : calls.attribute(calls.courier, name, spelling, value)
      guard go else { return stopByHandler() }
    }
  }

  /// Gives a value of an attribute in which libxml2 left each ampersand as `&#38;`.
  ///
  /// It does so for any ampersand, however written, where it is not told to replace entities.
  private static func withAmpersands(
    _ value: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    let written = Array("&#38;".utf8)
    var bytes: [UInt8] = []
    var at = 0
    while at < value.count {
      bytes.append(value[at])
      at += value[at...].starts(with: written) ? written.count : 1
    }
    return bytes.withUnsafeBufferPointer(body)
  }

  /// A piece of text was read; it is kept only while it may be a leaf's.
  mutating func append(_ bytes: UnsafePointer<UInt8>, count: Int) {
    guard isLeaf else { return }
    let total = textBytes + count
    if total > text.count {
      guard total <= limits.fieldBytes else { return failField() }
      let grown = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(total, min(text.count * 2, limits.fieldBytes)), alignment: 16)
      grown.copyMemory(from: UnsafeRawBufferPointer(rebasing: text[..<textBytes]))
      text.deallocate()
      text = grown
    }
    text.baseAddress?.advanced(by: textBytes).copyMemory(from: bytes, byteCount: count)
    textBytes = total
  }

  /// An end tag was read.
  mutating func end() {
    guard !isStopped else { return stop() }
    guard !isLeaf || textBytes <= limits.fieldBytes else {
      failField()
      return stop()
    }
    depth -= 1
    let element = open[depth]
    let field = UnsafeBufferPointer(
      start: text.baseAddress?.assumingMemoryBound(to: UInt8.self), count: isLeaf ? textBytes : 0)
    isLeaf = false
    guard calls.end(calls.courier, element.name, field, element.place) else {
      return stopByHandler()
    }
  }

  /// A field too long is reported where its element starts.
  private mutating func failField() {
    let place = open[depth - 1].place
    fail(
      .fieldTooLong(limit: limits.fieldBytes), line: Int(place.line), column: Int(place.column))
  }

  private mutating func stopByHandler() {
    fail(.stoppedByHandler)
    stop()
  }
}
