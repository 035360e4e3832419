import MessageSyntax

/// Puts a message's declarations where they are used, for formats that have none.
///
///     .input {$n :integer} {{{$n} files}}   →   {$n :integer} files
enum DeclarationResolver {
  /// The message with each bare variable replaced by what declares it. The declarations stay for the
  /// selectors.
  static func resolved(_ message: Message) -> Message {
    guard !message.declarations.isEmpty else { return message }
    switch message {
    case .pattern(var pattern):
      pattern.pattern = resolved(pattern.pattern, message)
      return .pattern(pattern)
    case .select(var select):
      // The number of a plural is the selector itself, and needs no function to be shown.
      let selectors = Set(select.selectors.map(\.name))
      for index in select.variants.indices {
        select.variants[index].value = resolved(
          select.variants[index].value, message, except: selectors)
      }
      return .select(select)
    }
  }

  private static func resolved(
    _ pattern: Pattern, _ message: Message, except: Set<String> = []
  ) -> Pattern {
    var pattern = pattern
    pattern.elements = pattern.elements.map { element in
      guard case .expression(let expression) = element, expression.function == nil,
        let name = element.variableName, !except.contains(name),
        let declaration = message.declaration(of: name)
      else { return element }
      return .expression(declaration.value)
    }
    return pattern
  }
}
