import LocaleServices

/// A date argument with the options that the message sets for it.
final class FlatDate: Sendable {
  let argument: Int
  /// The format in the context's zone.
  let format: DateTimeFormat
  /// The zone that the message asks for.
  let timeZone: String?

  init(argument: Int, format: DateTimeFormat, timeZone: String?) {
    self.argument = argument
    self.format = format
    self.timeZone = timeZone
  }

  /// Appends the formatted date; false if it has to be shown in a zone of its own.
  func write(_ argument: Argument?, into buffer: inout [UInt8]) -> Bool {
    guard case .date(let date) = argument, timeZone != nil || date.timeZone == nil else {
      return false
    }
    format.format(date, into: &buffer)
    return true
  }
}
