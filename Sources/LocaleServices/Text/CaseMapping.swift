internal import CICU
public import LocaleIdentifiers

extension String {
  /// The text with its first letter in title case by the rules of a language, the rest as it is.
  ///
  ///     "bahasa Melayu".capitalized(in: "ms")  // "Bahasa Melayu"
  ///     "ijs".capitalized(in: "nl")            // "IJs"
  public func capitalized(in locale: LocaleIdentifier) -> String {
    mapped { cicu_text_capitalize(locale.icuName, $0, $1, $2, $3, &$4) }
  }

  /// The text in lower case by the rules of a language: `I` is `ı` in Turkish.
  public func lowercased(in locale: LocaleIdentifier) -> String {
    mapped { cicu_text_lowercase(locale.icuName, $0, $1, $2, $3, &$4) }
  }

  /// The text with differences of case removed (Unicode's full case folding), for comparing.
  public var caseFolded: String {
    mapped { cicu_text_fold_case($0, $1, $2, $3, &$4) }
  }

  /// ICU maps every text; without memory, the text stays as it is.
  private func mapped(
    _ body: (UnsafePointer<CChar>?, Int32, UnsafeMutablePointer<CChar>, Int32, inout Int32) -> Int32
  ) -> String {
    let result = try? writtenByICU { buffer, capacity, status in
      withUTF8Text(self) { body($0, $1, buffer, capacity, &status) }
    }
    return result ?? self
  }
}
