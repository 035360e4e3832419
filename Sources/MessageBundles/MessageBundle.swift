public import LocaleIdentifiers
public import MessageFormat
import MessageSyntax
import Synchronization

/// The messages of one locale, mapped from a file that `langue export --format bundle` wrote.
///
///     let polish = try MessageBundle(path: "dist/pl.langue")
///     polish.format("cart.items", ["count": 3])  // "3 artykuły"
///
/// Opening checks the whole file and parses nothing; a message is compiled when it is first asked
/// for, and kept. May be used from several threads.
public final class MessageBundle: Sendable {
  public let locale: LocaleIdentifier
  private let file: BundleFile
  private let context: MessageFormatContext
  /// Compiled messages by the number of their entry.
  private let formatters: Mutex<[MessageFormatter?]>

  /// Opens a bundle. `timeZone` is the zone in which instants are shown that come without one.
  public init(
    path: String, functions: MessageFunctionRegistry = .standard, timeZone: String = "UTC"
  ) throws(BundleError) {
    file = try BundleFile(path: path)
    guard let locale = LocaleIdentifier(file.localeTag) else {
      throw .damaged(what: "the locale is malformed", offset: BundleLayout.Header.localeOffset)
    }
    self.locale = locale
    context = MessageFormatContext(locale: locale, functions: functions, timeZone: timeZone)
    formatters = Mutex(Array(repeating: nil, count: file.count))
  }

  /// How many messages there are.
  public var count: Int { file.count }

  /// All keys, sorted by their bytes.
  public var keys: [String] {
    (0..<file.count).map { String(decoding: file.key(at: $0), as: UTF8.self) }
  }

  public func contains(_ key: String) -> Bool { index(of: key) != nil }

  /// Formats a message; nil if the bundle has no such key.
  ///
  /// What cannot be formatted is shown in braces and reported to `onError`.
  public func format(
    _ key: String, _ arguments: [String: Argument] = [:],
    onError: ((MessageFormatError) -> Void)? = nil
  ) -> String? {
    guard let index = index(of: key) else { return nil }
    let value = file.value(at: index)
    switch value.kind {
    case .text:
      return String(decoding: value.text, as: UTF8.self)
    case .messageFormat2:
      let formatter = formatter(at: index, source: value.text)
      return formatter?.format(arguments, onError: onError) ?? MessageFormatter.invalidMessage
    }
  }

  /// The formatted message in parts, for callers that turn markup into elements of their own.
  public func formatToParts(
    _ key: String, _ arguments: [String: Argument] = [:],
    onError: ((MessageFormatError) -> Void)? = nil
  ) -> [MessagePart]? {
    guard let index = index(of: key) else { return nil }
    let value = file.value(at: index)
    switch value.kind {
    case .text:
      return [.text(String(decoding: value.text, as: UTF8.self))]
    case .messageFormat2:
      let formatter = formatter(at: index, source: value.text)
      return formatter?.formatToParts(arguments, onError: onError)
        ?? [.text(MessageFormatter.invalidMessage)]
    }
  }

  private func index(of key: String) -> Int? {
    var key = key
    return key.withUTF8 { file.index(of: UnsafeRawBufferPointer($0)) }
  }

  /// The compiled message; nil if its text is none, which no writer of ours lets happen.
  private func formatter(at index: Int, source: UnsafeRawBufferPointer) -> MessageFormatter? {
    if let formatter = formatters.withLock({ $0[index] }) { return formatter }
    let parsed = MessageFormat2.parse(String(decoding: source, as: UTF8.self))
    guard parsed.isValid, let message = parsed.message,
      let formatter = try? MessageFormatter(message, context: context)
    else { return nil }
    formatters.withLock { $0[index] = formatter }
    return formatter
  }
}
