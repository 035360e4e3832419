internal import CICU

/// Names of units of measure (UTS 35 part 6, "Unit Identifiers").
public enum MeasureUnit {
  /// Whether a text has the form of a unit or of a usage: `kilometer-per-hour`, `person-height`.
  public static func isWellFormed(_ text: some StringProtocol) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  /// Whether CLDR knows which units measures of this unit's kind are given in for a usage: lengths of
  /// `road`, not volumes of it. ICU itself takes an unknown usage for the default one.
  public static func hasUsage(_ usage: String, unit: String) -> Bool {
    guard let type = try? writtenByICU({ cicu_unit_type(unit, $0, $1, &$2) }) else { return false }
    return cicu_unit_type_has_usage(type, usage) == 1
  }
}
