internal import CICU

/// The versions of the ICU that is linked and of the data in it: results may differ between them.
///
///     "\(ICUVersion.icu), \(ICUVersion.cldr)"  // "72.1, 42.0"
public enum ICUVersion {
  /// ICU's version: `72.1`.
  public static var icu: String { text { cicu_version($0) } }

  /// The version of the CLDR data; `unknown` where ICU does not say.
  public static var cldr: String {
    var status: Int32 = 0
    let version = text { cicu_cldr_version($0, &status) }
    return status > 0 ? "unknown" : version
  }

  /// The version of Unicode: `15.0`.
  public static var unicode: String { text { cicu_unicode_version($0) } }

  private static func text(_ read: (UnsafeMutablePointer<UInt8>) -> Void) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4) { parts in
      parts.initialize(repeating: 0)
      guard let base = parts.baseAddress else { return "unknown" }
      read(base)
      // Two parts at least, and zeros at the end left out.
      let significant = max(2, (parts.lastIndex { $0 != 0 } ?? 0) + 1)
      return parts.prefix(significant).map { String($0) }.joined(separator: ".")
    }
  }
}
