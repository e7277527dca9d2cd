import CLibXML2

extension Parsing {
  /// Parses a source to its end.
  ///
  /// - Parameters:
  ///   - source: the bytes.
  ///   - names: the names to number.
  ///   - limits: the sizes above which the file is refused.
  ///   - calls: take the elements.
  /// - Returns: the size of what was read.
  /// - Throws: the first fault, whatever libxml2's return value says.
  static func run(
    _ source: consuming ByteSource, names: [String], limits: XMLLimits, calls: HandlerCalls
  ) throws(XMLReadingError) -> XMLReadingSummary {
    _ = libraryIsReady
    source.fillHead()
    if let fault = source.fault { throw XMLReadingError(fault) }
    let prolog = try Prolog(head: source.waiting, isWhole: source.isAtEnd)

    let pointer = UnsafeMutablePointer<Parsing>.allocate(capacity: 1)
    defer { pointer.deallocate() }
    var callbacks = callbacks()
    guard
      let context = xmlCreateIOParserCtxt(
        &callbacks, pointer, readBytes, nil, pointer, XML_CHAR_ENCODING_NONE)
    else { throw XMLReadingError(.outOfMemory) }
    defer {
      // A declaration that is refused on sight may have made a document all the same.
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      context.pointee.myDoc = nil
      xmlFreeParserCtxt(context)
    }
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    pointer.initialize(
      to: Parsing(
        source, context: context, names: names, limits: limits, calls: calls,
        whereabouts: Whereabouts(
          markBytes: prolog.markBytes, isConverted: prolog.encoding != .utf8)))
    defer { pointer.deinitialize(count: 1) }

    // A failed conversion is not reported to the context but to the thread, which without this
    // would print bytes of the file.
    xmlSetStructuredErrorFunc(pointer, reportError)
    let answer = xmlParseDocument(context)
    xmlSetStructuredErrorFunc(nil, nil)

    if pointer.pointee.failure == nil { pointer.pointee.checkEnd(answer, of: context) }
    if let failure = pointer.pointee.failure { throw failure }
    return XMLReadingSummary(
      bytes: pointer.pointee.source.bytesRead, elements: pointer.pointee.elements,
      encoding: prolog.encoding)
  }

  /// Refuses what no callback saw: an error kept in the context only, or bytes left over.
  ///
  /// After the root element libxml2 takes a NUL for the end of the file.
  private mutating func checkEnd(_ answer: Int32, of context: xmlParserCtxtPtr) {
    if let last = xmlCtxtGetLastError(context), last.pointee.code != 0 {
      return fail(.malformed(code: last.pointee.code))
    }
    guard answer == 0, context.pointee.wellFormed != 0 else {
      return fail(.malformed(code: Int32(bitPattern: XML_ERR_INTERNAL_ERROR.rawValue)))
    }
    guard isComplete else { return fail(.truncated) }
    let unparsed = context.pointee.input.map { $0.pointee.end - $0.pointee.cur } ?? 0
    if unparsed == 0, hasUnconverted {
      return fail(.malformed(code: Int32(XML_I18N_CONV_FAILED.rawValue)))
    }
    guard unparsed == 0, source.drain() == 0 else { return fail(.trailingBytes) }
    if let fault = source.fault { fail(fault) }
  }

  /// Only what is named here is called; comments and processing instructions go nowhere.
  private static func callbacks() -> xmlSAXHandler {
    var callbacks = xmlSAXHandler()
    callbacks.initialized = UInt32(XML_SAX2_MAGIC)
    callbacks.internalSubset = { state, _, _, _ in
      state?.assumingMemoryBound(to: Parsing.self).pointee.refuseDocumentType()
    }
    callbacks.startElementNs = {
      state, local, prefix, _, namespaces, _, attributes, defaulted, values in
      guard let state, let local else { return }
      state.assumingMemoryBound(to: Parsing.self).pointee.start(
        local, prefix: prefix, namespaces: Int(namespaces),
        attributes: Int(attributes - defaulted), values: values)
    }
    callbacks.endElementNs = { state, _, _, _ in
      state?.assumingMemoryBound(to: Parsing.self).pointee.end()
    }
    callbacks.characters = appendText
    // The same function again: where they differ, libxml2 looks at each text to choose.
    callbacks.ignorableWhitespace = appendText
    callbacks.cdataBlock = appendText
    callbacks.serror = reportError
    return callbacks
  }
}

extension XMLReader {
  /// Loads all that reading needs of the system's files now and not later.
  ///
  /// For a process that will not be allowed to open files. What converts windows-1252 is a module of
  /// the C library, which stays loaded while somebody holds it.
  public static func prepare() {
    _ = libraryIsReady
    _ = xmlFindCharEncodingHandler("windows-1252")
  }
}

/// Once for the process, before any parse: no catalogues, and nothing is ever loaded by name.
private let libraryIsReady: Void = {
  xmlInitParser()
  xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
  xmlSetExternalEntityLoader { _, _, _ in nil }
}()

private let readBytes: xmlInputReadCallback = { state, destination, count in
  guard let state, let destination, count > 0 else { return 0 }
  let room = UnsafeMutableRawBufferPointer(start: destination, count: Int(count))
  return Int32(state.assumingMemoryBound(to: Parsing.self).pointee.read(into: room))
}

private let appendText: charactersSAXFunc = { state, bytes, count in
  guard let state, let bytes else { return }
  state.assumingMemoryBound(to: Parsing.self).pointee.append(bytes, count: Int(count))
}

private let reportError: xmlStructuredErrorFunc = { state, error in
  guard let state, let error else { return }
  state.assumingMemoryBound(to: Parsing.self).pointee.report(error.pointee)
}
