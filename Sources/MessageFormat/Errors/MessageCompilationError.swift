/// Why a message cannot be made ready for formatting. A message that a parser called valid only fails
/// by its size.
public enum MessageCompilationError: Error, Hashable, Sendable {
  /// A variant has more or fewer keys than there are selectors.
  case variantKeyMismatch
  /// No variant has `*` for every selector.
  case missingFallbackVariant
  /// A selector does not refer to a declaration with a function.
  case missingSelectorAnnotation(variable: String)
  /// A variable is declared twice, or after it was used.
  case duplicateDeclaration(variable: String)
  /// More placeholders in one pattern than a message may have.
  case tooManyPlaceholders(limit: Int)
  /// More variables that look at one another through options than can be followed.
  case optionsTooDeep(limit: Int)
}
