import MessageFormat
import Testing

struct UnitFunctionTests {
  @Test(arguments: [
    ("unit=kilometer-per-hour", "80", "80 km/h"),
    ("unit=kilometer-per-hour unitDisplay=long", "80", "80 kilometers per hour"),
    ("unit=kilometer-per-hour unitDisplay=narrow", "80", "80km/h"),
    ("unit=meter usage=road maximumFractionDigits=0", "123.5", "405 ft"),
    ("unit=celsius signDisplay=always", "3", "+3°C"),
    ("unit=furlong minimumFractionDigits=2", "3", "3.00 fur"),
  ])
  func `measures are written in their unit`(
    options: String, number: String, expected: String
  ) throws {
    #expect(
      try formatted("{$n :unit \(options)}", ["n": .decimal(number)])
        == FormattedMessage(text: expected))
  }

  @Test func `a usage of another kind of measure is reported and left out`() throws {
    #expect(
      try formatted("{5 :unit unit=liter usage=road}")
        == FormattedMessage(text: "5 L", errors: ["unsupported-operation"]))
  }

  @Test func `a unit that nobody knows leaves no unit`() throws {
    #expect(
      try formatted("{5 :unit unit=foobar}")
        == FormattedMessage(text: "{|5|}", errors: ["bad-option", "bad-operand"]))
    #expect(
      try formatted("{5 :unit}") == FormattedMessage(text: "{|5|}", errors: ["bad-operand"]))
  }
}
