import LocaleServices

/// Which options a number function takes.
struct NumberOptionSet: OptionSet {
  let rawValue: Int

  static let sign = NumberOptionSet(rawValue: 1)
  static let grouping = NumberOptionSet(rawValue: 2)
  static let integerDigits = NumberOptionSet(rawValue: 4)
  static let fractionDigits = NumberOptionSet(rawValue: 8)
  static let minimumSignificantDigits = NumberOptionSet(rawValue: 16)
  static let maximumSignificantDigits = NumberOptionSet(rawValue: 32)
  static let trailingZeros = NumberOptionSet(rawValue: 64)
  static let roundingPriority = NumberOptionSet(rawValue: 128)
  static let roundingIncrement = NumberOptionSet(rawValue: 256)
  static let roundingMode = NumberOptionSet(rawValue: 512)
  static let select = NumberOptionSet(rawValue: 1024)

  static let significantDigits: NumberOptionSet = [
    .minimumSignificantDigits, .maximumSignificantDigits,
  ]
  static let rounding: NumberOptionSet = [.roundingPriority, .roundingIncrement, .roundingMode]
  static let number: NumberOptionSet = [
    .sign, .grouping, .integerDigits, .fractionDigits, .significantDigits, .trailingZeros,
    .rounding, .select,
  ]
  static let integer: NumberOptionSet = [
    .sign, .grouping, .integerDigits, .maximumSignificantDigits, .select,
  ]
  static let percent: NumberOptionSet = [
    .sign, .grouping, .fractionDigits, .significantDigits, .trailingZeros, .roundingPriority,
    .roundingMode,
  ]
  /// `:currency` has `fractionDigits` of its own.
  static let currency: NumberOptionSet = [
    .grouping, .integerDigits, .significantDigits, .trailingZeros, .rounding,
  ]
  static let unit: NumberOptionSet = [
    .sign, .grouping, .integerDigits, .fractionDigits, .significantDigits, .rounding,
  ]
}

extension FunctionCall {
  /// Reads one option of those that number functions share; what is wrong with it is reported, and
  /// the option left out. Whether selection is still allowed is the result.
  mutating func read(
    _ option: Option, into number: inout NumberMessageValue, taking set: NumberOptionSet
  ) {
    func digits(_ member: NumberOptionSet, from minimum: Int, _ path: (Int) -> Void) -> Bool? {
      guard set.contains(member) else { return nil }
      guard let value = option.digits, value >= minimum else { return false }
      path(value)
      return true
    }
    func choice<Choice: RawRepresentable & CaseIterable>(
      _ member: NumberOptionSet, _ path: (Choice) -> Void
    ) -> Bool? where Choice.RawValue == String {
      guard set.contains(member) else { return nil }
      guard let value = option.text.flatMap(Choice.init(rawValue:)) else { return false }
      path(value)
      return true
    }
    var options = number.options
    let taken: Bool?
    switch option.name {
    case "signDisplay": taken = choice(.sign) { options.signDisplay = $0 }
    case "useGrouping": taken = choice(.grouping) { options.grouping = $0 }
    case "minimumIntegerDigits":
      taken = digits(.integerDigits, from: 1) { options.minimumIntegerDigits = $0 }
    case "minimumFractionDigits":
      taken = digits(.fractionDigits, from: 0) { options.minimumFractionDigits = $0 }
    case "maximumFractionDigits":
      taken = digits(.fractionDigits, from: 0) { options.maximumFractionDigits = $0 }
    case "minimumSignificantDigits":
      taken = digits(.minimumSignificantDigits, from: 1) { options.minimumSignificantDigits = $0 }
    case "maximumSignificantDigits":
      taken = digits(.maximumSignificantDigits, from: 1) { options.maximumSignificantDigits = $0 }
    case "trailingZeroDisplay": taken = choice(.trailingZeros) { options.trailingZeroDisplay = $0 }
    case "roundingPriority": taken = choice(.roundingPriority) { options.roundingPriority = $0 }
    case "roundingMode": taken = choice(.roundingMode) { options.roundingMode = $0 }
    case "roundingIncrement":
      guard set.contains(.roundingIncrement) else { return }
      let increment = option.text.flatMap { text in
        NumberFormatOptions.roundingIncrements.first { String($0) == text }
      }
      if let increment { options.roundingIncrement = increment }
      taken = increment != nil
    default: return
    }
    number.options = options
    if taken == false { badOption(option, expected: "one that the specification names") }
  }

  /// Reports options that contradict each other and leaves out as few as will do.
  mutating func settle(_ options: inout NumberFormatOptions) {
    if let minimum = options.minimumFractionDigits, let maximum = options.maximumFractionDigits,
      minimum > maximum
    {
      report(.badOption, "`minimumFractionDigits` is above `maximumFractionDigits`")
      options.minimumFractionDigits = nil
    }
    if let minimum = options.minimumSignificantDigits,
      let maximum = options.maximumSignificantDigits, minimum > maximum
    {
      report(.badOption, "`minimumSignificantDigits` is above `maximumSignificantDigits`")
      options.minimumSignificantDigits = nil
    }
    if options.roundingIncrement != 1, !options.allowsRoundingIncrement {
      report(
        .badOption,
        "`roundingIncrement` needs as many minimum as maximum fraction digits, and no other limit")
      options.roundingIncrement = 1
    }
  }

  /// Reads `select`, which must be a literal, and must not come with the operand.
  ///
  /// - Returns: Whether the value may choose a variant.
  mutating func readSelect(into number: inout NumberMessageValue) -> Bool {
    var isSelectable = true
    if number.selection != nil {
      report(.badOption, "the operand already has the option `select`")
      number.selection = nil
      isSelectable = false
    }
    for option in options where option.name == "select" {
      if !option.isLiteral {
        badOption(option, expected: "a literal")
        isSelectable = false
      } else if let selection = option.text.flatMap(NumberMessageValue.Selection.init(rawValue:)) {
        number.selection = selection
      } else {
        badOption(option, expected: "`plural`, `ordinal` or `exact`")
      }
    }
    return isSelectable
  }
}
