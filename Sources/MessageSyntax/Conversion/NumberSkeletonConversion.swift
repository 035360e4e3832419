/// The function that a number skeleton becomes: a standard one where its options say all of it,
/// else `:icu:number` with the skeleton itself.
struct NumberSkeletonConversion {
  private var currency: String?
  private var unit: String?
  private var isPercent = false
  private var isScaled = false
  private var width: String?
  private var options: [Option] = []
  private var hasPrecision = false
  private var limitsDigits = false
  private var hasRounding = false

  static func function(for skeleton: String) -> FunctionReference {
    var conversion = NumberSkeletonConversion()
    let text = skeleton.unicodeScalars.split { PatternCharacters.isWhiteSpace($0.value) }
    let tokens = text.map { String($0) }
    if tokens.allSatisfy({ conversion.read($0) }), let function = conversion.function() {
      return function
    }
    return FunctionReference(
      "icu:number",
      options: [ICUStyleConversion.option("skeleton", tokens.joined(separator: " "))])
  }

  private func function() -> FunctionReference? {
    var options = options
    func add(_ name: String, _ value: String) {
      options.append(ICUStyleConversion.option(name, value))
    }
    // ICU rounds halves to even; and what no precision limits, it shows with six digits.
    if limitsDigits, !hasRounding { add("roundingMode", "halfEven") }
    if !hasPrecision, currency == nil { add("maximumFractionDigits", "6") }
    let kinds = (currency != nil ? 1 : 0) + (unit != nil ? 1 : 0) + (isPercent ? 1 : 0)
    guard kinds <= 1, isPercent == isScaled else { return nil }
    if let currency {
      // `:currency` has no least and most number of fraction digits.
      guard !options.contains(where: { $0.name.hasSuffix("FractionDigits") }) else { return nil }
      options.insert(ICUStyleConversion.option("currency", currency), at: 0)
      if let width {
        guard let display = Self.currencyDisplays[width] else { return nil }
        add("currencyDisplay", display)
      }
      return FunctionReference("currency", options: options)
    }
    guard !options.contains(where: { $0.name == "currencySign" }) else { return nil }
    if let unit {
      // `:unit` always shows the fraction's zeros.
      guard !options.contains(where: { $0.name == "trailingZeroDisplay" }) else { return nil }
      options.insert(ICUStyleConversion.option("unit", unit), at: 0)
      if let width {
        guard let display = Self.unitDisplays[width] else { return nil }
        add("unitDisplay", display)
      }
      return FunctionReference("unit", options: options)
    }
    guard width == nil else { return nil }
    if isPercent {
      guard !options.contains(where: { Self.notOfPercent.contains($0.name) }) else { return nil }
      return FunctionReference("percent", options: options)
    }
    return FunctionReference("number", options: options)
  }

  private static let notOfPercent: Set<String> = ["minimumIntegerDigits", "roundingIncrement"]

  private static let currencyDisplays = [
    "unit-width-short": "symbol", "unit-width-narrow": "narrowSymbol",
    "unit-width-full-name": "name", "unit-width-iso-code": "code", "unit-width-hidden": "never",
  ]

  private static let unitDisplays = [
    "unit-width-short": "short", "unit-width-narrow": "narrow", "unit-width-full-name": "long",
  ]

  /// Tokens that are one option each.
  private static let simple: [String: [(String, String)]] = [
    "sign-auto": [], "sign-always": [("signDisplay", "always")], "+!": [("signDisplay", "always")],
    "sign-never": [("signDisplay", "never")], "+_": [("signDisplay", "never")],
    "sign-except-zero": [("signDisplay", "exceptZero")], "+?": [("signDisplay", "exceptZero")],
    "sign-negative": [("signDisplay", "negative")], "+-": [("signDisplay", "negative")],
    "sign-accounting": [("currencySign", "accounting")], "()": [("currencySign", "accounting")],
    "group-auto": [], "group-off": [("useGrouping", "never")], ",_": [("useGrouping", "never")],
    "group-min2": [("useGrouping", "min2")], ",?": [("useGrouping", "min2")],
    "group-on-aligned": [("useGrouping", "always")], ",!": [("useGrouping", "always")],
  ]

  private static let roundingModes = [
    "ceiling": "ceil", "floor": "floor", "down": "trunc", "up": "expand",
    "half-even": "halfEven", "half-down": "halfTrunc", "half-up": "halfExpand",
    "half-ceiling": "halfCeil", "half-floor": "halfFloor",
  ]

