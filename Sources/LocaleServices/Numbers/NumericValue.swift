/// A number to format: a whole number, a floating point number, or an exact decimal one.
public enum NumericValue: Hashable, Sendable {
  case integer(Int)
  case double(Double)
  case decimal(ExactDecimal)

  /// The exact value; nil for infinity and NaN.
  public var exact: ExactDecimal? {
    switch self {
    case .integer(let value): ExactDecimal(value)
    case .double(let value): ExactDecimal(value)
    case .decimal(let value): value
    }
  }

  /// The nearest floating point number.
  public var double: Double {
    switch self {
    case .integer(let value): Double(value)
    case .double(let value): value
    case .decimal(let value): Double(value.description) ?? .nan
    }
  }

  /// A number in the smallest form that holds it.
  public init(_ exact: ExactDecimal) {
    self = exact.integer.map(NumericValue.integer) ?? .decimal(exact)
  }

  /// The number in ASCII as ICU reads it: `-1234.5`; `Infinity`, `NaN`.
  ///
  /// Minus zero keeps its sign, which some formats show.
  package var icuText: String {
    switch self {
    case .integer(let value): value.description
    case .decimal(let value): value.description
    case .double(let value):
      if value.isNaN {
        "NaN"
      } else if value.isInfinite {
        value < 0 ? "-Infinity" : "Infinity"
      } else {
        value.description
      }
    }
  }
}
