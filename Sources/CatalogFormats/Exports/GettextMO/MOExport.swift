import CatalogExchange
import LocaleIdentifiers
import StringCatalogs

extension RuntimeExport {
  /// `<locale>/LC_MESSAGES/messages.mo`, where gettext looks: keys as contexts, the source's texts as ids.
  static let gettextMO = RuntimeExport(
    name: "mo", title: "gettext's .mo files"
  ) { texts in
    let context = FormatContext(locale: texts.locale, source: texts.source.locale)
    let (records, findings) = POWriter.records(of: texts.exchanged, context)
    let folder = texts.locale.base.tag.replacing("-", with: "_")
    return ExportedTexts(
      files: ["\(folder)/LC_MESSAGES/messages.mo": MOFile(records).bytes], findings: findings)
  }
}

/// A message of a gettext file.
struct GettextRecord {
  var context: String?
  var id: String
  var plural: String?
  var strings: [String]
}

/// gettext's binary file (GNU gettext manual, "The Format of GNU MO Files"), little-endian, with the
/// hash table that gettext looks strings up in.
struct MOFile {
  let bytes: [UInt8]

  init(_ records: [GettextRecord]) {
    var pairs: [(id: [UInt8], string: [UInt8])] = []
    for record in records where record.strings.contains(where: { !$0.isEmpty }) {
      let context = record.context.map { $0 + "\u{4}" } ?? ""
      let plural = record.plural.map { "\0" + $0 } ?? ""
      pairs.append(
        (
          Array((context + record.id + plural).utf8),
          Array(record.strings.joined(separator: "\0").utf8)
        ))
    }
    // Sorted by the bytes of the ids: gettext looks them up by bisection where it has no table.
    pairs.sort { $0.id.lexicographicallyPrecedes($1.id) }

    var count = UInt32(clamping: pairs.count) * 4 / 3
    while !Self.isPrime(count) || count < 3 { count += 1 }
    let tables = UInt32(28)
    let translations = tables + UInt32(clamping: pairs.count) * 8
    let hashes = translations + UInt32(clamping: pairs.count) * 8
    var offset = hashes + count * 4
    var header: [UInt32] = [
      0x9504_12DE, 0, UInt32(clamping: pairs.count), tables, translations, count, hashes,
    ]
    for strings in [pairs.map(\.id), pairs.map(\.string)] {
      for string in strings {
        header += [UInt32(clamping: string.count), offset]
        offset += UInt32(clamping: string.count) + 1
      }
    }
    header += Self.hashTable(pairs.map(\.id), count: count)
    var bytes: [UInt8] = []
    for word in header {
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    for string in pairs.map(\.id) + pairs.map(\.string) { bytes += string + [0] }
    self.bytes = bytes
  }

  /// The number of each string from 1 at its place, or 0: open addressing with double hashing.
  private static func hashTable(_ strings: [[UInt8]], count: UInt32) -> [UInt32] {
    var table = [UInt32](repeating: 0, count: Int(count))
    for (number, string) in strings.enumerated() {
      // gettext looks for what stands before the plural's zero byte.
      let hash = hash(string.prefix { $0 != 0 })
      let step = 1 + hash % (count - 2)
      var place = hash % count
      while table[Int(place)] != 0 {
        place = place >= count - step ? place - (count - step) : place + step
      }
      table[Int(place)] = UInt32(clamping: number + 1)
    }
    return table
  }

  /// The hash of P. J. Weinberger (Aho, Sethi, Ullman: Compilers, section 7.6).
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 0
    for byte in bytes {
      hash = (hash << 4) &+ UInt32(byte)
      let high = hash & 0xF000_0000
      if high != 0 { hash ^= high >> 24 ^ high }
    }
    return hash
  }

  private static func isPrime(_ number: UInt32) -> Bool {
    guard number > 3 else { return number > 1 }
    var divisor: UInt32 = 2
    while divisor <= number / divisor {
      if number.isMultiple(of: divisor) { return false }
      divisor += 1
    }
    return true
  }
}
