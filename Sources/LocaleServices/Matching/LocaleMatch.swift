public import LocaleIdentifiers

/// The locale that a reader is given, and why.
public struct LocaleMatch: Hashable, Sendable {
  /// How the locale answers what was asked for.
  public enum Kind: String, Hashable, Sendable {
    /// It is what was asked for, deprecated codes and likely scripts and regions apart.
    case exact
    /// It is the same language in another region or script: `pt` for `pt-AO`.
    case sameLanguage
    /// It is another language that readers of the one asked for are likely to read: `nb` for `nn`.
    case relatedLanguage
    /// Nothing that was asked for is there.
    case `default`
  }

  /// A locale that CLDR would have given, and that a denial ruled out.
  public struct Refusal: Hashable, Sendable {
    public let desired: LocaleIdentifier
    public let supported: LocaleIdentifier
    /// The denial's own reason.
    public let reason: String?
  }

  public let locale: LocaleIdentifier
  public let kind: Kind
  /// Which of the locales asked for it answers; nil for the default.
  public let desired: LocaleIdentifier?
  public let refusals: [Refusal]
}
