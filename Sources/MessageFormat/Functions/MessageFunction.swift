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

  let resolve: Resolve

  public init(_ resolve: @escaping Resolve) {
    self.resolve = resolve
  }
}
