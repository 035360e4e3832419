import MessageFormat
import Testing

struct CurrencyFunctionTests {
  @Test(arguments: [
    ("currency=USD", "1234.5", "$1,234.50"), ("currency=usd", "5", "$5.00"),
    ("currency=JPY", "1234.5", "¥1,235"),
    ("currency=EUR currencyDisplay=code", "1", "EUR\u{A0}1.00"),
    ("currency=EUR currencyDisplay=name", "1", "1.00 euros"),
    ("currency=CAD currencyDisplay=narrowSymbol", "1", "$1.00"),
    ("currency=EUR currencyDisplay=never", "1", "1.00"),
    ("currency=USD currencySign=accounting", "-5", "($5.00)"),
    ("currency=USD fractionDigits=0", "1234.5", "$1,235"),
    ("currency=USD fractionDigits=auto", "5", "$5.00"),
    ("currency=USD trailingZeroDisplay=stripIfInteger", "5", "$5"),
    ("currency=USD trailingZeroDisplay=stripIfInteger", "5.01", "$5.01"),
    ("currency=USD maximumSignificantDigits=2", "1234.5", "$1,200"),
    ("currency=USD roundingIncrement=5", "1.03", "$1.05"),
    ("currency=USD roundingMode=floor", "1.999", "$1.99"),
    (
      "currency=USD roundingPriority=morePrecision maximumSignificantDigits=2", "12.345",
      "$12.35"
    ),
  ])
  func `options change how an amount is written`(
    options: String, amount: String, expected: String
  ) throws {
    #expect(
      try formatted("{$n :currency \(options)}", ["n": .decimal(amount)])
        == FormattedMessage(text: expected))
  }

  @Test func `a second currency is refused, and the first stays`() throws {
    #expect(
      try formatted(".local $n = {5 :currency currency=EUR} {{{$n :currency currency=USD}}}")
        == FormattedMessage(text: "€5.00", errors: ["bad-option"]))
  }

  @Test func `a currency may come from an argument`() throws {
    #expect(try formatted("{5 :currency currency=$c}", ["c": "EUR"]) == "€5.00")
  }

  @Test func `a code that is none leaves no currency`() throws {
    #expect(
      try formatted("{5 :currency currency=EURO}")
        == FormattedMessage(text: "{|5|}", errors: ["bad-option", "bad-operand"]))
  }
}
