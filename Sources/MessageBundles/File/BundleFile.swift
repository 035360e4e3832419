/// A bundle file, and look-up in it.
///
/// Opening checks the header and the checksum of all that follows, so that whatever happened to a file
/// by accident is found at once. It does not walk through the messages, which would take longer than
/// all else: what a number of the file points at is checked whenever it is followed, and a message when
/// it is first used, so that a file that was made to do harm does none. `verify` walks through all of it.
struct BundleFile: Sendable {
  /// The locale's own tag, then those that it falls back to.
  let localeTags: [String]
  let count: Int
  /// A power of two.
  let slotCount: Int
  private let file: MappedFile
  // The mapping's start: read-only memory that lives as long as `file`.
  nonisolated(unsafe) private let start: UnsafeRawPointer
  private let length: Int
  /// Where the first record begins.
  private let records: Int

  /// One message of the file. All its bytes are known to lie inside of the file.
  struct Record {
    let kind: UInt16
    let offset: Int
    let key: UnsafeRawBufferPointer
    /// Valid for as long as the file is open. Not checked.
    let body: UnsafeRawBufferPointer
  }

  /// - Parameter folder: An open folder that `path` counts from, if it is relative.
  init(path: String, in folder: Int32? = nil) throws(BundleError) {
    let file = try MappedFile(path: path, in: folder)
    self.file = file
    start = file.start
    length = file.length
    let bytes = UnsafeRawBufferPointer(start: start, count: length)
    func field<Number: FixedWidthInteger>(_ offset: Int, as type: Number.Type) -> Number {
      Self.number(file.start, offset, as: type)
    }
    guard field(BundleLayout.Header.magic, as: UInt64.self) == BundleLayout.magic
    else { throw .notABundle }
    let byteOrder = field(BundleLayout.Header.byteOrder, as: UInt32.self)
    guard byteOrder == BundleLayout.byteOrder else {
      throw byteOrder == BundleLayout.byteOrder.byteSwapped ? .foreignByteOrder : .notABundle
    }
    let version = field(BundleLayout.Header.version, as: UInt32.self)
    guard version == BundleLayout.version else { throw .unsupportedVersion(version) }
    let expected = field(BundleLayout.Header.fileLength, as: UInt64.self)
    guard expected == UInt64(length) else {
      throw .wrongLength(expected: expected, actual: UInt64(length))
    }
    let checked = UnsafeRawBufferPointer(rebasing: bytes[BundleLayout.checkedFrom...])
    guard field(BundleLayout.Header.checksum, as: UInt64.self) == BundleHash.checksum(checked)
    else { throw .checksumMismatch }

    func place(_ offset: Int) -> Int { Int(field(offset, as: UInt32.self)) }
    count = place(BundleLayout.Header.entryCount)
    slotCount = place(BundleLayout.Header.slotCount)
    records = place(BundleLayout.Header.records)
    let locales = place(BundleLayout.Header.locales)
    let localesLength = place(BundleLayout.Header.localesLength)
    // All of these are 32-bit numbers, so their sums and products stay far below Int.max.
    guard count <= BundleLayout.mostEntries, slotCount > count, slotCount & (slotCount - 1) == 0,
      locales == BundleLayout.headerSize + slotCount * BundleLayout.slotSize,
      records >= locales + localesLength, records <= length,
      records.isMultiple(of: BundleLayout.unit)
    else { throw .damaged(what: "a section is out of place", offset: BundleLayout.checkedFrom) }
    let tags = UnsafeRawBufferPointer(rebasing: bytes[locales..<locales + localesLength])
    localeTags = String(decoding: tags, as: UTF8.self).split(separator: " ").map { String($0) }
  }

  @inline(__always)
  private static func number<Number: FixedWidthInteger>(
    _ start: UnsafeRawPointer, _ offset: Int, as type: Number.Type
  ) -> Number {
    Number(littleEndian: start.loadUnaligned(fromByteOffset: offset, as: type))
  }
}

