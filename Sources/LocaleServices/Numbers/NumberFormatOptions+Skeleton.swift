extension NumberFormatOptions {
  /// The options as a number skeleton of ICU's: `currency/EUR .00 rounding-mode-half-up`.
  public var skeleton: String {
    var stems: [String] = []
    switch style {
    case .decimal: break
    case .percent:
      // `percent` alone puts the sign behind the number and does not multiply it.
      stems += ["percent", "scale/100"]
    case .currency(let code):
      stems.append("currency/" + code.uppercased())
      switch currencyDisplay {
      case .symbol: stems.append("unit-width-short")
      case .narrowSymbol: stems.append("unit-width-narrow")
      case .name: stems.append("unit-width-full-name")
      case .code: stems.append("unit-width-iso-code")
      case .never: stems.append("unit-width-hidden")
      }
    case .unit(let unit, let usage):
      stems.append("unit/" + unit)
      if let usage { stems.append("usage/" + usage) }
      switch unitDisplay {
      case .short: stems.append("unit-width-short")
      case .narrow: stems.append("unit-width-narrow")
      case .long: stems.append("unit-width-full-name")
      }
    }
    if let precisionStem { stems.append(precisionStem) }
    // ICU rounds halves to even unless it is told.
    stems.append("rounding-mode-" + roundingModeStem)
    switch grouping {
    case .auto: break
    case .always: stems.append("group-on-aligned")
    case .never: stems.append("group-off")
    case .min2: stems.append("group-min2")
    }
    if minimumIntegerDigits > 1 {
      stems.append("integer-width/+" + String(repeating: "0", count: minimumIntegerDigits))
    }
    if let signStem { stems.append(signStem) }
    return stems.joined(separator: " ")
  }

  private var precisionStem: String? {
    let fraction = fractionDigits
    let strip = trailingZeroDisplay == .stripIfInteger ? "/w" : ""
    if roundingIncrement > 1, !hasSignificantDigits, roundingPriority == .auto {
      return "precision-increment/" + incrementText(fractionDigits: fraction.upperBound) + strip
    }
    if usesSignificantDigitsOnly { return significantStem + strip }
    if roundingPriority != .auto {
      let relaxation = roundingPriority == .morePrecision ? "r" : "s"
      return fractionStem(fraction) + "/" + significantStem + relaxation + strip
    }
    return fractionStem(fraction) + strip
  }

  private func fractionStem(_ digits: ClosedRange<Int>) -> String {
    "." + String(repeating: "0", count: digits.lowerBound)
      + String(repeating: "#", count: digits.upperBound - digits.lowerBound)
  }

  private var significantStem: String {
    let minimum = max(1, minimumSignificantDigits ?? 1)
    let maximum = max(minimum, maximumSignificantDigits ?? 21)
    return String(repeating: "@", count: minimum)
      + String(repeating: "#", count: maximum - minimum)
  }

  /// The increment as a decimal number with that many fraction digits: 5 with two is `0.05`.
  private func incrementText(fractionDigits: Int) -> String {
    let digits = String(roundingIncrement)
    guard fractionDigits > 0 else { return digits }
    let padding = String(repeating: "0", count: max(0, fractionDigits + 1 - digits.utf8.count))
    let padded = padding + digits
    return padded.dropLast(fractionDigits) + "." + padded.suffix(fractionDigits)
  }

  private var roundingModeStem: String {
    switch roundingMode {
    case .ceil: "ceiling"
    case .floor: "floor"
    case .expand: "up"
    case .trunc: "down"
    case .halfCeil: "half-ceiling"
    case .halfFloor: "half-floor"
    case .halfExpand: "half-up"
    case .halfTrunc: "half-down"
    case .halfEven: "half-even"
    }
  }

  private var signStem: String? {
    let isAccounting: Bool =
      if case .currency = style { currencySign == .accounting } else { false }
    return switch (signDisplay, isAccounting) {
    case (.auto, false): nil
    case (.auto, true): "sign-accounting"
    case (.always, false): "sign-always"
    case (.always, true): "sign-accounting-always"
    case (.exceptZero, false): "sign-except-zero"
    case (.exceptZero, true): "sign-accounting-except-zero"
    case (.negative, false): "sign-negative"
    case (.negative, true): "sign-accounting-negative"
    case (.never, _): "sign-never"
    }
  }
}
