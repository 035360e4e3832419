/// What a message or a variant is formatted from: text, placeholders and markup, in order.
public struct Pattern: Hashable, Sendable {
  public var elements: [PatternElement]
  /// The pattern without its `{{` and `}}`.
  public var span: SourceSpan

  public init(_ elements: [PatternElement], span: SourceSpan = .none) {
    self.elements = elements
    self.span = span
  }
}

public enum PatternElement: Hashable, Sendable {
  case text(Text)
  case expression(Expression)
  case markup(Markup)

  public var span: SourceSpan {
    switch self {
    case .text(let text): text.span
    case .expression(let expression): expression.span
    case .markup(let markup): markup.span
    }
  }
}

/// Literal text of a pattern, escapes already resolved; never empty.
public struct Text: Hashable, Sendable {
  public var value: String
  public var span: SourceSpan

  public init(_ value: String, span: SourceSpan = .none) {
    self.value = value
    self.span = span
  }
}

extension [PatternElement] {
  /// The same elements with neighbouring texts as one.
  var joiningTexts: [PatternElement] {
    var result: [PatternElement] = []
    for element in self {
      if case .text(let text) = element, case .text(let last)? = result.last {
        result[result.count - 1] = .text(Text(last.value + text.value))
      } else {
        result.append(element)
      }
    }
    return result
  }
}