// Look-up
extension BundleFile {
  /// The record of a key and the slot that leads to it, or nil.
  @inline(__always)
  func record(of key: UnsafeRawBufferPointer) -> (slot: Int, record: Record)? {
    let hash = BundleHash.hash(key)
    let mask = slotCount &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    // In a file of ours a free slot ends the search long before all were seen.
    for _ in 0...mask {
      let entry = Self.number(
        start, BundleLayout.headerSize &+ slot &* BundleLayout.slotSize, as: UInt64.self)
      if UInt32(truncatingIfNeeded: entry) == UInt32(truncatingIfNeeded: hash >> 32),
        let record = record(at: Int(entry >> 32) &* BundleLayout.unit),
        Self.areEqual(record.key, key)
      {
        return (slot, record)
      }
      if entry == 0 { return nil }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  /// The record at a byte offset; nil if there can be none.
  @inline(__always)
  private func record(at offset: Int) -> Record? {
    guard offset >= records, offset <= length &- BundleLayout.recordSize else { return nil }
    func field<Number: FixedWidthInteger>(_ place: Int, as type: Number.Type) -> Number {
      Self.number(start, offset &+ place, as: type)
    }
    let keyLength = Int(field(BundleLayout.Record.keyLength, as: UInt16.self))
    let bodyLength = Int(field(BundleLayout.Record.bodyLength, as: UInt32.self))
    let key = offset &+ BundleLayout.recordSize
    let body = key &+ keyLength
    guard body &+ bodyLength <= length else { return nil }
    return Record(
      kind: field(BundleLayout.Record.kind, as: UInt16.self), offset: offset,
      key: UnsafeRawBufferPointer(start: start + key, count: keyLength),
      body: UnsafeRawBufferPointer(start: start + body, count: bodyLength))
  }

  /// Whether two keys are the same bytes. The last words overlap those before, as in their hash.
  @inline(__always)
  private static func areEqual(
    _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer
  ) -> Bool {
    let count = first.count
    guard count == second.count else { return false }
    @inline(__always)
    func difference<Word: FixedWidthInteger>(at offset: Int, as type: Word.Type) -> Word {
      first.loadUnaligned(fromByteOffset: offset, as: type)
        ^ second.loadUnaligned(fromByteOffset: offset, as: type)
    }
    if count >= 8 {
      var offset = 0
      var all: UInt64 = 0
      while offset &+ 8 < count {
        all |= difference(at: offset, as: UInt64.self)
        offset &+= 8
      }
      return all | difference(at: count &- 8, as: UInt64.self) == 0
    }
    if count >= 4 {
      return difference(at: 0, as: UInt32.self) | difference(at: count &- 4, as: UInt32.self) == 0
    }
    for offset in 0..<count where difference(at: offset, as: UInt8.self) != 0 { return false }
    return true
  }
}

// All records
extension BundleFile {
  /// The records in the order of their keys, as far as they follow one another.
  var all: some Sequence<Record> {
    sequence(state: records) { offset in
      guard let record = record(at: offset) else { return nil }
      offset = end(of: record)
      return record
    }
    .prefix(count)
  }

  /// Where the next record begins.
  private func end(of record: Record) -> Int {
    let size = BundleLayout.recordSize + record.key.count + record.body.count
    return record.offset + (size + BundleLayout.unit - 1) / BundleLayout.unit * BundleLayout.unit
  }

  /// Checks every record, key and slot; what the bodies say is checked by `check`.
  func verify(_ check: (Record) throws(BundleError) -> Void) throws(BundleError) {
    var taken = 0
    for slot in 0..<slotCount {
      let offset = BundleLayout.headerSize + slot * BundleLayout.slotSize
      if Self.number(start, offset, as: UInt64.self) != 0 { taken += 1 }
    }
    guard taken == count else {
      throw .damaged(what: "slots are missing", offset: BundleLayout.headerSize)
    }
    var offset = records
    var previous: UnsafeRawBufferPointer?
    for _ in 0..<count {
      guard let record = record(at: offset) else {
        throw .damaged(what: "a record is out of place", offset: offset)
      }
      if let previous, !previous.lexicographicallyPrecedes(record.key) {
        throw .damaged(what: "the keys are out of order", offset: offset)
      }
      guard String(validating: record.key, as: UTF8.self) != nil,
        self.record(of: record.key)?.record.offset == offset
      else { throw .damaged(what: "a key is not found", offset: offset) }
      try check(record)
      previous = record.key
      offset = end(of: record)
    }
    guard offset == length else {
      throw .damaged(what: "something stands behind the last record", offset: offset)
    }
  }
}
