import MessageSyntax

/// Formats messages of both syntaxes over integers and words, by the letter of their rules and with
/// made-up plural rules: just enough to compare a message with its conversion.
enum TextModel {
  static func category(_ number: Int, isOrdinal: Bool) -> String {
    if isOrdinal { return number % 10 == 2 ? "few" : number % 3 == 1 ? "one" : "other" }
    return number == 1 ? "one" : (2...4).contains(number) ? "few" : "other"
  }

  static func format(
    _ message: ICUMessage, _ arguments: [String: String], number: Int?
  ) -> String {
    message.elements.map { element in
      switch element {
      case .text(let text): return text.value
      case .number: return "\(number ?? -99)"
      case .tag(let tag): return tag.content.map { format($0, arguments, number: number) } ?? ""
      case .argument(let argument):
        let value = arguments[argument.name] ?? "?"
        switch argument.kind {
        case .select(let branches):
          let branch =
            branches.first { $0.key == value } ?? branches.first { $0.key == "other" }
          return branch.map { format($0.message, arguments, number: nil) } ?? "?"
        case .plural(let plural):
          let whole = Int(value) ?? -1
          let rest = whole - Int(plural.offset.value)
          let category = category(rest, isOrdinal: plural.isOrdinal)
          let branch =
            plural.branches.first { branch in
              if case .exact(let number) = branch.selector { return number.value == Double(whole) }
              return false
            } ?? plural.branches.first { $0.selector == .keyword(category) }
            ?? plural.branches.first { $0.selector == .keyword("other") }
          return branch.map { format($0.message, arguments, number: rest) } ?? "?"
        default: return value
        }
      }
    }.joined()
  }

  private struct Value {
    var text: String
    var isOrdinal = false
    var isNumber = false
  }

  static func format(_ message: Message, _ arguments: [String: String]) -> String {
    var values = arguments.mapValues { Value(text: $0) }
    for declaration in message.declarations {
      guard case .variable(let operand)? = declaration.value.operand,
        var value = values[operand.name]
      else { continue }
      let options = declaration.value.function?.options ?? []
      func literal(_ name: String) -> String? {
        guard case .literal(let literal)? = options.first(where: { $0.name == name })?.value else {
          return nil
        }
        return literal.value
      }
      switch declaration.value.function?.name {
      case "number":
        value.isNumber = true
        value.isOrdinal = literal("select") == "ordinal"
      case "offset":
        let change =
          (literal("add").flatMap { Int($0) } ?? 0) - (literal("subtract").flatMap { Int($0) } ?? 0)
        value.text = "\((Int(value.text) ?? 0) + change)"
      default: break
      }
      values[declaration.name] = value
    }
    guard case .select(let select) = message else {
      return message.patterns.map { format($0, values) }.joined()
    }
    var best: (scores: [Int], pattern: Pattern)?
    for variant in select.variants {
      var scores: [Int] = []
      for (key, selector) in zip(variant.keys, select.selectors) {
        guard let value = values[selector.name] else { continue }
        switch key {
        case .catchall: scores.append(0)
        case .literal(let literal):
          if literal.value == value.text {
            scores.append(2)
          } else if value.isNumber, let number = Int(value.text),
            literal.value == category(number, isOrdinal: value.isOrdinal)
          {
            scores.append(1)
          }
        }
      }
      guard scores.count == select.selectors.count else { continue }
      if let current = best, !current.scores.lexicographicallyPrecedes(scores) { continue }
      best = (scores, variant.value)
    }
    return best.map { format($0.pattern, values) } ?? "no variant"
  }

  private static func format(_ pattern: Pattern, _ values: [String: Value]) -> String {
    pattern.elements.map { element in
      switch element {
      case .text(let text): return text.value
      case .markup: return ""
      case .expression(let expression):
        guard case .variable(let variable)? = expression.operand else { return "" }
        return values[variable.name]?.text ?? "?"
      }
    }.joined()
  }
}
