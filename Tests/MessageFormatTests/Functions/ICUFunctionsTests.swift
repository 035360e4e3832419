import LocaleIdentifiers
import MessageFormat
import Testing

struct ICUFunctionsTests {
  @Test(arguments: [
    ("{$n :icu:spellout}", "en-US", "ninety-two"),
    ("{$n :icu:spellout}", "fr", "quatre-vingt-douze"),
    ("{$n :icu:ordinal}", "en-US", "92nd"), ("{$n :icu:duration}", "en-US", "1:32"),
    ("{$n :icu:number skeleton=|compact-short .0|}", "en-US", "92.0"),
    ("{$n :icu:relativeTime unit=day}", "en-US", "in 92 days"),
    ("{-1 :icu:relativeTime unit=day numeric=auto}", "de", "gestern"),
    ("{$l :icu:list}", "en-US", "a, b, and c"),
    ("{$l :icu:list type=disjunction}", "fr", "a, b ou c"),
    ("{$l :icu:list type=or}", "fr", "a, b ou c"), ("{$l :icu:list type=and}", "fr", "a, b et c"),
    ("{|2006-01-02| :icu:date skeleton=yMMMM}", "en-US", "January 2006"),
    ("{$l}", "en-US", "a, b, and c"),
    ("{|de-AT| :icu:displayName}", "en-US", "German (Austria)"),
    ("{ch :icu:displayName type=region}", "fr", "Suisse"),
    ("{pl :icu:displayName type=language}", "pl", "polski"),
  ])
  func `ICU's own formats are functions of a namespace`(
    source: String, locale: LocaleIdentifier, expected: String
  ) throws {
    #expect(
      try formatted(source, ["n": 92, "l": ["a", "b", "c"]], locale: locale)
        == FormattedMessage(text: expected))
  }

  @Test(arguments: [
    ("{92 :icu:number skeleton=nonsense}", "92"),
    ("{92 :icu:spellout rules=nonsense}", "ninety-two"),
    ("{|2006-01-02| :icu:date skeleton=||}", "Jan 2, 2006, 12:00\u{202F}AM"),
    ("{92 :icu:relativeTime unit=day style=loud}", "in 92 days"),
  ])
  func `a bad option is dropped`(source: String, expected: String) throws {
    #expect(
      try formatted(source) == FormattedMessage(text: expected, errors: ["bad-option"]))
  }

  @Test func `a site can add functions of its own`() throws {
    let shout = MessageFunction { call in
      guard let text = call.operandText else { return call.badOperand("expects a text") }
      return .string(text.uppercased())
    }
    let functions = MessageFunctionRegistry.standard.adding("site:shout", shout)
    #expect(try formatted("{$x :site:shout}", ["x": "ho"], functions: functions) == "HO")
    #expect(
      try formatted("{$x :site:shout}", ["x": 1], functions: functions)
        == FormattedMessage(text: "{$x}", errors: ["bad-operand"]))
  }
}
