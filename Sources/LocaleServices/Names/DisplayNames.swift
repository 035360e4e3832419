internal import CICU
public import LocaleIdentifiers

/// The names of languages, scripts and regions in one language.
///
///     let french = try DisplayNames(locale: "fr")
///     french.name(of: "pl")                // "polonais"
///     french.name(ofRegion: "TW")          // "Taïwan"
///     try DisplayNames(locale: "pl").name(of: "pl")  // "polski"
///
/// A name that CLDR does not have is nil, never the code. (Some names are spelled like their code: Polish
/// calls `yao` "yao".)
public final class DisplayNames: @unchecked Sendable {
  // @unchecked: ICU's object is only read after it is made, which ICU allows from several threads.

  /// How a locale of several parts is named.
  public enum Style: Sendable, Hashable {
    /// "English (United Kingdom)"
    case standard
    /// "British English"
    case dialect
  }

  /// How the other parts are written.
  public enum Length: Sendable, Hashable {
    /// "English (United Kingdom)"
    case full
    /// "English (UK)"
    case short
  }

  /// Where the name will stand, which decides about its first letter as far as CLDR knows.
  public enum Capitalization: Int32, Sendable, Hashable {
    case none, middleOfSentence, beginningOfSentence, listOrMenu, standalone
  }

  /// The language of the names.
  public let locale: LocaleIdentifier
  private let raw: OpaquePointer

  public init(
    locale: LocaleIdentifier, style: Style = .standard, length: Length = .full,
    capitalization: Capitalization = .none
  ) throws(ICUError) {
    self.locale = locale
    raw = try opened(close: cicu_names_close) {
      cicu_names_open(
        locale.icuName, style == .dialect ? 1 : 0, length == .short ? 1 : 0,
        capitalization.rawValue, &$0)
    }
  }

  deinit { cicu_names_close(raw) }

  /// The name of a locale: its language, and in brackets or as a dialect its other parts.
  public func name(of locale: LocaleIdentifier) -> String? {
    // ICU would put the code of an unknown language into the name.
    guard name(ofLanguage: locale.language) != nil else { return nil }
    return name(CICU_NAME_LOCALE, locale.icuName)
  }

  /// The name of a language by its code, without regard to script and region.
  public func name(ofLanguage language: String) -> String? {
    name(CICU_NAME_LANGUAGE, language)
  }

  /// The name of a script by its ISO 15924 code.
  public func name(ofScript script: String) -> String? {
    name(CICU_NAME_SCRIPT, script)
  }

  /// The name of a country or region by its ISO 3166 or UN M.49 code.
  public func name(ofRegion region: String) -> String? {
    name(CICU_NAME_REGION, region)
  }

  private func name(_ kind: some BinaryInteger, _ code: String) -> String? {
    let name = try? writtenByICU { cicu_names_name(raw, Int32(kind), code, $0, $1, &$2) }
    return name.flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension DisplayNames {
  /// The codes of ISO 3166, two letters each: what `name(ofRegion:)` has names for, and more.
  public static var regions: [String] {
    var codes: [String] = []
    let list = cicu_regions()
    while let code = list[codes.count] { codes.append(String(cString: code)) }
    return codes
  }
}
