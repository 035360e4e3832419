import LocaleIdentifiers
import Testing

@testable import LocaleServices

/// What is written without ICU must be what ICU writes.
struct NativeDateWriterTests {
  @Test(arguments: SiteLocales.all)
  func `a date is written as ICU writes it`(locale: LocaleIdentifier) throws {
    let patterns = DatePatterns(locale: locale)
    var random = RandomNumbers(seed: 20_261_122)
    for fields in DateTimeFormatOptions.DateFields.allCases {
      for length in DateTimeFormatOptions.Length.allCases {
        let precision = DateTimeFormatOptions.TimePrecision.allCases[Int(random.next() % 3)]
        let options = DateTimeFormatOptions(
          dateFields: fields, dateLength: length,
          timePrecision: random.next() % 2 == 0 ? precision : nil)
        let format = try DateTimeFormat(patterns: patterns, options: options)
        let isGregorian = locale != "th"
        if options.timePrecision == nil {
          #expect((format.native != nil) == isGregorian, "\(locale) \(format.pattern)")
        }
        for _ in 0..<200 {
          let wide = Int64(bitPattern: random.next()) % 250_000_000_000_000
          let moment = max(wide, NativeDateWriter.firstYear)
          let text = format.format(DateValue(epochMilliseconds: moment))
          let truth = format.icu.format(Double(moment))
          if text != truth {
            Issue.record("\(locale) \(format.pattern) \(moment): \(text) is not \(truth)")
            return
          }
        }
      }
    }
  }

  @Test func `a pattern's quoted text is text`() {
    #expect(
      DatePatternToken.tokens(of: "d 'de' MMMM 'o''clock' ''y")
        == [
          .field("d", 1), .text(" de "), .field("M", 4), .text(" o'clock '"), .field("y", 1),
        ])
  }
}
