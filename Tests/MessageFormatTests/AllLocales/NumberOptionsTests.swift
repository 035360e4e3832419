import FoundationEssentials
import LocaleIdentifiers
import LocaleServices
import MessageFormat
import MessageSyntax
import Testing

/// The options of numbers as the specification and ECMA-402 have them, in all 47 languages.
struct NumberOptionsTests {
  /// ECMA-402, "Rounding modes": what becomes of a number without fraction digits, by the mode.
  static let roundings: [(number: String, byMode: [String: String])] = [
    ("-1.5", row("-1 -2 -2 -1 -1 -2 -2 -1 -2")), ("0.4", row("1 0 1 0 0 0 0 0 0")),
    ("0.5", row("1 0 1 0 1 0 1 0 0")), ("1.5", row("2 1 2 1 2 1 2 1 2")),
    ("2.5", row("3 2 3 2 3 2 3 2 2")), ("2.6", row("3 2 3 2 3 3 3 3 3")),
    ("-0.5", row("-0 -1 -1 -0 -0 -1 -1 -0 -0")), ("-2.6", row("-2 -3 -3 -2 -3 -3 -3 -3 -3")),
    ("7", row("7 7 7 7 7 7 7 7 7")),
  ]

  private static func row(_ results: String) -> [String: String] {
    let modes = [
      "ceil", "floor", "expand", "trunc", "halfCeil", "halfFloor", "halfExpand", "halfTrunc",
      "halfEven",
    ]
    return Dictionary(
      uniqueKeysWithValues: zip(modes, results.split(separator: " ").map(String.init)))
  }

  @Test(arguments: ICUOracleTests.locales)
  func `each rounding mode rounds in its own way`(locale: LocaleIdentifier) throws {
    let context = MessageFormatContext(locale: locale)
    for (number, byMode) in Self.roundings {
      for (mode, expected) in byMode {
        let options = "maximumFractionDigits=0 roundingMode=\(mode)"
        let result = try shown("{$n :number \(options)}", .decimal(number), context)
        #expect(result.signed == expected, "\(locale) \(number) \(mode)")
        #expect(result.errors.isEmpty)
      }
    }
  }

  @Test(arguments: ICUOracleTests.locales)
  func `the rounding increment is that many of the last digit`(locale: LocaleIdentifier) throws {
    let context = MessageFormatContext(locale: locale)
    for increment in [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000] {
      for hundredths in [123_456, 99, 12_500, 250_000, 1] {
        // Halves go up, which is away from zero here.
        let steps = (2 * hundredths + increment) / (2 * increment) * increment
        let fraction = String(steps % 100)
        let expected = "\(steps / 100)." + (fraction.utf8.count < 2 ? "0" : "") + fraction
        let options =
          "minimumFractionDigits=2 maximumFractionDigits=2 roundingIncrement=\(increment)"
        let number = Argument.decimal(
          "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)")
        let result = try shown("{$n :number \(options)}", number, context)
        #expect(result.digits == expected, "\(locale) \(hundredths) \(increment)")
        #expect(result.errors.isEmpty)
      }
    }
  }

  @Test(arguments: ICUOracleTests.locales)
  func `digits are limited, padded and stripped as asked`(locale: LocaleIdentifier) throws {
    let context = MessageFormatContext(locale: locale)
    let rows: [(number: String, options: String, digits: String)] = [
      ("5", "minimumFractionDigits=2", "5.00"),
      ("5", "minimumFractionDigits=2 trailingZeroDisplay=stripIfInteger", "5"),
      ("5.5", "minimumFractionDigits=2 trailingZeroDisplay=stripIfInteger", "5.50"),
      (
        "4.996",
        "maximumFractionDigits=2 minimumFractionDigits=2 trailingZeroDisplay=stripIfInteger", "5"
      ),
      ("5", "minimumFractionDigits=2 trailingZeroDisplay=auto", "5.00"),
      ("4.321", "maximumFractionDigits=2 maximumSignificantDigits=2", "4.3"),
      (
        "4.321",
        "maximumFractionDigits=2 maximumSignificantDigits=2 roundingPriority=morePrecision", "4.32"
      ),
      (
        "4.321",
        "maximumFractionDigits=2 maximumSignificantDigits=2 roundingPriority=lessPrecision", "4.3"
      ),
      ("123.4567", "maximumFractionDigits=1 maximumSignificantDigits=2", "120"),
      (
        "123.4567",
        "maximumFractionDigits=1 maximumSignificantDigits=2 roundingPriority=morePrecision", "123.5"
      ),
      (
        "123.4567",
        "maximumFractionDigits=1 maximumSignificantDigits=2 roundingPriority=lessPrecision", "120"
      ),
      ("7", "minimumIntegerDigits=4", "0007"), ("12345", "minimumIntegerDigits=2", "12345"),
      ("0.00012345", "minimumSignificantDigits=3 maximumSignificantDigits=4", "0.0001235"),
      ("12", "minimumSignificantDigits=4", "12.00"), ("1.23456", "", "1.235"),
      ("0", "minimumFractionDigits=0 maximumFractionDigits=0", "0"),
    ]
    for (number, options, digits) in rows {
      let result = try shown("{$n :number \(options)}", .decimal(number), context)
      #expect(result.digits == digits, "\(locale) \(number) \(options)")
      #expect(result.errors.isEmpty, "\(options)")
    }
  }

