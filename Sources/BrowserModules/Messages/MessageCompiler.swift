import LocaleIdentifiers
import LocaleServices
import MessageFormat
import MessageSyntax

/// Writes one message as the body of a JavaScript function of `(a, o)`: the arguments, and the options
/// of the caller.
///
/// What a function of MessageFormat 2 makes of the options in the message is asked of the run time
/// itself, so that both read them alike; what depends on arguments is done by the code.
struct MessageCompiler {
  let message: Message
  let context: MessageFormatContext
  private(set) var parts: ModuleParts
  private(set) var statements: [String] = []
  private var variables: [String: CompiledValue] = [:]
  private var names: Set<String> = []

  init(_ message: Message, context: MessageFormatContext, parts: ModuleParts) {
    self.message = message
    self.context = context
    self.parts = parts
  }

  var locale: LocaleIdentifier { context.locale }

  /// Whether the message has markup, and so is also given in parts.
  var hasMarkup: Bool {
    message.patterns.contains { pattern in
      pattern.elements.contains { if case .markup = $0 { true } else { false } }
    }
  }

  /// The lines of the function's body, which returns the text or, with markup, the list of parts.
  mutating func body() throws(NotInIntl) -> [String] {
    switch message {
    case .pattern(let message):
      let result = try code(of: message.pattern)
      return statements + ["return \(result);"]
    case .select(let message):
      let lines = try select(message)
      return statements + lines
    }
  }
}

// Patterns
extension MessageCompiler {
  private mutating func code(of pattern: Pattern) throws(NotInIntl) -> String {
    var list: [String] = []
    for element in pattern.elements {
      switch element {
      case .text(let text): list.append(JavaScript.string(text.value))
      case .expression(let expression): list.append(try placeholder(expression))
      case .markup(let markup): list.append(try part(of: markup))
      }
    }
    let isConstant = pattern.elements.allSatisfy { element in
      if case .expression = element { false } else { true }
    }
    let code = list.joined(separator: ", ")
    if hasMarkup { return isConstant ? "[\(code)]" : parts.call("$$limit", "[\(code)]") }
    if isConstant { return list.isEmpty ? "\"\"" : list.joined(separator: " + ") }
    return parts.call("$$join", code)
  }

  private mutating func placeholder(_ expression: Expression) throws(NotInIntl) -> String {
    let source = JavaScript.string(Self.source(of: expression))
    let value = try resolve(expression)
    if case .argument = value.kind, value.explicitMark == nil {
      return parts.call("$$any", value.code, source, parts.kit(locale), "o")
    }
    let text = try text(of: value)
    let mark = JavaScript.string(value.explicitMark ?? value.mark ?? "\u{2068}")
    if value.keepsFallback, value.explicitMark != nil {
      return parts.call("$$show", text, mark, source, mark)
    }
    return parts.call("$$show", text, mark, source)
  }

  private mutating func part(of markup: Markup) throws(NotInIntl) -> String {
    var members = [
      (name: "type", value: "\"markup\""),
      (name: "kind", value: JavaScript.string(markup.kind.rawValue)),
      (name: "name", value: JavaScript.string(markup.name)),
    ]
    var options: [(name: String, value: String)] = []
    for option in markup.options {
      let value = try resolve(option.value)
      if option.name == "u:id" {
        members.append(("id", try optionText(of: value)))
      } else if !option.name.hasPrefix("u:") {
        let isArgument: Bool = if case .argument = value.kind { true } else { false }
        let text =
          isArgument
          ? parts.call("$$bare", value.code, parts.kit(locale), "o") : try text(of: value)
        options.append((option.name, text))
      }
    }
    members.append(("options", JavaScript.bareObject(options)))
    return JavaScript.object(members)
  }

