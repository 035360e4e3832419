public import Diagnostics

/// A MessageFormat 2 message read into a flat list of nodes, in memory that the next one reuses.
///
///     var buffer = MessageSyntaxBuffer()
///     for source in sources where !buffer.parse(source) {
///       print(buffer.diagnostics(in: source))
///     }
///
/// This is the quick way to read and validate many messages: after the first few, reading one
/// allocates nothing. `MessageFormat2.parse` builds a tree from it.
public struct MessageSyntaxBuffer: Sendable {
  var scanner = MessageScanner()
  private var validation = DataModelValidation()
  private var syntaxFault: SyntaxFault?

  public init() {}

  /// Reads and validates a message; whether it has no error.
  public mutating func parse(_ source: String) -> Bool {
    source.withUTF8Span { parse(utf8: $0) }
  }

  /// Reads and validates a message given as UTF-8; whether it has no error.
  ///
  /// Malformed UTF-8 does no harm, but is not always found: texts are not decoded.
  public mutating func parse(utf8 source: Span<UInt8>) -> Bool {
    syntaxFault = nil
    do throws(SyntaxFault) {
      try scanner.scan(source)
    } catch {
      syntaxFault = error
      return false
    }
    validation.validate(scanner, source)
    return validation.faults.isEmpty
  }

  /// The nodes in the order of the text; incomplete after a syntax error.
  package var nodes: NodeList { scanner.nodes }

  /// What is wrong with the message: one syntax error, or every data model error in the order of
  /// the text.
  package var faults: [SyntaxFault] {
    if let syntaxFault { return [syntaxFault] }
    return validation.faults
  }

  /// Whether the message could not be read, so that `nodes` are incomplete.
  package var hasSyntaxError: Bool { syntaxFault != nil }

  /// What is wrong with the message, in words. `source` is the text that was parsed last.
  public func diagnostics(in source: String) -> [Diagnostic] {
    let faults = faults
    if faults.isEmpty { return [] }
    return source.withUTF8Span { span in faults.map { $0.diagnostic(in: span) } }
  }

  /// How many comparisons the last message took beyond reading its bytes once.
  package var comparisons: Int { validation.comparisons }
}

extension String {
  /// Calls a function with the string's UTF-8, without copying it where it is contiguous.
  func withUTF8Span<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable({ body($0.span) }) { return result }
    return Array(utf8).withUnsafeBufferPointer { body($0.span) }
  }
}
