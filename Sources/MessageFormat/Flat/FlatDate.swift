import LocaleServices

/// A date argument with the options that the message sets for it.
final class FlatDate: Sendable {
  let argument: Int
  /// The format in the zone that the message asks for, or the context's.
  let format: DateTimeFormat

  init(argument: Int, format: DateTimeFormat) {
    self.argument = argument
    self.format = format
  }

  /// Writes the formatted date; false if it is none, or has to be shown in a zone of its own.
  func write(_ argument: PlainArgument, into room: inout UTF8Room) -> Bool {
    guard case .date(let date) = argument else { return false }
    format.write(date, into: &room)
    return true
  }
}
