/// A Unicode locale identifier (UTS 35 part 1, section 3), in canonical case: `zh-Hant`, `en-GB`.
///
///     LocaleIdentifier(text)?.tag          // "pt-BR", if the text is "PT_br"
///     LocaleIdentifier(text)               // nil, if the text is "en--GB"
///     let taiwan: LocaleIdentifier = "zh-Hant-TW"
///     taiwan.script                        // "Hant"
///
/// Parsing needs no data, so it checks the form only and replaces nothing: `iw` stays `iw`
/// (`LocaleServices` knows that it is now `he`). Both `-` and `_` separate subtags. At most 64 bytes
/// are read. Not taken, because Unicode's grammar has no place for them: extended language subtags
/// (`zh-yue`), irregular tags (`i-klingon`), a private use part alone (`x-mine`: write `und-x-mine`).
///
/// Two identifiers are equal if their canonical tags are.
public struct LocaleIdentifier: Hashable, Sendable, CustomStringConvertible {
  /// The most bytes that a tag may have.
  public static let maximumLength = 64

  /// The tag in canonical form: subtags separated by `-`, in the case and order of UTS 35.
  public let tag: String

  /// Reads an identifier; nil if it is not well formed.
  public init?(_ text: some StringProtocol) {
    guard let tag = LocaleIdentifierParser.canonicalTag(of: text) else { return nil }
    self.tag = tag
  }

  init(canonicalTag tag: String) {
    self.tag = tag
  }

  public var description: String { tag }
}

extension LocaleIdentifier: ExpressibleByStringLiteral {
  /// A locale that stands in the program's text. A literal that is not well formed is a fault of the
  /// program and stops it; text from outside goes through `init?(_:)`.
  public init(stringLiteral literal: StaticString) {
    let text = literal.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    guard let identifier = LocaleIdentifier(text) else {
      preconditionFailure("not a locale identifier: \(text)")
    }
    self = identifier
  }
}

extension LocaleIdentifier: Comparable {
  /// By tag, byte for byte: one order on every machine.
  public static func < (left: Self, right: Self) -> Bool { left.tag < right.tag }
}
