public import MessageFormat

/// A message and its arguments, before anybody has asked for it in a language.
///
///     let items = Strings.cart.items(count: 3)   // made by the plugin TypedStrings
///     localizer.messages(in: "pl").format(items)   // "3 artykuły"
public struct LocalizedMessage: Hashable, Sendable {
  public var key: String
  public var arguments: [String: Argument]

  public init(_ key: String, _ arguments: [String: Argument] = [:]) {
    self.key = key
    self.arguments = arguments
  }
}

extension BundleChain {
  /// Formats a message with its arguments; a key that no bundle has is shown as it is.
  public func format(
    _ message: LocalizedMessage, onError: ((MessageFormatError) -> Void)? = nil
  ) -> String {
    format(message.key, message.arguments, onError: onError)
  }
}
