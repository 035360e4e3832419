/// A fault in a message's syntax or data model: what, and where, in UTF-8 bytes.
///
/// It is small and holds no text; `diagnostic(in:)` puts it into words.
package struct SyntaxFault: Error, Hashable, Sendable {
  package enum Reason: UInt8, Hashable, Sendable {
    // Limits
    case messageTooLong, tooManyPlaceholders
    // Text
    case nulCharacter, loneBrace, badEscape
    // Placeholders
    case unclosedPlaceholder, emptyPlaceholder, doubledBrace, unexpectedCharacter, missingName
    case badNameStart, missingSpace, missingEquals, missingValue, attributeVariable, unclosedLiteral
    case optionWithoutFunction, optionAfterAttribute, slashNotAtEnd
    // Complex messages
    case unclosedPattern, unknownKeyword, missingExpression, markupInDeclaration
    case inputWithoutVariable, localWithoutVariable, localWithoutEquals, missingBody
    case unexpectedInComplex, matchWithoutSelector, selectorInBraces, matchWithoutVariants
    case variantWithoutPattern, unexpectedKey, contentAfterBody
    // Data model
    case variantKeyMismatch, missingFallbackVariant, missingSelectorAnnotation
    case declaredTwice, declaredAfterUse, usedInOwnDeclaration
    case duplicateOptionName, duplicateVariant
  }

  package var reason: Reason
  package var span: Range<Int>
  /// The earlier place of a duplicate.
  package var other: Range<Int>?

  init(_ reason: Reason, _ span: Range<Int>, other: Range<Int>? = nil) {
    self.reason = reason
    self.span = span
    self.other = other
  }

  /// Whether the message could not be read at all, so that there is no tree.
  package var isSyntaxError: Bool { reason.rawValue < Reason.variantKeyMismatch.rawValue }
}
