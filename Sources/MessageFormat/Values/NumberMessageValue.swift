public import LocaleServices

/// A number in a message, with the options that are set for it so far.
public struct NumberMessageValue: Sendable {
  /// What a number's variants are chosen by.
  public enum Selection: String, Sendable, Hashable, CaseIterable {
    case plural, ordinal, exact
  }

  public var value: NumericValue
  public var options: NumberFormatOptions
  /// The `select` option, if it was set.
  public var selection: Selection?
  /// A number skeleton of ICU's, which then stands in place of the options.
  public var skeleton: String?

  public init(
    _ value: NumericValue, options: NumberFormatOptions = NumberFormatOptions(),
    selection: Selection? = nil
  ) {
    self.value = value
    self.options = options
    self.selection = selection
  }

  /// The number that selection and the reader see: a percentage is a hundred times its value.
  var shownValue: NumericValue {
    guard case .percent = options.style, let exact = value.exact else { return value }
    return NumericValue(exact.scaled(byPowerOfTen: 2))
  }

  /// The text that a key must equal to match exactly.
  var exactKey: String { shownValue.exact?.description ?? "" }
}
