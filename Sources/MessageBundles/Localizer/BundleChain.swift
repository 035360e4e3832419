public import LocaleIdentifiers
public import MessageFormat

/// Bundles that are asked one after the other: a locale's own, then those that it falls back to.
///
///     let chain = BundleChain([mexican, spanish, french])
///     chain.format("cart.title")  // from the first bundle that has it
///
/// Each message is formatted by the rules of the bundle that it comes from. A chain is a value that never
/// changes: what a request took from a `Localizer` stays as it is, whatever is loaded meanwhile.
public struct BundleChain: Sendable {
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

  /// Appends a formatted message in UTF-8; a key that no bundle has is shown as it is.
  public func format(
    _ key: String, _ arguments: [String: Argument] = [:], into buffer: inout [UInt8],
    onError: ((MessageFormatError) -> Void)? = nil
  ) {
    for bundle in bundles {
      if bundle.format(key, arguments, into: &buffer, onError: onError) { return }
    }
    buffer.append(contentsOf: key.utf8)
  }

  /// The formatted message in parts; a key that no bundle has is a text.
  public func formatToParts(
    _ key: String, _ arguments: [String: Argument] = [:],
    onError: ((MessageFormatError) -> Void)? = nil
  ) -> [MessagePart] {
    for bundle in bundles {
      if let parts = bundle.formatToParts(key, arguments, onError: onError) { return parts }
    }
    return [.text(key)]
  }

  /// The locale whose bundle answers for a key: not the first one's where a text is a fallback.
  public func locale(answering key: String) -> LocaleIdentifier? {
    bundles.first { $0.contains(key) }?.locale
  }
}
