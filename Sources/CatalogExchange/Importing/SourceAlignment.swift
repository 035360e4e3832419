import LocaleServices
public import MessageSyntax
import StringCatalogs

/// Gives a message that came back from another format the names and options of its source.
///
///     // {$price :currency currency=EUR} went out as {price}; its comment was lost on the way
///     SourceAlignment(to: source).aligned(message)
///
/// Formats shorten what a message says: `{price}` for a price in euros, `%2$@` for the second value,
/// `count` for whatever a plural counts, `<link>` for a tag with its address. Comments that say more are
/// read where they came back; where not, the source message knows, as long as only one thing can be meant.
public struct SourceAlignment {
  private let source: Message
  /// What stands for values in the source, each once, in the order of its text.
  private let elements: [PatternElement]
  /// What tags stand for where they came back as text.
  private let tags: [String: PatternElement]
  /// What the tags of a writing without a number stand for, in the order of today's text: files that
  /// programs load have no numbers.
  private let shownTags: [String: [PatternElement]]

  /// - Parameter current: Today's translation, which may have tags of its own.
  public init(to source: Message, current: Message? = nil) {
    self.source = source
    tags = Self.tags(of: [source, current].compactMap { $0 })
    // The last variant shows all that there is.
    let shown = (current ?? source).patterns.last?.elements ?? []
    shownTags = Dictionary(
      grouping: shown.filter { $0.tag != nil }, by: { $0.tag ?? "" })
    var elements: [PatternElement] = []
    for element in source.patterns.flatMap(\.elements) {
      if case .text = element { continue }
      if !elements.contains(where: { Self.isSame($0, element) }) { elements.append(element) }
    }
    self.elements = elements
  }

  /// The message with the source's names and options; as it is where that would not be valid.
  public func aligned(_ message: Message) -> Message {
    let plain = message.mappingElements { $0.withoutWriting }.mappingPatterns { restoringTags($0) }
    let names = renames(for: plain)
    let renamed = plain.renamingVariables { names[$0] ?? $0 }
    let result = renamed.mappingElements { completed($0, in: renamed) }
      .mappingDeclarations { declaration in
        source.declarations.first { Self.isSameInput($0, declaration) } ?? declaration
      }
    return MessageFormat2.parse(MessageFormat2.print(result)).isValid ? result : plain
  }

  /// The names of the message that stand for others of the source only because nothing else is left,
  /// and the names that they stand for; not those that formats make up themselves.
  func guesses(in message: Message) -> [String: String] {
    renames(for: message).filter { name, _ in
      guard name != "count" else { return false }
      let number = name.hasPrefix("arg") ? Int(name.dropFirst(3)) : nil
      return number.map { !elements.indices.contains($0) && $0 != elements.count } ?? true
    }
  }

  /// The variables of a message that the source does not have, in their order.
  func unknownVariables(of message: Message) -> [String] {
    let known = Set(source.externalVariables.map(\.name))
    return message.externalVariables.map(\.name).filter { !known.contains($0) }
  }

  /// Which names of the message stand for which of the source's.
  private func renames(for message: Message) -> [String: String] {
    let own = message.externalVariables.map(\.name)
    let known = source.externalVariables.map(\.name)
    let foreign = own.filter { !known.contains($0) }
    let free = known.filter { !own.contains($0) }
    if let name = foreign.first, let new = free.first, foreign.count == 1, free.count == 1 {
      return [name: new]
    }
    // Numbered values count as the source shows them; Java counts from 0.
    let numbers = foreign.map { name in
      name.hasPrefix("arg") ? Int(name.dropFirst(3)) : nil
    }
    guard numbers.allSatisfy({ $0 != nil }) else { return [:] }
    let first = numbers.contains(0) ? 0 : 1
    var names: [String: String] = [:]
    for (name, number) in zip(foreign, numbers) {
      guard let index = number.map({ $0 - first }), elements.indices.contains(index),
        let variable = elements[index].variable
      else { continue }
      names[name] = variable
    }
    return names
  }

  /// A placeholder without options, with those that the source has for its variable.
  private func completed(_ element: PatternElement, in message: Message) -> PatternElement {
    guard let name = element.variable, !elements.contains(where: { Self.isSame($0, element) })
    else { return element }
    let choices = elements.filter { $0.variable == name }
    guard let choice = choices.first, choices.count == 1, case .expression(let own) = element,
      case .expression(let wanted) = choice, Self.saysNoMore(own.function, than: wanted.function)
    else { return element }
    return choice
  }

  /// Whether a function says only what any format's short form says, or what another one does.
  private static func saysNoMore(
    _ function: FunctionReference?, than other: FunctionReference?
  ) -> Bool {
    guard let own = function.map(plain) else { return true }
    let isShort = ["number", "integer", "string"].contains(own.name) && own.options.isEmpty
    return isShort || own == other.map(plain)
  }

  /// A function without what ICU's and Java's short forms are read with: `{n, number, integer}` rounds half
  /// to even.
  private static func plain(_ function: FunctionReference) -> FunctionReference {
    func has(_ option: Option, _ name: String, _ value: String) -> Bool {
      guard option.name == name, case .literal(let literal) = option.value else { return false }
      return literal.value == value
    }
    var function = function
    function.options.removeAll { has($0, "roundingMode", "halfEven") }
    if function.name == "number",
      let digits = function.options.firstIndex(where: { has($0, "maximumFractionDigits", "0") })
    {
      function.name = "integer"
      function.options.remove(at: digits)
    }
    return function
  }

