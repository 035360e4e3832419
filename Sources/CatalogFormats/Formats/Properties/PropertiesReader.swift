import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// Reads Java's property files, in UTF-8 or, where they are not, in Latin-1.
struct PropertiesReader: FormatReader {
  private let bytes: [UInt8]
  private let isLatin1: Bool
  private(set) var log: FindingLog
  var catalog: ExchangeCatalog
  private var comments = EntryComments()
  private var offset = 0

  init(_ file: CatalogFile, _ context: FormatContext) {
    bytes = file.bytes
    log = FindingLog(file, context.locale)
    catalog = ExchangeCatalog(context)
    isLatin1 = Encoding.fault(of: file.bytes) != nil
    let isUTF8 = !isLatin1 && file.bytes.contains { $0 >= 0x80 }
    catalog.header = [ExchangeDetail("encoding", isUTF8 ? "utf-8" : "latin-1")]
  }

  mutating func read(_ bytes: [UInt8]) {
    catalog.original = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    while offset < bytes.count {
      skip { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C || $0 == 0x0A || $0 == 0x0D }
      guard offset < bytes.count else { break }
      if bytes[offset] == UInt8(ascii: "#") || bytes[offset] == UInt8(ascii: "!") {
        readComment()
      } else {
        readEntry()
      }
    }
    if let rest = comments.rest { catalog.header.append(rest) }
  }

  private mutating func readComment() {
    let start = offset
    skip { $0 != 0x0A && $0 != 0x0D }
    comments.add([text(start + 1..<offset).trimmed], at: start)
  }

  private mutating func readEntry() {
    let keyStart = offset
    var decoder = TextDecoder(start: offset)
    decode(into: &decoder) { $0 == 0x3D || $0 == 0x3A || $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
    let keySpan = keyStart..<offset
    let key = decoder.finished(end: offset).text
    skip { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
    if offset < bytes.count, bytes[offset] == 0x3D || bytes[offset] == 0x3A {
      offset += 1
      skip { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
    }
    let valueStart = offset
    decoder = TextDecoder(start: offset)
    decode(into: &decoder) { _ in false }
    let value = decoder.finished(end: offset)
    let valueSpan = valueStart..<offset
    let comment = comments.take(before: keyStart)
    guard log.admit(key, at: keySpan) else { return }
    var entry = ExchangeEntry(key: key, keySpan: keySpan)
    entry.metadata.description = comment.description
    let reader = PlaceholderReader(dialect: JavaDialect.of(value.text), notes: comment.notes)
    entry.translation = reader.message(value, valueSpan: valueSpan)
    entry.origin = EntryOrigin(entry, at: comment.start..<offset)
    catalog.entries.append(entry)
  }

  /// Decodes up to the end of the logical line, or to an unescaped byte that ends it.
  private mutating func decode(into decoder: inout TextDecoder, until ends: (UInt8) -> Bool) {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0x0A || byte == 0x0D || ends(byte) { return }
      if byte == UInt8(ascii: "\\") {
        decodeEscape(into: &decoder)
      } else {
        if isLatin1 {
          decoder.append(Unicode.Scalar(byte), at: offset)
        } else {
          decoder.append(byte, at: offset)
        }
        offset += 1
      }
    }
  }

  private mutating func decodeEscape(into decoder: inout TextDecoder) {
    let start = offset
    offset += 1
    guard offset < bytes.count else { return }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case 0x0A, 0x0D:
      if byte == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
      skip { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
    case UInt8(ascii: "n"): decoder.append(0x0A as UInt8, at: start)
    case UInt8(ascii: "t"): decoder.append(0x09 as UInt8, at: start)
    case UInt8(ascii: "r"): decoder.append(0x0D as UInt8, at: start)
    case UInt8(ascii: "f"): decoder.append(0x0C as UInt8, at: start)
    case UInt8(ascii: "u"): decodeUnicode(start, into: &decoder)
    default:
      if isLatin1 {
        decoder.append(Unicode.Scalar(byte), at: start)
      } else {
        decoder.append(byte, at: start)
      }
    }
  }

  private mutating func decodeUnicode(_ start: Int, into decoder: inout TextDecoder) {
    guard let unit = hexadecimal() else {
      return log.report(
        "invalid-escape", "expected four hexadecimal digits after `\\u`",
        at: start..<min(start + 6, bytes.count))
    }
    if let scalar = Unicode.Scalar(UInt32(unit)) {
      return decoder.append(scalar, at: start)
    }
    let mark = offset
    if unit < 0xDC00, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    {
      offset += 2
      if let low = hexadecimal(), (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (UInt32(unit - 0xD800) << 10) + UInt32(low - 0xDC00))
      {
        return decoder.append(scalar, at: start)
      }
      offset = mark
    }
    log.report("invalid-escape", "half of a surrogate pair", at: start..<mark)
    decoder.append("\u{FFFD}" as Unicode.Scalar, at: start)
  }

  private mutating func hexadecimal() -> UInt16? {
    guard offset + 4 <= bytes.count,
      bytes[offset..<offset + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
    else { return nil }
    let digits = String(decoding: bytes[offset..<offset + 4], as: UTF8.self)
    offset += 4
    return UInt16(digits, radix: 16)
  }

  private func text(_ range: Range<Int>) -> String {
    guard isLatin1 else { return String(decoding: bytes[range], as: UTF8.self) }
    var text = ""
    for byte in bytes[range] { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    return text
  }

  private mutating func skip(_ condition: (UInt8) -> Bool) {
    while offset < bytes.count, condition(bytes[offset]) { offset += 1 }
  }
}
