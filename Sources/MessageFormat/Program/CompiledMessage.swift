package import MessageSyntax

/// What a bundle knows of compiled messages.
package enum CompiledMessage: Sendable {
  /// A text without placeholders.
  case text(String)
  /// The bytes of a program.
  case program([UInt8])

  /// Compiles a message for no locale in particular.
  package init(_ message: Message) throws(MessageCompilationError) {
    let program = try MessageProgram(message, functions: .standard)
    if let text = program.constantText {
      self = .text(text)
    } else {
      self = .program(ProgramWriter.bytes(of: program))
    }
  }
}

extension MessageFormatter {
  /// A formatter for a program's bytes, every one of which is checked.
  package init(
    program bytes: UnsafeRawBufferPointer, context: MessageFormatContext,
    bidiIsolation: BidiIsolation = .default
  ) throws(DamagedProgram) {
    let program = try ProgramReader.program(bytes, functions: context.functions)
    self.init(program, context: context, bidiIsolation: bidiIsolation)
  }

  /// Checks the bytes of a program.
  package static func check(
    program bytes: UnsafeRawBufferPointer, functions: MessageFunctionRegistry
  ) throws(DamagedProgram) {
    _ = try ProgramReader.program(bytes, functions: functions)
  }
}

extension MessageProgram {
  /// The whole message, if it is nothing but text.
  fileprivate var constantText: String? {
    guard slots.isEmpty, case .pattern(let pattern) = body else { return nil }
    var text = ""
    for element in pattern {
      guard case .text(let part) = element else { return nil }
      text += part
    }
    return text
  }
}
