import StringCatalogs

/// The comment on the lines above a key: its description, and the notes that `langue` reads again.
struct RailsComment {
  /// From the first `#` to the end of the last line; nil where there is none.
  private(set) var span: Range<Int>?
  private(set) var description: String?
  private(set) var notes = PlaceholderNotes()

  init() {}

  init(above key: YAMLNode, _ bytes: [UInt8]) {
    var lineStart = Self.lineStart(key.span.lowerBound, bytes)
    // A key behind another one has no lines of its own.
    guard bytes[lineStart..<key.span.lowerBound].allSatisfy({ $0 == 0x20 }) else { return }
    var lines: [String] = []
    let end = lineStart
    while lineStart > 0 {
      let previous = Self.lineStart(lineStart - 1, bytes)
      let line = bytes[previous..<lineStart - 1]
      guard let mark = line.firstIndex(where: { $0 != 0x20 }), bytes[mark] == UInt8(ascii: "#")
      else { break }
      let text = String(decoding: bytes[mark + 1..<lineStart - 1], as: UTF8.self)
      lines.append(text.hasPrefix(" ") ? String(text.dropFirst()) : text)
      span = mark..<max(mark, end - 1)
      lineStart = previous
    }
    lines = lines.reversed().map { $0.hasSuffix("\r") ? String($0.dropLast()) : $0 }
    notes = PlaceholderNotes(takenFrom: &lines)
    if !lines.isEmpty { description = lines.joined(separator: "\n") }
  }

  static func lineStart(_ offset: Int, _ bytes: [UInt8]) -> Int {
    (bytes[..<min(offset, bytes.count)].lastIndex(of: 0x0A).map { $0 + 1 }) ?? 0
  }

  /// A comment's lines.
  static func source(description: String?, notes: PlaceholderNotes) -> [String] {
    var lines: [String] = []
    if let description {
      lines = description.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    return (lines + notes.lines).map { $0.isEmpty ? "#" : "# " + $0 }
  }
}
