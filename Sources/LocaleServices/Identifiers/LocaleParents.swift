internal import CICU
public import LocaleIdentifiers

extension LocaleIdentifier {
  /// The locale that CLDR takes data from where this one has none; nil at the top.
  ///
  ///     "es-MX".parent    // "es-419"
  ///     "zh-Hant".parent  // nil: simplified characters are no substitute
  public var parent: LocaleIdentifier? {
    let base = base
    let explicit = try? writtenByICU { cicu_parent(base.icuName, $0, $1, &$2) }
    if let explicit, !explicit.isEmpty { return LocaleIdentifier(explicit) }
    if base != self { return base }
    guard let end = base.tag.lastIndex(of: "-") else { return nil }
    return LocaleIdentifier(base.tag[..<end])
  }

  /// The locale and its parents, nearest first: `es-MX`, `es-419`, `es`.
  public var chain: [LocaleIdentifier] {
    Array(sequence(first: self) { $0.parent })
  }
}
