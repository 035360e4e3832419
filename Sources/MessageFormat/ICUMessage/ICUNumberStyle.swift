import LocaleServices
import MessageSyntax

/// A number style of ICU MessageFormat 1, halves rounded to even.
enum ICUNumberStyle: Sendable {
  case format(NumberFormat)
  case pattern(PatternNumberFormat)
  case skeleton(NumberFormat)
  /// ICU refused the style.
  case none

  func format(_ number: NumericValue) -> String? {
    switch self {
    case .format(let format): format.format(number)
    case .pattern(let format): format.format(number)
    case .skeleton(let format): format.format(number)
    case .none: nil
    }
  }
}

/// How a plural finds the category of its number: by the way in which its `other` branch writes it.
enum ICUPluralRules: Sendable {
  case format(NumberFormat, PluralRules)
  case pattern(PatternPluralRules)
  /// By the value: ICU looks neither at what a skeleton shows, so that `1.00` counts as 1, nor at
  /// words and dates.
  case value(PluralRules)
  /// ICU has no rules for the locale.
  case none

  init(_ rules: PluralRules?, writtenAs kind: ICUArgumentKind?, _ context: MessageFormatContext) {
    guard let rules else {
      self = .none
      return
    }
    let style: ICUNumberStyle =
      switch kind ?? .number(.standard) {
      case .number(let style): context.icuNumberStyle(style)
      default: .none
      }
    switch style {
    case .format(let format): self = .format(format, rules)
    case .pattern(let format):
      self = (try? format.categories(rules: rules)).map { .pattern($0) } ?? .value(rules)
    case .skeleton, .none: self = .value(rules)
    }
  }

  func category(of number: NumericValue) -> PluralCategory {
    switch self {
    case .format(let format, let rules): format.category(of: number, rules: rules)
    case .pattern(let rules): rules.category(of: number)
    case .value(let rules): rules.category(of: number.double)
    case .none: .other
    }
  }
}

extension NumberFormatOptions {
  /// How ICU's `NumberFormat::createInstance` writes: groups from a thousand on in every locale.
  fileprivate static func icu(_ style: Style = .decimal, fractionDigits: Int) -> Self {
    var options = NumberFormatOptions(style: style)
    options.maximumFractionDigits = fractionDigits
    options.roundingMode = .halfEven
    options.grouping = .always
    return options
  }
}

extension MessageFormatContext {
  func icuNumberStyle(_ style: ICUStyle) -> ICUNumberStyle {
    switch style {
    case .standard: return icuFormat(.icu(fractionDigits: 3))
    case .named("integer"): return icuFormat(.icu(fractionDigits: 0))
    case .named("percent"): return icuFormat(.icu(.percent, fractionDigits: 0))
    case .named("currency"):
      let format = try? PatternNumberFormat(locale: locale, style: .currency)
      return format.map { .pattern($0) } ?? .none
    case .named(let text), .pattern(let text):
      let format = try? PatternNumberFormat(locale: locale, style: .pattern(text))
      return format.map { .pattern($0) } ?? .none
    case .skeleton(let text):
      return numberFormat(skeleton: text).map { .skeleton($0) } ?? .none
    }
  }

  private func icuFormat(_ options: NumberFormatOptions) -> ICUNumberStyle {
    numberFormat(options).map { .format($0) } ?? .none
  }

  func icuDateFormat(_ style: ICUStyle, isTime: Bool) -> DateTimeFormat? {
    func styled(_ name: DateTimeFormat.Style) -> DateTimeFormat? {
      try? DateTimeFormat(
        locale: locale, dateStyle: isTime ? nil : name, timeStyle: isTime ? name : nil,
        timeZone: timeZone)
    }
    switch style {
    case .standard: return styled(.medium)
    case .named(let name):
      if let known = DateTimeFormat.Style(rawValue: name) { return styled(known) }
      return pattern(name)
    case .pattern(let text): return pattern(text)
    case .skeleton(let skeleton):
      let found = try? datePatterns(calendar: nil).pattern(for: skeleton)
      return found.flatMap { pattern($0) }
    }
  }

  private func pattern(_ pattern: String) -> DateTimeFormat? {
    try? DateTimeFormat(
      locale: locale, pattern: pattern, timeZone: timeZone, isProleptic: false)
  }

  /// Dates without a style are short, with the time.
  var icuPlainDateFormat: DateTimeFormat? {
    try? DateTimeFormat(
      locale: locale, dateStyle: .short, timeStyle: .short, timeZone: timeZone)
  }
}
