import LocaleServices
import MessageSyntax
import StringCatalogs

/// Takes a message apart into a text of Apple's formats and the parts of it that numbers change.
struct VaryingStringWriter {
  struct Variable {
    var name: String
    /// Which argument it is, from 1.
    var position: Int
    var isDecimal: Bool
    var forms: [(category: String, text: String)]
  }

  /// Why a message cannot be written so.
  struct Fault: Error {
    var reason: String
    var help: String?
  }

  private(set) var format = ""
  private(set) var variables: [Variable] = []
  private(set) var notes = PlaceholderNotes()
  private let ownWriting: String?
  private let hasZero: Bool
  /// All arguments in the order of their positions.
  private let arguments: [String]
  private let selectors: [String]

  /// - Parameters:
  ///   - order: The arguments that have positions already, from the first; others follow as the text has
  ///     them.
  ///   - ownWriting: What stands for a variable's own number in its texts: `%arg` in a String Catalog;
  ///     nil where a usual placeholder does.
  init(
    _ message: Message, order: [String], hasZero: Bool, ownWriting: String? = nil
  ) throws(Fault) {
    let pieces: [PluralFactors.Piece]
    switch message {
    case .pattern(let message):
      pieces = [.common(message.pattern)]
      selectors = []
    case .select(let select):
      for meaning in select.selectorMeanings() where meaning.kind != .plural(.cardinal) {
        throw Fault(reason: "it chooses by something else than counts")
      }
      guard let factors = PluralFactors(select) else {
        throw Fault(
          reason: "its numbers do not vary apart from each other",
          help: "Apple's formats have a text with a changing place for each number")
      }
      pieces = factors.pieces
      selectors = select.selectors.map(\.name)
    }
    self.hasZero = hasZero
    self.ownWriting = ownWriting
    arguments = Self.arguments(pieces, selectors, after: order)
    let isAlone = arguments.count == 1
    var writer = PlaceholderWriter(dialect(own: isAlone ? selectors.first : nil))
    for piece in pieces {
      switch piece {
      case .common(let pattern): format += writer.text(of: pattern)
      case .varying(let selector, let forms):
        let name = selectors[selector]
        let function = message.function(annotating: name)
        let position = arguments.firstIndex(of: name).map { $0 + 1 } ?? 1
        format += isAlone || ownWriting != nil ? "%#@\(name)@" : "%\(position)$#@\(name)@"
        // Where the number has a writing of its own, it has it in its own texts only.
        var own = ownWriting == nil ? writer : PlaceholderWriter(dialect(own: name))
        try variables.append(
          Variable(
            name: name, position: position,
            isDecimal: function?.name != "integer",
            forms: Self.texts(
              ownWriting == nil ? forms : Self.bare(forms, name, function), hasZero, &own)))
        if ownWriting == nil { writer = own } else { try add(own) }
      }
    }
    try add(writer)
    if !Self.isNatural(message) { notes.add(declarationsOf: message) }
  }

  private func dialect(own: String?) -> StringsDictDialect {
    var positions: [String: Int] = [:]
    for (index, name) in arguments.enumerated() { positions[name] = index + 1 }
    var names: [Int: String] = [:]
    for name in selectors { names[positions[name] ?? 1] = name }
    return StringsDictDialect(
      names: names, own: own, ownWriting: ownWriting, positions: positions)
  }

  /// The forms with the number formatted as it is declared, where they say the same once more.
  private static func bare(
    _ forms: [(key: VariantKey, pattern: Pattern)], _ name: String, _ function: FunctionReference?
  ) -> [(key: VariantKey, pattern: Pattern)] {
    forms.map { form in
      let elements = form.pattern.elements.map { element in
        guard case .expression(var expression) = element, element.variableName == name,
          expression.function == function
        else { return element }
        expression.function = nil
        return PatternElement.expression(expression)
      }
      return (form.key, Pattern(elements))
    }
  }

  /// Takes over what a writer has to explain.
  private mutating func add(_ writer: PlaceholderWriter) throws(Fault) {
    if let fault = writer.faults.first { throw Fault(reason: fault) }
    for (writing, element) in writer.notes.tokens {
      if let known = notes.tokens.first(where: { $0.writing == writing }), known.element != element
      {
        throw Fault(reason: "`\(writing)` would stand for several values")
      }
      notes.add(writing, element)
    }
  }

  private static func texts(
    _ forms: [(key: VariantKey, pattern: Pattern)], _ hasZero: Bool,
    _ writer: inout PlaceholderWriter
  ) throws(Fault) -> [(category: String, text: String)] {
    var texts: [(category: String, text: String)] = []
    for (key, pattern) in forms {
      texts.append((try category(of: key, hasZero), writer.text(of: pattern)))
    }
    return texts
  }

  /// What a form is called: a category, or `zero` for the number 0 where the language has none such.
  private static func category(of key: VariantKey, _ hasZero: Bool) throws(Fault) -> String {
    switch key {
    case .catchall: return "other"
    case .literal(let literal):
      if PluralCategory(rawValue: literal.value) != nil { return literal.value }
      guard literal.value == "0", !hasZero else {
        throw Fault(reason: "it has a text for exactly \(literal.value)")
      }
      return "zero"
    }
  }

  /// The names of the arguments in the order of their positions, the numbers that the text varies by among
  /// them.
  private static func arguments(
    _ pieces: [PluralFactors.Piece], _ selectors: [String], after order: [String]
  ) -> [String] {
    var names = order
    func add(_ name: String?) {
      if let name, !names.contains(name) { names.append(name) }
    }
    for piece in pieces {
      switch piece {
      case .common(let pattern): for element in pattern.elements { add(element.variableName) }
      case .varying(let selector, let forms):
        add(selectors[selector])
        for form in forms {
          for element in form.pattern.elements { add(element.variableName) }
        }
      }
    }
    if !order.isEmpty { return names }
    // Arguments that came by their positions keep them, where all others agree.
    let byPosition = names.enumerated().allSatisfy { index, name in
      !name.hasPrefix("arg") || Int(name.dropFirst(3)) == nil || name == "arg\(index + 1)"
    }
    return byPosition ? names : names.sorted { position($0) < position($1) }
  }

  private static func position(_ name: String) -> Int {
    name.hasPrefix("arg") ? Int(name.dropFirst(3)) ?? Int.max : Int.max
  }

  /// Whether the message's declarations are what a reader makes of the variables.
  private static func isNatural(_ message: Message) -> Bool {
    guard case .select(let select) = message else { return message.declarations.isEmpty }
    return select.declarations.count == select.selectors.count
      && zip(select.declarations, select.selectors).allSatisfy { declaration, selector in
        guard case .input(let input) = declaration else { return false }
        return input.name == selector.name
          && (input.value.function == FunctionReference("integer")
            || input.value.function == FunctionReference("number"))
      }
  }
}
