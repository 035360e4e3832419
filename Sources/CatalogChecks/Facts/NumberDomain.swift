/// Which numbers a selector can meet.
public enum NumberDomain: Hashable, Sendable {
  /// Whole numbers only (`:integer`).
  case integer
  /// A number that nothing is said about; people count with it.
  case count
  /// Numbers with fractions: declared so, or shown with decimals.
  case decimal
}
