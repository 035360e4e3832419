/// The function that an argument's type and style become.
enum ICUStyleConversion {
  /// nil for an argument without a type, and for one that cannot be carried, which the log says.
  static func function(
    for argument: ICUArgument, _ log: inout ConversionLog
  ) -> FunctionReference? {
    switch argument.kind {
    case .plain, .plural, .select: return nil
    case .number(let style): return number(style, argument.span, &log)
    case .date(let style): return date(style, argument.span, &log)
    case .time(let style): return time(style, argument.span, &log)
    case .spellout(let style): return rules("icu:spellout", style, argument.span, &log)
    case .ordinal(let style): return rules("icu:ordinal", style, argument.span, &log)
    case .duration(let style): return rules("icu:duration", style, argument.span, &log)
    case .choice:
      log.refuse(
        "`choice` cannot be carried to MessageFormat 2", argument.span,
        help: "write it as a plural, with `=0`, `=1` and `other`")
      return nil
    }
  }

  static func option(_ name: String, _ value: String) -> Option {
    Option(name: name, value: .literal(Literal(value)))
  }

  /// The white space in front of a number pattern, which ICU takes as text: `{n, number, #,##0}`.
  static func leadingSpace(_ kind: ICUArgumentKind) -> String {
    guard case .number(.pattern(let pattern)) = kind else { return "" }
    return String(pattern.prefix { $0 == " " })
  }

  private static func withoutLeadingSpace(_ pattern: String) -> String {
    String(pattern.drop { $0 == " " })
  }

  private static func rules(
    _ name: String, _ style: ICUStyle, _ span: SourceSpan, _ log: inout ConversionLog
  ) -> FunctionReference {
    guard case .named(let rules) = style else { return FunctionReference(name) }
    if rules.unicodeScalars.first.map({ PatternCharacters.isWhiteSpace($0.value) }) ?? false {
      log.note(
        "rules `\(rules)` are left out: ICU does not find them and takes the standard ones", span,
        help: "ICU takes the white space behind the comma as part of their name")
      return FunctionReference(name)
    }
    return FunctionReference(name, options: [option("rules", rules)])
  }

  private static func number(
    _ style: ICUStyle, _ span: SourceSpan, _ log: inout ConversionLog
  ) -> FunctionReference? {
    switch style {
    case .standard:
      return FunctionReference("number")
    case .named("integer"):
      // ICU rounds halves to even, which `:integer` does not.
      return FunctionReference(
        "number",
        options: [option("maximumFractionDigits", "0"), option("roundingMode", "halfEven")]
      )
    case .named("percent"):
      return FunctionReference("percent", options: [option("roundingMode", "halfEven")])
    case .named(let name):
      log.refuse(
        "style `\(name)` has no currency in it", span,
        help: "write the currency as a skeleton, as in `::currency/EUR`")
      return nil
    case .pattern(let pattern):
      guard let function = NumberPatternConversion.function(for: withoutLeadingSpace(pattern))
      else {
        log.refuse(
          "number pattern `\(pattern)` has no form in MessageFormat 2", span,
          help: "write it as a skeleton, as in `::.00`")
        return nil
      }
      if pattern.hasPrefix(" ") {
        log.note(
          "the space in front of the number is text: a sign stands behind it", span,
          help: "ICU writes it in front")
      }
      if pattern.contains(",") {
        log.warn(
          "digits are grouped as the language does, not as the pattern says", span)
      }
      return function
    case .skeleton(let skeleton):
      return NumberSkeletonConversion.function(for: skeleton)
    }
  }

  private static func date(
    _ style: ICUStyle, _ span: SourceSpan, _ log: inout ConversionLog
  ) -> FunctionReference? {
    switch style {
    case .standard, .named("medium"):
      log.warn(
        "dates of medium length are written a little differently", span,
        help: "some languages write the month as a word instead of a number, or the reverse")
      return FunctionReference("date")
    case .named("short"):
      log.warn(
        "`short` dates are written a little differently", span,
        help: "some languages write the year with four digits instead of two")
      return FunctionReference("date", options: [option("length", "short")])
    case .named("long"): return FunctionReference("date", options: [option("length", "long")])
    case .named:
      log.warn(
        "`full` dates are written a little differently", span,
        help: "some languages add the era")
      return FunctionReference(
        "date", options: [option("fields", "year-month-day-weekday"), option("length", "long")])
    case .skeleton(let skeleton): return dateSkeleton(skeleton, span, &log)
    case .pattern(let pattern): return refuse(pattern, span, &log)
    }
  }

  private static func time(
    _ style: ICUStyle, _ span: SourceSpan, _ log: inout ConversionLog
  ) -> FunctionReference? {
    let second = option("precision", "second")
    switch style {
    case .standard, .named:
      log.note(
        "times are written a little differently in some languages", span,
        help: "Kannada's styles write the hour with two digits")
    case .pattern, .skeleton: break
    }
    switch style {
    case .named("short"): return FunctionReference("time")
    case .standard, .named("medium"): return FunctionReference("time", options: [second])
    case .named("long"):
      return FunctionReference("time", options: [second, option("timeZoneStyle", "short")])
    case .named:
      return FunctionReference("time", options: [second, option("timeZoneStyle", "long")])
    case .skeleton(let skeleton): return dateSkeleton(skeleton, span, &log)
    case .pattern(let pattern): return refuse(pattern, span, &log)
    }
  }

  private static func refuse(
    _ pattern: String, _ span: SourceSpan, _ log: inout ConversionLog
  ) -> FunctionReference? {
    log.refuse(
      "date pattern `\(pattern)` has no form in MessageFormat 2", span,
      help: "write it as a skeleton, as in `::yMMMd`, which suits every language")
    return nil
  }

  private static func dateSkeleton(
    _ skeleton: String, _ span: SourceSpan, _ log: inout ConversionLog
  ) -> FunctionReference? {
    let skeleton = String(
      skeleton.unicodeScalars.filter { !PatternCharacters.isWhiteSpace($0.value) })
    if let function = DateSkeletons.function(for: skeleton) { return function }
    let isPlain = skeleton.utf8.allSatisfy {
      $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z")
    }
    guard isPlain, !skeleton.isEmpty else {
      log.refuse(
        "date skeleton `\(skeleton)` has more than letters", span, help: "as in `::yMMMd`")
      return nil
    }
    return FunctionReference("icu:date", options: [option("skeleton", skeleton)])
  }
}
