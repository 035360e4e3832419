public import LocaleIdentifiers
public import MessageFormat
import Synchronization

/// The messages of one locale, mapped from a file that `langue export --format bundle` wrote.
///
///     let polish = try MessageBundle(path: "dist/pl.langue")
///     polish.format("cart.items", ["count": 3])  // "3 artykuły"
///
/// Opening parses nothing. What is checked when:
///
/// - At opening, the header and a checksum over all other bytes: a file that is cut short, damaged, of the
///   other byte order or another version is an error.
/// - At the first use of a message, the message: that its text is UTF-8, that its program is whole and
///   points at nothing outside of itself. The checksum already vouches for what langue wrote, so this
///   finds only files that were made by others; such a message is shown as `{�}` and reported.
/// - Whenever a place in the file is followed, that it lies in the file.
///
/// `verify` checks all of it at once. The bundle may be used from several threads; no thread waits for
/// another.
public final class MessageBundle: Sendable {
  public let locale: LocaleIdentifier
  /// The locales that are asked, in this order, for what this one lacks.
  public let fallback: [LocaleIdentifier]
  private let file: BundleFile
  private let cache: MessageCache
  private let context: LazyContext

  /// Opens a bundle. `timeZone` is the zone in which instants are shown that come without one.
  public convenience init(
    path: String, functions: MessageFunctionRegistry = .standard, timeZone: String = "UTC"
  ) throws(BundleError) {
    try self.init(BundleFile(path: path), functions: functions, timeZone: timeZone)
  }

  /// Opens a bundle with the context that was made before for its locale, if there is one: for those who
  /// open the same locales many thousand times.
  @_spi(Damage) public convenience init(
    path: String, contexts: [LocaleIdentifier: MessageFormatContext]
  ) throws(BundleError) {
    try self.init(
      BundleFile(path: path), functions: .standard, timeZone: "UTC", contexts: contexts)
  }

  init(
    _ file: BundleFile, functions: MessageFunctionRegistry, timeZone: String,
    contexts: [LocaleIdentifier: MessageFormatContext] = [:]
  ) throws(BundleError) {
    var locales: [LocaleIdentifier] = []
    for tag in file.localeTags {
      guard let locale = LocaleIdentifier(tag) else {
        throw .damaged(what: "a locale is malformed", offset: BundleLayout.Header.locales)
      }
      locales.append(locale)
    }
    guard let locale = locales.first else {
      throw .damaged(what: "there is no locale", offset: BundleLayout.Header.locales)
    }
    self.file = file
    self.locale = locale
    fallback = Array(locales.dropFirst())
    cache = MessageCache(count: file.slotCount)
    context = LazyContext(
      contexts[locale], locale: locale, functions: functions, timeZone: timeZone)
  }

  /// How many messages there are.
  public var count: Int { file.count }

  /// All keys, sorted by their bytes.
  public var keys: [String] {
    file.all.map { String(decoding: $0.key, as: UTF8.self) }
  }

  public func contains(_ key: String) -> Bool { entry(of: key) != nil }

  /// Checks every message, key and place of the file.
  ///
  /// - Throws: `BundleError.damaged`, with what is wrong and where.
  public func verify() throws(BundleError) {
    try file.verify { (record) throws(BundleError) in
      switch BundleLayout.Kind(rawValue: record.kind) {
      case .text:
        guard Self.isUTF8(record.body) else {
          throw .damaged(what: "a text is not UTF-8", offset: record.offset)
        }
      case .program:
        do throws(DamagedProgram) {
          try MessageFormatter.check(program: record.body, functions: context.functions)
        } catch {
          throw .damaged(what: error.what, offset: record.offset + error.offset)
        }
      case nil: throw .damaged(what: "a message is of no known kind", offset: record.offset)
      }
    }
  }
}

// Formatting
extension MessageBundle {
  /// Formats a message; nil if the bundle has no such key.
  ///
  /// What cannot be formatted is shown in braces and reported to `onError`.
  public func format(
    _ key: String, _ arguments: [String: Argument] = [:],
    onError: ((MessageFormatError) -> Void)? = nil
  ) -> String? {
    guard let entry = entry(of: key) else { return nil }
    switch state(of: entry) {
    case .text: return String(decoding: entry.record.body, as: UTF8.self)
    case .program(let compiled):
      return compiled._withUnsafeGuaranteedRef {
        $0.formatter.format(arguments, onError: onError)
      }
    case .damaged, .unknown:
      onError?(Self.damage(key))
      return MessageFormatter.invalidMessage
    }
  }

