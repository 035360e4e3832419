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

  /// - Parameter current: Today's translation, which may have tags of its own.
  public init(to source: Message, current: Message? = nil) {
    self.source = source
    tags = Self.tags(of: [source, current].compactMap { $0 })
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
      own.function.map({ ["number", "integer", "string"].contains($0.name) && $0.options.isEmpty })
        ?? true
    else { return element }
    return choice
  }

  /// Tags as exports write them: the second one of a name, with other options, has a number.
  private static func tags(of messages: [Message]) -> [String: PatternElement] {
    var tags: [String: PatternElement] = [:]
    for element in messages.flatMap(\.patterns).flatMap(\.elements) {
      guard case .markup(let markup) = element,
        !tags.values.contains(where: { isSame($0, element) })
      else { continue }
      func writing(_ name: String) -> String {
        switch markup.kind {
        case .open: "<\(name)>"
        case .close: "</\(name)>"
        case .standalone: "<\(name)/>"
        }
      }
      var number = 1
      while tags[writing(number == 1 ? markup.name : "\(markup.name)_\(number)")] != nil {
        number += 1
      }
      tags[writing(number == 1 ? markup.name : "\(markup.name)_\(number)")] = element
    }
    return tags
  }

  /// A pattern with the tags in its text as what they stand for.
  private func restoringTags(_ pattern: Pattern) -> Pattern {
    guard !tags.isEmpty else { return pattern }
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
        if let known = tags[String(tag)] {
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

  /// The element without the writing that it had in another format.
  var withoutWriting: PatternElement {
    guard case .expression(var expression) = self else { return self }
    expression.attributes.removeAll { $0.name == "source" }
    return .expression(expression)
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
