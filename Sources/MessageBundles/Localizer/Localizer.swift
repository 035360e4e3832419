public import LocaleIdentifiers
public import MessageFormat

/// Answers with the first of several bundles that has a message: a locale's own, then those that it
/// falls back to.
///
///     let localizer = Localizer([mexican, spanish, french])
///     localizer.format("cart.title")  // from the first bundle that has it
///
/// Each message is formatted by the rules of the bundle that it comes from.
public struct Localizer: Sendable {
  /// In the order in which they are asked.
  public let bundles: [MessageBundle]

  public init(_ bundles: [MessageBundle]) {
    self.bundles = bundles
  }

  /// Formats a message; a key that no bundle has is shown as it is.
  public func format(
    _ key: String, _ arguments: [String: Argument] = [:],
    onError: ((MessageFormatError) -> Void)? = nil
  ) -> String {
    for bundle in bundles {
      if let text = bundle.format(key, arguments, onError: onError) { return text }
    }
    return key
  }

  /// The locale whose bundle answers for a key: not the first one's where a text is a fallback.
  public func locale(answering key: String) -> LocaleIdentifier? {
    bundles.first { $0.contains(key) }?.locale
  }
}
