/// A point in time to format: an instant, or a date and time as a clock on a wall shows them.
///
///     DateValue("2026-11-22")                           // floating: no zone, midnight
///     DateValue("2026-11-22T18:30:00+01:00")            // an instant, shown at +01:00
///     DateValue("2026-11-22T18:30:00[Europe/Paris]")    // a local time of a zone
///     DateValue(epochMilliseconds: 1_795_000_000_000)   // an instant without a zone
///
/// Years go from 1 to 9999 in text, and as far as ICU's calendars go otherwise. The calendar is the
/// Gregorian one, also before 1582.
public struct DateValue: Hashable, Sendable {
  /// What `milliseconds` counts.
  enum Clock: Hashable, Sendable {
    /// From 1970-01-01T00:00Z.
    case instant
    /// From 1970-01-01T00:00 on the wall.
    case wall
  }

  var clock: Clock
  var milliseconds: Int64
  /// The zone that came with the value: an identifier of the time zone database, `UTC`, or
  /// `GMT+05:30`.
  public var timeZone: String?

  /// About 290 000 years either way: as far as ICU counts.
  static let limit: Int64 = 8_640_000_000_000_000

  /// An instant, in milliseconds since 1970-01-01T00:00Z; beyond ±8.64e15 it is held there.
  public init(epochMilliseconds: Int64, timeZone: String? = nil) {
    clock = .instant
    milliseconds = max(-Self.limit, min(Self.limit, epochMilliseconds))
    self.timeZone = timeZone
  }

  /// A local date and time; nil if there is no such day. Without a time zone it floats: every reader
  /// sees the same date and hour.
  public init?(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
    millisecond: Int = 0, timeZone: String? = nil
  ) {
    guard (1...9999).contains(year), (1...12).contains(month), (0...23).contains(hour),
      (0...59).contains(minute), (0...59).contains(second), (0...999).contains(millisecond),
      day >= 1, day <= GregorianDay.count(inMonth: month, year: year)
    else { return nil }
    let days = GregorianDay.number(year: year, month: month, day: day)
    let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second
    clock = .wall
    milliseconds = Int64(seconds * 1000 + millisecond)
    self.timeZone = timeZone
  }

  /// Whether the value is a local time without a zone.
  public var isFloating: Bool { clock == .wall && timeZone == nil }
}

/// A date without a zone of its own, as plain numbers.
package struct ZonelessDate: Hashable, Sendable {
  let milliseconds: Int64
  let isFloating: Bool

  /// nil for a value that came with a zone.
  package init?(_ date: DateValue) {
    guard date.timeZone == nil else { return nil }
    milliseconds = date.milliseconds
    isFloating = date.clock == .wall
  }
}

extension DateValue {
  init(_ date: ZonelessDate) {
    clock = date.isFloating ? .wall : .instant
    milliseconds = date.milliseconds
    timeZone = nil
  }
}

/// Days of the Gregorian calendar, which is continued back before its beginning.
enum GregorianDay {
  static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  static func count(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The number of a day, counted from 1970-01-01.
  static func number(year: Int, month: Int, day: Int) -> Int {
    // Years that begin in March put the leap day last, so that months have a regular rhythm.
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
