/// A function that a placeholder can name: it makes a value of its operand and its options.
///
///     let shout = MessageFunction { call in
///       guard let text = call.operandText else { return call.badOperand("expects a text") }
///       return .string(text.uppercased())
///     }
///     let functions = MessageFunctionRegistry.standard.adding("site:shout", shout)
public struct MessageFunction: Sendable {
  /// Makes the value; nil if there is none, which must have been reported.
  public typealias Resolve = @Sendable (inout FunctionCall) -> MessageValue?

  /// What a standard function makes of an argument, so that it can be known before there is one.
  enum Result: Sendable {
    case number, date, string
    /// A text that only depends on the operand and the options.
    case text
    /// Not known: a site's own function.
    case unknown
  }

  let result: Result
  package let resolve: Resolve

  public init(_ resolve: @escaping Resolve) {
    self.init(.unknown, resolve)
  }

  init(_ result: Result, _ resolve: @escaping Resolve) {
    self.result = result
    self.resolve = resolve
  }
}
