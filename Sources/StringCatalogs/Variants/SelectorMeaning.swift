public import LocaleServices
public import MessageSyntax

/// What a selector of a message tells apart, followed through the message's declarations.
///
///     // .input {$count :integer} .local $rest = {$count :offset subtract=1} .match $rest
///     // argument "count", kind .plural(.cardinal), domain .integers
public struct SelectorMeaning: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Plural categories, of counts or of ranks, and exact numbers.
    case plural(PluralRules.Kind)
    /// Exact numbers only (`select=exact`).
    case exact
    /// Words (`:string` and functions that are not known).
    case text
  }

  /// The numbers that can come.
  public enum Domain: Hashable, Sendable {
    case integers
    /// Numbers with a fraction as well.
    case decimals
  }

  /// The variable after `.match`.
  public var variable: String
  /// The argument or the first local variable that the value comes from.
  public var argument: String
  public var kind: Kind
  public var domain: Domain

  /// Whether two selectors, of a source and of its translation, tell the same apart.
  public func corresponds(to other: SelectorMeaning) -> Bool {
    argument == other.argument && kind == other.kind
  }
}

extension SelectMessage {
  /// What each selector tells apart, in their order.
  ///
  /// - Parameter placeholders: The variables as the source's metadata describes them: one that is said
  ///   to be an integer never has a fraction, even where the message says `:number`.
  public func selectorMeanings(
    placeholders: [String: Placeholder] = [:]
  ) -> [SelectorMeaning] {
    selectors.map { meaning(of: $0.name, placeholders) }
  }

  private func meaning(
    of variable: String, _ placeholders: [String: Placeholder]
  ) -> SelectorMeaning {
    var argument = variable
    var functions: [FunctionReference] = []
    // A declaration only uses earlier ones, so that going back through them comes to an end.
    for declaration in declarations.reversed() where declaration.name == argument {
      if let function = declaration.value.function { functions.append(function) }
      guard case .local = declaration, case .variable(let next)? = declaration.value.operand else {
        continue
      }
      argument = next.name
    }
    let isInteger =
      functions.contains { $0.name == "integer" || $0.option("maximumFractionDigits") == "0" }
      || placeholders[argument]?.kind == .integer
    return SelectorMeaning(
      variable: variable, argument: argument, kind: Self.kind(functions),
      // Ranks are counted: there is no first-and-a-half.
      domain: isInteger || Self.kind(functions) == .plural(.ordinal) ? .integers : .decimals)
  }

  private static let numberFunctions: Set<String> = [
    "number", "integer", "offset", "percent", "currency", "unit",
  ]

  /// The kind of selection by the functions from the selector back to the argument.
  private static func kind(_ functions: [FunctionReference]) -> SelectorMeaning.Kind {
    guard let first = functions.first, numberFunctions.contains(first.name) else { return .text }
    switch functions.lazy.compactMap({ $0.option("select") }).first {
    case "exact": return .exact
    case "ordinal": return .plural(.ordinal)
    default: return .plural(.cardinal)
    }
  }
}

extension FunctionReference {
  /// The literal value of an option.
  fileprivate func option(_ name: String) -> String? {
    for option in options where option.name == name {
      if case .literal(let literal) = option.value { return literal.value }
    }
    return nil
  }
}
