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
  private var text: String

  init(_ entry: CatalogEntry, _ facts: MessageFacts, _ locale: LocaleFacts) {
    syntax = entry.syntax
    text = entry.text
    guard facts.isParsed, facts.parsed.diagnostics.isEmpty, entry.metadata.maxLength == nil,
      entry.metadata.placeholders.isEmpty || facts.structure == nil
    else { return }
    let traits = facts.traits
    // A letter in two parts is the same as one in one.
    guard traits.isDisjoint(with: [.spaceAtEdge, .combining]),
      !(traits.contains(.digit) && hasNumbers(entry)),
      !hasAddresses(entry)
    else { return }
    let (outline, end) = text.withUTF8 { bytes in
      (
        MessageOutline(of: bytes, syntax, TextScan(of: bytes)),
        TextEnd(of: bytes, locale)
      )
    }
    // White space between branches is none of a text. A plural that comes to one pattern is as any
    // other text, and its white space counts.
    guard let outline, !outline.hasLines, outline.categories.isEmpty || entry.patterns.count > 1
    else { return }
    self.outline = outline
    self.end = end
    width = greatestWidth(ofTranslationsOf: entry)
  }

  /// What is not plainly in order in a translation.
  func unmet(by sight: borrowing MessageSight, _ locale: LocaleFacts) -> CheckAspects {
    let found = sight.outline
    guard let outline, found.isAlike(outline),
      sight.traits.isDisjoint(with: Self.suspicious), sight.syntax == syntax
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
    if isSame(sight.text) { unmet.insert(.sameness) }
    if mayRepeat(sight.text) { unmet.insert(.sameness) }
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
  private func mayRepeat(_ found: UnsafeBufferPointer<UInt8>) -> Bool {
    guard syntax == .messageFormat2, found.first == UInt8(ascii: ".") else { return false }
    var end = found.count
    while end > 0, found[end - 1] <= 0x20 { end -= 1 }
    let brace = UInt8(ascii: "{")
    var start = end - 1
    while start > 0, found[start] != brace || found[start - 1] != brace { start -= 1 }
    guard start > 0 else { return true }
    let pattern = UnsafeBufferPointer(rebasing: found[start - 1..<end])
    guard text.utf8.count >= pattern.count else { return false }
    var text = text
    return text.withUTF8 { bytes in
      (0...bytes.count - pattern.count).contains { place in
        bytes[place] == brace
          && bytes[place..<place + pattern.count].elementsEqual(pattern)
      }
    }
  }

  private func isSame(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    text.utf8.count == other.count && text == String(decoding: other, as: UTF8.self)
  }
}
