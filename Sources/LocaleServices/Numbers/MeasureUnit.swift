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
}
