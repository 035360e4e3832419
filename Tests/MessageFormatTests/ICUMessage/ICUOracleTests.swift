import LocaleIdentifiers
import LocaleServices
import MessageFormat
import MessageSyntax
import Testing

/// ICU's own MessageFormat, which lives in this process, is right.
struct ICUOracleTests {
  static let locales: [LocaleIdentifier] = [
    "ar", "eu", "bn", "bg", "ca", "hr", "cs", "zh-Hans", "da", "nl", "en-GB", "en-US", "et", "fil",
    "fi", "fr", "de", "el", "hi", "hu", "is", "id", "it", "ja", "kn", "ko", "lv", "lt", "ms", "nb",
    "pl", "pt", "ro", "ru", "sr", "zh-Hant", "sk", "sl", "es", "sw", "sv", "ta", "th", "uk", "ur",
    "vi", "cy",
  ]

  static let messages = [
    "{n}", "{n, number}", "{n, number, integer}", "{n, number, percent}",
    "{n, number, currency}", "{n, number, #,##0.00}", "{n, number, 00.0##}",
    "{n, number, ::.00}", "{n, number, ::percent}", "{n, number, ::currency/EUR}",
    "{n, number, ::compact-short}", "{n, number, ::measure-unit/length-meter unit-width-full-name}",
    "{n, spellout}", "{n, ordinal}", "{n, duration}", "{n, spellout, %spellout-numbering}",
    "{n, choice, 0#none|1#one|1<many {n}}",
    "{n, plural, zero {Z #} one {O #} two {T #} few {F #} many {M #} other {X #}}",
    "{n, plural, offset:1 =0 {nobody} =1 {you} one {you and # (of {n})} other {you and # of {n}}}",
    "{n, selectordinal, zero {Z#} one {O#} two {T#} few {F#} many {M#} other {X#}}",
    "{n, plural, one {O {n, number, ::.00}} other {X {n, number, ::.00}}}",
    "{n, plural, one {O} other {{n, number, integer} X}}",
    "{n, plural, other {{s, select, a {A #} other {B #}}} one {# {n, plural, one {1} other {#}}}}",
    "{s} {n} {missing}", "{s, select, a {A} X {is X} other {O}}",
    "{d} | {d, date} | {d, date, short} | {d, date, long} | {d, date, full}",
    "{d, time} | {d, time, short} | {d, time, medium} | {d, time, full}",
    "{d, date, ::yMMMMd} | {d, date, ::jmm} | {d, date, dd.MM.yyyy G} | {d, time, HH:mm''ss}",
    "{n, plural, offset:0.5 =1.5 {half} other {#}}",
  ]

  /// Styles that decide the category of a plural whose `other` branch has them.
  static let styles = [
    "integer", "percent", "currency", "::.00", "#,##0.00", "#.##", "#,##0.", "#,##0‰", "¤#,##0.0",
    "*x000000.0", "0.##E0", "'a'0.#;(0.#)", "#,##,##0%",
  ]

  static let numbers: [Argument] = [
    0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 20, 21, 22, 100, 101, 102, 999, 1000, 1001, 1234, 12345,
    1_000_000, 1_234_567, -1, -2, -1234, 0.5, 1.5, 2.5, 0.1, 1.0, 1.05, 0.0005, 1234.5678, -0.4,
    1e15, 1e17, 0.12345, .integer(.max),
  ]

  /// Over 50 000 messages formatted both ways.
  @Test(arguments: locales)
  func `a message is formatted as ICU formats it`(locale: LocaleIdentifier) throws {
    let different = try Self.differences(of: Self.messages, Self.numbers, in: locale)
    #expect(different.isEmpty, "\(locale) \(different.count): \(different.prefix(4))")
  }

  /// Left out is where ICU goes wrong: it keeps the last 18 digits of a whole number only, so that
  /// Hindi's `one` fits 10^18, and French has `many` for a negative power of ten (`5E-1`).
  @Test(arguments: locales)
  func `a plural's category is that of the number as its last branch writes it`(
    locale: LocaleIdentifier
  ) throws {
    for style in Self.styles {
      let source =
        "{n, plural, zero {Z} one {O} two {T} few {F} many {M} other {X {n, number, \(style)}}}"
      let numbers = Self.numbers.filter { number in
        let size = number.double?.magnitude ?? 0
        return size < 1e15 && (!style.contains("E") || size == 0 || size >= 1)
      }
      let different = try Self.differences(of: [source], numbers, in: locale)
      #expect(different.isEmpty, "\(locale) \(different.count): \(different.prefix(4))")
    }
  }

  private static func differences(
    of messages: [String], _ numbers: [Argument], in locale: LocaleIdentifier
  ) throws -> [String] {
    let context = MessageFormatContext(locale: locale, timeZone: "GMT")
    var different: [String] = []
    for source in messages {
      let message = try #require(ICUMessageFormat.parse(source).message, "\(source)")
      let formatter = ICUMessageFormatter(message, context: context)
      let oracle = try #require(OracleMessage(source, locale: locale), "\(source)")
      for (index, number) in numbers.enumerated() {
        let moment = Int64(index) * 45_000_000_000 - 400_000_000_000
        let arguments: [String: Argument] = [
          "n": number, "s": "X", "d": .date(DateValue(epochMilliseconds: moment)),
        ]
        let text = formatter.format(arguments)
        let truth = oracle.format(arguments, moments: ["d": moment])
        if text != truth {
          different.append("\(source) \(number): \(text) is not \(truth ?? "a failure")")
        }
      }
    }
    return different
  }
}