  private mutating func read(_ token: String) -> Bool {
    if let options = Self.simple[token] {
      for (name, value) in options { add(name, value) }
      return true
    }
    let parts = token.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let stem = parts.first.map(String.init) ?? ""
    let rest = parts.count > 1 ? String(parts[1]) : nil
    switch (stem, rest) {
    case ("currency", let code?):
      currency = code
    case ("unit", let name?) where !name.contains("/"):
      unit = name
    case ("measure-unit", let name?):
      // `length-meter`: the kind of unit in front.
      unit = name.split(separator: "-", maxSplits: 1).last.map(String.init)
    case ("percent", nil), ("%", nil):
      isPercent = true
    case ("scale", "100"):
      isScaled = true
    case ("%x100", nil):
      isPercent = true
      isScaled = true
    case (_, nil) where stem.hasPrefix("unit-width-"):
      width = stem
    case (_, nil) where stem.hasPrefix("rounding-mode-"):
      guard let mode = Self.roundingModes[String(stem.dropFirst(14))] else { return false }
      hasRounding = true
      add("roundingMode", mode)
    case ("integer-width", let width?):
      guard width.hasPrefix("+") else { return false }
      return readIntegerWidth(width.dropFirst())
    case (_, nil) where !stem.isEmpty && stem.utf8.allSatisfy { $0 == UInt8(ascii: "0") }:
      return readIntegerWidth(stem[...])
    case ("precision-increment", let increment?):
      return readIncrement(increment)
    default:
      return readPrecision(stem, rest)
    }
    return true
  }

  private mutating func add(_ name: String, _ value: String) {
    options.append(ICUStyleConversion.option(name, value))
  }

  private mutating func readIntegerWidth(_ zeros: Substring) -> Bool {
    guard zeros.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }), (1...99).contains(zeros.utf8.count)
    else { return false }
    add("minimumIntegerDigits", "\(zeros.utf8.count)")
    return true
  }

  /// `0.05` is steps of 5 with two digits.
  private mutating func readIncrement(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.count > 1 ? parts[1].utf8.count : 0
    let steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000]
    guard parts.count <= 2, let step = Int(parts.joined()), steps.contains(step) else {
      return false
    }
    hasPrecision = true
    limitsDigits = true
    add("minimumFractionDigits", "\(digits)")
    add("maximumFractionDigits", "\(digits)")
    add("roundingIncrement", "\(step)")
    return true
  }

  /// `.00##`, `@@#`, `.`, each with `/w` for "no zeros behind an integer".
  private mutating func readPrecision(_ stem: String, _ rest: String?) -> Bool {
    guard rest == nil || rest == "w" else { return false }
    if stem == "precision-currency-standard" {
      hasPrecision = true
    } else if stem == "precision-integer" || stem == "." {
      addFraction(0, 0)
    } else if stem.hasPrefix("."),
      let (least, most) = Self.counts(stem.dropFirst(), UInt8(ascii: "0"))
    {
      addFraction(least, most)
    } else if stem.hasPrefix("@"), let (least, most) = Self.counts(stem[...], UInt8(ascii: "@")) {
      hasPrecision = true
      limitsDigits = true
      add("minimumSignificantDigits", "\(least)")
      add("maximumSignificantDigits", "\(most)")
    } else {
      return false
    }
    if rest != nil { add("trailingZeroDisplay", "stripIfInteger") }
    return true
  }

  private mutating func addFraction(_ least: Int, _ most: Int) {
    hasPrecision = true
    limitsDigits = true
    if currency != nil, least == most {
      add("fractionDigits", "\(least)")
      return
    }
    if least > 0 { add("minimumFractionDigits", "\(least)") }
    add("maximumFractionDigits", "\(most)")
  }

  /// How many digits a precision asks for and allows: `00##` is 2 and 4.
  private static func counts(_ text: Substring, _ needed: UInt8) -> (Int, Int)? {
    let least = text.utf8.prefix { $0 == needed }.count
    let rest = text.utf8.dropFirst(least)
    guard rest.allSatisfy({ $0 == UInt8(ascii: "#") }), text.utf8.count <= 20 else { return nil }
    return (least, text.utf8.count)
  }
}
