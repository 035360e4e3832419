/// The type and style that a function of MessageFormat 2 becomes.
enum ICUFunctionConversion {
  /// nil for a function that cannot be carried, which the log says.
  static func kind(
    of function: FunctionReference?, _ span: SourceSpan, _ log: inout ConversionLog
  ) -> ICUArgumentKind? {
    guard let function else { return .plain }
    guard let options = literals(function, span, &log) else { return nil }
    switch function.name {
    case "string": return .plain
    case "number", "integer", "percent", "currency", "unit":
      return number(function.name, options, span, &log)
    case "date", "time", "datetime":
      return date(function.name, options, span, &log)
    case "icu:number", "icu:date":
      guard let skeleton = options["skeleton"] else {
        log.refuse("`:\(function.name)` has no option `skeleton`", span)
        return nil
      }
      return function.name == "icu:number"
        ? .number(.skeleton(skeleton)) : .date(.skeleton(skeleton))
    case "icu:spellout": return .spellout(options["rules"].map { .named($0) } ?? .standard)
    case "icu:ordinal": return .ordinal(options["rules"].map { .named($0) } ?? .standard)
    case "icu:duration": return .duration(options["rules"].map { .named($0) } ?? .standard)
    default:
      log.refuse("function `:\(function.name)` has no form in ICU MessageFormat 1", span)
      return nil
    }
  }

  /// The options that say how to format; nil where one is not a literal.
  private static func literals(
    _ function: FunctionReference, _ span: SourceSpan, _ log: inout ConversionLog
  ) -> [String: String]? {
    var options: [String: String] = [:]
    for option in function.options where option.name != "select" {
      if option.name.hasPrefix("u:") {
        log.warn("option `\(option.name)` is left out", option.span)
        continue
      }
      guard case .literal(let literal) = option.value else {
        log.refuse(
          "option `\(option.name)` is not fixed", option.span,
          help: "ICU MessageFormat 1 has no options from variables")
        return nil
      }
      options[option.name] = literal.value
    }
    return options
  }

  private static let digits: Set<String> = [
    "useGrouping", "minimumSignificantDigits", "maximumSignificantDigits", "roundingMode",
    "roundingPriority",
  ]
  private static let fractions: Set<String> = ["minimumFractionDigits", "maximumFractionDigits"]

  /// The options that each function takes; others, as an operand may bring along, have no effect.
  private static let taken: [String: Set<String>] = [
    "number": digits.union(fractions).union([
      "signDisplay", "minimumIntegerDigits", "trailingZeroDisplay", "roundingIncrement",
    ]),
    "integer": [
      "useGrouping", "maximumSignificantDigits", "signDisplay", "minimumIntegerDigits",
    ],
    "percent": digits.union(fractions).union(["signDisplay", "trailingZeroDisplay"]),
    "currency": digits.union([
      "currency", "currencyDisplay", "currencySign", "fractionDigits", "minimumIntegerDigits",
      "trailingZeroDisplay", "roundingIncrement",
    ]),
    "unit": digits.union(fractions).union([
      "unit", "usage", "unitDisplay", "signDisplay", "minimumIntegerDigits", "roundingIncrement",
    ]),
  ]

  private static func number(
    _ name: String, _ options: [String: String], _ span: SourceSpan, _ log: inout ConversionLog
  ) -> ICUArgumentKind? {
    let options = options.filter { taken[name]?.contains($0.key) ?? true }
    switch (name, options) {
    case ("number", [:]): return .number(.standard)
    case ("integer", [:]), ("number", ["maximumFractionDigits": "0", "roundingMode": "halfEven"]):
      return .number(.named("integer"))
    case ("percent", [:]), ("percent", ["roundingMode": "halfEven"]):
      return .number(.named("percent"))
    default: break
    }
    switch NumberSkeletonWriter.skeleton(name, options) {
    case .success(let skeleton): return .number(.skeleton(skeleton))
    case .failure(let error):
      log.refuse(
        "option `\(error.option)` of `:\(name)` has no form in ICU MessageFormat 1", span)
      return nil
    }
  }

  private static func date(
    _ name: String, _ options: [String: String], _ span: SourceSpan, _ log: inout ConversionLog
  ) -> ICUArgumentKind? {
    let known: Set<String> =
      switch name {
      case "date": ["fields", "length"]
      case "time": ["precision", "timeZoneStyle"]
      default: ["dateFields", "dateLength", "timePrecision", "timeZoneStyle"]
      }
    if let unknown = options.keys.sorted().first(where: { !known.contains($0) }) {
      log.refuse("option `\(unknown)` of `:\(name)` has no form in ICU MessageFormat 1", span)
      return nil
    }
    let zone =
      switch options["timeZoneStyle"] {
      case "short": "z"
      case "long": "zzzz"
      default: ""
      }
    // ICU's own styles are written a little differently in some languages; skeletons never are.
    let skeleton: String?
    switch name {
    case "date":
      skeleton = DateSkeletons.skeleton(
        fields: options["fields"] ?? "year-month-day", length: options["length"] ?? "medium")
    case "time":
      skeleton = DateSkeletons.skeleton(precision: options["precision"] ?? "minute")
    default:
      let date = DateSkeletons.skeleton(
        fields: options["dateFields"] ?? "year-month-day",
        length: options["dateLength"] ?? "medium")
      let time = DateSkeletons.skeleton(precision: options["timePrecision"] ?? "minute")
      skeleton = date.flatMap { date in time.map { date + $0 } }
    }
    guard let skeleton else {
      log.refuse("an option of `:\(name)` has a value that it does not take", span)
      return nil
    }
    return name == "time" ? .time(.skeleton(skeleton + zone)) : .date(.skeleton(skeleton + zone))
  }
}
