import LocaleServices

/// A date argument with the options that the message sets for it.
struct FlatDate: Sendable {
  var argument: Int
  /// The format in the context's zone.
  var format: DateTimeFormat
  /// The zone that the message asks for.
  var timeZone: String?

  /// Appends the formatted date; false if it has to be shown in a zone of its own.
  func write(_ argument: Argument?, into buffer: inout [UInt8]) -> Bool {
    guard case .date(let date) = argument, timeZone != nil || date.timeZone == nil else {
      return false
    }
    format.format(date, into: &buffer)
    return true
  }
}
