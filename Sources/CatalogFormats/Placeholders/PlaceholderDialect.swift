import MessageSyntax

/// How a format writes what stands for a value.
protocol PlaceholderDialect: Sendable {
  /// Cuts a text into text and placeholders. Elements made here carry the attribute `@source`, their
  /// own writing, so that they can be written back unchanged.
  func segments(of text: String) -> [MessageSegment]
  /// The writing of a placeholder of another format, or nil where the dialect has none.
  ///
  /// - Parameters:
  ///   - number: Which of the message's different placeholders it is, from 1.
  ///   - attempt: How many of its writings another placeholder of the message already has.
  func token(for element: PatternElement, number: Int, attempt: Int) -> String?
  /// Text with what the dialect would read as a placeholder escaped.
  func escaped(_ text: String) -> String
  /// Whether what a writing stands for depends on how many stand before it, as it does for `%s`.
  func isCounted(_ writing: String) -> Bool
}

extension PlaceholderDialect {
  func isCounted(_ writing: String) -> Bool { false }

  /// The element with its own writing as an attribute.
  func element(
    _ variable: String, _ function: FunctionReference? = nil, source: Substring
  ) -> PatternElement {
    .expression(
      Expression(
        operand: .variable(VariableReference(variable)), function: function,
        attributes: [Attribute(name: "source", value: Literal(String(source)))]))
  }
}

extension PatternElement {
  /// The writing that the element had in the format that it comes from.
  var sourceWriting: String? {
    guard case .expression(let expression) = self else { return nil }
    return expression.attributes.first { $0.name == "source" }?.value?.value
  }

  var variableName: String? {
    guard case .expression(let expression) = self,
      case .variable(let variable)? = expression.operand
    else { return nil }
    return variable.name
  }

  /// Which argument it is, where its name only counts them: 2 for `{$arg2}`.
  var argumentNumber: Int? {
    guard let name = variableName, name.hasPrefix("arg"), let number = Int(name.dropFirst(3)),
      name == "arg\(number)"
    else { return nil }
    return (0...99).contains(number) ? number : nil
  }

  var isNumber: Bool {
    guard case .expression(let expression) = self else { return false }
    return expression.function?.name == "integer" || expression.function?.name == "number"
  }
}

/// No placeholders at all: every character is text.
struct PlainText: PlaceholderDialect {
  func segments(of text: String) -> [MessageSegment] {
    text.isEmpty ? [] : [.text(text, 0..<text.utf8.count)]
  }

  func token(for element: PatternElement, number: Int, attempt: Int) -> String? { nil }
  func escaped(_ text: String) -> String { text }
}
