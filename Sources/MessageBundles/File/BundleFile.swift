/// A bundle file that was checked from end to end, and look-up in it.
///
/// After `init` every number in the file is known to point at what it should, so look-up needs no
/// further checks.
struct BundleFile: Sendable {
  private let file: MappedFile
  let localeTag: String
  let count: Int
  private let slotMask: Int
  private let slots: Int
  private let entries: Int
  private let blob: Int

  init(path: String) throws(BundleError) {
    file = try MappedFile(path: path)
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
    slots = field(BundleLayout.Header.slots)
    entries = field(BundleLayout.Header.entries)
    blob = field(BundleLayout.Header.blob)
    let blobLength = field(BundleLayout.Header.blobLength)
    slotMask = slotCount - 1

    // All of these are 32-bit numbers, so their sums and products stay far below Int.max.
    guard slotCount > count, slotCount & slotMask == 0, slots == BundleLayout.headerSize,
      entries == slots + slotCount * BundleLayout.slotSize,
      blob == entries + count * BundleLayout.entrySize, blob + blobLength == bytes.count
    else { throw .damaged(what: "a section is out of place", offset: BundleLayout.checkedFrom) }

    localeTag = try Self.checkStrings(
      bytes, entries: entries, count: count, blob: blob..<bytes.count,
      locale: field(BundleLayout.Header.localeOffset),
      localeLength: field(BundleLayout.Header.localeLength))
    var taken = 0
    for slot in 0..<slotCount {
      let offset = slots + slot * BundleLayout.slotSize
      let entry = field(offset)
      guard entry <= count else { throw .damaged(what: "a slot leads nowhere", offset: offset) }
      if entry != 0 { taken += 1 }
    }
    // A full table would make a search for an unknown key run for ever.
    guard taken == count else { throw .damaged(what: "slots are missing", offset: slots) }
  }

  /// Checks that all text is UTF-8 and every entry is cut at the start of a scalar.
  private static func checkStrings(
    _ bytes: UnsafeRawBufferPointer, entries: Int, count: Int, blob: Range<Int>, locale: Int,
    localeLength: Int
  ) throws(BundleError) -> String {
    let texts = UnsafeRawBufferPointer(rebasing: bytes[blob])
    let isUTF8 = texts.withMemoryRebound(to: UInt8.self) { buffer in
      (try? UTF8Span(validating: buffer.span)) != nil
    }
    guard isUTF8 else { throw .damaged(what: "text is not UTF-8", offset: blob.lowerBound) }
    func isBoundary(_ offset: Int) -> Bool {
      offset == texts.count || texts[offset] & 0xC0 != 0x80
    }
    func isText(_ offset: Int, _ length: Int) -> Bool {
      offset + length <= texts.count && isBoundary(offset) && isBoundary(offset + length)
    }
    guard isText(locale, localeLength) else {
      throw .damaged(what: "the locale is out of place", offset: BundleLayout.Header.localeOffset)
    }
    for index in 0..<count {
      let entry = entries + index * BundleLayout.entrySize
      func field(_ offset: Int) -> Int { Int(number(bytes, entry + offset, as: UInt32.self)) }
      guard
        isText(field(BundleLayout.Entry.keyOffset), field(BundleLayout.Entry.keyLength)),
        isText(field(BundleLayout.Entry.textOffset), field(BundleLayout.Entry.textLength)),
        BundleLayout.Kind(rawValue: UInt32(field(BundleLayout.Entry.kind))) != nil
      else { throw .damaged(what: "an entry is out of place", offset: entry) }
    }
    let tag = UnsafeRawBufferPointer(rebasing: texts[locale..<locale + localeLength])
    return String(decoding: tag, as: UTF8.self)
  }

  @inline(__always)
  private static func number<Number: FixedWidthInteger>(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int, as type: Number.Type
  ) -> Number {
    Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
  }

  // MARK: Look-up

  /// The number of a key's entry, or nil.
  func index(of key: UnsafeRawBufferPointer) -> Int? {
    let bytes = file.bytes
    let hash = BundleHash.hash(key)
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    var slot = Int(truncatingIfNeeded: hash) & slotMask
    while true {
      let number = Self.number(bytes, slots &+ slot &* BundleLayout.slotSize, as: UInt32.self)
      if number == 0 { return nil }
      let index = Int(number) &- 1
      let entry = entries &+ index &* BundleLayout.entrySize
      if Self.number(bytes, entry &+ BundleLayout.Entry.hash, as: UInt32.self) == tag,
        text(entry, BundleLayout.Entry.keyOffset, BundleLayout.Entry.keyLength)
          .elementsEqual(key)
      {
        return index
      }
      slot = (slot &+ 1) & slotMask
    }
  }

  func key(at index: Int) -> UnsafeRawBufferPointer {
    text(
      entries + index * BundleLayout.entrySize, BundleLayout.Entry.keyOffset,
      BundleLayout.Entry.keyLength)
  }

  /// The text of an entry, and what it is. Valid for as long as the bundle lives.
  func value(at index: Int) -> (kind: BundleLayout.Kind, text: UnsafeRawBufferPointer) {
    let entry = entries + index * BundleLayout.entrySize
    let kind = Self.number(file.bytes, entry + BundleLayout.Entry.kind, as: UInt32.self)
    return (
      BundleLayout.Kind(rawValue: kind) ?? .text,
      text(entry, BundleLayout.Entry.textOffset, BundleLayout.Entry.textLength)
    )
  }

  @inline(__always)
  private func text(_ entry: Int, _ offset: Int, _ length: Int) -> UnsafeRawBufferPointer {
    let start =
      blob &+ Int(Self.number(file.bytes, entry &+ offset, as: UInt32.self))
    let count = Int(Self.number(file.bytes, entry &+ length, as: UInt32.self))
    return UnsafeRawBufferPointer(rebasing: file.bytes[start..<start &+ count])
  }
}
