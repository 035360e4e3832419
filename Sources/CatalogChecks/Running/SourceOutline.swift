import LocaleServices
import MessageSyntax
import StringCatalogs

/// What a translation is compared with before it is read: most translations have their source's
/// outline and nothing that a check would look at, and are done with then.
struct SourceOutline: Sendable {
  /// nil where the translation has to be read.
  private var outline: MessageOutline?
  private var end = TextEnd.nothing
  /// Up to which width no check finds a translation too long.
  private var width = 0
  private var syntax: MessageSyntaxKind
  /// The bytes of the text. The text itself stands elsewhere: nearly all translations are compared with
  /// numbers alone, and to hold it here would be to look at its memory for each.
  private var length: Int
  private var first: UInt8
  /// Whether the text may have a character that another stands for as well.
  private var hasRespelling = false

  init(_ entry: CatalogEntry, _ facts: MessageFacts, _ locale: LocaleFacts) {
    syntax = entry.syntax
    var text = entry.text
    length = text.utf8.count
    first = text.utf8.first ?? 0
    guard facts.isParsed, facts.parsed.diagnostics.isEmpty, entry.metadata.maxLength == nil,
      entry.metadata.placeholders.isEmpty || facts.structure == nil
    else { return }
    let traits = facts.traits
    hasRespelling = text.withUTF8 { $0.mayHaveRespelling }
    // A letter in two parts is the same as one in one.
    guard traits.isDisjoint(with: [.spaceAtEdge, .combining]),
      !(traits.contains(.digit) && hasNumbers(entry)),
      !hasAddresses(entry)
    else { return }
    let (outline, end, hasEdges) = text.withUTF8 { bytes in
      (
        MessageOutline(of: bytes, entry.syntax, TextScan(of: bytes)),
        TextEnd(of: bytes, locale),
        Self.hasSpaceAtVariantEdge(bytes, entry.syntax)
      )
    }
    // White space between branches is none of a text. A plural that comes to one pattern is as any
    // other text, and its white space counts.
    guard let outline, !outline.hasLines, !hasEdges,
      outline.categories.isEmpty || entry.patterns.count > 1
    else { return }
    self.outline = outline
    self.end = end
    width = greatestWidth(ofTranslationsOf: entry)
  }

  /// What is not plainly in order in a translation.
  ///
  /// - Parameter text: the source's text.
  func unmet(
    by sight: borrowing MessageSight, _ locale: LocaleFacts, text: () -> String
  ) -> CheckAspects {
    let found = sight.outline
    guard let outline, found.isAlike(outline),
      sight.traits.isDisjoint(with: Self.suspicious), sight.syntax == syntax,
      !Self.hasSpaceAtVariantEdge(sight.text, syntax)
    else { return .all }
    if !found.categories.isEmpty {
      guard found.categories.isSuperset(of: locale.requiredCategories(found)),
        locale.possibleCategories.isSuperset(of: found.categories),
        found.exact == 0 || !locale.isShadowed(by: found.exact)
      else { return .all }
    }
    var unmet: CheckAspects = []
    if found.width > width { unmet.insert(.width) }
    if TextEnd(of: sight.text, locale) != end { unmet.insert(.end) }
    if locale.scripts.contains(.arabic), sight.text.mayHaveForeignSign { unmet.insert(.end) }
    if isSame(sight.text, text) { unmet.insert(.sameness) }
    if mayRepeat(sight.text, text) { unmet.insert(.sameness) }
    return unmet
  }

  /// What is not plainly in order in a message of the source.
  static func unmet(by sight: borrowing MessageSight) -> CheckAspects {
    sight.traits.isDisjoint(with: suspicious.union([.syntax, .html, .openParenthesis]))
      ? [] : .all
  }

  /// Traits of texts that some check looks at.
  private static let suspicious: TextTraits = [
    .control, .doubleSpace, .straightQuote, .quotedBrace, .threeDots, .invisible, .bidiControl,
    .combining, .mixedScripts, .quotationMark, .replacement, .foreignLetter, .spaceAtEdge,
  ]

  /// Whether the variants of a translation may all be among the source's, however many they are: then
  /// its last one is.
  private func mayRepeat(
    _ found: UnsafeBufferPointer<UInt8>, _ text: () -> String
  ) -> Bool {
    guard syntax == .messageFormat2, found.first == UInt8(ascii: ".") else { return false }
    var end = found.count
    while end > 0, found[end - 1] <= 0x20 { end -= 1 }
    let brace = UInt8(ascii: "{")
    var start = end - 1
    while start > 0, found[start] != brace || found[start - 1] != brace { start -= 1 }
    guard start > 0 else { return true }
    let pattern = UnsafeBufferPointer(rebasing: found[start - 1..<end])
    if pattern.mayHaveRespelling { return true }
    guard length >= pattern.count else { return false }
    var text = text()
    return text.withUTF8 { bytes in
      (0...bytes.count - pattern.count).contains { place in
        bytes[place] == brace
          && bytes[place..<place + pattern.count].elementsEqual(pattern)
      }
    }
  }

  private func isSame(
    _ other: UnsafeBufferPointer<UInt8>, _ text: () -> String
  ) -> Bool {
    // What is written as another letter of ASCII is the same as none, but for the signs of Kelvin and the
    // like.
    guard let start = other.first,
      start == first || start > 0x7F && first > 0x7F || start > 0xCC || first > 0xCC,
      length == other.count || hasRespelling || other.mayHaveRespelling
    else { return false }
    return text() == String(decoding: other, as: UTF8.self)
  }

  /// Whether a variant starts or ends with a space. MessageFormat 2 alone has variants with quotes of
  /// their own.
  private static func hasSpaceAtVariantEdge(
    _ bytes: UnsafeBufferPointer<UInt8>, _ syntax: MessageSyntaxKind
  ) -> Bool {
    guard syntax == .messageFormat2, bytes.first == UInt8(ascii: "."), bytes.count > 2 else {
      return false
    }
    return (2..<bytes.count).contains { place in
      bytes[place] == 0x20 && bytes[place - 1] == UInt8(ascii: "{")
        && bytes[place - 2] == UInt8(ascii: "{")
        || bytes[place] == UInt8(ascii: "}") && bytes[place - 1] == UInt8(ascii: "}")
          && bytes[place - 2] == 0x20
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether there may be a character that is the same as one of another length: the signs of Kelvin and
  /// Ångström, Greek letters with the older accent, Chinese characters of the compatibility blocks.
  fileprivate var mayHaveRespelling: Bool {
    indices.contains { place in
      guard place + 1 < count, self[place] > 0xCC else { return false }
      return switch (self[place], self[place + 1]) {
      case (0xCD, 0x80...0x84), (0xCD, 0xB4), (0xCD, 0xBE), (0xCE, 0x87), (0xE1, 0xBD...0xBF),
        (0xE2, 0x84), (0xE2, 0x8C), (0xEF, 0xA4...0xAC), (0xF0, 0xAF):
        true
      case (0xE2, 0x80): place + 2 < count && self[place + 2] < 0x82
      default: false
      }
    }
  }

  /// Whether a Latin sign stands behind a letter that is not ASCII.
  fileprivate var mayHaveForeignSign: Bool {
    indices.dropFirst().contains { place in
      self[place - 1] > 0x7F
        && (self[place] == UInt8(ascii: "?") || self[place] == UInt8(ascii: ",")
          || self[place] == UInt8(ascii: ";"))
    }
  }
}