  /// What is shown in braces where there is no value.
  private static func source(of expression: Expression) -> String {
    switch expression.operand {
    case .variable(let variable): "$" + variable.name
    case .literal(let literal):
      "|" + literal.value.map { $0 == "|" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "|"
    case nil: ":" + (expression.function?.name ?? "")
    }
  }

  /// The formatted value: a string, or `undefined`.
  private mutating func text(of value: CompiledValue) throws(NotInIntl) -> String {
    switch value.kind {
    case .none: return "undefined"
    case .literal, .string: return value.code
    case .argument:
      // Its own mark is put around it by the caller; what it would get of itself is not wanted.
      return parts.call(
        "$$string", value.code, parts.dateFormat(locale, ModuleParts.plainDate), "o")
    case .number(let number):
      let options = try numberOptions(number, value.late)
      let format =
        value.late.isEmpty
        ? parts.intl("NumberFormat", locale, options)
        : parts.late("NumberFormat", locale, options)
      return parts.call("$$format", value.code, format)
    case .date(let date):
      let format = parts.dateFormat(locale, try date.intlOptions(in: locale))
      let late = value.late.first { $0.name == "timeZone" }?.code
      let zone = late ?? date.timeZone.map { JavaScript.string(Self.zone($0)) } ?? "undefined"
      return parts.call(
        "$$formatDate", value.code, format, "o", zone, date.namesZone ? "true" : "false")
    }
  }

  /// `GMT+05:30`, as the run time calls an offset, as an offset.
  private static func zone(_ name: String) -> String {
    name.hasPrefix("GMT+") || name.hasPrefix("GMT-") ? String(name.dropFirst(3)) : name
  }

  private func numberOptions(
    _ number: NumberMessageValue, _ late: [CompiledValue.LateOption]
  ) throws(NotInIntl) -> IntlOptions {
    let names = Set(late.map(\.name))
    var options = try number.intlOptions(hasLateCurrency: names.contains("currency"))
    options.removeAll { names.contains($0.name) }
    return options + late.map { (name: $0.name, value: $0.code) }
  }
}

// Selection
extension MessageCompiler {
  private struct Column {
    var isNumber = false
    var isMatchable = false
    var exact: String?
    var category: String?
  }

  private mutating func select(_ message: SelectMessage) throws(NotInIntl) -> [String] {
    var columns: [Column] = []
    for (index, selector) in message.selectors.enumerated() {
      let keys = message.variants.compactMap { variant -> String? in
        guard index < variant.keys.count, case .literal(let literal) = variant.keys[index] else {
          return nil
        }
        return literal.value
      }
      columns.append(try column(selector.name, number: index, keys: keys))
    }
    var lines: [String] = []
    for variant in Self.ordered(message.variants, columns) {
      var conditions: [String] = []
      var isReachable = true
      for (key, column) in zip(variant.keys, columns) {
        guard case .literal(let literal) = key else { continue }
        guard let condition = Self.condition(literal.value, column) else {
          isReachable = false
          break
        }
        conditions.append(condition)
      }
      guard isReachable else { continue }
      let result = try code(of: variant.value)
      guard !conditions.isEmpty else {
        lines.append("return \(result);")
        break
      }
      lines.append("if (\(conditions.joined(separator: " && "))) return \(result);")
    }
    return lines
  }

  private mutating func column(
    _ name: String, number index: Int, keys: [String]
  ) throws(NotInIntl) -> Column {
    let resolved = try variable(name)
    guard resolved.isSelectable else { return Column() }
    switch resolved.kind {
    case .number(let number):
      var column = Column(isNumber: true, isMatchable: true)
      let isPercent: Bool = if case .percent = number.options.style { true } else { false }
      let shown = isPercent ? parts.call("$$hundredfold", resolved.code) : resolved.code
      if keys.contains(where: { ExactDecimal.isNumberLiteral($0) }) {
        column.exact = "e\(index)"
        statements.append("const e\(index) = \(parts.call("$$exact", shown));")
      }
      if keys.contains(where: { PluralCategory(rawValue: $0) != nil }), number.selection != .exact {
        column.category = "c\(index)"
        let late = resolved.late.filter {
          $0.name.hasSuffix("Digits") || $0.name.hasPrefix("round")
        }
        var options = try number.pluralOptions()
        options.removeAll { option in late.contains { $0.name == option.name } }
        options += late.map { (name: $0.name, value: $0.code) }
        let rules =
          late.isEmpty
          ? parts.intl("PluralRules", locale, options)
          : parts.late("PluralRules", locale, options)
        statements.append("const c\(index) = \(parts.call("$$category", shown, rules));")
      }
      return column
    case .string, .literal, .argument:
      let text = try text(of: resolved)
      statements.append("const e\(index) = \(parts.call("$$key", text));")
      return Column(isMatchable: true, exact: "e\(index)")
    case .date, .none: return Column()
    }
  }