  /// ECMA-402, "GetNumberFormatPattern": the sign of -1, -0, 0 and 1, and of what rounds to zero.
  @Test(arguments: ICUOracleTests.locales)
  func `the sign is shown as asked`(locale: LocaleIdentifier) throws {
    let context = MessageFormatContext(locale: locale)
    let numbers: [Argument] = [-1, .number(-0.0), 0, 1, .number(-0.4), .number(0.4)]
    let rows: [(display: String, signs: [String])] = [
      ("auto", ["-", "-", "", "", "-", ""]), ("always", ["-", "-", "+", "+", "-", "+"]),
      ("exceptZero", ["-", "", "", "+", "", ""]), ("negative", ["-", "", "", "", "", ""]),
      ("never", ["", "", "", "", "", ""]),
    ]
    for (display, signs) in rows {
      for (number, sign) in zip(numbers, signs) {
        let options = "maximumFractionDigits=0 signDisplay=\(display)"
        let result = try shown("{$n :number \(options)}", number, context)
        #expect(result.sign == sign, "\(locale) \(number) \(display)")
      }
    }
  }

  @Test(arguments: [
    "12345678901234567890.123456789", "0.00000000000000000001", "-99999999999999999999",
  ])
  func `a decimal number keeps every digit`(number: String) throws {
    for locale in ICUOracleTests.locales {
      let context = MessageFormatContext(locale: locale)
      for source in [
        "{$n :number maximumFractionDigits=25}", "{|\(number)| :number maximumFractionDigits=25}",
      ] {
        #expect(try shown(source, .decimal(number), context).signed == number, "\(locale)")
      }
    }
  }

  @Test(arguments: ICUOracleTests.locales)
  func `exponents are capped, and nothing is printed beyond`(locale: LocaleIdentifier) throws {
    let context = MessageFormatContext(locale: locale)
    #expect(try shown("{1e3 :number}", 0, context).digits == "1000")
    #expect(try shown("{1.5E-2 :number}", 0, context).digits == "0.015")
    for number in ["1e401", "1e1000000", "-1e2147483647", "1e-99999999999"] {
      let result = try shown("{|\(number)| :number}", 0, context)
      #expect(result.text == "{|\(number)|}")
      #expect(result.errors == ["bad-operand"])
    }
  }

  /// Each bad option of each function; a good one stands in front and must stay.
  static let badOptions: [(function: String, good: String, bad: [String])] = [
    (
      ":number", "minimumFractionDigits=1",
      [
        "signDisplay=x", "useGrouping=x", "minimumIntegerDigits=0", "minimumIntegerDigits=x",
        "maximumFractionDigits=-1", "maximumFractionDigits=100", "minimumSignificantDigits=0",
        "maximumSignificantDigits=x", "trailingZeroDisplay=x", "roundingPriority=x",
        "roundingIncrement=7", "roundingMode=x", "select=x",
      ]
    ),
    (":integer", "minimumIntegerDigits=2", ["signDisplay=x", "useGrouping=1", "select=x"]),
    (":percent", "maximumFractionDigits=1", ["signDisplay=x", "roundingMode=x"]),
    (
      ":currency", "currency=EUR",
      [
        "currencyDisplay=x", "currencySign=x", "fractionDigits=x", "useGrouping=x",
        "roundingMode=x",
      ]
    ),
    (":unit", "unit=meter", ["unitDisplay=x", "signDisplay=x", "usage=|x y|"]),
  ]

  @Test(arguments: ICUOracleTests.locales)
  func `a bad option is dropped, and the number is shown with the good ones`(
    locale: LocaleIdentifier
  ) throws {
    let context = MessageFormatContext(locale: locale)
    for (function, good, bad) in Self.badOptions {
      let expected = try shown("{$n \(function) \(good)}", 1234.5, context)
      #expect(expected.errors.isEmpty, "\(function)")
      for option in bad {
        let result = try shown("{$n \(function) \(good) \(option)}", 1234.5, context)
        #expect(result.text == expected.text, "\(locale) \(function) \(option)")
        #expect(result.errors == ["bad-option"], "\(locale) \(function) \(option)")
      }
    }
  }
}
