/// How a number is written; names and defaults are those of ECMA-402's `Intl.NumberFormat`.
///
///     var options = NumberFormatOptions()
///     options.style = .currency("EUR")
///     options.trailingZeroDisplay = .stripIfInteger
public struct NumberFormatOptions: Hashable, Sendable {
  public enum Style: Hashable, Sendable {
    case decimal
    /// The number times 100, with the locale's percent sign.
    case percent
    /// An ISO 4217 code, three letters.
    case currency(String)
    /// A CLDR unit identifier (`kilometer-per-hour`), and what the measure is for (`road`), by which
    /// the locale chooses its own unit.
    case unit(String, usage: String? = nil)
  }

  public enum SignDisplay: String, Hashable, Sendable, CaseIterable {
    case auto, always, exceptZero, negative, never
  }

  public enum Grouping: String, Hashable, Sendable, CaseIterable {
    case auto, always, never, min2
  }

  public enum TrailingZeroDisplay: String, Hashable, Sendable, CaseIterable {
    case auto, stripIfInteger
  }

  public enum RoundingPriority: String, Hashable, Sendable, CaseIterable {
    case auto, morePrecision, lessPrecision
  }

  public enum RoundingMode: String, Hashable, Sendable, CaseIterable {
    case ceil, floor, expand, trunc, halfCeil, halfFloor, halfExpand, halfTrunc, halfEven
  }

  public enum CurrencyDisplay: String, Hashable, Sendable, CaseIterable {
    case narrowSymbol, symbol, name, code, never
  }

  public enum CurrencySign: String, Hashable, Sendable, CaseIterable {
    case standard, accounting
  }

  public enum UnitDisplay: String, Hashable, Sendable, CaseIterable {
    case short, narrow, long
  }

  /// The increments that ECMA-402 allows, in units of the last fraction digit.
  public static let roundingIncrements = [
    1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000,
  ]

  public var style = Style.decimal
  public var signDisplay = SignDisplay.auto
  public var grouping = Grouping.auto
  public var minimumIntegerDigits = 1
  public var minimumFractionDigits: Int?
  public var maximumFractionDigits: Int?
  public var minimumSignificantDigits: Int?
  public var maximumSignificantDigits: Int?
  public var trailingZeroDisplay = TrailingZeroDisplay.auto
  public var roundingPriority = RoundingPriority.auto
  public var roundingIncrement = 1
  public var roundingMode = RoundingMode.halfExpand
  public var currencyDisplay = CurrencyDisplay.symbol
  public var currencySign = CurrencySign.standard
  public var unitDisplay = UnitDisplay.short

  public init(style: Style = .decimal) {
    self.style = style
  }

  /// Whether digits are limited by their significance alone.
  var usesSignificantDigitsOnly: Bool {
    roundingPriority == .auto && hasSignificantDigits
  }

  var hasSignificantDigits: Bool {
    minimumSignificantDigits != nil || maximumSignificantDigits != nil
  }

  /// Whether a rounding increment has a digit to count from, as ECMA-402 demands.
  public var allowsRoundingIncrement: Bool {
    roundingPriority == .auto && !hasSignificantDigits
      && fractionDigits.lowerBound == fractionDigits.upperBound
  }

  /// The fewest and most fraction digits, the style's own where an option is absent.
  package var fractionDigits: ClosedRange<Int> {
    let standard: ClosedRange<Int> =
      switch style {
      case .decimal, .unit: 0...3
      case .percent: 0...0
      case .currency(let code):
        Currency.fractionDigits(of: code)...Currency.fractionDigits(of: code)
      }
    let standardMaximum = roundingIncrement == 1 ? standard.upperBound : standard.lowerBound
    switch (minimumFractionDigits, maximumFractionDigits) {
    case (nil, nil): return standard.lowerBound...standardMaximum
    case (let minimum?, nil): return max(0, minimum)...max(standardMaximum, minimum, 0)
    case (nil, let maximum?): return max(0, min(standard.lowerBound, maximum))...max(0, maximum)
    case (let minimum?, let maximum?): return max(0, min(minimum, maximum))...max(0, maximum)
    }
  }
}
