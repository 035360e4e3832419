/// Writes the options of a number function as ICU's number skeleton.
enum NumberSkeletonWriter {
  /// An option, or a value of it, that a skeleton cannot say.
  struct Unsupported: Error {
    var option: String
  }

  static func skeleton(
    _ function: String, _ options: [String: String]
  ) -> Result<String, Unsupported> {
    do throws(Unsupported) {
      return .success(try write(function, options).joined(separator: " "))
    } catch {
      return .failure(error)
    }
  }

  private static func write(
    _ function: String, _ options: [String: String]
  ) throws(Unsupported) -> [String] {
    var rest = options
    var tokens: [String] = []
    func take(_ name: String) -> String? { rest.removeValue(forKey: name) }
    func map(_ name: String, _ table: [String: String]) throws(Unsupported) {
      guard let value = take(name) else { return }
      guard let token = table[value] else { throw Unsupported(option: name) }
      if !token.isEmpty { tokens.append(token) }
    }
    switch function {
    case "percent": tokens.append("percent scale/100")
    case "currency":
      guard let code = take("currency") else { throw Unsupported(option: "currency") }
      tokens.append("currency/" + code)
      try map("currencyDisplay", currencyDisplays)
    case "unit":
      guard let unit = take("unit") else { throw Unsupported(option: "unit") }
      tokens.append("unit/" + unit)
      if let usage = take("usage") { tokens.append("usage/" + usage) }
      try map("unitDisplay", unitDisplays)
    default: break
    }
    if let token = try precision(function, &rest) { tokens.append(token) }
    let mode = take("roundingMode") ?? "halfExpand"
    guard let token = roundingModes[mode] else { throw Unsupported(option: "roundingMode") }
    tokens.append(token)
    let isAccounting = take("currencySign") == "accounting"
    try map("signDisplay", isAccounting ? accountingSigns : signs)
    if isAccounting, options["signDisplay"] == nil { tokens.append("sign-accounting") }
    try map("useGrouping", groupings)
    if let text = take("minimumIntegerDigits") {
      guard let digits = Int(text), (1...99).contains(digits) else {
        throw Unsupported(option: "minimumIntegerDigits")
      }
      tokens.append("integer-width/+" + String(repeating: "0", count: digits))
    }
    if let left = rest.keys.sorted().first { throw Unsupported(option: left) }
    return tokens
  }

  private static func precision(
    _ function: String, _ rest: inout [String: String]
  ) throws(Unsupported) -> String? {
    let strips = rest.removeValue(forKey: "trailingZeroDisplay") == "stripIfInteger"
    func digits(_ name: String) throws(Unsupported) -> Int? {
      guard let text = rest.removeValue(forKey: name) else { return nil }
      guard let number = Int(text), (0...100).contains(number) else {
        throw Unsupported(option: name)
      }
      return number
    }
    let least = try digits("minimumSignificantDigits")
    let most = try digits("maximumSignificantDigits")
    let leastFraction = try digits("minimumFractionDigits")
    let mostFraction = try digits("maximumFractionDigits")
    let fixed = rest["fractionDigits"] == "auto" ? nil : try digits("fractionDigits")
    rest["fractionDigits"] = nil
    var token: String?
    if least != nil || most != nil {
      guard rest["roundingPriority"] == nil || rest["roundingPriority"] == "auto" else {
        throw Unsupported(option: "roundingPriority")
      }
      let low = max(1, least ?? 1)
      token =
        String(repeating: "@", count: low)
        + String(repeating: "#", count: max(0, (most ?? 21) - low))
    } else if let fixed {
      token = fraction(fixed, fixed)
    } else if let increment = rest.removeValue(forKey: "roundingIncrement"), increment != "1" {
      guard let step = Int(increment), let digits = leastFraction, digits == mostFraction else {
        throw Unsupported(option: "roundingIncrement")
      }
      let text = String(step)
      let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
      token =
        "precision-increment/"
        + (digits == 0 ? padded : padded.dropLast(digits) + "." + padded.suffix(digits))
    } else if leastFraction != nil || mostFraction != nil {
      let low = leastFraction ?? 0
      token = fraction(low, max(low, mostFraction ?? (function == "percent" ? low : max(3, low))))
    } else {
      switch function {
      case "integer", "percent": token = "."
      case "currency": token = strips ? "precision-currency-standard" : nil
      default: token = fraction(0, 3)
      }
    }
    rest["roundingPriority"] = nil
    return token.map { strips ? $0 + "/w" : $0 }
  }

  private static func fraction(_ least: Int, _ most: Int) -> String {
    "." + String(repeating: "0", count: least) + String(repeating: "#", count: most - least)
  }

  private static let currencyDisplays = [
    "symbol": "unit-width-short", "narrowSymbol": "unit-width-narrow",
    "name": "unit-width-full-name", "code": "unit-width-iso-code", "never": "unit-width-hidden",
  ]

  private static let unitDisplays = [
    "short": "unit-width-short", "narrow": "unit-width-narrow", "long": "unit-width-full-name",
  ]

  private static let signs = [
    "auto": "", "always": "sign-always", "never": "sign-never", "exceptZero": "sign-except-zero",
    "negative": "sign-negative",
  ]

  private static let accountingSigns = [
    "auto": "sign-accounting", "always": "sign-accounting-always", "never": "sign-never",
    "exceptZero": "sign-accounting-except-zero", "negative": "sign-accounting-negative",
  ]

  private static let groupings = [
    "auto": "", "always": "group-on-aligned", "never": "group-off", "min2": "group-min2",
  ]

  private static let roundingModes = [
    "ceil": "rounding-mode-ceiling", "floor": "rounding-mode-floor", "expand": "rounding-mode-up",
    "trunc": "rounding-mode-down", "halfCeil": "rounding-mode-half-ceiling",
    "halfFloor": "rounding-mode-half-floor", "halfExpand": "rounding-mode-half-up",
    "halfTrunc": "rounding-mode-half-down", "halfEven": "rounding-mode-half-even",
  ]
}
