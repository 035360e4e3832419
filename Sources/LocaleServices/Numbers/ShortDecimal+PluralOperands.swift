extension PluralOperands {
  /// The operands of a number that is written with so many fraction digits.
  package init(_ number: ShortDecimal, fractionDigits: ClosedRange<Int>) {
    var shown = number
    shown.round(toFractionDigits: fractionDigits)
    let unit = ShortDecimal.power(shown.scale)
    self.init(Int(truncatingIfNeeded: shown.coefficient / unit))
    let fraction = shown.coefficient % unit
    v = UInt64(max(shown.scale, fractionDigits.lowerBound))
    f = fraction &* ShortDecimal.power(max(0, fractionDigits.lowerBound - shown.scale))
    var significant = shown
    significant.round(toFractionDigits: 0...18)
    w = UInt64(significant.scale)
    t = significant.coefficient % ShortDecimal.power(significant.scale)
  }
}
