import MessageSyntax

extension LocaleCatalogs {
  /// How many of a source's messages are translated here: what decides whether readers are offered a
  /// language. The number is that of `LocaleCoverage.keys.translated`, counted without building what need
  /// not be looked at.
  package func countTranslated(of source: LocaleCatalogs) -> Int {
    var count = 0
    var buffer = MessageSyntaxBuffer()
    for contents in catalogs {
      let entries = contents.entries
      var origins: [(catalog: Int, entry: Int)?] = []
      origins.reserveCapacity(entries.count)
      source.forEachPlace(ofKeysIn: entries) { origins.append($1) }
      entries.forEachText { index, text, syntax in
        guard let origin = origins[index], entries.state(at: index) != .initial else { return }
        if syntax == .messageFormat2, Self.isPlainlyVisible(text), buffer.parse(utf8: text.span) {
          count += 1
          return
        }
        var entry = entries[index]
        entry.keepParsed(using: &buffer)
        let kind = TranslationStatus.kind(
          of: entry, source: source.catalogs[origin.catalog].entries[origin.entry])
        if kind == .translated { count += 1 }
      }
    }
    return count
  }

  /// Whether a message in MessageFormat 2 is one pattern, as it stands there, that shows something: a
  /// visible character of it is text, or belongs to a placeholder.
  private static func isPlainlyVisible(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, first != UInt8(ascii: "."),
      !MessageOutline.startsWithSpace(text), text.contains(where: \.isVisible)
    else { return false }
    return first != UInt8(ascii: "{") || text.count > 1 && text[1] != first
  }
}
