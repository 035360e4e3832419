import Diagnostics
import LocaleServices
import Testing

@testable import LangueCommands

/// A file with a fault whose place is marked: `{"a":"x 1️⃣bad2️⃣"}`.
private func report(
  _ marked: String, message: String = "it is wrong", key: String? = "a.b", help: String? = "mend it"
) -> CheckResults {
  var bytes: [UInt8] = []
  var places: [Int] = []
  for character in marked {
    if character == "1️⃣" || character == "2️⃣" {
      places.append(bytes.count)
    } else {
      bytes += String(character).utf8
    }
  }
  let range = LineIndex(bytes).range((places.first ?? 0)..<(places.last ?? 0))
  let source = bytes
  return CheckResults(
    findings: [
      Finding(
        rule: "some-rule", severity: .error, locale: "pl", key: key, file: "Strings/pl/a.json",
        range: range, message: message, help: help)
    ],
    source: { $0 == "Strings/pl/a.json" ? source : nil })
}

@Suite struct TextCheckReporterTests {
  private let reporter = TextCheckReporter(style: TextStyle(isColored: false))

  @Test func `a finding shows its line, a caret below the place, its key and help`() {
    #expect(
      reporter.text(report("{\n  \"a.b\": \"Ala ma {1️⃣$kto2️⃣}\"\n}\n")) == """
        error[some-rule]: it is wrong
         --> Strings/pl/a.json:2:19
          |
        2 |   "a.b": "Ala ma {$kto}"
          |                   ^^^^
          = key: a.b (pl)
          = help: mend it

        1 error

        """)
  }

  @Test func `carets stand below wide characters and tabs`() {
    #expect(
      reporter.text(report("\t\"日本\": 1️⃣\"語\"2️⃣", key: nil, help: nil)) == """
        error[some-rule]: it is wrong
         --> Strings/pl/a.json:1:8
          |
        1 |   "日本": "語"
          |           ^^^^
          = locale: pl

        1 error

        """)
  }

  @Test func `a long line is shortened around the place`() {
    let filler = String(repeating: "x", count: 500)
    let text = reporter.text(report(filler + "1️⃣here2️⃣" + filler))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[3].hasPrefix("1 | …xxx"))
    #expect(lines[3].hasSuffix("xxx…"))
    #expect(lines[3].terminalWidth < 110)
    let caret = lines[4].firstIndex(of: "^").map {
      lines[4].distance(from: lines[4].startIndex, to: $0)
    }
    let here = lines[3].firstRange(of: "here").map {
      lines[3].distance(from: lines[3].startIndex, to: $0.lowerBound)
    }
    #expect(caret != nil && caret == here)
  }

  @Test func `an empty place has one caret, also at the end of the line`() {
    #expect(reporter.text(report("{\"a\": 1️⃣2️⃣")).contains("1 | {\"a\": \n  |       ^\n"))
  }

  @Test func `control characters from the site reach no terminal`() {
    let text = reporter.text(
      report("{\"a\u{1B}[2J\": 1️⃣1\u{202E}2️⃣}", message: "bad \u{7}", key: "a\u{1B}[2J"))
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 7 })
    #expect(text.contains(#"{"a\u{1B}[2J": 1\u{202E}}"#))
    #expect(text.contains(#"= key: a\u{1B}[2J (pl)"#))
  }

  @Test func `color marks the severity and nothing is colored without it`() {
    let colored = TextCheckReporter(style: TextStyle(isColored: true)).text(report("1️⃣x2️⃣"))
    #expect(colored.contains("\u{1B}[1;31merror[some-rule]\u{1B}[0m"))
    #expect(!reporter.text(report("1️⃣x2️⃣")).contains("\u{1B}"))
  }
}

@Suite struct ConciseCheckReporterTests {
  @Test func `a finding is one line`() {
    let reporter = ConciseCheckReporter(style: TextStyle(isColored: false))
    #expect(
      reporter.text(report("{\"a\": 1️⃣12️⃣}"))
        == "Strings/pl/a.json:1:7: error: it is wrong [some-rule]\n")
  }
}

@Suite struct JSONCheckReporterTests {
  @Test func `findings have the promised shape`() {
    #expect(
      JSONCheckReporter().text(report("{\"é\":\n 1️⃣12️⃣}", help: nil)) == #"""
        {"version":1,"findings":[{"rule":"some-rule","severity":"error","locale":"pl","key":"a.b","file":"Strings/pl/a.json","start":{"line":2,"column":2,"offset":8},"end":{"line":2,"column":3,"offset":9},"message":"it is wrong","help":null}],"summary":{"errors":1,"warnings":0,"notes":0}}

        """#)
  }

  @Test func `nothing found is an empty list`() {
    #expect(
      JSONCheckReporter().text(CheckResults(findings: [], source: { _ in nil }))
        == #"{"version":1,"findings":[],"summary":{"errors":0,"warnings":0,"notes":0}}"# + "\n")
  }
}
