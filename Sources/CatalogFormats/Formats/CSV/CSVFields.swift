import StringCatalogs

/// Cuts comma-separated values (RFC 4180) into rows of fields with their places.
///
/// Where the comma is in numbers, spreadsheets separate by semicolons; what they call text, by tabs.
struct CSVFields {
  static let separators: [Character] = [",", ";", "\t"]

  struct Field {
    var text: DecodedText
    var span: Range<Int>
  }

  private(set) var rows: [[Field]] = []
  /// Where a quotation starts that never ends.
  private(set) var unclosed: Int?

  private let separator: UInt8

  /// - Parameter lines: How many lines are read at most.
  init(_ bytes: [UInt8], separator: Character, lines: Int = .max) {
    self.separator = separator.asciiValue ?? UInt8(ascii: ",")
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var row: [Field] = []
    while offset < bytes.count, rows.count < lines {
      row.append(field(bytes, &offset))
      if offset < bytes.count, bytes[offset] == self.separator {
        offset += 1
        if offset == bytes.count {
          row.append(Field(text: Self.empty(offset), span: offset..<offset))
        }
        continue
      }
      if offset < bytes.count, bytes[offset] == 0x0D { offset += 1 }
      if offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
      rows.append(row)
      row = []
    }
    if !row.isEmpty { rows.append(row) }
  }

  private static func empty(_ offset: Int) -> DecodedText {
    DecodedText("", offsets: OffsetMap(start: offset))
  }

  private mutating func field(_ bytes: [UInt8], _ offset: inout Int) -> Field {
    let start = offset
    let isQuoted = offset < bytes.count && bytes[offset] == UInt8(ascii: "\"")
    var decoder = TextDecoder(start: isQuoted ? start + 1 : start)
    if isQuoted {
      offset += 1
      while true {
        guard offset < bytes.count else {
          unclosed = unclosed ?? start
          break
        }
        let byte = bytes[offset]
        if byte == UInt8(ascii: "\"") {
          let isDoubled = offset + 1 < bytes.count && bytes[offset + 1] == byte
          if !isDoubled {
            offset += 1
            break
          }
          decoder.append(byte, at: offset)
          offset += 2
        } else {
          decoder.append(byte, at: offset)
          offset += 1
        }
      }
    }
    while offset < bytes.count, ![separator, 0x0A, 0x0D].contains(bytes[offset]) {
      decoder.append(bytes[offset], at: offset)
      offset += 1
    }
    return Field(text: decoder.finished(end: offset), span: start..<offset)
  }
}
