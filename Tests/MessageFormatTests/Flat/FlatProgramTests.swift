import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import Testing

@testable import MessageFormat

/// The quick way must give what the rules give.
struct FlatProgramTests {
  static let messages = [
    "Saved.", "Hello, {$name}!", "{$name}{$name} and {|x|} {42 :number}",
    ".input {$count :number} .match $count one {{{$count} one}} few {{{$count} few}} many {{{$count} many}} * {{{$count} *}}",
    ".input {$count :number} .match $count 0 {{none}} 1 {{single}} one {{{$count} one}} two {{two}} * {{{$count}}}",
    ".input {$count :integer select=ordinal} .match $count one {{{$count}st}} two {{{$count}nd}} few {{{$count}rd}} * {{{$count}th}}",
    ".input {$count :number minimumFractionDigits=1} .match $count 1.5 {{x}} one {{{$count} one}} * {{{$count} *}}",
    ".input {$count :number select=exact} .match $count 1 {{one}} one {{never}} * {{{$count}}}",
    ".input {$name :string} .input {$count :number} .match $name $count Anna 1 {{A1}} Anna one {{A one {$count}}} * 1 {{*1}} é * {{accent}} * few {{few}} * * {{{$name} {$count}}}",
    ".input {$count :number} .local $rest = {$count :offset subtract=1} .match $count $rest 0 * {{nobody}} 1 * {{{$name}}} * one {{{$name} and {$rest}}} * * {{{$name} and {$rest} more}}",
    "{$count :integer} {$count :percent} {$count :currency currency=EUR} {$count :number minimumFractionDigits=2}",
    "{$count :currency currency=USD currencyDisplay=name} {$count :unit unit=meter}",
    "{$when :date} {$when :time} {$when :datetime dateLength=long} {$when :date timeZone=|Asia/Tokyo|}",
    "{#b}{$name :string u:dir=rtl}{/b} {$count :number u:dir=ltr} {#br u:id=x/}",
    ".local $x = {$name :string u:dir=ltr} {{{$x} {$x :string}}}",
    "{$list} {$flag}", ".local $c = {EUR} {{{$count :currency currency=$c}}}",
    "{$count :number minimumFractionDigits=$digits}", "{$missing :number} {$missing}",
  ]

  static let arguments: [[String: Argument]] = {
    let counts: [Argument] = [
      0, 1, 2, 3, 5, 11, 21, 100, 1000, 1_234_567, -1, 1.5, 1.0, 0.001, -0.0, 2.5, 1e20,
      .number(.nan), .decimal("1.50"), .decimal("99999999999999999999"), "7", "x", true,
      .integer(.max),
    ]
    let names: [Argument] = ["Anna", "", "e\u{301}", "אבא", 5, ["a", "b"]]
    let dates: [Argument] = [
      .date(DateValue(epochMilliseconds: 1_700_000_000_000)), "2006-01-02T15:04:06", 3,
      .date(DateValue(epochMilliseconds: 0, timeZone: "Europe/Paris")),
    ]
    return counts.enumerated().map { index, count in
      [
        "count": count, "name": names[index % names.count], "when": dates[index % dates.count],
        "list": ["a", "b"], "flag": true, "digits": 2,
      ]
    }
  }()

  @Test(arguments: ["en-US", "pl", "ar", "fr", "he", "hi"] as [LocaleIdentifier])
  func `the quick way gives text and errors as the rules do`(locale: LocaleIdentifier) throws {
    let context = MessageFormatContext(locale: locale)
    for source in Self.messages {
      let message = try #require(MessageFormat2.parse(source).message, "\(source)")
      for isolation in BidiIsolation.allCases {
        let formatter = try MessageFormatter(message, context: context, bidiIsolation: isolation)
        for arguments in Self.arguments {
          var quickErrors: [MessageFormatError] = []
          let quick = formatter.format(arguments) { quickErrors.append($0) }
          var errors: [MessageFormatError] = []
          var run = MessageRun(
            formatter: formatter, arguments: formatter.argumentValues(arguments),
            onError: { errors.append($0) })
          var text = ""
          run.run { text += $0.text }
          #expect(quick == text, "\(locale) \(source) \(arguments)")
          #expect(quickErrors == errors, "\(locale) \(source) \(arguments)")
        }
      }
    }
  }

  @Test func `plain messages are formatted the quick way`() throws {
    let context = MessageFormatContext(locale: "pl")
    let slow = try Self.messages.filter { source in
      let message = try #require(MessageFormat2.parse(source).message)
      return try MessageFormatter(message, context: context).flat == nil
    }
    // Options that stand elsewhere are left to the rules.
    #expect(
      slow == [
        ".local $c = {EUR} {{{$count :currency currency=$c}}}",
        "{$count :number minimumFractionDigits=$digits}",
      ])
  }

  @Test func `arguments by place and by name are the same`() throws {
    let message = try #require(MessageFormat2.parse("{$b} {$a}").message)
    let formatter = try MessageFormatter(message, locale: "en", bidiIsolation: .none)
    #expect(formatter.argumentNames == ["b", "a"])
    var values = formatter.argumentValues()
    values["a"] = "A"
    values[0] = "B"
    values[9] = "nowhere"
    values["c"] = "nobody"
    #expect(values[9] == nil && values["a"] == "A")
    var buffer: [UInt8] = [UInt8(ascii: ">")]
    formatter.format(values, into: &buffer)
    #expect(String(decoding: buffer, as: UTF8.self) == ">B A")
  }

  @Test func `output ends at the limit`() throws {
    let message = try #require(MessageFormat2.parse("{$a}{$a}!").message)
    let formatter = try MessageFormatter(message, locale: "en", bidiIsolation: .none)
    let limit = MessageFormatter.maximumLength
    func result(_ length: Int) -> (Int, [String]) {
      var errors: [String] = []
      let half = String(repeating: "x", count: length / 2)
      let text = formatter.format(["a": .string(half)]) { errors.append($0.kind.rawValue) }
      return (text.utf8.count, errors)
    }
    #expect(result(limit - 2) == (limit - 1, []))
    #expect(result(limit) == (limit, ["unsupported-operation"]))
    #expect(result(limit + 2) == (limit / 2 + 1, ["unsupported-operation"]))
  }
}
