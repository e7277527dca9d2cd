public import CaseModel
public import Clocks
public import Faults
import XMLReading

extension InterchangeReader {
  /// Whether an XML file is in the interchange format, by its root.
  ///
  /// - Parameter beginning: some KiB from the start of the file.
  /// - Returns: true where the first element is that of the format; false where it is another or
  ///   there is none among these bytes.
  public static func isInterchange(xmlBeginning beginning: [UInt8]) -> Bool {
    XMLRoot.name(in: beginning).elementsEqual(InterchangeXMLName.root.spelling.utf8)
  }

  /// Reads one XML file to its end and hands each event, and who took part in it, to a sink.
  ///
  /// - Parameters:
  ///   - file: open at its start.
  ///   - feed: learns what the file says of it.
  ///   - asOf: goes before the moment that the file names.
  ///   - sink: gets the records, a few lines of a child each, and what is set aside; its `begin` and
  ///     `finish` are the caller's.
  ///   - onBytes: called with each block as it is read, for a hash of the file.
  /// - Returns: the counts and the notes of this file.
  /// - Throws: ``Fault`` with 65 where the file is refused as a whole, 74 where it cannot be read.
  public mutating func read(
    xml file: ExportFile, feed: inout Feed, asOf: Moment?, into sink: any RecordSink,
    onBytes: ((RawSpan) -> Void)? = nil
  ) throws(Fault) -> FileReading {
    var handler = InterchangeXMLHandler(
      file: file, asOf: asOf, sink: sink, reader: self, feed: feed)
    do {
      _ = try InterchangeXMLName.reader.read(
        descriptor: file.descriptor, into: &handler, onBytes: onBytes)
    } catch {
      throw XMLStructure.fault(error, file.name)
    }
    let reading = handler.finish()
    self = handler.reader
    feed = handler.feed
    return reading
  }
}
