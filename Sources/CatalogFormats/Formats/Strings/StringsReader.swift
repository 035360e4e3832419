import CatalogExchange
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// Reads Apple's `.strings`: `/* comment */ "key" = "value";`, in UTF-8 or in UTF-16 with its mark.
///
/// Places in a file of UTF-16 are those of its text in UTF-8.
struct StringsReader: FormatReader {
  private let bytes: [UInt8]
  private(set) var log: FindingLog
  var catalog: ExchangeCatalog
  private var comments = EntryComments()
  private var offset = 0

  init(_ file: CatalogFile, _ context: FormatContext) {
    catalog = ExchangeCatalog(context)
    (bytes, log) = catalog.decode(file)
  }

  mutating func read(_ file: [UInt8]) {
    guard log.findings.isEmpty else { return }
    catalog.original = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    while skipToToken() {
      guard readEntry() else { return }
    }
    if let rest = comments.rest { catalog.header.append(rest) }
  }

  /// Passes white space and comments; false at the end.
  private mutating func skipToToken() -> Bool {
    while offset < bytes.count {
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      if bytes[offset] <= 0x20 {
        offset += 1
      } else if bytes[offset] == UInt8(ascii: "/"), next == UInt8(ascii: "/") {
        let start = offset
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
        comments.add([text(start + 2..<offset).trimmed], at: start)
      } else if bytes[offset] == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
        guard readComment() else { return false }
      } else {
        return true
      }
    }
    return false
  }

  private mutating func readComment() -> Bool {
    let start = offset
    offset += 2
    while offset + 1 < bytes.count {
      if bytes[offset] == UInt8(ascii: "*"), bytes[offset + 1] == UInt8(ascii: "/") {
        let lines = text(start + 2..<offset).trimmed.split(separator: "\n")
        comments.add(lines.map { String($0).trimmed }, at: start)
        offset += 2
        return true
      }
      offset += 1
    }
    log.report("invalid-strings", "a comment that never ends", at: start..<start + 2)
    return false
  }

  private mutating func readEntry() -> Bool {
    let keyStart = offset
    guard let key = readString() else { return false }
    let keySpan = keyStart..<offset
    guard skipToToken(), bytes[offset] == UInt8(ascii: "=") else { return fail("expected `=`") }
    offset += 1
    guard skipToToken() else { return fail("expected a value") }
    let valueStart = offset
    guard let value = readString() else { return false }
    let valueSpan = valueStart..<offset
    guard skipToToken(), bytes[offset] == UInt8(ascii: ";") else { return fail("expected `;`") }
    offset += 1
    // Comments inside an entry are its own as well.
    let comment = comments.take(before: keyStart)
    guard log.admit(key.text, at: keySpan) else { return true }
    var entry = ExchangeEntry(key: key.text, keySpan: keySpan)
    entry.metadata.description = comment.description
    let reader = PlaceholderReader(dialect: PrintfDialect(flavor: .apple), notes: comment.notes)
    entry.translation = reader.message(value, valueSpan: valueSpan)
    entry.origin = EntryOrigin(entry, at: comment.start..<offset)
    catalog.entries.append(entry)
    return true
  }

  private mutating func fail(_ message: String) -> Bool {
    let place = min(offset, max(bytes.count - 1, 0))
    log.report("invalid-strings", message, at: place..<min(place + 1, bytes.count))
    return false
  }

  private mutating func readString() -> DecodedText? {
    guard bytes[offset] == UInt8(ascii: "\"") else {
      let start = offset
      var decoder = TextDecoder(start: start)
      while offset < bytes.count, isBare(bytes[offset]) {
        decoder.append(bytes[offset], at: offset)
        offset += 1
      }
      if offset == start { _ = fail("expected a string") }
      return offset == start ? nil : decoder.finished(end: offset)
    }
    let start = offset
    offset += 1
    var decoder = TextDecoder(start: offset)
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        let result = decoder.finished(end: offset)
        offset += 1
        return result
      }
      if byte == UInt8(ascii: "\\") {
        readEscape(into: &decoder)
      } else {
        decoder.append(byte, at: offset)
        offset += 1
      }
    }
    log.report("invalid-strings", "a string that never ends", at: start..<start + 1)
    return nil
  }

  private mutating func readEscape(into decoder: inout TextDecoder) {
    let start = offset
    offset += 1
    guard offset < bytes.count else { return }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): decoder.append(0x0A as UInt8, at: start)
    case UInt8(ascii: "t"): decoder.append(0x09 as UInt8, at: start)
    case UInt8(ascii: "r"): decoder.append(0x0D as UInt8, at: start)
    case UInt8(ascii: "U"), UInt8(ascii: "u"):
      let digits = text(offset..<min(offset + 4, bytes.count))
      if digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16),
        digits.utf8.count == 4, let scalar = Unicode.Scalar(value)
      {
        decoder.append(scalar, at: start)
        offset += 4
      } else {
        log.report("invalid-escape", "expected four hexadecimal digits", at: start..<offset)
      }
    default: decoder.append(byte, at: start)
    }
  }

  private func isBare(_ byte: UInt8) -> Bool {
    let character = Character(Unicode.Scalar(byte))
    return byte < 0x80 && (character.isLetter || character.isNumber || "_.-/$:".contains(character))
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
  }
}
