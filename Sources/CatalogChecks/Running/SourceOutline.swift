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

  init(_ entry: CatalogEntry, _ facts: MessageFacts, _ locale: LocaleFacts) {
    syntax = entry.syntax
    guard facts.isParsed, facts.parsed?.diagnostics.isEmpty ?? false,
      facts.traits.isDisjoint(with: [.lineOrTab, .spaceAtEdge]),
      entry.metadata.maxLength == nil, !hasNumbers(entry), !hasAddresses(entry),
      entry.metadata.placeholders.isEmpty || facts.structure == nil
    else { return }
    outline = facts.outline
    end = TextEnd(of: entry.text, locale)
    width = greatestWidth(ofTranslationsOf: entry)
  }

  /// Whether a translation needs no look by any check.
  func isPlainlyMet(
    by entry: borrowing CatalogEntry, _ facts: borrowing MessageFacts, _ locale: LocaleFacts,
    usual: PluralBits, source: String
  ) -> Bool {
    guard let expected = outline, let outline = facts.outline, outline.isAlike(expected),
      facts.traits.isDisjoint(with: Self.suspicious), outline.width <= width,
      entry.syntax == syntax, entry.metadata.source == nil
    else { return false }
    if !outline.categories.isEmpty {
      guard outline.categories.isSuperset(of: locale.requiredCategories),
        outline.categories.isSuperset(of: usual.intersection(locale.possibleCategories)),
        locale.possibleCategories.isSuperset(of: outline.categories),
        outline.exact == 0 || !locale.isShadowed(by: outline.exact)
      else { return false }
    }
    return TextEnd(of: entry.text, locale) == end && !isSame(entry.text, source)
  }

  /// Traits of texts that some check looks at.
  private static let suspicious: TextTraits = [
    .control, .doubleSpace, .straightQuote, .quotedBrace, .threeDots, .invisible, .bidiControl,
    .combining, .mixedScripts, .quotationMark, .replacement, .foreignLetter, .spaceAtEdge,
  ]

  private func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && left == right
  }
}
