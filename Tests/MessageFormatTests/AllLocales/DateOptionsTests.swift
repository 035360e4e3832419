import LocaleIdentifiers
import LocaleServices
import MessageFormat
import MessageSyntax
import Testing

/// Time zones, hours and calendars in all 47 languages.
struct DateOptionsTests {
  private func text(
    _ source: String, _ context: MessageFormatContext, errors expected: [String] = []
  ) throws -> String {
    let message = try #require(MessageFormat2.parse(source).message, "\(source)")
    let formatter = try MessageFormatter(message, context: context, bidiIsolation: .none)
    var errors: [String] = []
    let text = formatter.format(["zone": "Asia/Tokyo"]) { errors.append($0.kind.rawValue) }
    #expect(errors == expected, "\(context.locale) \(source)")
    return text
  }

  @Test(arguments: ICUOracleTests.locales)
  func `an instant is shown in the zone that is asked for`(locale: LocaleIdentifier) throws {
    let context = MessageFormatContext(locale: locale)
    let rows = [
      ("timeZone=UTC", "1514"), ("timeZone=|Europe/Paris|", "1614"), ("timeZone=|+05:30|", "2044"),
      ("timeZone=|America/St_Johns|", "1144"), ("timeZone=$zone", "0014"),
      ("timeZone=|Etc/UTC|", "1514"),
      ("", "1514"),
    ]
    for (zone, expected) in rows {
      let source = "{|2006-01-02T15:14:16Z| :time precision=minute hour12=false \(zone)}"
      let digits = try text(source, context).asciiDigits
      // Some languages write no zero in front of the hour.
      #expect(digits == expected || "0" + digits == expected, "\(locale) \(zone) \(digits)")
    }
    // Daylight saving time is that of the day.
    let summer =
      "{|2006-07-02T15:14:16Z| :time precision=minute hour12=false timeZone=|Europe/Paris|}"
    #expect(try text(summer, context).asciiDigits == "1714")
    // A local time stays what it is, and one with an offset of its own is shown there.
    let local =
      "{|2006-01-02T15:14:16| :time precision=second hour12=false timeZone=|Europe/Paris|}"
    #expect(try text(local, context).asciiDigits == "151416")
    let input = "{|2006-01-02T15:14:16+03:00| :time precision=minute hour12=false timeZone=input}"
    #expect(try text(input, context).asciiDigits == "1514")
  }

  @Test(arguments: ICUOracleTests.locales)
  func `hours run to twelve or to twenty-four as asked`(locale: LocaleIdentifier) throws {
    let context = MessageFormatContext(locale: locale)
    func hour(_ time: String, _ options: String) throws -> Int? {
      Int(try text("{|2006-01-02T\(time)| :time precision=hour \(options)}", context).asciiDigits)
    }
    for (time, twelve, twentyFour) in [
      ("15:00:00", 3, 15), ("09:00:00", 9, 9), ("23:00:00", 11, 23),
    ] {
      #expect(try hour(time, "hour12=true") == twelve, "\(locale)")
      #expect(try hour(time, "hour12=false") == twentyFour, "\(locale)")
      let own = try hour(time, "")
      #expect(own == twelve || own == twentyFour, "\(locale)")
    }
    // Japan counts noon as nought.
    #expect(try hour("12:00:00", "hour12=true") == (locale.tag == "ja" ? 0 : 12), "\(locale)")
    #expect(try hour("00:00:00", "hour12=false") == 0, "\(locale)")
  }

  @Test(arguments: ICUOracleTests.locales)
  func `the year is that of the calendar`(locale: LocaleIdentifier) throws {
    let context = MessageFormatContext(locale: locale)
    let years = [
      "gregory": "2006", "buddhist": "2549", "japanese": "18", "roc": "95", "persian": "1384",
      "hebrew": "5766", "coptic": "1722", "ethiopic": "1998", "indian": "1927",
      "islamic-civil": "1426", "iso8601": "2006",
    ]
    for (calendar, year) in years {
      let shown = try text(
        "{|2006-01-02| :date fields=year-month-day length=long calendar=\(calendar)}", context)
      #expect(shown.asciiDigits.contains(year), "\(locale) \(calendar): \(shown)")
    }
    // Without the option the language's own calendar is taken: Thailand's is Buddhist.
    let own = try text("{|2006-01-02| :date fields=year-month-day length=long}", context)
    #expect(own.asciiDigits.contains(locale.tag == "th" ? "2549" : "2006"), "\(locale) \(own)")
  }

  @Test(arguments: ICUOracleTests.locales)
  func `a bad option is dropped, and the date is shown all the same`(
    locale: LocaleIdentifier
  ) throws {
    let context = MessageFormatContext(locale: locale)
    let date = "|2006-01-02T15:14:16|"
    let functions: [(name: String, options: [String])] = [
      (
        ":date",
        [
          "fields=x", "length=x", "fields=$zone", "length=$zone", "calendar=|x y|",
          "timeZone=|x y|",
        ]
      ),
      (":time", ["precision=x", "precision=$zone", "timeZoneStyle=x", "hour12=x"]),
      (
        ":datetime",
        ["dateFields=x", "dateLength=x", "timePrecision=x", "timeZoneStyle=x", "hour12=maybe"]
      ),
    ]
    for (function, options) in functions {
      let expected = try text("{\(date) \(function)}", context)
      for option in options {
        let result = try text("{\(date) \(function) \(option)}", context, errors: ["bad-option"])
        #expect(result == expected, "\(locale) \(function) \(option)")
      }
    }
  }
}
