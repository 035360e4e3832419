public import LocaleIdentifiers
import MessageFormat
import MessageSyntax

/// Lays out a bundle file: the messages of one locale, compiled, ready to be mapped.
///
///     var writer = BundleWriter(locale: "es-MX", fallback: ["es", "fr"])
///     writer.add(key: "cart.title", text: "Carrito")
///     writer.add(key: "cart.items", messageFormat2: source)
///     let bytes = try writer.bytes()
///
/// The same messages give the same bytes, in whatever order they were added.
public struct BundleWriter: Sendable {
  private struct Entry {
    var key: [UInt8]
    var content: Content
  }

  private enum Content {
    case text(String)
    case messageFormat2(String)
  }

  private let locale: LocaleIdentifier
  private let fallback: [LocaleIdentifier]
  private var entries: [Entry] = []

  /// - Parameter fallback: The locales that are asked, in this order, for what this one lacks.
  public init(locale: LocaleIdentifier, fallback: [LocaleIdentifier] = []) {
    self.locale = locale
    self.fallback = fallback
  }

  /// Adds a text that is shown as it is.
  public mutating func add(key: String, text: String) {
    entries.append(Entry(key: Array(key.utf8), content: .text(text)))
  }

  /// Adds a message in MessageFormat 2's syntax, to be compiled.
  public mutating func add(key: String, messageFormat2 source: String) {
    entries.append(Entry(key: Array(key.utf8), content: .messageFormat2(source)))
  }

  /// The file's bytes.
  ///
  /// - Throws: `duplicateKey`; `invalidMessage` for a message with a fault; `tooLarge`.
  public func bytes() throws(BundleError) -> [UInt8] {
    guard entries.count <= BundleLayout.mostEntries else { throw .tooLarge }
    let sorted = entries.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    for (entry, next) in zip(sorted, sorted.dropFirst()) where entry.key == next.key {
      throw .duplicateKey(String(decoding: entry.key, as: UTF8.self))
    }
    let locales = Array(([locale] + fallback).map(\.tag).joined(separator: " ").utf8)
    var slotCount = 2
    while slotCount * 2 < sorted.count * 3 { slotCount *= 2 }
    let localesOffset = BundleLayout.headerSize + slotCount * BundleLayout.slotSize
    let start = aligned(localesOffset + locales.count)

    var slots = [UInt64](repeating: 0, count: slotCount)
    var records: [UInt8] = []
    for entry in sorted {
      guard entry.key.count <= BundleLayout.longestKey else { throw .tooLarge }
      let place = (start + records.count) / BundleLayout.unit
      try append(entry, to: &records)
      guard start + records.count <= BundleLayout.longestFile else { throw .tooLarge }
      let hash = entry.key.withUnsafeBytes { BundleHash.hash($0) }
      var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = hash >> 32 | UInt64(place) << 32
    }

    var bytes: [UInt8] = []
    bytes.reserveCapacity(start + records.count)
    append(BundleLayout.magic, to: &bytes)
    append(BundleLayout.byteOrder, to: &bytes)
    append(BundleLayout.version, to: &bytes)
    // The length and the checksum, once all else is there.
    bytes += repeatElement(0, count: BundleLayout.checkedFrom - bytes.count)
    for field in [sorted.count, slotCount, localesOffset, locales.count, start, 0, 0, 0] {
      append(UInt32(field), to: &bytes)
    }
    for slot in slots { append(slot, to: &bytes) }
    bytes += locales
    bytes += repeatElement(0, count: start - localesOffset - locales.count)
    bytes += records
    BundleSeal.seal(&bytes)
    return bytes
  }

  private func append(_ entry: Entry, to records: inout [UInt8]) throws(BundleError) {
    let kind: BundleLayout.Kind
    let body: [UInt8]
    switch try compiled(entry) {
    case .text(let text): (kind, body) = (.text, Array(text.utf8))
    case .program(let bytes): (kind, body) = (.program, bytes)
    }
    guard body.count <= BundleLayout.longestFile else { throw .tooLarge }
    append(UInt16(entry.key.count), to: &records)
    append(kind.rawValue, to: &records)
    append(UInt32(body.count), to: &records)
    records += entry.key
    records += body
    records += repeatElement(0, count: aligned(records.count) - records.count)
  }

  private func compiled(_ entry: Entry) throws(BundleError) -> CompiledMessage {
    switch entry.content {
    case .text(let text): return .text(text)
    case .messageFormat2(let source):
      let parsed = MessageFormat2.parse(source)
      guard parsed.isValid, let message = parsed.message,
        let compiled = try? CompiledMessage(message)
      else { throw .invalidMessage(key: String(decoding: entry.key, as: UTF8.self)) }
      return compiled
    }
  }

  private func aligned(_ offset: Int) -> Int {
    (offset + BundleLayout.unit - 1) / BundleLayout.unit * BundleLayout.unit
  }

  private func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }
}
