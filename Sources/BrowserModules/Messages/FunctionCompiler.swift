import LocaleServices
import MessageFormat
import MessageSyntax

/// Writes one use of a function.
struct FunctionCompiler {
  let function: FunctionReference
  let operand: CompiledValue?
  let context: MessageFormatContext
  /// The options whose values stand in the message.
  private var options: [FunctionCall.Option] = []
  /// The options that arguments decide.
  private var late: [CompiledValue.LateOption] = []
  /// The mark of the direction that the message asks for.
  private(set) var explicitMark: String?

  init(function: FunctionReference, operand: CompiledValue?, context: MessageFormatContext) {
    self.function = function
    self.operand = operand
    self.context = context
    explicitMark = operand?.explicitMark
  }

  mutating func add(_ option: Option, _ value: CompiledValue) throws(NotInIntl) {
    guard !option.name.hasPrefix("u:") else {
      if option.name == "u:dir" { try setDirection(value) }
      return
    }
    if case .literal(let text) = value.kind {
      let isLiteral: Bool = if case .literal = option.value { true } else { false }
      options.append(
        FunctionCall.Option(name: option.name, value: .string(text), isLiteral: isLiteral))
    } else {
      late.append(CompiledValue.LateOption(name: option.name, code: value.code))
    }
  }

  private mutating func setDirection(_ value: CompiledValue) throws(NotInIntl) {
    guard case .literal(let text) = value.kind else {
      throw NotInIntl(what: "`u:dir` that an argument decides")
    }
    switch text {
    case "ltr": explicitMark = "\u{2066}"
    case "rtl": explicitMark = "\u{2067}"
    case "auto": explicitMark = "\u{2068}"
    default: break
    }
  }

  func value(_ parts: inout ModuleParts) throws(NotInIntl) -> CompiledValue {
    var value =
      switch function.name {
      case "number", "integer", "percent", "currency", "unit", "offset", "icu:number":
        try number(&parts)
      case "date", "time", "datetime", "icu:date": try date(&parts)
      case "icu:list": try list(&parts)
      case "icu:relativeTime": try relativeTime(&parts)
      case "icu:displayName": try displayName(&parts)
      case "icu:spellout", "icu:ordinal", "icu:duration":
        throw NotInIntl(what: "`:\(function.name)`")
      // The run time shows a function that nobody knows as its placeholder.
      default: CompiledValue.none
      }
    if case .none = value.kind { return value }
    value.explicitMark = explicitMark
    return value
  }

  /// What the run time makes of an operand and the known options.
  private func result(
    _ operand: MessageValue.Content, _ options: [FunctionCall.Option]
  ) -> MessageValue? {
    var call = FunctionCall(
      operand: MessageValue(operand), options: options, context: context, source: "", span: .none)
    return context.functions[function.name]?.resolve(&call)
  }

  private func known(_ name: String) -> String? { options.first { $0.name == name }?.text }

  private var localeMark: String { context.direction.isolate }

  private func refuseLate(except names: Set<String> = []) throws(NotInIntl) {
    if let option = late.first(where: { !names.contains($0.name) }) {
      throw NotInIntl(
        what: "the option `\(option.name)` of `:\(function.name)`, decided by an argument")
    }
  }
}

extension CompiledValue {
  static let none = CompiledValue(kind: .none, code: "undefined")
}

// Numbers
extension FunctionCompiler {
  private func number(_ parts: inout ModuleParts) throws(NotInIntl) -> CompiledValue {
    guard let operand else { return .none }
    let content: MessageValue.Content
    let code: String
    var isKnown = false
    switch operand.kind {
    case .argument, .string:
      content = .number(NumberMessageValue(.integer(0)))
      code = parts.call("$$number", operand.code)
    case .literal(let text):
      content = .string(text)
      code = ""
      isKnown = true
    case .number(let number):
      content = .number(number)
      code = operand.code
    case .date, .none: return .none
    }
    var known = options
    var carried = operand.late
    for option in late {
      switch option.name {
      // Any will do: the argument's own takes its place.
      case "currency": known.append(.init(name: "currency", value: .string("EUR"), isLiteral: true))
      case "unit": known.append(.init(name: "unit", value: .string("meter"), isLiteral: true))
      case "select":
        known.append(.init(name: "select", value: .string("exact"), isLiteral: false))
      default: break
      }
    }
    if function.name == "offset", !late.isEmpty {
      try refuseLate(except: ["add", "subtract"])
      guard late.count == 1, known.isEmpty, let option = late.first else { return .none }
      known = [.init(name: option.name, value: .string("0"), isLiteral: true)]
    }
    guard let value = result(content, known), case .number(let number) = value.content else {
      return .none
    }
    carried.removeAll { forgotten.contains($0.name) }
    for option in late where function.name != "offset" && function.name != "icu:number" {
      for change in try Self.changes(option, &parts) {
        carried.removeAll { $0.name == change.name }
        carried.append(change)
      }
    }
    if function.name == "icu:number" { try refuseLate(except: ["select"]) }
    return CompiledValue(
      kind: .number(number), code: isKnown ? Self.literal(number) : changed(code, number, &parts),
      late: carried, isSelectable: value.isSelectable, mark: localeMark)
  }

