// Asks ICU how it writes a few numbers and takes the symbols from the answers.
extension NumberFormatOptions {
  /// Whether numbers in these options consist of digits between two fixed texts. Names of currencies
  /// and units change with the number, and so do significant digits and unusual ways to round.
  fileprivate var isNativelyWritable: Bool {
    switch style {
    case .unit: return false
    case .currency where currencyDisplay == .name: return false
    case .currency, .decimal, .percent: break
    }
    return signDisplay == .auto && minimumIntegerDigits == 1 && !hasSignificantDigits
      && trailingZeroDisplay == .auto && roundingPriority == .auto && roundingIncrement == 1
      && (roundingMode == .halfExpand || roundingMode == .halfEven)
      && fractionDigits.upperBound <= NativeNumberSymbols.mostFractionDigits
  }
}

extension NativeNumberSymbols {
  /// Symbols to write as `format` does; nil if the options or the answers are out of the ordinary.
  init?(probing format: ICUNumberFormat, options: NumberFormatOptions) {
    guard options.isNativelyWritable else { return nil }
    if case .percent = options.style { scale = 2 }
    fractionDigits = options.fractionDigits
    rounds = options.roundingMode == .halfExpand
    guard probeDigits(format), probeGroups(format), probeAffixes(format), probeDecimal(format),
      agrees(with: format)
    else { return nil }
  }

  /// Whole numbers are given so that the number shown has these digits.
  private func probe(_ digits: String, _ format: ICUNumberFormat) -> [NumberPart] {
    guard let exact = ExactDecimal(digits) else { return [] }
    return format.formatToParts(.decimal(exact.scaled(byPowerOfTen: -scale)))
  }

  private mutating func probeDigits(_ format: ICUNumberFormat) -> Bool {
    let whole = probe("9876543210", format).filter { $0.kind == .integer }.map(\.value).joined()
    let found = whole.unicodeScalars.reversed().map { Array(String($0).utf8) }
    guard found.count == 10, let width = found.first?.count, width <= Self.longestDigit,
      found.allSatisfy({ $0.count == width })
    else { return false }
    digitWidth = width
    digits = found.flatMap { $0 }
    // One byte per digit means ASCII, where the ten follow each other.
    return true
  }

  private mutating func probeGroups(_ format: ICUNumberFormat) -> Bool {
    let long = probe("1234567890123", format)
    let groups = long.filter { $0.kind == .integer }.map { $0.value.unicodeScalars.count }
    guard let last = groups.last else { return false }
    guard groups.count > 1 else { return true }
    let separators = Set(long.filter { $0.kind == .group }.map(\.value))
    guard let separator = separators.first, separators.count == 1,
      separator.utf8.count <= Self.longestSeparator
    else { return false }
    groupSeparator = Array(separator.utf8)
    primaryGroup = last
    secondaryGroup = groups[groups.count - 2]
    guard primaryGroup > 0, secondaryGroup > 0 else { return false }
    var length = primaryGroup + 1
    var digits = "1" + String(repeating: "2", count: primaryGroup)
    while !probe(digits, format).contains(where: { $0.kind == .group }) {
      digits += "2"
      length += 1
      guard length <= 12 else { return false }
    }
    firstGroupedLength = length
    return true
  }

  private mutating func probeAffixes(_ format: ICUNumberFormat) -> Bool {
    guard let plus = affixes(probe("12", format)), let minus = affixes(probe("-12", format)) else {
      return false
    }
    positive = plus
    negative = minus
    return true
  }

  private func affixes(_ parts: [NumberPart]) -> Affixes? {
    func isNumber(_ part: NumberPart) -> Bool {
      switch part.kind {
      case .integer, .group, .decimal, .fraction: true
      default: false
      }
    }
    guard let first = parts.firstIndex(where: isNumber), let last = parts.lastIndex(where: isNumber)
    else { return nil }
    return Affixes(
      prefix: parts[..<first].flatMap { Array($0.value.utf8) },
      suffix: parts[(last + 1)...].flatMap { Array($0.value.utf8) })
  }

  private mutating func probeDecimal(_ format: ICUNumberFormat) -> Bool {
    guard fractionDigits.upperBound > 0 else { return true }
    guard let separator = probe("1.5", format).first(where: { $0.kind == .decimal })?.value,
      separator.utf8.count <= Self.longestSeparator
    else { return false }
    decimalSeparator = Array(separator.utf8)
    return true
  }

  /// Numbers of all lengths, with and without fractions, on both sides of zero.
  private func agrees(with format: ICUNumberFormat) -> Bool {
    let samples = [
      "0", "1", "2", "7", "10", "21", "100", "999", "1000", "1234", "9999", "10000", "12345",
      "100000", "1234567", "98765432", "1234567890123", "0.5", "0.25", "0.125", "1.005", "12.3456",
      "1234.5", "99999.995", "1234567.891",
    ]
    let writer = NativeNumberWriter(self)
    for sample in samples {
      for text in [sample, "-" + sample] {
        guard let exact = ExactDecimal(text), let short = ShortDecimal(exact) else { continue }
        var bytes: [UInt8] = []
        guard UTF8Room.append(to: &bytes, { writer.write(short, into: &$0) }) else { continue }
        if String(decoding: bytes, as: UTF8.self) != format.format(.decimal(exact)) { return false }
      }
    }
    return true
  }
}
