import CatalogExchange
import Diagnostics
import StringCatalogs

/// Whether a text file is UTF-8.
enum Encoding {
  /// The first place that is not UTF-8, as a fault.
  static func fault(of bytes: [UInt8]) -> Diagnostic? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return Diagnostic(
        code: "invalid-utf-8", message: "not UTF-8", span: error.byteOffsets,
        help: "convert the file to UTF-8")
    }
  }
}

/// UTF-16, as a file's byte order mark says it: older Apple tools write `.strings` so, Excel text.
enum UTF16Encoding: String {
  case bigEndian = "utf-16be"
  case littleEndian = "utf-16le"

  /// nil where a file does not begin with a mark.
  init?(of bytes: [UInt8]) {
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFE, 0xFF): self = .bigEndian
    case (0xFF, 0xFE): self = .littleEndian
    default: return nil
    }
  }

  /// The file in UTF-8, its mark included, and the first place of it that is no UTF-16.
  func decoded(_ bytes: [UInt8]) -> (bytes: [UInt8], fault: Diagnostic?) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var fault: Diagnostic?
    var parser = Unicode.UTF16.ForwardParser()
    var units = stride(from: 0, to: bytes.count - 1, by: 2).lazy.map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return self == .bigEndian ? first << 8 | second : second << 8 | first
    }.makeIterator()
    func refuse() {
      fault =
        fault
        ?? Diagnostic(
          code: "invalid-encoding", message: "half a character of UTF-16",
          span: text.count..<text.count + 3)
      text += UTF8.encodedReplacementCharacter
    }
    parsing: while true {
      switch parser.parseScalar(from: &units) {
      case .valid(let scalar):
        text += UTF8.encode(Unicode.UTF16.decode(scalar)) ?? UTF8.encodedReplacementCharacter
      case .error: refuse()
      case .emptyInput: break parsing
      }
    }
    if !bytes.count.isMultiple(of: 2) { refuse() }
    return (text, fault)
  }

  /// A text of UTF-8 as a file.
  func encoded(_ text: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 2)
    for unit in String(decoding: text, as: UTF8.self).utf16 {
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      bytes += self == .bigEndian ? pair : pair.reversed()
    }
    return bytes
  }
}

extension ExchangeCatalog {
  /// A file's text in UTF-8, and a log of places in it, in which stands what is wrong with the encoding:
  /// then there is no more to be read.
  mutating func decode(_ file: CatalogFile) -> (bytes: [UInt8], log: FindingLog) {
    var (bytes, fault) = (file.bytes, Diagnostic?.none)
    if let encoding = UTF16Encoding(of: file.bytes) {
      (bytes, fault) = encoding.decoded(file.bytes)
      header = [ExchangeDetail("encoding", encoding.rawValue)]
      text = bytes
    } else {
      fault = Encoding.fault(of: bytes)
    }
    var log = FindingLog(CatalogFile(path: file.path, bytes: bytes), locale)
    if let fault { log.report(fault) }
    return (bytes, log)
  }

  /// The catalogue as a writer makes it in UTF-8, in the encoding of the file that it was read from.
  func written(_ write: (ExchangeCatalog) -> FormatOutput) -> FormatOutput {
    guard let encoding = headerValue("encoding").flatMap({ UTF16Encoding(rawValue: $0) }) else {
      return write(self)
    }
    var decoded = self
    decoded.original = original.map { encoding.decoded($0).bytes }
    var output = write(decoded)
    // A new file has no mark yet.
    let mark = [UInt8]("\u{FEFF}".utf8)
    output.bytes = encoding.encoded(
      output.bytes.starts(with: mark) ? output.bytes : mark + output.bytes)
    return output
  }
}
