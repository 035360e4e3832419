import LocaleServices
import MessageFormat

/// Messages that use every function and option that modules carry, each with arguments to try.
enum ParityMessages {
  struct Case {
    var key: String
    var message: String
    var arguments: [[String: Argument]]
  }

  static var all: [Case] { numbers + selections + dates + texts + faults }

  private static let plainNumbers: [Argument] = [
    0, 1, 2, 3, 5, 10, 11, 12, 21, 22, 100, 101, 1234, 12345, 1_000_000, 2_500_000, 0.5, 1.5, 1.05,
    0.001, 2.675, 1234567.891, 999_999.9995, -1, -3, -1234.5, -0.4,
  ]

  private static func over(_ values: [Argument]) -> [[String: Argument]] {
    values.map { ["n": $0] }
  }

  private static func number(_ options: String, _ function: String = "number") -> Case {
    Case(
      key: "\(function).\(options.isEmpty ? "plain" : options)",
      message: "{$n :\(function)\(options.isEmpty ? "" : " " + options)}",
      arguments: over(plainNumbers))
  }

  private static var numbers: [Case] {
    var cases = [number(""), number("", "integer"), number("", "percent")]
    let options = [
      "minimumFractionDigits=2", "maximumFractionDigits=0", "maximumFractionDigits=6",
      "minimumFractionDigits=1 maximumFractionDigits=2", "minimumIntegerDigits=3",
      "minimumSignificantDigits=3", "maximumSignificantDigits=2",
      "minimumSignificantDigits=2 maximumSignificantDigits=4", "useGrouping=never",
      "useGrouping=always", "useGrouping=min2", "signDisplay=always", "signDisplay=exceptZero",
      "signDisplay=negative", "signDisplay=never",
      "minimumFractionDigits=2 trailingZeroDisplay=stripIfInteger",
      "minimumFractionDigits=2 maximumFractionDigits=2 roundingIncrement=5",
      "maximumFractionDigits=1 maximumSignificantDigits=3 roundingPriority=morePrecision",
      "maximumFractionDigits=1 maximumSignificantDigits=3 roundingPriority=lessPrecision",
    ]
    cases += options.map { number($0) }
    cases += NumberFormatOptions.RoundingMode.allCases.map {
      number("maximumFractionDigits=1 roundingMode=\($0.rawValue)")
    }
    cases += ["useGrouping=never", "minimumIntegerDigits=2", "maximumSignificantDigits=2"].map {
      number($0, "integer")
    }
    cases += ["minimumFractionDigits=1", "signDisplay=always", "maximumSignificantDigits=2"].map {
      number($0, "percent")
    }
    for currency in ["EUR", "USD", "JPY", "GBP", "PLN", "IDR", "HUF", "ISK", "TWD"] {
      cases.append(number("currency=\(currency)", "currency"))
    }
    cases += [
      "currency=EUR currencyDisplay=code", "currency=EUR currencyDisplay=name",
      "currency=USD currencyDisplay=narrowSymbol", "currency=EUR currencySign=accounting",
      "currency=EUR fractionDigits=0", "currency=EUR trailingZeroDisplay=stripIfInteger",
      "currency=USD useGrouping=never",
    ].map { number($0, "currency") }
    for unit in ["kilometer", "kilometer-per-hour", "celsius", "byte", "minute", "percent"] {
      cases += ["short", "narrow", "long"].map { number("unit=\(unit) unitDisplay=\($0)", "unit") }
    }
    cases += [number("add=1", "offset"), number("subtract=2", "offset")]
    cases += ["compact-short", "compact-long", "scientific"].map {
      number("skeleton=\($0)", "icu:number")
    }
    cases.append(Case(key: "number.none", message: "{$n}", arguments: over(plainNumbers)))
    cases.append(
      Case(
        key: "number.exact", message: "{$n :number maximumFractionDigits=6}",
        arguments: over([
          .decimal("1.50"), .decimal("-0.25"), .decimal("1e3"), .decimal("1234567.125"), "42",
          "4.5",
          "x", "01", "", true, ["1"],
        ])))
    cases.append(
      Case(
        key: "number.late",
        message: "{$n :number minimumFractionDigits=$least maximumFractionDigits=$most}",
        arguments: [
          ["n": 1.2345, "least": 2, "most": 3], ["n": 1.2345, "least": "x", "most": 1],
          ["n": 1.2345, "least": 3, "most": 1], ["n": 1.2345],
        ]))
    cases.append(
      Case(
        key: "currency.late", message: "{$n :currency currency=$code}",
        arguments: [
          ["n": 1.5, "code": "EUR"], ["n": 1.5, "code": "jpy"], ["n": 1.5, "code": "nonsense"],
          ["n": 1.5], ["n": "x", "code": "EUR"],
        ]))
    cases.append(
      Case(
        key: "number.chain",
        message: """
          .input {$n :number minimumFractionDigits=2} .local $p = {$n :percent} \
          .local $i = {$n :integer} .local $o = {$i :offset add=3} {{{$n} {$p} {$i} {$o}}}
          """, arguments: over(plainNumbers)))
    cases.append(
      Case(
        key: "number.literals",
        message: "{5 :number} {|1234.5| :integer} {0.25 :percent} {x :number}",
        arguments: [[:]]))
    return cases
  }

