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
  private var hasRespelling: Bool
  /// A bit for what each variant may look like.
  private var variants: UInt64 = 0

  init(_ entry: CatalogEntry, _ facts: MessageFacts, _ locale: LocaleFacts) {
    syntax = entry.syntax
    var text = entry.text
    length = text.utf8.count
    first = text.utf8.first ?? 0
    let traits = facts.traits
    hasRespelling = traits.contains(.respelling)
    guard facts.isParsed, facts.parsed.diagnostics.isEmpty, entry.metadata.maxLength == nil,
      entry.metadata.placeholders.isEmpty || facts.structure == nil
    else { return }
    // A letter in two parts is the same as one in one.
    guard traits.isDisjoint(with: [.spaceAtEdge, .combining]),
      !(traits.contains(.digit) && hasNumbers(entry)),
      !hasAddresses(entry)
    else { return }
    // White space between branches is none of a text. A plural that comes to one pattern is as any
    // other text, and its white space counts.
    guard let outline = MessageOutline(of: text, entry.syntax), !outline.hasLines,
      !outline.hasSpaceAtEdge, outline.categories.isEmpty || entry.patterns.count > 1
    else { return }
    text.withUTF8 { bytes in
      end = TextEnd(of: bytes, locale)
      variants = VariantLooks.all(in: bytes)
    }
    self.outline = outline
    width = greatestWidth(ofTranslationsOf: entry)
  }

  /// What is not plainly in order in a translation.
  ///
  /// - Parameter text: the source's text.
  func unmet(
    by sight: borrowing MessageSight, _ locale: LocaleFacts, text: () -> String
  ) -> CheckAspects {
    let shape = sight.outline
    guard let outline, shape.isAlike(outline),
      sight.traits.isDisjoint(with: Self.suspicious), sight.syntax == syntax,
      !shape.hasSpaceAtEdge
    else { return .all }
    if !shape.categories.isEmpty {
      guard shape.categories.isSuperset(of: locale.requiredCategories(shape)),
        locale.possibleCategories.isSuperset(of: shape.categories),
        shape.exact == 0 || !locale.isShadowed(by: shape.exact)
      else { return .all }
    }
    var unmet: CheckAspects = []
    if shape.width > width { unmet.insert(.width) }
    if !TextEnd(of: sight.text, locale).isUsual(for: end, in: locale) { unmet.insert(.end) }
    if sight.traits.contains(.latinSign), locale.scripts.contains(.arabic) { unmet.insert(.end) }
    let (found, traits) = (sight.text, sight.traits)
    let hasRespelling = hasRespelling || traits.contains(.respelling)
    if isSame(found, hasRespelling, text) || mayRepeat(found, hasRespelling) {
      unmet.insert(.sameness)
    }
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
  private func mayRepeat(_ found: UnsafeBufferPointer<UInt8>, _ hasRespelling: Bool) -> Bool {
    guard syntax == .messageFormat2, found.first == UInt8(ascii: ".") else { return false }
    let look = VariantLooks.last(in: found)
    return hasRespelling || variants & look == look
  }

  private func isSame(
    _ other: UnsafeBufferPointer<UInt8>, _ hasRespelling: Bool, _ text: () -> String
  ) -> Bool {
    // What is written as another letter of ASCII is the same as none, but for the signs of Kelvin and the
    // like.
    guard let start = other.first,
      start == first || start > 0x7F && first > 0x7F || start > 0xCC || first > 0xCC,
      length == other.count || hasRespelling
    else { return false }
    return text() == String(decoding: other, as: UTF8.self)
  }
}

/// What variants of MessageFormat 2 look like from afar: two of 64 bits each, so that of two that differ
/// mostly a bit does.
private enum VariantLooks {
  /// The looks of all variants of a message.
  static func all(in text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var looks: UInt64 = 0
    var end = text.count
    while let start = start(in: text, before: end) {
      looks |= look(of: text, start, end)
      end = start - 1
      while end > 0, text[end - 1] == UInt8(ascii: "{") { end -= 1 }
    }
    return looks
  }

  /// The look of the last variant; no bit where there is none.
  static func last(in text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    start(in: text, before: text.count).map { look(of: text, $0, text.count) } ?? 0
  }

  /// Where the text of the last variant starts, behind its braces and that of a placeholder.
  private static func start(in text: UnsafeBufferPointer<UInt8>, before end: Int) -> Int? {
    let brace = UInt8(ascii: "{")
    var start = end
    while start > 1 {
      if text[start - 1] == brace, text[start - 2] == brace { return start }
      start -= 1
    }
    return nil
  }

  private static func look(
    of text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
  ) -> UInt64 {
    var end = limit
    while end > start, text[end - 1] != UInt8(ascii: "}") { end -= 1 }
    guard end > start else { return 0 }
    let length = end - start
    let first = Int(text[start]) &* 7 &+ Int(text[start + length / 3]) &* 13 &+ length
    let second = Int(text[start + length / 2]) &* 11 &+ Int(text[max(start, end - 3)]) &* 3
    return 1 << UInt64(first & 63) | 1 << UInt64((second ^ length) & 63)
  }
}
