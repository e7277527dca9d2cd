import CLibXML2

/// The registered names by the address at which libxml2's dictionary keeps each of them.
///
/// Every name in a file is interned in that dictionary, so equal names have equal addresses and
/// finding a name is one hash of an address.
struct NameTable: ~Copyable {
  private struct Slot {
    var address: UnsafePointer<UInt8>?
    var length: Int32
    var name: UInt16
  }

  private let slots: UnsafeMutablePointer<Slot>
  private let shift: UInt64
  private let mask: Int

  /// Interns the names in a parser's dictionary.
  init(_ names: [String], in dictionary: xmlDictPtr?) {
    var bits: UInt64 = 8
    while 1 << bits < names.count * 4 { bits += 1 }
    shift = 64 - bits
    mask = 1 << bits - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(
      repeating: Slot(address: nil, length: 0, name: 0), count: mask + 1)
    for (position, name) in names.enumerated() {
      let bytes = Array(name.utf8)
      guard !bytes.isEmpty, let address = xmlDictLookup(dictionary, bytes, Int32(bytes.count))
      else {
        continue
      }
      var index = hash(address)
      while slots[index].address != nil, slots[index].address != address {
        index = (index + 1) & mask
      }
      guard slots[index].address == nil else { continue }
      slots[index] = Slot(
        address: address, length: Int32(bytes.count), name: UInt16(position + 1))
    }
  }

  deinit {
    slots.deallocate()
  }

  /// The number and the length in bytes of an interned name.
  func find(_ address: UnsafePointer<UInt8>) -> (name: XMLName, length: Int) {
    var index = hash(address)
    while true {
      let slot = slots[index]
      if slot.address == address { return (XMLName(rawValue: slot.name), Int(slot.length)) }
      guard slot.address != nil else { return (.unregistered, Int(xmlStrlen(address))) }
      index = (index + 1) & mask
    }
  }

  /// The dictionary packs names without gaps, so all bits of an address count.
  private func hash(_ address: UnsafePointer<UInt8>) -> Int {
    Int(truncatingIfNeeded: (UInt64(UInt(bitPattern: address)) &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
