import Diagnostics
public import MessageSyntax

extension MessageSyntaxKind {
  /// Reads a message that is written in this syntax.
  ///
  ///     MessageSyntaxKind.messageFormat2.parse("Hello {$name}").isValid  // true
  public func parse(_ text: String) -> ParseResult {
    var buffer = MessageSyntaxBuffer()
    return parse(text, using: &buffer)
  }

  /// Reads a message in memory that is reused for the next one.
  public func parse(_ text: String, using buffer: inout MessageSyntaxBuffer) -> ParseResult {
    switch self {
    case .messageFormat2: MessageFormat2.parse(text, using: &buffer)
    case .icu: Self.plainICU(text) ?? Self.parseICU(text)
    }
  }

  /// A message of ICU's syntax without a brace is its own text, apostrophes too but for doubled ones.
  private static func plainICU(_ text: String) -> ParseResult? {
    var isAfterApostrophe = false
    for byte in text.utf8 {
      let isApostrophe = byte == UInt8(ascii: "'")
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || isApostrophe && isAfterApostrophe
      {
        return nil
      }
      isAfterApostrophe = isApostrophe
    }
    let span = SourceSpan(0..<text.utf8.count)
    guard !text.isEmpty, span.upperBound <= ICUMessageFormat.longestMessage else { return nil }
    let pattern = Pattern([.text(Text(text, span: span))], span: span)
    return ParseResult(message: .pattern(PatternMessage(pattern: pattern)), diagnostics: [])
  }

  /// Reads ICU MessageFormat 1 and carries it over to the common data model.
  ///
  /// The places in the model are those in `text`. What the model cannot say is an error of the
  /// message; that a conversion is inexact is no fault of the catalogue and is not told here.
  private static func parseICU(_ text: String) -> ParseResult {
    let result = ICUMessageFormat.parse(text)
    guard let message = result.message else {
      return ParseResult(message: nil, diagnostics: result.diagnostics)
    }
    let conversion = ICUMessageFormat.convertToMessageFormat2(message)
    let errors = conversion.diagnostics.filter { $0.severity == .error }
    return ParseResult(message: conversion.message, diagnostics: result.diagnostics + errors)
  }
}
