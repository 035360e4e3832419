import LocaleIdentifiers
import LocaleServices
import Testing

struct RuleBasedNumberFormatTests {
  @Test(arguments: ["zh-Hans", "id", "ja", "ms", "th", "en"] as [LocaleIdentifier])
  func `negative infinity is written in digits, where ICU would crash`(
    locale: LocaleIdentifier
  ) throws {
    let format = try RuleBasedNumberFormat(locale: locale, style: .ordinal)
    #expect(format.format(.double(-.infinity)).contains("∞"))
  }

  @Test(arguments: [1e-11, 5e-324, -1e-300, 3.00000000001])
  func `a tiny fraction is written in digits, where ICU would not end`(number: Double) throws {
    let format = try RuleBasedNumberFormat(locale: "pl", style: .spellout)
    let text = format.format(.double(number))
    #expect(text == (number == 3.00000000001 ? "3" : number < 0 ? "-0" : "0"))
  }

  @Test func `a decimal number beyond 64 bits is written in digits, as ICU does`() throws {
    let format = try RuleBasedNumberFormat(locale: "en", style: .spellout)
    let number = try #require(ExactDecimal("12345678901234567890"))
    #expect(format.format(NumericValue(number)) == "12,345,678,901,234,567,890")
    #expect(format.format(.double(1.5)) == "one point five")
    #expect(format.format(.integer(92)) == "ninety-two")
  }
}