  private static let categories = ["zero", "one", "two", "few", "many"]
    .map { "\($0) {{\($0) {$n}}}" }.joined(separator: " ")

  private static func selection(_ key: String, _ input: String) -> Case {
    Case(
      key: "select.\(key)",
      message: ".input {$n \(input)} .match $n 1 {{exactly {$n}}} \(categories) * {{other {$n}}}",
      arguments: over(plainNumbers + [10, 1_000_001, 3_000_000, 1e15, "7", "x"]) + [[:]])
  }

  private static var selections: [Case] {
    var cases = [
      selection("number", ":number"), selection("integer", ":integer"),
      selection("ordinal", ":integer select=ordinal"), selection("exact", ":number select=exact"),
      selection("fraction", ":number minimumFractionDigits=1"),
      selection("rounded", ":number maximumFractionDigits=0"),
      selection("significant", ":number minimumSignificantDigits=3"),
      selection("percent", ":percent"), selection("currency", ":currency currency=EUR"),
      selection("date", ":date"), selection("string", ":string"),
    ]
    cases.append(
      Case(
        key: "select.small",
        message: ".input {$n :number} .match $n \(categories) * {{other}}",
        arguments: over((0...130).map { .integer($0) })))
    cases.append(
      Case(
        key: "select.two",
        message: """
          .input {$n :integer} .input {$who :string} .match $n $who \
          * f {{any f}} one f {{one f}} one * {{one any}} 0 * {{none}} 0 m {{none m}} * * {{any}}
          """,
        arguments: [0, 1, 2, 5].flatMap { n in
          ["f", "m", "é", ""].map { ["n": .integer(n), "who": .string($0)] }
        }))
    cases.append(
      Case(
        key: "select.accents", message: ".input {$n :string} .match $n é {{composed}} * {{other}}",
        arguments: [["n": "é"], ["n": "e\u{301}"], ["n": "e"]]))
    cases.append(
      Case(
        key: "select.offset",
        message: """
          .input {$n :integer} .local $rest = {$n :offset subtract=1} .match $n $rest \
          0 * {{nobody}} 1 * {{one}} * one {{one and {$rest}}} * * {{{$n} with {$rest}}}
          """, arguments: over((0...6).map { .integer($0) })))
    return cases
  }

  /// Instants in milliseconds since 1970.
  static let instants = [1_795_000_000_000, 1_700_000_123_456, -62_000_000_000]

  private static let moments: [Argument] =
    instants.map { milliseconds in
      .date(DateValue(epochMilliseconds: Int64(milliseconds)))
    } + [
      "2026-11-22", "2026-03-05T09:05:07", "2026-12-31T23:59:59Z", "2026-07-14T18:30:00+02:00",
      "2026-07-14T18:30:00[Europe/Paris]", "2026-03-29T02:30:00[Europe/Paris]",
      "2026-10-25T02:30:00[Europe/Paris]", "0033-04-03", "2026-02-30", "x", 5,
    ]

  private static func date(_ function: String, _ options: String) -> Case {
    Case(
      key: "\(function).\(options.isEmpty ? "plain" : options)",
      message: "{$n :\(function)\(options.isEmpty ? "" : " " + options)}", arguments: over(moments))
  }

