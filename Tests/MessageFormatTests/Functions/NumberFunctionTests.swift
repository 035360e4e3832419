import LocaleIdentifiers
import LocaleServices
import MessageFormat
import Testing

struct NumberFunctionTests {
  @Test(arguments: [
    ("ceil", ["2", "-1", "2", "-1", "3", "-2"]),
    ("floor", ["1", "-2", "1", "-2", "2", "-3"]),
    ("expand", ["2", "-2", "2", "-2", "3", "-3"]),
    ("trunc", ["1", "-1", "1", "-1", "2", "-2"]),
    ("halfCeil", ["1", "-1", "2", "-1", "3", "-2"]),
    ("halfFloor", ["1", "-1", "1", "-2", "2", "-3"]),
    ("halfExpand", ["1", "-1", "2", "-2", "3", "-3"]),
    ("halfTrunc", ["1", "-1", "1", "-1", "2", "-2"]),
    ("halfEven", ["1", "-1", "2", "-2", "2", "-2"]),
  ])
  func `each rounding mode rounds halves and thirds in its own way`(
    mode: String, expected: [String]
  ) throws {
    let numbers = ["1.3", "-1.3", "1.5", "-1.5", "2.5", "-2.5"]
    let results = try numbers.map { number in
      try formatted(
        "{$n :number roundingMode=\(mode) maximumFractionDigits=0}", ["n": .decimal(number)]
      ).text
    }
    #expect(results == expected)
  }

  @Test(arguments: [
    ("signDisplay=always", "1", "+1"), ("signDisplay=always", "0", "+0"),
    ("signDisplay=exceptZero", "0", "0"), ("signDisplay=exceptZero", "-1", "-1"),
    ("signDisplay=negative maximumFractionDigits=0", "-0.4", "0"),
    ("signDisplay=auto maximumFractionDigits=0", "-0.4", "-0"),
    ("signDisplay=never", "-1", "1"),
    ("useGrouping=never", "12345", "12345"), ("useGrouping=always", "1234", "1,234"),
    ("useGrouping=min2", "1234", "1234"), ("useGrouping=min2", "12345", "12,345"),
    ("minimumIntegerDigits=3", "5", "005"),
    ("minimumFractionDigits=2", "5", "5.00"), ("minimumFractionDigits=5", "1.5", "1.50000"),
    ("maximumFractionDigits=1", "1.25", "1.3"), ("maximumFractionDigits=0", "0.5", "1"),
    ("maximumSignificantDigits=2", "12345", "12,000"),
    ("minimumSignificantDigits=3", "1", "1.00"),
    ("minimumFractionDigits=2 trailingZeroDisplay=stripIfInteger", "5", "5"),
    ("minimumFractionDigits=2 trailingZeroDisplay=stripIfInteger", "5.1", "5.10"),
    ("roundingIncrement=5 minimumFractionDigits=2 maximumFractionDigits=2", "1.03", "1.05"),
    ("roundingIncrement=5 maximumFractionDigits=0", "1.03", "0"),
    ("roundingIncrement=5 maximumFractionDigits=0", "7.5", "10"),
    (
      "roundingPriority=morePrecision maximumFractionDigits=2 maximumSignificantDigits=2",
      "12.345", "12.35"
    ),
    (
      "roundingPriority=lessPrecision maximumFractionDigits=2 maximumSignificantDigits=2",
      "12.345", "12"
    ),
    ("maximumFractionDigits=2 maximumSignificantDigits=2", "12.345", "12"),
    ("", "12345678901234567890.125", "12,345,678,901,234,567,890.125"),
    ("", "0.12345", "0.123"), ("", "-0.0005", "-0.001"),
  ])
  func `options change how a number is written`(
    options: String, number: String, expected: String
  ) throws {
    #expect(
      try formatted("{$n :number \(options)}", ["n": .decimal(number)])
        == FormattedMessage(text: expected))
  }

  @Test(arguments: [
    "useGrouping=foo", "minimumFractionDigits=999", "minimumFractionDigits=-1",
    "minimumIntegerDigits=0", "roundingIncrement=3", "roundingMode=up", "signDisplay=sometimes",
    "minimumFractionDigits=3 maximumFractionDigits=2", "select=$x", "select=other",
    "roundingIncrement=5 maximumSignificantDigits=2", "maximumFractionDigits=01",
  ])
  func `a bad option is dropped, and the number is shown all the same`(option: String) throws {
    let result = try formatted("{42 :number \(option)}", ["x": "exact"])
    #expect(result.text == "42")
    #expect(result.errors == ["bad-option"])
  }

  @Test func `the bad option in front does not hide the good one behind`() throws {
    #expect(
      try formatted("{42 :number useGrouping=foo minimumFractionDigits=1}")
        == FormattedMessage(text: "42.0", errors: ["bad-option"]))
  }

  @Test func `an exact number is chosen before its plural category`() throws {
    let source = ".input {$n :number} .match $n one {{one}} 1 {{exactly one}} * {{other}}"
    #expect(try formatted(source, ["n": 1]) == "exactly one")
    #expect(try formatted(source, ["n": 2]) == "other")
  }

  @Test func `digits that are shown decide the plural category`() throws {
    let source = ".input {$n :number minimumFractionDigits=1} .match $n one {{one}} * {{{$n}}}"
    #expect(try formatted(source, ["n": 1]) == "1.0")
  }

  @Test func `ordinals choose by place`() throws {
    let source = """
      .input {$n :number select=ordinal}
      .match $n one {{{$n}st}} two {{{$n}nd}} few {{{$n}rd}} * {{{$n}th}}
      """
    let results = try (1...4).map { try formatted(source, ["n": .integer($0)]).text }
    #expect(results == ["1st", "2nd", "3rd", "4th"])
  }

  @Test func `a key that no number can match is reported`() throws {
    #expect(
      try formatted(".input {$n :number} .match $n horse {{a}} * {{b}}", ["n": 1])
        == FormattedMessage(text: "b", errors: ["bad-variant-key"]))
  }

  @Test(arguments: ["1e1000", "1e-1000", "1e99999999999999999999", "-1e2147483647"])
  func `an exponent beyond the limit is a bad operand`(number: String) throws {
    #expect(
      try formatted("{\(number) :number}")
        == FormattedMessage(text: "{|\(number)|}", errors: ["bad-operand"]))
  }

  @Test func `infinity and NaN are written, not refused`() throws {
    #expect(try formatted("{$n :number}", ["n": .number(.infinity)]) == "∞")
    #expect(try formatted("{$n :number}", ["n": .number(.nan)]) == "NaN")
    #expect(try formatted("{$n :integer}", ["n": .number(-.infinity)]) == "-∞")
  }

  @Test func `an offset keeps every digit`() throws {
    #expect(
      try formatted("{$n :offset add=1}", ["n": .decimal("99999999999999999999.5")])
        == "100,000,000,000,000,000,000.5")
    #expect(
      try formatted("{$n :offset add=1}", ["n": .integer(.max)]) == "9,223,372,036,854,775,808")
    #expect(try formatted("{$n :offset subtract=10}", ["n": 3]) == "-7")
  }

  @Test func `a whole number rounds halves away from zero`() throws {
    #expect(try formatted("{$n :integer}", ["n": 2.5]) == "3")
    #expect(try formatted("{$n :integer}", ["n": -2.5]) == "-3")
    #expect(
      try formatted(".input {$n :integer} .match $n 3 {{three}} * {{*}}", ["n": 2.5]) == "three")
  }
}
