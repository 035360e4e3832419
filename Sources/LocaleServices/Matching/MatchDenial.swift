public import LocaleIdentifiers

/// A likeness that is not to be used: who asks for `from` is never given `to` for want of it.
///
///     MatchDenial(from: "uk", to: "ru")  // a reader of Ukrainian is never given Russian
///     MatchDenial(from: "be", to: nil)   // a reader of Belarusian is given no other language
///
/// A locale without script and region stands for all of its language's. A denial never keeps a
/// language from who asks for it by name.
public struct MatchDenial: Hashable, Sendable {
  public let from: LocaleIdentifier
  /// nil: no other language at all.
  public let to: LocaleIdentifier?
  public let reason: String?

  public init(from: LocaleIdentifier, to: LocaleIdentifier?, reason: String? = nil) {
    self.from = from
    self.to = to
    self.reason = reason
  }

  /// Whether it forbids to answer `desired` with `supported`.
  func forbids(_ desired: LocaleIdentifier, _ supported: LocaleIdentifier) -> Bool {
    guard Self.covers(from, desired) else { return false }
    guard let to else { return desired.maximized.language != supported.maximized.language }
    return Self.covers(to, supported)
  }

  private static func covers(_ pattern: LocaleIdentifier, _ locale: LocaleIdentifier) -> Bool {
    let full = locale.maximized
    return pattern.language == full.language
      && (pattern.script == nil || pattern.script == full.script)
      && (pattern.region == nil || pattern.region == full.region)
  }
}

extension MatchDenial {
  /// The denials that hold unless a site says otherwise.
  ///
  /// CLDR's table of likeness tells what readers *can* probably read, not what they take for courtesy.
  /// Left in force is what is meant as a help and is one: dialects and near kin (`gsw` → `de`, `nn` →
  /// `nb`, `da` ↔ `nb`, `ms` ↔ `id`, `bs` → `hr`), and the second language of a country's schools (`ga`
  /// → `en`, `br` → `fr`, `gl` → `es`, `kk` → `ru`). Ruled out is a language that is forced on its
  /// readers, and one that they have no need of because CLDR only guesses:
  public static let usual: [MatchDenial] = [
    MatchDenial(from: "uk", to: "ru", reason: "Russian is no substitute for Ukrainian"),
    MatchDenial(from: "be", to: nil, reason: "no language is a substitute for Belarusian"),
    MatchDenial(from: "bo", to: "zh", reason: "Chinese is no substitute for Tibetan"),
    MatchDenial(from: "is", to: nil, reason: "no language is a substitute for Icelandic"),
  ]
}
