public import LocaleIdentifiers
import LocaleServices
import MessageSyntax
public import StringCatalogs

/// All texts of a site in one locale as one JSON file, for programs that read JSON.
///
///     {
///       "version": 1,
///       "locale": "en-US",
///       "direction": "ltr",
///       "messages": { "cart.title": "Your cart" },
///       "fallback": { "en-GB": { "cart.empty": "…" }, "fr": { … } }
///     }
///
/// `messages` is the locale's own text. What it lacks stands in `fallback`, under the locale that lends
/// it, so that each key of the source is in exactly one place and nobody takes borrowed text for a
/// translation. Messages are MessageFormat 2, also those of catalogues in another syntax. Keys stand in
/// the order of the source. A message that cannot be formatted counts as missing; a key that the source
/// does not have is left out.
public struct JSONBundle: Sendable {
  public let locale: LocaleIdentifier
  /// The locale's own texts.
  public let messages: [Message]
  /// What the locale lacks, by the locale that has it, the best first.
  public let fallback: [(locale: LocaleIdentifier, messages: [Message])]
  /// The locales that it falls back to, the best first.
  public let chain: [LocaleIdentifier]
  /// The keys whose messages cannot be formatted.
  public let broken: [String]

  public struct Message: Hashable, Sendable {
    public var key: String
    public var text: String
  }

  /// - Parameters:
  ///   - catalogs: The catalogues of the locale.
  ///   - chain: The catalogues of the locales that it falls back to, best first, the source last.
  ///   - source: The catalogues of the source, which say what keys there are.
  public init(_ catalogs: LocaleCatalogs, chain: [LocaleCatalogs], source: LocaleCatalogs) {
    locale = catalogs.locale
    self.chain = chain.map(\.locale)
    var own: [Message] = []
    var lent = chain.map { (locale: $0.locale, messages: [Message]()) }
    var broken: [String] = []
    for entry in source.entries {
      let key = entry.key
      if let text = Self.text(catalogs[key], source: entry) {
        own.append(Message(key: key, text: text))
        continue
      }
      if let message = catalogs[key], !message.parsed.isValid { broken.append(key) }
      for (index, lender) in chain.enumerated() {
        guard let text = Self.text(lender[key], source: entry) else { continue }
        lent[index].messages.append(Message(key: key, text: text))
        break
      }
    }
    messages = own
    fallback = lent.filter { !$0.messages.isEmpty }
    self.broken = broken
  }

  /// A message's text in MessageFormat 2, if it is one that can be shown.
  private static func text(_ entry: CatalogEntry?, source: CatalogEntry) -> String? {
    guard let entry, TranslationStatus(of: entry, source: source).kind == .translated else {
      return nil
    }
    return entry.messageFormat2
  }
}

extension JSONBundle {
  /// The file's name.
  public var fileName: String { "\(locale.tag).json" }

  /// The file's text, which ends with a line break.
  public var json: String {
    let tree: JSONTree = [
      "version": 1,
      "locale": .string(locale.tag),
      "direction": .string(locale.direction.html),
      "messages": Self.tree(messages),
      "fallback": .object(fallback.map { .init($0.locale.tag, Self.tree($0.messages)) }),
    ]
    return tree.text(.indented) + "\n"
  }

  private static func tree(_ messages: [Message]) -> JSONTree {
    .object(messages.map { .init($0.key, .string($0.text)) })
  }
}
