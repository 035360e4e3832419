import LocaleServices
import MessageFormat

/// What `Intl` cannot do.
struct NotInIntl: Error {
  var what: String
}

/// The members of an object literal of options, in a fixed order.
typealias IntlOptions = [(name: String, value: String)]

extension NumberMessageValue {
  /// The options of `Intl.NumberFormat`.
  ///
  /// - Parameter hasLateCurrency: Whether the currency is only known when the message is formatted.
  func intlOptions(hasLateCurrency: Bool = false) throws(NotInIntl) -> IntlOptions {
    if let skeleton { return try NumberSkeleton(skeleton).intlOptions }
    var members: IntlOptions = []
    func add(_ name: String, _ value: String) { members.append((name, value)) }
    switch options.style {
    case .decimal: break
    case .percent: add("style", "\"percent\"")
    case .currency(let code):
      add("style", "\"currency\"")
      if !hasLateCurrency { add("currency", JavaScript.string(code)) }
      switch options.currencyDisplay {
      case .symbol: break
      case .never: throw NotInIntl(what: "`currencyDisplay=never`")
      case let display: add("currencyDisplay", JavaScript.string(display.rawValue))
      }
      if options.currencySign == .accounting { add("currencySign", "\"accounting\"") }
    case .unit(let unit, let usage):
      guard usage == nil else { throw NotInIntl(what: "`usage`, the reader's own unit") }
      guard IntlUnits.has(unit) else { throw NotInIntl(what: "the unit `\(unit)`") }
      add("style", "\"unit\"")
      add("unit", JavaScript.string(unit))
      if options.unitDisplay != .short {
        add("unitDisplay", JavaScript.string(options.unitDisplay.rawValue))
      }
    }
    members += try digitOptions(hasLateCurrency: hasLateCurrency, isForSelection: false)
    switch options.grouping {
    case .auto: break
    case .never: add("useGrouping", "false")
    case let grouping: add("useGrouping", JavaScript.string(grouping.rawValue))
    }
    if options.signDisplay != .auto {
      add("signDisplay", JavaScript.string(options.signDisplay.rawValue))
    }
    return members
  }

  /// The options of `Intl.PluralRules`.
  func pluralOptions() throws(NotInIntl) -> IntlOptions {
    guard skeleton == nil else { throw NotInIntl(what: "plural categories of a number skeleton") }
    let type: IntlOptions = selection == .ordinal ? [("type", "\"ordinal\"")] : []
    return type + (try digitOptions(hasLateCurrency: false, isForSelection: true))
  }

  private func digitOptions(
    hasLateCurrency: Bool, isForSelection: Bool
  ) throws(NotInIntl) -> IntlOptions {
    var members: IntlOptions = []
    func add(_ name: String, _ value: Int, _ limit: Int) throws(NotInIntl) {
      guard value <= limit else { throw NotInIntl(what: "`\(name)=\(value)`, above \(limit)") }
      members.append((name, String(value)))
    }
    if options.minimumIntegerDigits > 1 {
      try add("minimumIntegerDigits", options.minimumIntegerDigits, 21)
    }
    // A style's own digits are written out where engines do not agree on them.
    let needsFraction: Bool =
      switch options.style {
      case .currency: !hasLateCurrency
      case .percent: isForSelection
      case .decimal, .unit: false
      }
    let digits = options.fractionDigits
    if needsFraction || options.minimumFractionDigits != nil || options.maximumFractionDigits != nil
      || options.roundingIncrement != 1 || options.roundingPriority != .auto
    {
      try add("minimumFractionDigits", digits.lowerBound, 20)
      try add("maximumFractionDigits", digits.upperBound, 20)
    }
    if let minimum = options.minimumSignificantDigits {
      try add("minimumSignificantDigits", minimum, 21)
    }
    if let maximum = options.maximumSignificantDigits {
      try add("maximumSignificantDigits", maximum, 21)
    }
    if options.roundingPriority != .auto {
      members.append(("roundingPriority", JavaScript.string(options.roundingPriority.rawValue)))
    }
    if options.roundingIncrement != 1 {
      members.append(("roundingIncrement", String(options.roundingIncrement)))
    }
    if options.roundingMode != .halfExpand {
      members.append(("roundingMode", JavaScript.string(options.roundingMode.rawValue)))
    }
    if options.trailingZeroDisplay != .auto {
      members.append(
        ("trailingZeroDisplay", JavaScript.string(options.trailingZeroDisplay.rawValue)))
    }
    return members
  }
}

/// The units that ECMA-402 sanctions, alone or one per another.
enum IntlUnits {
  static func has(_ unit: String) -> Bool {
    if simple.contains(unit) { return true }
    guard let range = unit.firstRange(of: "-per-") else { return false }
    return simple.contains(String(unit[..<range.lowerBound]))
      && simple.contains(String(unit[range.upperBound...]))
  }

  private static let simple: Set<String> = [
    "acre", "bit", "byte", "celsius", "centimeter", "day", "degree", "fahrenheit", "fluid-ounce",
    "foot", "gallon", "gigabit", "gigabyte", "gram", "hectare", "hour", "inch", "kilobit",
    "kilobyte", "kilogram", "kilometer", "liter", "megabit", "megabyte", "meter", "mile",
    "mile-scandinavian", "milliliter", "millimeter", "millisecond", "minute", "month", "ounce",
    "percent", "petabyte", "pound", "second", "stone", "terabit", "terabyte", "week", "yard",
    "year",
  ]
}

/// A number skeleton of ICU's, as far as `Intl` can say it.
struct NumberSkeleton {
  let intlOptions: IntlOptions

  init(_ skeleton: String) throws(NotInIntl) {
    var members: IntlOptions = []
    // ICU's skeletons round halves to even.
    var mode = "\"halfEven\""
    for token in skeleton.split(separator: " ") {
      switch token {
      case "compact-short", "K": members.append(("notation", "\"compact\""))
      case "compact-long", "KK":
        members += [("notation", "\"compact\""), ("compactDisplay", "\"long\"")]
      case "scientific", "E0": members.append(("notation", "\"scientific\""))
      case "engineering", "EE0": members.append(("notation", "\"engineering\""))
      case "group-off": members.append(("useGrouping", "false"))
      case "rounding-mode-half-even": break
      case "rounding-mode-half-up": mode = "\"halfExpand\""
      default:
        guard token.hasPrefix("currency/"), token.utf8.count == 12 else {
          throw NotInIntl(what: "`\(token)` of a number skeleton")
        }
        members += [
          ("style", "\"currency\""), ("currency", JavaScript.string(String(token.suffix(3)))),
        ]
      }
    }
    guard members.contains(where: { $0.name == "notation" }) else {
      throw NotInIntl(what: "the number skeleton `\(skeleton)`")
    }
    if members.contains(where: { $0.value.hasSuffix("c\"") || $0.value == "\"engineering\"" }) {
      // Where nothing limits the digits, ICU shows six behind the point and `Intl` three.
      members.append(("maximumFractionDigits", "6"))
    }
    intlOptions = members + [("roundingMode", mode)]
  }
}
