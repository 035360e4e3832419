/// A bundle file, and look-up in it.
///
/// Opening checks the header and the checksum of all that follows, so that whatever happened to a file
/// by accident is found at once. It does not walk through the messages, which would take longer than
/// all else: what a number of the file points at is checked whenever it is followed, and a message when
/// it is first used, so that a file that was made to do harm does none. `verify` walks through all of it.
struct BundleFile: Sendable {
  private let file: MappedFile
  /// The locale's own tag, then those that it falls back to.
  let localeTags: [String]
  let count: Int
  private let slotMask: Int
  private let order: Int
  private let records: Int

  /// One message of the file. All its bytes are known to lie inside of the file.
  struct Record {
    /// Its number in the order of the keys, below `count`.
    let index: Int
    let kind: UInt16
    let offset: Int
    let key: UnsafeRawBufferPointer
    /// Valid for as long as the file is open. Not checked.
    let body: UnsafeRawBufferPointer
  }

  init(path: String, in folder: Int32? = nil) throws(BundleError) {
    file =
      if let folder { try MappedFile(path: path, in: folder) } else { try MappedFile(path: path) }
    let bytes = file.bytes
    guard Self.number(bytes, BundleLayout.Header.magic, as: UInt64.self) == BundleLayout.magic
    else { throw .notABundle }
    let byteOrder = Self.number(bytes, BundleLayout.Header.byteOrder, as: UInt32.self)
    guard byteOrder == BundleLayout.byteOrder else {
      throw byteOrder == BundleLayout.byteOrder.byteSwapped ? .foreignByteOrder : .notABundle
    }
    let version = Self.number(bytes, BundleLayout.Header.version, as: UInt32.self)
    guard version == BundleLayout.version else { throw .unsupportedVersion(version) }
    let length = Self.number(bytes, BundleLayout.Header.fileLength, as: UInt64.self)
    guard length == UInt64(bytes.count) else {
      throw .wrongLength(expected: length, actual: UInt64(bytes.count))
    }
    let checked = UnsafeRawBufferPointer(rebasing: bytes[BundleLayout.checkedFrom...])
    guard
      Self.number(bytes, BundleLayout.Header.checksum, as: UInt64.self)
        == BundleHash.checksum(checked)
    else { throw .checksumMismatch }

    func field(_ offset: Int) -> Int { Int(Self.number(bytes, offset, as: UInt32.self)) }
    count = field(BundleLayout.Header.entryCount)
    let slotCount = field(BundleLayout.Header.slotCount)
    order = field(BundleLayout.Header.order)
    let locales = field(BundleLayout.Header.locales)
    let localesLength = field(BundleLayout.Header.localesLength)
    records = field(BundleLayout.Header.records)
    slotMask = slotCount - 1
    // All of these are 32-bit numbers, so their sums and products stay far below Int.max.
    guard count <= BundleLayout.mostEntries, slotCount > count, slotCount & slotMask == 0,
      order == BundleLayout.headerSize + slotCount * BundleLayout.slotSize,
      locales == order + count * BundleLayout.orderSize, records >= locales + localesLength,
      records <= bytes.count
    else { throw .damaged(what: "a section is out of place", offset: BundleLayout.checkedFrom) }
    let tags = UnsafeRawBufferPointer(rebasing: bytes[locales..<locales + localesLength])
    localeTags = String(decoding: tags, as: UTF8.self).split(separator: " ").map { String($0) }
  }

  @inline(__always)
  private static func number<Number: FixedWidthInteger>(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int, as type: Number.Type
  ) -> Number {
    Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
  }

  // MARK: Look-up

  /// The record of a key, or nil.
  @inline(__always)
  func record(of key: UnsafeRawBufferPointer) -> Record? {
    let hash = BundleHash.hash(key)
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    var slot = Int(truncatingIfNeeded: hash) & slotMask
    // In a file of ours a free slot ends the search long before all were seen.
    for _ in 0...slotMask {
      let entry = Self.number(
        file.bytes, BundleLayout.headerSize &+ slot &* BundleLayout.slotSize, as: UInt64.self)
      if entry == 0 { return nil }
      if UInt32(truncatingIfNeeded: entry) == tag,
        let record = record(at: Int(entry >> 32) &* BundleLayout.unit),
        Self.areEqual(record.key, key)
      {
        return record
      }
      slot = (slot &+ 1) & slotMask
    }
    return nil
  }

  /// The record at a byte offset; nil if there can be none.
  @inline(__always)
  private func record(at offset: Int) -> Record? {
    let bytes = file.bytes
    guard offset >= records, offset <= bytes.count &- BundleLayout.recordSize else { return nil }
    func field<Number: FixedWidthInteger>(_ place: Int, as type: Number.Type) -> Number {
      Self.number(bytes, offset &+ place, as: type)
    }
    let index = Int(field(BundleLayout.Record.index, as: UInt32.self))
    let keyStart = offset &+ BundleLayout.recordSize
    let bodyStart = keyStart &+ Int(field(BundleLayout.Record.keyLength, as: UInt16.self))
    let end = bodyStart &+ Int(field(BundleLayout.Record.bodyLength, as: UInt32.self))
    guard index < count, end <= bytes.count else { return nil }
    return Record(
      index: index, kind: field(BundleLayout.Record.kind, as: UInt16.self), offset: offset,
      key: UnsafeRawBufferPointer(rebasing: bytes[keyStart..<bodyStart]),
      body: UnsafeRawBufferPointer(rebasing: bytes[bodyStart..<end]))
  }

  @inline(__always)
  private static func areEqual(
    _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer
  ) -> Bool {
    let count = first.count
    guard count == second.count else { return false }
    var offset = 0
    while offset &+ 8 <= count {
      guard
        first.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          == second.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      else { return false }
      offset &+= 8
    }
    while offset < count {
      guard first[offset] == second[offset] else { return false }
      offset &+= 1
    }
    return true
  }

  /// The record that stands at a place in the order of the keys; nil if there is none.
  func record(number: Int) -> Record? {
    guard number >= 0, number < count else { return nil }
    let place = Self.number(
      file.bytes, order + number * BundleLayout.orderSize, as: UInt32.self)
    return record(at: Int(place) * BundleLayout.unit)
  }

  // MARK: Checking

  /// Checks every record, key and slot; what the bodies say is checked by `check`.
  func verify(_ check: (Record) throws(BundleError) -> Void) throws(BundleError) {
    var taken = 0
    for slot in 0...slotMask {
      let offset = BundleLayout.headerSize + slot * BundleLayout.slotSize
      if Self.number(file.bytes, offset, as: UInt64.self) != 0 { taken += 1 }
    }
    guard taken == count else {
      throw .damaged(what: "slots are missing", offset: BundleLayout.headerSize)
    }
    var previous: UnsafeRawBufferPointer?
    for number in 0..<count {
      let place = order + number * BundleLayout.orderSize
      guard let record = record(number: number), record.index == number else {
        throw .damaged(what: "a record is out of place", offset: place)
      }
      if let previous, !previous.lexicographicallyPrecedes(record.key) {
        throw .damaged(what: "the keys are out of order", offset: place)
      }
      guard String(validating: record.key, as: UTF8.self) != nil,
        self.record(of: record.key)?.offset == record.offset
      else { throw .damaged(what: "a key is not found", offset: record.offset) }
      try check(record)
      previous = record.key
    }
  }
}
