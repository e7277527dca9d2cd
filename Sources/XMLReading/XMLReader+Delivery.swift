extension XMLReader {
  /// Runs a read with calls that are compiled for this very handler.
  ///
  /// The callbacks of a C library cannot be generic. These closures are, and being inlinable they
  /// are specialised where the handler is known, so that an event costs one indirect call.
  @inlinable
  func deliver<Handler: XMLHandler & ~Copyable>(
    into handler: inout Handler,
    _ read: (HandlerCalls) throws(XMLReadingError) -> XMLReadingSummary
  ) throws(XMLReadingFailure<Handler.Failure>) -> XMLReadingSummary {
    try withUnsafeMutablePointer(to: &handler) {
      (pointer) throws(XMLReadingFailure<Handler.Failure>) in
      var courier = Courier<Handler>(handler: pointer)
      let outcome = withUnsafeMutablePointer(to: &courier) { courier in
        let calls = HandlerCalls(
          courier: UnsafeMutableRawPointer(courier),
          start: { courier, name, spelling, place in
            Courier<Handler>.at(courier).pointee.start(name, spelling, place)
          },
          attribute: { courier, name, spelling, value in
            Courier<Handler>.at(courier).pointee.attribute(name, spelling, value)
          },
          end: { courier, name, text, place in
            Courier<Handler>.at(courier).pointee.end(name, text, place)
          })
        return Result { () throws(XMLReadingError) in try read(calls) }
      }
      if let stop = courier.stop { throw .stopped(stop) }
      switch outcome {
      case .success(let summary): return summary
      case .failure(let error): throw .refused(error)
      }
    }
  }
}

/// The calls to a handler whose type is forgotten; each answers whether to read on.
@usableFromInline
struct HandlerCalls {
  @usableFromInline typealias Bytes = UnsafeBufferPointer<UInt8>

  @usableFromInline let courier: UnsafeMutableRawPointer
  @usableFromInline let start: (UnsafeMutableRawPointer, XMLName, Bytes, XMLPlace) -> Bool
  @usableFromInline let attribute: (UnsafeMutableRawPointer, XMLName, Bytes, Bytes) -> Bool
  @usableFromInline let end: (UnsafeMutableRawPointer, XMLName, Bytes, XMLPlace) -> Bool

  @inlinable
  init(
    courier: UnsafeMutableRawPointer,
    start: @escaping (UnsafeMutableRawPointer, XMLName, Bytes, XMLPlace) -> Bool,
    attribute: @escaping (UnsafeMutableRawPointer, XMLName, Bytes, Bytes) -> Bool,
    end: @escaping (UnsafeMutableRawPointer, XMLName, Bytes, XMLPlace) -> Bool
  ) {
    self.courier = courier
    self.start = start
    self.attribute = attribute
    self.end = end
  }
}

/// Carries events to a handler and keeps the error that it stopped with.
@usableFromInline
struct Courier<Handler: XMLHandler & ~Copyable> {
  @usableFromInline let handler: UnsafeMutablePointer<Handler>
  @usableFromInline var stop: Handler.Failure?

  @inlinable
  init(handler: UnsafeMutablePointer<Handler>) {
    self.handler = handler
  }

  @inlinable
  static func at(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutablePointer<Courier> {
    pointer.assumingMemoryBound(to: Courier.self)
  }

  @inlinable
  mutating func start(
    _ name: XMLName, _ spelling: UnsafeBufferPointer<UInt8>, _ place: XMLPlace
  ) -> Bool {
    do {
      try handler.pointee.start(name, spelled: spelling.span, at: place)
      return true
    } catch {
      stop = error
      return false
    }
  }

  @inlinable
  mutating func attribute(
    _ name: XMLName, _ spelling: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    do {
      try handler.pointee.attribute(name, spelled: spelling.span, value: value.span)
      return true
    } catch {
      stop = error
      return false
    }
  }

  @inlinable
  mutating func end(
    _ name: XMLName, _ text: UnsafeBufferPointer<UInt8>, _ place: XMLPlace
  ) -> Bool {
    do {
      try handler.pointee.end(name, text: text.span, at: place)
      return true
    } catch {
      stop = error
      return false
    }
  }
}
