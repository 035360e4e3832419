public import LocaleIdentifiers

/// Lays out a bundle file: the messages of one locale, ready to be mapped.
///
///     var writer = BundleWriter(locale: pl)
///     writer.add(key: "cart.title", text: "Koszyk")
///     writer.add(key: "cart.items", messageFormat2: source)
///     let bytes = try writer.bytes()
///
/// The same messages give the same bytes, in whatever order they were added.
public struct BundleWriter: Sendable {
  private struct Entry {
    var key: [UInt8]
    var text: [UInt8]
    var kind: BundleLayout.Kind
  }

  /// DESIGN's limit on messages in one file.
  private static let mostEntries = 100_000

  private let locale: LocaleIdentifier
  private var entries: [Entry] = []

  public init(locale: LocaleIdentifier) {
    self.locale = locale
  }

  /// Adds a text that is shown as it is.
  public mutating func add(key: String, text: String) {
    entries.append(Entry(key: Array(key.utf8), text: Array(text.utf8), kind: .text))
  }

  /// Adds a message in MessageFormat 2's syntax. It must be valid: the reader compiles it.
  public mutating func add(key: String, messageFormat2 source: String) {
    entries.append(Entry(key: Array(key.utf8), text: Array(source.utf8), kind: .messageFormat2))
  }

  public func bytes() throws(BundleError) -> [UInt8] {
    guard entries.count <= Self.mostEntries else { throw .tooLarge }
    let sorted = entries.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    for (entry, next) in zip(sorted, sorted.dropFirst()) where entry.key == next.key {
      throw .duplicateKey(String(decoding: entry.key, as: UTF8.self))
    }

    var blob = Array(locale.tag.utf8)
    let localeLength = blob.count
    var slotCount = 1
    while slotCount < sorted.count * 2 { slotCount *= 2 }
    var slots = [UInt32](repeating: 0, count: slotCount)
    var table: [UInt32] = []
    table.reserveCapacity(sorted.count * 6)
    for (index, entry) in sorted.enumerated() {
      let hash = entry.key.withUnsafeBytes { BundleHash.hash($0) }
      var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = UInt32(index + 1)
      guard blob.count + entry.key.count + entry.text.count <= Int(UInt32.max) / 2 else {
        throw .tooLarge
      }
      table.append(UInt32(truncatingIfNeeded: hash >> 32))
      table.append(UInt32(blob.count))
      table.append(UInt32(entry.key.count))
      blob += entry.key
      table.append(UInt32(blob.count))
      table.append(UInt32(entry.text.count))
      blob += entry.text
      table.append(entry.kind.rawValue)
    }

    let slotsOffset = BundleLayout.headerSize
    let entriesOffset = slotsOffset + slotCount * BundleLayout.slotSize
    let blobOffset = entriesOffset + sorted.count * BundleLayout.entrySize
    let length = blobOffset + blob.count

    var body: [UInt8] = []
    body.reserveCapacity(length)
    for field in [
      0, localeLength, sorted.count, slotCount, slotsOffset, entriesOffset, blobOffset, blob.count,
    ] {
      append(UInt32(field), to: &body)
    }
    for slot in slots { append(slot, to: &body) }
    for field in table { append(field, to: &body) }
    body += blob

    var bytes: [UInt8] = []
    bytes.reserveCapacity(length)
    append(BundleLayout.magic, to: &bytes)
    append(BundleLayout.byteOrder, to: &bytes)
    append(BundleLayout.version, to: &bytes)
    append(UInt64(length), to: &bytes)
    append(body.withUnsafeBytes { BundleHash.checksum($0) }, to: &bytes)
    return bytes + body
  }

  private func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }
}
