import Diagnostics
import LocaleIdentifiers

/// Collects what is wrong with a manifest while it is read.
struct ManifestFaults {
  let lines: LineIndex
  private(set) var findings: [Finding] = []

  init(lines: LineIndex) {
    self.lines = lines
  }

  mutating func report(
    _ rule: String, _ message: String, at span: Range<Int>, locale: LocaleIdentifier? = nil,
    help: String? = nil
  ) {
    findings.append(
      Finding(
        rule: rule, severity: .error, locale: locale?.tag, file: SiteLoader.manifestPath,
        range: lines.range(span), message: message, help: help))
  }

  /// Line and column of a place, for a message that points to a second one.
  func place(_ span: Range<Int>) -> String {
    let position = lines.position(at: span.lowerBound)
    return "line \(position.line), column \(position.column)"
  }
}

/// One object of the manifest, whose every member must have a known name and stand once.
struct ManifestObject {
  let value: JSONValue
  private var members: [String: JSONValue] = [:]

  /// - Parameter what: What the object is called in messages (`the manifest`, `an entry`).
  init?(_ value: JSONValue, fields: ManifestFields, _ faults: inout ManifestFaults) {
    guard value.kind == .object else {
      faults.report(
        "invalid-value", "\(fields.what) must be an object, not \(value.kind.name)", at: value.span,
        help: "write `{ … }` with \(fields.what)'s fields")
      return nil
    }
    self.value = value
    var places: [String: Range<Int>] = [:]
    for member in value.members {
      guard let name = member.key.string else { continue }
      if let first = places[name] {
        faults.report(
          "duplicate-field", "`\(name)` stands twice in \(fields.what)", at: member.key.span,
          help: "the first is on \(faults.place(first)); keep one of them")
        continue
      }
      places[name] = member.key.span
      guard fields.names.contains(name) else {
        let nearest = NearestName.of(name, among: fields.names)
        faults.report(
          "unknown-field", "unknown field `\(name)` in \(fields.what)", at: member.key.span,
          help: nearest.map { "did you mean `\($0)`?" }
            ?? "the fields are \(fields.names.map { "`\($0)`" }.joined(separator: ", "))")
        continue
      }
      members[name] = member.value
    }
  }

  subscript(name: String) -> JSONValue? { members[name] }

  /// A member that must be there.
  func required(_ name: String, of what: String, _ faults: inout ManifestFaults) -> JSONValue? {
    if let value = members[name] { return value }
    faults.report(
      "missing-field", "\(what) has no `\(name)`",
      at: value.span.lowerBound..<value.span.lowerBound + 1, help: "add `\"\(name)\": …`")
    return nil
  }
}

extension JSONValue {
  /// A string that is not empty, or nil after reporting what is there instead.
  func text(_ name: String, _ faults: inout ManifestFaults) -> String? {
    guard let text = string else {
      faults.report(
        "invalid-value", "`\(name)` must be a string, not \(kind.name)", at: span,
        help: "put it in double quotes")
      return nil
    }
    if text.allSatisfy(\.isWhitespace) {
      faults.report("invalid-value", "`\(name)` is empty", at: span, help: "write it, or delete it")
      return nil
    }
    return text
  }

  /// A locale, or nil after reporting what is there instead.
  func locale(_ name: String, _ faults: inout ManifestFaults) -> LocaleIdentifier? {
    guard let text = text(name, &faults) else { return nil }
    guard let locale = LocaleIdentifier(text) else {
      faults.report(
        "malformed-locale", "`\(text.prefix(64))` is not a locale", at: span,
        help: "write a BCP 47 tag, such as `pt-BR` or `zh-Hant`")
      return nil
    }
    return locale
  }

  /// The values of an array, or none after reporting what is there instead.
  func list(_ name: String, _ faults: inout ManifestFaults) -> [JSONValue] {
    guard kind == .array else {
      faults.report(
        "invalid-value", "`\(name)` must be an array, not \(kind.name)", at: span,
        help: "write `[ … ]`")
      return []
    }
    return Array(elements)
  }

  /// A number from 0 to 100, or nil after reporting what is there instead.
  func percent(_ name: String, _ faults: inout ManifestFaults) -> Double? {
    guard let number = double, (0...100).contains(number) else {
      faults.report(
        "invalid-value", "`\(name)` must be a number from 0 to 100", at: span,
        help: "it is a percentage, such as `80` or `99.5`")
      return nil
    }
    return number
  }
}

extension JSONValue.Kind {
  /// The kind in a sentence (`a string`).
  package var name: String {
    switch self {
    case .null: "null"
    case .boolean: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
