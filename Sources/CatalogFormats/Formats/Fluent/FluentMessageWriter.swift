import MessageSyntax

/// Writes one message's pattern or choices in Fluent, and the notes that it needs.
struct FluentMessageWriter {
  private(set) var notes = PlaceholderNotes()
  private(set) var faults: [String] = []
  private var writings: [PatternElement: String] = [:]

  /// The value behind `=`, with the white space in front of it.
  mutating func source(of message: Message, indent: String) -> String {
    switch message {
    case .pattern(let message):
      if !message.declarations.isEmpty { notes.add(declarationsOf: .pattern(message)) }
      let text = text(of: message.pattern, indent: indent)
      return text.contains("\n") ? "\n" + indent + text : " " + text
    case .select(let message):
      return "\n" + indent + choice(message, indent)
    }
  }

  // MARK: Choices

  private mutating func choice(_ message: SelectMessage, _ indent: String) -> String {
    var heads: [String] = []
    var declared: [String] = []
    for selector in message.selectors {
      let declaration = message.declarations.first { $0.name == selector.name }
      guard let value = declaration?.value, let head = FluentText.expression(value) else {
        faults.append("it chooses by what Fluent cannot say")
        return ""
      }
      heads.append(head)
      let isPlural = message.isPlural(by: selector)
      if let natural = FluentParser.selector(of: head, isPlural: isPlural) {
        declared.append(natural.declaration)
        if natural.variable != selector.name { declared.append("") }
      }
    }
    let natural = Message.select(
      SelectMessage(
        declarations: message.declarations, selectors: message.selectors, variants: []))
    var own = PlaceholderNotes()
    own.add(declarationsOf: natural)
    if own.declarations != declared { notes.add(declarationsOf: natural) }
    var keys: [[VariantKey]] = message.selectors.map { _ in [] }
    for variant in message.variants {
      for (index, key) in variant.keys.enumerated() where keys.indices.contains(index) {
        if case .literal = key, !keys[index].contains(key) { keys[index].append(key) }
      }
    }
    let count = keys.reduce(1) { $0 > ChoiceTree.maximumVariants ? $0 : $0 * ($1.count + 1) }
    guard count <= ChoiceTree.maximumVariants else {
      faults.append("it has more than \(ChoiceTree.maximumVariants) variants")
      return ""
    }
    return level(message, heads, keys, [], indent)
  }

  private mutating func level(
    _ message: SelectMessage, _ heads: [String], _ keys: [[VariantKey]], _ chosen: [VariantKey],
    _ indent: String
  ) -> String {
    let index = chosen.count
    guard index < heads.count else {
      guard let pattern = message.pattern(for: chosen) else {
        faults.append("it has no variant for all that is left")
        return ""
      }
      return text(of: pattern, indent: indent + "    ")
    }
    var lines = ["{ \(heads[index]) ->"]
    var names: [String] = []
    for key in keys[index] {
      guard case .literal(let literal) = key else { continue }
      guard FluentText.isNumber(literal.value) || FluentText.isIdentifier(literal.value) else {
        faults.append("the key `\(literal.value)` is neither a name nor a number")
        return ""
      }
      names.append(literal.value)
      let inner = level(message, heads, keys, chosen + [key], indent + "    ")
      lines.append("\(indent)    [\(literal.value)] \(inner)")
    }
    let inner = level(message, heads, keys, chosen + [.catchall(.none)], indent + "    ")
    let fallback = names.contains("other") ? "default" : "other"
    lines.append("\(indent)   *[\(fallback)] \(inner)")
    return lines.joined(separator: "\n") + "\n\(indent)}"
  }

  // MARK: Patterns

  private mutating func text(of pattern: Pattern, indent: String) -> String {
    var pieces: [String] = []
    let elements = Self.joined(pattern.elements)
    if elements.isEmpty { return "{ \"\" }" }
    for (index, element) in elements.enumerated() {
      if case .text(let text) = element {
        pieces.append(
          FluentText.source(
            text.value, isFirst: index == 0, isLast: index == elements.count - 1, indent: indent))
      } else {
        pieces.append(writing(of: element))
      }
    }
    return pieces.joined()
  }

  private static func joined(_ elements: [PatternElement]) -> [PatternElement] {
    elements.reduce(into: []) { result, element in
      if case .text(let text) = element, case .text(let last)? = result.last {
        result[result.count - 1] = .text(Text(last.value + text.value))
      } else {
        result.append(element)
      }
    }
  }

  private mutating func writing(of element: PatternElement) -> String {
    if let known = writings[element] { return known }
    let writing = newWriting(of: element)
    writings[element] = writing
    return writing
  }

  private mutating func newWriting(of element: PatternElement) -> String {
    if let own = element.sourceWriting, FluentParser.element(of: own) == element { return own }
    if case .markup(let markup) = element {
      var mark = markup.kind == .close ? "</\(markup.name)" : "<\(markup.name)"
      // Two that differ in their options alone need two writings.
      while writings.values.contains(mark + ">") || writings.values.contains(mark + "/>") {
        mark += "_"
      }
      let tag = mark + (markup.kind == .standalone ? "/>" : ">")
      notes.add(tag, element)
      return tag
    }
    guard let content = FluentText.placeable(element) else {
      faults.append("it has a placeholder that Fluent cannot say")
      return ""
    }
    var writing = "{ \(content) }"
    let isReadBack =
      FluentParser.element(of: writing)?.withoutSource == element.withoutSource
    // The space in a placeable means nothing, and tells two writings apart.
    while writings.values.contains(writing) { writing = writing.dropLast() + " }" }
    if !isReadBack { notes.add(writing, element) }
    return writing
  }
}

extension SelectMessage {
  /// The pattern for a choice of keys: of the variants that agree with it, the one with the most keys of
  /// its own, the first selectors first.
  func pattern(for chosen: [VariantKey]) -> Pattern? {
    func isLiteral(_ key: VariantKey) -> Bool { if case .literal = key { true } else { false } }
    var best: Variant?
    for variant in variants
    where variant.keys.count == chosen.count
      && zip(variant.keys, chosen).allSatisfy({ !isLiteral($0) || $0 == $1 })
    {
      guard let current = best else {
        best = variant
        continue
      }
      for (old, new) in zip(current.keys, variant.keys) where isLiteral(old) != isLiteral(new) {
        if isLiteral(new) { best = variant }
        break
      }
    }
    return best?.value
  }

  /// Whether a selector compares numbers.
  func isPlural(by selector: VariableReference) -> Bool {
    let function = Message.select(self).function(annotating: selector.name)?.name
    return ["number", "integer", "currency", "percent", "offset"].contains(function)
  }
}
