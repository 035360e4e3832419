internal import CICU
public import LocaleIdentifiers

extension LocaleIdentifier {
  /// The identifier with the script and region that are likely for it (UTS 35 part 1, section 4.3):
  /// `zh-Hant-TW` of `zh-TW`. What CLDR knows nothing about stays as it is.
  public var maximized: LocaleIdentifier {
    converted { cicu_locale_maximize($0, $1, $2, &$3) }
  }

  /// The identifier without the script and region that are likely anyway: `zh-TW` of `zh-Hant-TW`.
  public var minimized: LocaleIdentifier {
    converted { cicu_locale_minimize($0, $1, $2, &$3) }
  }

  /// The script that the locale is written in: `Arab` for `ur`; nil for a language that CLDR does not
  /// know.
  public var likelyScript: String? {
    script ?? maximized.script
  }

  /// The direction that the locale's script runs in.
  public var direction: TextDirection {
    cicu_locale_is_right_to_left(icuName) != 0 ? .rightToLeft : .leftToRight
  }

  /// The three-letter code of ISO 639-2/T or 639-3 of the language: `deu` for `de`; nil if ICU has none.
  public var iso639Part3: String? {
    let code = String(cString: cicu_language_iso3(icuName))
    return code.isEmpty ? nil : code
  }

  private func converted(
    _ body: (String, UnsafeMutablePointer<CChar>, Int32, inout Int32) -> Int32
  ) -> LocaleIdentifier {
    let base = base
    let name = try? writtenByICU { body(base.icuName, $0, $1, &$2) }
    guard let name, let result = LocaleIdentifier(name) else { return self }
    let rest = tag.dropFirst(base.tag.count)
    return LocaleIdentifier(result.tag + rest) ?? self
  }
}

/// The direction that lines of text run in.
public enum TextDirection: String, Sendable, Hashable {
  case leftToRight, rightToLeft

  /// The value of HTML's `dir` attribute: `ltr` or `rtl`.
  public var html: String { self == .rightToLeft ? "rtl" : "ltr" }
}
