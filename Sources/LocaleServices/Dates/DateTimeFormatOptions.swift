/// Which fields of a date are written and how, as semantic skeletons (UTS 35 part 4; LDML part 9,
/// "Date and Time Functions").
public struct DateTimeFormatOptions: Hashable, Sendable {
  public enum DateFields: String, Hashable, Sendable, CaseIterable {
    case weekday
    case dayWeekday = "day-weekday"
    case monthDay = "month-day"
    case monthDayWeekday = "month-day-weekday"
    case yearMonthDay = "year-month-day"
    case yearMonthDayWeekday = "year-month-day-weekday"
  }

  public enum Length: String, Hashable, Sendable, CaseIterable {
    case long, medium, short
  }

  public enum TimePrecision: String, Hashable, Sendable, CaseIterable {
    case hour, minute, second
  }

  public enum TimeZoneStyle: String, Hashable, Sendable, CaseIterable {
    case long, short
  }

  /// The fields of the date; nil for a time alone.
  public var dateFields: DateFields?
  public var dateLength: Length
  /// How exactly the time is told; nil for a date alone.
  public var timePrecision: TimePrecision?
  /// How the time zone is named; nil for not at all.
  public var timeZoneStyle: TimeZoneStyle?
  /// Whether hours go to 12; nil for the locale's way.
  public var hour12: Bool?
  /// A Unicode calendar identifier (`buddhist`); nil for the locale's calendar.
  public var calendar: String?

  public init(
    dateFields: DateFields? = .yearMonthDay, dateLength: Length = .medium,
    timePrecision: TimePrecision? = nil, timeZoneStyle: TimeZoneStyle? = nil,
    hour12: Bool? = nil, calendar: String? = nil
  ) {
    self.dateFields = dateFields
    self.dateLength = dateLength
    self.timePrecision = timePrecision
    self.timeZoneStyle = timeZoneStyle
    self.hour12 = hour12
    self.calendar = calendar
  }

  /// The calendars that CLDR knows.
  public static let calendars: Set<String> = [
    "buddhist", "chinese", "coptic", "dangi", "ethioaa", "ethiopic", "gregory", "hebrew", "indian",
    "islamic", "islamic-civil", "islamic-rgsa", "islamic-tbla", "islamic-umalqura", "iso8601",
    "japanese", "persian", "roc",
  ]

  /// The fields as a date skeleton of ICU's: `yMMMdjm`.
  public var skeleton: String {
    dateSkeleton + timeSkeleton
  }

  private var dateSkeleton: String {
    switch (dateFields, dateLength) {
    case (nil, _): ""
    case (.weekday, .long): "EEEE"
    case (.weekday, _): "EEE"
    case (.dayWeekday, .long): "dEEEE"
    case (.dayWeekday, _): "dEEE"
    case (.monthDay, .long): "MMMMd"
    case (.monthDay, .medium): "MMMd"
    case (.monthDay, .short): "Md"
    case (.monthDayWeekday, .long): "MMMMEEEEd"
    case (.monthDayWeekday, .medium): "MMMEEEd"
    case (.monthDayWeekday, .short): "MEEEd"
    case (.yearMonthDay, .long): "yMMMMd"
    case (.yearMonthDay, .medium): "yMMMd"
    case (.yearMonthDay, .short): "yMd"
    case (.yearMonthDayWeekday, .long): "yMMMMEEEEd"
    case (.yearMonthDayWeekday, .medium): "yMMMEEEd"
    case (.yearMonthDayWeekday, .short): "yMEEEd"
    }
  }

  private var timeSkeleton: String {
    guard let timePrecision else { return "" }
    let hour = hour12.map { $0 ? "h" : "H" } ?? "j"
    let time =
      switch timePrecision {
      case .hour: hour
      case .minute: hour + "m"
      case .second: hour + "ms"
      }
    return switch timeZoneStyle {
    case nil: time
    case .short: time + "z"
    case .long: time + "zzzz"
    }
  }
}
