public import MessageSyntax
public import StringCatalogs

/// A message as it came out of a file of some format, with the way back to every byte of it.
///
/// Formats with a syntax of their own (`%1$@`, `{{count}}`) are translated to MessageFormat 2:
/// `text` is then its source, and `offsets` leads from there to the file. Formats that carry ICU
/// MessageFormat keep their text, and `parsed` holds what it means. What was not handed in is read when it
/// is asked for: who looks for keys and texts alone does not wait for it.
public struct ExchangeMessage: Sendable {
  public var text: String
  public var syntax: MessageSyntaxKind
  public var parsed: ParseResult {
    get { known ?? syntax.parse(text) }
    set { known = newValue }
  }
  /// What `parsed` is, where somebody has read the text already.
  var known: ParseResult?
  /// The value in the file, with its quotes: what is replaced when the message changes.
  public var valueSpan: Range<Int>
  public var offsets: OffsetMap

  public init(
    text: String, syntax: MessageSyntaxKind, parsed: ParseResult? = nil,
    valueSpan: Range<Int> = 0..<0, offsets: OffsetMap = OffsetMap(start: 0)
  ) {
    self.text = text
    self.syntax = syntax
    known = parsed
    self.valueSpan = valueSpan
    self.offsets = offsets
  }

  /// A message that is to be written.
  public init(_ message: Message) {
    self.init(
      text: MessageFormat2.print(message), syntax: .messageFormat2,
      parsed: ParseResult(message: message, diagnostics: []))
  }

  /// What the message means, or nil where it cannot be read.
  public var message: Message? { parsed.message }
}