  private static var dates: [Case] {
    var cases: [Case] = [date("date", ""), date("time", ""), date("datetime", "")]
    for fields in DateTimeFormatOptions.DateFields.allCases {
      for length in DateTimeFormatOptions.Length.allCases {
        cases.append(date("date", "fields=\(fields.rawValue) length=\(length.rawValue)"))
      }
    }
    cases += [
      "precision=hour", "precision=second", "hour12=true", "hour12=false",
      "timeZone=|Europe/Paris|", "timeZone=|+05:30|",
      "timeZone=|America/New_York| precision=second",
    ].map { date("time", $0) }
    cases += [
      "dateLength=long timePrecision=second", "dateFields=month-day timePrecision=hour",
      "timeZone=|Asia/Tokyo|", "dateLength=short", "hour12=true",
      "dateFields=weekday timePrecision=minute",
    ].map { date("datetime", $0) }
    cases += [
      "timeZoneStyle=short timeZone=UTC", "timeZoneStyle=long timeZone=|Europe/Paris|",
      "timeZoneStyle=short timeZone=|+02:00|",
    ].map { date("time", $0) }
    cases += ["buddhist", "japanese", "hebrew", "islamic-umalqura", "persian"].map {
      date("date", "calendar=\($0) length=long")
    }
    cases += ["yMMMMEEEEd", "yMMM", "MMMM", "jms", "Hm", "y"].map {
      date("icu:date", "skeleton=\($0)")
    }
    cases.append(Case(key: "date.none", message: "{$n}", arguments: over(Array(moments.prefix(3)))))
    cases.append(
      Case(
        key: "time.late", message: "{$n :datetime timeZone=$zone}",
        arguments: [
          ["n": moments[0], "zone": "Asia/Tokyo"], ["n": moments[0], "zone": "+05:45"],
          ["n": moments[0], "zone": "No/Where"], ["n": moments[0]],
        ]))
    return cases
  }

  private static var texts: [Case] {
    let lists: [Argument] = [
      ["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"], "only", 3,
    ]
    var cases: [Case] = []
    for type in ["and", "or", "unit"] {
      cases += ["long", "short", "narrow"].map {
        Case(
          key: "list.\(type) \($0)", message: "{$n :icu:list type=\(type) width=\($0)}",
          arguments: over(lists))
      }
    }
    for unit in RelativeTimeFormat.Unit.allCases {
      for numeric in ["always", "auto"] {
        cases += ["long", "short", "narrow"].map {
          Case(
            key: "relative.\(unit.rawValue) \(numeric) \($0)",
            message: "{$n :icu:relativeTime unit=\(unit.rawValue) numeric=\(numeric) style=\($0)}",
            arguments: over([-2, -1, 0, 1, 2, 5, 11, 21, 1.5, "x"]))
        }
      }
    }
    for (type, codes) in [
      ("locale", ["de", "pl", "zh-Hant", "en-GB", "sr-Latn", "pt-BR", "xx", "q"]),
      ("language", ["de", "EN", "fil", "xx"]), ("region", ["fr", "TW", "ZZ", "419"]),
      ("script", ["Latn", "Hant", "Arab"]),
    ] {
      cases.append(
        Case(
          key: "name.\(type)", message: "{$n :icu:displayName type=\(type)}",
          arguments: over(codes.map { .string($0) } + [5])))
    }
    cases += [
      Case(
        key: "text.any", message: "a {$n} b",
        arguments: over(["x", 1234.5, true, ["a", "b", "c"], "", "\u{202E}x"]) + [[:]]),
      Case(
        key: "text.string", message: "a {$n :string} b",
        arguments: over(["x", 1234.5, 1e21, 1e-7, true, false, ["a", "b"]]) + [[:]]),
      Case(
        key: "text.direction",
        message:
          "{$n :string u:dir=rtl} {$n :string u:dir=ltr} {$n :string u:dir=auto} {1 :number u:dir=ltr}",
        arguments: over(["x"]) + [[:]]),
      Case(key: "text.literal", message: "a {|b {}|} c {d} {|e| :string}", arguments: [[:]]),
      Case(
        key: "text.markup", message: "{#b}bold {$n}{/b}{#br/}{#a href=|x| title=$n}link{/a}",
        arguments: over(["x"]) + [[:]]),
      Case(
        key: "text.escapes", message: #"a \{b\} \\ "q" 'q' `q` ${n} </script> \|"#, arguments: [[:]]
      ),
    ]
    return cases
  }

  private static var faults: [Case] {
    [
      Case(
        key: "fault.missing", message: "{$n :number} {$n :date} {$n :icu:list} {$n} {:number}",
        arguments: [[:]]),
      Case(
        key: "fault.names", message: "{$constructor} {$toString} {$hasOwnProperty} {$__proto__}",
        arguments: [[:]]),
      Case(key: "fault.function", message: "{$n :unknown} {|x| :unknown}", arguments: over([1])),
      Case(
        key: "fault.options",
        message: "{$n :number minimumFractionDigits=x} {$n :currency} {$n :offset}",
        arguments: over([1.5])),
    ]
  }
}