  /// The options of its operand that a function does not take over.
  private var forgotten: Set<String> {
    switch function.name {
    case "number", "icu:number": ["currency", "unit"]
    case "integer":
      [
        "currency", "unit", "minimumFractionDigits", "maximumFractionDigits",
        "minimumSignificantDigits",
      ]
    case "percent": ["currency", "unit", "minimumIntegerDigits", "roundingIncrement"]
    case "currency": ["unit", "minimumFractionDigits", "maximumFractionDigits"]
    case "unit": ["currency"]
    default: []
    }
  }

  /// The number after what the function does to it.
  private func changed(
    _ code: String, _ number: NumberMessageValue, _ parts: inout ModuleParts
  ) -> String {
    switch function.name {
    case "integer": return parts.call("$$whole", code)
    case "offset":
      if let option = late.first {
        return parts.call(
          "$$add", code, parts.call("$$digits", option.code),
          option.name == "add" ? "1" : "-1")
      }
      if let amount = known("add") { return parts.call("$$add", code, amount) }
      return parts.call("$$add", code, known("subtract") ?? "0", "-1")
    default: return code
    }
  }

  /// A number that stands in the message.
  private static func literal(_ number: NumberMessageValue) -> String {
    let text = number.value.exact?.description ?? "0"
    return text.utf8.count <= 15 ? text : JavaScript.string(text)
  }

  /// An option of `Intl` as an argument decides it; `undefined` leaves it out.
  private static func changes(
    _ option: CompiledValue.LateOption, _ parts: inout ModuleParts
  ) throws(NotInIntl) -> [CompiledValue.LateOption] {
    func change(_ code: String) -> [CompiledValue.LateOption] {
      [CompiledValue.LateOption(name: option.name, code: code)]
    }
    func choice<Choice: RawRepresentable & CaseIterable>(
      _ type: Choice.Type, _ parts: inout ModuleParts
    ) -> String where Choice.RawValue == String {
      let names = Choice.allCases.map { JavaScript.string($0.rawValue) }
      return parts.call("$$oneOf", option.code, names.joined(separator: ", "))
    }
    switch option.name {
    case "currency": return change(parts.call("$$code", option.code))
    case "unit": return change(parts.call("$$option", option.code))
    case "minimumFractionDigits", "maximumFractionDigits":
      return change(parts.call("$$digits", option.code))
    case "minimumIntegerDigits", "minimumSignificantDigits", "maximumSignificantDigits":
      return change(parts.call("$$digits", option.code, "1"))
    case "fractionDigits":
      let digits = parts.call("$$digits", option.code)
      return ["minimumFractionDigits", "maximumFractionDigits"].map {
        CompiledValue.LateOption(name: $0, code: digits)
      }
    case "signDisplay": return change(choice(NumberFormatOptions.SignDisplay.self, &parts))
    case "roundingMode": return change(choice(NumberFormatOptions.RoundingMode.self, &parts))
    case "currencySign": return change(choice(NumberFormatOptions.CurrencySign.self, &parts))
    case "unitDisplay": return change(choice(NumberFormatOptions.UnitDisplay.self, &parts))
    case "trailingZeroDisplay":
      return change(choice(NumberFormatOptions.TrailingZeroDisplay.self, &parts))
    case "useGrouping":
      let choice = choice(NumberFormatOptions.Grouping.self, &parts)
      return change("((choice) => (choice === \"never\" ? false : choice))(\(choice))")
    case "select": return []
    case "currencyDisplay", "roundingPriority", "roundingIncrement", "usage":
      throw NotInIntl(what: "the option `\(option.name)`, decided by an argument")
    default: return []
    }
  }
}