  /// Appends a formatted message in UTF-8; false, and nothing appended, if the bundle has no such key.
  /// For a message without placeholders nothing is allocated where the buffer has room.
  public func format(
    _ key: String, _ arguments: [String: Argument] = [:], into buffer: inout [UInt8],
    onError: ((MessageFormatError) -> Void)? = nil
  ) -> Bool {
    guard let entry = entry(of: key) else { return false }
    switch state(of: entry) {
    case .text: buffer.append(contentsOf: entry.record.body)
    case .program(let compiled):
      compiled._withUnsafeGuaranteedRef {
        $0.formatter.format(
          $0.formatter.argumentValues(arguments), into: &buffer, onError: onError)
      }
    case .damaged, .unknown:
      onError?(Self.damage(key))
      buffer.append(contentsOf: MessageFormatter.invalidMessage.utf8)
    }
    return true
  }

  /// The formatted message in parts, for callers that turn markup into elements of their own.
  public func formatToParts(
    _ key: String, _ arguments: [String: Argument] = [:],
    onError: ((MessageFormatError) -> Void)? = nil
  ) -> [MessagePart]? {
    guard let entry = entry(of: key) else { return nil }
    switch state(of: entry) {
    case .text: return [.text(String(decoding: entry.record.body, as: UTF8.self))]
    case .program(let compiled):
      return compiled._withUnsafeGuaranteedRef {
        $0.formatter.formatToParts(arguments, onError: onError)
      }
    case .damaged, .unknown:
      onError?(Self.damage(key))
      return [.text(MessageFormatter.invalidMessage)]
    }
  }

  /// Calls a function with the UTF-8 of a message that has no placeholders, where it stands in the file:
  /// nothing is copied or allocated. nil if there is no such key, or its message has placeholders.
  ///
  ///     bundle.withPlainText(of: "cart.title") { text in page.append(text) }
  public func withPlainText<Result>(
    of key: String, _ body: (Span<UInt8>) throws -> Result
  ) rethrows -> Result? {
    guard let entry = entry(of: key), case .text = state(of: entry) else { return nil }
    return try entry.record.body.withMemoryRebound(to: UInt8.self) { try body($0.span) }
  }

  /// The compiled message of a key, to be formatted many times with arguments by place; nil if there is
  /// no such key or its message has no placeholders.
  public func formatter(for key: String) -> MessageFormatter? {
    guard let entry = entry(of: key), case .program(let compiled) = state(of: entry) else {
      return nil
    }
    return compiled._withUnsafeGuaranteedRef { $0.formatter }
  }

  private static func damage(_ key: String) -> MessageFormatError {
    MessageFormatError(
      kind: .unsupportedOperation, source: key, message: "the message is damaged in its bundle")
  }
}

// Look-up
extension MessageBundle {
  @inline(__always)
  private func entry(of key: String) -> (slot: Int, record: BundleFile.Record)? {
    if let found = key.utf8.withContiguousStorageIfAvailable({
      file.record(of: UnsafeRawBufferPointer($0))
    }) {
      return found
    }
    return Array(key.utf8).withUnsafeBytes { file.record(of: $0) }
  }

  @inline(__always)
  private func state(of entry: (slot: Int, record: BundleFile.Record)) -> MessageCache.State {
    let known = cache[entry.slot]
    if case .unknown = known { return cache.note(examined(entry.record), at: entry.slot) }
    return known
  }

  /// Checks and compiles a message that nobody asked for before.
  private func examined(_ record: BundleFile.Record) -> MessageCache.State {
    switch BundleLayout.Kind(rawValue: record.kind) {
    case .text: return Self.isUTF8(record.body) ? .text : .damaged
    case .program:
      guard let formatter = try? MessageFormatter(program: record.body, context: context.value)
      else { return .damaged }
      return .program(Unmanaged.passRetained(MessageCache.Compiled(formatter)))
    case nil: return .damaged
    }
  }

  private static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.withMemoryRebound(to: UInt8.self) { (try? UTF8Span(validating: $0.span)) != nil }
  }
}

/// A context that is made when the first message needs it: ICU's plural rules take longer to open than
/// a bundle.
private final class LazyContext: Sendable {
  let functions: MessageFunctionRegistry
  private let locale: LocaleIdentifier
  private let timeZone: String
  private let made: Mutex<MessageFormatContext?>

  init(
    _ context: MessageFormatContext?, locale: LocaleIdentifier,
    functions: MessageFunctionRegistry, timeZone: String
  ) {
    made = Mutex(context)
    self.locale = locale
    self.functions = functions
    self.timeZone = timeZone
  }

  var value: MessageFormatContext {
    made.withLock { made in
      if let made { return made }
      let context = MessageFormatContext(
        locale: locale, functions: functions, timeZone: timeZone)
      made = context
      return context
    }
  }
}
