import LocaleIdentifiers
import LocaleServices
import MessageFormat
import MessageSyntax
import Testing

/// Forms of currencies and units in all 47 languages.
struct CurrencyAndUnitTests {
  @Test(arguments: ICUOracleTests.locales)
  func `a currency is shown in the form that is asked for`(locale: LocaleIdentifier) throws {
    let context = MessageFormatContext(locale: locale)
    func text(_ options: String) throws -> ShownNumber {
      let result = try shown("{$n :currency \(options)}", .decimal("1234.5"), context)
      #expect(result.errors.isEmpty, "\(locale) \(options)")
      #expect(result.digits.hasPrefix("123"), "\(locale) \(options): \(result.text)")
      return result
    }
    let symbol = try text("currency=EUR")
    // Four languages have no other sign for it than its code.
    let sign = ["hu", "is", "ro", "uk"].contains(locale.tag) ? "EUR" : "€"
    #expect(symbol.text.contains(sign), "\(locale) \(symbol.text)")
    #expect(symbol.digits == "1234.50")
    #expect(try text("currency=EUR currencyDisplay=symbol") == symbol)
    #expect(try text("currency=eur") == symbol)
    let code = try text("currency=EUR currencyDisplay=code").text
    #expect(code.contains("EUR") && !code.contains("€"))
    let name = try text("currency=EUR currencyDisplay=name").text
    #expect(
      !name.contains("€") && !name.contains("EUR")
        && name.unicodeScalars.contains { $0.properties.isAlphabetic })
    let never = try text("currency=EUR currencyDisplay=never")
    #expect(!never.text.unicodeScalars.contains { $0 == "€" || $0.properties.isAlphabetic })
    #expect(never.digits == "1234.50")
    #expect(try text("currency=EUR currencyDisplay=narrowSymbol").text.contains("€"))
    // As many digits as the currency has, or as are asked for.
    #expect(try text("currency=JPY").digits == "1235")
    #expect(try text("currency=KWD").digits == "1234.500")
    #expect(try text("currency=EUR fractionDigits=0").digits == "1235")
    #expect(try text("currency=EUR fractionDigits=3").digits == "1234.500")
    #expect(try text("currency=EUR fractionDigits=auto").digits == "1234.50")
    #expect(try text("currency=EUR trailingZeroDisplay=stripIfInteger").digits == "1234.50")
    #expect(try text("currency=EUR useGrouping=never").groups == 0)
    #expect(try text("currency=EUR maximumSignificantDigits=6").digits == "1234.5")
  }

  @Test(arguments: ICUOracleTests.locales)
  func `a measure is converted to what readers use for its purpose`(
    locale: LocaleIdentifier
  ) throws {
    let context = MessageFormatContext(locale: locale)
    func digits(_ number: Argument, _ options: String) throws -> String {
      let result = try shown("{$n :unit \(options)}", number, context)
      #expect(result.errors.isEmpty, "\(locale) \(options)")
      return result.digits
    }
    #expect(try digits(1500, "unit=meter unitDisplay=long useGrouping=never") == "1500")
    // Distances on the road: miles in the two English ones, kilometres elsewhere.
    let road = try digits(16_093, "unit=meter usage=road maximumFractionDigits=0")
    #expect(road == (["en-GB", "en-US"].contains(locale.tag) ? "10" : "16"), "\(locale)")
    // The temperature of the weather: Fahrenheit in the United States.
    let weather = try digits(20, "unit=celsius usage=weather maximumFractionDigits=0")
    #expect(weather == (locale.tag == "en-US" ? "68" : "20"), "\(locale)")
  }

  @Test(arguments: ICUOracleTests.locales)
  func `a unit is short unless it is to be narrow or long`(locale: LocaleIdentifier) throws {
    let context = MessageFormatContext(locale: locale)
    let texts = try ["narrow", "short", "long"].map { width in
      try shown("{$n :unit unit=kilogram unitDisplay=\(width)}", 3, context).text
    }
    #expect(texts[0].unicodeScalars.count <= texts[1].unicodeScalars.count, "\(texts)")
    #expect(texts[2].unicodeScalars.contains { $0.properties.isAlphabetic }, "\(texts)")
    #expect(try shown("{$n :unit unit=kilogram}", 3, context).text == texts[1])
  }
}
