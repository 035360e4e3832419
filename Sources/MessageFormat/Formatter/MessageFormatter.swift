public import LocaleIdentifiers
public import LocaleServices
public import MessageSyntax

/// A message made ready for a locale, to be formatted any number of times, on any thread.
///
///     let formatter = try MessageFormatter(message, locale: "en")
///     formatter.format(["name": "Anna"])   // "Hello Anna!"
///
/// Formatting never fails and never stops: what cannot be formatted is shown in braces (`{$name}`) and
/// reported to the caller, in the order that the specification gives. Output ends after 1 MiB.
public struct MessageFormatter: Sendable {
  public let context: MessageFormatContext
  public let bidiIsolation: BidiIsolation
  let program: MessageProgram
  let flat: FlatProgram?
  /// The same, to be followed without taking hold of it.
  private let quick: Unmanaged<FlatProgram>?

  public init(
    _ message: Message, context: MessageFormatContext, bidiIsolation: BidiIsolation = .default
  ) throws(MessageCompilationError) {
    let program = try MessageProgram(message, functions: context.functions)
    self.init(program, context: context, bidiIsolation: bidiIsolation)
  }

  init(_ program: MessageProgram, context: MessageFormatContext, bidiIsolation: BidiIsolation) {
    let slow = MessageFormatter(program, context, bidiIsolation, flat: nil)
    let flat = context.isForFewUses ? nil : FlatCompiler.compile(slow)
    self.init(program, context, bidiIsolation, flat: flat)
  }

  private init(
    _ program: MessageProgram, _ context: MessageFormatContext, _ bidiIsolation: BidiIsolation,
    flat: FlatProgram?
  ) {
    self.program = program
    self.context = context
    self.bidiIsolation = bidiIsolation
    self.flat = flat
    quick = flat.map { Unmanaged.passUnretained($0) }
  }

  /// A formatter with a context of its own; for more than one message, make a context and share it.
  public init(
    _ message: Message, locale: LocaleIdentifier, bidiIsolation: BidiIsolation = .default
  ) throws(MessageCompilationError) {
    try self.init(
      message, context: MessageFormatContext(locale: locale), bidiIsolation: bidiIsolation)
  }

  public var locale: LocaleIdentifier { context.locale }

  /// The names of the arguments that the message can use, in the order of their first use.
  public var argumentNames: [String] { program.arguments }

  /// What an invalid message is shown as.
  public static let invalidMessage = "{\u{FFFD}}"

  /// The longest text that is made, in bytes of UTF-8.
  public static let maximumLength = 1 << 20

  /// The formatted message.
  public func format(
    _ arguments: [String: Argument] = [:],
    onError: ((MessageFormatError) -> Void)? = nil
  ) -> String {
    format(argumentValues(arguments), onError: onError)
  }

  public func format(
    _ arguments: ArgumentValues, onError: ((MessageFormatError) -> Void)? = nil
  ) -> String {
    if let flat {
      if let constant = flat.constant { return constant }
      let text = flat.withFormatted(arguments.storage) { String(decoding: $0, as: UTF8.self) }
      if let text { return text }
    }
    var text = ""
    var run = MessageRun(formatter: self, arguments: arguments, onError: onError)
    run.run { text += $0.text }
    return text
  }

  /// Appends the formatted message, in UTF-8. With a buffer that has room, nothing is allocated for
  /// text, strings and the common numbers and dates.
  public func format(
    _ arguments: ArgumentValues, into buffer: inout [UInt8],
    onError: ((MessageFormatError) -> Void)? = nil
  ) {
    let isDone = quick?._withUnsafeGuaranteedRef { flat in
      if let constant = flat.constantBytes {
        buffer.append(contentsOf: constant)
        return true
      }
      return flat.withFormatted(arguments.storage) { buffer.append(contentsOf: $0) } != nil
    }
    if isDone == true { return }
    var run = MessageRun(formatter: self, arguments: arguments, onError: onError)
    run.run { buffer.append(contentsOf: $0.text.utf8) }
  }

  /// Appends the formatted message to memory of the caller's. False if there is not enough room; then
  /// nothing is appended.
  ///
  ///     room.removeAll()
  ///     if !formatter.format(values, into: &room) { … }
  ///
  /// This is the quickest way. Nothing is allocated for text, strings and the common numbers and dates.
  public func format(
    _ arguments: ArgumentValues, into room: inout UTF8Room,
    onError: ((MessageFormatError) -> Void)? = nil
  ) -> Bool {
    let start = room.count
    guard !room.isFull else { return false }
    let isDone = quick?._withUnsafeGuaranteedRef { flat in
      if let constant = flat.constantBytes {
        room.append(constant)
        return true
      }
      return flat.run(arguments.storage, into: &room)
        && room.count - start <= Self.maximumLength
    }
    if isDone != true {
      room.removeAll(from: start)
      room.append(format(arguments, onError: onError))
    }
    guard room.isFull else { return true }
    room.removeAll(from: start)
    return false
  }

  /// The formatted message in parts: text, isolation marks, markup, values.
  public func formatToParts(
    _ arguments: [String: Argument] = [:],
    onError: ((MessageFormatError) -> Void)? = nil
  ) -> [MessagePart] {
    var run = MessageRun(
      formatter: self, arguments: argumentValues(arguments), onError: onError)
    run.detailsParts = true
    var parts: [MessagePart] = []
    run.run { parts.append($0) }
    return parts
  }

  /// Hands over the parts of the formatted message in order, each value in one piece.
  package func forEachPart(
    _ arguments: [String: Argument], onError: (MessageFormatError) -> Void,
    _ body: (MessagePart) -> Void
  ) {
    withoutActuallyEscaping(onError) { onError in
      var run = MessageRun(
        formatter: self, arguments: argumentValues(arguments), onError: onError)
      run.run(body)
    }
  }

  /// Arguments by their place in this message.
  public func argumentValues(_ arguments: [String: Argument] = [:]) -> ArgumentValues {
    ArgumentValues(names: program.arguments, arguments: arguments)
  }
}
