/// A Unicode locale identifier (UTS 35 part 1, section 3), in canonical case: `zh-Hant`, `en-GB`.
///
///     LocaleIdentifier("PT_br")?.tag  // "pt-BR"
///
/// Parsing needs no data, so it checks the form only: `xx-Yyyy` is well formed.
public struct LocaleIdentifier: Hashable, Sendable, CustomStringConvertible {
  /// The BCP 47 tag.
  public let tag: String

  public var description: String { tag }
}
