/// Writes dates by a pattern without ICU, with names and digits that ICU was asked for once.
///
/// It knows the Gregorian calendar, the years 1 to 9999, and the fields that common patterns have; it
/// is only made where it was seen to write a set of dates as ICU does. See the probe.
struct NativeDateWriter: Sendable {
  enum Field: UInt8, Sendable {
    case text
    case year, yearOfCentury, month, day
    case hour0to23, hour1to12, hour0to11, hour1to24, minute, second
    case monthName, weekdayName, dayPeriod
  }

  /// Without references, so that reading one costs nothing.
  struct Operation: Sendable {
    var field: Field
    /// The fewest digits.
    var width: Int
    /// Where the field's texts begin in `spans`.
    var table: Int
  }

  struct Span: Sendable {
    var start: Int
    var end: Int
  }

  var operations: [Operation] = []
  /// All texts, one behind the other: literals, names, and the ten digits first.
  var bytes: [UInt8] = []
  var spans: [Span] = []
  var usesASCIIDigits = false
  /// The first moment that is written here, in milliseconds on the wall.
  var earliest = Self.firstYear

  /// 0001-01-01 and 10000-01-01.
  static let firstYear: Int64 = -62_135_596_800_000
  static let end: Int64 = 253_402_300_800_000
  /// 1582-10-15, before which ICU's calendar is the Julian one, unless it is told.
  static let gregorianChange: Int64 = -12_219_292_800_000

  /// Appends the date; false if ICU has to write it.
  func write(wallMilliseconds: Int64, into room: inout UTF8Room) -> Bool {
    guard wallMilliseconds >= earliest, wallMilliseconds < Self.end else { return false }
    let milliseconds = Int(wallMilliseconds)
    let seconds = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let time = seconds - days * 86_400
    let date = GregorianDay.date(number: days)
    let hour = time / 3600
    for operation in operations {
      let value: Int
      switch operation.field {
      case .text:
        append(operation.table, to: &room)
        continue
      case .monthName:
        append(operation.table + date.month - 1, to: &room)
        continue
      case .weekdayName:
        // 1970-01-01 was a Thursday, and the names begin with Sunday.
        append(operation.table + ((days + 4) % 7 + 7) % 7, to: &room)
        continue
      case .dayPeriod:
        append(operation.table + (hour < 12 ? 0 : 1), to: &room)
        continue
      case .year: value = date.year
      case .yearOfCentury: value = date.year % 100
      case .month: value = date.month
      case .day: value = date.day
      case .hour0to23: value = hour
      case .hour1to12: value = hour % 12 == 0 ? 12 : hour % 12
      case .hour0to11: value = hour % 12
      case .hour1to24: value = hour == 0 ? 24 : hour
      case .minute: value = time / 60 % 60
      case .second: value = time % 60
      }
      append(number: value, width: operation.width, to: &room)
    }
    return true
  }

  @inline(__always)
  private func append(_ index: Int, to room: inout UTF8Room) {
    let span = spans[index]
    bytes.withUnsafeBufferPointer {
      room.append(UnsafeBufferPointer(rebasing: $0[span.start..<span.end]))
    }
  }

  /// At most four digits.
  @inline(__always)
  private func append(number: Int, width: Int, to room: inout UTF8Room) {
    var unit = number >= 1000 ? 1000 : number >= 100 ? 100 : number >= 10 ? 10 : 1
    let least = width >= 4 ? 1000 : width == 3 ? 100 : width == 2 ? 10 : 1
    unit = max(unit, least)
    while unit > 0 {
      let digit = number / unit % 10
      if usesASCIIDigits {
        room.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit))
      } else {
        append(digit, to: &room)
      }
      unit /= 10
    }
  }
}