// Dates
extension FunctionCompiler {
  private func date(_ parts: inout ModuleParts) throws(NotInIntl) -> CompiledValue {
    guard let operand else { return .none }
    var content = MessageValue.Content.date(DateMessageValue(DateValue(epochMilliseconds: 0)))
    var code = operand.code
    switch operand.kind {
    case .argument, .string: code = parts.call("$$date", operand.code)
    case .literal(let text):
      guard DateValue(text) != nil else { return .none }
      content = .string(text)
      code = parts.call("$$date", operand.code)
    case .date(let date): content = .date(date)
    case .number, .none: return .none
    }
    if let option = late.first(where: { $0.name == "hour12" || $0.name == "calendar" }) {
      throw NotInIntl(what: "the option `\(option.name)`, decided by an argument")
    }
    guard let value = result(content, options), case .date(let date) = value.content else {
      return .none
    }
    var zones = known("timeZone") == nil ? operand.late : []
    if let zone = late.first(where: { $0.name == "timeZone" }) {
      let text = parts.call("$$option", zone.code)
      zones = [CompiledValue.LateOption(name: "timeZone", code: text)]
    }
    return CompiledValue(kind: .date(date), code: code, late: zones, mark: localeMark)
  }
}

// Texts
extension FunctionCompiler {
  private func list(_ parts: inout ModuleParts) throws(NotInIntl) -> CompiledValue {
    guard let operand else { return .none }
    switch operand.kind {
    case .argument, .string, .literal: break
    case .number, .date, .none: return .none
    }
    try refuseLate()
    var members: IntlOptions = [("type", "\"conjunction\"")]
    switch known("type") {
    case "or", "disjunction": members = [("type", "\"disjunction\"")]
    case "unit": members = [("type", "\"unit\"")]
    default: break
    }
    if let width = known("width").flatMap(ListFormat.Width.init(rawValue:)), width != .long {
      members.append(("style", JavaScript.string(width.rawValue)))
    }
    let format = parts.intl("ListFormat", context.locale, members)
    let items = parts.call("$$items", operand.code)
    return CompiledValue(kind: .string, code: parts.call("$$format", items, format))
  }

  private func relativeTime(_ parts: inout ModuleParts) throws(NotInIntl) -> CompiledValue {
    guard let operand else { return .none }
    try refuseLate(except: ["unit"])
    let code: String
    switch operand.kind {
    case .number: code = operand.code
    case .argument, .string, .literal: code = parts.call("$$number", operand.code)
    case .date, .none: return .none
    }
    var members: IntlOptions = []
    if let numeric = known("numeric").flatMap(RelativeTimeFormat.Numeric.init(rawValue:)) {
      members.append(("numeric", JavaScript.string(numeric.rawValue)))
    }
    if let width = known("style").flatMap(RelativeTimeFormat.Width.init(rawValue:)) {
      members.append(("style", JavaScript.string(width.rawValue)))
    }
    let unit: String
    if let option = late.first {
      let units = RelativeTimeFormat.Unit.allCases.map { JavaScript.string($0.rawValue) }
      unit = parts.call("$$oneOf", option.code, units.joined(separator: ", "))
    } else if let name = known("unit").flatMap(RelativeTimeFormat.Unit.init(rawValue:)) {
      unit = JavaScript.string(name.rawValue)
    } else {
      return .none
    }
    let format = parts.intl("RelativeTimeFormat", context.locale, members)
    return CompiledValue(
      kind: .string, code: parts.call("$$relative", code, format, unit), mark: localeMark)
  }

  private func displayName(_ parts: inout ModuleParts) throws(NotInIntl) -> CompiledValue {
    guard let operand else { return .none }
    switch operand.kind {
    case .argument, .string, .literal: break
    case .number, .date, .none: return .none
    }
    try refuseLate()
    let kind = known("type") ?? "locale"
    let type = ["script", "region"].contains(kind) ? kind : "language"
    var members: IntlOptions = [
      ("type", JavaScript.string(type)), ("fallback", "\"none\""),
    ]
    if type == "language" { members.append(("languageDisplay", "\"standard\"")) }
    let format = parts.intl("DisplayNames", context.locale, members)
    var arguments = [operand.code, format]
    if kind == "region" { arguments.append("(code) => code.toUpperCase()") }
    if kind == "language" { arguments.append("(code) => code.toLowerCase()") }
    let code = parts.call("$$name", arguments.joined(separator: ", "))
    return CompiledValue(kind: .string, code: code, mark: localeMark)
  }
}
