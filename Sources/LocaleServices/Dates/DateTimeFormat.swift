internal import CICU
public import LocaleIdentifiers

/// Writes dates and times as a language does (`Intl.DateTimeFormat`, on ICU), in one time zone.
///
///     let patterns = DatePatterns(locale: "fr")
///     let format = try DateTimeFormat(patterns: patterns, options: DateTimeFormatOptions())
///     format.format(DateValue("2026-11-22")!)   // "22 nov. 2026"
///
/// Formatting never fails. Common patterns are written without ICU; the tests hold them to ICU.
public final class DateTimeFormat: Sendable {
  public let locale: LocaleIdentifier
  /// The zone that instants are shown in.
  public let timeZone: String
  /// The pattern that dates are written by: `d MMM y`.
  public let pattern: String
  let icu: ICUDateFormat
  /// Whether instants are shown as they are counted.
  private let isUTC: Bool
  let native: Native?

  /// Holds the writer, so that using it copies none of its parts.
  final class Native: Sendable {
    let writer: NativeDateWriter

    init(_ writer: NativeDateWriter) {
      self.writer = writer
    }
  }

  /// - Throws: ICU's error, for a calendar or a zone that it does not know.
  public convenience init(
    patterns: DatePatterns, options: DateTimeFormatOptions, timeZone: String = "UTC"
  ) throws(ICUError) {
    try self.init(patterns: patterns, skeleton: options.skeleton, timeZone: timeZone)
  }

  /// A format by a date skeleton of ICU's: `yMMMEd`.
  public convenience init(
    patterns: DatePatterns, skeleton: String, timeZone: String = "UTC"
  ) throws(ICUError) {
    try self.init(
      patterns: patterns, skeleton: skeleton, timeZone: timeZone, isForFewUses: false)
  }

  /// - Parameter isForFewUses: Whether ICU writes all dates, so that it need not be asked for its
  ///   names, which takes longer than some dozens of dates.
  package convenience init(
    patterns: DatePatterns, skeleton: String, timeZone: String, isForFewUses: Bool
  ) throws(ICUError) {
    let pattern = try patterns.pattern(for: skeleton)
    try self.init(
      locale: patterns.locale, icuName: patterns.icuName, pattern: pattern, timeZone: timeZone,
      isProleptic: true, isForFewUses: isForFewUses)
  }

  /// A format by a date pattern of ICU's: `dd.MM.yyyy`.
  ///
  /// With `isProleptic` the Gregorian calendar goes back before 1582; without, the Julian calendar
  /// stands before it, as ICU does unless it is told.
  public convenience init(
    locale: LocaleIdentifier, pattern: String, timeZone: String = "UTC", isProleptic: Bool = true
  ) throws(ICUError) {
    try self.init(
      locale: locale, icuName: locale.icuName, pattern: pattern, timeZone: timeZone,
      isProleptic: isProleptic)
  }

  /// How much of a date or time one of ICU's own styles shows.
  public enum Style: String, Hashable, Sendable, CaseIterable {
    case full, long, medium, short
  }

  /// A format by ICU's own styles, in ICU's own calendar: before 1582 the Julian one.
  public convenience init(
    locale: LocaleIdentifier, dateStyle: Style?, timeStyle: Style?, timeZone: String = "UTC"
  ) throws(ICUError) {
    func number(_ style: Style?) -> Int32 {
      style.flatMap { Style.allCases.firstIndex(of: $0) }.map { Int32($0) } ?? -1
    }
    let styled = try opened(close: cicu_date_close) {
      cicu_date_open_style(
        locale.icuName, "GMT", 3, number(dateStyle), number(timeStyle), &$0)
    }
    defer { cicu_date_close(styled) }
    let pattern = try writtenByICU { cicu_date_pattern(styled, $0, $1, &$2) }
    try self.init(
      locale: locale, pattern: pattern, timeZone: timeZone, isProleptic: false)
  }