  /// The variants in the order in which they are tried: the best first, those alike as they stand.
  private static func ordered(_ variants: [Variant], _ columns: [Column]) -> [Variant] {
    let ranked = variants.enumerated().map { place, variant in
      let ranks = zip(variant.keys, columns).map { key, column -> Int in
        guard case .literal(let literal) = key else { return 2 }
        return column.isNumber && !ExactDecimal.isNumberLiteral(literal.value) ? 1 : 0
      }
      return (ranks: ranks + [place], variant: variant)
    }
    return ranked.sorted { $0.ranks.lexicographicallyPrecedes($1.ranks) }.map(\.variant)
  }

  /// When a key matches; nil for never.
  private static func condition(_ key: String, _ column: Column) -> String? {
    guard column.isMatchable else { return nil }
    if column.isNumber, !ExactDecimal.isNumberLiteral(key) {
      guard PluralCategory(rawValue: key) != nil else { return nil }
      return column.category.map { "\($0) === \(JavaScript.string(key))" }
    }
    return column.exact.map { "\($0) === \(JavaScript.string(key.normalizedNFC))" }
  }
}

// Values
extension MessageCompiler {
  /// The value of a variable; a declared one is computed once, in a constant of the function.
  private mutating func variable(_ name: String) throws(NotInIntl) -> CompiledValue {
    if let known = variables[name] { return known }
    guard let declaration = message.declaration(of: name) else {
      return CompiledValue(
        kind: .argument, code: parts.call("$$arg", "a", JavaScript.string(name)))
    }
    // Inside its own declaration the name is the argument's.
    variables[name] = CompiledValue(
      kind: .argument, code: parts.call("$$arg", "a", JavaScript.string(name)))
    var value = try resolve(declaration.value)
    if case .literal = value.kind {
      variables[name] = value
      return value
    }
    let constant = local(name)
    statements.append("const \(constant) = \(value.code);")
    value.code = constant
    value.keepsFallback = false
    variables[name] = value
    return value
  }

  /// A name for a variable's constant: `$count`.
  private mutating func local(_ name: String) -> String {
    let letters = name.unicodeScalars.map { scalar -> Character in
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        ? Character(scalar) : "_"
    }
    var constant = "$" + String(letters)
    while !names.insert(constant).inserted { constant += "_" }
    return constant
  }

  private mutating func resolve(_ operand: Operand) throws(NotInIntl) -> CompiledValue {
    switch operand {
    case .literal(let literal):
      CompiledValue(kind: .literal(literal.value), code: JavaScript.string(literal.value))
    case .variable(let variable): try self.variable(variable.name)
    }
  }

  private mutating func resolve(_ expression: Expression) throws(NotInIntl) -> CompiledValue {
    let operand: CompiledValue? =
      if let operand = expression.operand { try resolve(operand) } else { nil }
    guard let function = expression.function else {
      return operand ?? CompiledValue(kind: .none, code: "undefined")
    }
    if function.name == "string" { return try string(of: operand, function) }
    var compiler = FunctionCompiler(function: function, operand: operand, context: context)
    for option in function.options { try compiler.add(option, try resolve(option.value)) }
    return try compiler.value(&parts)
  }

  /// `:string`, which gives a missing operand back.
  private mutating func string(
    of operand: CompiledValue?, _ function: FunctionReference
  ) throws(NotInIntl) -> CompiledValue {
    guard let operand else { return .none }
    var compiler = FunctionCompiler(function: function, operand: operand, context: context)
    for option in function.options { try compiler.add(option, try resolve(option.value)) }
    let code: String =
      if case .number = operand.kind {
        parts.call("$$exact", operand.code)
      } else {
        try text(of: operand)
      }
    return CompiledValue(
      kind: .string, code: code, isSelectable: true, explicitMark: compiler.explicitMark,
      keepsFallback: true)
  }

  /// A value as the text of an option: as it is written in a message.
  private mutating func optionText(of value: CompiledValue) throws(NotInIntl) -> String {
    switch value.kind {
    case .argument: parts.call("$$option", value.code)
    case .literal, .string: value.code
    case .number: parts.call("$$option", value.code)
    case .date, .none: "undefined"
    }
  }
}
