import LocaleIdentifiers
import LocaleServices
import MessageFormat
import Testing

struct DateFunctionsTests {
  @Test(arguments: [
    (":date", "Jan 2, 2006"), (":date length=long", "January 2, 2006"),
    (":date length=short", "1/2/2006"), (":date fields=weekday", "Mon"),
    (":date fields=weekday length=long", "Monday"),
    (":date fields=day-weekday", "2 Mon"), (":date fields=month-day", "Jan 2"),
    (":date fields=month-day-weekday length=short", "Mon, 1/2"),
    (":date fields=year-month-day-weekday length=long", "Monday, January 2, 2006"),
    (":time", "3:04 PM"), (":time precision=hour", "3 PM"),
    (":time precision=second", "3:04:06 PM"),
    (":time hour12=false", "15:04"), (":datetime", "Jan 2, 2006, 3:04 PM"),
    (":datetime dateLength=long", "January 2, 2006 at 3:04 PM"),
    (":datetime dateFields=weekday timePrecision=hour", "Mon, 3 PM"),
    (":date calendar=buddhist", "Jan 2, 2549 BE"),
    (":datetime timeZone=|Europe/Paris| timeZoneStyle=short", "Jan 2, 2006, 3:04 PM GMT+1"),
  ])
  func `options choose fields and length`(function: String, expected: String) throws {
    let result = try formatted("{|2006-01-02T15:04:06| \(function)}")
    #expect(result == FormattedMessage(text: expected.replacing(" PM", with: "\u{202F}PM")))
  }

  @Test(arguments: [
    ("2026-07-01T12:00:00Z", "timeZone=|America/New_York|", "8:00 AM"),
    ("2026-01-01T12:00:00Z", "timeZone=|America/New_York|", "7:00 AM"),
    ("2026-07-01T12:00:00Z", "timeZone=|+05:30|", "5:30 PM"),
    ("2026-07-01T12:00:00+02:00", "", "12:00 PM"),
    ("2026-07-01T12:00:00+02:00", "timeZone=input", "12:00 PM"),
    ("2026-07-01T12:00:00+02:00", "timeZone=UTC", "10:00 AM"),
    ("2026-07-01T12:00:00", "timeZone=|Asia/Tokyo|", "12:00 PM"),
    ("2026-07-01T12:00:00[Europe/Paris]", "timeZone=UTC", "10:00 AM"),
  ])
  func `a time is shown in its zone, or in the one that is asked for`(
    time: String, option: String, expected: String
  ) throws {
    let result = try formatted("{|\(time)| :time \(option)}")
    let text = expected.replacing(" AM", with: "\u{202F}AM").replacing(" PM", with: "\u{202F}PM")
    #expect(result == FormattedMessage(text: text))
  }

  @Test(arguments: [
    "timeZone=|Foo/Bar|", "calendar=martian", "hour12=maybe", "precision=$p",
    "timeZoneStyle=medium",
  ])
  func `a bad option is dropped, and the time is shown all the same`(option: String) throws {
    #expect(
      try formatted("{|2006-01-02T15:04:06| :time \(option)}", ["p": "second"])
        == FormattedMessage(text: "3:04\u{202F}PM", errors: ["bad-option"]))
  }

  @Test func `a floating time has no zone to keep`() throws {
    #expect(
      try formatted("{|2006-01-02T15:04:06| :time timeZone=input}")
        == FormattedMessage(text: "3:04\u{202F}PM", errors: ["bad-operand"]))
  }

  @Test(arguments: ["1500-01-01", "1582-10-10", "0001-01-01", "9999-12-31"])
  func `dates before 1582 are Gregorian`(date: String) throws {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    #expect(
      try formatted("{|\(date)| :date length=short}").text == "\(parts[1])/\(parts[2])/\(parts[0])")
  }

  @Test(arguments: [
    "2006-02-29", "2006-13-01", "0000-01-01", "2006-1-1", "2006-01-01T25:00:00",
    "2006-01-01T10:00", "2006-01-01T10:00:00+15:00", "2006-01-01 ",
  ])
  func `a text that is no date is a bad operand`(text: String) throws {
    #expect(
      try formatted("{|\(text)| :date}")
        == FormattedMessage(text: "{|\(text)|}", errors: ["bad-operand"]))
  }

  @Test func `only what overrides the locale passes from one date to the next`() throws {
    #expect(
      try formatted(
        ".local $d = {|2006-01-02T15:04:06| :datetime dateLength=long hour12=false} {{{$d :time}}}")
        == "15:04")
  }

  @Test func `a date argument without a function is a date and a time`() throws {
    let date = try #require(DateValue("2006-01-02T15:04:06"))
    #expect(try formatted("{$d}", ["d": .date(date)]) == "Jan 2, 2006, 3:04\u{202F}PM")
  }
}
