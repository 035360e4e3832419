public import LocaleIdentifiers

/// The folder that Android keeps a language's resources in.
///
///     AndroidFolder.locale(of: "values-pt-rBR")      // pt-BR
///     AndroidFolder.locale(of: "values-b+zh+Hant")   // zh-Hant
///     AndroidFolder.name(for: "sr-Latn")             // values-b+sr+Latn
///
/// `values` alone holds the source language and names none.
public enum AndroidFolder {
  /// Codes that Android kept from before ISO 639 changed them.
  private static let legacy = ["in": "id", "iw": "he", "ji": "yi", "tl": "fil"]

  /// The language of a folder's name, or nil where it names none.
  public static func locale(of name: some StringProtocol) -> LocaleIdentifier? {
    guard name.hasPrefix("values-") else { return nil }
    let qualifiers = name.dropFirst(7)
    if qualifiers.hasPrefix("b+") {
      let tag = qualifiers.dropFirst(2).prefix { $0 != "-" }
      return LocaleIdentifier(tag.split(separator: "+").joined(separator: "-"))
    }
    let parts = qualifiers.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = parts.first, (2...3).contains(language.utf8.count),
      language.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return nil }
    var tag = legacy[String(language)] ?? String(language)
    if parts.count > 1, parts[1].hasPrefix("r"), parts[1].utf8.count == 3 {
      tag += "-" + parts[1].dropFirst()
    }
    // `car` and others are qualifiers of devices, and no languages.
    return tag == "car" ? nil : LocaleIdentifier(tag)
  }

  /// The name of a language's folder.
  public static func name(for locale: LocaleIdentifier) -> String {
    let parts = locale.tag.split(separator: "-")
    guard let language = parts.first else { return "values" }
    let old = legacy.first { $0.value == language }?.key ?? String(language)
    if parts.count == 1 { return "values-" + old }
    if parts.count == 2, parts[1].utf8.count == 2 { return "values-\(old)-r\(parts[1])" }
    return "values-b+" + parts.joined(separator: "+")
  }
}
