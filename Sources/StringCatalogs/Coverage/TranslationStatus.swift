import MessageSyntax

/// How a locale stands to one key of the source.
///
///     TranslationStatus(of: polish["cart.items"], source: entry)
///
/// A key is missing, empty, broken or translated, one of them. Of the translated ones some are stale
/// and some not yet reviewed.
public struct TranslationStatus: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// There is no message, or only one in the state `initial`, which waits for its translation.
    case missing
    /// There is a message without text, where the source has some.
    case empty
    /// There is a message that cannot be formatted.
    case broken
    /// There is a message that can be shown.
    case translated
  }

  public var kind: Kind
  /// Whether the source changed its meaning since; only for a translated message.
  public var isStale: Bool
  /// Whether nobody has reviewed the translated message: its state is neither `reviewed` nor `final`.
  public var isUnreviewed: Bool

  public init(of translation: CatalogEntry?, source: CatalogEntry) {
    let kind = Self.kind(of: translation, source: source)
    self.init(
      kind, isStale: kind == .translated && translation?.isStale(comparedWith: source) == true,
      state: translation?.metadata.state)
  }

  /// A translation that can be shown, and is not known to be stale.
  static func translated(state: TranslationState?) -> TranslationStatus {
    TranslationStatus(.translated, isStale: false, state: state)
  }

  private init(_ kind: Kind, isStale: Bool, state: TranslationState?) {
    self.kind = kind
    self.isStale = isStale
    switch state {
    case .reviewed, .final: isUnreviewed = false
    case .initial, .translated, nil: isUnreviewed = kind == .translated
    }
  }

  static func kind(
    of translation: CatalogEntry?, source: @autoclosure () -> CatalogEntry
  ) -> Kind {
    guard let translation, translation.metadata.state != .initial else { return .missing }
    if translation.hasNoText, !source().hasNoText { return .empty }
    return translation.parsed.isValid ? .translated : .broken
  }
}

extension CatalogEntry {
  /// Whether nothing would be shown: no text but white space, no placeholder, in any variant.
  public var hasNoText: Bool {
    if text.utf8.isEmpty { return true }
    guard let message = parsed.message else { return text.allSatisfy(\.isWhitespace) }
    return message.patterns.allSatisfy { pattern in
      pattern.elements.allSatisfy { element in
        if case .text(let text) = element { text.value.allSatisfy(\.isWhitespace) } else { false }
      }
    }
  }
}
