internal import CICU
public import LocaleIdentifiers

extension LocaleIdentifier {
  /// Reads an identifier, legacy forms included, and replaces what is deprecated.
  ///
  ///     LocaleIdentifier(canonicalizing: "iw")         // "he"
  ///     LocaleIdentifier(canonicalizing: "i-klingon")  // "tlh"
  ///     LocaleIdentifier(canonicalizing: "zh-yue-HK")  // "yue-HK"
  ///
  /// nil if the text is no language tag, or longer than 64 bytes.
  public init?(canonicalizing text: some StringProtocol) {
    if let identifier = LocaleIdentifier(text) {
      self = identifier.canonicalized
      return
    }
    // What is left are BCP 47's extended language subtags and irregular tags, which ICU knows.
    let tag = String(text.map { $0 == "_" ? "-" : $0 })
    guard (1...Self.maximumLength).contains(text.utf8.count), !text.utf8.contains(0),
      let name = try? writtenByICU({ cicu_locale_from_tag(tag, $0, $1, &$2) }),
      let modern = try? writtenByICU({ cicu_locale_to_tag(name, $0, $1, &$2) }),
      let identifier = LocaleIdentifier(modern)
    else { return nil }
    self = identifier.canonicalized
  }

  /// The identifier with deprecated and legacy subtags replaced by CLDR's aliases (UTS 35 part 1,
  /// annex C): `sr-Latn` of `sh`, `fr` of `fra`, `hy` of `hy-SU`'s region `AM`, and so on.
  public var canonicalized: LocaleIdentifier {
    var canonical = LocaleAliases.Parts(self)
    // Every replacement leads nearer to the end; the bound is for data that runs in a circle.
    for _ in 0..<8 {
      guard LocaleAliases.replaceOne(in: &canonical) else { break }
    }
    return canonical.identifier(extensions: tag.dropFirst(base.tag.count)) ?? self
  }
}

/// CLDR's aliases, applied to an identifier's parts in the order of UTS 35.
private enum LocaleAliases {
  struct Parts {
    var language: String
    var script: String?
    var region: String?
    var variants: [String]

    init(_ identifier: LocaleIdentifier) {
      language = identifier.language
      script = identifier.script
      region = identifier.region
      variants = identifier.variants
    }

    func identifier(extensions: Substring) -> LocaleIdentifier? {
      let parts = [language, script, region].compactMap { $0 } + variants.sorted()
      return LocaleIdentifier(parts.joined(separator: "-") + extensions)
    }
  }

  /// Makes the first replacement that applies; false if none does.
  static func replaceOne(in parts: inout Parts) -> Bool {
    replaceLanguage(in: &parts) || replaceRegion(in: &parts) || replaceScript(in: &parts)
      || replaceVariant(in: &parts)
  }

  /// Looks for the language together with as many other parts as there is an alias for.
  private static func replaceLanguage(in parts: inout Parts) -> Bool {
    let language = parts.language
    var candidates: [(key: [String], usesRegion: Bool, variants: [String])] = []
    let groups = variantGroups(parts.variants)
    if let region = parts.region {
      candidates += groups.map { ([language, region] + $0, true, $0) }
      candidates.append(([language, region], true, []))
    }
    candidates += groups.map { ([language] + $0, false, $0) }
    candidates.append(([language], false, []))
    candidates += groups.map { (["und"] + $0, false, $0) }
    for candidate in candidates {
      guard let replacement = alias("language", candidate.key.joined(separator: "_")),
        let new = LocaleIdentifier(replacement)
      else { continue }
      if new.language != "und" { parts.language = new.language }
      if parts.script == nil { parts.script = new.script }
      if candidate.usesRegion { parts.region = nil }
      if parts.region == nil { parts.region = new.region }
      parts.variants = parts.variants.filter { !candidate.variants.contains($0) } + new.variants
      return true
    }
    return false
  }

  /// The variants by threes, twos and singly, in order, as keys of aliases have them.
  private static func variantGroups(_ variants: [String]) -> [[String]] {
    var groups: [[String]] = []
    for size in stride(from: min(3, variants.count), to: 0, by: -1) {
      for start in 0...(variants.count - size) {
        groups.append(Array(variants[start..<start + size]))
      }
    }
    return groups
  }

  private static func replaceRegion(in parts: inout Parts) -> Bool {
    guard let region = parts.region, let list = alias("territory", region) else { return false }
    let choices = list.split(separator: " ").map(String.init)
    guard let first = choices.first else { return false }
    // A country that fell apart: the part that the language is likely spoken in, or the first.
    let likely = LocaleIdentifier(language: parts.language, script: parts.script)?.maximized.region
    let choice = likely.flatMap { choices.contains($0) ? $0 : nil } ?? first
    guard choice != region else { return false }
    parts.region = choice
    return true
  }

  private static func replaceScript(in parts: inout Parts) -> Bool {
    guard let script = parts.script, let new = alias("script", script), new != script else {
      return false
    }
    parts.script = new
    return true
  }

  private static func replaceVariant(in parts: inout Parts) -> Bool {
    for (index, variant) in parts.variants.enumerated() {
      guard let new = alias("variant", variant), new != variant else { continue }
      parts.variants[index] = new
      return true
    }
    return false
  }

  private static func alias(_ type: String, _ subtag: String) -> String? {
    let alias = try? writtenByICU { cicu_alias(type, subtag, $0, $1, &$2) }
    return alias.flatMap { $0.isEmpty ? nil : $0 }
  }
}