  private init(
    locale: LocaleIdentifier, icuName: String, pattern: String, timeZone: String,
    isProleptic: Bool, isForFewUses: Bool = false
  ) throws(ICUError) {
    icu = try ICUDateFormat(
      icuName: icuName, pattern: pattern, timeZone: timeZone, isProleptic: isProleptic)
    self.locale = locale
    self.timeZone = timeZone
    isUTC = timeZone.isUTC
    self.pattern = pattern
    guard !isForFewUses else {
      native = nil
      return
    }
    let probed = try ICUDateFormat(
      icuName: icuName, pattern: pattern, timeZone: "UTC", isProleptic: isProleptic)
    var asked: [String: ICUDateFormat] = [:]
    let writer = NativeDateWriter(
      probing: probed, pattern: pattern, icuName: icuName, isProleptic: isProleptic
    ) { field, moment in
      if asked[field] == nil {
        asked[field] = try? ICUDateFormat(
          icuName: icuName, pattern: field, timeZone: "UTC", isProleptic: isProleptic)
      }
      return asked[field]?.format(Double(moment))
    }
    native = writer.map { Native($0) }
  }

  /// The text of a date. An instant is shown in the format's zone; a floating date is read as a time
  /// of that zone, so that it shows the date and hour that it has.
  public func format(_ date: DateValue) -> String {
    var bytes: [UInt8] = []
    format(date, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the text of a date in UTF-8.
  public func format(_ date: DateValue, into buffer: inout [UInt8]) {
    let isWritten = UTF8Room.append(to: &buffer) { room in
      guard let native, let wall = date.wallMilliseconds(in: timeZone) else { return false }
      return native.writer.write(wallMilliseconds: wall, into: &room)
    }
    if !isWritten { buffer.append(contentsOf: icuText(date).utf8) }
  }

  /// Writes the text of a date that has no zone of its own.
  package func write(_ date: ZonelessDate, into room: inout UTF8Room) {
    if let native, date.isFloating || isUTC,
      native.writer.write(wallMilliseconds: date.milliseconds, into: &room)
    {
      return
    }
    room.append(icuText(DateValue(date)))
  }

  private func icuText(_ date: DateValue) -> String {
    icu.format(Double(date.epochMilliseconds(in: timeZone)))
  }
}

extension DateValue {
  /// The time on the wall in a zone, where that takes no rules of the zone.
  fileprivate func wallMilliseconds(in zone: String) -> Int64? {
    switch clock {
    case .wall: timeZone == nil || timeZone == zone ? milliseconds : nil
    case .instant: zone.isUTC ? milliseconds : nil
    }
  }

  /// The instant; a local time without a zone of its own is read in `fallback`.
  func epochMilliseconds(in fallback: String) -> Int64 {
    guard clock == .wall else { return milliseconds }
    var zone = timeZone ?? fallback
    guard zone != "UTC" else { return milliseconds }
    let parts = wallParts
    let instant = zone.withCharacters { bytes, length in
      try? checked {
        cicu_time_zone_instant(
          bytes, length, Int32(parts.year), Int32(parts.month), Int32(parts.day),
          Int32(parts.hour), Int32(parts.minute), Int32(parts.second), &$0)
      }
    }
    let rest = milliseconds - (milliseconds / 1000) * 1000
    return instant.flatMap { Int64(exactly: $0.rounded()) }.map {
      $0 + (rest < 0 ? rest + 1000 : rest)
    }
      ?? milliseconds
  }

  /// The date and time as if `milliseconds` counted on the wall.
  var wallParts: (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
    let seconds = Int(milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000)
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let time = seconds - days * 86_400
    let date = GregorianDay.date(number: days)
    return (date.year, date.month, date.day, time / 3600, time / 60 % 60, time % 60)
  }
}

extension String {
  fileprivate var isUTC: Bool { self == "UTC" || self == "GMT" }
}

extension GregorianDay {
  /// The date of a day that is counted from 1970-01-01.
  static func date(number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
