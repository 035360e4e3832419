public import LocaleServices

/// A date in a message, with the options that are set for it so far.
public struct DateMessageValue: Sendable {
  public var value: DateValue
  public var options: DateTimeFormatOptions
  /// The zone that the message asks for; nil for the value's own.
  public var timeZone: String?
  /// A date skeleton of ICU's, which then stands in place of the fields.
  public var skeleton: String?

  public init(
    _ value: DateValue, options: DateTimeFormatOptions = .defaultDateTime,
    timeZone: String? = nil
  ) {
    self.value = value
    self.options = options
    self.timeZone = timeZone
  }
}

extension DateTimeFormatOptions {
  /// What `:datetime` and a date without a function are written with.
  public static let defaultDateTime = DateTimeFormatOptions(timePrecision: .minute)
}
