import CatalogChecks
import Diagnostics
import StringCatalogs

/// The findings as SARIF 2.1.0 (OASIS), for GitHub's code scanning and for editors.
///
/// Columns count Unicode scalars, which the run says (`columnKind`). A result is known again by its rule,
/// locale and key, so that edits elsewhere in a file open no alert anew. GitHub takes 25 000 results and
/// shows 5 000 of them: the worst stand first, and those beyond the limit are counted in a notification.
struct SARIFCheckReporter: CheckReporter {
  /// How many results a run may have.
  var resultLimit = 25_000
  /// How many characters GitHub keeps of a rule's two descriptions; messages are held to the same.
  static let textLimit = 1024

  /// What paths start at.
  private static let base = "%SRCROOT%"

  func text(_ report: CheckResults) -> String {
    let all = report.worstFirst
    let findings = Array(all.prefix(resultLimit))
    let rules = Self.rules(of: findings)
    let indices = Dictionary(
      rules.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let identities = FindingIdentity.identities(of: findings)
    let results = zip(findings, identities).map { finding, identity in
      result(finding, identity, rule: indices[finding.rule] ?? 0, in: report.folder)
    }
    var run: [JSONTree.Member] = [
      .init(
        "tool",
        [
          "driver": [
            "name": "langue",
            "version": .string(Langue.release),
            "semanticVersion": .string(Langue.release),
            "rules": .array(rules.map(rule)),
          ]
        ]),
      // Where the repository stands on this machine is nobody's business: it has no `uri`.
      .init(
        "originalUriBaseIds",
        .object([.init(Self.base, ["description": ["text": "The folder of the repository."]])])),
      .init("columnKind", "unicodeCodePoints"),
      .init("results", .array(results)),
    ]
    let left = all.count - findings.count
    if left > 0 { run.append(.init("invocations", [notification(left)])) }
    let log: JSONTree = [
      "$schema":
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [.object(run)],
    ]
    return log.text(.compact) + "\n"
  }

  private func notification(_ left: Int) -> JSONTree {
    [
      "executionSuccessful": true,
      "toolExecutionNotifications": [
        [
          "level": "warning",
          "message": [
            "text":
              .string("\(left) more findings are left out: a run has \(resultLimit) at most")
          ],
        ]
      ],
    ]
  }

  // MARK: Rules

  /// The rules that found something, in the order of the list; those of the readers last.
  private static func rules(of findings: [Finding]) -> [String] {
    let found = Set(findings.map(\.rule))
    let listed = CheckList.all.map(\.rule).filter(found.contains)
    return listed + found.subtracting(listed).sorted()
  }

  private func rule(_ name: String) -> JSONTree {
    guard let check = CheckList.check(name) else { return readingRule(name) }
    let group = CheckList.groups.first { $0.checks.contains { $0.rule == name } }?.name ?? ""
    return descriptor(
      name, summary: check.summary, explanation: check.explanation, severity: check.severity,
      tag: group.lowercased())
  }

  /// Readers have a longer text only; its first sentence says what is wrong.
  private func readingRule(_ name: String) -> JSONTree {
    let explanation = ReadingRule.all.first { $0.rule == name }?.explanation ?? name
    let end = explanation.firstRange(of: ". ")?.lowerBound ?? explanation.endIndex
    return descriptor(
      name, summary: String(explanation[..<end]), explanation: explanation, severity: .error,
      tag: "reading")
  }

  private func descriptor(
    _ name: String, summary: String, explanation: String, severity: Severity, tag: String
  ) -> JSONTree {
    [
      "id": .string(name),
      "shortDescription": ["text": text(summary)],
      "fullDescription": ["text": text(explanation)],
      "help": [
        "text": .string(escaped(explanation)), "markdown": .string(escaped(explanation)),
      ],
      "defaultConfiguration": ["level": .string(severity.rawValue)],
      "properties": [
        "tags": [.string(tag)],
        "precision": .string(Self.precision(of: severity)),
        "problem.severity": .string(severity == .note ? "recommendation" : severity.rawValue),
      ],
    ]
  }

  /// What share of false alarms a rule may have before it is changed.
  private static func precision(of severity: Severity) -> String {
    switch severity {
    case .error: "very-high"
    case .warning: "high"
    case .note: "medium"
    }
  }

  // MARK: Results

  private func result(
    _ finding: Finding, _ identity: FindingIdentity, rule: Int, in folder: String
  ) -> JSONTree {
    var message = "\(PrintableText(finding.message))"
    if let help = finding.help { message += "\n\(PrintableText(help))" }
    var location: [JSONTree.Member] = [
      .init(
        "physicalLocation",
        [
          "artifactLocation": [
            "uri": .string(Self.relativeReference(folder + finding.file)),
            "uriBaseId": .string(Self.base),
          ],
          "region": region(finding.range),
        ])
    ]
    if let key = finding.key {
      location.append(
        .init(
          "logicalLocations",
          [["fullyQualifiedName": .string("\(PrintableText(key))"), "kind": "resource"]]))
    }
    var properties: [JSONTree.Member] = []
    if let locale = finding.locale { properties.append(.init("locale", .string(locale))) }
    if !finding.locales.isEmpty {
      properties.append(.init("locales", .array(finding.locales.map { .string($0) })))
    }
    var members: [JSONTree.Member] = [
      .init("ruleId", .string(finding.rule)),
      .init("ruleIndex", .integer(rule)),
      .init("level", .string(finding.severity.rawValue)),
      .init("message", ["text": text(message)]),
      .init("locations", [.object(location)]),
      .init(
        "partialFingerprints",
        [
          // The one that GitHub looks at; it would make one of the line's text otherwise.
          "primaryLocationLineHash": .string("\(identity.fingerprint):1"),
          "langue/v1": .string(identity.fingerprint),
        ]),
    ]
    if !properties.isEmpty { members.append(.init("properties", .object(properties))) }
    return .object(members)
  }

  /// Where a finding is about the file as a whole, its first line.
  private func region(_ range: SourceRange?) -> JSONTree {
    guard let range else {
      return ["startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1]
    }
    return [
      "startLine": .integer(range.start.line), "startColumn": .integer(range.start.column),
      "endLine": .integer(range.end.line), "endColumn": .integer(range.end.column),
      "byteOffset": .integer(range.start.offset),
      "byteLength": .integer(range.end.offset - range.start.offset),
    ]
  }

  /// A message's text, within the limit.
  private func text(_ text: String) -> JSONTree {
    let whole = escaped(text)
    guard whole.unicodeScalars.count > Self.textLimit else { return .string(whole) }
    var short = ""
    var length = 1
    for character in text.unicodeScalars {
      let escape = escaped(String(character))
      length += escape.unicodeScalars.count
      guard length <= Self.textLimit else { break }
      short += escape
    }
    return .string(short + "…")
  }

  /// Braces are doubled, as they would stand for arguments (section 3.11.5).
  private func escaped(_ text: String) -> String {
    text.replacing("{", with: "{{").replacing("}", with: "}}")
  }

  /// A path as a relative reference (RFC 3986, section 4.2).
  static func relativeReference(_ path: String) -> String {
    path.utf8.reduce(into: "") { result, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
  }
}