  /// Tags as exports write them: the second one of a name, with other options, has a number.
  private static func tags(of messages: [Message]) -> [String: PatternElement] {
    var tags: [String: PatternElement] = [:]
    for element in messages.flatMap(\.patterns).flatMap(\.elements) {
      guard case .markup(let markup) = element,
        !tags.values.contains(where: { isSame($0, element) })
      else { continue }
      var number = 1
      while tags[markup.tag(number)] != nil { number += 1 }
      tags[markup.tag(number)] = element
    }
    return tags
  }

  /// A message with its tags as text, as it comes back from a format without tags.
  package func writingTags(_ message: Message) -> Message {
    message.mappingElements { element in
      guard element.tag != nil, let tag = tags.first(where: { Self.isSame($0.value, element) })
      else { return element }
      return .text(Text(tag.key))
    }
  }

  /// A pattern with the tags in its text as what they stand for.
  private func restoringTags(_ pattern: Pattern) -> Pattern {
    guard !tags.isEmpty else { return pattern }
    var shown = unnumbered(pattern)
    var elements: [PatternElement] = []
    for element in pattern.elements {
      guard case .text(let text) = element, text.value.contains("<") else {
        elements.append(element)
        continue
      }
      var rest = text.value[...]
      var plain = ""
      while let open = rest.firstIndex(of: "<") {
        let close = rest[open...].firstIndex(of: ">")
        let tag = close.map { rest[open...$0] } ?? rest[open...open]
        plain += rest[..<open]
        if var known = tags[String(tag)] {
          if let next = shown[String(tag)]?.first {
            known = next
            shown[String(tag)]?.removeFirst()
          }
          if !plain.isEmpty { elements.append(.text(Text(plain))) }
          elements.append(known)
          plain = ""
        } else {
          plain += tag
        }
        rest = rest[tag.endIndex...]
      }
      plain += rest
      if !plain.isEmpty { elements.append(.text(Text(plain))) }
    }
    return Pattern(elements)
  }

  /// What the tags of a pattern stand for by their order, where none has a number and there are as many
  /// of a writing as today's text has.
  private func unnumbered(_ pattern: Pattern) -> [String: [PatternElement]] {
    var counts: [String: Int] = [:]
    for case .text(let text) in pattern.elements {
      for part in text.value.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
        guard let close = part.firstIndex(of: ">") else { continue }
        let tag = "<\(part[...close])"
        if let known = tags[tag], known.tag != tag { return [:] }
        counts[tag, default: 0] += 1
      }
    }
    return shownTags.filter { counts[$0.key] == $0.value.count }
  }

  private static func isSame(_ left: PatternElement, _ right: PatternElement) -> Bool {
    Fingerprint(of: .pattern(PatternMessage(pattern: Pattern([left]))))
      == Fingerprint(of: .pattern(PatternMessage(pattern: Pattern([right]))))
  }

  private static func isSameInput(_ left: Declaration, _ right: Declaration) -> Bool {
    guard case .input(let left) = left, case .input(let right) = right else { return false }
    return left.name == right.name
  }
}

extension PatternElement {
  var variable: String? {
    guard case .expression(let expression) = self,
      case .variable(let variable)? = expression.operand
    else { return nil }
    return variable.name
  }

  /// The tag that markup is in formats without markup of their own, or nil for everything else.
  var tag: String? {
    guard case .markup(let markup) = self else { return nil }
    return markup.tag()
  }

  /// The element without the writing that it had in another format.
  var withoutWriting: PatternElement {
    guard case .expression(var expression) = self else { return self }
    expression.attributes.removeAll { $0.name == "source" }
    return .expression(expression)
  }
}

extension Markup {
  /// The mark as a tag; the second one of a name, with other options, has a number.
  package func tag(_ number: Int = 1) -> String {
    let name = number == 1 ? name : "\(name)_\(number)"
    return switch kind {
    case .open: "<\(name)>"
    case .close: "</\(name)>"
    case .standalone: "<\(name)/>"
    }
  }
}

extension Message {
  func mappingElements(_ transform: (PatternElement) -> PatternElement) -> Message {
    mappingPatterns { Pattern($0.elements.map(transform)) }
  }

  /// The message with other patterns.
  package func mappingPatterns(_ transform: (Pattern) -> Pattern) -> Message {
    switch self {
    case .pattern(var message):
      message.pattern = transform(message.pattern)
      return .pattern(message)
    case .select(var message):
      for index in message.variants.indices {
        message.variants[index].value = transform(message.variants[index].value)
      }
      return .select(message)
    }
  }

  func mappingDeclarations(_ transform: (Declaration) -> Declaration) -> Message {
    switch self {
    case .pattern(var message):
      message.declarations = message.declarations.map(transform)
      return .pattern(message)
    case .select(var message):
      message.declarations = message.declarations.map(transform)
      return .select(message)
    }
  }

  /// The message with other names for the variables that it is given.
  func renamingVariables(_ name: (String) -> String) -> Message {
    func renamed(_ expression: Expression) -> Expression {
      var expression = expression
      if case .variable(let variable)? = expression.operand {
        expression.operand = .variable(VariableReference(name(variable.name)))
      }
      return expression
    }
    let message = mappingElements { element in
      if case .expression(let expression) = element {
        .expression(renamed(expression))
      } else {
        element
      }
    }.mappingDeclarations { declaration in
      switch declaration {
      case .input(var input):
        input.name = name(input.name)
        input.value = renamed(input.value)
        return .input(input)
      case .local(var local):
        local.value = renamed(local.value)
        return .local(local)
      }
    }
    guard case .select(var select) = message else { return message }
    select.selectors = select.selectors.map { VariableReference(name($0.name)) }
    return .select(select)
  }
}
